/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow-item.h"
#include "source.h"

G_BEGIN_DECLS

/**
 * SdFlowView:
 *
 * Where people go: the flow of the session's plan, and the editor of its transfers. A ribbon is
 * pulled to a unit, or placed by keyboard; each is one edit.
 */
#define SD_TYPE_FLOW_VIEW (sd_flow_view_get_type ())
G_DECLARE_FINAL_TYPE (SdFlowView, sd_flow_view, SD, FLOW_VIEW, GtkWidget)

void        sd_flow_view_set_session (SdFlowView *self,
                                      SdSession  *session);
SdFlow     *sd_flow_view_get_flow    (SdFlowView *self);
SdFlowItem *sd_flow_view_item_at     (SdFlowView *self,
                                      double      x,
                                      double      y);
SdSource  *sd_flow_view_get_source  (SdFlowView *self);

G_END_DECLS
