/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/blocks.h"
#include "session.h"

G_BEGIN_DECLS

#define SD_REWRITE_N_KEYS 2 /* document and key tell what was rewritten */

gboolean   sd_rewrite_is_offered     (SdBlocks      *blocks,
                                      const char    *key);
SdRow     *sd_rewrite_find           (SdSession     *session,
                                      const char    *document_id,
                                      const char    *key);
void       sd_rewrite_restore        (SdSession     *session,
                                      SdRow         *override);

G_END_DECLS
