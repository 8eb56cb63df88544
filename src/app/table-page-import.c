/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-page-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "register/rows-file.h"
#include "window.h"

/* Rows are imported from a list as a spreadsheet writes it: all of them in one edit, or none. */

#define MOST_SHOWN 200 /* lines that are refused */

/* Helpers */

static GtkWindow *
window_of (SdTablePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
show_refusal (SdTablePage *self, const char *body, const char *lines)
{
  GtkWidget *dialog =
      adw_message_dialog_new (window_of (self), _ ("The File Was Not Imported"), body);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (lines);

  if (lines != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
    }
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_refused (SdTablePage *self, SdRowsFile *read)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *body = g_strdup_printf (
      _ ("%u of %u lines cannot be read, so nothing was imported. Put them right in the "
         "spreadsheet and import it again."),
      read->refused->len, read->refused->len + read->rows->len);

  for (guint i = 0; i < read->refused->len && i < MOST_SHOWN; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (char *) read->refused->pdata[i]);
  if (read->refused->len > MOST_SHOWN)
    g_string_append (lines, "\n…");
  show_refusal (self, body, lines->str);
  g_string_free (lines, TRUE);
}

static void
tell_passed_by (SdTablePage *self, SdRowsFile *read)
{
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (read->passed_by->len == 0 || !SD_IS_WINDOW (window_of (self)))
    return;

  g_ptr_array_add (read->passed_by, NULL);
  list = g_strjoinv (_ (", "), (char **) read->passed_by->pdata);
  text = g_strdup_printf (_ ("Columns that were not imported: %s"), list);
  sd_window_toast (SD_WINDOW (window_of (self)), text);
}

/* Callbacks */

static void
add_rows (SdTablePage *self, SdSession *session, SdRowsFile *read)
{
  g_autofree SdNewRow *rows = g_new0 (SdNewRow, read->rows->len);

  for (guint i = 0; i < read->rows->len; i++)
    {
      GArray *values = read->rows->pdata[i];

      rows[i].values = (SdFieldValue *) values->data;
      rows[i].n_values = values->len;
    }
  sd_register_add_rows_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                              self->view->table, rows, read->rows->len, NULL, sd_session_on_done,
                              g_object_ref (session));
}

static void
on_loaded (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdTablePage) self = data;
  SdSession *session = sd_grid_get_session (self->grid);
  g_autofree char *name = sd_file_get_title (G_FILE (file));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SdRowsFile) read = { NULL };

  if (session == NULL || sd_session_get_plan (session) == NULL)
    return;

  bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);
  if (bytes == NULL || !sd_rows_file_read (&read, sd_session_get_plan (session), self->view->table,
                                           name, bytes, &error))
    {
      show_refusal (self, error->message, NULL);
      return;
    }
  if (read.refused->len > 0)
    {
      tell_refused (self, &read);
      return;
    }

  sd_table_page_show_all (self);
  add_rows (self, session, &read);
  tell_passed_by (self, &read);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, SdTablePage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sd_table_page_import (self, file);
  g_object_unref (chooser);
}

/* Functions of the page */

void
sd_table_page_choose_import (SdTablePage *self)
{
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (window_of (self), _ ("Import CSV"), GTK_FILE_CHOOSER_ACTION_OPEN);

  sd_file_chooser_filter (chooser, _ ("Lists from a spreadsheet"), "*.csv *.tsv *.txt");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * sd_table_page_import:
 * @self: a page with a plan
 * @file: a list as a spreadsheet writes it, see sd_rows_file_read()
 *
 * Adds its rows in one edit. What cannot be read is told by line, and nothing is added then.
 */
void
sd_table_page_import (SdTablePage *self, GFile *file)
{
  g_file_load_bytes_async (file, NULL, on_loaded, g_object_ref (self));
}
