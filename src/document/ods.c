/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#include <glib/gi18n-lib.h>

#define COLUMN "style:table-column-properties"
#define ROW "style:table-row-properties"
#define TABLE "style:table-properties"

/* What spreadsheets allow in the name of a sheet, of them the strictest. */
#define NAME_LENGTH 31
#define NAME_FORBIDDEN "[]*?:/\\'"

/* A table that is being written as a sheet. */
typedef struct
{
  SdOdf *odf;
  const SdBlock *table;
  const SdBlock *heading; /* (nullable): the annex that it begins with */
  GPtrArray *rows;        /* SdBlock, in the order of the sheet; NULL for the title */
} Sheet;

static guint
count_columns (const SdBlock *table)
{
  guint n = 0;

  while (n < table->children->len &&
         ((const SdBlock *) table->children->pdata[n])->kind == SD_BLOCK_COLUMN)
    n++;

  return n;
}

/* Names */

static char *
shorten (const char *name, glong length)
{
  return g_utf8_substring (name, 0, MIN (length, g_utf8_strlen (name, -1)));
}

/* The table's title, without what spreadsheets forbid and once only. */
static char *
name_sheet (const SdBlock *table, GHashTable *names)
{
  g_autofree char *valid = g_utf8_make_valid (table->label, -1);
  g_autofree char *allowed = g_strstrip (g_strdelimit (g_strdup (valid), NAME_FORBIDDEN, ' '));
  char *name = shorten (*allowed != '\0' ? allowed : "表", NAME_LENGTH);

  for (guint i = 2; g_hash_table_contains (names, name); i++)
    {
      g_autofree char *number = g_strdup_printf ("（%u）", i);
      g_autofree char *start = shorten (allowed, NAME_LENGTH - g_utf8_strlen (number, -1));

      g_free (name);
      name = g_strconcat (start, number, NULL);
    }
  g_hash_table_add (names, g_strdup (name));

  return name;
}

static void
append_letters (GString *text, guint column)
{
  if (column >= 26)
    append_letters (text, column / 26 - 1);
  g_string_append_c (text, (char) ('A' + column % 26));
}

/* Totals */

static const SdBlock *
cell_at (const SdBlock *row, guint column)
{
  guint at = 0;

  for (guint i = 0; row != NULL && i < row->children->len; i++)
    {
      const SdBlock *cell = row->children->pdata[i];

      if (at == column)
        return cell;
      at += cell->columns;
    }

  return NULL;
}

static double
sum (Sheet *sheet, guint column, guint first, guint end)
{
  double total = 0;

  for (guint i = first; i < end; i++)
    {
      const SdBlock *cell = cell_at (sheet->rows->pdata[i], column);

      if (cell != NULL && cell->has_value)
        total += cell->value;
    }

  return total;
}

/* The first row that a total sums up: those below the header or the total before it. */
static guint
first_summed (Sheet *sheet, guint total)
{
  guint first = total;

  while (first > 0)
    {
      const SdBlock *row = sheet->rows->pdata[first - 1];

      if (row == NULL || row->header || row->total)
        break;
      first--;
    }

  return first;
}

/* A sum of the totals above, for a total of totals. */
static char *
sum_totals (Sheet *sheet, guint row, guint column, const char *letters, double value)
{
  g_autoptr (GString) formula = g_string_new ("of:=SUM(");
  const char *separator = "";
  double total = 0;

  for (guint i = 0; i < row; i++)
    {
      const SdBlock *above = sheet->rows->pdata[i];
      const SdBlock *cell = above != NULL && above->total ? cell_at (above, column) : NULL;

      if (cell == NULL || !cell->has_value)
        continue;
      total += cell->value;
      g_string_append_printf (formula, "%s[.%s%u]", separator, letters, i + 1);
      separator = ";";
    }
  if (*separator == '\0' || total != value)
    return NULL;

  g_string_append_c (formula, ')');
  return g_strdup (formula->str);
}

/* A total is a formula where that gives what is printed. Where it does not, such as of bodies that
 * share their headcount, which counts once, the number stands alone. */
static char *
formula_of (Sheet *sheet, guint row, guint column, double value)
{
  const guint first = first_summed (sheet, row);
  g_autoptr (GString) letters = g_string_new (NULL);

  append_letters (letters, column);
  if (first == row || sum (sheet, column, first, row) != value)
    return sum_totals (sheet, row, column, letters->str, value);

  return g_strdup_printf ("of:=SUM([.%s%u:.%s%u])", letters->str, first + 1, letters->str, row);
}

/* Cells */

static const char *
style_of (const SdBlock *row, SdAlign align)
{
  if (row->header || row->total)
    return "TableHead";
  if (align == SD_ALIGN_CENTER)
    return "TableCenter";

  return align == SD_ALIGN_END ? "TableEnd" : "TableText";
}

static void
cover (SdOdf *odf, guint columns)
{
  for (guint i = 1; i < columns; i++)
    sd_odf_empty (odf->writer, "table:covered-table-cell", NULL);
}

static void
write_cell (Sheet *sheet, guint row_number, guint column)
{
  SdOdf *odf = sheet->odf;
  const SdBlock *row = sheet->rows->pdata[row_number];
  const SdBlock *cell = cell_at (row, column);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *span = cell->columns > 1 ? g_strdup_printf ("%u", cell->columns) : NULL;
  g_autofree char *formula = NULL;

  if (row->total && cell->has_value)
    formula = formula_of (sheet, row_number, column, cell->value);
  g_ascii_dtostr (number, sizeof number, cell->value);
  sd_odf_start (odf->writer, "table:table-cell", "table:style-name",
                style_of (row, ((SdBlock *) sheet->table->children->pdata[column])->align),
                "table:number-columns-spanned", span, "table:formula", formula, "office:value-type",
                cell->has_value ? "float" : "string", "office:value",
                cell->has_value ? number : NULL, NULL);
  sd_odf_start (odf->writer, "text:p", NULL);
  sd_odf_write_inlines (odf, cell);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  cover (odf, cell->columns);
}

/* Rows */

static void
start_row (SdOdf *odf)
{
  sd_odf_start (odf->writer, "table:table-row", "table:style-name",
                sd_odf_styles_get (odf->styles, "table-row", NULL, NULL, ROW, "style:row-height",
                                   "9mm", ROW, "style:use-optimal-row-height", "true", NULL),
                NULL);
}

static void
write_title (Sheet *sheet)
{
  SdOdf *odf = sheet->odf;
  const guint n = count_columns (sheet->table);
  g_autofree char *span = n > 1 ? g_strdup_printf ("%u", n) : NULL;

  start_row (odf);
  sd_odf_start (odf->writer, "table:table-cell", "table:style-name", "AnnexTitle",
                "table:number-columns-spanned", span, "office:value-type", "string", NULL);
  sd_odf_start (odf->writer, "text:p", NULL);
  if (sheet->heading != NULL)
    sd_odf_write_inlines (odf, sheet->heading);
  else
    sd_odf_text (odf->writer, sheet->table->label);
  sd_odf_end (odf->writer);
  sd_odf_end (odf->writer);
  cover (odf, n);
  sd_odf_end (odf->writer);
}

static void
write_row (Sheet *sheet, guint number)
{
  const SdBlock *row = sheet->rows->pdata[number];
  guint column = 0;

  start_row (sheet->odf);
  for (guint i = 0; i < row->children->len; i++)
    {
      write_cell (sheet, number, column);
      column += ((const SdBlock *) row->children->pdata[i])->columns;
    }
  sd_odf_end (sheet->odf->writer);
}

static void
add_rows (Sheet *sheet, gboolean header)
{
  for (guint i = 0; i < sheet->table->children->len; i++)
    {
      SdBlock *row = sheet->table->children->pdata[i];

      if (row->kind == SD_BLOCK_ROW && row->header == header)
        g_ptr_array_add (sheet->rows, row);
    }
}

static void
write_rows (Sheet *sheet)
{
  guint n_headers, i = 1;

  g_ptr_array_add (sheet->rows, NULL);
  add_rows (sheet, TRUE);
  n_headers = sheet->rows->len - 1;
  add_rows (sheet, FALSE);

  write_title (sheet);
  if (n_headers > 0)
    sd_odf_start (sheet->odf->writer, "table:table-header-rows", NULL);
  for (; i <= n_headers; i++)
    write_row (sheet, i);
  if (n_headers > 0)
    sd_odf_end (sheet->odf->writer);
  for (; i < sheet->rows->len; i++)
    write_row (sheet, i);
}

/* Sheets */

static void
write_columns (Sheet *sheet)
{
  SdOdf *odf = sheet->odf;
  const guint n = count_columns (sheet->table);
  double shares = 0;

  for (guint i = 0; i < n; i++)
    shares += ((const SdBlock *) sheet->table->children->pdata[i])->width;
  for (guint i = 0; i < n; i++)
    {
      const SdBlock *column = sheet->table->children->pdata[i];
      g_autofree char *width = sd_odf_mm (sd_odf_text_width_mm (odf) * column->width / shares);

      sd_odf_empty (odf->writer, "table:table-column", "table:style-name",
                    sd_odf_styles_get (odf->styles, "table-column", NULL, NULL, COLUMN,
                                       "style:column-width", width, NULL),
                    NULL);
    }
}

static void
write_sheet (SdOdf *odf, const SdBlock *table, const SdBlock *heading, GHashTable *names)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *name = name_sheet (table, names);
  Sheet sheet = { odf, table, heading, rows };

  sd_odf_start (odf->writer, "table:table", "table:name", name, "table:style-name",
                sd_odf_styles_get (odf->styles, "table", NULL,
                                   odf->landscape ? SD_ODF_LANDSCAPE : SD_ODF_TABLES, TABLE,
                                   "table:display", "true", NULL),
                NULL);
  sd_odf_element (odf->writer, "table:title", table->label);
  sd_odf_element (odf->writer, "table:desc", table->description);
  write_columns (&sheet);
  write_rows (&sheet);
  sd_odf_end (odf->writer);
}

/*
 * sd_odf_write_sheets:
 * @odf: what is being written
 * @error: return location
 *
 * Writes each table of the document as a sheet, and nothing else of it.
 */
gboolean
sd_odf_write_sheets (SdOdf *odf, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const SdBlock *previous = NULL;
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (odf->blocks, i)) != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (odf->cancellable, error))
        return FALSE;
      if (block->kind == SD_BLOCK_ANNEX)
        odf->landscape = block->landscape;
      if (block->kind == SD_BLOCK_TABLE)
        write_sheet (odf, block,
                     previous != NULL && previous->kind == SD_BLOCK_ANNEX ? previous : NULL, names);
      previous = block;
    }
  if (g_hash_table_size (names) > 0)
    return TRUE;

  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_WRITE,
               _ ("“%s” has no table, and a spreadsheet is made of tables."),
               sd_blocks_get_meta (odf->blocks)->title);
  return FALSE;
}
