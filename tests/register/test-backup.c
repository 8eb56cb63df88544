/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"
#include "register/backup.h"
#include "register/database.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* A register with a town, and a folder for its backups. */
typedef struct
{
  Fixture base;
  GFile *folder;
  gboolean is_done;
  GFile *made;
  GError *error;
} Backups;

static void
backups_init (Backups *self)
{
  g_autofree char *path = NULL;

  fixture_init (&self->base);
  path = g_build_filename (self->base.folder, "backups", NULL);
  self->folder = g_file_new_for_path (path);
  g_free (fixture_add_town (&self->base, "探沂镇"));
}

static void
backups_clear (Backups *self)
{
  g_autofree char *path = g_file_get_path (self->folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
  g_clear_object (&self->folder);
  g_clear_object (&self->made);
  g_clear_error (&self->error);
  fixture_clear (&self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Backups, backups_clear)

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Backups *self = user_data;

  self->made = sd_register_back_up_finish (SD_REGISTER (source), result, &self->error);
  self->is_done = TRUE;
}

/* Whether one was made. */
static gboolean
back_up (Backups *self, gboolean if_due)
{
  g_clear_object (&self->made);
  g_clear_error (&self->error);
  self->is_done = FALSE;
  sd_register_back_up_async (self->base.reg, self->folder, if_due, NULL, on_backed_up, self);
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);

  return self->made != NULL;
}

/* As if the backup just made had been made days ago. */
static void
make_older (Backups *self, int days)
{
  g_autofree char *path = g_file_get_path (self->made);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autofree char *stamp = g_date_time_format (then, "%Y%m%dT%H%M%S.%fZ.sanding");
  g_autofree char *older = g_strdup (path);

  memcpy (older + strlen (older) - strlen (stamp), stamp, strlen (stamp));
  g_assert_cmpint (g_rename (path, older), ==, 0);
}

static guint
count_towns (SdRegister *reg)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (reg)), SD_TABLE_TOWN);
}

static void
test_made_and_told (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };
  g_autoptr (GPtrArray) listed = NULL;
  const SdBackup *backup;

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  g_assert_no_error (backups.error);

  listed = sd_backup_list (backups.folder);
  g_assert_cmpuint (listed->len, ==, 1);
  backup = listed->pdata[0];
  g_assert_true (g_file_equal (backup->file, backups.made));
  g_assert_cmpstr (backup->county, ==, "费县");
  g_assert_cmpstr (backup->original, ==, backups.base.path);
  g_assert_cmpint (backup->seq, ==, 2); /* the county, and its town */
}

/* Due: none yet; or the last is a day old and something was edited since. */
static void
test_when_due (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  g_free (fixture_add_town (&backups.base, "费城街道"));
  g_assert_false (back_up (&backups, TRUE));
  g_assert_no_error (backups.error);

  g_assert_true (back_up (&backups, FALSE));
  make_older (&backups, 2);
  g_assert_false (back_up (&backups, TRUE)); /* the first one is of today */
}

static void
test_not_due_unedited (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  make_older (&backups, 2);
  g_assert_false (back_up (&backups, TRUE));
  g_free (fixture_add_town (&backups.base, "费城街道"));
  g_assert_true (back_up (&backups, TRUE));
}

static void
test_five_kept (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };
  g_autoptr (GPtrArray) listed = NULL;

  backups_init (&backups);
  for (int days = 9; days > 0; days--)
    {
      g_assert_true (back_up (&backups, FALSE));
      make_older (&backups, days);
    }
  g_assert_true (back_up (&backups, FALSE));

  listed = sd_backup_list (backups.folder);
  g_assert_cmpuint (listed->len, ==, 5);
  for (guint i = 1; i < listed->len; i++)
    {
      const SdBackup *newer = listed->pdata[i - 1];
      const SdBackup *older = listed->pdata[i];

      g_assert_cmpint (g_date_time_compare (newer->time, older->time), >, 0);
    }
}

/* A copy elsewhere is another register: its backups push out none of this one's. */
static void
test_of_a_copy (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  path = g_build_filename (backups.base.folder, "副本.sanding", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (sd_backup_restore (backups.made, file, &error));
  g_assert_no_error (error);

  g_assert_finalize_object (g_steal_pointer (&backups.base.reg));
  backups.base.reg = sd_register_open (file, 0, "乙", &error);
  g_assert_no_error (error);
  g_assert_true (back_up (&backups, TRUE));
  listed = sd_backup_list (backups.folder);
  g_assert_cmpuint (listed->len, ==, 2);
}

static void
test_restored (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdRegister) restored = NULL;
  g_autoptr (GError) error = NULL;

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  g_free (fixture_add_town (&backups.base, "费城街道"));

  /* Never over a file that is there. */
  g_assert_false (sd_backup_restore (backups.made, backups.base.file, &error));
  g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpuint (count_towns (backups.base.reg), ==, 2);

  path = g_build_filename (backups.base.folder, "恢复.sanding", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (sd_backup_restore (backups.made, file, &error));
  g_assert_no_error (error);
  restored = sd_register_open (file, 0, "乙", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_towns (restored), ==, 1);
  g_assert_true (sd_register_verify_history (restored, &error));
  g_assert_no_error (error);
}

/* What lies in the folder beside backups, or a backup that is damaged, hides none of the others. */
static void
test_others_in_folder (void)
{
  static const char *const names[] = { "readme.txt",
                                       "0123456789abcdef-20260101T000000.000000Z.sanding",
                                       "0123456789abcdef-2026-01-01.sanding" };
  g_auto (Backups) backups = { FIXTURE_INIT };
  g_autoptr (GPtrArray) listed = NULL;

  backups_init (&backups);
  g_assert_true (back_up (&backups, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (backups.folder, names[i]);

      g_assert_true (g_file_replace_contents (file, "kein", 4, NULL, FALSE, 0, NULL, NULL, NULL));
    }

  listed = sd_backup_list (backups.folder);
  g_assert_cmpuint (listed->len, ==, 1);
}

/* A folder that cannot be made is said; the register goes on. */
static void
test_no_folder (void)
{
  g_auto (Backups) backups = { FIXTURE_INIT };

  backups_init (&backups);
  g_clear_object (&backups.folder);
  backups.folder = g_file_get_child (backups.base.file, "backups"); /* below a file */
  g_assert_false (back_up (&backups, TRUE));
  g_assert_error (backups.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO);
  g_test_message ("%s", backups.error->message);
  g_free (fixture_add_town (&backups.base, "费城街道"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/made-and-told", test_made_and_told);
  g_test_add_func ("/backup/when-due", test_when_due);
  g_test_add_func ("/backup/not-due-unedited", test_not_due_unedited);
  g_test_add_func ("/backup/five-kept", test_five_kept);
  g_test_add_func ("/backup/of-a-copy", test_of_a_copy);
  g_test_add_func ("/backup/restored", test_restored);
  g_test_add_func ("/backup/others-in-folder", test_others_in_folder);
  g_test_add_func ("/backup/no-folder", test_no_folder);

  return g_test_run ();
}
