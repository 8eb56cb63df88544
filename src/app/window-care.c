/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "backup-dialog.h"
#include "dialogs.h"
#include "register/backup.h"
#include "register/rescue.h"

/* What the window does for a register that nobody asked for: it is looked through once it is open,
 * backed up when that is due, and where it is damaged there is a way out. */

/* A damaged register, and where what can be read of it is to go. */
typedef struct
{
  SdWindow *window;
  GFile *damaged;
  GFile *file;
} Rescuing;

static void
rescuing_free (Rescuing *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->damaged);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rescuing, rescuing_free)

/* The rescue */

static void
show_missing (SdWindow *self, GPtrArray *missing)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Rescued into a New Register"),
                                              _ ("This is missing from it:"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label;
  g_autofree char *text = NULL;

  g_ptr_array_add (missing, NULL);
  text = g_strjoinv ("\n", (char **) missing->pdata);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_rescued (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rescuing) rescuing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = sd_rescue_finish (result, &error);

  if (missing == NULL)
    {
      sd_window_show_error (rescuing->window, _ ("The Register Could Not Be Rescued"), error);
      return;
    }

  sd_window_open_file (rescuing->window, rescuing->file);
  if (missing->len > 0)
    show_missing (rescuing->window, missing);
  else
    sd_window_toast (rescuing->window, _ ("Rescued into a new register; nothing is missing"));
}

static void
on_rescue_chosen (GtkNativeDialog *chooser, int response, Rescuing *data)
{
  g_autoptr (Rescuing) rescuing = data;
  g_autoptr (GFile) chosen = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (chosen != NULL)
    {
      rescuing->file = sd_file_with_suffix (chosen, ".sanding");
      sd_rescue_async (rescuing->damaged, rescuing->file, sd_get_author (), on_rescued, rescuing);
      g_steal_pointer (&rescuing);
    }
  g_object_unref (chooser);
}

static void
choose_rescue (Rescuing *rescuing)
{
  g_autofree char *title = sd_file_get_title (rescuing->damaged);
  /* Translators: name of the file to which a damaged register is rescued. */
  g_autofree char *rescued = g_strdup_printf (_ ("%s (rescued)"), title);
  g_autofree char *name = g_strconcat (rescued, ".sanding", NULL);
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (GTK_WINDOW (rescuing->window), _ ("Rescue into a New Register"),
                           GTK_FILE_CHOOSER_ACTION_SAVE);

  sd_file_chooser_filter (chooser, _ ("Registers"), "*.sanding");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_rescue_chosen), rescuing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_damaged_response (AdwMessageDialog *dialog, const char *response, Rescuing *data)
{
  g_autoptr (Rescuing) rescuing = data;

  if (g_str_equal (response, "rescue"))
    choose_rescue (g_steal_pointer (&rescuing));
  else if (g_str_equal (response, "restore"))
    sd_window_show_backups (rescuing->window);
}

static AdwMessageDialog *
damaged_dialog_new (SdWindow *self, const GError *error)
{
  g_autoptr (GFile) folder = sd_backup_get_folder ();
  g_autofree char *body = g_strdup_printf (
      _ ("%s Nothing more is written to it. What can be read of it can be rescued into a new "
         "register, with a list of what is missing."),
      error->message);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The Register Is Damaged"), body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  if (sd_backup_is_there (folder))
    adw_message_dialog_add_response (dialog, "restore", _ ("Restore a _Backup…"));
  adw_message_dialog_add_response (dialog, "rescue", _ ("_Rescue…"));
  adw_message_dialog_set_response_appearance (dialog, "rescue", ADW_RESPONSE_SUGGESTED);

  return dialog;
}

/* Says what is known of a register that is damaged, and offers what can be done; once, however many
 * of its rows are come upon. */
void
sd_window_show_damaged (SdWindow *self, GFile *file, const GError *error)
{
  AdwMessageDialog *dialog;
  Rescuing *rescuing;

  if (self->damaged != NULL)
    return;

  dialog = damaged_dialog_new (self, error);
  g_set_weak_pointer (&self->damaged, GTK_WIDGET (dialog));
  rescuing = g_new0 (Rescuing, 1);
  rescuing->window = g_object_ref (self);
  rescuing->damaged = g_object_ref (file);
  g_signal_connect (dialog, "response", G_CALLBACK (on_damaged_response), rescuing);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The check and the backup */

static void
on_backed_up (GObject *reg, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) backup = sd_register_back_up_finish (SD_REGISTER (reg), result, &error);
  g_autofree char *text = NULL;

  if (error == NULL)
    return;
  /* Translators: why a backup could not be made, as a sentence. */
  text = g_strdup_printf (_ ("No backup was made: %s"), error->message);
  sd_window_toast (self, text);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SdWindow) self = user_data;
  g_autoptr (GFile) folder = sd_backup_get_folder ();
  g_autoptr (GError) error = NULL;
  SdRegister *reg = SD_REGISTER (source);

  if (!sd_register_check_finish (reg, result, &error))
    {
      sd_window_update_actions (self);
      if (g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED))
        sd_window_show_damaged (self, sd_register_get_file (reg), error);
    }
  else if (!sd_register_get_read_only (reg))
    sd_register_back_up_async (reg, folder, TRUE, NULL, on_backed_up, g_steal_pointer (&self));
}

/* Looks through a register that has been opened, and backs it up when that is due. */
void
sd_window_look_after (SdWindow *self, SdRegister *reg)
{
  sd_register_check_async (reg, NULL, on_checked, g_object_ref (self));
}

void
sd_window_show_backups (SdWindow *self)
{
  gtk_window_present (GTK_WINDOW (sd_backup_dialog_new (self)));
}
