/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/layout.h"
#include "session.h"

G_BEGIN_DECLS

SdRow      *sd_preview_row_of  (SdSession    *session,
                                const char   *key,
                                const char   *ref);
const char *sd_preview_page_of (SdRow        *row,
                                const char   *ref);
const char *sd_preview_document_of (SdRow    *row);
char       *sd_preview_owner_of (const char   *document_id,
                                const char   *key,
                                const char  **own_key);
const char *sd_preview_picture_at (SdLayout  *layout,
                                const char   *key,
                                const char  **page);
char       *sd_preview_describe (SdLayout     *layout,
                                const SdLayoutSpot *spot);
gboolean    sd_preview_find    (SdLayout     *layout,
                                const char   *row_id,
                                SdLayoutSpot *spot);

G_END_DECLS
