/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-dialog.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "document/document.h"
#include "plan/reader.h"
#include "plan/writer.h"

struct _SdExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *export_button;
  AdwActionRow *plan_row;
  AdwComboRow *document_row;
  GtkCheckButton *fodt_button;
  GtkCheckButton *ods_button;
  GtkCheckButton *xml_button;
  GtkWidget *findings_note;
  GtkLabel *findings_label;
};

G_DEFINE_FINAL_TYPE (SdExportDialog, sd_export_dialog, ADW_TYPE_WINDOW)

/* What is written. The worker reads a copy of the plan, since the rows belong to the main thread.
 * @expected is what is there before, and @written what is there after. */
typedef struct
{
  SdWindow *window;
  GFile *file;
  char *expected;
  char *written;
  char *document_id;
  char *format;
  char *plan_id;
  xmlDoc *doc;
  SdCheck *check;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->file);
  g_clear_object (&export->check);
  g_clear_pointer (&export->doc, xmlFreeDoc);
  g_free (export->expected);
  g_free (export->written);
  g_free (export->document_id);
  g_free (export->format);
  g_free (export->plan_id);
  g_free (export);
}

/* Helpers */

static const char *
chosen_format (SdExportDialog *self)
{
  if (gtk_check_button_get_active (self->fodt_button))
    return "fodt";
  if (gtk_check_button_get_active (self->ods_button))
    return "ods";

  return gtk_check_button_get_active (self->xml_button) ? "xml" : "odt";
}

static SdRow *
plan_row_of (SdSession *session)
{
  return sd_county_get_plan_row (sd_session_get_county (session), sd_session_get_plan_id (session));
}

static char *
title_of_type (SdDocumentType *type)
{
  return g_strdup (sd_document_type_get_title (type));
}

static void
show_plan (SdExportDialog *self, SdSession *session)
{
  SdRow *plan = plan_row_of (session);
  guint errors = sd_session_get_n_findings (session, sd_row_get_id (plan), SD_SEVERITY_ERROR);
  g_autofree char *note =
      g_strdup_printf (ngettext ("The plan breaks %u clause; it is written all the same.",
                                 "The plan breaks %u clauses; it is written all the same.", errors),
                       errors);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->plan_row), FALSE);
  adw_action_row_set_subtitle (self->plan_row, sd_row_get_text (plan, SD_PLAN_TITLE));
  gtk_label_set_label (self->findings_label, note);
  gtk_widget_set_visible (self->findings_note, errors > 0);
}

/* Worker */

static GBytes *
bytes_of (Export *export, SdCounty *county, GCancellable *cancellable, GError **error)
{
  return sd_document_export (export->document_id, county, export->plan_id, export->check,
                             export->format, cancellable, error);
}

static void
run_export (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read_doc (export->doc, NULL, _ ("The plan"), &error);
  g_autoptr (GBytes) bytes = county != NULL ? bytes_of (export, county, cancellable, &error) : NULL;

  if (bytes == NULL ||
      !sd_file_replace (export->file, export->expected, bytes, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  export->written = sd_file_get_state (export->file);
  g_task_return_boolean (task, TRUE);
}

/* What the program wrote last, by the URI of the file: a file that looks otherwise since has been
 * touched up by someone. */
static GHashTable *
last_written (void)
{
  static GHashTable *states = NULL;

  if (states == NULL)
    states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return states;
}

static void
remember (Export *export)
{
  g_hash_table_insert (last_written (), g_file_get_uri (export->file),
                       g_steal_pointer (&export->written));
}

static char *
expected_of (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *written = g_hash_table_lookup (last_written (), uri);
  char *state = sd_file_get_state (file);

  if (written == NULL || *state == '\0')
    return state;

  g_free (state);
  return g_strdup (written);
}

/* Callbacks */

static void
on_replace_answer (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Export *export = g_object_get_data (G_OBJECT (dialog), "export");
  g_autofree char *uri = g_file_get_uri (export->file);

  if (!g_str_equal (response, "replace"))
    return;
  g_hash_table_remove (last_written (), uri);
  sd_window_export (export->window, export->document_id, export->format, export->file);
}

static void
ask_to_replace (Export *export)
{
  g_autofree char *name = sd_file_get_title (export->file);
  g_autofree char *body = g_strdup_printf (
      _ ("“%s” has been changed by another program or another person since it was exported. "
         "Replacing it loses these changes."),
      name);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (export->window), _ ("Replace the Changed File?"), body);
  Export *again = g_new0 (Export, 1);

  again->window = g_object_ref (export->window);
  again->file = g_object_ref (export->file);
  again->document_id = g_strdup (export->document_id);
  again->format = g_strdup (export->format);
  g_object_set_data_full (G_OBJECT (dialog), "export", again, (GDestroyNotify) export_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_replace_answer), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sd_file_get_title (export->file);
  g_autofree char *text = g_strdup_printf (_ ("Exported “%s”"), name);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      remember (export);
      sd_window_toast_file (export->window, text, export->file);
      return;
    }
  if (g_error_matches (error, SD_PLAN_ERROR, SD_PLAN_ERROR_CHANGED))
    ask_to_replace (export);
  else
    sd_window_show_error (export->window, _ ("The Plan Was Not Exported"), error);
}

static void
on_response (GtkNativeDialog *chooser, int response, SdExportDialog *self)
{
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  SdDocumentType *type = adw_combo_row_get_selected_item (self->document_row);
  g_autofree char *suffix = g_strconcat (".", chosen_format (self), NULL);
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (chosen != NULL && type != NULL)
    {
      file = sd_file_with_suffix (chosen, suffix);
      sd_window_export (parent, sd_document_type_get_id (type), chosen_format (self), file);
      gtk_window_close (GTK_WINDOW (self));
    }
  g_object_unref (chooser);
}

static void
on_export_clicked (SdExportDialog *self)
{
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  SdRow *plan = plan_row_of (sd_window_get_session (parent));
  const char *format = chosen_format (self);
  g_autofree char *name = g_strconcat (sd_row_get_text (plan, SD_PLAN_TITLE), ".", format, NULL);
  g_autofree char *pattern = g_strconcat ("*.", format, NULL);
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (GTK_WINDOW (self), _ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE);

  sd_file_chooser_filter (chooser, pattern, pattern);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '_'));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Overrides */

static void
sd_export_dialog_class_init (SdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, fodt_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, ods_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, xml_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, findings_note);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, findings_label);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
}

static void
sd_export_dialog_init (SdExportDialog *self)
{
  g_autoptr (GListModel) types = sd_document_list (NULL);
  g_autoptr (GtkExpression) title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (title_of_type),
                                       NULL, NULL);
  adw_combo_row_set_expression (self->document_row, title);
  adw_combo_row_set_model (self->document_row, types);
}

/* Public functions */

/**
 * sd_export_dialog_new:
 * @parent: a window with a plan
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_export_dialog_new (SdWindow *parent)
{
  SdExportDialog *self = g_object_new (SD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  show_plan (self, sd_window_get_session (parent));
  gtk_widget_grab_focus (self->export_button);

  return GTK_WIDGET (self);
}

/**
 * sd_window_export:
 * @self: a window with a plan
 * @document_id: the type of document
 * @format: a format of sd_document_list_formats()
 * @file: where to; what is there is replaced
 *
 * Writes the plan that is edited, and says so when it is done. Where someone has changed the file
 * since it was exported, the user is asked first.
 */
void
sd_window_export (SdWindow *self, const char *document_id, const char *format, GFile *file)
{
  SdSession *session = sd_window_get_session (self);
  Export *export = g_new0 (Export, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_exported, NULL);

  export->window = g_object_ref (self);
  export->file = g_object_ref (file);
  export->expected = expected_of (file);
  export->document_id = g_strdup (document_id);
  export->format = g_strdup (format);
  export->plan_id = g_strdup (sd_session_get_plan_id (session));
  export->doc = sd_plan_to_doc (sd_session_get_county (session), export->plan_id);
  if (sd_session_get_check (session) != NULL)
    export->check = g_object_ref (sd_session_get_check (session));
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, run_export);
}
