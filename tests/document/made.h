/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support.h"

/* Documents made of samples and checked by all packs. */

/* A sample with more elements at its end. */
SdCounty   *load_sample     (const char  *name,
                             const char  *more);
const char *only_plan       (SdCounty    *county);
SdCheck    *check_only_plan (SdCounty    *county);
SdBlocks   *build_document  (SdCounty    *county,
                             const char  *document);
/* The text of the nth block of a kind. */
char       *text_of         (SdBlocks    *blocks,
                             SdBlockKind  kind,
                             guint        n);
