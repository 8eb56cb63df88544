/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdSidebar:
 *
 * The towns of the county with their plans; selecting one opens its plan.
 */
#define SD_TYPE_SIDEBAR (sd_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SdSidebar, sd_sidebar, SD, SIDEBAR, AdwBin)

void   sd_sidebar_set_session (SdSidebar *self,
                               SdSession *session);
SdRow *sd_sidebar_get_town    (SdSidebar *self);
void   sd_sidebar_select_town (SdSidebar  *self,
                               const char *town_id);

G_END_DECLS
