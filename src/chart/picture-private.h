/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture.h"

G_BEGIN_DECLS

/* A painter of one format: what a chart is made of, one after the other. */
typedef struct
{
  void (*rect) (gpointer data, const SdChartRect *rect, double radius, const double color[4],
                gboolean hollow);
  void (*text) (gpointer data, const SdChartShape *shape, double x, double y,
                const double color[4]);
} SdPainter;

void    sd_chart_paint        (SdChart         *self,
                               const SdPainter *painter,
                               gpointer         data);
GBytes *sd_chart_to_svg       (SdChart         *self);

G_END_DECLS
