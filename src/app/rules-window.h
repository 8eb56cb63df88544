/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SdRulesWindow:
 *
 * By which packs the county is checked, what they ask, and the exceptions of the plan.
 */
#define SD_TYPE_RULES_WINDOW (sd_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (SdRulesWindow, sd_rules_window, SD, RULES_WINDOW, AdwPreferencesWindow)

GtkWidget *sd_rules_window_new        (SdWindow      *parent);
void       sd_rules_window_add_folder (SdRulesWindow *self,
                                       GFile         *folder);

G_END_DECLS
