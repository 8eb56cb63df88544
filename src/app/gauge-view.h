/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rules/gauge.h"

G_BEGIN_DECLS

/**
 * SdGaugeView:
 *
 * One limit of the plan and how far it is used: name, figures, bar, and an icon that says the same
 * as the colour.
 */
#define SD_TYPE_GAUGE_VIEW (sd_gauge_view_get_type ())
G_DECLARE_FINAL_TYPE (SdGaugeView, sd_gauge_view, SD, GAUGE_VIEW, GtkWidget)

GtkWidget *sd_gauge_view_new       (void);
void       sd_gauge_view_set_gauge (SdGaugeView *self,
                                    SdGauge     *gauge,
                                    GListModel  *findings,
                                    gboolean     is_elsewhere);

G_END_DECLS
