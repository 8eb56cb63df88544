/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blocks.h"

G_BEGIN_DECLS

/* What blocks are read from and into. */
typedef struct
{
  const char *name; /* what messages call the template */
  SdCounty *county;
  const char *plan_id;
  GPtrArray *blocks;        /* of SdBlock */
  GPtrArray *problems;      /* sentences about fields */
  GHashTable *cited;        /* identifiers of the documents that were cited in full */
  guint headings[4];        /* of each level, since the last of a higher one */
} SdBlocksReader;

gboolean sd_blocks_read (SdBlocksReader  *reader,
                         xmlDoc          *doc,
                         GError         **error);

G_END_DECLS
