/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/mend.h"

#include "plan/error.h"
#include "plan/reader.h"
#include "plan/writer.h"
#include "plan/xml.h"
#include "rules/checker.h"
#include "rules/pack-case.h"

#include <locale.h>

#define GROUND "00000000-0000-4000-8000-0000000000"

static SdPlan *
make_plan (void)
{
  SdPlan *plan = sd_plan_new (GROUND "ff");
  g_autoptr (SdRow) unit = sd_row_new (SD_TABLE_UNIT, GROUND "ff", GROUND "01", NULL, 0);
  g_autoptr (SdRow) post = sd_row_new (SD_TABLE_POST, GROUND "ff", GROUND "02", GROUND "01", 0);

  sd_row_set_put_row (SD_ROW_SET (plan), unit);
  sd_row_set_put_row (SD_ROW_SET (plan), post);

  return plan;
}

static void
test_steps (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = sd_mend_parse (plan,
                                            " clear " GROUND "01 superior;\nset " GROUND
                                            "02 count 2 ; set " GROUND "01 name 党政 办公室;",
                                            &error);
  const SdMendStep *step;

  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 3);
  step = &g_array_index (steps, SdMendStep, 0);
  g_assert_cmpuint (step->column, ==, SD_UNIT_SUPERIOR);
  g_assert_cmpint (step->value.type, ==, SD_VALUE_NONE);
  step = &g_array_index (steps, SdMendStep, 1);
  g_assert_cmpint (sd_row_get_table_id (step->row), ==, SD_TABLE_POST);
  g_assert_cmpint (step->value.integer, ==, 2);
  step = &g_array_index (steps, SdMendStep, 2);
  g_assert_cmpstr (step->value.text, ==, "党政 办公室");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "set",
    "drop " GROUND "01 superior",
    "set " GROUND "01 superior",
    "clear " GROUND "01 superior now",
    "set " GROUND "09 name 党政办公室",
    "set " GROUND "01 nonsense 1",
    "set " GROUND "01 kind nonsense",
    "set " GROUND "02 count -1",
    "set " GROUND "02 count two",
    "clear " GROUND "01 name",
    "set " GROUND "02 count 1; nonsense",
  };
  g_autoptr (SdPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (sd_mend_parse (plan, texts[i], &error));
      g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID);
    }
}

static SdCheck *
check (SdChecker *checker, SdCounty *county, const char *plan_id, const char *pack)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);
  SdCheck *made = sd_checker_check_doc (checker, doc, county, plan_id, "#ALL", pack, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static gboolean
is_found (SdCheck *check, SdFinding *wanted)
{
  GListModel *findings = sd_check_get_findings (check);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (sd_finding_get_rule (finding), sd_finding_get_rule (wanted)) == 0 &&
          g_strcmp0 (sd_finding_get_subject (finding), sd_finding_get_subject (wanted)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
apply (SdPlan *plan, const char *mend)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) steps = sd_mend_parse (plan, mend, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < steps->len; i++)
    {
      const SdMendStep *step = &g_array_index (steps, SdMendStep, i);

      sd_row_set_value (step->row, step->column, &step->value);
    }
}

/* Each mend is made in a plan of its own, so that one cannot help another. */
static guint
try_mends (SdChecker *checker, SdPackCase *one, const char *pack, GHashTable *rules)
{
  guint n = 0;

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdCounty) county = sd_county_read_doc (one->doc, NULL, one->path, &error);
      g_autoptr (SdCheck) before = NULL;
      g_autoptr (SdCheck) after = NULL;
      g_autoptr (SdFinding) finding = NULL;
      const char *plan_id;

      if (county == NULL) /* a case of what the reader refuses */
        return n;
      plan_id = sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0));
      before = check (checker, county, plan_id, pack);
      finding = g_list_model_get_item (sd_check_get_findings (before), i);
      if (finding == NULL)
        return n;
      if (sd_finding_get_mend (finding) == NULL)
        continue;

      g_test_message ("%s: %s %s", one->path, sd_finding_get_rule (finding),
                      sd_finding_get_mend (finding));
      apply (sd_county_get_plan (county, plan_id), sd_finding_get_mend (finding));
      after = check (checker, county, plan_id, pack);
      g_assert_false (is_found (after, finding));
      g_hash_table_add (rules, g_strdup (sd_finding_get_rule (finding)));
      n++;
    }
}

/* What a rule of ours says would mend a finding does, in each case of its pack. */
static void
test_mends_mend (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = sd_packs_load_all (&error);
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < packs->len; i++)
    {
      g_autoptr (GPtrArray) cases = sd_pack_load_cases (packs->pdata[i], &error);

      g_assert_no_error (error);
      for (guint j = 0; j < cases->len; j++)
        if (!((SdPackCase *) cases->pdata[j])->for_county)
          n += try_mends (checker, cases->pdata[j], sd_pack_get_id (packs->pdata[i]), rules);
    }
  g_assert_cmpuint (n, >=, 13);
  g_assert_cmpuint (g_hash_table_size (rules), ==, 13);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/mend/steps", test_steps);
  g_test_add_func ("/rules/mend/refused", test_refused);
  g_test_add_func ("/rules/mend/mends-mend", test_mends_mend);

  return g_test_run ();
}
