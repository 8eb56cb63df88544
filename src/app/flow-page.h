/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdFlowPage:
 *
 * The flow with the closing of its books above it, or what to do where there is none yet.
 */
#define SD_TYPE_FLOW_PAGE (sd_flow_page_get_type ())
G_DECLARE_FINAL_TYPE (SdFlowPage, sd_flow_page, SD, FLOW_PAGE, AdwBin)

void sd_flow_page_set_session (SdFlowPage *self,
                               SdSession  *session);

G_END_DECLS
