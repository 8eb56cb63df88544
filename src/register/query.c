/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SdQuery
{
  SdDatabase *database;
  sqlite3_stmt *statement;
};

static gboolean
take_statement (SdQuery *self, const char *sql, GError **error)
{
  gpointer statement = NULL;

  if (g_hash_table_steal_extended (self->database->idle, sql, NULL, &statement))
    {
      self->statement = statement;
      return TRUE;
    }
  if (sqlite3_prepare_v3 (self->database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                          &self->statement, NULL) == SQLITE_OK)
    return TRUE;

  sd_database_set_error (self->database, sqlite3_extended_errcode (self->database->handle), error);
  return FALSE;
}

static void
bind_text (SdQuery *self, int index, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (self->statement, index, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (self->statement, index);
}

static void
bind_bytes (SdQuery *self, int index, GBytes *bytes)
{
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    {
      sqlite3_bind_null (self->statement, index);
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  sqlite3_bind_blob64 (self->statement, index, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

/* Values beyond the last parameter of the statement are left out, so that the same values serve
 * tables with and without a plan or a parent. */
static void
bind_list (SdQuery *self, const char *types, va_list args)
{
  int n = sqlite3_bind_parameter_count (self->statement);

  for (int i = 1; types[i - 1] != '\0'; i++)
    {
      const char *text = types[i - 1] == 's' ? va_arg (args, const char *) : NULL;
      gint64 integer = types[i - 1] == 'i' ? va_arg (args, gint64) : 0;
      GBytes *bytes = types[i - 1] == 'b' ? va_arg (args, GBytes *) : NULL;
      const SdValue *value = types[i - 1] == 'v' ? va_arg (args, const SdValue *) : NULL;

      if (i > n)
        continue;
      if (types[i - 1] == 's')
        bind_text (self, i, text);
      else if (types[i - 1] == 'i')
        sqlite3_bind_int64 (self->statement, i, integer);
      else if (types[i - 1] == 'b')
        bind_bytes (self, i, bytes);
      else if (types[i - 1] == 'v')
        sd_query_bind (self, i, value);
      else
        g_assert_not_reached ();
    }
}

static SdQuery *
query_new_valist (SdDatabase *database, GError **error, const char *sql, const char *types,
                  va_list args)
{
  g_autoptr (SdQuery) self = g_new0 (SdQuery, 1);

  self->database = database;
  if (!take_statement (self, sql, error))
    return NULL;
  bind_list (self, types, args);

  return g_steal_pointer (&self);
}

/**
 * sd_query_new:
 * @database: a database
 * @error: return location for a #SdRegisterError
 * @sql: one statement; its table and column names come from the model and never from input
 * @types: a letter for each value: `s` text or %NULL, `i` a gint64, `b` a #GBytes or %NULL,
 *   `v` a #SdValue
 * @...: the values
 *
 * Returns: (transfer full): the statement, not yet stepped
 */
SdQuery *
sd_query_new (SdDatabase *database, GError **error, const char *sql, const char *types, ...)
{
  SdQuery *self;
  va_list args;

  va_start (args, types);
  self = query_new_valist (database, error, sql, types, args);
  va_end (args);

  return self;
}

/**
 * sd_query_free:
 * @self: (nullable): a query
 */
void
sd_query_free (SdQuery *self)
{
  if (self == NULL)
    return;

  if (self->statement != NULL)
    {
      sqlite3_reset (self->statement);
      sqlite3_clear_bindings (self->statement);
      g_hash_table_replace (self->database->idle, (char *) sqlite3_sql (self->statement),
                            self->statement);
    }
  g_free (self);
}

/**
 * sd_query_bind:
 * @self: a query that has not been stepped
 * @index: number of the parameter, from 1
 * @value: what to bind
 */
void
sd_query_bind (SdQuery *self, int index, const SdValue *value)
{
  switch (value->type)
    {
    case SD_VALUE_TEXT:
      bind_text (self, index, value->text);
      break;
    case SD_VALUE_INTEGER:
      sqlite3_bind_int64 (self->statement, index, value->integer);
      break;
    case SD_VALUE_REAL:
      sqlite3_bind_double (self->statement, index, value->real);
      break;
    case SD_VALUE_NONE:
    default:
      sqlite3_bind_null (self->statement, index);
    }
}

/**
 * sd_query_step:
 * @self: a query
 * @has_row: (out) (optional): whether there is a row, or the statement is done
 * @error: return location for a #SdRegisterError
 *
 * Returns: %FALSE on an error
 */
gboolean
sd_query_step (SdQuery *self, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (self->statement);

  if (has_row != NULL)
    *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  sd_database_set_error (self->database, sqlite3_extended_errcode (self->database->handle), error);
  return FALSE;
}

/**
 * sd_query_get_text:
 * @self: a query that stands on a row
 * @column: number of the column, from 0
 *
 * Returns: (transfer none) (nullable): its text, until the next step
 */
const char *
sd_query_get_text (SdQuery *self, int column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

/**
 * sd_query_get_integer:
 * @self: a query that stands on a row
 * @column: number of the column, from 0
 *
 * Returns: its whole number
 */
gint64
sd_query_get_integer (SdQuery *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * sd_query_get_bytes:
 * @self: a query that stands on a row
 * @column: number of the column, from 0
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL where there are none
 */
GBytes *
sd_query_get_bytes (SdQuery *self, int column)
{
  gconstpointer data = sqlite3_column_blob (self->statement, column);

  if (sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return NULL;

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, column));
}

/**
 * sd_query_get_value:
 * @self: a query that stands on a row
 * @column: number of the column, from 0
 * @value: (out): what it holds, owned by the caller
 *
 * Returns: %FALSE if it holds bytes that are no text
 */
gboolean
sd_query_get_value (SdQuery *self, int column, SdValue *value)
{
  *value = (SdValue) SD_VALUE_INIT;

  switch (sqlite3_column_type (self->statement, column))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      *value = (SdValue) SD_VALUE_INIT_INTEGER (sqlite3_column_int64 (self->statement, column));
      return TRUE;
    case SQLITE_FLOAT:
      *value = (SdValue) SD_VALUE_INIT_REAL (sqlite3_column_double (self->statement, column));
      return TRUE;
    case SQLITE_TEXT:
      value->type = SD_VALUE_TEXT;
      value->text = g_strdup (sd_query_get_text (self, column));
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * sd_database_run:
 * @self: a database
 * @error: return location for a #SdRegisterError
 * @sql: one statement
 * @types: types of the values, see sd_query_new()
 * @...: the values
 *
 * Returns: whether it ran
 */
gboolean
sd_database_run (SdDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (SdQuery) query = NULL;
  va_list args;

  va_start (args, types);
  query = query_new_valist (self, error, sql, types, args);
  va_end (args);

  return query != NULL && sd_query_step (query, NULL, error);
}

/**
 * sd_database_get_integer:
 * @self: a database
 * @integer: (out): the first column of the first row; 0 where there is no row
 * @error: return location for a #SdRegisterError
 * @sql: one statement
 * @types: types of the values, see sd_query_new()
 * @...: the values
 *
 * Returns: whether it ran
 */
gboolean
sd_database_get_integer (SdDatabase *self, gint64 *integer, GError **error, const char *sql,
                         const char *types, ...)
{
  g_autoptr (SdQuery) query = NULL;
  gboolean has_row;
  va_list args;

  *integer = 0;
  va_start (args, types);
  query = query_new_valist (self, error, sql, types, args);
  va_end (args);
  if (query == NULL || !sd_query_step (query, &has_row, error))
    return FALSE;
  if (has_row)
    *integer = sd_query_get_integer (query, 0);

  return TRUE;
}
