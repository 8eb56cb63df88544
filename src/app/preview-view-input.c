/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-view-private.h"

#include <math.h>

/* Choosing a line or a picture of the pages by keyboard and mouse. */

/* Keyboard */

/* A picture stands before the first line below its upper edge. */
static void
insert_picture (GArray *stops, const SdLayoutSpot *picture)
{
  guint position = 0;

  while (position < stops->len &&
         g_array_index (stops, SdLayoutSpot, position).rect.y < picture->rect.y)
    position++;
  g_array_insert_val (stops, position, *picture);
}

/* What the keyboard stops at on a page, from its top: its lines, and its pictures, which are the
 * blocks without one. */
static GArray *
list_stops (SdPreviewView *self, guint page)
{
  GPtrArray *lines = sd_layout_get_lines (self->layout, page);
  g_autoptr (GArray) blocks = sd_layout_list_blocks (self->layout, page);
  g_autoptr (GHashTable) of_lines = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (SdLayoutSpot));

  for (guint i = 0; i < lines->len; i++)
    {
      const SdLayoutLine *line = lines->pdata[i];
      const SdLayoutSpot stop = { .page = page, .rect = line->rect, .key = line->key };

      g_array_append_val (stops, stop);
      if (line->key != NULL)
        g_hash_table_add (of_lines, (gpointer) line->key);
    }
  for (guint i = 0; i < blocks->len; i++)
    if (!g_hash_table_contains (of_lines, g_array_index (blocks, SdLayoutSpot, i).key))
      insert_picture (stops, &g_array_index (blocks, SdLayoutSpot, i));

  return stops;
}

static guint
stop_of_chosen (SdPreviewView *self, GArray *stops)
{
  for (guint i = 0; i < stops->len; i++)
    {
      const SdRect *rect = &g_array_index (stops, SdLayoutSpot, i).rect;

      if (fabs (rect->y - self->chosen.rect.y) < 0.5 && self->chosen.rect.x >= rect->x - 0.5 &&
          self->chosen.rect.x < rect->x + rect->width + 0.5)
        return i;
    }

  return 0;
}

/* A line or a picture up or down, over the ends of pages. */
static void
step (SdPreviewView *self, int by)
{
  guint page = self->has_chosen ? self->chosen.page : sd_preview_view_get_page (self);
  g_autoptr (GArray) stops = NULL;
  guint position;

  if (page >= sd_preview_view_get_n_pages (self))
    return;
  stops = list_stops (self, page);
  position = self->has_chosen ? stop_of_chosen (self, stops) : 0;
  if (self->has_chosen && by > 0)
    position++;
  else if (self->has_chosen && by < 0)
    position--; /* wraps to what is past the end */

  while (position >= stops->len)
    {
      if (by > 0 ? page + 1 >= sd_preview_view_get_n_pages (self) : page == 0)
        return;
      page = by > 0 ? page + 1 : page - 1;
      g_array_unref (stops);
      stops = list_stops (self, page);
      position = by > 0 || stops->len == 0 ? 0 : stops->len - 1;
    }
  sd_preview_view_set_chosen (self, &g_array_index (stops, SdLayoutSpot, position));
  sd_preview_view_emit_chosen (self);
}

static gboolean
on_step (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  step (SD_PREVIEW_VIEW (widget), g_variant_get_int32 (arguments));

  return TRUE;
}

static gboolean
on_page (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SdPreviewView *self = SD_PREVIEW_VIEW (widget);
  const int by = g_variant_get_int32 (arguments);
  const int page = (int) sd_preview_view_get_page (self) + by;

  sd_preview_view_set_chosen (self, NULL);
  sd_preview_view_go_to_page (
      self, (guint) CLAMP (page, 0, MAX ((int) sd_preview_view_get_n_pages (self) - 1, 0)));

  return TRUE;
}

static gboolean
on_activate (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  SdPreviewView *self = SD_PREVIEW_VIEW (widget);

  if (self->has_chosen)
    sd_preview_view_emit_activated (self);

  return self->has_chosen;
}

/* Mouse */

static gboolean
pick (SdPreviewView *self, double x, double y, SdLayoutSpot *spot)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (self->sheets->pdata[i], GTK_WIDGET (self), &bounds) ||
          !graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        continue;
      return sd_layout_pick (self->layout, i,
                             (x - bounds.origin.x) / sd_preview_view_get_scale (self),
                             (y - bounds.origin.y) / sd_preview_view_get_scale (self), spot);
    }

  return FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, SdPreviewView *self)
{
  SdLayoutSpot spot;
  const gboolean hit = pick (self, x, y, &spot);
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  sd_preview_view_set_chosen (self, hit ? &spot : NULL);
  sd_preview_view_emit_chosen (self);
  if (hit && button == GDK_BUTTON_SECONDARY)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.menu", NULL);
  else if (hit && n_press == 2 && button == GDK_BUTTON_PRIMARY)
    sd_preview_view_emit_activated (self);
}

void
sd_preview_view_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc function;
    int by;
  } keys[] = {
    { GDK_KEY_Down, on_step, 1 },           { GDK_KEY_Up, on_step, -1 },
    { GDK_KEY_KP_Down, on_step, 1 },        { GDK_KEY_KP_Up, on_step, -1 },
    { GDK_KEY_Page_Down, on_page, 1 },      { GDK_KEY_Page_Up, on_page, -1 },
    { GDK_KEY_Home, on_page, -G_MAXINT16 }, { GDK_KEY_End, on_page, G_MAXINT16 },
    { GDK_KEY_Return, on_activate, 0 },     { GDK_KEY_KP_Enter, on_activate, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].function, "i", keys[i].by);
}

void
sd_preview_view_init_mouse (SdPreviewView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
