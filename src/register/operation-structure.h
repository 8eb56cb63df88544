/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

gboolean sd_operation_bench_unit (SdDatabase       *database,
                                  const SdRequest  *request,
                                  SdEdit           *edit,
                                  GError          **error);
gboolean sd_operation_place_unit (SdDatabase       *database,
                                  const SdRequest  *request,
                                  SdEdit           *edit,
                                  GError          **error);

G_END_DECLS
