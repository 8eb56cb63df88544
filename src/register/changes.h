/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"
#include "plan/county.h"

G_BEGIN_DECLS

gboolean sd_changes_check  (SdDatabase  *database,
                            GBytes      *changeset,
                            GError     **error);
GBytes  *sd_changes_invert (SdDatabase  *database,
                            GBytes      *changeset,
                            GError     **error);
gboolean sd_changes_apply  (SdDatabase  *database,
                            GBytes      *changeset,
                            GError     **error);
void     sd_changes_mirror (GBytes      *changeset,
                            SdCounty    *county,
                            char       **plan_id,
                            SdTableId   *table,
                            char       **row_id);

G_END_DECLS
