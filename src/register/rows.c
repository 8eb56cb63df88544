/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rows.h"

/* The columns of a table as its changesets number them: plan_id, row_id, parent_id and rank where
 * it has them, then its own. */
static char *
column_list (const SdTable *table)
{
  GString *list = g_string_new (table->scope == SD_SCOPE_PLAN ? "\"plan_id\", " : "");

  g_string_append (list, "\"row_id\", ");
  if (sd_table_has_parent_id (table))
    g_string_append (list, "\"parent_id\", ");
  g_string_append (list, "\"rank\"");
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *name = sd_column_get_sql_name (&table->columns[i]);

      g_string_append_printf (list, ", \"%s\"", name);
    }

  return g_string_free (list, FALSE);
}

/* Binds plan and row to the places from @place on. */
static void
bind_key (sqlite3_stmt *statement,
          int place,
          const SdTable *table,
          const char *plan_id,
          const char *row_id)
{
  sd_statement_bind_text (statement, place, row_id);
  if (table->scope == SD_SCOPE_PLAN)
    sd_statement_bind_text (statement, place + 1, plan_id);
}

static const char *
key_condition (const SdTable *table)
{
  return table->scope == SD_SCOPE_PLAN ? "\"row_id\" = ? AND \"plan_id\" = ?" : "\"row_id\" = ?";
}

static SdRow *
row_from_statement (sqlite3_stmt *statement, const SdTable *table)
{
  const char *plan_id = NULL, *parent_id = NULL;
  int place = 0;
  const char *row_id;
  SdRow *row;

  if (table->scope == SD_SCOPE_PLAN)
    plan_id = (const char *) sqlite3_column_text (statement, place++);
  row_id = (const char *) sqlite3_column_text (statement, place++);
  if (sd_table_has_parent_id (table))
    parent_id = (const char *) sqlite3_column_text (statement, place++);
  row =
      sd_row_new (table->id, plan_id, row_id, parent_id, sqlite3_column_int64 (statement, place++));

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (SdValue) value = SD_VALUE_INIT;

      sd_value_from_column (&value, statement, place++);
      sd_row_set_value (row, i, &value);
    }

  return row;
}

/**
 * sd_rows_load:
 * @database: a register
 * @table: a table
 * @plan_id: (nullable): the plan whose rows to load; %NULL for a table of the county
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdRow): the rows in order
 */
GPtrArray *
sd_rows_load (SdDatabase *database, SdTableId table, const char *plan_id, GError **error)
{
  const SdTable *description = sd_table_get (table);
  g_autofree char *columns = column_list (description);
  g_autofree char *sql = NULL;
  g_autoptr (SdStatement) statement = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row;

  sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s ORDER BY \"rank\", \"row_id\"", columns,
                         description->name, plan_id != NULL ? "WHERE \"plan_id\" = ?" : "");
  statement = sd_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  if (plan_id != NULL)
    sd_statement_bind_text (statement, 1, plan_id);
  do
    {
      if (!sd_database_step (database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (rows, row_from_statement (statement, description));
    }
  while (has_row);

  return g_steal_pointer (&rows);
}

/**
 * sd_rows_load_set:
 * @database: a register
 * @set: a set with no rows
 * @scope: whether to load the county's tables or those of a plan
 * @plan_id: (nullable): the plan
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all rows of the scope are now in the set
 */
gboolean
sd_rows_load_set (
    SdDatabase *database, SdRowSet *set, SdScope scope, const char *plan_id, GError **error)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (sd_table_get (table)->scope != scope)
        continue;
      rows = sd_rows_load (database, table, plan_id, error);
      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        sd_row_set_put_row (set, g_ptr_array_index (rows, i));
    }

  return TRUE;
}

/**
 * sd_rows_insert:
 * @database: a register in a transaction
 * @row: a row that it does not hold yet
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it was inserted
 */
gboolean
sd_rows_insert (SdDatabase *database, SdRow *row, GError **error)
{
  const SdTable *table = sd_row_get_table (row);
  g_autofree char *columns = column_list (table);
  GString *sql = g_string_new (NULL);
  g_autoptr (SdStatement) statement = NULL;
  int place = 1;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", table->name, columns);
  for (const char *comma = strchr (columns, ','); comma != NULL; comma = strchr (comma + 1, ','))
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  statement = sd_database_prepare (database, sql->str, error);
  g_string_free (sql, TRUE);
  if (statement == NULL)
    return FALSE;

  if (table->scope == SD_SCOPE_PLAN)
    sd_statement_bind_text (statement, place++, sd_row_get_plan_id (row));
  sd_statement_bind_text (statement, place++, sd_row_get_id (row));
  if (sd_table_has_parent_id (table))
    sd_statement_bind_text (statement, place++, sd_row_get_parent_id (row));
  sqlite3_bind_int64 (statement, place++, sd_row_get_rank (row));
  for (guint i = 0; i < table->n_columns; i++)
    sd_statement_bind_value (statement, place++, sd_row_get_value (row, i));

  return sd_database_run (database, statement, error);
}

static gboolean
update_named (SdDatabase *database,
              const SdTable *table,
              const char *plan_id,
              const char *row_id,
              const char *column,
              const SdValue *value,
              GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (SdStatement) statement = NULL;

  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE %s", table->name, column,
                         key_condition (table));
  statement = sd_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  sd_statement_bind_value (statement, 1, value);
  bind_key (statement, 2, table, plan_id, row_id);

  return sd_database_run (database, statement, error);
}

/**
 * sd_rows_update:
 * @database: a register in a transaction
 * @table: a table
 * @plan_id: (nullable): the plan of the row
 * @row_id: the row
 * @column: a column of the table
 * @value: what it is to hold
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it was updated
 */
gboolean
sd_rows_update (SdDatabase *database,
                SdTableId table,
                const char *plan_id,
                const char *row_id,
                guint column,
                const SdValue *value,
                GError **error)
{
  const SdTable *description = sd_table_get (table);
  g_autofree char *name = sd_column_get_sql_name (&description->columns[column]);

  return update_named (database, description, plan_id, row_id, name, value, error);
}

/**
 * sd_rows_set_rank:
 * @database: a register in a transaction
 * @table: a table
 * @plan_id: (nullable): the plan of the row
 * @row_id: the row
 * @rank: its new place among its siblings
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it was updated
 */
gboolean
sd_rows_set_rank (SdDatabase *database,
                  SdTableId table,
                  const char *plan_id,
                  const char *row_id,
                  gint64 rank,
                  GError **error)
{
  return update_named (database, sd_table_get (table), plan_id, row_id, "rank",
                       &(SdValue) SD_VALUE_INIT_INTEGER (rank), error);
}

/**
 * sd_rows_delete:
 * @database: a register in a transaction
 * @table: a table
 * @plan_id: (nullable): the plan of the row
 * @row_id: the row
 * @error: return location for a #SdRegisterError
 *
 * Deletes the one row; what is below it is the caller's to delete.
 *
 * Returns: whether it was deleted
 */
gboolean
sd_rows_delete (
    SdDatabase *database, SdTableId table, const char *plan_id, const char *row_id, GError **error)
{
  const SdTable *description = sd_table_get (table);
  g_autofree char *sql = NULL;
  g_autoptr (SdStatement) statement = NULL;

  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", description->name,
                         key_condition (description));
  statement = sd_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, 1, description, plan_id, row_id);

  return sd_database_run (database, statement, error);
}
