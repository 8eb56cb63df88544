/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include <locale.h>

static void
test_lanes (void)
{
  static const struct
  {
    const char *kind;
    guint n_cards;
  } lanes[] = {
    { "leading", 0 },     { "office", 3 },     { "center", 1 },
    { "enforcement", 0 }, { "dispatched", 0 }, { "bench", 0 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);

  g_assert_cmpuint (sd_chart_get_n_lanes (chart), ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_assert_cmpstr (sd_chart_get_lane (chart, i)->kind->name, ==, lanes[i].kind);
      g_assert_cmpuint (sd_chart_get_lane (chart, i)->n_cards, ==, lanes[i].n_cards);
    }

  put_unit (plan, "06", 5, "coordinating", "改革工作领导小组");
  sd_chart_layout (chart, 900);
  g_assert_cmpuint (sd_chart_get_n_lanes (chart), ==, G_N_ELEMENTS (lanes) + 1);
}

static void
test_cards_keep_apart (void)
{
  static const double widths[] = { 100, 300, 700, 1024, 3000 };
  g_autoptr (SdPlan) plan = make_plan ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, widths[w]);

      for (guint i = 0; i < sd_chart_get_n_cards (chart); i++)
        {
          const SdChartCard *card = sd_chart_get_card (chart, i);
          const SdChartLane *lane = sd_chart_get_lane (chart, card->lane);

          g_assert_cmpfloat (card->rect.y, >=, lane->body.y);
          g_assert_cmpfloat (card->rect.y + card->rect.height, <=,
                             lane->body.y + lane->body.height + 0.01);
          g_assert_cmpfloat (card->rect.y + card->rect.height, <=, sd_chart_get_height (chart));
          for (guint j = 0; j < i; j++)
            g_assert_false (sd_chart_rects_meet (&card->rect, &sd_chart_get_card (chart, j)->rect));
        }
    }
}

static void
test_shapes_stay_on_the_card (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);
  guint texts = 0;

  for (guint i = 0; i < sd_chart_get_n_cards (chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (chart, i);

      for (guint j = 0; j < card->shapes->len; j++)
        {
          const SdChartShape *shape = &g_array_index (card->shapes, SdChartShape, j);

          g_assert_cmpfloat (shape->rect.x, >=, 0);
          g_assert_cmpfloat (shape->rect.x + shape->rect.width, <=, card->rect.width);
          g_assert_cmpfloat (shape->rect.y + shape->rect.height, <=, card->rect.height + 0.01);
          texts += shape->layout != NULL;
        }
    }
  /* Five names, a plaque and two lines of numbers. */
  g_assert_cmpuint (texts, ==, 8);
}

static double
bar_length (SdChart *chart, const char *unit)
{
  g_autofree char *id = g_strconcat (GROUND, unit, NULL);
  const SdChartCard *card = sd_chart_find_card (chart, id);
  double length = 0;

  for (guint i = 0; i < card->shapes->len; i++)
    {
      const SdChartShape *shape = &g_array_index (card->shapes, SdChartShape, i);

      if (shape->role == SD_CHART_ROLE_QUOTA)
        length += shape->rect.width;
    }
  return length;
}

static void
test_bars_are_to_scale (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 700);

  g_assert_cmpfloat_with_epsilon (bar_length (chart, "01"), 3 * bar_length (chart, "03"), 0.01);
  g_assert_cmpfloat (bar_length (chart, "02"), ==, 0);
}

/* Co-located bodies are drawn as one: the second adjoins the first, in its lane. */
static void
test_co_located (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "05");
  const SdChartCard *host = sd_chart_find_card (chart, GROUND "04");
  const SdChartCard *card = sd_chart_find_card (chart, GROUND "05");

  g_assert_true (sd_chart_get_card (chart, (guint) card->host) == host);
  g_assert_true (sd_chart_get_card (chart, (guint) host->next) == card);
  g_assert_cmpuint (card->lane, ==, host->lane);
  g_assert_cmpfloat (card->rect.x, ==, host->rect.x);
  g_assert_cmpfloat (card->rect.y, ==, host->rect.y + host->rect.height);
  g_assert_cmpuint (sd_chart_get_lane (chart, 3)->n_units, ==, 1);

  sd_row_set_value (unit, SD_UNIT_CO_LOCATED_WITH, &(SdValue) SD_VALUE_INIT);
  sd_chart_layout (chart, 900);
  g_assert_cmpint (sd_chart_find_card (chart, GROUND "05")->host, ==, -1);
  g_assert_cmpint (sd_chart_find_card (chart, GROUND "04")->next, ==, -1);
}

/* Bodies that are each with the other, or with themselves, still have a card each. */
static void
test_co_located_in_a_circle (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);

  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "04"),
            SD_UNIT_CO_LOCATED_WITH, GROUND "05");
  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "01"),
            SD_UNIT_CO_LOCATED_WITH, GROUND "01");
  sd_chart_layout (chart, 900);
  g_assert_cmpuint (sd_chart_get_n_cards (chart), ==, 5);
}

static void
test_folded_lane (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);
  double height = sd_chart_get_height (chart);

  sd_chart_set_folded (chart, "office", TRUE);
  sd_chart_layout (chart, 900);
  g_assert_cmpuint (sd_chart_get_n_cards (chart), ==, 1);
  g_assert_cmpuint (sd_chart_get_lane (chart, 1)->n_cards, ==, 0);
  g_assert_cmpuint (sd_chart_get_lane (chart, 1)->n_units, ==, 3);
  g_assert_cmpfloat (sd_chart_get_height (chart), <, height);
  g_assert_null (sd_chart_find_card (chart, GROUND "05"));

  sd_chart_set_folded (chart, "office", FALSE);
  sd_chart_layout (chart, 900);
  g_assert_cmpfloat (sd_chart_get_height (chart), ==, height);
}

/* A card that shows the same keeps its shapes, so that an edit costs only what it changes. */
static void
test_shapes_are_kept (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);
  GArray *first = sd_chart_find_card (chart, GROUND "01")->shapes;
  GArray *second = sd_chart_find_card (chart, GROUND "02")->shapes;

  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "02"), SD_UNIT_NAME,
            "财经服务中心");
  sd_chart_layout (chart, 900);
  g_assert_true (sd_chart_find_card (chart, GROUND "01")->shapes == first);
  g_assert_true (sd_chart_find_card (chart, GROUND "02")->shapes != second);
}

static void
test_coloring (void)
{
  static const struct
  {
    SdChartColoring coloring;
    SdChartRole role;
    guint token;
  } cases[] = {
    { SD_CHART_COLORING_KIND, SD_CHART_ROLE_KIND, 1 },
    { SD_CHART_COLORING_CHANGE, SD_CHART_ROLE_CHANGE, SD_UNIT_CHANGE_NONE },
    { SD_CHART_COLORING_MARK, SD_CHART_ROLE_MARK, 2 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (marks, GROUND "01", GUINT_TO_POINTER (2));
  sd_chart_set_marks (chart, marks);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SdChartShape *stripe;

      sd_chart_set_coloring (chart, cases[i].coloring);
      sd_chart_layout (chart, 900);
      stripe = &g_array_index (sd_chart_find_card (chart, GROUND "01")->shapes, SdChartShape, 0);
      g_assert_cmpint (stripe->role, ==, cases[i].role);
      g_assert_cmpuint (stripe->token, ==, cases[i].token);
    }
}

/* Where colours tell changes, what is gone stands after what is there. */
static void
test_ghosts (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_LANES, 900);
  const SdChartCard *card;

  set_text (put_unit (plan, "08", 0, "office", "经济发展办公室"), SD_UNIT_STAGE, "current");
  sd_chart_layout (chart, 900);
  g_assert_null (sd_chart_find_card (chart, GROUND "08"));

  sd_chart_set_coloring (chart, SD_CHART_COLORING_CHANGE);
  sd_chart_layout (chart, 900);
  card = sd_chart_find_card (chart, GROUND "08");
  g_assert_true (card->ghost);
  g_assert_cmpuint (card->rank, ==, 3);
  g_assert_cmpuint (sd_chart_get_lane (chart, 1)->n_units, ==, 3);
  g_assert_cmpuint (sd_chart_get_lane (chart, 1)->n_cards, ==, 4);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/lanes", test_lanes);
  g_test_add_func ("/chart/cards-keep-apart", test_cards_keep_apart);
  g_test_add_func ("/chart/shapes-stay-on-the-card", test_shapes_stay_on_the_card);
  g_test_add_func ("/chart/bars-are-to-scale", test_bars_are_to_scale);
  g_test_add_func ("/chart/co-located", test_co_located);
  g_test_add_func ("/chart/co-located-in-a-circle", test_co_located_in_a_circle);
  g_test_add_func ("/chart/folded-lane", test_folded_lane);
  g_test_add_func ("/chart/shapes-are-kept", test_shapes_are_kept);
  g_test_add_func ("/chart/coloring", test_coloring);
  g_test_add_func ("/chart/ghosts", test_ghosts);

  return g_test_run ();
}
