/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "../schematron/without-fixture.h"

/* A document that is checked by our evaluator and by libxml2's: where neither meets an error or a
 * bound, they must say the same. */

static char *
check (SchSchema *schema, const SchOptions *options, GBytes *document, gboolean *is_whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SchReport) report =
      sch_schema_validate_bytes (schema, options, document, "fuzz", NULL, &error);

  *is_whole = report != NULL && sch_report_get_n_errors (report) == 0;
  return without_describe (report, error);
}

void
fuzz_compare (SchSchema *schema, const char *phase, gulong operations, GBytes *document)
{
  SchOptions options = { .phase = phase, .operations = operations, .milliseconds = 2000 };
  gboolean is_whole, is_native_whole;
  g_autofree char *got = check (schema, &options, document, &is_whole);
  g_autofree char *native = NULL;

  options.without = SCH_WITHOUT_TERMS;
  native = check (schema, &options, document, &is_native_whole);
  if (is_whole && is_native_whole && !g_str_equal (got, native))
    g_error ("libxml2 has:\n%s\nwe have:\n%s", native, got);
}
