/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-private.h"

/*
 * sd_field_fail_unknown:
 * @field: a reference
 * @error: return location
 *
 * Returns: %FALSE, with a sentence that the reference is none
 */
gboolean
sd_field_fail_unknown (const SdField *field, GError **error)
{
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD,
               _ ("The field “%s” refers to nothing that this plan has."), field->ref);
  return FALSE;
}

/*
 * sd_field_fail_absent:
 * @field: a reference
 * @error: return location
 *
 * Returns: %FALSE, with a sentence that the plan does not give the value
 */
gboolean
sd_field_fail_absent (const SdField *field, GError **error)
{
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD,
               _ ("The field “%s” refers to a value that the plan does not give."), field->ref);
  return FALSE;
}

/*
 * sd_field_take_text:
 * @value: what the field stands for
 * @text: (transfer full): its text
 *
 * Returns: %TRUE
 */
gboolean
sd_field_take_text (SdValue *value, char *text)
{
  sd_value_clear (value);
  value->type = SD_VALUE_TEXT;
  value->text = text;
  return TRUE;
}

/*
 * sd_field_take_integer:
 * @value: what the field stands for
 * @integer: its number
 *
 * Returns: %TRUE
 */
gboolean
sd_field_take_integer (SdValue *value, gint64 integer)
{
  sd_value_clear (value);
  value->type = SD_VALUE_INTEGER;
  value->integer = integer;
  return TRUE;
}

/* A row of the plan or of the county, whichever has that identifier. */
static SdRow *
find_row (const SdField *field, const char *id)
{
  SdRow *row = field->plan != NULL ? sd_row_set_find_row (SD_ROW_SET (field->plan), id) : NULL;

  return row != NULL ? row : sd_row_set_find_row (SD_ROW_SET (field->county), id);
}

static const char *
row_name (SdRow *row)
{
  int column = row != NULL ? sd_table_column_index (sd_row_get_table (row), "name") : -1;

  return column >= 0 ? sd_row_get_text (row, column) : NULL;
}

static gboolean
is_document_number (const SdTable *table, int column)
{
  return (table->id == SD_TABLE_PLAN && column == SD_PLAN_NUMBER) ||
         (table->id == SD_TABLE_DOCUMENT && column == SD_DOCUMENT_NUMBER) ||
         (table->id == SD_TABLE_CITATION && column == SD_CITATION_NUMBER) ||
         (table->id == SD_TABLE_APPROVAL && column == SD_APPROVAL_NUMBER);
}

/* A value as a document prints it. */
static gboolean
evaluate_column (const SdField *field, SdRow *row, const char *name, SdValue *value, GError **error)
{
  const SdTable *table;
  const char *referred;
  int column;

  if (row == NULL)
    return sd_field_fail_unknown (field, error);
  table = sd_row_get_table (row);
  column = sd_table_column_index (table, name);
  if (column < 0 || table->columns[column].type == SD_TYPE_MARKUP)
    return sd_field_fail_unknown (field, error);
  if (!sd_row_has (row, column))
    return sd_field_fail_absent (field, error);

  switch (table->columns[column].type)
    {
    case SD_TYPE_CHOICE:
      return sd_field_take_text (value, g_strdup (sd_row_get_token (row, column)->chinese));
    case SD_TYPE_DATE:
      return sd_field_take_text (value, sd_chinese_date (sd_row_get_text (row, column)));
    case SD_TYPE_BOOLEAN:
      return sd_field_take_text (value, g_strdup (sd_row_get_boolean (row, column) ? "是" : "否"));
    case SD_TYPE_REF:
      referred = row_name (find_row (field, sd_row_get_text (row, column)));
      if (referred == NULL)
        return sd_field_fail_unknown (field, error);
      return sd_field_take_text (value, g_strdup (referred));
    case SD_TYPE_TEXT:
      if (is_document_number (table, column))
        return sd_field_take_text (value,
                                   sd_chinese_document_number (sd_row_get_text (row, column)));
      sd_value_copy (value, sd_row_get_value (row, column));
      return TRUE;
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_MARKUP:
    default:
      sd_value_copy (value, sd_row_get_value (row, column));
      return TRUE;
    }
}

/*
 * sd_field_append_full_name:
 * @field: a reference
 * @unit: a unit
 * @text: takes its name, with its plaques
 */
void
sd_field_append_full_name (const SdField *field, SdRow *unit, GString *text)
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
list_units (const SdField *field, const char *kind, const char *stage, GString *names)
{
  SdRow *unit;
  guint count = 0;

  SD_FOREACH_ROW (unit, field->plan, SD_TABLE_UNIT)
    {
      if (!sd_row_is (unit, SD_UNIT_STAGE, stage) || !sd_row_is (unit, SD_UNIT_KIND, kind))
        continue;
      if (count++ > 0)
        g_string_append (names, "、");
      sd_field_append_full_name (field, unit, names);
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
find_stage (const SdField *field)
{
  if (*field->property == '\0' || g_str_equal (field->property, "proposed"))
    return "proposed";

  return g_str_equal (field->property, "current") ? "current" : NULL;
}

static gboolean
evaluate_units (const SdField *field, SdValue *value, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *stage = find_stage (field);
  guint count;

  if (stage == NULL || !is_token (SD_ENUMERATION_UNIT_KIND, field->object))
    return sd_field_fail_unknown (field, error);

  count = list_units (field, field->object, stage, names);
  if (g_str_has_prefix (field->ref, "count:"))
    return sd_field_take_integer (value, count);
  if (count == 0)
    return sd_field_fail_absent (field, error);

  return sd_field_take_text (value, g_strdup (names->str));
}

/* Whether a quota of a type is stated, of one unit or of any that headcount is counted in. A number
 * that nobody stated is not 0: a document must not say that there are none. */
static gboolean
states_quota (const SdField *field, const char *stage, const char *unit_id, const char *type)
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
evaluate_headcount (const SdField *field, SdValue *value, GError **error)
{
  const char *type = *field->object != '\0' ? field->object : NULL;
  const char *stage = find_stage (field);

  if (stage == NULL || (type != NULL && !is_token (SD_ENUMERATION_QUOTA_TYPE, type)))
    return sd_field_fail_unknown (field, error);
  if (!states_quota (field, stage, NULL, type))
    return sd_field_fail_absent (field, error);

  return sd_field_take_integer (value, sd_plan_get_headcount (field->plan, stage, NULL, type));
}

static gboolean
evaluate_unit (const SdField *field, SdValue *value, GError **error)
{
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, field->object);
  g_autoptr (GString) name = g_string_new (NULL);

  if (unit != NULL && *field->property == '\0')
    return sd_field_take_text (value, g_strdup (sd_row_get_text (unit, SD_UNIT_NAME)));
  if (unit == NULL || !g_str_equal (field->property, "full"))
    return sd_field_fail_unknown (field, error);

  sd_field_append_full_name (field, unit, name);
  return sd_field_take_text (value, g_strdup (name->str));
}

static gboolean
evaluate_quota (const SdField *field, SdValue *value, GError **error)
{
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, field->object);

  if (unit == NULL || !is_token (SD_ENUMERATION_QUOTA_TYPE, field->property))
    return sd_field_fail_unknown (field, error);
  if (!states_quota (field, NULL, field->object, field->property))
    return sd_field_fail_absent (field, error);

  return sd_field_take_integer (value,
                                sd_plan_get_quota (field->plan, field->object, field->property));
}

static gboolean
evaluate_document (const SdField *field, SdValue *value, GError **error)
{
  SdRow *row;

  SD_FOREACH_ROW (row, field->plan, SD_TABLE_DOCUMENT)
    if (sd_row_is (row, SD_DOCUMENT_KIND, field->object))
      return evaluate_column (field, row, field->property, value, error);

  if (sd_table_column_index (sd_table_get (SD_TABLE_DOCUMENT), field->property) < 0)
    return sd_field_fail_unknown (field, error);
  return sd_field_fail_absent (field, error);
}

/* 《title》（number） where a document is cited for the first time, then 《title》. */
static gboolean
evaluate_citation (const SdField *field, SdValue *value, GError **error)
{
  SdRow *row = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_CITATION, field->object);
  gboolean brief = g_str_equal (field->property, "short");
  g_autofree char *number = NULL;

  if (row == NULL || (!brief && *field->property != '\0'))
    return sd_field_fail_unknown (field, error);
  if (brief || !sd_row_has (row, SD_CITATION_NUMBER))
    return sd_field_take_text (
        value, g_strdup_printf ("《%s》", sd_row_get_text (row, SD_CITATION_TITLE)));

  number = sd_chinese_document_number (sd_row_get_text (row, SD_CITATION_NUMBER));
  return sd_field_take_text (
      value, g_strdup_printf ("《%s》（%s）", sd_row_get_text (row, SD_CITATION_TITLE), number));
}

static gboolean
evaluate (const SdField *field, const char *subject, SdValue *value, GError **error)
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
  if (g_str_equal (subject, "document"))
    return evaluate_document (field, value, error);
  if (g_str_equal (subject, "rows"))
    return sd_field_evaluate_rows (field, value, error);
  if (g_str_equal (subject, "sum"))
    return sd_field_evaluate_sum (field, value, error);
  if (g_str_equal (subject, "list"))
    return sd_field_evaluate_list (field, value, error);
  if (g_str_equal (subject, "change"))
    return sd_field_evaluate_change (field, value, error);
  if (g_str_equal (subject, "changes"))
    return sd_field_evaluate_changes (field, value, error);
  if (g_str_equal (subject, "cite"))
    return evaluate_citation (field, value, error);

  return sd_field_fail_unknown (field, error);
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
  SdField field = { .county = county, .ref = ref, .object = "", .property = "" };

  if (parts[0] != NULL && parts[1] != NULL)
    {
      field.object = parts[1];
      field.property = parts[2] != NULL ? parts[2] : "";
    }
  if (g_strcmp0 (parts[0], "in") == 0 && *field.property != '\0' &&
      !g_str_has_prefix (field.property, "in:"))
    {
      if (sd_field_evaluate (county, field.object, field.property, value, error))
        return TRUE;
      g_prefix_error (error, "%s: ", ref);
      return FALSE;
    }
  if (g_strcmp0 (parts[0], "county") == 0)
    return evaluate_column (&field, sd_county_get_row (county), field.object, value, error);
  if (g_str_equal (ref, "towns"))
    return sd_field_take_integer (value,
                                  sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN));
  if (g_str_equal (ref, "plans") || g_str_has_prefix (ref, "all:"))
    return sd_field_evaluate_all (&field, value, error);

  field.plan = plan_id != NULL ? sd_county_get_plan (county, plan_id) : NULL;
  field.plan_row = plan_id != NULL ? sd_county_get_plan_row (county, plan_id) : NULL;
  if (g_strcmp0 (parts[0], "row") == 0)
    return evaluate_column (&field, find_row (&field, field.object), field.property, value, error);
  if (parts[0] == NULL || field.plan == NULL || field.plan_row == NULL)
    return sd_field_fail_unknown (&field, error);

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
