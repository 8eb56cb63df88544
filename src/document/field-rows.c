/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-private.h"

#include "plan/unit-change.h"

#include <string.h>

/* Fields that stand for many rows: how many there are, what they sum up to, what they are. */

/* A table of the plan, by the name that it has in plan XML. */
static const SdTable *
find_table (const SdField *field)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == SD_SCOPE_PLAN &&
        g_str_equal (sd_table_get (i)->name, field->object))
      return sd_table_get (i);

  return NULL;
}

/* What belongs to a unit counts where the unit is proposed; a transfer where it is placed. */
static gboolean
counts (const SdField *field, SdRow *row)
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

/* COLUMN=TOKEN, or nothing. */
typedef struct
{
  int column; /* -1 where there is none */
  char *token;
} Condition;

static void
condition_clear (Condition *self)
{
  g_free (self->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Condition, condition_clear)

static gboolean
read_condition (const SdTable *table, const char *text, Condition *condition)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  condition->column = -1;
  if (parts[0] == NULL)
    return TRUE;
  condition->column = sd_table_column_index (table, parts[0]);
  condition->token = g_strdup (parts[1]);

  return condition->column >= 0 && condition->token != NULL;
}

static gboolean
matches (const SdField *field, SdRow *row, const Condition *condition)
{
  if (!counts (field, row))
    return FALSE;
  if (condition->column < 0)
    return TRUE;
  if (sd_row_get_table (row)->columns[condition->column].type == SD_TYPE_BOOLEAN)
    return sd_row_get_boolean (row, condition->column) == g_str_equal (condition->token, "true");

  return sd_row_is (row, condition->column, condition->token);
}

/* The column of COLUMN or COLUMN:CONDITION; -1 where there is none such. */
static int
read_column (const SdTable *table, const char *property, Condition *condition)
{
  g_auto (GStrv) parts = g_strsplit (property, ":", 2);

  if (table == NULL || parts[0] == NULL ||
      !read_condition (table, parts[1] != NULL ? parts[1] : "", condition))
    return -1;

  return sd_table_column_index (table, parts[0]);
}

/*
 * sd_field_evaluate_rows:
 * @field: rows:TABLE or rows:TABLE:COLUMN=TOKEN
 * @value: (out caller-allocates): how many there are
 * @error: return location
 *
 * Returns: whether the reference is known
 */
gboolean
sd_field_evaluate_rows (const SdField *field, SdValue *value, GError **error)
{
  const SdTable *table = find_table (field);
  g_auto (Condition) condition = { 0 };
  gint64 count = 0;
  SdRow *row;

  if (table == NULL || !read_condition (table, field->property, &condition))
    return sd_field_fail_unknown (field, error);

  SD_FOREACH_ROW (row, field->plan, table->id)
    count += matches (field, row, &condition);

  return sd_field_take_integer (value, count);
}

/*
 * sd_field_evaluate_sum:
 * @field: sum:TABLE:COLUMN or sum:TABLE:COLUMN:COLUMN=TOKEN
 * @value: (out caller-allocates): the sum, whole where the column's values are
 * @error: return location
 *
 * Returns: whether the reference is known and any of the rows gives a value
 */
gboolean
sd_field_evaluate_sum (const SdField *field, SdValue *value, GError **error)
{
  const SdTable *table = find_table (field);
  g_auto (Condition) condition = { 0 };
  int column = read_column (table, field->property, &condition);
  gboolean whole = column >= 0 && table->columns[column].type == SD_TYPE_INTEGER;
  gboolean stated = FALSE;
  double sum = 0;
  SdRow *row;

  if (column < 0 || (!whole && table->columns[column].type != SD_TYPE_REAL))
    return sd_field_fail_unknown (field, error);

  SD_FOREACH_ROW (row, field->plan, table->id)
    {
      if (!matches (field, row, &condition) || !sd_row_has (row, column))
        continue;
      stated = TRUE;
      sum += whole ? (double) sd_row_get_integer (row, column) : sd_row_get_real (row, column);
    }
  if (!stated)
    return sd_field_fail_absent (field, error);
  if (whole)
    return sd_field_take_integer (value, (gint64) sum);

  sd_value_clear (value);
  value->type = SD_VALUE_REAL;
  value->real = sum;
  return TRUE;
}

static const char *
word_of (SdRow *row, int column)
{
  if (!sd_row_has (row, column))
    return NULL;
  if (sd_row_get_table (row)->columns[column].type == SD_TYPE_CHOICE)
    return sd_row_get_token (row, column)->chinese;

  return sd_row_get_text (row, column);
}

/*
 * sd_field_evaluate_list:
 * @field: list:TABLE:COLUMN or list:TABLE:COLUMN:COLUMN=TOKEN
 * @value: (out caller-allocates): the words of the column, each once, joined by 、
 * @error: return location
 *
 * Returns: whether the reference is known and any of the rows gives a word
 */
gboolean
sd_field_evaluate_list (const SdField *field, SdValue *value, GError **error)
{
  const SdTable *table = find_table (field);
  g_auto (Condition) condition = { 0 };
  int column = read_column (table, field->property, &condition);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) words = g_string_new (NULL);
  SdRow *row;

  if (column < 0 || (table->columns[column].type != SD_TYPE_TEXT &&
                     table->columns[column].type != SD_TYPE_CHOICE))
    return sd_field_fail_unknown (field, error);

  SD_FOREACH_ROW (row, field->plan, table->id)
    {
      const char *word = matches (field, row, &condition) ? word_of (row, column) : NULL;

      if (word != NULL && g_hash_table_add (seen, (gpointer) word))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", word);
    }
  if (words->len == 0)
    return sd_field_fail_absent (field, error);

  return sd_field_take_text (value, g_strdup (words->str));
}

/* What a plan does to its units, in the words that a document prints, by SdUnitChange. */
static const struct
{
  const char *name;
  const char *chinese;
} changes[SD_N_UNIT_CHANGES] = {
  [SD_UNIT_CHANGE_KEPT] = { "kept", "保留" },
  [SD_UNIT_CHANGE_ADJUSTED] = { "adjusted", "调整" },
  [SD_UNIT_CHANGE_RENAMED] = { "renamed", "更名" },
  [SD_UNIT_CHANGE_MERGED] = { "merged", "整合" },
  [SD_UNIT_CHANGE_SPLIT] = { "split", "分设" },
  [SD_UNIT_CHANGE_SET_UP] = { "set-up", "新设" },
  [SD_UNIT_CHANGE_ABOLISHED] = { "abolished", "撤销" },
};

/*
 * sd_field_evaluate_change:
 * @field: change:ID
 * @value: (out caller-allocates): what the plan does to the unit, such as 新设
 * @error: return location
 *
 * Returns: whether there is such a unit and a current structure to compare with
 */
gboolean
sd_field_evaluate_change (const SdField *field, SdValue *value, GError **error)
{
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (field->plan), SD_TABLE_UNIT, field->object);
  g_autoptr (SdUnitChanges) all = NULL;
  SdUnitChange change;

  if (unit == NULL || *field->property != '\0')
    return sd_field_fail_unknown (field, error);
  all = sd_unit_changes_new (field->plan);
  change = sd_unit_changes_get (all, field->object);
  if (changes[change].chinese == NULL)
    return sd_field_fail_absent (field, error);

  return sd_field_take_text (value, g_strdup (changes[change].chinese));
}

/* A unit counts in the structure where it is; leading bodies are no bodies that are set up. */
static gboolean
is_changed (SdRow *unit, const SdUnitChanges *all, SdUnitChange change)
{
  const char *stage = change == SD_UNIT_CHANGE_ABOLISHED ? "current" : "proposed";

  return sd_row_is (unit, SD_UNIT_STAGE, stage) && !sd_row_is (unit, SD_UNIT_KIND, "leading") &&
         sd_unit_changes_get (all, sd_row_get_id (unit)) == change;
}

static guint
count_changed (SdPlan *plan, const SdUnitChanges *all, SdUnitChange change)
{
  guint count = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    count += is_changed (unit, all, change);

  return count;
}

/* 新设7个、整合6个: what is done to any unit, in the order in which a document tells it. */
static gboolean
sum_up_changes (const SdField *field, SdValue *value, GError **error)
{
  static const SdUnitChange order[] = { SD_UNIT_CHANGE_SET_UP,   SD_UNIT_CHANGE_MERGED,
                                        SD_UNIT_CHANGE_SPLIT,    SD_UNIT_CHANGE_RENAMED,
                                        SD_UNIT_CHANGE_ADJUSTED, SD_UNIT_CHANGE_KEPT,
                                        SD_UNIT_CHANGE_ABOLISHED };
  g_autoptr (SdUnitChanges) all = sd_unit_changes_new (field->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = count_changed (field->plan, all, order[i]);

      if (count > 0)
        g_string_append_printf (text, "%s%s%u个", text->len > 0 ? "、" : "",
                                changes[order[i]].chinese, count);
    }
  if (text->len == 0)
    return sd_field_fail_absent (field, error);

  return sd_field_take_text (value, g_strdup (text->str));
}

/*
 * sd_field_evaluate_changes:
 * @field: changes, changes:CHANGE or changes:CHANGE:names
 * @value: (out caller-allocates): what is done to how many units; to how many units the plan does
 *   it; their names
 * @error: return location
 *
 * Returns: whether the reference is known and there is a current structure to compare with; of
 *   names, also whether there is any
 */
gboolean
sd_field_evaluate_changes (const SdField *field, SdValue *value, GError **error)
{
  g_autoptr (SdUnitChanges) all = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean wants_names = g_str_equal (field->property, "names");
  SdUnitChange change = SD_UNIT_CHANGE_NONE;
  gint64 count = 0;
  SdRow *unit;

  if (*field->object == '\0')
    return sum_up_changes (field, value, error);
  for (guint i = 0; i < SD_N_UNIT_CHANGES; i++)
    if (g_strcmp0 (changes[i].name, field->object) == 0)
      change = i;
  if (change == SD_UNIT_CHANGE_NONE || (*field->property != '\0' && !wants_names))
    return sd_field_fail_unknown (field, error);

  all = sd_unit_changes_new (field->plan);
  SD_FOREACH_ROW (unit, field->plan, SD_TABLE_UNIT)
    if (is_changed (unit, all, change))
      {
        g_string_append (names, count++ > 0 ? "、" : "");
        sd_field_append_full_name (field, unit, names);
      }
  if (!wants_names)
    return sd_field_take_integer (value, count);
  if (count == 0)
    return sd_field_fail_absent (field, error);

  return sd_field_take_text (value, g_strdup (names->str));
}

/* A town with several plans counts with the first of them, as in the rules of the packs. */
static const char *
first_plan (SdCounty *county, SdRow *town)
{
  g_autoptr (GPtrArray) plans = sd_county_get_town_plans (county, sd_row_get_id (town));

  for (guint i = 0; i < plans->len; i++)
    if (sd_county_get_plan (county, sd_row_get_id (plans->pdata[i])) != NULL)
      return sd_row_get_id (plans->pdata[i]);

  return NULL;
}

/*
 * sd_field_evaluate_all:
 * @field: all:REF, or plans
 * @value: (out caller-allocates): the sum over the towns of what the first plan of each gives; how
 *   many towns have a plan
 * @error: return location
 *
 * Returns: whether the reference is known and any of the plans gives a number
 */
gboolean
sd_field_evaluate_all (const SdField *field, SdValue *value, GError **error)
{
  const char *ref = g_str_has_prefix (field->ref, "all:") ? field->ref + strlen ("all:") : NULL;
  gint64 sum = 0, n_plans = 0;
  gboolean stated = FALSE;
  SdRow *town;

  if (ref != NULL && (g_str_has_prefix (ref, "all:") || g_str_has_prefix (ref, "in:")))
    return sd_field_fail_unknown (field, error);
  SD_FOREACH_ROW (town, field->county, SD_TABLE_TOWN)
    {
      const char *plan_id = first_plan (field->county, town);
      g_auto (SdValue) part = SD_VALUE_INIT;

      n_plans += plan_id != NULL;
      if (plan_id == NULL || ref == NULL ||
          !sd_field_evaluate (field->county, plan_id, ref, &part, NULL) ||
          part.type != SD_VALUE_INTEGER)
        continue;
      stated = TRUE;
      sum += part.integer;
    }
  if (ref == NULL)
    return sd_field_take_integer (value, n_plans);

  return stated ? sd_field_take_integer (value, sum) : sd_field_fail_absent (field, error);
}
