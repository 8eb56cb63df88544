/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases of the packs: each a plan, and beside it the findings that it must give, a line each of
 * rule and severity. */

#include "plan/data-dir.h"
#include "plan/reader.h"
#include "rules/checker.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <locale.h>

static GPtrArray *packs;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
describe (SdCheck *check)
{
  GListModel *findings = sd_check_get_findings (check);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s\n", sd_finding_get_rule (finding),
                                        sd_severity_get_token (sd_finding_get_severity (finding))));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (NULL, (char **) lines->pdata);
}

static SdCheck *
check_file (const char *path, const char *only_pack, const char *phase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (xmlDoc) doc = NULL;
  const char *plan_id;
  SdCheck *check;

  g_assert_no_error (error);
  doc = sd_xml_read_file (file, NULL, &error);
  if (xmlStrEqual (xmlDocGetRootElement (doc)->name, BAD_CAST "county"))
    {
      check = sd_checker_check_county (checker, county, phase, only_pack, NULL, &error);
      g_assert_no_error (error);
      return check;
    }
  g_clear_pointer (&doc, xmlFreeDoc);
  plan_id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
  doc = sd_plan_to_doc (county, plan_id);
  check = sd_checker_check_doc (checker, doc, county, plan_id, phase, only_pack, NULL, &error);
  g_assert_no_error (error);

  return check;
}

static void
test_case (gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (data, "\n", 2); /* pack, plan */
  g_autofree char *stem = g_strndup (parts[1], strlen (parts[1]) - strlen (".xml"));
  g_autofree char *findings_path = g_strconcat (stem, ".findings", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;
  g_autoptr (SdCheck) check = check_file (parts[1], parts[0], "#ALL");

  g_assert_true (g_file_get_contents (findings_path, &expected, NULL, NULL));
  got = describe (check);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpuint (sd_check_get_n_failures (check), ==, 0);
}

/* The text of all .findings files of a pack. */
static char *
read_findings (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *all = g_string_new ("\n");
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_str_has_suffix (name, ".findings") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (all, text);
    }

  return g_string_free (all, FALSE);
}

static void
assert_all_fail (const char *rules, const char *findings)
{
  g_autoptr (GFile) file = g_file_new_for_path (rules);
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, NULL);
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *ids;

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://purl.oclc.org/dsdl/schematron");
  ids = xmlXPathEval (BAD_CAST "//s:assert/@id | //s:report[not (@flag = 'gauge')]/@id", context);
  g_assert_cmpint (ids->nodesetval->nodeNr, >, 0);
  for (int i = 0; i < ids->nodesetval->nodeNr; i++)
    {
      xmlChar *id = xmlXPathCastNodeToString (ids->nodesetval->nodeTab[i]);
      g_autofree char *line = g_strdup_printf ("\n%s ", id);

      if (strstr (findings, line) == NULL)
        g_error ("no case makes %s fail", id);
      xmlFree (id);
    }
  xmlXPathFreeObject (ids);
  xmlXPathFreeContext (context);
}

/* Every assertion fails in one case at least; in the conforming case all are quiet. */
static void
test_coverage (gconstpointer data)
{
  static const char *const schemas[] = { "rules.sch", "county.sch" };
  g_autofree char *cases = g_build_filename (data, "cases", NULL);
  g_autofree char *findings = read_findings (cases);

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autofree char *rules = g_build_filename (data, schemas[i], NULL);

      if (g_file_test (rules, G_FILE_TEST_EXISTS))
        assert_all_fail (rules, findings);
    }
}

/* The plan of Tanyi is checked by its own pack and by the forms', and by none of the others. */
static void
test_samples (void)
{
  static const struct
  {
    const char *name, *expected;
  } cases[] = {
    { "feixian-tanyi.xml", "E18 warning\nE23 info\nE24 warning\nE4 warning\nE7 question\n" },
    { "feixian-mended.xml", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (sd_data_dir (), "samples", cases[i].name, NULL);
      g_autoptr (SdCheck) check = check_file (path, NULL, NULL);
      g_autofree char *got = describe (check);
      g_autoptr (SdGauge) offices = g_list_model_get_item (sd_check_get_gauges (check), 0);

      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_cmpuint (g_list_model_get_n_items (sd_check_get_packs (check)), ==, 2);
      g_assert_cmpuint (g_list_model_get_n_items (sd_check_get_gauges (check)), ==, 4);
      g_assert_cmpfloat (sd_gauge_get_measured (offices), ==, 8);
      g_assert_cmpfloat (sd_gauge_get_limit (offices), ==, 8);
      g_assert_cmpstr (sd_gauge_get_clause (offices), ==, "四（一）");
    }
}

/* A sample with its findings beside it, checked by the packs that are made for it. */
static void
test_sample (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".findings"));
  g_autofree char *plan = g_strconcat (stem, ".xml", NULL);
  g_autoptr (SdCheck) check = check_file (plan, NULL, "#ALL");
  g_autofree char *got = describe (check);
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (sd_check_get_packs (check)), >, 0);
  g_assert_cmpuint (sd_check_get_n_failures (check), ==, 0);
}

/* A pack run on a town that it is not made for finds what is no fault there; an article does not
 * turn red for all that. */
static void
test_forced (void)
{
  static const struct
  {
    const char *pack, *sample, *false_finding;
  } cases[] = {
    { "zhejiang-small-city", "feixian-mended.xml", "A2 info\n" },
    { "sichuan-pilots", "feixian-mended.xml", "D8-offices info\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (sd_data_dir (), "samples", cases[i].sample, NULL);
      g_autoptr (SdCheck) check = check_file (path, cases[i].pack, NULL);
      g_autofree char *got = describe (check);

      g_assert_nonnull (strstr (got, cases[i].false_finding));
      g_assert_cmpuint (sd_check_get_count (check, SD_SEVERITY_ERROR), ==, 0);
      g_assert_cmpuint (sd_check_get_count (check, SD_SEVERITY_WARNING), ==, 0);
    }
}

/* The opinion from Hunan binds: run on a town of Shandong, it finds too many bodies and plaques. */
static void
test_forced_normative (void)
{
  static const char *const false_findings[] = { "C5-most warning\n", "C6 warning\n",
                                                "C8 warning\n", "C20-appraisal error\n" };
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", "feixian-mended.xml", NULL);
  g_autoptr (SdCheck) check = check_file (path, "hunan-townships", NULL);
  g_autofree char *got = describe (check);

  for (guint i = 0; i < G_N_ELEMENTS (false_findings); i++)
    g_assert_nonnull (strstr (got, false_findings[i]));
}

static SdPack *
find_pack (const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (sd_pack_get_id (g_ptr_array_index (packs, i)), id))
      return g_ptr_array_index (packs, i);

  g_error ("no pack %s", id);
}

/* Another place, another time or another kind of town: the pack keeps out. */
static void
assert_scope (const char *pack,
              const char *sample,
              SdTableId table,
              guint column,
              const char *value,
              gboolean applies)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", sample, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdCounty) county = sd_county_read (file, NULL);
  SdRow *rows[] = { sd_county_get_row (county),
                    sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_TOWN, 0),
                    sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (sd_row_get_table_id (rows[i]) == table)
      sd_row_set_value (rows[i], column, &(SdValue) SD_VALUE_INIT_TEXT (value));
  g_assert_cmpint (sd_pack_applies (find_pack (pack), rows[0], rows[1], rows[2]), ==, applies);
}

static void
test_scope (void)
{
  static const struct
  {
    SdTableId table;
    guint column;
    const char *value;
    gboolean applies;
  } cases[] = {
    { SD_TABLE_COUNTY, SD_COUNTY_NAME, "费县", TRUE },
    { SD_TABLE_COUNTY, SD_COUNTY_NAME, "平邑县", FALSE },
    { SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, "浙江省", FALSE },
    { SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, NULL, FALSE },
    { SD_TABLE_TOWN, SD_TOWN_NAME, "上冶镇", FALSE },
    { SD_TABLE_TOWN, SD_TOWN_KIND, "subdistrict", FALSE },
    { SD_TABLE_PLAN, SD_PLAN_DATE, "2018-12-31", FALSE },
    { SD_TABLE_PLAN, SD_PLAN_DATE, "2019-01-01", TRUE },
    { SD_TABLE_PLAN, SD_PLAN_DATE, NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_scope ("feixian-tanyi", "feixian-tanyi.xml", cases[i].table, cases[i].column,
                  cases[i].value, cases[i].applies);
}

static void
test_pilot_scope (void)
{
  static const struct
  {
    const char *pack, *sample;
    SdTableId table;
    guint column;
    const char *value;
    gboolean applies;
  } cases[] = {
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_TOWN, SD_TOWN_PILOT, "small-city",
      TRUE },
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_TOWN, SD_TOWN_PILOT, "none", FALSE },
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "subdistrict",
      FALSE },
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, "山东省",
      FALSE },
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2010-09-30",
      FALSE },
    { "zhejiang-small-city", "zhejiang-pilot.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2010-10-01",
      TRUE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_TOWN, SD_TOWN_PILOT, "developed-town", TRUE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_TOWN, SD_TOWN_PILOT, "other", TRUE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_TOWN, SD_TOWN_PILOT, "central-town", FALSE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "township", FALSE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, "山东省", FALSE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2011-06-30", FALSE },
    { "sichuan-pilots", "huayuan.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2011-07-01", TRUE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "town", TRUE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "township", TRUE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "subdistrict", FALSE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, "浙江省",
      FALSE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2010-08-18", FALSE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2018-12-31", TRUE },
    { "shandong-2010", "shandong-stations.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2019-01-01", FALSE },
    { "hunan-townships", "hunan-model.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "township", TRUE },
    { "hunan-townships", "hunan-model.xml", SD_TABLE_TOWN, SD_TOWN_KIND, "subdistrict", TRUE },
    { "hunan-townships", "hunan-model.xml", SD_TABLE_COUNTY, SD_COUNTY_PROVINCE, "湖北省", FALSE },
    { "hunan-townships", "hunan-model.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2016-12-31", FALSE },
    { "hunan-townships", "hunan-model.xml", SD_TABLE_PLAN, SD_PLAN_DATE, "2017-01-01", TRUE },
    { "hunan-townships", "feixian-tanyi.xml", SD_TABLE_COUNTY, SD_COUNTY_NAME, "费县", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_scope (cases[i].pack, cases[i].sample, cases[i].table, cases[i].column, cases[i].value,
                  cases[i].applies);
}

static void
test_unknown_pack (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", "feixian-tanyi.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdCounty) county = sd_county_read (file, NULL);
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (GError) error = NULL;
  const char *id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, id);

  g_assert_null (sd_checker_check_doc (checker, doc, county, id, NULL, "no-such", NULL, &error));
  g_assert_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN);
}

static void
add_cases (const char *pack_id, const char *folder)
{
  g_autofree char *cases = g_build_filename (folder, "cases", NULL);
  g_autoptr (GDir) dir = g_dir_open (cases, 0, NULL);
  g_autofree char *coverage = g_strdup_printf ("/rules/coverage/%s", pack_id);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (cases, name, NULL);
      g_autofree char *test = g_strdup_printf ("/rules/cases/%s/%s", pack_id, name);

      if (g_str_has_suffix (name, ".xml"))
        g_test_add_data_func_full (test, g_strconcat (pack_id, "\n", path, NULL), test_case,
                                   g_free);
    }
  g_test_add_data_func_full (coverage, g_strdup (folder), test_coverage, g_free);
}

static void
add_samples (void)
{
  g_autofree char *folder = g_build_filename (sd_data_dir (), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/rules/sample/%s", name);

      if (g_str_has_suffix (name, ".findings"))
        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_sample,
                                   g_free);
    }
}

/* The bench may hold something while a plan is drafted, and nothing when it is submitted. */
static void
test_bench (void)
{
  static const struct
  {
    const char *phase;
    const char *findings;
  } cases[] = {
    { "draft", "F23-waiting info\n" },
    { "review", "F23-waiting info\n" },
    { "submission", "F23 error\n" },
  };
  g_autofree char *path = g_build_filename (sd_data_dir (), "packs", "forms", "cases",
                                            "waiting.xml", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdCheck) check = check_file (path, "forms", cases[i].phase);
      g_autofree char *got = describe (check);

      g_assert_cmpstr (got, ==, cases[i].findings);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  packs = sd_packs_load_all (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < packs->len; i++)
    {
      const char *id = sd_pack_get_id (g_ptr_array_index (packs, i));
      g_autofree char *folder = g_build_filename (sd_data_dir (), "packs", id, NULL);

      add_cases (id, folder);
    }
  g_test_add_func ("/rules/samples", test_samples);
  add_samples ();
  g_test_add_func ("/rules/forced/article", test_forced);
  g_test_add_func ("/rules/forced/normative", test_forced_normative);
  g_test_add_func ("/rules/scope/town", test_scope);
  g_test_add_func ("/rules/scope/pilot", test_pilot_scope);
  g_test_add_func ("/rules/bench", test_bench);
  g_test_add_func ("/rules/unknown-pack", test_unknown_pack);
  result = g_test_run ();
  g_ptr_array_unref (packs);

  return result;
}
