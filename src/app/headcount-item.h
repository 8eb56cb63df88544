/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * SdHeadcountItem:
 *
 * A line of the headcount table: the sum over the plan, the sum over the units of one kind, or one
 * unit. It has no values of its own: they are read from the plan when they are shown.
 */
#define SD_TYPE_HEADCOUNT_ITEM (sd_headcount_item_get_type ())
G_DECLARE_FINAL_TYPE (SdHeadcountItem, sd_headcount_item, SD, HEADCOUNT_ITEM, GObject)

SdRow         *sd_headcount_item_get_unit   (SdHeadcountItem *self);
const SdToken *sd_headcount_item_get_kind   (SdHeadcountItem *self);
char          *sd_headcount_item_get_name   (SdHeadcountItem *self);
gboolean       sd_headcount_item_get_value  (SdHeadcountItem *self,
                                             const char      *quota_type,
                                             guint            column,
                                             gint64          *value);

GListModel    *sd_headcount_model_new       (void);
void           sd_headcount_model_update    (GListModel      *model,
                                             SdPlan          *plan,
                                             const char      *stage);

G_END_DECLS
