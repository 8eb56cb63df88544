/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machine.h"

#include <stdlib.h>

/* Terms that give nodes. */

/* Adds a node at the end. */
void
sch_nodes_add (SchMachine *machine, SchNodes *self, guint *room, xmlNode *node)
{
  if (self->n == *room)
    {
      const guint size = *room == 0 ? 8 : 2 * *room;
      xmlNode **grown = sch_arena_take (&machine->scratch, size * sizeof *grown);

      if (self->n > 0)
        memcpy (grown, self->nodes, self->n * sizeof *grown);
      self->nodes = grown;
      *room = size;
    }
  self->nodes[self->n++] = node;
}

typedef struct
{
  xmlNode *node;
  guint order;
} Ordered;

static int
compare_orders (const void *a, const void *b)
{
  const guint x = ((const Ordered *) a)->order, y = ((const Ordered *) b)->order;

  return x < y ? -1 : x > y;
}

/* Puts nodes into document order and leaves none twice. */
void
sch_nodes_sort (SchMachine *machine, SchNodes *self)
{
  Ordered *ordered;
  guint n = 0;

  if (self->n < 2)
    return;
  ordered = sch_arena_take (&machine->scratch, self->n * sizeof *ordered);
  for (guint i = 0; i < self->n; i++)
    {
      /* Between documents the order is libxml2's. */
      if (self->nodes[i]->doc != machine->index->doc)
        {
          sch_machine_fail (machine);
          return;
        }
      ordered[i] =
          (Ordered){ self->nodes[i], sch_index_get_order (machine->index, self->nodes[i]) };
    }
  qsort (ordered, self->n, sizeof *ordered, compare_orders);
  for (guint i = 0; i < self->n; i++)
    if (i == 0 || ordered[i].node != ordered[i - 1].node)
      self->nodes[n++] = ordered[i].node;
  self->n = n;
}

typedef struct
{
  SchNodes nodes;
  guint room;
} Gathered;

static gboolean
on_gathered (SchMachine *machine, gpointer data, xmlNode *node)
{
  Gathered *self = data;

  sch_nodes_add (machine, &self->nodes, &self->room, node);
  return machine->failed;
}

static SchNodes
nodes_of_path (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  Gathered found = { 0 };
  SchIndex *outer = self->index;

  sch_machine_walk (self, term, focus, NULL, on_gathered, &found);
  if (term->is_ordered || found.nodes.n < 2 || self->failed ||
      !sch_machine_enter (self, found.nodes.nodes[0]))
    return found.nodes;

  sch_nodes_sort (self, &found.nodes);
  self->index = outer;

  return found.nodes;
}

static SchNodes
nodes_of_union (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  Gathered found = { 0 };
  SchIndex *outer = self->index;

  for (guint i = 0; i < 2 && !self->failed; i++)
    {
      const SchNodes nodes = sch_machine_nodes (self, sch_term_operand (term, i), focus);

      for (guint j = 0; j < nodes.n; j++)
        sch_nodes_add (self, &found.nodes, &found.room, nodes.nodes[j]);
    }
  if (found.nodes.n < 2 || self->failed || !sch_machine_enter (self, found.nodes.nodes[0]))
    return found.nodes;
  sch_nodes_sort (self, &found.nodes);
  self->index = outer;

  return found.nodes;
}

static SchNodes
nodes_of_attribute (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  SchNodes nodes = { sch_arena_take (&self->scratch, sizeof *nodes.nodes), 0 };

  nodes.nodes[0] = sch_machine_attribute (self, term->attribute, focus);
  nodes.n = nodes.nodes[0] != NULL ? 1 : 0;

  return nodes;
}

/*
 * sch_machine_calculate_nodes:
 * @self: what evaluates
 * @term: a term that gives nodes
 * @focus: where
 *
 * Returns: the nodes, without a look at what is kept of the document
 */
SchNodes
sch_machine_calculate_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  SchNodes nodes = { 0 };
  const SchValue *value;

  if (self->failed)
    return nodes;
  switch (term->kind)
    {
    case SCH_TERM_PATH:
      if (term->attribute >= 0)
        return nodes_of_attribute (self, term, focus);
      return nodes_of_path (self, term, focus);
    case SCH_TERM_UNION:
      return nodes_of_union (self, term, focus);
    case SCH_TERM_CURRENT:
      nodes.nodes = sch_arena_take (&self->scratch, sizeof *nodes.nodes);
      nodes.nodes[nodes.n++] = sch_run_get_current (self->run);
      return nodes;
    case SCH_TERM_VARIABLE:
      value = sch_machine_get_variable (self, term);
      if (value->type == SCH_TYPE_NODES)
        return value->nodes;
      sch_machine_fail (self);
      return nodes;
    default:
      sch_machine_fail (self);
      return nodes;
    }
}

SchNodes
sch_machine_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchValue *kept = sch_machine_recall (self, term, focus);

  return kept != NULL ? kept->nodes : sch_machine_calculate_nodes (self, term, focus);
}

static gboolean
on_first (SchMachine *machine, gpointer data, xmlNode *node)
{
  *(xmlNode **) data = node;
  return TRUE;
}

/*
 * sch_machine_first:
 * @self: what evaluates
 * @term: a term that gives nodes
 * @focus: where
 *
 * Returns: (nullable): the first of them in document order
 */
xmlNode *
sch_machine_first (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  xmlNode *first = NULL;
  SchNodes nodes;

  if (term->attribute >= 0)
    return sch_machine_attribute (self, term->attribute, focus);
  if (term->is_self && !self->failed && focus->node->doc == self->index->doc &&
      (self->without & SCH_WITHOUT_SHORTCUTS) == 0)
    return focus->node;
  if (term->kind == SCH_TERM_PATH && term->is_ordered && term->memo < 0)
    {
      sch_machine_walk (self, term, focus, NULL, on_first, &first);
      return first;
    }
  nodes = sch_machine_nodes (self, term, focus);

  return nodes.n > 0 ? nodes.nodes[0] : NULL;
}

static gboolean
on_any (SchMachine *machine, gpointer data, xmlNode *node)
{
  return TRUE;
}

/* Are there any nodes? */
gboolean
sch_machine_any (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  if (term->attribute >= 0)
    return sch_machine_attribute (self, term->attribute, focus) != NULL;
  if (term->kind == SCH_TERM_PATH && term->memo < 0)
    return sch_machine_walk (self, term, focus, NULL, on_any, NULL);

  return sch_machine_nodes (self, term, focus).n > 0;
}

static gboolean
on_counted (SchMachine *machine, gpointer data, xmlNode *node)
{
  ++*(guint *) data;
  return FALSE;
}

/* count(preceding-sibling::x) at an x is its place among its like. */
static guint
count_before (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchMove *move;
  const xmlNode *node = focus->node;

  if (term->is_absolute || term->operands->len > 0 || term->moves->len != 1 ||
      (self->without & SCH_WITHOUT_TABLES) != 0)
    return 0;
  move = &g_array_index (term->moves, SchMove, 0);
  if (move->axis != SCH_AXIS_PRECEDING_SIBLING || move->test != SCH_TEST_NAME ||
      move->predicates->len > 0 || node->type != XML_ELEMENT_NODE || node->parent == NULL ||
      !sch_machine_enter (self, node) ||
      !sch_index_has_name (self->index, node->name, move->name) ||
      (move->uri == NULL ? node->ns != NULL
                         : node->ns == NULL || !xmlStrEqual (node->ns->href, BAD_CAST move->uri)))
    return 0;

  return sch_index_count_ordinal (self->index, sch_index_find (self->index, node));
}

/* How many nodes? */
double
sch_machine_count_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  guint n = 0;

  if (term->kind != SCH_TERM_PATH || term->memo >= 0)
    return sch_machine_nodes (self, term, focus).n;
  n = count_before (self, term, focus);
  if (n > 0)
    return n - 1;
  sch_machine_walk (self, term, focus, NULL, on_counted, &n);

  return n;
}
