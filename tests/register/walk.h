/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register-fixture.h"

/* Random edits, the same for the same seed. */
typedef struct
{
  Fixture f;
  GRand *rand;
  SdCounty *sample; /* what is imported again now and then */
  guint n_done;
  guint n_refused;
} Walk;

int         walk_int            (Walk            *walk,
                                 int              begin,
                                 int              end);
gboolean    walk_chance         (Walk            *walk,
                                 int              percent);
SdRow      *walk_row            (Walk            *walk,
                                 SdRowSet        *set,
                                 SdTableId        table);
SdPlan     *walk_plan           (Walk            *walk);
const char *walk_unit_id        (Walk            *walk,
                                 SdPlan          *plan);
const char *walk_token          (Walk            *walk,
                                 SdEnumerationId  id);
void        walk_value          (Walk            *walk,
                                 SdPlan          *plan,
                                 const SdColumn  *column,
                                 SdValue         *value);

void        walk_edit_rows      (Walk            *walk,
                                 SdPlan          *plan);
gboolean    walk_edit_structure (Walk            *walk,
                                 SdPlan          *plan);
