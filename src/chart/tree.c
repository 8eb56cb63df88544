/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tree-private.h"

#include <math.h>

/* All units under the town's leading bodies: a group for each kind, in it the units of the kind,
 * and below a unit those that are under it. Cards stand upright where they would be too many
 * otherwise, and a group that is still too wide breaks into lines. */

#define GROUP_GAP 28.0
#define GUTTER 14.0 /* room for the line that leads to the lines of a group */
#define WIDE 176.0
#define LEAST_TARGET 1400.0 /* width up to which a tree may go beyond the window */
#define MOST_IN_ONE_LINE 60 /* units led from two sides, which are kept in one line */

static void
clear_node (gpointer data)
{
  g_clear_pointer (&((SdTreeNode *) data)->children, g_array_unref);
}

static gboolean
is_leading (const SdChartLane *lane)
{
  return g_str_equal (lane->kind->name, "leading");
}

/* The card under which a card hangs; what is drawn as one with another hangs with that. */
static int
find_parent (const SdTree *tree, guint card)
{
  SdRow *superior = sd_chart_superior (tree->chart, sd_tree_card_at (tree, card)->unit);
  const SdChartCard *above =
      superior != NULL ? sd_chart_find_card (tree->chart, sd_row_get_id (superior)) : NULL;

  if (above != NULL && above->host >= 0)
    above = sd_tree_card_at (tree, (guint) above->host);

  return above != NULL && above != sd_tree_card_at (tree, card)
             ? (int) (above - sd_tree_card_at (tree, 0))
             : -1;
}

static void
link_nodes (SdTree *tree)
{
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      SdTreeNode *node = sd_tree_node_at (tree, i);

      node->parent = sd_tree_card_at (tree, i)->host < 0 ? find_parent (tree, i) : -1;
      if (node->parent < 0)
        continue;
      node = sd_tree_node_at (tree, (guint) node->parent);
      if (node->children == NULL)
        node->children = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (node->children, i);
    }
}

static guint
count_leaves (const SdTree *tree)
{
  guint n = 0;

  for (guint i = 0; i < tree->nodes->len; i++)
    n += sd_tree_card_at (tree, i)->host < 0 && sd_tree_node_at (tree, i)->children == NULL;

  return n;
}

/* How many units are below each, shown or not. */
static void
count_below (SdTree *tree)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, tree->chart->plan, SD_TABLE_UNIT)
    {
      SdRow *above = unit;

      if (!sd_row_is (unit, SD_UNIT_STAGE, tree->chart->stage))
        continue;
      while ((above = sd_chart_superior (tree->chart, above)) != NULL)
        {
          const SdChartCard *card = sd_chart_find_card (tree->chart, sd_row_get_id (above));

          if (card != NULL)
            ((SdChartCard *) card)->n_below++;
        }
    }
}

static void
measure (SdTree *tree, guint card)
{
  SdTreeNode *node = sd_tree_node_at (tree, card);
  double width = 0, height = 0;

  sd_chart_fill_stack (tree->chart, card, tree->form, WIDE, &node->own_width, &node->own_height);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      guint child = g_array_index (node->children, guint, i);

      measure (tree, child);
      width += (i > 0 ? SD_CHART_CARD_GAP : 0) + sd_tree_node_at (tree, child)->width;
      height = MAX (height, sd_tree_node_at (tree, child)->height);
    }
  node->width = MAX (node->own_width, width);
  node->height = node->own_height + (height > 0 ? SD_TREE_LEVEL_GAP + height : 0);
}

/* How a unit hangs on the structure of the town: by a line, by dashes, or not at all. */
static gboolean
hangs (const SdTree *tree, guint card, SdChartRole *role)
{
  g_autoptr (GPtrArray) dispatches =
      sd_row_set_get_children (SD_ROW_SET (tree->chart->plan), SD_TABLE_DISPATCH,
                               sd_row_get_id (sd_tree_card_at (tree, card)->unit));

  *role = SD_CHART_ROLE_LINE;
  if (dispatches->len == 0 ||
      !sd_row_is (dispatches->pdata[0], SD_DISPATCH_DAILY_MANAGER, "county"))
    return TRUE;
  *role = SD_CHART_ROLE_DASHED;

  return !sd_row_is (dispatches->pdata[0], SD_DISPATCH_GUIDE, "county");
}

double
sd_tree_card_center (const SdTree *tree, guint card)
{
  return sd_tree_card_at (tree, card)->rect.x + sd_tree_node_at (tree, card)->own_width / 2;
}

/* From the line across at @bus down to a card; that line then reaches from @left to @right. */
static void
drop_line (const SdTree *tree, guint card, double bus, double *left, double *right)
{
  const double x = sd_tree_card_center (tree, card);
  SdChartRole role;

  if (!hangs (tree, card, &role))
    return;
  sd_chart_add_line (tree->chart->shapes, x, bus, x, sd_tree_card_at (tree, card)->rect.y, role);
  *left = MIN (*left, x);
  *right = MAX (*right, x);
}

/* Places a unit and what is below it in the column that begins at @x. */
void
sd_tree_place_card (SdTree *tree, guint card, double x, double y, double least_height)
{
  SdTreeNode *node = sd_tree_node_at (tree, card);
  SdChart *chart = tree->chart;
  const guint n = node->children != NULL ? node->children->len : 0;
  const double height = n == 0 ? MAX (node->own_height, least_height) : node->own_height;
  double bus, left, right;

  sd_chart_place_stack (chart, card, x + (node->width - node->own_width) / 2, y, height);
  if (n == 0)
    return;

  bus = y + height + SD_TREE_LEVEL_GAP / 2;
  sd_chart_add_line (chart->shapes, sd_tree_card_center (tree, card), y + height,
                     sd_tree_card_center (tree, card), bus, SD_CHART_ROLE_LINE);
  left = right = sd_tree_card_center (tree, card);
  for (guint i = 0; i < n; i++)
    {
      guint child = g_array_index (node->children, guint, i);

      sd_tree_place_card (tree, child, x, y + height + SD_TREE_LEVEL_GAP, 0);
      drop_line (tree, child, bus, &left, &right);
      x += sd_tree_node_at (tree, child)->width + SD_CHART_CARD_GAP;
    }
  if (right > left)
    sd_chart_add_line (chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
}

/* The units of a lane that hang right under its header. */
GArray *
sd_tree_list_roots (const SdTree *tree, const SdChartLane *lane)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    if (sd_tree_node_at (tree, i)->parent < 0)
      g_array_append_val (roots, i);

  return roots;
}

static double
roots_width (const SdTree *tree, const GArray *roots)
{
  double width = 0;

  for (guint i = 0; i < roots->len; i++)
    width += sd_tree_node_at (tree, g_array_index (roots, guint, i))->width + SD_CHART_CARD_GAP;

  return width;
}

/* How wide the lines of a group may be: as much of the whole as it has of the cards, and all its
 * lines about equal. What is led from two sides stays in one line, so that no line crosses it. */
static double
line_limit (const SdTree *tree, const SdChartLane *lane, const GArray *roots)
{
  const double width = roots_width (tree, roots);
  const gboolean two_sides = g_str_equal (lane->kind->name, "dispatched");
  double lines;

  if (tree->width <= tree->target || roots->len == 0 ||
      (two_sides && roots->len <= MOST_IN_ONE_LINE))
    return G_MAXDOUBLE;

  lines = ceil (tree->width / tree->target);
  return width / MIN (lines, roots->len) + width / roots->len;
}

guint
sd_tree_line_length (const SdTree *tree,
                     const GArray *roots,
                     guint first,
                     double limit,
                     double *width,
                     double *height)
{
  guint n = 0;

  *width = *height = 0;
  for (guint i = first; i < roots->len; i++, n++)
    {
      const SdTreeNode *node = sd_tree_node_at (tree, g_array_index (roots, guint, i));
      double wider = *width + (n > 0 ? SD_CHART_CARD_GAP : 0) + node->width;

      if (n > 0 && wider > limit)
        break;
      *width = wider;
      *height = MAX (*height, node->height);
    }

  return n;
}

/* A line of a group; the line that connects them leads from @from to each. */
static void
place_line (SdTree *tree,
            const GArray *roots,
            guint first,
            guint n,
            double x,
            double y,
            double height,
            double from)
{
  const double bus = y - SD_TREE_LEVEL_GAP / 2;
  double left = from, right = from;

  for (guint i = first; i < first + n; i++)
    {
      guint card = g_array_index (roots, guint, i);

      sd_tree_place_card (tree, card, x, y, height);
      drop_line (tree, card, bus, &left, &right);
      x += sd_tree_node_at (tree, card)->width + SD_CHART_CARD_GAP;
    }
  if (right > left)
    sd_chart_add_line (tree->chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
}

/* Places the group of a lane with its header at @x and @y, and returns its width. */
static double
place_group (SdTree *tree, SdChartLane *lane, double x, double y)
{
  g_autoptr (GArray) roots = sd_tree_list_roots (tree, lane);
  const double header = lane->title.rect.width + SD_TREE_HEADER_EXTRA;
  const double top = y + SD_CHART_HEADER_HEIGHT;
  const double limit = line_limit (tree, lane, roots);
  double width, height, bottom = top, widest = 0, group, middle;
  guint n = sd_tree_line_length (tree, roots, 0, limit, &width, &height);
  const gboolean breaks = n < roots->len;

  for (guint i = 0; i < roots->len;
       i += sd_tree_line_length (tree, roots, i, limit, &width, &height))
    {
      sd_tree_line_length (tree, roots, i, limit, &width, &height);
      widest = MAX (widest, width);
    }
  group = MAX (widest + (breaks ? GUTTER : 0), header);
  middle = x + group / 2;
  lane->header = (SdChartRect){ middle - header / 2, y, header, SD_CHART_HEADER_HEIGHT };

  for (guint i = 0; i < roots->len; i += n)
    {
      n = sd_tree_line_length (tree, roots, i, limit, &width, &height);
      place_line (tree, roots, i, n, breaks ? x + GUTTER : middle - width / 2,
                  bottom + SD_TREE_LEVEL_GAP, height, breaks ? x : middle);
      bottom += SD_TREE_LEVEL_GAP + height;
    }
  if (roots->len > 0)
    sd_chart_add_line (tree->chart->shapes, middle, top, middle, top + SD_TREE_LEVEL_GAP / 2,
                       SD_CHART_ROLE_LINE);
  if (breaks)
    {
      sd_chart_add_line (tree->chart->shapes, x, top + SD_TREE_LEVEL_GAP / 2, middle,
                         top + SD_TREE_LEVEL_GAP / 2, SD_CHART_ROLE_LINE);
      sd_chart_add_line (tree->chart->shapes, x, top + SD_TREE_LEVEL_GAP / 2, x,
                         bottom - height - SD_TREE_LEVEL_GAP / 2, SD_CHART_ROLE_LINE);
    }
  lane->body = (SdChartRect){ x, top, group, MAX (bottom - top, SD_CHART_CARD_GAP) };

  return group;
}

static SdChartLane *
find_leading (SdChart *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (is_leading (sd_chart_lane_at (self, i)))
      return sd_chart_lane_at (self, i);

  return NULL;
}

static double
measure_all (SdTree *tree, const SdChartLane *leading)
{
  double top = 0;

  for (guint i = 0; i < tree->chart->lanes->len; i++)
    {
      SdChartLane *lane = sd_chart_lane_at (tree->chart, i);
      g_autoptr (GArray) roots = sd_tree_list_roots (tree, lane);
      const SdCardForm form = tree->form;
      int w;

      pango_layout_get_pixel_size (lane->title.layout, &w, NULL);
      lane->title.rect.width = w;
      /* There are few leading bodies, and what they are called matters most. */
      if (lane == leading)
        tree->form = SD_CARD_FORM_WIDE;
      for (guint j = 0; j < roots->len; j++)
        measure (tree, g_array_index (roots, guint, j));
      tree->form = form;
      if (lane != leading)
        tree->width += roots_width (tree, roots) + GROUP_GAP;
      for (guint j = 0; lane == leading && j < roots->len; j++)
        top = MAX (top, sd_tree_node_at (tree, g_array_index (roots, guint, j))->height);
    }

  return top;
}

/* Everything was placed from 0 on; a narrow tree stands in the middle. */
static void
shift (SdChart *self, double by)
{
  for (guint i = 0; i < self->cards->len; i++)
    sd_chart_card_at (self, i)->rect.x += by;
  for (guint i = 0; i < self->shapes->len; i++)
    g_array_index (self->shapes, SdChartShape, i).rect.x += by;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      sd_chart_lane_at (self, i)->header.x += by;
      sd_chart_lane_at (self, i)->body.x += by;
    }
}

static double
place_all (SdTree *tree, SdChartLane *leading, double top_height)
{
  SdChart *chart = tree->chart;
  const double top = SD_CHART_MARGIN;
  const gboolean has_town = leading == NULL || leading->n_cards == 0;
  double x = 0, middle, groups_y, bottom = 0;

  groups_y = top + (leading != NULL ? SD_CHART_HEADER_HEIGHT : 0) +
             (has_town && chart->town != NULL ? 44 : top_height) + SD_TREE_LEVEL_GAP;
  for (guint i = 0; i < chart->lanes->len; i++)
    {
      SdChartLane *lane = sd_chart_lane_at (chart, i);

      if (lane == leading)
        continue;
      x += place_group (tree, lane, x, groups_y) + GROUP_GAP;
      bottom = MAX (bottom, lane->body.y + lane->body.height);
    }
  x = MAX (x - GROUP_GAP, WIDE);
  middle = x / 2;
  if (leading != NULL)
    sd_tree_place_top (tree, leading, middle, top);
  if (has_town)
    sd_tree_place_town (tree, middle, top + (leading != NULL ? SD_CHART_HEADER_HEIGHT : 0));
  sd_tree_connect_groups (tree, leading, middle, groups_y - SD_TREE_LEVEL_GAP,
                          groups_y - SD_TREE_LEVEL_GAP / 2);
  chart->height = bottom;

  return x;
}

/*
 * sd_chart_lay_out_tree:
 * @self: a chart whose lanes and cards are collected
 * @width: the width to fill where the tree is narrower
 */
void
sd_chart_lay_out_tree (SdChart *self, double width)
{
  SdTree tree = { .chart = self, .target = MAX (width - 2 * SD_CHART_MARGIN, LEAST_TARGET) };
  SdChartLane *leading = find_leading (self);
  double needed;

  tree.nodes = g_array_new (FALSE, TRUE, sizeof (SdTreeNode));
  g_array_set_clear_func (tree.nodes, clear_node);
  g_array_set_size (tree.nodes, self->cards->len);
  link_nodes (&tree);
  count_below (&tree);
  tree.form = count_leaves (&tree) * (WIDE + SD_CHART_CARD_GAP) <= width ? SD_CARD_FORM_WIDE
                                                                         : SD_CARD_FORM_UPRIGHT;

  needed = place_all (&tree, leading, measure_all (&tree, leading));
  self->width = needed;
  sd_chart_add_departments (self);
  sd_chart_add_legend (self, 0);
  self->width = MAX (self->width + 2 * SD_CHART_MARGIN, width);
  shift (self, MAX (SD_CHART_MARGIN, (self->width - needed) / 2));
  self->height += SD_CHART_MARGIN;
  g_array_unref (tree.nodes);
}
