/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "walk.h"

#include "register/register-many.h"

/* What is at random, and edits of rows of any table. */

/* So many rows of a table are enough; beyond, none are added and more are deleted. */
#define MOST_ROWS 60

int
walk_int (Walk *walk, int begin, int end)
{
  return g_rand_int_range (walk->rand, begin, end);
}

gboolean
walk_chance (Walk *walk, int percent)
{
  return walk_int (walk, 0, 100) < percent;
}

/* A row that another encloses: by way of that, since in which order those of several stand hangs on
 * their identifiers, which are never the same. */
static SdRow *
enclosed_row (Walk *walk, SdRowSet *set, SdTableId table)
{
  for (guint i = 0; i < 8 && sd_row_set_get_n_rows (set, table) > 0; i++)
    {
      SdRow *parent = walk_row (walk, set, sd_table_get (table)->parent);
      g_autoptr (GPtrArray) rows =
          parent != NULL ? sd_row_set_get_children (set, table, sd_row_get_id (parent)) : NULL;

      if (rows != NULL && rows->len > 0)
        return rows->pdata[walk_int (walk, 0, (int) rows->len)];
    }

  return NULL;
}

SdRow *
walk_row (Walk *walk, SdRowSet *set, SdTableId table)
{
  guint n = sd_row_set_get_n_rows (set, table);

  if (sd_table_has_parent_id (sd_table_get (table)))
    return enclosed_row (walk, set, table);

  return n > 0 ? sd_row_set_peek_row (set, table, (guint) walk_int (walk, 0, (int) n)) : NULL;
}

SdPlan *
walk_plan (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SdRow *header = walk_row (walk, SD_ROW_SET (sd_register_get_county (walk->f.reg)), SD_TABLE_PLAN);
  SdPlan *plan =
      header != NULL ? sd_register_load_plan (walk->f.reg, sd_row_get_id (header), &error) : NULL;

  g_assert_no_error (error);
  return plan;
}

/* Mostly a unit that is not of the current structure, which is seldom changed; now and then none of
 * the plan. */
const char *
walk_unit_id (Walk *walk, SdPlan *plan)
{
  SdRow *unit = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_UNIT);

  for (guint i = 0; i < 3 && unit != NULL && sd_row_is (unit, SD_UNIT_STAGE, "current"); i++)
    unit = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_UNIT);
  if (unit == NULL || walk_chance (walk, 3))
    return walk_chance (walk, 50) ? sd_plan_get_id (plan) : "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a";

  return sd_row_get_id (unit);
}

const char *
walk_token (Walk *walk, SdEnumerationId id)
{
  const SdEnumeration *enumeration = sd_enumeration_get (id);

  return enumeration->tokens[walk_int (walk, 0, (int) enumeration->n_tokens)].name;
}

static SdRowSet *
set_of (Walk *walk, SdPlan *plan, SdTableId table)
{
  return sd_table_get (table)->scope == SD_SCOPE_PLAN
             ? SD_ROW_SET (plan)
             : SD_ROW_SET (sd_register_get_county (walk->f.reg));
}

/* Mostly a table that has rows. */
static SdTableId
any_table (Walk *walk, SdPlan *plan)
{
  SdTableId table = (SdTableId) walk_int (walk, 0, SD_N_TABLES);

  for (guint i = 0; i < 5 && sd_row_set_get_n_rows (set_of (walk, plan, table), table) == 0; i++)
    table = (SdTableId) walk_int (walk, 0, SD_N_TABLES);

  return table;
}

void
walk_value (Walk *walk, SdPlan *plan, const SdColumn *column, SdValue *value)
{
  static const char *const texts[] = { "", "党政办公室", "a ‘b’ \"c\" <&>", "2020-02-29", "同意" };
  SdRow *target;

  *value = (SdValue) SD_VALUE_INIT;
  switch (column->type)
    {
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_BOOLEAN:
      *value = (SdValue) SD_VALUE_INIT_INTEGER (walk_int (walk, -1, 40));
      break;
    case SD_TYPE_CHOICE:
      *value = (SdValue) SD_VALUE_INIT_TEXT (
          column->enumeration->tokens[walk_int (walk, 0, (int) column->enumeration->n_tokens)]
              .name);
      break;
    case SD_TYPE_REF:
      target = walk_row (walk, set_of (walk, plan, column->refers), column->refers);
      *value = (SdValue) SD_VALUE_INIT_TEXT (target != NULL ? sd_row_get_id (target) : NULL);
      break;
    case SD_TYPE_MARKUP:
      *value = (SdValue) SD_VALUE_INIT_TEXT ("<p>新的<field ref=\"count:office\"/></p>");
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_DATE:
    default:
      *value = (SdValue) SD_VALUE_INIT_TEXT (texts[walk_int (walk, 0, 5)]);
    }
}

static void
set_values (Walk *walk, SdPlan *plan)
{
  SdCell cells[4];
  guint n = walk_chance (walk, 70) ? 1 : (guint) walk_int (walk, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      SdTableId table = any_table (walk, plan);
      SdRow *row = walk_row (walk, set_of (walk, plan, table), table);

      cells[i].table = table;
      cells[i].row_id = row != NULL ? sd_row_get_id (row) : sd_plan_get_id (plan);
      cells[i].column = (guint) walk_int (walk, 0, (int) sd_table_get (table)->n_columns);
      walk_value (walk, plan, &sd_table_get (table)->columns[cells[i].column], &cells[i].value);
    }
  if (n == 1)
    sd_register_set_value_async (walk->f.reg, sd_plan_get_id (plan), cells[0].table,
                                 cells[0].row_id, cells[0].column, &cells[0].value, NULL,
                                 fixture_on_done, &walk->f);
  else
    sd_register_set_values_async (walk->f.reg, sd_plan_get_id (plan), cells, n,
                                  walk_chance (walk, 50) ? "E8" : NULL, NULL, fixture_on_done,
                                  &walk->f);
}

static void
add_rows (Walk *walk, SdPlan *plan)
{
  const SdTable *table = sd_table_get ((SdTableId) walk_int (walk, 0, SD_N_TABLES));
  g_autofree SdFieldValue *fields = g_new0 (SdFieldValue, table->n_columns);
  SdRow *parent = sd_table_has_parent_id (table)
                      ? walk_row (walk, set_of (walk, plan, table->parent), table->parent)
                      : NULL;
  const char *parent_id = parent != NULL ? sd_row_get_id (parent) : sd_plan_get_id (plan);
  SdNewRow rows[3];

  for (guint i = 0; i < table->n_columns; i++)
    {
      fields[i].column = i;
      walk_value (walk, plan, &table->columns[i], &fields[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (SdNewRow){ parent_id, fields, table->n_columns };
  if (walk_chance (walk, 70))
    sd_register_add_row_async (walk->f.reg, sd_plan_get_id (plan), table->id, parent_id,
                               walk_int (walk, -1, 6), fields, table->n_columns, NULL,
                               fixture_on_done, &walk->f);
  else
    sd_register_add_rows_async (walk->f.reg, sd_plan_get_id (plan), table->id, rows,
                                (guint) walk_int (walk, walk_chance (walk, 10) ? 0 : 1, 4), NULL,
                                fixture_on_done, &walk->f);
}

/* Plans and towns seldom, or nothing would be left to edit. */
static void
delete_row (Walk *walk, SdPlan *plan)
{
  SdTableId table = any_table (walk, plan);
  SdRow *row;

  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_row_set_get_n_rows (set_of (walk, plan, i), i) > MOST_ROWS)
      table = i;
  if (sd_table_get (table)->scope == SD_SCOPE_COUNTY &&
      sd_row_set_get_n_rows (set_of (walk, plan, table), table) < 3)
    table = SD_TABLE_POST;
  row = walk_row (walk, set_of (walk, plan, table), table);
  sd_register_delete_row_async (walk->f.reg, sd_plan_get_id (plan), table,
                                row != NULL ? sd_row_get_id (row) : sd_plan_get_id (plan), NULL,
                                fixture_on_done, &walk->f);
}

static void
move_row (Walk *walk, SdPlan *plan)
{
  SdTableId table = any_table (walk, plan);
  SdRow *row = walk_row (walk, set_of (walk, plan, table), table);

  sd_register_move_row_async (walk->f.reg, sd_plan_get_id (plan), table,
                              row != NULL ? sd_row_get_id (row) : sd_plan_get_id (plan),
                              walk_int (walk, -1, 9), NULL, fixture_on_done, &walk->f);
}

static void
answer (Walk *walk, SdPlan *plan)
{
  const SdFieldValue values[] = {
    { SD_READING_PACK, SD_VALUE_INIT_TEXT (walk_chance (walk, 50) ? "forms" : "feixian-tanyi") },
    { SD_READING_RULE, SD_VALUE_INIT_TEXT (walk_chance (walk, 50) ? "E7" : "E8") },
    { SD_READING_CHOICE, SD_VALUE_INIT_TEXT (walk_chance (walk, 50) ? "a" : "b") },
  };

  sd_register_answer_async (walk->f.reg, sd_plan_get_id (plan), SD_TABLE_READING, values, 2,
                            walk_chance (walk, 70) ? 3 : 2, "如何理解", "甲", NULL, fixture_on_done,
                            &walk->f);
}

static void
bring_in (Walk *walk)
{
  const guint n =
      sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (walk->f.reg)), SD_TABLE_PLAN);

  sd_register_import_async (walk->f.reg, walk->sample,
                            n < 3 && walk_chance (walk, 50) ? SD_IMPORT_SCENARIO
                                                            : SD_IMPORT_REPLACE,
                            NULL, fixture_on_done, &walk->f);
}

static gboolean
has_enough (Walk *walk, SdPlan *plan)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_row_set_get_n_rows (set_of (walk, plan, i), i) > MOST_ROWS)
      return TRUE;

  return FALSE;
}

/* Has one edit done, which is still to be waited for. */
void
walk_edit_rows (Walk *walk, SdPlan *plan)
{
  const int which = walk_int (walk, 0, 1000);

  if (which < 5)
    bring_in (walk);
  else if (which < 10)
    sd_register_name_version_async (walk->f.reg, sd_plan_get_id (plan), which < 6 ? "" : "送审稿",
                                    FALSE, NULL, fixture_on_done, &walk->f);
  else if (which < 50)
    answer (walk, plan);
  else if (which < 150)
    move_row (walk, plan);
  else if (which < 500)
    set_values (walk, plan);
  else if (which < 800 && !has_enough (walk, plan))
    add_rows (walk, plan);
  else
    delete_row (walk, plan);
}
