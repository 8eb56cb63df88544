/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "headcount-item.h"

G_BEGIN_DECLS

/**
 * SdHeadcountCell:
 *
 * One figure of the headcount table. The figure of a unit is edited in place: Enter, F2, a double
 * click or just a digit begins, Enter or Tab ends, Escape leaves it as it was.
 */
#define SD_TYPE_HEADCOUNT_CELL (sd_headcount_cell_get_type ())
G_DECLARE_FINAL_TYPE (SdHeadcountCell, sd_headcount_cell, SD, HEADCOUNT_CELL, GtkWidget)

GtkWidget       *sd_headcount_cell_new         (const SdToken   *type,
                                                guint            column);
void             sd_headcount_cell_set_item    (SdHeadcountCell *self,
                                                SdSession       *session,
                                                SdHeadcountItem *item);
SdHeadcountItem *sd_headcount_cell_get_item    (SdHeadcountCell *self);
const SdToken   *sd_headcount_cell_get_quota_type (SdHeadcountCell *self);
guint            sd_headcount_cell_get_column  (SdHeadcountCell *self);
void             sd_headcount_cell_set_limit   (SdHeadcountCell *self,
                                                gint64           limit);
void             sd_headcount_cell_begin_edit  (SdHeadcountCell *self,
                                                const char      *text);
gboolean         sd_headcount_cell_is_editable (SdHeadcountCell *self);

G_END_DECLS
