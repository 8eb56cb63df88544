/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "preview-sheet.h"

G_BEGIN_DECLS

#define SD_PREVIEW_LEAST_ZOOM 0.25
#define SD_PREVIEW_MOST_ZOOM 4.0

/**
 * SdPreviewView:
 *
 * The pages of a document one below the other, and a line of them that is chosen by mouse or
 * keyboard. It stands in a scrolled window.
 */
#define SD_TYPE_PREVIEW_VIEW (sd_preview_view_get_type ())
G_DECLARE_FINAL_TYPE (SdPreviewView, sd_preview_view, SD, PREVIEW_VIEW, GtkWidget)

void                sd_preview_view_set_layout   (SdPreviewView *self,
                                                  SdLayout      *layout);
SdLayout           *sd_preview_view_get_layout   (SdPreviewView *self);
void                sd_preview_view_set_zoom     (SdPreviewView *self,
                                                  double         zoom);
double              sd_preview_view_get_zoom     (SdPreviewView *self);
guint               sd_preview_view_get_page     (SdPreviewView *self);
void                sd_preview_view_go_to_page   (SdPreviewView *self,
                                                  guint          page);
gboolean            sd_preview_view_choose       (SdPreviewView *self,
                                                  const char    *key,
                                                  const char    *ref);
const SdLayoutSpot *sd_preview_view_get_chosen   (SdPreviewView *self);
void                sd_preview_view_update_shown (SdPreviewView *self);
SdPreviewSheet     *sd_preview_view_get_sheet    (SdPreviewView *self,
                                                  guint          page);

G_END_DECLS
