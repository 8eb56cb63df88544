/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"
#include "gauge.h"

G_BEGIN_DECLS

/**
 * SdCheck:
 *
 * What the packs that apply say about one document.
 */
#define SD_TYPE_CHECK (sd_check_get_type ())
G_DECLARE_FINAL_TYPE (SdCheck, sd_check, SD, CHECK, GObject)

GListModel *sd_check_get_findings   (SdCheck    *self);
GListModel *sd_check_get_gauges     (SdCheck    *self);
GListModel *sd_check_get_packs      (SdCheck    *self);
guint       sd_check_get_count      (SdCheck    *self,
                                     SdSeverity  severity);
guint       sd_check_get_n_exceptions (SdCheck *self);
guint       sd_check_get_n_failures (SdCheck    *self);
GPtrArray  *sd_check_get_reports    (SdCheck    *self);

G_END_DECLS
