/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* The headcount of a unit. */

static gboolean
list_quotas (SdDatabase *database, const SdRequest *request, GPtrArray **quotas, GError **error)
{
  if (!sd_table_list (database, sd_table_get (SD_TABLE_QUOTA), "parent_id", request->plan_id,
                      request->row_id, quotas, error))
    return FALSE;
  for (guint i = (*quotas)->len; i > 0; i--)
    if (!sd_row_is (g_ptr_array_index (*quotas, i - 1), SD_QUOTA_TYPE, request->token))
      g_ptr_array_remove_index (*quotas, i - 1);

  return TRUE;
}

static gboolean
insert_quota (SdDatabase *database, const SdRequest *request, GError **error)
{
  const SdTable *table = sd_table_get (SD_TABLE_QUOTA);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (SdRow) row = NULL;
  gint64 count;

  if (!sd_table_count (database, table, request->plan_id, request->row_id, &count, error))
    return FALSE;
  row = sd_row_new (table->id, request->plan_id, id, request->row_id, count);

  return sd_operation_fill (row, SD_QUOTA_TYPE, &(SdValue) SD_VALUE_INIT_TEXT (request->token),
                            error) &&
         sd_operation_fill (row, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (0), error) &&
         sd_operation_fill (row, request->column, &request->value, error) &&
         sd_table_insert (database, row, error);
}

/* A unit may have several rows of a type, from several sources. Their sum is what a table shows; a
 * new sum changes the first. */
static gboolean
take_off_others (GPtrArray *quotas, guint column, SdValue *value, GError **error)
{
  for (guint i = 1; i < quotas->len; i++)
    value->integer -= MAX (sd_row_get_integer (g_ptr_array_index (quotas, i), column), 0);
  if (value->integer >= 0)
    return TRUE;

  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                       _ ("The unit has several entries of this type, and the others alone are "
                          "more. Change them one by one."));
  return FALSE;
}

static gboolean
update_quota (SdDatabase *database, const SdRequest *request, GPtrArray *quotas, GError **error)
{
  SdRow *first = g_ptr_array_index (quotas, 0);
  const SdColumn *column = &sd_row_get_table (first)->columns[request->column];
  SdValue value = request->value;

  /* The check is on what was asked for, before it is split. */
  if (!sd_operation_fill (first, request->column, &value, error) ||
      !take_off_others (quotas, request->column, &value, error))
    return FALSE;

  return sd_table_set (database, sd_row_get_table (first), request->plan_id, sd_row_get_id (first),
                       column->name, &value, error);
}

/* No approved number is none at all: the row goes, unless it still says how many people are
 * there. */
static gboolean
clear_quota (SdDatabase *database, const SdRequest *request, GPtrArray *quotas, GError **error)
{
  const SdTable *table = sd_table_get (SD_TABLE_QUOTA);
  const SdValue nothing = SD_VALUE_INIT;

  for (guint i = 0; i < quotas->len; i++)
    {
      SdRow *row = g_ptr_array_index (quotas, i);
      const char *id = sd_row_get_id (row);
      gboolean done;

      if (request->column == SD_QUOTA_ACTUAL)
        done = sd_table_set (database, table, request->plan_id, id, "actual", &nothing, error);
      else if (sd_row_has (row, SD_QUOTA_ACTUAL))
        done = sd_table_set (database, table, request->plan_id, id, "approved",
                             &(SdValue) SD_VALUE_INIT_INTEGER (0), error);
      else
        done = sd_table_delete (database, table, request->plan_id, id, error);
      if (!done)
        return FALSE;
    }

  return sd_table_renumber (database, table, request->plan_id, request->row_id, NULL, -1, error);
}

/* Sets the approved or actual headcount, @column, of type @token of a unit to @value; nothing
 * clears it. */
gboolean
sd_operation_set_quota (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                        GError **error)
{
  const SdTable *table = sd_table_get (SD_TABLE_QUOTA);
  const gboolean clears = request->value.type == SD_VALUE_NONE;
  g_autofree char *what = sd_label_name_column (table, request->column);
  g_autofree char *number = sd_label_name_value (table, request->column, &request->value);
  g_autofree char *type = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (SdRow) unit = NULL;
  gboolean done;

  if (!sd_table_get_row (database, sd_table_get (SD_TABLE_UNIT), request->plan_id, request->row_id,
                         &unit, error) ||
      !list_quotas (database, request, &quotas, error))
    return FALSE;
  if (clears)
    done = clear_quota (database, request, quotas, error);
  else if (quotas->len == 0)
    done = insert_quota (database, request, error);
  else
    done = update_quota (database, request, quotas, error);
  if (!done)
    return FALSE;

  type = sd_label_name_value (table, SD_QUOTA_TYPE, &(SdValue) SD_VALUE_INIT_TEXT (request->token));
  name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  if (clears)
    edit->label = sd_label_encode (SD_LABEL_CLEAR_QUOTA, &edit->place, what, type, name, NULL);
  else
    edit->label = sd_label_encode (SD_LABEL_SET_QUOTA, &edit->place, what, type, name, number,
                                   NULL);
  return TRUE;
}
