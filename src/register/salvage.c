/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "salvage.h"

/* A table of a damaged file is read from its first row up to where it cannot be read; beyond, the
 * next row is looked for that can, and what lies between is read from there downwards. The order of
 * rows is that of their numbers in the file, which no index has to be whole for. */

typedef struct
{
  SdDatabase *database;
  const char *table;
  const char *columns;
  SdSalvageFunc func;
  gpointer data;
} Scan;

static sqlite3_stmt *
prepare (Scan *scan, gint64 from, gint64 to, gboolean down)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rowid, %s FROM \"%s\" NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 "
                       "ORDER BY rowid %s",
                       scan->columns, scan->table, down ? "DESC" : "ASC");
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (sd_database_get_handle (scan->database), sql, -1, &statement, NULL) !=
      SQLITE_OK)
    return NULL;
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);

  return statement;
}

/* Reads rows until the end or until one cannot be read; @last is the last that could, or as it was.
 * Rows that do not come in order are as good as unreadable: the walk must end. */
static gboolean
read_rows (Scan *scan, gint64 from, gint64 to, gboolean down, gint64 *last)
{
  sqlite3_stmt *statement = from <= to ? prepare (scan, from, to, down) : NULL;
  int code = statement != NULL ? SQLITE_ROW : SQLITE_CORRUPT;

  while (code == SQLITE_ROW && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      if (number < from || number > to)
        break;
      scan->func (statement, scan->data);
      *last = number;
      from = down ? from : number + 1;
      to = down ? number - 1 : to;
    }
  sqlite3_finalize (statement);

  return code == SQLITE_DONE;
}

/* The next row that can be read after one that could not: rows are tried near at first, then
 * farther and farther. */
static gboolean
find_next (Scan *scan, gint64 after, gint64 *found)
{
  for (gint64 step = 1; step < (G_MAXINT64 - after) / 2; step *= 2)
    {
      sqlite3_stmt *statement = prepare (scan, after + step, G_MAXINT64, FALSE);
      int code = statement != NULL ? sqlite3_step (statement) : SQLITE_DONE;

      if (code == SQLITE_ROW)
        *found = sqlite3_column_int64 (statement, 0);
      sqlite3_finalize (statement);
      if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code == SQLITE_ROW && *found > after;
    }

  return FALSE;
}

/**
 * sd_salvage_table:
 * @database: a file that may be damaged
 * @table: one of its tables
 * @columns: names of columns as SQL lists them
 * @func: called with each row that can be read, once
 * @data: passed to @func
 *
 * Reads what can be read of a table.
 *
 * Returns: whether that was all of it
 */
gboolean
sd_salvage_table (
    SdDatabase *database, const char *table, const char *columns, SdSalvageFunc func, gpointer data)
{
  Scan scan = { database, table, columns, func, data };
  gint64 next = 0;
  gint64 last = -1;
  gint64 found, lowest;

  if (read_rows (&scan, next, G_MAXINT64, FALSE, &last))
    return TRUE;

  while (find_next (&scan, last + 1, &found))
    {
      read_rows (&scan, last + 1, found - 1, TRUE, &lowest);
      last = found - 1;
      if (read_rows (&scan, found, G_MAXINT64, FALSE, &last))
        return FALSE;
    }
  read_rows (&scan, last + 1, G_MAXINT64, TRUE, &lowest);

  return FALSE;
}
