/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the live check of a plan takes, from the edit to the findings, as a part of a frame:
 * bench-check COUNTY. After an edit the plan is written to a document in memory and all packs that
 * apply to it are run (ARCHITECTURE.md, how an edit goes). */

#include "plan/reader.h"
#include "rules/checker.h"

#include <locale.h>

#define N_ROUNDS 300
#define FRAME 16.7

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, times->len / 2) / 1000;
}

static void
bench (SdChecker *checker, SdCounty *county, const char *plan_id)
{
  g_autoptr (GArray) writing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  guint n_findings = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);
      const gint64 written = g_get_monotonic_time () - start;
      g_autoptr (SdCheck) check =
          sd_checker_check_doc (checker, doc, county, plan_id, NULL, NULL, NULL, &error);
      const gint64 checked = g_get_monotonic_time () - start;

      g_assert_no_error (error);
      n_findings = g_list_model_get_n_items (sd_check_get_findings (check));
      g_array_append_val (writing, written);
      g_array_append_val (all, checked);
    }
  g_print ("%s: %u findings, %.2f ms to write the plan, %.2f ms to the findings, %.0f %% of a frame"
           " (median of %u)\n",
           plan_id, n_findings, median (writing), median (all), 100 * median (all) / FRAME,
           N_ROUNDS);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = g_file_new_for_path (argc > 1 ? argv[1] : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (SdChecker) checker = NULL;

  setlocale (LC_ALL, "");
  packs = sd_packs_load_all (&error);
  if (packs != NULL)
    county = sd_county_read (file, &error);
  if (county == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  checker = sd_checker_new (packs);
  for (guint i = 0; i < sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_PLAN); i++)
    bench (checker, county,
           sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, i)));

  return 0;
}
