/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

/* Tables as wide as the text; rows whole, and the header's again on each page. */

#define PADDING (1.0 * SD_POINTS_A_MM)
#define LEAST_HEIGHT (9.0 * SD_POINTS_A_MM)
#define BORDER 0.5

typedef struct
{
  SdSetting setting;
  double x, width; /* of the cell, from the left of the text */
} Cell;

typedef struct
{
  const SdBlock *block;
  const char *key;
  GArray *cells; /* of Cell */
  double height;
} Row;

static void
cell_clear (Cell *cell)
{
  sd_setting_clear (&cell->setting);
}

static void
row_free (Row *row)
{
  g_array_unref (row->cells);
  g_free (row);
}

static const char *
style_of (const SdBlock *row, SdAlign align, gboolean blank)
{
  if (row->header || row->total)
    return "TableHead";
  if (align == SD_ALIGN_CENTER || blank)
    return "TableCenter";

  return align == SD_ALIGN_END ? "TableEnd" : "TableText";
}

static guint
count_columns (const SdBlock *table, double *sum)
{
  guint n = 0;

  *sum = 0;
  while (n < table->children->len &&
         ((const SdBlock *) table->children->pdata[n])->kind == SD_BLOCK_COLUMN)
    *sum += ((const SdBlock *) table->children->pdata[n++])->width;

  return n;
}

/* A row has its upper border; only of its least height the border is a part. */
static double
height_of_lines (const Cell *cell, guint n)
{
  return n * cell->setting.line + 2 * PADDING + BORDER;
}

static Row *
make_row (SdFlow *flow, const SdBlock *table, const SdBlock *block)
{
  Row *row = g_new0 (Row, 1);
  double sum, x = 0;
  guint column = 0;

  count_columns (table, &sum);
  row->block = block;
  row->key = block->key != NULL ? block->key : table->key;
  row->height = LEAST_HEIGHT;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) cell_clear);
  for (guint i = 0; i < block->children->len; i++)
    {
      const SdBlock *text = block->children->pdata[i];
      const SdBlock *first = table->children->pdata[column];
      const gboolean blank = !block->header && sd_block_is_blank (text);
      Cell cell = { .x = x };

      for (guint j = 0; j < text->columns; j++, column++)
        cell.width += flow->width * ((SdBlock *) table->children->pdata[column])->width / sum;
      cell.setting = sd_flow_set (flow, style_of (block, first->align, blank), row->key);
      cell.setting.width = MAX (cell.width - 2 * PADDING, 1);
      if (blank)
        sd_paragraph_add (cell.setting.paragraph, SD_EMPTY_CELL, NULL, NULL, FALSE);
      sd_paragraph_add_inlines (cell.setting.paragraph, text);
      sd_flow_break (&cell.setting);
      row->height = MAX (
          row->height, height_of_lines (&cell, sd_paragraph_get_n_lines (cell.setting.paragraph)));
      g_array_append_val (row->cells, cell);
      x += cell.width;
    }

  return row;
}

static GPtrArray *
make_rows (SdFlow *flow, const SdBlock *table, gboolean header)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *row = table->children->pdata[i];

      if (row->kind == SD_BLOCK_ROW && row->header == header)
        g_ptr_array_add (rows, make_row (flow, table, row));
    }

  return rows;
}

static void
draw_borders (SdFlow *flow, const Row *row, double height)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);
      const double x = flow->left + cell->x - BORDER / 2;
      const double y = flow->y - BORDER / 2;

      sd_flow_add_rule (flow, x, y, cell->width + BORDER, BORDER, 0);
      sd_flow_add_rule (flow, x, y + height, cell->width + BORDER, BORDER, 0);
      sd_flow_add_rule (flow, x, y, BORDER, height + BORDER, 0);
      sd_flow_add_rule (flow, x + cell->width, y, BORDER, height + BORDER, 0);
    }
}

/* Draws the lines of a row from @from on, as many as @height holds; the cells' text stands in the
 * middle. Returns how many lines the fullest cell has left. */
static guint
draw_row (SdFlow *flow, const Row *row, guint from, double height)
{
  SdRegion region = { { flow->left, flow->y, flow->width, height }, row->key };
  const double room = height - 2 * PADDING - BORDER + 0.01;
  guint most_left = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      Cell *cell = &g_array_index (row->cells, Cell, i);
      const guint n_lines = sd_paragraph_get_n_lines (cell->setting.paragraph);
      const guint fits = (guint) MAX (room / cell->setting.line, 0);
      const guint n = MIN (n_lines > from ? n_lines - from : 0, fits);
      double y = flow->y + (height - n * cell->setting.line) / 2;

      for (guint j = from; j < from + n; j++, y += cell->setting.line)
        g_ptr_array_add (flow->page->lines,
                         sd_paragraph_make_line (cell->setting.paragraph, j,
                                                 flow->left + cell->x + PADDING, y,
                                                 cell->setting.line, cell->setting.align));
      most_left = MAX (most_left, n_lines > from + n ? n_lines - from - n : 0);
    }
  draw_borders (flow, row, height);
  g_array_append_val (flow->page->regions, region);
  flow->y += height;

  return most_left;
}

static void
draw_rows (SdFlow *flow, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    draw_row (flow, rows->pdata[i], 0, ((Row *) rows->pdata[i])->height);
}

static double
height_of_rows (GPtrArray *rows)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += ((Row *) rows->pdata[i])->height;

  return height;
}

static void
begin_page (SdFlow *flow, GPtrArray *header)
{
  sd_flow_begin_page (flow, flow->kind);
  draw_rows (flow, header);
}

/* A row that is higher than a page goes on on the next: nothing that is printed is lost. */
static void
write_high_row (SdFlow *flow, const Row *row, GPtrArray *header)
{
  const double line = g_array_index (row->cells, Cell, 0).setting.line;
  guint from = 0;
  guint left;

  do
    {
      const double room = flow->bottom - flow->y;
      const guint fits = (guint) MAX ((room - 2 * PADDING - BORDER) / line, 1);
      guint most = 0;

      for (guint i = 0; i < row->cells->len; i++)
        most = MAX (
            most, sd_paragraph_get_n_lines (g_array_index (row->cells, Cell, i).setting.paragraph));
      left = draw_row (flow, row, from, MIN (fits, most - from) * line + 2 * PADDING + BORDER);
      from += fits;
      if (left > 0)
        begin_page (flow, header);
    }
  while (left > 0);
}

/* The height of the header's rows and of the first below them, which stay together. */
double
sd_flow_table_head (SdFlow *flow, const SdBlock *table)
{
  g_autoptr (GPtrArray) header = make_rows (flow, table, TRUE);
  g_autoptr (GPtrArray) rows = make_rows (flow, table, FALSE);

  return height_of_rows (header) + (rows->len > 0 ? ((Row *) rows->pdata[0])->height : 0);
}

void
sd_flow_write_table (SdFlow *flow, const SdBlock *table)
{
  g_autoptr (GPtrArray) header = make_rows (flow, table, TRUE);
  g_autoptr (GPtrArray) rows = make_rows (flow, table, FALSE);
  const double page = flow->bottom - flow->top - height_of_rows (header);

  sd_flow_need (flow, height_of_rows (header));
  draw_rows (flow, header);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if (flow->y + row->height > flow->bottom + BORDER)
        begin_page (flow, header);
      if (row->height > page)
        write_high_row (flow, row, header);
      else
        draw_row (flow, row, 0, row->height);
    }
  flow->y += 1; /* as much as a word processor's paragraph behind a table */
}
