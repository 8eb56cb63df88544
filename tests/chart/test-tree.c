/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include <locale.h>

/* The plan of the fixture with a leading body, and a dispatched unit led from two sides. */
static SdPlan *
make_tree_plan (void)
{
  SdPlan *plan = make_plan ();
  SdRow *dispatch;

  put_unit (plan, "06", 5, "leading", "探沂镇党委");
  put_unit (plan, "07", 6, "dispatched", "探沂派出所");
  dispatch = put (plan, SD_TABLE_DISPATCH, "31", "07", 0);
  set_text (dispatch, SD_DISPATCH_DEPARTMENT, "县公安局");
  set_text (dispatch, SD_DISPATCH_GUIDE, "county");
  set_text (dispatch, SD_DISPATCH_DAILY_MANAGER, "town");
  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "02"), SD_UNIT_SUPERIOR,
            GROUND "01");

  return plan;
}

static guint
count_shapes (SdChart *chart, SdChartRole role)
{
  guint n = 0;

  for (guint i = 0; i < sd_chart_get_n_shapes (chart); i++)
    n += sd_chart_get_shape (chart, i)->role == role;

  return n;
}

static gboolean
adjoin (SdChart *chart, const SdChartCard *a, const SdChartCard *b)
{
  return a->host >= 0 && sd_chart_get_card (chart, (guint) a->host) == b;
}

static void
check_cards_keep_apart (SdChart *chart)
{
  for (guint i = 0; i < sd_chart_get_n_cards (chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (chart, i);

      g_assert_cmpfloat (card->rect.x, >=, 0);
      g_assert_cmpfloat (card->rect.x + card->rect.width, <=, sd_chart_get_width (chart));
      g_assert_cmpfloat (card->rect.y + card->rect.height, <=, sd_chart_get_height (chart));
      for (guint j = 0; j < i; j++)
        if (!adjoin (chart, card, sd_chart_get_card (chart, j)))
          g_assert_false (sd_chart_rects_meet (&card->rect, &sd_chart_get_card (chart, j)->rect));
    }
}

/* A connector ends at the edge of a card, so the width of the line itself may lie on it. */
static void
check_lines_cross_no_card (SdChart *chart)
{
  for (guint i = 0; i < sd_chart_get_n_shapes (chart); i++)
    {
      const SdChartShape *line = sd_chart_get_shape (chart, i);

      if (line->role != SD_CHART_ROLE_LINE && line->role != SD_CHART_ROLE_DASHED)
        continue;
      for (guint j = 0; j < sd_chart_get_n_cards (chart); j++)
        {
          const SdChartRect *card = &sd_chart_get_card (chart, j)->rect;
          const SdChartRect inner = { card->x + 2, card->y + 2, card->width - 4, card->height - 4 };

          g_assert_false (sd_chart_rects_meet (&line->rect, &inner));
        }
    }
}

static void
test_shape (void)
{
  static const double widths[] = { 100, 700, 1024, 3000 };
  g_autoptr (SdPlan) plan = make_tree_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, widths[i]);
      const SdChartCard *above = sd_chart_find_card (chart, GROUND "01");
      const SdChartCard *below = sd_chart_find_card (chart, GROUND "02");

      check_cards_keep_apart (chart);
      check_lines_cross_no_card (chart);
      g_assert_cmpfloat (below->rect.y, >, above->rect.y + above->rect.height);
      g_assert_cmpuint (above->n_below, ==, 1);
      g_assert_cmpfloat (sd_chart_find_card (chart, GROUND "06")->rect.y, <, above->rect.y);
    }
}

/* 400 units are more than one line holds. */
static void
test_many (void)
{
  g_autoptr (SdPlan) plan = make_tree_plan ();
  g_autoptr (SdChart) chart = NULL;

  for (gint64 i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("%02x", 0x40 + (guint) i % 0x80);
      g_autofree char *row_id = g_strdup_printf ("%08x-0000-4000-8000-000000000000", (guint) i + 1);
      g_autoptr (SdRow) row =
          sd_row_new (SD_TABLE_UNIT, sd_plan_get_id (plan), row_id, NULL, 7 + i);

      set_text (row, SD_UNIT_NAME, id);
      set_text (row, SD_UNIT_KIND, i % 2 == 0 ? "office" : "center");
      set_text (row, SD_UNIT_STAGE, "proposed");
      sd_row_set_put_row (SD_ROW_SET (plan), row);
    }
  chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);
  check_cards_keep_apart (chart);
  check_lines_cross_no_card (chart);
  g_assert_cmpfloat (sd_chart_get_width (chart), <, 3000);
}

/* Solid for who manages daily, dashed for who guides the business; nothing for neither. */
static void
test_two_sides (void)
{
  static const struct
  {
    const char *daily, *guide;
    guint dashed; /* parts of connectors, with one in the legend */
    gboolean has_box;
  } cases[] = {
    { "town", "county", 3, TRUE },   { "county", "town", 2, TRUE }, { "joint", "joint", 0, TRUE },
    { "county", "county", 0, TRUE }, { "town", "town", 0, FALSE },
  };
  g_autoptr (SdPlan) plan = make_tree_plan ();
  SdRow *dispatch = sd_row_set_peek_row (SD_ROW_SET (plan), SD_TABLE_DISPATCH, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdChart) chart = NULL;

      set_text (dispatch, SD_DISPATCH_DAILY_MANAGER, cases[i].daily);
      set_text (dispatch, SD_DISPATCH_GUIDE, cases[i].guide);
      chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);
      g_test_message ("%s, %s", cases[i].daily, cases[i].guide);
      g_assert_cmpuint (count_shapes (chart, SD_CHART_ROLE_DASHED), ==, cases[i].dashed);
      g_assert_cmpint (count_shapes (chart, SD_CHART_ROLE_BOX) > 0, ==, cases[i].has_box);
    }
}

static void
test_folded_branch (void)
{
  g_autoptr (SdPlan) plan = make_tree_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);

  sd_chart_set_folded (chart, GROUND "01", TRUE);
  sd_chart_layout (chart, 1000);
  g_assert_null (sd_chart_find_card (chart, GROUND "02"));
  g_assert_true (sd_chart_find_card (chart, GROUND "01")->folded);
  g_assert_cmpuint (sd_chart_find_card (chart, GROUND "01")->n_below, ==, 1);
}

/* Units that are each under the other hang where all others do. */
static void
test_circle (void)
{
  g_autoptr (SdPlan) plan = make_tree_plan ();
  g_autoptr (SdChart) chart = NULL;

  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "01"), SD_UNIT_SUPERIOR,
            GROUND "02");
  chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);
  g_assert_cmpuint (sd_chart_get_n_cards (chart), ==, 7);
  check_cards_keep_apart (chart);
}

/* Without leading bodies the town stands above. */
static void
test_town (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);

  g_assert_cmpuint (count_shapes (chart, SD_CHART_ROLE_BOX), ==, 0);
  sd_chart_set_town (chart, "探沂镇");
  sd_chart_layout (chart, 1000);
  g_assert_cmpuint (count_shapes (chart, SD_CHART_ROLE_BOX), ==, 1);
  check_cards_keep_apart (chart);
}

/* Pictures leave out lanes without cards. */
static void
test_compact (void)
{
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_chart (plan, SD_CHART_ARRANGEMENT_TREE, 1000);

  g_assert_cmpuint (sd_chart_get_n_lanes (chart), ==, 6);
  sd_chart_set_compact (chart, TRUE);
  sd_chart_layout (chart, 1000);
  g_assert_cmpuint (sd_chart_get_n_lanes (chart), ==, 2);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/tree/shape", test_shape);
  g_test_add_func ("/chart/tree/many", test_many);
  g_test_add_func ("/chart/tree/two-sides", test_two_sides);
  g_test_add_func ("/chart/tree/folded-branch", test_folded_branch);
  g_test_add_func ("/chart/tree/circle", test_circle);
  g_test_add_func ("/chart/tree/town", test_town);
  g_test_add_func ("/chart/tree/compact", test_compact);

  return g_test_run ();
}
