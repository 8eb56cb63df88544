/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

/**
 * SdGauge:
 *
 * A figure of the plan beside its limit, such as 8 offices of 8.
 */
#define SD_TYPE_GAUGE (sd_gauge_get_type ())
G_DECLARE_FINAL_TYPE (SdGauge, sd_gauge, SD, GAUGE, GObject)

SdGauge    *sd_gauge_new          (const char *id,
                                   const char *label,
                                   const char *clause,
                                   double      measured,
                                   double      limit);
const char *sd_gauge_get_id       (SdGauge    *self);
const char *sd_gauge_get_label    (SdGauge    *self);
const char *sd_gauge_get_clause   (SdGauge    *self);
double      sd_gauge_get_measured (SdGauge    *self);
double      sd_gauge_get_limit    (SdGauge    *self);

G_END_DECLS
