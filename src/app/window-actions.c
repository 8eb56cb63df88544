/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "register/register-many.h"
#include "rules/mend.h"
#include "flow-view.h"
#include "grid-cell.h"
#include "source-dialog.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "exception-dialog.h"
#include "export-dialog.h"
#include "new-register-dialog.h"
#include "new-town-dialog.h"
#include "rules-window.h"

/* Callbacks */

static void
on_undone (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_steal_pointer (&self->stepping);

  if (!sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    {
      if (self->session != NULL)
        sd_session_report_error (self->session, error);
      return;
    }

  sd_window_toast (self, text);
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, SdWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sd_window_open_file (self, file);
  g_object_unref (chooser);
}

static void
on_import_chosen (GtkNativeDialog *chooser, int response, SdWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sd_window_import (self, file);
  g_object_unref (chooser);
}

/* Actions */

static void
open_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_window_open_sample (SD_WINDOW (widget));
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (GTK_WINDOW (widget), _ ("Open a File"), GTK_FILE_CHOOSER_ACTION_OPEN);

  sd_file_chooser_filter (chooser, _ ("Registers and plans"), "*.sanding *.xml");
  sd_file_chooser_filter (chooser, _ ("Registers"), "*.sanding");
  sd_file_chooser_filter (chooser, _ ("Plan data"), "*.xml");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
new_register (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (sd_new_register_dialog_new (SD_WINDOW (widget))));
}

static void
restore_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_window_show_backups (SD_WINDOW (widget));
}

static void
import_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (GTK_WINDOW (widget), _ ("Import XML"), GTK_FILE_CHOOSER_ACTION_OPEN);

  sd_file_chooser_filter (chooser, _ ("Plan data"), "*.xml");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_import_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
new_town (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (sd_new_town_dialog_new (SD_WINDOW (widget))));
}

static void
new_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_county_view_start_plan (SD_WINDOW (widget)->county_view);
}

static void
export_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  SdPreviewPage *preview = sd_county_view_get_preview (self->county_view);
  const char *seen =
      gtk_widget_get_mapped (GTK_WIDGET (preview)) ? sd_preview_page_get_document (preview) : NULL;

  gtk_window_present (GTK_WINDOW (sd_export_dialog_new (self, seen)));
}

static void
print_document (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdCountyView *view = SD_WINDOW (widget)->county_view;

  sd_county_view_show_page (view, "documents");
  sd_preview_page_print (sd_county_view_get_preview (view));
}

static void
show_rules (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (sd_rules_window_new (SD_WINDOW (widget))));
}

static void
grant_exception (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *pack, *rule, *object;

  g_variant_get (parameter, "(&s&s&s)", &pack, &rule, &object);
  gtk_window_present (
      GTK_WINDOW (sd_exception_dialog_new (SD_WINDOW (widget), pack, rule, object)));
}

/* One edit, however many values it sets. */
static void
mend (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdSession *session = SD_WINDOW (widget)->session;
  SdPlan *plan = sd_session_get_plan (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SdCell));
  const char *rule, *text;

  if (plan == NULL)
    return;
  g_variant_get (parameter, "(&s&s)", &rule, &text);
  steps = sd_mend_parse (plan, text, &error);
  if (steps == NULL)
    {
      sd_session_report_error (session, error);
      return;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const SdMendStep *step = &g_array_index (steps, SdMendStep, i);
      const SdCell cell = { sd_row_get_table_id (step->row), sd_row_get_id (step->row),
                            step->column, step->value };

      g_array_append_val (cells, cell);
    }
  sd_register_set_values_async (sd_session_get_register (session), sd_plan_get_id (plan),
                                (const SdCell *) cells->data, cells->len, rule, NULL,
                                sd_session_on_done, g_object_ref (session));
}

static void
show_sources (SdWindow *self, GPtrArray *sources)
{
  gtk_window_present (
      GTK_WINDOW (sd_source_dialog_new (GTK_WINDOW (self), self->session, sources)));
}

static GPtrArray *
take_source (SdSource *source)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_source_free);

  g_ptr_array_add (sources, source);

  return sources;
}

static SdGauge *
find_gauge (SdWindow *self, const char *id)
{
  GListModel *gauges = sd_session_get_gauges (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (gauges); i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      if (g_str_equal (sd_gauge_get_id (gauge), id))
        return gauge;
    }

  return NULL;
}

/* Of what has the focus, where that is a cell or a ribbon. */
static SdSource *
find_source (SdWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, SD_TYPE_GRID_CELL) : NULL;
  GtkWidget *flow = focus != NULL ? gtk_widget_get_ancestor (focus, SD_TYPE_FLOW_VIEW) : NULL;
  SdGridItem *item = cell != NULL ? sd_grid_cell_get_item (SD_GRID_CELL (cell)) : NULL;

  if (flow != NULL)
    return sd_flow_view_get_source (SD_FLOW_VIEW (flow));

  return item != NULL ? sd_grid_item_get_source (item, sd_grid_cell_get_place (SD_GRID_CELL (cell)))
                      : NULL;
}

/* Of what has the focus; else of the selected unit, or of the whole structure. */
static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  SdSource *source;

  if (sd_session_get_plan (self->session) == NULL)
    return;
  source = find_source (self);
  if (source != NULL)
    show_sources (self, take_source (source));
  else
    show_sources (self,
                  sd_sources_of_unit (self->session, sd_session_get_selected_unit (self->session)));
}

static void
explain_gauge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  SdGauge *gauge = find_gauge (self, g_variant_get_string (parameter, NULL));

  if (gauge != NULL)
    show_sources (self, sd_sources_of_gauge (self->session, gauge));
}

/* Of the number of rows on a page. */
static void
explain_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  const SdTableId table = (SdTableId) g_variant_get_uint32 (parameter);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  SdRow *row;

  if (table >= SD_N_TABLES || sd_session_get_plan (self->session) == NULL)
    return;
  SD_FOREACH_ROW (row, sd_session_get_plan (self->session), table)
    g_ptr_array_add (rows, row);
  show_sources (self, table == SD_TABLE_POST
                          ? take_source (sd_source_of_posts (self->session, NULL))
                          : take_source (sd_source_of_rows (
                                self->session, sd_table_get_label (sd_table_get (table)), rows)));
}

/* The label is taken before the step: afterwards it names the step before. */
static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  SdRegister *reg = sd_session_get_register (self->session);

  if (self->stepping != NULL)
    return;
  self->stepping = g_strdup_printf (_ ("Undone: %s"), sd_register_get_undo_label (reg));
  sd_session_follow_next (self->session);
  sd_register_undo_async (reg, NULL, on_undone, g_object_ref (self));
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  SdRegister *reg = sd_session_get_register (self->session);

  if (self->stepping != NULL)
    return;
  self->stepping = g_strdup_printf (_ ("Redone: %s"), sd_register_get_redo_label (reg));
  sd_session_follow_next (self->session);
  sd_register_redo_async (reg, NULL, on_undone, g_object_ref (self));
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_county_view_show_page (SD_WINDOW (widget)->county_view,
                            g_variant_get_string (parameter, NULL));
}

static void
show_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_county_view_show_pane (SD_WINDOW (widget)->county_view,
                            g_variant_get_string (parameter, NULL));
}

static void
show_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  const char *page, *row_id;

  g_variant_get (parameter, "(&s&s)", &page, &row_id);
  sd_session_go_to_row (self->session, NULL, row_id);
  sd_county_view_show_row (self->county_view, page, row_id);
}

static void
show_finding (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdWindow *self = SD_WINDOW (widget);
  GListModel *findings = sd_session_get_findings (self->session);
  const char *rule, *subject;

  g_variant_get (parameter, "(&s&s)", &rule, &subject);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (sd_finding_get_rule (finding), rule) != 0 ||
          g_strcmp0 (sd_finding_get_subject (finding), subject) != 0)
        continue;
      sd_county_view_show_finding (self->county_view, finding);
      return;
    }
}

static void
show_in_document (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_county_view_show_in_document (SD_WINDOW (widget)->county_view,
                                   g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_county_view_toggle_sidebar (SD_WINDOW (widget)->county_view);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_window_search (SD_WINDOW (widget));
}

/* Functions of the room */

void
sd_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "win.new-register", NULL, new_register);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_backup);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_file);
  gtk_widget_class_install_action (widget_class, "win.new-town", NULL, new_town);
  gtk_widget_class_install_action (widget_class, "win.new-plan", NULL, new_plan);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_plan);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_document);
  gtk_widget_class_install_action (widget_class, "win.rules", NULL, show_rules);
  gtk_widget_class_install_action (widget_class, "win.grant-exception", "(sss)", grant_exception);
  gtk_widget_class_install_action (widget_class, "win.mend", "(ss)", mend);
  sd_window_install_posts (widget_class);
  gtk_widget_class_install_action (widget_class, "win.explain", NULL, explain);
  gtk_widget_class_install_action (widget_class, "win.explain-gauge", "s", explain_gauge);
  gtk_widget_class_install_action (widget_class, "win.explain-table", "u", explain_table);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-pane", "s", show_pane);
  gtk_widget_class_install_action (widget_class, "win.show-row", "(ss)", show_row);
  gtk_widget_class_install_action (widget_class, "win.show-finding", "(ss)", show_finding);
  gtk_widget_class_install_action (widget_class, "win.show-in-document", "s", show_in_document);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
}

/* An action that cannot be done now is shown so. */
void
sd_window_update_actions (SdWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SdRegister *reg = self->session != NULL ? sd_session_get_register (self->session) : NULL;
  gboolean writable = reg != NULL && !sd_register_get_read_only (reg);
  gboolean has_plan = reg != NULL && sd_session_get_plan_id (self->session) != NULL;

  gtk_widget_action_set_enabled (widget, "win.open-sample", self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.open", self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.new-register", self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.restore-backup", self->opening == NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 writable && sd_register_get_undo_label (reg) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 writable && sd_register_get_redo_label (reg) != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.new-town", writable);
  gtk_widget_action_set_enabled (widget, "win.new-plan", writable);
  gtk_widget_action_set_enabled (widget, "win.rules", reg != NULL);
  gtk_widget_action_set_enabled (widget, "win.grant-exception", writable && has_plan);
  gtk_widget_action_set_enabled (widget, "win.mend", writable && has_plan);
  gtk_widget_action_set_enabled (widget, "win.explain", has_plan);
  gtk_widget_action_set_enabled (widget, "win.explain-gauge", has_plan);
  gtk_widget_action_set_enabled (widget, "win.explain-table", has_plan);
  gtk_widget_action_set_enabled (widget, "win.export", has_plan);
  gtk_widget_action_set_enabled (widget, "win.print", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-page", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-pane", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-row", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-finding", has_plan);
  gtk_widget_action_set_enabled (widget, "win.show-in-document", has_plan);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", reg != NULL);
}
