/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/layout.h"

G_BEGIN_DECLS

/**
 * SdPreviewSheet:
 *
 * A page of a document as it will be printed, white whatever the colours of the window. It is
 * painted by a worker and kept as a texture while it can be seen. Widgets can be put into its
 * margin.
 */
#define SD_TYPE_PREVIEW_SHEET (sd_preview_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SdPreviewSheet, sd_preview_sheet, SD, PREVIEW_SHEET, GtkWidget)

GtkWidget *sd_preview_sheet_new          (void);
void       sd_preview_sheet_set_page     (SdPreviewSheet *self,
                                          SdLayout       *layout,
                                          guint           page,
                                          double          scale);
void       sd_preview_sheet_set_shown    (SdPreviewSheet *self,
                                          gboolean        shown);
gboolean   sd_preview_sheet_is_painted   (SdPreviewSheet *self);
void       sd_preview_sheet_mark         (SdPreviewSheet *self,
                                          const SdRect   *rect);
void       sd_preview_sheet_add_badge    (SdPreviewSheet *self,
                                          GtkWidget      *badge,
                                          double          y);
void       sd_preview_sheet_clear_badges (SdPreviewSheet *self);

G_END_DECLS
