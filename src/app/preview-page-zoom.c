/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-page-private.h"

#include <math.h>

/* How large the pages are, and which of them is seen. */

#define ZOOM_STEP 1.2
#define GAP 16                  /* around each page, as the view has it */
#define SCREEN_POINT (96 / 72.) /* pixels of a point at 100 % */

static void
show_zoom (SdPreviewPage *self)
{
  g_autofree char *percent =
      g_strdup_printf ("%.0f%%", sd_preview_view_get_zoom (self->view) * 100);

  gtk_menu_button_set_label (self->zoom_button, percent);
}

static void
set_zoom (SdPreviewPage *self, double zoom)
{
  sd_preview_view_set_zoom (self->view, zoom);
  show_zoom (self);
}

/* Zoom */

static double
fitting_zoom (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  double width, height, zoom;

  sd_layout_get_page_size (layout, sd_preview_view_get_page (self->view), &width, &height);
  zoom = (gtk_adjustment_get_page_size (across) - 2 * GAP) / (width * SCREEN_POINT);
  if (self->fit == SD_PREVIEW_FIT_PAGE)
    zoom = MIN (zoom, (gtk_adjustment_get_page_size (down) - 2 * GAP) / (height * SCREEN_POINT));

  return floor (zoom * 500) / 500;
}

static gboolean
on_fit (gpointer data)
{
  SdPreviewPage *self = data;

  self->fit_source = 0;
  if (self->fit != SD_PREVIEW_FIT_NONE && sd_preview_view_get_layout (self->view) != NULL)
    set_zoom (self, fitting_zoom (self));

  return G_SOURCE_REMOVE;
}

/* Not within the allocation that it follows. */
void
sd_preview_page_queue_fit (SdPreviewPage *self)
{
  if (self->fit_source == 0 && self->fit != SD_PREVIEW_FIT_NONE)
    self->fit_source = g_idle_add (on_fit, self);
}

static void
on_zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  const double zoom = sd_preview_view_get_zoom (self->view);

  self->fit = SD_PREVIEW_FIT_NONE;
  if (g_str_equal (action, "page.zoom-in"))
    set_zoom (self, zoom * ZOOM_STEP);
  else if (g_str_equal (action, "page.zoom-out"))
    set_zoom (self, zoom / ZOOM_STEP);
  else
    set_zoom (self, g_variant_get_double (parameter));
}

static void
on_fit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);

  self->fit = g_str_equal (action, "page.fit-page") ? SD_PREVIEW_FIT_PAGE : SD_PREVIEW_FIT_WIDTH;
  sd_preview_page_queue_fit (self);
}

static void
on_turn (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  const guint page = sd_preview_view_get_page (self->view);

  if (g_str_equal (action, "page.next"))
    sd_preview_view_go_to_page (self->view, page + 1);
  else if (page > 0)
    sd_preview_view_go_to_page (self->view, page - 1);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, SdPreviewPage *self)
{
  const GdkModifierType modifiers =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(modifiers & GDK_CONTROL_MASK))
    return FALSE;
  self->fit = SD_PREVIEW_FIT_NONE;
  set_zoom (self, sd_preview_view_get_zoom (self->view) * pow (ZOOM_STEP, -dy));

  return TRUE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, SdPreviewPage *self)
{
  self->pinch = sd_preview_view_get_zoom (self->view);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, SdPreviewPage *self)
{
  self->fit = SD_PREVIEW_FIT_NONE;
  set_zoom (self, self->pinch * scale);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "page.zoom-in" },         { GDK_KEY_equal, "page.zoom-in" },
    { GDK_KEY_KP_Add, "page.zoom-in" },       { GDK_KEY_minus, "page.zoom-out" },
    { GDK_KEY_KP_Subtract, "page.zoom-out" }, { GDK_KEY_9, "page.fit-width" },
    { GDK_KEY_8, "page.fit-page" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "page.zoom", "d",
                                       1.0);
}

void
sd_preview_page_install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "page.zoom", "d", on_zoom);
  gtk_widget_class_install_action (widget_class, "page.fit-width", NULL, on_fit_action);
  gtk_widget_class_install_action (widget_class, "page.fit-page", NULL, on_fit_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, on_turn);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, on_turn);
  add_keys (widget_class);
}

static gboolean
on_center (gpointer data)
{
  SdPreviewPage *self = data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);

  self->center_source = 0;
  gtk_adjustment_set_value (
      across, (gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across)) / 2);

  return G_SOURCE_REMOVE;
}

/* Pages are not all as wide; those that fit stand in the middle. Not within the allocation, which
 * has a place for them already. */
static void
on_width_changed (GtkAdjustment *across, SdPreviewPage *self)
{
  if (self->fit != SD_PREVIEW_FIT_NONE && self->center_source == 0)
    self->center_source = g_idle_add (on_center, self);
}

void
sd_preview_page_init_zoom (SdPreviewPage *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->fit = SD_PREVIEW_FIT_WIDTH;
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (on_width_changed), self, 0);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (pinch));
}
