/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-test.h"

#include "check-private.h"
#include "plan/xml.h"

#include <glib/gi18n-lib.h>

/* The cases of a pack: plans and counties in cases/, each with a file .findings beside it that has
 * a line of rule and severity for each finding it must give. */

typedef struct
{
  SdPack *pack;
  SdPackTest *test;
  SchCoverage *plan_coverage;
  SchCoverage *county_coverage; /* NULL where the pack has no rules for a county */
} Run;

G_GNUC_PRINTF (3, 4)
static void
add_problem (Run *run, GFile *file, const char *format, ...)
{
  g_autofree char *name = sd_file_get_name (file);
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (run->test->problems, g_strdup_printf ("%s: %s", name, sentence));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
sort_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (", ", (char **) lines->pdata);
}

static char *
list_found (SdCheck *check)
{
  GListModel *findings = sd_check_get_findings (check);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      const char *rule = sd_finding_get_is_failure (finding) ? sd_finding_get_message (finding)
                                                             : sd_finding_get_rule (finding);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s", rule,
                                               sd_severity_get_token (
                                                   sd_finding_get_severity (finding))));
    }

  return sort_lines (lines);
}

static char *
list_expected (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_ptr_array_add (lines, g_strdup (words[i]));

  return sort_lines (lines);
}

static SdCheck *
check_case (Run *run, xmlDoc *doc, GError **error)
{
  const gboolean for_county =
      xmlStrEqual (xmlDocGetRootElement (doc)->name, BAD_CAST "county");
  SchSchema *schema =
      for_county ? sd_pack_get_county_schema (run->pack) : sd_pack_get_schema (run->pack);
  const SchOptions options = { .phase = "#ALL" };
  g_autoptr (SdCheck) check = sd_check_new ();
  SchReport *report;

  if (schema == NULL)
    return g_steal_pointer (&check);
  report = sch_schema_validate (schema, &options, doc, NULL, error);
  if (report == NULL)
    return NULL;
  sch_coverage_add (for_county ? run->county_coverage : run->plan_coverage, report);
  sd_check_take_report (check, run->pack, report, doc);

  return g_steal_pointer (&check);
}

static gboolean
run_case (Run *run, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *beside =
      g_strdup_printf ("%.*s.findings", (int) (strlen (path) - strlen (".xml")), path);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, error);
  g_autoptr (SdCheck) check = doc != NULL ? check_case (run, doc, error) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (check == NULL)
    return FALSE;
  run->test->n_cases++;
  if (!g_file_get_contents (beside, &text, NULL, NULL))
    {
      add_problem (run, file, _ ("there is no list of the findings it must give; expected %s."),
                   beside);
      return TRUE;
    }
  found = list_found (check);
  expected = list_expected (text);
  if (!g_str_equal (found, expected))
    add_problem (run, file, _ ("gives [%s]; expected [%s]."), found, expected);

  return TRUE;
}

static GPtrArray *
list_cases (SdPack *pack, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (sd_pack_get_folder (pack), "cases");
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_lines);

  return g_steal_pointer (&names);
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
      g_autoptr (GFile) file = g_file_new_for_path (count.file);
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
        add_problem (run, file, _ ("line %u: no case fails %s."), count.line, count.id);
      if (n_held == 0)
        add_problem (run, file, _ ("line %u: no case passes %s."), count.line, count.id);
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
  cases = list_cases (pack, error);
  if (cases == NULL)
    return NULL;
  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (g_ptr_array_index (cases, i));

      if (!run_case (&run, file, error))
        return NULL;
    }
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
