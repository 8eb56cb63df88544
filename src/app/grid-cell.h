/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid-item.h"

G_BEGIN_DECLS

/**
 * SdGridCell:
 *
 * A cell of a grid, edited in place as its line says. Enter, F2, a double click or just a character
 * begins, Enter or Tab ends, Escape leaves it as it was.
 */
#define SD_TYPE_GRID_CELL (sd_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (SdGridCell, sd_grid_cell, SD, GRID_CELL, GtkWidget)

GtkWidget  *sd_grid_cell_new        (guint       place,
                                     const char *title,
                                     gboolean    is_number,
                                     int         width_chars);
void        sd_grid_cell_set_item   (SdGridCell *self,
                                     SdGridItem *item);
SdGridItem *sd_grid_cell_get_item   (SdGridCell *self);
void        sd_grid_cell_set_bound  (SdGridCell *self,
                                     gboolean    bound);
gboolean    sd_grid_cell_get_bound  (SdGridCell *self);
guint       sd_grid_cell_get_place  (SdGridCell *self);
void        sd_grid_cell_begin_edit (SdGridCell *self,
                                     const char *text);

G_END_DECLS
