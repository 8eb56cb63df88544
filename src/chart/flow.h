/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

/**
 * SD_FLOW_N_TYPES:
 *
 * How many types of quota there are.
 */
#define SD_FLOW_N_TYPES 5

/**
 * SdFlowSide:
 * @SD_FLOW_CURRENT: the current structure, on the left
 * @SD_FLOW_PROPOSED: the proposed structure, on the right
 */
typedef enum
{
  SD_FLOW_CURRENT,
  SD_FLOW_PROPOSED,
} SdFlowSide;

/**
 * SdFlowNode:
 * @side: whether it gives or takes people
 * @unit: (nullable): the unit; %NULL on the left for places that nobody fills yet, on the right for
 *   people who have no place yet
 * @place: its place on its side, from the top
 * @held: headcount by type, in the order of the tokens; of a node without a unit, what is open
 * @moved: of it, what transfers give or bring
 * @slot: all the room it has, text included
 * @bar: the bar, as high as its headcount
 * @name: the name
 * @name_at: where the name is painted
 * @figures: the number of people, and before it how many of them are placed when that is not all
 * @figures_at: where the figures are painted
 *
 * A unit of one of the two structures. Co-located bodies are in the unit that holds their
 * headcount.
 */
typedef struct
{
  SdFlowSide side;
  SdRow *unit;
  guint place;
  gint64 held[SD_FLOW_N_TYPES];
  gint64 moved[SD_FLOW_N_TYPES];
  SdChartRect slot;
  SdChartRect bar;
  PangoLayout *name;
  SdChartRect name_at;
  PangoLayout *figures;
  SdChartRect figures_at;
} SdFlowNode;

/**
 * SdFlowRibbon:
 * @transfer: (nullable): the row of the plan that says so; %NULL for what no row says: people who
 *   stay over in a current unit, and places that stay open in a proposed one
 * @from: where the people are
 * @to: where they go
 * @type: index of their type of quota
 * @headcount: how many they are
 * @x1: left end
 * @y1: upper edge there
 * @x2: right end
 * @y2: upper edge there
 * @width: how wide the ribbon is, measured downward, everywhere the same
 */
typedef struct
{
  SdRow *transfer;
  const SdFlowNode *from;
  const SdFlowNode *to;
  guint type;
  gint64 headcount;
  double x1, y1, x2, y2;
  double width;
} SdFlowRibbon;

/**
 * SdFlowClosing:
 * @held: headcount of the current structure
 * @placed: of it and beyond, what transfers bring into a proposed unit
 * @unplaced: what is without a place
 * @overdrawn: what transfers take from units beyond what these have
 * @offered: headcount of the proposed structure
 * @open: of it, what no transfer fills
 * @crowded: what transfers bring into units beyond what these have
 *
 * The sums of one type of quota. It closes when @unplaced, @overdrawn and @crowded are zero.
 */
typedef struct
{
  gint64 held, placed, unplaced, overdrawn;
  gint64 offered, open, crowded;
} SdFlowClosing;

/**
 * SdFlow:
 *
 * Where people go in a reform, as geometry: units of the current structure on the left, of the
 * proposed one on the right, and between them ribbons as wide as the headcount of each transfer. It
 * draws nothing and knows no toolkit.
 */
#define SD_TYPE_FLOW (sd_flow_get_type ())
G_DECLARE_FINAL_TYPE (SdFlow, sd_flow, SD, FLOW, GObject)

SdFlow             *sd_flow_new           (SdPlan             *plan,
                                           PangoContext       *context);
void                sd_flow_set_chinese   (SdFlow             *self,
                                           gboolean            chinese);
void                sd_flow_layout        (SdFlow             *self,
                                           double              width,
                                           double              height);
double              sd_flow_get_height    (SdFlow             *self);
guint               sd_flow_get_n_nodes   (SdFlow             *self);
const SdFlowNode   *sd_flow_get_node      (SdFlow             *self,
                                           guint               node);
const SdFlowNode   *sd_flow_find_unit     (SdFlow             *self,
                                           SdFlowSide          side,
                                           const char         *unit_id);
guint               sd_flow_get_n_ribbons (SdFlow             *self);
const SdFlowRibbon *sd_flow_get_ribbon    (SdFlow             *self,
                                           guint               ribbon);

const SdFlowNode   *sd_flow_node_at       (SdFlow             *self,
                                           double              x,
                                           double              y);
const SdFlowRibbon *sd_flow_ribbon_at     (SdFlow             *self,
                                           double              x,
                                           double              y);
double              sd_flow_ribbon_edge   (const SdFlowRibbon *ribbon,
                                           double              x);

gboolean            sd_flow_node_waits    (const SdFlowNode   *node);
gint64              sd_flow_node_rest     (const SdFlowNode   *node,
                                           guint               type);
gint64              sd_flow_node_total    (const SdFlowNode   *node);
void                sd_flow_get_closing   (SdFlow             *self,
                                           guint               type,
                                           SdFlowClosing      *closing);
gboolean            sd_flow_is_closed     (SdFlow             *self);

G_END_DECLS
