/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit-change.h"

#include <glib/gi18n-lib.h>

/* A plan does not say of a proposed unit which current unit it was. That follows from the names and
 * from the transfers: a unit of the same name is the same unit, and whatever else people are
 * transferred from, or to, had a part in it. */

typedef struct
{
  SdRow *unit;
  SdRow *same;       /* the unit of the same name in the other structure */
  GPtrArray *others; /* SdRow: units of the other structure that people come from or go to */
  SdUnitChange change;
} Entry;

struct _SdUnitChanges
{
  SdPlan *plan;
  GHashTable *entries; /* id of the unit → Entry */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->others);
  g_object_unref (entry->unit);
  g_free (entry);
}

static Entry *
find_entry (const SdUnitChanges *self, const char *unit_id)
{
  return unit_id != NULL ? g_hash_table_lookup (self->entries, unit_id) : NULL;
}

static void
add_entry (SdUnitChanges *self, SdRow *unit)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->unit = g_object_ref (unit);
  entry->others = g_ptr_array_new ();
  g_hash_table_insert (self->entries, (char *) sd_row_get_id (unit), entry);
}

/* Names that occur twice in a structure are a finding elsewhere; here the first one counts. */
static void
pair_names (SdUnitChanges *self)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      const char *name = sd_row_get_text (unit, SD_UNIT_NAME);

      if (sd_row_is (unit, SD_UNIT_STAGE, "current") && name != NULL &&
          !g_hash_table_contains (by_name, name))
        g_hash_table_insert (by_name, (char *) name, find_entry (self, sd_row_get_id (unit)));
    }
  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      Entry *entry = find_entry (self, sd_row_get_id (unit));
      const char *name = sd_row_get_text (unit, SD_UNIT_NAME);
      Entry *before = name != NULL ? g_hash_table_lookup (by_name, name) : NULL;

      if (!sd_row_is (unit, SD_UNIT_STAGE, "proposed") || before == NULL || before->same != NULL)
        continue;
      entry->same = before->unit;
      before->same = unit;
    }
}

static void
add_other (Entry *entry, Entry *other)
{
  if (entry->same != other->unit && !g_ptr_array_find (entry->others, other->unit, NULL))
    g_ptr_array_add (entry->others, other->unit);
}

static void
follow_transfers (SdUnitChanges *self)
{
  SdRow *transfer;

  SD_FOREACH_ROW (transfer, self->plan, SD_TABLE_TRANSFER)
    {
      Entry *source = find_entry (self, sd_row_get_text (transfer, SD_TRANSFER_SOURCE));
      Entry *target = find_entry (self, sd_row_get_text (transfer, SD_TRANSFER_TARGET));

      if (source == NULL || target == NULL)
        continue;
      add_other (source, target);
      add_other (target, source);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The plaques of a unit in the order of their names, as one text. */
static char *
list_plaques (SdPlan *plan, SdRow *unit)
{
  g_autoptr (GPtrArray) plaques =
      sd_row_set_get_children (SD_ROW_SET (plan), SD_TABLE_PLAQUE, sd_row_get_id (unit));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < plaques->len; i++)
    g_ptr_array_add (names, (char *) sd_row_get_text (plaques->pdata[i], SD_PLAQUE_NAME));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("\n", (char **) names->pdata);
}

static gboolean
is_adjusted (SdPlan *plan, SdRow *before, SdRow *after)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  g_autofree char *plaques_before = list_plaques (plan, before);
  g_autofree char *plaques_after = list_plaques (plan, after);

  for (guint i = 0; i < types->n_tokens; i++)
    if (sd_plan_get_quota (plan, sd_row_get_id (before), types->tokens[i].name) !=
        sd_plan_get_quota (plan, sd_row_get_id (after), types->tokens[i].name))
      return TRUE;

  return !g_str_equal (plaques_before, plaques_after) ||
         g_strcmp0 (sd_row_get_text (before, SD_UNIT_KIND),
                    sd_row_get_text (after, SD_UNIT_KIND)) != 0 ||
         g_strcmp0 (sd_row_get_text (before, SD_UNIT_LEVEL),
                    sd_row_get_text (after, SD_UNIT_LEVEL)) != 0;
}

static SdUnitChange
judge_proposed (SdUnitChanges *self, Entry *entry)
{
  Entry *source;

  if (entry->same != NULL)
    {
      if (entry->others->len > 0)
        return SD_UNIT_CHANGE_MERGED;
      return is_adjusted (self->plan, entry->same, entry->unit) ? SD_UNIT_CHANGE_ADJUSTED
                                                                : SD_UNIT_CHANGE_KEPT;
    }
  if (entry->others->len == 0)
    return SD_UNIT_CHANGE_SET_UP;
  if (entry->others->len > 1)
    return SD_UNIT_CHANGE_MERGED;

  source = find_entry (self, sd_row_get_id (entry->others->pdata[0]));
  return source->same == NULL && source->others->len == 1 ? SD_UNIT_CHANGE_RENAMED
                                                          : SD_UNIT_CHANGE_SPLIT;
}

/* What became of a current unit; what its successors are is known already. */
static SdUnitChange
judge_current (SdUnitChanges *self, Entry *entry)
{
  if (entry->same != NULL)
    return find_entry (self, sd_row_get_id (entry->same))->change;
  if (entry->others->len == 0)
    return SD_UNIT_CHANGE_ABOLISHED;
  if (entry->others->len > 1)
    return SD_UNIT_CHANGE_SPLIT;

  return find_entry (self, sd_row_get_id (entry->others->pdata[0]))->change ==
                 SD_UNIT_CHANGE_RENAMED
             ? SD_UNIT_CHANGE_RENAMED
             : SD_UNIT_CHANGE_MERGED;
}

static gboolean
judge (SdUnitChanges *self, const char *stage, SdUnitChange (*judge_one) (SdUnitChanges *, Entry *))
{
  GHashTableIter iter;
  gboolean any = FALSE;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (!sd_row_is (entry->unit, SD_UNIT_STAGE, stage))
        continue;
      any = TRUE;
      if (judge_one != NULL)
        entry->change = judge_one (self, entry);
    }

  return any;
}

/**
 * sd_unit_changes_new:
 * @plan: a plan
 *
 * Returns: (transfer full): what the plan does to each of its units
 */
SdUnitChanges *
sd_unit_changes_new (SdPlan *plan)
{
  SdUnitChanges *self = g_new0 (SdUnitChanges, 1);
  SdRow *unit;

  self->plan = g_object_ref (plan);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    add_entry (self, unit);
  if (!judge (self, "current", NULL))
    return self;

  pair_names (self);
  follow_transfers (self);
  judge (self, "proposed", judge_proposed);
  judge (self, "current", judge_current);

  return self;
}

/**
 * sd_unit_changes_free:
 * @self: (nullable): changes
 */
void
sd_unit_changes_free (SdUnitChanges *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_object_unref (self->plan);
  g_free (self);
}

/**
 * sd_unit_changes_get:
 * @self: changes
 * @unit_id: (nullable): a unit of either structure
 *
 * Returns: what is done to it
 */
SdUnitChange
sd_unit_changes_get (const SdUnitChanges *self, const char *unit_id)
{
  Entry *entry = find_entry (self, unit_id);

  return entry != NULL ? entry->change : SD_UNIT_CHANGE_NONE;
}

/**
 * sd_unit_changes_get_others:
 * @self: changes
 * @unit_id: (nullable): a unit of either structure
 *
 * Returns: (transfer none) (nullable) (element-type SdRow): the units of the other structure, of
 *   other names, that people come from or go to
 */
GPtrArray *
sd_unit_changes_get_others (const SdUnitChanges *self, const char *unit_id)
{
  Entry *entry = find_entry (self, unit_id);

  return entry != NULL ? entry->others : NULL;
}

/**
 * sd_unit_changes_is_gone:
 * @self: changes
 * @unit_id: (nullable): a unit of either structure
 *
 * Returns: whether it is a unit of the current structure whose name the proposed one no longer has
 */
gboolean
sd_unit_changes_is_gone (const SdUnitChanges *self, const char *unit_id)
{
  Entry *entry = find_entry (self, unit_id);

  return entry != NULL && entry->same == NULL && entry->change != SD_UNIT_CHANGE_NONE &&
         sd_row_is (entry->unit, SD_UNIT_STAGE, "current");
}

/**
 * sd_unit_change_get_label:
 * @change: what is done to a unit
 *
 * Returns: the word for it, such as 新设; empty for %SD_UNIT_CHANGE_NONE
 */
const char *
sd_unit_change_get_label (SdUnitChange change)
{
  static const char *const labels[SD_N_UNIT_CHANGES] = {
    [SD_UNIT_CHANGE_NONE] = "",
    [SD_UNIT_CHANGE_KEPT] = NC_ ("change", "Kept"),
    [SD_UNIT_CHANGE_ADJUSTED] = NC_ ("change", "Adjusted"),
    [SD_UNIT_CHANGE_RENAMED] = NC_ ("change", "Renamed"),
    [SD_UNIT_CHANGE_MERGED] = NC_ ("change", "Merged"),
    [SD_UNIT_CHANGE_SPLIT] = NC_ ("change", "Split"),
    [SD_UNIT_CHANGE_SET_UP] = NC_ ("change", "Set up"),
    [SD_UNIT_CHANGE_ABOLISHED] = NC_ ("change", "Abolished"),
  };

  g_return_val_if_fail (change < SD_N_UNIT_CHANGES, "");

  return *labels[change] != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "change", labels[change]) : "";
}
