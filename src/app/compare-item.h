/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/flow.h"
#include "grid-item.h"

G_BEGIN_DECLS

/* Places of the columns; those of the types of quota follow. */
enum
{
  SD_COMPARE_CURRENT,
  SD_COMPARE_PROPOSED,
  SD_COMPARE_SUM,
  SD_COMPARE_N_COLUMNS = SD_COMPARE_SUM + 1 + SD_FLOW_N_TYPES
};

/**
 * SdCompareItem:
 *
 * A line of the comparison: how many people of each type go from one unit to another, or stay
 * without a place, or are still to come; or the sum over all that there are now.
 */
#define SD_TYPE_COMPARE_ITEM (sd_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (SdCompareItem, sd_compare_item, SD, COMPARE_ITEM, SdGridItem)

GPtrArray *sd_compare_lines (SdSession *session,
                             SdFlow    *flow);

G_END_DECLS
