/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-view-private.h"

#include <math.h>

#include "chart-card.h"
#include "verdict-hint.h"

/* The picture. Ribbons are filled polygons in cairo nodes of a strip each, so that only strips that
 * are seen are painted, and all is kept until the plan, the size or the colours change; what is
 * pointed at is painted over it. */

#define STRIP 512.0f
#define STEPS 24         /* corners of an edge */
#define MANY_RIBBONS 120 /* with more, edges are not smoothed, which takes a third of the time */
#define TRANSFER_ALPHA 0.50f
#define REST_ALPHA 0.20f
#define LIT_ALPHA 0.75f
#define CORNER 6.0f

static GdkRGBA
named_color (SdFlowView *self, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (style, name, &color))
    gtk_style_context_get_color (style, &color);

  return color;
}

static GdkRGBA
ribbon_color (SdFlowView *self, const SdFlowRibbon *ribbon, float alpha)
{
  GdkRGBA color;

  sd_chart_get_quota_color (GTK_WIDGET (self), ribbon->type, &color);
  color.alpha *= alpha;

  return color;
}

static graphene_rect_t
ribbon_bounds (const SdFlowRibbon *ribbon)
{
  const double left = MIN (ribbon->x1, ribbon->x2), right = MAX (ribbon->x1, ribbon->x2);
  const double top = MIN (ribbon->y1, ribbon->y2), bottom = MAX (ribbon->y1, ribbon->y2);

  return GRAPHENE_RECT_INIT ((float) floor (left), (float) floor (top) - 1,
                             (float) ceil (right - left) + 1,
                             (float) ceil (bottom - top + ribbon->width) + 3);
}

static void
fill_ribbon (cairo_t *cr, const SdFlowRibbon *ribbon, const GdkRGBA *color)
{
  const double step = (ribbon->x2 - ribbon->x1) / STEPS;

  cairo_move_to (cr, ribbon->x1, ribbon->y1);
  for (int i = 1; i <= STEPS; i++)
    cairo_line_to (cr, ribbon->x1 + i * step, sd_flow_ribbon_edge (ribbon, ribbon->x1 + i * step));
  for (int i = STEPS; i >= 0; i--)
    cairo_line_to (cr, ribbon->x1 + i * step,
                   sd_flow_ribbon_edge (ribbon, ribbon->x1 + i * step) + ribbon->width);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

static void
paint_strip (SdFlowView *self, GtkSnapshot *snapshot, const graphene_rect_t *strip)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, strip);

  if (sd_flow_get_n_ribbons (self->flow) > MANY_RIBBONS)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (self->flow, i);
      const graphene_rect_t bounds = ribbon_bounds (ribbon);
      const GdkRGBA color =
          ribbon_color (self, ribbon, ribbon->transfer != NULL ? TRANSFER_ALPHA : REST_ALPHA);

      if (graphene_rect_intersection (&bounds, strip, NULL))
        fill_ribbon (cr, ribbon, &color);
    }
  cairo_destroy (cr);
}

/* Both ends of each ribbon, in the full colour of its type; together they are the bars. */
static void
paint_ends (SdFlowView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (self->flow, i);
      const GdkRGBA color = ribbon_color (self, ribbon, 1);
      const SdChartRect *from = &ribbon->from->bar, *to = &ribbon->to->bar;

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) from->x, (float) ribbon->y1,
                                                      (float) from->width, (float) ribbon->width));
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) to->x, (float) ribbon->y2,
                                                      (float) to->width, (float) ribbon->width));
    }
}

static void
paint_text (GtkSnapshot *snapshot, PangoLayout *layout, const SdChartRect *at, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) at->x, (float) at->y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_overfull (const SdFlowNode *node)
{
  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    if (node->unit != NULL && node->moved[t] > node->held[t])
      return TRUE;

  return FALSE;
}

static const char *
color_of_name (const SdFlowNode *node)
{
  if (is_overfull (node))
    return "error_color";

  if (sd_flow_node_waits (node))
    return "warning_color";

  return node->unit == NULL && node->side == SD_FLOW_PROPOSED ? "warning_color" : NULL;
}

static void
paint_nodes (SdFlowView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);
      GdkRGBA color = named_color (self, color_of_name (node));
      GdkRGBA dim = color;

      dim.alpha *= 0.75f;
      paint_text (snapshot, node->name, &node->name_at, &color);
      paint_text (snapshot, node->figures, &node->figures_at, &dim);
      if (sd_flow_node_total (node) == 0)
        {
          dim.alpha *= 0.4f;
          gtk_snapshot_append_color (snapshot, &dim,
                                     &GRAPHENE_RECT_INIT ((float) node->bar.x, (float) node->bar.y,
                                                          (float) node->bar.width,
                                                          (float) node->bar.height));
        }
    }
}

static GskRenderNode *
make_picture (SdFlowView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const float height = (float) sd_flow_get_height (self->flow);

  for (float y = 0; y < height; y += STRIP)
    paint_strip (self, snapshot,
                 &GRAPHENE_RECT_INIT (0, y, (float) self->width, MIN (STRIP, height - y)));
  paint_ends (self, snapshot);
  paint_nodes (self, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* What is pointed at */

static void
light_ribbon (SdFlowView *self, GtkSnapshot *snapshot, const SdFlowRibbon *ribbon)
{
  const graphene_rect_t bounds = ribbon_bounds (ribbon);
  const GdkRGBA color = ribbon_color (self, ribbon, LIT_ALPHA);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  fill_ribbon (cr, ribbon, &color);
  cairo_destroy (cr);
}

static void
light_item (SdFlowView *self, GtkSnapshot *snapshot, SdFlowItem *item)
{
  const SdFlowRibbon *lit = item != NULL ? sd_flow_view_get_ribbon (self, item) : NULL;
  const SdFlowNode *node = item != NULL ? sd_flow_view_get_node (self, item) : NULL;

  for (guint i = 0; item != NULL && i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (self->flow, i);

      if (ribbon == lit || ribbon->from == node || ribbon->to == node)
        light_ribbon (self, snapshot, ribbon);
    }
}

/* The edge of the ribbon that has the focus, so that it does not speak by colour alone. */
static void
outline_ribbon (SdFlowView *self, GtkSnapshot *snapshot, const SdFlowRibbon *ribbon)
{
  const graphene_rect_t bounds = ribbon_bounds (ribbon);
  const GdkRGBA color = named_color (self, "accent_color");
  const double step = (ribbon->x2 - ribbon->x1) / STEPS;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  for (int edge = 0; edge < 2; edge++)
    {
      cairo_move_to (cr, ribbon->x1, ribbon->y1 + edge * ribbon->width);
      for (int i = 1; i <= STEPS; i++)
        cairo_line_to (cr, ribbon->x1 + i * step,
                       sd_flow_ribbon_edge (ribbon, ribbon->x1 + i * step) + edge * ribbon->width);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
frame_slot (GtkSnapshot *snapshot, const SdChartRect *slot, const GdkRGBA *color, float width)
{
  const float widths[4] = { width, width, width, width };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) slot->x - 4, (float) slot->y + 1,
                                                        (float) slot->width + 8,
                                                        (float) slot->height - 2),
                                   CORNER);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
paint_selected (SdFlowView *self, GtkSnapshot *snapshot)
{
  const char *selected = sd_session_get_selected_id (self->session);
  GdkRGBA color = named_color (self, "accent_color");

  color.alpha *= 0.6f;
  for (int side = SD_FLOW_CURRENT; selected != NULL && side <= SD_FLOW_PROPOSED; side++)
    {
      const SdFlowNode *node = sd_flow_find_unit (self->flow, (SdFlowSide) side, selected);

      if (node != NULL)
        frame_slot (snapshot, &node->slot, &color, 1);
    }
}

static void
paint_focused (SdFlowView *self, GtkSnapshot *snapshot)
{
  SdFlowItem *focused = sd_flow_view_get_focused (self);
  const GdkRGBA color = named_color (self, "accent_color");

  if (focused == NULL || !gtk_widget_has_focus (GTK_WIDGET (focused)))
    return;

  light_item (self, snapshot, focused);
  if (sd_flow_view_get_ribbon (self, focused) != NULL)
    outline_ribbon (self, snapshot, sd_flow_view_get_ribbon (self, focused));
  else
    frame_slot (snapshot, &sd_flow_view_get_node (self, focused)->slot, &color, 2);
}

/* Every unit that it may go to, by what the rules would say; the one at the pointer stands out. */
static void
paint_pull (SdFlowView *self, GtkSnapshot *snapshot)
{
  light_ribbon (self, snapshot, &self->ghost);
  outline_ribbon (self, snapshot, &self->ghost);
  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);
      const SdVerdict *verdict;
      GdkRGBA color;

      if (!sd_flow_view_is_target (self, node))
        continue;
      verdict = sd_flow_view_get_verdict (self, node);
      color = named_color (self, sd_verdict_get_color (verdict));
      if (node == self->target)
        frame_slot (snapshot, &node->slot, &color, 3);
      else if (verdict != NULL)
        frame_slot (snapshot, &node->slot, &color, 1);
    }
}

void
sd_flow_view_paint (SdFlowView *self, GtkSnapshot *snapshot)
{
  if (self->picture == NULL)
    self->picture = make_picture (self);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);

  if (self->pulling)
    {
      paint_pull (self, snapshot);
      return;
    }
  light_item (self, snapshot, self->hovered);
  paint_selected (self, snapshot);
  paint_focused (self, snapshot);
}
