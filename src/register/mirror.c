/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mirror.h"

struct _SdMirror
{
  SdCounty *county;
  GHashTable *seqs; /* id of a loaded plan → gint64, the entry whose state was loaded */
};

/**
 * sd_mirror_new:
 * @county: the county's own rows, with no plan loaded
 *
 * Returns: (transfer full): a mirror
 */
SdMirror *
sd_mirror_new (SdCounty *county)
{
  SdMirror *self = g_new0 (SdMirror, 1);

  self->county = g_object_ref (county);
  self->seqs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * sd_mirror_free:
 * @self: (nullable): a mirror
 */
void
sd_mirror_free (SdMirror *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->seqs);
  g_object_unref (self->county);
  g_free (self);
}

/**
 * sd_mirror_get_county:
 * @self: a mirror
 *
 * Returns: (transfer none): the county
 */
SdCounty *
sd_mirror_get_county (SdMirror *self)
{
  return self->county;
}

/**
 * sd_mirror_put_plan:
 * @self: a mirror
 * @plan: a plan's rows
 * @seq: number of the last history entry that they show
 *
 * Adds a plan that has been loaded. It may be ahead of the county: what @seq holds already is not
 * applied to it again.
 */
void
sd_mirror_put_plan (SdMirror *self, SdPlan *plan, gint64 seq)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = seq;
  sd_county_put_plan (self->county, plan);
  g_hash_table_replace (self->seqs, g_strdup (sd_plan_get_id (plan)), kept);
}

static void
forget_plan (SdMirror *self, const char *plan_id)
{
  g_hash_table_remove (self->seqs, plan_id);
  sd_county_drop_plan (self->county, plan_id);
}

/* The rows that a change is about, or NULL if they are not loaded or show it already. */
static SdRowSet *
set_for (SdMirror *self, const SdChange *change, gint64 seq)
{
  gint64 *loaded;

  if (change->table->scope == SD_SCOPE_COUNTY)
    return SD_ROW_SET (self->county);

  loaded = g_hash_table_lookup (self->seqs, change->plan_id);
  return loaded != NULL && *loaded < seq
             ? SD_ROW_SET (sd_county_get_plan (self->county, change->plan_id))
             : NULL;
}

static void
take_values (SdRow *row, const SdChange *change)
{
  for (guint i = 0; i < change->table->n_columns; i++)
    if (change->changed & (G_GUINT64_CONSTANT (1) << i))
      sd_row_set_value (row, i, &change->values[i]);
}

static void
apply_delete (SdMirror *self, SdRowSet *set, const SdChange *change)
{
  SdRow *row = sd_row_set_get_row (set, change->table->id, change->row_id);

  if (row == NULL)
    return;
  if (change->table->id == SD_TABLE_PLAN)
    forget_plan (self, change->row_id);
  sd_row_set_drop_row (set, row);
}

static void
apply_other (SdRowSet *set, const SdChange *change)
{
  SdRow *row = sd_row_set_get_row (set, change->table->id, change->row_id);
  g_autoptr (SdRow) added = NULL;

  if (row == NULL && change->kind == SD_CHANGE_INSERT)
    {
      added = sd_row_new (change->table->id, change->plan_id, change->row_id, change->parent_id,
                          change->rank);
      take_values (added, change);
      sd_row_set_put_row (set, added);
      return;
    }
  if (row == NULL)
    return;

  take_values (row, change);
  sd_row_set_place_row (set, row,
                        change->parent_id != NULL ? change->parent_id : sd_row_get_parent_id (row),
                        change->rank >= 0 ? change->rank : sd_row_get_rank (row));
}

static void
say_changed (GHashTable *changed)
{
  GHashTableIter iter;
  gpointer set;

  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &set, NULL))
    sd_row_set_changed (set);
}

/**
 * sd_mirror_apply:
 * @self: a mirror
 * @changes: (element-type SdChange): what a history entry changed
 * @seq: number of the entry
 *
 * Makes the row objects follow. Rows leave from the innermost table outwards and come from the
 * outermost inwards, so that no listener sees a row without what encloses it. Each set of rows that
 * changed says so once, at the end.
 */
void
sd_mirror_apply (SdMirror *self, GPtrArray *changes, gint64 seq)
{
  g_autoptr (GHashTable) changed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = changes->len; i > 0; i--)
    {
      const SdChange *change = g_ptr_array_index (changes, i - 1);
      SdRowSet *set = change->kind == SD_CHANGE_DELETE ? set_for (self, change, seq) : NULL;

      if (set == NULL)
        continue;
      g_hash_table_add (changed, g_object_ref (set));
      apply_delete (self, set, change);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const SdChange *change = g_ptr_array_index (changes, i);
      SdRowSet *set = change->kind != SD_CHANGE_DELETE ? set_for (self, change, seq) : NULL;

      if (set == NULL)
        continue;
      g_hash_table_add (changed, g_object_ref (set));
      apply_other (set, change);
    }

  say_changed (changed);
}
