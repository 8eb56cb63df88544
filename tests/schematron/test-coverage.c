/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fired, held and failed over a set of documents. */

#include "folder-fixture.h"

#include <locale.h>

#define RULES                                                                                      \
  SCHEMA ("<phase id='f'><active pattern='p'/></phase>\n"                                          \
          "<pattern id='p'>\n"                                                                     \
          "<rule context='a' id='r'>\n"                                                            \
          "<assert id='n' test='@n &gt; 1'>m</assert>\n"                                           \
          "<report test='b'>m</report></rule>\n"                                                   \
          "<rule context='c'>\n"                                                                   \
          "<assert test='count (1)'>m</assert></rule></pattern>\n"                                 \
          "<pattern><rule context='none'/></pattern>")

static SchSchema *
compile (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (RULES, strlen (RULES));
  SchSchema *schema = sch_schema_new_from_bytes (bytes, NULL, NULL);

  g_assert_nonnull (schema);
  return schema;
}

static void
add (SchCoverage *coverage, const char *phase, const char *document)
{
  const SchOptions options = { .phase = phase };
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (SchReport) report = NULL;

  report = sch_schema_validate_bytes (sch_coverage_get_schema (coverage), &options, bytes,
                                      "document", NULL, NULL);
  g_assert_true (sch_report_get_schema (report) == sch_coverage_get_schema (coverage));
  sch_coverage_add (coverage, report);
}

/* All counts in words. */
static char *
counts_of (SchCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u\n", sch_coverage_get_n_documents (coverage));
  for (guint i = 0; i < sch_coverage_get_n_rules (coverage); i++)
    {
      const SchRuleCount count = sch_coverage_get_rule (coverage, i);

      g_string_append_printf (text, "%s:%u %s %s %s: %u %u\n", count.file, count.line,
                              count.pattern_id != NULL ? count.pattern_id : "-",
                              count.rule_id != NULL ? count.rule_id : "-", count.context,
                              (guint) count.n_documents, (guint) count.n_fired);
    }
  for (guint i = 0; i < sch_coverage_get_n_assertions (coverage); i++)
    {
      const SchAssertionCount count = sch_coverage_get_assertion (coverage, i);

      g_string_append_printf (text, "%s:%u %u %s %s: %u %u %u\n", count.file, count.line,
                              count.rule, count.id != NULL ? count.id : "-", count.test,
                              (guint) count.n_held, (guint) count.n_failed,
                              (guint) count.n_unknown);
    }

  return g_string_free (text, FALSE);
}

static void
test_counts (void)
{
  g_autoptr (SchSchema) schema = compile ();
  g_autoptr (SchCoverage) coverage = sch_coverage_new (schema);
  g_autofree char *none = counts_of (coverage);
  g_autofree char *some = NULL;

  g_assert_cmpstr (none, ==,
                   "0\n"
                   "schema:3 p r a: 0 0\n"
                   "schema:6 p - c: 0 0\n"
                   "schema:8 - - none: 0 0\n"
                   "schema:4 0 n @n > 1: 0 0 0\n"
                   "schema:5 0 - b: 0 0 0\n"
                   "schema:7 1 - count (1): 0 0 0\n");

  add (coverage, "f", "<t><a n='1'/><a n='2'><b/></a><a n='3'/></t>");
  add (coverage, NULL, "<t><a n='1'/><c/></t>");
  add (coverage, "f", "<t/>");
  some = counts_of (coverage);
  g_assert_cmpstr (some, ==,
                   "3\n"
                   "schema:3 p r a: 3 4\n"
                   "schema:6 p - c: 3 1\n"
                   "schema:8 - - none: 1 0\n"
                   "schema:4 0 n @n > 1: 2 2 0\n"
                   "schema:5 0 - b: 3 1 0\n"
                   "schema:7 1 - count (1): 0 0 1\n");
}

#define N_ADDED 200

static gpointer
add_often (gpointer coverage)
{
  for (guint i = 0; i < N_ADDED; i++)
    add (coverage, NULL, "<t><a n='1'/><a n='2'/></t>");

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (SchSchema) schema = compile ();
  g_autoptr (SchCoverage) coverage = sch_coverage_new (schema);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("add", add_often, coverage);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (sch_coverage_get_n_documents (coverage), ==, 4 * N_ADDED);
  g_assert_cmpuint (sch_coverage_get_rule (coverage, 0).n_fired, ==, 8 * N_ADDED);
  g_assert_cmpuint (sch_coverage_get_assertion (coverage, 0).n_held, ==, 4 * N_ADDED);
  g_assert_cmpuint (sch_coverage_get_assertion (coverage, 0).n_failed, ==, 4 * N_ADDED);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/counts", test_counts);
  g_test_add_func ("/coverage/threads", test_threads);

  return g_test_run ();
}
