/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <sqlite3.h>
#include <string.h>

#include "app/backup-dialog.h"
#include "app/window-private.h"
#include "register/backup.h"

/* What the window does for a register by itself: a backup that is due, and a way out of damage. */

static gboolean
has_backup (gpointer data)
{
  g_autoptr (GFile) folder = sd_backup_get_folder ();

  return sd_backup_is_there (folder);
}

static gboolean
shows_message (SdWindow *window)
{
  return app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
shows_backups (SdWindow *window)
{
  return app_test_dialog (window, SD_TYPE_BACKUP_DIALOG) != NULL;
}

static gboolean
tells_original (GtkWidget *row, gpointer backup)
{
  return g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                    ((const SdBackup *) backup)->original) == 0;
}

/* The sample is backed up once it is open, and the backup stands in the dialog. */
static void
test_backed_up (void)
{
  SdWindow *window = app_test_open_sample ();
  g_autoptr (GFile) folder = sd_backup_get_folder ();
  g_autoptr (GPtrArray) backups = NULL;
  GtkWindow *dialog;

  app_test_wait_for (has_backup, NULL);
  backups = sd_backup_list (folder);
  g_assert_cmpuint (backups->len, >, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-backup", NULL);
  app_test_wait_for (shows_backups, window);
  dialog = app_test_dialog (window, SD_TYPE_BACKUP_DIALOG);
  g_assert_nonnull (
      app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, tells_original, backups->pdata[0]));
  gtk_window_close (dialog);
  app_test_close (window);
}

/* A page in the middle of which bytes were written, that opening does not look at. */
static void
damage (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *data = NULL;
  gsize size;
  sqlite3 *handle;
  sqlite3_stmt *statement;
  gsize root;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "SELECT rootpage FROM sqlite_schema WHERE name = 'decision'", -1,
                      &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  root = (gsize) sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  memset (data + (root - 1) * 4096, 0x55, 4096);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

/* It is shown, and can be rescued, but nothing more is written to it. */
static void
test_damaged (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = app_test_file ("damaged.sanding");
  g_autoptr (SdRegister) reg = sd_register_create (file, "费县", "test", NULL);
  AdwMessageDialog *dialog;

  g_clear_object (&reg);
  damage (file);
  sd_window_open_file (window, file);
  app_test_wait_for (shows_message, window);
  dialog = ADW_MESSAGE_DIALOG (app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The Register Is Damaged");
  g_assert_true (adw_message_dialog_has_response (dialog, "rescue"));
  g_assert_true (sd_session_get_read_only (sd_window_get_session (window)));
  gtk_window_close (GTK_WINDOW (dialog));
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/care/backed-up", test_backed_up);
  app_test_add ("/care/damaged", test_damaged);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
