/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart.h"
#include "register/register-structure.h"

G_BEGIN_DECLS

gboolean sd_units_would_move (SdPlan              *plan,
                              const char *const   *unit_ids,
                              const SdChartPlace  *place);
gboolean sd_units_have_below (SdPlan              *plan,
                              const char *const   *unit_ids);
void     sd_units_move_async (SdRegister          *reg,
                              SdPlan              *plan,
                              const char *const   *unit_ids,
                              const SdChartPlace  *place,
                              SdFate               fate,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

G_END_DECLS
