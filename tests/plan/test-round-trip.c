/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/data-dir.h"
#include "plan/reader.h"
#include "random-county.h"

#include <locale.h>

static SdCounty *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "test.xml", &error);
  SdCounty *county;

  g_assert_no_error (error);
  county = sd_county_read_doc (doc, NULL, "test.xml", &error);
  g_assert_no_error (error);

  return county;
}

/* What was written reads as the same rows, and writes as the same bytes. */
static void
test_county (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) county = random_county_new (rand, 1 + seed % 3, 1 + seed % 5);
      g_autoptr (GBytes) bytes = sd_county_to_xml (county);
      g_autoptr (SdCounty) read = read_bytes (bytes);
      g_autoptr (GBytes) again = sd_county_to_xml (read);

      g_assert_true (sd_county_equal (county, read));
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_plan (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) county = random_county_new (rand, 2, 3);
      const char *id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 1));
      g_autoptr (GBytes) bytes = sd_plan_to_xml (county, id);
      g_autoptr (SdCounty) read = read_bytes (bytes);
      g_autoptr (GBytes) again = sd_plan_to_xml (read, id);

      g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (read), SD_TABLE_PLAN), ==, 1);
      g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (read), SD_TABLE_TOWN), ==, 1);
      g_assert_true (sd_row_set_equal (SD_ROW_SET (sd_county_get_plan (county, id)),
                                       SD_ROW_SET (sd_county_get_plan (read, id))));
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
note_filled (SdRowSet *set, gboolean **filled)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      SdRow *row;

      SD_FOREACH_ROW (row, set, table)
        for (guint i = 0; i < sd_table_get (table)->n_columns; i++)
          filled[table][i] |= sd_row_has (row, i);
    }
}

/* The above says something about every column only if each is filled in some county. */
static void
test_coverage (void)
{
  gboolean *filled[SD_N_TABLES];

  for (guint table = 0; table < SD_N_TABLES; table++)
    filled[table] = g_new0 (gboolean, sd_table_get (table)->n_columns);
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) county = random_county_new (rand, 1 + seed % 3, 1 + seed % 5);
      SdRow *plan;

      note_filled (SD_ROW_SET (county), filled);
      SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
        note_filled (SD_ROW_SET (sd_county_get_plan (county, sd_row_get_id (plan))), filled);
    }
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      for (guint i = 0; i < sd_table_get (table)->n_columns; i++)
        if (!filled[table][i])
          g_error ("no county had %s of %s", sd_table_get (table)->columns[i].name,
                   sd_table_get (table)->name);
      g_free (filled[table]);
    }
}

/* A change of one cell is a difference, in whatever table it is. */
static void
test_difference (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (SdCounty) county = random_county_new (rand, 1, 2);
  g_autoptr (GBytes) bytes = sd_county_to_xml (county);
  const char *plan_id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));

  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      g_autoptr (SdCounty) read = read_bytes (bytes);
      SdRowSet *set = sd_table_get (table)->scope == SD_SCOPE_PLAN
                          ? SD_ROW_SET (sd_county_get_plan (read, plan_id))
                          : SD_ROW_SET (read);
      SdRow *row = sd_row_set_peek_row (set, table, 0);

      if (row == NULL)
        continue;
      g_assert_true (sd_county_equal (county, read));
      sd_row_set_value (row, sd_table_get (table)->n_columns - 1,
                        &(SdValue) SD_VALUE_INIT_TEXT ("another"));
      g_assert_false (sd_county_equal (county, read));
    }
}

/* The samples as they are, each read, written, read again. */
static void
test_samples (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SdCounty) county = NULL;
      SdRow *plan;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      county = sd_county_read (file, &error);
      g_assert_no_error (error);
      SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
        {
          const char *id = sd_row_get_id (plan);
          g_autoptr (GBytes) bytes = sd_plan_to_xml (county, id);
          g_autoptr (SdCounty) read = read_bytes (bytes);
          g_autoptr (GBytes) again = sd_plan_to_xml (read, id);

          g_test_message ("%s: %s", name, id);
          g_assert_true (sd_row_set_equal (SD_ROW_SET (sd_county_get_plan (county, id)),
                                           SD_ROW_SET (sd_county_get_plan (read, id))));
          g_assert_true (g_bytes_equal (bytes, again));
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 10);
}

/* What a name may hold and XML, CSV or C would like to change. */
static void
test_edges (void)
{
  static const char *const names[] = {
    "𠂇𫖯𬱟𮧵〇",      /* extension planes of GB 18030 */
    "葛\xF3\xA0\x84\x80",       /* a form of a character that is selected */
    "a  b",                     /* blanks in a row */
    " a ",                      /* blanks at the ends */
    "a\nb\tc",                  /* what attributes make blanks of */
    "<a> & \"b\" 'c' ]]>",      /* markup */
    "\xE2\x80\x8B\xEF\xBB\xBF", /* characters without width */
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const SdValue name = SD_VALUE_INIT_TEXT ((char *) names[i]);
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (SdCounty) county = random_county_new (rand, 1, 1);
      SdRow *plan = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0);
      const char *id = sd_row_get_id (plan);
      SdRow *unit =
          sd_row_set_peek_row (SD_ROW_SET (sd_county_get_plan (county, id)), SD_TABLE_UNIT, 0);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SdCounty) read = NULL;

      sd_row_set_value (unit, SD_UNIT_NAME, &name);
      bytes = sd_plan_to_xml (county, id);
      read = read_bytes (bytes);
      unit = sd_row_set_peek_row (SD_ROW_SET (sd_county_get_plan (read, id)), SD_TABLE_UNIT, 0);
      g_assert_cmpstr (sd_row_get_text (unit, SD_UNIT_NAME), ==, names[i]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/round-trip/county", test_county);
  g_test_add_func ("/plan/round-trip/plan", test_plan);
  g_test_add_func ("/plan/round-trip/samples", test_samples);
  g_test_add_func ("/plan/round-trip/edges", test_edges);

  g_test_add_func ("/plan/round-trip/coverage", test_coverage);
  g_test_add_func ("/plan/round-trip/difference", test_difference);

  return g_test_run ();
}
