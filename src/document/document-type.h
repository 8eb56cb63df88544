/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "error.h"

G_BEGIN_DECLS

/**
 * SdDocumentType:
 *
 * A type of document that can be made of a plan: a folder of data/documents whose document.xml
 * names a title in each language, the template, and the page style.
 */
#define SD_TYPE_DOCUMENT_TYPE (sd_document_type_get_type ())
G_DECLARE_FINAL_TYPE (SdDocumentType, sd_document_type, SD, DOCUMENT_TYPE, GObject)

SdDocumentType *sd_document_type_load           (GFile           *folder,
                                                 GError         **error);
const char     *sd_document_type_get_id         (SdDocumentType  *self);
const char     *sd_document_type_get_title      (SdDocumentType  *self);
GFile          *sd_document_type_get_template   (SdDocumentType  *self);
GFile          *sd_document_type_get_page_style (SdDocumentType  *self);

G_END_DECLS
