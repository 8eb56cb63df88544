/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-view-private.h"

#include <glib/gi18n-lib.h>

#include "flow-edit.h"

/* What can be done to the ribbons by menu, keyboard and click. */

static gboolean
has_rest (const SdFlowNode *node)
{
  for (guint t = 0; node->unit != NULL && t < SD_FLOW_N_TYPES; t++)
    if (sd_flow_node_rest (node, t) > 0)
      return TRUE;

  return FALSE;
}

/* What is known when an item is opened or pulled; FALSE where it leaves nothing to be done. */
gboolean
sd_flow_view_wish_of (SdFlowView *self, SdFlowItem *item, SdFlowWish *wish)
{
  const SdFlowNode *node = sd_flow_view_get_node (self, item);
  const SdFlowRibbon *ribbon = sd_flow_view_get_ribbon (self, item);

  *wish = (SdFlowWish){ .type = -1 };
  if (sd_session_get_read_only (self->session))
    return FALSE;
  if (node != NULL)
    {
      if (!has_rest (node))
        return FALSE;
      *(node->side == SD_FLOW_CURRENT ? &wish->source : &wish->target) = node->unit;
      return TRUE;
    }

  wish->transfer = ribbon->transfer;
  wish->source = ribbon->from->unit;
  wish->target = ribbon->to->unit;
  wish->type = (int) ribbon->type;

  return TRUE;
}

/* A popover goes once it is closed, but not from within its own signal. */
static gboolean
on_popover_idle (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (GtkWidget *popover, SdFlowView *self)
{
  if (self->popover == popover)
    {
      self->popover = NULL;
      sd_flow_view_focus_key (self, NULL);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_popover_idle, g_object_ref (popover),
                   g_object_unref);
}

static void
show_popover (SdFlowView *self, GtkWidget *popover, double x, double y)
{
  GtkWidget *before = self->popover;

  self->popover = popover;
  if (before != NULL)
    gtk_popover_popdown (GTK_POPOVER (before));
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
sd_flow_view_ask (SdFlowView *self, const SdFlowWish *wish, double x, double y)
{
  show_popover (self, sd_flow_placer_new (self->session, self->flow, wish), x, y);
}

/* Where a popover of the item points to. */
static void
middle_of (SdFlowView *self, SdFlowItem *item, double *x, double *y)
{
  const SdFlowRibbon *ribbon = sd_flow_view_get_ribbon (self, item);
  const SdChartRect *rect = sd_flow_item_get_rect (item);

  *x = rect->x + rect->width / 2;
  *y = rect->y + rect->height / 2;
  if (ribbon != NULL)
    *y = sd_flow_ribbon_edge (ribbon, *x) + ribbon->width / 2;
}

static void
open_item (SdFlowView *self, SdFlowItem *item)
{
  SdFlowWish wish;
  double x, y;

  if (!sd_flow_view_wish_of (self, item, &wish))
    {
      gtk_widget_error_bell (GTK_WIDGET (item));
      return;
    }
  middle_of (self, item, &x, &y);
  sd_flow_view_ask (self, &wish, x, y);
}

void
sd_flow_view_on_activate (SdFlowItem *item, SdFlowView *self)
{
  open_item (self, item);
}

static void
on_open (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  SdFlowItem *item = sd_flow_view_get_focused (self);

  if (item != NULL)
    open_item (self, item);
}

static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  SdFlowItem *item = sd_flow_view_get_focused (self);
  SdFlowWish wish;

  if (item == NULL || !sd_flow_view_wish_of (self, item, &wish) || wish.transfer == NULL)
    gtk_widget_error_bell (widget);
  else
    sd_flow_delete_transfer (self->session, wish.transfer);
}

static void
show_menu (SdFlowView *self, SdFlowItem *item, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  SdFlowWish wish;
  GtkWidget *popover;

  if (!sd_flow_view_wish_of (self, item, &wish))
    return;

  g_menu_append (menu,
                 wish.transfer != NULL && wish.target != NULL ? _ ("Change the Number…")
                                                              : _ ("Place People…"),
                 "flow.open");
  if (wish.transfer != NULL)
    g_menu_append (menu, _ ("Delete"), "flow.delete");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  show_popover (self, popover, x, y);
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  SdFlowItem *item = sd_flow_view_get_focused (self);
  double x, y;

  if (item == NULL)
    return;
  middle_of (self, item, &x, &y);
  show_menu (self, item, x, y);
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_flow_view_cancel_pull (SD_FLOW_VIEW (widget));
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SdFlowView *self)
{
  SdFlowItem *item = sd_flow_view_item_at (self, x, y);

  if (item == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (item));
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) == GDK_BUTTON_SECONDARY)
    show_menu (self, item, x, y);
  else if (n_press == 2)
    open_item (self, item);
}

static void
set_hovered (SdFlowView *self, SdFlowItem *item)
{
  if (self->hovered == item)
    return;
  self->hovered = item;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, SdFlowView *self)
{
  set_hovered (self, sd_flow_view_item_at (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *motion, SdFlowView *self)
{
  set_hovered (self, NULL);
}

void
sd_flow_view_init_clicks (SdFlowView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
sd_flow_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_F2, 0, "flow.open" },       { GDK_KEY_Delete, 0, "flow.delete" },
    { GDK_KEY_Menu, 0, "flow.menu" },     { GDK_KEY_F10, GDK_SHIFT_MASK, "flow.menu" },
    { GDK_KEY_Escape, 0, "flow.cancel" },
  };

  gtk_widget_class_install_action (widget_class, "flow.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "flow.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "flow.menu", NULL, on_menu);
  gtk_widget_class_install_action (widget_class, "flow.cancel", NULL, on_cancel);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
