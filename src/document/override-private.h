/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blocks.h"

G_BEGIN_DECLS

void sd_overrides_apply (xmlDoc       *doc,
                         xmlDoc       *plan,
                         const char   *document_id,
                         GPtrArray    *problems);

G_END_DECLS
