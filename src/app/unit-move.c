/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit-move.h"

/* What dropping units, or a plaque or post of one, at a place does, to the register or to a clone
 * of it on which it is tried. */

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

static gboolean
would_move (SdPlan *plan, const char *const *unit_ids, const SdChartPlace *place)
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
 * sd_rows_would_move:
 * @plan: a plan
 * @table: what is moved: units, plaques or posts
 * @row_ids: (array zero-terminated=1): rows of it; of plaques and posts one
 * @place: where they are dropped
 *
 * Returns: whether that changes anything
 */
gboolean
sd_rows_would_move (SdPlan *plan,
                    SdTableId table,
                    const char *const *row_ids,
                    const SdChartPlace *place)
{
  SdRow *row = sd_row_set_get_row (SD_ROW_SET (plan), table, row_ids[0]);

  if (table == SD_TABLE_UNIT)
    return would_move (plan, row_ids, place);

  return row != NULL && g_strcmp0 (sd_row_get_parent_id (row), place->superior_id) != 0;
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

/* Moves units, as one edit. */
static void
move_units (SdRegister *reg,
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

/**
 * sd_rows_move_async:
 * @reg: the register, or a clone of it
 * @plan: a plan of it
 * @table: what is moved: units, plaques or posts
 * @row_ids: (array zero-terminated=1): rows of it; of plaques and posts, and of units from the
 *   bench, one
 * @place: where they go
 * @fate: what becomes of the units below them
 * @callback: called when it is done, see sd_register_edit_finish()
 * @user_data: passed to @callback
 *
 * Moves units, a plaque, or one post of a row of posts, as one edit.
 */
void
sd_rows_move_async (SdRegister *reg,
                    SdPlan *plan,
                    SdTableId table,
                    const char *const *row_ids,
                    const SdChartPlace *place,
                    SdFate fate,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  const char *plan_id = sd_plan_get_id (plan);

  if (table == SD_TABLE_UNIT)
    move_units (reg, plan, row_ids, place, fate, callback, user_data);
  else if (table == SD_TABLE_POST)
    sd_register_give_post_async (reg, plan_id, row_ids[0], place->superior_id, NULL, callback,
                                 user_data);
  else
    sd_register_give_row_async (reg, plan_id, table, row_ids[0], place->superior_id, NULL, callback,
                                user_data);
}
