/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "structure.h"

G_BEGIN_DECLS

struct _SdStructure
{
  SdDatabase *database;
  char *plan_id;
  GPtrArray *units; /* of SdRow, in order */
};

G_END_DECLS
