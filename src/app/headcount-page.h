/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdHeadcountPage:
 *
 * Units by types of headcount, edited in place, with sums by kind and over the plan.
 */
#define SD_TYPE_HEADCOUNT_PAGE (sd_headcount_page_get_type ())
G_DECLARE_FINAL_TYPE (SdHeadcountPage, sd_headcount_page, SD, HEADCOUNT_PAGE, AdwBin)

void sd_headcount_page_set_session (SdHeadcountPage *self,
                                    SdSession       *session);

G_END_DECLS
