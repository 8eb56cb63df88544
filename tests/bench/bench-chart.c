/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the structure chart is painted: bench-chart, on a display. Each way of looking at 200,
 * 1,000 and 5,000 cards is told as a ratio to an empty canvas of the same size, in one run. */

#include "app/chart-page.h"
#include "app/chart-view-private.h"
#include "plan/reader.h"
#include "plan/xml.h"

#include <glib/gstdio.h>
#include <locale.h>

#define FRAMES 60
#define WIDTH 1600
#define HEIGHT 1000
#define GROUND "00000000-0000-4000-8000-0000000000"

typedef struct
{
  GtkWidget *scroller; /* moves by a step each frame, where there is one */
  gint64 begun;
  gint64 spent;
  guint frames;
} Measuring;

static void
on_before (GdkFrameClock *clock, Measuring *measuring)
{
  measuring->begun = g_get_monotonic_time ();
}

static void
on_after (GdkFrameClock *clock, Measuring *measuring)
{
  measuring->spent += g_get_monotonic_time () - measuring->begun;
  measuring->frames++;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Measuring *measuring = data;

  gtk_widget_queue_draw (widget);
  if (measuring->scroller != NULL)
    {
      GtkAdjustment *down =
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (measuring->scroller));
      double value = gtk_adjustment_get_value (down) + 40;

      gtk_adjustment_set_value (down, value > gtk_adjustment_get_upper (down) -
                                                  gtk_adjustment_get_page_size (down)
                                          ? 0
                                          : value);
    }

  return G_SOURCE_CONTINUE;
}

/* The mean time of a frame, in milliseconds, in which @widget is painted anew and scrolled on. */
static double
measure (GtkWidget *window, GtkWidget *widget, GtkWidget *scroller)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Measuring measuring = { .scroller = scroller };
  guint tick = gtk_widget_add_tick_callback (widget, on_tick, &measuring, NULL);

  while (measuring.frames < 5) /* the first are dear */
    {
      g_signal_handlers_disconnect_by_data (clock, &measuring);
      g_signal_connect (clock, "before-paint", G_CALLBACK (on_before), &measuring);
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_after), &measuring);
      while (measuring.frames < 5)
        g_main_context_iteration (NULL, TRUE);
    }
  measuring.spent = 0;
  measuring.frames = 0;
  while (measuring.frames < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &measuring);
  gtk_widget_remove_tick_callback (widget, tick);

  return measuring.spent / 1000.0 / FRAMES;
}

/* A plan with @n units of all kinds, each with headcount, a post and every third a plaque. */
static char *
make_plan (guint n)
{
  static const char *const kinds[] = { "office", "center", "enforcement", "dispatched", "social" };
  GString *xml = g_string_new ("<plan xmlns='urn:sanding:plan:1' id='" GROUND "01' town='" GROUND
                               "02' title='方案' status='drafted'>"
                               "<county id='" GROUND "03' name='县'/>"
                               "<town id='" GROUND "02' name='镇' kind='town'/>");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (xml,
                              "<unit id='%08x-0001-4000-8000-000000000000' name='综合服务中心%u' "
                              "kind='%s' stage='proposed'>",
                              i, i, kinds[i * 5 / n]);
      if (i % 3 == 0)
        g_string_append_printf (
            xml, "<plaque id='%08x-0002-4000-8000-000000000000' name='服务站%u'/>", i, i);
      g_string_append_printf (xml,
                              "<quota id='%08x-0003-4000-8000-000000000000' type='institutional' "
                              "approved='%u'/>",
                              i, i % 20 + 1);
      g_string_append_printf (xml,
                              "<post id='%08x-0004-4000-8000-000000000000' title='主任' "
                              "role='head' count='1'/></unit>",
                              i);
    }
  g_string_append (xml, "</plan>");

  return g_string_free (xml, FALSE);
}

static SdSession *
make_session (const char *folder, guint n)
{
  g_autofree char *name = g_strdup_printf ("%u.sanding", n);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *xml = make_plan (n);
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdRegister) reg = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (SdCounty) county = NULL;
  SdSession *session;

  doc = xmlReadMemory (xml, (int) strlen (xml), "plan.xml", NULL, XML_PARSE_NONET);
  county = sd_county_read_doc (doc, NULL, "plan.xml", &error);
  g_assert_no_error (error);
  reg = sd_register_create (file, "县", "甲", &error);
  g_assert_no_error (error);
  sd_register_import (reg, county, SD_IMPORT_FILL, &error);
  g_assert_no_error (error);
  session = sd_session_new (reg, checker);
  sd_session_set_plan_id (session, GROUND "01");

  return session;
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
bench_cards (GtkWidget *window, const char *folder, guint n, double empty)
{
  g_autoptr (SdSession) session = make_session (folder, n);
  GtkWidget *page = g_object_new (SD_TYPE_CHART_PAGE, NULL);
  SdChartView *view = sd_chart_page_get_view (SD_CHART_PAGE (page));
  GtkWidget *scroller;
  gint64 begun = g_get_monotonic_time ();
  double lanes, tree, all;

  gtk_window_set_child (GTK_WINDOW (window), page);
  sd_chart_page_set_session (SD_CHART_PAGE (page), session);
  g_print ("%u cards: laid out in %.0f ms\n", n, (double) (g_get_monotonic_time () - begun) / 1000);
  settle ();
  begun = g_get_monotonic_time ();
  sd_chart_view_refresh (view);
  g_print ("%u cards: laid out again, as after an edit, in %.0f ms\n", n,
           (double) (g_get_monotonic_time () - begun) / 1000);
  scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  lanes = measure (window, GTK_WIDGET (view), scroller);
  sd_chart_view_set_arrangement (view, SD_CHART_ARRANGEMENT_TREE);
  settle ();
  tree = measure (window, GTK_WIDGET (view), scroller);
  gtk_widget_activate_action (page, "page.zoom-fit", NULL);
  settle ();
  all = measure (window, GTK_WIDGET (view), NULL);
  g_print ("%u cards: lanes %.1f ms (%.1f times empty), tree %.1f ms (%.1f), all of it %.1f ms "
           "(%.1f)\n",
           n, lanes, lanes / empty, tree, tree / empty, all, all / empty);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  sd_session_close (session);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 200, 1000, 5000 };
  g_autofree char *folder = g_dir_make_tmp ("bench-chart-XXXXXX", NULL);
  GtkWidget *window, *canvas;
  double empty;

  setlocale (LC_ALL, "");
  adw_init ();
  window = gtk_window_new ();
  canvas = gtk_drawing_area_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  empty = measure (window, canvas, NULL);
  g_print ("empty canvas: %.1f ms\n", empty);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_cards (window, folder, sizes[i], empty);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.sanding", folder, sizes[i]);

      g_remove (path);
    }
  g_rmdir (folder);

  return 0;
}
