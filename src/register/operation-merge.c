/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* Several units become one: what hangs on those that go hangs on the one that stays. */

typedef struct
{
  SdStructure *structure;
  SdRow *target;
  GPtrArray *units; /* those that go */
  GHashTable *ids;  /* theirs */
} Merge;

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->structure, sd_structure_free);
  g_clear_pointer (&merge->units, g_ptr_array_unref);
  g_clear_pointer (&merge->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static gboolean
is_of_stage (SdRow *unit, SdRow *other)
{
  return sd_row_is (unit, SD_UNIT_STAGE, sd_row_get_text (other, SD_UNIT_STAGE));
}

static gboolean
check_unit (Merge *merge, SdRow *unit, GError **error)
{
  const gboolean waits = sd_row_is (unit, SD_UNIT_STAGE, "bench");

  /* What waits may go into what is placed, and not the other way. */
  if (!is_of_stage (unit, merge->target) &&
      !(waits && sd_row_is (merge->target, SD_UNIT_STAGE, "proposed")))
    return sd_structure_fail (error, _ ("“%s” and “%s” are not of the same structure."),
                              sd_structure_name (unit), sd_structure_name (merge->target));
  if (unit == merge->target)
    return sd_structure_fail (error, _ ("“%s” cannot be merged with itself."),
                              sd_structure_name (unit));

  g_hash_table_add (merge->ids, (gpointer) sd_row_get_id (unit));
  return TRUE;
}

static gboolean
load (Merge *merge, SdDatabase *database, const SdRequest *request, GError **error)
{
  merge->structure = sd_structure_load (database, request->plan_id, error);
  merge->ids = g_hash_table_new (g_str_hash, g_str_equal);
  merge->target = merge->structure != NULL
                      ? sd_structure_get_unit (merge->structure, request->row_id, error)
                      : NULL;
  merge->units =
      merge->target != NULL ? sd_structure_collect (merge->structure, request->ids, error) : NULL;
  for (guint i = 0; merge->units != NULL && i < merge->units->len; i++)
    if (!check_unit (merge, g_ptr_array_index (merge->units, i), error))
      return FALSE;

  return merge->units != NULL;
}

/* The target takes the place of the units that go, but for those above it: what was between them
 * would be above and below it. What was below one that waited waits on. */
static gboolean
settle_superior (Merge *merge, SdRow *unit, GHashTable *above, GError **error)
{
  const char *superior = sd_row_get_text (unit, SD_UNIT_SUPERIOR);
  g_autofree char *outside = NULL;

  if (superior == NULL || !g_hash_table_contains (merge->ids, superior))
    return TRUE;
  if (!is_of_stage (unit, merge->target))
    return sd_structure_set (merge->structure, unit, SD_UNIT_SUPERIOR, NULL, error);
  outside = g_strdup (sd_structure_get_outside (merge->structure, unit, merge->ids));

  return sd_structure_set (
      merge->structure, unit, SD_UNIT_SUPERIOR,
      g_hash_table_contains (above, sd_row_get_id (unit)) ? outside : sd_row_get_id (merge->target),
      error);
}

/* A unit that works as one with another is not the host of a third. */
static gboolean
settle_co_location (Merge *merge, SdRow *unit, GError **error)
{
  const char *host = sd_row_get_text (unit, SD_UNIT_CO_LOCATED_WITH);
  const char *next = sd_row_get_text (merge->target, SD_UNIT_CO_LOCATED_WITH);

  if (host == NULL || !g_hash_table_contains (merge->ids, host))
    return TRUE;
  if (next == NULL)
    next = sd_row_get_id (merge->target);
  if (g_str_equal (next, sd_row_get_id (unit)) || !is_of_stage (unit, merge->target))
    next = NULL;

  return sd_structure_set (merge->structure, unit, SD_UNIT_CO_LOCATED_WITH, next, error);
}

static gboolean
settle_ties (Merge *merge, GError **error)
{
  GPtrArray *units = sd_structure_get_units (merge->structure);
  g_autoptr (GHashTable) above = g_hash_table_new (g_str_hash, g_str_equal);
  SdRow *unit = merge->target;

  while (unit != NULL && g_hash_table_add (above, (gpointer) sd_row_get_id (unit)))
    unit = sd_row_has (unit, SD_UNIT_SUPERIOR)
               ? sd_structure_get_unit (merge->structure, sd_row_get_text (unit, SD_UNIT_SUPERIOR),
                                        NULL)
               : NULL;
  /* The target first, so that it is no longer with one that goes. */
  if (!settle_superior (merge, merge->target, above, error) ||
      (sd_row_has (merge->target, SD_UNIT_CO_LOCATED_WITH) &&
       g_hash_table_contains (merge->ids,
                              sd_row_get_text (merge->target, SD_UNIT_CO_LOCATED_WITH)) &&
       !sd_structure_set (merge->structure, merge->target, SD_UNIT_CO_LOCATED_WITH, NULL, error)))
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      unit = g_ptr_array_index (units, i);
      if (unit != merge->target && !g_hash_table_contains (merge->ids, sd_row_get_id (unit)) &&
          (!settle_superior (merge, unit, above, error) ||
           !settle_co_location (merge, unit, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_name (Merge *merge, SdRow *unit, GError **error)
{
  g_autoptr (SdRow) plaque = NULL;
  gboolean bears;

  if (!sd_structure_bears_name (merge->structure, merge->target, sd_structure_name (unit), &bears,
                                error))
    return FALSE;
  if (bears)
    return TRUE;
  plaque = sd_structure_new_row (merge->structure, SD_TABLE_PLAQUE, merge->target, NULL, error);
  if (plaque == NULL)
    return FALSE;
  sd_row_set_value (plaque, SD_PLAQUE_NAME, sd_row_get_value (unit, SD_UNIT_NAME));

  return sd_structure_insert (merge->structure, plaque, error);
}

static gboolean
take_over (Merge *merge, SdRow *unit, gboolean keeps_name, GError **error)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->parent == SD_TABLE_UNIT &&
        !sd_structure_take_rows (merge->structure, i, unit, merge->target, error))
      return FALSE;

  return (!keeps_name || keep_name (merge, unit, error)) &&
         sd_structure_redirect (merge->structure, unit, merge->target, error) &&
         sd_structure_remove (merge->structure, unit, error);
}

/* Merges the units @ids into the unit; with @flag, their names stay as plaques. */
gboolean
sd_operation_merge_units (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                          GError **error)
{
  g_auto (Merge) merge = { NULL };
  g_autofree char *target = NULL;

  if (!load (&merge, database, request, error) || !settle_ties (&merge, error))
    return FALSE;
  for (guint i = 0; i < merge.units->len; i++)
    if (!take_over (&merge, g_ptr_array_index (merge.units, i), request->flag, error))
      return FALSE;

  target = sd_operation_name_row (merge.target);
  sd_structure_describe (merge.units, edit, SD_LABEL_MERGE, SD_LABEL_MERGE_UNITS, target);
  sd_operation_set_place (edit, merge.target);
  return TRUE;
}
