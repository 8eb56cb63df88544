/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan.h"

struct _SdPlan
{
  SdRowSet parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (SdPlan, sd_plan, SD_TYPE_ROW_SET)

static void
sd_plan_finalize (GObject *object)
{
  g_free (SD_PLAN (object)->id);

  G_OBJECT_CLASS (sd_plan_parent_class)->finalize (object);
}

static void
sd_plan_class_init (SdPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_plan_finalize;
}

static void
sd_plan_init (SdPlan *self)
{
}

/**
 * sd_plan_new:
 * @id: identifier of the plan, a UUID
 *
 * Returns: (transfer full): a plan with no rows
 */
SdPlan *
sd_plan_new (const char *id)
{
  SdPlan *self = g_object_new (SD_TYPE_PLAN, NULL);

  self->id = g_strdup (id);
  return self;
}

/**
 * sd_plan_get_id:
 * @self: a plan
 *
 * Returns: (transfer none): its identifier
 */
const char *
sd_plan_get_id (SdPlan *self)
{
  return self->id;
}

/**
 * sd_plan_get_quota:
 * @self: a plan
 * @unit_id: a unit of it
 * @quota_type: (nullable): a type of quota; %NULL for all that are headcount, off-quota not among
 *   them
 *
 * Returns: approved headcount of the unit by itself, co-located bodies not added
 */
gint64
sd_plan_get_quota (SdPlan *self, const char *unit_id, const char *quota_type)
{
  g_autoptr (GPtrArray) quotas = NULL;
  gint64 sum = 0;

  quotas = sd_row_set_get_children (SD_ROW_SET (self), SD_TABLE_QUOTA, unit_id);
  for (guint i = 0; i < quotas->len; i++)
    {
      SdRow *quota = g_ptr_array_index (quotas, i);

      if (quota_type != NULL ? sd_row_is (quota, SD_QUOTA_TYPE, quota_type)
                             : !sd_row_is (quota, SD_QUOTA_TYPE, "off-quota"))
        sum += sd_row_get_integer (quota, SD_QUOTA_APPROVED);
    }

  return sum;
}

/**
 * sd_plan_proposes:
 * @self: a plan
 *
 * A plan that proposes nothing breaks no rule, and keeps to none either.
 *
 * Returns: whether it has a unit that is proposed
 */
gboolean
sd_plan_proposes (SdPlan *self)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, self, SD_TABLE_UNIT)
    if (sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
      return TRUE;

  return FALSE;
}

/**
 * sd_plan_get_headcount:
 * @self: a plan
 * @stage: "current" or "proposed"
 * @unit_kind: (nullable): count only units of this kind
 * @quota_type: (nullable): count only this type; see sd_plan_get_quota()
 *
 * Co-located bodies hold their headcount in the unit they are co-located with, so each person is
 * counted once (D6, E12).
 *
 * Returns: approved headcount over the units of the stage
 */
gint64
sd_plan_get_headcount (SdPlan *self,
                       const char *stage,
                       const char *unit_kind,
                       const char *quota_type)
{
  gint64 sum = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, self, SD_TABLE_UNIT)
    {
      if (sd_row_is (unit, SD_UNIT_STAGE, stage) && !sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH) &&
          (unit_kind == NULL || sd_row_is (unit, SD_UNIT_KIND, unit_kind)))
        sum += sd_plan_get_quota (self, sd_row_get_id (unit), quota_type);
    }

  return sum;
}
