/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/xml.h"
#include "rules/check.h"

G_BEGIN_DECLS

#define SD_FINDINGS_NAMESPACE "urn:sanding:findings:1"

void sd_findings_append (xmlDoc   *plan,
                         SdCheck  *check);

G_END_DECLS
