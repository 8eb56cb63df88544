/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"
#include "register/register-structure.h"

G_BEGIN_DECLS

gboolean sd_units_have_below (SdPlan              *plan,
                              const char *const   *unit_ids);
gboolean sd_rows_would_move  (SdPlan              *plan,
                              SdTableId            table,
                              const char *const   *row_ids,
                              const SdChartPlace  *place);
void     sd_rows_move_async  (SdRegister          *reg,
                              SdPlan              *plan,
                              SdTableId            table,
                              const char *const   *row_ids,
                              const SdChartPlace  *place,
                              SdFate               fate,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

G_END_DECLS
