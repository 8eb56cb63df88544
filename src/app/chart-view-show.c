/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

/* How the chart is shown: how large, how laid out, in which colours. None of it is kept in the
 * register. */

/**
 * sd_chart_view_set_zoom:
 * @self: a chart view
 * @zoom: how large a unit of the chart is, in pixels
 */
void
sd_chart_view_set_zoom (SdChartView *self, double zoom)
{
  zoom = CLAMP (zoom, SD_CHART_LEAST_ZOOM, SD_CHART_MOST_ZOOM);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * sd_chart_view_get_zoom:
 * @self: a chart view
 *
 * Returns: how large a unit of the chart is, in pixels
 */
double
sd_chart_view_get_zoom (SdChartView *self)
{
  return self->zoom;
}

/**
 * sd_chart_view_set_arrangement:
 * @self: a chart view
 * @arrangement: how the cards are to be laid out
 */
void
sd_chart_view_set_arrangement (SdChartView *self, SdChartArrangement arrangement)
{
  if (self->arrangement == arrangement)
    return;

  self->arrangement = arrangement;
  if (arrangement == SD_CHART_ARRANGEMENT_TREE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tree");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tree");
  if (self->chart != NULL)
    sd_chart_set_arrangement (self->chart, arrangement);
  sd_chart_view_refresh (self);
}

/**
 * sd_chart_view_set_coloring:
 * @self: a chart view
 * @coloring: what the colours are to tell
 */
void
sd_chart_view_set_coloring (SdChartView *self, SdChartColoring coloring)
{
  if (self->coloring == coloring)
    return;

  self->coloring = coloring;
  if (self->chart != NULL)
    sd_chart_set_coloring (self->chart, coloring);
  sd_chart_view_refresh (self);
}

/**
 * sd_chart_view_get_chart:
 * @self: a chart view
 *
 * Returns: (transfer none) (nullable): the geometry that is shown
 */
SdChart *
sd_chart_view_get_chart (SdChartView *self)
{
  return self->chart;
}

/**
 * sd_chart_view_get_size:
 * @self: a chart view
 * @width: (out): the width that it will be allocated at least, in pixels
 * @height: (out): the height
 *
 * Lays the chart out, if it is not.
 */
void
sd_chart_view_get_size (SdChartView *self, int *width, int *height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int viewport = gtk_widget_get_width (gtk_widget_get_parent (widget));

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  *width = MAX (*width, viewport);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, *width, height, NULL, NULL, NULL);
}

/**
 * sd_chart_view_get_bounds:
 * @self: a chart view
 * @unit_id: (nullable): a unit
 * @bounds: (out caller-allocates): where its card is, in pixels of the view
 *
 * Returns: whether it has a card
 */
gboolean
sd_chart_view_get_bounds (SdChartView *self, const char *unit_id, SdChartRect *bounds)
{
  const SdChartCard *card = self->chart != NULL ? sd_chart_find_card (self->chart, unit_id) : NULL;

  if (card == NULL)
    return FALSE;

  *bounds = (SdChartRect){ self->offset + card->rect.x * self->zoom, card->rect.y * self->zoom,
                           card->rect.width * self->zoom, card->rect.height * self->zoom };
  return TRUE;
}
