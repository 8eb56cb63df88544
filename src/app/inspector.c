/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector.h"

#include <glib/gi18n-lib.h>

#include "child-group.h"
#include "field-row.h"
#include "finding-row.h"
#include "quota-group.h"
#include "severity.h"

struct _SdInspector
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkBox *groups;

  /* Borrowed */
  GtkListBox *findings; /* findings about the selected unit; a child of groups */

  /* Owned */
  SdSession *session;
  SdRow *shown; /* the unit, or the header of the plan */
};

G_DEFINE_FINAL_TYPE (SdInspector, sd_inspector, ADW_TYPE_BIN)

static const guint main_columns[] = { SD_UNIT_NAME, SD_UNIT_KIND, SD_UNIT_LEVEL, SD_UNIT_SUPERIOR,
                                      SD_UNIT_FUNDING };
static const guint detail_columns[] = { SD_UNIT_CO_LOCATED_WITH, SD_UNIT_NATURE,
                                        SD_UNIT_FOUNDED_BY,      SD_UNIT_CREDIT_CODE,
                                        SD_UNIT_LOCAL,           SD_UNIT_REASON,
                                        SD_UNIT_OUTSIDE_LIMIT,   SD_UNIT_ILLUSTRATIVE };
static const guint plan_columns[] = { SD_PLAN_TITLE,     SD_PLAN_SCENARIO, SD_PLAN_STATUS,
                                      SD_PLAN_NUMBER,    SD_PLAN_DATE,     SD_PLAN_ISSUER,
                                      SD_PLAN_ADDRESSEE, SD_PLAN_LEADERS,  SD_PLAN_LEADERS_BASIS,
                                      SD_PLAN_NOTE };
static const guint town_columns[] = { SD_TOWN_NAME,  SD_TOWN_KIND,    SD_TOWN_CODE,
                                      SD_TOWN_CLASS, SD_TOWN_TERRAIN, SD_TOWN_PILOT };

/* Helpers */

static GtkWidget *
fields_new (SdInspector *self, const char *title, SdRow *row, const guint *columns, guint n)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               sd_field_row_new (self->session, row, columns[i]));

  return group;
}

/* Only bodies of the county in the town have somebody else to answer to. */
static gboolean
is_led_by_others (SdInspector *self, SdRow *unit)
{
  SdRowSet *plan = SD_ROW_SET (sd_session_get_plan (self->session));
  g_autoptr (GPtrArray) dispatches =
      sd_row_set_get_children (plan, SD_TABLE_DISPATCH, sd_row_get_id (unit));

  return dispatches->len > 0 || sd_row_is (unit, SD_UNIT_KIND, "dispatched") ||
         sd_row_is (unit, SD_UNIT_KIND, "enforcement");
}

static gboolean
is_about (SdInspector *self, SdFinding *finding, SdRow *unit)
{
  SdRowSet *plan = SD_ROW_SET (sd_session_get_plan (self->session));
  SdRow *row = sd_row_set_find_row (plan, sd_finding_get_subject (finding));

  while (row != NULL && row != unit)
    row = sd_row_set_find_row (plan, sd_row_get_parent_id (row));

  return row != NULL;
}

static void
update_findings (SdInspector *self)
{
  GListModel *findings = sd_session_get_findings (self->session);
  GtkWidget *row;

  if (self->findings == NULL)
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, row);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (is_about (self, finding, self->shown))
        gtk_list_box_append (self->findings,
                             sd_finding_row_new (self->session, finding, FALSE, TRUE));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings),
                          gtk_widget_get_first_child (GTK_WIDGET (self->findings)) != NULL);
}

static void
add_findings (SdInspector *self)
{
  self->findings = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->findings, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->findings), "unit-findings");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings about this unit"), -1);
  gtk_box_append (self->groups, GTK_WIDGET (self->findings));
  update_findings (self);
}

static void
show_unit (SdInspector *self, SdRow *unit)
{
  add_findings (self);
  gtk_box_append (self->groups, fields_new (self, sd_table_get_label (sd_table_get (SD_TABLE_UNIT)),
                                            unit, main_columns, G_N_ELEMENTS (main_columns)));
  gtk_box_append (self->groups, sd_quota_group_new (self->session, unit));
  gtk_box_append (self->groups, sd_child_group_new (self->session, unit, SD_TABLE_PLAQUE));
  gtk_box_append (self->groups, sd_child_group_new (self->session, unit, SD_TABLE_POST));
  gtk_box_append (self->groups, sd_child_group_new (self->session, unit, SD_TABLE_DUTY));
  if (is_led_by_others (self, unit))
    {
      gtk_box_append (self->groups, sd_child_group_new (self->session, unit, SD_TABLE_DISPATCH));
      gtk_box_append (self->groups, sd_child_group_new (self->session, unit, SD_TABLE_CONSENT));
    }
  gtk_box_append (self->groups, fields_new (self, _ ("Details"), unit, detail_columns,
                                            G_N_ELEMENTS (detail_columns)));
}

static void
show_plan (SdInspector *self, SdRow *plan)
{
  SdRow *town =
      sd_county_get_plan_town (sd_session_get_county (self->session), sd_row_get_id (plan));
  GtkWidget *hint = gtk_label_new (_ ("Select a unit to see and edit it here."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (self->groups, hint);
  gtk_box_append (self->groups, fields_new (self, sd_table_get_label (sd_table_get (SD_TABLE_PLAN)),
                                            plan, plan_columns, G_N_ELEMENTS (plan_columns)));
  if (town != NULL)
    gtk_box_append (self->groups,
                    fields_new (self, sd_table_get_label (sd_table_get (SD_TABLE_TOWN)), town,
                                town_columns, G_N_ELEMENTS (town_columns)));
}

static SdRow *
wanted_row (SdInspector *self)
{
  SdRow *unit = sd_session_get_selected_unit (self->session);
  const char *plan_id = sd_session_get_plan_id (self->session);

  if (unit != NULL)
    return unit;

  return plan_id != NULL ? sd_county_get_plan_row (sd_session_get_county (self->session), plan_id)
                         : NULL;
}

static void on_kind_changed (SdRow *unit, GParamSpec *pspec, SdInspector *self);

static void
clear (SdInspector *self)
{
  GtkWidget *child;

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_func (self->shown, on_kind_changed, self);
  self->findings = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_clear_object (&self->shown);
}

static void
update (SdInspector *self)
{
  SdRow *row = wanted_row (self);

  if (row == self->shown)
    return;

  clear (self);
  g_set_object (&self->shown, row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (row == NULL)
    return;
  if (sd_row_get_table_id (row) != SD_TABLE_UNIT)
    {
      show_plan (self, row);
      return;
    }
  show_unit (self, row);
  g_signal_connect_object (row, "notify::kind", G_CALLBACK (on_kind_changed), self, 0);
}

/* Callbacks */

static void
on_changed (SdInspector *self)
{
  update (self);
}

static void
on_findings_changed (SdInspector *self)
{
  update_findings (self);
}

/* A unit whose selection was awaited has come. */
static void
on_plan_rows_changed (SdPlan *plan, SdInspector *self)
{
  if (self->session != NULL && sd_session_get_plan (self->session) == plan)
    update (self);
}

/* Which groups there are depends on the kind. */
static void
on_kind_changed (SdRow *unit, GParamSpec *pspec, SdInspector *self)
{
  if (self->session == NULL || self->shown != unit)
    return;

  clear (self);
  update (self);
}

static void
on_plan_changed (SdSession *session, GParamSpec *pspec, SdInspector *self)
{
  SdPlan *plan = sd_session_get_plan (session);

  if (plan != NULL)
    {
      g_signal_handlers_disconnect_by_func (plan, on_plan_rows_changed, self);
      g_signal_connect_object (plan, "changed", G_CALLBACK (on_plan_rows_changed), self, 0);
    }
  update (self);
}

/* Overrides */

static void
sd_inspector_dispose (GObject *object)
{
  sd_inspector_set_session (SD_INSPECTOR (object), NULL);

  G_OBJECT_CLASS (sd_inspector_parent_class)->dispose (object);
}

static void
sd_inspector_class_init (SdInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_inspector_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SdInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, SdInspector, groups);
}

static void
sd_inspector_init (SdInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_inspector_set_session:
 * @self: an inspector
 * @session: (nullable): the session whose selection it shows
 */
void
sd_inspector_set_session (SdInspector *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_findings (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      clear (self);
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self, 0);
  g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                           G_CALLBACK (on_findings_changed), self, G_CONNECT_SWAPPED);
  on_plan_changed (session, NULL, self);
}
