/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdDocumentError:
 * @SD_DOCUMENT_ERROR_NOT_FOUND: there is no such document type, plan or format
 * @SD_DOCUMENT_ERROR_TYPE: a document type's description or page style cannot be used
 * @SD_DOCUMENT_ERROR_TEMPLATE: a template cannot be compiled
 * @SD_DOCUMENT_ERROR_TRANSFORM: a template failed on the plan
 * @SD_DOCUMENT_ERROR_BLOCKS: what a template made is no document
 * @SD_DOCUMENT_ERROR_FIELD: a field refers to nothing, or to a value that is not given
 * @SD_DOCUMENT_ERROR_PICTURE: a picture that a document shows was not supplied
 * @SD_DOCUMENT_ERROR_EMPTY: the plan has nothing for the document
 * @SD_DOCUMENT_ERROR_WRITE: the file could not be put together
 *
 * What went wrong on the way from a plan to a document.
 */
typedef enum
{
  SD_DOCUMENT_ERROR_NOT_FOUND,
  SD_DOCUMENT_ERROR_TYPE,
  SD_DOCUMENT_ERROR_TEMPLATE,
  SD_DOCUMENT_ERROR_TRANSFORM,
  SD_DOCUMENT_ERROR_BLOCKS,
  SD_DOCUMENT_ERROR_FIELD,
  SD_DOCUMENT_ERROR_PICTURE,
  SD_DOCUMENT_ERROR_WRITE,
  SD_DOCUMENT_ERROR_EMPTY,
} SdDocumentError;

#define SD_DOCUMENT_ERROR (sd_document_error_quark ())
GQuark sd_document_error_quark (void);

G_END_DECLS
