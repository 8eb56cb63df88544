/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdDocumentDialog:
 *
 * What a document of the plan says of itself beside its text: number, signatory, addressee, dates,
 * copies, imprint. Each is one edit.
 */
#define SD_TYPE_DOCUMENT_DIALOG (sd_document_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdDocumentDialog, sd_document_dialog, SD, DOCUMENT_DIALOG, AdwWindow)

GtkWidget *sd_document_dialog_new     (GtkWindow  *parent,
                                       SdSession  *session,
                                       const char *kind,
                                       const char *column);
GtkWidget *sd_document_dialog_get_row (SdDocumentDialog *self,
                                       guint             column);

G_END_DECLS
