/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * SdGrouping:
 *
 * What findings are put together by: how severe they are, the unit that they are about, or the
 * clause that they rest on. Those of the county as a whole, and those with an exception, stand at
 * the end in any case.
 */
typedef enum
{
  SD_GROUPING_SEVERITY,
  SD_GROUPING_UNIT,
  SD_GROUPING_CLAUSE,
} SdGrouping;

#define SD_N_GROUPINGS 3

SdRow  *sd_finding_find_unit         (SdSession  *session,
                                      SdFinding  *finding);
SdPack *sd_finding_find_pack         (SdSession  *session,
                                      SdFinding  *finding);
char   *sd_finding_describe_clause   (SdSession  *session,
                                      SdFinding  *finding);

int     sd_finding_group_compare     (SdSession  *session,
                                      SdGrouping  grouping,
                                      SdFinding  *a,
                                      SdFinding  *b);
char   *sd_finding_group_get_title   (SdSession  *session,
                                      SdGrouping  grouping,
                                      SdFinding  *finding);

G_END_DECLS
