/* SPDX-License-Identifier: GPL-3.0-or-later */

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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/round-trip/county", test_county);
  g_test_add_func ("/plan/round-trip/plan", test_plan);

  return g_test_run ();
}
