/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-view-private.h"
#include "app/settings.h"
#include "app/source-dialog.h"
#include "app/split-dialog.h"
#include "app/unit-chooser.h"

/* What the office does to units of the structure chart, by name. */

typedef struct
{
  SdWindow *window;
  const char *name;
  guint column;
  const char *text; /* NULL for nothing */
} Wanted;

static SdPlan *
plan_of (SdWindow *window)
{
  return sd_session_get_plan (sd_window_get_session (window));
}

/* A unit that is proposed or waits. */
static SdRow *
find_unit (SdWindow *window, const char *name)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, plan_of (window), SD_TABLE_UNIT)
    if (!sd_row_is (unit, SD_UNIT_STAGE, "current") && sd_row_is (unit, SD_UNIT_NAME, name))
      return unit;

  return NULL;
}

static gboolean
has_value (Wanted *wanted)
{
  SdRow *unit = find_unit (wanted->window, wanted->name);

  return unit != NULL && g_strcmp0 (sd_row_get_text (unit, wanted->column), wanted->text) == 0;
}

static gboolean
is_gone (Wanted *wanted)
{
  return find_unit (wanted->window, wanted->name) == NULL;
}

static gboolean
has_plaque (Wanted *wanted)
{
  SdRow *unit = find_unit (wanted->window, wanted->name);
  g_autoptr (GPtrArray) plaques = sd_row_set_get_children (SD_ROW_SET (plan_of (wanted->window)),
                                                           SD_TABLE_PLAQUE, sd_row_get_id (unit));

  for (guint i = 0; i < plaques->len; i++)
    if (sd_row_is (plaques->pdata[i], SD_PLAQUE_NAME, wanted->text))
      return TRUE;

  return FALSE;
}

static gboolean
has_no_plaque (Wanted *wanted)
{
  return !has_plaque (wanted);
}

static SdChartView *
select_unit (SdWindow *window, const char *name)
{
  SdChartView *view =
      SD_CHART_VIEW (app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL));

  sd_session_set_selected_id (sd_window_get_session (window),
                              sd_row_get_id (find_unit (window, name)));
  g_assert_nonnull (sd_chart_view_get_selected (view));

  return view;
}

static void
undo (SdWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
test_rank (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  g_autofree char *before =
      g_strdup (sd_row_get_text (find_unit (window, "财经服务中心"), SD_UNIT_LEVEL));
  Wanted wanted = { window, "财经服务中心", SD_UNIT_LEVEL, NULL };

  sd_register_set_value_async (sd_session_get_register (sd_window_get_session (window)),
                               sd_plan_get_id (plan_of (window)), SD_TABLE_UNIT,
                               sd_row_get_id (find_unit (window, wanted.name)), SD_UNIT_LEVEL,
                               &(SdValue) SD_VALUE_INIT_TEXT ("subsection"), NULL, NULL, NULL);
  wanted.text = "subsection";
  app_test_wait_for (has_value, &wanted);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.raise", NULL);
  wanted.text = "deputy-section";
  app_test_wait_for (has_value, &wanted);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.lower", NULL);
  wanted.text = "subsection";
  app_test_wait_for (has_value, &wanted);
  undo (window);
  wanted.text = "deputy-section";
  app_test_wait_for (has_value, &wanted);
  app_test_close (window);
}

static void
test_plaque (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  Wanted wanted = { window, "财经服务中心", 0, "统计工作站" };
  g_autoptr (GPtrArray) plaques = NULL;
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.hang-plaque", NULL);
  entry = app_test_find (view->popover, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), wanted.text);
  g_signal_emit_by_name (entry, "activate");
  app_test_wait_for (has_plaque, &wanted);

  plaques = sd_row_set_get_children (SD_ROW_SET (plan_of (window)), SD_TABLE_PLAQUE,
                                     sd_row_get_id (find_unit (window, wanted.name)));
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.take-plaque", "s",
                              sd_row_get_id (plaques->pdata[plaques->len - 1]));
  app_test_wait_for (has_no_plaque, &wanted);
  undo (window);
  app_test_wait_for (has_plaque, &wanted);
  app_test_close (window);
}

static void
test_give_plaque (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "经济发展局");
  Wanted there = { window, "党政办公室", 0, "财政局" };
  Wanted here = { window, "经济发展局", 0, "财政局" };
  g_autoptr (GPtrArray) plaques =
      sd_row_set_get_children (SD_ROW_SET (plan_of (window)), SD_TABLE_PLAQUE,
                               sd_row_get_id (find_unit (window, here.name)));
  GtkWindow *chooser;
  GtkWidget *search, *list;

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.give-plaque", "s",
                              sd_row_get_id (plaques->pdata[0]));
  chooser = app_test_dialog (window, SD_TYPE_UNIT_CHOOSER);
  search = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  list = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_LIST_BOX, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "dzb");
  g_signal_emit_by_name (search, "search-changed");
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  app_test_wait_for (has_plaque, &there);
  g_assert_false (has_plaque (&here));
  undo (window);
  app_test_wait_for (has_plaque, &here);
  app_test_close (window);
}

/* To the bench and back; while there it counts in no structure. */
static void
test_bench (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  Wanted wanted = { window, "财经服务中心", SD_UNIT_STAGE, "bench" };

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.bench", NULL);
  app_test_wait_for (has_value, &wanted);
  app_test_settle (window);
  g_assert_cmpfloat (app_test_gauge (window, "gauge-centers"), ==, 5);

  /* From the bench by keyboard: to the lane before it. */
  view = select_unit (window, wanted.name);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.move", "(ii)", 0, -1);
  wanted.text = "proposed";
  app_test_wait_for (has_value, &wanted);
  undo (window);
  wanted.text = "bench";
  app_test_wait_for (has_value, &wanted);
  app_test_settle (window);
  undo (window);
  wanted.text = "proposed";
  app_test_wait_for (has_value, &wanted);
  app_test_settle (window);
  g_assert_cmpfloat (app_test_gauge (window, "gauge-centers"), ==, 6);
  app_test_close (window);
}

/* Chosen by the initials of its name. */
static void
test_merge (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  Wanted gone = { window, "财经服务中心", 0, NULL };
  Wanted plaque = { window, "农业综合服务中心", 0, "财经服务中心" };
  Wanted back = { window, "财经服务中心", SD_UNIT_STAGE, "proposed" };
  GtkWindow *chooser;
  GtkWidget *search, *list, *option;
  GtkListBoxRow *row;

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.merge", NULL);
  chooser = app_test_dialog (window, SD_TYPE_UNIT_CHOOSER);
  search = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  list = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_LIST_BOX, NULL, NULL);
  option = app_test_find (GTK_WIDGET (chooser), GTK_TYPE_CHECK_BUTTON, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nyzh");
  g_signal_emit_by_name (search, "search-changed");
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, plaque.name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (option), TRUE);
  g_signal_emit_by_name (list, "row-activated", row);

  app_test_wait_for (is_gone, &gone);
  app_test_wait_for (has_plaque, &plaque);
  undo (window);
  app_test_wait_for (has_value, &back);
  app_test_close (window);
}

static void
test_split (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "农业综合服务中心");
  Wanted made = { window, "林业站", SD_UNIT_KIND, "center" };
  gint64 before = sd_plan_get_quota (
      plan_of (window), sd_row_get_id (find_unit (window, "农业综合服务中心")), "institutional");
  GtkWindow *dialog;
  GtkWidget *name, *spin;

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.split", NULL);
  dialog = app_test_dialog (window, SD_TYPE_SPLIT_DIALOG);
  name = app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  spin = app_test_find (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), made.name);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 3);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");

  app_test_wait_for (has_value, &made);
  g_assert_cmpint (sd_plan_get_quota (plan_of (window),
                                      sd_row_get_id (find_unit (window, made.name)),
                                      "institutional"),
                   ==, 3);
  g_assert_cmpint (sd_plan_get_quota (plan_of (window),
                                      sd_row_get_id (find_unit (window, "农业综合服务中心")),
                                      "institutional"),
                   ==, before - 3);
  undo (window);
  app_test_wait_for (is_gone, &made);
  app_test_close (window);
}

/* What has people asks what becomes of them. */
static void
test_abolish (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  Wanted waits = { window, "财经服务中心", SD_UNIT_STAGE, "bench" };
  Wanted back = { window, "财经服务中心", SD_UNIT_STAGE, "proposed" };
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.delete", NULL);
  dialog = app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "superior"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "bench");
  gtk_window_destroy (dialog);
  app_test_wait_for (has_value, &waits);
  undo (window);
  app_test_wait_for (has_value, &back);
  app_test_close (window);
}

/* Several units move as one edit; what is below them is asked about once, and then remembered. */
static void
test_several (void)
{
  static const char *const names[] = { "财经服务中心", "网格管理服务中心" };
  SdWindow *window = app_test_open_sample ();
  SdChartView *view;
  g_auto (GStrv) ids = NULL;

  select_unit (window, names[0]);
  view = select_unit (window, names[0]);
  sd_chart_view_choose (view, sd_row_get_id (find_unit (window, names[1])));
  ids = sd_chart_view_list_chosen (view, find_unit (window, names[1]));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.bench", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    app_test_wait_for (has_value, &((Wanted){ window, names[i], SD_UNIT_STAGE, "bench" }));
  undo (window);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    app_test_wait_for (has_value, &((Wanted){ window, names[i], SD_UNIT_STAGE, "proposed" }));
  app_test_close (window);
}

static void
test_below (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = select_unit (window, "财经服务中心");
  Wanted under = { window, "网格管理服务中心", SD_UNIT_SUPERIOR, NULL };
  Wanted waits = { window, "财经服务中心", SD_UNIT_STAGE, "bench" };
  Wanted below = { window, "网格管理服务中心", SD_UNIT_STAGE, "proposed" };
  g_autofree char *remembered = NULL;
  GtkWindow *dialog;

  sd_settings_set_text ("structure", "below", "ask");
  under.text = sd_row_get_id (find_unit (window, "财经服务中心"));
  sd_register_move_unit_async (
      sd_session_get_register (sd_window_get_session (window)), sd_plan_get_id (plan_of (window)),
      sd_row_get_id (find_unit (window, under.name)), NULL, under.text, 0, NULL, NULL, NULL);
  app_test_wait_for (has_value, &under);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.bench", NULL);
  dialog = app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "superior");
  gtk_window_destroy (dialog);
  app_test_wait_for (has_value, &waits);
  app_test_wait_for (has_value, &below);
  remembered = sd_settings_get_text ("structure", "below");
  g_assert_cmpstr (remembered, ==, "superior");
  app_test_close (window);
}

static gboolean
is_five (GtkWidget *row, gpointer unused)
{
  return g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "5");
}

/* Whether a document is told of that prints the number. */
static gboolean
is_printed (GtkWindow *dialog)
{
  return app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, is_five, NULL) != NULL;
}

/* The rows that a number is the sum of, with who set them; a number changed here is told so. */
static void
test_source (void)
{
  SdWindow *window = app_test_open_sample ();
  Wanted wanted = { window, "财经服务中心", 0, NULL };
  SdRow *unit = find_unit (window, wanted.name);
  g_autoptr (GPtrArray) quotas =
      sd_row_set_get_children (SD_ROW_SET (plan_of (window)), SD_TABLE_QUOTA, sd_row_get_id (unit));
  /* A gauge tells what it measures, and the clause of its limit; a table the rows it counts. */
  static const struct
  {
    const char *action, *target, *row;
  } others[] = {
    { "win.explain-gauge", "'gauge-institutional'", "农业综合服务中心 · Institutional" },
    { "win.explain-gauge", "'gauge-institutional'", "Reform plan of Tanyi, Feixian 四（一）" },
    { "win.explain-gauge", "'gauge-offices'", "党政办公室" },
    { "win.explain-table", "uint32 8", "党政办公室 · 主任" },
  };
  GtkWindow *dialog;

  sd_register_set_quota_async (sd_session_get_register (sd_window_get_session (window)),
                               sd_plan_get_id (plan_of (window)), sd_row_get_id (unit),
                               "institutional", SD_QUOTA_APPROVED, 5, NULL, NULL, NULL);
  app_test_settle (window);
  g_assert_cmpint (sd_row_get_integer (quotas->pdata[0], SD_QUOTA_APPROVED), ==, 5);

  select_unit (window, wanted.name);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.explain", NULL);
  dialog = app_test_dialog (window, SD_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (app_test_find_row (GTK_WIDGET (dialog), "财经服务中心 · Institutional"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (app_test_find_row (
                                GTK_WIDGET (dialog), "财经服务中心 · Institutional"))),
                            "Set Approved of Institutional"));
  app_test_wait_for (is_printed, dialog);
  gtk_window_destroy (dialog);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GVariant) target = g_variant_new_parsed (others[i].target);

      gtk_widget_activate_action_variant (GTK_WIDGET (window), others[i].action, target);
      dialog = app_test_dialog (window, SD_TYPE_SOURCE_DIALOG);
      g_assert_nonnull (app_test_find_row (GTK_WIDGET (dialog), others[i].row));
      gtk_window_destroy (dialog);
    }
  app_test_close (window);
}

static gboolean
has_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->name) != NULL;
}

static gboolean
has_no_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->name) == NULL;
}

/* What the rule says would mend it is done as one edit, and can be undone. */
static void
test_mend (void)
{
  SdWindow *window = app_test_open_sample ();
  SdRow *dispatch = sd_row_set_peek_row (SD_ROW_SET (plan_of (window)), SD_TABLE_DISPATCH, 0);
  Wanted finding = { window, "E12-daily", 0, NULL };
  SdFinding *found;

  SD_FOREACH_ROW (dispatch, plan_of (window), SD_TABLE_DISPATCH)
    if (sd_row_is (sd_row_set_get_row (SD_ROW_SET (plan_of (window)), SD_TABLE_UNIT,
                                       sd_row_get_parent_id (dispatch)),
                   SD_UNIT_KIND, "enforcement"))
      break;
  g_assert_nonnull (dispatch);
  sd_register_set_value_async (sd_session_get_register (sd_window_get_session (window)),
                               sd_plan_get_id (plan_of (window)), SD_TABLE_DISPATCH,
                               sd_row_get_id (dispatch), SD_DISPATCH_DAILY_MANAGER,
                               &(SdValue) SD_VALUE_INIT_TEXT ("county"), NULL, NULL, NULL);
  app_test_wait_for (has_finding, &finding);
  found = app_test_finding (window, finding.name);
  g_assert_nonnull (sd_finding_get_mend (found));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.mend", "(ss)", finding.name,
                              sd_finding_get_mend (found));
  app_test_wait_for (has_no_finding, &finding);
  g_assert_true (sd_row_is (dispatch, SD_DISPATCH_DAILY_MANAGER, "town"));
  undo (window);
  app_test_wait_for (has_finding, &finding);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/edits/rank", test_rank);
  app_test_add ("/edits/plaque", test_plaque);
  app_test_add ("/edits/give-plaque", test_give_plaque);
  app_test_add ("/edits/bench", test_bench);
  app_test_add ("/edits/merge", test_merge);
  app_test_add ("/edits/split", test_split);
  app_test_add ("/edits/abolish", test_abolish);
  app_test_add ("/edits/several", test_several);
  app_test_add ("/edits/below", test_below);
  app_test_add ("/edits/mend", test_mend);
  app_test_add ("/edits/source", test_source);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
