/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table.h"

G_BEGIN_DECLS

char *sd_table_to_sql (const SdTable *table);
char *sd_model_to_sql (void);

G_END_DECLS
