/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"

G_BEGIN_DECLS

/* A pack with one change in one of its files. */
typedef struct
{
  char *file;  /* rules.sch, county.sch or limits.xml */
  guint line;
  char *name;  /* such as "E1 test: < to <= (1)", one in its file */
  char *text;  /* what the changed place says now */
  char *ids;   /* of the assertions that it may change, with a blank around each; NULL for any */
  GBytes *bytes; /* the changed file */
} SdPackMutant;

GPtrArray *sd_pack_list_mutants (SdPack        *pack,
                                 GError       **error);

G_END_DECLS
