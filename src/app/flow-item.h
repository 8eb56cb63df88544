/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/flow.h"

G_BEGIN_DECLS

/**
 * SdFlowItem:
 *
 * One node or ribbon of the flow. The flow paints them all at once; this is a widget so that each
 * has a name for screen readers, a tooltip and the focus.
 */
#define SD_TYPE_FLOW_ITEM (sd_flow_item_get_type ())
G_DECLARE_FINAL_TYPE (SdFlowItem, sd_flow_item, SD, FLOW_ITEM, GtkWidget)

/**
 * SdFlowColumn:
 * @SD_FLOW_COLUMN_LEFT: a node on the left
 * @SD_FLOW_COLUMN_RIBBON: a ribbon
 * @SD_FLOW_COLUMN_RIGHT: a node on the right
 *
 * What an item is for, in the order from left to right.
 */
typedef enum
{
  SD_FLOW_COLUMN_LEFT,
  SD_FLOW_COLUMN_RIBBON,
  SD_FLOW_COLUMN_RIGHT,
} SdFlowColumn;

GtkWidget         *sd_flow_item_new        (const char         *key);
const char        *sd_flow_item_get_key    (SdFlowItem         *self);
SdFlowColumn       sd_flow_item_get_column (SdFlowItem         *self);
guint              sd_flow_item_get_index  (SdFlowItem         *self);
const SdChartRect *sd_flow_item_get_rect   (SdFlowItem         *self);
void               sd_flow_item_set_node   (SdFlowItem         *self,
                                            guint               index,
                                            const SdFlowNode   *node);
void               sd_flow_item_set_ribbon (SdFlowItem         *self,
                                            guint               index,
                                            const SdFlowRibbon *ribbon);

G_END_DECLS
