/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "cell-check.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* What operations share: requests, and the names that labels give to rows. */

/* Units above units, and the like: a file that holds more in a row than this is no plan. */
#define LONGEST_CHAIN 1000

static void
clear_field (gpointer field)
{
  sd_value_clear (&((SdFieldValue *) field)->value);
}

/**
 * sd_request_new:
 * @operation: what is to be done
 * @plan_id: (nullable): in which plan
 * @table: in which table
 * @row_id: (nullable): to which row
 *
 * Returns: (transfer full): a request; the other members are the caller's to fill
 */
SdRequest *
sd_request_new (SdOperation operation, const char *plan_id, SdTableId table, const char *row_id)
{
  SdRequest *self = g_new0 (SdRequest, 1);

  self->operation = operation;
  self->plan_id = g_strdup (plan_id);
  self->table = table;
  self->row_id = g_strdup (row_id);
  self->rank = -1;

  return self;
}

/**
 * sd_request_set_fields:
 * @self: a request
 * @fields: (array length=n_fields): values of a new row
 * @n_fields: how many
 */
void
sd_request_set_fields (SdRequest *self, const SdFieldValue *fields, guint n_fields)
{
  self->fields = g_array_new (FALSE, TRUE, sizeof (SdFieldValue));
  g_array_set_clear_func (self->fields, clear_field);
  g_array_set_size (self->fields, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      SdFieldValue *field = &g_array_index (self->fields, SdFieldValue, i);

      field->column = fields[i].column;
      sd_value_copy (&field->value, &fields[i].value);
    }
}

static void
clear_share (gpointer share)
{
  g_free ((char *) ((SdShare *) share)->row_id);
}

/**
 * sd_request_set_shares:
 * @self: a request
 * @shares: (array length=n_shares): what goes to a new unit
 * @n_shares: how many
 */
void
sd_request_set_shares (SdRequest *self, const SdShare *shares, guint n_shares)
{
  self->shares = g_array_new (FALSE, TRUE, sizeof (SdShare));
  g_array_set_clear_func (self->shares, clear_share);
  for (guint i = 0; i < n_shares; i++)
    {
      SdShare share = shares[i];

      share.row_id = g_strdup (shares[i].row_id);
      g_array_append_val (self->shares, share);
    }
}

void
sd_request_free (SdRequest *self)
{
  if (self == NULL)
    return;

  g_free (self->plan_id);
  g_free (self->row_id);
  g_free (self->parent_id);
  sd_value_clear (&self->value);
  g_free (self->token);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_object (&self->county);
  g_free (self->name);
  g_strfreev (self->ids);
  g_clear_pointer (&self->shares, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

void
sd_edit_clear (SdEdit *self)
{
  g_clear_pointer (&self->reverses, g_free);
  g_clear_pointer (&self->label, g_free);
  sd_place_clear (&self->place);
  g_clear_pointer (&self->row_id, g_free);
}

/* The column that says to a reader which row it is. */
int
sd_operation_naming_column (const SdTable *table)
{
  int choice = -1;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const SdColumn *column = &table->columns[i];

      if (column->type == SD_TYPE_TEXT &&
          (column->flags & SD_REQUIRED || g_str_equal (column->name, "heading")))
        return (int) i;
      if (choice < 0 && column->type == SD_TYPE_CHOICE && column->flags & SD_REQUIRED)
        choice = (int) i;
    }

  return choice;
}

/* What a label calls the row, as one name of sd_label_encode(). */
char *
sd_operation_name_row (SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  int column = sd_operation_naming_column (table);

  if (column < 0 || !sd_row_has (row, (guint) column))
    return sd_label_name_table (table->id);

  return sd_label_name_value (table, (guint) column, sd_row_get_value (row, (guint) column));
}

static char *
name_unit (SdDatabase *database, SdRow *transfer, guint column)
{
  g_autoptr (SdRow) unit = NULL;

  if (!sd_row_has (transfer, column) ||
      !sd_table_get_row (database, sd_table_get (SD_TABLE_UNIT), sd_row_get_plan_id (transfer),
                         sd_row_get_text (transfer, column), &unit, NULL))
    return NULL;

  return g_strdup (sd_row_get_text (unit, SD_UNIT_NAME));
}

/* As sd_operation_name_row(), but a transfer, which has no name, is called by its units. */
char *
sd_operation_name_in (SdDatabase *database, SdRow *row)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *both = NULL;

  if (sd_row_get_table_id (row) != SD_TABLE_TRANSFER)
    return sd_operation_name_row (row);

  from = name_unit (database, row, SD_TRANSFER_SOURCE);
  to = name_unit (database, row, SD_TRANSFER_TARGET);
  both = g_strdup_printf ("%s → %s", from != NULL ? from : "?", to != NULL ? to : "?");

  return sd_label_name_text (both);
}

void
sd_operation_set_place (SdEdit *edit, SdRow *row)
{
  const char *plan_id = sd_row_get_table_id (row) == SD_TABLE_PLAN ? sd_row_get_id (row)
                                                                   : sd_row_get_plan_id (row);

  sd_place_set (&edit->place, plan_id, sd_row_get_table_id (row), sd_row_get_id (row));
}

/* A reference must lead to a row of the same plan, and not around back to where it started. */
gboolean
sd_operation_check_reference (SdDatabase *database, SdRow *row, guint column, const char *target_id,
                              GError **error)
{
  const SdTable *table = sd_row_get_table (row);
  const SdTable *refers = sd_table_get (table->columns[column].refers);
  const char *plan_id = sd_row_get_plan_id (row);
  g_autofree char *next = g_strdup (target_id);
  gboolean is_there;

  if (!sd_table_has_row (database, refers, plan_id, target_id, &is_there, error))
    return FALSE;
  if (!is_there)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
                   _ ("%s of %s is to be a row that is not there."),
                   sd_column_get_label (&table->columns[column]), sd_table_get_label (table));
      return FALSE;
    }

  for (guint i = 0; refers == table && next != NULL && i < LONGEST_CHAIN; i++)
    {
      g_autoptr (SdRow) target = NULL;

      if (g_str_equal (next, sd_row_get_id (row)))
        {
          g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                       _ ("%s of %s may not lead back to itself."),
                       sd_column_get_label (&table->columns[column]), sd_table_get_label (table));
          return FALSE;
        }
      if (!sd_table_get_row (database, table, plan_id, next, &target, error))
        return FALSE;
      g_free (next);
      next = g_strdup (sd_row_get_text (target, column));
    }

  return TRUE;
}

/* Checks a value and puts it into a row object that is to be written. */
gboolean
sd_operation_fill (SdRow *row, guint column, const SdValue *value, GError **error)
{
  g_auto (SdValue) checked = SD_VALUE_INIT;

  if (!sd_cell_check (sd_row_get_table (row), column, value, &checked, error))
    return FALSE;

  sd_row_set_value (row, column, &checked);
  return TRUE;
}
