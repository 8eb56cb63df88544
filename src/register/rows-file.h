/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register-many.h"

G_BEGIN_DECLS

/**
 * SdRowsFile:
 * @rows: (element-type GArray): of each line that could be read, its values, of #SdFieldValue
 * @refused: (element-type utf8): of each line that could not, a sentence with its place and what
 * was expected
 * @passed_by: (element-type utf8): headings of columns that are not the table's
 *
 * What a file of comma-separated values says of new rows of a table.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *refused;
  GPtrArray *passed_by;
} SdRowsFile;

gboolean sd_rows_file_read (SdRowsFile *self,
                            SdPlan *plan,
                            SdTableId table,
                            const char *name,
                            GBytes *bytes,
                            GError **error);
void sd_rows_file_clear (SdRowsFile *self);
gboolean sd_rows_read_value (
    SdPlan *plan, const SdColumn *column, const char *text, SdValue *value, char **expected);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdRowsFile, sd_rows_file_clear)

G_END_DECLS
