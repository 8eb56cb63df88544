/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-item.h"

#include <glib/gi18n-lib.h>

struct _SdHeadcountItem
{
  GObject parent_instance;

  /* Owned */
  SdPlan *plan;
  SdRow *unit; /* NULL in a sum */
  char *stage;

  const SdToken *kind; /* NULL in the sum over the plan */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdHeadcountItem, sd_headcount_item, G_TYPE_OBJECT)

static void
sd_headcount_item_finalize (GObject *object)
{
  SdHeadcountItem *self = SD_HEADCOUNT_ITEM (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->unit);
  g_free (self->stage);

  G_OBJECT_CLASS (sd_headcount_item_parent_class)->finalize (object);
}

static void
sd_headcount_item_class_init (SdHeadcountItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_headcount_item_finalize;

  /**
   * SdHeadcountItem::changed:
   * @self: the item
   *
   * What it shows may be another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SD_TYPE_HEADCOUNT_ITEM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_headcount_item_init (SdHeadcountItem *self)
{
}

/* Helpers */

static SdHeadcountItem *
item_new (SdPlan *plan, const char *stage, const SdToken *kind, SdRow *unit)
{
  SdHeadcountItem *self = g_object_new (SD_TYPE_HEADCOUNT_ITEM, NULL);

  self->plan = g_object_ref (plan);
  self->stage = g_strdup (stage);
  self->kind = kind;
  self->unit = unit != NULL ? g_object_ref (unit) : NULL;

  return self;
}

static gboolean
item_equal (SdHeadcountItem *a, SdHeadcountItem *b)
{
  return a->plan == b->plan && a->unit == b->unit && a->kind == b->kind &&
         g_str_equal (a->stage, b->stage);
}

static gboolean
counts_in_kind (SdRow *unit, const char *stage, const SdToken *kind)
{
  return sd_row_is (unit, SD_UNIT_STAGE, stage) &&
         (kind == NULL || sd_row_is (unit, SD_UNIT_KIND, kind->name));
}

static guint
count_units (SdHeadcountItem *self)
{
  guint n = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    n += counts_in_kind (unit, self->stage, self->kind);

  return n;
}

static SdRow *
find_quota (SdPlan *plan, SdRow *unit, const char *quota_type)
{
  g_autoptr (GPtrArray) quotas =
      sd_row_set_get_children (SD_ROW_SET (plan), SD_TABLE_QUOTA, sd_row_get_id (unit));

  for (guint i = 0; i < quotas->len; i++)
    if (sd_row_is (quotas->pdata[i], SD_QUOTA_TYPE, quota_type))
      return quotas->pdata[i];

  return NULL;
}

/* As sd_plan_get_headcount() does for what is approved: co-located bodies are not counted twice,
 * and people outside the quota not among them unless they are asked for. */
static gboolean
sum_column (SdHeadcountItem *self, const char *quota_type, guint column, gint64 *value)
{
  gboolean any = FALSE;
  SdRow *quota;

  *value = 0;
  SD_FOREACH_ROW (quota, self->plan, SD_TABLE_QUOTA)
    {
      SdRow *unit =
          sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, sd_row_get_parent_id (quota));

      if (unit == NULL || !sd_row_has (quota, column) ||
          (self->unit != NULL ? unit != self->unit
                              : !counts_in_kind (unit, self->stage, self->kind) ||
                                    sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH)))
        continue;
      if (quota_type != NULL ? !sd_row_is (quota, SD_QUOTA_TYPE, quota_type)
                             : sd_row_is (quota, SD_QUOTA_TYPE, "off-quota"))
        continue;
      *value += sd_row_get_integer (quota, column);
      any = TRUE;
    }

  return any;
}

static void
append_items (GPtrArray *items, SdPlan *plan, const char *stage)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  SdRow *unit;

  g_ptr_array_add (items, item_new (plan, stage, NULL, NULL));
  for (guint i = 0; i < kinds->n_tokens; i++)
    {
      guint before = items->len;

      SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
        {
          if (!counts_in_kind (unit, stage, &kinds->tokens[i]))
            continue;
          if (items->len == before)
            g_ptr_array_add (items, item_new (plan, stage, &kinds->tokens[i], NULL));
          g_ptr_array_add (items, item_new (plan, stage, &kinds->tokens[i], unit));
        }
    }
}

/* Public functions */

/**
 * sd_headcount_item_get_unit:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its unit; %NULL in a sum
 */
SdRow *
sd_headcount_item_get_unit (SdHeadcountItem *self)
{
  return self->unit;
}

/**
 * sd_headcount_item_get_kind:
 * @self: a line
 *
 * Returns: (nullable): the kind of its units; %NULL in the sum over the plan
 */
const SdToken *
sd_headcount_item_get_kind (SdHeadcountItem *self)
{
  return self->kind;
}

/**
 * sd_headcount_item_get_name:
 * @self: a line
 *
 * Returns: (transfer full): what it is called
 */
char *
sd_headcount_item_get_name (SdHeadcountItem *self)
{
  if (self->unit != NULL)
    return g_strdup (sd_row_get_text (self->unit, SD_UNIT_NAME));
  if (self->kind != NULL)
    /* Translators: a kind of unit, and how many there are. */
    return g_strdup_printf (_ ("%s: %u"), sd_token_get_label (self->kind), count_units (self));

  return g_strdup (_ ("Sum"));
}

/**
 * sd_headcount_item_get_value:
 * @self: a line
 * @quota_type: (nullable): a type of quota; %NULL for the sum of all that are headcount
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 * @value: (out): the headcount
 *
 * Returns: whether any is given
 */
gboolean
sd_headcount_item_get_value (SdHeadcountItem *self,
                             const char *quota_type,
                             guint column,
                             gint64 *value)
{
  SdRow *quota;

  if (self->unit == NULL || quota_type == NULL)
    return sum_column (self, quota_type, column, value);

  quota = find_quota (self->plan, self->unit, quota_type);
  *value = 0;
  if (quota == NULL || !sd_row_has (quota, column))
    return FALSE;
  *value = sd_row_get_integer (quota, column);

  return TRUE;
}

/**
 * sd_headcount_model_new:
 *
 * Returns: (transfer full): a list of #SdHeadcountItem, empty at first
 */
GListModel *
sd_headcount_model_new (void)
{
  return G_LIST_MODEL (g_list_store_new (SD_TYPE_HEADCOUNT_ITEM));
}

/**
 * sd_headcount_model_update:
 * @model: a list made by sd_headcount_model_new()
 * @plan: (nullable): a plan
 * @stage: "current" or "proposed"
 *
 * Makes it the lines of the plan: the total, and each kind with its units. Lines that stay are told
 * to show their values again, so that a cell being edited is not taken away.
 */
void
sd_headcount_model_update (GListModel *model, SdPlan *plan, const char *stage)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (model), head = 0, tail = 0;

  if (plan != NULL)
    append_items (wanted, plan, stage);
  if (wanted->len == 1)
    g_ptr_array_set_size (wanted, 0);

  for (; head < n && head < wanted->len; head++)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (model, head);

      if (!item_equal (item, wanted->pdata[head]))
        break;
    }
  for (; tail < n - head && tail < wanted->len - head; tail++)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (model, n - 1 - tail);

      if (!item_equal (item, wanted->pdata[wanted->len - 1 - tail]))
        break;
    }

  if (head + tail < n || head + tail < wanted->len)
    g_list_store_splice (G_LIST_STORE (model), head, n - head - tail, wanted->pdata + head,
                         wanted->len - head - tail);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (model, i);

      g_signal_emit (item, signals[SIGNAL_CHANGED], 0);
    }
}
