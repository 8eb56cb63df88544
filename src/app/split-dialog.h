/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdSplitDialog:
 *
 * Asks what a unit is to be divided into: name and kind of the new one, and which of the headcount,
 * posts, plaques and duties go to it.
 */
#define SD_TYPE_SPLIT_DIALOG (sd_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdSplitDialog, sd_split_dialog, SD, SPLIT_DIALOG, AdwWindow)

GtkWidget *sd_split_dialog_new (GtkWindow *parent,
                                SdSession *session,
                                SdRow     *unit);

G_END_DECLS
