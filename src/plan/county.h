/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan.h"

G_BEGIN_DECLS

/**
 * SdCounty:
 *
 * A county: its own rows (county, pools, towns, indicators, headers of plans), and those of its
 * plans that have been loaded.
 */
#define SD_TYPE_COUNTY (sd_county_get_type ())
G_DECLARE_FINAL_TYPE (SdCounty, sd_county, SD, COUNTY, SdRowSet)

SdCounty  *sd_county_new            (void);
SdRow     *sd_county_get_row        (SdCounty   *self);
void       sd_county_put_plan       (SdCounty   *self,
                                     SdPlan     *plan);
void       sd_county_drop_plan      (SdCounty   *self,
                                     const char *plan_id);
SdPlan    *sd_county_get_plan       (SdCounty   *self,
                                     const char *plan_id);
SdRow     *sd_county_get_plan_row   (SdCounty   *self,
                                     const char *plan_id);
SdRow     *sd_county_get_plan_town  (SdCounty   *self,
                                     const char *plan_id);
GPtrArray *sd_county_get_town_plans (SdCounty   *self,
                                     const char *town_id);
gboolean   sd_county_equal          (SdCounty   *a,
                                     SdCounty   *b);

G_END_DECLS
