/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "new-register-dialog.h"
#include "plan/reader.h"

/* An import on its way: into the open register, or, without one, into a register to be made. */
typedef struct
{
  SdWindow *window;
  GFile *file;
  SdCounty *county;
} Import;

static void run_import (Import *import, SdImportMode mode);

/* Helpers */

static void
import_free (Import *import)
{
  g_clear_object (&import->window);
  g_clear_object (&import->file);
  g_clear_object (&import->county);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* Callbacks */

static void
on_mode_chosen (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Import *import = data;

  if (g_str_equal (response, "replace"))
    run_import (import, SD_IMPORT_REPLACE);
  else if (g_str_equal (response, "scenario"))
    run_import (import, SD_IMPORT_SCENARIO);
  else
    import_free (import);
}

static void
ask_mode (Import *import, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (import->window),
                                              _ ("The Plan Is There Already"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "scenario", _ ("Add as a _Scenario"), "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "scenario");
  g_signal_connect (dialog, "response", G_CALLBACK (on_mode_chosen), import);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_imported (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sd_file_get_title (import->file);
  g_autofree char *toast = g_strdup_printf (_ ("Imported “%s”"), name);

  if (sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    sd_window_toast (import->window, toast);
  else if (g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS))
    ask_mode (g_steal_pointer (&import), error);
  else
    sd_window_show_error (import->window, _ ("The File Was Not Imported"), error);
}

static void
run_import (Import *import, SdImportMode mode)
{
  SdSession *session = sd_window_get_session (import->window);

  if (session == NULL)
    {
      import_free (import);
      return;
    }

  sd_register_import_async (sd_session_get_register (session), import->county, mode, NULL,
                            on_imported, import);
}

static void
on_place_chosen (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Import) import = data;

  if (g_str_equal (response, "create"))
    sd_new_register_dialog_choose_file (import->window, NULL, import->county);
}

static void
ask_place (Import *import)
{
  SdRow *county = sd_county_get_row (import->county);
  g_autofree char *name = sd_file_get_title (import->file);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: a file, and the county it is of. */
  body = g_strdup_printf (_ ("“%s” is a plan file. To work on it, a register of %s is made from "
                             "it; the file itself stays as it is."),
                          name, sd_row_get_text (county, SD_COUNTY_NAME));
  dialog = adw_message_dialog_new (GTK_WINDOW (import->window), _ ("Make a Register?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "create",
                                    _ ("_Make a Register…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "create",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "create");
  g_signal_connect (dialog, "response", G_CALLBACK (on_place_chosen), import);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Import) import = data;
  g_autoptr (GError) error = NULL;

  import->county = g_task_propagate_pointer (G_TASK (result), &error);
  if (import->county == NULL)
    sd_window_show_error (import->window, sd_error_get_heading (error), error);
  else if (sd_window_get_session (import->window) != NULL)
    run_import (g_steal_pointer (&import), SD_IMPORT_ASK);
  else
    ask_place (g_steal_pointer (&import));
}

static void
read_county (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_county_read (data, &error);

  if (county != NULL)
    g_task_return_pointer (task, county, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_and_import (SdWindow *self, GFile *file)
{
  Import *import = g_new0 (Import, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read, import);

  import->window = g_object_ref (self);
  import->file = g_object_ref (file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_county);
}

/* Functions of the room */

/* Asks whether and where a register is to be made from a plan or county as XML. */
void
sd_window_ask_register_for (SdWindow *self, GFile *file)
{
  read_and_import (self, file);
}

/* Public functions */

/**
 * sd_window_import:
 * @self: a window with an open register
 * @file: a plan or county as XML
 *
 * Imports the file; where the plan is there already, asks whether to replace it.
 */
void
sd_window_import (SdWindow *self, GFile *file)
{
  read_and_import (self, file);
}
