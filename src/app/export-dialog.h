/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SdExportDialog:
 *
 * Asks as which document and in which format the plan is written, then where to.
 */
#define SD_TYPE_EXPORT_DIALOG (sd_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdExportDialog, sd_export_dialog, SD, EXPORT_DIALOG, AdwWindow)

GtkWidget *sd_export_dialog_new (SdWindow   *parent);
void       sd_window_export     (SdWindow   *self,
                                 const char *document_id,
                                 const char *format,
                                 GFile      *file);

G_END_DECLS
