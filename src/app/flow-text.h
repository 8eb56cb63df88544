/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/flow.h"

G_BEGIN_DECLS

/* What the flow says in words: to a screen reader, in tooltips and above the picture. */

const char *sd_flow_node_get_name    (const SdFlowNode   *node);
char       *sd_flow_node_describe    (const SdFlowNode   *node);
char       *sd_flow_ribbon_describe  (const SdFlowRibbon *ribbon);
char       *sd_flow_counts_to_text   (const gint64        counts[SD_FLOW_N_TYPES]);
char       *sd_flow_closing_to_text  (SdFlow             *flow);
char       *sd_flow_leftover_to_text (SdFlow             *flow);

G_END_DECLS
