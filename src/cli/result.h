/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/checker.h"

G_BEGIN_DECLS

/**
 * SdResult:
 * @file: the file as it was named
 * @checks: (element-type SdCheck): what was found, a check a plan
 * @error: (nullable): why it could not be checked
 * @line: line of the error, or 0
 *
 * What came of one file.
 */
typedef struct
{
  char *file;
  GPtrArray *checks;
  GError *error;
} SdResult;

SdResult *sd_result_new        (const char *file);
void      sd_result_free       (SdResult   *self);
guint     sd_result_get_line   (SdResult   *self);

char     *sd_results_to_text   (GPtrArray  *results);
char     *sd_results_to_json   (GPtrArray  *results);
char     *sd_results_to_junit  (GPtrArray  *results);
char     *sd_results_to_svrl   (GPtrArray  *results,
                                GError    **error);

G_END_DECLS
