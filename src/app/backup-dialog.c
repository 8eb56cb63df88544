/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backup-dialog.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "register/backup.h"

struct _SdBackupDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SdBackupDialog, sd_backup_dialog, ADW_TYPE_WINDOW)

/* What is to be restored once the file has been chosen. */
typedef struct
{
  SdWindow *window;
  GFile *backup;
  GFile *file;
} Restoring;

static void
restoring_free (Restoring *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->backup);
  g_clear_object (&self->file);
  g_free (self);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restoring *restoring = data;
  GError *error = NULL;

  if (sd_backup_restore (restoring->backup, restoring->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sd_window_open_file (restoring->window, restoring->file);
  else
    sd_window_show_error (restoring->window, _ ("The Backup Was Not Restored"), error);
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, Restoring *restoring)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_restored, NULL);
  g_autoptr (GFile) chosen = NULL;

  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (chosen != NULL)
    {
      restoring->file = sd_file_with_suffix (chosen, ".sanding");
      g_task_run_in_thread (task, restore_in_thread);
    }
  g_object_unref (chooser);
}

static void
choose_file (SdWindow *parent, const SdBackup *backup)
{
  g_autoptr (GDateTime) time = g_date_time_to_local (backup->time);
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%d %H-%M");
  g_autofree char *name = g_strdup_printf ("%s %s.sanding", backup->county, stamp);
  GtkFileChooserNative *chooser = sd_file_chooser_new (GTK_WINDOW (parent), _ ("Restore Backup As"),
                                                       GTK_FILE_CHOOSER_ACTION_SAVE);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->window = g_object_ref (parent);
  restoring->backup = g_object_ref (backup->file);
  sd_file_chooser_filter (chooser, _ ("Registers"), "*.sanding");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '_'));
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_chosen), restoring);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_row_activated (SdBackupDialog *self, GtkListBoxRow *row, GtkListBox *list)
{
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  choose_file (parent, g_object_get_data (G_OBJECT (row), "backup"));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
backup_row_new (const SdBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) time = g_date_time_to_local (backup->time);
  /* Translators: the date and time of a backup. */
  g_autofree char *stamp = g_date_time_format (time, _ ("%Y-%m-%d %H:%M"));
  g_autofree char *title = g_strdup_printf ("%s · %s", backup->county, stamp);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (backup->original != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), backup->original);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "backup", sd_backup_copy (backup),
                          (GDestroyNotify) sd_backup_free);

  return row;
}

static void
sd_backup_dialog_class_init (SdBackupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/backup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdBackupDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SdBackupDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sd_backup_dialog_init (SdBackupDialog *self)
{
  g_autoptr (GFile) folder = sd_backup_get_folder ();
  g_autoptr (GPtrArray) backups = sd_backup_list (folder);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, backup_row_new (backups->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, backups->len > 0 ? "list" : "empty");
}

/**
 * sd_backup_dialog_new:
 * @parent: the window that opens what is restored
 *
 * Lists the backups that the program made; the one that is chosen is restored as a file of its own.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_backup_dialog_new (SdWindow *parent)
{
  return g_object_new (SD_TYPE_BACKUP_DIALOG, "transient-for", parent, NULL);
}
