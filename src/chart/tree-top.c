/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tree-private.h"

/* What stands above the groups of a tree: the leading bodies, or the town. */

#define TOWN_PADDING 14.0

/* The leading bodies side by side, or the town's name where there are none; returns the height. */
double
sd_tree_place_top (SdTree *tree, SdChartLane *lane, double middle, double y)
{
  g_autoptr (GArray) roots = sd_tree_list_roots (tree, lane);
  const double header = lane->title.rect.width + SD_TREE_HEADER_EXTRA;
  const double top = y + SD_CHART_HEADER_HEIGHT;
  double width, height, x;

  lane->header = (SdChartRect){ middle - header / 2, y, header, SD_CHART_HEADER_HEIGHT };
  sd_tree_line_length (tree, roots, 0, G_MAXDOUBLE, &width, &height);
  x = middle - width / 2;
  for (guint i = 0; i < roots->len; i++)
    {
      guint card = g_array_index (roots, guint, i);

      sd_tree_place_card (tree, card, x, top, height);
      x += sd_tree_node_at (tree, card)->width + SD_CHART_CARD_GAP;
    }
  lane->body = (SdChartRect){ middle - width / 2, top, width, height };

  return SD_CHART_HEADER_HEIGHT + height;
}

double
sd_tree_place_town (SdTree *tree, double middle, double y)
{
  SdChart *chart = tree->chart;
  PangoLayout *name;
  int w, h;

  if (chart->town == NULL)
    return 0;

  name = sd_chart_make_text (chart, chart->town, 1.15, PANGO_WEIGHT_BOLD, 0);
  pango_layout_get_pixel_size (name, &w, &h);
  sd_chart_add_rect (
      chart->shapes,
      (SdChartRect){ middle - w / 2.0 - TOWN_PADDING, y, w + 2 * TOWN_PADDING, h + TOWN_PADDING },
      SD_CHART_ROLE_BOX, 0, 6);
  sd_chart_add_text (chart->shapes, name, middle - w / 2.0, y + TOWN_PADDING / 2,
                     SD_CHART_ROLE_TEXT);

  return h + TOWN_PADDING;
}

/* The line that the leading bodies, or the town, lead all groups by. */
void
sd_tree_connect_groups (
    SdTree *tree, const SdChartLane *leading, double middle, double bottom, double bus)
{
  SdChart *chart = tree->chart;
  double left = middle, right = middle;

  for (guint i = 0; i < chart->lanes->len; i++)
    {
      const SdChartLane *lane = sd_chart_lane_at (chart, i);
      const double x = lane->header.x + lane->header.width / 2;

      if (lane == leading || lane->is_bench)
        continue;
      sd_chart_add_line (chart->shapes, x, bus, x, lane->header.y, SD_CHART_ROLE_LINE);
      left = MIN (left, x);
      right = MAX (right, x);
    }
  for (guint i = 0; leading != NULL && i < leading->n_cards; i++)
    {
      const double x = sd_tree_card_center (tree, leading->first + i);

      if (sd_tree_node_at (tree, leading->first + i)->parent >= 0)
        continue;
      sd_chart_add_line (chart->shapes, x, bottom, x, bus, SD_CHART_ROLE_LINE);
      left = MIN (left, x);
      right = MAX (right, x);
    }
  if (leading == NULL || leading->n_cards == 0)
    sd_chart_add_line (chart->shapes, middle, bottom, middle, bus, SD_CHART_ROLE_LINE);
  sd_chart_add_line (chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
}
