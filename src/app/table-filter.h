/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid-item.h"
#include "table-view.h"

G_BEGIN_DECLS

/**
 * SdTableFilter:
 *
 * The choices by which the rows of a table are filtered and grouped; each with the number of rows
 * that have it.
 */
#define SD_TYPE_TABLE_FILTER (sd_table_filter_get_type ())
G_DECLARE_FINAL_TYPE (SdTableFilter, sd_table_filter, SD, TABLE_FILTER, GtkWidget)

GtkWidget *sd_table_filter_new       (const SdTableView *view);
void       sd_table_filter_update    (SdTableFilter     *self,
                                      GPtrArray         *items);
gboolean   sd_table_filter_matches   (SdTableFilter     *self,
                                      SdGridItem        *item);
int        sd_table_filter_get_group (SdTableFilter     *self);
char      *sd_table_filter_describe  (SdTableFilter     *self);
void       sd_table_filter_reset     (SdTableFilter     *self);

G_END_DECLS
