/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-private.h"

/* The left side is in the order of the plan, which its readers know. Each unit on the right is as
 * high as the middle of those it takes people from, where that has fewer ribbons cross. */

typedef struct
{
  SdFlowNode *node;
  double wish;
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *one = a, *other = b;

  /* What is no unit is always the last. */
  if ((one->node->unit == NULL) != (other->node->unit == NULL))
    return one->node->unit == NULL ? 1 : -1;
  if (one->wish != other->wish)
    return one->wish < other->wish ? -1 : 1;

  return one->node->place < other->node->place ? -1 : 1;
}

/* Gives the nodes of a side their places by their wishes. */
static void
place_by_wish (GArray *side)
{
  g_array_sort (side, compare_wishes);
  for (guint i = 0; i < side->len; i++)
    g_array_index (side, Wish, i).node->place = i;
}

static GArray *
take_side (SdFlow *self, SdFlowSide side)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);
      Wish wish = { node, wishes->len };

      if (node->side != side)
        continue;
      node->place = wishes->len;
      g_array_append_val (wishes, wish);
    }
  place_by_wish (wishes);

  return wishes;
}

/* A unit that takes nobody yet stays about where the plan has it. */
static void
wish_for_middles (SdFlow *self, GArray *right, guint n_left)
{
  for (guint i = 0; i < right->len; i++)
    {
      Wish *wish = &g_array_index (right, Wish, i);
      double people = 0, sum = 0;

      for (guint j = 0; j < self->ribbons->len; j++)
        {
          const SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, j);

          if (ribbon->to != wish->node || ribbon->transfer == NULL)
            continue;
          people += (double) ribbon->headcount;
          sum += (double) ribbon->headcount * (ribbon->from->place + 0.5);
        }
      wish->wish = people > 0 ? sum / people : (i + 0.5) / right->len * n_left;
    }
}

static guint
count_crossings (SdFlow *self)
{
  guint crossings = 0;

  for (guint i = 0; i < self->ribbons->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SdFlowRibbon *a = g_ptr_array_index (self->ribbons, i);
        const SdFlowRibbon *b = g_ptr_array_index (self->ribbons, j);

        crossings += (a->from->place < b->from->place && a->to->place > b->to->place) ||
                     (a->from->place > b->from->place && a->to->place < b->to->place);
      }

  return crossings;
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const SdFlowNode *one = *(gpointer *) a, *other = *(gpointer *) b;

  if (one->side != other->side)
    return one->side == SD_FLOW_CURRENT ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

static int
compare_ribbons (gconstpointer a, gconstpointer b)
{
  const SdFlowRibbon *one = *(gpointer *) a, *other = *(gpointer *) b;

  if (one->from->place != other->from->place)
    return one->from->place < other->from->place ? -1 : 1;
  if (one->to->place != other->to->place)
    return one->to->place < other->to->place ? -1 : 1;
  if (one->type != other->type)
    return one->type < other->type ? -1 : 1;
  if (one->transfer == NULL || other->transfer == NULL)
    return (one->transfer == NULL) - (other->transfer == NULL);

  return sd_row_compare (one->transfer, other->transfer, NULL);
}

/* Gives each node its place, and puts nodes and ribbons in order. */
void
sd_flow_order (SdFlow *self)
{
  g_autoptr (GArray) left = take_side (self, SD_FLOW_CURRENT);
  g_autoptr (GArray) right = take_side (self, SD_FLOW_PROPOSED);
  g_autoptr (GArray) plain = g_array_copy (right);
  guint crossings = count_crossings (self);

  wish_for_middles (self, right, left->len);
  place_by_wish (right);
  if (count_crossings (self) > crossings)
    for (guint i = 0; i < plain->len; i++)
      g_array_index (plain, Wish, i).node->place = i;

  g_ptr_array_sort (self->nodes, compare_nodes);
  g_ptr_array_sort (self->ribbons, compare_ribbons);
}
