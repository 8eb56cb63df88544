/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/block.h"
#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdRewritePiece:
 * @text: what is printed; of a field, its value
 * @ref: (nullable): what the field refers to; %NULL for text that was typed
 * @format: (nullable): how the field's number is written
 *
 * A piece of a paragraph that is rewritten.
 */
typedef struct
{
  char *text;
  char *ref;
  char *format;
} SdRewritePiece;

GPtrArray *sd_rewrite_pieces_new         (void);
void       sd_rewrite_pieces_add         (GPtrArray     *pieces,
                                          const char    *text,
                                          const char    *ref,
                                          const char    *format);
GPtrArray *sd_rewrite_pieces_from_block  (const SdBlock *block);
GPtrArray *sd_rewrite_pieces_from_markup (const char    *markup,
                                          SdCounty      *county,
                                          const char    *plan_id);
char      *sd_rewrite_pieces_to_markup   (GPtrArray     *pieces);
char      *sd_rewrite_pieces_to_text     (GPtrArray     *pieces);
char      *sd_rewrite_value              (SdCounty      *county,
                                          const char    *plan_id,
                                          const char    *ref,
                                          const char    *format);

G_END_DECLS
