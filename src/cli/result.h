/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/checker.h"

G_BEGIN_DECLS

/**
 * SdResult:
 * @file: the file as it was named
 * @checks: (element-type SdCheck): what was found, a check a plan
 * @plans: (element-type utf8): which plan each of @checks is of; %NULL where the file is one plan
 * @notices: what is to be said on standard error
 * @error: (nullable): why it could not be checked
 * @line: line of the error, or 0
 *
 * What came of one file.
 */
typedef struct
{
  char *file;
  GPtrArray *checks;
  GPtrArray *plans;
  GString *notices;
  GError *error;
} SdResult;

SdResult *sd_result_new        (const char  *file);
void      sd_result_free       (SdResult    *self);
guint     sd_result_get_line   (SdResult    *self);

char     *sd_result_to_text    (SdResult    *self);
char     *sd_result_to_json    (SdResult    *self,
                                gboolean     on_one_line);
char     *sd_result_to_junit   (SdResult    *self);
char     *sd_result_to_svrl    (SdResult    *self,
                                GError     **error);

G_END_DECLS
