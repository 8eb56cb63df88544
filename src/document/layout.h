/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "blocks.h"

G_BEGIN_DECLS

/**
 * SdRect:
 *
 * A rectangle on a page: points from its upper left corner.
 */
typedef struct
{
  double x, y, width, height;
} SdRect;

/**
 * SdLayoutSpot:
 * @page: number of the page, from 0
 * @rect: where it is
 * @key: (nullable): key of the block, or of the row of a table
 * @ref: (nullable): what the field there refers to; %NULL beside a field
 *
 * A place on a page and what is printed there. The strings belong to the layout.
 */
typedef struct
{
  guint page;
  SdRect rect;
  const char *key;
  const char *ref;
} SdLayoutSpot;

/**
 * SdLayoutLine:
 * @rect: its room on the page
 * @baseline: where its characters stand, from the top of the page
 * @key: (nullable): key of its block, or of its row
 * @text: what is printed
 * @size: of its characters, in points
 * @family: the typeface that is used
 * @missing: (nullable): those of its characters that no typeface of this computer has
 *
 * A line of text on a page.
 */
typedef struct
{
  SdRect rect;
  double baseline;
  const char *key;
  char *text;
  double size;
  const char *family;
  char *missing;
  /*< private >*/
  GPtrArray *runs;
  GArray *fields;
} SdLayoutLine;

/**
 * SdLayout:
 *
 * A document on its pages, as it is printed: one for preview, print and PDF. It does not change
 * once it is made, and any thread may paint it.
 */
#define SD_TYPE_LAYOUT (sd_layout_get_type ())
typedef struct _SdLayout SdLayout;

GType              sd_layout_get_type      (void);
SdLayout          *sd_layout_new           (SdBlocks      *blocks,
                                            GError       **error);
SdLayout          *sd_layout_ref           (SdLayout      *self);
void               sd_layout_unref         (SdLayout      *self);
SdBlocks          *sd_layout_get_blocks    (SdLayout      *self);
guint              sd_layout_get_n_pages   (SdLayout      *self);
void               sd_layout_get_page_size (SdLayout      *self,
                                            guint          page,
                                            double        *width,
                                            double        *height);
GPtrArray         *sd_layout_get_lines     (SdLayout      *self,
                                            guint          page);
void               sd_layout_paint         (SdLayout      *self,
                                            guint          page,
                                            cairo_t       *cr);
gboolean           sd_layout_pick          (SdLayout      *self,
                                            guint          page,
                                            double         x,
                                            double         y,
                                            SdLayoutSpot  *spot);
gboolean           sd_layout_find          (SdLayout      *self,
                                            const char    *key,
                                            const char    *ref,
                                            guint          occurrence,
                                            SdLayoutSpot  *spot);
GArray            *sd_layout_list_blocks   (SdLayout      *self,
                                            guint          page);
const char *const *sd_layout_get_stand_ins (SdLayout      *self);
const char        *sd_layout_get_missing   (SdLayout      *self);
GStrv              sd_layout_list_missing  (SdLayout      *self);
char              *sd_layout_describe_stand_ins (SdLayout *self);
char              *sd_layout_describe_stand_ins_of (SdBlocks *blocks);
GStrv              sd_layout_list_problems (SdLayout      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdLayout, sd_layout_unref)

G_END_DECLS
