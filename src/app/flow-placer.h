/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/flow.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdFlowWish:
 * @transfer: (nullable): the row that is to change; %NULL for people no row speaks of yet
 * @source: (nullable): whose people; %NULL to be asked
 * @target: (nullable): where they are to go; %NULL to be asked
 * @type: index of their type of quota; -1 to be asked
 *
 * What somebody wants to do with a ribbon.
 */
typedef struct
{
  SdRow *transfer;
  SdRow *source;
  SdRow *target;
  int type;
} SdFlowWish;

/**
 * SdFlowPlacer:
 *
 * Asks what is not said yet of people who are to be placed: from where, to where, of what type and
 * how many; and makes the edit.
 */
#define SD_TYPE_FLOW_PLACER (sd_flow_placer_get_type ())
G_DECLARE_FINAL_TYPE (SdFlowPlacer, sd_flow_placer, SD, FLOW_PLACER, GtkPopover)

GtkWidget *sd_flow_placer_new      (SdSession        *session,
                                    SdFlow           *flow,
                                    const SdFlowWish *wish);

G_END_DECLS
