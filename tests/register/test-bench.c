/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "structure-fixture.h"

#include "register/register-structure.h"

#include <locale.h>

static const struct
{
  const char *unit;
  SdFate fate;
  const char *label;
  const char *difference;
} put[] = {
  /* What is under it waits under it; what receives goes on receiving. */
  { INSPECTION, SD_FATE_ALONG, "Put “督查科” on the bench",
    "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
    "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n"
    "+督查科: bench office; administrative 2 approval; 科长×1\n"
    "+农业服务中心: bench center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n" },
  { INSPECTION, SD_FATE_SUPERIOR, "Put “督查科” on the bench",
    "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
    "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n"
    "+督查科: bench office; administrative 2 approval; 科长×1\n"
    "+农业服务中心: proposed center; under 党政办公室; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n" },
  { INSPECTION, SD_FATE_BENCH, "Put “督查科” on the bench",
    "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
    "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n"
    "+督查科: bench office; administrative 2 approval; 科长×1\n"
    "+农业服务中心: bench center; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n" },
  /* Those below go on their own, but keep what is below them. */
  { PARTY, SD_FATE_BENCH, "Put “党政办公室” on the bench",
    "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; 主任×1; "
    "duty 文秘\n"
    "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
    "-农业服务中心: proposed center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n"
    "-综治办公室: proposed office; with 党政办公室\n"
    "+党政办公室: bench office section; plaque 档案室; administrative 6/5 approval; 主任×1; "
    "duty 文秘\n"
    "+督查科: bench office; administrative 2 approval; 科长×1\n"
    "+农业服务中心: bench center; under 督查科; plaque 农机站; institutional 5/4 approval; "
    "institutional 2 pool; 副主任×2; duty 农技推广\n"
    "+综治办公室: proposed office\n" },
  { PARTY, SD_FATE_SUPERIOR, "Put “党政办公室” on the bench",
    "-党政办公室: proposed office section; plaque 档案室; administrative 6/5 approval; 主任×1; "
    "duty 文秘\n"
    "-督查科: proposed office; under 党政办公室; administrative 2 approval; 科长×1\n"
    "-综治办公室: proposed office; with 党政办公室\n"
    "+党政办公室: bench office section; plaque 档案室; administrative 6/5 approval; 主任×1; "
    "duty 文秘\n"
    "+督查科: proposed office; administrative 2 approval; 科长×1\n"
    "+综治办公室: proposed office\n" },
  { ORDER, SD_FATE_ALONG, "Put “综治办公室” on the bench",
    "-综治办公室: proposed office; with 党政办公室\n"
    "+综治办公室: bench office\n" },
};

static void
test_put (Structure *s, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (put); i++)
    {
      g_test_message ("case %u", i);
      sd_register_bench_unit_async (STRUCTURE (s), put[i].unit, put[i].fate, DONE (s));
      structure_done (s, put[i].label, put[i].difference);
    }

  sd_register_bench_unit_async (STRUCTURE (s), FARM, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "“农技站” is of the current structure, which is as it is; only what is "
                        "proposed can be put on the bench.");
  sd_register_bench_unit_async (STRUCTURE (s), CULTURE, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "“文体中心” is on the bench already.");
  sd_register_bench_unit_async (STRUCTURE (s), ELSEWHERE, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_bench_unit_async (s->f.reg, ELSEWHERE, CULTURE, SD_FATE_ALONG, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
}

static void
test_place (Structure *s, gconstpointer unused)
{
  sd_register_place_unit_async (STRUCTURE (s), CULTURE, NULL, NULL, -1, DONE (s));
  structure_done (s, "Place “文体中心” as Center",
                  "-文体中心: bench center; institutional 4 approval\n"
                  "+文体中心: proposed center; institutional 4 approval\n");
  sd_register_place_unit_async (STRUCTURE (s), CULTURE, "office", PARTY, 0, DONE (s));
  structure_done (s, "Place “文体中心” as Office",
                  "-文体中心: bench center; institutional 4 approval\n"
                  "+文体中心: proposed office; under 党政办公室; institutional 4 approval\n");

  sd_register_place_unit_async (STRUCTURE (s), CULTURE, NULL, FARM, -1, DONE (s));
  structure_refused (s, "“文体中心” and “农技站” are not of the same structure.");
  sd_register_place_unit_async (STRUCTURE (s), CULTURE, NULL, CULTURE, -1, DONE (s));
  structure_refused (s, "Superior of Unit may not lead back to itself.");
  sd_register_place_unit_async (STRUCTURE (s), CULTURE, NULL, ELSEWHERE, -1, DONE (s));
  structure_refused (s, "Unit is no longer there; it was deleted.");
  sd_register_place_unit_async (STRUCTURE (s), CULTURE, "bureau", NULL, -1, DONE (s));
  structure_refused (s, "Kind of Unit is “bureau”; expected one of leading, office, center, "
                        "enforcement, dispatched, coordinating, social.");
}

/* A branch goes to the bench and comes back as it was. */
static void
test_there_and_back (Structure *s, gconstpointer unused)
{
  g_autoptr (SdCounty) after = NULL;

  sd_register_bench_unit_async (STRUCTURE (s), INSPECTION, SD_FATE_ALONG, DONE (s));
  g_assert_true (fixture_wait (&s->f));
  sd_register_place_unit_async (STRUCTURE (s), INSPECTION, NULL, PARTY, 3, DONE (s));
  g_assert_true (fixture_wait (&s->f));
  after = fixture_read (&s->f);
  g_assert_true (sd_county_equal (after, s->before));
}

/* What is on the bench counts in neither structure. */
static void
test_headcount (Structure *s, gconstpointer unused)
{
  SdPlan *plan = sd_register_load_plan (s->f.reg, PLAN, NULL);

  g_assert_cmpint (sd_plan_get_headcount (plan, "proposed", NULL, NULL), ==, 18);
  g_assert_cmpint (sd_plan_get_headcount (plan, "current", NULL, NULL), ==, 8);
  g_assert_cmpint (sd_plan_get_headcount (plan, "bench", NULL, NULL), ==, 4);
}

static void
test_read_only (Structure *s, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&s->f.reg));
  s->f.reg = sd_register_open (s->f.file, SD_REGISTER_OPEN_READ_ONLY, "乙", &error);
  g_assert_no_error (error);
  sd_register_bench_unit_async (STRUCTURE (s), PARTY, SD_FATE_ALONG, DONE (s));
  fixture_wait_error (&s->f, SD_REGISTER_ERROR_READ_ONLY);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/register/bench/" name, Structure, NULL, structure_set_up, test, structure_tear_down)

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("put", test_put);
  ADD ("place", test_place);
  ADD ("there-and-back", test_there_and_back);
  ADD ("headcount", test_headcount);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
