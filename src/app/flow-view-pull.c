/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-view-private.h"

#include "flow-edit.h"
#include "verdict-hint.h"

/* Pulling a ribbon to a unit with the mouse. */

#define EDGE 32.0       /* this near to the edge of what is seen, it scrolls */
#define SCROLL_STEP 8.0 /* a frame */

/* People who have a place are pulled on the right, as those without one; open places, which come
 * from nobody, on the left. */
static gboolean
pulls_left (const SdFlowWish *wish)
{
  return wish->source == NULL;
}

/* The ribbon that is pulled, from the end that stays; of a unit, what it has left. */
static gboolean
find_ghost (SdFlowView *self, const SdFlowWish *wish, SdFlowRibbon *ghost)
{
  for (guint i = 0; i < sd_flow_get_n_ribbons (self->flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (self->flow, i);

      if (ribbon->transfer != wish->transfer ||
          (wish->type >= 0 && ribbon->type != (guint) wish->type) ||
          (pulls_left (wish) ? ribbon->to->unit != wish->target
                             : ribbon->from->unit != wish->source))
        continue;
      *ghost = *ribbon;
      return TRUE;
    }

  return FALSE;
}

/* A bar of what is left over is many ribbons' end: the one at the pointer is meant. */
static SdFlowItem *
item_for_pull (SdFlowView *self, double x, double y)
{
  SdFlowItem *item = sd_flow_view_item_at (self, x, y);
  const SdFlowNode *node = item != NULL ? sd_flow_view_get_node (self, item) : NULL;

  if (node == NULL || node->unit != NULL)
    return item;

  return sd_flow_view_item_at (
      self, node->side == SD_FLOW_CURRENT ? node->bar.x + node->bar.width + 1 : node->bar.x - 1, y);
}

static void
on_begin (GtkGestureDrag *drag, double x, double y, SdFlowView *self)
{
  SdFlowItem *item = item_for_pull (self, x, y);
  SdFlowWish wish;

  if (item == NULL || !sd_flow_view_wish_of (self, item, &wish) ||
      !find_ghost (self, &wish, &self->ghost))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->pulled = wish;
}

/* Where it may go: units on the other side; and of a transfer, back to those without a place. */
gboolean
sd_flow_view_is_target (SdFlowView *self, const SdFlowNode *node)
{
  if (pulls_left (&self->pulled))
    return node->side == SD_FLOW_CURRENT && node->unit != NULL;

  return node->side == SD_FLOW_PROPOSED && (node->unit != NULL || self->pulled.transfer != NULL);
}

/* What the rules would say */

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

/* The places that are open, or the people that have none, of each unit that it may go to. */
static GHashTable *
list_rooms (SdFlowView *self)
{
  GHashTable *rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < sd_flow_get_n_nodes (self->flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (self->flow, i);
      const gint64 rest = sd_flow_node_rest (node, self->ghost.type);

      if (node->unit != NULL && rest > 0 && sd_flow_view_is_target (self, node))
        g_hash_table_insert (rooms, g_strdup (sd_row_get_id (node->unit)),
                             g_memdup2 (&rest, sizeof rest));
    }

  return rooms;
}

static SdFlowTrial *
make_trial (SdFlowView *self)
{
  const SdFlowWish *wish = &self->pulled;
  SdFlowTrial *trial = g_new0 (SdFlowTrial, 1);

  if (wish->transfer != NULL)
    trial->transfer_id = g_strdup (sd_row_get_id (wish->transfer));
  else if (wish->source != NULL)
    trial->source_id = g_strdup (sd_row_get_id (wish->source));
  else
    trial->target_id = g_strdup (sd_row_get_id (wish->target));
  trial->type = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->tokens[self->ghost.type].name;
  trial->headcount = self->ghost.headcount;
  trial->rooms = list_rooms (self);

  return trial;
}

const SdVerdict *
sd_flow_view_get_verdict (SdFlowView *self, const SdFlowNode *node)
{
  const SdChartPlace place = { .superior_id =
                                   node->unit != NULL ? sd_row_get_id (node->unit) : NULL };

  return self->verdicts != NULL ? sd_verdicts_get (self->verdicts, &place) : NULL;
}

static void
update_hint (SdFlowView *self)
{
  gtk_widget_set_child_visible (self->hint, self->target != NULL);
  if (self->target == NULL)
    return;
  sd_verdict_hint_set (self->hint, "", sd_flow_view_get_verdict (self, self->target));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_verdict (SdVerdicts *verdicts, SdFlowView *self)
{
  update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A tooltip would cover what is being chosen from. */
static void
set_tooltips (SdFlowView *self, gboolean shown)
{
  for (guint i = 0; i < self->order->len; i++)
    gtk_widget_set_has_tooltip (self->order->pdata[i], shown);
}

/* All targets are looked at ahead, the first of them first. */
static void
begin_verdicts (SdFlowView *self)
{
  set_tooltips (self, FALSE);
  self->verdicts = sd_verdicts_new (self->session, try_unit, make_trial (self),
                                    (GDestroyNotify) sd_flow_trial_free);
  g_signal_connect_object (self->verdicts, "changed", G_CALLBACK (on_verdict), self, 0);
  for (guint i = sd_flow_get_n_nodes (self->flow); i > 0; i--)
    if (sd_flow_view_is_target (self, sd_flow_get_node (self->flow, i - 1)))
      sd_flow_view_get_verdict (self, sd_flow_get_node (self->flow, i - 1));
}

static void
end_verdicts (SdFlowView *self)
{
  if (self->verdicts == NULL)
    return;
  set_tooltips (self, TRUE);
  g_object_run_dispose (G_OBJECT (self->verdicts));
  g_signal_handlers_disconnect_by_data (self->verdicts, self);
  g_clear_object (&self->verdicts);
}

static GtkAdjustment *
get_scroll (SdFlowView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

static const SdFlowNode *
find_target (SdFlowView *self, double x, double y)
{
  const SdFlowNode *node = sd_flow_node_at (self->flow, x, y);

  return node != NULL && sd_flow_view_is_target (self, node) ? node : NULL;
}

/* A layout makes new nodes, so that the one at the pointer is found again. */
void
sd_flow_view_allocate_hint (SdFlowView *self)
{
  GtkAdjustment *scroll = get_scroll (self);
  graphene_rect_t mark = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (self->pulling && self->flow != NULL)
    self->target =
        find_target (self, self->pulled_x,
                     self->pulled_y + (scroll != NULL ? gtk_adjustment_get_value (scroll) : 0));
  if (self->target != NULL)
    mark = GRAPHENE_RECT_INIT ((float) self->target->slot.x, (float) self->target->slot.y,
                               (float) self->target->slot.width, (float) self->target->slot.height);
  sd_verdict_hint_place (self->hint, &mark);
}

/* The ribbon ends at the pointer, or at the bar of the unit that it would go to. */
static void
follow_pointer (SdFlowView *self, double x, double y)
{
  const gboolean left = pulls_left (&self->pulled);

  self->target = find_target (self, x, y);
  if (self->target != NULL)
    {
      x = self->target->bar.x + (left ? self->target->bar.width : 0);
      y = self->target->bar.y + self->target->bar.height / 2;
    }
  if (left)
    {
      self->ghost.x1 = MIN (x, self->ghost.x2);
      self->ghost.y1 = y - self->ghost.width / 2;
    }
  else
    {
      self->ghost.x2 = MAX (x, self->ghost.x1);
      self->ghost.y2 = y - self->ghost.width / 2;
    }
  update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_pointer (GtkGestureDrag *drag, double *x, double *y)
{
  double start_x, start_y;

  gtk_gesture_drag_get_start_point (drag, &start_x, &start_y);
  gtk_gesture_drag_get_offset (drag, x, y);
  *x += start_x;
  *y += start_y;
}

/* A flow may be higher than the window: it goes on as long as the pointer rests near the edge. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  GtkAdjustment *scroll = get_scroll (self);
  double top, step = 0;

  if (scroll == NULL)
    return G_SOURCE_CONTINUE;
  top = gtk_adjustment_get_value (scroll);
  if (self->pulled_y < EDGE)
    step = -SCROLL_STEP;
  else if (self->pulled_y > gtk_adjustment_get_page_size (scroll) - EDGE)
    step = SCROLL_STEP;
  gtk_adjustment_set_value (scroll, top + step);
  if (gtk_adjustment_get_value (scroll) != top)
    follow_pointer (self, self->pulled_x, self->pulled_y + gtk_adjustment_get_value (scroll));

  return G_SOURCE_CONTINUE;
}

static void
on_update (GtkGestureDrag *drag, double offset_x, double offset_y, SdFlowView *self)
{
  GtkAdjustment *scroll = get_scroll (self);
  double x, y;

  get_pointer (drag, &x, &y);
  if (!self->pulling)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
        return;
      self->pulling = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_verdicts (self);
      self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
  self->pulled_x = x;
  self->pulled_y = y - (scroll != NULL ? gtk_adjustment_get_value (scroll) : 0);
  follow_pointer (self, x, y);
}

static void
stop (SdFlowView *self)
{
  self->pulling = FALSE;
  self->target = NULL;
  end_verdicts (self);
  update_hint (self);
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolling);
  self->scrolling = 0;
  self->pulled = (SdFlowWish){ .type = -1 };
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A transfer goes where it is let go, all of it. Of people without a place it is asked how many. */
static void
drop (SdFlowView *self, SdFlowWish *wish, const SdFlowNode *target, double x, double y)
{
  if (wish->transfer != NULL && target->unit == NULL)
    {
      if (wish->target != NULL)
        sd_flow_delete_transfer (self->session, wish->transfer);
      return;
    }
  if (wish->transfer != NULL)
    {
      sd_flow_set_target (self->session, wish->transfer, target->unit);
      return;
    }

  *(pulls_left (wish) ? &wish->source : &wish->target) = target->unit;
  sd_flow_view_ask (self, wish, x, y);
}

static void
on_end (GtkGestureDrag *drag, double offset_x, double offset_y, SdFlowView *self)
{
  SdFlowWish wish = self->pulled;
  const SdFlowNode *target;
  gboolean pulling = self->pulling;
  double x, y;

  get_pointer (drag, &x, &y);
  if (pulling)
    follow_pointer (self, x, y);
  target = self->target;
  stop (self);
  if (pulling && target != NULL)
    drop (self, &wish, target, x, y);
}

static void
on_cancel (GtkGesture *gesture, GdkEventSequence *sequence, SdFlowView *self)
{
  stop (self);
}

/* Gives up what is being pulled: the plan has changed, or Escape was pressed. */
void
sd_flow_view_cancel_pull (SdFlowView *self)
{
  if (!self->pulling)
    return;

  stop (self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

void
sd_flow_view_init_pull (SdFlowView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drag = drag;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  self->hint = sd_verdict_hint_new ();
  gtk_widget_set_child_visible (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}
