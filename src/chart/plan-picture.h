/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdPlanPicture:
 *
 * A picture of a plan as a document shows it: the structure chart or the flow. It is made on the
 * thread that the plan belongs to, holds nothing of the plan, and may then be drawn by any.
 */
#define SD_TYPE_PLAN_PICTURE (sd_plan_picture_get_type ())
G_DECLARE_FINAL_TYPE (SdPlanPicture, sd_plan_picture, SD, PLAN_PICTURE, GObject)

const char *const *sd_plan_picture_list_sources (void);
SdPlanPicture *
sd_plan_picture_new (const char *source, SdCounty *county, const char *plan_id, GError **error);
void sd_plan_picture_get_size (SdPlanPicture *self, double *width, double *height);
void sd_plan_picture_draw (SdPlanPicture *self, cairo_t *cr, double width, double height);
GBytes *sd_plan_picture_get_svg (SdPlanPicture *self);
GBytes *sd_plan_picture_get_png (SdPlanPicture *self, GError **error);

G_END_DECLS
