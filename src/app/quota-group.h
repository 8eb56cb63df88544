/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdQuotaGroup:
 *
 * Headcount of a unit: for each type approved and actual, and where the number comes from.
 */
#define SD_TYPE_QUOTA_GROUP (sd_quota_group_get_type ())
G_DECLARE_FINAL_TYPE (SdQuotaGroup, sd_quota_group, SD, QUOTA_GROUP, AdwPreferencesGroup)

GtkWidget *sd_quota_group_new (SdSession *session,
                               SdRow     *unit);

G_END_DECLS
