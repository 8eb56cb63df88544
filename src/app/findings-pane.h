/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * SdFindingsPane:
 *
 * What the rules say about the plan, the severe things first; activating a finding goes to the unit
 * it is about.
 */
#define SD_TYPE_FINDINGS_PANE (sd_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (SdFindingsPane, sd_findings_pane, SD, FINDINGS_PANE, AdwBin)

void sd_findings_pane_set_session (SdFindingsPane *self,
                                   SdSession      *session);
void sd_findings_pane_select      (SdFindingsPane *self,
                                   SdFinding      *finding);

G_END_DECLS
