/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "preview-view.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdPreviewPage:
 *
 * The documents of the plan as they will be printed.
 */
#define SD_TYPE_PREVIEW_PAGE (sd_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (SdPreviewPage, sd_preview_page, SD, PREVIEW_PAGE, AdwBin)

void           sd_preview_page_set_session  (SdPreviewPage *self,
                                             SdSession     *session);
void           sd_preview_page_set_document (SdPreviewPage *self,
                                             const char    *document_id);
const char    *sd_preview_page_get_document (SdPreviewPage *self);
SdPreviewView *sd_preview_page_get_view     (SdPreviewPage *self);
gboolean       sd_preview_page_is_current   (SdPreviewPage *self);
void           sd_preview_page_show_row     (SdPreviewPage *self,
                                             const char    *row_id);
void           sd_preview_page_print        (SdPreviewPage *self);

G_END_DECLS
