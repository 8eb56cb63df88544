/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "plan/row.h"

G_BEGIN_DECLS

gboolean sd_cell_check  (const SdTable  *table,
                         guint           column,
                         const SdValue  *value,
                         SdValue        *checked,
                         GError        **error);
gboolean sd_cell_accept (const SdColumn *column,
                         SdValue        *value);

G_END_DECLS
