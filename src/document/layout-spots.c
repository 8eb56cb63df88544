/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-private.h"

/* What is printed where, and where what is printed. */

static gboolean
contains (const SdRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static gboolean
pick_line (const SdLayoutLine *line, double x, double y, SdLayoutSpot *spot)
{
  if (!contains (&line->rect, x, y))
    return FALSE;

  spot->key = line->key;
  spot->rect = line->rect;
  spot->ref = NULL;
  for (guint i = 0; i < line->fields->len; i++)
    {
      const SdLayoutField *field = &g_array_index (line->fields, SdLayoutField, i);

      if (x < field->x || x >= field->x + field->width)
        continue;
      spot->ref = field->ref;
      spot->rect.x = field->x;
      spot->rect.width = field->width;
    }

  return TRUE;
}

/**
 * sd_layout_pick:
 * @self: a layout
 * @page: number of a page, from 0
 * @x: points from its left edge
 * @y: points from its upper edge
 * @spot: (out caller-allocates): what is there
 *
 * Returns: whether anything is printed there
 */
gboolean
sd_layout_pick (SdLayout *self, guint page, double x, double y, SdLayoutSpot *spot)
{
  const SdLayoutPage *at = sd_layout_peek_page (self, page);

  *spot = (SdLayoutSpot){ .page = page };
  for (guint i = 0; i < at->lines->len; i++)
    if (pick_line (at->lines->pdata[i], x, y, spot))
      return TRUE;
  for (guint i = 0; i < at->regions->len; i++)
    {
      const SdRegion *region = &g_array_index (at->regions, SdRegion, i);

      if (!contains (&region->rect, x, y))
        continue;
      spot->rect = region->rect;
      spot->key = region->key;
      return TRUE;
    }

  return FALSE;
}

/* Counts down to the occurrence that is asked for. */
static gboolean
is_it (guint *occurrence)
{
  return (*occurrence)-- == 0;
}

static gboolean
find_on_line (const SdLayoutLine *line, const char *ref, guint *occurrence, SdLayoutSpot *spot)
{
  spot->key = line->key;
  spot->rect = line->rect;
  spot->ref = ref;
  for (guint i = 0; i < line->fields->len; i++)
    {
      const SdLayoutField *field = &g_array_index (line->fields, SdLayoutField, i);

      if (g_strcmp0 (field->ref, ref) != 0 || !is_it (occurrence))
        continue;
      spot->rect.x = field->x;
      spot->rect.width = field->width;
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_field (const SdLayoutPage *page,
            const char *key,
            const char *ref,
            guint *occurrence,
            SdLayoutSpot *spot)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const SdLayoutLine *line = page->lines->pdata[i];

      if ((key == NULL || g_strcmp0 (line->key, key) == 0) &&
          find_on_line (line, ref, occurrence, spot))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_block (SdLayout *self, guint page, const char *key, guint *occurrence, SdLayoutSpot *spot)
{
  g_autoptr (GArray) blocks = sd_layout_list_blocks (self, page);

  for (guint i = 0; i < blocks->len; i++)
    {
      *spot = g_array_index (blocks, SdLayoutSpot, i);
      if (g_strcmp0 (spot->key, key) == 0 && is_it (occurrence))
        return TRUE;
    }

  return FALSE;
}

/**
 * sd_layout_find:
 * @self: a layout
 * @key: (nullable): key of a block or of a row of a table; %NULL for any
 * @ref: (nullable): what a field refers to; %NULL for the block itself
 * @occurrence: which of the places where it is printed, from 0; a block is printed once on each
 *   page that it reaches
 * @spot: (out caller-allocates): where it is
 *
 * Returns: whether it is printed so often
 */
gboolean
sd_layout_find (
    SdLayout *self, const char *key, const char *ref, guint occurrence, SdLayoutSpot *spot)
{
  for (guint page = 0; page < sd_layout_get_n_pages (self); page++)
    {
      *spot = (SdLayoutSpot){ .page = page };
      if (ref != NULL ? find_field (sd_layout_peek_page (self, page), key, ref, &occurrence, spot)
                      : key != NULL && find_block (self, page, key, &occurrence, spot))
        return TRUE;
    }

  return FALSE;
}

static void
unite (SdRect *rect, const SdRect *other)
{
  const double right = MAX (rect->x + rect->width, other->x + other->width);
  const double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static void
add_spot (GArray *spots, GHashTable *places, guint page, const char *key, const SdRect *rect)
{
  SdLayoutSpot spot = { .page = page, .rect = *rect, .key = key };
  gpointer place;

  if (key == NULL)
    return;
  if (g_hash_table_lookup_extended (places, key, NULL, &place))
    {
      unite (&g_array_index (spots, SdLayoutSpot, GPOINTER_TO_UINT (place)).rect, rect);
      return;
    }
  g_hash_table_insert (places, (gpointer) key, GUINT_TO_POINTER (spots->len));
  g_array_append_val (spots, spot);
}

/**
 * sd_layout_list_blocks:
 * @self: a layout
 * @page: number of a page, from 0
 *
 * Returns: (transfer full) (element-type SdLayoutSpot): the blocks on the page, and the rows of its
 *   tables, each with all the room that it has there
 */
GArray *
sd_layout_list_blocks (SdLayout *self, guint page)
{
  const SdLayoutPage *at = sd_layout_peek_page (self, page);
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (SdLayoutSpot));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < at->lines->len; i++)
    {
      const SdLayoutLine *line = at->lines->pdata[i];

      add_spot (spots, places, page, line->key, &line->rect);
    }
  for (guint i = 0; i < at->regions->len; i++)
    {
      const SdRegion *region = &g_array_index (at->regions, SdRegion, i);

      add_spot (spots, places, page, region->key, &region->rect);
    }

  return spots;
}
