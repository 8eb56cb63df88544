/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-private.h"

/* What a point of the flow is on. */

#define REACH 3.0 /* how near to a bar or a thin ribbon the pointer must be */

static gboolean
contains (const SdChartRect *rect, double x, double y, double reach)
{
  return x >= rect->x - reach && x < rect->x + rect->width + reach && y >= rect->y - reach &&
         y < rect->y + rect->height + reach;
}

/**
 * sd_flow_ribbon_edge:
 * @ribbon: a ribbon
 * @x: a place between its ends
 *
 * The edge is a Bézier curve whose control points are level with its ends, a third of the way from
 * them, so that its height is a plain function of @x.
 *
 * Returns: where its upper edge is there
 */
double
sd_flow_ribbon_edge (const SdFlowRibbon *ribbon, double x)
{
  const double length = ribbon->x2 - ribbon->x1;
  const double t = length > 0 ? CLAMP ((x - ribbon->x1) / length, 0, 1) : 0;

  return ribbon->y1 + (ribbon->y2 - ribbon->y1) * t * t * (3 - 2 * t);
}

/**
 * sd_flow_node_at:
 * @self: a flow that has been laid out
 * @x: a point
 * @y: a point
 *
 * Returns: (transfer none) (nullable): the node whose bar or text the point is on
 */
const SdFlowNode *
sd_flow_node_at (SdFlow *self, double x, double y)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const SdFlowNode *node = g_ptr_array_index (self->nodes, i);

      if (contains (&node->slot, x, y, 0))
        return node;
    }

  return NULL;
}

/**
 * sd_flow_ribbon_at:
 * @self: a flow that has been laid out
 * @x: a point
 * @y: a point
 *
 * Of several that cross there, narrow ones are the more difficult to point at, so the narrowest is
 * taken.
 *
 * Returns: (transfer none) (nullable): the ribbon that the point is on
 */
const SdFlowRibbon *
sd_flow_ribbon_at (SdFlow *self, double x, double y)
{
  const SdFlowRibbon *found = NULL;

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, i);
      const double reach = MAX (REACH - ribbon->width / 2, 0);
      const double edge = sd_flow_ribbon_edge (ribbon, x);
      const SdChartRect there = { ribbon->x1, edge, ribbon->x2 - ribbon->x1, ribbon->width };

      if (x < ribbon->x1 || x >= ribbon->x2 || !contains (&there, x, y, reach))
        continue;
      if (found == NULL || ribbon->width < found->width)
        found = ribbon;
    }

  return found;
}
