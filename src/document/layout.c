/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

#include <glib/gi18n-lib.h>

struct _SdLayout
{
  gatomicrefcount references;
  SdBlocks *blocks;
  GPtrArray *pages; /* of SdLayoutPage */
  GStrv stand_ins;
  char *missing;
};

G_DEFINE_BOXED_TYPE (SdLayout, sd_layout, sd_layout_ref, sd_layout_unref)

void
sd_glyph_run_free (SdGlyphRun *self)
{
  cairo_scaled_font_destroy (self->font);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_string_free (self->text, TRUE);
  g_free (self);
}

SdLayoutLine *
sd_layout_line_new (void)
{
  SdLayoutLine *self = g_new0 (SdLayoutLine, 1);

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_glyph_run_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (SdLayoutField));

  return self;
}

void
sd_layout_line_free (SdLayoutLine *self)
{
  g_ptr_array_unref (self->runs);
  g_array_unref (self->fields);
  g_free (self->missing);
  g_free (self->text);
  g_free (self);
}

static void
page_free (SdLayoutPage *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->rules);
  g_array_unref (self->pictures);
  g_array_unref (self->regions);
  g_clear_pointer (&self->number, sd_layout_line_free);
  g_free (self);
}

/* Each character once, in the order in which they come. */
static char *
collect_missing (GPtrArray *pages)
{
  g_autoptr (GString) once = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const SdLayoutPage *page = pages->pdata[i];

      for (guint j = 0; j < page->lines->len; j++)
        {
          const char *missing = ((const SdLayoutLine *) page->lines->pdata[j])->missing;

          for (const char *c = missing; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
            if (g_utf8_strchr (once->str, -1, g_utf8_get_char (c)) == NULL)
              g_string_append_unichar (once, g_utf8_get_char (c));
        }
    }

  return g_strdup (once->str);
}

/**
 * sd_layout_new:
 * @blocks: a document, which is not changed any more
 * @error: return location for a #SdDocumentError
 *
 * Lays a document out on pages by its page style. It may be called on any thread. It takes about a
 * millisecond a page.
 *
 * Returns: (transfer full): the pages
 */
SdLayout *
sd_layout_new (SdBlocks *blocks, GError **error)
{
  SdPageStyle *style = sd_blocks_get_page_style (blocks);
  g_autoptr (SdLayoutFonts) fonts = sd_layout_fonts_new (style);
  g_autoptr (SdLayout) self = g_new0 (SdLayout, 1);
  SdFlow flow = { .blocks = blocks, .style = style, .fonts = fonts };
  GError *problem = NULL;

  g_atomic_ref_count_init (&self->references);
  self->blocks = g_object_ref (blocks);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  flow.pages = self->pages;
  sd_flow_write (&flow, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (self->pages->len == 0)
    sd_flow_begin_page (&flow, SD_PAGE_TEXT);
  sd_flow_write_numbers (&flow);
  self->stand_ins = sd_layout_fonts_list_stand_ins (fonts);
  self->missing = collect_missing (self->pages);

  return g_steal_pointer (&self);
}

/**
 * sd_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self
 */
SdLayout *
sd_layout_ref (SdLayout *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * sd_layout_unref:
 * @self: (nullable) (transfer full): a layout
 */
void
sd_layout_unref (SdLayout *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->blocks);
  g_strfreev (self->stand_ins);
  g_free (self->missing);
  g_free (self);
}

/**
 * sd_layout_get_blocks:
 * @self: a layout
 *
 * Returns: (transfer none): the document that it shows
 */
SdBlocks *
sd_layout_get_blocks (SdLayout *self)
{
  return self->blocks;
}

/**
 * sd_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages there are, at least one
 */
guint
sd_layout_get_n_pages (SdLayout *self)
{
  return self->pages->len;
}

/**
 * sd_layout_get_page_size:
 * @self: a layout
 * @page: number of a page, from 0
 * @width: (out): its width in points
 * @height: (out): its height in points
 */
void
sd_layout_get_page_size (SdLayout *self, guint page, double *width, double *height)
{
  const SdLayoutPage *at = self->pages->pdata[page];

  *width = at->width;
  *height = at->height;
}

/**
 * sd_layout_get_lines:
 * @self: a layout
 * @page: number of a page, from 0
 *
 * Returns: (transfer none) (element-type SdLayoutLine): its lines from top to bottom, those of a
 *   row of a table cell by cell; without the page's number
 */
GPtrArray *
sd_layout_get_lines (SdLayout *self, guint page)
{
  return ((SdLayoutPage *) self->pages->pdata[page])->lines;
}

/**
 * sd_layout_get_stand_ins:
 * @self: a layout
 *
 * Lines may break elsewhere where another typeface is used than the official one.
 *
 * Returns: (transfer none) (array zero-terminated=1): for each official typeface that this computer
 *   lacks, its name and that of the one that is used
 */
const char *const *
sd_layout_get_stand_ins (SdLayout *self)
{
  return (const char *const *) self->stand_ins;
}

/**
 * sd_layout_get_missing:
 * @self: a layout
 *
 * Returns: (transfer none): the characters for which no typeface of this computer has a shape, each
 *   once; they are printed as boxes
 */
const char *
sd_layout_get_missing (SdLayout *self)
{
  return self->missing;
}

/**
 * sd_layout_paint:
 * @self: a layout
 * @page: number of a page, from 0
 * @cr: where to, one unit being a point; the page's paper is not painted
 */
void
sd_layout_paint (SdLayout *self, guint page, cairo_t *cr)
{
  sd_layout_page_paint (self->pages->pdata[page], cr);
}

const SdLayoutPage *
sd_layout_peek_page (SdLayout *self, guint page)
{
  return self->pages->pdata[page];
}

/**
 * sd_layout_list_missing:
 * @self: a layout
 *
 * Returns: (transfer full): for each line with characters of sd_layout_get_missing(): which ones,
 *   and where it stands
 */
GStrv
sd_layout_list_missing (SdLayout *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *lines = ((const SdLayoutPage *) self->pages->pdata[i])->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          const SdLayoutLine *line = lines->pdata[j];
          g_autofree char *place = NULL;

          if (line->missing == NULL || *line->missing == '\0')
            continue;
          /* Translators: characters, the number of a page, and the line there with them. */
          place = g_strdup_printf (_ ("%s on page %u: “%s”"), line->missing, i + 1, line->text);
          g_strv_builder_add (builder, place);
        }
    }

  return g_strv_builder_end (builder);
}

static char *
describe_stand_ins (GStrv stand_ins)
{
  g_autofree char *names = g_strjoinv (_ ("; "), stand_ins);

  if (*names == '\0')
    return NULL;

  return g_strdup_printf (_ ("This computer lacks typefaces of official documents, and others "
                             "stand in for them (%s). Where the official ones are installed, "
                             "a page may hold more or fewer lines."),
                          names);
}

/**
 * sd_layout_describe_stand_ins:
 * @self: a layout
 *
 * Returns: (transfer full) (nullable): a sentence for the user about the typefaces that stand in
 * for official ones; %NULL where the official ones are there
 */
char *
sd_layout_describe_stand_ins (SdLayout *self)
{
  return describe_stand_ins (self->stand_ins);
}

/**
 * sd_layout_describe_stand_ins_of:
 * @blocks: a document that is not laid out here but by a word processor
 *
 * Returns: (transfer full) (nullable): what sd_layout_describe_stand_ins() says of its pages
 */
char *
sd_layout_describe_stand_ins_of (SdBlocks *blocks)
{
  g_autoptr (SdLayoutFonts) fonts = sd_layout_fonts_new (sd_blocks_get_page_style (blocks));
  g_auto (GStrv) stand_ins = sd_layout_fonts_list_stand_ins (fonts);

  return describe_stand_ins (stand_ins);
}

/**
 * sd_layout_list_problems:
 * @self: a layout
 *
 * Returns: (transfer full): sentences for the user about what is printed otherwise than it should:
 *   typefaces that this computer lacks, characters that none of its typefaces has
 */
GStrv
sd_layout_list_problems (SdLayout *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *fonts = sd_layout_describe_stand_ins (self);
  g_autofree char *characters = NULL;

  if (fonts != NULL)
    g_strv_builder_add (builder, fonts);
  if (*self->missing != '\0')
    {
      characters = g_strdup_printf (_ ("No typeface of this computer has these characters, which "
                                       "are printed as boxes: %s"),
                                    self->missing);
      g_strv_builder_add (builder, characters);
    }

  return g_strv_builder_end (builder);
}
