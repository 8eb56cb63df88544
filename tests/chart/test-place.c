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

/* What hangs on a unit goes onto the card of another, or to the bench, and nowhere else. */
static void
test_plaque (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);
  g_autoptr (GArray) places = NULL;
  SdRow *plaque = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_PLAQUE, GROUND "11");
  const SdChartLane *bench = sd_chart_get_lane (chart, sd_chart_get_n_lanes (chart) - 1);
  const SdChartRect *own = &sd_chart_find_card (chart, GROUND "01")->rect;
  const SdChartRect *other = &sd_chart_find_card (chart, GROUND "02")->rect;
  SdChartPlace place;
  guint n_holding = 0;

  g_assert_false (sd_chart_find_place (chart, plaque, own->x + 20, own->y + 20, &place));
  /* Its side is as good as its middle. */
  g_assert_true (sd_chart_find_place (chart, plaque, other->x + 1, other->y + 1, &place));
  g_assert_true (place.onto);
  g_assert_cmpstr (place.superior_id, ==, GROUND "02");
  g_assert_true (
      sd_chart_find_place (chart, plaque, bench->header.x + 2, bench->header.y + 2, &place));
  g_assert_true (place.is_bench);
  g_assert_null (place.superior_id);
  g_assert_false (sd_chart_find_place (chart, plaque, -500, -500, &place));

  places = sd_chart_list_places (chart, plaque);
  g_assert_cmpuint (places->len, ==, 5); /* four other units and the bench */
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpstr (g_array_index (places, SdChartPlace, i).superior_id, !=, GROUND "01");

  /* The tab of the plaque is what it is taken hold of by. */
  for (guint i = 0; i < sd_chart_find_card (chart, GROUND "01")->shapes->len; i++)
    n_holding +=
        g_array_index (sd_chart_find_card (chart, GROUND "01")->shapes, SdChartShape, i).row ==
        plaque;
  g_assert_cmpuint (n_holding, ==, 1);

  /* What waits already cannot be put on the bench. */
  set_text (unit (plan, "01"), SD_UNIT_STAGE, "bench");
  sd_chart_layout (chart, 700);
  bench = sd_chart_get_lane (chart, sd_chart_get_n_lanes (chart) - 1);
  g_assert_false (
      sd_chart_find_place (chart, plaque, bench->header.x + 2, bench->header.y + 2, &place));
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
  g_test_add_func ("/chart/place/plaque", test_plaque);

  return g_test_run ();
}
