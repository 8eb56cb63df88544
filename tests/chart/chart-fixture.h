/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* A small plan, and a chart of it. Identifiers are this with two digits. */
#define GROUND "00000000-0000-4000-8000-0000000000"

SdRow   *put        (SdPlan             *plan,
                     SdTableId           table,
                     const char         *id,
                     const char         *parent,
                     gint64              rank);
void     set_text   (SdRow              *row,
                     guint               column,
                     const char         *text);
SdRow   *put_unit   (SdPlan             *plan,
                     const char         *id,
                     gint64              rank,
                     const char         *kind,
                     const char         *name);
void     put_quota  (SdPlan             *plan,
                     const char         *id,
                     const char         *unit,
                     const char         *type,
                     gint64              approved);
SdPlan  *make_plan  (void);
SdChart *make_chart (SdPlan             *plan,
                     SdChartArrangement  arrangement,
                     double              width);

G_END_DECLS
