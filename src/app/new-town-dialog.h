/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SdNewTownDialog:
 *
 * Asks for name and kind of a town that is added to the county.
 */
#define SD_TYPE_NEW_TOWN_DIALOG (sd_new_town_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdNewTownDialog, sd_new_town_dialog, SD, NEW_TOWN_DIALOG, AdwWindow)

GtkWidget *sd_new_town_dialog_new (SdWindow *parent);

G_END_DECLS
