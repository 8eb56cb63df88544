/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"
#include "schematron/schematron.h"

#include "finding.h"

G_BEGIN_DECLS

/**
 * SdPackError:
 * @SD_PACK_ERROR_INVALID: the pack is not what a pack has to be
 * @SD_PACK_ERROR_UNKNOWN: there is no such pack
 */
typedef enum
{
  SD_PACK_ERROR_INVALID,
  SD_PACK_ERROR_UNKNOWN,
} SdPackError;

#define SD_PACK_ERROR (sd_pack_error_quark ())
GQuark sd_pack_error_quark (void);

/**
 * SdPack:
 *
 * A rule pack: a folder with pack.xml, rules.sch and limits.xml, made from one source document.
 */
#define SD_TYPE_PACK (sd_pack_get_type ())
G_DECLARE_FINAL_TYPE (SdPack, sd_pack, SD, PACK, GObject)

SdPack     *sd_pack_load         (GFile       *folder,
                                  GError     **error);
GPtrArray  *sd_packs_load_all    (GError     **error);
const char *sd_pack_get_id       (SdPack      *self);
const char *sd_pack_get_title    (SdPack      *self);
SchSchema  *sd_pack_get_schema   (SdPack      *self);
gboolean    sd_pack_applies      (SdPack      *self,
                                  SdRow       *county,
                                  SdRow       *town,
                                  SdRow       *plan);
SdSeverity  sd_pack_cap_severity (SdPack      *self,
                                  SdSeverity   severity);

G_END_DECLS
