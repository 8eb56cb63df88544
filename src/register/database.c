/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long to wait for another program that holds the file, in milliseconds. */
#define PATIENCE 2000

G_DEFINE_QUARK (sd - register - error - quark, sd_register_error)

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* SQLite refuses a file that is shorter than it says, unless it may mend its schema: which it may
 * only where nothing is written at all. */
static gboolean
set_pragmas (SdDatabase *self, gboolean is_damaged, GError **error)
{
  /* Registers come from other people: nothing in one may run by itself. */
  static const int off[] = { SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                             SQLITE_DBCONFIG_ENABLE_VIEW,    SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                             SQLITE_DBCONFIG_DQS_DDL,        SQLITE_DBCONFIG_DQS_DML };

  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    sqlite3_db_config (self->handle, off[i], 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, !is_damaged, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, is_damaged, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, PATIENCE);

  return sd_database_exec (self,
                           "PRAGMA cell_size_check = ON;"
                           "PRAGMA mmap_size = 0;"
                           "PRAGMA synchronous = EXTRA;",
                           error);
}

static SdDatabase *
open_handle (const char *path, const char *name, int flags, gboolean is_damaged, GError **error)
{
  g_autoptr (SdDatabase) self = g_new0 (SdDatabase, 1);
  int code;

  self->name = g_strdup (name);
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      sd_database_set_error (self, code, error);
      return NULL;
    }
  if (!set_pragmas (self, is_damaged, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sd_database_open:
 * @path: the file
 * @name: what messages call it
 * @flags: how
 * @error: return location for a #SdRegisterError
 *
 * Opens a file as SQLite. Whether it is a register is not looked at; see sd_schema_check().
 *
 * Returns: (transfer full): the database
 */
SdDatabase *
sd_database_open (const char *path, const char *name, SdDatabaseFlags flags, GError **error)
{
  int mode = SQLITE_OPEN_READWRITE;

  if (flags & (SD_DATABASE_READ_ONLY | SD_DATABASE_DAMAGED))
    mode = SQLITE_OPEN_READONLY;
  else if (flags & SD_DATABASE_CREATE)
    mode = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  return open_handle (path, name, mode, flags & SD_DATABASE_DAMAGED, error);
}

/**
 * sd_database_open_in_memory:
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): an empty database in memory
 */
SdDatabase *
sd_database_open_in_memory (GError **error)
{
  return open_handle (":memory:", _ ("a copy in memory"),
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, error);
}

/**
 * sd_database_copy:
 * @self: a database
 * @copy: another, all of which is replaced
 * @error: return location for a #SdRegisterError
 *
 * Copies all pages as they are.
 *
 * Returns: whether it is done
 */
gboolean
sd_database_copy (SdDatabase *self, SdDatabase *copy, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  int code;

  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (backup != NULL && code == SQLITE_OK)
    return TRUE;

  sd_database_set_error (copy, sqlite3_extended_errcode (copy->handle), error);
  return FALSE;
}

/**
 * sd_database_clone:
 * @self: a database
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): a copy in memory, on which operations run as they do on the file
 */
SdDatabase *
sd_database_clone (SdDatabase *self, GError **error)
{
  g_autoptr (SdDatabase) clone = sd_database_open_in_memory (error);

  return clone != NULL && sd_database_copy (self, clone, error) ? g_steal_pointer (&clone) : NULL;
}

/**
 * sd_database_check:
 * @self: a database
 * @error: return location for a #SdRegisterError
 *
 * Looks at each page of the file. Takes a time in proportion to its size.
 *
 * Returns: whether it is whole; if not, with %SD_REGISTER_ERROR_DAMAGED
 */
gboolean
sd_database_check (SdDatabase *self, GError **error)
{
  g_autoptr (SdQuery) query = sd_query_new (self, error, "PRAGMA quick_check (1)", "");
  gboolean has_row;

  if (query == NULL || !sd_query_step (query, &has_row, error))
    return FALSE;
  if (has_row && g_strcmp0 (sd_query_get_text (query, 0), "ok") == 0)
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED, _ ("%s is damaged."),
               self->name);
  return FALSE;
}

/**
 * sd_database_close:
 * @self: (nullable): a database
 */
void
sd_database_close (SdDatabase *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->idle);
  sqlite3_close (self->handle);
  g_free (self->name);
  g_free (self);
}

/**
 * sd_database_get_handle:
 * @self: a database
 *
 * Returns: (skip): its SQLite handle
 */
sqlite3 *
sd_database_get_handle (SdDatabase *self)
{
  return self->handle;
}

/**
 * sd_database_get_name:
 * @self: a database
 *
 * Returns: (transfer none): what messages call it
 */
const char *
sd_database_get_name (SdDatabase *self)
{
  return self->name;
}

/**
 * sd_database_is_read_only:
 * @self: a database
 *
 * Returns: whether every change is refused
 */
gboolean
sd_database_is_read_only (SdDatabase *self)
{
  return sqlite3_db_readonly (self->handle, "main") == 1;
}

static gboolean
set_file_error (SdDatabase *self, int code, GError **error)
{
  switch (code)
    {
    case SQLITE_READONLY_DBMOVED:
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
                   _ ("%s was moved or deleted while it was open. The change was not saved."),
                   self->name);
      return TRUE;
    case SQLITE_READONLY_ROLLBACK:
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_READ_ONLY,
                   _ ("%s was left in the middle of a change and has to be opened once where it "
                      "can be written."),
                   self->name);
      return TRUE;
    case SQLITE_IOERR_NOMEM:
    case SQLITE_NOMEM:
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
                   _ ("There is not enough memory for %s."), self->name);
      return TRUE;
    default:
      return FALSE;
    }
}

static const struct
{
  int code;
  SdRegisterError error;
  const char *sentence;
} sentences[] = {
  { SQLITE_FULL, SD_REGISTER_ERROR_FULL,
    N_ ("There is no room left on the disk for %s. The change was not saved.") },
  { SQLITE_BUSY, SD_REGISTER_ERROR_BUSY,
    N_ ("Another program is using %s. Try again in a moment.") },
  { SQLITE_LOCKED, SD_REGISTER_ERROR_BUSY,
    N_ ("Another program is using %s. Try again in a moment.") },
  { SQLITE_READONLY, SD_REGISTER_ERROR_READ_ONLY, N_ ("%s is read-only.") },
  { SQLITE_PERM, SD_REGISTER_ERROR_READ_ONLY, N_ ("%s is read-only.") },
  { SQLITE_IOERR, SD_REGISTER_ERROR_IO, N_ ("%s could not be read or written.") },
  { SQLITE_CANTOPEN, SD_REGISTER_ERROR_IO,
    N_ ("%s could not be opened, or its folder may not be written to.") },
  { SQLITE_CORRUPT, SD_REGISTER_ERROR_DAMAGED, N_ ("%s is damaged.") },
  { SQLITE_NOTADB, SD_REGISTER_ERROR_NOT_A_REGISTER, N_ ("%s is not a register.") },
  { SQLITE_TOOBIG, SD_REGISTER_ERROR_INVALID, N_ ("That is too much text for one place in %s.") },
};

/**
 * sd_database_set_error:
 * @self: a database
 * @code: what SQLite returned, an extended code where it is known
 * @error: return location for a #SdRegisterError
 *
 * Says in a sentence what SQLite's code means for the file.
 */
void
sd_database_set_error (SdDatabase *self, int code, GError **error)
{
  if (set_file_error (self, code, error))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if ((code & 0xff) == sentences[i].code)
      {
        g_autofree char *sentence = g_strdup_printf (_ (sentences[i].sentence), self->name);

        g_set_error_literal (error, SD_REGISTER_ERROR, sentences[i].error, sentence);
        return;
      }

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                 _ ("%s does not accept the change: a row would refer to one that is not there."),
                 self->name);
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                 _ ("%s does not accept the change: %s."), self->name,
                 sqlite3_errmsg (self->handle));
  else
    g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO, _ ("%s could not be used: %s."),
                 self->name, sqlite3_errstr (code));
}

/**
 * sd_database_exec:
 * @self: a database
 * @sql: statements without values
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all of them ran
 */
gboolean
sd_database_exec (SdDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  sd_database_set_error (self, sqlite3_extended_errcode (self->handle), error);
  return FALSE;
}
