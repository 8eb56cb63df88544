/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-private.h"

#include <string.h>

/* Headcounts and transfers of the plan as nodes and ribbons that balance: each ribbon has two ends,
 * and what no transfer says goes to or comes from a node of its own. */

static void
node_free (gpointer data)
{
  SdFlowNode *node = data;

  g_clear_object (&node->unit);
  g_clear_object (&node->name);
  g_clear_object (&node->figures);
  g_free (node);
}

static void
ribbon_free (gpointer data)
{
  SdFlowRibbon *ribbon = data;

  g_clear_object (&ribbon->transfer);
  g_free (ribbon);
}

static const char *
stage_of (SdFlowSide side)
{
  return side == SD_FLOW_CURRENT ? "current" : "proposed";
}

static SdFlowNode *
find_node (SdFlow *self, SdFlowSide side, SdRow *unit)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);

      if (node->side == side && node->unit == unit)
        return node;
    }

  return NULL;
}

static SdFlowNode *
ensure_node (SdFlow *self, SdFlowSide side, SdRow *unit)
{
  SdFlowNode *node = find_node (self, side, unit);

  if (node != NULL)
    return node;

  node = g_new0 (SdFlowNode, 1);
  node->side = side;
  g_set_object (&node->unit, unit);
  g_ptr_array_add (self->nodes, node);

  return node;
}

/* The unit that holds the headcount. In a plan that somebody broke, bodies may be co-located in a
 * circle. */
static SdRow *
find_holder (SdFlow *self, const char *unit_id)
{
  SdRowSet *rows = SD_ROW_SET (self->plan);
  SdRow *unit = sd_row_set_get_row (rows, SD_TABLE_UNIT, unit_id);

  for (guint i = sd_row_set_get_n_rows (rows, SD_TABLE_UNIT); unit != NULL && i > 0; i--)
    {
      SdRow *host =
          sd_row_set_get_row (rows, SD_TABLE_UNIT, sd_row_get_text (unit, SD_UNIT_CO_LOCATED_WITH));

      if (host == NULL)
        break;
      unit = host;
    }

  return unit;
}

static void
add_units (SdFlow *self, SdFlowSide side)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      SdFlowNode *node;

      if (!sd_row_is (unit, SD_UNIT_STAGE, stage_of (side)) ||
          sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH))
        continue;
      node = ensure_node (self, side, unit);
      for (guint t = 0; t < SD_FLOW_N_TYPES; t++)
        node->held[t] = sd_plan_get_quota (self->plan, sd_row_get_id (unit), types->tokens[t].name);
    }
}

/* Only here may a node be written to through a ribbon. */
static void
add_ribbon (
    SdFlow *self, SdRow *transfer, SdFlowNode *from, SdFlowNode *to, guint type, gint64 headcount)
{
  SdFlowRibbon *ribbon = g_new0 (SdFlowRibbon, 1);

  g_set_object (&ribbon->transfer, transfer);
  ribbon->from = from;
  ribbon->to = to;
  ribbon->type = type;
  ribbon->headcount = headcount;
  g_ptr_array_add (self->ribbons, ribbon);

  if (from->unit == NULL)
    from->held[type] += headcount;
  else if (transfer != NULL)
    from->moved[type] += headcount;
  if (to->unit == NULL)
    to->held[type] += headcount;
  else if (transfer != NULL)
    to->moved[type] += headcount;
}

static void
add_transfers (SdFlow *self)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  SdRow *transfer;

  SD_FOREACH_ROW (transfer, self->plan, SD_TABLE_TRANSFER)
    {
      SdRow *source = find_holder (self, sd_row_get_text (transfer, SD_TRANSFER_SOURCE));
      SdRow *target = find_holder (self, sd_row_get_text (transfer, SD_TRANSFER_TARGET));
      int type = sd_enumeration_index (types, sd_row_get_text (transfer, SD_TRANSFER_TYPE));

      if (source == NULL || type < 0)
        continue;
      add_ribbon (self, transfer, ensure_node (self, SD_FLOW_CURRENT, source),
                  ensure_node (self, SD_FLOW_PROPOSED, target), (guint) type,
                  sd_row_get_integer (transfer, SD_TRANSFER_HEADCOUNT));
    }
}

/* A unit on the bench has as many places as people are sent to it, none of them for good. */
static void
fill_waiting_units (SdFlow *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);

      if (sd_flow_node_waits (node))
        memcpy (node->held, node->moved, sizeof node->held);
    }
}

static void
add_rests (SdFlow *self, guint n_units)
{
  for (guint i = 0; i < n_units; i++)
    {
      SdFlowNode *node = g_ptr_array_index (self->nodes, i);

      for (guint t = 0; node->unit != NULL && t < SD_FLOW_N_TYPES; t++)
        {
          gint64 rest = sd_flow_node_rest (node, t);

          if (rest == 0)
            continue;
          if (node->side == SD_FLOW_CURRENT)
            add_ribbon (self, NULL, node, ensure_node (self, SD_FLOW_PROPOSED, NULL), t, rest);
          else
            add_ribbon (self, NULL, ensure_node (self, SD_FLOW_CURRENT, NULL), node, t, rest);
        }
    }
}

static gboolean
has_ribbon (SdFlow *self, const SdFlowNode *node)
{
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const SdFlowRibbon *ribbon = g_ptr_array_index (self->ribbons, i);

      if (ribbon->from == node || ribbon->to == node)
        return TRUE;
    }

  return FALSE;
}

/* A body of the proposed structure is shown before it has headcount where people may be brought to
 * it; leading bodies and other people's units are not. */
static gboolean
may_be_filled (const SdFlowNode *node)
{
  return node->side == SD_FLOW_PROPOSED && node->unit != NULL &&
         (sd_row_is (node->unit, SD_UNIT_KIND, "office") ||
          sd_row_is (node->unit, SD_UNIT_KIND, "center") ||
          sd_row_is (node->unit, SD_UNIT_KIND, "enforcement"));
}

static void
drop_empty_nodes (SdFlow *self)
{
  for (guint i = self->nodes->len; i > 0; i--)
    {
      const SdFlowNode *node = g_ptr_array_index (self->nodes, i - 1);

      if (!may_be_filled (node) && !has_ribbon (self, node))
        g_ptr_array_remove_index (self->nodes, i - 1);
    }
}

/* Fills the nodes, in the order of the plan and those without a unit wherever they came up, and the
 * ribbons. */
void
sd_flow_build (SdFlow *self)
{
  g_assert (sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens == SD_FLOW_N_TYPES);

  g_ptr_array_set_free_func (self->nodes, node_free);
  g_ptr_array_set_free_func (self->ribbons, ribbon_free);
  g_ptr_array_set_size (self->ribbons, 0);
  g_ptr_array_set_size (self->nodes, 0);

  add_units (self, SD_FLOW_CURRENT);
  add_units (self, SD_FLOW_PROPOSED);
  add_transfers (self);
  fill_waiting_units (self);
  add_rests (self, self->nodes->len);
  drop_empty_nodes (self);
}
