/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

struct _SdLayout
{
  gatomicrefcount references;
  SdBlocks *blocks;
  GPtrArray *pages; /* of SdLayoutPage */
  GStrv stand_ins;
  char *missing;
};

G_DEFINE_BOXED_TYPE (SdLayout, sd_layout, sd_layout_ref, sd_layout_unref)

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
without_repeats (const char *characters)
{
  g_autoptr (GString) once = g_string_new (NULL);

  for (const char *c = characters; *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_strchr (once->str, -1, g_utf8_get_char (c)) == NULL)
      g_string_append_unichar (once, g_utf8_get_char (c));

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
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (SdLayout) self = g_new0 (SdLayout, 1);
  SdFlow flow = { .blocks = blocks, .style = style, .fonts = fonts, .missing = missing };
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
  self->missing = without_repeats (missing->str);

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

static gboolean
contains (const SdRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static gboolean
pick_line (const SdLayoutLine *line, double x, double y, SdLayoutSpot *spot)
{
  if (!contains (&line->rect, x, y))
    return FALSE;

  spot->key = line->key;
  spot->rect = line->rect;
  spot->ref = NULL;
  for (guint i = 0; i < line->fields->len; i++)
    {
      const SdLayoutField *field = &g_array_index (line->fields, SdLayoutField, i);

      if (x < field->x || x >= field->x + field->width)
        continue;
      spot->ref = field->ref;
      spot->rect.x = field->x;
      spot->rect.width = field->width;
    }

  return TRUE;
}

/**
 * sd_layout_pick:
 * @self: a layout
 * @page: number of a page, from 0
 * @x: points from its left edge
 * @y: points from its upper edge
 * @spot: (out caller-allocates): what is there
 *
 * Returns: whether anything is printed there
 */
gboolean
sd_layout_pick (SdLayout *self, guint page, double x, double y, SdLayoutSpot *spot)
{
  const SdLayoutPage *at = self->pages->pdata[page];

  *spot = (SdLayoutSpot){ .page = page };
  for (guint i = 0; i < at->lines->len; i++)
    if (pick_line (at->lines->pdata[i], x, y, spot))
      return TRUE;
  for (guint i = 0; i < at->regions->len; i++)
    {
      const SdRegion *region = &g_array_index (at->regions, SdRegion, i);

      if (!contains (&region->rect, x, y))
        continue;
      spot->rect = region->rect;
      spot->key = region->key;
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_on_line (const SdLayoutLine *line, const char *key, const char *ref, SdLayoutSpot *spot)
{
  if (key != NULL && g_strcmp0 (line->key, key) != 0)
    return FALSE;
  spot->key = line->key;
  spot->rect = line->rect;
  if (ref == NULL)
    return TRUE;

  for (guint i = 0; i < line->fields->len; i++)
    {
      const SdLayoutField *field = &g_array_index (line->fields, SdLayoutField, i);

      if (g_strcmp0 (field->ref, ref) != 0)
        continue;
      spot->ref = field->ref;
      spot->rect.x = field->x;
      spot->rect.width = field->width;
      return TRUE;
    }

  return FALSE;
}

/**
 * sd_layout_find:
 * @self: a layout
 * @key: (nullable): key of a block or of a row of a table; %NULL for any
 * @ref: (nullable): what a field refers to; %NULL for the block itself
 * @spot: (out caller-allocates): where it is
 *
 * Returns: whether it is printed; @spot is the first place
 */
gboolean
sd_layout_find (SdLayout *self, const char *key, const char *ref, SdLayoutSpot *spot)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      const SdLayoutPage *at = self->pages->pdata[page];

      *spot = (SdLayoutSpot){ .page = page };
      for (guint i = 0; ref == NULL && key != NULL && i < at->regions->len; i++)
        {
          const SdRegion *region = &g_array_index (at->regions, SdRegion, i);

          if (g_strcmp0 (region->key, key) != 0)
            continue;
          spot->key = region->key;
          spot->rect = region->rect;
          return TRUE;
        }
      for (guint i = 0; i < at->lines->len; i++)
        if (find_on_line (at->lines->pdata[i], key, ref, spot))
          return TRUE;
    }

  return FALSE;
}
