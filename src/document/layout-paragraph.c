/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-text-private.h"

/* Text is shaped once, as a whole; then lines are cut from it. The width of a character is that of
 * its glyphs and what the style adds to it. */

/* A stretch of text in one typeface, or of one field. */
typedef struct
{
  gsize start, end; /* bytes */
  const SdPageFont *font;
  const char *ref;
  gboolean missing;
} Piece;

typedef struct
{
  gsize start; /* byte */
  gunichar c;
  double width;
} Character;

typedef struct
{
  guint start, end; /* characters; blanks at the end are left out */
  double width;
  gboolean is_last;
} Line;

struct _SdParagraph
{
  SdLayoutFonts *fonts;
  const SdTextStyle *style;
  const char *key;
  double size;
  double first; /* indent of the first line beside the others */
  double room;
  GString *text;
  GArray *pieces;     /* of Piece */
  GArray *characters; /* of Character */
  GPtrArray *items;   /* of PangoGlyphItem */
  GArray *lines;      /* of Line */
};

static void
glyph_item_free (PangoGlyphItem *item)
{
  pango_glyph_item_free (item);
}

/* @key belongs to the block. */
SdParagraph *
sd_paragraph_new (SdLayoutFonts *fonts, const SdTextStyle *style, const char *key)
{
  SdParagraph *self = g_new0 (SdParagraph, 1);

  self->fonts = fonts;
  self->style = style;
  self->key = key;
  self->size = style->size;
  self->text = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->characters = g_array_new (FALSE, FALSE, sizeof (Character));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) glyph_item_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));

  return self;
}

void
sd_paragraph_free (SdParagraph *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->pieces);
  g_array_unref (self->characters);
  g_ptr_array_unref (self->items);
  g_array_unref (self->lines);
  g_free (self);
}

/* Another size than that of the style, for text that has to fit on one line. */
void
sd_paragraph_set_size (SdParagraph *self, double size)
{
  self->size = size;
}

/* @font is that of the style where it is NULL; @ref belongs to the block. */
void
sd_paragraph_add (
    SdParagraph *self, const char *text, const SdPageFont *font, const char *ref, gboolean missing)
{
  Piece piece = { .start = self->text->len, .ref = ref, .missing = missing };

  g_string_append (self->text, text);
  piece.end = self->text->len;
  piece.font = font != NULL ? font : self->style->font;
  if (piece.end > piece.start)
    g_array_append_val (self->pieces, piece);
}

void
sd_paragraph_add_inlines (SdParagraph *self, const SdBlock *block)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      sd_paragraph_add (self, piece->text, NULL, piece->ref, piece->missing);
    }
}

/* Characters keep their own widths, as in the text that a word processor gets. */
static PangoAttrList *
make_attributes (SdParagraph *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("kern=0, liga=0, clig=0"));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      PangoFontDescription *font = sd_layout_fonts_describe (self->fonts, piece->font, self->size);
      PangoAttribute *attribute = pango_attr_font_desc_new (font);

      attribute->start_index = (guint) piece->start;
      attribute->end_index = (guint) piece->end;
      pango_attr_list_insert (attributes, attribute);
      pango_font_description_free (font);
    }

  return attributes;
}

/* Widths of the characters of an item; those of a cluster share its width. */
static void
measure_item (SdParagraph *self, PangoGlyphItem *item)
{
  const int n = item->item->num_chars;
  g_autofree int *widths = g_new (int, n);
  const char *at = self->text->str + item->item->offset;

  pango_glyph_item_get_logical_widths (item, self->text->str, widths);
  for (int i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      Character character = { .start = (gsize) (at - self->text->str), .c = g_utf8_get_char (at) };

      character.width = widths[i] / (double) PANGO_SCALE + self->style->tracking;
      g_array_append_val (self->characters, character);
    }
}

/* Dashes, quotation marks and blanks belong to the writing before them. */
static gboolean
is_neutral (gunichar c)
{
  return g_unichar_isspace (c) || (c >= 0x2010 && c <= 0x2027);
}

/* Word processors set Chinese and other writing in stretches of their own, and the tracking is
 * between the characters of one. */
static void
part_scripts (SdParagraph *self)
{
  gboolean chinese = TRUE;

  for (guint i = 0; i < self->characters->len; i++)
    {
      const gunichar c = g_array_index (self->characters, Character, i).c;
      const gboolean was_chinese = chinese;

      chinese = is_neutral (c) ? was_chinese : g_unichar_iswide_cjk (c);
      if (i > 0 && chinese != was_chinese)
        g_array_index (self->characters, Character, i - 1).width -= self->style->tracking;
    }
}

static void
shape (SdParagraph *self)
{
  PangoAttrList *attributes = make_attributes (self);
  GList *items = pango_itemize (sd_layout_fonts_get_context (self->fonts), self->text->str, 0,
                                (int) self->text->len, attributes, NULL);

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = g_slice_new0 (PangoGlyphItem);

      item->item = l->data;
      item->glyphs = pango_glyph_string_new ();
      pango_shape_full (self->text->str + item->item->offset, item->item->length, self->text->str,
                        (int) self->text->len, &item->item->analysis, item->glyphs);
      g_ptr_array_add (self->items, item);
      measure_item (self, item);
    }
  part_scripts (self);
  g_list_free (items);
  pango_attr_list_unref (attributes);
}

static const Character *
character_at (SdParagraph *self, guint i)
{
  return &g_array_index (self->characters, Character, i);
}

/* How far a line that begins at @start goes: the last place before @room is full where it may end,
 * or, in a word that is longer than a line, where it is full. */
static guint
find_end (SdParagraph *self, guint start, double room)
{
  double width = 0;
  guint end = 0;

  for (guint i = start; i < self->characters->len; i++)
    {
      const Character *character = character_at (self, i);

      if (i > start && sd_line_may_break (character_at (self, i - 1)->c, character->c))
        end = i;
      width += character->width;
      if (width - self->style->tracking > room + 0.01 && !g_unichar_isspace (character->c) &&
          i > start)
        return end > start ? end : i;
    }

  return self->characters->len;
}

static void
add_line (SdParagraph *self, guint start, guint end)
{
  Line line = { .start = start, .end = end, .is_last = end == self->characters->len };

  while (line.end > start && g_unichar_isspace (character_at (self, line.end - 1)->c))
    line.end--;
  for (guint i = start; i < line.end; i++)
    line.width += character_at (self, i)->width;
  g_array_append_val (self->lines, line);
}

/* Breaks the text into lines @width points wide, the first one @first shorter. An empty paragraph
 * has one empty line. */
void
sd_paragraph_break (SdParagraph *self, double width, double first)
{
  guint start = 0;

  if (self->items->len == 0 && self->text->len > 0)
    shape (self);
  self->first = first;
  self->room = width;
  g_array_set_size (self->lines, 0);
  do
    {
      guint end = find_end (self, start, width - (start == 0 ? first : 0));

      add_line (self, start, end);
      start = end;
      while (start < self->characters->len && g_unichar_isspace (character_at (self, start)->c))
        start++;
    }
  while (start < self->characters->len);
}

guint
sd_paragraph_get_n_lines (SdParagraph *self)
{
  return self->lines->len;
}

/* Width of the widest line, without the indent. */
double
sd_paragraph_get_width (SdParagraph *self)
{
  double width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, Line, i).width);

  return width;
}

/* What each gap that may grow gets so that the line fills its room. */
static double
widen (SdParagraph *self, const Line *line, double room)
{
  guint n = 0;

  for (guint i = line->start + 1; i < line->end; i++)
    n += sd_line_may_widen (character_at (self, i - 1)->c, character_at (self, i)->c);

  return n > 0 ? MAX (room - line->width, 0) / n : 0;
}

static const Piece *
piece_at (SdParagraph *self, gsize byte)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (byte >= piece->start && byte < piece->end)
        return piece;
    }

  return NULL;
}

static SdGlyphRun *
add_run (SdParagraph *self, SdLayoutLine *line, PangoFont *font, const Piece *piece, double x)
{
  SdGlyphRun *run = g_new0 (SdGlyphRun, 1);

  run->font =
      cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  run->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  run->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  run->text = g_string_new (NULL);
  run->missing = piece->missing;
  run->rect = (SdRect){ x, line->rect.y, 0, line->rect.height };
  if (self->style->color != NULL)
    run->color = (guint32) g_ascii_strtoull (self->style->color + 1, NULL, 16);
  g_ptr_array_add (line->runs, run);

  return run;
}

static void
add_field (SdLayoutLine *line, const char *ref, double x, double width)
{
  SdLayoutField field = { ref, x, width };
  SdLayoutField *last = line->fields->len > 0
                            ? &g_array_index (line->fields, SdLayoutField, line->fields->len - 1)
                            : NULL;

  if (last != NULL && last->ref == ref)
    last->width = x + width - last->x;
  else
    g_array_append_val (line->fields, field);
}

static void
add_missing (SdLayoutLine *line, const char *text, int length)
{
  g_autofree char *before = line->missing;

  line->missing = g_strdup_printf ("%s%.*s", before != NULL ? before : "", length, text);
}

/* Adds the glyphs of a cluster to a run, each in its place. */
static void
add_cluster (SdGlyphRun *run,
             PangoGlyphItem *item,
             const PangoGlyphItemIter *at,
             double x,
             SdLayoutLine *line)
{
  cairo_text_cluster_t cluster = { .num_bytes = at->end_index - at->start_index };
  const char *text = at->text + at->start_index;

  for (int i = at->start_glyph; i < at->end_glyph; i++)
    {
      const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
      cairo_glyph_t glyph = { .x = x + info->geometry.x_offset / (double) PANGO_SCALE,
                              .y =
                                  line->baseline + info->geometry.y_offset / (double) PANGO_SCALE };

      x += info->geometry.width / (double) PANGO_SCALE;
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          add_missing (line, text, cluster.num_bytes);
          glyph.index = 0; /* the box of the font */
        }
      else
        {
          glyph.index = info->glyph;
        }
      cluster.num_glyphs++;
      g_array_append_val (run->glyphs, glyph);
    }

  g_string_append_len (run->text, text, cluster.num_bytes);
  g_array_append_val (run->clusters, cluster);
}

/* Where each character of a line begins, and after the last where it ends. */
static double *
place_characters (SdParagraph *self, const Line *line, double x, double extra)
{
  double *places = g_new (double, line->end - line->start + 1);

  for (guint i = line->start; i < line->end; i++)
    {
      if (i > line->start &&
          sd_line_may_widen (character_at (self, i - 1)->c, character_at (self, i)->c))
        x += extra;
      places[i - line->start] = x;
      x += character_at (self, i)->width;
    }
  places[line->end - line->start] = x;

  return places;
}

static void
add_item (SdParagraph *self,
          SdLayoutLine *made,
          const Line *line,
          PangoGlyphItem *item,
          guint first_character,
          const double *places)
{
  PangoGlyphItemIter at;
  SdGlyphRun *run = NULL;
  const Piece *last = NULL;

  for (gboolean more = pango_glyph_item_iter_init_start (&at, item, self->text->str); more;
       more = pango_glyph_item_iter_next_cluster (&at))
    {
      const guint start = first_character + (guint) at.start_char;
      const guint end = first_character + (guint) at.end_char;
      const Piece *piece;
      double x, width;

      if (start < line->start || start >= line->end)
        continue;
      piece = piece_at (self, (gsize) at.start_index);
      x = places[start - line->start];
      width = places[MIN (end, line->end) - line->start] - x;
      if (run == NULL || piece != last)
        run = add_run (self, made, item->item->analysis.font, piece, x);
      last = piece;
      add_cluster (run, item, &at, x, made);
      run->rect.width = x + width - run->rect.x;
      if (piece->ref != NULL)
        add_field (made, piece->ref, x, width);
    }
}

static double
shift_of (SdAlign align, double room, double width)
{
  if (align == SD_ALIGN_CENTER)
    return (room - width) / 2;

  return align == SD_ALIGN_END ? room - width : 0;
}

static char *
text_of (SdParagraph *self, const Line *line)
{
  const guint n = line->end - line->start;
  const char *from = n > 0 ? self->text->str + character_at (self, line->start)->start : "";

  return g_strndup (from, (gsize) (g_utf8_offset_to_pointer (from, n) - from));
}

/* The nth line, in room that begins at @x and @y and is @height high. */
SdLayoutLine *
sd_paragraph_make_line (
    SdParagraph *self, guint n, double x, double y, double height, SdAlign align)
{
  const Line *line = &g_array_index (self->lines, Line, n);
  const double room = self->room - (n == 0 ? self->first : 0);
  const double width = MAX (line->width - self->style->tracking, 0);
  const double extra = align == SD_ALIGN_JUSTIFY && !line->is_last ? widen (self, line, room) : 0;
  SdLayoutLine *made = sd_layout_line_new ();
  g_autofree double *places = NULL;
  guint character = 0;

  x += n == 0 ? self->first : 0;
  x += shift_of (align, room, width);
  made->key = self->key;
  made->size = self->size;
  made->family = sd_layout_fonts_get_family (self->fonts, self->style->font);
  made->rect = (SdRect){ x, y, extra > 0 ? room : width, height };
  made->text = text_of (self, line);
  made->baseline = y + SD_BASELINE * height;
  places = place_characters (self, line, x, extra);
  for (guint i = 0; i < self->items->len; i++)
    {
      PangoGlyphItem *item = self->items->pdata[i];
      const guint next = character + (guint) item->item->num_chars;

      if (character < line->end && next > line->start)
        add_item (self, made, line, item, character, places);
      character = next;
    }

  return made;
}
