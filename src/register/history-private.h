/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"

G_BEGIN_DECLS

gboolean    sd_history_kind_from_string   (const char            *text,
                                           SdHistoryKind         *kind);
char       *sd_history_entry_compute_hash (const SdHistoryEntry  *self);

gboolean    sd_history_get_next           (SdDatabase            *database,
                                           gint64                 seq,
                                           SdHistoryEntry       **entry,
                                           GError               **error);
gboolean    sd_history_insert             (SdDatabase            *database,
                                           const SdHistoryEntry  *entry,
                                           GError               **error);

G_END_DECLS
