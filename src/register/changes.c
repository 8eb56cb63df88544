/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "changes.h"

#include <glib/gi18n-lib.h>

/* Changesets of SQLite sessions: checked, inverted, applied, and carried over to the objects in
 * memory. */

/* How many columns of a table in SQL come before its own. */
static int
first_column (const SdTable *table)
{
  return (table->scope == SD_SCOPE_PLAN) + 1 + sd_table_has_parent_id (table) + 1;
}

static gboolean
refuse (SdDatabase *database, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("%s: an entry of the history does not fit the register; nothing was changed."),
               sd_database_get_name (database));
  return FALSE;
}

/**
 * sd_changes_check:
 * @database: a register
 * @changeset: a changeset
 * @error: return location for a #SdRegisterError
 *
 * SQLite passes over a table that lacks a column and still reports success, so before a changeset
 * is applied its tables and their numbers of columns are compared with the model.
 *
 * Returns: whether the changeset can be applied
 */
gboolean
sd_changes_check (SdDatabase *database, GBytes *changeset, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean fits = TRUE;
  int code;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return refuse (database, error);
  while (fits && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *name;
      int n_columns, operation;
      const SdTable *table;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, NULL);
      table = sd_table_lookup (name);
      fits = table != NULL && n_columns <= first_column (table) + (int) table->n_columns &&
             n_columns >= first_column (table);
    }
  if (sqlite3changeset_finalize (iter) != SQLITE_OK)
    fits = FALSE;

  return fits || refuse (database, error);
}

/**
 * sd_changes_invert:
 * @database: a register, for messages
 * @changeset: a changeset
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (nullable): the changeset that undoes it
 */
GBytes *
sd_changes_invert (SdDatabase *database, GBytes *changeset, GError **error)
{
  void *inverted = NULL;
  int size = 0;

  if (sqlite3changeset_invert ((int) g_bytes_get_size (changeset),
                               g_bytes_get_data (changeset, NULL), &size, &inverted) != SQLITE_OK)
    {
      refuse (database, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (inverted, size, sqlite3_free, inverted);
}

static int
on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * sd_changes_apply:
 * @database: a register in a transaction
 * @changeset: a changeset that sd_changes_check() has passed
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all of it was applied; if not, none of it was
 */
gboolean
sd_changes_apply (SdDatabase *database, GBytes *changeset, GError **error)
{
  int code;

  code =
      sqlite3changeset_apply (sd_database_get_handle (database), (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL), NULL, on_conflict, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  return code == SQLITE_ABORT ? refuse (database, error) : sd_database_fail (database, error);
}

/* Mirror */

typedef struct
{
  sqlite3_changeset_iter *iter;
  const SdTable *table;
  int operation;
} Change;

/* The value that a column has after the change, or of a deletion had before; NULL where an update
 * leaves it alone. */
static sqlite3_value *
value_at (const Change *change, int column)
{
  sqlite3_value *value = NULL;

  if (change->operation != SQLITE_DELETE)
    sqlite3changeset_new (change->iter, column, &value);
  else
    sqlite3changeset_old (change->iter, column, &value);

  return value;
}

/* The key does not change, so an update gives it with the old values. */
static const char *
key_at (const Change *change, int column)
{
  sqlite3_value *value = NULL;

  if (change->operation == SQLITE_INSERT)
    sqlite3changeset_new (change->iter, column, &value);
  else
    sqlite3changeset_old (change->iter, column, &value);

  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static void
mirror_values (const Change *change, SdRow *row)
{
  int first = first_column (change->table);
  const char *name;
  int n_columns, operation;

  sqlite3changeset_op (change->iter, &name, &n_columns, &operation, NULL);
  for (int i = first; i < n_columns; i++)
    {
      sqlite3_value *from = value_at (change, i);
      g_auto (SdValue) value = SD_VALUE_INIT;

      if (from == NULL)
        continue;
      sd_value_from_sqlite (&value, from);
      sd_row_set_value (row, i - first, &value);
    }
}

static void
mirror_place (const Change *change, SdRowSet *set, SdRow *row)
{
  int rank_column = first_column (change->table) - 1;
  sqlite3_value *rank = value_at (change, rank_column);
  sqlite3_value *parent = NULL;

  if (sd_table_has_parent_id (change->table))
    parent = value_at (change, rank_column - 1);
  sd_row_set_place_row (set, row,
                        parent != NULL ? (const char *) sqlite3_value_text (parent)
                                       : sd_row_get_parent_id (row),
                        rank != NULL ? sqlite3_value_int64 (rank) : sd_row_get_rank (row));
}

static void
mirror_insert (const Change *change, SdRowSet *set, const char *plan_id, const char *row_id)
{
  int rank_column = first_column (change->table) - 1;
  sqlite3_value *parent = NULL;
  g_autoptr (SdRow) row = NULL;

  if (sd_table_has_parent_id (change->table))
    parent = value_at (change, rank_column - 1);
  row = sd_row_new (change->table->id, plan_id, row_id,
                    parent != NULL ? (const char *) sqlite3_value_text (parent) : NULL,
                    sqlite3_value_int64 (value_at (change, rank_column)));
  mirror_values (change, row);
  sd_row_set_put_row (set, row);
}

static void
mirror_change (const Change *change, SdRowSet *set, const char *plan_id, const char *row_id)
{
  SdRow *row = sd_row_set_get_row (set, change->table->id, row_id);

  /* A plan that was loaded after the edit was written has it already. */
  if (change->operation == SQLITE_DELETE)
    {
      if (row != NULL)
        sd_row_set_drop_row (set, row);
    }
  else if (row == NULL)
    {
      if (change->operation == SQLITE_INSERT)
        mirror_insert (change, set, plan_id, row_id);
    }
  else
    {
      mirror_values (change, row);
      mirror_place (change, set, row);
    }
}

/**
 * sd_changes_mirror:
 * @changeset: a changeset that has been applied to the file
 * @county: the county in memory, with the plans that are loaded
 * @plan_id: (out) (optional) (nullable) (transfer full): plan of the row that best says where the
 *   edit was
 * @table: (out) (optional): that row's table
 * @row_id: (out) (optional) (nullable) (transfer full): that row
 *
 * Makes the rows in memory follow the file, and then says once for each set that it has changed.
 */
void
sd_changes_mirror (
    GBytes *changeset, SdCounty *county, char **plan_id, SdTableId *table, char **row_id)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  Change change = { 0 };
  GHashTableIter sets;
  gpointer set;

  if (sqlite3changeset_start (&change.iter, (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return;

  while (sqlite3changeset_next (change.iter) == SQLITE_ROW)
    {
      const char *name, *plan = NULL, *row;
      int n_columns;
      SdRowSet *rows;

      sqlite3changeset_op (change.iter, &name, &n_columns, &change.operation, NULL);
      change.table = sd_table_lookup (name);
      if (change.table->scope == SD_SCOPE_PLAN)
        plan = key_at (&change, 0);
      row = key_at (&change, plan != NULL);
      rows = plan != NULL ? SD_ROW_SET (sd_county_get_plan (county, plan)) : SD_ROW_SET (county);
      /* Ranks of neighbours change along with a row; the row itself is what has more to say. */
      if (plan_id != NULL && (*row_id == NULL || change.operation != SQLITE_UPDATE) &&
          (*row_id == NULL || change.table->id < *table))
        {
          g_free (*plan_id);
          g_free (*row_id);
          *plan_id = g_strdup (plan);
          *row_id = g_strdup (row);
          *table = change.table->id;
        }
      if (rows == NULL)
        continue;
      mirror_change (&change, rows, plan, row);
      if (change.table->id == SD_TABLE_PLAN && change.operation == SQLITE_DELETE)
        sd_county_drop_plan (county, row);
      g_hash_table_add (touched, g_object_ref (rows));
    }
  sqlite3changeset_finalize (change.iter);

  g_hash_table_iter_init (&sets, touched);
  while (g_hash_table_iter_next (&sets, &set, NULL))
    sd_row_set_changed (set);
}
