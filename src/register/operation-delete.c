/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Deleting a row with what is below it. The tables' foreign keys act on nothing, since a changeset
 * that leaves part of the work to them could not be applied again. */

static gboolean delete_row (SdDatabase *database, SdRow *row, GError **error);

/* Deletes a row, what is below it, and what cannot be without it, and closes the gap. */
gboolean
sd_operation_remove_row (SdDatabase *database, SdRow *row, GError **error)
{
  return delete_row (database, row, error) &&
         sd_table_renumber (database, sd_row_get_table (row), sd_row_get_plan_id (row),
                            sd_row_get_parent_id (row), NULL, -1, error);
}

static gboolean
delete_children (SdDatabase *database, SdRow *row, const SdTable *table, GError **error)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!sd_table_list (database, table, "parent_id", sd_row_get_plan_id (row), sd_row_get_id (row),
                      &children, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    if (!delete_row (database, g_ptr_array_index (children, i), error))
      return FALSE;

  return TRUE;
}

/* What refers to a row that goes loses the reference; what cannot be without it goes too, as a
 * transfer does with the unit it moves people from. */
static gboolean
release_referrer (SdDatabase *database, SdRow *row, SdRow *referrer, const SdColumn *column,
                  GError **error)
{
  g_autofree char *name = sd_column_get_sql_name (column);
  const SdValue nothing = SD_VALUE_INIT;

  if (!(column->flags & SD_REQUIRED))
    return sd_table_set (database, sd_row_get_table (referrer), sd_row_get_plan_id (referrer),
                         sd_row_get_id (referrer), name, &nothing, error);
  if (sd_row_get_table (referrer)->scope == SD_SCOPE_PLAN)
    return sd_operation_remove_row (database, referrer, error);

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
               _ ("“%s” still has plans. Delete them first."),
               sd_row_get_text (row, (guint) sd_operation_naming_column (sd_row_get_table (row))));
  return FALSE;
}

static gboolean
release_column (SdDatabase *database, SdRow *row, const SdTable *table, guint index,
                GError **error)
{
  const SdColumn *column = &table->columns[index];
  g_autofree char *name = sd_column_get_sql_name (column);
  g_autoptr (GPtrArray) referrers = NULL;

  if (!sd_table_list (database, table, name, sd_row_get_plan_id (row), sd_row_get_id (row),
                      &referrers, error))
    return FALSE;
  for (guint i = 0; i < referrers->len; i++)
    if (!release_referrer (database, row, g_ptr_array_index (referrers, i), column, error))
      return FALSE;

  return TRUE;
}

static gboolean
delete_plan_rows (SdDatabase *database, const char *plan_id, GError **error)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == SD_SCOPE_PLAN &&
        !sd_table_delete (database, sd_table_get (i), plan_id, NULL, error))
      return FALSE;

  return TRUE;
}

static gboolean
delete_row (SdDatabase *database, SdRow *row, GError **error)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *other = sd_table_get (i);

      if (other->parent == table->id && sd_table_has_parent_id (other) &&
          !delete_children (database, row, other, error))
        return FALSE;
      for (guint j = 0; j < other->n_columns; j++)
        if (other->columns[j].type == SD_TYPE_REF && other->columns[j].refers == table->id &&
            !release_column (database, row, other, j, error))
          return FALSE;
    }
  if (table->id == SD_TABLE_PLAN && !delete_plan_rows (database, sd_row_get_id (row), error))
    return FALSE;

  return sd_table_delete (database, table, sd_row_get_plan_id (row), sd_row_get_id (row), error);
}

/* Deletes a row, what is below it, and what cannot be without it. */
gboolean
sd_operation_delete_row (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                         GError **error)
{
  const SdTable *table = sd_table_get (request->table);
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? request->plan_id : NULL;
  g_autoptr (SdRow) row = NULL;
  g_autofree char *what = sd_label_name_table (table->id);
  g_autofree char *name = NULL;

  if (table->id == SD_TABLE_COUNTY)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                           _ ("A register is of one county; it cannot be deleted."));
      return FALSE;
    }
  if (!sd_table_get_row (database, table, plan_id, request->row_id, &row, error) ||
      !sd_operation_remove_row (database, row, error))
    return FALSE;

  name = sd_operation_name_in (database, row);
  sd_operation_set_place (edit, row);
  edit->label = sd_label_encode (SD_LABEL_DELETE, &edit->place, what, name, NULL);
  return TRUE;
}
