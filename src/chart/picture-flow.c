/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-private.h"

#include "flow-private.h"

/* The flow on paper: the two stages named above, the types of quota below. */

#define HEAD 30.0
#define FOOT 34.0
#define SAMPLE 10.0
#define SAMPLE_GAP 6.0
#define ENTRY_GAP 20.0
#define STEPS 24 /* corners of an edge */
#define TRANSFER_OPACITY 0.5
#define REST_OPACITY 0.2

static const SdChartInk paper = { .text = { 0.11, 0.11, 0.11, 1 },
                                  .line = { 0.47, 0.46, 0.48, 1 } };

typedef struct
{
  SdFlow *flow;
  const SdPainter *painter;
  gpointer data;
} Paint;

static void
get_color (SdChartRole role, guint token, double opacity, double color[4])
{
  const SdChartShape shape = { .role = role, .token = token };

  sd_chart_get_color (&shape, &paper, color);
  color[3] *= opacity;
}

static void
paint_ribbon (const Paint *paint, const SdFlowRibbon *ribbon)
{
  const double step = (ribbon->x2 - ribbon->x1) / STEPS;
  double corners[4 * (STEPS + 1)];
  double color[4];

  for (guint i = 0; i <= STEPS; i++)
    {
      const double x = ribbon->x1 + i * step;
      const double y = HEAD + sd_flow_ribbon_edge (ribbon, x);
      double *upper = corners + 2 * i, *lower = corners + 2 * (2 * STEPS + 1 - i);

      upper[0] = lower[0] = x;
      upper[1] = y;
      lower[1] = y + ribbon->width;
    }
  get_color (SD_CHART_ROLE_QUOTA, ribbon->type,
             ribbon->transfer != NULL ? TRANSFER_OPACITY : REST_OPACITY, color);
  paint->painter->area (paint->data, corners, 2 * (STEPS + 1), color);
}

/* Both ends of each ribbon, in the full colour of its type; together they are the bars. */
static void
paint_ends (const Paint *paint, const SdFlowRibbon *ribbon)
{
  const SdChartRect *from = &ribbon->from->bar, *to = &ribbon->to->bar;
  const SdChartRect ends[2] = { { from->x, HEAD + ribbon->y1, from->width, ribbon->width },
                                { to->x, HEAD + ribbon->y2, to->width, ribbon->width } };
  double color[4];

  get_color (SD_CHART_ROLE_QUOTA, ribbon->type, 1, color);
  for (guint i = 0; i < 2; i++)
    paint->painter->rect (paint->data, &ends[i], 0, color, FALSE);
}

static void
paint_text (const Paint *paint, PangoLayout *layout, double x, double y, SdChartRole role)
{
  const SdChartShape shape = { .layout = layout };
  double color[4];

  get_color (role, 0, 1, color);
  paint->painter->text (paint->data, &shape, x, y, color);
}

static void
paint_node (const Paint *paint, const SdFlowNode *node)
{
  SdChartRect bar = node->bar;
  double color[4];

  paint_text (paint, node->name, node->name_at.x, HEAD + node->name_at.y, SD_CHART_ROLE_TEXT);
  paint_text (paint, node->figures, node->figures_at.x, HEAD + node->figures_at.y,
              SD_CHART_ROLE_DIM);
  if (sd_flow_node_total (node) > 0)
    return;

  bar.y += HEAD;
  get_color (SD_CHART_ROLE_TRACK, 0, 1, color);
  paint->painter->rect (paint->data, &bar, 0, color, FALSE);
}

static PangoLayout *
make_words (SdFlow *flow, const char *words, int *width, int *height)
{
  PangoLayout *layout = pango_layout_new (flow->context);

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

/* The current structure over the bars on the left, the proposed one over those on the right. */
static void
paint_head (const Paint *paint)
{
  const SdEnumeration *stages = sd_enumeration_get (SD_ENUMERATION_STAGE);
  gboolean done[2] = { FALSE, FALSE };

  for (guint i = 0; i < paint->flow->nodes->len; i++)
    {
      const SdFlowNode *node = g_ptr_array_index (paint->flow->nodes, i);
      const gboolean left = node->side == SD_FLOW_CURRENT;
      const SdToken *stage = sd_enumeration_lookup (stages, left ? "current" : "proposed");
      PangoLayout *layout;
      int width, height;

      if (done[node->side])
        continue;
      layout = make_words (paint->flow, stage->chinese, &width, &height);
      paint_text (paint, layout, left ? node->bar.x + node->bar.width - width : node->bar.x,
                  (HEAD - height) / 2, SD_CHART_ROLE_DIM);
      g_object_unref (layout);
      done[node->side] = TRUE;
    }
}

static gboolean
has_type (SdFlow *flow, guint type)
{
  for (guint i = 0; i < flow->ribbons->len; i++)
    if (((SdFlowRibbon *) g_ptr_array_index (flow->ribbons, i))->type == type)
      return TRUE;

  return FALSE;
}

static void
paint_legend (const Paint *paint)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  const double middle = HEAD + paint->flow->height + FOOT / 2;
  double x = SAMPLE;

  for (guint t = 0; t < types->n_tokens; t++)
    {
      const SdChartRect sample = { x, middle - SAMPLE / 2, SAMPLE, SAMPLE };
      PangoLayout *layout;
      double color[4];
      int width, height;

      if (!has_type (paint->flow, t))
        continue;
      layout = make_words (paint->flow, types->tokens[t].chinese, &width, &height);
      get_color (SD_CHART_ROLE_QUOTA, t, 1, color);
      paint->painter->rect (paint->data, &sample, 2, color, FALSE);
      paint_text (paint, layout, x + SAMPLE + SAMPLE_GAP, middle - height / 2.0, SD_CHART_ROLE_DIM);
      x += SAMPLE + SAMPLE_GAP + width + ENTRY_GAP;
      g_object_unref (layout);
    }
}

/*
 * sd_flow_painted_height:
 * @flow: a flow that has been laid out
 *
 * Returns: its height with what is named above and below it
 */
double
sd_flow_painted_height (SdFlow *flow)
{
  return HEAD + flow->height + FOOT;
}

/*
 * sd_flow_paint:
 * @flow: a flow that has been laid out
 * @painter: paints areas, rectangles and text
 * @data: passed to @painter
 */
void
sd_flow_paint (gpointer flow, const SdPainter *painter, gpointer data)
{
  const Paint paint = { flow, painter, data };

  for (guint i = 0; i < paint.flow->ribbons->len; i++)
    paint_ribbon (&paint, g_ptr_array_index (paint.flow->ribbons, i));
  for (guint i = 0; i < paint.flow->ribbons->len; i++)
    paint_ends (&paint, g_ptr_array_index (paint.flow->ribbons, i));
  for (guint i = 0; i < paint.flow->nodes->len; i++)
    paint_node (&paint, g_ptr_array_index (paint.flow->nodes, i));
  paint_head (&paint);
  paint_legend (&paint);
}
