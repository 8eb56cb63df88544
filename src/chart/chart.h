/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "plan/unit-change.h"

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
 * @SD_CHART_ROLE_CHANGE: the colour of what is done to the unit, a #SdUnitChange
 * @SD_CHART_ROLE_MARK: the colour of a mark that sd_chart_set_marks() gave
 * @SD_CHART_ROLE_QUOTA: the colour of a type of quota
 * @SD_CHART_ROLE_PIP: a leading post
 * @SD_CHART_ROLE_BOX: what stands outside the plan's units: the town, a county department
 * @SD_CHART_ROLE_LINE: a connector: manages daily
 * @SD_CHART_ROLE_DASHED: a connector painted in dashes: guides the business
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
  SD_CHART_ROLE_CHANGE,
  SD_CHART_ROLE_MARK,
  SD_CHART_ROLE_QUOTA,
  SD_CHART_ROLE_PIP,
  SD_CHART_ROLE_BOX,
  SD_CHART_ROLE_LINE,
  SD_CHART_ROLE_DASHED,
} SdChartRole;

/**
 * SdChartShape:
 * @rect: where it is; of a card's shape, from the card's upper left corner
 * @role: what it is for
 * @token: index of the unit kind, change, mark or quota type whose colour it has, else 0
 * @radius: rounding of the corners
 * @hollow: whether only the outline is painted
 * @upright: whether the text stands upright, a character a line
 * @layout: (nullable): the text, to be painted at the rectangle's upper left corner; %NULL for a
 *   filled rectangle
 * @row: (nullable): the plaque or post that it is of, which can be taken hold of
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
  gboolean hollow;
  gboolean upright;
  PangoLayout *layout;
  SdRow *row;
} SdChartShape;

/**
 * SdChartInk:
 * @text: the colour of text, as red, green, blue and opacity between 0 and 1
 * @line: the colour of connectors
 *
 * What a chart is painted with, beside the colours that mean something.
 */
typedef struct
{
  double text[4];
  double line[4];
} SdChartInk;

/**
 * SdChartCard:
 * @unit: the unit
 * @lane: index of its lane; a co-located unit is in the lane of the unit it is with
 * @rank: its place in the lane, from 0
 * @host: index of the card that it is drawn as one with, or -1
 * @next: index of the card that adjoins it, below or to the right of an upright one, and is drawn
 *   as one with it; or -1
 * @ghost: whether the unit is gone in the structure that is shown; only where colours tell changes
 * @upright: whether it is narrow, with its name upright
 * @rect: where it is
 * @n_below: how many units are below it, at any depth
 * @folded: whether those are hidden
 * @shapes: (element-type SdChartShape): what is painted on it
 */
typedef struct
{
  SdRow *unit;
  guint lane;
  guint rank;
  int host;
  int next;
  gboolean ghost;
  gboolean upright;
  SdChartRect rect;
  guint n_below;
  gboolean folded;
  GArray *shapes;
} SdChartCard;

/**
 * SdChartLane:
 * @kind: the kind of units in it
 * @header: where its title is
 * @body: where its cards are
 * @title: the text of the title, for pictures
 * @first: index of its first card
 * @n_cards: how many it shows, without those that are drawn as one with others
 * @n_units: how many units it is of, shown or not
 * @folded: whether its cards are hidden
 * @is_bench: whether it holds units that wait for a place, of whatever kind; its @kind is then the
 *   stage
 *
 * The units of a kind: a lane across the chart, or a group of the tree.
 */
typedef struct
{
  const SdToken *kind;
  SdChartRect header;
  SdChartRect body;
  SdChartShape title;
  guint first;
  guint n_cards;
  guint n_units;
  gboolean folded;
  gboolean is_bench;
} SdChartLane;

/**
 * SdChartArrangement:
 * @SD_CHART_ARRANGEMENT_LANES: the kinds one below the other, their cards in lines
 * @SD_CHART_ARRANGEMENT_TREE: all under the town's leading group, the county's departments below
 *
 * How the cards are laid out.
 */
typedef enum
{
  SD_CHART_ARRANGEMENT_LANES,
  SD_CHART_ARRANGEMENT_TREE,
} SdChartArrangement;

/**
 * SdChartColoring:
 * @SD_CHART_COLORING_KIND: by kind of unit
 * @SD_CHART_COLORING_CHANGE: by what the plan does to it
 * @SD_CHART_COLORING_MARK: by the marks that sd_chart_set_marks() gave, such as findings
 *
 * What the colour of a card's stripe says.
 */
typedef enum
{
  SD_CHART_COLORING_KIND,
  SD_CHART_COLORING_CHANGE,
  SD_CHART_COLORING_MARK,
} SdChartColoring;

/**
 * SdChartPlace:
 * @kind: the kind that a unit dropped there is of; on the bench the stage
 * @is_bench: whether it is the bench
 * @superior_id: (nullable): the unit that it is under
 * @rank: its rank among all units of the plan, counted without it
 * @lane: index of the lane
 * @onto: whether it goes onto the unit whose card @mark is: a unit below it, a plaque or post to it
 * @ends_lane: whether it is the end of a lane
 * @mark: where to show the place
 *
 * Where a unit may go, or a plaque or post of one; for these the bench has no unit, or only such as
 * is named after theirs.
 */
typedef struct
{
  const SdToken *kind;
  gboolean is_bench;
  const char *superior_id;
  gint64 rank;
  guint lane;
  gboolean onto;
  gboolean ends_lane;
  SdChartRect mark;
} SdChartPlace;

/**
 * SdChart:
 *
 * The structure of one stage of a plan as geometry: a card a unit, in lanes by kind or as a tree.
 * It draws nothing and knows no toolkit; screen, SVG and paper all paint the same shapes.
 */
#define SD_TYPE_CHART (sd_chart_get_type ())
G_DECLARE_FINAL_TYPE (SdChart, sd_chart, SD, CHART, GObject)

SdChart            *sd_chart_new             (SdPlan              *plan,
                                              const char          *stage,
                                              PangoContext        *context);
SdPlan             *sd_chart_get_plan        (SdChart             *self);
void                sd_chart_set_town        (SdChart             *self,
                                              const char          *town);
void                sd_chart_set_arrangement (SdChart             *self,
                                              SdChartArrangement   arrangement);
SdChartArrangement  sd_chart_get_arrangement (SdChart             *self);
void                sd_chart_set_compact     (SdChart             *self,
                                              gboolean             compact);
void                sd_chart_set_chinese     (SdChart             *self,
                                              gboolean             chinese);
void                sd_chart_set_coloring    (SdChart             *self,
                                              SdChartColoring      coloring);
void                sd_chart_set_marks       (SdChart             *self,
                                              GHashTable          *marks);
void                sd_chart_set_folded      (SdChart             *self,
                                              const char          *key,
                                              gboolean             folded);
gboolean            sd_chart_get_folded      (SdChart             *self,
                                              const char          *key);

void                sd_chart_layout          (SdChart             *self,
                                              double               width);
double              sd_chart_get_width       (SdChart             *self);
double              sd_chart_get_height      (SdChart             *self);

guint               sd_chart_get_n_lanes     (SdChart             *self);
const SdChartLane  *sd_chart_get_lane        (SdChart             *self,
                                              guint                lane);
guint               sd_chart_get_n_cards     (SdChart             *self);
const SdChartCard  *sd_chart_get_card        (SdChart             *self,
                                              guint                card);
const SdChartCard  *sd_chart_find_card       (SdChart             *self,
                                              const char          *unit_id);
guint               sd_chart_get_n_shapes    (SdChart             *self);
const SdChartShape *sd_chart_get_shape       (SdChart             *self,
                                              guint                shape);

gboolean            sd_chart_find_place      (SdChart             *self,
                                              SdRow               *row,
                                              double               x,
                                              double               y,
                                              SdChartPlace        *place);
GArray             *sd_chart_list_places     (SdChart             *self,
                                              SdRow               *row);
gboolean            sd_chart_step_place      (SdChart             *self,
                                              SdRow               *unit,
                                              int                  places,
                                              int                  lanes,
                                              SdChartPlace        *place);
void                sd_chart_get_color       (const SdChartShape  *shape,
                                              const SdChartInk    *ink,
                                              double               color[4]);
gboolean            sd_chart_next_dash       (const SdChartRect   *line,
                                              double              *at,
                                              SdChartRect         *dash);
gboolean            sd_chart_rects_meet      (const SdChartRect   *a,
                                              const SdChartRect   *b);

G_END_DECLS
