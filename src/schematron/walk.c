/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machine.h"

/* Going the steps of a path. */

typedef struct
{
  SchMachine *machine;
  const SchTerm *path;
  const SchFocus *focus;
  const char *key; /* of its steps, where a comparison has it; else NULL */
  SchVisit visit;
  gpointer data;
} Walk;

/* A walk that has gone some of the steps. */
typedef struct
{
  const Walk *walk;
  guint at;
} Stage;

static gboolean follow (const Walk *self, guint at, xmlNode *node);

static gboolean
on_found (SchMachine *machine, gpointer data, xmlNode *node)
{
  const Stage *stage = data;

  return follow (stage->walk, stage->at, node);
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

/*
 * sch_machine_keeps:
 * @self: what evaluates
 * @predicate: a predicate
 * @focus: a node, with its place among the others
 *
 * Returns: whether the predicate is true of the node; a number is compared with its place
 */
gboolean
sch_machine_keeps (SchMachine *self, const SchTerm *predicate, const SchFocus *focus)
{
  const SchArena mark = self->scratch;
  gboolean keeps;

  if (sch_machine_type (self, predicate) == SCH_TYPE_NUMBER)
    keeps = sch_machine_number (self, predicate, focus) == focus->position;
  else
    keeps = sch_machine_truth (self, predicate, focus);
  sch_arena_release (&self->scratch, mark);

  return keeps && !self->failed;
}

/* The places of nodes among those that have the same parent. */
static void
place_in_groups (const SchNodes *nodes, SchFocus *places)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nodes->n; i++)
    {
      xmlNode *parent = nodes->nodes[i]->parent;
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, parent)) + 1;

      places[i] = (SchFocus){ nodes->nodes[i], place, 0 };
      g_hash_table_insert (sizes, parent, GUINT_TO_POINTER (place));
    }
  for (guint i = 0; i < nodes->n; i++)
    places[i].size = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, nodes->nodes[i]->parent));
}

static gboolean
is_backward (SchAxis axis)
{
  return axis == SCH_AXIS_ANCESTOR || axis == SCH_AXIS_ANCESTOR_OR_SELF ||
         axis == SCH_AXIS_PRECEDING || axis == SCH_AXIS_PRECEDING_SIBLING;
}

/* Leaves of the nodes those of which a predicate is true. */
static void
filter (SchMachine *machine, SchNodes *nodes, const SchTerm *predicate, const SchMove *move)
{
  const guint size = nodes->n;
  SchFocus *places = sch_arena_take (&machine->scratch, MAX (size, 1) * sizeof *places);

  if (move != NULL && move->is_grouped && size > 1)
    place_in_groups (nodes, places);
  else
    for (guint i = 0; i < size; i++)
      places[i] = (SchFocus){ nodes->nodes[i],
                              move != NULL && is_backward (move->axis) ? size - i : i + 1, size };
  nodes->n = 0;
  for (guint i = 0; i < size && !machine->failed; i++)
    if (sch_machine_keeps (machine, predicate, &places[i]))
      nodes->nodes[nodes->n++] = places[i].node;
}

/* A step that has predicates that ask for a place. */
static gboolean
follow_counted (const Walk *self, guint at, xmlNode *node, const char *key)
{
  SchMachine *machine = self->machine;
  const SchMove *move = &g_array_index (self->path->moves, SchMove, at);
  Gathered found = { 0 };

  if (sch_machine_find (machine, move, node, key, on_gathered, &found))
    return TRUE;
  for (guint i = move->n_facts; i < move->predicates->len && !machine->failed; i++)
    filter (machine, &found.nodes, g_ptr_array_index (move->predicates, i), move);
  for (guint i = 0; i < found.nodes.n && !machine->failed; i++)
    if (follow (self, at + 1, found.nodes.nodes[i]))
      return TRUE;

  return machine->failed;
}

/* The text that the key of a step is compared with; NULL where the hash does not help. Gives FALSE
 * where there is none, so that the step finds nothing. */
static gboolean
find_key (const Walk *self, const SchMove *move, const char **key)
{
  SchMachine *machine = self->machine;
  SchIndex *index = machine->index;
  SchNodes nodes;
  SchType type;

  *key = self->key;
  if (self->key != NULL || move->value == NULL || (machine->without & SCH_WITHOUT_TABLES) != 0)
    return TRUE;
  type = sch_machine_type (machine, move->value);
  if (type == SCH_TYPE_STRING)
    *key = sch_machine_text (machine, move->value, self->focus);
  if (type != SCH_TYPE_NODES)
    return TRUE;

  nodes = sch_machine_nodes (machine, move->value, self->focus);
  if (nodes.n == 1)
    *key = sch_node_get_text (&machine->scratch, nodes.nodes[0]);
  machine->index = index;

  return nodes.n > 0;
}

static gboolean
follow (const Walk *self, guint at, xmlNode *node)
{
  const SchMove *move;
  Stage stage = { self, at + 1 };
  const char *key;

  if (at == self->path->moves->len)
    return self->visit (self->machine, self->data, node);
  move = &g_array_index (self->path->moves, SchMove, at);
  if (!find_key (self, move, &key))
    return self->machine->failed;
  if (move->n_facts < move->predicates->len)
    return follow_counted (self, at, node, key);
  if (at + 1 == self->path->moves->len)
    return sch_machine_find (self->machine, move, node, key, self->visit, self->data);

  return sch_machine_find (self->machine, move, node, key, on_found, &stage);
}

/* Where steps may find a node twice, each step is gone from all nodes before the next. */
static gboolean
follow_by_steps (const Walk *self, SchNodes nodes)
{
  SchMachine *machine = self->machine;

  for (guint at = 0; at < self->path->moves->len && !machine->failed; at++)
    {
      Gathered found = { 0 };
      SchTerm step = *self->path;
      SchMove move = g_array_index (self->path->moves, SchMove, at);
      GArray one = { .data = (char *) &move, .len = 1 };
      Walk walk = { machine, &step, self->focus, self->key, on_gathered, &found };

      step.moves = &one;
      for (guint i = 0; i < nodes.n && !machine->failed; i++)
        follow (&walk, 0, nodes.nodes[i]);
      nodes = found.nodes;
      sch_nodes_sort (machine, &nodes);
    }
  for (guint i = 0; i < nodes.n && !machine->failed; i++)
    if (self->visit (machine, self->data, nodes.nodes[i]))
      return TRUE;

  return machine->failed;
}

/* The nodes from which the path goes its first step. */
static SchNodes
find_start (const Walk *self, xmlNode **one)
{
  SchNodes nodes = { one, 1 };

  *one = self->path->is_absolute ? (xmlNode *) self->focus->node->doc : self->focus->node;
  if (self->path->operands->len == 0)
    return nodes;

  nodes = sch_machine_nodes (self->machine, sch_term_operand (self->path, 0), self->focus);
  if (self->path->filters->len > 0 && nodes.n > 0)
    nodes.nodes = memcpy (sch_arena_take (&self->machine->scratch, nodes.n * sizeof *nodes.nodes),
                          nodes.nodes, nodes.n * sizeof *nodes.nodes);
  for (guint i = 0; i < self->path->filters->len && !self->machine->failed; i++)
    filter (self->machine, &nodes, g_ptr_array_index (self->path->filters, i), NULL);

  return nodes;
}

/*
 * sch_machine_walk:
 * @self: what evaluates
 * @path: a path
 * @focus: where it begins
 * @key: (nullable): the text that its step with a key looks for
 * @visit: called for each node, in document order and once where the path is said to be so; else
 *   once
 * @data: for it
 *
 * Returns: whether @visit stopped it, or it failed
 */
gboolean
sch_machine_walk (SchMachine *self,
                  const SchTerm *path,
                  const SchFocus *focus,
                  const char *key,
                  SchVisit visit,
                  gpointer data)
{
  const Walk walk = { self, path, focus, key, visit, data };
  SchIndex *outer = self->index;
  gboolean stopped = FALSE;
  xmlNode *one;
  SchNodes start;

  if (self->failed)
    return TRUE;
  start = find_start (&walk, &one);
  if (start.n > 0 && !sch_machine_enter (self, start.nodes[0]))
    return TRUE;
  if (!path->is_distinct)
    stopped = follow_by_steps (&walk, start);
  else
    for (guint i = 0; i < start.n && !stopped; i++)
      stopped = sch_machine_enter (self, start.nodes[i]) && follow (&walk, 0, start.nodes[i]);
  self->index = outer;

  return stopped || self->failed;
}
