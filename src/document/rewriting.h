/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/county.h"

G_BEGIN_DECLS

/**
 * SdDraftedField:
 * @ref: what it refers to
 * @before: (nullable): the text before it, such as 核定行政编制
 * @after: the character that follows it in the text, such as 个; 0 at the end
 *
 * A field of the drafted text.
 */
typedef struct
{
  char *ref;
  char *before;
  gunichar after;
} SdDraftedField;

/**
 * SdRewriting:
 * @id: the row of the plan that holds what was written
 * @document: the document type
 * @key: the block
 * @text: what was written, with an object replacement character for each field
 * @lost: whether the document has no such block any more
 * @drafted: (element-type SdDraftedField): the fields of the text that it took the place of
 * @problems: (element-type utf8): sentences for the user: where it no longer agrees with the plan
 *
 * What the officer wrote in place of a block of a document.
 */
typedef struct
{
  char *id;
  char *document;
  char *key;
  char *text;
  gboolean lost;
  GPtrArray *drafted;
  GPtrArray *problems;
} SdRewriting;

SdRewriting *sd_rewriting_new        (const char     *id,
                                      const char     *document,
                                      const char     *key);
void         sd_rewriting_free       (SdRewriting    *self);
GPtrArray   *sd_drafted_fields_new   (void);
void         sd_drafted_fields_add   (GPtrArray      *drafted,
                                      const char     *ref,
                                      const char     *before,
                                      const char     *after);
GPtrArray   *sd_rewriting_compare    (SdCounty       *county,
                                      const char     *plan_id,
                                      GPtrArray      *drafted,
                                      const char     *text);

G_END_DECLS
