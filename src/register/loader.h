/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "plan/county.h"

G_BEGIN_DECLS

SdCounty *sd_load_county (SdDatabase  *database,
                          GError     **error);
SdPlan   *sd_load_plan   (SdDatabase  *database,
                          const char  *plan_id,
                          GError     **error);

G_END_DECLS
