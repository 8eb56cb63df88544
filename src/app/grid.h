/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "grid-cell.h"

G_BEGIN_DECLS

/**
 * SdGridColumnFlags:
 * @SD_GRID_COLUMN_EXPANDS: takes the room that is left
 * @SD_GRID_COLUMN_NUMBER: holds numbers
 * @SD_GRID_COLUMN_TITLE: names the lines; the focus passes it by
 * @SD_GRID_COLUMN_SORTS: a click on its title sorts by it
 */
typedef enum
{
  SD_GRID_COLUMN_EXPANDS = 1 << 0,
  SD_GRID_COLUMN_NUMBER = 1 << 1,
  SD_GRID_COLUMN_TITLE = 1 << 2,
  SD_GRID_COLUMN_SORTS = 1 << 3,
} SdGridColumnFlags;

/**
 * SdGrid:
 *
 * Lines and columns of cells that are edited in place, with the keys of a spreadsheet. The line
 * that has the focus is selected, and the unit that it belongs to with it.
 */
#define SD_TYPE_GRID (sd_grid_get_type ())
G_DECLARE_FINAL_TYPE (SdGrid, sd_grid, SD, GRID, AdwBin)

GtkWidget           *sd_grid_new               (void);
void                 sd_grid_set_session       (SdGrid            *self,
                                                SdSession         *session);
SdSession           *sd_grid_get_session       (SdGrid            *self);
void                 sd_grid_set_label         (SdGrid            *self,
                                                const char        *label);
GListStore          *sd_grid_get_items         (SdGrid            *self);
GtkColumnViewColumn *sd_grid_add_column        (SdGrid            *self,
                                                const char        *title,
                                                int                width,
                                                SdGridColumnFlags  flags);
guint                sd_grid_get_n_columns     (SdGrid            *self);
GtkColumnViewColumn *sd_grid_get_column        (SdGrid            *self,
                                                guint              place);
GtkSorter           *sd_grid_get_sorter        (SdGrid            *self);
void                 sd_grid_update            (SdGrid            *self,
                                                GPtrArray         *wanted);
char                *sd_grid_copy              (SdGrid            *self);
void                 sd_grid_paste             (SdGrid            *self,
                                                const char        *text);
SdGridItem          *sd_grid_get_selected_item (SdGrid            *self);
SdGridCell          *sd_grid_show_row          (SdGrid            *self,
                                                SdRow             *row);
SdGridCell          *sd_grid_find_cell         (SdGrid            *self,
                                                SdRow             *row,
                                                guint              place);

G_END_DECLS
