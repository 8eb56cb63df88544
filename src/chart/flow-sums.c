/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-private.h"

/* The closing of the books: does everybody have a place? */

/**
 * sd_flow_node_rest:
 * @node: a node
 * @type: index of a type of quota
 *
 * Returns: how many of its people, or of its places, no transfer speaks of; all of a node that is
 * no unit
 */
gint64
sd_flow_node_rest (const SdFlowNode *node, guint type)
{
  return MAX (node->held[type] - node->moved[type], 0);
}

/**
 * sd_flow_node_total:
 * @node: a node
 *
 * Returns: how many people its ribbons stand for: what it has, and what transfers move beyond that
 */
gint64
sd_flow_node_total (const SdFlowNode *node)
{
  gint64 total = 0;

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    total += MAX (node->held[t], node->moved[t]);

  return total;
}

/**
 * sd_flow_node_waits:
 * @node: a node
 *
 * Returns: whether it is a unit on the bench, so that those who go there have no place yet
 */
gboolean
sd_flow_node_waits (const SdFlowNode *node)
{
  return node->side == SD_FLOW_PROPOSED && node->unit != NULL &&
         sd_row_is (node->unit, SD_UNIT_STAGE, "bench");
}

static void
add_node (const SdFlowNode *node, guint type, SdFlowClosing *closing)
{
  const gint64 excess = MAX (node->moved[type] - node->held[type], 0);

  if (node->unit == NULL && node->side == SD_FLOW_CURRENT)
    closing->open += node->held[type];
  else if (node->unit == NULL || sd_flow_node_waits (node))
    closing->unplaced += node->held[type];
  else if (node->side == SD_FLOW_CURRENT)
    {
      closing->held += node->held[type];
      closing->overdrawn += excess;
    }
  else
    {
      closing->offered += node->held[type];
      closing->placed += node->moved[type];
      closing->crowded += excess;
    }
}

/**
 * sd_flow_get_closing:
 * @self: a flow that has been laid out
 * @type: index of a type of quota
 * @closing: (out caller-allocates): its sums
 */
void
sd_flow_get_closing (SdFlow *self, guint type, SdFlowClosing *closing)
{
  g_return_if_fail (type < SD_FLOW_N_TYPES);

  *closing = (SdFlowClosing){ 0 };
  for (guint i = 0; i < self->nodes->len; i++)
    add_node (g_ptr_array_index (self->nodes, i), type, closing);
}

/**
 * sd_flow_is_closed:
 * @self: a flow that has been laid out
 *
 * People outside the quota need no transfer, so they may be left over.
 *
 * Returns: whether each type closes to zero
 */
gboolean
sd_flow_is_closed (SdFlow *self)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);

  for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
    {
      SdFlowClosing closing;

      sd_flow_get_closing (self, t, &closing);
      if (closing.overdrawn > 0 || closing.crowded > 0 ||
          (closing.unplaced > 0 && !g_str_equal (types->tokens[t].name, "off-quota")))
        return FALSE;
    }

  return TRUE;
}
