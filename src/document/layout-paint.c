/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

#define MISSING 0xffff00

static void
set_color (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
}

static void
fill (cairo_t *cr, const SdRect *rect, guint32 color)
{
  set_color (cr, color);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

/* With its characters, so that a PDF can be searched and copied from. */
static void
paint_run (cairo_t *cr, const SdGlyphRun *run)
{
  if (run->missing)
    fill (cr, &run->rect, MISSING);
  set_color (cr, run->color);
  cairo_set_scaled_font (cr, run->font);
  cairo_show_text_glyphs (cr, run->text->str, (int) run->text->len,
                          (const cairo_glyph_t *) run->glyphs->data, (int) run->glyphs->len,
                          (const cairo_text_cluster_t *) run->clusters->data,
                          (int) run->clusters->len, 0);
}

static void
paint_line (cairo_t *cr, const SdLayoutLine *line)
{
  for (guint i = 0; i < line->runs->len; i++)
    paint_run (cr, line->runs->pdata[i]);
}

/* Bound with the upright pages, a page that lies shows its right edge where they have their head
 * (8): its number is painted as on an upright page that is turned with it. */
static void
paint_number (cairo_t *cr, const SdLayoutPage *page)
{
  cairo_save (cr);
  if (page->kind == SD_PAGE_LANDSCAPE)
    {
      cairo_translate (cr, page->width, 0);
      cairo_rotate (cr, G_PI / 2);
    }
  paint_line (cr, page->number);
  cairo_restore (cr);
}

void
sd_layout_page_paint (const SdLayoutPage *page, cairo_t *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < page->pictures->len; i++)
    {
      const SdPagePicture *picture = &g_array_index (page->pictures, SdPagePicture, i);

      cairo_save (cr);
      cairo_translate (cr, picture->rect.x, picture->rect.y);
      sd_plan_picture_draw (picture->picture, cr, picture->rect.width, picture->rect.height);
      cairo_restore (cr);
    }
  for (guint i = 0; i < page->rules->len; i++)
    {
      const SdRule *rule = &g_array_index (page->rules, SdRule, i);

      fill (cr, &rule->rect, rule->color);
    }
  for (guint i = 0; i < page->lines->len; i++)
    paint_line (cr, page->lines->pdata[i]);
  if (page->number != NULL)
    paint_number (cr, page);
  cairo_restore (cr);
}
