/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blocks.h"

G_BEGIN_DECLS

GBytes *sd_html_write (SdBlocks *blocks, GError **error);

G_END_DECLS
