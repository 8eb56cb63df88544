/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/plan-picture.h"
#include "plan/county.h"
#include "plan/xml.h"

#include "block.h"
#include "error.h"
#include "page-style.h"
#include "rewriting.h"

G_BEGIN_DECLS

#define SD_BLOCKS_NAMESPACE "urn:sanding:blocks:1"

/**
 * SdBlocks:
 *
 * A document as blocks, with its metadata and its page style: what every writer reads.
 */
#define SD_TYPE_BLOCKS (sd_blocks_get_type ())
G_DECLARE_FINAL_TYPE (SdBlocks, sd_blocks, SD, BLOCKS, GObject)

/**
 * SdBlocksMeta:
 * @document: document type
 * @title: title
 * @subject: (nullable): what it is about
 * @issuer: (nullable): who issues it
 * @number: (nullable): document number
 * @date: (nullable): YYYY-MM-DD
 * @language: language of the text, such as zh-CN
 * @keywords: (nullable) (array zero-terminated=1): words to find it by
 *
 * What a document says about itself.
 */
typedef struct
{
  char *document;
  char *title;
  char *subject;
  char *issuer;
  char *number;
  char *date;
  char *language;
  GStrv keywords;
} SdBlocksMeta;

SdBlocks           *sd_blocks_new_from_doc   (xmlDoc       *doc,
                                              const char   *name,
                                              SdCounty     *county,
                                              const char   *plan_id,
                                              SdPageStyle  *style,
                                              GError      **error);
const SdBlocksMeta *sd_blocks_get_meta       (SdBlocks     *self);
SdPageStyle        *sd_blocks_get_page_style (SdBlocks     *self);
guint               sd_blocks_get_n_blocks   (SdBlocks     *self);
const SdBlock      *sd_blocks_get_block      (SdBlocks     *self,
                                              guint         position);
const SdBlock      *sd_blocks_find_block     (SdBlocks     *self,
                                              const char   *key);
gboolean            sd_blocks_has_tables     (SdBlocks     *self,
                                              guint         position);
gboolean            sd_blocks_is_signed      (SdBlocks     *self,
                                              guint         position);
const char *const  *sd_blocks_get_problems   (SdBlocks     *self);
void                sd_blocks_add_problem    (SdBlocks     *self,
                                              const char   *problem);
void                sd_blocks_set_keywords   (SdBlocks          *self,
                                              const char *const *keywords);
void                sd_blocks_take_rewriting (SdBlocks     *self,
                                              SdRewriting  *rewriting);
GPtrArray          *sd_blocks_get_rewritings (SdBlocks     *self);
void                sd_blocks_put_picture    (SdBlocks      *self,
                                              const char    *source,
                                              SdPlanPicture *picture);
SdPlanPicture      *sd_blocks_get_picture    (SdBlocks      *self,
                                              const char    *source,
                                              GError       **error);

G_END_DECLS
