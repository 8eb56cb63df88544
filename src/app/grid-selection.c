/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-cell-private.h"
#include "grid-private.h"

/* The selected line, and what a grid follows of its session. */

/* Helpers */

static SdGridItem *
find_line (SdGrid *self, SdRow *row)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SdGridItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (sd_grid_item_get_row (item) == row)
        return item; /* the list goes on holding it */
    }

  return NULL;
}

static gboolean
has_focus (SdGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* Callbacks */

static void
on_plan_changed (SdGrid *self)
{
  SdPlan *plan = sd_session_get_plan (self->session);

  if (plan != self->plan)
    {
      if (self->plan != NULL)
        g_signal_handlers_disconnect_by_data (self->plan, self);
      g_set_object (&self->plan, plan);
      if (plan != NULL)
        g_signal_connect_object (plan, "changed", G_CALLBACK (sd_grid_make_stale), self,
                                 G_CONNECT_SWAPPED);
    }
  sd_grid_make_stale (self);
}

static void
disconnect_session (SdGrid *self)
{
  g_signal_handlers_disconnect_by_data (sd_session_get_gauges (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_list_store_remove_all (self->items);
}

/* Functions of the grid */

SdGridCell *
sd_grid_find_item_cell (SdGrid *self, SdGridItem *item, int place)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (sd_grid_cell_get_item (self->cells->pdata[i]) == item &&
        sd_grid_cell_get_bound (self->cells->pdata[i]) &&
        sd_grid_cell_get_place (self->cells->pdata[i]) == (guint) place)
      return self->cells->pdata[i];

  return NULL;
}

void
sd_grid_select_line (SdGrid *self, guint line)
{
  if (gtk_single_selection_get_selected (self->selection) == line)
    return;

  gtk_single_selection_set_selected (self->selection, line);
  /* The list also moves the focus when it scrolls, so it must not while the focus is in it. */
  if (line != GTK_INVALID_LIST_POSITION && !has_focus (self))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", line);
}

/* The selected line stays while it is of the selected unit; else the first one is. */
void
sd_grid_update_selection (SdGrid *self)
{
  SdRow *unit = self->session != NULL ? sd_session_get_selected_unit (self->session) : NULL;
  SdGridItem *selected = gtk_single_selection_get_selected_item (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (selected != NULL && sd_grid_item_get_unit (selected) == unit)
    return;

  for (guint i = 0; unit != NULL && i < n; i++)
    {
      g_autoptr (SdGridItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (sd_grid_item_get_unit (item) == unit)
        {
          sd_grid_select_line (self, i);
          return;
        }
    }
  sd_grid_select_line (self, GTK_INVALID_LIST_POSITION);
}

/* Public functions */

/**
 * sd_grid_set_session:
 * @self: a grid
 * @session: (nullable): the session whose plan it shows and whose selection it follows
 */
void
sd_grid_set_session (SdGrid *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    disconnect_session (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::stage", G_CALLBACK (sd_grid_make_stale), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (sd_grid_update_selection),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sd_session_get_gauges (session), "items-changed",
                           G_CALLBACK (sd_grid_make_stale), self, G_CONNECT_SWAPPED);
  on_plan_changed (self);
}

/**
 * sd_grid_get_session:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the session
 */
SdSession *
sd_grid_get_session (SdGrid *self)
{
  return self->session;
}

/**
 * sd_grid_get_selected_item:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the selected line
 */
SdGridItem *
sd_grid_get_selected_item (SdGrid *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * sd_grid_show_row:
 * @self: a grid
 * @row: a row
 *
 * Selects the line of the row and scrolls to it.
 *
 * Returns: (transfer none) (nullable): its first cell
 */
SdGridCell *
sd_grid_show_row (SdGrid *self, SdRow *row)
{
  SdGridItem *item = find_line (self, row);

  if (item == NULL)
    return NULL;

  gtk_single_selection_set_selected (self->selection, (guint) sd_grid_position_of (self, item));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u",
                              (guint) sd_grid_position_of (self, item));

  return sd_grid_find_item_cell (self, item, 0);
}

/**
 * sd_grid_find_cell:
 * @self: a grid
 * @row: a row
 * @place: place of a column
 *
 * Returns: (transfer none) (nullable): the cell of the row there, while it can be seen
 */
SdGridCell *
sd_grid_find_cell (SdGrid *self, SdRow *row, guint place)
{
  SdGridItem *item = find_line (self, row);

  return item != NULL ? sd_grid_find_item_cell (self, item, (int) place) : NULL;
}

/* The row that a cell stands in, and its frame in the row, would take the focus from it with the
 * same click, to the first cell. */
void
sd_grid_cell_take_focus (SdGridCell *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  for (; parent != NULL && !GTK_IS_COLUMN_VIEW (parent); parent = gtk_widget_get_parent (parent))
    gtk_widget_set_focus_on_click (parent, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
