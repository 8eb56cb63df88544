/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-private.h"

G_BEGIN_DECLS

#define SD_CARD_PADDING 10.0
#define SD_CARD_STRIPE 4.0
#define SD_CARD_BADGE 26.0 /* room that the finding badge may take in the upper right corner */
#define SD_CARD_LINE_GAP 6.0
#define SD_CARD_SMALL 0.85

/* A card being filled from top to bottom. */
typedef struct
{
  SdChart *chart;
  SdRow *unit;
  GArray *shapes; /* SdChartShape */
  double width;
  double y;
} SdFilling;

GPtrArray *sd_filling_get_children (const SdFilling *filling,
                                    SdTableId        table);
void       sd_filling_set_row      (SdFilling       *filling,
                                    SdRow           *row);
double     sd_filling_last_height  (const SdFilling *filling);
void       sd_filling_add_stripe   (SdFilling       *filling,
                                    SdChartRect      rect);
void       sd_filling_add_bar      (SdFilling       *filling,
                                    double           left,
                                    double           width);
void       sd_filling_add_pips     (SdFilling       *filling,
                                    double           left,
                                    double           width);

/* card-upright.c */
void       sd_filling_fill_upright (SdFilling       *filling);

G_END_DECLS
