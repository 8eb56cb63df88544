/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

/* What lines and colours mean, below the chart: only those that occur on it. */

#define GAP_ABOVE 18.0
#define LINE_SAMPLE 26.0
#define COLOR_SAMPLE 10.0
#define SAMPLE_GAP 8.0
#define ENTRY_GAP 24.0

typedef struct
{
  SdChart *chart;
  double x, y, bottom;
} Legend;

static void
add_entry (Legend *legend, SdChartRole role, guint token, const char *words)
{
  const gboolean line = role == SD_CHART_ROLE_LINE || role == SD_CHART_ROLE_DASHED;
  const double sample = line ? LINE_SAMPLE : COLOR_SAMPLE;
  PangoLayout *layout = sd_chart_make_text (legend->chart, words, 0.85, PANGO_WEIGHT_NORMAL, 0);
  int w, h;
  double middle;

  pango_layout_get_pixel_size (layout, &w, &h);
  middle = legend->y + h / 2.0;
  if (line)
    sd_chart_add_line (legend->chart->shapes, legend->x, middle, legend->x + sample, middle, role);
  else
    sd_chart_add_rect (legend->chart->shapes,
                       (SdChartRect){ legend->x, middle - sample / 2, sample, sample }, role, token,
                       2);
  sd_chart_add_text (legend->chart->shapes, layout, legend->x + sample + SAMPLE_GAP, legend->y,
                     SD_CHART_ROLE_DIM);
  legend->x += sample + SAMPLE_GAP + w + ENTRY_GAP;
  legend->bottom = MAX (legend->bottom, legend->y + h);
}

static gboolean
has_dashes (SdChart *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    if (g_array_index (self->shapes, SdChartShape, i).role == SD_CHART_ROLE_DASHED)
      return TRUE;

  return FALSE;
}

static void
add_lines (Legend *legend)
{
  if (!has_dashes (legend->chart))
    return;

  add_entry (legend, SD_CHART_ROLE_LINE, 0,
             sd_chart_word (legend->chart->chinese, "Manages daily"));
  add_entry (legend, SD_CHART_ROLE_DASHED, 0,
             sd_chart_word (legend->chart->chinese, "Guides the business"));
}

static gboolean
has_stripe (SdChart *self, guint token)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (sd_chart_card_at (self, i)->shapes, SdChartShape, 0).token == token)
      return TRUE;

  return FALSE;
}

static void
add_changes (Legend *legend)
{
  for (guint i = SD_UNIT_CHANGE_KEPT; i < SD_N_UNIT_CHANGES; i++)
    if (has_stripe (legend->chart, i))
      add_entry (legend, SD_CHART_ROLE_CHANGE, i, sd_chart_change (legend->chart->chinese, i));
}

static void
add_marks (Legend *legend)
{
  const char *const words[] = { _ ("Nothing found"), _ ("Errors"), _ ("Warnings"), _ ("Notes"),
                                _ ("Questions") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_stripe (legend->chart, i))
      add_entry (legend, SD_CHART_ROLE_MARK, i, words[i]);
}

/*
 * sd_chart_add_legend:
 * @self: a chart whose cards and connectors are placed
 * @x: where it begins
 *
 * Adds the legend below all else.
 */
void
sd_chart_add_legend (SdChart *self, double x)
{
  Legend legend = { .chart = self, .x = x, .y = self->height + GAP_ABOVE };

  add_lines (&legend);
  if (self->coloring == SD_CHART_COLORING_CHANGE)
    add_changes (&legend);
  else if (self->coloring == SD_CHART_COLORING_MARK)
    add_marks (&legend);
  self->height = MAX (self->height, legend.bottom);
}
