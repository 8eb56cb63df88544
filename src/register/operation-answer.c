/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "table-sql.h"

/* Answering what a pack asks: one row an answer, told by its first columns, such as the pack and
 * the name of a parameter. What is written in place of a block of a document is told by the
 * document and the block in the same way, and what a document says of itself by its type. */

static gboolean
is_answer_to (SdRow *row, const SdRequest *request)
{
  for (guint i = 0; i < request->n_keys; i++)
    {
      const SdFieldValue *key = &g_array_index (request->fields, SdFieldValue, i);

      if (!sd_value_equal (sd_row_get_value (row, key->column), &key->value))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_answer (SdDatabase *database, const SdRequest *request, const char *plan_id, SdRow **answer,
             GError **error)
{
  const SdFieldValue *first = &g_array_index (request->fields, SdFieldValue, 0);
  const SdTable *table = sd_table_get (request->table);
  g_autofree char *column = sd_column_get_sql_name (&table->columns[first->column]);
  g_autoptr (GPtrArray) rows = NULL;

  if (!sd_table_list (database, table, column, plan_id, first->value.text, &rows,
                      error))
    return FALSE;
  for (guint i = 0; i < rows->len && *answer == NULL; i++)
    if (is_answer_to (g_ptr_array_index (rows, i), request))
      *answer = g_object_ref (g_ptr_array_index (rows, i));

  return TRUE;
}

/* An answer is taken as a whole: who gave it and when goes with what it says. */
static gboolean
change_answer (SdDatabase *database, const SdRequest *request, SdRow *answer, GError **error)
{
  const SdTable *table = sd_row_get_table (answer);

  for (guint i = request->n_keys; i < request->fields->len; i++)
    {
      const SdFieldValue *field = &g_array_index (request->fields, SdFieldValue, i);
      g_autofree char *column = sd_column_get_sql_name (&table->columns[field->column]);

      if (!sd_operation_fill (answer, field->column, &field->value, error) ||
          !sd_table_set (database, table, sd_row_get_plan_id (answer), sd_row_get_id (answer),
                         column, sd_row_get_value (answer, field->column), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
withdraw_answer (SdDatabase *database, SdRow *answer, GError **error)
{
  return sd_table_delete (database, sd_row_get_table (answer), sd_row_get_plan_id (answer),
                          sd_row_get_id (answer), error) &&
         sd_table_renumber (database, sd_row_get_table (answer), sd_row_get_plan_id (answer), NULL,
                            NULL, -1, error);
}

/* What a document says of itself is a value of a column, whether it is the first or not. */
static void
describe_element (const SdRequest *request, SdEdit *edit)
{
  const SdTable *table = sd_table_get (request->table);
  const SdFieldValue *field = &g_array_index (request->fields, SdFieldValue, request->n_keys);
  g_autofree char *name = sd_label_name_text (request->name);
  g_autofree char *what = sd_label_name_column (table, field->column);
  g_autofree char *value = sd_label_name_value (table, field->column, &field->value);

  edit->label = field->value.type == SD_VALUE_NONE
                    ? sd_label_encode (SD_LABEL_CLEAR, &edit->place, what, name, NULL)
                    : sd_label_encode (SD_LABEL_SET, &edit->place, what, name, value, NULL);
}

static void
describe_answer (const SdRequest *request, gboolean withdraws, SdEdit *edit)
{
  g_autofree char *what = sd_label_name_text (request->name);
  g_autofree char *words =
      withdraws || request->token == NULL ? NULL : sd_label_name_text (request->token);

  g_free (edit->label);
  if (request->table == SD_TABLE_DOCUMENT && !withdraws)
    {
      describe_element (request, edit);
      return;
    }
  if (request->table == SD_TABLE_OVERRIDE)
    {
      edit->label = sd_label_encode (withdraws ? SD_LABEL_DRAFTED : SD_LABEL_REWRITE, &edit->place,
                                     what, NULL);
      return;
    }
  edit->label = withdraws ? sd_label_encode (SD_LABEL_WITHDRAW, &edit->place, what, NULL)
                          : sd_label_encode (SD_LABEL_ANSWER, &edit->place, what, words, NULL);
}

/* The first @n_keys of @fields tell the row; with more fields it is made or changed, without them
 * it is taken away. @name is what was asked, @token the answer in words. */
gboolean
sd_operation_answer (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  const gboolean withdraws = request->fields->len == request->n_keys;
  const char *plan_id =
      sd_table_get (request->table)->scope == SD_SCOPE_PLAN ? request->plan_id : NULL;
  g_autoptr (SdRow) answer = NULL;

  if (!find_answer (database, request, plan_id, &answer, error))
    return FALSE;
  if (answer != NULL)
    {
      sd_operation_set_place (edit, answer);
      if (!(withdraws ? withdraw_answer (database, answer, error)
                      : change_answer (database, request, answer, error)))
        return FALSE;
    }
  else if (!withdraws && !sd_operation_add_row (database, request, edit, error))
    return FALSE;

  describe_answer (request, withdraws, edit);
  return TRUE;
}
