/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <string.h>

#include "app/command-search.h"
#include "app/finding-row.h"
#include "app/grid-cell.h"
#include "app/speaker.h"

/* The search for places and commands, by keyboard. */

static SdCommandSearch *
open_search (SdWindow *window)
{
  GtkWidget *search;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  search = app_test_find (GTK_WIDGET (window), SD_TYPE_COMMAND_SEARCH, NULL, NULL);
  g_assert_nonnull (search);
  app_test_wait_for (gtk_widget_get_mapped, search);

  return SD_COMMAND_SEARCH (search);
}

static GtkWidget *
entry_of (SdCommandSearch *search)
{
  return app_test_find (GTK_WIDGET (search), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
}

static GtkListBox *
list_of (SdCommandSearch *search)
{
  return GTK_LIST_BOX (app_test_find (GTK_WIDGET (search), GTK_TYPE_LIST_BOX, NULL, NULL));
}

static void
type (SdCommandSearch *search, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (search)), text);
  /* Without delay, but not before the main loop has had its turn. */
  g_signal_emit_by_name (entry_of (search), "search-changed");
}

static void
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
      if (handled)
        return;
    }
  g_assert_not_reached ();
}

static gboolean
is_closed (SdCommandSearch *search)
{
  return !gtk_widget_get_visible (GTK_WIDGET (search));
}

static void
enter (SdCommandSearch *search)
{
  g_signal_emit_by_name (entry_of (search), "activate");
  app_test_wait_for (is_closed, search);
}

static const char *
title_of (GtkListBoxRow *row)
{
  GtkWidget *label = app_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, NULL, NULL);

  return gtk_label_get_text (GTK_LABEL (label));
}

static const char *
selected (SdCommandSearch *search)
{
  return title_of (gtk_list_box_get_selected_row (list_of (search)));
}

/* What a screen reader is told. */
static const char *
spoken (SdCommandSearch *search)
{
  return sd_speaker_get_text (
      SD_SPEAKER (app_test_find (GTK_WIDGET (search), SD_TYPE_SPEAKER, NULL, NULL)));
}

/* What is typed, and the unit, in the structure that is proposed, that Enter goes to. */
static const struct
{
  const char *typed;
  const char *unit;
} units[] = {
  { "党政办", "党政办公室" }, { "dzb", "党政办公室" },         { "DangZheng", "党政办公室" },
  { "zwfwj", "政务服务局" },  { "zhifaju", "综合行政执法局" },
};

static void
test_units (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      SdCommandSearch *search = open_search (window);

      g_test_message ("%s", units[i].typed);
      sd_session_set_selected_id (session, NULL);
      type (search, units[i].typed);
      enter (search);
      g_assert_cmpstr (sd_session_get_selected_id (session), ==,
                       sd_row_get_id (app_test_unit (window, units[i].unit)));
    }
  app_test_close (window);
}

static void
test_keys (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);
  GtkWidget *entry = entry_of (search);
  GtkListBox *list = list_of (search);

  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  type (search, "dzb");
  g_assert_cmpstr (selected (search), ==, "党政办公室");
  g_assert_true (g_str_has_prefix (spoken (search), "党政办公室, Office · Proposed"));
  press (entry, GDK_KEY_Down);
  g_assert_true (g_str_has_prefix (spoken (search), selected (search)));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 1);
  press (entry, GDK_KEY_Page_Down);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 9);
  press (entry, GDK_KEY_Page_Up);
  press (entry, GDK_KEY_Up);
  press (entry, GDK_KEY_Up);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 0);
  g_signal_emit_by_name (entry, "stop-search");
  app_test_wait_for (is_closed, search);
  g_assert_null (sd_session_get_selected_id (sd_window_get_session (window)));
  app_test_close (window);
}

/* What cannot be done now is told and passed over. */
static void
test_disabled (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);
  GtkListBoxRow *row;

  type (search, "Undo");
  row = gtk_list_box_get_row_at_index (list_of (search), 0);
  g_assert_cmpstr (title_of (row), ==, "Undo");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  g_assert_false (gtk_list_box_row_is_selected (row));
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (row), "This cannot be done now"));
  app_test_close (window);
}

static const char *
page_of (SdWindow *window)
{
  GtkWidget *pages = app_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, NULL, NULL);

  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (pages));
}

static gboolean
shows_window (SdWindow *window)
{
  return app_test_dialog (window, GTK_TYPE_WINDOW) != NULL;
}

static void
test_commands (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);

  g_assert_cmpstr (page_of (window), ==, "structure");
  type (search, "headc");
  g_assert_cmpstr (selected (search), ==, "Headcount");
  enter (search);
  g_assert_cmpstr (page_of (window), ==, "headcount");

  search = open_search (window);
  type (search, "add town");
  g_assert_cmpstr (selected (search), ==, "Add a town");
  enter (search);
  app_test_wait_for (shows_window, window);
  gtk_window_close (app_test_dialog (window, GTK_TYPE_WINDOW));
  app_test_close (window);
}

static const char *
edited_town (SdWindow *window)
{
  SdSession *session = sd_window_get_session (window);
  const char *plan_id = sd_session_get_plan_id (session);

  return sd_row_get_text (sd_county_get_plan_town (sd_session_get_county (session), plan_id),
                          SD_TOWN_NAME);
}

static void
test_places (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  SdCommandSearch *search = open_search (window);

  type (search, "syz");
  g_assert_cmpstr (selected (search), ==, "上冶镇");
  enter (search);
  g_assert_cmpstr (edited_town (window), ==, "上冶镇");

  search = open_search (window);
  type (search, "探沂镇行政管理体制改革方案");
  enter (search);
  g_assert_cmpstr (edited_town (window), ==, "探沂镇");

  search = open_search (window);
  type (search, "费城街道");
  enter (search);
  g_assert_null (sd_session_get_plan_id (session));
  app_test_close (window);
}

/* A post and a power have their line in their table. */
static void
test_lines (void)
{
  static const struct
  {
    const char *typed;
    const char *page;
  } lines[] = {
    { "党政办公室主任", "posts" },
    { "qytzxmba", "powers" },
  };
  SdWindow *window = app_test_open_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SdCommandSearch *search = open_search (window);
      g_autofree char *title = NULL;
      GtkWidget *focus;

      type (search, lines[i].typed);
      title = g_strdup (selected (search));
      enter (search);
      g_assert_cmpstr (page_of (window), ==, lines[i].page);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (SD_IS_GRID_CELL (focus));
      g_test_message ("%s", title);
    }
  app_test_close (window);
}

static void
test_finding (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);
  const char *message = sd_finding_get_message (app_test_finding (window, "E18"));
  GtkWidget *focus;

  type (search, message);
  g_assert_cmpstr (selected (search), ==, message);
  enter (search);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (SD_IS_FINDING_ROW (focus));
  g_assert_cmpstr (sd_finding_get_rule (sd_finding_row_get_finding (SD_FINDING_ROW (focus))), ==,
                   "E18");
  app_test_close (window);
}

static void
test_nothing (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);

  type (search, "没有这个机构 <b>");
  g_assert_nonnull (
      app_test_find_label (GTK_WIDGET (search), "Nothing Is Called “没有这个机构 &lt;b&gt;”"));
  g_assert_cmpstr (spoken (search), ==, "Nothing Is Called “没有这个机构 <b>”");
  g_signal_emit_by_name (entry_of (search), "activate");
  g_assert_false (is_closed (search));
  type (search, "   ");
  g_assert_cmpstr (selected (search), ==, "Structure");
  app_test_close (window);
}

/* What was chosen last stands first, also among those that answer equally well. */
static void
test_recent (void)
{
  SdWindow *window = app_test_open_sample ();
  SdCommandSearch *search = open_search (window);

  g_assert_cmpstr (selected (search), ==, "Structure");
  type (search, "政务服务局");
  enter (search);
  search = open_search (window);
  type (search, "财经服务中心");
  enter (search);

  search = open_search (window);
  g_assert_cmpstr (selected (search), ==, "财经服务中心");
  press (entry_of (search), GDK_KEY_Down);
  g_assert_cmpstr (selected (search), ==, "政务服务局");
  type (search, "fw");
  g_assert_cmpstr (selected (search), ==, "财经服务中心");
  app_test_close (window);
}

static void
test_without_register (void)
{
  SdWindow *window = app_test_new_window ();
  SdCommandSearch *search = open_search (window);

  type (search, "党政办公室");
  g_assert_null (gtk_list_box_get_selected_row (list_of (search)));
  type (search, "sample");
  g_assert_cmpstr (selected (search), ==, "Open the sample county");
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/commands/units", test_units);
  app_test_add ("/commands/keys", test_keys);
  app_test_add ("/commands/disabled", test_disabled);
  app_test_add ("/commands/commands", test_commands);
  app_test_add ("/commands/places", test_places);
  app_test_add ("/commands/lines", test_lines);
  app_test_add ("/commands/finding", test_finding);
  app_test_add ("/commands/nothing", test_nothing);
  app_test_add ("/commands/recent", test_recent);
  app_test_add ("/commands/without-register", test_without_register);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
