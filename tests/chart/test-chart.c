/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/chart.h"

#include <locale.h>
#include <pango/pangocairo.h>

#define GROUND "00000000-0000-4000-8000-0000000000"

static SdRow *
put (SdPlan *plan, SdTableId table, const char *id, const char *parent, gint64 rank)
{
  g_autofree char *row_id = g_strconcat (GROUND, id, NULL);
  g_autofree char *parent_id = parent != NULL ? g_strconcat (GROUND, parent, NULL) : NULL;
  g_autoptr (SdRow) row = sd_row_new (table, sd_plan_get_id (plan), row_id, parent_id, rank);

  sd_row_set_put_row (SD_ROW_SET (plan), row);
  return row;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static SdRow *
put_unit (SdPlan *plan, const char *id, gint64 rank, const char *kind, const char *name)
{
  SdRow *unit = put (plan, SD_TABLE_UNIT, id, NULL, rank);

  set_text (unit, SD_UNIT_NAME, name);
  set_text (unit, SD_UNIT_KIND, kind);
  set_text (unit, SD_UNIT_STAGE, "proposed");
  return unit;
}

static void
put_quota (SdPlan *plan, const char *id, const char *unit, const char *type, gint64 approved)
{
  SdRow *quota = put (plan, SD_TABLE_QUOTA, id, unit, 0);

  set_text (quota, SD_QUOTA_TYPE, type);
  sd_row_set_value (quota, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (approved));
}

/* Three offices, the first with a plaque and headcount, and an enforcement body co-located with the
 * third. */
static SdPlan *
make_plan (void)
{
  SdPlan *plan = sd_plan_new (GROUND "ff");
  SdRow *unit;

  put_unit (plan, "01", 0, "office", "经济发展局");
  put_unit (plan, "02", 1, "center", "便民服务中心");
  put_unit (plan, "03", 2, "office", "社会事务管理局");
  put_unit (plan, "04", 3, "office", "综合行政执法局");
  unit = put_unit (plan, "05", 4, "enforcement", "县综合行政执法局探沂执法中队");
  set_text (unit, SD_UNIT_CO_LOCATED_WITH, GROUND "04");
  set_text (put (plan, SD_TABLE_PLAQUE, "11", "01", 0), SD_PLAQUE_NAME, "财政局");
  put_quota (plan, "21", "01", "administrative", 9);
  put_quota (plan, "22", "03", "administrative", 3);

  return plan;
}

static SdChart *
make_chart (SdPlan *plan, double width)
{
  PangoContext *context;
  SdChart *chart;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  chart = sd_chart_new (plan, "proposed", context);
  sd_chart_layout (chart, width);
  g_object_unref (context);
  return chart;
}

static gboolean
overlap (const SdChartRect *a, const SdChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
test_lanes (void)
{
  static const struct
  {
    const char *kind;
    guint n_cards;
  } lanes[] = {
    { "leading", 0 }, { "office", 3 }, { "center", 1 }, { "enforcement", 1 }, { "dispatched", 0 },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, 900);

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
      g_autoptr (SdChart) chart = make_chart (plan, widths[w]);

      for (guint i = 0; i < sd_chart_get_n_cards (chart); i++)
        {
          const SdChartCard *card = sd_chart_get_card (chart, i);
          const SdChartLane *lane = sd_chart_get_lane (chart, card->lane);

          g_assert_cmpfloat (card->rect.y, >=, lane->body.y);
          g_assert_cmpfloat (card->rect.y + card->rect.height, <=,
                             lane->body.y + lane->body.height + 0.01);
          g_assert_cmpfloat (card->rect.y + card->rect.height, <=, sd_chart_get_height (chart));
          for (guint j = 0; j < i; j++)
            g_assert_false (overlap (&card->rect, &sd_chart_get_card (chart, j)->rect));
        }
    }
}

static void
test_shapes_stay_on_the_card (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, 700);
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
  /* Five names, a plaque, a note of co-location and two lines of numbers. */
  g_assert_cmpuint (texts, ==, 9);
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
  g_autoptr (SdChart) chart = make_chart (plan, 700);

  g_assert_cmpfloat_with_epsilon (bar_length (chart, "01"), 3 * bar_length (chart, "03"), 0.01);
  g_assert_cmpfloat (bar_length (chart, "02"), ==, 0);
}

/* A connector ends at the edge of a card, so the width of the line itself may lie on it. */
static gboolean
crosses (const SdChartRect *link, const SdChartRect *card)
{
  const SdChartRect inner = { card->x + 2, card->y + 2, card->width - 4, card->height - 4 };

  return overlap (link, &inner);
}

static void
test_links (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, 900);
  SdRow *unit = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "05");

  g_assert_cmpuint (sd_chart_get_n_links (chart), ==, 5);
  for (guint i = 0; i < sd_chart_get_n_links (chart); i++)
    {
      g_assert_cmpfloat (sd_chart_get_link (chart, i)->rect.width, >, 0);
      g_assert_cmpfloat (sd_chart_get_link (chart, i)->rect.height, >, 0);
      for (guint j = 0; j < sd_chart_get_n_cards (chart); j++)
        g_assert_false (crosses (&sd_chart_get_link (chart, i)->rect,
                                 &sd_chart_get_card (chart, j)->rect));
    }

  sd_row_set_value (unit, SD_UNIT_CO_LOCATED_WITH, &(SdValue) SD_VALUE_INIT);
  sd_chart_layout (chart, 900);
  g_assert_cmpuint (sd_chart_get_n_links (chart), ==, 0);
}

static void
test_find_place (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, 700);
  const SdChartLane *offices = sd_chart_get_lane (chart, 1);
  const SdChartCard *first = sd_chart_get_card (chart, 0);
  const SdChartCard *last = sd_chart_get_card (chart, 2);
  const struct
  {
    double x, y;
    const char *kind;
    guint rank;
  } cases[] = {
    { 0, -50, "leading", 0 },
    { first->rect.x + 1, first->rect.y + 1, "office", 0 },
    { first->rect.x + first->rect.width - 1, first->rect.y + 1, "office", 1 },
    { last->rect.x + last->rect.width - 1, last->rect.y + 1, "office", 3 },
    { offices->body.x, offices->header.y + 1, "office", 0 },
    { 0, sd_chart_get_height (chart) + 500, "dispatched", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SdChartRect mark;
      guint rank;
      const SdChartLane *lane;

      lane = sd_chart_find_place (chart, cases[i].x, cases[i].y, &rank, &mark);
      g_assert_cmpstr (lane->kind->name, ==, cases[i].kind);
      g_assert_cmpuint (rank, ==, cases[i].rank);
      g_assert_cmpfloat (mark.width, >, 0);
      g_assert_cmpfloat (mark.height, >, 0);
    }
}

/* The order of the plan is: office, center, office, office, enforcement. */
static void
test_rank_in_plan (void)
{
  static const struct
  {
    const char *unit;
    guint lane;
    guint rank;
    gint64 expected;
  } cases[] = {
    { "01", 1, 0, 0 }, /* where it is */
    { "01", 1, 1, 0 }, /* just after itself: where it is */
    { "01", 1, 2, 2 }, /* between the second and the third office */
    { "01", 1, 3, 4 }, /* last of its lane: last of all */
    { "04", 1, 0, 0 }, /* before the first */
    { "04", 1, 1, 2 }, /* before the second office */
    { "02", 1, 0, 0 }, /* a center into the offices, before the first */
    { "01", 2, 0, 0 }, /* an office into the centers, before the center */
    { "05", 4, 0, 4 }, /* into an empty lane: last of all */
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, 700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strconcat (GROUND, cases[i].unit, NULL);
      SdRow *unit = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, id);

      g_assert_cmpint (sd_chart_rank_in_plan (chart, unit, sd_chart_get_lane (chart, cases[i].lane),
                                              cases[i].rank),
                       ==, cases[i].expected);
    }
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
  g_test_add_func ("/chart/links", test_links);
  g_test_add_func ("/chart/find-place", test_find_place);
  g_test_add_func ("/chart/rank-in-plan", test_rank_in_plan);

  return g_test_run ();
}
