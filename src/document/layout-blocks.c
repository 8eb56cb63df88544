/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"
#include "title.h"

/* Blocks onto pages, in the same order, with the same blank lines and the same rules about what
 * stays together as odf-body.c writes them for a word processor. */

static const char *
style_of (const SdBlock *block)
{
  static const char *const styles[SD_N_BLOCK_KINDS] = {
    [SD_BLOCK_TITLE] = "Title",        [SD_BLOCK_ADDRESSEE] = "Addressee",
    [SD_BLOCK_PARAGRAPH] = "Standard", [SD_BLOCK_SIGNATURE] = "Signature",
    [SD_BLOCK_DATE] = "Date",          [SD_BLOCK_NOTE] = "Note",
    [SD_BLOCK_PICTURE] = "Figure",
  };
  static const char *const headings[] = { "Heading1", "Heading1", "Heading2", "Heading3",
                                          "Heading4" };

  if (block->kind == SD_BLOCK_LIST)
    return block->annexes ? "AnnexList" : "ListItem";
  if (block->kind == SD_BLOCK_HEADING)
    return headings[MIN (block->level, 4)];

  return styles[block->kind];
}

static const SdTextStyle *
text_style_of (SdFlow *flow, const SdBlock *block)
{
  const char *style = style_of (block);

  return style != NULL ? sd_page_style_get_style (flow->style, style) : NULL;
}

/* The lines of a title are as long as its sense makes them. */
static SdSetting
set_title (SdFlow *flow, const char *style, const SdBlock *block)
{
  SdSetting setting = sd_flow_set (flow, style, block->key);
  const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (flow->style, style));
  g_autofree char *text = sd_block_get_text (block);
  const guint most = (guint) (setting.width / pitch);
  const guint fit = sd_title_fit (text, most);

  if (fit < most)
    {
      setting.x += (setting.width - (fit + SD_TITLE_SLACK) * pitch) / 2;
      setting.width = (fit + SD_TITLE_SLACK) * pitch;
    }
  sd_paragraph_add_inlines (setting.paragraph, block);

  return setting;
}

static SdSetting
set_text (SdFlow *flow, const SdBlock *block)
{
  SdSetting setting = { 0 };

  if (block->kind == SD_BLOCK_TITLE)
    return set_title (flow, style_of (block), block);
  setting = sd_flow_set (flow, style_of (block), block->key);

  if (block->kind == SD_BLOCK_HEADING && block->label != NULL)
    sd_paragraph_add (setting.paragraph, block->label, NULL, NULL, FALSE);
  sd_paragraph_add_inlines (setting.paragraph, block);

  return setting;
}

/* Width of a text in a style, on one line. */
static double
measure (SdFlow *flow, const char *style, const char *text, const SdBlock *block)
{
  g_auto (SdSetting) setting = sd_flow_set (flow, style, NULL);

  if (text != NULL)
    sd_paragraph_add (setting.paragraph, text, NULL, NULL, FALSE);
  if (block != NULL)
    sd_paragraph_add_inlines (setting.paragraph, block);
  sd_paragraph_break (setting.paragraph, G_MAXDOUBLE, 0);

  return sd_paragraph_get_width (setting.paragraph);
}

/* An item of a list; of the annexes (7.3.4) the label stands before the first, and turned lines
 * under the first character of the name. */
static SdSetting
set_item (SdFlow *flow, const SdBlock *list, guint position)
{
  const SdBlock *item = list->children->pdata[position];
  const char *style = style_of (list);
  SdSetting setting = sd_flow_set (flow, style, item->key != NULL ? item->key : list->key);
  const char *label = list->label;

  if (list->annexes)
    {
      const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (flow->style, style));
      const double label_width = label != NULL ? measure (flow, style, label, NULL) : 0;
      const double number = item->label != NULL ? measure (flow, style, item->label, NULL) : 0;

      setting.x = 2 * pitch + label_width + number;
      setting.width = flow->width - setting.x;
      setting.first = -number - (position == 0 ? label_width : 0);
    }
  if (position == 0 && label != NULL)
    sd_paragraph_add (setting.paragraph, label, NULL, NULL, FALSE);
  if (item->label != NULL)
    sd_paragraph_add (setting.paragraph, item->label, NULL, NULL, FALSE);
  sd_paragraph_add_inlines (setting.paragraph, item);

  return setting;
}

static double
height_of_setting (SdSetting *setting)
{
  sd_flow_break (setting);
  return sd_paragraph_get_n_lines (setting->paragraph) * setting->line;
}

static double
height_of_items (SdFlow *flow, const SdBlock *list, guint from)
{
  double height = 0;

  for (guint i = from; i < list->children->len; i++)
    {
      g_auto (SdSetting) item = set_item (flow, list, i);

      height += height_of_setting (&item);
    }

  return height;
}

/* Height of a block that stays together. */
static double
height_of (SdFlow *flow, const SdBlock *block)
{
  g_auto (SdSetting) setting = { 0 };

  if (block->kind == SD_BLOCK_LIST)
    return height_of_items (flow, block, 0);

  setting = set_text (flow, block);
  return height_of_setting (&setting);
}

static void
size_of_picture (SdFlow *flow, SdPlanPicture *picture, double *width, double *height)
{
  sd_plan_picture_get_size (picture, width, height);
  sd_page_style_fit (flow->style, flow->kind == SD_PAGE_LANDSCAPE, width, height);
  *width *= SD_POINTS_A_MM;
  *height *= SD_POINTS_A_MM;
}

/* Blank lines around blocks of one style; several in a row are one, such as the lines of a
 * title. */
static guint
blank_before (SdFlow *flow, const SdBlock *block, const SdBlock *previous)
{
  const SdTextStyle *style = text_style_of (flow, block);

  return style == NULL || (previous != NULL && previous->kind == block->kind) ? 0
                                                                              : style->blank_before;
}

static guint
blank_after (SdFlow *flow, const SdBlock *block, const SdBlock *next)
{
  const SdTextStyle *style = text_style_of (flow, block);

  return style == NULL || next == NULL || next->kind == block->kind ? 0 : style->blank_after;
}

/* Room above a table that does not begin its annex. */
static double
gap_before (SdFlow *flow, const SdBlock *table, const SdBlock *previous)
{
  return sd_block_has_gap (table, previous) ? SD_TABLE_GAP * SD_POINTS_A_MM : 0;
}

/* A list of annexes all of which stays with the signature. */
static gboolean
is_short_list (const SdBlock *block)
{
  return block->annexes && block->children->len <= SD_KEPT_ITEMS;
}

/* The room that has to be left for the nth block to begin here: a line of a paragraph; what keeps
 * to the next, whole and with what the next needs. */
static double
room_for (SdFlow *flow, guint n)
{
  const SdBlock *block = sd_blocks_get_block (flow->blocks, n);
  const SdBlock *previous = n > 0 ? sd_blocks_get_block (flow->blocks, n - 1) : NULL;
  const double blank = sd_page_style_get_style (flow->style, "Blank")->line;
  const SdTextStyle *style;
  double room;

  if (block == NULL || block->kind == SD_BLOCK_ANNEX || block->kind == SD_BLOCK_PAGE_BREAK ||
      block->kind == SD_BLOCK_IMPRINT || block->kind == SD_BLOCK_HEAD)
    return 0;
  if (block->kind == SD_BLOCK_TABLE)
    return gap_before (flow, block, previous) + sd_flow_table_head (flow, block);
  if (block->kind == SD_BLOCK_PICTURE)
    return 0; /* it is asked when it comes */

  style = text_style_of (flow, block);
  room = blank_before (flow, block, previous) * blank;
  if (!style->keep && !sd_blocks_is_signed (flow->blocks, n) && !is_short_list (block))
    return room + style->line;

  return room + height_of (flow, block) +
         blank_after (flow, block, sd_blocks_get_block (flow->blocks, n + 1)) * blank +
         room_for (flow, n + 1);
}

/* Of the list of annexes the last items stay with the signature (7.3.5). */
static void
write_list (SdFlow *flow, guint n)
{
  const SdBlock *list = sd_blocks_get_block (flow->blocks, n);

  for (guint i = 0; i < list->children->len; i++)
    {
      g_auto (SdSetting) setting = { 0 };

      if (list->annexes && i > 0 && i + SD_KEPT_ITEMS == list->children->len)
        sd_flow_need (flow, height_of_items (flow, list, i) + room_for (flow, n + 1));
      setting = set_item (flow, list, i);
      sd_flow_place (flow, &setting);
    }
}

/* "附件1" on the first line of a new page, the title centred on the third (7.3.7). On a page that
 * is not lifted the first line does without the leading above it. */
static void
write_annex (SdFlow *flow, guint n)
{
  const SdBlock *annex = sd_blocks_get_block (flow->blocks, n);
  const SdTextStyle *title = sd_page_style_get_style (flow->style, "AnnexTitle");
  g_auto (SdSetting) label = { 0 };
  g_auto (SdSetting) text = { 0 };

  sd_flow_begin_page (flow, annex->landscape                         ? SD_PAGE_LANDSCAPE
                            : sd_blocks_has_tables (flow->blocks, n) ? SD_PAGE_TABLES
                                                                     : SD_PAGE_TEXT);
  label = sd_flow_set (flow, "AnnexLabel", annex->key);
  if (flow->kind != SD_PAGE_TEXT)
    label.line -= flow->style->page.lift * SD_POINTS_A_MM;
  sd_paragraph_add (label.paragraph, annex->label, NULL, NULL, FALSE);
  sd_flow_place (flow, &label);
  sd_flow_blank (flow, title->blank_before);
  text = set_title (flow, "AnnexTitle", annex);
  sd_flow_place (flow, &text);
  sd_flow_blank (flow, title->blank_after);
}

static void
place_at (SdFlow *flow, const SdBlock *block, SdAlign align, double left, double right)
{
  g_auto (SdSetting) setting = set_text (flow, block);

  setting.x = MAX (left, 0);
  setting.width = flow->width - setting.x - MAX (right, 0);
  setting.align = align;
  sd_flow_place (flow, &setting);
}

/* Under a seal the date ends 4 characters from the right and the issuer is centred over it
 * (7.3.5.1); without one the issuer ends 2 characters from the right and the date begins 2
 * characters to the right of it (7.3.5.2). */
static void
write_signature (SdFlow *flow, const SdBlock *signature, const SdBlock *date)
{
  const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (flow->style, "Date"));
  const double issuer_width = measure (flow, "Signature", NULL, signature);
  const double date_width = date != NULL ? measure (flow, "Date", NULL, date) : 0;

  if (signature->sealed)
    {
      const double half = MAX (issuer_width, date_width) / 2 + pitch / 2;
      const double center = MAX (4 * pitch + date_width / 2, half);
      const double left = flow->width - center - half;

      place_at (flow, signature, SD_ALIGN_CENTER, left, center - half);
      if (date != NULL)
        place_at (flow, date, SD_ALIGN_CENTER, left, center - half);
    }
  else
    {
      const double at = flow->width - 2 * pitch - MAX (issuer_width - 2 * pitch, date_width);

      place_at (flow, signature, SD_ALIGN_START, at - 2 * pitch, 0);
      if (date != NULL)
        place_at (flow, date, SD_ALIGN_START, at, 0);
    }
}

static gboolean
write_picture (SdFlow *flow, const SdBlock *block, GError **error)
{
  SdPlanPicture *picture = sd_blocks_get_picture (flow->blocks, block->source, error);
  SdPagePicture placed = { .picture = picture, .key = block->key };
  SdRegion region;
  double width, height;

  if (picture == NULL)
    return FALSE;
  size_of_picture (flow, picture, &width, &height);
  sd_flow_need (flow, height);
  placed.rect = (SdRect){ flow->left + (flow->width - width) / 2, flow->y, width, height };
  g_array_append_val (flow->page->pictures, placed);
  region = (SdRegion){ placed.rect, block->key };
  g_array_append_val (flow->page->regions, region);
  flow->y += height;

  return TRUE;
}

static gboolean
write_block (SdFlow *flow, guint n, const SdBlock *previous, GError **error)
{
  const SdBlock *block = sd_blocks_get_block (flow->blocks, n);
  const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (flow->style, "Date"));
  g_auto (SdSetting) setting = { 0 };

  switch (block->kind)
    {
    case SD_BLOCK_HEAD:
      sd_flow_write_head (flow, block);
      return TRUE;
    case SD_BLOCK_LIST:
      write_list (flow, n);
      return TRUE;
    case SD_BLOCK_TABLE:
      flow->y += flow->y > flow->top ? gap_before (flow, block, previous) : 0;
      sd_flow_write_table (flow, block);
      return TRUE;
    case SD_BLOCK_PICTURE:
      return write_picture (flow, block, error);
    case SD_BLOCK_ANNEX:
      write_annex (flow, n);
      return TRUE;
    case SD_BLOCK_DATE:
      place_at (flow, block, SD_ALIGN_END, 0, 4 * pitch);
      return TRUE;
    case SD_BLOCK_IMPRINT:
      sd_flow_write_imprint (flow, block);
      return TRUE;
    case SD_BLOCK_PAGE_BREAK:
      flow->page_break = TRUE;
      return TRUE;
    default:
      setting = set_text (flow, block);
      sd_flow_place (flow, &setting);
      return TRUE;
    }
}

void
sd_flow_write (SdFlow *flow, GError **error)
{
  const SdBlock *previous = NULL;
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (flow->blocks, i)) != NULL; i++)
    {
      const SdBlock *next = sd_blocks_get_block (flow->blocks, i + 1);

      if (flow->pages->len == 0 && block->kind != SD_BLOCK_ANNEX)
        sd_flow_begin_page (flow, SD_PAGE_TEXT);
      if (flow->pages->len > 0)
        sd_flow_need (flow, room_for (flow, i));
      sd_flow_blank (flow, blank_before (flow, block, previous));
      if (block->kind == SD_BLOCK_SIGNATURE)
        {
          const gboolean with_date = next != NULL && next->kind == SD_BLOCK_DATE;

          write_signature (flow, block, with_date ? next : NULL);
          i += with_date;
        }
      else if (!write_block (flow, i, previous, error))
        {
          return;
        }
      sd_flow_blank (flow, blank_after (flow, block, next));
      previous = block;
    }
}
