/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "flow.h"
#include "picture.h"

G_BEGIN_DECLS

/* A painter of one format: what a chart is made of, one after the other. */
typedef struct
{
  void (*rect) (gpointer data, const SdChartRect *rect, double radius, const double color[4],
                gboolean hollow);
  void (*text) (gpointer data, const SdChartShape *shape, double x, double y,
                const double color[4]);
  /* x and y of each corner in turn */
  void (*area) (gpointer data, const double *corners, guint n_corners, const double color[4]);
} SdPainter;

/* What can be painted, and how large it is; of a chart or a flow. */
typedef struct
{
  void (*paint) (gpointer subject, const SdPainter *painter, gpointer data);
  gpointer subject;
  double width, height;
} SdPainting;

void    sd_chart_paint         (gpointer           chart,
                                const SdPainter   *painter,
                                gpointer           data);
void    sd_flow_paint          (gpointer           flow,
                                const SdPainter   *painter,
                                gpointer           data);
double  sd_flow_painted_height (SdFlow            *flow);

GBytes *sd_painting_to_picture (const SdPainting  *painting,
                                SdPictureFormat    format,
                                GError           **error);
GBytes *sd_png_write           (cairo_surface_t   *surface);
GBytes *sd_painting_to_svg     (const SdPainting  *painting);
void    sd_painting_to_cairo   (const SdPainting  *painting,
                                cairo_t           *cr);

G_END_DECLS
