/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdSidebarItem:
 *
 * A line of the list of towns: a town with its one plan or none, a town as the heading of its
 * several plans, or one of those.
 */
#define SD_TYPE_SIDEBAR_ITEM (sd_sidebar_item_get_type ())
G_DECLARE_FINAL_TYPE (SdSidebarItem, sd_sidebar_item, SD, SIDEBAR_ITEM, GObject)

SdRow      *sd_sidebar_item_get_town    (SdSidebarItem *self);
SdRow      *sd_sidebar_item_get_plan    (SdSidebarItem *self);
gboolean    sd_sidebar_item_is_heading  (SdSidebarItem *self);
gboolean    sd_sidebar_item_is_scenario (SdSidebarItem *self);
gboolean    sd_sidebar_item_equal       (SdSidebarItem *a,
                                         SdSidebarItem *b);

GPtrArray  *sd_sidebar_items_new        (SdCounty      *county);

G_END_DECLS
