/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"
#include "title.h"

#include <math.h>

#define PARAGRAPH "style:paragraph-properties"
#define POINTS_A_MM (72 / 25.4)

/* The style itself, or one derived from it where the paragraph begins a page. */
static const char *
placed_style (SdOdf *odf, const char *style)
{
  const char *name = style;

  if (odf->master != NULL)
    name = sd_odf_styles_get (odf->styles, "paragraph", style, odf->master, NULL);
  else if (odf->page_break)
    name = sd_odf_styles_get (odf->styles, "paragraph", style, NULL, PARAGRAPH, "fo:break-before",
                              "page", NULL);
  odf->master = NULL;
  odf->page_break = FALSE;

  return name;
}

void
sd_odf_begin (SdOdf *odf, const char *style)
{
  sd_odf_start (odf->writer, "text:p", "text:style-name", placed_style (odf, style), NULL);
}

/* The style derived from one, that stays with what follows. */
static const char *
kept_style (SdOdf *odf, const char *style)
{
  return sd_odf_styles_get (odf->styles, "paragraph", style, NULL, PARAGRAPH, "fo:keep-with-next",
                            "always", NULL);
}

void
sd_odf_write_blank (SdOdf *odf, guint n, gboolean keep)
{
  const char *style = n > 0 && keep ? kept_style (odf, "Blank") : "Blank";

  for (guint i = 0; i < n; i++)
    {
      sd_odf_begin (odf, style);
      sd_odf_end (odf->writer);
    }
}

void
sd_odf_write_inlines (SdOdf *odf, const SdBlock *block)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      if (piece->missing)
        sd_odf_start (odf->writer, "text:span", "text:style-name", "Missing", NULL);
      sd_odf_text (odf->writer, piece->text);
      if (piece->missing)
        sd_odf_end (odf->writer);
    }
}

/* Width of body text in points: a Chinese character one pitch, another half a character. */
static double
measure (SdOdf *odf, const char *text)
{
  const SdTextStyle *standard = sd_page_style_get_style (odf->page, "Standard");
  double width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    width += standard->tracking +
             (g_unichar_iswide_cjk (g_utf8_get_char (c)) ? standard->size : standard->size / 2);

  return width;
}

double
sd_odf_text_width (SdOdf *odf, const SdBlock *block)
{
  g_autofree char *text = sd_block_get_text (block);

  return measure (odf, text);
}

static void
write_plain (SdOdf *odf, const char *style, const SdBlock *block)
{
  sd_odf_begin (odf, style);
  sd_odf_write_inlines (odf, block);
  sd_odf_end (odf->writer);
}

/* The lines of a title are as long as its sense makes them. */
static void
write_title (SdOdf *odf, const char *style, const SdBlock *block)
{
  const double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, style));
  const double width = sd_odf_text_width_mm (odf) * POINTS_A_MM;
  const guint most = (guint) (width / pitch);
  g_autofree char *text = sd_block_get_text (block);
  const guint fit = sd_title_fit (text, most);
  g_autofree char *margin = sd_odf_points ((width - (fit + SD_TITLE_SLACK) * pitch) / 2);

  if (fit < most)
    style =
        sd_odf_styles_get (odf->styles, "paragraph", style, odf->master, PARAGRAPH,
                           "fo:margin-left", margin, PARAGRAPH, "fo:margin-right", margin, NULL);
  if (fit < most)
    odf->master = NULL;
  write_plain (odf, style, block);
}

static void
write_heading (SdOdf *odf, const SdBlock *block)
{
  g_autofree char *style = g_strdup_printf ("Heading%u", block->level);
  g_autofree char *level = g_strdup_printf ("%u", block->level);

  sd_odf_start (odf->writer, "text:h", "text:style-name", placed_style (odf, style),
                "text:outline-level", level, NULL);
  if (block->label != NULL)
    sd_odf_text (odf->writer, block->label);
  sd_odf_write_inlines (odf, block);
  sd_odf_end (odf->writer);
}

/* 附件说明 (7.3.4): the label before the first item, turned lines under the first character of the
 * annex's name; the last ones stay with the signature (7.3.5). */
static void
write_annex_item (SdOdf *odf, const SdBlock *list, guint position)
{
  const SdBlock *item = list->children->pdata[position];
  const gboolean first = position == 0;
  const gboolean kept = position + SD_KEPT_ITEMS >= list->children->len;
  double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, "AnnexList"));
  double label = list->label != NULL ? measure (odf, list->label) : 0;
  double number = item->label != NULL ? measure (odf, item->label) : 0;
  g_autofree char *left = sd_odf_points (2 * pitch + label + number);
  g_autofree char *hang = sd_odf_points (first ? -label - number : -number);
  const char *style;

  style = sd_odf_styles_get (odf->styles, "paragraph", "AnnexList", NULL, PARAGRAPH,
                             "fo:margin-left", left, PARAGRAPH, "fo:text-indent", hang, PARAGRAPH,
                             "fo:keep-with-next", kept ? "always" : NULL, NULL);
  sd_odf_begin (odf, style);
  if (first && list->label != NULL)
    sd_odf_text (odf->writer, list->label);
  if (item->label != NULL)
    sd_odf_text (odf->writer, item->label);
  sd_odf_write_inlines (odf, item);
  sd_odf_end (odf->writer);
}

static void
write_list (SdOdf *odf, const SdBlock *list)
{
  for (guint i = 0; i < list->children->len; i++)
    {
      const SdBlock *item = list->children->pdata[i];

      if (list->annexes)
        {
          write_annex_item (odf, list, i);
          continue;
        }
      sd_odf_begin (odf, "ListItem");
      if (i == 0 && list->label != NULL)
        sd_odf_text (odf->writer, list->label);
      if (item->label != NULL)
        sd_odf_text (odf->writer, item->label);
      sd_odf_write_inlines (odf, item);
      sd_odf_end (odf->writer);
    }
}

/* On a page that is not lifted, the first line does without the leading above it, so that it and
 * the lines after it stand where they do elsewhere. */
static const char *
label_style (SdOdf *odf, const char *master)
{
  const SdTextStyle *label = sd_page_style_get_style (odf->page, "AnnexLabel");
  double lift = odf->page->page.lift * POINTS_A_MM;
  g_autofree char *line = sd_odf_points (label->line - lift);

  return sd_odf_styles_get (odf->styles, "paragraph", "AnnexLabel", master, PARAGRAPH,
                            "fo:line-height", line, NULL);
}

/* "附件1" on the first line of a new page, the title centred on the third (7.3.7). */
static void
write_annex (SdOdf *odf, guint n)
{
  const SdBlock *annex = sd_blocks_get_block (odf->blocks, n);
  const SdTextStyle *title = sd_page_style_get_style (odf->page, "AnnexTitle");
  const char *style;

  odf->landscape = annex->landscape;
  if (annex->landscape || sd_blocks_has_tables (odf->blocks, n))
    {
      style = label_style (odf, annex->landscape ? SD_ODF_LANDSCAPE : SD_ODF_TABLES);
      odf->master = NULL;
      odf->page_break = FALSE;
    }
  else
    {
      odf->master = SD_ODF_PORTRAIT;
      style = placed_style (odf, "AnnexLabel");
    }
  sd_odf_start (odf->writer, "text:h", "text:style-name", style, "text:outline-level", "1", NULL);
  sd_odf_text (odf->writer, annex->label);
  sd_odf_end (odf->writer);
  sd_odf_write_blank (odf, title->blank_before, TRUE);
  write_title (odf, "AnnexTitle", annex);
  sd_odf_write_blank (odf, title->blank_after, TRUE);
}

double
sd_odf_text_width_mm (SdOdf *odf)
{
  const SdPage *page = odf->landscape ? &odf->page->landscape : &odf->page->page;

  return page->width - page->left - page->right;
}

static double
text_width (SdOdf *odf)
{
  return sd_odf_text_width_mm (odf) * POINTS_A_MM;
}

/* A line of text placed between two margins, in points. */
static void
write_placed (SdOdf *odf,
              const char *parent,
              const SdBlock *block,
              const char *align,
              double left,
              double right)
{
  g_autofree char *left_pt = sd_odf_points (MAX (left, 0));
  g_autofree char *right_pt = sd_odf_points (MAX (right, 0));

  write_plain (odf,
               sd_odf_styles_get (odf->styles, "paragraph", parent, NULL, PARAGRAPH,
                                  "fo:margin-left", left_pt, PARAGRAPH, "fo:margin-right", right_pt,
                                  PARAGRAPH, "fo:text-align", align, NULL),
               block);
}

/* Under a seal the date ends 4 characters from the right and the issuer is centred over it
 * (7.3.5.1); an issuer too long for that is centred as far right as it fits. Digits are taken for
 * half a character, as those of the official typefaces are. */
static void
write_sealed (SdOdf *odf, const SdBlock *signature, const SdBlock *date)
{
  double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, "Date"));
  double issuer_width = sd_odf_text_width (odf, signature);
  double date_width = date != NULL ? sd_odf_text_width (odf, date) : 0;
  double half = MAX (issuer_width, date_width) / 2 + pitch / 2;
  double center = MAX (4 * pitch + date_width / 2, half);
  double width = text_width (odf);

  write_placed (odf, "Signature", signature, "center", width - center - half, center - half);
  if (date != NULL)
    write_placed (odf, "Date", date, "center", width - center - half, center - half);
}

/* Without a seal the issuer ends 2 characters from the right and the date begins 2 characters to
 * the right of it; a date too long for that ends 2 characters from the right (7.3.5.2). */
static void
write_unsealed (SdOdf *odf, const SdBlock *signature, const SdBlock *date)
{
  double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, "Date"));
  double issuer_width = sd_odf_text_width (odf, signature);
  double date_width = date != NULL ? sd_odf_text_width (odf, date) : 0;
  double date_at = text_width (odf) - 2 * pitch - MAX (issuer_width - 2 * pitch, date_width);

  write_placed (odf, "Signature", signature, "start", date_at - 2 * pitch, 0);
  if (date != NULL)
    write_placed (odf, "Date", date, "start", date_at, 0);
}

/* Returns whether the block after it, the date, has been written with it. */
static gboolean
write_signature (SdOdf *odf, const SdBlock *signature, const SdBlock *next)
{
  const SdBlock *date = next != NULL && next->kind == SD_BLOCK_DATE ? next : NULL;

  if (signature->sealed)
    write_sealed (odf, signature, date);
  else
    write_unsealed (odf, signature, date);

  return date != NULL;
}

/* A date by itself stands where it would under a seal. */
static void
write_date (SdOdf *odf, const SdBlock *date)
{
  double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, "Date"));

  write_placed (odf, "Date", date, "end", 0, 4 * pitch);
}

static const char *
style_of (const SdBlock *block)
{
  static const char *const styles[SD_N_BLOCK_KINDS] = {
    [SD_BLOCK_TITLE] = "Title",        [SD_BLOCK_ADDRESSEE] = "Addressee",
    [SD_BLOCK_PARAGRAPH] = "Standard", [SD_BLOCK_SIGNATURE] = "Signature",
    [SD_BLOCK_DATE] = "Date",          [SD_BLOCK_NOTE] = "Note",
    [SD_BLOCK_PICTURE] = "Figure",
  };

  if (block->kind == SD_BLOCK_LIST)
    return block->annexes ? "AnnexList" : "ListItem";

  return styles[block->kind];
}

/* Blank lines around blocks of one style; several in a row are one, such as the lines of a
 * title. */
static guint
blank_lines_before (SdOdf *odf, const SdBlock *block, const SdBlock *previous)
{
  const char *style = style_of (block);

  if (style == NULL || (previous != NULL && previous->kind == block->kind))
    return 0;

  return sd_page_style_get_style (odf->page, style)->blank_before;
}

static guint
blank_lines_after (SdOdf *odf, const SdBlock *block, const SdBlock *next)
{
  const char *style = style_of (block);

  if (style == NULL || next == NULL || next->kind == block->kind)
    return 0;

  return sd_page_style_get_style (odf->page, style)->blank_after;
}

static gboolean
write_block (SdOdf *odf, guint n, const SdBlock *previous, GError **error)
{
  const SdBlock *block = sd_blocks_get_block (odf->blocks, n);

  switch (block->kind)
    {
    case SD_BLOCK_HEAD:
      sd_odf_write_head (odf, block);
      return TRUE;
    case SD_BLOCK_HEADING:
      write_heading (odf, block);
      return TRUE;
    case SD_BLOCK_LIST:
      write_list (odf, block);
      return TRUE;
    case SD_BLOCK_TABLE:
      sd_odf_write_table (odf, block, sd_block_has_gap (block, previous));
      return TRUE;
    case SD_BLOCK_PICTURE:
      return sd_odf_write_picture (odf, block, error);
    case SD_BLOCK_ANNEX:
      write_annex (odf, n);
      return TRUE;
    case SD_BLOCK_DATE:
      write_date (odf, block);
      return TRUE;
    case SD_BLOCK_IMPRINT:
      sd_odf_write_imprint (odf, block);
      return TRUE;
    case SD_BLOCK_PAGE_BREAK:
      odf->page_break = TRUE;
      return TRUE;
    case SD_BLOCK_TITLE:
      write_title (odf, style_of (block), block);
      return TRUE;
    case SD_BLOCK_ADDRESSEE:
    case SD_BLOCK_PARAGRAPH:
    case SD_BLOCK_NOTE:
    default:
      write_plain (odf,
                   sd_blocks_is_signed (odf->blocks, n) ? kept_style (odf, style_of (block))
                                                        : style_of (block),
                   block);
      return TRUE;
    }
}

gboolean
sd_odf_write_body (SdOdf *odf, GError **error)
{
  const SdBlock *previous = NULL;
  const SdBlock *block;

  odf->master = SD_ODF_PORTRAIT;
  for (guint i = 0; (block = sd_blocks_get_block (odf->blocks, i)) != NULL; i++)
    {
      const SdBlock *next = sd_blocks_get_block (odf->blocks, i + 1);

      if (g_cancellable_set_error_if_cancelled (odf->cancellable, error))
        return FALSE;
      /* The lines above a signature stay with it and with what is above them; the one above the
       * list of annexes with the list. */
      sd_odf_write_blank (odf, blank_lines_before (odf, block, previous),
                          block->kind == SD_BLOCK_SIGNATURE || block->annexes);
      if (block->kind == SD_BLOCK_SIGNATURE)
        {
          if (write_signature (odf, block, next))
            i++;
        }
      else if (!write_block (odf, i, previous, error))
        {
          return FALSE;
        }
      sd_odf_write_blank (odf, blank_lines_after (odf, block, next), FALSE);
      previous = block;
    }

  return TRUE;
}
