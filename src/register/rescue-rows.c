/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rescue-rows.h"

#include "label.h"
#include "operation-private.h"
#include "salvage.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* The rows of a damaged file are put over those that its history gives as far as it can be read.
 * A table that was read whole replaces them; of one that was not, rows that only the history knows
 * stay. What then refers to a row that nobody knows is taken out. */

/* One table that is being read. */
typedef struct
{
  sqlite3_stmt *insert; /* NULL while rows are counted only */
  int n_columns;
  gint64 n_read;
} Reading;

/* The columns that the damaged file's table has too, as SQL lists them; NULL for none. */
static char *
list_common_columns (SdDatabase *source, SdDatabase *database, const char *table, int *n_columns)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (SdQuery) query = sd_query_new (
      database, NULL, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", "s", table);
  gboolean has_row = FALSE;

  *n_columns = 0;
  while (query != NULL && sd_query_step (query, &has_row, NULL) && has_row)
    {
      const char *name = sd_query_get_text (query, 0);
      gint64 n = 0;

      if (!sd_database_get_integer (source, &n, NULL,
                                    "SELECT count (*) FROM pragma_table_info (?1) WHERE name = ?2",
                                    "ss", table, name) ||
          n == 0)
        continue;
      g_string_append_printf (list, "%s\"%s\"", *n_columns > 0 ? ", " : "", name);
      ++*n_columns;
    }

  return *n_columns > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static sqlite3_stmt *
prepare_insert (SdDatabase *database, const char *table, const char *columns, int n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_string_printf (sql, "INSERT OR REPLACE INTO \"%s\" (%s) VALUES (?", table, columns);
  for (int i = 1; i < n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  sqlite3_prepare_v2 (sd_database_get_handle (database), sql->str, -1, &statement, NULL);

  return statement;
}

/* A row that the checks of its table refuse counts as one that could not be read. */
static void
take_row (sqlite3_stmt *row, gpointer data)
{
  Reading *reading = data;

  if (reading->insert == NULL)
    {
      reading->n_read++;
      return;
    }
  for (int i = 0; i < reading->n_columns; i++)
    sqlite3_bind_value (reading->insert, i + 1, sqlite3_column_value (row, i + 1));
  if (sqlite3_step (reading->insert) == SQLITE_DONE)
    reading->n_read++;
  sqlite3_reset (reading->insert);
}

/* How many rows an index or the table itself counts; -1 where neither can. */
static gint64
count_rows (SdDatabase *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  gint64 count;

  return sd_database_get_integer (database, &count, NULL, sql, "") ? count : -1;
}

static void
tell_rows (GPtrArray *missing, const SdTable *table, gint64 n_there, gint64 n_read)
{
  const char *label = sd_table_get_label (table);

  if (n_there > n_read)
    g_ptr_array_add (missing,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %d row could not be read.",
                                                   "%s: %d rows could not be read.",
                                                   (gulong) (n_there - n_read)),
                                      label, (int) (n_there - n_read)));
  else
    g_ptr_array_add (missing, g_strdup_printf (_ ("%s: some rows could not be read."), label));
}

static gboolean
rescue_table (SdDatabase *database, SdRescueRequest *rescue, const SdTable *table, GError **error)
{
  int n_columns;
  g_autofree char *columns =
      list_common_columns (rescue->source, database, table->name, &n_columns);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM \"%s\"", table->name);
  Reading counted = { NULL, n_columns, 0 };
  Reading taken = { NULL, n_columns, 0 };
  gboolean is_whole;

  if (columns == NULL)
    return TRUE;
  is_whole = sd_salvage_table (rescue->source, table->name, columns, take_row, &counted);
  if (is_whole && !sd_database_exec (database, clear, error))
    return FALSE;
  taken.insert = prepare_insert (database, table->name, columns, n_columns);
  if (taken.insert == NULL)
    {
      sd_database_set_error (database, SQLITE_CORRUPT, error);
      return FALSE;
    }

  sd_salvage_table (rescue->source, table->name, columns, take_row, &taken);
  sqlite3_finalize (taken.insert);
  if (!is_whole || taken.n_read < counted.n_read)
    tell_rows (rescue->missing, table,
               is_whole ? counted.n_read : count_rows (rescue->source, table->name), taken.n_read);

  return TRUE;
}

/* What refers to nothing */

/* A reference that points to a row that is not there. */
typedef struct
{
  const SdTable *table;
  gint64 rowid;
  char *column;
} Dangling;

static void
dangling_clear (Dangling *self)
{
  g_free (self->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dangling, dangling_clear)

static const SdTable *
find_table (const char *name)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (g_strcmp0 (sd_table_get (i)->name, name) == 0)
      return sd_table_get (i);

  return NULL;
}

static gboolean
find_dangling (SdDatabase *database, Dangling *dangling, gboolean *is_there, GError **error)
{
  g_autoptr (SdQuery) query = sd_query_new (
      database, error,
      "SELECT c.\"table\", c.rowid, (SELECT l.\"from\" FROM pragma_foreign_key_list (c.\"table\") "
      "l "
      "WHERE l.id = c.fkid ORDER BY l.seq DESC LIMIT 1) FROM pragma_foreign_key_check c LIMIT 1",
      "");

  if (query == NULL || !sd_query_step (query, is_there, error))
    return FALSE;
  if (!*is_there)
    return TRUE;

  dangling->table = find_table (sd_query_get_text (query, 0));
  dangling->rowid = sd_query_get_integer (query, 1);
  dangling->column = g_strdup (sd_query_get_text (query, 2));
  return dangling->table != NULL;
}

static char *
name_dangling (SdDatabase *database, const Dangling *dangling)
{
  int column = sd_operation_naming_column (dangling->table);
  g_autofree char *sql = NULL;
  g_autoptr (SdQuery) query = NULL;
  gboolean has_row = FALSE;

  if (column < 0)
    return g_strdup ("");
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE rowid = ?1",
                         dangling->table->columns[column].name, dangling->table->name);
  query = sd_query_new (database, NULL, sql, "i", dangling->rowid);
  if (query == NULL || !sd_query_step (query, &has_row, NULL) || !has_row)
    return g_strdup ("");

  return g_strdup (sd_query_get_text (query, 0));
}

/* A reference that a row can do without is emptied; a row that hangs on another goes with it. */
static gboolean
mend_dangling (SdDatabase *database, const Dangling *dangling, GPtrArray *missing, GError **error)
{
  g_autofree char *name = name_dangling (database, dangling);
  g_autofree char *empty = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE rowid = ?1",
                                            dangling->table->name, dangling->column);
  g_autofree char *remove =
      g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = ?1", dangling->table->name);
  const char *label = sd_table_get_label (dangling->table);

  if (sd_database_run (database, NULL, empty, "i", dangling->rowid))
    {
      g_ptr_array_add (missing, g_strdup_printf (_ ("%s “%s” refers to a row that is missing; the "
                                                    "reference was left empty."),
                                                 label, name));
      return TRUE;
    }
  g_ptr_array_add (
      missing, g_strdup_printf (_ ("%s “%s” was left out: it belongs to a row that is missing."),
                                label, name));

  return sd_database_run (database, error, remove, "i", dangling->rowid);
}

static gboolean
mend_all_dangling (SdDatabase *database, GPtrArray *missing, GError **error)
{
  gboolean is_there = TRUE;

  while (is_there)
    {
      g_auto (Dangling) dangling = { NULL };

      if (!find_dangling (database, &dangling, &is_there, error) ||
          (is_there && !mend_dangling (database, &dangling, missing, error)))
        return FALSE;
    }

  return TRUE;
}

/* A register is of a county, whatever is left of it. */
static gboolean
ensure_county (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  gint64 n_counties;

  if (!sd_table_count (database, sd_table_get (SD_TABLE_COUNTY), NULL, NULL, &n_counties, error))
    return FALSE;

  return n_counties > 0 || sd_operation_create (database, request, edit, error);
}

/**
 * sd_operation_rescue:
 * @database: a register, in a transaction, that holds what the history of a damaged file gives
 * @request: an #SdRescueRequest
 * @edit: (out): what was done
 * @error: return location for a #SdRegisterError
 *
 * Puts over it the rows of the damaged file that can be read.
 *
 * Returns: whether it is done
 */
gboolean
sd_operation_rescue (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  SdRescueRequest *rescue = (SdRescueRequest *) request; /* which it is the first member of */

  for (guint i = 0; i < SD_N_TABLES; i++)
    if (!rescue_table (database, rescue, sd_table_get (i), error))
      return FALSE;
  if (!mend_all_dangling (database, rescue->missing, error) ||
      !ensure_county (database, request, edit, error))
    return FALSE;

  sd_edit_clear (edit);
  *edit = (SdEdit){ .kind = SD_HISTORY_VERSION, .place = SD_PLACE_INIT };
  edit->label = sd_label_encode (SD_LABEL_RESCUED, &edit->place, NULL);
  return TRUE;
}
