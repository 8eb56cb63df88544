/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid-item.h"
#include "table-view.h"

G_BEGIN_DECLS

/**
 * SdTableItem:
 *
 * A line of a page of one table: a row, or a heading with the number of rows below it.
 */
#define SD_TYPE_TABLE_ITEM (sd_table_item_get_type ())
G_DECLARE_FINAL_TYPE (SdTableItem, sd_table_item, SD, TABLE_ITEM, SdGridItem)

SdGridItem *sd_table_item_new         (const SdTableView *view,
                                       SdSession         *session,
                                       SdRow             *row);
SdGridItem *sd_table_item_new_heading (const SdTableView *view,
                                       SdSession         *session,
                                       const char        *title,
                                       GPtrArray         *rows);

const char *sd_table_item_get_section (SdTableItem       *self);

G_END_DECLS
