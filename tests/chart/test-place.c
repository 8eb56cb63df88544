/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include <locale.h>

static SdRow *
unit (SdPlan *plan, const char *id)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);

  return sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, row_id);
}

/* The order of the plan is: office 01, center 02, office 03, office 04 and with it 05. */
static void
test_find (void)
{
  static const struct
  {
    const char *moved;
    const char *at; /* the card that the point is on, or NULL */
    double part;    /* how far across the card; or the point's x */
    double y;       /* the point's y where there is no card */
    const char *kind;
    gint64 rank;
    gboolean onto;
  } cases[] = {
    { "03", "01", 0.1, 0, "office", 0, FALSE }, { "03", "01", 0.9, 0, "office", 1, FALSE },
    { "01", "03", 0.9, 0, "office", 2, FALSE }, { "01", "03", 0.1, 0, "office", 1, FALSE },
    { "02", "01", 0.1, 0, "office", 0, FALSE }, { "02", "01", 0.5, 0, "center", 1, TRUE },
    { "01", "02", 0.1, 0, "center", 0, FALSE }, { "01", NULL, 0, -50, "leading", 4, FALSE },
    { "01", NULL, 0, 9999, "bench", 0, FALSE },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = cases[i].part, y = cases[i].y;
      SdChartPlace place;

      if (cases[i].at != NULL)
        {
          const SdChartCard *card =
              sd_chart_find_card (chart, sd_row_get_id (unit (plan, cases[i].at)));

          x = card->rect.x + card->rect.width * cases[i].part;
          y = card->rect.y + 2;
        }
      g_assert_true (sd_chart_find_place (chart, unit (plan, cases[i].moved), x, y, &place));
      g_assert_cmpstr (place.kind->name, ==, cases[i].kind);
      g_assert_cmpint (place.rank, ==, cases[i].rank);
      g_assert_cmpint (place.onto, ==, cases[i].onto);
      g_assert_cmpfloat (place.mark.width, >, 0);
      g_assert_cmpfloat (place.mark.height, >, 0);
      if (cases[i].onto)
        g_assert_cmpstr (place.superior_id, ==, sd_row_get_id (unit (plan, cases[i].at)));
    }
}

static void
test_step (void)
{
  static const struct
  {
    const char *moved;
    int places, lanes;
    const char *kind; /* NULL where there is no place */
    gint64 rank;
  } cases[] = {
    { "01", -1, 0, NULL, 0 },         { "01", 1, 0, "office", 2 }, { "03", -1, 0, "office", 0 },
    { "04", 1, 0, NULL, 0 },          { "01", 0, 1, "center", 1 }, { "02", 0, -1, "office", 3 },
    { "02", 0, 1, "enforcement", 4 }, { "05", 1, 0, NULL, 0 },     { "05", 0, 1, "center", 2 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SdChartPlace place;
      gboolean found = sd_chart_step_place (chart, unit (plan, cases[i].moved), cases[i].places,
                                            cases[i].lanes, &place);

      g_test_message ("%s by %d, %d", cases[i].moved, cases[i].places, cases[i].lanes);
      g_assert_cmpint (found, ==, cases[i].kind != NULL);
      if (!found)
        continue;
      g_assert_cmpstr (place.kind->name, ==, cases[i].kind);
      g_assert_cmpint (place.rank, ==, cases[i].rank);
    }
}

/* In a tree a unit comes under what its new neighbour is under. */
static void
test_tree (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = NULL;
  const SdChartCard *card;
  SdChartPlace place;

  set_text (unit (plan, "02"), SD_UNIT_SUPERIOR, GROUND "01");
  chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 900);
  card = sd_chart_find_card (chart, GROUND "02");
  sd_chart_find_place (chart, unit (plan, "03"), card->rect.x + 1, card->rect.y + 1, &place);
  g_assert_cmpstr (place.superior_id, ==, GROUND "01");
  g_assert_cmpstr (place.kind->name, ==, "center");
  /* 02 stands alone below 01, so it has no neighbour to step past. */
  g_assert_false (sd_chart_step_place (chart, unit (plan, "02"), 1, 0, &place));
}

/* The bench is a place of its own: what goes there stays as it is, and what comes from there is
 * under nothing. */
static void
test_bench (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = NULL;
  g_autoptr (GArray) places = NULL;
  const SdChartLane *bench;
  SdChartPlace place;

  set_text (unit (plan, "02"), SD_UNIT_STAGE, "bench");
  set_text (unit (plan, "02"), SD_UNIT_SUPERIOR, GROUND "01");
  chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);
  bench = sd_chart_get_lane (chart, sd_chart_get_n_lanes (chart) - 1);
  g_assert_true (bench->is_bench);
  g_assert_cmpuint (bench->n_cards, ==, 1);
  g_assert_false (sd_chart_find_card (chart, GROUND "02")->ghost);

  places = sd_chart_list_places (chart, unit (plan, "01"));
  place = g_array_index (places, SdChartPlace, places->len - 1);
  g_assert_true (place.is_bench && place.ends_lane);
  g_assert_null (place.superior_id);

  g_assert_true (sd_chart_step_place (chart, unit (plan, "02"), 0, -1, &place));
  g_assert_false (place.is_bench);
  g_assert_null (place.superior_id);

  sd_chart_set_compact (chart, TRUE);
  sd_chart_layout (chart, 700);
  g_assert_null (sd_chart_find_card (chart, GROUND "02"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/place/find", test_find);
  g_test_add_func ("/chart/place/step", test_step);
  g_test_add_func ("/chart/place/tree", test_tree);
  g_test_add_func ("/chart/place/bench", test_bench);

  return g_test_run ();
}
