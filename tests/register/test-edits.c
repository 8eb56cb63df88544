/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/writer.h"
#include "register-fixture.h"

#include <locale.h>

#define N_EDITS 300

static GBytes *
state_of (Fixture *fixture)
{
  return sd_county_to_xml (sd_register_get_county (fixture->reg));
}

static void
random_value (Fixture *fixture, GRand *rand, SdTableId table)
{
  SdRow *row = fixture_any_row (fixture, rand, table);
  const SdTable *description = sd_table_get (table);
  guint column = g_rand_int_range (rand, 0, (gint32) description->n_columns);
  SdValue value = SD_VALUE_INIT_TEXT ("新的");

  if (row == NULL)
    return;
  if (description->columns[column].type == SD_TYPE_INTEGER)
    value = (SdValue) SD_VALUE_INIT_INTEGER (g_rand_int_range (rand, 0, 100));
  else if (description->columns[column].type != SD_TYPE_TEXT)
    return;
  fixture->n_waiting++;
  sd_register_set_value_async (fixture->reg, fixture->plan_id, table, sd_row_get_id (row), column,
                               &value, NULL, fixture_on_edited, fixture);
}

static void
random_edit (Fixture *fixture, GRand *rand)
{
  static const char *const kinds[] = { "office", "center", "enforcement", "dispatched" };
  static const char *const types[] = { "administrative", "institutional", "worker" };
  SdRow *unit = fixture_any_row (fixture, rand, SD_TABLE_UNIT);
  SdTableId table = g_rand_int_range (rand, SD_TABLE_UNIT, SD_N_TABLES);
  SdRow *row;

  switch (unit != NULL ? g_rand_int_range (rand, 0, 6) : 0)
    {
    case 0:
      fixture->n_waiting++;
      sd_register_add_unit_async (fixture->reg, fixture->plan_id, "proposed",
                                  kinds[g_rand_int_range (rand, 0, 4)], "经济发展局", NULL,
                                  fixture_on_edited, fixture);
      break;
    case 1:
      fixture->n_waiting++;
      sd_register_move_unit_async (fixture->reg, fixture->plan_id, sd_row_get_id (unit),
                                   kinds[g_rand_int_range (rand, 0, 4)], NULL,
                                   g_rand_int_range (rand, 0, 10), NULL, fixture_on_edited,
                                   fixture);
      break;
    case 2:
      fixture->n_waiting++;
      sd_register_set_quota_async (fixture->reg, fixture->plan_id, sd_row_get_id (unit),
                                   types[g_rand_int_range (rand, 0, 3)], SD_QUOTA_APPROVED,
                                   g_rand_int_range (rand, -1, 30), NULL, fixture_on_edited,
                                   fixture);
      break;
    case 3:
      row = fixture_any_row (fixture, rand, table);
      if (row == NULL)
        break;
      fixture->n_waiting++;
      sd_register_delete_row_async (fixture->reg, fixture->plan_id, table, sd_row_get_id (row),
                                    NULL, fixture_on_edited, fixture);
      break;
    default:
      random_value (fixture, rand, table);
    }
  g_assert_true (fixture_wait (fixture));
}

static void
step (Fixture *fixture, void (*edit) (SdRegister *, GCancellable *, GAsyncReadyCallback, gpointer))
{
  fixture->n_waiting++;
  edit (fixture->reg, NULL, fixture_on_edited, fixture);
  g_assert_true (fixture_wait (fixture));
}

/* Random edits, then undo all: equal to the start; redo all: equal to the end; and the rows in
 * memory equal the file throughout, across closing. */
static void
test_random_walk (Fixture *fixture, gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (GBytes) start = state_of (fixture);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GError) error = NULL;
  guint n_undone = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      random_edit (fixture, rand);
      if (i % 50 == 0)
        {
          g_autoptr (SdCounty) file = fixture_read_file (fixture);

          g_assert_true (sd_county_equal (file, sd_register_get_county (fixture->reg)));
        }
    }
  end = state_of (fixture);
  g_assert_false (g_bytes_equal (start, end));

  fixture_reopen (fixture);
  for (; g_strcmp0 (sd_register_get_undo_label (fixture->reg), "Import “文”") != 0; n_undone++)
    {
      g_assert_nonnull (sd_register_get_undo_label (fixture->reg));
      if (g_str_has_prefix (sd_register_get_undo_label (fixture->reg), "Import"))
        break;
      step (fixture, sd_register_undo_async);
    }
  undone = state_of (fixture);
  g_assert_true (g_bytes_equal (start, undone));

  fixture_reopen (fixture);
  while (sd_register_get_redo_label (fixture->reg) != NULL)
    {
      step (fixture, sd_register_redo_async);
      n_undone--;
    }
  redone = state_of (fixture);
  g_assert_true (g_bytes_equal (end, redone));
  g_assert_cmpuint (n_undone, ==, 0);
  g_assert_true (sd_register_verify_history (fixture->reg, &error));
  g_assert_no_error (error);
}

/* Edits that follow each other without waiting keep their order. */
static void
test_order (Fixture *fixture, gconstpointer unused)
{
  SdRow *unit = sd_row_set_peek_row (SD_ROW_SET (fixture_plan (fixture)), SD_TABLE_UNIT, 0);
  const char *names[] = { "甲", "乙", "丙" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fixture->n_waiting++;
      sd_register_set_value_async (
          fixture->reg, fixture->plan_id, SD_TABLE_UNIT, sd_row_get_id (unit), SD_UNIT_NAME,
          &(SdValue) SD_VALUE_INIT_TEXT (names[i]), NULL, fixture_on_edited, fixture);
    }
  g_assert_true (sd_register_get_saving (fixture->reg));
  g_assert_true (fixture_wait (fixture));
  g_assert_false (sd_register_get_saving (fixture->reg));
  g_assert_cmpstr (sd_row_get_text (unit, SD_UNIT_NAME), ==, "丙");
  g_assert_cmpstr (sd_register_get_undo_label (fixture->reg), ==, "Rename “乙” to “丙”");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    SdTableId table;
    guint column;
    SdValue value;
    const char *part;
  } cases[] = {
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT_TEXT (" "), "may not be empty" },
    { SD_TABLE_UNIT, SD_UNIT_NAME, SD_VALUE_INIT, "may not be empty" },
    { SD_TABLE_UNIT, SD_UNIT_KIND, SD_VALUE_INIT_TEXT ("bureau"), "one of leading, office" },
    { SD_TABLE_QUOTA, SD_QUOTA_APPROVED, SD_VALUE_INIT_INTEGER (-1), "a whole number from 0" },
    { SD_TABLE_MILESTONE, SD_MILESTONE_DUE, SD_VALUE_INIT_TEXT ("2019-02-30"), "a date" },
    { SD_TABLE_UNIT, SD_UNIT_SUPERIOR, SD_VALUE_INIT_TEXT ("00000000-0000-4000-8000-000000000000"),
      "disorder" },
  };
  g_autoptr (GBytes) before = state_of (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SdRow *row = sd_row_set_peek_row (SD_ROW_SET (fixture_plan (fixture)), cases[i].table, 0);
      g_autoptr (GBytes) after = NULL;

      fixture->n_waiting++;
      sd_register_set_value_async (fixture->reg, fixture->plan_id, cases[i].table,
                                   sd_row_get_id (row), cases[i].column, &cases[i].value, NULL,
                                   fixture_on_edited, fixture);
      g_assert_false (fixture_wait (fixture));
      g_assert_error (fixture->error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
      g_assert_nonnull (strstr (fixture->error->message, cases[i].part));
      after = state_of (fixture);
      g_assert_true (g_bytes_equal (before, after));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/register/edits/random-walk/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_random_walk,
                  fixture_tear_down);
    }
  g_test_add ("/register/edits/order", Fixture, GUINT_TO_POINTER (7), fixture_set_up, test_order,
              fixture_tear_down);
  g_test_add ("/register/edits/refused", Fixture, GUINT_TO_POINTER (8), fixture_set_up,
              test_refused, fixture_tear_down);

  return g_test_run ();
}
