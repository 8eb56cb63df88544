/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "error.h"

G_BEGIN_DECLS

/**
 * SdDocumentType:
 *
 * A type of document that can be made of a plan, or of a county with all its towns: a folder of
 * data/documents whose document.xml names a title in each language, the template, the page style,
 * and the documents that are its annexes.
 */
#define SD_TYPE_DOCUMENT_TYPE (sd_document_type_get_type ())
G_DECLARE_FINAL_TYPE (SdDocumentType, sd_document_type, SD, DOCUMENT_TYPE, GObject)

SdDocumentType *sd_document_type_load           (GFile           *folder,
                                                 GError         **error);
SdDocumentType *sd_document_type_new_broken     (GFile           *folder,
                                                 const GError    *problem);
const char     *sd_document_type_get_problem    (SdDocumentType  *self);
const char     *sd_document_type_get_id         (SdDocumentType  *self);
const char     *sd_document_type_get_title      (SdDocumentType  *self);
const char     *sd_document_type_get_base       (SdDocumentType  *self);
const char *const *sd_document_type_get_annexes (SdDocumentType  *self);
gboolean        sd_document_type_is_attached    (SdDocumentType  *self);
gboolean        sd_document_type_is_of_county   (SdDocumentType  *self);
GFile          *sd_document_type_get_template   (SdDocumentType  *self);
GFile          *sd_document_type_get_page_style (SdDocumentType  *self);
int             sd_document_type_compare        (SdDocumentType  *a,
                                                 SdDocumentType  *b);

G_END_DECLS
