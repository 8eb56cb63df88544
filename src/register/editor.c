/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor.h"

#include "change.h"
#include "schema.h"

#include <glib/gi18n-lib.h>

#define UNKNOWN -1

struct _SdEditor
{
  SdDatabase *database;
  char *author;
  SdHistoryEntry *head;  /* NULL in a register that is being made */
  gint64 data_version;   /* of SQLite; another program's commits change it, ours do not; but what
                          * SQLite does after a failure may, and then it is UNKNOWN */
};

void
sd_outcome_clear (SdOutcome *self)
{
  sd_edit_clear (&self->edit);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->seqs, g_array_unref);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
}

void
sd_outcome_init (SdOutcome *self)
{
  *self = (SdOutcome){ .edit = { .kind = SD_HISTORY_EDIT, .place = SD_PLACE_INIT } };
  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * sd_editor_new:
 * @database: a register, in a transaction, in which all else that is shown of it is read too; it
 *   must outlive the editor
 * @author: who makes the edits
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): an editor
 */
SdEditor *
sd_editor_new (SdDatabase *database, const char *author, GError **error)
{
  g_autoptr (SdEditor) self = g_new0 (SdEditor, 1);

  self->database = database;
  self->author = g_utf8_make_valid (author != NULL ? author : "", -1);
  if (!sd_history_get_head (database, &self->head, error) ||
      !sd_database_get_integer (database, &self->data_version, error, "PRAGMA data_version", ""))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sd_editor_free:
 * @self: (nullable): an editor
 */
void
sd_editor_free (SdEditor *self)
{
  if (self == NULL)
    return;

  sd_history_entry_free (self->head);
  g_free (self->author);
  g_free (self);
}

/**
 * sd_editor_get_head_seq:
 * @self: an editor
 *
 * Returns: number of the last entry that it knows of
 */
gint64
sd_editor_get_head_seq (SdEditor *self)
{
  return self->head != NULL ? self->head->seq : 0;
}

static gboolean
add_batch (SdEditor *self, SdHistoryEntry *entry, SdOutcome *outcome, GError **error)
{
  GPtrArray *changes;

  if (entry->changeset == NULL)
    return TRUE;
  changes = sd_changeset_decode (entry->changeset, sd_database_get_name (self->database), error);
  if (changes == NULL)
    return FALSE;

  g_ptr_array_add (outcome->batches, changes);
  g_array_append_val (outcome->seqs, entry->seq);
  return TRUE;
}

static gboolean
set_changed_outside (SdEditor *self, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("Another program changed %s without writing it into the history. Nothing was "
                  "saved; open it again."),
               sd_database_get_name (self->database));
  return FALSE;
}

/* Takes over what other programs wrote since. They write as this one does, so what they changed
 * stands in the history; where it does not, nothing that this program shows is sure any more. */
static gboolean
take_over (SdEditor *self, gint64 data_version, SdOutcome *outcome, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (SdHistoryEntry) known = NULL;
  gint64 version;

  if (!sd_schema_get_version (self->database, &version, error))
    return FALSE;
  if (self->head == NULL || version != SD_SCHEMA_VERSION)
    return set_changed_outside (self, error);
  if (!sd_history_get_entry (self->database, self->head->id, &known, error))
    return FALSE;
  if (known == NULL || known->seq != self->head->seq ||
      !g_str_equal (known->hash, self->head->hash))
    return set_changed_outside (self, error);
  entries = sd_history_list_since (self->database, self->head->seq, error);
  if (entries == NULL)
    return FALSE;
  if (entries->len == 0)
    return set_changed_outside (self, error);

  for (guint i = 0; i < entries->len; i++)
    if (!add_batch (self, g_ptr_array_index (entries, i), outcome, error))
      return FALSE;
  self->data_version = data_version;
  sd_history_entry_free (self->head);
  self->head = g_ptr_array_steal_index (entries, entries->len - 1);

  return TRUE;
}

static gboolean
catch_up (SdEditor *self, SdOutcome *outcome, gboolean *moved, GError **error)
{
  g_autoptr (SdHistoryEntry) head = NULL;
  gint64 data_version;

  *moved = FALSE;
  if (!sd_database_get_integer (self->database, &data_version, error, "PRAGMA data_version", "") ||
      !sd_history_get_head (self->database, &head, error))
    return FALSE;
  if (self->data_version == UNKNOWN)
    self->data_version = data_version;
  if (data_version == self->data_version &&
      g_strcmp0 (head != NULL ? head->id : NULL, self->head != NULL ? self->head->id : NULL) == 0)
    return TRUE;

  *moved = take_over (self, data_version, outcome, error);
  return *moved;
}

/* Undo and redo are about what the user saw last; where that has moved, they ask again. */
static gboolean
check_still_meant (SdEditor *self, const SdRequest *request, gboolean moved, GError **error)
{
  if (!moved ||
      (request->operation != sd_operation_undo && request->operation != sd_operation_redo))
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_BUSY,
               _ ("Another program has just changed %s. Its changes are shown now; look at them "
                  "and try again."),
               sd_database_get_name (self->database));
  return FALSE;
}

static sqlite3_session *
start_session (SdEditor *self, GError **error)
{
  sqlite3_session *session = NULL;
  int code;

  code = sqlite3session_create (sd_database_get_handle (self->database), "main", &session);
  for (guint i = 0; code == SQLITE_OK && i < SD_N_TABLES; i++)
    code = sqlite3session_attach (session, sd_table_get (i)->name);
  if (code == SQLITE_OK)
    return session;

  g_clear_pointer (&session, sqlite3session_delete);
  sd_database_set_error (self->database, code, error);
  return NULL;
}

static gboolean
take_changeset (SdEditor *self, sqlite3_session *session, GBytes **changeset, GError **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  *changeset = NULL;
  if (code != SQLITE_OK)
    {
      sd_database_set_error (self->database, code, error);
      return FALSE;
    }
  if (size > 0)
    *changeset = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  else
    sqlite3_free (data);

  return TRUE;
}

static gboolean
run_recorded (SdEditor *self, const SdRequest *request, SdEdit *edit, GBytes **changeset,
              GError **error)
{
  sqlite3_session *session = start_session (self, error);
  gboolean done;

  if (session == NULL)
    return FALSE;
  done = request->operation (self->database, request, edit, error) &&
         take_changeset (self, session, changeset, error);
  sqlite3session_delete (session);

  return done;
}

/* An edit that changed nothing, such as a name set to what it was, leaves no trace. */
static gboolean
leaves_trace (const SdHistoryEntry *entry)
{
  return entry->changeset != NULL ||
         (entry->kind != SD_HISTORY_EDIT && entry->kind != SD_HISTORY_IMPORT);
}

/* All that can fail is done before the commit, so that a commit is the end of it. */
static gboolean
run_inside (SdEditor *self, const SdRequest *request, SdOutcome *outcome, SdHistoryEntry *entry,
            gboolean *has_begun, GError **error)
{
  gboolean moved;

  if (!catch_up (self, outcome, &moved, error) ||
      !check_still_meant (self, request, moved, error))
    return FALSE;
  *has_begun = TRUE;
  if (!run_recorded (self, request, &outcome->edit, &entry->changeset, error))
    return FALSE;

  entry->kind = outcome->edit.kind;
  entry->reverses = g_strdup (outcome->edit.reverses);
  entry->author = g_strdup (self->author);
  entry->label = g_strdup (outcome->edit.label);
  if (leaves_trace (entry) && (!sd_history_append (self->database, entry, error) ||
                               !add_batch (self, entry, outcome, error)))
    return FALSE;

  return sd_editor_get_cursor (self, outcome, error);
}

static void
roll_back (SdEditor *self)
{
  /* After some errors SQLite has already done so by itself. */
  if (!sqlite3_get_autocommit (sd_database_get_handle (self->database)))
    sd_database_exec (self->database, "ROLLBACK", NULL);
}

/* What other programs wrote stays known, what this edit wanted is forgotten. */
static void
forget_own (SdEditor *self, SdOutcome *outcome)
{
  guint n = outcome->seqs->len;

  if (n > 0 && g_array_index (outcome->seqs, gint64, n - 1) > sd_editor_get_head_seq (self))
    {
      g_ptr_array_set_size (outcome->batches, (int) n - 1);
      g_array_set_size (outcome->seqs, n - 1);
    }
  sd_editor_get_cursor (self, outcome, NULL);
}

/**
 * sd_editor_get_cursor:
 * @self: an editor
 * @outcome: where the labels of undo and redo go
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the history could be read
 */
gboolean
sd_editor_get_cursor (SdEditor *self, SdOutcome *outcome, GError **error)
{
  g_autoptr (SdHistoryEntry) undo = NULL;
  g_autoptr (SdHistoryEntry) redo = NULL;

  outcome->has_cursor = sd_history_get_cursor (self->database, &undo, &redo, error);
  g_clear_pointer (&outcome->undo_label, g_free);
  g_clear_pointer (&outcome->redo_label, g_free);
  outcome->undo_label = undo != NULL ? g_strdup (undo->label) : NULL;
  outcome->redo_label = redo != NULL ? g_strdup (redo->label) : NULL;

  return outcome->has_cursor;
}

/**
 * sd_editor_run:
 * @self: an editor
 * @request: what is asked for
 * @outcome: (out): what came of it, to be cleared by the caller whatever is returned
 * @error: return location for a #SdRegisterError
 *
 * Runs an operation. When this returns %TRUE the edit and its history entry are on the disk; on an
 * error nothing of it is.
 *
 * Returns: whether it is done
 */
gboolean
sd_editor_run (SdEditor *self, const SdRequest *request, SdOutcome *outcome, GError **error)
{
  g_autoptr (SdHistoryEntry) entry = g_new0 (SdHistoryEntry, 1);
  gboolean has_begun = FALSE;
  gboolean done;

  sd_outcome_init (outcome);
  if (!sd_database_exec (self->database, "BEGIN IMMEDIATE", error))
    return FALSE;

  done = run_inside (self, request, outcome, entry, &has_begun, error) &&
         (!leaves_trace (entry) || sd_database_exec (self->database, "COMMIT", error));
  roll_back (self);
  if (!done && has_begun)
    self->data_version = UNKNOWN;
  if (!done)
    {
      forget_own (self, outcome);
      return FALSE;
    }
  if (leaves_trace (entry))
    {
      outcome->is_stored = TRUE;
      sd_history_entry_free (self->head);
      self->head = g_steal_pointer (&entry);
    }

  return TRUE;
}
