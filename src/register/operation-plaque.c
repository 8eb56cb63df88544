/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* Plaques, posts, headcount and duties, which hang on one unit or another. */

static gboolean
check_name (SdStructure *structure, SdRow *unit, const char *name, GError **error)
{
  gboolean bears;

  if (!sd_structure_bears_name (structure, unit, name, &bears, error))
    return FALSE;

  return !bears || sd_structure_fail (error, _ ("“%s” bears the name “%s” already."),
                                      sd_structure_name (unit), name);
}

/* Hangs a plaque with the name @name on a unit. */
gboolean
sd_operation_hang_plaque (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                          GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (SdRow) plaque = NULL;
  g_autofree char *plaque_name = NULL;
  g_autofree char *unit_name = NULL;
  SdRow *unit;

  unit = structure != NULL ? sd_structure_get_unit (structure, request->row_id, error) : NULL;
  plaque =
      unit != NULL ? sd_structure_new_row (structure, SD_TABLE_PLAQUE, unit, NULL, error) : NULL;
  if (plaque == NULL || !check_name (structure, unit, request->name, error))
    return FALSE;
  sd_row_set_value (plaque, SD_PLAQUE_NAME, &(SdValue) SD_VALUE_INIT_TEXT (request->name));
  if (!sd_structure_insert (structure, plaque, error))
    return FALSE;

  plaque_name = sd_operation_name_row (plaque);
  unit_name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, plaque);
  edit->row_id = g_strdup (sd_row_get_id (plaque));
  edit->label = sd_label_encode (SD_LABEL_HANG, &edit->place, plaque_name, unit_name, NULL);
  return TRUE;
}

/* Takes a plaque down. */
gboolean
sd_operation_take_plaque (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                          GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (SdRow) plaque = NULL;
  g_autofree char *plaque_name = NULL;
  g_autofree char *unit_name = NULL;
  SdRow *unit;

  plaque = structure != NULL
               ? sd_structure_get_row (structure, SD_TABLE_PLAQUE, request->row_id, error)
               : NULL;
  unit = plaque != NULL ? sd_structure_get_unit (structure, sd_row_get_parent_id (plaque), error)
                        : NULL;
  if (unit == NULL || !sd_structure_remove (structure, plaque, error))
    return FALSE;

  plaque_name = sd_operation_name_row (plaque);
  unit_name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  edit->label = sd_label_encode (SD_LABEL_TAKE, &edit->place, plaque_name, unit_name, NULL);
  return TRUE;
}

/* The unit of the bench that holds what a body has lost, or a new one named after it. */
static SdRow *
find_waiting (SdStructure *structure, SdRow *unit, GError **error)
{
  GPtrArray *units = sd_structure_get_units (structure);

  if (!sd_structure_check_waits (unit, error))
    return NULL;
  for (guint i = 0; i < units->len; i++)
    {
      SdRow *other = g_ptr_array_index (units, i);

      if (sd_row_is (other, SD_UNIT_STAGE, "bench") &&
          sd_row_is (other, SD_UNIT_NAME, sd_structure_name (unit)))
        return g_object_ref (other);
    }

  return sd_structure_make_waiting (structure, unit, error);
}

static SdRow *
find_target (SdStructure *structure, SdRow *unit, const char *id, GError **error)
{
  SdRow *target;

  if (id == NULL)
    return find_waiting (structure, unit, error);

  target = sd_structure_get_unit (structure, id, error);
  return target != NULL ? g_object_ref (target) : NULL;
}

static gboolean
check_target (SdStructure *structure, SdRow *row, SdRow *unit, SdRow *target, GError **error)
{
  if (!sd_structure_check_same (unit, target, error))
    return FALSE;
  if (unit == target)
    return sd_structure_fail (error, _ ("It is with “%s” already."), sd_structure_name (unit));

  return sd_row_get_table_id (row) != SD_TABLE_PLAQUE ||
         check_name (structure, target, sd_row_get_text (row, SD_PLAQUE_NAME), error);
}

/* Moves a row that a unit has, of @table, to the unit @parent_id, or to the bench where that is not
 * given. */
gboolean
sd_operation_give_row (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autofree char *what = sd_label_name_table (request->table);
  g_autofree char *name = NULL;
  g_autofree char *target_name = NULL;
  g_autoptr (SdRow) row = NULL;
  g_autoptr (SdRow) target = NULL;
  SdRow *unit;

  row = structure != NULL ? sd_structure_get_row (structure, request->table, request->row_id, error)
                          : NULL;
  unit = row != NULL ? sd_structure_get_unit (structure, sd_row_get_parent_id (row), error) : NULL;
  target = unit != NULL ? find_target (structure, unit, request->parent_id, error) : NULL;
  if (target == NULL || !check_target (structure, row, unit, target, error) ||
      !sd_structure_take_row (structure, row, target, error))
    return FALSE;

  name = sd_operation_name_row (row);
  target_name = sd_operation_name_row (target);
  sd_operation_set_place (edit, target);
  if (request->parent_id == NULL)
    edit->label = sd_label_encode (SD_LABEL_BENCH_ROW, &edit->place, what, name, NULL);
  else
    edit->label = sd_label_encode (SD_LABEL_GIVE, &edit->place, what, name, target_name, NULL);
  return TRUE;
}
