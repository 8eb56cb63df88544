/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/blocks.h"
#include "rules/checker.h"

G_BEGIN_DECLS

/* What is exported into a folder; lists end with NULL. */
typedef struct
{
  char **files;     /* plans, counties or registers */
  char *plan;       /* (nullable): which plan of each file, else all */
  char **documents; /* document types; "all" for all */
  char **formats;
  char *folder;
} SdExportMany;

SdCheck *sd_export_check (SdChecker           *checker,
                          SdCounty            *county,
                          const char          *plan_id,
                          GError             **error);
void     sd_export_tell_problems (SdBlocks *blocks,
                                  GHashTable *told);
int      sd_export_many  (const SdExportMany  *what,
                          GError             **error);

G_END_DECLS
