/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"

G_BEGIN_DECLS

/**
 * SdPackTest:
 * @n_cases: cases that were run
 * @n_assertions: assertions of the pack, gauges left out
 * @problems: (element-type utf8): what is wrong, each a sentence that begins with the place: a case
 *   that gives other findings, an assertion that no case fails, or that none passes
 *
 * What came of running a pack's cases.
 */
typedef struct
{
  guint n_cases;
  guint n_assertions;
  GPtrArray *problems;
} SdPackTest;

SdPackTest *sd_pack_run_cases  (SdPack      *pack,
                                GError     **error);
void        sd_pack_test_free  (SdPackTest  *self);

char       *sd_packs_cover     (GPtrArray   *packs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdPackTest, sd_pack_test_free)

G_END_DECLS
