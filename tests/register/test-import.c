/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "random-county.h"
#include "register-fixture.h"

#include <locale.h>

#define TOWN "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4a"
#define PLAN "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4b"
#define UNIT "6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d4c"

static SdCounty *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "plan.xml", &error);
  SdCounty *county;

  g_assert_no_error (error);
  county = sd_county_read_doc (doc, NULL, "plan.xml", &error);
  g_assert_no_error (error);

  return county;
}

/* A plan that stands alone, of a town and with a unit that are named. */
static SdCounty *
read_plan (const char *town, const char *unit)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      "<plan xmlns='urn:sanding:plan:1' id='" PLAN "' town='" TOWN "' title='方案' "
      "status='drafted'><county id='6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d40' name='费县' city='临沂市'/>"
      "<town id='" TOWN "' name='%s' kind='town'>"
      "<indicator id='6f1e2a4c-93b1-4d0e-8a55-0c7b1f2e3d41' kind='population' value='5'/></town>"
      "<unit id='" UNIT "' name='%s' kind='office' stage='proposed'/></plan>",
      town, unit);
  return read_text (text);
}

static void
import (Fixture *f, SdCounty *content, SdImportMode mode)
{
  g_clear_error (&f->error);
  sd_register_import (f->reg, content, mode, &f->error);
}

static SdRow *
first (Fixture *f, SdTableId table)
{
  return sd_row_set_peek_row (SD_ROW_SET (sd_register_get_county (f->reg)), table, 0);
}

static guint
count (Fixture *f, SdTableId table)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_register_get_county (f->reg)), table);
}

/* A county taken into a new register is that county, row for row. */
static void
test_county (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_auto (Fixture) f = FIXTURE_INIT;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (SdCounty) content = random_county_new (rand, 3, 4);
      g_autoptr (SdCounty) stored = NULL;

      fixture_init (&f);
      import (&f, content, SD_IMPORT_ASK);
      g_assert_no_error (f.error);
      stored = fixture_read (&f);
      g_assert_true (sd_county_equal (content, stored));
      fixture_assert_same (&f);
      g_assert_true (g_str_has_prefix (sd_register_get_undo_label (f.reg), "Import 3 plans of “"));

      /* Again, in place of itself, changes nothing and leaves no trace. */
      import (&f, content, SD_IMPORT_REPLACE);
      g_assert_no_error (f.error);
      fixture_undo (&f);
      g_assert_false (sd_register_get_can_undo (f.reg));
      g_assert_cmpuint (count (&f, SD_TABLE_TOWN), ==, 0);
    }
}

static void
test_twice (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (SdCounty) content = read_plan ("探沂镇", "党政办公室");
  g_autoptr (SdCounty) newer = read_plan ("探沂镇", "党建办公室");
  SdRow *scenario;
  SdPlan *plan;

  fixture_init (&f);
  import (&f, content, SD_IMPORT_ASK);
  g_assert_no_error (f.error);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==, "Import “方案”");
  plan = sd_register_load_plan (f.reg, PLAN, NULL);

  import (&f, newer, SD_IMPORT_ASK);
  g_assert_error (f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS);
  g_test_message ("%s", f.error->message);
  fixture_assert_same (&f);

  import (&f, newer, SD_IMPORT_REPLACE);
  g_assert_no_error (f.error);
  g_assert_cmpstr (sd_row_get_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, UNIT),
                                    SD_UNIT_NAME),
                   ==, "党建办公室");
  fixture_assert_same (&f);

  import (&f, content, SD_IMPORT_SCENARIO);
  import (&f, content, SD_IMPORT_SCENARIO);
  g_assert_no_error (f.error);
  g_assert_cmpuint (count (&f, SD_TABLE_PLAN), ==, 3);
  g_assert_cmpuint (count (&f, SD_TABLE_TOWN), ==, 1);
  g_assert_cmpuint (count (&f, SD_TABLE_INDICATOR), ==, 1);
  scenario = sd_row_set_peek_row (SD_ROW_SET (sd_register_get_county (f.reg)), SD_TABLE_PLAN, 2);
  g_assert_cmpstr (sd_row_get_text (scenario, SD_PLAN_SCENARIO), ==, "Scenario 3");
  plan = sd_register_load_plan (f.reg, sd_row_get_id (scenario), NULL);
  g_assert_cmpstr (sd_row_get_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, UNIT),
                                    SD_UNIT_NAME),
                   ==, "党政办公室");
  fixture_assert_same (&f);
}

/* The town may have been added by hand, and the county's city be missing. */
static void
test_meet (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *town = NULL;
  g_autoptr (SdCounty) content = read_plan ("探沂镇", "党政办公室");

  fixture_init (&f);
  town = fixture_add_town (&f, "探沂镇");
  import (&f, content, SD_IMPORT_ASK);
  g_assert_no_error (f.error);
  g_assert_cmpuint (count (&f, SD_TABLE_TOWN), ==, 1);
  g_assert_true (sd_row_is (first (&f, SD_TABLE_PLAN), SD_PLAN_TOWN, town));
  g_assert_cmpstr (sd_row_get_text (first (&f, SD_TABLE_COUNTY), SD_COUNTY_CITY), ==, "临沂市");
  fixture_assert_same (&f);
}

/* What a reader would refuse cannot come in another way either, and nothing of it stays. */
static void
test_refused (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autoptr (SdCounty) content = read_plan ("探沂镇", "党政办公室");
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (sd_county_get_plan (content, PLAN)), SD_TABLE_UNIT,
                                    UNIT);

  fixture_init (&f);
  sd_row_set_value (unit, SD_UNIT_KIND, &(SdValue) SD_VALUE_INIT_TEXT ("bureau"));
  import (&f, content, SD_IMPORT_ASK);
  g_assert_error (f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  sd_row_set_value (unit, SD_UNIT_KIND, &(SdValue) SD_VALUE_INIT_TEXT ("office"));
  sd_row_set_value (unit, SD_UNIT_SUPERIOR, &(SdValue) SD_VALUE_INIT_TEXT (TOWN));
  import (&f, content, SD_IMPORT_ASK);
  g_assert_error (f.error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  g_test_message ("%s", f.error->message);
  g_assert_cmpuint (count (&f, SD_TABLE_TOWN), ==, 0);
  fixture_assert_same (&f);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/import/county", test_county);
  g_test_add_func ("/register/import/twice", test_twice);
  g_test_add_func ("/register/import/meet", test_meet);
  g_test_add_func ("/register/import/refused", test_refused);

  return g_test_run ();
}
