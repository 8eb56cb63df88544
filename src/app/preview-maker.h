/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/layout.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdPreviewMaker:
 *
 * Makes the pages of a document of the plan that is edited, and makes them again after each edit:
 * once for all that changed before a frame, and not on the main thread.
 */
#define SD_TYPE_PREVIEW_MAKER (sd_preview_maker_get_type ())
G_DECLARE_FINAL_TYPE (SdPreviewMaker, sd_preview_maker, SD, PREVIEW_MAKER, GObject)

SdPreviewMaker *sd_preview_maker_new           (void);
void            sd_preview_maker_set_session   (SdPreviewMaker *self,
                                                SdSession      *session);
void            sd_preview_maker_set_document  (SdPreviewMaker *self,
                                                const char     *document_id,
                                                gboolean        of_county);
const char     *sd_preview_maker_get_document  (SdPreviewMaker *self);
gboolean        sd_preview_maker_is_of_county  (SdPreviewMaker *self);
void            sd_preview_maker_set_active    (SdPreviewMaker *self,
                                                gboolean        active);
gboolean        sd_preview_maker_get_making    (SdPreviewMaker *self);
SdLayout       *sd_preview_maker_get_layout    (SdPreviewMaker *self);
const GError   *sd_preview_maker_get_error     (SdPreviewMaker *self);

G_END_DECLS
