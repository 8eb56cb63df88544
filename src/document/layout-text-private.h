/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "layout.h"

G_BEGIN_DECLS

/* Typefaces, layout-fonts.c: which of the families of a page style there are. */
typedef struct _SdLayoutFonts SdLayoutFonts;

SdLayoutFonts        *sd_layout_fonts_new           (SdPageStyle         *style);
void                  sd_layout_fonts_free          (SdLayoutFonts       *self);
PangoContext         *sd_layout_fonts_get_context   (SdLayoutFonts       *self);
const char           *sd_layout_fonts_get_family    (SdLayoutFonts       *self,
                                                     const SdPageFont    *font);
PangoFontDescription *sd_layout_fonts_describe      (SdLayoutFonts       *self,
                                                     const SdPageFont    *font,
                                                     double               size);
GStrv                 sd_layout_fonts_list_stand_ins (SdLayoutFonts      *self);

/* Where characters stand on a line of fixed height, from its top: as in word processors, the last
 * fifth of it is below them, whatever the typeface. */
#define SD_BASELINE 0.8

/* Breaking, line-break.c: where a line of Chinese may end. */
gboolean sd_line_may_break (gunichar before,
                            gunichar after);
gboolean sd_line_may_widen (gunichar before,
                            gunichar after);

/* A run of glyphs of one font, placed on the page. */
typedef struct
{
  cairo_scaled_font_t *font;
  GArray *glyphs;   /* of cairo_glyph_t */
  GArray *clusters; /* of cairo_text_cluster_t */
  GString *text;
  gboolean missing; /* text that could not be filled in */
  SdRect rect;
  guint32 color; /* 0xrrggbb */
} SdGlyphRun;

/* A field on a line. */
typedef struct
{
  const char *ref;
  double x, width;
} SdLayoutField;

void          sd_glyph_run_free    (SdGlyphRun   *self);
SdLayoutLine *sd_layout_line_new   (void);
void          sd_layout_line_free  (SdLayoutLine *self);

/* A paragraph, layout-paragraph.c: text in pieces, shaped, then broken into lines. */
typedef struct _SdParagraph SdParagraph;

SdParagraph  *sd_paragraph_new         (SdLayoutFonts     *fonts,
                                        const SdTextStyle *style,
                                        const char        *key);
void          sd_paragraph_free        (SdParagraph       *self);
void          sd_paragraph_set_size    (SdParagraph       *self,
                                        double             size);
void          sd_paragraph_add         (SdParagraph       *self,
                                        const char        *text,
                                        const SdPageFont  *font,
                                        const char        *ref,
                                        gboolean           missing);
void          sd_paragraph_add_inlines (SdParagraph       *self,
                                        const SdBlock     *block);
void          sd_paragraph_break       (SdParagraph       *self,
                                        double             width,
                                        double             first);
guint         sd_paragraph_get_n_lines (SdParagraph       *self);
double        sd_paragraph_get_width   (SdParagraph       *self);
SdLayoutLine *sd_paragraph_make_line   (SdParagraph       *self,
                                        guint              n,
                                        double             x,
                                        double             y,
                                        double             height,
                                        SdAlign            align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdLayoutFonts, sd_layout_fonts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdParagraph, sd_paragraph_free)

G_END_DECLS
