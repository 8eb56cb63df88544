/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register.h"

G_BEGIN_DECLS

void sd_register_bench_unit_async (SdRegister           *self,
                                   const char           *plan_id,
                                   const char           *unit_id,
                                   SdFate                fate,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
void sd_register_place_unit_async (SdRegister           *self,
                                   const char           *plan_id,
                                   const char           *unit_id,
                                   const char           *kind,
                                   const char           *superior_id,
                                   gint64                rank,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);

G_END_DECLS
