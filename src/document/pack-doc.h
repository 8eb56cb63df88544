/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/pack.h"

#include "blocks.h"

G_BEGIN_DECLS

SdBlocks *sd_pack_doc_build (GPtrArray *packs, const char *language, GError **error);

G_END_DECLS
