/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-view.h"
#include "app/finding-row.h"
#include "app/gauge-view.h"
#include "app/grid-cell.h"
#include "app/headcount-item.h"

/* What a user does in the window with the sample county, through its widgets. */

typedef struct
{
  SdWindow *window;
  const char *text;
} Wanted;

static gboolean
has_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->text) != NULL;
}

static gboolean
has_no_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->text) == NULL;
}

static gboolean
has_unit (Wanted *wanted)
{
  return app_test_unit (wanted->window, wanted->text) != NULL;
}

static gboolean
has_no_unit (Wanted *wanted)
{
  return app_test_unit (wanted->window, wanted->text) == NULL;
}

static gboolean
shows_label (Wanted *wanted)
{
  return app_test_find_label (GTK_WIDGET (wanted->window), wanted->text) != NULL;
}

static SdRegister *
register_of (SdWindow *window)
{
  return sd_session_get_register (sd_window_get_session (window));
}

/* Presses the button of the lane and answers its popover. */
static void
set_up_office (SdWindow *window, const char *name)
{
  GtkWidget *view = app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL);
  GtkWidget *button = app_test_find_tooltip (view, "Set up: Office");
  GtkWidget *entry;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  entry = app_test_find (button, GTK_TYPE_ENTRY, NULL, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_sample (void)
{
  static const char *const rules[] = { "E4", "E7", "E18", "E23", "E24" };
  SdWindow *window = app_test_open_sample ();

  g_assert_cmpuint (
      g_list_model_get_n_items (sd_session_get_findings (sd_window_get_session (window))), ==,
      G_N_ELEMENTS (rules));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_nonnull (app_test_finding (window, rules[i]));
  g_assert_cmpfloat (app_test_gauge (window, "gauge-offices"), ==, 8);
  g_assert_cmpfloat (app_test_gauge (window, "gauge-administrative"), ==, 65);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "探沂镇"));
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "Findings (5)"));
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "Saved"));
  app_test_close (window);
}

static void
test_office_above_limit (void)
{
  SdWindow *window = app_test_open_sample ();
  Wanted finding = { window, "E1" };
  Wanted toast = { window, "Undone: Set up “第九办公室”" };
  SdFinding *found;

  set_up_office (window, "第九办公室");
  app_test_wait_for (has_finding, &finding);
  found = app_test_finding (window, "E1");
  g_assert_cmpstr (sd_finding_get_measured (found), ==, "9");
  g_assert_cmpstr (sd_finding_get_limit (found), ==, "8");
  g_assert_cmpstr (sd_finding_get_clause (found), ==, "四（一）");
  g_assert_cmpfloat (app_test_gauge (window, "gauge-offices"), ==, 9);
  g_assert_nonnull (app_test_find_tooltip (GTK_WIDGET (window), "Undo: Set up “第九办公室”"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_no_finding, &finding);
  app_test_wait_for (shows_label, &toast);
  g_assert_null (app_test_unit (window, "第九办公室"));
  g_assert_cmpfloat (app_test_gauge (window, "gauge-offices"), ==, 8);
  g_assert_nonnull (app_test_find_tooltip (GTK_WIDGET (window), "Redo: Set up “第九办公室”"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  app_test_wait_for (has_finding, &finding);
  app_test_settle (window);
  app_test_close (window);
}

static void
test_rename (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  SdRow *unit = app_test_unit (window, "政务服务局");
  Wanted renamed = { window, "政务服务办公室" };
  Wanted back = { window, "政务服务局" };
  GtkWidget *row;

  sd_session_set_selected_id (session, sd_row_get_id (unit));
  row = app_test_find_row (GTK_WIDGET (window), "Name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "政务服务局");
  gtk_editable_set_text (GTK_EDITABLE (row), "政务服务办公室");
  g_signal_emit_by_name (row, "entry-activated");
  app_test_wait_for (has_unit, &renamed);
  app_test_settle (window);
  g_assert_cmpstr (sd_register_get_undo_label (register_of (window)), ==,
                   "Rename “政务服务局” to “政务服务办公室”");

  /* Undo goes to the place that it touches. */
  sd_session_set_selected_id (session, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_unit, &back);
  app_test_settle (window);
  g_assert_cmpstr (sd_session_get_selected_id (session), ==, sd_row_get_id (unit));
  app_test_close (window);
}

static void
test_empty_name_is_refused (void)
{
  SdWindow *window = app_test_open_sample ();
  SdRow *unit = app_test_unit (window, "政务服务局");
  Wanted toast = { window, "Name may not be empty." };
  GtkWidget *row;

  sd_session_set_selected_id (sd_window_get_session (window), sd_row_get_id (unit));
  row = app_test_find_row (GTK_WIDGET (window), "Name");
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_signal_emit_by_name (row, "entry-activated");
  app_test_wait_for (shows_label, &toast);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (app_test_unit (window, "政务服务局"));
  gtk_editable_set_text (GTK_EDITABLE (row), "政务服务局");
  app_test_close (window);
}

/* Headcount */

typedef struct
{
  SdRow *unit;
  const char *type;
} CellPlace;

static gboolean
is_cell (GtkWidget *widget, gpointer data)
{
  SdGridCell *cell = SD_GRID_CELL (widget);
  CellPlace *place = data;
  SdGridItem *item = sd_grid_cell_get_item (cell);
  const SdToken *type;
  guint column;

  return SD_IS_HEADCOUNT_ITEM (item) && sd_grid_item_get_row (item) == place->unit &&
         sd_headcount_place_get (sd_grid_cell_get_place (cell), &type, &column) && type != NULL &&
         g_str_equal (type->name, place->type) && column == SD_QUOTA_APPROVED;
}

static GtkWidget *
find_cell (SdWindow *window, const char *unit, const char *type)
{
  CellPlace place = { app_test_unit (window, unit), type };
  GtkWidget *cell = app_test_find (GTK_WIDGET (window), SD_TYPE_GRID_CELL, is_cell, &place);

  g_assert_nonnull (cell);

  return cell;
}

static void
enter_figure (GtkWidget *cell, const char *text)
{
  GtkWidget *entry;

  sd_grid_cell_begin_edit (SD_GRID_CELL (cell), NULL);
  entry = app_test_find (cell, GTK_TYPE_TEXT, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static gboolean
is_66 (SdWindow *window)
{
  return app_test_gauge (window, "gauge-administrative") == 66;
}

static void
test_headcount (void)
{
  SdWindow *window = app_test_open_sample ();
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (window));
  SdRow *unit = app_test_unit (window, "党政办公室");
  Wanted finding = { window, "E3-administrative" };
  gint64 before = sd_plan_get_quota (plan, sd_row_get_id (unit), "administrative");
  g_autofree char *more = g_strdup_printf ("%" G_GINT64_FORMAT, before + 1);
  GtkWidget *cell;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "headcount");
  cell = find_cell (window, "党政办公室", "administrative");
  enter_figure (cell, more);
  app_test_wait_for (has_finding, &finding);
  app_test_wait_for (is_66, window);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "▲ 66 / 65"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_no_finding, &finding);
  g_assert_cmpint (sd_plan_get_quota (plan, sd_row_get_id (unit), "administrative"), ==, before);
  app_test_settle (window);
  app_test_close (window);
}

static void
test_negative_headcount_is_refused (void)
{
  SdWindow *window = app_test_open_sample ();
  Wanted toast = { window,
                   "Approved cannot be “-3”; expected a whole number from 0 to 2147483647." };
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (window));
  gint64 before = sd_plan_get_headcount (plan, "proposed", NULL, NULL);
  GtkWidget *cell;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "headcount");
  cell = find_cell (window, "党政办公室", "administrative");
  enter_figure (cell, "-3");
  app_test_wait_for (shows_label, &toast);
  g_assert_true (gtk_widget_has_css_class (cell, "wrong"));
  g_assert_cmpint (sd_plan_get_headcount (plan, "proposed", NULL, NULL), ==, before);
  app_test_close (window);
}

/* Findings */

static void
test_finding_leads_to_unit (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  Wanted finding = { window, "E9" };
  SdRow *unit = app_test_unit (window, "探沂司法所");
  GtkWidget *row;

  /* A body named 分局 needs an approval. */
  sd_register_set_value_async (register_of (window), sd_session_get_plan_id (session),
                               SD_TABLE_UNIT, sd_row_get_id (unit), SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ("司法局探沂镇分局"), NULL,
                               sd_session_on_edited, g_object_ref (session));
  app_test_wait_for (has_finding, &finding);
  g_assert_null (sd_session_get_selected_id (session));

  row = app_test_find (GTK_WIDGET (window), SD_TYPE_FINDING_ROW, NULL, NULL);
  while (row != NULL &&
         (!SD_IS_FINDING_ROW (row) ||
          g_strcmp0 (sd_finding_get_rule (sd_finding_row_get_finding (SD_FINDING_ROW (row))),
                     "E9") != 0))
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (sd_session_get_selected_id (session), ==, sd_row_get_id (unit));
  app_test_settle (window);
  app_test_close (window);
}

/* History */

static void
test_undo_outlives_closing (void)
{
  SdWindow *window = app_test_open_sample ();
  Wanted there = { window, "第九办公室" };

  set_up_office (window, "第九办公室");
  app_test_wait_for (has_unit, &there);
  app_test_settle (window);
  app_test_close (window);

  window = app_test_open_sample ();
  there.window = window;
  g_assert_nonnull (app_test_unit (window, "第九办公室"));
  g_assert_cmpstr (sd_register_get_undo_label (register_of (window)), ==, "Set up “第九办公室”");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_no_unit, &there);
  app_test_settle (window);
  app_test_close (window);
}

/* The county that the sample came with is the ground: undo does not take it away. */
static void
test_nothing_to_undo (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCounty *county = sd_session_get_county (sd_window_get_session (window));

  g_assert_null (sd_register_get_undo_label (register_of (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_settle (window);
  g_assert_cmpuint (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN), >, 0);
  app_test_close (window);
}

static void
test_delete (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  SdRow *unit = app_test_unit (window, "财经服务中心");
  Wanted there = { window, "财经服务中心" };

  sd_session_set_selected_id (session, sd_row_get_id (unit));
  sd_register_delete_row_async (register_of (window), sd_session_get_plan_id (session),
                                SD_TABLE_UNIT, sd_row_get_id (unit), NULL, sd_session_on_edited,
                                g_object_ref (session));
  app_test_wait_for (has_no_unit, &there);
  g_assert_null (sd_session_get_selected_id (session));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_unit, &there);
  app_test_settle (window);
  app_test_close (window);
}

/* Every page has a place before it is painted, from whichever other it is come to; of one that has
 * none, and stays blank, GTK warns. Going there selects nothing else. */
static void
test_pages_are_painted (void)
{
  static const char *const pages[] = { "flow",      "structure",  "headcount", "comparison",
                                       "structure", "posts",      "flow",      "headcount",
                                       "powers",    "dispatched", "structure", "documents",
                                       "duties",    "flow",       "structure" };
  static const int sizes[][2] = { { 1280, 800 }, { 1024, 768 }, { 1600, 1000 } };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      SdWindow *window = app_test_open_sample ();
      SdSession *session = sd_window_get_session (window);
      const char *chosen = sd_row_get_id (app_test_unit (window, "政务服务局"));

      sd_session_set_selected_id (session, chosen);
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[s][0], sizes[s][1]);
      app_test_paint (window);
      for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", pages[i]);
          app_test_paint (window);
          g_test_message ("%s", pages[i]);
          g_assert_cmpstr (sd_session_get_selected_id (session), ==, chosen);
        }
      app_test_close (window);
    }
}

static void
add_tests (void)
{
  app_test_add ("/window/nothing-to-undo", test_nothing_to_undo);
  app_test_add ("/window/sample", test_sample);
  app_test_add ("/window/office-above-limit", test_office_above_limit);
  app_test_add ("/window/rename", test_rename);
  app_test_add ("/window/empty-name-is-refused", test_empty_name_is_refused);
  app_test_add ("/window/headcount", test_headcount);
  app_test_add ("/window/negative-headcount-is-refused", test_negative_headcount_is_refused);
  app_test_add ("/window/finding-leads-to-unit", test_finding_leads_to_unit);
  app_test_add ("/window/undo-outlives-closing", test_undo_outlives_closing);
  app_test_add ("/window/delete", test_delete);
  app_test_add ("/window/pages-are-painted", test_pages_are_painted);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
