/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-private.h"
#include "schema.h"

#include <glib/gi18n-lib.h>

/* The table `history`: entries are added at the end and never changed. Where undo and redo stand is
 * not kept anywhere; it follows from the entries. */

#define COLUMNS                                                                                    \
  "seq, id, parent, merge_parent, kind, reverses, author, time, label, schema_version, "           \
  "prev_hash, hash, changeset IS NOT NULL"

static gboolean
set_damaged (SdDatabase *database, gint64 seq, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("The history of %s does not fit together at entry %d."),
               sd_database_get_name (database), (int) seq);
  return FALSE;
}

/* A required text that is not text means that the file was changed from outside. */
static SdHistoryEntry *
read_entry (SdDatabase *database, SdQuery *query, gboolean with_changeset, GError **error)
{
  g_autoptr (SdHistoryEntry) entry = g_new0 (SdHistoryEntry, 1);

  entry->seq = sd_query_get_integer (query, 0);
  entry->id = g_strdup (sd_query_get_text (query, 1));
  entry->parent = g_strdup (sd_query_get_text (query, 2));
  entry->merge_parent = g_strdup (sd_query_get_text (query, 3));
  entry->reverses = g_strdup (sd_query_get_text (query, 5));
  entry->author = g_strdup (sd_query_get_text (query, 6));
  entry->time = g_strdup (sd_query_get_text (query, 7));
  entry->label = g_strdup (sd_query_get_text (query, 8));
  entry->schema_version = sd_query_get_integer (query, 9);
  entry->prev_hash = g_strdup (sd_query_get_text (query, 10));
  entry->hash = g_strdup (sd_query_get_text (query, 11));
  entry->has_changeset = sd_query_get_integer (query, 12) != 0;
  if (with_changeset)
    entry->changeset = sd_query_get_bytes (query, 13);
  if (!sd_history_kind_from_string (sd_query_get_text (query, 4), &entry->kind) ||
      entry->id == NULL || entry->author == NULL || entry->time == NULL || entry->label == NULL ||
      entry->prev_hash == NULL || entry->hash == NULL)
    {
      set_damaged (database, entry->seq, error);
      return NULL;
    }

  return g_steal_pointer (&entry);
}

static gboolean
read_one (SdDatabase *database,
          SdQuery *query,
          gboolean with_changeset,
          SdHistoryEntry **entry,
          GError **error)
{
  gboolean has_row;

  *entry = NULL;
  if (query == NULL || !sd_query_step (query, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  *entry = read_entry (database, query, with_changeset, error);
  return *entry != NULL;
}

static GPtrArray *
read_all (SdDatabase *database, SdQuery *query, gboolean with_changeset, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean has_row = TRUE;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_history_entry_free);
  while (has_row)
    {
      SdHistoryEntry *entry;

      if (query == NULL || !sd_query_step (query, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      entry = read_entry (database, query, with_changeset, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

/**
 * sd_history_get_head:
 * @database: a register
 * @entry: (out) (nullable): its last entry, without its changeset
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it could be read
 */
gboolean
sd_history_get_head (SdDatabase *database, SdHistoryEntry **entry, GError **error)
{
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error,
                        "SELECT " COLUMNS " FROM history ORDER BY seq DESC LIMIT 1", "");
  return read_one (database, query, FALSE, entry, error);
}

/**
 * sd_history_get_entry:
 * @database: a register
 * @id: identifier of an entry
 * @entry: (out) (nullable): the entry with its changeset, or %NULL if there is none
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it could be read
 */
gboolean
sd_history_get_entry (SdDatabase *database, const char *id, SdHistoryEntry **entry, GError **error)
{
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error, "SELECT " COLUMNS ", changeset FROM history WHERE id = ?1",
                        "s", id);
  return read_one (database, query, TRUE, entry, error);
}

/**
 * sd_history_list:
 * @database: a register
 * @limit: how many, or -1 for all
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the last entries, the newest first
 */
GPtrArray *
sd_history_list (SdDatabase *database, gint64 limit, GError **error)
{
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error,
                        "SELECT " COLUMNS " FROM history ORDER BY seq DESC LIMIT ?1", "i", limit);
  return read_all (database, query, FALSE, error);
}

/**
 * sd_history_list_since:
 * @database: a register
 * @seq: number of an entry
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the entries after it with their
 *   changesets, the oldest first
 */
GPtrArray *
sd_history_list_since (SdDatabase *database, gint64 seq, GError **error)
{
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error,
                        "SELECT " COLUMNS ", changeset FROM history WHERE seq > ?1 ORDER BY seq",
                        "i", seq);
  return read_all (database, query, TRUE, error);
}

/* The entry after @seq with its changeset, or NULL at the end. */
gboolean
sd_history_get_next (SdDatabase *database, gint64 seq, SdHistoryEntry **entry, GError **error)
{
  g_autoptr (SdQuery) query = sd_query_new (
      database, error,
      "SELECT " COLUMNS ", changeset FROM history WHERE seq > ?1 ORDER BY seq LIMIT 1", "i", seq);

  return read_one (database, query, TRUE, entry, error);
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * sd_history_append:
 * @database: a register, in a transaction
 * @entry: what to add; its number, identifier, parent, time, version and hashes are filled in
 *   here
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it was added
 */
gboolean
sd_history_append (SdDatabase *database, SdHistoryEntry *entry, GError **error)
{
  g_autoptr (SdHistoryEntry) head = NULL;

  if (!sd_history_get_head (database, &head, error) ||
      !sd_schema_get_version (database, &entry->schema_version, error))
    return FALSE;

  entry->id = g_uuid_string_random ();
  entry->time = now ();
  entry->seq = head != NULL ? head->seq + 1 : 1;
  entry->parent = head != NULL ? g_strdup (head->id) : NULL;
  entry->prev_hash = g_strdup (head != NULL ? head->hash : "");
  entry->has_changeset = entry->changeset != NULL;
  entry->hash = sd_history_entry_compute_hash (entry);

  return sd_history_insert (database, entry, error);
}

/* An entry as it is, with the number and the hashes that it has. */
gboolean
sd_history_insert (SdDatabase *database, const SdHistoryEntry *entry, GError **error)
{
  return sd_database_run (database, error,
                          "INSERT INTO history (seq, id, parent, merge_parent, kind, reverses, "
                          "author, time, label, schema_version, changeset, prev_hash, hash) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                          "issssssssibss", entry->seq, entry->id, entry->parent,
                          entry->merge_parent, sd_history_kind_to_string (entry->kind),
                          entry->reverses, entry->author, entry->time, entry->label,
                          entry->schema_version, entry->changeset, entry->prev_hash, entry->hash);
}

/**
 * sd_history_append_migration:
 * @database: a register, in a transaction
 * @author: who opened it
 * @from: the version it had
 * @to: the version it has now
 * @error: return location for a #SdRegisterError
 *
 * Adds a version that says that the register's tables were brought up to date.
 *
 * Returns: whether it was added
 */
gboolean
sd_history_append_migration (
    SdDatabase *database, const char *author, gint64 from, gint64 to, GError **error)
{
  g_autoptr (SdHistoryEntry) entry = g_new0 (SdHistoryEntry, 1);
  g_autofree char *old_version = g_strdup_printf ("t%" G_GINT64_FORMAT, from);
  g_autofree char *new_version = g_strdup_printf ("t%" G_GINT64_FORMAT, to);
  const SdPlace nowhere = SD_PLACE_INIT;

  entry->kind = SD_HISTORY_VERSION;
  entry->author = g_strdup (author);
  entry->label = sd_label_encode (SD_LABEL_MIGRATED, &nowhere, old_version, new_version, NULL);

  return sd_history_append (database, entry, error);
}

/* The entry before, which must stand before in the file too: the walk ends, whatever a file
 * holds. */
static gboolean
step_back (SdDatabase *database, SdHistoryEntry **entry, const char *id, GError **error)
{
  g_autoptr (SdHistoryEntry) before = NULL;
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error, "SELECT " COLUMNS " FROM history WHERE id = ?1", "s", id);
  if (!read_one (database, query, FALSE, &before, error))
    return FALSE;
  if (before == NULL ? id != NULL : before->seq >= (*entry)->seq)
    return set_damaged (database, (*entry)->seq, error);

  sd_history_entry_free (*entry);
  *entry = g_steal_pointer (&before);
  return TRUE;
}

/* What was taken back is out of the way: it goes on before it. */
static gboolean
step_over (SdDatabase *database, SdHistoryEntry **entry, GError **error)
{
  g_autofree char *reverses = g_strdup ((*entry)->reverses);
  g_autofree char *parent = NULL;

  if (reverses == NULL)
    return set_damaged (database, (*entry)->seq, error);
  if (!step_back (database, entry, reverses, error))
    return FALSE;

  parent = g_strdup ((*entry)->parent);
  return step_back (database, entry, parent, error);
}

/* Walks back to the entry that would be taken back next: for undo an edit or a redo that still
 * holds, for redo an undo that still holds. */
static gboolean
find_top (SdDatabase *database,
          SdHistoryEntry *head,
          gboolean for_redo,
          SdHistoryEntry **top,
          GError **error)
{
  g_autoptr (SdHistoryEntry) entry = head != NULL ? sd_history_entry_copy (head) : NULL;
  const SdHistoryKind holds = for_redo ? SD_HISTORY_UNDO : SD_HISTORY_REDO;
  const SdHistoryKind passed = for_redo ? SD_HISTORY_REDO : SD_HISTORY_UNDO;

  *top = NULL;
  while (entry != NULL)
    {
      g_autofree char *parent = g_strdup (entry->parent);

      if (sd_history_entry_is_barrier (entry))
        return TRUE;
      if (entry->kind == passed)
        {
          if (!step_over (database, &entry, error))
            return FALSE;
        }
      else if (entry->kind == SD_HISTORY_VERSION)
        {
          if (!step_back (database, &entry, parent, error))
            return FALSE;
        }
      else
        {
          /* A new edit ends what could be redone. */
          if (entry->kind == holds || !for_redo)
            *top = g_steal_pointer (&entry);
          return TRUE;
        }
    }

  return TRUE;
}

/**
 * sd_history_list_about:
 * @database: a register
 * @row_id: identifier of a row
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the entries whose changes name the row,
 *   with their changesets, the newest first
 */
GPtrArray *
sd_history_list_about (SdDatabase *database, const char *row_id, GError **error)
{
  g_autoptr (SdQuery) query = NULL;

  query = sd_query_new (database, error,
                        "SELECT " COLUMNS ", changeset FROM history WHERE changeset IS NOT NULL "
                        "AND instr (changeset, CAST (?1 AS BLOB)) > 0 ORDER BY seq DESC",
                        "s", row_id);
  return query != NULL ? read_all (database, query, TRUE, error) : NULL;
}

/**
 * sd_history_get_cursor:
 * @database: a register
 * @undo: (out) (nullable): the entry that an undo would reverse, without its changeset
 * @redo: (out) (nullable): the entry that a redo would reverse, an undo, without its changeset
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the history could be read
 */
gboolean
sd_history_get_cursor (SdDatabase *database,
                       SdHistoryEntry **undo,
                       SdHistoryEntry **redo,
                       GError **error)
{
  g_autoptr (SdHistoryEntry) head = NULL;

  *undo = NULL;
  *redo = NULL;
  return sd_history_get_head (database, &head, error) &&
         find_top (database, head, FALSE, undo, error) &&
         find_top (database, head, TRUE, redo, error);
}

/**
 * sd_history_verify:
 * @database: a register
 * @error: return location for a #SdRegisterError
 *
 * Computes the hash of each entry again. Who changes an entry from outside without computing the
 * rest of the chain again is found here; against one who does, the head's hash stands on exports.
 *
 * Returns: whether each hash is that of its entry and of the one before
 */
gboolean
sd_history_verify (SdDatabase *database, GError **error)
{
  g_autofree char *previous = g_strdup ("");
  g_autoptr (SdQuery) query = NULL;
  gint64 seq = 0;

  query =
      sd_query_new (database, error, "SELECT " COLUMNS ", changeset FROM history ORDER BY seq", "");
  while (TRUE)
    {
      g_autoptr (SdHistoryEntry) entry = NULL;
      g_autofree char *hash = NULL;

      if (!read_one (database, query, TRUE, &entry, error))
        return FALSE;
      if (entry == NULL)
        return seq > 0 || set_damaged (database, 1, error);
      hash = sd_history_entry_compute_hash (entry);
      if (entry->seq != ++seq || !g_str_equal (entry->prev_hash, previous) ||
          !g_str_equal (entry->hash, hash))
        return set_damaged (database, seq, error);
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
}
