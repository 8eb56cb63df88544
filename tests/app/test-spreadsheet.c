/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-test.h"

/* What comes from a spreadsheet and goes to one. */

static gboolean
has_13 (TableTest *test)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (test->session)), SD_TABLE_POWER) ==
         13;
}

/* Clipboard */

typedef struct
{
  SdWindow *window;
  const char *text;
} Toast;

static gboolean
shows_toast (Toast *toast)
{
  return app_test_find_label (GTK_WIDGET (toast->window), toast->text) != NULL;
}

static gint64
quota_of (TableTest *test, const char *unit, const char *type)
{
  return sd_plan_get_quota (sd_session_get_plan (test->session),
                            sd_row_get_id (app_test_unit (test->window, unit)), type);
}

static gboolean
has_pasted (TableTest *test)
{
  return quota_of (test, "党建群团工作办公室", "institutional") == 4;
}

/* Two lines of two figures; the rows of the plan before and after undo. */
static void
test_paste_figures (void)
{
  TableTest test = table_test_open ("headcount");
  gint64 before = quota_of (&test, "党政办公室", "administrative");

  table_test_focus (&test, app_test_unit (test.window, "党政办公室"), 3);
  sd_grid_paste (test.grid, "7\t２\r\n8人\t4\r\n");
  app_test_wait_for (has_pasted, &test);
  g_assert_cmpint (quota_of (&test, "党政办公室", "administrative"), ==, 7);
  g_assert_cmpint (quota_of (&test, "党政办公室", "institutional"), ==, 2);
  g_assert_cmpint (quota_of (&test, "党建群团工作办公室", "administrative"), ==, 8);
  app_test_settle (test.window);

  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.undo", NULL);
  app_test_settle (test.window);
  g_assert_cmpint (quota_of (&test, "党政办公室", "administrative"), ==, before);
  g_assert_cmpint (quota_of (&test, "党建群团工作办公室", "institutional"), ==, 0);
  g_assert_null (sd_register_get_undo_label (sd_session_get_register (test.session)));
  table_test_close (&test);
}

static void
test_bad_paste (void)
{
  static const char *const cases[][2] = {
    { "7\t2\n8\t很多\n",
      "Line 2 of what was copied: Approved cannot be “很多”; expected a whole number from 0 to "
      "2147483647." },
    { "1\t1\t1\t1\t1\t1\t1\n", "What was copied has more columns than there are from here on." },
    { "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n",
      "What was copied has more lines than there are from here on." },
  };
  TableTest test = table_test_open ("headcount");
  gint64 before =
      sd_plan_get_headcount (sd_session_get_plan (test.session), "proposed", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Toast toast = { test.window, cases[i][1] };

      table_test_focus (&test, app_test_unit (test.window, "党政办公室"), 3);
      sd_grid_paste (test.grid, cases[i][0]);
      app_test_wait_for (shows_toast, &toast);
    }
  app_test_settle (test.window);
  g_assert_null (sd_register_get_undo_label (sd_session_get_register (test.session)));
  g_assert_cmpint (
      sd_plan_get_headcount (sd_session_get_plan (test.session), "proposed", NULL, NULL), ==,
      before);
  table_test_close (&test);
}

static void
test_copy (void)
{
  TableTest test = table_test_open ("headcount");
  g_autofree char *one = NULL, *range = NULL, *all = NULL;
  g_auto (GStrv) lines = NULL;

  table_test_focus (&test, app_test_unit (test.window, "党政办公室"), 3);
  one = sd_grid_copy (test.grid);
  g_assert_cmpstr (one, ==, "9");

  table_test_press (&test, GDK_KEY_Down, GDK_SHIFT_MASK);
  table_test_press (&test, GDK_KEY_Left, GDK_SHIFT_MASK);
  range = sd_grid_copy (test.grid);
  g_assert_cmpstr (range, ==, "9\t9\n8\t8\n");

  table_test_press (&test, GDK_KEY_a, GDK_CONTROL_MASK);
  all = sd_grid_copy (test.grid);
  lines = g_strsplit (all, "\n", -1);
  g_assert_cmpstr (lines[0], ==,
                   "Unit\tSum\tAdministrative\tInstitutional\tEnforcement\tWorker\tOff-quota");
  g_assert_true (g_str_has_prefix (lines[1], "Sum\t110\t65\t45\t"));

  /* Another cell is another range. */
  table_test_press (&test, GDK_KEY_Down, 0);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (table_test_focused (&test)), "in-range"));
  table_test_close (&test);
}

static gboolean
is_cleared (TableTest *test)
{
  return quota_of (test, "党政办公室", "administrative") == 0 &&
         quota_of (test, "党建群团工作办公室", "administrative") == 0;
}

static void
test_clear_range (void)
{
  TableTest test = table_test_open ("headcount");

  table_test_focus (&test, app_test_unit (test.window, "党政办公室"), 3);
  table_test_press (&test, GDK_KEY_Down, GDK_SHIFT_MASK);
  table_test_press (&test, GDK_KEY_Delete, 0);
  app_test_wait_for (is_cleared, &test);
  app_test_settle (test.window);
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.undo", NULL);
  app_test_settle (test.window);
  g_assert_cmpint (quota_of (&test, "党政办公室", "administrative"), ==, 9);
  g_assert_cmpint (quota_of (&test, "党建群团工作办公室", "administrative"), ==, 8);
  table_test_close (&test);
}

static gboolean
is_pasted (SdRow *row)
{
  return sd_row_is (row, SD_POWER_STATE, "granted") &&
         sd_row_get_integer (row, SD_POWER_TIME_LIMIT) == 20;
}

/* Words are taken for choices and names, as they are shown. */
static void
test_paste_words (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *row = table_test_row (&test, SD_TABLE_POWER, "企业投资项目备案");

  table_test_focus (&test, row, 5);
  sd_grid_paste (test.grid, "已下放\t综合行政执法局\t行政许可法，第二十四条\t\t\t20个工作日");
  app_test_wait_for (is_pasted, row);
  g_assert_cmpstr (sd_row_get_text (row, SD_POWER_RECEIVER), ==,
                   sd_row_get_id (app_test_unit (test.window, "综合行政执法局")));
  g_assert_cmpstr (sd_row_get_text (row, SD_POWER_LEGAL_BASIS), ==, "行政许可法，第二十四条");
  table_test_close (&test);
}

/* Import */

static GFile *
write_list (const char *text, const char *charset)
{
  GFile *file = app_test_file ("list.csv");
  gsize size;
  g_autofree char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, &size, NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, bytes, size, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static gboolean
has_15 (TableTest *test)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (test->session)), SD_TABLE_POWER) ==
         15;
}

static void
test_import (void)
{
  TableTest test = table_test_open ("powers");
  g_autoptr (GFile) file = write_list (
      "事项名称,所属领域,县直部门\n甲,安全生产,县应急管理局\n乙,市场监管,\n", "GB18030");

  sd_table_page_import (test.page, file);
  app_test_wait_for (has_15, &test);
  table_test_has_lines (&test, 15);
  app_test_settle (test.window);
  g_assert_cmpstr (sd_register_get_undo_label (sd_session_get_register (test.session)), ==,
                   "Add Power: 2");
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.undo", NULL);
  app_test_wait_for (has_13, &test);
  table_test_close (&test);
}

static gboolean
shows_refusal (SdWindow *window)
{
  return app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
test_refused_import (void)
{
  TableTest test = table_test_open ("powers");
  g_autoptr (GFile) file = write_list ("名称,领域\n甲,安全生产\n乙,农业\n", "UTF-8");
  GtkWindow *dialog;

  sd_table_page_import (test.page, file);
  app_test_wait_for (shows_refusal, test.window);
  dialog = app_test_dialog (test.window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (app_test_find_label (
      GTK_WIDGET (dialog), "list.csv:3: Field cannot be “农业”; expected Industry, Planning and "
                           "construction, Town management, Investment projects, Work safety, "
                           "Environment, Market supervision, Public order, Livelihood."));
  gtk_window_close (dialog);
  app_test_settle (test.window);
  g_assert_true (has_13 (&test));
  table_test_close (&test);
}

static void
add_tests (void)
{
  app_test_add ("/spreadsheet/paste-figures", test_paste_figures);
  app_test_add ("/spreadsheet/bad-paste", test_bad_paste);
  app_test_add ("/spreadsheet/copy", test_copy);
  app_test_add ("/spreadsheet/clear-range", test_clear_range);
  app_test_add ("/spreadsheet/paste-words", test_paste_words);
  app_test_add ("/spreadsheet/import", test_import);
  app_test_add ("/spreadsheet/refused-import", test_refused_import);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
