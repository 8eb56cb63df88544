/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/unit-change.h"

#include <locale.h>

#define GROUND "00000000-0000-4000-8000-0000000000"

static SdRow *
put (SdPlan *plan, SdTableId table, const char *id, const char *parent)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);
  g_autofree char *parent_id = parent != NULL ? g_strconcat (GROUND, parent, NULL) : NULL;
  g_autoptr (SdRow) row = NULL;

  row = sd_row_new (table, sd_plan_get_id (plan), row_id, parent_id,
                    parent == NULL ? sd_row_set_get_n_rows (SD_ROW_SET (plan), table) : 0);
  sd_row_set_put_row (SD_ROW_SET (plan), row);

  return row;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static void
put_unit (SdPlan *plan, const char *id, const char *stage, const char *name)
{
  SdRow *unit = put (plan, SD_TABLE_UNIT, id, NULL);

  set_text (unit, SD_UNIT_NAME, name);
  set_text (unit, SD_UNIT_KIND, "center");
  set_text (unit, SD_UNIT_STAGE, stage);
}

static void
put_transfer (SdPlan *plan, const char *id, const char *from, const char *to)
{
  g_autofree char *source = g_strconcat (GROUND, from, NULL);
  g_autofree char *target = g_strconcat (GROUND, to, NULL);
  SdRow *transfer = put (plan, SD_TABLE_TRANSFER, id, NULL);

  set_text (transfer, SD_TRANSFER_SOURCE, source);
  set_text (transfer, SD_TRANSFER_TARGET, target);
}

static SdPlan *
make_plan (void)
{
  SdPlan *plan = sd_plan_new (GROUND "ff");

  put_unit (plan, "01", "current", "便民服务中心");
  put_unit (plan, "02", "current", "财经服务中心");
  put_unit (plan, "03", "current", "文化站");
  put_unit (plan, "04", "current", "林业站");
  put_unit (plan, "05", "current", "水利站");
  put_unit (plan, "06", "current", "计生站");
  put_unit (plan, "07", "current", "综合站");

  put_unit (plan, "11", "proposed", "便民服务中心");
  put_unit (plan, "12", "proposed", "财经服务中心");
  put_unit (plan, "13", "proposed", "文化服务中心");
  put_unit (plan, "14", "proposed", "农业服务中心");
  put_unit (plan, "15", "proposed", "网格管理中心");
  put_unit (plan, "16", "proposed", "社会服务中心");
  put_unit (plan, "17", "proposed", "公共服务中心");
  set_text (put (plan, SD_TABLE_PLAQUE, "21", "12"), SD_PLAQUE_NAME, "财政所");

  put_transfer (plan, "31", "01", "11");
  put_transfer (plan, "32", "03", "13");
  put_transfer (plan, "33", "04", "14");
  put_transfer (plan, "34", "05", "14");
  put_transfer (plan, "35", "07", "16");
  put_transfer (plan, "36", "07", "17");

  return plan;
}

static void
test_changes (void)
{
  static const struct
  {
    const char *unit;
    SdUnitChange change;
    guint others;
  } cases[] = {
    { "11", SD_UNIT_CHANGE_KEPT, 0 },      { "01", SD_UNIT_CHANGE_KEPT, 0 },
    { "12", SD_UNIT_CHANGE_ADJUSTED, 0 },  { "02", SD_UNIT_CHANGE_ADJUSTED, 0 },
    { "13", SD_UNIT_CHANGE_RENAMED, 1 },   { "03", SD_UNIT_CHANGE_RENAMED, 1 },
    { "14", SD_UNIT_CHANGE_MERGED, 2 },    { "04", SD_UNIT_CHANGE_MERGED, 1 },
    { "05", SD_UNIT_CHANGE_MERGED, 1 },    { "15", SD_UNIT_CHANGE_SET_UP, 0 },
    { "06", SD_UNIT_CHANGE_ABOLISHED, 0 }, { "16", SD_UNIT_CHANGE_SPLIT, 1 },
    { "17", SD_UNIT_CHANGE_SPLIT, 1 },     { "07", SD_UNIT_CHANGE_SPLIT, 2 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdUnitChanges) changes = sd_unit_changes_new (plan);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strconcat (GROUND, cases[i].unit, NULL);

      g_test_message ("%s", cases[i].unit);
      g_assert_cmpint (sd_unit_changes_get (changes, id), ==, cases[i].change);
      g_assert_cmpuint (sd_unit_changes_get_others (changes, id)->len, ==, cases[i].others);
      g_assert_cmpstr (sd_unit_change_get_label (cases[i].change), !=, "");
    }
  g_assert_cmpint (sd_unit_changes_get (changes, GROUND "ee"), ==, SD_UNIT_CHANGE_NONE);
  g_assert_null (sd_unit_changes_get_others (changes, NULL));
}

/* Of a plan that says nothing of the current structure, nothing can be said. */
static void
test_no_current_structure (void)
{
  g_autoptr (SdPlan) plan = sd_plan_new (GROUND "ff");
  g_autoptr (SdUnitChanges) changes = NULL;

  put_unit (plan, "11", "proposed", "便民服务中心");
  changes = sd_unit_changes_new (plan);
  g_assert_cmpint (sd_unit_changes_get (changes, GROUND "11"), ==, SD_UNIT_CHANGE_NONE);
  g_assert_cmpstr (sd_unit_change_get_label (SD_UNIT_CHANGE_NONE), ==, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/unit-change/changes", test_changes);
  g_test_add_func ("/plan/unit-change/no-current-structure", test_no_current_structure);

  return g_test_run ();
}
