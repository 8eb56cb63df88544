/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

#define SD_DECLARE_OPERATION(name)                                                                 \
  gboolean sd_operation_##name (SdDatabase *database, const SdRequest *request, SdEdit *edit,      \
                                GError **error)

SD_DECLARE_OPERATION (bench_units);
SD_DECLARE_OPERATION (move_units);
SD_DECLARE_OPERATION (merge_units);
SD_DECLARE_OPERATION (split_unit);
SD_DECLARE_OPERATION (abolish_unit);
SD_DECLARE_OPERATION (copy_unit);
SD_DECLARE_OPERATION (shift_level);
SD_DECLARE_OPERATION (co_locate);
SD_DECLARE_OPERATION (separate);
SD_DECLARE_OPERATION (hand_over);
SD_DECLARE_OPERATION (hang_plaque);
SD_DECLARE_OPERATION (take_plaque);
SD_DECLARE_OPERATION (give_row);
SD_DECLARE_OPERATION (many);

#undef SD_DECLARE_OPERATION

G_END_DECLS
