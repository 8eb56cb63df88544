/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types.h"

G_BEGIN_DECLS

/**
 * SdCsvRecord:
 * @line: the line it begins in, counted from 1
 * @fields: (element-type utf8): its fields
 */
typedef struct
{
  guint line;
  GPtrArray *fields;
} SdCsvRecord;

char      *sd_csv_decode  (const char *name,
                           GBytes     *bytes,
                           GError    **error);
GPtrArray *sd_csv_parse   (const char *name,
                           const char *text,
                           char        separator,
                           GError    **error);
void       sd_csv_append  (GString    *text,
                           const char *field,
                           char        separator);

G_END_DECLS
