/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/blocks.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SdRewriteDialog:
 *
 * Rewrites a block of a document. What is a field stays one: it can be moved, taken out and put in,
 * and shows its value.
 */
#define SD_TYPE_REWRITE_DIALOG (sd_rewrite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SdRewriteDialog, sd_rewrite_dialog, SD, REWRITE_DIALOG, AdwWindow)

GtkWidget *sd_rewrite_dialog_new     (GtkWindow     *parent,
                                      SdSession     *session,
                                      SdBlocks      *blocks,
                                      const char    *document_id,
                                      const char    *key,
                                      const char    *shown_key);

G_END_DECLS
