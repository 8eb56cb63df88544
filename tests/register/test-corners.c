/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "structure-fixture.h"

#include "register/register-structure.h"

#include <locale.h>

/* Operations on structures that are made for them first. */

#define IDS(...)                                                                                   \
  (const char *const[]) { __VA_ARGS__, NULL }

/* What is below two that move goes to what stays above both. */
static void
test_two_move (Structure *s, gconstpointer unused)
{
  sd_register_move_unit_async (STRUCTURE (s), JUSTICE, NULL, AGRICULTURE, -1, DONE (s));
  structure_prepared (s);
  sd_register_move_units_async (STRUCTURE (s), IDS (INSPECTION, AGRICULTURE), NULL, NULL, -1,
                                SD_FATE_SUPERIOR, DONE (s));
  structure_done (
      s, "Move 2 units behind “党政办公室”",
      "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
      "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "-司法所: proposed dispatched deputy-subsection; under 农业服务中心; administrative 3 "
      "approval; 县司法局: joint county; consent opinion\n"
      "+司法所: proposed dispatched deputy-subsection; under 党政办公室; administrative 3 "
      "approval; 县司法局: joint county; consent opinion\n"
      "+督查科: proposed office; administrative 2 approval; 科长×1\n"
      "+农业服务中心: proposed center; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n");
  /* One that moves itself does not wait with what was above it. */
  sd_register_move_units_async (STRUCTURE (s), IDS (PARTY, AGRICULTURE), NULL, NULL, -1,
                                SD_FATE_BENCH, DONE (s));
  structure_done (
      s, "Move 2 units to the front",
      "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
      "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "-司法所: proposed dispatched deputy-subsection; under 农业服务中心; administrative 3 "
      "approval; 县司法局: joint county; consent opinion\n"
      "+督查科: bench office; administrative 2 approval; 科长×1\n"
      "+司法所: bench dispatched deputy-subsection; administrative 3 approval; 县司法局: "
      "joint county; consent opinion\n"
      "+农业服务中心: proposed center; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n");
}

/* No name is on a unit twice. */
static void
test_names (Structure *s, gconstpointer unused)
{
  sd_register_hang_plaque_async (STRUCTURE (s), INSPECTION, "档案室", DONE (s));
  structure_prepared (s);
  sd_register_give_row_async (STRUCTURE (s), SD_TABLE_PLAQUE, ID ("30"), INSPECTION, DONE (s));
  structure_refused (s, "“督查科” bears the name “档案室” already.");
  fixture_undo (&s->f);

  sd_register_hang_plaque_async (STRUCTURE (s), PARTY, "农机站", DONE (s));
  structure_prepared (s);
  sd_register_hang_plaque_async (STRUCTURE (s), PARTY, "综治办公室", DONE (s));
  structure_prepared (s);
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (AGRICULTURE, ORDER), TRUE, DONE (s));
  structure_done (
      s, "Merge 2 units into “党政办公室”",
      "-党政办公室: proposed office section; plaque 档案室; plaque 农机站; plaque 综治办公室; "
      "administrative 6/5 approval; 主任×1; duty 文秘\n"
      "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "-综治办公室: proposed office; with 党政办公室\n"
      "-农技站 → 农业服务中心: institutional 4\n"
      "-养殖登记 → 农业服务中心\n"
      "-<p>由<field 农业服务中心\" format=\"name\"/>牵头。</p>\n"
      "+党政办公室: proposed office section; plaque 档案室; plaque 农机站; plaque 综治办公室; "
      "plaque 农业服务中心; administrative 6/5 approval; institutional 5/4 approval; "
      "institutional 2 pool; 主任×1; 副主任×2; duty 文秘; duty 农技推广\n"
      "+农技站 → 党政办公室: institutional 4\n"
      "+养殖登记 → 党政办公室\n"
      "+<p>由<field 党政办公室\" format=\"name\"/>牵头。</p>\n");
  sd_register_merge_units_async (STRUCTURE (s), ORDER, IDS (PARTY), FALSE, DONE (s));
  structure_done (
      s, "Merge “党政办公室” into “综治办公室”",
      "-党政办公室: proposed office section; plaque 档案室; plaque 农机站; plaque 综治办公室; "
      "administrative 6/5 approval; 主任×1; duty 文秘\n"
      "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
      "-综治办公室: proposed office; with 党政办公室\n"
      "+督查科: proposed office; under 综治办公室; administrative 2 approval; 科长×1\n"
      "+综治办公室: proposed office; plaque 档案室; plaque 农机站; administrative 6/5 "
      "approval; 主任×1; duty 文秘\n");
}

static void
add_row (Structure *s, SdTableId table, const char *unit_id, const SdFieldValue *fields, guint n)
{
  sd_register_add_row_async (STRUCTURE (s), table, unit_id, -1, fields, n, DONE (s));
  structure_prepared (s);
}

/* A unit is led in one way, and owes one consent for each; the one that stays keeps its own. */
static void
test_one_each (Structure *s, gconstpointer unused)
{
  const SdFieldValue dispatch[] = {
    { SD_DISPATCH_DEPARTMENT, SD_VALUE_INIT_TEXT ("县公安局") },
    { SD_DISPATCH_OWNER, SD_VALUE_INIT_TEXT ("county") },
    { SD_DISPATCH_GUIDE, SD_VALUE_INIT_TEXT ("county") },
    { SD_DISPATCH_DAILY_MANAGER, SD_VALUE_INIT_TEXT ("county") },
    { SD_DISPATCH_APPRAISER, SD_VALUE_INIT_TEXT ("county") },
  };
  const SdFieldValue consent[] = { { SD_CONSENT_PERSON, SD_VALUE_INIT_TEXT ("head") },
                                   { SD_CONSENT_STRENGTH, SD_VALUE_INIT_TEXT ("consent") } };

  add_row (s, SD_TABLE_DISPATCH, ORDER, dispatch, 5);
  add_row (s, SD_TABLE_CONSENT, ORDER, consent, 2);
  sd_register_merge_units_async (STRUCTURE (s), ORDER, IDS (JUSTICE), FALSE, DONE (s));
  structure_done (s, "Merge “司法所” into “综治办公室”",
                  "-综治办公室: proposed office; with 党政办公室; 县公安局: county county; consent "
                  "consent\n"
                  "-司法所: proposed dispatched deputy-subsection; administrative 3 approval; "
                  "县司法局: joint county; consent opinion\n"
                  "+综治办公室: proposed office; with 党政办公室; administrative 3 approval; "
                  "县公安局: county county; consent consent\n");
}

/* What waited under a unit that is merged into a placed one waits on. */
static void
test_waits_on (Structure *s, gconstpointer unused)
{
  sd_register_co_locate_async (STRUCTURE (s), JUSTICE, INSPECTION, DONE (s));
  structure_prepared (s);
  sd_register_bench_units_async (STRUCTURE (s), IDS (INSPECTION, JUSTICE), SD_FATE_ALONG, DONE (s));
  structure_prepared (s);
  sd_register_merge_units_async (STRUCTURE (s), PARTY, IDS (INSPECTION), FALSE, DONE (s));
  structure_done (
      s, "Merge “督查科” into “党政办公室”",
      "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; "
      "主任×1; duty 文秘\n"
      "-督查科: bench office; administrative 2 approval; 科长×1\n"
      "-农业服务中心: bench center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "-司法所: bench dispatched deputy-subsection; with 督查科; administrative 3 "
      "approval; 县司法局: joint county; consent opinion\n"
      "+党政办公室: proposed office section; plaque 档案室; administrative 8/5 approval; "
      "主任×1; 科长×1; duty 文秘\n"
      "+农业服务中心: bench center; plaque 农机站; institutional 5/4 approval; institutional "
      "2 pool; 副主任×2; duty 农技推广\n"
      "+司法所: bench dispatched deputy-subsection; administrative 3 approval; 县司法局: "
      "joint county; consent opinion\n");
  /* It is placed with what is under it, and what works with it waits on. */
  sd_register_place_unit_async (STRUCTURE (s), INSPECTION, NULL, NULL, -1, DONE (s));
  structure_done (
      s, "Place “督查科” as Office",
      "-督查科: bench office; administrative 2 approval; 科长×1\n"
      "-农业服务中心: bench center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "-司法所: bench dispatched deputy-subsection; with 督查科; administrative 3 "
      "approval; 县司法局: joint county; consent opinion\n"
      "+农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
      "institutional 2 pool; 副主任×2; duty 农技推广\n"
      "+司法所: bench dispatched deputy-subsection; administrative 3 approval; 县司法局: "
      "joint county; consent opinion\n"
      "+督查科: proposed office; administrative 2 approval; 科长×1\n");
  /* What waits may wait under another. */
  sd_register_move_units_async (STRUCTURE (s), IDS (CULTURE), NULL, INSPECTION, -1, SD_FATE_ALONG,
                                DONE (s));
  structure_done (s, "Move “文体中心” below “督查科”",
                  "-文体中心: bench center; institutional 4 approval\n"
                  "+文体中心: bench center; under 督查科; institutional 4 approval\n");
}

/* A unit that has nothing but what it receives leaves that to its superior. */
static void
test_receives (Structure *s, gconstpointer unused)
{
  sd_register_move_unit_async (STRUCTURE (s), ORDER, NULL, PARTY, -1, DONE (s));
  structure_prepared (s);
  sd_register_set_value_async (STRUCTURE (s), SD_TABLE_POWER, ID ("42"), SD_POWER_RECEIVER,
                               &(SdValue) SD_VALUE_INIT_TEXT (ORDER), DONE (s));
  structure_prepared (s);
  sd_register_abolish_unit_async (STRUCTURE (s), ORDER, SD_FATE_SUPERIOR, DONE (s));
  structure_done (s, "Abolish “综治办公室”",
                  "-综治办公室: proposed office; under 党政办公室; with 党政办公室\n"
                  "-养殖登记 → 综治办公室\n"
                  "+养殖登记 → 党政办公室\n");
  sd_register_abolish_unit_async (STRUCTURE (s), ORDER, SD_FATE_BENCH, DONE (s));
  structure_done (s, "Abolish “综治办公室”",
                  "-综治办公室: proposed office; under 党政办公室; with 党政办公室\n"
                  "-养殖登记 → 综治办公室\n"
                  "+养殖登记 → ?\n");
}

/* People outside the quota are not transferred. */
static void
test_outside_quota (Structure *s, gconstpointer unused)
{
  sd_register_set_quota_async (STRUCTURE (s), FARM, "off-quota", SD_QUOTA_APPROVED, 2, DONE (s));
  structure_prepared (s);
  sd_register_copy_unit_async (STRUCTURE (s), FARM, DONE (s));
  structure_done (s, "Set up “农技站” as it is at present",
                  "+农技站: proposed center subsection; plaque 种子站; institutional 5/4 approval; "
                  "off-quota 2/2; 站长×1; duty 农技推广\n"
                  "+农技站 → 农技站: institutional 1\n");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/register/corners/" name, Structure, NULL, structure_set_up, test,                  \
              structure_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("two-move", test_two_move);
  ADD ("names", test_names);
  ADD ("one-each", test_one_each);
  ADD ("waits-on", test_waits_on);
  ADD ("receives", test_receives);
  ADD ("outside-quota", test_outside_quota);

  return g_test_run ();
}
