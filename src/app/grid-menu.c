/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"

/* The menu of a cell, by mouse and by keyboard: what its line offers, and where it comes from. */

static gboolean
on_popover_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* A popover goes once it is closed, but not from within its own signal. */
static void
on_popover_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_popover_idle, g_object_ref (popover),
                   g_object_unref);
}

/* What it points to may go while it is open, as cells do when the lines are others. */
static void
on_cell_gone (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
append_show_in_document (GMenu *menu, SdRow *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Show in the Document"), NULL);

  g_menu_item_set_action_and_target (item, "win.show-in-document", "s", sd_row_get_id (row));
  g_menu_append_item (menu, item);
}

static void
show_menu (SdGridCell *cell)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) source = g_menu_new ();
  SdGridItem *item = sd_grid_cell_get_item (cell);
  GtkWidget *popover;

  if (item == NULL)
    return;
  sd_grid_item_fill_menu (item, menu);
  g_menu_append (source, _ ("Where the Number Comes From"), "win.explain");
  if (sd_grid_item_get_row (item) != NULL)
    append_show_in_document (source, sd_grid_item_get_row (item));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (source));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_parent (popover, GTK_WIDGET (cell));
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (on_cell_gone), popover, G_CONNECT_SWAPPED);
  sd_menu_popup (GTK_POPOVER (popover));
}

static SdGridCell *
cell_of (GtkWidget *widget)
{
  return widget != NULL ? SD_GRID_CELL (gtk_widget_get_ancestor (widget, SD_TYPE_GRID_CELL)) : NULL;
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SdGrid *self)
{
  SdGridCell *cell = cell_of (gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT));

  if (cell == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  show_menu (cell);
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdGridCell *cell = cell_of (gtk_root_get_focus (gtk_widget_get_root (widget)));

  if (cell != NULL)
    show_menu (cell);
}

void
sd_grid_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "grid.menu", NULL, on_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "grid.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu",
                                       NULL);
}

void
sd_grid_add_menu (SdGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}
