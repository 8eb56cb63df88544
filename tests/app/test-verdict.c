/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-test.h"

#include "app/flow-edit.h"
#include "app/flow-view.h"
#include "app/source-dialog.h"
#include "app/verdicts.h"

/* What the rules would say of people who are pulled to a unit; and where what is in a table comes
 * from. */

static void
try_unit (SdRegister *clone,
          SdPlan *plan,
          const SdChartPlace *place,
          gpointer data,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  sd_flow_trial_run_async (data, clone, plan, place->superior_id, callback, user_data);
}

typedef struct
{
  SdVerdicts *verdicts;
  SdChartPlace place;
} Judged;

static gboolean
is_judged (Judged *judged)
{
  return sd_verdicts_get (judged->verdicts, &judged->place) != NULL;
}

static SdVerdictLevel
judge (SdVerdicts *verdicts, SdRow *unit)
{
  Judged judged = { verdicts, { .superior_id = sd_row_get_id (unit) } };

  app_test_wait_for (is_judged, &judged);

  return sd_verdicts_get (verdicts, &judged.place)->level;
}

/* Before a transfer is let go it is known what would be found at each unit, and the register is as
 * it was. */
static void
test_verdict (void)
{
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  SdRegister *reg = sd_session_get_register (session);
  g_autofree char *before = sd_register_get_head_hash (reg, NULL);
  g_autofree char *after = NULL;
  SdFlowTrial *trial = g_new0 (SdFlowTrial, 1);
  g_autoptr (SdVerdicts) verdicts = NULL;
  SdRow *transfer;

  SD_FOREACH_ROW (transfer, sd_session_get_plan (session), SD_TABLE_TRANSFER)
    if (trial->transfer_id == NULL)
      trial->transfer_id = g_strdup (sd_row_get_id (transfer));
  trial->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  trial->type = "administrative";
  verdicts = sd_verdicts_new (session, try_unit, trial, (GDestroyNotify) sd_flow_trial_free);
  g_assert_cmpint (judge (verdicts, app_test_unit (window, "政务服务局")), >=, SD_VERDICT_WARNING);
  /* Nor where there are to be no people of that type. */
  g_assert_cmpint (judge (verdicts, app_test_unit (window, "农业综合服务中心")), ==,
                   SD_VERDICT_ERROR);
  g_assert_cmpint (judge (verdicts, app_test_unit (window, "党政办公室")), ==, SD_VERDICT_GOOD);
  after = sd_register_get_head_hash (reg, NULL);
  g_assert_cmpstr (before, ==, after);
  app_test_close (window);
}

static gboolean
waits (SdWindow *window)
{
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (window));
  SdRow *post;

  SD_FOREACH_ROW (post, plan, SD_TABLE_POST)
    if (sd_row_is (
            sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, sd_row_get_parent_id (post)),
            SD_UNIT_STAGE, "bench"))
      return TRUE;

  return FALSE;
}

static gboolean
is_mapped_menu (GtkWidget *widget, gpointer unused)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
shows_menu (GtkWidget *cell)
{
  return app_test_find (cell, GTK_TYPE_POPOVER_MENU, is_mapped_menu, NULL) != NULL;
}

static gboolean
is_of_post (GtkWidget *widget, gpointer unused)
{
  return g_str_has_suffix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), " · 主任");
}

/* In the table of posts a cell tells where it comes from, and its menu moves the post. */
static void
test_post_cell (void)
{
  TableTest test = table_test_open ("posts");
  SdRow *post = table_test_row (&test, SD_TABLE_POST, "主任");
  GtkWidget *cell = table_test_focus (&test, post, 1);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.explain", NULL);
  dialog = app_test_dialog (test.window, SD_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, is_of_post, NULL));
  gtk_window_destroy (dialog);

  cell = table_test_focus (&test, post, 1);
  gtk_widget_activate_action (GTK_WIDGET (test.grid), "grid.menu", NULL);
  app_test_wait_for (shows_menu, cell);
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.bench-post", "s",
                              sd_row_get_id (post));
  app_test_wait_for (waits, test.window);
  app_test_settle (test.window);
  table_test_close (&test);
}

static const char *
label_of (TableTest *test)
{
  return sd_register_get_undo_label (sd_session_get_register (test->session));
}

static gboolean
is_set (TableTest *test)
{
  return g_strcmp0 (label_of (test), "Set Headcount of “党政综合办公室 → 党政办公室” to 7") == 0;
}

static gboolean
is_deleted (TableTest *test)
{
  return g_strcmp0 (label_of (test), "Delete Transfer “党政综合办公室 → 党政办公室”") == 0;
}

/* Where two transfers make up a number, the one that is to change is chosen in the flow. */
static void
check_several (TableTest *test, SdGridItem *line)
{
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (test->window));
  SdRow *first = sd_row_set_peek_row (SD_ROW_SET (plan), SD_TABLE_TRANSFER, 0);
  SdFieldValue fields[] = {
    { SD_TRANSFER_SOURCE, SD_VALUE_INIT_TEXT (sd_row_get_text (first, SD_TRANSFER_SOURCE)) },
    { SD_TRANSFER_TARGET, SD_VALUE_INIT_TEXT (sd_row_get_text (first, SD_TRANSFER_TARGET)) },
    { SD_TRANSFER_TYPE, SD_VALUE_INIT_TEXT (sd_row_get_text (first, SD_TRANSFER_TYPE)) },
    { SD_TRANSFER_HEADCOUNT, SD_VALUE_INIT_INTEGER (1) },
  };
  SdRegister *reg = sd_session_get_register (sd_window_get_session (test->window));
  g_autoptr (GError) error = NULL;

  sd_register_add_row_async (reg, sd_plan_get_id (plan), SD_TABLE_TRANSFER, NULL, -1, fields,
                             G_N_ELEMENTS (fields), NULL, NULL, NULL);
  app_test_settle (test->window);
  g_assert_false (sd_grid_item_set_text (line, 3, "5", &error));
  g_assert_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "2 transfers make up this number"));
  sd_register_undo_async (reg, NULL, NULL, NULL);
  app_test_settle (test->window);
}

/* In the comparison the people of a pair of units are changed in place; sums are not. */
static void
test_comparison (void)
{
  TableTest test = table_test_open ("comparison");
  GListModel *items = G_LIST_MODEL (sd_grid_get_items (test.grid));
  g_autoptr (SdGridItem) sum = NULL;
  g_autoptr (SdGridItem) line = NULL;
  g_autofree char *name = NULL;

  app_test_settle (test.window);
  sum = g_list_model_get_item (items, 0);
  line = g_list_model_get_item (items, 1);
  name = sd_grid_item_get_name (line);
  g_assert_cmpstr (name, ==, "党政综合办公室 → 党政办公室");
  g_assert_cmpint (sd_grid_item_get_edit (sum, 3), ==, SD_GRID_EDIT_NONE);
  g_assert_cmpint (sd_grid_item_get_edit (line, 2), ==, SD_GRID_EDIT_NONE);
  g_assert_cmpint (sd_grid_item_get_edit (line, 3), ==, SD_GRID_EDIT_DIGITS);

  g_assert_false (sd_grid_item_set_text (line, 3, "many", NULL));
  g_assert_true (sd_grid_item_set_text (line, 3, "7", NULL));
  app_test_wait_for (is_set, &test);
  check_several (&test, line);
  g_assert_true (sd_grid_item_set_text (line, 3, "", NULL));
  app_test_wait_for (is_deleted, &test);
  app_test_settle (test.window);
  table_test_close (&test);
}

static gboolean
is_transfer (GtkWidget *widget, gpointer unused)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return tooltip != NULL && g_str_has_prefix (tooltip, "党政综合办公室 → 党政办公室");
}

static gboolean
is_of_headcount (GtkWidget *widget, gpointer unused)
{
  return g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)),
                      "Headcount 9");
}

/* The people of a ribbon come from a row of the plan. */
static void
test_ribbon (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWidget *view = app_test_find (GTK_WIDGET (window), SD_TYPE_FLOW_VIEW, NULL, NULL);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "flow");
  app_test_wait_for (gtk_widget_get_mapped, view);
  app_test_settle (window);
  gtk_widget_grab_focus (app_test_find (view, SD_TYPE_FLOW_ITEM, is_transfer, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.explain", NULL);
  dialog = app_test_dialog (window, SD_TYPE_SOURCE_DIALOG);
  g_assert_nonnull (
      app_test_find (GTK_WIDGET (dialog), ADW_TYPE_PREFERENCES_GROUP, is_of_headcount, NULL));
  gtk_window_destroy (dialog);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/verdict/ribbon", test_ribbon);
  app_test_add ("/verdict/comparison", test_comparison);
  app_test_add ("/verdict/post-cell", test_post_cell);
  app_test_add ("/verdict/flow", test_verdict);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
