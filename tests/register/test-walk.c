/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "random-county.h"
#include "walk.h"

#include <locale.h>
#include <stdlib.h>

/* Random walks of edits; then undoing all gives the start and redoing all the end, row for row. */

/* How many edits the long walk makes, unless the environment says another number. */
#define N_EDITS 10000

static void
undo_or_redo (Walk *walk)
{
  gboolean undo = walk_chance (walk, 50);

  for (int i = walk_int (walk, 1, 4); i > 0; i--)
    {
      if (undo ? !sd_register_get_can_undo (walk->f.reg) : !sd_register_get_can_redo (walk->f.reg))
        return;
      if (undo)
        fixture_undo (&walk->f);
      else
        fixture_redo (&walk->f);
    }
}

/* Whatever is refused is refused for a reason that a user can read. */
static void
wait_for (Walk *walk)
{
  if (fixture_wait (&walk->f))
    {
      walk->n_done++;
      return;
    }

  walk->n_refused++;
  g_assert_true (g_error_matches (walk->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID) ||
                 g_error_matches (walk->f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND));
  g_assert_true (g_str_has_suffix (walk->f.error->message, "."));
}

static void
edit_anything (Walk *walk)
{
  SdPlan *plan = walk_plan (walk);
  const int which = walk_int (walk, 0, 100);

  if (plan == NULL || which < 8)
    {
      undo_or_redo (walk);
      return;
    }
  if (which < 50)
    walk_edit_rows (walk, plan);
  else
    walk_edit_structure (walk, plan);
  wait_for (walk);
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
  SdRow *header;

  fixture_assert_same (&walk->f);
  assert_dense (SD_ROW_SET (county));
  SD_FOREACH_ROW (header, county, SD_TABLE_PLAN)
    assert_dense (SD_ROW_SET (sd_county_get_plan (county, sd_row_get_id (header))));
}

/* All that the tables hold, as the file has it, to the byte. */
static char *
dump (Walk *walk)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);
      g_autoptr (GString) sql =
          g_string_new ("SELECT group_concat (line, char (10)) FROM (SELECT ");
      g_autofree char *lines = NULL;

      g_string_append_printf (sql, "%s || row_id || rank",
                              table->scope == SD_SCOPE_PLAN ? "plan_id" : "''");
      if (sd_table_has_parent_id (table))
        g_string_append (sql, " || parent_id");
      for (guint j = 0; j < table->n_columns; j++)
        {
          g_autofree char *name = sd_column_get_sql_name (&table->columns[j]);

          g_string_append_printf (sql, " || '|' || quote (\"%s\")", name);
        }
      g_string_append_printf (sql, " AS line FROM \"%s\" ORDER BY 1)", table->name);
      lines = fixture_sql (&walk->f, sql->str);
      g_string_append_printf (all, "%s\n%s\n", table->name, lines != NULL ? lines : "");
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_is (Walk *walk, SdCounty *county, const char *bytes)
{
  g_autoptr (SdCounty) now = fixture_read (&walk->f);
  g_autofree char *now_bytes = dump (walk);

  g_assert_true (sd_county_equal (county, now));
  g_assert_cmpstr (now_bytes, ==, bytes);
  assert_whole (walk);
}

/* To the start and to the end again, each time in a register that was closed and opened. */
static void
walk_back_and_forth (Walk *walk, SdCounty *start, const char *start_bytes)
{
  g_autoptr (SdCounty) end = NULL;
  g_autofree char *end_bytes = NULL;
  g_autoptr (GError) error = NULL;

  while (sd_register_get_can_redo (walk->f.reg))
    fixture_redo (&walk->f);
  end = fixture_read (&walk->f);
  end_bytes = dump (walk);

  fixture_reopen (&walk->f);
  while (sd_register_get_can_undo (walk->f.reg))
    fixture_undo (&walk->f);
  assert_is (walk, start, start_bytes);

  fixture_reopen (&walk->f);
  while (sd_register_get_can_redo (walk->f.reg))
    fixture_redo (&walk->f);
  assert_is (walk, end, end_bytes);
  sd_register_verify_history (walk->f.reg, &error);
  g_assert_no_error (error);
}

static SdCounty *
read_sample (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "feixian-tanyi.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_county_read (file, &error);

  g_assert_no_error (error);
  return county;
}

static void
walk_init (Walk *walk, guint seed, SdCounty *content)
{
  g_autoptr (GError) error = NULL;

  *walk = (Walk){ .sample = read_sample () };
  fixture_init (&walk->f);
  walk->rand = g_rand_new_with_seed (seed);
  sd_register_import (walk->f.reg, content != NULL ? content : walk->sample, SD_IMPORT_FILL,
                      &error);
  g_assert_no_error (error);
}

static void
walk_clear (Walk *walk)
{
  g_test_message ("%u done, %u refused", walk->n_done, walk->n_refused);
  g_rand_free (walk->rand);
  g_object_unref (walk->sample);
  fixture_clear (&walk->f);
}

static void
walk_all (Walk *walk, guint n_edits)
{
  g_autoptr (SdCounty) start = fixture_read (&walk->f);
  g_autofree char *start_bytes = dump (walk);

  for (guint i = 1; walk->n_done < n_edits; i++)
    {
      edit_anything (walk);
      if (i % 250 == 0)
        assert_whole (walk);
      if (i % 1000 == 0)
        fixture_reopen (&walk->f);
    }
  walk_back_and_forth (walk, start, start_bytes);
}

static void
test_long (void)
{
  const char *given = g_getenv ("SANDING_WALK_EDITS");
  Walk walk;

  walk_init (&walk, 1, NULL);
  walk_all (&walk, given != NULL ? (guint) atoi (given) : N_EDITS);
  walk_clear (&walk);
}

static void
test_random_county (gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (SdCounty) content = random_county_new (rand, 2, 3);
  Walk walk;

  walk_init (&walk, GPOINTER_TO_UINT (seed), content);
  walk_all (&walk, 500);
  walk_clear (&walk);
}

static void
assert_tied_within (SdPlan *plan, SdRow *unit, guint column)
{
  SdRow *other = sd_row_has (unit, column) ? sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT,
                                                                 sd_row_get_text (unit, column))
                                           : NULL;

  if (other != NULL)
    g_assert_cmpstr (sd_row_get_text (unit, SD_UNIT_STAGE), ==,
                     sd_row_get_text (other, SD_UNIT_STAGE));
}

/* All headcount, posts and duties of a plan. */
static char *
sum_up (SdPlan *plan)
{
  gint64 approved = 0, actual = 0, posts = 0;
  SdRow *row;

  SD_FOREACH_ROW (row, plan, SD_TABLE_QUOTA)
    {
      approved += sd_row_get_integer (row, SD_QUOTA_APPROVED);
      actual += MAX (sd_row_get_integer (row, SD_QUOTA_ACTUAL), 0);
    }
  SD_FOREACH_ROW (row, plan, SD_TABLE_POST)
    posts += sd_row_get_integer (row, SD_POST_COUNT);

  return g_strdup_printf ("%d approved, %d actual, %d posts, %u duties", (int) approved,
                          (int) actual, (int) posts,
                          sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_DUTY));
}

/* However the structure is turned about, nobody is lost, and no unit is tied to one of another
 * structure. */
static void
test_nobody_is_lost (void)
{
  Walk walk;

  walk_init (&walk, 7, NULL);
  for (guint i = 0; i < 1500; i++)
    {
      SdPlan *plan = walk_plan (&walk);
      g_autofree char *before = sum_up (plan);
      g_autofree char *after = NULL;
      gboolean keeps = walk_edit_structure (&walk, plan);
      SdRow *unit;

      wait_for (&walk);
      after = sum_up (plan);
      if (keeps || walk.f.error != NULL)
        g_assert_cmpstr (after, ==, before);
      SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
        {
          assert_tied_within (plan, unit, SD_UNIT_SUPERIOR);
          assert_tied_within (plan, unit, SD_UNIT_CO_LOCATED_WITH);
        }
    }
  assert_whole (&walk);
  walk_clear (&walk);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/walk/nobody-is-lost", test_nobody_is_lost);
  g_test_add_data_func ("/register/walk/random-county/1", GUINT_TO_POINTER (1), test_random_county);
  g_test_add_data_func ("/register/walk/random-county/2", GUINT_TO_POINTER (2), test_random_county);
  g_test_add_func ("/register/walk/long", test_long);

  return g_test_run ();
}
