/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-item.h"

#include <glib/gi18n-lib.h>

#include "flow-text.h"
#include "flow-view.h"

#define REACH 3.0 /* a thin ribbon is pointed at from this far */

struct _SdFlowItem
{
  GtkWidget parent_instance;

  char *key;
  SdFlowColumn column;
  guint index;
  SdChartRect rect;
};

G_DEFINE_FINAL_TYPE (SdFlowItem, sd_flow_item, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Ribbons lie over each other; which one is meant is the flow's to say. */
static gboolean
sd_flow_item_contains (GtkWidget *widget, double x, double y)
{
  SdFlowItem *self = SD_FLOW_ITEM (widget);
  GtkWidget *view = gtk_widget_get_parent (widget);

  if (x < 0 || y < 0 || x >= gtk_widget_get_width (widget) || y >= gtk_widget_get_height (widget))
    return FALSE;
  if (self->column != SD_FLOW_COLUMN_RIBBON || view == NULL)
    return TRUE;
  gtk_widget_translate_coordinates (widget, view, x, y, &x, &y);

  return sd_flow_view_item_at (SD_FLOW_VIEW (view), x, y) == self;
}

static void
sd_flow_item_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  /* The flow gives the item its rectangle. */
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sd_flow_item_finalize (GObject *object)
{
  g_free (SD_FLOW_ITEM (object)->key);

  G_OBJECT_CLASS (sd_flow_item_parent_class)->finalize (object);
}

static void
sd_flow_item_class_init (SdFlowItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_flow_item_finalize;
  widget_class->contains = sd_flow_item_contains;
  widget_class->measure = sd_flow_item_measure;

  /**
   * SdFlowItem::activate:
   * @self: an item
   *
   * Enter or the space bar was pressed on it.
   */
  signals[SIGNAL_ACTIVATE] =
      g_signal_new ("activate", SD_TYPE_FLOW_ITEM, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);

  gtk_widget_class_set_css_name (widget_class, "flowitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sd_flow_item_init (SdFlowItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * sd_flow_item_new:
 * @key: what it is, whatever its place
 *
 * Returns: (transfer floating): an item
 */
GtkWidget *
sd_flow_item_new (const char *key)
{
  SdFlowItem *self = g_object_new (SD_TYPE_FLOW_ITEM, NULL);

  self->key = g_strdup (key);

  return GTK_WIDGET (self);
}

/**
 * sd_flow_item_get_key:
 * @self: an item
 *
 * Returns: (transfer none): the key it was made with
 */
const char *
sd_flow_item_get_key (SdFlowItem *self)
{
  return self->key;
}

/**
 * sd_flow_item_get_column:
 * @self: an item
 *
 * Returns: what it is for
 */
SdFlowColumn
sd_flow_item_get_column (SdFlowItem *self)
{
  return self->column;
}

/**
 * sd_flow_item_get_index:
 * @self: an item
 *
 * Returns: the index of its node or ribbon in the flow; until the plan changes
 */
guint
sd_flow_item_get_index (SdFlowItem *self)
{
  return self->index;
}

/**
 * sd_flow_item_get_rect:
 * @self: an item
 *
 * Returns: (transfer none): the room it takes in the flow
 */
const SdChartRect *
sd_flow_item_get_rect (SdFlowItem *self)
{
  return &self->rect;
}

/**
 * sd_flow_item_set_node:
 * @self: an item
 * @index: index of the node
 * @node: the node
 */
void
sd_flow_item_set_node (SdFlowItem *self, guint index, const SdFlowNode *node)
{
  const char *name = sd_flow_node_get_name (node);
  g_autofree char *description = sd_flow_node_describe (node);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", name, description);

  self->column = node->side == SD_FLOW_CURRENT ? SD_FLOW_COLUMN_LEFT : SD_FLOW_COLUMN_RIGHT;
  self->index = index;
  self->rect = node->slot;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * sd_flow_item_set_ribbon:
 * @self: an item
 * @index: index of the ribbon
 * @ribbon: the ribbon
 */
void
sd_flow_item_set_ribbon (SdFlowItem *self, guint index, const SdFlowRibbon *ribbon)
{
  g_autofree char *name = sd_flow_ribbon_describe (ribbon);
  g_autofree char *tooltip = NULL;
  const char *hint = ribbon->to->unit == NULL ? _ ("Pull it to a unit on the right, or press Enter")
                     : ribbon->transfer == NULL
                         ? _ ("Pull it to a unit on the left, or press Enter")
                         : _ ("Pull it to another unit, or press Enter");

  self->column = SD_FLOW_COLUMN_RIBBON;
  self->index = index;
  self->rect = (SdChartRect){ ribbon->x1, MIN (ribbon->y1, ribbon->y2) - REACH,
                              MAX (ribbon->x2 - ribbon->x1, 1),
                              ABS (ribbon->y2 - ribbon->y1) + ribbon->width + 2 * REACH };
  tooltip = g_strdup_printf ("%s\n%s", name, hint);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ribbon");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
