/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "grid.h"
#include "table-view.h"

G_BEGIN_DECLS

/**
 * SdTablePage:
 *
 * The rows of one table of the plan, edited in place; searched, filtered, grouped and sorted.
 */
#define SD_TYPE_TABLE_PAGE (sd_table_page_get_type ())
G_DECLARE_FINAL_TYPE (SdTablePage, sd_table_page, SD, TABLE_PAGE, AdwBin)

GtkWidget *sd_table_page_new         (const SdTableView *view);
void       sd_table_page_set_session (SdTablePage       *self,
                                      SdSession         *session);
void       sd_table_page_import      (SdTablePage       *self,
                                      GFile             *file);
SdGrid    *sd_table_page_get_grid    (SdTablePage       *self);
void       sd_table_page_show_row    (SdTablePage       *self,
                                      SdRow             *row);

G_END_DECLS
