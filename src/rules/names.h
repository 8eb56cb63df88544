/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "plan/table.h"

G_BEGIN_DECLS

/* What is told of a name in an expression: a sentence, which is taken. */
typedef void (*SdNamesTell) (gpointer data, char *sentence);

/* What expressions may name beside the plan's tables. */
typedef struct
{
  const char *plan_prefix;   /* of the plan's namespace */
  const char *limits_prefix; /* of the limits' namespace */
  const char *pack;          /* id of the pack */
  GHashTable *variables;     /* char → char: the element that a variable holds; "" where unknown */
  /* Sets of char. */
  GHashTable *limits, *lists, *parameters, *readings, *choices;
  SdNamesTell tell;
  gpointer data;
} SdNames;

char *sd_names_check (const SdNames *self,
                      const char    *expression,
                      const char    *context);

G_END_DECLS
