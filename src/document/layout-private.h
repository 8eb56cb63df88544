/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-text-private.h"

G_BEGIN_DECLS

#define SD_POINTS_A_MM (72 / 25.4)

/* What a page is for: text, whose lines have their leading above them, so that it begins higher;
 * tables, which have none; or a table that lies. */
typedef enum
{
  SD_PAGE_TEXT,
  SD_PAGE_TABLES,
  SD_PAGE_LANDSCAPE,
} SdPageKind;

/* A filled rectangle: a rule, or a border of a cell. */
typedef struct
{
  SdRect rect;
  guint32 color; /* 0xrrggbb */
} SdRule;

typedef struct
{
  SdPlanPicture *picture;
  SdRect rect;
  const char *key;
} SdPagePicture;

/* The room of a row of a table or of a picture. */
typedef struct
{
  SdRect rect;
  const char *key;
} SdRegion;

typedef struct
{
  double width, height;
  SdPageKind kind;
  GPtrArray *lines;   /* of SdLayoutLine, from top to bottom; the page's number last */
  GArray *rules;      /* of SdRule */
  GArray *pictures;   /* of SdPagePicture */
  GArray *regions;    /* of SdRegion */
  SdLayoutLine *number; /* (nullable) */
  gboolean is_bare;     /* has no number: blank, or with nothing but the imprint */
} SdLayoutPage;

/* The document on its way onto pages. */
typedef struct
{
  SdBlocks *blocks;
  SdPageStyle *style;
  SdLayoutFonts *fonts;
  GPtrArray *pages; /* of SdLayoutPage */
  SdLayoutPage *page;
  SdPageKind kind;
  gboolean page_break;
  double left, top, bottom, width; /* of the text on the page */
  double y;
} SdFlow;

/* A paragraph with the room it has: offsets from the left of the text, all in points. */
typedef struct
{
  SdParagraph *paragraph;
  double x, width, first;
  double line;
  SdAlign align;
} SdSetting;

/* layout-flow.c */
void       sd_flow_begin_page  (SdFlow            *flow,
                                SdPageKind         kind);
void       sd_flow_need        (SdFlow            *flow,
                                double             height);
void       sd_flow_blank       (SdFlow            *flow,
                                guint              n);
SdSetting  sd_flow_set         (SdFlow            *flow,
                                const char        *style,
                                const char        *key);
void       sd_flow_break       (SdSetting         *setting);
void       sd_flow_place       (SdFlow            *flow,
                                SdSetting         *setting);
void       sd_setting_clear    (SdSetting         *setting);
void       sd_flow_add_rule    (SdFlow            *flow,
                                double             x,
                                double             y,
                                double             width,
                                double             height,
                                guint32            color);

/* layout-blocks.c */
void       sd_flow_write       (SdFlow            *flow,
                                GError           **error);

/* layout-table.c */
double     sd_flow_table_head  (SdFlow            *flow,
                                const SdBlock     *table);
void       sd_flow_write_table (SdFlow            *flow,
                                const SdBlock     *table);

/* layout-head.c */
void       sd_flow_write_head    (SdFlow          *flow,
                                  const SdBlock   *head);
void       sd_flow_write_imprint (SdFlow          *flow,
                                  const SdBlock   *imprint);
void       sd_flow_write_numbers (SdFlow          *flow);

/* layout.c */
const SdLayoutPage *sd_layout_peek_page (SdLayout *self,
                                         guint     page);

/* layout-paint.c */
void       sd_layout_page_paint  (const SdLayoutPage *page,
                                  cairo_t            *cr);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdSetting, sd_setting_clear)

G_END_DECLS
