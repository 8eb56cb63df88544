/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid-item.h"

G_BEGIN_DECLS

/**
 * SdHeadcountItem:
 *
 * A line of the headcount table: the sum over the plan, the sum over the units of one kind, or one
 * unit.
 */
#define SD_TYPE_HEADCOUNT_ITEM (sd_headcount_item_get_type ())
G_DECLARE_FINAL_TYPE (SdHeadcountItem, sd_headcount_item, SD, HEADCOUNT_ITEM, SdGridItem)

gboolean   sd_headcount_place_get (guint           place,
                                   const SdToken **type,
                                   guint          *column);
GPtrArray *sd_headcount_lines     (SdSession      *session);

G_END_DECLS
