/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/checker.h"

G_BEGIN_DECLS

/**
 * SdApplication:
 *
 * The program: one window for each open register, and the rule packs that all windows share.
 */
#define SD_TYPE_APPLICATION (sd_application_get_type ())
G_DECLARE_FINAL_TYPE (SdApplication, sd_application, SD, APPLICATION, AdwApplication)

SdApplication *sd_application_new         (void);
SdChecker     *sd_application_get_checker (SdApplication *self,
                                           GError       **error);

G_END_DECLS
