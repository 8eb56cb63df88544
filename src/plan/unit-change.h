/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

/**
 * SdUnitChange:
 * @SD_UNIT_CHANGE_NONE: nothing can be said, since the plan has no current structure
 * @SD_UNIT_CHANGE_KEPT: there before and after, and the same
 * @SD_UNIT_CHANGE_ADJUSTED: there before and after; its kind, rank, plaques or headcount differ
 * @SD_UNIT_CHANGE_RENAMED: all that it has came from one unit of another name, or went to one
 * @SD_UNIT_CHANGE_MERGED: several units went into it, or it went into another
 * @SD_UNIT_CHANGE_SPLIT: it was taken out of a unit, or divided into several
 * @SD_UNIT_CHANGE_SET_UP: there only after
 * @SD_UNIT_CHANGE_ABOLISHED: there only before
 *
 * What the plan does to a unit of its current or proposed structure (B12, B13).
 */
typedef enum
{
  SD_UNIT_CHANGE_NONE,
  SD_UNIT_CHANGE_KEPT,
  SD_UNIT_CHANGE_ADJUSTED,
  SD_UNIT_CHANGE_RENAMED,
  SD_UNIT_CHANGE_MERGED,
  SD_UNIT_CHANGE_SPLIT,
  SD_UNIT_CHANGE_SET_UP,
  SD_UNIT_CHANGE_ABOLISHED,
  SD_N_UNIT_CHANGES
} SdUnitChange;

/**
 * SdUnitChanges:
 *
 * What a plan does to each of its units, as it was when this was made.
 */
typedef struct _SdUnitChanges SdUnitChanges;

SdUnitChanges *sd_unit_changes_new         (SdPlan              *plan);
void           sd_unit_changes_free        (SdUnitChanges       *self);
SdUnitChange   sd_unit_changes_get         (const SdUnitChanges *self,
                                            const char          *unit_id);
GPtrArray     *sd_unit_changes_get_others  (const SdUnitChanges *self,
                                            const char          *unit_id);
gboolean       sd_unit_changes_is_gone     (const SdUnitChanges *self,
                                            const char          *unit_id);
const char    *sd_unit_change_get_label    (SdUnitChange         change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdUnitChanges, sd_unit_changes_free)

G_END_DECLS
