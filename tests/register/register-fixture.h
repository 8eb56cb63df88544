/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/register.h"

/* A register in a folder of its own, with a random county imported, and a way to wait for edits. */
typedef struct
{
  char *folder;
  GFile *file;
  SdRegister *reg;
  char *plan_id;

  guint n_waiting;
  GError *error;
  char *new_id;
} Fixture;

void       fixture_set_up    (Fixture            *fixture,
                              gconstpointer       seed);
void       fixture_tear_down (Fixture            *fixture,
                              gconstpointer       unused);
void       fixture_reopen    (Fixture            *fixture);
SdCounty  *fixture_read_file (Fixture            *fixture);
void       fixture_on_edited (GObject            *source,
                              GAsyncResult       *result,
                              gpointer            fixture);
gboolean   fixture_wait      (Fixture            *fixture);
SdPlan    *fixture_plan      (Fixture            *fixture);
SdRow     *fixture_any_row   (Fixture            *fixture,
                              GRand              *rand,
                              SdTableId           table);
