/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

/* Painting the chart: only what can be seen, and less of it from far away. */

#define CORNER 12.0f
#define LEAST_LEGIBLE 0.35 /* zoom below which text is not painted */

/* What can be seen, in units of the chart. */
static SdChartRect
visible_part (SdChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (viewport == NULL || !gtk_widget_compute_bounds (viewport, widget, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                 (float) gtk_widget_get_height (widget));

  return (SdChartRect){ (bounds.origin.x - self->offset) / self->zoom, bounds.origin.y / self->zoom,
                        bounds.size.width / self->zoom, bounds.size.height / self->zoom };
}

static void
paint_empty_lane (SdChartView *self, GtkSnapshot *snapshot, const SdChartLane *lane)
{
  GskRoundedRect outline;
  GdkRGBA color;
  const float widths[4] = { 1, 1, 1, 1 };

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.2f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) lane->body.x, (float) lane->body.y,
                                                        (float) lane->body.width,
                                                        (float) lane->body.height),
                                   CORNER);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[4]){ color, color, color, color });
}

static void
paint_empty_lanes (SdChartView *self, GtkSnapshot *snapshot)
{
  if (self->arrangement == SD_CHART_ARRANGEMENT_TREE)
    return;
  for (guint i = 0; i < sd_chart_get_n_lanes (self->chart); i++)
    {
      const SdChartLane *lane = sd_chart_get_lane (self->chart, i);

      if (lane->n_cards == 0 && lane->body.height > 0)
        paint_empty_lane (self, snapshot, lane);
    }
}

/* From far away a card is its ground and its stripe. */
static void
paint_outline (SdChartView *self, GtkSnapshot *snapshot, const SdChartCard *card)
{
  const SdChartRect *rect = &card->rect;
  SdChartShape stripe = g_array_index (card->shapes, SdChartShape, 0);
  GdkRGBA ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ground);
  ground.alpha *= 0.12f;
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y,
                                                  (float) rect->width, (float) rect->height));
  stripe.rect.x += rect->x;
  stripe.rect.y += rect->y;
  stripe.rect.width = MAX (stripe.rect.width, 12);
  stripe.rect.height = MAX (stripe.rect.height, 12);
  sd_chart_snapshot_shape (GTK_WIDGET (self), snapshot, &stripe);
}

static void
paint_chart (SdChartView *self, GtkSnapshot *snapshot, const SdChartRect *part, gboolean legible)
{
  const graphene_point_t corner = { (float) self->offset, 0 };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_scale (snapshot, (float) self->zoom, (float) self->zoom);
  paint_empty_lanes (self, snapshot);
  for (guint i = 0; i < sd_chart_get_n_shapes (self->chart); i++)
    {
      const SdChartShape *shape = sd_chart_get_shape (self->chart, i);

      if (sd_chart_rects_meet (&shape->rect, part) && (legible || shape->layout == NULL))
        sd_chart_snapshot_shape (GTK_WIDGET (self), snapshot, shape);
    }
  for (guint i = 0; !legible && i < sd_chart_get_n_cards (self->chart); i++)
    if (sd_chart_rects_meet (&sd_chart_get_card (self->chart, i)->rect, part))
      paint_outline (self, snapshot, sd_chart_get_card (self->chart, i));
  gtk_snapshot_restore (snapshot);
}

static void
paint_widgets (SdChartView *self, GtkSnapshot *snapshot, const SdChartRect *part)
{
  for (guint i = 0; i < self->headers->len; i++)
    if (sd_chart_rects_meet (&sd_chart_get_lane (self->chart, i)->header, part))
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->headers, i), snapshot);
  for (guint i = 0; i < sd_chart_get_n_cards (self->chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (self->chart, i);
      /* The shadow of a card and the frame of the focus stand out. */
      const SdChartRect outer = { card->rect.x - 8, card->rect.y - 8, card->rect.width + 16,
                                  card->rect.height + 16 };

      if (sd_chart_rects_meet (&outer, part))
        gtk_widget_snapshot_child (
            GTK_WIDGET (self), sd_chart_view_get_card (self, sd_row_get_id (card->unit)), snapshot);
    }
}

void
sd_chart_view_paint (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  const gboolean legible = self->zoom >= LEAST_LEGIBLE;
  SdChartRect part;

  if (self->chart == NULL)
    return;

  part = visible_part (self);
  paint_chart (self, snapshot, &part, legible);
  if (legible)
    paint_widgets (self, snapshot, &part);
  sd_chart_view_paint_move (self, snapshot);
  if (self->renamed != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}
