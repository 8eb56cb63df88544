/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the office answers: exceptions, adopted and declined packs, parameters and readings. */

#include "plan/data-dir.h"
#include "plan/reader.h"
#include "plan/writer.h"
#include "rules/checker.h"

#include <locale.h>

#define ID(n) "8f0e2a4c-93b1-4d0e-8a55-0000000000" n

static GPtrArray *packs;

static SdCounty *
read_sample (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", "feixian-tanyi.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdCounty *county = sd_county_read (file, &error);

  g_assert_no_error (error);
  return county;
}

static const char *
plan_id_of (SdCounty *county)
{
  return sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
}

static SdCheck *
check (SdCounty *county)
{
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id_of (county));
  g_autoptr (GError) error = NULL;
  SdCheck *made = sd_checker_check_doc (checker, doc, county, plan_id_of (county), NULL, NULL, NULL,
                                        &error);

  g_assert_no_error (error);
  return made;
}

static SdFinding *
find (SdCheck *made, const char *rule)
{
  GListModel *findings = sd_check_get_findings (made);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (sd_finding_get_rule (finding), rule) == 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

/* An exception is for one rule of one pack, and for one row or for all. */
static void
test_exceptions (void)
{
  static const struct
  {
    const char *name, *pack, *rule;
    gboolean of_subject, other_subject, recorded;
  } cases[] = {
    { "whole plan", "feixian-tanyi", "E18", FALSE, FALSE, TRUE },
    { "this row", "feixian-tanyi", "E18", TRUE, FALSE, TRUE },
    { "another row", "feixian-tanyi", "E18", FALSE, TRUE, FALSE },
    { "another rule", "feixian-tanyi", "E1", FALSE, FALSE, FALSE },
    { "another pack", "other", "E18", FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdCounty) county = read_sample ();
      SdPlan *plan = sd_county_get_plan (county, plan_id_of (county));
      g_autoptr (SdCheck) before = check (county);
      g_autoptr (SdFinding) open = find (before, "E18");
      g_autoptr (SdCheck) after = NULL;
      g_autoptr (SdFinding) finding = NULL;
      SdRow *row = sd_row_new (SD_TABLE_EXCEPTION, plan_id_of (county), ID ("01"), NULL, 0);

      g_test_message ("%s", cases[i].name);
      g_assert_null (sd_finding_get_exception (open));
      set_text (row, SD_EXCEPTION_PACK, cases[i].pack);
      set_text (row, SD_EXCEPTION_RULE, cases[i].rule);
      set_text (row, SD_EXCEPTION_REASON, "县级机构的延伸");
      set_text (row, SD_EXCEPTION_GRANTED_BY, "县委编委");
      if (cases[i].of_subject)
        set_text (row, SD_EXCEPTION_OBJECT, sd_finding_get_subject (open));
      if (cases[i].other_subject)
        set_text (row, SD_EXCEPTION_OBJECT, plan_id_of (county));
      sd_row_set_put_row (SD_ROW_SET (plan), row);
      g_object_unref (row);

      after = check (county);
      finding = find (after, "E18");
      g_assert_nonnull (finding);
      g_assert_cmpint (sd_finding_get_exception (finding) != NULL, ==, cases[i].recorded);
      g_assert_cmpuint (sd_check_get_n_exceptions (after), ==, cases[i].recorded);
      g_assert_cmpuint (sd_check_get_count (after, SD_SEVERITY_WARNING), ==,
                        sd_check_get_count (before, SD_SEVERITY_WARNING) - cases[i].recorded);
      if (cases[i].recorded)
        {
          g_assert_cmpstr (sd_finding_get_exception (finding), ==, "县级机构的延伸");
          g_assert_cmpstr (sd_finding_get_granted_by (finding), ==, "县委编委");
          g_assert_null (sd_finding_get_document (finding));
        }
    }
}

/* What the county says of a pack comes before the pack's scope. */
static void
test_adoption (void)
{
  static const struct
  {
    const char *town, *pack, *state;
    guint n_packs;
  } cases[] = {
    { "探沂镇", "feixian-tanyi", "adopted", 1 },  { "探沂镇", "feixian-tanyi", "declined", 0 },
    { "上冶镇", "feixian-tanyi", "adopted", 1 },  { "上冶镇", "feixian-tanyi", "declined", 0 },
    { "探沂镇", "no-such-pack", "declined", 1 }, { "上冶镇", "no-such-pack", "adopted", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdCounty) county = read_sample ();
      g_autoptr (SdRow) row = sd_row_new (SD_TABLE_ADOPTION, NULL, ID ("01"), NULL, 0);
      g_autoptr (SdCheck) made = NULL;
      guint n_ours = 0;

      set_text (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_TOWN, 0), SD_TOWN_NAME,
                cases[i].town);
      set_text (row, SD_ADOPTION_PACK, cases[i].pack);
      set_text (row, SD_ADOPTION_STATE, cases[i].state);
      sd_row_set_put_row (SD_ROW_SET (county), row);
      made = check (county);
      for (guint j = 0; j < g_list_model_get_n_items (sd_check_get_packs (made)); j++)
        {
          g_autoptr (SdPack) pack = g_list_model_get_item (sd_check_get_packs (made), j);

          n_ours += g_str_equal (sd_pack_get_id (pack), "feixian-tanyi");
        }
      g_assert_cmpuint (n_ours, ==, cases[i].n_packs);
    }
}

/* Parameters and adoptions go along with a plan that stands alone, where rules ask for them. */
static void
test_goes_along (void)
{
  g_autoptr (SdCounty) county = read_sample ();
  g_autoptr (SdCounty) again = NULL;
  g_autoptr (SdRow) row = sd_row_new (SD_TABLE_PARAMETER, NULL, ID ("01"), NULL, 0);
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GError) error = NULL;
  SdRow *read;

  set_text (row, SD_PARAMETER_PACK, "feixian-tanyi");
  set_text (row, SD_PARAMETER_NAME, "leaders");
  sd_row_set_value (row, SD_PARAMETER_VALUE, &(SdValue) SD_VALUE_INIT_REAL (11));
  sd_row_set_put_row (SD_ROW_SET (county), row);
  doc = sd_plan_to_doc (county, plan_id_of (county));
  again = sd_county_read_doc (doc, NULL, "a.xml", &error);
  g_assert_no_error (error);
  read = sd_row_set_peek_row (SD_ROW_SET (again), SD_TABLE_PARAMETER, 0);
  g_assert_cmpfloat (sd_row_get_real (read, SD_PARAMETER_VALUE), ==, 11);
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

  g_test_add_func ("/rules/answers/exceptions", test_exceptions);
  g_test_add_func ("/rules/answers/adoption", test_adoption);
  g_test_add_func ("/rules/answers/goes-along", test_goes_along);
  result = g_test_run ();
  g_ptr_array_unref (packs);

  return result;
}
