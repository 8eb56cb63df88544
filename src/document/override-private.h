/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blocks.h"
#include "rewriting.h"

G_BEGIN_DECLS

void sd_overrides_apply (xmlDoc       *doc,
                         xmlDoc       *plan,
                         const char   *document_id,
                         GPtrArray    *rewritings);

G_END_DECLS
