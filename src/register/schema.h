/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* "Sand", in the header of every register. */
#define SD_SCHEMA_APPLICATION_ID 0x53616e64

/* How many steps there are; the version of a register this program writes. */
#define SD_SCHEMA_VERSION 4

/**
 * SdSchemaState:
 * @SD_SCHEMA_CURRENT: a register of this program's version
 * @SD_SCHEMA_OLDER: a register that sd_schema_migrate() brings up to it
 */
typedef enum
{
  SD_SCHEMA_CURRENT,
  SD_SCHEMA_OLDER,
} SdSchemaState;

gboolean sd_schema_check       (SdDatabase         *database,
                                SdSchemaState      *state,
                                GError            **error);
gboolean sd_schema_get_version (SdDatabase         *database,
                                gint64             *version,
                                GError            **error);
gboolean sd_schema_create      (SdDatabase         *database,
                                GError            **error);
gboolean sd_schema_advance     (SdDatabase         *database,
                                guint               version,
                                GError            **error);
gboolean sd_schema_run_steps   (SdDatabase         *database,
                                const char *const  *steps,
                                guint               from,
                                guint               to,
                                GError            **error);
gboolean sd_schema_migrate     (SdDatabase         *database,
                                const char         *author,
                                GError            **error);
gboolean sd_schema_migrate_by  (SdDatabase         *database,
                                const char *const  *steps,
                                guint               n_steps,
                                const char         *author,
                                GError            **error);

G_END_DECLS
