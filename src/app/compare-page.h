/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "grid.h"

G_BEGIN_DECLS

/**
 * SdComparePage:
 *
 * Which current units go to which proposed ones, with how many people: the flow as a table.
 */
#define SD_TYPE_COMPARE_PAGE (sd_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (SdComparePage, sd_compare_page, SD, COMPARE_PAGE, AdwBin)

void sd_compare_page_set_session (SdComparePage *self,
                                  SdSession     *session);

G_END_DECLS
