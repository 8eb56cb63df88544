/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

/* What stands around the text: the head of the first page, the imprint at the foot of the last, and
 * the numbers of the pages. */

#define LINES_ABOVE 3
#define OUTER_RULE (0.35 * SD_POINTS_A_MM)
#define INNER_RULE (0.25 * SD_POINTS_A_MM)
/* The dash of a page number stands this far below the type area (7.5), and this part of its size
 * above the line that characters stand on. */
#define NUMBER_BELOW (7.0 * SD_POINTS_A_MM)
#define DASH_HEIGHT 0.295

static const SdBlock *
find_part (const SdBlock *block, SdBlockKind kind)
{
  for (guint i = 0; i < block->children->len; i++)
    if (((const SdBlock *) block->children->pdata[i])->kind == kind)
      return block->children->pdata[i];

  return NULL;
}

static void
write_part (SdFlow *flow, const char *style, const SdBlock *head, SdBlockKind kind)
{
  const SdBlock *part = find_part (head, kind);
  g_auto (SdSetting) setting = { 0 };

  if (part == NULL)
    return;
  setting = sd_flow_set (flow, style, head->key);
  sd_paragraph_add_inlines (setting.paragraph, part);
  sd_flow_place (flow, &setting);
}

/* In this order, without gaps (7.2.1 to 7.2.3); the mark stands where it stands whether there are
 * any or not. */
static void
write_lines_above (SdFlow *flow, const SdBlock *head)
{
  const double end = flow->y + LINES_ABOVE * sd_page_style_get_style (flow->style, "Blank")->line;

  write_part (flow, "HeadLine", head, SD_BLOCK_COPY_NUMBER);
  write_part (flow, "HeadMark", head, SD_BLOCK_SECRECY);
  write_part (flow, "HeadMark", head, SD_BLOCK_URGENCY);
  flow->y = MAX (flow->y, end);
}

/* The issuer's mark in red (7.2.4), on one line whatever its length. */
static void
write_mark (SdFlow *flow, const SdBlock *head)
{
  const SdTextStyle *style = sd_page_style_get_style (flow->style, "IssuerMark");
  const SdBlock *mark = find_part (head, SD_BLOCK_MARK);
  g_auto (SdSetting) setting = sd_flow_set (flow, "IssuerMark", head->key);
  g_auto (SdSetting) fitted = sd_flow_set (flow, "IssuerMark", head->key);
  double width;

  sd_paragraph_add_inlines (setting.paragraph, mark);
  sd_paragraph_break (setting.paragraph, G_MAXDOUBLE, 0);
  width = sd_paragraph_get_width (setting.paragraph);
  if (width > flow->width)
    sd_paragraph_set_size (fitted.paragraph, style->size * flow->width / width);
  sd_paragraph_add_inlines (fitted.paragraph, mark);
  flow->y += style->above * SD_POINTS_A_MM;
  sd_flow_place (flow, &fitted);
  sd_flow_blank (flow, style->blank_after);
}

/* The document number centred, or, in an upward document, on the left with who signs it off on the
 * right (7.2.5, 7.2.6). */
static void
write_number (SdFlow *flow, const SdBlock *head)
{
  const SdBlock *signatory = find_part (head, SD_BLOCK_SIGNATORY);
  const SdPageFont *font = sd_page_style_get_style (flow->style, "Signatory")->font;
  const double y = flow->y;
  g_auto (SdSetting) number = sd_flow_set (flow, "HeadNumber", head->key);
  g_auto (SdSetting) name = { 0 };

  sd_paragraph_add_inlines (number.paragraph, find_part (head, SD_BLOCK_NUMBER));
  if (signatory != NULL)
    number.align = SD_ALIGN_START;
  sd_flow_place (flow, &number);
  if (signatory == NULL)
    return;

  name = sd_flow_set (flow, "HeadNumber", head->key);
  name.align = SD_ALIGN_END;
  sd_paragraph_add (name.paragraph, SD_SIGNATORY_LABEL, NULL, NULL, FALSE);
  for (guint i = 0; i < signatory->inlines->len; i++)
    {
      const SdInline *piece = signatory->inlines->pdata[i];

      sd_paragraph_add (name.paragraph, piece->text, font, piece->ref, piece->missing);
    }
  flow->y = y;
  sd_flow_place (flow, &name);
}

/* The head of a document (7.2), down to the red rule, 4 mm below the number (7.2.7). */
void
sd_flow_write_head (SdFlow *flow, const SdBlock *head)
{
  const SdTextStyle *rule = sd_page_style_get_style (flow->style, "RedRule");
  guint32 color = 0;

  write_lines_above (flow, head);
  write_mark (flow, head);
  write_number (flow, head);
  if (rule->color != NULL)
    color = (guint32) g_ascii_strtoull (rule->color + 1, NULL, 16);
  sd_flow_add_rule (flow, flow->left, flow->y + rule->line, flow->width, rule->rule, color);
  flow->y += rule->line + rule->rule;
}

static SdSetting
set_imprint (SdFlow *flow, const SdBlock *imprint, const SdBlock *part)
{
  SdSetting setting = sd_flow_set (flow, "Imprint", imprint->key);

  sd_paragraph_add_inlines (setting.paragraph, part);
  return setting;
}

/* 抄送, turned lines under the first character after the colon (7.4.2). */
static SdSetting
set_copies (SdFlow *flow, const SdBlock *imprint, const SdBlock *copies)
{
  const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (flow->style, "Imprint"));
  SdSetting setting = set_imprint (flow, imprint, copies);

  setting.width += setting.x - 4 * pitch;
  setting.x = 4 * pitch;
  setting.first = -3 * pitch;
  return setting;
}

/* Behind a page that lies, or that is full, the imprint has a page of its own, an even one; neither
 * that page nor a blank one before it has a number (7.4, 7.5). */
static void
begin_imprint_page (SdFlow *flow)
{
  sd_flow_begin_page (flow, SD_PAGE_TEXT);
  flow->page->is_bare = TRUE;
  if (flow->pages->len % 2 == 1)
    begin_imprint_page (flow);
}

/* The imprint (7.4): its last rule lies on the lower edge of the type area of the last page. */
void
sd_flow_write_imprint (SdFlow *flow, const SdBlock *imprint)
{
  const SdBlock *copies = find_part (imprint, SD_BLOCK_COPIES);
  const double line = sd_page_style_get_style (flow->style, "Imprint")->line;
  g_auto (SdSetting) copied = { 0 };
  g_auto (SdSetting) printer = { 0 };
  g_auto (SdSetting) printed = { 0 };
  double height = line;

  if (flow->kind == SD_PAGE_LANDSCAPE || flow->page_break)
    begin_imprint_page (flow);
  if (copies != NULL)
    {
      copied = set_copies (flow, imprint, copies);
      sd_flow_break (&copied);
      height += sd_paragraph_get_n_lines (copied.paragraph) * copied.line;
    }
  if (flow->y + height + line > flow->bottom)
    begin_imprint_page (flow);

  flow->y = flow->bottom - height;
  sd_flow_add_rule (flow, flow->left, flow->y - OUTER_RULE, flow->width, OUTER_RULE, 0);
  if (copies != NULL)
    {
      sd_flow_place (flow, &copied);
      sd_flow_add_rule (flow, flow->left, flow->y, flow->width, INNER_RULE, 0);
    }
  printer = set_imprint (flow, imprint, find_part (imprint, SD_BLOCK_PRINTER));
  printed = set_imprint (flow, imprint, find_part (imprint, SD_BLOCK_PRINTED));
  printed.align = SD_ALIGN_END;
  sd_flow_place (flow, &printer);
  flow->y -= line;
  sd_flow_place (flow, &printed);
  sd_flow_add_rule (flow, flow->left, flow->bottom - OUTER_RULE, flow->width, OUTER_RULE, 0);
  flow->y = flow->bottom;
}

/* "— 1 —", outside the type area: odd ones on the right, even ones on the left, one character in. A
 * page that lies has it where the upright pages have it: the line is made as on an upright page,
 * and sd_layout_paint() turns it. */
static void
write_number_of (SdFlow *flow, guint position)
{
  SdLayoutPage *page = flow->pages->pdata[position];
  const gboolean odd = position % 2 == 0;
  const SdPage *upright = &flow->style->page;
  const SdTextStyle *style =
      sd_page_style_get_style (flow->style, odd ? "PageNumber" : "PageNumberLeft");
  g_autofree char *text = g_strdup_printf ("%s%u%s", flow->style->number_before, position + 1,
                                           flow->style->number_after);
  g_autoptr (SdParagraph) paragraph = sd_paragraph_new (flow->fonts, style, NULL);
  const double left = (odd ? upright->left : upright->right) * SD_POINTS_A_MM;
  const double width = (upright->width - upright->left - upright->right) * SD_POINTS_A_MM;
  const double dash = (upright->height - upright->bottom) * SD_POINTS_A_MM + NUMBER_BELOW;
  const double baseline = dash + DASH_HEIGHT * style->size;
  const double inset = sd_text_style_get_pitch (style);

  sd_paragraph_add (paragraph, text, NULL, NULL, FALSE);
  sd_paragraph_break (paragraph, width - 2 * inset, 0);
  page->number = sd_paragraph_make_line (
      paragraph, 0, left + inset, baseline - SD_BASELINE * style->line, style->line, style->align);
}

void
sd_flow_write_numbers (SdFlow *flow)
{
  for (guint i = 0; i < flow->pages->len; i++)
    if (!((SdLayoutPage *) flow->pages->pdata[i])->is_bare)
      write_number_of (flow, i);
}
