/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define SD_CHART_MARGIN 12.0
#define SD_CHART_HEADER_HEIGHT 36.0
#define SD_CHART_CARD_GAP 10.0
#define SD_CHART_CARD_MIN_WIDTH 176.0
#define SD_CHART_CARD_MAX_WIDTH 264.0
#define SD_CHART_LINE_WIDTH 2.0

/* How a card stands: WIDE has all on it, the name in lines; UPRIGHT is as narrow as can be, the
 * name a character a line. */
typedef enum
{
  SD_CARD_FORM_WIDE,
  SD_CARD_FORM_UPRIGHT,
} SdCardForm;

struct _SdChart
{
  GObject parent_instance;

  SdPlan *plan;
  char *stage;
  PangoContext *context;
  char *town;
  SdChartArrangement arrangement;
  SdChartColoring coloring;
  gboolean compact;
  gboolean chinese; /* words are for a document */
  GHashTable *marks;  /* id of a unit → its mark and 1; NULL for none */
  GHashTable *folded; /* set: ids of units, names of kinds */

  GArray *lanes;       /* SdChartLane */
  GArray *cards;       /* SdChartCard, lane by lane, then those drawn as one with another */
  GHashTable *by_unit; /* id of the unit → index of its card and 1 */
  GArray *shapes;      /* SdChartShape: connectors and what stands outside the units */
  double width, height;

  SdUnitChanges *changes; /* while laying out, where they are wanted */
  gint64 largest;         /* headcount for which a bar is full */
  GHashTable *cache;      /* id of a unit → what was on its card at the last layout */
  GHashTable *texts;      /* words and type → PangoLayout */
  guint fonts;            /* serial of the context that the cache is of */
};

static inline SdChartCard *
sd_chart_card_at (SdChart *self, guint card)
{
  return &g_array_index (self->cards, SdChartCard, card);
}

static inline SdChartLane *
sd_chart_lane_at (SdChart *self, guint lane)
{
  return &g_array_index (self->lanes, SdChartLane, lane);
}

/* collect.c */
void         sd_chart_collect        (SdChart            *self);
SdRow       *sd_chart_superior       (SdChart            *self,
                                      SdRow              *unit);
void         sd_chart_fill_stack     (SdChart            *self,
                                      guint               card,
                                      SdCardForm          form,
                                      double              width,
                                      double             *stack_width,
                                      double             *stack_height);
void         sd_chart_place_stack    (SdChart            *self,
                                      guint               card,
                                      double              x,
                                      double              y,
                                      double              height);

/* card.c */
void         sd_chart_fill_card      (SdChart            *self,
                                      SdChartCard        *card,
                                      SdCardForm          form,
                                      double              width);

/* text.c */
PangoLayout *sd_chart_make_text      (SdChart            *self,
                                      const char         *text,
                                      double              scale,
                                      PangoWeight         weight,
                                      double              width);
PangoLayout *sd_chart_make_upright   (SdChart            *self,
                                      const char         *text,
                                      double              scale,
                                      PangoWeight         weight);
char        *sd_chart_stand_upright  (const char         *text);
void         sd_chart_add_text       (GArray             *shapes,
                                      PangoLayout        *layout,
                                      double              x,
                                      double              y,
                                      SdChartRole         role);
void         sd_chart_add_rect       (GArray             *shapes,
                                      SdChartRect         rect,
                                      SdChartRole         role,
                                      guint               token,
                                      double              radius);
void         sd_chart_add_line       (GArray             *shapes,
                                      double              x1,
                                      double              y1,
                                      double              x2,
                                      double              y2,
                                      SdChartRole         role);

/* lanes.c, tree.c */
void         sd_chart_lay_out_lanes  (SdChart            *self,
                                      double              width);
void         sd_chart_lay_out_tree   (SdChart            *self,
                                      double              width);

/* departments.c */
void         sd_chart_add_departments (SdChart           *self);

/* legend.c */
void         sd_chart_add_legend     (SdChart            *self,
                                      double              x);

/* words.c */
const char *sd_chart_word   (gboolean       chinese,
                             const char    *english);
const char *sd_chart_token  (gboolean       chinese,
                             const SdToken *token);
const char *sd_chart_change (gboolean       chinese,
                             SdUnitChange   change);

G_END_DECLS
