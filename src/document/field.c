/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field.h"

#include "plan/plan.h"

#include <glib/gi18n-lib.h>

/* A reference taken apart, and what it is resolved against. */
typedef struct
{
  SdCounty *county;
  SdPlan *plan;
  SdRow *plan_row;
  const char *ref;
  const char *object;   /* what stands after the first colon, "" if nothing */
  const char *property; /* what stands after the second, "" if nothing */
} Field;

static gboolean
fail_unknown (const Field *field, GError **error)
{
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD,
               _ ("The field “%s” refers to nothing that this plan has."), field->ref);
  return FALSE;
}

static gboolean
fail_absent (const Field *field, GError **error)
{
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD,
               _ ("The field “%s” refers to a value that the plan does not give."), field->ref);
  return FALSE;
}

static gboolean
take_text (SdValue *value, char *text)
{
  sd_value_clear (value);
  value->type = SD_VALUE_TEXT;
  value->text = text;
  return TRUE;
}

static gboolean
take_integer (SdValue *value, gint64 integer)
{
  sd_value_clear (value);
  value->type = SD_VALUE_INTEGER;
  value->integer = integer;
  return TRUE;
}

/* A row of the plan or of the county, whichever has that identifier. */
static SdRow *
find_row (const Field *field, const char *id)
{
  SdRow *row = sd_row_set_find_row (SD_ROW_SET (field->plan), id);

  return row != NULL ? row : sd_row_set_find_row (SD_ROW_SET (field->county), id);
}

static const char *
row_name (SdRow *row)
{
  int column = row != NULL ? sd_table_column_index (sd_row_get_table (row), "name") : -1;

  return column >= 0 ? sd_row_get_text (row, column) : NULL;
}

/* A value as a document prints it. */
static gboolean
evaluate_column (const Field *field, SdRow *row, const char *name, SdValue *value, GError **error)
{
  const SdTable *table;
  const char *referred;
  int column;

  if (row == NULL)
    return fail_unknown (field, error);
  table = sd_row_get_table (row);
  column = sd_table_column_index (table, name);
  if (column < 0 || table->columns[column].type == SD_TYPE_MARKUP)
    return fail_unknown (field, error);
  if (!sd_row_has (row, column))
    return fail_absent (field, error);

  switch (table->columns[column].type)
    {
    case SD_TYPE_CHOICE:
      return take_text (value, g_strdup (sd_row_get_token (row, column)->chinese));
    case SD_TYPE_DATE:
      return take_text (value, sd_chinese_date (sd_row_get_text (row, column)));
    case SD_TYPE_BOOLEAN:
      return take_text (value, g_strdup (sd_row_get_boolean (row, column) ? "是" : "否"));
    case SD_TYPE_REF:
      referred = row_name (find_row (field, sd_row_get_text (row, column)));
      if (referred == NULL)
        return fail_unknown (field, error);
      return take_text (value, g_strdup (referred));
    case SD_TYPE_TEXT:
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_MARKUP:
    default:
      sd_value_copy (value, sd_row_get_value (row, column));
      return TRUE;
    }
}

static void
append_full_name (const Field *field, SdRow *unit, GString *text)
{
  g_autoptr (GPtrArray) plaques = NULL;

  plaques =
      sd_row_set_get_children (SD_ROW_SET (field->plan), SD_TABLE_PLAQUE, sd_row_get_id (unit));
  g_string_append (text, sd_row_get_text (unit, SD_UNIT_NAME));
  for (guint i = 0; i < plaques->len; i++)
    {
      g_string_append (text, i == 0 ? "（" : "、");
      g_string_append (text, sd_row_get_text (plaques->pdata[i], SD_PLAQUE_NAME));
    }
  if (plaques->len > 0)
    g_string_append (text, "）");
}

/* Both the count and the names, so that the two can never disagree. */
static guint
list_units (const Field *field, const char *kind, const char *stage, GString *names)
{
  SdRow *unit;
  guint count = 0;

  SD_FOREACH_ROW (unit, field->plan, SD_TABLE_UNIT)
    {
      if (!sd_row_is (unit, SD_UNIT_STAGE, stage) || !sd_row_is (unit, SD_UNIT_KIND, kind))
        continue;
      if (count++ > 0)
        g_string_append (names, "、");
      append_full_name (field, unit, names);
    }

  return count;
}

static gboolean
is_token (SdEnumerationId enumeration, const char *name)
{
  return sd_enumeration_lookup (sd_enumeration_get (enumeration), name) != NULL;
}

/* The stage that a field names, the proposed one where it names none; NULL for another word. */
static const char *
find_stage (const Field *field)
{
  if (*field->property == '\0' || g_str_equal (field->property, "proposed"))
    return "proposed";

  return g_str_equal (field->property, "current") ? "current" : NULL;
}

static gboolean
evaluate_units (const Field *field, SdValue *value, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *stage = find_stage (field);
  guint count;

  if (stage == NULL || !is_token (SD_ENUMERATION_UNIT_KIND, field->object))
    return fail_unknown (field, error);

  count = list_units (field, field->object, stage, names);
  if (g_str_has_prefix (field->ref, "count:"))
    return take_integer (value, count);
  if (count == 0)
    return fail_absent (field, error);

  return take_text (value, g_strdup (names->str));
}

/* Whether a quota of a type is stated, of one unit or of any that headcount is counted in. A number
 * that nobody stated is not 0: a document must not say that there are none. */
static gboolean
states_quota (const Field *field, const char *stage, const char *unit_id, const char *type)
{
  SdRow *quota;

  SD_FOREACH_ROW (quota, field->plan, SD_TABLE_QUOTA)
    {
      const char *owner = sd_row_get_parent_id (quota);
      SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, owner);

      if (type != NULL && !sd_row_is (quota, SD_QUOTA_TYPE, type))
        continue;
      if (unit_id != NULL && g_str_equal (unit_id, owner))
        return TRUE;
      if (unit_id == NULL && sd_row_is (unit, SD_UNIT_STAGE, stage) &&
          !sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH))
        return TRUE;
    }

  return FALSE;
}

static gboolean
evaluate_headcount (const Field *field, SdValue *value, GError **error)
{
  const char *type = *field->object != '\0' ? field->object : NULL;
  const char *stage = find_stage (field);

  if (stage == NULL || (type != NULL && !is_token (SD_ENUMERATION_QUOTA_TYPE, type)))
    return fail_unknown (field, error);
  if (!states_quota (field, stage, NULL, type))
    return fail_absent (field, error);

  return take_integer (value, sd_plan_get_headcount (field->plan, stage, NULL, type));
}

static gboolean
evaluate_unit (const Field *field, SdValue *value, GError **error)
{
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, field->object);
  g_autoptr (GString) name = g_string_new (NULL);

  if (unit != NULL && *field->property == '\0')
    return take_text (value, g_strdup (sd_row_get_text (unit, SD_UNIT_NAME)));
  if (unit == NULL || !g_str_equal (field->property, "full"))
    return fail_unknown (field, error);

  append_full_name (field, unit, name);
  return take_text (value, g_strdup (name->str));
}

static gboolean
evaluate_quota (const Field *field, SdValue *value, GError **error)
{
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, field->object);

  if (unit == NULL || !is_token (SD_ENUMERATION_QUOTA_TYPE, field->property))
    return fail_unknown (field, error);
  if (!states_quota (field, NULL, field->object, field->property))
    return fail_absent (field, error);

  return take_integer (value, sd_plan_get_quota (field->plan, field->object, field->property));
}

/* A table of the plan, by the name that it has in plan XML. */
static const SdTable *
find_table (const Field *field)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == SD_SCOPE_PLAN &&
        g_str_equal (sd_table_get (i)->name, field->object))
      return sd_table_get (i);

  return NULL;
}

/* What belongs to a unit counts where the unit is proposed; a transfer where it is placed. */
static gboolean
counts (const Field *field, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  SdRow *unit;

  if (table->id == SD_TABLE_TRANSFER)
    return sd_row_has (row, SD_TRANSFER_TARGET);
  if (table->id == SD_TABLE_UNIT)
    return sd_row_is (row, SD_UNIT_STAGE, "proposed");
  if (table->parent != SD_TABLE_UNIT)
    return TRUE;

  unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, sd_row_get_parent_id (row));
  return sd_row_is (unit, SD_UNIT_STAGE, "proposed");
}

/* rows:TABLE and rows:TABLE:COLUMN=TOKEN */
static gboolean
evaluate_rows (const Field *field, SdValue *value, GError **error)
{
  const SdTable *table = find_table (field);
  g_auto (GStrv) condition = g_strsplit (field->property, "=", 2);
  int column = -1;
  gint64 count = 0;
  SdRow *row;

  if (table != NULL && condition[0] != NULL)
    column = sd_table_column_index (table, condition[0]);
  if (table == NULL || (condition[0] != NULL && (column < 0 || condition[1] == NULL)))
    return fail_unknown (field, error);

  SD_FOREACH_ROW (row, field->plan, table->id)
    if (counts (field, row) && (column < 0 || sd_row_is (row, column, condition[1])))
      count++;

  return take_integer (value, count);
}

static gboolean
evaluate_sum (const Field *field, SdValue *value, GError **error)
{
  const SdTable *table = find_table (field);
  int column = table != NULL ? sd_table_column_index (table, field->property) : -1;
  gint64 sum = 0;
  SdRow *row;

  if (column < 0 || table->columns[column].type != SD_TYPE_INTEGER)
    return fail_unknown (field, error);

  SD_FOREACH_ROW (row, field->plan, table->id)
    if (counts (field, row) && sd_row_has (row, column))
      sum += sd_row_get_integer (row, column);

  return take_integer (value, sum);
}

static gboolean
evaluate_document (const Field *field, SdValue *value, GError **error)
{
  SdRow *row;

  SD_FOREACH_ROW (row, field->plan, SD_TABLE_DOCUMENT)
    if (sd_row_is (row, SD_DOCUMENT_KIND, field->object))
      return evaluate_column (field, row, field->property, value, error);

  if (sd_table_column_index (sd_table_get (SD_TABLE_DOCUMENT), field->property) < 0)
    return fail_unknown (field, error);
  return fail_absent (field, error);
}

static gboolean
evaluate (const Field *field, const char *subject, SdValue *value, GError **error)
{
  const char *plan_id = sd_plan_get_id (field->plan);

  if (g_str_equal (subject, "town"))
    return evaluate_column (field, sd_county_get_plan_town (field->county, plan_id), field->object,
                            value, error);
  if (g_str_equal (subject, "plan"))
    return evaluate_column (field, field->plan_row, field->object, value, error);
  if (g_str_equal (field->ref, "leaders"))
    return evaluate_column (field, field->plan_row, "leaders", value, error);
  if (g_str_equal (subject, "count") || g_str_equal (subject, "names"))
    return evaluate_units (field, value, error);
  if (g_str_equal (subject, "headcount"))
    return evaluate_headcount (field, value, error);
  if (g_str_equal (subject, "unit"))
    return evaluate_unit (field, value, error);
  if (g_str_equal (subject, "quota"))
    return evaluate_quota (field, value, error);
  if (g_str_equal (subject, "row"))
    return evaluate_column (field, find_row (field, field->object), field->property, value, error);
  if (g_str_equal (subject, "document"))
    return evaluate_document (field, value, error);
  if (g_str_equal (subject, "rows"))
    return evaluate_rows (field, value, error);
  if (g_str_equal (subject, "sum"))
    return evaluate_sum (field, value, error);

  return fail_unknown (field, error);
}

/**
 * sd_field_evaluate:
 * @county: a county
 * @plan_id: (nullable): a plan of it that has been loaded; without one, only what is said of the
 *   county, and in:PLAN:REF, is known
 * @ref: what the field refers to; the references are listed at the top of field.h
 * @value: (out caller-allocates): a value that owns its text; set on success
 * @error: return location for a #GError
 *
 * Looks a field up in the model. Words of the model come in Chinese, whatever the language of the
 * user is, since they are to be printed in a document.
 *
 * Returns: whether the reference is known and the model gives the value; else @error is set with
 *   %SD_DOCUMENT_ERROR_FIELD
 */
gboolean
sd_field_evaluate (
    SdCounty *county, const char *plan_id, const char *ref, SdValue *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (ref, ":", 3);
  Field field = { .county = county, .ref = ref, .object = "", .property = "" };

  if (parts[0] != NULL && parts[1] != NULL)
    {
      field.object = parts[1];
      field.property = parts[2] != NULL ? parts[2] : "";
    }
  if (g_strcmp0 (parts[0], "in") == 0 && *field.property != '\0' &&
      !g_str_has_prefix (field.property, "in:"))
    return sd_field_evaluate (county, field.object, field.property, value, error);
  if (g_strcmp0 (parts[0], "county") == 0)
    return evaluate_column (&field, sd_county_get_row (county), field.object, value, error);
  if (g_str_equal (ref, "towns"))
    return take_integer (value, sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN));

  field.plan = plan_id != NULL ? sd_county_get_plan (county, plan_id) : NULL;
  field.plan_row = plan_id != NULL ? sd_county_get_plan_row (county, plan_id) : NULL;
  if (parts[0] == NULL || field.plan == NULL || field.plan_row == NULL)
    return fail_unknown (&field, error);

  return evaluate (&field, parts[0], value, error);
}

/**
 * sd_field_format:
 * @value: what a field stands for
 * @format: (nullable): "number" (8) or "chinese" (八); %NULL for number
 * @error: return location for a #GError
 *
 * The format says how a whole number is written; other values have one form only.
 *
 * Returns: (transfer full): the text to print, or %NULL with %SD_DOCUMENT_ERROR_FIELD if there is
 *   no such format
 */
char *
sd_field_format (const SdValue *value, const char *format, GError **error)
{
  gboolean chinese = g_strcmp0 (format, "chinese") == 0;

  if (!chinese && format != NULL && !g_str_equal (format, "number"))
    {
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD,
                   _ ("The format “%s” of a field is not known; there are “number” and “chinese”."),
                   format);
      return NULL;
    }
  if (chinese && value->type == SD_VALUE_INTEGER)
    return sd_chinese_number (value->integer);

  return sd_value_to_text (value);
}
