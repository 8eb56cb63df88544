/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/check.h"
#include "schematron/schematron.h"

G_BEGIN_DECLS

/* What the rules that were run cover, schema by schema; threads may add to it at once. */
typedef struct _SdCoverage SdCoverage;

SdCoverage *sd_coverage_new     (void);
void        sd_coverage_free    (SdCoverage *self);
void        sd_coverage_add     (SdCoverage *self,
                                 SdCheck    *check);
char       *sd_coverage_to_text (SdCoverage *self);

guint       sd_lint             (SchSchema  *schema);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdCoverage, sd_coverage_free)

G_END_DECLS
