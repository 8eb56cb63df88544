/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* A unit goes; what hangs on it goes along, to its superior, or to the bench. */

/* What may be without the unit that had it, and must not be lost with it. */
static const SdTableId remaining[] = { SD_TABLE_QUOTA, SD_TABLE_POST, SD_TABLE_DUTY };

static gboolean
has_remains (SdStructure *structure, SdRow *unit, gboolean *has, GError **error)
{
  *has = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remaining); i++)
    {
      g_autoptr (GPtrArray) rows = sd_structure_list_rows (structure, remaining[i], unit, error);

      if (rows == NULL)
        return FALSE;
      *has = *has || rows->len > 0;
    }

  return TRUE;
}

static gboolean
give_remains (SdStructure *structure, SdRow *unit, SdRow *heir, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (remaining); i++)
    if (!sd_structure_take_rows (structure, remaining[i], unit, heir, error))
      return FALSE;

  return sd_structure_redirect (structure, unit, heir, error);
}

static SdRow *
find_heir (SdStructure *structure, SdRow *unit, SdFate fate, GError **error)
{
  SdRow *superior;

  if (fate == SD_FATE_BENCH)
    return sd_structure_make_waiting (structure, unit, error);
  if (!sd_row_has (unit, SD_UNIT_SUPERIOR))
    {
      sd_structure_fail (error,
                         _ ("“%s” has no superior to take over its posts, headcount and "
                            "duties. Put them on the bench, or abolish them with it."),
                         sd_structure_name (unit));
      return NULL;
    }
  superior = sd_structure_get_unit (structure, sd_row_get_text (unit, SD_UNIT_SUPERIOR), error);

  return superior != NULL ? g_object_ref (superior) : NULL;
}

static gboolean
abolish_branch (SdStructure *structure, SdRow *unit, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *units = sd_structure_get_units (structure);

  sd_structure_add_branch (structure, ids, sd_row_get_id (unit));
  for (guint i = units->len; i > 0; i--)
    if (g_hash_table_contains (ids, sd_row_get_id (g_ptr_array_index (units, i - 1))) &&
        g_ptr_array_index (units, i - 1) != unit &&
        !sd_structure_remove (structure, g_ptr_array_index (units, i - 1), error))
      return FALSE;

  return sd_structure_remove (structure, unit, error);
}

static gboolean
abolish_alone (SdStructure *structure, SdRow *unit, SdFate fate, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SdRow) heir = NULL;
  gboolean has;

  g_hash_table_add (ids, (gpointer) sd_row_get_id (unit));
  if (!sd_structure_settle_below (structure, unit, ids, fate, error) ||
      !has_remains (structure, unit, &has, error))
    return FALSE;
  if (has || (fate == SD_FATE_SUPERIOR && sd_row_has (unit, SD_UNIT_SUPERIOR)))
    {
      heir = find_heir (structure, unit, fate, error);
      if (heir == NULL || !give_remains (structure, unit, heir, error))
        return FALSE;
    }

  return sd_structure_remove (structure, unit, error);
}

/* Abolishes a unit; @fate says what becomes of the units below it, its posts, headcount and
 * duties. */
gboolean
sd_operation_abolish_unit (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                           GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (SdRow) unit = NULL;
  g_autofree char *name = NULL;
  SdRow *found;

  found = structure != NULL ? sd_structure_get_unit (structure, request->row_id, error) : NULL;
  if (found == NULL || (request->fate == SD_FATE_BENCH && !sd_structure_check_waits (found, error)))
    return FALSE;
  unit = g_object_ref (found);
  if (request->fate == SD_FATE_ALONG ? !abolish_branch (structure, unit, error)
                                     : !abolish_alone (structure, unit, request->fate, error))
    return FALSE;

  name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  edit->label = sd_label_encode (SD_LABEL_ABOLISH, &edit->place, name, NULL);
  return TRUE;
}
