/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the bench counts in neither structure: every rule of every pack says the same of a
 * plan with a full bench as of the plan without, but for the rule that tells of the bench. */

#include "plan/data-dir.h"
#include "plan/reader.h"
#include "rules/checker.h"

#include <locale.h>

static GPtrArray *packs;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
describe (SdCounty *county, guint *n_bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  const char *plan_id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);
  g_autoptr (SdCheck) check =
      sd_checker_check_doc (checker, doc, county, plan_id, "#ALL", NULL, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GListModel *findings;

  g_assert_no_error (error);
  findings = sd_check_get_findings (check);
  *n_bench = 0;
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_has_prefix (sd_finding_get_rule (finding), "F23"))
        (*n_bench)++;
      else
        g_ptr_array_add (lines, g_strdup_printf ("%s %s\n", sd_finding_get_rule (finding),
                                                 sd_finding_get_message (finding)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (NULL, (char **) lines->pdata);
}

static SdRow *
add_row (SdRowSet *plan, SdTableId table, const char *parent_id)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (SdRow) row = sd_row_new (table, sd_plan_get_id (SD_PLAN (plan)), id, parent_id, 1000);

  sd_row_set_put_row (plan, row);
  return row;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static void
set_number (SdRow *row, guint column, gint64 number)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_INTEGER (number));
}

/* A unit of the kind on the bench, with a great many people and leaders. */
static void
fill_bench (SdRowSet *plan, const SdToken *kind)
{
  static const char *const types[] = { "administrative", "institutional", "off-quota" };
  SdRow *unit = add_row (plan, SD_TABLE_UNIT, NULL);
  const char *id = sd_row_get_id (unit);
  SdRow *post = add_row (plan, SD_TABLE_POST, id);

  set_text (unit, SD_UNIT_NAME, kind->chinese);
  set_text (unit, SD_UNIT_KIND, kind->name);
  set_text (unit, SD_UNIT_STAGE, "bench");
  set_text (unit, SD_UNIT_LEVEL, "section");
  set_text (post, SD_POST_TITLE, "主任");
  set_text (post, SD_POST_ROLE, "head");
  set_number (post, SD_POST_COUNT, 5);
  set_text (post, SD_POST_LEADERSHIP, "deputy");
  set_text (add_row (plan, SD_TABLE_PLAQUE, id), SD_PLAQUE_NAME, "某牌子（某办公室）");
  set_text (add_row (plan, SD_TABLE_DUTY, id), SD_DUTY_TEXT, "某职责");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      SdRow *quota = add_row (plan, SD_TABLE_QUOTA, id);

      set_text (quota, SD_QUOTA_TYPE, types[i]);
      set_number (quota, SD_QUOTA_APPROVED, 500);
    }
}

static void
test_sample (gconstpointer path)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SdRowSet *plan;
  guint n_bench;

  g_assert_no_error (error);
  before = describe (county, &n_bench);
  g_assert_cmpuint (n_bench, ==, 0);
  plan = SD_ROW_SET (sd_county_get_plan (
      county, sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0))));
  for (guint i = 0; i < kinds->n_tokens; i++)
    fill_bench (plan, &kinds->tokens[i]);
  after = describe (county, &n_bench);
  g_assert_cmpuint (n_bench, ==, 2 * kinds->n_tokens);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  static const char *const samples[] = {
    "feixian-tanyi",           "huayuan",       "hunan-model", "shandong-stations",
    "shandong-three-stations", "zhejiang-pilot"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  packs = sd_packs_load_all (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat (samples[i], ".xml", NULL);
      g_autofree char *test = g_strconcat ("/rules/waiting/", samples[i], NULL);
      char *path = g_build_filename (sd_data_dir (), "samples", name, NULL);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_sample);
    }
  result = g_test_run ();
  g_clear_pointer (&packs, g_ptr_array_unref);

  return result;
}
