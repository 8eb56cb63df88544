/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operations.h"

#include "label.h"
#include "plan/cell.h"
#include "rows.h"

#include <glib/gi18n-lib.h>

/**
 * sd_edit_new:
 * @operation: what to do
 * @plan_id: (nullable): the plan it is done to
 * @table: the table it is about
 * @row_id: (nullable): the row it is about
 *
 * Returns: (transfer full): an edit
 */
SdEdit *
sd_edit_new (SdOperation operation, const char *plan_id, SdTableId table, const char *row_id)
{
  SdEdit *self = g_new0 (SdEdit, 1);

  self->operation = operation;
  self->plan_id = g_strdup (plan_id);
  self->table = table;
  self->row_id = g_strdup (row_id);
  self->rank = -1;
  self->fields = g_array_new (FALSE, TRUE, sizeof (SdFieldValue));

  return self;
}

/**
 * sd_edit_add_field:
 * @self: an edit
 * @column: a column of its table
 * @value: what the column is to hold
 */
void
sd_edit_add_field (SdEdit *self, guint column, const SdValue *value)
{
  SdFieldValue field = { .column = column };

  sd_value_copy (&field.value, value);
  g_array_append_val (self->fields, field);
}

/**
 * sd_edit_free:
 * @self: (nullable): an edit
 */
void
sd_edit_free (SdEdit *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->fields->len; i++)
    sd_value_clear (&g_array_index (self->fields, SdFieldValue, i).value);
  g_array_unref (self->fields);
  g_free (self->plan_id);
  g_free (self->row_id);
  g_free (self->parent_id);
  g_free (self->quota_type);
  g_clear_object (&self->county);
  g_free (self->label);
  g_free (self->new_id);
  g_free (self);
}

/* What a row is called in labels: its name, title, heading or text, else what kind of row it is. */
const char *
sd_operation_name_of (SdRow *row)
{
  static const char *const names[] = { "name", "title", "heading", "text" };
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int column = sd_table_column_index (table, names[i]);

      if (column >= 0 && sd_row_has (row, column))
        return sd_row_get_text (row, column);
    }

  return sd_table_get_label (table);
}

SdRow *
sd_operation_find_row (
    SdDatabase *database, SdTableId table, const char *plan_id, const char *row_id, GError **error)
{
  g_autoptr (GPtrArray) rows = sd_rows_load (database, table, plan_id, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (sd_row_get_id (g_ptr_array_index (rows, i)), row_id) == 0)
      return g_object_ref (g_ptr_array_index (rows, i));

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
               _ ("%s is no longer there; it may have been deleted meanwhile."),
               sd_table_get_label (sd_table_get (table)));
  return NULL;
}

/* The rows of the same table below the same row, in order. */
GPtrArray *
sd_operation_load_siblings (SdDatabase *database,
                            SdTableId table,
                            const char *plan_id,
                            const char *parent_id,
                            GError **error)
{
  GPtrArray *rows = sd_rows_load (database, table, plan_id, error);

  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    if (g_strcmp0 (sd_row_get_parent_id (g_ptr_array_index (rows, i - 1)), parent_id) != 0)
      g_ptr_array_remove_index (rows, i - 1);

  return rows;
}

gboolean
sd_operation_renumber (SdDatabase *database, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SdRow *row = g_ptr_array_index (rows, i);

      if (sd_row_get_rank (row) != i &&
          !sd_rows_set_rank (database, sd_row_get_table_id (row), sd_row_get_plan_id (row),
                             sd_row_get_id (row), i, error))
        return FALSE;
    }

  return TRUE;
}

/* SQL's checks are the second net; this one has words for what is wrong. */
static gboolean
check_value (const SdTable *table, guint index, const SdValue *value, GError **error)
{
  const SdColumn *column = &table->columns[index];
  g_autofree char *text = sd_value_to_text (value);
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_auto (SdValue) parsed = SD_VALUE_INIT;
  g_autofree char *expected = NULL;

  if (column->flags & SD_REQUIRED && (trimmed == NULL || *trimmed == '\0'))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, _ ("%s may not be empty."),
                   sd_column_get_label (column));
      return FALSE;
    }
  if (text == NULL || sd_cell_parse (column, text, &parsed, &expected))
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
               _ ("%s cannot be “%s”; expected %s."), sd_column_get_label (column), text, expected);
  return FALSE;
}

static gboolean
check_fields (const SdTable *table, GArray *fields, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (fields, SdFieldValue, i);

      if (!check_value (table, field->column, &field->value, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sd_operation_add_row (SdDatabase *database, SdEdit *edit, GError **error)
{
  const SdTable *table = sd_table_get (edit->table);
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (SdRow) row = NULL;
  g_autofree char *id = g_uuid_string_random ();
  guint rank;

  if (!check_fields (table, edit->fields, error))
    return FALSE;
  siblings =
      sd_operation_load_siblings (database, edit->table, edit->plan_id, edit->parent_id, error);
  if (siblings == NULL)
    return FALSE;

  rank = edit->rank < 0 ? siblings->len : (guint) MIN (edit->rank, siblings->len);
  row = sd_row_new (edit->table, edit->plan_id, id, edit->parent_id, rank);
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (edit->fields, SdFieldValue, i);

      sd_row_set_value (row, field->column, &field->value);
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (!check_value (table, i, sd_row_get_value (row, i), error))
      return FALSE;

  edit->new_id = g_strdup (id);
  edit->label = sd_label_new (N_ ("Add {1} “{2}”"), sd_label_arg_table (table),
                              sd_label_arg_text (sd_operation_name_of (row)), NULL);
  if (edit->table == SD_TABLE_UNIT)
    {
      g_free (edit->label);
      edit->label =
          sd_label_new (N_ ("Set up “{1}”"), sd_label_arg_text (sd_operation_name_of (row)), NULL);
    }
  g_ptr_array_insert (siblings, (int) rank, g_object_ref (row));

  return sd_rows_insert (database, row, error) && sd_operation_renumber (database, siblings, error);
}

static char *
value_arg (const SdColumn *column, const SdValue *value)
{
  g_autofree char *text = sd_value_to_text (value);

  if (text != NULL && column->type == SD_TYPE_CHOICE)
    return sd_label_arg_token (column, text);

  return sd_label_arg_text (text != NULL ? text : "–");
}

static char *
set_label (SdRow *row, guint index, const SdValue *value)
{
  const SdTable *table = sd_row_get_table (row);
  const SdColumn *column = &table->columns[index];

  if (g_str_equal (column->name, "name"))
    return sd_label_new (N_ ("Rename “{1}” to “{2}”"),
                         sd_label_arg_text (sd_operation_name_of (row)), value_arg (column, value),
                         NULL);
  if (column->type == SD_TYPE_REF || column->type == SD_TYPE_MARKUP)
    return sd_label_new (N_ ("Change {1} of “{2}”"), sd_label_arg_column (table, index),
                         sd_label_arg_text (sd_operation_name_of (row)), NULL);

  return sd_label_new (N_ ("Set {1} of “{2}” to {3}"), sd_label_arg_column (table, index),
                       sd_label_arg_text (sd_operation_name_of (row)), value_arg (column, value),
                       NULL);
}

gboolean
sd_operation_set (SdDatabase *database, SdEdit *edit, GError **error)
{
  const SdTable *table = sd_table_get (edit->table);
  g_autoptr (SdRow) row = NULL;

  row = sd_operation_find_row (database, edit->table, edit->plan_id, edit->row_id, error);
  if (row == NULL || !check_fields (table, edit->fields, error))
    return FALSE;

  for (guint i = 0; i < edit->fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (edit->fields, SdFieldValue, i);

      if (edit->label == NULL)
        edit->label = set_label (row, field->column, &field->value);
      if (!sd_rows_update (database, edit->table, edit->plan_id, edit->row_id, field->column,
                           &field->value, error))
        return FALSE;
    }

  return TRUE;
}

static SdRow *
find_quota (GPtrArray *quotas, const char *unit_id, const char *type)
{
  for (guint i = 0; i < quotas->len; i++)
    {
      SdRow *quota = g_ptr_array_index (quotas, i);

      if (g_str_equal (sd_row_get_parent_id (quota), unit_id) &&
          sd_row_is (quota, SD_QUOTA_TYPE, type))
        return quota;
    }

  return NULL;
}

/* A unit has no quota row of a type until a number is given; clearing the number takes the row
 * away again. */
gboolean
sd_operation_set_quota (SdDatabase *database, SdEdit *edit, GError **error)
{
  const SdColumn *type_column = &sd_table_get (SD_TABLE_QUOTA)->columns[SD_QUOTA_TYPE];
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (SdRow) unit = NULL;
  const SdFieldValue *field = &g_array_index (edit->fields, SdFieldValue, 0);
  g_autofree char *label = NULL;
  SdRow *quota;
  gboolean done;

  unit = sd_operation_find_row (database, SD_TABLE_UNIT, edit->plan_id, edit->parent_id, error);
  quotas = unit != NULL ? sd_rows_load (database, SD_TABLE_QUOTA, edit->plan_id, error) : NULL;
  if (quotas == NULL)
    return FALSE;

  label = sd_label_new (
      N_ ("Set {1} of “{2}” to {3}"), sd_label_arg_token (type_column, edit->quota_type),
      sd_label_arg_text (sd_operation_name_of (unit)),
      value_arg (&sd_table_get (SD_TABLE_QUOTA)->columns[field->column], &field->value), NULL);
  quota = find_quota (quotas, edit->parent_id, edit->quota_type);
  if (quota != NULL)
    {
      edit->row_id = g_strdup (sd_row_get_id (quota));
      if (field->value.type == SD_VALUE_NONE && field->column == SD_QUOTA_APPROVED)
        done = sd_operation_delete (database, edit, error);
      else
        done = sd_operation_set (database, edit, error);
    }
  else if (field->value.type == SD_VALUE_NONE)
    {
      done = TRUE;
    }
  else
    {
      sd_edit_add_field (edit, SD_QUOTA_TYPE, &(SdValue) SD_VALUE_INIT_TEXT (edit->quota_type));
      if (field->column != SD_QUOTA_APPROVED)
        sd_edit_add_field (edit, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (0));
      done = sd_operation_add_row (database, edit, error);
    }
  g_free (edit->label);
  edit->label = g_steal_pointer (&label);

  return done;
}

static void
take_out (GPtrArray *rows, const char *row_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (sd_row_get_id (g_ptr_array_index (rows, i)), row_id))
      {
        g_ptr_array_remove_index (rows, i);
        return;
      }
}

static gboolean
is_below (SdDatabase *database, SdEdit *edit, const char *unit_id, gboolean *below, GError **error)
{
  g_autofree char *id = g_strdup (unit_id);
  guint steps = 0;

  *below = FALSE;
  while (id != NULL && steps++ < 1000)
    {
      g_autoptr (SdRow) row = NULL;

      if (g_str_equal (id, edit->row_id))
        {
          *below = TRUE;
          return TRUE;
        }
      row = sd_operation_find_row (database, SD_TABLE_UNIT, edit->plan_id, id, error);
      if (row == NULL)
        return FALSE;
      g_free (id);
      id = g_strdup (sd_row_get_text (row, SD_UNIT_SUPERIOR));
    }

  return TRUE;
}

/* Moves a row to another place in the order, and with the fields that go with the place: kind and
 * superior of a unit. */
gboolean
sd_operation_move (SdDatabase *database, SdEdit *edit, GError **error)
{
  g_autoptr (SdRow) row = NULL;
  g_autoptr (GPtrArray) siblings = NULL;
  gboolean below = FALSE;
  guint rank;

  row = sd_operation_find_row (database, edit->table, edit->plan_id, edit->row_id, error);
  if (row == NULL || !check_fields (sd_table_get (edit->table), edit->fields, error))
    return FALSE;
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (edit->fields, SdFieldValue, i);

      if (edit->table == SD_TABLE_UNIT && field->column == SD_UNIT_SUPERIOR &&
          field->value.type == SD_VALUE_TEXT &&
          !is_below (database, edit, field->value.text, &below, error))
        return FALSE;
      if (below)
        {
          g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                       _ ("“%s” cannot be put below itself."), sd_operation_name_of (row));
          return FALSE;
        }
      if (!sd_rows_update (database, edit->table, edit->plan_id, edit->row_id, field->column,
                           &field->value, error))
        return FALSE;
    }

  siblings = sd_operation_load_siblings (database, edit->table, edit->plan_id,
                                         sd_row_get_parent_id (row), error);
  if (siblings == NULL)
    return FALSE;
  take_out (siblings, edit->row_id);
  rank = edit->rank < 0 ? siblings->len : (guint) MIN (edit->rank, siblings->len);
  g_ptr_array_insert (siblings, (int) rank, g_object_ref (row));
  edit->label =
      sd_label_new (N_ ("Move “{1}”"), sd_label_arg_text (sd_operation_name_of (row)), NULL);

  return sd_operation_renumber (database, siblings, error);
}
