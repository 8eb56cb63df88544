/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "check.h"
#include "pack.h"

G_BEGIN_DECLS

/**
 * SdChecker:
 *
 * Runs packs on plans: those that apply to the plan's place, time and town, or one that is named.
 * Any number of threads may check with it at once.
 */
#define SD_TYPE_CHECKER (sd_checker_get_type ())
G_DECLARE_FINAL_TYPE (SdChecker, sd_checker, SD, CHECKER, GObject)

SdChecker *sd_checker_new          (GPtrArray            *packs);
SdCheck   *sd_checker_check_doc    (SdChecker            *self,
                                    xmlDoc               *doc,
                                    SdCounty             *county,
                                    const char           *plan_id,
                                    const char           *phase,
                                    const char           *only_pack,
                                    GCancellable         *cancellable,
                                    GError              **error);
SdCheck   *sd_checker_check_county (SdChecker            *self,
                                    SdCounty             *county,
                                    const char           *phase,
                                    const char           *only_pack,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean   sd_checker_pack_applies (SdChecker            *self,
                                    SdPack               *pack,
                                    SdCounty             *county,
                                    const char           *plan_id);
GPtrArray *sd_checker_get_packs    (SdChecker            *self);
void       sd_checker_set_packs    (SdChecker            *self,
                                    GPtrArray            *packs);
void       sd_checker_set_budget   (SdChecker            *self,
                                    guint                 milliseconds);
gboolean   sd_checker_has_county_rules (SdChecker        *self);
void       sd_checker_check_async  (SdChecker            *self,
                                    SdCounty             *county,
                                    const char           *plan_id,
                                    const char           *phase,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              data);
SdCheck   *sd_checker_check_finish (SdChecker            *self,
                                    GAsyncResult         *result,
                                    GError              **error);
SdCheck   *sd_check_schema         (SchSchema            *schema,
                                    xmlDoc               *doc,
                                    const char           *phase,
                                    guint                 milliseconds,
                                    GError              **error);

G_END_DECLS
