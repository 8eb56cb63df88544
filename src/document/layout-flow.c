/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

/* Pages, and lines put onto them from top to bottom. */

/* Less than this over the edge comes from counting in points and millimetres. */
#define TOLERANCE 0.5

static gboolean
is_odd (guint n_pages)
{
  return n_pages % 2 == 1;
}

/* Upright pages are bound on the left, printed on both sides: an even page is a mirror of an odd
 * one. A page that lies is bound at its top, if it is odd, else at its foot (8). */
static void
set_margins (SdFlow *flow)
{
  const gboolean lies = flow->kind == SD_PAGE_LANDSCAPE;
  const SdPage *page = lies ? &flow->style->landscape : &flow->style->page;
  const gboolean odd = is_odd (flow->pages->len);
  const double lift = flow->kind == SD_PAGE_TEXT ? page->lift : 0;
  double left = page->left, top = page->top, bottom = page->bottom;

  if (!odd && lies)
    {
      top = page->bottom;
      bottom = page->top;
    }
  else if (!odd)
    {
      left = page->right;
    }

  flow->left = left * SD_POINTS_A_MM;
  flow->width = (page->width - page->left - page->right) * SD_POINTS_A_MM;
  flow->top = (top - lift) * SD_POINTS_A_MM;
  flow->bottom = (page->height - bottom) * SD_POINTS_A_MM;
  flow->page->width = page->width * SD_POINTS_A_MM;
  flow->page->height = page->height * SD_POINTS_A_MM;
}

void
sd_flow_begin_page (SdFlow *flow, SdPageKind kind)
{
  SdLayoutPage *page = g_new0 (SdLayoutPage, 1);

  page->kind = kind;
  page->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_layout_line_free);
  page->rules = g_array_new (FALSE, FALSE, sizeof (SdRule));
  page->pictures = g_array_new (FALSE, FALSE, sizeof (SdPagePicture));
  page->regions = g_array_new (FALSE, FALSE, sizeof (SdRegion));
  g_ptr_array_add (flow->pages, page);
  flow->page = page;
  flow->kind = kind;
  flow->page_break = FALSE;
  set_margins (flow);
  flow->y = flow->top;
}

/* Begins a page where there is no room for @height points, unless the page is empty. */
void
sd_flow_need (SdFlow *flow, double height)
{
  if (flow->page_break ||
      (flow->y + height > flow->bottom + TOLERANCE && flow->y > flow->top + TOLERANCE))
    sd_flow_begin_page (flow, flow->kind);
}

void
sd_flow_blank (SdFlow *flow, guint n)
{
  const double line = sd_page_style_get_style (flow->style, "Blank")->line;

  for (guint i = 0; i < n; i++)
    {
      sd_flow_need (flow, line);
      flow->y += line;
    }
}

/* A paragraph of a style, as wide as the text; its text is still to be added. */
SdSetting
sd_flow_set (SdFlow *flow, const char *style, const char *key)
{
  const SdTextStyle *text = sd_page_style_get_style (flow->style, style);
  const double pitch = sd_text_style_get_pitch (text);

  return (SdSetting){
    .paragraph = sd_paragraph_new (flow->fonts, text, key),
    .x = text->left * pitch,
    .width = flow->width - (text->left + text->right) * pitch,
    .first = text->first * pitch,
    .line = text->line,
    .align = text->align,
  };
}

void
sd_setting_clear (SdSetting *setting)
{
  g_clear_pointer (&setting->paragraph, sd_paragraph_free);
}

void
sd_flow_break (SdSetting *setting)
{
  sd_paragraph_break (setting->paragraph, setting->width, setting->first);
}

/* Puts the lines onto pages; a page begins where one is full. */
void
sd_flow_place (SdFlow *flow, SdSetting *setting)
{
  sd_flow_break (setting);
  for (guint i = 0; i < sd_paragraph_get_n_lines (setting->paragraph); i++)
    {
      SdLayoutLine *line;

      sd_flow_need (flow, setting->line);
      line = sd_paragraph_make_line (setting->paragraph, i, flow->left + setting->x, flow->y,
                                     setting->line, setting->align);
      g_ptr_array_add (flow->page->lines, line);
      flow->y += setting->line;
    }
}

void
sd_flow_add_rule (SdFlow *flow, double x, double y, double width, double height, guint32 color)
{
  SdRule rule = { { x, y, width, height }, color };

  g_array_append_val (flow->page->rules, rule);
}
