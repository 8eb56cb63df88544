/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-test.h"

/* The pages of single tables of the sample county, with the keys and clicks of a user. */

/* Editing */

static gboolean
is_renamed (SdRow *row)
{
  return sd_row_is (row, SD_POWER_NAME, "小作坊登记");
}

static void
test_text_by_keys (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *row = table_test_row (&test, SD_TABLE_POWER, "食品小作坊登记");
  GtkWidget *cell = table_test_focus (&test, row, 0);

  /* Escape leaves it as it was. */
  table_test_press (&test, GDK_KEY_F2, 0);
  table_test_type (cell, "别的");
  table_test_press (&test, GDK_KEY_Escape, 0);
  g_assert_true (SD_GRID_CELL (cell) == table_test_focused (&test));
  g_assert_true (sd_row_is (row, SD_POWER_NAME, "食品小作坊登记"));

  /* Tab takes it and goes to the next cell. */
  table_test_press (&test, GDK_KEY_Return, 0);
  table_test_type (cell, "小作坊登记");
  table_test_press (&test, GDK_KEY_Tab, 0);
  app_test_wait_for (is_renamed, row);
  g_assert_cmpuint (sd_grid_cell_get_place (table_test_focused (&test)), ==, 1);
  app_test_settle (test.window);
  g_assert_cmpstr (sd_register_get_undo_label (sd_session_get_register (test.session)), ==,
                   "Rename “食品小作坊登记” to “小作坊登记”");

  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.undo", NULL);
  table_test_close (&test);
}

/* Presses the button on a cell as the click gestures above it take it: from the cell up to the row.
 */
static void
click (GtkWidget *cell, int n_press)
{
  for (GtkWidget *widget = cell; !GTK_IS_COLUMN_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller))
            g_signal_emit_by_name (controller, "pressed", n_press, 2.0, 2.0);
        }
    }
}

static void
test_text_by_mouse (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *row = table_test_row (&test, SD_TABLE_POWER, "食品小作坊登记");
  GtkWidget *cell = GTK_WIDGET (sd_grid_find_cell (test.grid, row, 1));

  click (cell, 1);
  g_assert_true (SD_GRID_CELL (cell) == table_test_focused (&test));
  cell = GTK_WIDGET (sd_grid_find_cell (test.grid, row, 0));
  click (cell, 1);
  click (cell, 2);
  g_assert_true (gtk_widget_has_css_class (cell, "editing"));
  table_test_close (&test);
}

/* What a reader of the screen says of a cell: its line, its column, and what is there. */
static void
test_names (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *row = table_test_row (&test, SD_TABLE_POWER, "企业投资项目备案");
  GtkAccessible *cell = GTK_ACCESSIBLE (sd_grid_find_cell (test.grid, row, 2));

  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "企业投资项目备案, Department: 县发展和改革局");
  cell = GTK_ACCESSIBLE (sd_grid_find_cell (test.grid, row, 8));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "企业投资项目备案, People: —");
  table_test_close (&test);
}

static void
test_arrows (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *first =
      sd_row_set_peek_row (SD_ROW_SET (sd_session_get_plan (test.session)), SD_TABLE_POWER, 0);
  SdRow *second =
      sd_row_set_peek_row (SD_ROW_SET (sd_session_get_plan (test.session)), SD_TABLE_POWER, 1);

  table_test_focus (&test, first, 0);
  table_test_press (&test, GDK_KEY_Right, 0);
  table_test_press (&test, GDK_KEY_Down, 0);
  g_assert_true (sd_grid_item_get_row (sd_grid_cell_get_item (table_test_focused (&test))) ==
                 second);
  g_assert_cmpuint (sd_grid_cell_get_place (table_test_focused (&test)), ==, 1);

  /* What has the focus is selected, and its unit with it. */
  g_assert_true (sd_grid_item_get_row (sd_grid_get_selected_item (test.grid)) == second);
  g_assert_cmpstr (sd_session_get_selected_id (test.session), ==,
                   sd_row_get_text (second, SD_POWER_RECEIVER));
  table_test_close (&test);
}

static gboolean
is_granted (SdRow *row)
{
  return sd_row_is (row, SD_POWER_STATE, "granted");
}

static gboolean
has_no_limit (SdRow *row)
{
  return !sd_row_has (row, SD_POWER_TIME_LIMIT);
}

static void
test_choice_and_delete (void)
{
  TableTest test = table_test_open ("powers");
  SdRow *row = table_test_row (&test, SD_TABLE_POWER, "企业投资项目备案");
  GtkWidget *cell = table_test_focus (&test, row, 5);
  GtkWidget *list;

  table_test_press (&test, GDK_KEY_space, 0);
  list = app_test_find (cell, GTK_TYPE_LIST_BOX, NULL, NULL);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  app_test_wait_for (is_granted, row);

  table_test_focus (&test, row, 10);
  table_test_press (&test, GDK_KEY_Delete, 0);
  app_test_wait_for (has_no_limit, row);
  table_test_close (&test);
}

/* Finding */

static void
search (TableTest *test, const char *text)
{
  GtkWidget *entry = app_test_find (GTK_WIDGET (test->page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static GtkDropDown *
filter_choice (TableTest *test, const char *title)
{
  GtkWidget *label;

  gtk_popover_popup (
      GTK_POPOVER (app_test_find (GTK_WIDGET (test->page), GTK_TYPE_POPOVER, NULL, NULL)));
  label = app_test_find_label (GTK_WIDGET (test->page), title);
  g_assert_nonnull (label);

  return GTK_DROP_DOWN (gtk_widget_get_next_sibling (label));
}

static void
test_search_and_filter (void)
{
  TableTest test = table_test_open ("powers");
  GtkDropDown *field;

  table_test_has_lines (&test, 13);
  search (&test, "应急");
  table_test_has_lines (&test, 2);
  g_assert_nonnull (app_test_find_label (
      GTK_WIDGET (test.page), "Shown: 2 of 13 · Powers: 13 · fields: 7 · departments: 10"));
  search (&test, "spxzf");
  table_test_has_lines (&test, 1);
  search (&test, "没有这样的");
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (test.page), "Nothing Found"));
  search (&test, "");

  field = filter_choice (&test, "Field");
  g_assert_cmpstr (
      gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (field)), 1), ==,
      "Industry (2)");
  gtk_drop_down_set_selected (field, 1);
  table_test_has_lines (&test, 2);
  table_test_is_line (&test, 1, 0, "中小企业政策兑现受理");
  table_test_close (&test);
}

static void
test_group_and_sort (void)
{
  TableTest test = table_test_open ("powers");
  GtkWidget *view = app_test_find (GTK_WIDGET (test.page), GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  gtk_drop_down_set_selected (filter_choice (&test, "Group by"), 1);
  table_test_has_lines (&test, 13 + 7);
  table_test_is_line (&test, 0, 0, "Industry: 2");
  table_test_is_line (&test, 3, 0, "Planning and construction: 2");

  /* Within its group each row goes by its reading: qi before zhong. */
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), sd_grid_get_column (test.grid, 0),
                                  GTK_SORT_ASCENDING);
  table_test_is_line (&test, 1, 0, "企业投资项目备案");
  table_test_is_line (&test, 2, 0, "中小企业政策兑现受理");
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), sd_grid_get_column (test.grid, 0),
                                  GTK_SORT_DESCENDING);
  table_test_is_line (&test, 1, 0, "中小企业政策兑现受理");
  gtk_drop_down_set_selected (filter_choice (&test, "Group by"), 0);
  table_test_has_lines (&test, 13);
  table_test_close (&test);
}

/* Rows */

static gboolean
has_14 (TableTest *test)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (test->session)), SD_TABLE_POWER) ==
         14;
}

static gboolean
has_13 (TableTest *test)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (test->session)), SD_TABLE_POWER) ==
         13;
}

static gboolean
has_12 (TableTest *test)
{
  return table_test_n_rows (test, SD_TABLE_POWER) == 12;
}

static gboolean
selects_new (TableTest *test)
{
  SdGridItem *item = sd_grid_get_selected_item (test->grid);
  SdRow *row = item != NULL ? sd_grid_item_get_row (item) : NULL;

  return row != NULL && sd_row_is (row, SD_POWER_NAME, "新的事项");
}

static void
test_add_and_delete (void)
{
  TableTest test = table_test_open ("powers");
  GtkWidget *add = app_test_find_tooltip (GTK_WIDGET (test.page), "Add: Power");
  GtkWidget *entry;

  search (&test, "应急");
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  entry = app_test_find (add, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "新的事项");
  g_signal_emit_by_name (entry, "activate");
  app_test_wait_for (has_14, &test);
  app_test_wait_for (selects_new, &test);

  g_signal_emit_by_name (app_test_find_tooltip (GTK_WIDGET (test.page), "Delete the selected row"),
                         "clicked");
  app_test_wait_for (has_13, &test);

  table_test_focus (&test, table_test_row (&test, SD_TABLE_POWER, "食品小作坊登记"), 0);
  table_test_press (&test, GDK_KEY_Delete, GDK_CONTROL_MASK);
  app_test_wait_for (has_12, &test);
  table_test_close (&test);
}

/* Posts, dispatched units, duties */

static void
test_posts (void)
{
  TableTest test = table_test_open ("posts");

  table_test_has_lines (&test, 22);
  table_test_is_line (&test, 0, 0, "主任");
  table_test_is_line (&test, 0, 1, "党政办公室");
  g_assert_nonnull (
      app_test_find_label (GTK_WIDGET (test.page), "Posts of the units: 22 · Town deputy heads 8"));

  /* The current structure has none; the page says what to do. */
  sd_session_set_stage (test.session, "current");
  table_test_has_lines (&test, 0);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (test.page), "Nothing Here Yet"));
  table_test_close (&test);
}

static void
test_selection_is_followed (void)
{
  TableTest test = table_test_open ("posts");
  SdRow *unit = app_test_unit (test.window, "政务服务局");

  sd_session_set_selected_id (test.session, sd_row_get_id (unit));
  g_assert_true (sd_grid_item_get_unit (sd_grid_get_selected_item (test.grid)) == unit);
  table_test_close (&test);
}

static void
test_dispatched (void)
{
  TableTest test = table_test_open ("dispatched");

  table_test_has_lines (&test, 5);
  table_test_is_line (&test, 0, 1, "县综合行政执法局");
  table_test_is_line (&test, 0, 6, "Principal head: Opinion sought · Beforehand · In writing");
  table_test_close (&test);
}

static gboolean
has_lost (TableTest *test)
{
  g_autofree char *text = table_test_line (test, 0, 0);

  return g_strcmp0 (text, "Lost: continued by no proposed duty: 1") == 0;
}

static gboolean
has_not_lost (TableTest *test)
{
  return !has_lost (test);
}

static void
test_lost_duty (void)
{
  TableTest test = table_test_open ("duties");
  SdRegister *reg = sd_session_get_register (test.session);
  const SdFieldValue values[] = { { SD_DUTY_TEXT, SD_VALUE_INIT_TEXT ("计划生育服务") } };
  SdRow *unit = table_test_row (&test, SD_TABLE_UNIT, "计划生育服务站");
  SdRow *duty = table_test_row (&test, SD_TABLE_DUTY, "卫生健康服务");
  SdRow *lost;

  table_test_has_lines (&test, 42);
  sd_register_add_row_async (reg, sd_session_get_plan_id (test.session), SD_TABLE_DUTY,
                             sd_row_get_id (unit), -1, values, 1, NULL, sd_session_on_edited,
                             g_object_ref (test.session));
  app_test_wait_for (has_lost, &test);
  table_test_is_line (&test, 1, 4, "⚠ Lost");
  g_assert_nonnull (
      app_test_find_label (GTK_WIDGET (test.page), "Duties: 42 · lost: 1 of 1 that there are now"));

  lost = table_test_row (&test, SD_TABLE_DUTY, "计划生育服务");
  sd_register_set_value_async (reg, sd_session_get_plan_id (test.session), SD_TABLE_DUTY,
                               sd_row_get_id (duty), SD_DUTY_PREDECESSOR,
                               &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (lost)), NULL,
                               sd_session_on_edited, g_object_ref (test.session));
  app_test_wait_for (has_not_lost, &test);
  table_test_has_lines (&test, 42);
  table_test_close (&test);
}

/* Comparison */

static gboolean
is_not_placed (TableTest *test)
{
  g_autofree char *text = table_test_line (test, 3, 1);

  return g_strcmp0 (text, "⚠ Without a place") == 0;
}

/* Who is taken out of a transfer is without a place, and the figures still close. */
static void
test_comparison (void)
{
  TableTest test = table_test_open ("comparison");
  SdRow *transfer =
      sd_row_set_peek_row (SD_ROW_SET (sd_session_get_plan (test.session)), SD_TABLE_TRANSFER, 0);

  table_test_has_lines (&test, 23);
  table_test_is_line (&test, 0, 0, "Sum");
  table_test_is_line (&test, 0, 2, "110");
  table_test_is_line (&test, 1, 0, "党政综合办公室");
  table_test_is_line (&test, 1, 1, "党政办公室");
  table_test_is_line (&test, 1, 3, "9");
  g_assert_nonnull (app_test_find_label (
      GTK_WIDGET (test.window),
      "✓ There now: 110 · placed: 110 · without a place: 0 · places still open: 0"));

  sd_register_delete_row_async (sd_session_get_register (test.session),
                                sd_session_get_plan_id (test.session), SD_TABLE_TRANSFER,
                                sd_row_get_id (transfer), NULL, sd_session_on_edited,
                                g_object_ref (test.session));
  app_test_wait_for (is_not_placed, &test);
  table_test_is_line (&test, 3, 0, "党政综合办公室");
  table_test_is_line (&test, 3, 3, "9");
  table_test_is_line (&test, 23, 0, "Nobody yet");
  table_test_close (&test);
}

static void
add_tests (void)
{
  app_test_add ("/tables/text-by-keys", test_text_by_keys);
  app_test_add ("/tables/text-by-mouse", test_text_by_mouse);
  app_test_add ("/tables/names", test_names);
  app_test_add ("/tables/arrows", test_arrows);
  app_test_add ("/tables/choice-and-delete", test_choice_and_delete);
  app_test_add ("/tables/search-and-filter", test_search_and_filter);
  app_test_add ("/tables/group-and-sort", test_group_and_sort);
  app_test_add ("/tables/add-and-delete", test_add_and_delete);
  app_test_add ("/tables/posts", test_posts);
  app_test_add ("/tables/selection-is-followed", test_selection_is_followed);
  app_test_add ("/tables/dispatched", test_dispatched);
  app_test_add ("/tables/lost-duty", test_lost_duty);
  app_test_add ("/tables/comparison", test_comparison);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
