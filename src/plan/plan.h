/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row-set.h"

G_BEGIN_DECLS

/**
 * SdPlan:
 *
 * The rows of plan scope of one plan. Its header, the row of the table plan, and its town are rows
 * of the #SdCounty it belongs to.
 */
#define SD_TYPE_PLAN (sd_plan_get_type ())
G_DECLARE_FINAL_TYPE (SdPlan, sd_plan, SD, PLAN, SdRowSet)

SdPlan     *sd_plan_new           (const char *id);
const char *sd_plan_get_id        (SdPlan     *self);
gboolean    sd_plan_proposes      (SdPlan     *self);
gint64      sd_plan_get_headcount (SdPlan     *self,
                                   const char *stage,
                                   const char *unit_kind,
                                   const char *quota_type);
gint64      sd_plan_get_quota     (SdPlan     *self,
                                   const char *unit_id,
                                   const char *quota_type);

G_END_DECLS
