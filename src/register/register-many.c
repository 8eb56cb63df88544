/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-many.h"

#include "operation-structure.h"
#include "register-private.h"

/* Many cells or rows at once, such as a user pastes from a spreadsheet; each call is one edit. */

static SdRequest *
new_request (const char *plan_id)
{
  SdRequest *request = sd_request_new (sd_operation_many, plan_id, SD_TABLE_NONE, NULL);

  request->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_request_free);

  return request;
}

/**
 * sd_register_set_values_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL if all cells are of rows of the county
 * @cells: (array length=n_cells): what is to be set
 * @n_cells: how many
 * @mend: (nullable): where this is the mend of a finding, what the finding is called
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Sets several values, all or none; what is wrong with one is told with its number.
 */
void
sd_register_set_values_async (SdRegister *self, const char *plan_id, const SdCell *cells,
                              guint n_cells, const char *mend, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request;

  for (guint i = 0; i < n_cells; i++)
    g_return_if_fail (cells[i].table < SD_N_TABLES &&
                      cells[i].column < sd_table_get (cells[i].table)->n_columns);

  request = new_request (plan_id);
  request->name = g_strdup (mend);
  for (guint i = 0; i < n_cells; i++)
    {
      SdRequest *part =
          sd_request_new (sd_operation_set_value, plan_id, cells[i].table, cells[i].row_id);

      part->column = cells[i].column;
      sd_value_copy (&part->value, &cells[i].value);
      g_ptr_array_add (request->parts, part);
    }
  sd_register_ask (self, request, sd_register_set_values_async, cancellable, callback, user_data);
}

/**
 * sd_register_set_quotas_async:
 * @self: a register
 * @plan_id: a plan
 * @cells: (array length=n_cells): what is to be set
 * @n_cells: how many
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Sets headcount of several units and types, all or none, each as sd_register_set_quota_async().
 */
void
sd_register_set_quotas_async (SdRegister *self, const char *plan_id, const SdQuotaCell *cells,
                              guint n_cells, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request;

  for (guint i = 0; i < n_cells; i++)
    g_return_if_fail (cells[i].column == SD_QUOTA_APPROVED || cells[i].column == SD_QUOTA_ACTUAL);

  request = new_request (plan_id);
  for (guint i = 0; i < n_cells; i++)
    {
      SdRequest *part =
          sd_request_new (sd_operation_set_quota, plan_id, SD_TABLE_QUOTA, cells[i].unit_id);

      part->token = g_strdup (cells[i].quota_type);
      part->column = cells[i].column;
      if (cells[i].headcount != -1)
        part->value = (SdValue) SD_VALUE_INIT_INTEGER (cells[i].headcount);
      g_ptr_array_add (request->parts, part);
    }
  sd_register_ask (self, request, sd_register_set_quotas_async, cancellable, callback, user_data);
}

/**
 * sd_register_add_rows_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for rows of the county
 * @table: the table
 * @rows: (array length=n_rows): the rows, each to be the last among its siblings
 * @n_rows: how many
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Adds rows of one table, all or none; what is wrong with one is told with its number. The new
 * row's identifier is that of the first.
 */
void
sd_register_add_rows_async (SdRegister *self, const char *plan_id, SdTableId table,
                            const SdNewRow *rows, guint n_rows, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (table < SD_N_TABLES);

  request = new_request (plan_id);
  for (guint i = 0; i < n_rows; i++)
    {
      SdRequest *part = sd_request_new (sd_operation_add_row, plan_id, table, NULL);

      part->parent_id = g_strdup (rows[i].parent_id);
      sd_request_set_fields (part, rows[i].values, rows[i].n_values);
      g_ptr_array_add (request->parts, part);
    }
  sd_register_ask (self, request, sd_register_add_rows_async, cancellable, callback, user_data);
}
