/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backup.h"

#include "new-file.h"
#include "register-private.h"
#include "schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Backups lie in one folder, each named after the place of its register and the time: what belongs
 * together and what is the newest is told without opening any. A copy of a register elsewhere is
 * another register, although its county has the same row. */

#define SUFFIX ".sanding"
#define TIME_FORMAT "%Y%m%dT%H%M%S.%fZ"
#define PLACE_LENGTH 16
#define TIME_LENGTH 23
/* How many are kept of one register. */
#define KEPT 5

G_DEFINE_BOXED_TYPE (SdBackup, sd_backup, sd_backup_copy, sd_backup_free)

/**
 * sd_backup_copy:
 * @self: a backup
 *
 * Returns: (transfer full): a copy of what is known of it
 */
SdBackup *
sd_backup_copy (const SdBackup *self)
{
  SdBackup *copy = g_new0 (SdBackup, 1);

  copy->file = g_object_ref (self->file);
  copy->original = g_strdup (self->original);
  copy->county = g_strdup (self->county);
  copy->time = g_date_time_ref (self->time);
  copy->seq = self->seq;

  return copy;
}

/**
 * sd_backup_free:
 * @self: (transfer full): what is known of a backup; its file stays
 */
void
sd_backup_free (SdBackup *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->original);
  g_free (self->county);
  g_free (self);
}

/**
 * sd_backup_get_folder:
 *
 * Returns: (transfer full): where the program keeps backups, below the user's data folder
 */
GFile *
sd_backup_get_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "sanding", "backups", NULL);

  return g_file_new_for_path (path);
}

static char *
make_place (const char *path)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strndup (hash, PLACE_LENGTH);
}

static char *
make_name (const char *place, GDateTime *time)
{
  g_autofree char *stamp = g_date_time_format (time, TIME_FORMAT);

  return g_strconcat (place, "-", stamp, SUFFIX, NULL);
}

/* The time in a name such as make_name() makes, or NULL. */
static GDateTime *
read_name (const char *name)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *stamp = NULL;

  if (strlen (name) != PLACE_LENGTH + 1 + TIME_LENGTH + strlen (SUFFIX) ||
      !g_str_has_suffix (name, SUFFIX) || name[PLACE_LENGTH] != '-')
    return NULL;
  stamp = g_strndup (name + PLACE_LENGTH + 1, TIME_LENGTH);

  return g_date_time_new_from_iso8601 (stamp, utc);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;

  return strcmp (second + PLACE_LENGTH, first + PLACE_LENGTH);
}

/* The names of all backups, or of those of one place, the newest first. No folder: no backups. */
static GPtrArray *
list_names (GFile *folder, const char *place)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GDateTime) time = read_name (name);

      if (time != NULL && (place == NULL || g_str_has_prefix (name, place)))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_newest_first);

  return names;
}

static char *
get_text (SdDatabase *database, const char *sql, GError **error)
{
  g_autoptr (SdQuery) query = sd_query_new (database, error, sql, "");
  gboolean has_row = FALSE;

  if (query == NULL || !sd_query_step (query, &has_row, error) || !has_row)
    return NULL;

  return g_strdup (sd_query_get_text (query, 0));
}

static SdBackup *
read_backup (GFile *file, GDateTime *time, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (SdDatabase) database = sd_database_open (path, name, SD_DATABASE_READ_ONLY, error);
  g_autoptr (SdBackup) backup = NULL;
  SdSchemaState state;

  if (database == NULL || !sd_schema_check (database, &state, error))
    return NULL;
  backup = g_new0 (SdBackup, 1);
  backup->file = g_object_ref (file);
  backup->time = g_date_time_ref (time);
  backup->county = get_text (database, "SELECT name FROM county", error);
  if (backup->county == NULL ||
      !sd_database_get_integer (database, &backup->seq, error,
                                "SELECT coalesce (max (seq), 0) FROM history", ""))
    return NULL;
  backup->original = get_text (database, "SELECT value FROM setting WHERE key = 'backup-of'", NULL);

  return g_steal_pointer (&backup);
}

/**
 * sd_backup_is_there:
 * @folder: where backups are kept
 *
 * Returns: whether there may be any, told by the names of files only
 */
gboolean
sd_backup_is_there (GFile *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder, NULL);

  return names->len > 0;
}

/**
 * sd_backup_list:
 * @folder: where backups are kept
 *
 * A backup that cannot be read is passed over: the others may be what is needed.
 *
 * Returns: (transfer full) (element-type SdBackup): the backups, the newest first
 */
GPtrArray *
sd_backup_list (GFile *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder, NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_backup_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names->pdata[i]);
      g_autoptr (GDateTime) time = read_name (names->pdata[i]);
      SdBackup *backup = read_backup (file, time, NULL);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }

  return backups;
}

/* A backup is due a day after the last, unless nothing was edited since. */
static gboolean
is_due (SdDatabase *database, GFile *folder, GPtrArray *names, GDateTime *now)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdBackup) last = NULL;
  gint64 seq;

  if (names->len == 0)
    return TRUE;
  time = read_name (names->pdata[0]);
  if (g_date_time_difference (now, time) < G_TIME_SPAN_DAY)
    return FALSE;

  file = g_file_get_child (folder, names->pdata[0]);
  last = read_backup (file, time, NULL);
  return last == NULL ||
         !sd_database_get_integer (database, &seq, NULL, "SELECT max (seq) FROM history", "") ||
         seq != last->seq;
}

/* A copy that is made. */
typedef struct
{
  SdDatabase *from;
  const char *original;
} Copying;

/* What a task that makes a backup was asked for. */
typedef struct
{
  GFile *folder;
  char *original;
  gboolean if_due;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->folder);
  g_free (self->original);
  g_free (self);
}

/* What is damaged is no backup, and would push out one that is whole. */
static gboolean
write_backup (SdDatabase *copy, gpointer data, GError **error)
{
  const Copying *copying = data;

  return sd_database_check (copying->from, error) &&
         sd_database_copy (copying->from, copy, error) &&
         sd_database_run (copy, error, "INSERT OR REPLACE INTO setting VALUES ('backup-of', ?1)",
                          "s", copying->original);
}

static void
remove_old (GFile *folder, const char *place)
{
  g_autoptr (GPtrArray) names = list_names (folder, place);

  for (guint i = KEPT; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, names->pdata[i]);

      g_file_delete (file, NULL, NULL); /* one too many does no harm */
    }
}

static gboolean
make_backup (SdDatabase *database, SdJob *job, GError **error)
{
  const Asked *asked = g_task_get_task_data (job->task);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *place = make_place (asked->original);
  g_autofree char *folder = g_file_get_path (asked->folder);
  g_autoptr (GPtrArray) names = list_names (asked->folder, place);
  g_autofree char *name = make_name (place, now);
  g_autoptr (GFile) file = g_file_get_child (asked->folder, name);
  Copying copying = { database, asked->original };

  if (asked->if_due && !is_due (database, asked->folder, names, now))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
                   _ ("The folder %s for backups could not be made."), folder);
      return FALSE;
    }

  if (!sd_new_file_make (file, write_backup, &copying, error))
    return FALSE;
  remove_old (asked->folder, place);
  job->result = g_steal_pointer (&file);
  job->result_free = g_object_unref;

  return TRUE;
}

/**
 * sd_register_back_up_async:
 * @self: a register
 * @folder: where backups are kept; it is made where it is not there
 * @if_due: only where the last backup is older than a day and something was edited since
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is there, with sd_register_back_up_finish() to be called
 * @user_data: passed to @callback
 *
 * Copies the register, with all edits that were asked for before. Five backups of a register are
 * kept; the oldest goes.
 */
void
sd_register_back_up_async (SdRegister *self,
                           GFile *folder,
                           gboolean if_due,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->folder = g_object_ref (folder);
  asked->original = g_file_get_path (sd_register_get_file (self));
  asked->if_due = if_due;
  (g_task_set_source_tag) (task, sd_register_back_up_async);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);
  sd_register_push_reading (self, make_backup, task);
}

/**
 * sd_register_back_up_finish:
 * @self: a register
 * @result: what the callback got
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (nullable): the backup; %NULL without @error where none was due
 */
GFile *
sd_register_back_up_finish (SdRegister *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_restored (SdDatabase *copy, gpointer data, GError **error)
{
  return sd_database_copy (data, copy, error) &&
         sd_database_exec (copy, "DELETE FROM setting WHERE key = 'backup-of'", error);
}

/**
 * sd_backup_restore:
 * @backup: a backup
 * @file: where it is to be; a file that is there is refused
 * @error: return location for a #SdRegisterError
 *
 * Copies a backup to where it can be worked in.
 *
 * Returns: whether it is there
 */
gboolean
sd_backup_restore (GFile *backup, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (backup);
  g_autoptr (SdDatabase) database = sd_database_open (path, path, SD_DATABASE_READ_ONLY, error);

  return database != NULL && sd_new_file_make (file, write_restored, database, error);
}
