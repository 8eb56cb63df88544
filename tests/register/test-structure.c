/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "structure-fixture.h"

#include "register/register-structure.h"

#include <locale.h>

#define IDS(...) (const char *const[]){ __VA_ARGS__, NULL }

static void
test_move (Structure *s, gconstpointer unused)
{
  sd_register_move_units_async (STRUCTURE (s), IDS (INSPECTION), NULL, NULL, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_done (s, "Move “督查科” behind “党政办公室”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+督查科: proposed office; administrative 2 approval; 科长×1\n");
  sd_register_move_units_async (STRUCTURE (s), IDS (INSPECTION), "center", NULL, -1,
                                SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Move “督查科” to Center",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: proposed center; under 党政办公室; plaque 农机站; institutional 5/4 "
                  "approval; institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+督查科: proposed center; administrative 2 approval; 科长×1\n");
  sd_register_move_units_async (STRUCTURE (s), IDS (INSPECTION), NULL, NULL, -1, SD_FATE_BENCH,
                                DONE (s));
  structure_done (s, "Move “督查科” behind “党政办公室”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: bench center; plaque 农机站; institutional 5/4 approval; institutional "
                  "2 pool; 副主任×2; duty 农技推广\n"
                  "+督查科: proposed office; administrative 2 approval; 科长×1\n");
  /* What is between two that move goes to what stays above both. */
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY, AGRICULTURE), "center", JUSTICE, 0,
                                SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Move 2 units to Center",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+党政办公室: proposed center section; under 司法所; plaque 档案室; administrative 6/5 "
                  "approval; 主任×1; duty 文秘\n"
                  "+农业服务中心: proposed center; under 司法所; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+督查科: proposed office; administrative 2 approval; 科长×1\n");
  /* Under what was below it, which goes up first. */
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY), NULL, INSPECTION, -1, SD_FATE_SUPERIOR,
                                DONE (s));
  structure_done (s, "Move “党政办公室” below “督查科”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "+督查科: proposed office; administrative 2 approval; 科长×1\n"
                  "+党政办公室: proposed office section; under 督查科; plaque 档案室; administrative 6/5 "
                  "approval; 主任×1; duty 文秘\n");
  /* What waits is placed along with what moves. */
  sd_register_move_units_async (STRUCTURE (s), IDS (ORDER, CULTURE, ORDER), NULL, PARTY, 0,
                                SD_FATE_ALONG, DONE (s));
  structure_done (s, "Move 2 units below “党政办公室”",
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "-文体中心: bench center; institutional 4 approval\n"
                  "+综治办公室: proposed office; under 党政办公室; with 党政办公室\n"
                  "+文体中心: proposed center; under 党政办公室; institutional 4 approval\n");
  sd_register_move_units_async (STRUCTURE (s), IDS (WOODS), NULL, NULL, 0, SD_FATE_ALONG, DONE (s));
  structure_done (s, "Move “林业站” behind “农技站”",
                  "-林业站: current center; under 农技站; institutional 3 approval; duty 护林\n"
                  "+林业站: current center; institutional 3 approval; duty 护林\n");

  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY), NULL, AGRICULTURE, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_refused (s, "Superior of Unit may not lead back to itself.");
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY, ORDER), NULL, ORDER, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_refused (s, "Superior of Unit may not lead back to itself.");
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY), NULL, INSPECTION, -1, SD_FATE_BENCH,
                                DONE (s));
  structure_refused (s, "“党政办公室” cannot be under “督查科”: they are not of the same structure.");
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY), NULL, CULTURE, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_refused (s, "“党政办公室” cannot be under “文体中心”: they are not of the same structure.");
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY, FARM), NULL, NULL, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_refused (s, "“农技站” and “党政办公室” are not of the same structure.");
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY, ELSEWHERE), NULL, NULL, -1,
                                SD_FATE_ALONG, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_move_units_async (STRUCTURE (s), IDS (NULL), NULL, NULL, -1, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "Choose the units first.");
}

static void
assert_order (Structure *s, const char *expected)
{
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);
  g_autoptr (GString) order = g_string_new (NULL);
  SdRow *unit;

  g_assert_true (fixture_wait (&s->f));
  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    g_string_append (order, sd_row_get_text (unit, SD_UNIT_NAME));
  g_assert_cmpstr (order->str, ==, expected);
  fixture_undo (&s->f);
}

/* Several stand together, in the order that was asked for, where those that stay leave room. */
static void
test_order (Structure *s, gconstpointer unused)
{
  static const struct
  {
    gint64 rank;
    const char *order;
  } cases[] = {
    { 0, "司法所党政办公室农技站林业站督查科农业服务中心综治办公室文体中心" },
    { 3, "农技站林业站督查科司法所党政办公室农业服务中心综治办公室文体中心" },
    { 6, "农技站林业站督查科农业服务中心综治办公室文体中心司法所党政办公室" },
    { 99, "农技站林业站督查科农业服务中心综治办公室文体中心司法所党政办公室" },
    { -1, "农技站林业站督查科农业服务中心综治办公室文体中心司法所党政办公室" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sd_register_move_units_async (STRUCTURE (s), IDS (JUSTICE, PARTY), NULL, NULL, cases[i].rank,
                                    SD_FATE_ALONG, DONE (s));
      assert_order (s, cases[i].order);
    }
  sd_register_split_unit_async (STRUCTURE (s), PARTY, NULL, "甲", NULL, 0, DONE (s));
  assert_order (s, "农技站林业站党政办公室甲督查科农业服务中心综治办公室司法所文体中心");
}

static void
test_merge (Structure *s, gconstpointer unused)
{
  sd_register_merge_units_async (STRUCTURE (s), INSPECTION, IDS (AGRICULTURE), FALSE, DONE (s));
  structure_done (s, "Merge “农业服务中心” into “督查科”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "-养殖登记 → 农业服务中心\n"
                  "-<p>由<field 农业服务中心\" format=\"name\"/>牵头。</p>\n"
                  "+督查科: proposed office; under 党政办公室; plaque 农机站; administrative 2 approval; "
                  "institutional 5/4 approval; institutional 2 pool; 科长×1; 副主任×2; duty 农技推广\n"
                  "+农技站 → 督查科: institutional 4\n"
                  "+养殖登记 → 督查科\n"
                  "+<p>由<field 督查科\" format=\"name\"/>牵头。</p>\n");
  /* Into what is below it, with names: headcount of one type and source is one row. */
  sd_register_merge_units_async (STRUCTURE (s), INSPECTION, IDS (PARTY, ORDER), TRUE, DONE (s));
  structure_done (s, "Merge 2 units into “督查科”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+督查科: proposed office; plaque 档案室; plaque 党政办公室; plaque 综治办公室; "
                  "administrative 8/5 approval; 科长×1; 主任×1; duty 文秘\n");
  /* What is between the two stays above. */
  sd_register_merge_units_async (STRUCTURE (s), AGRICULTURE, IDS (PARTY), FALSE, DONE (s));
  structure_done (s, "Merge “党政办公室” into “农业服务中心”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+督查科: proposed office; administrative 2 approval; 科长×1\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; plaque 档案室; institutional "
                  "5/4 approval; institutional 2 pool; administrative 6/5 approval; 副主任×2; "
                  "主任×1; duty 农技推广; duty 文秘\n"
                  "+综治办公室: proposed office; with 农业服务中心\n");
  /* What waits goes into what is placed, and what is transferred to it, too. */
  sd_register_merge_units_async (STRUCTURE (s), AGRICULTURE, IDS (CULTURE), TRUE, DONE (s));
  structure_done (s, "Merge “文体中心” into “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-文体中心: bench center; institutional 4 approval\n"
                  "-林业站 → 文体中心: institutional 3\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; plaque 文体中心; institutional "
                  "9/4 approval; institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+林业站 → 农业服务中心: institutional 3\n");
  /* It is co-located with what goes. */
  sd_register_merge_units_async (STRUCTURE (s), ORDER, IDS (PARTY), FALSE, DONE (s));
  structure_done (s, "Merge “党政办公室” into “综治办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "+督查科: proposed office; under 综治办公室; administrative 2 approval; 科长×1\n"
                  "+综治办公室: proposed office; plaque 档案室; administrative 6/5 approval; 主任×1; duty "
                  "文秘\n");
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (JUSTICE), FALSE, DONE (s));
  structure_done (s, "Merge “司法所” into “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-司法所: proposed dispatched deputy-subsection; administrative 3 approval; "
                  "县司法局: joint county; consent opinion\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 9/5 approval; "
                  "主任×1; duty 文秘; 县司法局: joint county; consent opinion\n");
  sd_register_merge_units_async (STRUCTURE (s), FARM, IDS (WOODS), FALSE, DONE (s));
  structure_done (s, "Merge “林业站” into “农技站”",
                  "-农技站: current center subsection; plaque 种子站; institutional 5/4 approval; "
                  "off-quota 0/2; 站长×1; duty 农技推广\n"
                  "-林业站: current center; under 农技站; institutional 3 approval; duty 护林\n"
                  "-林业站 → 文体中心: institutional 3\n"
                  "+农技站: current center subsection; plaque 种子站; institutional 8/4 approval; "
                  "off-quota 0/2; 站长×1; duty 农技推广; duty 护林\n"
                  "+农技站 → 文体中心: institutional 3\n");

  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (PARTY), FALSE, DONE (s));
  structure_refused (s, "“党政办公室” cannot be merged with itself.");
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (ORDER, FARM), FALSE, DONE (s));
  structure_refused (s, "“农技站” and “党政办公室” are not of the same structure.");
  sd_register_merge_units_async (STRUCTURE (s), CULTURE, IDS (ORDER), FALSE, DONE (s));
  structure_refused (s, "“综治办公室” and “文体中心” are not of the same structure.");
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (ELSEWHERE), FALSE, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_merge_units_async (STRUCTURE (s), ELSEWHERE, IDS (PARTY), FALSE, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (NULL), FALSE, DONE (s));
  structure_refused (s, "Choose the units first.");
}

static void
test_split (Structure *s, gconstpointer unused)
{
  const SdShare shares[] = {
    { SD_TABLE_QUOTA, ID ("37"), 2, 1 },
    { SD_TABLE_QUOTA, ID ("38"), -1, 0 },
    { SD_TABLE_POST, ID ("39"), 1, 0 },
    { SD_TABLE_DUTY, ID ("3a"), -1, 0 },
    { SD_TABLE_PLAQUE, ID ("36"), -1, 0 },
  };
  const SdShare all_posts[] = { { SD_TABLE_POST, ID ("39"), 2, 0 } };
  const SdShare too_many[] = { { SD_TABLE_QUOTA, ID ("37"), 6, 0 } };
  const SdShare too_many_people[] = { { SD_TABLE_QUOTA, ID ("37"), 5, 5 } };
  const SdShare too_few[] = { { SD_TABLE_QUOTA, ID ("37"), 1, -1 } };
  const SdShare others[] = { { SD_TABLE_QUOTA, ID ("31"), -1, 0 } };
  const SdShare no_row[] = { { SD_TABLE_QUOTA, ID ("99"), -1, 0 } };
  const SdShare no_child[] = { { SD_TABLE_POWER, ID ("42"), -1, 0 } };

  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "农机中心", shares, 5, DONE (s));
  structure_done (s, "Split “农机中心” off “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: proposed center; under 督查科; institutional 3/3 approval; 副主任×1\n"
                  "+农机中心: proposed center; under 督查科; plaque 农机站; institutional 2/1 approval; "
                  "institutional 2 pool; 副主任×1; duty 农技推广\n");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, "office", "农机办", all_posts, 1,
                                DONE (s));
  structure_done (s, "Split “农机办” off “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; duty 农技推广\n"
                  "+农机办: proposed office; under 督查科; 副主任×2\n");
  sd_register_split_unit_async (STRUCTURE (s), FARM, NULL, "种子站", NULL, 0, DONE (s));
  structure_done (s, "Split “种子站” off “农技站”",
                  "+种子站: current center subsection\n");

  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, " ", NULL, 0, DONE (s));
  structure_refused (s, "Name of Unit may not be empty.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, "bureau", "甲", NULL, 0, DONE (s));
  structure_refused (s, "Kind of Unit is “bureau”; expected one of leading, office, center, "
                        "enforcement, dispatched, coordinating, social.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", too_many, 1, DONE (s));
  structure_refused (s, "Approved is 5; 6 of them cannot go.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", too_many_people, 1,
                                DONE (s));
  structure_refused (s, "Actual is 4; 5 of them cannot go.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", too_few, 1, DONE (s));
  structure_refused (s, "Actual is 4; -1 of them cannot go.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", others, 1, DONE (s));
  structure_refused (s, "A row that is to go is not one of “农业服务中心”.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", no_row, 1, DONE (s));
  structure_refused (s, "Quota is no longer there; it was deleted.");
  sd_register_split_unit_async (STRUCTURE (s), AGRICULTURE, NULL, "甲", no_child, 1, DONE (s));
  structure_refused (s, "Power is not what a unit has.");
}

static void
test_abolish (Structure *s, gconstpointer unused)
{
  sd_register_abolish_unit_async (STRUCTURE (s), INSPECTION, SD_FATE_ALONG, DONE (s));
  structure_done (s, "Abolish “督查科”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "-养殖登记 → 农业服务中心\n"
                  "-<p>由<field 农业服务中心\" format=\"name\"/>牵头。</p>\n"
                  "+农技站 → ?: institutional 4\n"
                  "+养殖登记 → ?\n"
                  "+<p>由<field ?\" format=\"name\"/>牵头。</p>\n");
  sd_register_abolish_unit_async (STRUCTURE (s), INSPECTION, SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Abolish “督查科”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+党政办公室: proposed office section; plaque 档案室; administrative 8/5 approval; "
                  "主任×1; 科长×1; duty 文秘\n"
                  "+农业服务中心: proposed center; under 党政办公室; plaque 农机站; institutional 5/4 "
                  "approval; institutional 2 pool; 副主任×2; duty 农技推广\n");
  sd_register_abolish_unit_async (STRUCTURE (s), AGRICULTURE, SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Abolish “农业服务中心”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "-养殖登记 → 农业服务中心\n"
                  "-<p>由<field 农业服务中心\" format=\"name\"/>牵头。</p>\n"
                  "+督查科: proposed office; under 党政办公室; administrative 2 approval; institutional "
                  "5/4 approval; institutional 2 pool; 科长×1; 副主任×2; duty 农技推广\n"
                  "+农技站 → 督查科: institutional 4\n"
                  "+养殖登记 → 督查科\n"
                  "+<p>由<field 督查科\" format=\"name\"/>牵头。</p>\n");
  sd_register_abolish_unit_async (STRUCTURE (s), INSPECTION, SD_FATE_BENCH, DONE (s));
  structure_done (s, "Abolish “督查科”",
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: bench center; plaque 农机站; institutional 5/4 approval; institutional "
                  "2 pool; 副主任×2; duty 农技推广\n"
                  "+督查科: bench office; administrative 2 approval; 科长×1\n");
  sd_register_abolish_unit_async (STRUCTURE (s), AGRICULTURE, SD_FATE_BENCH, DONE (s));
  structure_done (s, "Abolish “农业服务中心”",
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "+农业服务中心: bench center; institutional 5/4 approval; institutional 2 pool; "
                  "副主任×2; duty 农技推广\n");
  /* Nothing hangs on it. */
  sd_register_abolish_unit_async (STRUCTURE (s), ORDER, SD_FATE_BENCH, DONE (s));
  structure_done (s, "Abolish “综治办公室”",
                  "-综治办公室: proposed office; with 党政办公室\n");
  sd_register_abolish_unit_async (STRUCTURE (s), ORDER, SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Abolish “综治办公室”",
                  "-综治办公室: proposed office; with 党政办公室\n");
  /* Those co-located with it stand on their own, and what it gave is given by none. */
  sd_register_abolish_unit_async (STRUCTURE (s), PARTY, SD_FATE_ALONG, DONE (s));
  structure_done (s, "Abolish “党政办公室”",
                  "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
                  "主任×1; duty 文秘\n"
                  "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
                  "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
                  "institutional 2 pool; 副主任×2; duty 农技推广\n"
                  "-综治办公室: proposed office; with 党政办公室\n"
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "-养殖登记 → 农业服务中心\n"
                  "-<p>由<field 农业服务中心\" format=\"name\"/>牵头。</p>\n"
                  "+综治办公室: proposed office\n"
                  "+农技站 → ?: institutional 4\n"
                  "+养殖登记 → ?\n"
                  "+<p>由<field ?\" format=\"name\"/>牵头。</p>\n");
  sd_register_abolish_unit_async (STRUCTURE (s), FARM, SD_FATE_ALONG, DONE (s));
  structure_done (s, "Abolish “农技站”",
                  "-农技站: current center subsection; plaque 种子站; institutional 5/4 approval; "
                  "off-quota 0/2; 站长×1; duty 农技推广\n"
                  "-林业站: current center; under 农技站; institutional 3 approval; duty 护林\n"
                  "-农技站 → 农业服务中心: institutional 4\n"
                  "-林业站 → 文体中心: institutional 3\n");
  sd_register_abolish_unit_async (STRUCTURE (s), CULTURE, SD_FATE_ALONG, DONE (s));
  structure_done (s, "Abolish “文体中心”",
                  "-文体中心: bench center; institutional 4 approval\n"
                  "-林业站 → 文体中心: institutional 3\n"
                  "+林业站 → ?: institutional 3\n");

  sd_register_abolish_unit_async (STRUCTURE (s), PARTY, SD_FATE_SUPERIOR, DONE (s));
  structure_refused (s, "“党政办公室” has no superior to take over its posts, headcount and duties. "
                        "Put them on the bench, or abolish them with it.");
  sd_register_abolish_unit_async (STRUCTURE (s), FARM, SD_FATE_BENCH, DONE (s));
  structure_refused (s, "“农技站” is of the current structure, which is as it is; only what is "
                        "proposed can be put on the bench.");
  sd_register_abolish_unit_async (STRUCTURE (s), CULTURE, SD_FATE_BENCH, DONE (s));
  structure_refused (s, "“文体中心” is on the bench already.");
  sd_register_abolish_unit_async (STRUCTURE (s), ELSEWHERE, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
}

static void
test_copy (Structure *s, gconstpointer unused)
{
  sd_register_copy_unit_async (STRUCTURE (s), FARM, DONE (s));
  structure_done (s, "Set up “农技站” as it is at present",
                  "+农技站: proposed center subsection; plaque 种子站; institutional 5/4 approval; "
                  "off-quota 0/2; 站长×1; duty 农技推广\n"
                  "+农技站 → 农技站: institutional 1\n");
  /* All that it has is transferred elsewhere. */
  sd_register_copy_unit_async (STRUCTURE (s), WOODS, DONE (s));
  structure_done (s, "Set up “林业站” as it is at present",
                  "+林业站: proposed center; institutional 3 approval; duty 护林\n");

  sd_register_copy_unit_async (STRUCTURE (s), PARTY, DONE (s));
  structure_refused (s, "“党政办公室” is not of the current structure.");
  sd_register_copy_unit_async (STRUCTURE (s), ELSEWHERE, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
}

/* A copy follows the copies of what it was under. */
static void
test_copy_twice (Structure *s, gconstpointer unused)
{
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *sentence = NULL;
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);

  sd_register_copy_unit_async (STRUCTURE (s), FARM, DONE (s));
  upper = fixture_wait_row (&s->f);
  sd_register_copy_unit_async (STRUCTURE (s), WOODS, DONE (s));
  lower = fixture_wait_row (&s->f);
  g_assert_true (sd_row_is (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, lower),
                            SD_UNIT_SUPERIOR, upper));
  sd_register_copy_unit_async (STRUCTURE (s), WOODS, DONE (s));
  fixture_wait_error (&s->f, SD_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (s->f.error->message, ==, "“林业站” is in the proposed structure already.");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/register/structure/" name, Structure, NULL, structure_set_up, test,                \
              structure_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("move", test_move);
  ADD ("order", test_order);
  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("abolish", test_abolish);
  ADD ("copy", test_copy);
  ADD ("copy-twice", test_copy_twice);

  return g_test_run ();
}
