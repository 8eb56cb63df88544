/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* The bench holds units that are not yet placed. They keep their plaques, headcount, posts and
 * duties, and the transfers and powers that go to them. */

static gboolean
check_may_wait (SdRow *unit, GError **error)
{
  if (sd_row_is (unit, SD_UNIT_STAGE, "bench"))
    return sd_structure_fail (error, _ ("“%s” is on the bench already."), sd_structure_name (unit));
  if (sd_row_is (unit, SD_UNIT_STAGE, "current"))
    return sd_structure_fail (error,
                              _ ("“%s” is of the current structure, which is as it is; only "
                                 "proposed units can be put on the bench."),
                              sd_structure_name (unit));

  return TRUE;
}

/* Puts a unit on the bench; @fate says what becomes of the units below it. */
gboolean
sd_operation_bench_unit (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                         GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (GHashTable) moving = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *name = NULL;
  SdRow *unit;

  unit = structure != NULL ? sd_structure_get_unit (structure, request->row_id, error) : NULL;
  if (unit == NULL || !check_may_wait (unit, error))
    return FALSE;
  if (request->fate == SD_FATE_ALONG)
    sd_structure_add_branch (structure, moving, sd_row_get_id (unit));
  else
    g_hash_table_add (moving, (gpointer) sd_row_get_id (unit));
  if (!sd_structure_settle_below (structure, unit, moving, request->fate, error) ||
      !sd_structure_change_stage (structure, moving, "bench", error))
    return FALSE;

  name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  edit->label = sd_label_encode (SD_LABEL_BENCH, &edit->place, name, NULL);
  return TRUE;
}

/* Places a unit from the bench, with those below it, in the proposed structure: as the kind @token
 * where that is given, under @parent_id or under none, at @rank among all units of the plan. */
gboolean
sd_operation_place_unit (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                         GError **error)
{
  const SdTable *table = sd_table_get (SD_TABLE_UNIT);
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (GHashTable) moving = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  SdRow *unit;

  unit = structure != NULL ? sd_structure_get_unit (structure, request->row_id, error) : NULL;
  if (unit == NULL)
    return FALSE;
  if (!sd_row_is (unit, SD_UNIT_STAGE, "bench"))
    return sd_structure_fail (error, _ ("“%s” is not on the bench."), sd_structure_name (unit));

  sd_structure_add_branch (structure, moving, sd_row_get_id (unit));
  if (!sd_structure_change_stage (structure, moving, "proposed", error) ||
      (request->token != NULL &&
       !sd_structure_set (structure, unit, SD_UNIT_KIND, request->token, error)) ||
      !sd_structure_set_superior (structure, unit, request->parent_id, error) ||
      !sd_table_renumber (database, table, request->plan_id, NULL, request->row_id, request->rank,
                          error))
    return FALSE;

  name = sd_operation_name_row (unit);
  kind = sd_label_name_value (table, SD_UNIT_KIND, sd_row_get_value (unit, SD_UNIT_KIND));
  sd_operation_set_place (edit, unit);
  edit->label = sd_label_encode (SD_LABEL_PLACE, &edit->place, name, kind, NULL);
  return TRUE;
}
