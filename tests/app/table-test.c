/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-test.h"

static gboolean
is_mapped (GtkWidget *widget, gpointer unused)
{
  return gtk_widget_get_mapped (widget);
}

/**
 * table_test_open:
 * @name: name of a page
 *
 * Returns: the page, in a new window with the sample county
 */
TableTest
table_test_open (const char *name)
{
  TableTest test = { app_test_open_sample (), NULL, NULL, NULL };
  GtkWidget *page;

  test.session = sd_window_get_session (test.window);
  gtk_widget_activate_action (GTK_WIDGET (test.window), "win.show-page", "s", name);
  page = app_test_find (GTK_WIDGET (test.window), SD_TYPE_TABLE_PAGE, is_mapped, NULL);
  if (page != NULL)
    test.page = SD_TABLE_PAGE (page);
  test.grid = SD_GRID (app_test_find (GTK_WIDGET (test.window), SD_TYPE_GRID, is_mapped, NULL));

  return test;
}

SdRow *
table_test_row (TableTest *test, SdTableId table, const char *text)
{
  SdRow *row;

  SD_FOREACH_ROW (row, sd_session_get_plan (test->session), table)
    if (g_strcmp0 (sd_row_get_text (row, 0), text) == 0)
      return row;

  return NULL;
}

GtkWidget *
table_test_focus (TableTest *test, SdRow *row, guint place)
{
  SdGridCell *cell = sd_grid_find_cell (test->grid, row, place);

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (cell)));

  return GTK_WIDGET (cell);
}

static gboolean
press_in_phase (GtkWidget *widget, GtkPropagationPhase phase, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }

  return handled;
}

/* A key comes down to where the focus is and goes up again, as the key controllers take it. */
void
table_test_press (TableTest *test, guint key, GdkModifierType state)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (test->window));

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (path, widget);
  for (guint i = path->len; i > 0; i--)
    if (press_in_phase (path->pdata[i - 1], GTK_PHASE_CAPTURE, key, state))
      return;
  for (guint i = 0; i < path->len; i++)
    if (press_in_phase (path->pdata[i], GTK_PHASE_BUBBLE, key, state))
      return;
}

SdGridCell *
table_test_focused (TableTest *test)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  g_assert_nonnull (focus);

  return SD_GRID_CELL (
      SD_IS_GRID_CELL (focus) ? focus : gtk_widget_get_ancestor (focus, SD_TYPE_GRID_CELL));
}

void
table_test_type (GtkWidget *cell, const char *text)
{
  GtkWidget *entry = app_test_find (cell, GTK_TYPE_TEXT, NULL, NULL);

  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

char *
table_test_line (TableTest *test, guint line, guint place)
{
  g_autoptr (SdGridItem) item =
      g_list_model_get_item (G_LIST_MODEL (sd_grid_get_items (test->grid)), line);

  return item != NULL ? sd_grid_item_get_text (item, place) : NULL;
}

void
table_test_is_line (TableTest *test, guint line, guint place, const char *expected)
{
  g_autofree char *text = table_test_line (test, line, place);

  g_assert_cmpstr (text, ==, expected);
}

guint
table_test_n_rows (TableTest *test, SdTableId table)
{
  return sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (test->session)), table);
}

void
table_test_close (TableTest *test)
{
  app_test_settle (test->window);
  app_test_close (test->window);
}
