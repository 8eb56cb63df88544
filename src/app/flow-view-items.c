/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-view-private.h"

/* The widgets on the flow: one a node and one a ribbon, and the focus that goes over them. */

static const char *
unit_key (const SdFlowNode *node)
{
  return node->unit != NULL ? sd_row_get_id (node->unit) : "";
}

static char *
node_key (const SdFlowNode *node)
{
  return g_strconcat (node->side == SD_FLOW_CURRENT ? "left " : "right ", unit_key (node), NULL);
}

static char *
ribbon_key (const SdFlowRibbon *ribbon)
{
  if (ribbon->transfer != NULL)
    return g_strconcat ("transfer ", sd_row_get_id (ribbon->transfer), NULL);

  return g_strdup_printf ("rest %s %s %u", unit_key (ribbon->from), unit_key (ribbon->to),
                          ribbon->type);
}

const SdFlowNode *
sd_flow_view_get_node (SdFlowView *self, SdFlowItem *item)
{
  return sd_flow_item_get_column (item) != SD_FLOW_COLUMN_RIBBON
             ? sd_flow_get_node (self->flow, sd_flow_item_get_index (item))
             : NULL;
}

const SdFlowRibbon *
sd_flow_view_get_ribbon (SdFlowView *self, SdFlowItem *item)
{
  return sd_flow_item_get_column (item) == SD_FLOW_COLUMN_RIBBON
             ? sd_flow_get_ribbon (self->flow, sd_flow_item_get_index (item))
             : NULL;
}

SdFlowItem *
sd_flow_view_get_focused (SdFlowView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && SD_IS_FLOW_ITEM (child) ? SD_FLOW_ITEM (child) : NULL;
}

static SdFlowItem *
item_of_node (SdFlowView *self, const SdFlowNode *node)
{
  g_autofree char *key = node_key (node);

  return g_hash_table_lookup (self->items, key);
}

static void
on_item_focused (GtkEventControllerFocus *focus, SdFlowView *self)
{
  SdFlowItem *item = SD_FLOW_ITEM (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
  const SdFlowNode *node = sd_flow_view_get_node (self, item);

  g_free (self->current_key);
  self->current_key = g_strdup (sd_flow_item_get_key (item));
  g_free (self->source_key);
  self->source_key = node_key (node != NULL ? node : sd_flow_view_get_ribbon (self, item)->from);
  if (node != NULL && node->unit != NULL && !self->entering)
    sd_session_set_selected_id (self->session, sd_row_get_id (node->unit));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_item_left (GtkEventControllerFocus *focus, SdFlowView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
make_item (SdFlowView *self, const char *key)
{
  GtkWidget *item = sd_flow_item_new (key);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (item, "activate", G_CALLBACK (sd_flow_view_on_activate), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_item_focused), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_item_left), self);
  gtk_widget_add_controller (item, focus);

  return item;
}

/* Takes the key. The item stands after those that were put into order before it, for the screen
 * reader, too. */
static SdFlowItem *
put_in_order (SdFlowView *self, char *key)
{
  GtkWidget *item = g_hash_table_lookup (self->items, key);
  GtkWidget *before =
      self->order->len > 0 ? g_ptr_array_index (self->order, self->order->len - 1) : NULL;

  if (item == NULL)
    {
      item = make_item (self, key);
      gtk_widget_insert_after (item, GTK_WIDGET (self), before);
      g_hash_table_insert (self->items, key, item);
    }
  else
    {
      if (gtk_widget_get_prev_sibling (item) != before)
        gtk_widget_insert_after (item, GTK_WIDGET (self), before);
      g_free (key);
    }
  g_ptr_array_add (self->order, item);

  return SD_FLOW_ITEM (item);
}

static void
put_ribbons (SdFlowView *self, const SdFlowNode *from)
{
  for (guint i = 0; i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (self->flow, i);

      if (ribbon->from == from)
        sd_flow_item_set_ribbon (put_in_order (self, ribbon_key (ribbon)), i, ribbon);
    }
}

static gboolean
is_not_in_order (gpointer key, gpointer item, gpointer order)
{
  return !g_ptr_array_find (order, item, NULL);
}

/* Items whose rows are gone go; the focus passes to where their people came from. */
static void
drop_items (SdFlowView *self)
{
  SdFlowItem *focused = sd_flow_view_get_focused (self);
  const gboolean lost = focused != NULL && !g_ptr_array_find (self->order, focused, NULL);

  if (self->hovered != NULL && !g_ptr_array_find (self->order, self->hovered, NULL))
    self->hovered = NULL;
  if (lost)
    sd_flow_view_focus_key (self, self->source_key);
  g_hash_table_foreach_remove (self->items, is_not_in_order, self->order);
}

void
sd_flow_view_sync_items (SdFlowView *self)
{
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);

      sd_flow_item_set_node (put_in_order (self, node_key (node)), i, node);
      if (node->side == SD_FLOW_CURRENT)
        put_ribbons (self, node);
    }
  drop_items (self);
}

/* The focus */

static GtkWidget *
item_of_selected (SdFlowView *self)
{
  const char *selected = sd_session_get_selected_id (self->session);

  for (guint i = 0; selected != NULL && i < self->order->len; i++)
    {
      const SdFlowNode *node = sd_flow_view_get_node (self, g_ptr_array_index (self->order, i));

      if (node != NULL && node->unit != NULL && g_str_equal (sd_row_get_id (node->unit), selected))
        return g_ptr_array_index (self->order, i);
    }

  return NULL;
}

/* The focus comes to the view: to what is selected, or to where it was before. That selects
 * nothing: another unit would turn the other pages to its structure. */
gboolean
sd_flow_view_enter (SdFlowView *self)
{
  GtkWidget *item = self->session != NULL && self->flow != NULL ? item_of_selected (self) : NULL;
  gboolean entered;

  self->entering = TRUE;
  entered = item != NULL ? gtk_widget_grab_focus (item) : sd_flow_view_focus_key (self, NULL);
  self->entering = FALSE;

  return entered;
}

gboolean
sd_flow_view_focus_key (SdFlowView *self, const char *key)
{
  GtkWidget *item = g_hash_table_lookup (self->items, key != NULL ? key : "");

  if (item == NULL && self->current_key != NULL)
    item = g_hash_table_lookup (self->items, self->current_key);
  if ((item == NULL || !g_ptr_array_find (self->order, item, NULL)) && self->order->len > 0)
    item = g_ptr_array_index (self->order, 0);

  return item != NULL && gtk_widget_grab_focus (item);
}

/* The next item of the same column. */
static SdFlowItem *
step_in_column (SdFlowView *self, guint at, int step)
{
  const SdFlowColumn column = sd_flow_item_get_column (g_ptr_array_index (self->order, at));

  for (int i = (int) at + step; i >= 0 && i < (int) self->order->len; i += step)
    if (sd_flow_item_get_column (g_ptr_array_index (self->order, i)) == column)
      return g_ptr_array_index (self->order, i);

  return NULL;
}

/* From a node to its first ribbon, and from a ribbon to its end. */
static SdFlowItem *
step_aside (SdFlowView *self, SdFlowItem *item, gboolean right)
{
  const SdFlowRibbon *ribbon = sd_flow_view_get_ribbon (self, item);
  const SdFlowNode *node = sd_flow_view_get_node (self, item);

  if (ribbon != NULL)
    return item_of_node (self, right ? ribbon->to : ribbon->from);
  for (guint i = 0; i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      ribbon = sd_flow_get_ribbon (self->flow, i);
      if ((right ? ribbon->from : ribbon->to) == node)
        {
          g_autofree char *key = ribbon_key (ribbon);

          return g_hash_table_lookup (self->items, key);
        }
    }

  return NULL;
}

static SdFlowItem *
find_next (SdFlowView *self, guint at, GtkDirectionType direction)
{
  SdFlowItem *item = g_ptr_array_index (self->order, at);

  switch (direction)
    {
    case GTK_DIR_UP:
      return step_in_column (self, at, -1);
    case GTK_DIR_DOWN:
      return step_in_column (self, at, 1);
    case GTK_DIR_LEFT:
      return step_aside (self, item, FALSE);
    case GTK_DIR_RIGHT:
      return step_aside (self, item, TRUE);
    case GTK_DIR_TAB_FORWARD:
      return at + 1 < self->order->len ? g_ptr_array_index (self->order, at + 1) : NULL;
    case GTK_DIR_TAB_BACKWARD:
    default:
      return at > 0 ? g_ptr_array_index (self->order, at - 1) : NULL;
    }
}

/* Tab goes over everything and leaves at the end; arrows go by what is above, below and joined. */
gboolean
sd_flow_view_move_focus (SdFlowView *self, GtkDirectionType direction)
{
  SdFlowItem *item = sd_flow_view_get_focused (self);
  guint at;

  if (item == NULL || !g_ptr_array_find (self->order, item, &at))
    return sd_flow_view_enter (self);

  item = find_next (self, at, direction);
  if (item == NULL)
    return direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD;

  return gtk_widget_grab_focus (GTK_WIDGET (item));
}

/* Finding items */

/**
 * sd_flow_view_item_at:
 * @self: a flow view
 * @x: a point
 * @y: a point
 *
 * Returns: (transfer none) (nullable): the node or ribbon there
 */
SdFlowItem *
sd_flow_view_item_at (SdFlowView *self, double x, double y)
{
  const SdFlowNode *node;
  const SdFlowRibbon *ribbon;
  g_autofree char *key = NULL;

  if (self->flow == NULL)
    return NULL;
  node = sd_flow_node_at (self->flow, x, y);
  if (node != NULL)
    return item_of_node (self, node);
  ribbon = sd_flow_ribbon_at (self->flow, x, y);
  if (ribbon == NULL)
    return NULL;
  key = ribbon_key (ribbon);

  return g_hash_table_lookup (self->items, key);
}
