/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-map.h"

#include "chart-card.h"

#include <glib/gi18n-lib.h>

#define WIDEST 180.0
#define HIGHEST 120.0
#define ENOUGH 1.4      /* how much more than can be seen there is before the map helps */
#define MANY_CARDS 400u /* so many would be less than a dot each */

struct _SdChartMap
{
  GtkWidget parent_instance;

  /* Owned */
  SdChartView *view;
  GtkAdjustment *across;
  GtkAdjustment *down;

  guint updating; /* the source that shows or hides it; 0 for none */
};

G_DEFINE_FINAL_TYPE (SdChartMap, sd_chart_map, GTK_TYPE_WIDGET)

/* Pixels of the map to a unit of the chart. */
static double
get_scale (SdChartMap *self)
{
  SdChart *chart = sd_chart_view_get_chart (self->view);

  return MIN (WIDEST / MAX (sd_chart_get_width (chart), 1),
              HIGHEST / MAX (sd_chart_get_height (chart), 1));
}

static gboolean
is_needed (SdChartMap *self)
{
  return sd_chart_view_get_chart (self->view) != NULL &&
         (gtk_adjustment_get_upper (self->across) >
              ENOUGH * gtk_adjustment_get_page_size (self->across) ||
          gtk_adjustment_get_upper (self->down) >
              ENOUGH * gtk_adjustment_get_page_size (self->down));
}

static gboolean
update (gpointer data)
{
  SdChartMap *self = data;

  self->updating = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), is_needed (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Zoomed, or the plan has changed. The scroller says so while it is being laid out: what asks for a
 * new place then leaves everything around it without one, unseen. So it waits until after. */
static void
on_changed (SdChartMap *self)
{
  if (self->updating == 0)
    self->updating = g_idle_add (update, self);
}

static void
on_scrolled (SdChartMap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_point (SdChartMap *self, double x, double y)
{
  const double factor = sd_chart_view_get_zoom (self->view) / get_scale (self);

  gtk_adjustment_set_value (self->across,
                            x * factor - gtk_adjustment_get_page_size (self->across) / 2);
  gtk_adjustment_set_value (self->down, y * factor - gtk_adjustment_get_page_size (self->down) / 2);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SdChartMap *self)
{
  show_point (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, SdChartMap *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  show_point (self, x + dx, y + dy);
}

static void
paint_dot (SdChartMap *self,
           GtkSnapshot *snapshot,
           SdChartShape *dot,
           const SdChartRect *rect,
           double scale)
{
  dot->rect = (SdChartRect){ rect->x * scale, rect->y * scale, MAX (rect->width * scale, 1),
                             MAX (rect->height * scale, 1) };
  sd_chart_snapshot_shape (GTK_WIDGET (self), snapshot, dot);
}

/* Where there are many cards, the lanes alone tell where one is. */
static void
paint_lanes (SdChartMap *self, GtkSnapshot *snapshot, double scale)
{
  SdChart *chart = sd_chart_view_get_chart (self->view);

  for (guint i = 0; i < sd_chart_get_n_lanes (chart); i++)
    {
      const SdChartLane *lane = sd_chart_get_lane (chart, i);
      SdChartShape dot = { .role = SD_CHART_ROLE_KIND, .token = i };

      if (lane->n_cards > 0)
        paint_dot (self, snapshot, &dot, &lane->body, scale);
    }
}

static void
paint_cards (SdChartMap *self, GtkSnapshot *snapshot, double scale)
{
  SdChart *chart = sd_chart_view_get_chart (self->view);

  if (sd_chart_get_n_cards (chart) > MANY_CARDS)
    {
      paint_lanes (self, snapshot, scale);
      return;
    }
  for (guint i = 0; i < sd_chart_get_n_cards (chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (chart, i);
      SdChartShape dot = g_array_index (card->shapes, SdChartShape, 0);

      paint_dot (self, snapshot, &dot, &card->rect, scale);
    }
}

static void
sd_chart_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SdChartMap *self = SD_CHART_MAP (widget);
  const float widths[4] = { 2, 2, 2, 2 };
  double scale, factor;
  GskRoundedRect frame;
  GdkRGBA color;

  if (self->view == NULL || sd_chart_view_get_chart (self->view) == NULL)
    return;

  scale = get_scale (self);
  factor = scale / sd_chart_view_get_zoom (self->view);
  paint_cards (self, snapshot, scale);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (
      &frame,
      &GRAPHENE_RECT_INIT ((float) (gtk_adjustment_get_value (self->across) * factor),
                           (float) (gtk_adjustment_get_value (self->down) * factor),
                           (float) MIN (gtk_adjustment_get_page_size (self->across) * factor,
                                        gtk_widget_get_width (widget)),
                           (float) MIN (gtk_adjustment_get_page_size (self->down) * factor,
                                        gtk_widget_get_height (widget))),
      2);
  gtk_snapshot_append_border (snapshot, &frame, widths,
                              (const GdkRGBA[4]){ color, color, color, color });
}

static void
sd_chart_map_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  SdChartMap *self = SD_CHART_MAP (widget);
  SdChart *chart = self->view != NULL ? sd_chart_view_get_chart (self->view) : NULL;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (chart == NULL)
    return;

  *minimum = *natural = (int) (get_scale (self) * (orientation == GTK_ORIENTATION_HORIZONTAL
                                                       ? sd_chart_get_width (chart)
                                                       : sd_chart_get_height (chart)));
}

static void
sd_chart_map_dispose (GObject *object)
{
  sd_chart_map_set_view (SD_CHART_MAP (object), NULL, NULL);

  G_OBJECT_CLASS (sd_chart_map_parent_class)->dispose (object);
}

static void
sd_chart_map_class_init (SdChartMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_chart_map_dispose;
  widget_class->snapshot = sd_chart_map_snapshot;
  widget_class->measure = sd_chart_map_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sd_chart_map_init (SdChartMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "chart-map");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * sd_chart_map_set_view:
 * @self: a map
 * @view: (nullable): the chart that it is of
 * @scroller: (nullable): what that is scrolled in
 */
void
sd_chart_map_set_view (SdChartMap *self, SdChartView *view, GtkScrolledWindow *scroller)
{
  if (self->across != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->across, self);
      g_signal_handlers_disconnect_by_data (self->down, self);
    }
  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  self->across = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  self->down = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_swapped (self->across, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->down, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->across, "value-changed", G_CALLBACK (on_scrolled), self);
  g_signal_connect_swapped (self->down, "value-changed", G_CALLBACK (on_scrolled), self);
}
