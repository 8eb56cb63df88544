/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rewrite-text.h"

G_BEGIN_DECLS

void        sd_rewrite_buffer_init       (GtkTextBuffer        *buffer);
void        sd_rewrite_buffer_insert     (GtkTextBuffer        *buffer,
                                          GtkTextIter          *iter,
                                          const SdRewritePiece *field);
GtkTextTag *sd_rewrite_buffer_tag_at     (const GtkTextIter    *iter);
void        sd_rewrite_buffer_set_pieces (GtkTextBuffer        *buffer,
                                          GPtrArray            *pieces);
GPtrArray  *sd_rewrite_buffer_get_pieces (GtkTextBuffer        *buffer);

G_END_DECLS
