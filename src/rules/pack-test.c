/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-test.h"

#include "pack-case.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SdPack *pack;
  SdPackTest *test;
  SchCoverage *plan_coverage;
  SchCoverage *county_coverage; /* NULL where the pack has no rules for a county */
} Run;

G_GNUC_PRINTF (3, 4)
static void
add_problem (Run *run, const char *path, const char *format, ...)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = sd_file_get_name (file);
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (run->test->problems, g_strdup_printf ("%s: %s", name, sentence));
}

static gboolean
run_case (Run *run, SdPackCase *one, GError **error)
{
  SchSchema *schema = one->for_county ? sd_pack_get_county_schema (run->pack)
                                      : sd_pack_get_schema (run->pack);
  SchCoverage *coverage = one->for_county ? run->county_coverage : run->plan_coverage;
  g_autofree char *found = sd_pack_case_run (one, run->pack, schema, coverage, error);

  if (found == NULL)
    return FALSE;
  run->test->n_cases++;
  if (one->expected == NULL)
    add_problem (run, one->path, _ ("there is no list of the findings it must give; expected %s."),
                 one->beside);
  else if (!g_str_equal (found, one->expected))
    add_problem (run, one->path, _ ("gives [%s]; expected [%s]."), found, one->expected);

  return TRUE;
}

/* An assertion may stand in several rules, through an abstract one; its id is one. */
static void
look_at_assertions (Run *run, SchCoverage *coverage)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const guint n = sch_coverage_get_n_assertions (coverage);

  for (guint i = 0; i < n; i++)
    {
      const SchAssertionCount count = sch_coverage_get_assertion (coverage, i);
      guint64 n_held = 0, n_failed = 0;

      if (count.id == NULL || g_str_has_prefix (count.id, "gauge-") ||
          !g_hash_table_add (seen, (gpointer) count.id))
        continue;
      for (guint j = 0; j < n; j++)
        {
          const SchAssertionCount other = sch_coverage_get_assertion (coverage, j);

          if (g_strcmp0 (other.id, count.id) != 0)
            continue;
          n_held += other.n_held;
          n_failed += other.n_failed;
        }
      run->test->n_assertions++;
      if (n_failed == 0)
        add_problem (run, count.file, _ ("line %u: no case fails %s."), count.line, count.id);
      if (n_held == 0)
        add_problem (run, count.file, _ ("line %u: no case passes %s."), count.line, count.id);
    }
}

/**
 * sd_pack_run_cases:
 * @pack: a pack
 * @error: return location for an error that lets nothing be said
 *
 * Runs the cases, and looks whether each assertion fails in one and holds in another.
 *
 * Returns: (transfer full): what came of it
 */
SdPackTest *
sd_pack_run_cases (SdPack *pack, GError **error)
{
  g_autoptr (SdPackTest) test = g_new0 (SdPackTest, 1);
  g_autoptr (SchCoverage) of_plans = sch_coverage_new (sd_pack_get_schema (pack));
  g_autoptr (SchCoverage) of_counties = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  Run run = { pack, test, of_plans, NULL };

  test->problems = g_ptr_array_new_with_free_func (g_free);
  if (sd_pack_get_county_schema (pack) != NULL)
    run.county_coverage = of_counties = sch_coverage_new (sd_pack_get_county_schema (pack));
  cases = sd_pack_load_cases (pack, error);
  if (cases == NULL)
    return NULL;
  for (guint i = 0; i < cases->len; i++)
    if (!run_case (&run, g_ptr_array_index (cases, i), error))
      return NULL;
  look_at_assertions (&run, of_plans);
  if (of_counties != NULL)
    look_at_assertions (&run, of_counties);

  return g_steal_pointer (&test);
}

void
sd_pack_test_free (SdPackTest *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}
