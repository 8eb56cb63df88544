/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "pack.h"

G_BEGIN_DECLS

/* A case of a pack: a plan or a county, and what it must give. */
typedef struct
{
  char *path;
  xmlDoc *doc;
  gboolean for_county;
  char *beside;   /* the file with the list */
  char *expected; /* sorted lines of rule and severity; NULL where there is no list */
} SdPackCase;

GPtrArray *sd_pack_load_cases  (SdPack       *pack,
                                GError      **error);
char      *sd_pack_case_run    (SdPackCase   *self,
                                SdPack       *pack,
                                SchSchema    *schema,
                                SchCoverage  *coverage,
                                GError      **error);

G_END_DECLS
