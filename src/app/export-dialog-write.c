/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "export-result.h"
#include "plan/xml.h"

/* From the choice to the files, and what is said of them. */

static SdWindow *
window_of (SdExportDialog *self)
{
  return SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
}

static void run (SdExportDialog *self);

static void
say_done (SdExportDialog *self)
{
  GFile *target = sd_export_get_target (self->export);
  const guint n = sd_export_get_n_written (self->export);
  g_autofree char *name = sd_file_get_title (target);
  g_autofree char *text =
      sd_export_get_n_items (self->export) == 1
          ? g_strdup_printf (_ ("Exported “%s”"), name)
          : g_strdup_printf (
                ngettext ("Exported %u file into “%s”", "Exported %u files into “%s”", n), n, name);

  sd_window_toast_file (window_of (self), text, target);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
say_cancelled (SdExportDialog *self)
{
  const guint n = sd_export_get_n_written (self->export);
  g_autofree char *text =
      g_strdup_printf (ngettext ("The export was cancelled; %u file was written before.",
                                 "The export was cancelled; %u files were written before.", n),
                       n);

  sd_window_toast (window_of (self), n > 0 ? text : _ ("The export was cancelled."));
}

static void
show_result (SdExportDialog *self)
{
  if (!sd_export_result_is_due (self->export))
    {
      say_done (self);
      return;
    }

  sd_export_result_fill (self->result_box, self->export);
  gtk_button_set_label (self->cancel_button, _ ("_Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
on_replace_answer (AdwMessageDialog *dialog, const char *response, SdExportDialog *self)
{
  if (!g_str_equal (response, "replace"))
    {
      show_result (self);
      return;
    }
  sd_export_allow_replacing (self->export);
  run (self);
}

static char *
list_changed (SdExport *export)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sd_export_get_n_items (export); i++)
    {
      const SdExportItem *item = sd_export_get_item (export, i);
      g_autofree char *name = NULL;

      if (!g_error_matches (item->error, SD_PLAN_ERROR, SD_PLAN_ERROR_CHANGED))
        continue;
      name = sd_file_get_title (item->file);
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? "\n" : "", name);
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static void
ask_to_replace (SdExportDialog *self, const char *names)
{
  g_autofree char *body = g_strdup_printf (
      _ ("%s\nWhat is there was written or changed by another program or another person. Replacing "
         "it loses these changes."),
      names);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace What Is There?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Keep"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_replace_answer), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *changed = NULL;
  const gboolean ended = sd_export_run_finish (SD_EXPORT (source), result, &error);

  g_clear_object (&self->cancellable);
  if (window_of (self) == NULL)
    return; /* closed with its window */
  if (!ended)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_cancelled (self);
      else
        sd_window_show_error (window_of (self), _ ("The Plan Was Not Exported"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  changed = list_changed (self->export);
  if (changed != NULL)
    ask_to_replace (self, changed);
  else
    show_result (self);
}

static void
on_progress (SdExportDialog *self)
{
  const guint n = sd_export_get_n_items (self->export);
  const guint done = sd_export_get_n_done (self->export);
  g_autofree char *text =
      g_strdup_printf (_ ("Exporting %u of %u: %s"), MIN (done + 1, n), n,
                       sd_export_get_item (self->export, MIN (done, n - 1))->title);

  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / n);
  gtk_label_set_label (self->work_label, text);
}

static void
run (SdExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "work");
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), FALSE);
  sd_export_run_async (self->export, self->cancellable, on_ended, g_object_ref (self));
  on_progress (self);
}

/* Writes what was added to the export. */
void
sd_export_dialog_start (SdExportDialog *self)
{
  g_signal_connect_object (self->export, "progress", G_CALLBACK (on_progress), self,
                           G_CONNECT_SWAPPED);
  run (self);
}
