/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-sql.h"

#include "cell-check.h"

#include <glib/gi18n-lib.h>

/* Statements on any table of the model. In all of them ?1 is the plan and ?2 the row or what the
 * row refers to, so that tables with and without a plan take the same values. The names in them are
 * the model's and never input. */

static const char *
plan_clause (const SdTable *table)
{
  return table->scope == SD_SCOPE_PLAN ? "\"plan_id\" = ?1 AND " : "";
}

/* Rows with the same parent; below the county or a plan, all rows of the table. */
static char *
siblings_clause (const SdTable *table)
{
  return g_strdup_printf ("%s%s", plan_clause (table),
                          sd_table_has_parent_id (table) ? "\"parent_id\" = ?2" : "1");
}

static void
append_columns (GString *sql, const SdTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *name = sd_column_get_sql_name (&table->columns[i]);

      g_string_append_printf (sql, ", \"%s\"", name);
    }
}

static char *
select_where (const SdTable *table, const char *clause)
{
  GString *sql = g_string_new ("SELECT \"row_id\", ");

  g_string_append (sql, sd_table_has_parent_id (table) ? "\"parent_id\"" : "NULL");
  g_string_append (sql, ", \"rank\"");
  append_columns (sql, table);
  g_string_append_printf (sql, " FROM \"%s\" WHERE %s%s ORDER BY \"rank\", \"row_id\"", table->name,
                          plan_clause (table), clause);

  return g_string_free (sql, FALSE);
}

/**
 * sd_table_select_sql:
 * @table: a table
 *
 * Returns: (transfer full): the statement that selects its rows, those of the plan ?1 where it is
 *   of plan scope
 */
char *
sd_table_select_sql (const SdTable *table)
{
  return select_where (table, "1");
}

static void
set_damaged (SdDatabase *database, const SdTable *table, const char *column, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("%s is damaged: a row of %s holds something in %s that cannot stand there."),
               sd_database_get_name (database), table->name, column);
}

static gboolean
is_id (const char *text)
{
  return text != NULL && g_uuid_string_is_valid (text);
}

/**
 * sd_table_read_row:
 * @database: a register
 * @query: a query of sd_table_select_sql() that stands on a row
 * @table: its table
 * @plan_id: (nullable): the plan that was asked for
 * @error: return location for a #SdRegisterError
 *
 * Makes a row object. The file may come from anywhere, so each value is held against its column.
 *
 * Returns: (transfer full): the row
 */
SdRow *
sd_table_read_row (SdDatabase *database, SdQuery *query, const SdTable *table, const char *plan_id,
                   GError **error)
{
  const char *id = sd_query_get_text (query, SD_SELECT_ID);
  const char *parent_id = sd_query_get_text (query, SD_SELECT_PARENT);
  gint64 rank = sd_query_get_integer (query, SD_SELECT_RANK);
  g_autoptr (SdRow) row = NULL;

  if (!is_id (id) || rank < 0 || (sd_table_has_parent_id (table) && !is_id (parent_id)))
    {
      set_damaged (database, table, "id", error);
      return NULL;
    }

  row = sd_row_new (table->id, table->scope == SD_SCOPE_PLAN ? plan_id : NULL, id, parent_id, rank);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (SdValue) value = SD_VALUE_INIT;

      if (!sd_query_get_value (query, SD_SELECT_FIRST_COLUMN + (int) i, &value) ||
          !sd_cell_accept (&table->columns[i], &value))
        {
          set_damaged (database, table, table->columns[i].name, error);
          return NULL;
        }
      sd_row_set_value (row, i, &value);
    }

  return g_steal_pointer (&row);
}

/**
 * sd_table_has_row:
 * @database: a register
 * @table: a table
 * @plan_id: (nullable): a plan
 * @row_id: an identifier
 * @is_there: (out): whether the table has that row
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the register could be read
 */
gboolean
sd_table_has_row (SdDatabase *database, const SdTable *table, const char *plan_id,
                  const char *row_id, gboolean *is_there, GError **error)
{
  g_autofree char *sql = NULL;
  gint64 count;

  sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE %s\"row_id\" = ?2", table->name,
                         plan_clause (table));
  if (!sd_database_get_integer (database, &count, error, sql, "ss", plan_id, row_id))
    return FALSE;

  *is_there = count > 0;
  return TRUE;
}

/**
 * sd_table_list:
 * @database: a register
 * @table: a table
 * @column: a column that refers to another row, as it is named in SQL, such as "parent_id"
 * @plan_id: (nullable): a plan
 * @id: the row referred to
 * @rows: (out) (transfer full) (element-type SdRow): the rows that refer to it, in order
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the register could be read
 */
gboolean
sd_table_list (SdDatabase *database, const SdTable *table, const char *column, const char *plan_id,
               const char *id, GPtrArray **rows, GError **error)
{
  g_autofree char *clause = g_strdup_printf ("\"%s\" = ?2", column);
  g_autofree char *sql = select_where (table, clause);
  g_autoptr (SdQuery) query = sd_query_new (database, error, sql, "ss", plan_id, id);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row = TRUE;

  *rows = NULL;
  while (query != NULL)
    {
      SdRow *row;

      if (!sd_query_step (query, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      row = sd_table_read_row (database, query, table, plan_id, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (found, row);
    }

  *rows = query != NULL ? g_steal_pointer (&found) : NULL;
  return query != NULL;
}

/**
 * sd_table_get_row:
 * @database: a register
 * @table: a table
 * @plan_id: (nullable): a plan
 * @row_id: (nullable): an identifier
 * @row: (out) (transfer full): the row
 * @error: return location for a #SdRegisterError
 *
 * Returns: %FALSE if the row is not there too, with %SD_REGISTER_ERROR_NOT_FOUND
 */
gboolean
sd_table_get_row (SdDatabase *database, const SdTable *table, const char *plan_id,
                  const char *row_id, SdRow **row, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  *row = NULL;
  if (!sd_table_list (database, table, "row_id", plan_id, row_id, &rows, error))
    return FALSE;
  if (rows->len == 0)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
                   _ ("%s is no longer there; it was deleted."), sd_table_get_label (table));
      return FALSE;
    }

  *row = g_object_ref (g_ptr_array_index (rows, 0));
  return TRUE;
}

static char *
insert_sql (const SdTable *table)
{
  GString *sql = g_string_new (NULL);
  guint n = table->n_columns;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"row_id\", \"rank\"", table->name);
  append_columns (sql, table);
  if (table->scope == SD_SCOPE_PLAN)
    g_string_append (sql, ", \"plan_id\"");
  if (sd_table_has_parent_id (table))
    g_string_append (sql, ", \"parent_id\"");
  g_string_append (sql, ") VALUES (?1, ?2");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, ", ?%u", i + 3);
  if (table->scope == SD_SCOPE_PLAN)
    g_string_append_printf (sql, ", ?%u", n + 3);
  if (sd_table_has_parent_id (table))
    g_string_append_printf (sql, ", ?%u", n + 4);
  g_string_append (sql, ")");

  return g_string_free (sql, FALSE);
}

/**
 * sd_table_insert:
 * @database: a register, in a transaction
 * @row: a row with values that have been checked
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the row was added
 */
gboolean
sd_table_insert (SdDatabase *database, SdRow *row, GError **error)
{
  const SdTable *table = sd_row_get_table (row);
  g_autofree char *sql = insert_sql (table);
  g_autoptr (SdQuery) query = NULL;
  int n = (int) table->n_columns;

  query = sd_query_new (database, error, sql, "si", sd_row_get_id (row), sd_row_get_rank (row));
  if (query == NULL)
    return FALSE;
  for (int i = 0; i < n; i++)
    sd_query_bind (query, i + 3, sd_row_get_value (row, (guint) i));
  if (table->scope == SD_SCOPE_PLAN)
    sd_query_bind (query, n + 3, &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_plan_id (row)));
  if (sd_table_has_parent_id (table))
    sd_query_bind (query, n + 4, &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_parent_id (row)));

  return sd_query_step (query, NULL, error);
}

/**
 * sd_table_set:
 * @database: a register, in a transaction
 * @table: a table
 * @plan_id: (nullable): a plan
 * @row_id: a row of it
 * @column: the column, as it is named in SQL
 * @value: what it is to hold, checked
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is done
 */
gboolean
sd_table_set (SdDatabase *database, const SdTable *table, const char *plan_id, const char *row_id,
              const char *column, const SdValue *value, GError **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?3 WHERE %s\"row_id\" = ?2", table->name,
                         column, plan_clause (table));
  return sd_database_run (database, error, sql, "ssv", plan_id, row_id, value);
}

/**
 * sd_table_delete:
 * @database: a register, in a transaction
 * @table: a table
 * @plan_id: (nullable): a plan
 * @row_id: (nullable): the row; %NULL for all rows of the plan
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is done
 */
gboolean
sd_table_delete (SdDatabase *database, const SdTable *table, const char *plan_id,
                 const char *row_id, GError **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s%s", table->name, plan_clause (table),
                         row_id != NULL ? "\"row_id\" = ?2" : "1");
  return sd_database_run (database, error, sql, "ss", plan_id, row_id);
}

/**
 * sd_table_count:
 * @database: a register
 * @table: a table
 * @plan_id: (nullable): a plan
 * @parent_id: (nullable): the row that encloses them, where the table has such a column
 * @count: (out): how many rows there are
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the register could be read
 */
gboolean
sd_table_count (SdDatabase *database, const SdTable *table, const char *plan_id,
                const char *parent_id, gint64 *count, GError **error)
{
  g_autofree char *siblings = siblings_clause (table);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE %s", table->name, siblings);
  return sd_database_get_integer (database, count, error, sql, "ss", plan_id, parent_id);
}

static GPtrArray *
list_siblings (SdDatabase *database, const SdTable *table, const char *plan_id,
               const char *parent_id, GArray *ranks, GError **error)
{
  g_autofree char *siblings = siblings_clause (table);
  g_autofree char *sql = NULL;
  g_autoptr (SdQuery) query = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row = TRUE;

  sql = g_strdup_printf ("SELECT \"row_id\", \"rank\" FROM \"%s\" WHERE %s "
                         "ORDER BY \"rank\", \"row_id\"",
                         table->name, siblings);
  query = sd_query_new (database, error, sql, "ss", plan_id, parent_id);
  if (query == NULL)
    return NULL;
  while (sd_query_step (query, &has_row, error))
    {
      gint64 rank;

      if (!has_row)
        return g_steal_pointer (&ids);
      rank = sd_query_get_integer (query, 1);
      g_ptr_array_add (ids, g_strdup (sd_query_get_text (query, 0)));
      g_array_append_val (ranks, rank);
    }

  return NULL;
}

static gboolean
count_from (SdDatabase *database, const SdTable *table, const char *plan_id, const char *parent_id,
            const char *row_id, gint64 *count, GError **error)
{
  g_autofree char *siblings = siblings_clause (table);
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE %s AND \"rank\" >= "
                         "(SELECT \"rank\" FROM \"%s\" WHERE %s\"row_id\" = ?3)",
                         table->name, siblings, table->name, plan_clause (table));
  return sd_database_get_integer (database, count, error, sql, "sss", plan_id, parent_id, row_id);
}

static void
move_in_list (GPtrArray *ids, GArray *ranks, const char *id, gint64 to)
{
  guint from;
  gint64 rank;

  if (id == NULL || !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &from))
    return;

  rank = g_array_index (ranks, gint64, from);
  to = to < 0 || to >= ids->len ? (gint64) ids->len - 1 : to;
  g_ptr_array_insert (ids, (int) to, g_ptr_array_steal_index (ids, from));
  g_array_remove_index (ranks, from);
  g_array_insert_val (ranks, (guint) to, rank);
}

/**
 * sd_table_renumber:
 * @database: a register, in a transaction
 * @table: a table
 * @plan_id: (nullable): a plan
 * @parent_id: (nullable): the row that encloses them, where the table has such a column
 * @moved_id: (nullable): a row that gets a new place
 * @moved_to: its place; -1 for the last
 * @error: return location for a #SdRegisterError
 *
 * Makes the ranks of siblings dense from 0 again. Only rows whose rank changes are written.
 *
 * Returns: whether it is done
 */
gboolean
sd_table_renumber (SdDatabase *database, const SdTable *table, const char *plan_id,
                   const char *parent_id, const char *moved_id, gint64 moved_to, GError **error)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) ids = NULL;
  gint64 count;

  /* What is to be the last and is, as each of many new rows, needs no look at all the others. */
  if (moved_id != NULL && moved_to < 0)
    {
      if (!count_from (database, table, plan_id, parent_id, moved_id, &count, error))
        return FALSE;
      if (count == 1)
        return TRUE;
    }
  ids = list_siblings (database, table, plan_id, parent_id, ranks, error);
  if (ids == NULL)
    return FALSE;
  move_in_list (ids, ranks, moved_id, moved_to);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ranks, gint64, i) != i &&
        !sd_table_set (database, table, plan_id, g_ptr_array_index (ids, i), "rank",
                       &(SdValue) SD_VALUE_INIT_INTEGER (i), error))
      return FALSE;

  return TRUE;
}
