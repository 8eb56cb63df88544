/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"
#include "session.h"

G_BEGIN_DECLS

#define SD_CHART_LEAST_ZOOM 0.1
#define SD_CHART_MOST_ZOOM 4.0

/**
 * SdChartView:
 *
 * The structure of a plan as cards, which is also where it is edited: select, set up, rename,
 * abolish, and drag to another place. Meant for a #GtkViewport; it paints what can be seen in that.
 */
#define SD_TYPE_CHART_VIEW (sd_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (SdChartView, sd_chart_view, SD, CHART_VIEW, GtkWidget)

GtkWidget  *sd_chart_view_new             (void);
void        sd_chart_view_set_session     (SdChartView        *self,
                                           SdSession          *session);
void        sd_chart_view_set_stage       (SdChartView        *self,
                                           const char         *stage);
const char *sd_chart_view_get_stage       (SdChartView        *self);
void        sd_chart_view_set_zoom        (SdChartView        *self,
                                           double              zoom);
double      sd_chart_view_get_zoom        (SdChartView        *self);
void        sd_chart_view_set_arrangement (SdChartView        *self,
                                           SdChartArrangement  arrangement);
void        sd_chart_view_set_coloring    (SdChartView        *self,
                                           SdChartColoring     coloring);
SdChart    *sd_chart_view_get_chart       (SdChartView        *self);
gboolean    sd_chart_view_focus_selected  (SdChartView        *self);
void        sd_chart_view_get_size        (SdChartView        *self,
                                           int                *width,
                                           int                *height);
gboolean    sd_chart_view_get_bounds      (SdChartView        *self,
                                           const char         *unit_id,
                                           SdChartRect        *bounds);

G_END_DECLS
