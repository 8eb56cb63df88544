/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blocks.h"

G_BEGIN_DECLS

/**
 * SdOdfFormat:
 * @SD_ODF_ODT: a package of XML files in a zip archive
 * @SD_ODF_FODT: one flat XML file
 *
 * The two forms of an OpenDocument text.
 */
typedef enum
{
  SD_ODF_ODT,
  SD_ODF_FODT,
} SdOdfFormat;

GBytes *sd_odt_write (SdBlocks      *blocks,
                      SdOdfFormat    format,
                      GCancellable  *cancellable,
                      GError       **error);
GBytes *sd_ods_write (SdBlocks      *blocks,
                      GCancellable  *cancellable,
                      GError       **error);

G_END_DECLS
