/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

GArray *sd_chart_card_shapes (SdPlan       *plan,
                              SdRow        *unit,
                              PangoContext *context,
                              double        width,
                              gint64        largest,
                              double       *height);

G_END_DECLS
