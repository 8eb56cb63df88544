/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "findings-pane.h"

#include <glib/gi18n-lib.h>

#include "finding-group.h"
#include "finding-row.h"
#include "settings.h"

struct _SdFindingsPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *empty_page;

  GtkToggleButton *buttons[SD_N_GROUPINGS];

  /* Owned */
  SdSession *session;
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  SdGrouping grouping;
};

G_DEFINE_FINAL_TYPE (SdFindingsPane, sd_findings_pane, ADW_TYPE_BIN)

/* What the settings call them. */
static const char *const groupings[SD_N_GROUPINGS] = { "severity", "unit", "clause" };

/* Helpers */

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
  else if (!sd_plan_proposes (sd_session_get_plan (self->session)))
    show_empty (self, "sanding-findings-symbolic", _ ("Nothing Is Proposed Yet"),
                _ ("Set up the first unit on the chart, or import what is proposed. From then on "
                   "each edit is checked."));
  else
    show_empty (self, "emblem-ok-symbolic", _ ("No Findings"),
                _ ("The plan keeps to every rule that applies to it."));
}

static GtkListBoxRow *
find_row (SdFindingsPane *self, SdFinding *finding)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (sd_finding_equal (sd_finding_row_get_finding (SD_FINDING_ROW (row)), finding))
      return row;

  return NULL;
}

/* Callbacks */

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  SdFindingsPane *self = data;

  return sd_finding_row_new (self->session, item, self->grouping != SD_GROUPING_UNIT,
                             self->grouping != SD_GROUPING_CLAUSE);
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  SdFindingsPane *self = data;
  SdFinding *first = (SdFinding *) a, *second = (SdFinding *) b;
  int result;

  if (self->session == NULL)
    return 0;

  result = sd_finding_group_compare (self->session, self->grouping, first, second);
  if (result == 0)
    result = (int) sd_finding_get_severity (first) - (int) sd_finding_get_severity (second);

  return result;
}

static guint
count_group (SdFindingsPane *self, SdFinding *finding)
{
  GListModel *findings = sd_session_get_findings (self->session);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) other = g_list_model_get_item (findings, i);

      if (sd_finding_group_compare (self->session, self->grouping, finding, other) == 0)
        count++;
    }

  return count;
}

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* @pack stands above its first clause. */
static GtkWidget *
heading_new (SdFindingsPane *self, SdFinding *finding, SdPack *pack)
{
  g_autofree char *title = sd_finding_group_get_title (self->session, self->grouping, finding);
  g_autofree char *count = g_strdup_printf ("%u", count_group (self, finding));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (pack != NULL)
    {
      GtkWidget *above = label_new (sd_pack_get_title (pack), "caption");

      gtk_widget_add_css_class (above, "dim-label");
      gtk_box_append (GTK_BOX (box), above);
    }
  gtk_box_append (GTK_BOX (line), label_new (title, "heading"));
  gtk_box_append (GTK_BOX (line), label_new (count, "dim-label"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "severity-heading");

  return box;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SdFindingsPane *self = data;
  SdFinding *finding = sd_finding_row_get_finding (SD_FINDING_ROW (row));
  SdFinding *above = before != NULL ? sd_finding_row_get_finding (SD_FINDING_ROW (before)) : NULL;
  SdPack *pack = sd_finding_find_pack (self->session, finding);

  if (above != NULL &&
      sd_finding_group_compare (self->session, self->grouping, finding, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (self->grouping != SD_GROUPING_CLAUSE ||
      (above != NULL && sd_finding_find_pack (self->session, above) == pack))
    pack = NULL;
  gtk_list_box_row_set_header (row, heading_new (self, finding, pack));
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

  if (g_strcmp0 (sd_finding_get_rule (finding), SD_SESSION_TEXT_RULE) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-in-document", "s",
                                sd_finding_get_subject (finding));
  else
    sd_session_go_to_row (self->session, NULL, sd_finding_get_subject (finding));
}

static void
bind_list (SdFindingsPane *self)
{
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_list_box_bind_model (self->list, self->session != NULL ? G_LIST_MODEL (self->sorted) : NULL,
                           create_row, self, NULL);
}

static void
set_grouping (SdFindingsPane *self, SdGrouping grouping)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (SdFinding) selected = NULL;

  if (self->grouping == grouping)
    return;

  if (row != NULL)
    selected = g_object_ref (sd_finding_row_get_finding (SD_FINDING_ROW (row)));
  self->grouping = grouping;
  sd_settings_set_text ("findings", "group-by", groupings[grouping]);
  bind_list (self);
  if (selected != NULL)
    gtk_list_box_select_row (self->list, find_row (self, selected));
}

static void
on_grouping_toggled (SdFindingsPane *self, GtkToggleButton *button)
{
  for (guint i = 0; i < SD_N_GROUPINGS; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      set_grouping (self, (SdGrouping) i);
}

/* A check may have moved a unit without changing what is found. */
static void
on_checking (SdFindingsPane *self)
{
  if (!sd_session_get_checking (self->session))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  on_findings_changed (self);
}

/* Overrides */

static void
sd_findings_pane_dispose (GObject *object)
{
  SdFindingsPane *self = SD_FINDINGS_PANE (object);

  sd_findings_pane_set_session (self, NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (sd_findings_pane_parent_class)->dispose (object);
}

/* The keyboard goes to the findings, not to how they are grouped. */
static gboolean
sd_findings_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (SD_FINDINGS_PANE (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
sd_findings_pane_class_init (SdFindingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_findings_pane_dispose;
  widget_class->grab_focus = sd_findings_pane_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, list);
  gtk_widget_class_bind_template_child (widget_class, SdFindingsPane, empty_page);
  gtk_widget_class_bind_template_child_full (
      widget_class, "severity_button", FALSE,
      G_STRUCT_OFFSET (SdFindingsPane, buttons[SD_GROUPING_SEVERITY]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "unit_button", FALSE,
      G_STRUCT_OFFSET (SdFindingsPane, buttons[SD_GROUPING_UNIT]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "clause_button", FALSE,
      G_STRUCT_OFFSET (SdFindingsPane, buttons[SD_GROUPING_CLAUSE]));
  gtk_widget_class_bind_template_callback (widget_class, on_grouping_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sd_findings_pane_init (SdFindingsPane *self)
{
  g_autofree char *grouping = sd_settings_get_text ("findings", "group-by");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_findings, self, NULL));
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (self->sorter));
  for (guint i = 0; i < SD_N_GROUPINGS; i++)
    if (g_strcmp0 (grouping, groupings[i]) == 0)
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
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
      gtk_sort_list_model_set_model (self->sorted, NULL);
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  gtk_sort_list_model_set_model (self->sorted, sd_session_get_findings (session));
  bind_list (self);
  g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                           G_CALLBACK (on_findings_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::checking", G_CALLBACK (on_checking), self,
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
  GtkListBoxRow *row = find_row (self, finding);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
