/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"

G_BEGIN_DECLS

/**
 * SdMendStep:
 * @row: the row that is changed
 * @column: which of its columns
 * @value: what it is to hold; nothing clears it
 */
typedef struct
{
  SdRow *row;
  guint column;
  SdValue value;
} SdMendStep;

GArray *sd_mend_parse (SdPlan      *plan,
                       const char  *text,
                       GError     **error);

G_END_DECLS
