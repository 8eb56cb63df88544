/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

/* Plaques, which are hung on a unit and taken down. */

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
  if (plaque == NULL || !sd_structure_check_name (structure, unit, request->name, error))
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
