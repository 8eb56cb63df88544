/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register-fixture.h"

#include <locale.h>

static SdRow *
find (Fixture *f, const char *plan_id, SdTableId table, const char *id)
{
  g_autoptr (GError) error = NULL;
  SdPlan *plan = plan_id != NULL ? sd_register_load_plan (f->reg, plan_id, &error) : NULL;

  g_assert_no_error (error);
  return sd_row_set_get_row (plan != NULL ? SD_ROW_SET (plan)
                                          : SD_ROW_SET (sd_register_get_county (f->reg)),
                             table, id);
}

/* What happens from a new register to a second opening: all of it is there again. */
static void
test_way (void)
{
  g_auto (Fixture) f = FIXTURE_INIT;
  g_autofree char *town = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *unit = NULL;

  fixture_init (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  town = fixture_add_town (&f, "探沂镇");
  plan = fixture_add_plan (&f, town);
  unit = fixture_add_unit (&f, plan, "党政办公室");
  sd_register_set_quota_async (f.reg, plan, unit, "administrative", SD_QUOTA_APPROVED, 8, NULL,
                               fixture_on_done, &f);
  fixture_wait (&f);
  g_assert_no_error (f.error);
  fixture_assert_same (&f);
  g_assert_cmpint (sd_plan_get_headcount (sd_register_load_plan (f.reg, plan, NULL), "proposed",
                                          NULL, NULL),
                   ==, 8);

  sd_register_set_value_async (f.reg, plan, SD_TABLE_UNIT, unit, SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("党建办公室"), NULL, fixture_on_done,
                               &f);
  fixture_wait (&f);
  g_assert_no_error (f.error);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");

  fixture_reopen (&f);
  fixture_assert_same (&f);
  g_assert_cmpstr (sd_register_get_undo_label (f.reg), ==,
                   "Rename “党政办公室” to “党建办公室”");
  fixture_undo (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党政办公室");
  fixture_assert_same (&f);

  fixture_reopen (&f);
  g_assert_true (sd_register_get_can_redo (f.reg));
  fixture_redo (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");
  g_assert_false (sd_register_get_can_redo (f.reg));
  for (int i = 0; i < 5; i++)
    fixture_undo (&f);
  g_assert_false (sd_register_get_can_undo (f.reg));
  g_assert_null (find (&f, NULL, SD_TABLE_TOWN, town));
  fixture_assert_same (&f);
  sd_register_undo_async (f.reg, NULL, fixture_on_done, &f);
  fixture_wait_error (&f, SD_REGISTER_ERROR_NOTHING);
  fixture_reopen (&f);
  for (int i = 0; i < 5; i++)
    fixture_redo (&f);
  fixture_assert_same (&f);
  g_assert_cmpstr (sd_row_get_text (find (&f, plan, SD_TABLE_UNIT, unit), SD_UNIT_NAME), ==,
                   "党建办公室");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/way", test_way);

  return g_test_run ();
}
