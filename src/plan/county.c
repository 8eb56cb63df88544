/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "county.h"

struct _SdCounty
{
  SdRowSet parent_instance;

  GHashTable *plans; /* id, of the plan → SdPlan */
};

G_DEFINE_FINAL_TYPE (SdCounty, sd_county, SD_TYPE_ROW_SET)

static void
sd_county_finalize (GObject *object)
{
  g_hash_table_unref (SD_COUNTY (object)->plans);

  G_OBJECT_CLASS (sd_county_parent_class)->finalize (object);
}

static void
sd_county_class_init (SdCountyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_county_finalize;
}

static void
sd_county_init (SdCounty *self)
{
  self->plans = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * sd_county_new:
 *
 * Returns: (transfer full): a county with no rows
 */
SdCounty *
sd_county_new (void)
{
  return g_object_new (SD_TYPE_COUNTY, NULL);
}

/**
 * sd_county_get_row:
 * @self: a county
 *
 * Returns: (transfer none) (nullable): its row of the table county
 */
SdRow *
sd_county_get_row (SdCounty *self)
{
  return sd_row_set_peek_row (SD_ROW_SET (self), SD_TABLE_COUNTY, 0);
}

/**
 * sd_county_put_plan:
 * @self: a county
 * @plan: a plan of it
 *
 * Adds the rows of a plan, in place of any that it holds for the same plan.
 */
void
sd_county_put_plan (SdCounty *self, SdPlan *plan)
{
  g_hash_table_replace (self->plans, (char *) sd_plan_get_id (plan), g_object_ref (plan));
}

/**
 * sd_county_drop_plan:
 * @self: a county
 * @plan_id: a plan
 *
 * Forgets the rows of a plan; its header row stays.
 */
void
sd_county_drop_plan (SdCounty *self, const char *plan_id)
{
  g_hash_table_remove (self->plans, plan_id);
}

/**
 * sd_county_get_plan:
 * @self: a county
 * @plan_id: (nullable): a plan
 *
 * Returns: (transfer none) (nullable): the plan, if it has been loaded
 */
SdPlan *
sd_county_get_plan (SdCounty *self, const char *plan_id)
{
  return plan_id != NULL ? g_hash_table_lookup (self->plans, plan_id) : NULL;
}

/**
 * sd_county_get_plan_row:
 * @self: a county
 * @plan_id: a plan
 *
 * Returns: (transfer none) (nullable): the plan's header, its row of the table plan
 */
SdRow *
sd_county_get_plan_row (SdCounty *self, const char *plan_id)
{
  return sd_row_set_get_row (SD_ROW_SET (self), SD_TABLE_PLAN, plan_id);
}

/**
 * sd_county_get_plan_town:
 * @self: a county
 * @plan_id: a plan
 *
 * Returns: (transfer none) (nullable): the town that the plan is for
 */
SdRow *
sd_county_get_plan_town (SdCounty *self, const char *plan_id)
{
  SdRow *plan = sd_county_get_plan_row (self, plan_id);

  return plan == NULL ? NULL
                      : sd_row_set_get_row (SD_ROW_SET (self), SD_TABLE_TOWN,
                                            sd_row_get_text (plan, SD_PLAN_TOWN));
}

/**
 * sd_county_get_town_plans:
 * @self: a county
 * @town_id: a town
 *
 * Returns: (transfer container) (element-type SdRow): headers of the town's plans, in order
 */
GPtrArray *
sd_county_get_town_plans (SdCounty *self, const char *town_id)
{
  GPtrArray *plans = g_ptr_array_new ();
  SdRow *plan;

  SD_FOREACH_ROW (plan, self, SD_TABLE_PLAN)
    if (sd_row_is (plan, SD_PLAN_TOWN, town_id))
      g_ptr_array_add (plans, plan);

  return plans;
}

/**
 * sd_county_equal:
 * @a: a county
 * @b: another
 *
 * Returns: whether they hold the same rows, those of the loaded plans among them
 */
gboolean
sd_county_equal (SdCounty *a, SdCounty *b)
{
  GHashTableIter iter;
  gpointer id, plan;

  if (!sd_row_set_equal (SD_ROW_SET (a), SD_ROW_SET (b)) ||
      g_hash_table_size (a->plans) != g_hash_table_size (b->plans))
    return FALSE;

  g_hash_table_iter_init (&iter, a->plans);
  while (g_hash_table_iter_next (&iter, &id, &plan))
    {
      SdPlan *other = sd_county_get_plan (b, id);

      if (other == NULL || !sd_row_set_equal (SD_ROW_SET (plan), SD_ROW_SET (other)))
        return FALSE;
    }

  return TRUE;
}
