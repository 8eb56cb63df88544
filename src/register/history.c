/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history.h"

#include "label.h"
#include "schema.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (SdHistoryEntry, sd_history_entry, sd_history_entry_copy, sd_history_entry_free)

/**
 * sd_history_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): a copy
 */
SdHistoryEntry *
sd_history_entry_copy (const SdHistoryEntry *self)
{
  SdHistoryEntry *copy = g_new0 (SdHistoryEntry, 1);

  copy->id = g_strdup (self->id);
  copy->seq = self->seq;
  copy->kind = g_strdup (self->kind);
  copy->reverses = g_strdup (self->reverses);
  copy->author = g_strdup (self->author);
  copy->time = g_strdup (self->time);
  copy->label = g_strdup (self->label);

  return copy;
}

/**
 * sd_history_entry_free:
 * @self: (nullable): an entry
 */
void
sd_history_entry_free (SdHistoryEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->reverses);
  g_free (self->author);
  g_free (self->time);
  g_free (self->label);
  g_free (self);
}

void
sd_history_cursor_init (SdHistoryCursor *self)
{
  self->undoable = g_ptr_array_new_with_free_func (g_free);
  self->redoable = g_ptr_array_new_with_free_func (g_free);
}

void
sd_history_cursor_clear (SdHistoryCursor *self)
{
  g_clear_pointer (&self->undoable, g_ptr_array_unref);
  g_clear_pointer (&self->redoable, g_ptr_array_unref);
}

static void
take_back (GPtrArray *from, GPtrArray *to, const char *id)
{
  if (from->len > 0 && g_strcmp0 (g_ptr_array_index (from, from->len - 1), id) == 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

/**
 * sd_history_cursor_move:
 * @self: a cursor
 * @id: an entry that has been added
 * @kind: its kind
 * @reverses: (nullable): the entry it is about
 *
 * Takes an entry into account: an edit can be undone and ends what could be redone; a version is a
 * wall that undo does not pass.
 */
void
sd_history_cursor_move (SdHistoryCursor *self,
                        const char *id,
                        const char *kind,
                        const char *reverses)
{
  if (g_str_equal (kind, "undo"))
    {
      take_back (self->undoable, self->redoable, reverses);
    }
  else if (g_str_equal (kind, "redo"))
    {
      take_back (self->redoable, self->undoable, reverses);
    }
  else
    {
      g_ptr_array_set_size (self->redoable, 0);
      if (g_str_equal (kind, "version"))
        g_ptr_array_set_size (self->undoable, 0);
      else
        g_ptr_array_add (self->undoable, g_strdup (id));
    }
}

/**
 * sd_history_load_cursor:
 * @database: a register
 * @cursor: a new cursor
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the cursor could be derived
 */
gboolean
sd_history_load_cursor (SdDatabase *database, SdHistoryCursor *cursor, GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  gboolean has_row;

  statement =
      sd_database_prepare (database, "SELECT id, kind, reverses FROM history ORDER BY seq", error);
  if (statement == NULL)
    return FALSE;
  do
    {
      if (!sd_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        sd_history_cursor_move (cursor, (const char *) sqlite3_column_text (statement, 0),
                                (const char *) sqlite3_column_text (statement, 1),
                                (const char *) sqlite3_column_text (statement, 2));
    }
  while (has_row);

  return TRUE;
}

/* The hash of an entry covers all of it and the hash before it; fields are separated by a character
 * that none of them can hold. */
static char *
hash_of (const char *prev_hash,
         const char *id,
         const char *kind,
         const char *reverses,
         const char *author,
         const char *time,
         const char *label,
         gconstpointer changeset,
         gsize size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *fields[] = { prev_hash, id, kind, reverses, author, time, label };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *field = fields[i] != NULL ? fields[i] : "";

      g_checksum_update (checksum, (const guchar *) field, (gssize) strlen (field) + 1);
    }
  if (size > 0)
    g_checksum_update (checksum, changeset, (gssize) size);

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
get_head (SdDatabase *database, char **id, char **hash, GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  gboolean has_row;

  statement = sd_database_prepare (database,
                                   "SELECT id, hash FROM history ORDER BY seq DESC LIMIT 1", error);
  if (statement == NULL || !sd_database_step (database, statement, &has_row, error))
    return FALSE;

  *id = has_row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  *hash = has_row ? g_strdup ((const char *) sqlite3_column_text (statement, 1)) : NULL;
  return TRUE;
}

/**
 * sd_history_append:
 * @database: a register in a transaction
 * @kind: kind of the entry
 * @reverses: (nullable): the entry that it undoes or redoes
 * @author: who makes it
 * @label: what it is, as sd_label_new() makes it
 * @changeset: (nullable): the changeset of the SQLite session
 * @size: its length in bytes
 * @error: return location for a #SdRegisterError
 *
 * Adds an entry after the last one.
 *
 * Returns: (transfer full) (nullable): the id of the entry
 */
char *
sd_history_append (SdDatabase *database,
                   const char *kind,
                   const char *reverses,
                   const char *author,
                   const char *label,
                   gconstpointer changeset,
                   gsize size,
                   GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *parent = NULL;
  g_autofree char *prev_hash = NULL;
  g_autofree char *hash = NULL;

  if (!get_head (database, &parent, &prev_hash, error))
    return NULL;
  statement = sd_database_prepare (
      database,
      "INSERT INTO history (id, parent, kind, reverses, author, time, label, schema_version, "
      "changeset, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  if (statement == NULL)
    return NULL;

  hash = hash_of (prev_hash, id, kind, reverses, author, time, label, changeset, size);
  sd_statement_bind_text (statement, 1, id);
  sd_statement_bind_text (statement, 2, parent);
  sd_statement_bind_text (statement, 3, kind);
  sd_statement_bind_text (statement, 4, reverses);
  sd_statement_bind_text (statement, 5, author);
  sd_statement_bind_text (statement, 6, time);
  sd_statement_bind_text (statement, 7, label);
  sqlite3_bind_int (statement, 8, SD_SCHEMA_VERSION);
  sqlite3_bind_blob64 (statement, 9, changeset, size, SQLITE_TRANSIENT);
  sd_statement_bind_text (statement, 10, prev_hash);
  sd_statement_bind_text (statement, 11, hash);

  return sd_database_run (database, statement, error) ? g_steal_pointer (&id) : NULL;
}

/**
 * sd_history_get_change:
 * @database: a register
 * @id: an entry
 * @label: (out) (transfer full): its label as stored
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (nullable): its changeset
 */
GBytes *
sd_history_get_change (SdDatabase *database, const char *id, char **label, GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  gboolean has_row;

  statement =
      sd_database_prepare (database, "SELECT changeset, label FROM history WHERE id = ?", error);
  if (statement == NULL)
    return NULL;
  sd_statement_bind_text (statement, 1, id);
  if (!sd_database_step (database, statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
                   _ ("%s: an entry of the history is missing."), sd_database_get_name (database));
      return NULL;
    }

  *label = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  return g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
}

static SdHistoryEntry *
entry_from_statement (sqlite3_stmt *statement)
{
  SdHistoryEntry *entry = g_new0 (SdHistoryEntry, 1);

  entry->seq = sqlite3_column_int64 (statement, 0);
  entry->id = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  entry->kind = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  entry->reverses = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  entry->author = g_strdup ((const char *) sqlite3_column_text (statement, 4));
  entry->time = g_strdup ((const char *) sqlite3_column_text (statement, 5));
  entry->label = sd_label_render ((const char *) sqlite3_column_text (statement, 6));

  return entry;
}

/**
 * sd_history_list:
 * @database: a register
 * @limit: how many entries to give at most
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the last entries, the newest first
 */
GPtrArray *
sd_history_list (SdDatabase *database, guint limit, GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean has_row;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_history_entry_free);
  statement = sd_database_prepare (database,
                                   "SELECT seq, id, kind, reverses, author, time, label "
                                   "FROM history ORDER BY seq DESC LIMIT ?",
                                   error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  do
    {
      if (!sd_database_step (database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (entries, entry_from_statement (statement));
    }
  while (has_row);

  return g_steal_pointer (&entries);
}

static gboolean
entry_is_whole (sqlite3_stmt *statement, const char *prev_hash)
{
  g_autofree char *hash = NULL;

  hash = hash_of (prev_hash, (const char *) sqlite3_column_text (statement, 0),
                  (const char *) sqlite3_column_text (statement, 1),
                  (const char *) sqlite3_column_text (statement, 2),
                  (const char *) sqlite3_column_text (statement, 3),
                  (const char *) sqlite3_column_text (statement, 4),
                  (const char *) sqlite3_column_text (statement, 5),
                  sqlite3_column_blob (statement, 6), sqlite3_column_bytes (statement, 6));

  return g_strcmp0 (hash, (const char *) sqlite3_column_text (statement, 7)) == 0;
}

/**
 * sd_history_verify:
 * @database: a register
 * @error: return location for a #SdRegisterError
 *
 * Follows the chain of hashes, which shows a change that did not come from the program. Anyone
 * could compute the chain anew, so the last hash is also printed on what is exported.
 *
 * Returns: whether the chain is whole
 */
gboolean
sd_history_verify (SdDatabase *database, GError **error)
{
  g_autoptr (SdStatement) statement = NULL;
  g_autofree char *prev_hash = NULL;
  gboolean has_row;

  statement = sd_database_prepare (database,
                                   "SELECT id, kind, reverses, author, time, label, changeset, "
                                   "hash, seq FROM history ORDER BY seq",
                                   error);
  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!sd_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!entry_is_whole (statement, prev_hash))
        {
          g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
                       _ ("%s: entry %d of the history was changed from outside the program."),
                       sd_database_get_name (database), sqlite3_column_int (statement, 8));
          return FALSE;
        }
      g_free (prev_hash);
      prev_hash = g_strdup ((const char *) sqlite3_column_text (statement, 7));
    }
}
