/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "finding-group.h"

#include <glib/gi18n-lib.h>

#include "severity.h"

/* Where findings stand that stand at the end in any case. */
typedef enum
{
  PLACE_GROUPED,
  PLACE_COUNTY,
  PLACE_EXCEPTIONS,
} Place;

/* Helpers */

static Place
place_of (SdFinding *finding)
{
  if (sd_finding_get_exception (finding) != NULL)
    return PLACE_EXCEPTIONS;

  return sd_finding_get_is_of_county (finding) ? PLACE_COUNTY : PLACE_GROUPED;
}

/* Units stand as in the structure, after what is about the plan as a whole. */
static int
rank_of_unit (SdSession *session, SdFinding *finding)
{
  SdRow *unit = sd_finding_find_unit (session, finding);

  return unit != NULL ? (int) sd_row_get_rank (unit) : -1;
}

static int
index_of_pack (SdSession *session, SdFinding *finding)
{
  GPtrArray *packs = sd_checker_get_packs (sd_session_get_checker (session));

  for (guint i = 0; i < packs->len; i++)
    if (g_strcmp0 (sd_pack_get_id (packs->pdata[i]), sd_finding_get_pack (finding)) == 0)
      return (int) i;

  return -1;
}

static int
index_of_clause (SdSession *session, SdFinding *finding)
{
  SdPack *pack = sd_finding_find_pack (session, finding);
  const char *clause = sd_finding_get_clause (finding);

  return pack != NULL && clause != NULL ? sd_pack_get_clause_index (pack, clause) : -1;
}

static int
compare_clauses (SdSession *session, SdFinding *a, SdFinding *b)
{
  int result = index_of_pack (session, a) - index_of_pack (session, b);

  if (result == 0)
    result = index_of_clause (session, a) - index_of_clause (session, b);
  if (result == 0)
    result = g_strcmp0 (sd_finding_get_clause (a), sd_finding_get_clause (b));

  return result;
}

static char *
get_clause_title (SdSession *session, SdFinding *finding)
{
  SdPack *pack = sd_finding_find_pack (session, finding);
  char *clause = sd_finding_describe_clause (session, finding);

  if (clause != NULL)
    return clause;

  return g_strdup (pack != NULL ? sd_pack_get_title (pack) : _ ("Without a Clause"));
}

/* Public functions */

/**
 * sd_finding_find_unit:
 * @session: a session
 * @finding: a finding of it
 *
 * Returns: (transfer none) (nullable): the unit that it is about; %NULL where it is about the plan
 *   as a whole
 */
SdRow *
sd_finding_find_unit (SdSession *session, SdFinding *finding)
{
  SdPlan *plan = sd_session_get_plan (session);
  const char *subject = sd_finding_get_subject (finding);
  SdRow *row = NULL;

  if (plan != NULL && subject != NULL)
    row = sd_row_set_find_row (SD_ROW_SET (plan), subject);
  while (row != NULL && sd_row_get_table_id (row) != SD_TABLE_UNIT)
    row = sd_row_set_find_row (SD_ROW_SET (plan), sd_row_get_parent_id (row));

  return row;
}

/**
 * sd_finding_find_pack:
 * @session: a session
 * @finding: a finding of it
 *
 * Returns: (transfer none) (nullable): the pack whose rule it breaks
 */
SdPack *
sd_finding_find_pack (SdSession *session, SdFinding *finding)
{
  GPtrArray *packs = sd_checker_get_packs (sd_session_get_checker (session));
  int index = index_of_pack (session, finding);

  return index >= 0 ? packs->pdata[index] : NULL;
}

/**
 * sd_finding_describe_clause:
 * @session: a session
 * @finding: a finding of it
 *
 * Returns: (transfer full) (nullable): the clause, with what it is about where the pack says so
 */
char *
sd_finding_describe_clause (SdSession *session, SdFinding *finding)
{
  const char *clause = sd_finding_get_clause (finding);
  SdPack *pack = sd_finding_find_pack (session, finding);
  g_autofree char *title = NULL;

  if (clause == NULL || *clause == '\0')
    return NULL;

  title = pack != NULL ? sd_pack_describe_clause (pack, clause) : NULL;

  return title != NULL ? g_strdup_printf ("%s  %s", clause, title) : g_strdup (clause);
}

/**
 * sd_finding_group_compare:
 * @session: a session
 * @grouping: what findings are put together by
 * @a: a finding of the session
 * @b: another
 *
 * Returns: less than, equal to or greater than 0 as the group of @a stands before that of @b, is
 * the same, or stands after it
 */
int
sd_finding_group_compare (SdSession *session, SdGrouping grouping, SdFinding *a, SdFinding *b)
{
  if (place_of (a) != place_of (b))
    return (int) place_of (a) - (int) place_of (b);
  if (place_of (a) != PLACE_GROUPED)
    return 0;

  switch (grouping)
    {
    case SD_GROUPING_UNIT:
      return rank_of_unit (session, a) - rank_of_unit (session, b);
    case SD_GROUPING_CLAUSE:
      return compare_clauses (session, a, b);
    case SD_GROUPING_SEVERITY:
    default:
      return (int) sd_finding_get_severity (a) - (int) sd_finding_get_severity (b);
    }
}

/**
 * sd_finding_group_get_title:
 * @session: a session
 * @grouping: what findings are put together by
 * @finding: a finding of the session
 *
 * Returns: (transfer full): what the group of the finding is called
 */
char *
sd_finding_group_get_title (SdSession *session, SdGrouping grouping, SdFinding *finding)
{
  SdRow *unit;

  if (place_of (finding) == PLACE_EXCEPTIONS)
    return g_strdup (_ ("Exceptions"));
  if (place_of (finding) == PLACE_COUNTY)
    return g_strdup (_ ("The County as a Whole"));

  switch (grouping)
    {
    case SD_GROUPING_UNIT:
      unit = sd_finding_find_unit (session, finding);
      return g_strdup (unit != NULL ? sd_row_get_text (unit, SD_UNIT_NAME)
                                    : _ ("The Plan as a Whole"));
    case SD_GROUPING_CLAUSE:
      return get_clause_title (session, finding);
    case SD_GROUPING_SEVERITY:
    default:
      return g_strdup (sd_severity_get_title (sd_finding_get_severity (finding)));
    }
}
