/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdBlockKind:
 *
 * What a piece of a document is; sanding-blocks.xsd says what each means. The kinds from
 * %SD_BLOCK_ITEM on stand inside others: items in a list, columns and rows in a table, cells in a
 * row, and the parts of an imprint and of a head.
 */
typedef enum
{
  SD_BLOCK_HEAD,
  SD_BLOCK_TITLE,
  SD_BLOCK_ADDRESSEE,
  SD_BLOCK_HEADING,
  SD_BLOCK_PARAGRAPH,
  SD_BLOCK_LIST,
  SD_BLOCK_TABLE,
  SD_BLOCK_PICTURE,
  SD_BLOCK_ANNEX,
  SD_BLOCK_SIGNATURE,
  SD_BLOCK_DATE,
  SD_BLOCK_NOTE,
  SD_BLOCK_IMPRINT,
  SD_BLOCK_PAGE_BREAK,
  SD_BLOCK_ITEM,
  SD_BLOCK_COLUMN,
  SD_BLOCK_ROW,
  SD_BLOCK_CELL,
  SD_BLOCK_COPIES,
  SD_BLOCK_PRINTER,
  SD_BLOCK_PRINTED,
  SD_BLOCK_COPY_NUMBER,
  SD_BLOCK_SECRECY,
  SD_BLOCK_URGENCY,
  SD_BLOCK_MARK,
  SD_BLOCK_NUMBER,
  SD_BLOCK_SIGNATORY,
  SD_N_BLOCK_KINDS
} SdBlockKind;

typedef enum
{
  SD_ALIGN_START,
  SD_ALIGN_CENTER,
  SD_ALIGN_END,
  SD_ALIGN_JUSTIFY,
} SdAlign;

/* What is printed in an empty cell of a table, so that nothing can be written into it later. */
#define SD_EMPTY_CELL "—"

/* Room between a text and the table below it, in millimetres: a table has no leading above it. */
#define SD_TABLE_GAP 2.0

/* As many of a list's last items stay with the signature below them. */
#define SD_KEPT_ITEMS 2

/* What stands before the name of who signs an upward document off (GB/T 9704-2012, 7.2.6). */
#define SD_SIGNATORY_LABEL "签发人："

/**
 * SdInline:
 * @text: what is printed
 * @ref: (nullable): what the field refers to; %NULL for plain text
 * @missing: the field could not be resolved, and @text says so
 * @is_number: the field stands for a number
 * @number: that number
 *
 * A piece of a block's text.
 */
typedef struct
{
  char *text;
  char *ref;
  gboolean missing;
  gboolean is_number;
  double number;
} SdInline;

/**
 * SdBlock:
 * @kind: what it is
 * @key: (nullable): stable name; kinds that stand inside others may have none
 * @label: (nullable): heading and item: its number; list: text before the first item; annex: 附件1;
 *   table and picture: its title
 * @description: (nullable): table and picture: what it shows
 * @source: (nullable): picture: its name
 * @level: heading: 1 to 4
 * @align: column: of its cells
 * @width: column: its share of the width
 * @columns: cell: how many columns it spans
 * @landscape: annex: on a page that is turned
 * @turns: annex: whether @landscape is set where the picture that follows is larger so
 * @header: row: repeated on every page
 * @total: row: sums up those above
 * @sealed: signature: a seal is set over it
 * @annexes: list: of annexes
 * @has_value: cell: is a number, @value
 * @value: cell: the number
 * @inlines: (element-type SdInline): its text
 * @children: (element-type SdBlock): list: items; table: columns, then rows; row: cells; imprint
 *   and head: their parts
 *
 * A piece of a document. A block belongs to its #SdBlocks.
 */
typedef struct
{
  SdBlockKind kind;
  char *key;
  char *label;
  char *description;
  char *source;
  guint level;
  SdAlign align;
  double width;
  guint columns;
  gboolean landscape;
  gboolean turns;
  gboolean header;
  gboolean total;
  gboolean sealed;
  gboolean annexes;
  gboolean has_value;
  double value;
  GPtrArray *inlines;
  GPtrArray *children;
} SdBlock;

SdBlock  *sd_block_new        (SdBlockKind    kind);
void      sd_block_free       (SdBlock       *self);
SdInline *sd_block_add_inline (SdBlock       *self,
                               const char    *text,
                               const char    *ref);
char     *sd_block_get_text   (const SdBlock *self);
gboolean  sd_block_is_blank   (const SdBlock *self);
gboolean  sd_block_has_gap    (const SdBlock *self,
                               const SdBlock *previous);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdBlock, sd_block_free)

G_END_DECLS
