/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "register/register-many.h"
#include "register/register-structure.h"
#include "walk.h"

/* Operations on the structure with random arguments, most of them such as can be. Each tells
 * whether there are as many people, posts and duties after it as before. */

#define DONE(walk) NULL, fixture_on_done, &(walk)->f
#define PLAN(walk, plan) (walk)->f.reg, sd_plan_get_id (plan)
#define MOST_UNITS 60

typedef gboolean (*Edit) (Walk *walk, SdPlan *plan);

static SdFate
any_fate (Walk *walk)
{
  return (SdFate) walk_int (walk, SD_FATE_ALONG, SD_FATE_BENCH + 1);
}

/* Mostly a unit that has something in a column, or is of a stage. */
static const char *
any_unit_with (Walk *walk, SdPlan *plan, guint column, const char *token)
{
  for (guint i = 0; i < 20; i++)
    {
      SdRow *unit = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_UNIT);

      if (unit != NULL &&
          (token != NULL ? sd_row_is (unit, column, token) : sd_row_has (unit, column)))
        return sd_row_get_id (unit);
    }

  return walk_unit_id (walk, plan);
}

/* Some units, seldom none; a unit may stand among them twice. */
static GStrv
any_units (Walk *walk, SdPlan *plan)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = walk_chance (walk, 95) ? walk_int (walk, 1, 4) : 0; i > 0; i--)
    g_strv_builder_add (builder, walk_unit_id (walk, plan));

  return g_strv_builder_end (builder);
}

static gboolean
move (Walk *walk, SdPlan *plan)
{
  g_auto (GStrv) ids = any_units (walk, plan);

  sd_register_move_units_async (PLAN (walk, plan), (const char *const *) ids,
                                walk_chance (walk, 50) ? walk_token (walk, SD_ENUMERATION_UNIT_KIND)
                                                       : NULL,
                                walk_chance (walk, 60) ? walk_unit_id (walk, plan) : NULL,
                                walk_int (walk, -1, 20), any_fate (walk), DONE (walk));
  return TRUE;
}

static gboolean
move_one (Walk *walk, SdPlan *plan)
{
  sd_register_move_unit_async (PLAN (walk, plan), walk_unit_id (walk, plan),
                               walk_token (walk, SD_ENUMERATION_UNIT_KIND),
                               walk_chance (walk, 60) ? walk_unit_id (walk, plan) : NULL,
                               walk_int (walk, -1, 8), DONE (walk));
  return TRUE;
}

static gboolean
bench (Walk *walk, SdPlan *plan)
{
  g_auto (GStrv) ids = any_units (walk, plan);

  sd_register_bench_units_async (PLAN (walk, plan), (const char *const *) ids, any_fate (walk),
                                 DONE (walk));
  return TRUE;
}

static gboolean
place (Walk *walk, SdPlan *plan)
{
  const char *id = any_unit_with (walk, plan, SD_UNIT_STAGE, "bench");

  sd_register_place_unit_async (PLAN (walk, plan), id, NULL,
                                walk_chance (walk, 50) ? walk_unit_id (walk, plan) : NULL, -1,
                                DONE (walk));
  return TRUE;
}

static gboolean
merge (Walk *walk, SdPlan *plan)
{
  g_auto (GStrv) ids = any_units (walk, plan);

  sd_register_merge_units_async (PLAN (walk, plan), walk_unit_id (walk, plan),
                                 (const char *const *) ids, walk_chance (walk, 50), DONE (walk));
  return TRUE;
}

static gboolean
split (Walk *walk, SdPlan *plan)
{
  static const SdTableId tables[] = { SD_TABLE_QUOTA, SD_TABLE_POST, SD_TABLE_DUTY, SD_TABLE_PLAQUE,
                                      SD_TABLE_POWER };
  const char *id = walk_unit_id (walk, plan);
  SdShare shares[3];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      SdTableId table = tables[walk_int (walk, 0, walk_chance (walk, 5) ? 5 : 4)];
      g_autoptr (GPtrArray) own = sd_row_set_get_children (SD_ROW_SET (plan), table, id);
      SdRow *row = own->len > 0 ? own->pdata[walk_int (walk, 0, (int) own->len)] : NULL;

      if (walk_chance (walk, 5))
        row = walk_row (walk, SD_ROW_SET (plan), table);

      if (row != NULL)
        shares[n++] = (SdShare){ table, sd_row_get_id (row), walk_int (walk, -1, 4),
                                 walk_chance (walk, 80) ? 0 : walk_int (walk, -1, 3) };
    }
  sd_register_split_unit_async (PLAN (walk, plan), id,
                                walk_chance (walk, 50) ? walk_token (walk, SD_ENUMERATION_UNIT_KIND)
                                                       : NULL,
                                walk_chance (walk, 95) ? "新设中心" : "", shares, n, DONE (walk));
  return TRUE;
}

static gboolean
abolish (Walk *walk, SdPlan *plan)
{
  SdFate fate = any_fate (walk);

  sd_register_abolish_unit_async (PLAN (walk, plan), walk_unit_id (walk, plan), fate, DONE (walk));
  return fate != SD_FATE_ALONG;
}

static gboolean
copy (Walk *walk, SdPlan *plan)
{
  sd_register_copy_unit_async (PLAN (walk, plan),
                               any_unit_with (walk, plan, SD_UNIT_STAGE, "current"), DONE (walk));
  return FALSE;
}

static gboolean
shift_level (Walk *walk, SdPlan *plan)
{
  sd_register_shift_level_async (PLAN (walk, plan), any_unit_with (walk, plan, SD_UNIT_LEVEL, NULL),
                                 walk_chance (walk, 50), DONE (walk));
  return TRUE;
}

static gboolean
co_locate (Walk *walk, SdPlan *plan)
{
  sd_register_co_locate_async (PLAN (walk, plan), walk_unit_id (walk, plan),
                               walk_unit_id (walk, plan), DONE (walk));
  return TRUE;
}

static gboolean
separate (Walk *walk, SdPlan *plan)
{
  sd_register_separate_async (
      PLAN (walk, plan), any_unit_with (walk, plan, SD_UNIT_CO_LOCATED_WITH, NULL), DONE (walk));
  return TRUE;
}

static gboolean
hand_over (Walk *walk, SdPlan *plan)
{
  SdRow *dispatch = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_DISPATCH);

  sd_register_hand_over_async (
      PLAN (walk, plan),
      dispatch != NULL ? sd_row_get_parent_id (dispatch) : walk_unit_id (walk, plan), DONE (walk));
  return TRUE;
}

static gboolean
hang_plaque (Walk *walk, SdPlan *plan)
{
  static const char *const names[] = { "档案室", "农机站", "种子站", "" };

  sd_register_hang_plaque_async (PLAN (walk, plan), walk_unit_id (walk, plan),
                                 names[walk_int (walk, 0, 4)], DONE (walk));
  return TRUE;
}

static gboolean
take_plaque (Walk *walk, SdPlan *plan)
{
  SdRow *plaque = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_PLAQUE);

  sd_register_take_plaque_async (PLAN (walk, plan),
                                 plaque != NULL ? sd_row_get_id (plaque) : sd_plan_get_id (plan),
                                 DONE (walk));
  return TRUE;
}

static gboolean
give_row (Walk *walk, SdPlan *plan)
{
  SdTableId table = (SdTableId) walk_int (walk, SD_TABLE_UNIT, SD_TABLE_POWER);
  SdRow *row = walk_row (walk, SD_ROW_SET (plan), table);

  sd_register_give_row_async (
      PLAN (walk, plan), table, row != NULL ? sd_row_get_id (row) : sd_plan_get_id (plan),
      walk_chance (walk, 80) ? walk_unit_id (walk, plan) : NULL, DONE (walk));
  return TRUE;
}

static gboolean
give_post (Walk *walk, SdPlan *plan)
{
  SdRow *post = walk_row (walk, SD_ROW_SET (plan), SD_TABLE_POST);

  sd_register_give_post_async (
      PLAN (walk, plan), post != NULL ? sd_row_get_id (post) : sd_plan_get_id (plan),
      walk_chance (walk, 80) ? walk_unit_id (walk, plan) : NULL, DONE (walk));
  return TRUE;
}

static gboolean
set_quotas (Walk *walk, SdPlan *plan)
{
  SdQuotaCell cells[3];
  const guint n = (guint) walk_int (walk, walk_chance (walk, 10) ? 0 : 1, 4);

  for (guint i = 0; i < n; i++)
    cells[i] =
        (SdQuotaCell){ walk_unit_id (walk, plan), walk_token (walk, SD_ENUMERATION_QUOTA_TYPE),
                       walk_chance (walk, 50) ? SD_QUOTA_APPROVED : SD_QUOTA_ACTUAL,
                       walk_int (walk, -2, 30) };
  if (n == 1)
    sd_register_set_quota_async (PLAN (walk, plan), cells[0].unit_id, cells[0].quota_type,
                                 cells[0].column, cells[0].headcount, DONE (walk));
  else
    sd_register_set_quotas_async (PLAN (walk, plan), cells, n, DONE (walk));
  return FALSE;
}

static gboolean
set_up (Walk *walk, SdPlan *plan)
{
  sd_register_add_unit_async (PLAN (walk, plan), walk_token (walk, SD_ENUMERATION_STAGE),
                              walk_token (walk, SD_ENUMERATION_UNIT_KIND),
                              walk_chance (walk, 90) ? "机构" : "", DONE (walk));
  return TRUE;
}

/* Has one operation done, which is still to be waited for. Returns whether it keeps headcount,
 * posts and duties as many as they were. */
gboolean
walk_edit_structure (Walk *walk, SdPlan *plan)
{
  static const Edit edits[] = {
    copy,      set_up,      split,    hang_plaque, set_quotas,  move,      move_one,
    bench,     place,       merge,    abolish,     shift_level, co_locate, separate,
    hand_over, take_plaque, give_row, give_post,   move,        place,
  };
  const gboolean is_many = sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_UNIT) > MOST_UNITS;

  /* The first three make units, and merging and abolishing makes them fewer. */
  if (is_many && walk_chance (walk, 50))
    return walk_chance (walk, 50) ? merge (walk, plan) : abolish (walk, plan);

  return edits[walk_int (walk, is_many ? 3 : 0, G_N_ELEMENTS (edits))](walk, plan);
}
