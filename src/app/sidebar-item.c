/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sidebar-item.h"

struct _SdSidebarItem
{
  GObject parent_instance;

  /* Owned */
  SdRow *town;
  SdRow *plan;
  gboolean scenario;
  gboolean heading;
};

G_DEFINE_FINAL_TYPE (SdSidebarItem, sd_sidebar_item, G_TYPE_OBJECT)

static void
sd_sidebar_item_finalize (GObject *object)
{
  SdSidebarItem *self = SD_SIDEBAR_ITEM (object);

  g_clear_object (&self->town);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (sd_sidebar_item_parent_class)->finalize (object);
}

static void
sd_sidebar_item_class_init (SdSidebarItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_sidebar_item_finalize;
}

static void
sd_sidebar_item_init (SdSidebarItem *self)
{
}

static SdSidebarItem *
item_new (SdRow *town, SdRow *plan)
{
  SdSidebarItem *self = g_object_new (SD_TYPE_SIDEBAR_ITEM, NULL);

  self->town = g_object_ref (town);
  self->plan = plan != NULL ? g_object_ref (plan) : NULL;

  return self;
}

static void
add_town (GPtrArray *items, SdCounty *county, SdRow *town)
{
  g_autoptr (GPtrArray) plans = sd_county_get_town_plans (county, sd_row_get_id (town));
  SdSidebarItem *item = item_new (town, plans->len == 1 ? plans->pdata[0] : NULL);

  g_ptr_array_add (items, item);
  if (plans->len < 2)
    return;

  item->heading = TRUE;
  for (guint i = 0; i < plans->len; i++)
    {
      item = item_new (town, plans->pdata[i]);
      item->scenario = TRUE;
      g_ptr_array_add (items, item);
    }
}

/**
 * sd_sidebar_item_get_town:
 * @self: an item
 *
 * Returns: (transfer none): the town
 */
SdRow *
sd_sidebar_item_get_town (SdSidebarItem *self)
{
  return self->town;
}

/**
 * sd_sidebar_item_get_plan:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the header of the plan that it stands for
 */
SdRow *
sd_sidebar_item_get_plan (SdSidebarItem *self)
{
  return self->plan;
}

/**
 * sd_sidebar_item_is_heading:
 * @self: an item
 *
 * Returns: whether it only stands above a town's several plans
 */
gboolean
sd_sidebar_item_is_heading (SdSidebarItem *self)
{
  return self->heading;
}

/**
 * sd_sidebar_item_is_scenario:
 * @self: an item
 *
 * Returns: whether it is one of a town's several plans
 */
gboolean
sd_sidebar_item_is_scenario (SdSidebarItem *self)
{
  return self->scenario;
}

/**
 * sd_sidebar_item_equal:
 * @a: an item
 * @b: another
 *
 * Returns: whether they stand for the same
 */
gboolean
sd_sidebar_item_equal (SdSidebarItem *a, SdSidebarItem *b)
{
  return a->town == b->town && a->plan == b->plan && a->heading == b->heading &&
         a->scenario == b->scenario;
}

/**
 * sd_sidebar_items_new:
 * @county: a county
 *
 * Returns: (transfer full) (element-type SdSidebarItem): a line for each town and each of several
 *   plans
 */
GPtrArray *
sd_sidebar_items_new (SdCounty *county)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  SdRow *town;

  SD_FOREACH_ROW (town, county, SD_TABLE_TOWN)
    add_town (items, county, town);

  return items;
}
