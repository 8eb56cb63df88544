/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

#include <math.h>

/* All units under the town's leading bodies: a group for each kind, in it the units of the kind,
 * and below a unit those that are under it. Cards stand upright where they would be too many
 * otherwise, and a group that is still too wide breaks into lines. */

#define GROUP_GAP 28.0
#define LEVEL_GAP 28.0
#define GUTTER 14.0       /* room for the line that leads to the lines of a group */
#define HEADER_EXTRA 84.0 /* what stands beside the title */
#define WIDE 176.0
#define LEAST_TARGET 1400.0 /* width up to which a tree may go beyond the window */
#define MOST_IN_ONE_LINE 60 /* units led from two sides, which are kept in one line */
#define TOWN_PADDING 14.0

typedef struct
{
  GArray *children; /* guint: cards right below it; NULL for none */
  int parent;       /* card, or -1 */
  double own_width; /* with what adjoins it */
  double own_height;
  double width; /* with all that is below it */
  double height;
} Node;

typedef struct
{
  SdChart *chart;
  GArray *nodes; /* Node, one a card */
  SdCardForm form;
  double target; /* how wide it may be */
  double width;  /* how wide it were in one line */
} Tree;

static void
clear_node (gpointer data)
{
  g_clear_pointer (&((Node *) data)->children, g_array_unref);
}

static Node *
node_at (const Tree *tree, guint card)
{
  return &g_array_index (tree->nodes, Node, card);
}

static SdChartCard *
card_at (const Tree *tree, guint card)
{
  return sd_chart_card_at (tree->chart, card);
}

static gboolean
is_leading (const SdChartLane *lane)
{
  return g_str_equal (lane->kind->name, "leading");
}

/* The card under which a card hangs; what is drawn as one with another hangs with that. */
static int
find_parent (const Tree *tree, guint card)
{
  SdRow *superior = sd_chart_superior (tree->chart, card_at (tree, card)->unit);
  const SdChartCard *above =
      superior != NULL ? sd_chart_find_card (tree->chart, sd_row_get_id (superior)) : NULL;

  if (above != NULL && above->host >= 0)
    above = card_at (tree, (guint) above->host);

  return above != NULL && above != card_at (tree, card) ? (int) (above - card_at (tree, 0)) : -1;
}

static void
link_nodes (Tree *tree)
{
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      Node *node = node_at (tree, i);

      node->parent = card_at (tree, i)->host < 0 ? find_parent (tree, i) : -1;
      if (node->parent < 0)
        continue;
      node = node_at (tree, (guint) node->parent);
      if (node->children == NULL)
        node->children = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (node->children, i);
    }
}

static guint
count_leaves (const Tree *tree)
{
  guint n = 0;

  for (guint i = 0; i < tree->nodes->len; i++)
    n += card_at (tree, i)->host < 0 && node_at (tree, i)->children == NULL;

  return n;
}

/* How many units are below each, shown or not. */
static void
count_below (Tree *tree)
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
measure (Tree *tree, guint card)
{
  Node *node = node_at (tree, card);
  double width = 0, height = 0;

  sd_chart_fill_stack (tree->chart, card, tree->form, WIDE, &node->own_width, &node->own_height);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      guint child = g_array_index (node->children, guint, i);

      measure (tree, child);
      width += (i > 0 ? SD_CHART_CARD_GAP : 0) + node_at (tree, child)->width;
      height = MAX (height, node_at (tree, child)->height);
    }
  node->width = MAX (node->own_width, width);
  node->height = node->own_height + (height > 0 ? LEVEL_GAP + height : 0);
}

/* How a unit hangs on the structure of the town: by a line, by dashes, or not at all. */
static gboolean
hangs (const Tree *tree, guint card, SdChartRole *role)
{
  g_autoptr (GPtrArray) dispatches =
      sd_row_set_get_children (SD_ROW_SET (tree->chart->plan), SD_TABLE_DISPATCH,
                               sd_row_get_id (card_at (tree, card)->unit));

  *role = SD_CHART_ROLE_LINE;
  if (dispatches->len == 0 ||
      !sd_row_is (dispatches->pdata[0], SD_DISPATCH_DAILY_MANAGER, "county"))
    return TRUE;
  *role = SD_CHART_ROLE_DASHED;

  return !sd_row_is (dispatches->pdata[0], SD_DISPATCH_GUIDE, "county");
}

static double
card_center (const Tree *tree, guint card)
{
  return card_at (tree, card)->rect.x + node_at (tree, card)->own_width / 2;
}

/* From the line across at @bus down to a card; that line then reaches from @left to @right. */
static void
drop_line (const Tree *tree, guint card, double bus, double *left, double *right)
{
  const double x = card_center (tree, card);
  SdChartRole role;

  if (!hangs (tree, card, &role))
    return;
  sd_chart_add_line (tree->chart->shapes, x, bus, x, card_at (tree, card)->rect.y, role);
  *left = MIN (*left, x);
  *right = MAX (*right, x);
}

/* Places a unit and what is below it in the column that begins at @x. */
static void
place (Tree *tree, guint card, double x, double y, double least_height)
{
  Node *node = node_at (tree, card);
  SdChart *chart = tree->chart;
  const guint n = node->children != NULL ? node->children->len : 0;
  const double height = n == 0 ? MAX (node->own_height, least_height) : node->own_height;
  double bus, left, right;

  sd_chart_place_stack (chart, card, x + (node->width - node->own_width) / 2, y, height);
  if (n == 0)
    return;

  bus = y + height + LEVEL_GAP / 2;
  sd_chart_add_line (chart->shapes, card_center (tree, card), y + height, card_center (tree, card),
                     bus, SD_CHART_ROLE_LINE);
  left = right = card_center (tree, card);
  for (guint i = 0; i < n; i++)
    {
      guint child = g_array_index (node->children, guint, i);

      place (tree, child, x, y + height + LEVEL_GAP, 0);
      drop_line (tree, child, bus, &left, &right);
      x += node_at (tree, child)->width + SD_CHART_CARD_GAP;
    }
  if (right > left)
    sd_chart_add_line (chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
}

/* The units of a lane that hang right under its header. */
static GArray *
list_roots (const Tree *tree, const SdChartLane *lane)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    if (node_at (tree, i)->parent < 0)
      g_array_append_val (roots, i);

  return roots;
}

static double
roots_width (const Tree *tree, const GArray *roots)
{
  double width = 0;

  for (guint i = 0; i < roots->len; i++)
    width += node_at (tree, g_array_index (roots, guint, i))->width + SD_CHART_CARD_GAP;

  return width;
}

/* How wide the lines of a group may be: as much of the whole as it has of the cards, and all its
 * lines about equal. What is led from two sides stays in one line, so that no line crosses it. */
static double
line_limit (const Tree *tree, const SdChartLane *lane, const GArray *roots)
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

static guint
line_length (
    const Tree *tree, const GArray *roots, guint first, double limit, double *width, double *height)
{
  guint n = 0;

  *width = *height = 0;
  for (guint i = first; i < roots->len; i++, n++)
    {
      const Node *node = node_at (tree, g_array_index (roots, guint, i));
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
place_line (Tree *tree,
            const GArray *roots,
            guint first,
            guint n,
            double x,
            double y,
            double height,
            double from)
{
  const double bus = y - LEVEL_GAP / 2;
  double left = from, right = from;

  for (guint i = first; i < first + n; i++)
    {
      guint card = g_array_index (roots, guint, i);

      place (tree, card, x, y, height);
      drop_line (tree, card, bus, &left, &right);
      x += node_at (tree, card)->width + SD_CHART_CARD_GAP;
    }
  if (right > left)
    sd_chart_add_line (tree->chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
}

/* Places the group of a lane with its header at @x and @y, and returns its width. */
static double
place_group (Tree *tree, SdChartLane *lane, double x, double y)
{
  g_autoptr (GArray) roots = list_roots (tree, lane);
  const double header = lane->title.rect.width + HEADER_EXTRA;
  const double top = y + SD_CHART_HEADER_HEIGHT;
  const double limit = line_limit (tree, lane, roots);
  double width, height, bottom = top, widest = 0, group, middle;
  guint n = line_length (tree, roots, 0, limit, &width, &height);
  const gboolean breaks = n < roots->len;

  for (guint i = 0; i < roots->len; i += line_length (tree, roots, i, limit, &width, &height))
    {
      line_length (tree, roots, i, limit, &width, &height);
      widest = MAX (widest, width);
    }
  group = MAX (widest + (breaks ? GUTTER : 0), header);
  middle = x + group / 2;
  lane->header = (SdChartRect){ middle - header / 2, y, header, SD_CHART_HEADER_HEIGHT };

  for (guint i = 0; i < roots->len; i += n)
    {
      n = line_length (tree, roots, i, limit, &width, &height);
      place_line (tree, roots, i, n, breaks ? x + GUTTER : middle - width / 2, bottom + LEVEL_GAP,
                  height, breaks ? x : middle);
      bottom += LEVEL_GAP + height;
    }
  if (roots->len > 0)
    sd_chart_add_line (tree->chart->shapes, middle, top, middle, top + LEVEL_GAP / 2,
                       SD_CHART_ROLE_LINE);
  if (breaks)
    {
      sd_chart_add_line (tree->chart->shapes, x, top + LEVEL_GAP / 2, middle, top + LEVEL_GAP / 2,
                         SD_CHART_ROLE_LINE);
      sd_chart_add_line (tree->chart->shapes, x, top + LEVEL_GAP / 2, x,
                         bottom - height - LEVEL_GAP / 2, SD_CHART_ROLE_LINE);
    }
  lane->body = (SdChartRect){ x, top, group, MAX (bottom - top, SD_CHART_CARD_GAP) };

  return group;
}

/* Above the groups */

/* The leading bodies side by side, or the town's name where there are none; returns the height. */
static double
place_top (Tree *tree, SdChartLane *lane, double middle, double y)
{
  g_autoptr (GArray) roots = list_roots (tree, lane);
  const double header = lane->title.rect.width + HEADER_EXTRA;
  const double top = y + SD_CHART_HEADER_HEIGHT;
  double width, height, x;

  lane->header = (SdChartRect){ middle - header / 2, y, header, SD_CHART_HEADER_HEIGHT };
  line_length (tree, roots, 0, G_MAXDOUBLE, &width, &height);
  x = middle - width / 2;
  for (guint i = 0; i < roots->len; i++)
    {
      guint card = g_array_index (roots, guint, i);

      place (tree, card, x, top, height);
      x += node_at (tree, card)->width + SD_CHART_CARD_GAP;
    }
  lane->body = (SdChartRect){ middle - width / 2, top, width, height };

  return SD_CHART_HEADER_HEIGHT + height;
}

static double
place_town (Tree *tree, double middle, double y)
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
static void
connect_groups (Tree *tree, const SdChartLane *leading, double middle, double bottom, double bus)
{
  SdChart *chart = tree->chart;
  double left = middle, right = middle;

  for (guint i = 0; i < chart->lanes->len; i++)
    {
      const SdChartLane *lane = sd_chart_lane_at (chart, i);
      const double x = lane->header.x + lane->header.width / 2;

      if (lane == leading)
        continue;
      sd_chart_add_line (chart->shapes, x, bus, x, lane->header.y, SD_CHART_ROLE_LINE);
      left = MIN (left, x);
      right = MAX (right, x);
    }
  for (guint i = 0; leading != NULL && i < leading->n_cards; i++)
    {
      const double x = card_center (tree, leading->first + i);

      if (node_at (tree, leading->first + i)->parent >= 0)
        continue;
      sd_chart_add_line (chart->shapes, x, bottom, x, bus, SD_CHART_ROLE_LINE);
      left = MIN (left, x);
      right = MAX (right, x);
    }
  if (leading == NULL || leading->n_cards == 0)
    sd_chart_add_line (chart->shapes, middle, bottom, middle, bus, SD_CHART_ROLE_LINE);
  sd_chart_add_line (chart->shapes, left, bus, right, bus, SD_CHART_ROLE_LINE);
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
measure_all (Tree *tree, const SdChartLane *leading)
{
  double top = 0;

  for (guint i = 0; i < tree->chart->lanes->len; i++)
    {
      SdChartLane *lane = sd_chart_lane_at (tree->chart, i);
      g_autoptr (GArray) roots = list_roots (tree, lane);
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
        top = MAX (top, node_at (tree, g_array_index (roots, guint, j))->height);
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
place_all (Tree *tree, SdChartLane *leading, double top_height)
{
  SdChart *chart = tree->chart;
  const double top = SD_CHART_MARGIN;
  const gboolean has_town = leading == NULL || leading->n_cards == 0;
  double x = 0, middle, groups_y, bottom = 0;

  groups_y = top + (leading != NULL ? SD_CHART_HEADER_HEIGHT : 0) +
             (has_town && chart->town != NULL ? 44 : top_height) + LEVEL_GAP;
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
    place_top (tree, leading, middle, top);
  if (has_town)
    place_town (tree, middle, top + (leading != NULL ? SD_CHART_HEADER_HEIGHT : 0));
  connect_groups (tree, leading, middle, groups_y - LEVEL_GAP, groups_y - LEVEL_GAP / 2);
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
  Tree tree = { .chart = self, .target = MAX (width - 2 * SD_CHART_MARGIN, LEAST_TARGET) };
  SdChartLane *leading = find_leading (self);
  double needed;

  tree.nodes = g_array_new (FALSE, TRUE, sizeof (Node));
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
