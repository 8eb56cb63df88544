/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "structure-fixture.h"

#include "register/register-many.h"
#include "register/register-structure.h"

#include <locale.h>

static void
test_level (Structure *s, gconstpointer unused)
{
  sd_register_shift_level_async (STRUCTURE (s), PARTY, TRUE, DONE (s));
  structure_done (s, "Raise “党政办公室” to Deputy division level",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+党政办公室: proposed office deputy-division; plaque 档案室; administrative 6/5 "
                  "approval; 主任×1; duty 文秘\n");
  sd_register_shift_level_async (STRUCTURE (s), FARM, FALSE, DONE (s));
  structure_done (s, "Lower “农技站” to Deputy subsection level",
                  "-农技站: current center subsection; plaque 种子站; institutional 5/4 approval; "
                  "off-quota 0/2; 站长×1; duty 农技推广\n"
                  "+农技站: current center deputy-subsection; plaque 种子站; institutional 5/4 "
                  "approval; off-quota 0/2; 站长×1; duty 农技推广\n");

  sd_register_shift_level_async (STRUCTURE (s), JUSTICE, FALSE, DONE (s));
  structure_refused (s, "“司法所” has the lowest rank already: Deputy subsection level.");
  sd_register_shift_level_async (STRUCTURE (s), ORDER, TRUE, DONE (s));
  structure_refused (s, "“综治办公室” has no rank yet; choose one first.");
  sd_register_shift_level_async (STRUCTURE (s), ELSEWHERE, TRUE, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
}

static void
test_highest (Structure *s, gconstpointer unused)
{
  for (guint i = 0; i < 2; i++)
    {
      sd_register_shift_level_async (STRUCTURE (s), PARTY, TRUE, DONE (s));
      g_assert_true (fixture_wait (&s->f));
    }
  sd_register_shift_level_async (STRUCTURE (s), PARTY, TRUE, DONE (s));
  fixture_wait_error (&s->f, SD_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (s->f.error->message, ==,
                   "“党政办公室” has the highest rank already: Division level.");
}

static void
test_co_locate (Structure *s, gconstpointer unused)
{
  sd_register_co_locate_async (STRUCTURE (s), INSPECTION, PARTY, DONE (s));
  structure_done (s, "Co-locate “督查科” with “党政办公室”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+督查科: proposed office; under 党政办公室; with 党政办公室; administrative 2 approval; "
                  "科长×1\n");
  /* What works with it works with its host. */
  sd_register_co_locate_async (STRUCTURE (s), PARTY, JUSTICE, DONE (s));
  structure_done (s, "Co-locate “党政办公室” with “司法所”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办公室: proposed office section; with 司法所; plaque 档案室; administrative 6/5 "
                  "approval; 主任×1; duty 文秘\n"
                  "+综治办公室: proposed office; with 司法所\n");
  sd_register_separate_async (STRUCTURE (s), ORDER, DONE (s));
  structure_done (s, "Separate “综治办公室” from “党政办公室”",
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+综治办公室: proposed office\n");

  sd_register_co_locate_async (STRUCTURE (s), PARTY, PARTY, DONE (s));
  structure_refused (s, "“党政办公室” cannot be co-located with itself.");
  sd_register_co_locate_async (STRUCTURE (s), JUSTICE, ORDER, DONE (s));
  structure_refused (s, "“综治办公室” is itself co-located with “党政办公室”; choose the latter for "
                        "both, so that headcount counts once.");
  sd_register_co_locate_async (STRUCTURE (s), PARTY, ORDER, DONE (s));
  structure_refused (s, "“综治办公室” is itself co-located with “党政办公室”; choose the latter for "
                        "both, so that headcount counts once.");
  sd_register_co_locate_async (STRUCTURE (s), PARTY, CULTURE, DONE (s));
  structure_refused (s, "“党政办公室” and “文体中心” are not of the same structure.");
  sd_register_co_locate_async (STRUCTURE (s), PARTY, FARM, DONE (s));
  structure_refused (s, "“党政办公室” and “农技站” are not of the same structure.");
  sd_register_co_locate_async (STRUCTURE (s), PARTY, ELSEWHERE, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_separate_async (STRUCTURE (s), PARTY, DONE (s));
  structure_refused (s, "“党政办公室” is not co-located with another unit.");
}

static void
test_hand_over (Structure *s, gconstpointer unused)
{
  sd_register_hand_over_async (STRUCTURE (s), JUSTICE, DONE (s));
  structure_done (s, "Hand “司法所” over to the town",
                  "-司法所: proposed dispatched deputy-subsection; administrative 3 approval; "
                  "县司法局: joint county; consent opinion\n"
                  "+司法所: proposed dispatched deputy-subsection; administrative 3 approval; "
                  "县司法局: county town devolved; consent opinion\n");

  sd_register_hand_over_async (STRUCTURE (s), PARTY, DONE (s));
  structure_refused (s, "It is not said which department sends “党政办公室”, and who manages it. Say "
                        "that first.");
}

static void
test_plaque (Structure *s, gconstpointer unused)
{
  sd_register_hang_plaque_async (STRUCTURE (s), AGRICULTURE, "畜牧站", DONE (s));
  structure_done (s, "Hang the plaque “畜牧站” on “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; plaque 畜牧站; institutional "
                  "5/4 approval; institutional 2 pool; 副主任×2; duty 农技推广\n");
  sd_register_take_plaque_async (STRUCTURE (s), ID ("30"), DONE (s));
  structure_done (s, "Take the plaque “档案室” off “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+党政办公室: proposed office section; administrative 6/5 approval; 主任×1; duty 文秘\n");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_PLAQUE, ID ("30"), ORDER, DONE (s));
  structure_done (s, "Move Plaque “档案室” to “综治办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办公室: proposed office section; administrative 6/5 approval; 主任×1; duty 文秘\n"
                  "+综治办公室: proposed office; with 党政办公室; plaque 档案室\n");

  sd_register_hang_plaque_async (STRUCTURE (s), AGRICULTURE, "农机站", DONE (s));
  structure_refused (s, "“农业服务中心” bears the name “农机站” already.");
  sd_register_hang_plaque_async (STRUCTURE (s), AGRICULTURE, "农业服务中心", DONE (s));
  structure_refused (s, "“农业服务中心” bears the name “农业服务中心” already.");
  sd_register_hang_plaque_async (STRUCTURE (s), AGRICULTURE, "", DONE (s));
  structure_refused (s, "Name of Plaque may not be empty.");
  sd_register_hang_plaque_async (STRUCTURE (s), ELSEWHERE, "畜牧站", DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_take_plaque_async (STRUCTURE (s), ID ("99"), DONE (s));
  structure_refused (s, "Plaque is no longer there; it was deleted.");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_PLAQUE, ID ("30"), PARTY, DONE (s));
  structure_refused (s, "It is with “党政办公室” already.");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_PLAQUE, ID ("30"), FARM, DONE (s));
  structure_refused (s, "“党政办公室” and “农技站” are not of the same structure.");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POWER, ID ("42"), PARTY, DONE (s));
  structure_refused (s, "Power is not what a unit has.");
}

/* The posts of a unit of the stage. */
static const char *
find_post (SdPlan *plan, const char *stage)
{
  SdRow *post;

  SD_FOREACH_ROW (post, plan, SD_TABLE_POST)
    if (sd_row_is (
            sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, sd_row_get_parent_id (post)),
            SD_UNIT_STAGE, stage))
      return sd_row_get_id (post);

  return NULL;
}

static void
test_give (Structure *s, gconstpointer unused)
{
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POST, ID ("35"), PARTY, DONE (s));
  structure_done (s, "Move Post “科长” to “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; 科长×1; duty 文秘\n"
                  "+督查科: proposed office; under 党政办公室; administrative 2 approval\n");
  /* Headcount joins that of its type and source. */
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_QUOTA, ID ("34"), PARTY, DONE (s));
  structure_done (s, "Move Quota “Administrative” to “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 8/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+督查科: proposed office; under 党政办公室; 科长×1\n");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_QUOTA, ID ("38"), PARTY, DONE (s));
  structure_done (s, "Move Quota “Institutional” to “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "institutional 2 pool; 主任×1; duty 文秘\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "副主任×2; duty 农技推广\n");
  /* To the bench and from it. */
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POST, ID ("35"), NULL, DONE (s));
  structure_done (s, "Put Post “科长” on the bench",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+督查科: proposed office; under 党政办公室; administrative 2 approval\n"
                  "+督查科: bench office; 科长×1\n");
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_QUOTA, ID ("3e"), AGRICULTURE, DONE (s));
  structure_done (s, "Move Quota “Institutional” to “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-文体中心: bench center; institutional 4 approval\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 9/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+文体中心: bench center\n");

  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POST, ID ("23"), NULL, DONE (s));
  structure_refused (s, "“农技站” is of the current structure, which is as it is; only what is "
                        "proposed can be put on the bench.");
}

/* One of several posts goes, and joins those that are like it; a unit of the bench that is left
 * with nothing goes with its last row. */
static void
test_give_post (Structure *s, gconstpointer unused)
{
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);
  const guint n = sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT);

  sd_register_give_post_async (STRUCTURE (s), ID ("39"), PARTY, DONE (s));
  structure_done (
      s, "Move Post “副主任” to “党政办公室”",
      "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
      "主任×1; duty 文秘\n"
      "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "+党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
      "主任×1; 副主任×1; duty 文秘\n"
      "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×1; duty 农技推广\n");

  sd_register_give_post_async (STRUCTURE (s), ID ("39"), NULL, DONE (s));
  structure_prepared (s);
  sd_register_give_post_async (STRUCTURE (s), ID ("39"), NULL, DONE (s));
  structure_prepared (s);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT), ==, n + 1);
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POST, find_post (plan, "bench"), AGRICULTURE,
                              DONE (s));
  structure_done (
      s, "Move Post “副主任” to “农业服务中心”",
      "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; duty 农技推广\n"
      "-农业服务中心: bench center; 副主任×2\n"
      "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n");
}

/* What was granted for a unit, or said of it, is of the one that it goes into. */
static void
test_objects (Structure *s, gconstpointer unused)
{
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);
  const SdFieldValue exception[] = {
    { SD_EXCEPTION_PACK, SD_VALUE_INIT_TEXT ("forms") },
    { SD_EXCEPTION_RULE, SD_VALUE_INIT_TEXT ("F1") },
    { SD_EXCEPTION_OBJECT, SD_VALUE_INIT_TEXT (INSPECTION) },
    { SD_EXCEPTION_REASON, SD_VALUE_INIT_TEXT ("另有批复") },
  };
  const SdFieldValue comment[] = {
    { SD_COMMENT_TEXT, SD_VALUE_INIT_TEXT ("可以") },
    { SD_COMMENT_OBJECT, SD_VALUE_INIT_TEXT (ID ("34")) },
    { SD_COMMENT_STATE, SD_VALUE_INIT_TEXT ("open") },
  };

  sd_register_add_row_async (STRUCTURE (s), SD_TABLE_EXCEPTION, NULL, -1, exception,
                             G_N_ELEMENTS (exception), DONE (s));
  structure_prepared (s);
  sd_register_add_row_async (STRUCTURE (s), SD_TABLE_COMMENT, NULL, -1, comment,
                             G_N_ELEMENTS (comment), DONE (s));
  structure_prepared (s);
  sd_register_merge_units_async (STRUCTURE (s), PARTY, (const char *const[]){ INSPECTION, NULL },
                                 FALSE, DONE (s));
  structure_prepared (s);
  g_assert_true (sd_row_is (sd_row_set_peek_row (SD_ROW_SET (plan), SD_TABLE_EXCEPTION, 0),
                            SD_EXCEPTION_OBJECT, PARTY));
  /* Its headcount is one row with that of the same type and source. */
  g_assert_true (sd_row_is (sd_row_set_peek_row (SD_ROW_SET (plan), SD_TABLE_COMMENT, 0),
                            SD_COMMENT_OBJECT, ID ("31")));
  fixture_undo (&s->f);
  g_assert_true (sd_row_is (sd_row_set_peek_row (SD_ROW_SET (plan), SD_TABLE_EXCEPTION, 0),
                            SD_EXCEPTION_OBJECT, INSPECTION));
}

/* 文体中心 is on the bench. */
static void
test_submission (Structure *s, gconstpointer unused)
{
  sd_register_set_value_async (STRUCTURE (s), SD_TABLE_PLAN, PLAN, SD_PLAN_STATUS,
                               &(SdValue) SD_VALUE_INIT_TEXT ("submitted"), DONE (s));
  structure_refused (s, "1 unit waits on the bench: place or abolish it before the plan is "
                        "submitted.");
  sd_register_abolish_unit_async (STRUCTURE (s), CULTURE, SD_FATE_ALONG, DONE (s));
  structure_prepared (s);
  sd_register_set_value_async (STRUCTURE (s), SD_TABLE_PLAN, PLAN, SD_PLAN_STATUS,
                               &(SdValue) SD_VALUE_INIT_TEXT ("submitted"), DONE (s));
  structure_prepared (s);
}

/* A transfer has no name: it is called by the units that people go between. */
static void
test_transfer_label (Structure *s, gconstpointer unused)
{
  sd_register_set_value_async (STRUCTURE (s), SD_TABLE_TRANSFER, ID ("40"), SD_TRANSFER_HEADCOUNT,
                               &(SdValue) SD_VALUE_INIT_INTEGER (2), DONE (s));
  structure_done (s, "Set Headcount of “农技站 → 农业服务中心” to 2",
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "+农技站 → 农业服务中心: institutional 2\n");
  sd_register_delete_row_async (STRUCTURE (s), SD_TABLE_TRANSFER, ID ("40"), DONE (s));
  structure_done (s, "Delete Transfer “农技站 → 农业服务中心”",
                  "-农技站 → 农业服务中心: institutional 4\n");
}

/* What a body has lost waits on one unit. */
static void
test_give_twice (Structure *s, gconstpointer unused)
{
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);
  const guint n = sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT);

  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_POST, ID ("35"), NULL, DONE (s));
  g_assert_true (fixture_wait (&s->f));
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_QUOTA, ID ("34"), NULL, DONE (s));
  g_assert_true (fixture_wait (&s->f));
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT), ==, n + 1);
}

static void
test_values (Structure *s, gconstpointer unused)
{
  const SdCell cells[] = {
    { SD_TABLE_UNIT, PARTY, SD_UNIT_NAME, SD_VALUE_INIT_TEXT ("党政办") },
    { SD_TABLE_QUOTA, ID ("31"), SD_QUOTA_APPROVED, SD_VALUE_INIT_TEXT ("7") },
    { SD_TABLE_UNIT, ORDER, SD_UNIT_CO_LOCATED_WITH, SD_VALUE_INIT },
  };
  const SdCell wrong[] = {
    { SD_TABLE_UNIT, PARTY, SD_UNIT_NAME, SD_VALUE_INIT_TEXT ("党政办") },
    { SD_TABLE_QUOTA, ID ("31"), SD_QUOTA_APPROVED, SD_VALUE_INIT_TEXT ("七") },
  };

  sd_register_set_values_async (STRUCTURE (s), cells, 3, NULL, DONE (s));
  structure_done (s, "Change 3 values",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办: proposed office section; plaque 档案室; administrative 7/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+督查科: proposed office; under 党政办; administrative 2 approval; 科长×1\n"
                  "+综治办公室: proposed office\n");
  sd_register_set_values_async (STRUCTURE (s), cells, 2, "E8", DONE (s));
  structure_done (s, "Mend E8",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办: proposed office section; plaque 档案室; administrative 7/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+督查科: proposed office; under 党政办; administrative 2 approval; 科长×1\n"
                  "+综治办公室: proposed office; with 党政办\n");
  sd_register_set_values_async (STRUCTURE (s), cells, 1, NULL, DONE (s));
  structure_done (s, "Rename “党政办公室” to “党政办”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "+督查科: proposed office; under 党政办; administrative 2 approval; 科长×1\n"
                  "+综治办公室: proposed office; with 党政办\n");

  sd_register_set_values_async (STRUCTURE (s), wrong, 2, NULL, DONE (s));
  structure_refused (s, "No. 2 of 2: Approved of Quota is “七”; expected a whole number from 0 to "
                        "2147483647.");
  sd_register_set_values_async (STRUCTURE (s), NULL, 0, NULL, DONE (s));
  structure_refused (s, "There is nothing to be changed.");
}

static void
test_quotas (Structure *s, gconstpointer unused)
{
  const SdQuotaCell cells[] = {
    { PARTY, "administrative", SD_QUOTA_APPROVED, 9 },
    { PARTY, "worker", SD_QUOTA_ACTUAL, 1 },
    { JUSTICE, "administrative", SD_QUOTA_APPROVED, -1 },
  };

  sd_register_set_quotas_async (STRUCTURE (s), cells, 3, DONE (s));
  structure_done (s, "Change 3 values",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-司法所: proposed dispatched deputy-subsection; administrative 3 approval; "
                  "县司法局: joint county; consent opinion\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 9/5 approval; "
                  "worker 0/1; 主任×1; duty 文秘\n"
                  "+司法所: proposed dispatched deputy-subsection; 县司法局: joint county; consent "
                  "opinion\n");
}

static void
test_rows (Structure *s, gconstpointer unused)
{
  const SdFieldValue first[] = { { SD_POWER_NAME, SD_VALUE_INIT_TEXT ("占道许可") },
                                 { SD_POWER_FIELD, SD_VALUE_INIT_TEXT ("town-management") },
                                 { SD_POWER_STATE, SD_VALUE_INIT_TEXT ("proposed") },
                                 { SD_POWER_RECEIVER, SD_VALUE_INIT_TEXT (ORDER) } };
  const SdFieldValue second[] = { { SD_POWER_NAME, SD_VALUE_INIT_TEXT ("备案") },
                                  { SD_POWER_FIELD, SD_VALUE_INIT_TEXT ("industry") },
                                  { SD_POWER_STATE, SD_VALUE_INIT_TEXT ("granted") },
                                  { SD_POWER_RECEIVER, SD_VALUE_INIT_TEXT (PARTY) } };
  const SdFieldValue plaque[] = { { SD_PLAQUE_NAME, SD_VALUE_INIT_TEXT ("档案馆") } };
  const SdNewRow powers[] = { { NULL, first, 4 }, { NULL, second, 4 } };
  const SdNewRow wrong[] = { { NULL, first, 4 }, { NULL, second, 2 } };
  const SdNewRow plaques[] = { { PARTY, plaque, 1 }, { ORDER, plaque, 1 } };

  sd_register_add_rows_async (STRUCTURE (s), SD_TABLE_POWER, powers, 2, DONE (s));
  structure_done (s, "Add Power: 2",
                  "+占道许可 → 综治办公室\n"
                  "+备案 → 党政办公室\n");
  sd_register_add_rows_async (STRUCTURE (s), SD_TABLE_POWER, powers, 1, DONE (s));
  structure_done (s, "Add Power “占道许可”",
                  "+占道许可 → 综治办公室\n");
  sd_register_add_rows_async (STRUCTURE (s), SD_TABLE_PLAQUE, plaques, 2, DONE (s));
  structure_done (s, "Add Plaque: 2",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+党政办公室: proposed office section; plaque 档案室; plaque 档案馆; administrative 6/5 "
                  "approval; 主任×1; duty 文秘\n"
                  "+综治办公室: proposed office; with 党政办公室; plaque 档案馆\n");

  sd_register_add_rows_async (STRUCTURE (s), SD_TABLE_POWER, wrong, 2, DONE (s));
  structure_refused (s, "No. 2 of 2: State of Power may not be empty.");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/register/body/" name, Structure, NULL, structure_set_up, test, structure_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("level", test_level);
  ADD ("highest", test_highest);
  ADD ("co-locate", test_co_locate);
  ADD ("hand-over", test_hand_over);
  ADD ("plaque", test_plaque);
  ADD ("give", test_give);
  ADD ("give-post", test_give_post);
  ADD ("submission", test_submission);
  ADD ("objects", test_objects);
  ADD ("transfer-label", test_transfer_label);
  ADD ("give-twice", test_give_twice);
  ADD ("values", test_values);
  ADD ("quotas", test_quotas);
  ADD ("rows", test_rows);

  return g_test_run ();
}
