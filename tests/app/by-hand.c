/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "by-hand.h"

#include <gdk/x11/gdkx.h>

#define STILL 4 /* frames in which nothing moves */

static gboolean
is_gone (gpointer *process)
{
  return *process == NULL;
}

static void
on_done (GObject *process, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  g_clear_object ((GSubprocess **) data);
}

static void do_by_hand (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Has xdotool do it while the window goes on. */
static void
do_by_hand (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  GSubprocess *process;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  words = g_strsplit (text, " ", -1);
  process =
      g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, on_done, &process);
  app_test_wait_for (is_gone, &process);
}

static gulong
surface_id (GtkNative *native)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (native));
}

/* Where a widget was in the last frames */
typedef struct
{
  graphene_rect_t bounds;
  guint n_frames;
} Stillness;

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Stillness *stillness = data;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT_ZERO;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_native (widget)), &bounds) ||
      !graphene_rect_equal (&bounds, &stillness->bounds))
    stillness->n_frames = 0;
  else
    stillness->n_frames++;
  stillness->bounds = bounds;

  return G_SOURCE_CONTINUE;
}

static gboolean
is_still (Stillness *stillness)
{
  return stillness->n_frames >= STILL;
}

/* What has just been laid out or scrolled to is not pointed at before it has come to rest. */
static void
wait_till_still (GtkWidget *widget)
{
  Stillness stillness = { GRAPHENE_RECT_INIT_ZERO, 0 };
  guint id = gtk_widget_add_tick_callback (widget, on_frame, &stillness, NULL);

  app_test_wait_for (is_still, &stillness);
  gtk_widget_remove_tick_callback (widget, id);
}

/**
 * app_test_has_hands:
 *
 * Returns: whether the display has keys and a mouse; skips the test and says so where it has none
 */
gboolean
app_test_has_hands (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    g_test_skip ("no xdotool");

  return path != NULL;
}

/**
 * app_test_press:
 * @window: the window that has the keyboard
 * @keys: names of keys, parted by blanks
 *
 * Presses them one after the other.
 */
void
app_test_press (GtkWindow *window, const char *keys)
{
  wait_till_still (GTK_WIDGET (window)); /* a menu that closes still has the keys */
  do_by_hand ("xdotool windowfocus --sync %lu key --delay 40 %s", surface_id (GTK_NATIVE (window)),
              keys);
}

/**
 * app_test_point:
 * @widget: a widget on the screen
 * @x: where in it, in pixels
 * @y: where in it
 * @then: what the mouse does there: "click 1", "mousedown 1", "mouseup 1", "sleep 0"
 *
 * Moves the pointer.
 */
void
app_test_point (GtkWidget *widget, double x, double y, const char *then)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double shadow_x, shadow_y;

  wait_till_still (widget);
  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y);
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  do_by_hand ("xdotool mousemove --window %lu %d %d %s", surface_id (native), (int) (x + shadow_x),
              (int) (y + shadow_y), then);
}

/**
 * app_test_click:
 * @widget: a widget on the screen
 * @button: of the mouse
 *
 * Clicks in its middle.
 */
void
app_test_click (GtkWidget *widget, int button)
{
  g_autofree char *click = g_strdup_printf ("click %d", button);

  app_test_point (widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0,
                  click);
}

/**
 * app_test_put_mouse_away:
 *
 * Moves the pointer where nothing is: a menu that comes up below it would take its item for chosen.
 */
void
app_test_put_mouse_away (void)
{
  do_by_hand ("xdotool mousemove 9999 9999");
}
