/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-page.h"

#include "chart-map.h"

#include <math.h>

/* The last is less than a hundredth. */
#define FIT_STEPS 7
#define ZOOM_STEP 1.2

struct _SdChartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *lanes_button;
  GtkToggleButton *tree_button;
  GtkDropDown *coloring;
  GtkButton *zoom_button;
  GtkScrolledWindow *scroller;
  SdChartView *view;
  SdChartMap *map;

  /* Owned */
  SdSession *session;

  double pan_x, pan_y; /* where the chart was when panning began */
  double pinch;        /* zoom when pinching began */
  double pointer_x, pointer_y;
};

G_DEFINE_FINAL_TYPE (SdChartPage, sd_chart_page, ADW_TYPE_BIN)

/* Zoom and pan */

static GtkAdjustment *
across (SdChartPage *self)
{
  return gtk_scrolled_window_get_hadjustment (self->scroller);
}

static GtkAdjustment *
down (SdChartPage *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* Scrolls to the point of the chart that is at @part of its new size, so that it is at @at in the
 * window. The size is known before it is allocated, so nothing is seen in between. */
static void
scroll_to (GtkAdjustment *adjustment, double size, double part, double at)
{
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double upper = MAX (size, page);

  gtk_adjustment_configure (adjustment, CLAMP (part * size - at, 0, upper - page), 0, upper,
                            gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), page);
}

static double
part_at (GtkAdjustment *adjustment, double at)
{
  return (gtk_adjustment_get_value (adjustment) + at) /
         MAX (gtk_adjustment_get_upper (adjustment), 1);
}

/* What is at the point stays there. */
static void
zoom_at (SdChartPage *self, double zoom, double x, double y)
{
  const double part_x = part_at (across (self), x), part_y = part_at (down (self), y);
  int width, height;

  sd_chart_view_set_zoom (self->view, zoom);
  sd_chart_view_get_size (self->view, &width, &height);
  scroll_to (across (self), width, part_x, x);
  scroll_to (down (self), height, part_y, y);
}

static void
zoom_by (SdChartPage *self, double factor)
{
  zoom_at (self, sd_chart_view_get_zoom (self->view) * factor,
           gtk_adjustment_get_page_size (across (self)) / 2,
           gtk_adjustment_get_page_size (down (self)) / 2);
}

static gboolean
fits_at (SdChartPage *self, double zoom)
{
  int width, height;

  sd_chart_view_set_zoom (self->view, zoom);
  sd_chart_view_get_size (self->view, &width, &height);

  return width <= gtk_adjustment_get_page_size (across (self)) &&
         height <= gtk_adjustment_get_page_size (down (self));
}

/* As large as can be seen whole. Lanes are laid out anew at each zoom, so it is found by halves. */
static void
fit (SdChartPage *self)
{
  double least = SD_CHART_LEAST_ZOOM, most = 1;

  if (sd_chart_view_get_chart (self->view) == NULL)
    return;

  if (fits_at (self, most))
    least = most;
  for (guint i = 0; i < FIT_STEPS && least < most; i++)
    {
      const double middle = (least + most) / 2;

      if (fits_at (self, middle))
        least = middle;
      else
        most = middle;
    }
  zoom_at (self, least, 0, 0);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, SdChartPage *self)
{
  GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(modifiers & GDK_CONTROL_MASK))
    return FALSE;
  zoom_at (self, sd_chart_view_get_zoom (self->view) * pow (ZOOM_STEP, -dy), self->pointer_x,
           self->pointer_y);

  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SdChartPage *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
on_pan_begin (GtkGestureDrag *gesture, double x, double y, SdChartPage *self)
{
  self->pan_x = gtk_adjustment_get_value (across (self));
  self->pan_y = gtk_adjustment_get_value (down (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->scroller), "grabbing");
}

static void
on_pan_update (GtkGestureDrag *gesture, double dx, double dy, SdChartPage *self)
{
  gtk_adjustment_set_value (across (self), self->pan_x - dx);
  gtk_adjustment_set_value (down (self), self->pan_y - dy);
}

static void
on_pan_end (GtkGestureDrag *gesture, double dx, double dy, SdChartPage *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self->scroller), NULL);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, SdChartPage *self)
{
  self->pinch = sd_chart_view_get_zoom (self->view);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, SdChartPage *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    zoom_at (self, self->pinch * scale, x, y);
}

/* Callbacks */

static void
on_zoom_changed (SdChartPage *self)
{
  g_autofree char *percent = g_strdup_printf ("%.0f%%", sd_chart_view_get_zoom (self->view) * 100);

  gtk_button_set_label (self->zoom_button, percent);
}

/* What is selected elsewhere, such as by search, comes into view. */
static void
on_selected_changed (SdChartPage *self)
{
  const char *id = sd_session_get_selected_id (self->session);
  SdChartRect bounds;
  double x, y, width, height;

  if (id == NULL || !sd_chart_view_get_bounds (self->view, id, &bounds))
    return;

  x = gtk_adjustment_get_value (across (self));
  y = gtk_adjustment_get_value (down (self));
  width = gtk_adjustment_get_page_size (across (self));
  height = gtk_adjustment_get_page_size (down (self));
  if (bounds.x >= x && bounds.x + bounds.width <= x + width && bounds.y >= y &&
      bounds.y + bounds.height <= y + height)
    return;
  gtk_adjustment_set_value (across (self), bounds.x + bounds.width / 2 - width / 2);
  gtk_adjustment_set_value (down (self), bounds.y + bounds.height / 2 - height / 2);
}

static void
on_arrangement_toggled (SdChartPage *self)
{
  int width, height;

  sd_chart_view_set_arrangement (self->view, gtk_toggle_button_get_active (self->tree_button)
                                                 ? SD_CHART_ARRANGEMENT_TREE
                                                 : SD_CHART_ARRANGEMENT_LANES);
  /* A tree begins in its middle. */
  sd_chart_view_get_size (self->view, &width, &height);
  scroll_to (across (self), width, 0.5, gtk_adjustment_get_page_size (across (self)) / 2);
  scroll_to (down (self), height, 0, 0);
}

static void
on_coloring_selected (SdChartPage *self)
{
  sd_chart_view_set_coloring (self->view, sd_chart_page_get_coloring (self));
}

static void
on_zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartPage *self = SD_CHART_PAGE (widget);

  if (g_str_equal (action, "page.zoom-in"))
    zoom_by (self, ZOOM_STEP);
  else if (g_str_equal (action, "page.zoom-out"))
    zoom_by (self, 1 / ZOOM_STEP);
  else if (g_str_equal (action, "page.zoom-fit"))
    fit (self);
  else
    zoom_by (self, 1 / sd_chart_view_get_zoom (self->view));
}

/* Overrides */

static void
sd_chart_page_dispose (GObject *object)
{
  SdChartPage *self = SD_CHART_PAGE (object);

  if (self->map != NULL)
    sd_chart_map_set_view (self->map, NULL, NULL);
  if (self->view != NULL)
    sd_chart_page_set_session (self, NULL);
  self->map = NULL;
  self->view = NULL;

  G_OBJECT_CLASS (sd_chart_page_parent_class)->dispose (object);
}

/* The focus goes to the selected card, or to the first. */
static gboolean
sd_chart_page_grab_focus (GtkWidget *widget)
{
  SdChartPage *self = SD_CHART_PAGE (widget);

  return sd_chart_view_focus_selected (self->view) ||
         gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
install_zoom (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    guint key;
  } keys[] = {
    { "page.zoom-in", GDK_KEY_plus },         { "page.zoom-in", GDK_KEY_equal },
    { "page.zoom-in", GDK_KEY_KP_Add },       { "page.zoom-out", GDK_KEY_minus },
    { "page.zoom-out", GDK_KEY_KP_Subtract }, { "page.zoom-normal", GDK_KEY_0 },
    { "page.zoom-normal", GDK_KEY_KP_0 },     { "page.zoom-fit", GDK_KEY_9 },
  };

  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, on_zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, on_zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-normal", NULL, on_zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-fit", NULL, on_zoom_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
sd_chart_page_class_init (SdChartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_chart_page_dispose;
  widget_class->grab_focus = sd_chart_page_grab_focus;

  g_type_ensure (SD_TYPE_CHART_VIEW);
  g_type_ensure (SD_TYPE_CHART_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, lanes_button);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, tree_button);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, coloring);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, view);
  gtk_widget_class_bind_template_child (widget_class, SdChartPage, map);
  gtk_widget_class_bind_template_callback (widget_class, on_arrangement_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_coloring_selected);
  install_zoom (widget_class);
}

static void
add_gestures (SdChartPage *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (scroller, scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (scroller, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pan), GTK_PHASE_CAPTURE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (on_pan_begin), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (on_pan_update), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (on_pan_end), self);
  gtk_widget_add_controller (scroller, GTK_EVENT_CONTROLLER (pan));
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (scroller, GTK_EVENT_CONTROLLER (pinch));
}

static void
sd_chart_page_init (SdChartPage *self)
{
  GtkAdjustment *adjustments[2];

  gtk_widget_init_template (GTK_WIDGET (self));
  add_gestures (self);
  sd_chart_map_set_view (self->map, self->view, self->scroller);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (on_zoom_changed), self,
                           G_CONNECT_SWAPPED);

  adjustments[0] = across (self);
  adjustments[1] = down (self);
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      /* Only what can be seen is painted, so what comes into view has to be painted then. */
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                               self->view, G_CONNECT_SWAPPED);
    }
}

/**
 * sd_chart_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan is shown and edited
 */
void
sd_chart_page_set_session (SdChartPage *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  sd_chart_view_set_session (self->view, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (on_selected_changed), self,
                             G_CONNECT_SWAPPED);
}

/**
 * sd_chart_page_set_coloring:
 * @self: a page
 * @coloring: what the colours are to tell
 */
void
sd_chart_page_set_coloring (SdChartPage *self, SdChartColoring coloring)
{
  gtk_drop_down_set_selected (self->coloring, coloring);
}

/**
 * sd_chart_page_get_coloring:
 * @self: a page
 *
 * Returns: what the colours tell; the choices stand in the order of #SdChartColoring
 */
SdChartColoring
sd_chart_page_get_coloring (SdChartPage *self)
{
  return (SdChartColoring) gtk_drop_down_get_selected (self->coloring);
}

/**
 * sd_chart_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the chart
 */
SdChartView *
sd_chart_page_get_view (SdChartPage *self)
{
  return self->view;
}
