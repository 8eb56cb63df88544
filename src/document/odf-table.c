/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#define CELL "style:table-cell-properties"
#define COLUMN "style:table-column-properties"
#define ROW "style:table-row-properties"
#define TABLE "style:table-properties"
#define PARAGRAPH "style:paragraph-properties"
#define TEXT "style:text-properties"

/* The rules of the imprint (7.4.1). */
#define OUTER_RULE "0.35mm solid #000000"
#define INNER_RULE "0.25mm solid #000000"

static void
write_columns (SdOdf *odf, const SdBlock *table)
{
  double sum = 0;

  for (guint i = 0; i < table->children->len; i++)
    sum += ((const SdBlock *) table->children->pdata[i])->width;

  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *column = table->children->pdata[i];
      g_autofree char *width = NULL;

      if (column->kind != SD_BLOCK_COLUMN)
        break;
      width = sd_odf_mm (sd_odf_text_width_mm (odf) * column->width / sum);
      sd_odf_empty (odf->writer, "table:table-column", "table:style-name",
                    sd_odf_styles_get (odf->styles, "table-column", NULL, NULL, COLUMN,
                                       "style:column-width", width, NULL),
                    NULL);
    }
}

static const char *
text_style (const SdBlock *row, SdAlign align, gboolean blank)
{
  if (row->header || row->total)
    return "TableHead";
  if (align == SD_ALIGN_CENTER || blank)
    return "TableCenter";

  return align == SD_ALIGN_END ? "TableEnd" : "TableText";
}

static void
write_cell (SdOdf *odf, const SdBlock *cell, const char *paragraph_style, gboolean blank)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *span = NULL;

  g_ascii_dtostr (number, sizeof number, cell->value);
  if (cell->columns > 1)
    span = g_strdup_printf ("%u", cell->columns);
  sd_odf_start (odf->writer, "table:table-cell", "table:style-name",
                sd_odf_styles_get (odf->styles, "table-cell", NULL, NULL, CELL, "fo:padding", "1mm",
                                   CELL, "fo:border", "0.5pt solid #000000", CELL,
                                   "style:vertical-align", "middle", NULL),
                "table:number-columns-spanned", span, "office:value-type",
                cell->has_value ? "float" : "string", "office:value",
                cell->has_value ? number : NULL, NULL);
  sd_odf_start (odf->writer, "text:p", "text:style-name", paragraph_style, NULL);
  if (blank)
    sd_odf_text (odf->writer, SD_EMPTY_CELL);
  sd_odf_write_inlines (odf, cell);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  for (guint i = 1; i < cell->columns; i++)
    sd_odf_empty (odf->writer, "table:covered-table-cell", NULL);
}

static void
write_row (SdOdf *odf, const SdBlock *table, const SdBlock *row)
{
  guint column = 0;

  sd_odf_start (odf->writer, "table:table-row", "table:style-name",
                sd_odf_styles_get (odf->styles, "table-row", NULL, NULL, ROW,
                                   "style:min-row-height", "9mm", ROW, "fo:keep-together", "always",
                                   NULL),
                NULL);
  for (guint i = 0; i < row->children->len; i++)
    {
      const SdBlock *cell = row->children->pdata[i];
      const SdBlock *first = table->children->pdata[column];
      const gboolean blank = !row->header && sd_block_is_blank (cell);

      write_cell (odf, cell, text_style (row, first->align, blank), blank);
      column += cell->columns;
    }
  sd_odf_end (odf->writer);
}

static void
write_rows (SdOdf *odf, const SdBlock *table, gboolean header)
{
  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *row = table->children->pdata[i];

      if (row->kind == SD_BLOCK_ROW && row->header == header)
        write_row (odf, table, row);
    }
}

static gboolean
has_header (const SdBlock *table)
{
  for (guint i = 0; i < table->children->len; i++)
    if (((const SdBlock *) table->children->pdata[i])->header)
      return TRUE;

  return FALSE;
}

/* A word processor puts a paragraph of its own after a table that nothing follows, and that may
 * begin a page; this one is too small to. */
static void
write_tiny_paragraph (SdOdf *odf)
{
  sd_odf_begin (odf, sd_odf_styles_get (odf->styles, "paragraph", "Blank", NULL, PARAGRAPH,
                                        "fo:line-height", "1pt", TEXT, "fo:font-size", "1pt", TEXT,
                                        "style:font-size-asian", "1pt", NULL));
  sd_odf_end (odf->writer);
}

void
sd_odf_write_table (SdOdf *odf, const SdBlock *table, gboolean gap)
{
  g_autofree char *above = gap ? sd_odf_mm (SD_TABLE_GAP) : NULL;
  g_autofree char *width = sd_odf_mm (sd_odf_text_width_mm (odf));
  g_autofree char *name = g_strdup_printf ("表%u", ++odf->n_tables);
  const char *style;

  /* A table that begins a page has the break itself. */
  style = sd_odf_styles_get (odf->styles, "table", NULL, odf->master, TABLE, "style:width", width,
                             TABLE, "table:align", "margins", TABLE, "fo:margin-top", above, TABLE,
                             "fo:break-before", odf->page_break ? "page" : NULL, TABLE,
                             "style:may-break-between-rows", "true", TABLE, "table:border-model",
                             "collapsing", NULL);
  odf->master = NULL;
  odf->page_break = FALSE;

  sd_odf_start (odf->writer, "table:table", "table:name", name, "table:style-name", style, NULL);
  sd_odf_element (odf->writer, "table:title", table->label);
  sd_odf_element (odf->writer, "table:desc", table->description);
  write_columns (odf, table);
  if (has_header (table))
    {
      sd_odf_start (odf->writer, "table:table-header-rows", NULL);
      write_rows (odf, table, TRUE);
      sd_odf_end (odf->writer);
    }
  write_rows (odf, table, FALSE);
  sd_odf_end (odf->writer);
  write_tiny_paragraph (odf);
}

static void
start_imprint_cell (SdOdf *odf, gboolean first, gboolean last)
{
  sd_odf_start (odf->writer, "table:table-row", NULL);
  sd_odf_start (odf->writer, "table:table-cell", "table:style-name",
                sd_odf_styles_get (odf->styles, "table-cell", NULL, NULL, CELL, "fo:padding", "0mm",
                                   CELL, "fo:border-left", "none", CELL, "fo:border-right", "none",
                                   CELL, "fo:border-top", first ? OUTER_RULE : "none", CELL,
                                   "fo:border-bottom", last ? OUTER_RULE : INNER_RULE, NULL),
                "office:value-type", "string", NULL);
}

/* 抄送, turned lines under the first character after the colon. */
static void
write_copies (SdOdf *odf, const SdBlock *copies)
{
  double pitch = sd_text_style_get_pitch (sd_page_style_get_style (odf->page, "Imprint"));
  g_autofree char *left = sd_odf_points (4 * pitch);
  g_autofree char *right = sd_odf_points (pitch);
  g_autofree char *hang = sd_odf_points (-3 * pitch);

  start_imprint_cell (odf, TRUE, FALSE);
  sd_odf_start (odf->writer, "text:p", "text:style-name",
                sd_odf_styles_get (odf->styles, "paragraph", "Imprint", NULL, PARAGRAPH,
                                   "fo:margin-left", left, PARAGRAPH, "fo:margin-right", right,
                                   PARAGRAPH, "fo:text-indent", hang, NULL),
                NULL);
  sd_odf_write_inlines (odf, copies);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
}

/* Who prints it on the left and when on the right. */
static void
write_printer (SdOdf *odf, const SdBlock *printer, const SdBlock *printed, gboolean first)
{
  start_imprint_cell (odf, first, TRUE);
  sd_odf_start (odf->writer, "text:p", "text:style-name", "ImprintLine", NULL);
  sd_odf_write_inlines (odf, printer);
  sd_odf_empty (odf->writer, "text:tab", NULL);
  sd_odf_write_inlines (odf, printed);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
}

/* The imprint stands at the foot of the last page, in a frame as wide as the text. */
void
sd_odf_write_imprint (SdOdf *odf, const SdBlock *imprint)
{
  const SdBlock *parts[3] = { NULL, NULL, NULL };
  g_autofree char *width = NULL;

  for (guint i = 0; i < imprint->children->len; i++)
    {
      const SdBlock *part = imprint->children->pdata[i];

      parts[part->kind - SD_BLOCK_COPIES] = part;
    }
  if (odf->landscape)
    odf->master = SD_ODF_IMPRINT;
  odf->landscape = FALSE;
  width = sd_odf_mm (sd_odf_text_width_mm (odf));

  sd_odf_begin (odf, "Blank");
  sd_odf_start (odf->writer, "draw:frame", "draw:style-name", "ImprintFrame", "draw:name", "版记",
                "text:anchor-type", "paragraph", "svg:width", width, NULL);
  sd_odf_start (odf->writer, "draw:text-box", NULL);
  sd_odf_start (odf->writer, "table:table", "table:name", "版记", "table:style-name",
                sd_odf_styles_get (odf->styles, "table", NULL, NULL, TABLE, "style:width", width,
                                   TABLE, "table:align", "margins", NULL),
                NULL);
  sd_odf_empty (odf->writer, "table:table-column", NULL);
  if (parts[0] != NULL)
    write_copies (odf, parts[0]);
  write_printer (odf, parts[1], parts[2], parts[0] == NULL);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
}
