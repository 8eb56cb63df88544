/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "database.h"

#include <glib/gi18n-lib.h>

#define BUSY_MS 2000

struct _SdDatabase
{
  sqlite3 *handle;
  char *name;
};

G_DEFINE_QUARK (sd - register - error - quark, sd_register_error)

/* What the code of a failure means to whoever works with the file. */
static SdRegisterError
error_of_code (int code, const char **sentence)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      *sentence = N_ ("%s: the file is no register of Sanding.");
      return SD_REGISTER_ERROR_NOT_A_REGISTER;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      *sentence = N_ ("%s: the file may not be written; nothing was changed.");
      return SD_REGISTER_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *sentence = N_ ("%s: another program is using the file; nothing was changed.");
      return SD_REGISTER_ERROR_BUSY;
    case SQLITE_FULL:
      *sentence = N_ ("%s: there is no room left on the disk; nothing was changed.");
      return SD_REGISTER_ERROR_FULL;
    case SQLITE_CORRUPT:
      *sentence = N_ ("%s: the file is damaged.");
      return SD_REGISTER_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      *sentence = N_ ("%s: the change would leave the register in disorder; nothing was changed.");
      return SD_REGISTER_ERROR_INVALID;
    case SQLITE_CANTOPEN:
      *sentence = N_ ("%s: the file could not be opened.");
      return SD_REGISTER_ERROR_IO;
    default:
      *sentence = N_ ("%s: the file could not be read or written; nothing was changed.");
      return SD_REGISTER_ERROR_IO;
    }
}

/**
 * sd_database_fail:
 * @self: a database whose last call failed
 * @error: return location for a #SdRegisterError
 *
 * Sets the error to what SQLite says about its last failure.
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
sd_database_fail (SdDatabase *self, GError **error)
{
  const char *sentence;
  SdRegisterError kind = error_of_code (sqlite3_extended_errcode (self->handle), &sentence);
  g_autofree char *message = g_strdup_printf (gettext (sentence), self->name);

  /* Where the sentence cannot say what it was, the engine's own words help whoever is asked. */
  if (kind == SD_REGISTER_ERROR_INVALID || kind == SD_REGISTER_ERROR_IO)
    g_set_error (error, SD_REGISTER_ERROR, kind, "%s (%s)", message, sqlite3_errmsg (self->handle));
  else
    g_set_error_literal (error, SD_REGISTER_ERROR, kind, message);

  return FALSE;
}

static gboolean
harden (SdDatabase *self, GError **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_busy_timeout (self->handle, BUSY_MS);

  return sd_database_exec (self,
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA journal_mode = DELETE;"
                           "PRAGMA synchronous = EXTRA;",
                           error);
}

/**
 * sd_database_open:
 * @path: the file, or ":memory:"
 * @mode: whether it is made, written or only read
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): a handle for one thread at a time
 */
SdDatabase *
sd_database_open (const char *path, SdDatabaseMode mode, GError **error)
{
  static const int flags[] = {
    [SD_DATABASE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [SD_DATABASE_WRITE] = SQLITE_OPEN_READWRITE,
    [SD_DATABASE_READ] = SQLITE_OPEN_READONLY,
  };
  g_autoptr (SdDatabase) self = g_new0 (SdDatabase, 1);

  self->name = g_strdup (path);
  if (sqlite3_open_v2 (path, &self->handle, flags[mode] | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK)
    {
      sd_database_fail (self, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  if (!harden (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sd_database_free:
 * @self: (nullable): a database
 */
void
sd_database_free (SdDatabase *self)
{
  if (self == NULL)
    return;

  sqlite3_close_v2 (self->handle);
  g_free (self->name);
  g_free (self);
}

/**
 * sd_database_get_handle:
 * @self: a database
 *
 * Returns: (skip) (transfer none): SQLite's handle
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
 * Returns: (transfer none): what messages call the file
 */
const char *
sd_database_get_name (SdDatabase *self)
{
  return self->name;
}

/**
 * sd_database_exec:
 * @self: a database
 * @sql: statements without parameters
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all were carried out
 */
gboolean
sd_database_exec (SdDatabase *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
         sd_database_fail (self, error);
}

/**
 * sd_database_prepare:
 * @self: a database
 * @sql: one statement
 * @error: return location for a #SdRegisterError
 *
 * Returns: (skip) (transfer full): the statement, to be finalized
 */
sqlite3_stmt *
sd_database_prepare (SdDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    sd_database_fail (self, error);

  return statement;
}

/**
 * sd_database_step:
 * @self: a database
 * @statement: (type gpointer): a statement of it
 * @has_row: (out): whether there is a row to look at
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the step was made
 */
gboolean
sd_database_step (SdDatabase *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  *has_row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || sd_database_fail (self, error);
}

/**
 * sd_database_run:
 * @self: a database
 * @statement: (type gpointer): a statement of it that gives no rows
 * @error: return location for a #SdRegisterError
 *
 * Carries the statement out and makes it ready for the next values.
 *
 * Returns: whether it was carried out
 */
gboolean
sd_database_run (SdDatabase *self, sqlite3_stmt *statement, GError **error)
{
  gboolean has_row;
  gboolean done = sd_database_step (self, statement, &has_row, error);

  sqlite3_reset (statement);
  return done;
}

/**
 * sd_database_get_number:
 * @self: a database
 * @sql: a query that gives one number
 * @number: (out): the number
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it could be asked
 */
gboolean
sd_database_get_number (SdDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (SdStatement) statement = sd_database_prepare (self, sql, error);
  gboolean has_row;

  if (statement == NULL || !sd_database_step (self, statement, &has_row, error))
    return FALSE;

  *number = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * sd_statement_bind_text:
 * @statement: (type gpointer): a statement
 * @place: the number of the parameter, from 1
 * @text: (nullable): its text, which is copied
 */
void
sd_statement_bind_text (sqlite3_stmt *statement, int place, const char *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);
}

/**
 * sd_statement_bind_value:
 * @statement: (type gpointer): a statement
 * @place: the number of the parameter, from 1
 * @value: its value
 */
void
sd_statement_bind_value (sqlite3_stmt *statement, int place, const SdValue *value)
{
  switch (value->type)
    {
    case SD_VALUE_TEXT:
      sd_statement_bind_text (statement, place, value->text);
      break;
    case SD_VALUE_INTEGER:
      sqlite3_bind_int64 (statement, place, value->integer);
      break;
    case SD_VALUE_REAL:
      sqlite3_bind_double (statement, place, value->real);
      break;
    case SD_VALUE_NONE:
    default:
      sqlite3_bind_null (statement, place);
    }
}

/**
 * sd_value_from_sqlite:
 * @value: a value
 * @from: (type gpointer): what SQLite holds
 *
 * Makes @value hold the same.
 */
void
sd_value_from_sqlite (SdValue *value, sqlite3_value *from)
{
  switch (sqlite3_value_type (from))
    {
    case SQLITE_INTEGER:
      sd_value_copy (value, &(SdValue) SD_VALUE_INIT_INTEGER (sqlite3_value_int64 (from)));
      break;
    case SQLITE_FLOAT:
      sd_value_copy (value, &(SdValue) SD_VALUE_INIT_REAL (sqlite3_value_double (from)));
      break;
    case SQLITE_TEXT:
      sd_value_copy (value, &(SdValue) SD_VALUE_INIT_TEXT (sqlite3_value_text (from)));
      break;
    default:
      sd_value_clear (value);
    }
}

/**
 * sd_value_from_column:
 * @value: a value
 * @statement: (type gpointer): a statement that has a row
 * @column: a column of the row, from 0
 *
 * Makes @value hold what the column holds.
 */
void
sd_value_from_column (SdValue *value, sqlite3_stmt *statement, int column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      sd_value_copy (value,
                     &(SdValue) SD_VALUE_INIT_INTEGER (sqlite3_column_int64 (statement, column)));
      break;
    case SQLITE_FLOAT:
      sd_value_copy (value,
                     &(SdValue) SD_VALUE_INIT_REAL (sqlite3_column_double (statement, column)));
      break;
    case SQLITE_TEXT:
      sd_value_copy (value,
                     &(SdValue) SD_VALUE_INIT_TEXT (sqlite3_column_text (statement, column)));
      break;
    default:
      sd_value_clear (value);
    }
}
