/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit-move.h"

/* What dropping units at a place does, to the register or to a clone of it on which it is tried. */

static SdRow *
get_unit (SdPlan *plan, const char *unit_id)
{
  return sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, unit_id);
}

static gboolean
is_on_bench (SdPlan *plan, const char *unit_id)
{
  SdRow *unit = get_unit (plan, unit_id);

  return unit != NULL && sd_row_is (unit, SD_UNIT_STAGE, "bench");
}

/**
 * sd_units_would_move:
 * @plan: a plan
 * @unit_ids: (array zero-terminated=1): units of it
 * @place: where they are dropped
 *
 * Returns: whether that changes anything
 */
gboolean
sd_units_would_move (SdPlan *plan, const char *const *unit_ids, const SdChartPlace *place)
{
  SdRow *unit = get_unit (plan, unit_ids[0]);

  if (unit == NULL)
    return FALSE;
  if (place->is_bench)
    return !is_on_bench (plan, unit_ids[0]);

  return unit_ids[1] != NULL || is_on_bench (plan, unit_ids[0]) ||
         place->rank != sd_row_get_rank (unit) ||
         !sd_row_is (unit, SD_UNIT_KIND, place->kind->name) ||
         g_strcmp0 (place->superior_id, sd_row_get_text (unit, SD_UNIT_SUPERIOR)) != 0;
}

/**
 * sd_units_have_below:
 * @plan: a plan
 * @unit_ids: (array zero-terminated=1): units of it
 *
 * Returns: whether other units are under them
 */
gboolean
sd_units_have_below (SdPlan *plan, const char *const *unit_ids)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    {
      const char *superior = sd_row_get_text (unit, SD_UNIT_SUPERIOR);

      if (superior != NULL && g_strv_contains (unit_ids, superior) &&
          !g_strv_contains (unit_ids, sd_row_get_id (unit)))
        return TRUE;
    }

  return FALSE;
}

/**
 * sd_units_move_async:
 * @reg: the register, or a clone of it
 * @plan: a plan of it
 * @unit_ids: (array zero-terminated=1): units of it; from the bench one at a time
 * @place: where they go
 * @fate: what becomes of the units below them
 * @callback: called when it is done, see sd_register_edit_finish()
 * @user_data: passed to @callback
 *
 * Moves units, as one edit.
 */
void
sd_units_move_async (SdRegister *reg,
                     SdPlan *plan,
                     const char *const *unit_ids,
                     const SdChartPlace *place,
                     SdFate fate,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const char *plan_id = sd_plan_get_id (plan);

  if (place->is_bench)
    sd_register_bench_units_async (reg, plan_id, unit_ids, fate, NULL, callback, user_data);
  else if (is_on_bench (plan, unit_ids[0]))
    sd_register_place_unit_async (reg, plan_id, unit_ids[0], place->kind->name, place->superior_id,
                                  place->rank, NULL, callback, user_data);
  else
    sd_register_move_units_async (reg, plan_id, unit_ids, place->kind->name, place->superior_id,
                                  place->rank, fate, NULL, callback, user_data);
}
