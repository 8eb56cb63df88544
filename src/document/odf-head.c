/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#define TEXT "style:text-properties"
/* The lines above the issuer's mark: number of the copy, secrecy, urgency (7.2.1 to 7.2.3). */
#define LINES_ABOVE 3

static const SdBlock *
find_part (const SdBlock *head, SdBlockKind kind)
{
  for (guint i = 0; i < head->children->len; i++)
    if (((const SdBlock *) head->children->pdata[i])->kind == kind)
      return head->children->pdata[i];

  return NULL;
}

static void
write_part (SdOdf *odf, const char *style, const SdBlock *part)
{
  sd_odf_begin (odf, style);
  sd_odf_write_inlines (odf, part);
  sd_odf_end (odf->writer);
}

/* In this order, without gaps; the mark stands where it stands whether there are any or not. */
static void
write_lines_above (SdOdf *odf, const SdBlock *head)
{
  static const struct
  {
    SdBlockKind kind;
    const char *style;
  } lines[LINES_ABOVE] = {
    { SD_BLOCK_COPY_NUMBER, "HeadLine" },
    { SD_BLOCK_SECRECY, "HeadMark" },
    { SD_BLOCK_URGENCY, "HeadMark" },
  };
  guint n = 0;

  for (guint i = 0; i < LINES_ABOVE; i++)
    {
      const SdBlock *part = find_part (head, lines[i].kind);

      if (part == NULL)
        continue;
      write_part (odf, lines[i].style, part);
      n++;
    }
  sd_odf_write_blank (odf, LINES_ABOVE - n, FALSE);
}

/* The issuer's mark in red (7.2.4), on one line whatever its length. */
static void
write_mark (SdOdf *odf, const SdBlock *mark)
{
  const SdTextStyle *style = sd_page_style_get_style (odf->page, "IssuerMark");
  const SdTextStyle *body = sd_page_style_get_style (odf->page, "Standard");
  const double width = sd_odf_text_width (odf, mark) * style->size / (body->size + body->tracking);
  const double room = sd_odf_text_width_mm (odf) * 72 / 25.4;
  g_autofree char *size = NULL;
  const char *name = "IssuerMark";

  if (width > room)
    {
      size = sd_odf_points (style->size * room / width);
      name = sd_odf_styles_get (odf->styles, "paragraph", "IssuerMark", NULL, TEXT, "fo:font-size",
                                size, TEXT, "style:font-size-asian", size, NULL);
    }
  write_part (odf, name, mark);
  sd_odf_write_blank (odf, style->blank_after, FALSE);
}

/* The document number centred, or, in an upward document, on the left with who signs it off on the
 * right (7.2.5, 7.2.6). */
static void
write_number (SdOdf *odf, const SdBlock *number, const SdBlock *signatory)
{
  if (signatory == NULL)
    {
      write_part (odf, "HeadNumber", number);
      return;
    }

  sd_odf_begin (odf, "UpwardNumber");
  sd_odf_write_inlines (odf, number);
  sd_odf_empty (odf->writer, "text:tab", NULL);
  sd_odf_text (odf->writer, SD_SIGNATORY_LABEL);
  sd_odf_start (odf->writer, "text:span", "text:style-name", "SignatoryName", NULL);
  sd_odf_write_inlines (odf, signatory);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
}

/* The head of a document (GB/T 9704-2012, 7.2), down to the red rule. */
void
sd_odf_write_head (SdOdf *odf, const SdBlock *head)
{
  write_lines_above (odf, head);
  write_mark (odf, find_part (head, SD_BLOCK_MARK));
  write_number (odf, find_part (head, SD_BLOCK_NUMBER), find_part (head, SD_BLOCK_SIGNATORY));
  sd_odf_begin (odf, "RedRule");
  sd_odf_end (odf->writer);
}
