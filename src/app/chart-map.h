/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-view.h"

G_BEGIN_DECLS

/**
 * SdChartMap:
 *
 * The whole chart in a corner, with a frame around what can be seen of it; click or drag to look
 * elsewhere. It shows itself only where there is more than can be seen.
 */
#define SD_TYPE_CHART_MAP (sd_chart_map_get_type ())
G_DECLARE_FINAL_TYPE (SdChartMap, sd_chart_map, SD, CHART_MAP, GtkWidget)

void sd_chart_map_set_view (SdChartMap        *self,
                            SdChartView       *view,
                            GtkScrolledWindow *scroller);

G_END_DECLS
