/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Add and set, for the rows of any table. */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_parent (SdDatabase *database, const SdRequest *request, const SdTable *table, GError **error)
{
  g_autoptr (SdRow) above = NULL;

  if (table->id == SD_TABLE_COUNTY)
    return refuse (error, _ ("A register is of one county; another cannot be added."));
  if (table->scope == SD_SCOPE_PLAN &&
      !sd_table_get_row (database, sd_table_get (SD_TABLE_PLAN), NULL, request->plan_id, &above,
                         error))
    return FALSE;
  g_clear_object (&above);

  return !sd_table_has_parent_id (table) ||
         sd_table_get_row (database, sd_table_get (table->parent), request->plan_id,
                           request->parent_id, &above, error);
}

/* A document has its elements once: with two rows of one type, one of them would be printed and the
 * other be edited. */
static gboolean
check_kind (SdDatabase *database, SdRow *row, GError **error)
{
  gint64 n;

  if (sd_row_get_table_id (row) != SD_TABLE_DOCUMENT)
    return TRUE;
  if (!sd_database_get_integer (database, &n, error,
                                "SELECT count (*) FROM \"document\" WHERE \"plan_id\" = ?1 AND "
                                "\"kind\" = ?2 AND \"row_id\" <> ?3",
                                "sss", sd_row_get_plan_id (row),
                                sd_row_get_text (row, SD_DOCUMENT_KIND), sd_row_get_id (row)))
    return FALSE;

  return n == 0 || refuse (error, _ ("The plan has the elements of this document already; change "
                                     "those."));
}

static gboolean
fill_row (SdDatabase *database, const SdRequest *request, SdRow *row, GError **error)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; request->fields != NULL && i < request->fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (request->fields, SdFieldValue, i);

      if (!sd_operation_fill (row, field->column, &field->value, error))
        return FALSE;
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      /* Checking what is there once more says what is required and missing. */
      if (!sd_operation_fill (row, i, sd_row_get_value (row, i), error))
        return FALSE;
      if (table->columns[i].type == SD_TYPE_REF && sd_row_has (row, i) &&
          !sd_operation_check_reference (database, row, i, sd_row_get_text (row, i), error))
        return FALSE;
    }

  return TRUE;
}

static void
describe_addition (SdDatabase *database, SdRow *row, SdEdit *edit)
{
  g_autofree char *name = sd_operation_name_in (database, row);
  g_autofree char *table = sd_label_name_table (sd_row_get_table_id (row));

  sd_operation_set_place (edit, row);
  edit->row_id = g_strdup (sd_row_get_id (row));
  switch (sd_row_get_table_id (row))
    {
    case SD_TABLE_TOWN:
      edit->label = sd_label_encode (SD_LABEL_ADD_TOWN, &edit->place, name, NULL);
      break;
    case SD_TABLE_PLAN:
      edit->label = sd_label_encode (SD_LABEL_ADD_PLAN, &edit->place, name, NULL);
      break;
    case SD_TABLE_UNIT:
      edit->label = sd_label_encode (SD_LABEL_SET_UP, &edit->place, name, NULL);
      break;
    default:
      edit->label = sd_label_encode (SD_LABEL_ADD, &edit->place, table, name, NULL);
    }
}

/* Adds a row of @table below @parent_id at @rank with the values @fields. */
gboolean
sd_operation_add_row (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  const SdTable *table = sd_table_get (request->table);
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? request->plan_id : NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (SdRow) row = NULL;
  gint64 count;

  if (!check_parent (database, request, table, error) ||
      !sd_table_count (database, table, plan_id, request->parent_id, &count, error))
    return FALSE;
  row = sd_row_new (table->id, plan_id, id,
                    sd_table_has_parent_id (table) ? request->parent_id : NULL, count);
  if (!fill_row (database, request, row, error) || !check_kind (database, row, error) ||
      !sd_table_insert (database, row, error) ||
      !sd_table_renumber (database, table, plan_id, request->parent_id, id, request->rank, error))
    return FALSE;

  describe_addition (database, row, edit);
  return TRUE;
}

/* Moves a row to @rank among its siblings. */
gboolean
sd_operation_move_row (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                       GError **error)
{
  const SdTable *table = sd_table_get (request->table);
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? request->plan_id : NULL;
  g_autofree char *name = NULL;
  g_autoptr (SdRow) row = NULL;

  if (!sd_table_get_row (database, table, plan_id, request->row_id, &row, error) ||
      !sd_table_renumber (database, table, plan_id, sd_row_get_parent_id (row), request->row_id,
                          request->rank, error))
    return FALSE;

  name = sd_operation_name_row (row);
  sd_operation_set_place (edit, row);
  edit->label = sd_label_encode (SD_LABEL_MOVE, &edit->place, name, NULL);
  return TRUE;
}

/* How a label shows the new value of a column, or NULL where it is too long to be shown. */
static char *
name_value (SdDatabase *database, SdRow *row, guint column)
{
  const SdTable *table = sd_row_get_table (row);
  const SdColumn *description = &table->columns[column];
  g_autoptr (SdRow) target = NULL;

  if (description->type == SD_TYPE_MARKUP || description->flags & SD_CONTENT)
    return NULL;
  if (description->type != SD_TYPE_REF)
    return sd_label_name_value (table, column, sd_row_get_value (row, column));
  if (!sd_table_get_row (database, sd_table_get (description->refers), sd_row_get_plan_id (row),
                         sd_row_get_text (row, column), &target, NULL))
    return NULL;

  return sd_operation_name_row (target);
}

static gboolean
is_title (const SdTable *table, guint column)
{
  const char *name = table->columns[column].name;

  return g_str_equal (name, "name") || g_str_equal (name, "title") ||
         g_str_equal (name, "heading");
}

static void
describe_setting (SdDatabase *database, SdRow *before, SdRow *after, guint column, SdEdit *edit)
{
  const SdTable *table = sd_row_get_table (after);
  g_autofree char *name = sd_operation_name_in (database, before);
  g_autofree char *what = sd_label_name_column (table, column);
  g_autofree char *value = name_value (database, after, column);
  const gboolean is_boolean = table->columns[column].type == SD_TYPE_BOOLEAN;
  const gboolean is_set = is_boolean ? sd_row_get_boolean (after, column)
                                     : sd_row_has (after, column);

  sd_operation_set_place (edit, after);
  if (is_title (table, column) && sd_row_has (before, column) && is_set)
    edit->label = sd_label_encode (SD_LABEL_RENAME, &edit->place, name, value, NULL);
  else if (!is_set)
    edit->label = sd_label_encode (SD_LABEL_CLEAR, &edit->place, what, name, NULL);
  else if (is_boolean)
    edit->label = sd_label_encode (SD_LABEL_MARK, &edit->place, name, what, NULL);
  else if (value == NULL)
    edit->label = sd_label_encode (SD_LABEL_CHANGE, &edit->place, what, name, NULL);
  else
    edit->label = sd_label_encode (SD_LABEL_SET, &edit->place, what, name, value, NULL);
}

static gboolean
count_units (SdDatabase *database, SdRow *plan, const char *stage, gint64 *n, GError **error)
{
  return sd_database_get_integer (database, n, error,
                                  "SELECT count (*) FROM \"unit\" WHERE \"plan_id\" = ?1 AND "
                                  "\"stage\" = ?2",
                                  "ss", sd_row_get_id (plan), stage);
}

/* A plan goes to submission, and is ratified, with something proposed and nothing on the bench. */
static gboolean
check_status (SdDatabase *database, SdRow *plan, guint column, GError **error)
{
  gint64 n_proposed, n_waiting;

  if (sd_row_get_table_id (plan) != SD_TABLE_PLAN || column != SD_PLAN_STATUS ||
      (!sd_row_is (plan, SD_PLAN_STATUS, "submitted") &&
       !sd_row_is (plan, SD_PLAN_STATUS, "approved")))
    return TRUE;
  if (!count_units (database, plan, "proposed", &n_proposed, error) ||
      !count_units (database, plan, "bench", &n_waiting, error))
    return FALSE;
  if (n_proposed == 0)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                           _ ("The plan proposes nothing yet: set up its units before it is "
                              "submitted."));
      return FALSE;
    }
  if (n_waiting == 0)
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
               ngettext ("%d unit waits on the bench: place or abolish it before the plan is "
                         "submitted.",
                         "%d units wait on the bench: place or abolish them before the plan is "
                         "submitted.",
                         (gulong) n_waiting),
               (int) n_waiting);
  return FALSE;
}

/* Sets @column of a row to @value. */
gboolean
sd_operation_set_value (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                        GError **error)
{
  const SdTable *table = sd_table_get (request->table);
  const SdColumn *column = &table->columns[request->column];
  const char *plan_id = table->scope == SD_SCOPE_PLAN ? request->plan_id : NULL;
  g_autofree char *sql_name = sd_column_get_sql_name (column);
  g_autoptr (SdRow) before = NULL;
  g_autoptr (SdRow) after = NULL;

  if (!sd_table_get_row (database, table, plan_id, request->row_id, &before, error) ||
      !sd_table_get_row (database, table, plan_id, request->row_id, &after, error) ||
      !sd_operation_fill (after, request->column, &request->value, error) ||
      !check_status (database, after, request->column, error) ||
      !check_kind (database, after, error))
    return FALSE;
  if (column->type == SD_TYPE_REF && sd_row_has (after, request->column) &&
      !sd_operation_check_reference (database, after, request->column,
                                     sd_row_get_text (after, request->column), error))
    return FALSE;
  if (!sd_table_set (database, table, plan_id, request->row_id, sql_name,
                     sd_row_get_value (after, request->column), error))
    return FALSE;

  describe_setting (database, before, after, request->column, edit);
  return TRUE;
}
