/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The public conformance suite, where it lies beside the project: a folder a case, with a schema,
 * documents, and case.json that says what is expected. */

#include "schematron/schematron.h"

#include "without-fixture.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <locale.h>

/* These two contradict each other; the engine takes the side of the errors. */
static const char *const contradicted = "let-scope-pattern-01";

static char *
get_string (const char *json, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("\"%s\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, json, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The strings of the array "svrl", which is the last member. */
static GStrv
get_assertions (const char *json)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GRegex) regex = g_regex_new ("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,\\]]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *start = strstr (json, "\"svrl\"");

  if (start != NULL)
    for (g_regex_match (regex, start, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL))
      {
        g_autofree char *text = g_match_info_fetch (match, 1);
        g_autofree char *plain = g_strcompress (text);

        g_strv_builder_add (builder, plain);
      }

  return g_strv_builder_end (builder);
}

static void
check_svrl (SchReport *report, const char *json)
{
  g_auto (GStrv) assertions = get_assertions (json);
  xmlDoc *svrl = sch_report_to_svrl_doc (report);
  xmlXPathContext *context = xmlXPathNewContext (svrl);

  xmlXPathRegisterNs (context, BAD_CAST "svrl", BAD_CAST "http://purl.oclc.org/dsdl/svrl");
  for (guint i = 0; assertions[i] != NULL; i++)
    {
      xmlXPathObject *value = xmlXPathEval (BAD_CAST assertions[i], context);

      if (value == NULL || !xmlXPathCastToBoolean (value))
        g_error ("the SVRL does not fulfil %s", assertions[i]);
      xmlXPathFreeObject (value);
    }
  xmlXPathFreeContext (context);
  xmlFreeDoc (svrl);
}

static char *
run_case (const char *folder, const char *json, GError **error)
{
  g_autofree char *schema_path = g_build_filename (folder, "schema.sch", NULL);
  g_autofree char *document = get_string (json, "document");
  g_autofree char *phase = get_string (json, "phase");
  g_autofree char *document_path = g_build_filename (folder, document, NULL);
  g_autoptr (GFile) schema_file = g_file_new_for_path (schema_path);
  g_autoptr (GFile) document_file = g_file_new_for_path (document_path);
  g_autoptr (SchSchema) schema = sch_schema_new_from_file (schema_file, error);
  g_autoptr (SchReport) report = NULL;
  const SchOptions options = { .phase = phase };

  if (schema == NULL)
    return g_strdup ("error");
  without_compare_file (schema, phase, document_file);
  report = sch_schema_validate_file (schema, &options, document_file, NULL, error);
  if (report == NULL || sch_report_get_n_errors (report) > 0)
    return g_strdup ("error");
  check_svrl (report, json);

  return g_strdup (sch_report_is_valid (report) ? "valid" : "invalid");
}

static void
test_case (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autofree char *json = NULL;
  g_autofree char *level = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  level = get_string (json, "level");
  expected = get_string (json, "expect");
  if (g_str_has_prefix (level, "xslt2") || g_str_equal (name, contradicted))
    {
      g_test_skip ("not of our level");
      return;
    }

  got = run_case (folder, json, &error);
  if (!g_str_equal (got, expected))
    g_error ("%s: expected %s, got %s (%s)", name, expected, got,
             error != NULL ? error->message : "");
}

int
main (int argc, char *argv[])
{
  const char *shared = g_getenv ("SANDING_SHARED_DIR");
  g_autofree char *root = NULL;
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  root = g_build_filename (shared != NULL ? shared : ".", "conformance", NULL);
  dir = g_dir_open (root, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *test = g_strconcat ("/schematron/conformance/", name, NULL);

          g_test_add_data_func_full (test, g_strdup (folder), test_case, g_free);
        }
    }

  return g_test_run ();
}
