/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-private.h"

#include "chart-private.h"

#define MARGIN 12.0
#define BAR_WIDTH 10.0
#define BAR_LEAST 3.0
#define TEXT_GAP 8.0
#define TEXT_SHARE 0.28 /* of the width, for the text of a side */
#define TEXT_MIN_WIDTH 96.0
#define TEXT_MAX_WIDTH 240.0
#define SLOT_GAP 8.0
#define RIBBON_LEAST 1.0
#define RIBBON_GAP 1.5

/* Pixels a person */
#define MIN_SCALE 3.0
#define MAX_SCALE 10.0
#define MAX_BARS 20000.0 /* together; beyond that the scale gives way */

G_DEFINE_FINAL_TYPE (SdFlow, sd_flow, G_TYPE_OBJECT)

static void
sd_flow_finalize (GObject *object)
{
  SdFlow *self = SD_FLOW (object);

  g_ptr_array_unref (self->ribbons);
  g_ptr_array_unref (self->nodes);
  g_clear_object (&self->context);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (sd_flow_parent_class)->finalize (object);
}

static void
sd_flow_class_init (SdFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_flow_finalize;
}

static void
sd_flow_init (SdFlow *self)
{
  self->nodes = g_ptr_array_new ();
  self->ribbons = g_ptr_array_new ();
}

/* Text */

static void
measure (PangoLayout *layout, SdChartRect *rect)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  rect->width = width / (double) PANGO_SCALE;
  rect->height = height / (double) PANGO_SCALE;
}

static const char *
name_of (SdFlow *self, const SdFlowNode *node)
{
  const char *name;

  if (node->unit == NULL)
    return sd_chart_word (self->chinese,
                          node->side == SD_FLOW_CURRENT ? "Not yet filled" : "Without a place");

  name = sd_row_get_text (node->unit, SD_UNIT_NAME);
  return name != NULL ? name : "";
}

static gint64
sum_of (const gint64 figures[SD_FLOW_N_TYPES])
{
  gint64 sum = 0;

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    sum += figures[t];

  return sum;
}

static char *
figures_of (const SdFlowNode *node)
{
  gint64 held = sum_of (node->held), moved = sum_of (node->moved);

  if (node->unit == NULL || held == moved)
    return g_strdup_printf ("%" G_GINT64_FORMAT, held);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, moved, held);
}

/* The figures stand beside the bar, and the name has what is left of the column, two lines at the
 * most. */
static void
set_text (SdFlow *self, SdFlowNode *node, double column)
{
  g_autofree char *figures = figures_of (node);

  g_clear_object (&node->figures);
  node->figures = pango_layout_new (self->context);
  pango_layout_set_text (node->figures, figures, -1);
  measure (node->figures, &node->figures_at);

  g_clear_object (&node->name);
  node->name = pango_layout_new (self->context);
  pango_layout_set_text (node->name, name_of (self, node), -1);
  pango_layout_set_wrap (node->name, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (node->name, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (node->name, -2);
  pango_layout_set_width (
      node->name,
      (int) (MAX (column - node->figures_at.width - 2 * TEXT_GAP, TEXT_GAP) * PANGO_SCALE));
  pango_layout_set_alignment (node->name,
                              node->side == SD_FLOW_CURRENT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  measure (node->name, &node->name_at);
  node->name_at.width = column - node->figures_at.width - 2 * TEXT_GAP;
}

/* Heights */

/* Of ribbons that lie side by side from end to end, all but the first keep a gap. */
static double
ribbon_gap (SdFlow *self, guint index)
{
  const SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, index);
  const SdFlowRibbon *above = index > 0 ? g_ptr_array_index (self->ribbons, index - 1) : NULL;

  return above != NULL && above->from == ribbon->from && above->to == ribbon->to ? RIBBON_GAP : 0;
}

static double
ribbon_width (const SdFlowRibbon *ribbon, double scale)
{
  return MAX ((double) ribbon->headcount * scale, RIBBON_LEAST);
}

/* What a node's ribbons take, the rest of a unit among them; more where transfers take or bring
 * more than it has. */
static void
set_bar_heights (SdFlow *self, double scale)
{
  for (guint i = 0; i < self->nodes->len; i++)
    ((SdFlowNode *) g_ptr_array_index (self->nodes, i))->bar.height = 0;
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, i);
      const double height = ribbon_gap (self, i) + ribbon_width (ribbon, scale);

      ((SdFlowNode *) ribbon->from)->bar.height += height;
      ((SdFlowNode *) ribbon->to)->bar.height += height;
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);
      const double least = MAX ((double) sd_flow_node_total (node) * scale, BAR_LEAST);

      node->bar.height = MAX (node->bar.height, least);
    }
}

static double
slot_height (const SdFlowNode *node)
{
  const double text = MAX (node->name_at.height, node->figures_at.height);

  return MAX (node->bar.height, text) + SLOT_GAP;
}

static double
side_height (SdFlow *self, SdFlowSide side, guint *n)
{
  double height = 0;

  *n = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SdFlowNode *node = g_ptr_array_index (self->nodes, i);

      if (node->side != side)
        continue;
      height += slot_height (node);
      ++*n;
    }

  return height;
}

static double
both_heights (SdFlow *self, double scale)
{
  guint n;

  set_bar_heights (self, scale);

  return MAX (side_height (self, SD_FLOW_CURRENT, &n), side_height (self, SD_FLOW_PROPOSED, &n));
}

static double
count_people (SdFlow *self)
{
  double people = 0;

  for (guint i = 0; i < self->ribbons->len; i++)
    people += (double) ((SdFlowRibbon *) g_ptr_array_index (self->ribbons, i))->headcount;

  return people;
}

/* The largest scale with which both sides fit into the height, within bounds. Text has its height
 * whatever the scale, so it is sought and not computed. */
static double
choose_scale (SdFlow *self, double height)
{
  const double people = count_people (self);
  double low = people > 0 ? MIN (MIN_SCALE, MAX_BARS / people) : MIN_SCALE;
  double high = people > 0 ? CLAMP (MAX_BARS / people, low, MAX_SCALE) : MAX_SCALE;

  for (guint i = 0; i < 16; i++)
    {
      const double middle = (low + high) / 2;

      if (both_heights (self, middle) <= height)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Places */

static void
place_node (SdFlowNode *node, const SdChartRect *slot)
{
  const double middle = slot->y + slot->height / 2;
  const gboolean left = node->side == SD_FLOW_CURRENT;
  const double right_end = slot->x + slot->width;

  node->slot = *slot;
  node->bar.width = BAR_WIDTH;
  node->bar.x = left ? right_end - BAR_WIDTH : slot->x;
  node->bar.y = middle - node->bar.height / 2;
  node->figures_at.x =
      left ? node->bar.x - TEXT_GAP - node->figures_at.width : node->bar.x + BAR_WIDTH + TEXT_GAP;
  node->figures_at.y = middle - node->figures_at.height / 2;
  node->name_at.x = left ? slot->x : right_end - node->name_at.width;
  node->name_at.y = middle - node->name_at.height / 2;
}

/* A side that needs less height than the other has its nodes farther apart. */
static void
place_side (SdFlow *self, SdFlowSide side, double width, double column)
{
  guint n;
  double needed = side_height (self, side, &n);
  double spare = n > 0 ? (self->height - 2 * MARGIN - needed) / n : 0;
  double y = MARGIN;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);
      SdChartRect slot = { side == SD_FLOW_CURRENT ? MARGIN : width - MARGIN - column - BAR_WIDTH,
                           y, column + BAR_WIDTH, 0 };

      if (node->side != side)
        continue;
      slot.height = slot_height (node) + spare;
      place_node (node, &slot);
      y += slot.height;
    }
}

/* Ribbons are in the order of where they come from and then of where they go, so those that leave
 * or reach the same bar do not cross there. */
static void
place_ribbons (SdFlow *self, double scale)
{
  g_autofree double *left_y = g_new0 (double, self->nodes->len);
  g_autofree double *right_y = g_new0 (double, self->nodes->len);

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, i);
      const double gap = ribbon_gap (self, i);

      ribbon->width = ribbon_width (ribbon, scale);
      left_y[ribbon->from->place] += gap;
      right_y[ribbon->to->place] += gap;
      ribbon->x1 = ribbon->from->bar.x + BAR_WIDTH;
      ribbon->x2 = ribbon->to->bar.x;
      ribbon->y1 = ribbon->from->bar.y + left_y[ribbon->from->place];
      ribbon->y2 = ribbon->to->bar.y + right_y[ribbon->to->place];
      left_y[ribbon->from->place] += ribbon->width;
      right_y[ribbon->to->place] += ribbon->width;
    }
}

/**
 * sd_flow_new:
 * @plan: the plan to show
 * @context: fonts and language for the text
 *
 * Returns: (transfer full): a flow with nothing laid out yet
 */
SdFlow *
sd_flow_new (SdPlan *plan, PangoContext *context)
{
  SdFlow *self = g_object_new (SD_TYPE_FLOW, NULL);

  self->plan = g_object_ref (plan);
  self->context = g_object_ref (context);

  return self;
}

/**
 * sd_flow_set_chinese:
 * @self: a flow
 * @chinese: whether its words are Chinese whatever the language of the user
 */
void
sd_flow_set_chinese (SdFlow *self, gboolean chinese)
{
  self->chinese = chinese;
}

/**
 * sd_flow_layout:
 * @self: a flow
 * @width: width to fill
 * @height: height to fill, if what is there can; else it becomes higher
 *
 * Lays the plan out as it is now. Nodes and ribbons that were got before are gone.
 */
void
sd_flow_layout (SdFlow *self, double width, double height)
{
  const double column = CLAMP (width * TEXT_SHARE, TEXT_MIN_WIDTH, TEXT_MAX_WIDTH);
  double scale;

  sd_flow_build (self);
  sd_flow_order (self);
  for (guint i = 0; i < self->nodes->len; i++)
    set_text (self, g_ptr_array_index (self->nodes, i), column);

  scale = choose_scale (self, height - 2 * MARGIN);
  self->height = MAX (both_heights (self, scale) + 2 * MARGIN, height);
  place_side (self, SD_FLOW_CURRENT, width, column);
  place_side (self, SD_FLOW_PROPOSED, width, column);
  place_ribbons (self, scale);
}

/**
 * sd_flow_get_height:
 * @self: a flow that has been laid out
 *
 * Returns: the height it fills
 */
double
sd_flow_get_height (SdFlow *self)
{
  return self->height;
}

/**
 * sd_flow_get_n_nodes:
 * @self: a flow
 *
 * Returns: how many nodes there are on both sides
 */
guint
sd_flow_get_n_nodes (SdFlow *self)
{
  return self->nodes->len;
}

/**
 * sd_flow_get_node:
 * @self: a flow
 * @node: index of a node, those on the left first, each side from the top
 *
 * Returns: (transfer none): the node; valid until the next layout
 */
const SdFlowNode *
sd_flow_get_node (SdFlow *self, guint node)
{
  g_return_val_if_fail (node < self->nodes->len, NULL);

  return g_ptr_array_index (self->nodes, node);
}

/**
 * sd_flow_find_unit:
 * @self: a flow
 * @side: a side
 * @unit_id: (nullable): a unit; %NULL for the node of people or places that are left over
 *
 * Returns: (transfer none) (nullable): the unit's node; valid until the next layout
 */
const SdFlowNode *
sd_flow_find_unit (SdFlow *self, SdFlowSide side, const char *unit_id)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SdFlowNode *node = g_ptr_array_index (self->nodes, i);
      const char *id = node->unit != NULL ? sd_row_get_id (node->unit) : NULL;

      if (node->side == side && g_strcmp0 (id, unit_id) == 0)
        return node;
    }

  return NULL;
}

/**
 * sd_flow_get_n_ribbons:
 * @self: a flow
 *
 * Returns: how many ribbons there are
 */
guint
sd_flow_get_n_ribbons (SdFlow *self)
{
  return self->ribbons->len;
}

/**
 * sd_flow_get_ribbon:
 * @self: a flow
 * @ribbon: index of a ribbon, from the top of the left side
 *
 * Returns: (transfer none): the ribbon; valid until the next layout
 */
const SdFlowRibbon *
sd_flow_get_ribbon (SdFlow *self, guint ribbon)
{
  g_return_val_if_fail (ribbon < self->ribbons->len, NULL);

  return g_ptr_array_index (self->ribbons, ribbon);
}
