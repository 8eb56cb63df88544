/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-view-private.h"

/* A unit is renamed on its card. */

typedef struct
{
  SdWindow *window;
  SdChartView *view;
  const char *text;
} Rename;

static gboolean
has_unit (Rename *self)
{
  return app_test_unit (self->window, self->text) != NULL;
}

static gboolean
says_text (Rename *self)
{
  return app_test_find_label (GTK_WIDGET (self->window), self->text) != NULL;
}

static void
begin (Rename *self, const char *name)
{
  sd_session_set_selected_id (sd_window_get_session (self->window),
                              sd_row_get_id (app_test_unit (self->window, name)));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "chart.rename", NULL);
  app_test_paint (self->window);
  g_assert_nonnull (self->view->renamed);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->view->entry)), ==, name);
}

static void
enter (Rename *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->view->entry), text);
  g_signal_emit_by_name (self->view->entry, "activate");
}

static Rename
open_sample (void)
{
  SdWindow *window = app_test_open_sample ();

  return (Rename){ .window = window,
                   .view = SD_CHART_VIEW (
                       app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL)) };
}

/* The entry covers the card's name at any zoom, and is not scaled with it. */
static void
test_place (void)
{
  static const double zooms[] = { 1, 0.6, 2 };
  Rename self = open_sample ();
  int height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      SdChartRect card;
      GtkAllocation entry;

      sd_chart_view_set_zoom (self.view, zooms[i]);
      app_test_settle (self.window);
      begin (&self, "党建群团工作办公室");
      g_assert_true (sd_chart_view_get_bounds (
          self.view, sd_session_get_selected_id (sd_window_get_session (self.window)), &card));
      gtk_widget_get_allocation (self.view->entry, &entry);
      g_assert_cmpint (entry.x, >=, 0);
      g_assert_cmpfloat (entry.x, <=, card.x + 1);
      g_assert_cmpfloat_with_epsilon (entry.y, card.y, 1);
      g_assert_cmpint (entry.x + entry.width, <=, gtk_widget_get_width (GTK_WIDGET (self.view)));
      if (i > 0)
        g_assert_cmpint (entry.height, ==, height);
      height = entry.height;
      sd_chart_view_end_rename (self.view);
    }
  app_test_close (self.window);
}

/* What is no name is refused with the reason, and stays to be put right. */
static void
test_empty (void)
{
  Rename self = open_sample ();

  begin (&self, "财经服务中心");
  enter (&self, "  ");
  g_assert_nonnull (self.view->renamed);
  self.text = "Name may not be empty.";
  app_test_wait_for (says_text, &self);
  enter (&self, "财政服务中心");
  g_assert_null (self.view->renamed);
  self.text = "财政服务中心";
  app_test_wait_for (has_unit, &self);
  app_test_close (self.window);
}

/* What was entered is taken when the focus goes elsewhere, and goes with the unit itself. */
static void
test_leave (void)
{
  Rename self = open_sample ();
  SdRow *unit;

  begin (&self, "财经服务中心");
  gtk_editable_set_text (GTK_EDITABLE (self.view->entry), "财务服务中心");
  gtk_window_set_focus (GTK_WINDOW (self.window), NULL);
  self.text = "财务服务中心";
  app_test_wait_for (has_unit, &self);
  g_assert_null (self.view->renamed);

  unit = app_test_unit (self.window, "财务服务中心");
  begin (&self, "财务服务中心");
  sd_register_delete_row_async (sd_session_get_register (sd_window_get_session (self.window)),
                                sd_row_get_plan_id (unit), SD_TABLE_UNIT, sd_row_get_id (unit),
                                NULL, NULL, NULL);
  app_test_settle (self.window);
  g_assert_null (app_test_unit (self.window, "财务服务中心"));
  g_assert_null (self.view->renamed);
  app_test_close (self.window);
}

static void
add_tests (void)
{
  app_test_add ("/rename/place", test_place);
  app_test_add ("/rename/empty", test_empty);
  app_test_add ("/rename/leave", test_leave);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
