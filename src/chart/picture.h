/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "chart.h"
#include "flow.h"

G_BEGIN_DECLS

/**
 * SdPictureFormat:
 * @SD_PICTURE_SVG: Scalable Vector Graphics; text is text, in the fonts of whoever looks
 * @SD_PICTURE_PDF: PDF; text is text, with its fonts
 * @SD_PICTURE_PNG: PNG at twice the size, for screens
 *
 * What a picture of a chart may be written as.
 */
typedef enum
{
  SD_PICTURE_SVG,
  SD_PICTURE_PDF,
  SD_PICTURE_PNG,
} SdPictureFormat;

gboolean      sd_picture_format_from_name (const char       *file_name,
                                           SdPictureFormat  *format);
PangoContext *sd_picture_create_context   (void);
GBytes       *sd_chart_to_picture         (SdChart          *self,
                                           SdPictureFormat   format,
                                           GError          **error);
GBytes       *sd_flow_to_picture          (SdFlow           *self,
                                           double            width,
                                           double            height,
                                           SdPictureFormat   format,
                                           GError          **error);

G_END_DECLS
