/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-view-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SdFlowView, sd_flow_view, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 320

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Layout */

static guint
fonts_now (SdFlowView *self)
{
  return pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

static void
lay_out (SdFlowView *self, double width, double height)
{
  const guint fonts = fonts_now (self);

  if (self->flow == NULL ||
      (self->width == width && self->height == height && self->fonts == fonts))
    return;

  sd_flow_layout (self->flow, width, height);
  self->target = NULL;
  self->width = width;
  self->height = height;
  self->fonts = fonts;
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

void
sd_flow_view_ensure_layout (SdFlowView *self)
{
  lay_out (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)), LEAST_WIDTH),
           gtk_widget_get_height (GTK_WIDGET (self)));
}

/* The plan has changed: items are made to fit at once, so that no widget is made or lost while GTK
 * allocates sizes. */
static void
refresh (SdFlowView *self)
{
  sd_flow_view_cancel_pull (self);
  self->width = self->least_for = 0;
  sd_flow_view_ensure_layout (self);
  sd_flow_view_sync_items (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

static void
clear (SdFlowView *self)
{
  sd_flow_view_cancel_pull (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_ptr_array_set_size (self->order, 0);
  self->hovered = NULL;
  g_hash_table_remove_all (self->items);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_object (&self->flow);
  g_clear_object (&self->plan);
}

/* Callbacks */

static void
on_plan_changed (SdSession *session, GParamSpec *pspec, SdFlowView *self)
{
  SdPlan *plan = sd_session_get_plan (session);

  clear (self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    {
      g_signal_connect_swapped (plan, "changed", G_CALLBACK (refresh), self);
      self->flow = sd_flow_new (plan, gtk_widget_get_pango_context (GTK_WIDGET (self)));
      refresh (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_selected_changed (SdFlowView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Overrides */

static void
sd_flow_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);

  if (self->flow != NULL)
    {
      lay_out (self, width, height);
      sd_flow_view_sync_items (self);
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->order, i);
      const SdChartRect *rect = sd_flow_item_get_rect (SD_FLOW_ITEM (item));
      const GtkAllocation allocation = { (int) rect->x, (int) rect->y, (int) rect->width + 1,
                                         (int) rect->height + 1 };

      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (item, &allocation, -1);
    }
  sd_flow_view_allocate_hint (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static GtkSizeRequestMode
sd_flow_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sd_flow_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  const double width = for_size > 0 ? for_size : LEAST_WIDTH;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->flow == NULL)
    return;

  if (self->least_for != width || self->fonts != fonts_now (self))
    {
      lay_out (self, width, 0);
      self->least_height = sd_flow_get_height (self->flow);
      self->least_for = width;
    }
  *minimum = *natural = (int) self->least_height + 1;
}

static void
sd_flow_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);

  if (self->flow == NULL)
    return;

  sd_flow_view_ensure_layout (self);
  sd_flow_view_paint (self, snapshot);
  GTK_WIDGET_CLASS (sd_flow_view_parent_class)->snapshot (widget, snapshot);
}

static void
sd_flow_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sd_flow_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&SD_FLOW_VIEW (widget)->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (widget);
}

static gboolean
sd_flow_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SdFlowView *self = SD_FLOW_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && !SD_IS_FLOW_ITEM (child))
    return gtk_widget_child_focus (child, direction);

  return sd_flow_view_move_focus (self, direction);
}

static gboolean
sd_flow_view_grab_focus (GtkWidget *widget)
{
  return sd_flow_view_enter (SD_FLOW_VIEW (widget));
}

static void
sd_flow_view_dispose (GObject *object)
{
  SdFlowView *self = SD_FLOW_VIEW (object);
  GtkWidget *child;

  sd_flow_view_set_session (self, NULL);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  /* A popover that was closed just now is still there. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sd_flow_view_parent_class)->dispose (object);
}

static void
sd_flow_view_finalize (GObject *object)
{
  SdFlowView *self = SD_FLOW_VIEW (object);

  g_free (self->current_key);
  g_free (self->source_key);

  G_OBJECT_CLASS (sd_flow_view_parent_class)->finalize (object);
}

static void
sd_flow_view_class_init (SdFlowViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sd_flow_view_dispose;
  object_class->finalize = sd_flow_view_finalize;
  widget_class->css_changed = sd_flow_view_css_changed;
  widget_class->focus = sd_flow_view_focus;
  widget_class->get_request_mode = sd_flow_view_get_request_mode;
  widget_class->grab_focus = sd_flow_view_grab_focus;
  widget_class->measure = sd_flow_view_measure;
  widget_class->size_allocate = sd_flow_view_size_allocate;
  widget_class->snapshot = sd_flow_view_snapshot;

  /**
   * SdFlowView::updated:
   * @self: a flow view
   *
   * It shows another plan, or the plan has changed.
   */
  signals[SIGNAL_UPDATED] = g_signal_new ("updated", SD_TYPE_FLOW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  sd_flow_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "flowview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static void
sd_flow_view_init (SdFlowView *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unparent);
  self->order = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Flow"),
                                  -1);
  sd_flow_view_init_clicks (self);
  sd_flow_view_init_pull (self);
}

/* Public functions */

/**
 * sd_flow_view_set_session:
 * @self: a flow view
 * @session: (nullable): the session whose plan is shown and edited
 */
void
sd_flow_view_set_session (SdFlowView *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      clear (self);
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self, 0);
  g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  on_plan_changed (session, NULL, self);
}

/**
 * sd_flow_view_get_flow:
 * @self: a flow view
 *
 * Returns: (transfer none) (nullable): the geometry of what is shown
 */
SdFlow *
sd_flow_view_get_flow (SdFlowView *self)
{
  return self->flow;
}

/**
 * sd_flow_view_get_source:
 * @self: a flow view
 *
 * Returns: (transfer full) (nullable): where the people come from that the ribbon stands for which
 *   has the focus; %NULL for what no row says
 */
SdSource *
sd_flow_view_get_source (SdFlowView *self)
{
  SdFlowItem *item = sd_flow_view_get_focused (self);
  const SdFlowRibbon *ribbon = item != NULL ? sd_flow_view_get_ribbon (self, item) : NULL;

  if (ribbon == NULL || ribbon->transfer == NULL)
    return NULL;

  return sd_source_of_value (self->session, ribbon->transfer, SD_TRANSFER_HEADCOUNT);
}
