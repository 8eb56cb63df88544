/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"

G_BEGIN_DECLS

GPtrArray *sd_pack_lint (SdPack  *pack,
                         GError **error);

G_END_DECLS
