/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/**
 * SdSalvageFunc:
 * @row: a statement that stands on a row: its number, then the columns that were asked for
 * @data: what the caller gave
 *
 * Called with each row that can be read.
 */
typedef void (*SdSalvageFunc) (sqlite3_stmt *row, gpointer data);

gboolean sd_salvage_table (SdDatabase    *database,
                           const char    *table,
                           const char    *columns,
                           SdSalvageFunc  func,
                           gpointer       data);

G_END_DECLS
