/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "findings-pane.h"

#include <glib/gi18n-lib.h>

#include "finding-row.h"
#include "severity.h"

struct _SdFindingsPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *empty_page;

  /* Owned */
  SdSession *session;
};

G_DEFINE_FINAL_TYPE (SdFindingsPane, sd_findings_pane, ADW_TYPE_BIN)

/* Helpers */

/* Name of the unit that a finding is about; none where it is about the plan as a whole. */
static const char *
name_of_subject (SdFindingsPane *self, SdFinding *finding)
{
  SdPlan *plan = sd_session_get_plan (self->session);
  SdRow *row = plan != NULL
                   ? sd_row_set_find_row (SD_ROW_SET (plan), sd_finding_get_subject (finding))
                   : NULL;

  while (row != NULL && sd_row_get_table_id (row) != SD_TABLE_UNIT)
    row = sd_row_set_find_row (SD_ROW_SET (plan), sd_row_get_parent_id (row));

  return row != NULL ? sd_row_get_text (row, SD_UNIT_NAME) : NULL;
}

static guint
count_of (SdFindingsPane *self, SdSeverity severity)
{
  const char *plan_id = sd_session_get_plan_id (self->session);

  return plan_id != NULL ? sd_session_get_n_findings (self->session, plan_id, severity) : 0;
}

static void
show_empty (SdFindingsPane *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (self->empty_page, icon);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update_page (SdFindingsPane *self)
{
  SdCheck *check = sd_session_get_check (self->session);

  if (g_list_model_get_n_items (sd_session_get_findings (self->session)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (sd_session_get_plan (self->session) == NULL)
    show_empty (self, "sanding-findings-symbolic", _ ("No Plan"),
                _ ("Findings of the plan that is edited are listed here."));
  else if (check == NULL)
    show_empty (self, "content-loading-symbolic", _ ("Checking…"), NULL);
  else if (g_list_model_get_n_items (sd_check_get_packs (check)) == 0)
    show_empty (self, "dialog-question-symbolic", _ ("No Rules for This Plan"),
                _ ("No rule pack is made for this county and town. Nothing was checked."));
  else
    show_empty (self, "emblem-ok-symbolic", _ ("No Findings"),
                _ ("The plan keeps to every rule that applies to it."));
}

/* Callbacks */

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  SdFindingsPane *self = data;

  return sd_finding_row_new (item, name_of_subject (self, item));
}

/* Findings of the county and those with an exception stand under headings of their own. */
typedef enum
{
  GROUP_OF_COUNTY = SD_N_SEVERITIES,
  GROUP_EXCEPTIONS,
} Group;

static guint
group_of (GtkListBoxRow *row)
{
  SdFinding *finding = sd_finding_row_get_finding (SD_FINDING_ROW (row));

  if (sd_finding_get_exception (finding) != NULL)
    return GROUP_EXCEPTIONS;

  return sd_finding_get_is_of_county (finding) ? (guint) GROUP_OF_COUNTY
                                               : (guint) sd_finding_get_severity (finding);
}

static char *
title_of_group (SdFindingsPane *self, guint group)
{
  if (group == GROUP_EXCEPTIONS)
    return g_strdup (_ ("Exceptions"));
  if (group == GROUP_OF_COUNTY)
    return g_strdup (_ ("The County as a Whole"));

  return g_strdup_printf ("%s  %u", sd_severity_get_title ((SdSeverity) group),
                          count_of (self, (SdSeverity) group));
}

static GtkWidget *
heading_new (SdFindingsPane *self, guint group)
{
  g_autofree char *text = title_of_group (self, group);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "severity-heading");

  return label;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const guint group = group_of (row);
  gboolean first = before == NULL || group_of (before) != group;

  gtk_list_box_row_set_header (row, first ? heading_new (data, group) : NULL);
}

static void
on_findings_changed (SdFindingsPane *self)
{
  update_page (self);
  gtk_list_box_invalidate_headers (self->list);
}

static void
on_row_selected (SdFindingsPane *self, GtkListBoxRow *selected, GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (SD_IS_FINDING_ROW (row))
      sd_finding_row_set_open (SD_FINDING_ROW (row), row == GTK_WIDGET (selected));
}

static void
on_row_activated (SdFindingsPane *self, GtkListBoxRow *row, GtkListBox *list)
{
  SdFinding *finding = sd_finding_row_get_finding (SD_FINDING_ROW (row));

  sd_session_go_to_row (self->session, NULL, sd_finding_get_subject (finding));
}

/* Overrides */

static void
sd_findings_pane_dispose (GObject *object)
{
  sd_findings_pane_set_session (SD_FINDINGS_PANE (object), NULL);

  G_OBJECT_CLASS (sd_findings_pane_parent_class)->dispose (object);
}

static void
sd_findings_pane_class_init (SdFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_findings_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sd_findings_pane_init (SdFindingsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

/**
 * sd_findings_pane_set_session:
 * @self: a pane
 * @session: (nullable): the session whose findings it lists
 */
void
sd_findings_pane_set_session (SdFindingsPane *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_findings (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  gtk_list_box_bind_model (self->list, sd_session_get_findings (session), create_row, self, NULL);
  g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                           G_CALLBACK (on_findings_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::checking", G_CALLBACK (on_findings_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan-id", G_CALLBACK (on_findings_changed), self,
                           G_CONNECT_SWAPPED);
  on_findings_changed (self);
}

/**
 * sd_findings_pane_select:
 * @self: a pane
 * @finding: a finding
 *
 * Selects the row of the finding and moves the keyboard there.
 */
void
sd_findings_pane_select (SdFindingsPane *self, SdFinding *finding)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL &&
         !(SD_IS_FINDING_ROW (row) &&
           sd_finding_equal (sd_finding_row_get_finding (SD_FINDING_ROW (row)), finding)))
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (row);
}
