/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

/* The kinds one below the other, the cards of each in lines as wide as the chart. */

#define LANE_GAP 14.0
#define EMPTY_HEIGHT 44.0

typedef struct
{
  double card_width;
  guint columns;
} Grid;

static Grid
choose_grid (double width)
{
  const double room = MAX (width - 2 * SD_CHART_MARGIN, SD_CHART_CARD_MIN_WIDTH);
  Grid grid;

  grid.columns =
      (guint) ((room + SD_CHART_CARD_GAP) / (SD_CHART_CARD_MIN_WIDTH + SD_CHART_CARD_GAP));
  grid.card_width = (room - (grid.columns - 1) * SD_CHART_CARD_GAP) / grid.columns;
  grid.card_width = MIN (grid.card_width, SD_CHART_CARD_MAX_WIDTH);

  return grid;
}

/* Cards of one line are made equally high, so that the lane reads as a grid. */
static double
place_line (SdChart *self, const Grid *grid, guint first, guint n, double y)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      double stack_width, stack_height;

      sd_chart_fill_stack (self, first + i, SD_CARD_FORM_WIDE, grid->card_width, &stack_width,
                           &stack_height);
      height = MAX (height, stack_height);
    }
  for (guint i = 0; i < n; i++)
    sd_chart_place_stack (self, first + i,
                          SD_CHART_MARGIN + i * (grid->card_width + SD_CHART_CARD_GAP), y, height);

  return height;
}

static void
place_lane (SdChart *self, const Grid *grid, SdChartLane *lane, double width, double y)
{
  const double inner = width - 2 * SD_CHART_MARGIN;
  const double body_y = y + SD_CHART_HEADER_HEIGHT;
  double bottom = body_y;

  for (guint i = 0; i < lane->n_cards; i += grid->columns)
    {
      if (i > 0)
        bottom += SD_CHART_CARD_GAP;
      bottom +=
          place_line (self, grid, lane->first + i, MIN (grid->columns, lane->n_cards - i), bottom);
    }
  if (lane->n_cards == 0 && !lane->folded)
    bottom += EMPTY_HEIGHT;

  lane->header = (SdChartRect){ SD_CHART_MARGIN, y, inner, SD_CHART_HEADER_HEIGHT };
  lane->body = (SdChartRect){ SD_CHART_MARGIN, body_y, inner, bottom - body_y };
}

/*
 * sd_chart_lay_out_lanes:
 * @self: a chart whose lanes and cards are collected
 * @width: the width to fill
 */
void
sd_chart_lay_out_lanes (SdChart *self, double width)
{
  const Grid grid = choose_grid (width);
  double y = SD_CHART_MARGIN;

  self->width = MAX (width, SD_CHART_CARD_MIN_WIDTH + 2 * SD_CHART_MARGIN);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SdChartLane *lane = sd_chart_lane_at (self, i);

      place_lane (self, &grid, lane, self->width, y);
      y = lane->body.y + lane->body.height + LANE_GAP;
    }
  self->height = y - LANE_GAP;
  sd_chart_add_legend (self, SD_CHART_MARGIN);
  self->height += SD_CHART_MARGIN;
}
