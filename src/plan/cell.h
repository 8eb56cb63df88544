/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table.h"
#include "value.h"

G_BEGIN_DECLS

gboolean sd_cell_parse (const SdColumn *column,
                        const char     *text,
                        SdValue        *value,
                        char          **expected);

G_END_DECLS
