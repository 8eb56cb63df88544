/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database.h"

G_BEGIN_DECLS

/* The version of the schema that this program writes; `user_version` of the file. */
#define SD_SCHEMA_VERSION 1

gboolean sd_schema_create  (SdDatabase *database,
                            GError    **error);
gboolean sd_schema_check   (SdDatabase *database,
                            GError    **error);
gboolean sd_schema_migrate (SdDatabase *database,
                            GError    **error);

G_END_DECLS
