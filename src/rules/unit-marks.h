/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"
#include "plan/plan.h"

G_BEGIN_DECLS

GHashTable *sd_findings_mark_units (GListModel *findings,
                                    SdPlan     *plan);

G_END_DECLS
