/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "block.h"
#include "error.h"

G_BEGIN_DECLS

/**
 * SdPage:
 *
 * A page in millimetres; sanding-page.xsd says what each number means.
 */
typedef struct
{
  double width, height;
  double top, bottom, left, right;
  double lift;
} SdPage;

/**
 * SdPageFont:
 * @id: name within the page style
 * @generic: "roman", "script" or "swiss"
 * @families: the official name first, in the spellings it is known by, then stand-ins
 * @n_official: how many of them are the official typeface
 *
 * A typeface.
 */
typedef struct
{
  char *id;
  char *generic;
  GStrv families;
  guint n_official;
} SdPageFont;

/**
 * SdTextStyle:
 * @id: name within the page style
 * @label: name that users see
 * @parent: (nullable): the style it is derived from
 * @font: typeface
 * @size: in points
 * @tracking: added to each character's width, in points
 * @line: height of a line, in points
 * @align: how lines are set
 * @first: indent of the first line beside the others, in characters
 * @left: indent of all lines, in characters
 * @right: the same on the right
 * @blank_before: blank lines above
 * @blank_after: blank lines below
 * @color: (nullable): of its text and of a rule below it, as #rrggbb
 * @above: room above it, in millimetres
 * @rule: thickness of a rule below it, in points; 0 for none
 * @keep: stays with what follows
 * @level: outline level, 0 if it is no heading
 *
 * How a kind of paragraph looks; everything inherited is filled in.
 */
typedef struct _SdTextStyle SdTextStyle;
struct _SdTextStyle
{
  char *id;
  char *label;
  const SdTextStyle *parent;
  const SdPageFont *font;
  double size;
  double tracking;
  double line;
  SdAlign align;
  double first, left, right;
  guint blank_before, blank_after;
  char *color;
  double above;
  double rule;
  gboolean keep;
  guint level;
};

/**
 * SdPageStyle:
 *
 * How documents look: page, fonts, styles of paragraphs. One for all writers.
 */
#define SD_TYPE_PAGE_STYLE (sd_page_style_get_type ())
typedef struct _SdPageStyle SdPageStyle;

struct _SdPageStyle
{
  /*< private >*/
  gatomicrefcount references;

  /*< public >*/
  SdPage page;
  SdPage landscape;
  char *number_before, *number_after;
  double number_gap, number_height;
  GPtrArray *fonts;  /* of SdPageFont */
  GPtrArray *styles; /* of SdTextStyle, parents first */
};

GType              sd_page_style_get_type  (void);
SdPageStyle       *sd_page_style_load      (GFile         *file,
                                            GError       **error);
SdPageStyle       *sd_page_style_ref       (SdPageStyle   *self);
void               sd_page_style_unref     (SdPageStyle   *self);
const SdTextStyle *sd_page_style_get_style (SdPageStyle   *self,
                                            const char    *id);
void               sd_page_style_fit       (SdPageStyle   *self,
                                            gboolean       landscape,
                                            double        *width,
                                            double        *height);
double             sd_text_style_get_pitch (const SdTextStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdPageStyle, sd_page_style_unref)

G_END_DECLS
