/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SdChartPage:
 *
 * The structure chart with what chooses how it is shown: lanes or tree, what the colours tell, and
 * how large; scrolled, panned and zoomed.
 */
#define SD_TYPE_CHART_PAGE (sd_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (SdChartPage, sd_chart_page, SD, CHART_PAGE, AdwBin)

void             sd_chart_page_set_session  (SdChartPage     *self,
                                             SdSession       *session);
void             sd_chart_page_set_coloring (SdChartPage     *self,
                                             SdChartColoring  coloring);
SdChartColoring  sd_chart_page_get_coloring (SdChartPage     *self);
SdChartView     *sd_chart_page_get_view     (SdChartPage     *self);

G_END_DECLS
