/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/chart.h"
#include "rules/finding.h"

G_BEGIN_DECLS

/**
 * SdChartCardView:
 *
 * One unit on the structure chart: paints the shapes of its card, and bears the badge of the unit's
 * findings. A widget of its own, so that it has a name for screen readers and takes the focus.
 */
#define SD_TYPE_CHART_CARD_VIEW (sd_chart_card_view_get_type ())
G_DECLARE_FINAL_TYPE (SdChartCardView, sd_chart_card_view, SD, CHART_CARD_VIEW, GtkWidget)

GtkWidget *sd_chart_card_view_new          (SdRow             *unit);
SdRow     *sd_chart_card_view_get_unit     (SdChartCardView   *self);
gboolean   sd_chart_card_view_is_ghost     (SdChartCardView   *self);
SdRow     *sd_chart_card_view_pick_row     (SdChartCardView   *self,
                                            double             x,
                                            double             y);
GdkPaintable *sd_chart_card_view_paint_row (SdChartCardView   *self,
                                            SdRow             *row);
void       sd_chart_card_view_set_card     (SdChartCardView   *self,
                                            const SdChartCard *card);
void       sd_chart_card_view_set_context  (SdChartCardView   *self,
                                            const char        *context);
void       sd_chart_card_view_set_selected (SdChartCardView   *self,
                                            gboolean           selected);
void       sd_chart_card_view_set_findings (SdChartCardView   *self,
                                            guint              n_findings,
                                            SdSeverity         worst,
                                            const char        *messages);

void       sd_chart_snapshot_shape         (GtkWidget          *widget,
                                            GtkSnapshot        *snapshot,
                                            const SdChartShape *shape);
void       sd_chart_get_quota_color        (GtkWidget          *widget,
                                            guint               type,
                                            GdkRGBA            *color);

G_END_DECLS
