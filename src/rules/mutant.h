/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An expression with one change. */
typedef struct
{
  char *change; /* such as "< to <= (2)": what, and at which of the places where it could be made */
  char *text;
} SdMutant;

GPtrArray *sd_mutants_of  (const char *expression);
void       sd_mutant_free (SdMutant   *self);

G_END_DECLS
