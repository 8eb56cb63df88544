/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SdStartPage:
 *
 * What the window shows before a register is open: the sample, a new one, one to open, and those
 * opened lately.
 */
#define SD_TYPE_START_PAGE (sd_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SdStartPage, sd_start_page, SD, START_PAGE, AdwBin)

void sd_start_page_refresh (SdStartPage *self);

G_END_DECLS
