/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdSourceDialog:
 *
 * Where a headcount comes from: the rows that it is the sum of, each with its source, who set it
 * and when, and where the number is printed.
 */
#define SD_TYPE_SOURCE_DIALOG (sd_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdSourceDialog, sd_source_dialog, SD, SOURCE_DIALOG, AdwWindow)

GtkWidget *sd_source_dialog_new (GtkWindow   *parent,
                                 SdSession   *session,
                                 SdRow       *unit,
                                 const char  *quota_type);

G_END_DECLS
