/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "plan/plan.h"

G_BEGIN_DECLS

/**
 * SdChartRect:
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * A rectangle in chart units, pixels at scale 1, with y growing downward.
 */
typedef struct
{
  double x, y, width, height;
} SdChartRect;

/**
 * SdChartRole:
 * @SD_CHART_ROLE_TEXT: names
 * @SD_CHART_ROLE_DIM: numbers and notes
 * @SD_CHART_ROLE_TAB: ground of a plaque
 * @SD_CHART_ROLE_TRACK: ground of the headcount bar
 * @SD_CHART_ROLE_KIND: the colour of the unit's kind
 * @SD_CHART_ROLE_QUOTA: the colour of a type of quota
 * @SD_CHART_ROLE_LINK: a line between co-located bodies
 *
 * What a shape is for; whoever paints it knows the colour of the day or of the paper.
 */
typedef enum
{
  SD_CHART_ROLE_TEXT,
  SD_CHART_ROLE_DIM,
  SD_CHART_ROLE_TAB,
  SD_CHART_ROLE_TRACK,
  SD_CHART_ROLE_KIND,
  SD_CHART_ROLE_QUOTA,
  SD_CHART_ROLE_LINK,
} SdChartRole;

/**
 * SdChartShape:
 * @rect: where it is; of a card's shape, from the card's upper left corner
 * @role: what it is for
 * @token: index of the unit kind or quota type whose colour it has, else 0
 * @radius: rounding of the corners
 * @layout: (nullable): the text, to be painted at the rectangle's upper left corner; %NULL for a
 *   filled rectangle
 *
 * What is painted. There are only rectangles and text: connectors are thin rectangles, since those
 * are what software rendering paints fast.
 */
typedef struct
{
  SdChartRect rect;
  SdChartRole role;
  guint token;
  double radius;
  PangoLayout *layout;
} SdChartShape;

/**
 * SdChartCard:
 * @unit: the unit
 * @lane: index of its lane
 * @rank: its place in the lane, from 0
 * @rect: where it is
 * @shapes: (element-type SdChartShape): what is painted on it
 */
typedef struct
{
  SdRow *unit;
  guint lane;
  guint rank;
  SdChartRect rect;
  GArray *shapes;
} SdChartCard;

/**
 * SdChartLane:
 * @kind: the kind of units in it
 * @header: where its title is
 * @body: where its cards are
 * @first: index of its first card
 * @n_cards: how many it has
 */
typedef struct
{
  const SdToken *kind;
  SdChartRect header;
  SdChartRect body;
  guint first;
  guint n_cards;
} SdChartLane;

/**
 * SdChart:
 *
 * The structure of one stage of a plan as geometry: lanes by kind, one card a unit. It draws
 * nothing and knows no toolkit; screen, SVG and paper all paint the same shapes.
 */
#define SD_TYPE_CHART (sd_chart_get_type ())
G_DECLARE_FINAL_TYPE (SdChart, sd_chart, SD, CHART, GObject)

SdChart            *sd_chart_new          (SdPlan       *plan,
                                           const char   *stage,
                                           PangoContext *context);
void                sd_chart_layout       (SdChart      *self,
                                           double        width);
double              sd_chart_get_height   (SdChart      *self);

guint               sd_chart_get_n_lanes  (SdChart      *self);
const SdChartLane  *sd_chart_get_lane     (SdChart      *self,
                                           guint         lane);
guint               sd_chart_get_n_cards  (SdChart      *self);
const SdChartCard  *sd_chart_get_card     (SdChart      *self,
                                           guint         card);
const SdChartCard  *sd_chart_find_card    (SdChart      *self,
                                           const char   *unit_id);
guint               sd_chart_get_n_links  (SdChart      *self);
const SdChartShape *sd_chart_get_link     (SdChart      *self,
                                           guint         link);
const SdChartLane  *sd_chart_find_place   (SdChart      *self,
                                           double        x,
                                           double        y,
                                           guint        *rank,
                                           SdChartRect  *mark);
gint64              sd_chart_rank_in_plan (SdChart      *self,
                                           SdRow        *unit,
                                           const SdChartLane *lane,
                                           guint         rank);

G_END_DECLS
