/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-county.h"
#include "register-fixture.h"

#include <locale.h>

#define N_EDITS 500

/* Random edits on a random county, the same for the same seed. */
typedef struct
{
  Fixture f;
  GRand *rand;
  guint n_done;
  guint n_refused;
} Walk;

static SdRow *
any_row (Walk *walk, SdRowSet *set, SdTableId table)
{
  guint n = sd_row_set_get_n_rows (set, table);

  return n > 0 ? sd_row_set_peek_row (set, table, (guint) g_rand_int_range (walk->rand, 0, (int) n))
               : NULL;
}

static SdTableId
any_table (Walk *walk)
{
  return (SdTableId) g_rand_int_range (walk->rand, 0, SD_N_TABLES);
}

static SdPlan *
any_plan (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SdRow *header = any_row (walk, SD_ROW_SET (sd_register_get_county (walk->f.reg)), SD_TABLE_PLAN);
  SdPlan *plan = header != NULL
                     ? sd_register_load_plan (walk->f.reg, sd_row_get_id (header), &error)
                     : NULL;

  g_assert_no_error (error);
  return plan;
}

static SdRowSet *
set_of (Walk *walk, SdPlan *plan, SdTableId table)
{
  return sd_table_get (table)->scope == SD_SCOPE_PLAN
             ? SD_ROW_SET (plan)
             : SD_ROW_SET (sd_register_get_county (walk->f.reg));
}

static void
any_value (Walk *walk, SdPlan *plan, const SdColumn *column, SdValue *value)
{
  static const char *const texts[] = { "", "党政办公室", "a ‘b’ \"c\" <&>", "2020-02-29", "同意" };
  SdRow *target;

  *value = (SdValue) SD_VALUE_INIT;
  switch (column->type)
    {
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_BOOLEAN:
      *value = (SdValue) SD_VALUE_INIT_INTEGER (g_rand_int_range (walk->rand, -1, 40));
      break;
    case SD_TYPE_CHOICE:
      *value = (SdValue) SD_VALUE_INIT_TEXT (
          column->enumeration
              ->tokens[g_rand_int_range (walk->rand, 0, (int) column->enumeration->n_tokens)]
              .name);
      break;
    case SD_TYPE_REF:
      target = any_row (walk, set_of (walk, plan, column->refers), column->refers);
      *value = (SdValue) SD_VALUE_INIT_TEXT (target != NULL ? sd_row_get_id (target) : NULL);
      break;
    case SD_TYPE_MARKUP:
      *value = (SdValue) SD_VALUE_INIT_TEXT ("<p>新的<field ref=\"count:office\"/></p>");
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_DATE:
    default:
      *value = (SdValue) SD_VALUE_INIT_TEXT (texts[g_rand_int_range (walk->rand, 0, 5)]);
    }
}

static void
set_any_value (Walk *walk, SdPlan *plan)
{
  SdTableId table = any_table (walk);
  SdRow *row = any_row (walk, set_of (walk, plan, table), table);
  guint column;
  SdValue value;

  if (row == NULL)
    return;
  column = (guint) g_rand_int_range (walk->rand, 0, (int) sd_table_get (table)->n_columns);
  any_value (walk, plan, &sd_table_get (table)->columns[column], &value);
  sd_register_set_value_async (walk->f.reg, sd_plan_get_id (plan), table, sd_row_get_id (row),
                               column, &value, NULL, fixture_on_done, &walk->f);
  fixture_wait (&walk->f);
}

static void
add_any_row (Walk *walk, SdPlan *plan)
{
  const SdTable *table = sd_table_get (any_table (walk));
  g_autofree SdFieldValue *fields = g_new0 (SdFieldValue, table->n_columns);
  SdRow *parent = sd_table_has_parent_id (table)
                      ? any_row (walk, set_of (walk, plan, table->parent), table->parent)
                      : NULL;

  if (sd_table_has_parent_id (table) && parent == NULL)
    return;
  for (guint i = 0; i < table->n_columns; i++)
    {
      fields[i].column = i;
      any_value (walk, plan, &table->columns[i], &fields[i].value);
    }
  sd_register_add_row_async (walk->f.reg, sd_plan_get_id (plan), table->id,
                             parent != NULL ? sd_row_get_id (parent) : NULL,
                             g_rand_int_range (walk->rand, -1, 6), fields, table->n_columns, NULL,
                             fixture_on_done, &walk->f);
  fixture_wait (&walk->f);
}

/* Plans and towns seldom, or nothing would be left to edit. */
static void
delete_any_row (Walk *walk, SdPlan *plan)
{
  SdTableId table = any_table (walk);
  SdRow *row = any_row (walk, set_of (walk, plan, table), table);

  if (row == NULL || (sd_table_get (table)->scope == SD_SCOPE_COUNTY &&
                      sd_row_set_get_n_rows (set_of (walk, plan, table), table) < 3))
    return;
  sd_register_delete_row_async (walk->f.reg, sd_plan_get_id (plan), table, sd_row_get_id (row),
                                NULL, fixture_on_done, &walk->f);
  fixture_wait (&walk->f);
}

static void
edit_any_unit (Walk *walk, SdPlan *plan)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  SdRow *unit = any_row (walk, SD_ROW_SET (plan), SD_TABLE_UNIT);
  SdRow *superior = any_row (walk, SD_ROW_SET (plan), SD_TABLE_UNIT);
  gboolean below = g_rand_boolean (walk->rand);

  if (unit == NULL)
    return;
  if (g_rand_boolean (walk->rand))
    sd_register_move_unit_async (walk->f.reg, sd_plan_get_id (plan), sd_row_get_id (unit),
                                 kinds->tokens[g_rand_int_range (walk->rand, 0, 7)].name,
                                 below ? sd_row_get_id (superior) : NULL,
                                 g_rand_int_range (walk->rand, -1, 8), NULL, fixture_on_done,
                                 &walk->f);
  else
    sd_register_set_quota_async (walk->f.reg, sd_plan_get_id (plan), sd_row_get_id (unit),
                                 types->tokens[g_rand_int_range (walk->rand, 0, 5)].name,
                                 below ? SD_QUOTA_APPROVED : SD_QUOTA_ACTUAL,
                                 g_rand_int_range (walk->rand, -2, 30), NULL, fixture_on_done,
                                 &walk->f);
  fixture_wait (&walk->f);
}

static void
undo_or_redo (Walk *walk)
{
  gboolean undo = g_rand_boolean (walk->rand);

  for (int i = g_rand_int_range (walk->rand, 1, 4); i > 0; i--)
    {
      if (undo ? !sd_register_get_can_undo (walk->f.reg) : !sd_register_get_can_redo (walk->f.reg))
        return;
      if (undo)
        fixture_undo (&walk->f);
      else
        fixture_redo (&walk->f);
    }
}

static void
edit_anything (Walk *walk)
{
  SdPlan *plan = any_plan (walk);

  g_clear_error (&walk->f.error);
  switch (plan != NULL ? g_rand_int_range (walk->rand, 0, 8) : 7)
    {
    case 0:
    case 1:
      set_any_value (walk, plan);
      break;
    case 2:
    case 3:
      add_any_row (walk, plan);
      break;
    case 4:
      delete_any_row (walk, plan);
      break;
    case 5:
    case 6:
      edit_any_unit (walk, plan);
      break;
    default:
      undo_or_redo (walk);
    }

  /* Whatever is refused is refused for a reason that a user can read. */
  if (walk->f.error != NULL)
    {
      g_assert_error (walk->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
      walk->n_refused++;
    }
  else
    {
      walk->n_done++;
    }
}

static void
assert_dense (SdRowSet *set)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      g_autoptr (GHashTable) next = g_hash_table_new (g_str_hash, g_str_equal);
      SdRow *row;

      SD_FOREACH_ROW (row, set, table)
        {
          const char *parent = sd_row_get_parent_id (row) != NULL ? sd_row_get_parent_id (row) : "";
          gint64 rank = GPOINTER_TO_INT (g_hash_table_lookup (next, parent));

          g_assert_cmpint (sd_row_get_rank (row), ==, rank);
          g_hash_table_insert (next, (char *) parent, GINT_TO_POINTER (rank + 1));
        }
    }
}

static void
assert_whole (Walk *walk)
{
  SdCounty *county = sd_register_get_county (walk->f.reg);
  g_autoptr (GError) error = NULL;
  SdRow *header;

  fixture_assert_same (&walk->f);
  assert_dense (SD_ROW_SET (county));
  SD_FOREACH_ROW (header, county, SD_TABLE_PLAN)
    assert_dense (SD_ROW_SET (sd_county_get_plan (county, sd_row_get_id (header))));
  sd_register_verify_history (walk->f.reg, &error);
  g_assert_no_error (error);
}

/* Random edits; then undo all is the start, redo all is the end, across closing. */
static void
test_walk (gconstpointer seed)
{
  Walk walk = { 0 };
  g_autoptr (SdCounty) content = NULL;
  g_autoptr (SdCounty) start = NULL;
  g_autoptr (SdCounty) middle = NULL;
  g_autoptr (SdCounty) end = NULL;
  g_autoptr (SdCounty) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&walk.f);
  start = fixture_read (&walk.f);
  walk.rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  content = random_county_new (walk.rand, 2, 3);
  sd_register_import (walk.f.reg, content, SD_IMPORT_ASK, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= N_EDITS; i++)
    {
      edit_anything (&walk);
      if (i % 50 == 0)
        assert_whole (&walk);
      if (i % 250 == 0)
        fixture_reopen (&walk.f);
    }
  g_test_message ("%u done, %u refused", walk.n_done, walk.n_refused);
  g_assert_cmpuint (walk.n_done, >, N_EDITS / 4);
  while (sd_register_get_can_redo (walk.f.reg))
    fixture_redo (&walk.f);
  end = fixture_read (&walk.f);

  fixture_reopen (&walk.f);
  while (sd_register_get_can_undo (walk.f.reg))
    fixture_undo (&walk.f);
  middle = fixture_read (&walk.f);
  g_assert_true (sd_county_equal (start, middle));
  assert_whole (&walk);

  fixture_reopen (&walk.f);
  while (sd_register_get_can_redo (walk.f.reg))
    fixture_redo (&walk.f);
  again = fixture_read (&walk.f);
  g_assert_true (sd_county_equal (end, again));
  assert_whole (&walk);

  g_rand_free (walk.rand);
  fixture_clear (&walk.f);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/register/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_walk);
    }

  return g_test_run ();
}
