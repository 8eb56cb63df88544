/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* The bench holds units that are not yet placed. They keep their plaques, headcount, posts and
 * duties, and the transfers and powers that go to them. */

static GHashTable *
list_moving (SdStructure *structure, GPtrArray *units, SdFate fate, GError **error)
{
  g_autoptr (GHashTable) moving = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      SdRow *unit = g_ptr_array_index (units, i);

      if (!sd_structure_check_waits (unit, error))
        return NULL;
      if (fate == SD_FATE_ALONG)
        sd_structure_add_branch (structure, moving, sd_row_get_id (unit));
      else
        g_hash_table_add (moving, (gpointer) sd_row_get_id (unit));
    }

  return g_steal_pointer (&moving);
}

static gboolean
bench (SdStructure *structure, GPtrArray *units, SdFate fate, GError **error)
{
  g_autoptr (GHashTable) moving = list_moving (structure, units, fate, error);

  if (moving == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (!sd_structure_settle_below (structure, g_ptr_array_index (units, i), moving, fate, error))
      return FALSE;

  return sd_structure_change_stage (structure, moving, "bench", error);
}

/* Puts the units @ids on the bench; @fate says what becomes of the units below them. */
gboolean
sd_operation_bench_units (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                          GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (GPtrArray) units = NULL;

  units = structure != NULL ? sd_structure_collect (structure, request->ids, error) : NULL;
  if (units == NULL || !bench (structure, units, request->fate, error))
    return FALSE;

  sd_structure_describe (units, edit, SD_LABEL_BENCH, SD_LABEL_BENCH_UNITS, NULL);
  return TRUE;
}
