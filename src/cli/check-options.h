/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coverage.h"
#include "result.h"

G_BEGIN_DECLS

/**
 * SdCheckOptions:
 *
 * What `sandingctl check` was asked for, and the rules that it checks by. Does not change once it
 * has been read, so all threads may look at it.
 */
typedef struct
{
  char *pack;
  char *rules;
  char *phase;
  char *format;
  char *fail_on;
  gboolean show_coverage;
  gboolean lint;
  gboolean stdin0;
  int jobs;
  int budget;
  char **files;

  SdChecker *checker;
  SchSchema *schema;    /* of --rules; else NULL */
  SdCoverage *coverage; /* NULL where it is not asked for */
  guint n_warnings;     /* of the rules themselves */
} SdCheckOptions;

gboolean  sd_check_options_read  (SdCheckOptions        *self,
                                  int                    argc,
                                  char                 **argv,
                                  GError               **error);
void      sd_check_options_clear (SdCheckOptions        *self);

SdResult *sd_check_input         (const SdCheckOptions  *options,
                                  const char            *name,
                                  GBytes                *bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdCheckOptions, sd_check_options_clear)

G_END_DECLS
