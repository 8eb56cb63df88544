/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"
#include "rules/check.h"

#include "blocks.h"
#include "document-type.h"
#include "odf.h"

G_BEGIN_DECLS

GFile          *sd_document_get_own_folder (void);
GListModel     *sd_document_list      (GError       **error);
SdDocumentType *sd_document_find_type (const char    *id,
                                       GError       **error);
char           *sd_document_find_owner (const char   *document_id,
                                        const char   *key,
                                        char        **own_key,
                                        GError      **error);
SdBlocks   *sd_document_build  (const char    *document_id,
                                SdCounty      *county,
                                const char    *plan_id,
                                SdCheck       *check,
                                GError       **error);
const char *const *sd_document_list_formats (void);
GBytes     *sd_document_write  (SdBlocks      *blocks,
                                const char    *format,
                                GCancellable  *cancellable,
                                GError       **error);
GBytes     *sd_document_export (const char    *document_id,
                                SdCounty      *county,
                                const char    *plan_id,
                                SdCheck       *check,
                                const char    *format,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
