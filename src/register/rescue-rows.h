/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation.h"

G_BEGIN_DECLS

/**
 * SdRescueRequest:
 * @base: the request; its name is that of the county, where the file does not tell
 * @source: the damaged file
 * @missing: (element-type utf8): takes a sentence for each thing that could not be read
 *
 * What sd_operation_rescue() is asked for.
 */
typedef struct
{
  SdRequest base;
  SdDatabase *source;
  GPtrArray *missing;
} SdRescueRequest;

gboolean sd_operation_rescue (SdDatabase       *database,
                              const SdRequest  *request,
                              SdEdit           *edit,
                              GError          **error);

G_END_DECLS
