/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"
#include "sidebar-item.h"

G_BEGIN_DECLS

/**
 * SdSidebarRow:
 *
 * A line of the list of towns: name, kind, and how many findings of each severity there are.
 */
#define SD_TYPE_SIDEBAR_ROW (sd_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (SdSidebarRow, sd_sidebar_row, SD, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget     *sd_sidebar_row_new      (SdSession     *session,
                                        SdSidebarItem *item);
SdSidebarItem *sd_sidebar_row_get_item (SdSidebarRow  *self);

G_END_DECLS
