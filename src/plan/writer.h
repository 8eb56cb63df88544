/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "county.h"
#include "xml.h"

G_BEGIN_DECLS

#define SD_PLAN_NAMESPACE "urn:sanding:plan:1"

xmlDoc *sd_plan_to_doc   (SdCounty   *county,
                          const char *plan_id);
GBytes *sd_plan_to_xml   (SdCounty   *county,
                          const char *plan_id);
xmlDoc *sd_county_to_doc (SdCounty   *county);
GBytes *sd_county_to_xml (SdCounty   *county);

G_END_DECLS
