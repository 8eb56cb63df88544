/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "card-private.h"

/* A card as narrow as can be, its names upright. */

#define COLUMN 20.0
#define COLUMN_LENGTH 11 /* characters */
#define UPRIGHT_PADDING 7.0
#define UPRIGHT_MIN_WIDTH 46.0

/* A name, and the plaque that it is on. */
static void
add_columns (
    SdFilling *filling, GPtrArray *columns, GPtrArray *rows, const char *text, SdRow *plaque)
{
  const double scale = plaque != NULL ? SD_CARD_SMALL : 1;
  const PangoWeight weight = plaque != NULL ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD;
  g_autofree char *standing = sd_chart_stand_upright (text);
  g_auto (GStrv) lines = g_strsplit (standing, "\n", -1);
  guint n = g_strv_length (lines);
  guint n_columns = MAX ((n + COLUMN_LENGTH - 1) / COLUMN_LENGTH, 1);
  guint length = (n + n_columns - 1) / n_columns;

  for (guint i = 0; i < n; i += length)
    {
      g_autofree char *column = NULL;
      char *end = NULL;

      if (i + length < n)
        {
          end = lines[i + length];
          lines[i + length] = NULL;
        }
      column = g_strjoinv ("\n", lines + i);
      if (end != NULL)
        lines[i + length] = end;
      g_ptr_array_add (columns, sd_chart_make_upright (filling->chart, column, scale, weight));
      g_ptr_array_add (rows, plaque);
    }
}

/* Columns go from right to left, as upright writing does. */
static void
place_columns (SdFilling *filling, GPtrArray *columns, GPtrArray *rows)
{
  double right = (filling->width + COLUMN * columns->len) / 2;
  double bottom = filling->y;

  for (guint i = 0; i < columns->len; i++)
    {
      PangoLayout *layout = columns->pdata[i];
      int w, h;

      pango_layout_get_size (layout, &w, &h);
      right -= COLUMN;
      if (rows->pdata[i] != NULL)
        {
          sd_chart_add_rect (
              filling->shapes,
              (SdChartRect){ right + 1, filling->y, COLUMN - 2, h / (double) PANGO_SCALE + 4 },
              SD_CHART_ROLE_TAB, 0, 4);
          sd_filling_set_row (filling, rows->pdata[i]);
        }
      sd_chart_add_text (filling->shapes, g_object_ref (layout),
                         right + (COLUMN - w / (double) PANGO_SCALE) / 2,
                         filling->y + (rows->pdata[i] != NULL ? 2 : 0), SD_CHART_ROLE_TEXT);
      bottom =
          MAX (bottom, filling->y + h / (double) PANGO_SCALE + (rows->pdata[i] != NULL ? 4 : 0));
    }
  filling->y = bottom;
}

static void
add_total (SdFilling *filling)
{
  gint64 total = sd_plan_get_quota (filling->chart->plan, sd_row_get_id (filling->unit), NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  PangoLayout *layout;
  int w;

  if (total == 0)
    return;

  layout = sd_chart_make_text (filling->chart, number, SD_CARD_SMALL, PANGO_WEIGHT_NORMAL, 0);
  pango_layout_get_size (layout, &w, NULL);
  filling->y += SD_CARD_LINE_GAP;
  sd_chart_add_text (filling->shapes, layout, (filling->width - w / (double) PANGO_SCALE) / 2,
                     filling->y, SD_CHART_ROLE_DIM);
  filling->y += sd_filling_last_height (filling) + 2;
  sd_filling_add_bar (filling, UPRIGHT_PADDING, filling->width - 2 * UPRIGHT_PADDING);
}

void
sd_filling_fill_upright (SdFilling *filling)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) plaques = sd_filling_get_children (filling, SD_TABLE_PLAQUE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  add_columns (filling, columns, rows, sd_row_get_text (filling->unit, SD_UNIT_NAME), NULL);
  for (guint i = 0; i < plaques->len; i++)
    add_columns (filling, columns, rows, sd_row_get_text (plaques->pdata[i], SD_PLAQUE_NAME),
                 plaques->pdata[i]);

  filling->width = MAX (UPRIGHT_MIN_WIDTH, columns->len * COLUMN + 2 * UPRIGHT_PADDING);
  sd_filling_add_stripe (filling, (SdChartRect){ 0, 0, filling->width, SD_CARD_STRIPE });
  filling->y = SD_CARD_STRIPE + (filling->chart->compact ? SD_CARD_PADDING : SD_CARD_BADGE);
  place_columns (filling, columns, rows);
  add_total (filling);
  sd_filling_add_pips (filling, UPRIGHT_PADDING, filling->width - 2 * UPRIGHT_PADDING);
  filling->y += SD_CARD_PADDING;
}
