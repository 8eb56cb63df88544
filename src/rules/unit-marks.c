/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit-marks.h"

/**
 * sd_findings_mark_units:
 * @findings: (element-type SdFinding): what was found
 * @plan: the plan that it was found in
 *
 * A finding is about a unit when it points to it or to a row of it, such as its quota.
 *
 * Returns: (transfer full) (element-type utf8 guint): the worst severity among the findings about
 *   each unit, and 1, by the unit's identifier; units without findings are not in it
 */
GHashTable *
sd_findings_mark_units (GListModel *findings, SdPlan *plan)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      SdRow *row = sd_row_set_find_row (SD_ROW_SET (plan), sd_finding_get_subject (finding));
      guint mark = (guint) sd_finding_get_severity (finding) + 1, before;

      while (row != NULL && sd_row_get_table_id (row) != SD_TABLE_UNIT)
        row = sd_row_set_find_row (SD_ROW_SET (plan), sd_row_get_parent_id (row));
      if (row == NULL)
        continue;
      before = GPOINTER_TO_UINT (g_hash_table_lookup (marks, sd_row_get_id (row)));
      if (before == 0 || mark < before)
        g_hash_table_replace (marks, g_strdup (sd_row_get_id (row)), GUINT_TO_POINTER (mark));
    }

  return marks;
}
