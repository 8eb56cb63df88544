/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rescue.h"

#include "editor.h"
#include "history-private.h"
#include "new-file.h"
#include "rescue-rows.h"
#include "salvage.h"
#include "schema.h"

#include <glib/gi18n-lib.h>

/* A register holds everything twice: as rows, and as the changes that made them. The history is
 * replayed as far as it can be read and its hashes fit; where that is all of it, nothing is
 * missing. Otherwise the rows are put over it, which are newer but may have holes. */

typedef struct
{
  SdDatabase *source;
  const char *author;
  const char *name; /* of the county, where the file does not tell */
  GPtrArray *missing;
} Rescue;

static int
abort_on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (SdDatabase *database, GBytes *changeset)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  return sqlite3changeset_apply (sd_database_get_handle (database), (int) size, (void *) data, NULL,
                                 abort_on_conflict, NULL) == SQLITE_OK;
}

/* An entry after the one before: whole by its hash, then run, then kept as it is. */
static gboolean
replay_entry (SdDatabase *database,
              const SdHistoryEntry *entry,
              const char *previous,
              gint64 version)
{
  g_autofree char *hash = sd_history_entry_compute_hash (entry);

  return g_str_equal (entry->prev_hash, previous) && g_str_equal (entry->hash, hash) &&
         entry->schema_version >= 1 && entry->schema_version <= version &&
         sd_schema_advance (database, (guint) entry->schema_version, NULL) &&
         (entry->changeset == NULL || apply (database, entry->changeset)) &&
         sd_history_insert (database, entry, NULL);
}

/* Whether the history was read to its end; @n_entries tells how far. */
static gboolean
replay (Rescue *rescue, SdDatabase *database, gint64 version, gint64 *n_entries)
{
  g_autofree char *previous = g_strdup ("");

  for (*n_entries = 0;; ++*n_entries)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdHistoryEntry) entry = NULL;
      gboolean done;

      if (!sd_history_get_next (rescue->source, *n_entries, &entry, &error))
        return FALSE;
      if (entry == NULL)
        return *n_entries > 0;
      sd_database_exec (database, "SAVEPOINT entry", NULL);
      done = entry->seq == *n_entries + 1 && replay_entry (database, entry, previous, version);
      if (!done)
        sd_database_exec (database, "ROLLBACK TO entry", NULL);
      sd_database_exec (database, "RELEASE entry", NULL);
      if (!done)
        return FALSE;
      g_free (previous);
      previous = g_strdup (entry->hash);
    }
}

static gboolean
rescue_rows (Rescue *rescue, SdDatabase *database, GError **error)
{
  g_autoptr (SdEditor) editor = sd_editor_new (database, rescue->author, error);
  g_auto (SdOutcome) outcome = { 0 };
  SdRescueRequest request = { .source = rescue->source, .missing = rescue->missing };

  request.base.operation = sd_operation_rescue;
  request.base.name = (char *) rescue->name;
  return editor != NULL && sd_editor_run (editor, &request.base, &outcome, error);
}

/* What is kept beside the plans; it may have holes and nothing is lost. */
static void
take_setting (sqlite3_stmt *row, gpointer database)
{
  sd_database_run (database, NULL, "INSERT OR IGNORE INTO setting VALUES (?1, ?2)", "ss",
                   (const char *) sqlite3_column_text (row, 1),
                   (const char *) sqlite3_column_text (row, 2));
}

static void
tell_history (Rescue *rescue, gint64 n_entries)
{
  g_ptr_array_add (rescue->missing,
                   n_entries == 0
                       ? g_strdup (_ ("The history could not be read: earlier edits cannot be "
                                      "undone, nor told who made them."))
                       : g_strdup_printf (_ ("The history could be read up to entry %d; of what "
                                             "was edited after it, only the result was kept."),
                                          (int) n_entries));
}

static gboolean
write_rescued (SdDatabase *database, gpointer data, GError **error)
{
  Rescue *rescue = data;
  gint64 version, n_entries;
  gboolean is_whole;

  if (!sd_schema_get_version (rescue->source, &version, error) ||
      !sd_database_exec (database, "BEGIN", error))
    return FALSE;
  version = CLAMP (version, 1, SD_SCHEMA_VERSION);
  is_whole = replay (rescue, database, version, &n_entries);
  if (!sd_schema_advance (database, SD_SCHEMA_VERSION, error) ||
      !sd_database_exec (database, "COMMIT", error))
    return FALSE;
  if (!is_whole)
    {
      tell_history (rescue, n_entries);
      if (!rescue_rows (rescue, database, error))
        return FALSE;
    }
  sd_salvage_table (rescue->source, "setting", "key, value", take_setting, database);

  return TRUE;
}

/**
 * sd_rescue:
 * @damaged: a register that is damaged
 * @file: where the new one is to be; a file that is there is refused
 * @author: who does it
 * @error: return location for a #SdRegisterError
 *
 * Makes a new register of what can be read of a damaged one, which stays as it is.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each thing that is missing; none
 *   where everything could be had from the history
 */
GPtrArray *
sd_rescue (GFile *damaged, GFile *file, const char *author, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (damaged);
  g_autofree char *path = sd_new_file_get_path (damaged, name, error);
  g_autofree char *title = g_file_get_basename (damaged);
  g_autoptr (SdDatabase) source =
      path != NULL ? sd_database_open (path, name, SD_DATABASE_DAMAGED, error) : NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  Rescue rescue = { source, author, title, missing };

  if (source == NULL || !sd_new_file_make (file, write_rescued, &rescue, error))
    return NULL;

  return g_steal_pointer (&missing);
}

/* What a task that rescues was asked for. */
typedef struct
{
  GFile *file;
  char *author;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->file);
  g_free (self->author);
  g_free (self);
}

static void
rescue_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  GPtrArray *missing = sd_rescue (source, asked->file, asked->author, &error);

  if (missing != NULL)
    g_task_return_pointer (task, missing, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sd_rescue_async:
 * @damaged: a register that is damaged
 * @file: where the new one is to be
 * @author: who does it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * As sd_rescue(), without waiting for the disk.
 */
void
sd_rescue_async (GFile *damaged,
                 GFile *file,
                 const char *author,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (damaged, NULL, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->file = g_object_ref (file);
  asked->author = g_strdup (author);
  (g_task_set_source_tag) (task, sd_rescue_async);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);
  g_task_run_in_thread (task, rescue_in_thread);
}

/**
 * sd_rescue_finish:
 * @result: what the callback got
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type utf8): as sd_rescue()
 */
GPtrArray *
sd_rescue_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
