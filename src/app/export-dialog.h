/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SdExportDialog:
 *
 * Asks which documents of the plan are written and in which format, then where to; shows how far it
 * is, and what went otherwise than wished.
 */
#define SD_TYPE_EXPORT_DIALOG (sd_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdExportDialog, sd_export_dialog, SD, EXPORT_DIALOG, AdwWindow)

GtkWidget *sd_export_dialog_new        (SdWindow       *parent,
                                        const char     *document_id);
void       sd_export_dialog_set_format (SdExportDialog *self,
                                        const char     *format);
void       sd_export_dialog_write      (SdExportDialog *self,
                                        GFile          *target,
                                        gboolean        is_folder);

G_END_DECLS
