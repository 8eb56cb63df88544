/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-card.h"

#include <adwaita.h>

/* The shapes of a chart on the screen, in the colours of the theme. */

/* The colour of text is the theme's, that of connectors is as good on light as on dark. */
static void
get_color (GtkWidget *widget, const SdChartShape *shape, GdkRGBA *result)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  SdChartInk ink = { .line = { 0.53, 0.52, 0.54, 1 } };
  GdkRGBA text;
  double color[4];

  gtk_style_context_get_color (style, &text);
  ink.text[0] = text.red;
  ink.text[1] = text.green;
  ink.text[2] = text.blue;
  ink.text[3] = text.alpha;
  sd_chart_get_color (shape, &ink, color);
  *result = (GdkRGBA){ (float) color[0], (float) color[1], (float) color[2], (float) color[3] };
  /* A frame that is hinted at is none for who needs contrast. */
  if (shape->hollow && adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    result->alpha = 1;
}

static void
snapshot_dashes (GtkSnapshot *snapshot, const SdChartRect *line, const GdkRGBA *color)
{
  SdChartRect dash;

  for (double at = 0; sd_chart_next_dash (line, &at, &dash);)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT ((float) dash.x, (float) dash.y,
                                                    (float) dash.width, (float) dash.height));
}

/* A rounded shape as a border that is as wide as the shape is high: software rendering fills that
 * as one path, where a rounded clip costs it a mask. */
static void
snapshot_rounded (GtkSnapshot *snapshot,
                  const SdChartShape *shape,
                  const graphene_rect_t *rect,
                  const GdkRGBA *color)
{
  const float width = shape->hollow ? 1.4f : MAX (rect->size.width, rect->size.height);
  const float widths[4] = { width, width, width, width };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, (float) shape->radius);
  gtk_snapshot_append_border (snapshot, &rounded, widths,
                              (const GdkRGBA[4]){ *color, *color, *color, *color });
}

/**
 * sd_chart_snapshot_shape:
 * @widget: the widget whose style gives the colours
 * @snapshot: where to paint
 * @shape: what to paint
 *
 * Paints a shape of a chart at its place.
 */
void
sd_chart_snapshot_shape (GtkWidget *widget, GtkSnapshot *snapshot, const SdChartShape *shape)
{
  const graphene_rect_t rect =
      GRAPHENE_RECT_INIT ((float) shape->rect.x, (float) shape->rect.y, (float) shape->rect.width,
                          (float) shape->rect.height);
  GdkRGBA color;

  get_color (widget, shape, &color);
  if (shape->layout != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &rect.origin);
      gtk_snapshot_append_layout (snapshot, shape->layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  else if (shape->role == SD_CHART_ROLE_DASHED)
    {
      snapshot_dashes (snapshot, &shape->rect, &color);
    }
  else if (shape->radius > 0)
    {
      snapshot_rounded (snapshot, shape, &rect, &color);
    }
  else
    {
      gtk_snapshot_append_color (snapshot, &color, &rect);
    }
}

/**
 * sd_chart_get_quota_color:
 * @widget: the widget whose style gives the colour
 * @type: index of a type of quota
 * @color: (out caller-allocates): its colour, in every picture the same
 */
void
sd_chart_get_quota_color (GtkWidget *widget, guint type, GdkRGBA *color)
{
  const SdChartShape shape = { .role = SD_CHART_ROLE_QUOTA, .token = type };

  get_color (widget, &shape, color);
}
