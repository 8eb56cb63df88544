/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "source.h"

G_BEGIN_DECLS

/**
 * SdSourceDialog:
 *
 * Where numbers come from: the rows that each is the sum of, with their sources, who set them and
 * when, and where the numbers are printed.
 */
#define SD_TYPE_SOURCE_DIALOG (sd_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdSourceDialog, sd_source_dialog, SD, SOURCE_DIALOG, AdwWindow)

GtkWidget *sd_source_dialog_new (GtkWindow *parent,
                                 SdSession *session,
                                 GPtrArray *sources);

G_END_DECLS
