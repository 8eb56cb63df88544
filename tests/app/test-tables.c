/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/table-page.h"

/* The pages of single tables of the sample county, with the keys and clicks of a user. */

typedef struct
{
  SdWindow *window;
  SdSession *session;
  SdTablePage *page;
  SdGrid *grid;
} Fixture;

static gboolean
is_mapped_page (GtkWidget *widget, gpointer unused)
{
  return gtk_widget_get_mapped (widget);
}

static Fixture
open_page (const char *name)
{
  Fixture fixture = { app_test_open_sample (), NULL, NULL, NULL };

  fixture.session = sd_window_get_session (fixture.window);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-page", "s", name);
  fixture.page = SD_TABLE_PAGE (
      app_test_find (GTK_WIDGET (fixture.window), SD_TYPE_TABLE_PAGE, is_mapped_page, NULL));
  g_assert_nonnull (fixture.page);
  fixture.grid = sd_table_page_get_grid (fixture.page);

  return fixture;
}

static SdRow *
find_row (Fixture *fixture, SdTableId table, const char *text)
{
  SdRow *row;

  SD_FOREACH_ROW (row, sd_session_get_plan (fixture->session), table)
    if (g_strcmp0 (sd_row_get_text (row, 0), text) == 0)
      return row;

  return NULL;
}

static GtkWidget *
focus_cell (Fixture *fixture, SdRow *row, guint place)
{
  SdGridCell *cell = sd_grid_find_cell (fixture->grid, row, place);

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (cell)));

  return GTK_WIDGET (cell);
}

/* Where the focus is, a key comes to the key controllers of it and of what is around it. */
static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gboolean handled = FALSE;

  for (; widget != NULL && !handled; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
        }
    }
}

static SdGridCell *
focused_cell (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);

  return SD_GRID_CELL (
      SD_IS_GRID_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, SD_TYPE_GRID_CELL));
}

static void
type_text (GtkWidget *cell, const char *text)
{
  GtkWidget *entry = app_test_find (cell, GTK_TYPE_TEXT, NULL, NULL);

  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static char *
line_text (Fixture *fixture, guint line, guint place)
{
  g_autoptr (SdGridItem) item =
      g_list_model_get_item (G_LIST_MODEL (sd_grid_get_items (fixture->grid)), line);

  return item != NULL ? sd_grid_item_get_text (item, place) : NULL;
}

#define assert_line(fixture, line, place, expected)                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text = line_text (fixture, line, place);                                      \
    g_assert_cmpstr (text, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

#define assert_n_lines(fixture, n)                                                                 \
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sd_grid_get_items ((fixture)->grid))), \
                    ==, n)

static void
close_page (Fixture *fixture)
{
  app_test_settle (fixture->window);
  app_test_close (fixture->window);
}

/* Editing */

static gboolean
is_renamed (SdRow *row)
{
  return sd_row_is (row, SD_POWER_NAME, "小作坊登记");
}

static void
test_text_by_keys (void)
{
  Fixture fixture = open_page ("powers");
  SdRow *row = find_row (&fixture, SD_TABLE_POWER, "食品小作坊登记");
  GtkWidget *cell = focus_cell (&fixture, row, 0);

  /* Escape leaves it as it was. */
  press (&fixture, GDK_KEY_F2, 0);
  type_text (cell, "别的");
  press (&fixture, GDK_KEY_Escape, 0);
  g_assert_true (SD_GRID_CELL (cell) == focused_cell (&fixture));
  g_assert_true (sd_row_is (row, SD_POWER_NAME, "食品小作坊登记"));

  /* Tab takes it and goes to the next cell. */
  press (&fixture, GDK_KEY_Return, 0);
  type_text (cell, "小作坊登记");
  press (&fixture, GDK_KEY_Tab, 0);
  app_test_wait_for (is_renamed, row);
  g_assert_cmpuint (sd_grid_cell_get_place (focused_cell (&fixture)), ==, 1);
  app_test_settle (fixture.window);
  g_assert_cmpstr (sd_register_get_undo_label (sd_session_get_register (fixture.session)), ==,
                   "Rename “食品小作坊登记” to “小作坊登记”");

  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  close_page (&fixture);
}

static void
test_arrows (void)
{
  Fixture fixture = open_page ("powers");
  SdRow *first =
      sd_row_set_peek_row (SD_ROW_SET (sd_session_get_plan (fixture.session)), SD_TABLE_POWER, 0);
  SdRow *second =
      sd_row_set_peek_row (SD_ROW_SET (sd_session_get_plan (fixture.session)), SD_TABLE_POWER, 1);

  focus_cell (&fixture, first, 0);
  press (&fixture, GDK_KEY_Right, 0);
  press (&fixture, GDK_KEY_Down, 0);
  g_assert_true (sd_grid_item_get_row (sd_grid_cell_get_item (focused_cell (&fixture))) == second);
  g_assert_cmpuint (sd_grid_cell_get_place (focused_cell (&fixture)), ==, 1);

  /* What has the focus is selected, and its unit with it. */
  g_assert_true (sd_grid_item_get_row (sd_grid_get_selected_item (fixture.grid)) == second);
  g_assert_cmpstr (sd_session_get_selected_id (fixture.session), ==,
                   sd_row_get_text (second, SD_POWER_RECEIVER));
  close_page (&fixture);
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
  Fixture fixture = open_page ("powers");
  SdRow *row = find_row (&fixture, SD_TABLE_POWER, "企业投资项目备案");
  GtkWidget *cell = focus_cell (&fixture, row, 5);
  GtkWidget *list;

  press (&fixture, GDK_KEY_space, 0);
  list = app_test_find (cell, GTK_TYPE_LIST_BOX, NULL, NULL);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  app_test_wait_for (is_granted, row);

  focus_cell (&fixture, row, 10);
  press (&fixture, GDK_KEY_Delete, 0);
  app_test_wait_for (has_no_limit, row);
  close_page (&fixture);
}

/* Finding */

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = app_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static GtkDropDown *
filter_choice (Fixture *fixture, const char *title)
{
  GtkWidget *label;

  gtk_popover_popup (
      GTK_POPOVER (app_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER, NULL, NULL)));
  label = app_test_find_label (GTK_WIDGET (fixture->page), title);
  g_assert_nonnull (label);

  return GTK_DROP_DOWN (gtk_widget_get_next_sibling (label));
}

static void
test_search_and_filter (void)
{
  Fixture fixture = open_page ("powers");
  GtkDropDown *field;

  assert_n_lines (&fixture, 13);
  search (&fixture, "应急");
  assert_n_lines (&fixture, 2);
  g_assert_nonnull (app_test_find_label (
      GTK_WIDGET (fixture.page), "Shown: 2 of 13 · Powers: 13 · fields: 7 · departments: 10"));
  search (&fixture, "没有这样的");
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (fixture.page), "Nothing Found"));
  search (&fixture, "");

  field = filter_choice (&fixture, "Field");
  g_assert_cmpstr (
      gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (field)), 1), ==,
      "Industry (2)");
  gtk_drop_down_set_selected (field, 1);
  assert_n_lines (&fixture, 2);
  assert_line (&fixture, 1, 0, "中小企业政策兑现受理");
  close_page (&fixture);
}

static void
test_group_and_sort (void)
{
  Fixture fixture = open_page ("powers");
  GtkWidget *view = app_test_find (GTK_WIDGET (fixture.page), GTK_TYPE_COLUMN_VIEW, NULL, NULL);

  gtk_drop_down_set_selected (filter_choice (&fixture, "Group by"), 1);
  assert_n_lines (&fixture, 13 + 7);
  assert_line (&fixture, 0, 0, "Industry: 2");
  assert_line (&fixture, 3, 0, "Planning and construction: 2");

  /* Within its group each row goes by its reading: qi before zhong. */
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), sd_grid_get_column (fixture.grid, 0),
                                  GTK_SORT_ASCENDING);
  assert_line (&fixture, 1, 0, "企业投资项目备案");
  assert_line (&fixture, 2, 0, "中小企业政策兑现受理");
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), sd_grid_get_column (fixture.grid, 0),
                                  GTK_SORT_DESCENDING);
  assert_line (&fixture, 1, 0, "中小企业政策兑现受理");
  gtk_drop_down_set_selected (filter_choice (&fixture, "Group by"), 0);
  assert_n_lines (&fixture, 13);
  close_page (&fixture);
}

/* Rows */

static gboolean
has_14 (Fixture *fixture)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (fixture->session)),
                                SD_TABLE_POWER) == 14;
}

static gboolean
has_13 (Fixture *fixture)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (fixture->session)),
                                SD_TABLE_POWER) == 13;
}

static gboolean
selects_new (Fixture *fixture)
{
  SdGridItem *item = sd_grid_get_selected_item (fixture->grid);
  SdRow *row = item != NULL ? sd_grid_item_get_row (item) : NULL;

  return row != NULL && sd_row_is (row, SD_POWER_NAME, "新的事项");
}

static void
test_add_and_delete (void)
{
  Fixture fixture = open_page ("powers");
  GtkWidget *add = app_test_find_tooltip (GTK_WIDGET (fixture.page), "Add: Power");
  GtkWidget *entry;

  search (&fixture, "应急");
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  entry = app_test_find (add, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "新的事项");
  g_signal_emit_by_name (entry, "activate");
  app_test_wait_for (has_14, &fixture);
  app_test_wait_for (selects_new, &fixture);

  g_signal_emit_by_name (
      app_test_find_tooltip (GTK_WIDGET (fixture.page), "Delete the selected row"), "clicked");
  app_test_wait_for (has_13, &fixture);
  close_page (&fixture);
}

/* Posts, dispatched units, duties */

static void
test_posts (void)
{
  Fixture fixture = open_page ("posts");

  assert_n_lines (&fixture, 22);
  assert_line (&fixture, 0, 0, "主任");
  assert_line (&fixture, 0, 1, "党政办公室");
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (fixture.page),
                                         "Posts of the units: 22 · Town deputy heads 8"));

  /* The current structure has none; the page says what to do. */
  sd_session_set_stage (fixture.session, "current");
  assert_n_lines (&fixture, 0);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (fixture.page), "Nothing Here Yet"));
  close_page (&fixture);
}

static void
test_selection_is_followed (void)
{
  Fixture fixture = open_page ("posts");
  SdRow *unit = app_test_unit (fixture.window, "政务服务局");

  sd_session_set_selected_id (fixture.session, sd_row_get_id (unit));
  g_assert_true (sd_grid_item_get_unit (sd_grid_get_selected_item (fixture.grid)) == unit);
  close_page (&fixture);
}

static void
test_dispatched (void)
{
  Fixture fixture = open_page ("dispatched");

  assert_n_lines (&fixture, 5);
  assert_line (&fixture, 0, 1, "县综合行政执法局");
  assert_line (&fixture, 0, 6, "Principal head: Opinion sought · Beforehand · In writing");
  close_page (&fixture);
}

static gboolean
has_lost (Fixture *fixture)
{
  g_autofree char *text = line_text (fixture, 0, 0);

  return g_strcmp0 (text, "Lost: continued by no proposed duty: 1") == 0;
}

static gboolean
has_not_lost (Fixture *fixture)
{
  return !has_lost (fixture);
}

static void
test_lost_duty (void)
{
  Fixture fixture = open_page ("duties");
  SdRegister *reg = sd_session_get_register (fixture.session);
  const SdFieldValue values[] = { { SD_DUTY_TEXT, SD_VALUE_INIT_TEXT ("计划生育服务") } };
  SdRow *unit = find_row (&fixture, SD_TABLE_UNIT, "计划生育服务站");
  SdRow *duty = find_row (&fixture, SD_TABLE_DUTY, "卫生健康服务");
  SdRow *lost;

  assert_n_lines (&fixture, 42);
  sd_register_add_row_async (reg, sd_session_get_plan_id (fixture.session), SD_TABLE_DUTY,
                             sd_row_get_id (unit), -1, values, 1, NULL, sd_session_on_edited,
                             g_object_ref (fixture.session));
  app_test_wait_for (has_lost, &fixture);
  assert_line (&fixture, 1, 4, "⚠ Lost");
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (fixture.page),
                                         "Duties: 42 · lost: 1 of 1 that there are now"));

  lost = find_row (&fixture, SD_TABLE_DUTY, "计划生育服务");
  sd_register_set_value_async (reg, sd_session_get_plan_id (fixture.session), SD_TABLE_DUTY,
                               sd_row_get_id (duty), SD_DUTY_PREDECESSOR,
                               &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (lost)), NULL,
                               sd_session_on_edited, g_object_ref (fixture.session));
  app_test_wait_for (has_not_lost, &fixture);
  assert_n_lines (&fixture, 42);
  close_page (&fixture);
}

static void
add_tests (void)
{
  app_test_add ("/tables/text-by-keys", test_text_by_keys);
  app_test_add ("/tables/arrows", test_arrows);
  app_test_add ("/tables/choice-and-delete", test_choice_and_delete);
  app_test_add ("/tables/search-and-filter", test_search_and_filter);
  app_test_add ("/tables/group-and-sort", test_group_and_sort);
  app_test_add ("/tables/add-and-delete", test_add_and_delete);
  app_test_add ("/tables/posts", test_posts);
  app_test_add ("/tables/selection-is-followed", test_selection_is_followed);
  app_test_add ("/tables/dispatched", test_dispatched);
  app_test_add ("/tables/lost-duty", test_lost_duty);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
