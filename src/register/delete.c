/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "label.h"
#include "operations.h"
#include "rows.h"

#include <glib/gi18n-lib.h>

/* Deleting rows with all that hangs on them. */

static gboolean delete_tree (SdDatabase *database, SdRow *row, GError **error);

/* What points to the row: goes with it if it must point somewhere, else points nowhere. */
static gboolean
release (SdDatabase *database, SdRow *row, SdTableId table, guint column, GError **error)
{
  const SdTable *description = sd_table_get (table);
  g_autoptr (GPtrArray) rows = NULL;

  rows = sd_rows_load (database, table, sd_row_get_plan_id (row), error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SdRow *other = g_ptr_array_index (rows, i);
      gboolean done;

      if (!sd_row_is (other, column, sd_row_get_id (row)))
        continue;
      if (description->columns[column].flags & SD_REQUIRED)
        done = delete_tree (database, other, error);
      else
        done = sd_rows_update (database, table, sd_row_get_plan_id (row), sd_row_get_id (other),
                               column, &(SdValue) SD_VALUE_INIT, error);
      if (!done)
        return FALSE;
    }

  return rows != NULL;
}

static gboolean
delete_children (SdDatabase *database, SdRow *row, SdTableId table, GError **error)
{
  g_autoptr (GPtrArray) children = NULL;

  children = sd_operation_load_siblings (database, table, sd_row_get_plan_id (row),
                                         sd_row_get_id (row), error);
  for (guint i = 0; children != NULL && i < children->len; i++)
    if (!delete_tree (database, g_ptr_array_index (children, i), error))
      return FALSE;

  return children != NULL;
}

static gboolean
delete_tree (SdDatabase *database, SdRow *row, GError **error)
{
  SdTableId table = sd_row_get_table_id (row);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *other = sd_table_get (i);

      if (other->parent == table && sd_table_has_parent_id (other) &&
          !delete_children (database, row, i, error))
        return FALSE;
      for (guint j = 0; j < other->n_columns; j++)
        if (other->columns[j].type == SD_TYPE_REF && other->columns[j].refers == table &&
            other->scope == sd_table_get (table)->scope && !release (database, row, i, j, error))
          return FALSE;
    }

  return sd_rows_delete (database, table, sd_row_get_plan_id (row), sd_row_get_id (row), error);
}

/* Deletes a plan with all its rows. They go in one statement a table: none of them stays to point
 * to another. */
gboolean
sd_operation_drop_plan (SdDatabase *database, const char *plan_id, GError **error)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (sd_table_get (i)->scope != SD_SCOPE_PLAN)
        continue;
      rows = sd_rows_load (database, i, plan_id, error);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        if (!sd_rows_delete (database, i, plan_id, sd_row_get_id (g_ptr_array_index (rows, j)),
                             error))
          return FALSE;
      if (rows == NULL)
        return FALSE;
    }

  return sd_rows_delete (database, SD_TABLE_PLAN, NULL, plan_id, error);
}

static gboolean
delete_town_plans (SdDatabase *database, const char *town_id, GError **error)
{
  g_autoptr (GPtrArray) plans = sd_rows_load (database, SD_TABLE_PLAN, NULL, error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      SdRow *plan = g_ptr_array_index (plans, i);

      if (sd_row_is (plan, SD_PLAN_TOWN, town_id) &&
          !sd_operation_drop_plan (database, sd_row_get_id (plan), error))
        return FALSE;
    }

  return plans != NULL;
}

gboolean
sd_operation_delete (SdDatabase *database, SdEdit *edit, GError **error)
{
  g_autoptr (SdRow) row = NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  gboolean done;

  row = sd_operation_find_row (database, edit->table, edit->plan_id, edit->row_id, error);
  if (row == NULL)
    return FALSE;
  edit->label =
      sd_label_new (N_ ("Delete “{1}”"), sd_label_arg_text (sd_operation_name_of (row)), NULL);

  if (edit->table == SD_TABLE_PLAN)
    done = sd_operation_drop_plan (database, edit->row_id, error);
  else
    done = (edit->table != SD_TABLE_TOWN || delete_town_plans (database, edit->row_id, error)) &&
           delete_tree (database, row, error);
  if (!done)
    return FALSE;

  siblings = sd_operation_load_siblings (database, edit->table, edit->plan_id,
                                         sd_row_get_parent_id (row), error);
  return siblings != NULL && sd_operation_renumber (database, siblings, error);
}
