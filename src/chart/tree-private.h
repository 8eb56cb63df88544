/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-private.h"

G_BEGIN_DECLS

#define SD_TREE_LEVEL_GAP 28.0
#define SD_TREE_HEADER_EXTRA 84.0 /* what stands beside the title */

typedef struct
{
  GArray *children; /* guint: cards right below it; NULL for none */
  int parent;       /* card, or -1 */
  double own_width; /* with what adjoins it */
  double own_height;
  double width; /* with all that is below it */
  double height;
} SdTreeNode;

typedef struct
{
  SdChart *chart;
  GArray *nodes; /* SdTreeNode, one a card */
  SdCardForm form;
  double target; /* how wide it may be */
  double width;  /* how wide it were in one line */
} SdTree;

static inline SdTreeNode *
sd_tree_node_at (const SdTree *tree, guint card)
{
  return &g_array_index (tree->nodes, SdTreeNode, card);
}

static inline SdChartCard *
sd_tree_card_at (const SdTree *tree, guint card)
{
  return sd_chart_card_at (tree->chart, card);
}

void    sd_tree_place_card     (SdTree            *tree,
                                guint              card,
                                double             x,
                                double             y,
                                double             least_height);
double  sd_tree_card_center    (const SdTree      *tree,
                                guint              card);
GArray *sd_tree_list_roots     (const SdTree      *tree,
                                const SdChartLane *lane);
guint   sd_tree_line_length    (const SdTree      *tree,
                                const GArray      *roots,
                                guint              first,
                                double             limit,
                                double            *width,
                                double            *height);

/* tree-top.c */
double  sd_tree_place_top      (SdTree            *tree,
                                SdChartLane       *lane,
                                double             middle,
                                double             y);
double  sd_tree_place_town     (SdTree            *tree,
                                double             middle,
                                double             y);
void    sd_tree_connect_groups (SdTree            *tree,
                                const SdChartLane *leading,
                                double             middle,
                                double             bottom,
                                double             bus);

G_END_DECLS
