/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "changes.h"
#include "register-private.h"

#include <glib/gi18n-lib.h>

/* The one way an edit goes: a transaction with a SQLite session on it, whose changeset is stored in
 * the history before the transaction ends. */

void
sd_outcome_free (SdOutcome *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_free (self->entry_id);
  g_free (self->kind);
  g_free (self->reverses);
  g_free (self->label);
  g_free (self->new_id);
  g_free (self);
}

static sqlite3_session *
start_session (SdDatabase *database, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (sd_database_get_handle (database), "main", &session);

  for (guint i = 0; code == SQLITE_OK && i < SD_N_TABLES; i++)
    code = sqlite3session_attach (session, sd_table_get (i)->name);
  if (code == SQLITE_OK)
    return session;

  sd_database_fail (database, error);
  if (session != NULL)
    sqlite3session_delete (session);
  return NULL;
}

/* Runs the operation and returns what it changed. */
static GBytes *
run_operation (SdDatabase *database, SdEdit *edit, GError **error)
{
  sqlite3_session *session = start_session (database, error);
  void *changeset = NULL;
  int size = 0;
  gboolean done;

  if (session == NULL)
    return NULL;
  done = edit->operation (database, edit, error);
  if (done && sqlite3session_changeset (session, &size, &changeset) != SQLITE_OK)
    done = sd_database_fail (database, error);
  sqlite3session_delete (session);

  return done ? g_bytes_new_with_free_func (changeset, size, sqlite3_free, changeset) : NULL;
}

/* Applies the change of an entry again, or its inverse. */
static GBytes *
run_reversal (
    SdDatabase *database, SdJobKind kind, const char *entry_id, char **label, GError **error)
{
  g_autoptr (GBytes) change = sd_history_get_change (database, entry_id, label, error);
  g_autoptr (GBytes) applied = NULL;

  if (change == NULL || !sd_changes_check (database, change, error))
    return NULL;
  if (kind == SD_JOB_UNDO)
    applied = sd_changes_invert (database, change, error);
  else
    applied = g_bytes_ref (change);
  if (applied == NULL || !sd_changes_apply (database, applied, error))
    return NULL;

  return g_steal_pointer (&applied);
}

static gboolean
run_job (SdDatabase *database,
         SdJobKind kind,
         SdEdit *edit,
         const char *entry_id,
         const char *author,
         SdOutcome *outcome,
         GError **error)
{
  static const char *const kinds[] = { "edit", "import", "undo", "redo" };
  gboolean is_edit = kind == SD_JOB_EDIT || kind == SD_JOB_IMPORT;
  gsize size;
  gconstpointer bytes;

  if (is_edit)
    outcome->changeset = run_operation (database, edit, error);
  else
    outcome->changeset = run_reversal (database, kind, entry_id, &outcome->label, error);
  if (outcome->changeset == NULL)
    return FALSE;

  outcome->kind = g_strdup (kinds[kind]);
  outcome->reverses = g_strdup (entry_id);
  if (is_edit)
    {
      outcome->label = g_strdup (edit->label);
      outcome->new_id = g_strdup (edit->new_id);
    }
  bytes = g_bytes_get_data (outcome->changeset, &size);
  if (size == 0)
    return TRUE; /* nothing changed, so there is nothing to remember */
  outcome->entry_id = sd_history_append (database, outcome->kind, entry_id, author, outcome->label,
                                         bytes, size, error);

  return outcome->entry_id != NULL;
}

/*
 * sd_register_carry_out:
 * @database: a register
 * @kind: what to do
 * @edit: (nullable): the edit to carry out, else:
 * @entry_id: (nullable): the entry of the history to undo or redo
 * @author: who does it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (nullable): what became of it, once it is on disk; on failure the file
 * is as it was
 */
SdOutcome *
sd_register_carry_out (SdDatabase *database,
                       SdJobKind kind,
                       SdEdit *edit,
                       const char *entry_id,
                       const char *author,
                       GError **error)
{
  g_autoptr (SdOutcome) outcome = g_new0 (SdOutcome, 1);

  if (!sd_database_exec (database, "BEGIN IMMEDIATE", error))
    return NULL;
  if (run_job (database, kind, edit, entry_id, author, outcome, error) &&
      sd_database_exec (database, "COMMIT", error))
    return g_steal_pointer (&outcome);

  if (!sqlite3_get_autocommit (sd_database_get_handle (database)))
    sd_database_exec (database, "ROLLBACK", NULL);
  return NULL;
}
