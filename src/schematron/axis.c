/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "machine.h"

/* The nodes on an axis that pass a step's test, in document order. */

/* What is looked for, and what is done with each node that is found. */
typedef struct
{
  SchMachine *machine;
  const SchMove *move;
  SchVisit visit;
  gpointer data;
} Search;

static gboolean
has_uri (const xmlNs *ns, const char *uri)
{
  return ns != NULL && ((const char *) ns->href == uri || xmlStrEqual (ns->href, BAD_CAST uri));
}

static inline gboolean
is_element (const Search *self, const xmlNode *node)
{
  const SchMove *move = self->move;

  if (move->test == SCH_TEST_NAME)
    return sch_index_has_name (self->machine->index, node->name, move->name) &&
           (move->uri == NULL ? node->ns == NULL : has_uri (node->ns, move->uri));
  if (move->test == SCH_TEST_PREFIX)
    return has_uri (node->ns, move->uri);

  return move->test == SCH_TEST_NODE || move->test == SCH_TEST_ANY;
}

static gboolean
is_other (const Search *self, const xmlNode *node)
{
  const SchMove *move = self->move;

  switch (move->test)
    {
    case SCH_TEST_NODE:
      return TRUE;
    case SCH_TEST_TEXT:
      return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    case SCH_TEST_COMMENT:
      return node->type == XML_COMMENT_NODE;
    case SCH_TEST_INSTRUCTION:
      return node->type == XML_PI_NODE &&
             (move->name < 0 ||
              xmlStrEqual (node->name,
                           g_ptr_array_index (self->machine->index->schema->names, move->name)));
    default:
      return FALSE;
    }
}

static inline gboolean
passes (const Search *self, const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE ? is_element (self, node) : is_other (self, node);
}

/* A node that passes and of which the facts are true. */
static gboolean
meet (const Search *self, xmlNode *node, guint first_fact)
{
  SchMachine *machine = self->machine;
  const SchFocus focus = { node, 1, 1 };

  for (guint i = first_fact; i < self->move->n_facts; i++)
    {
      const SchArena mark = machine->scratch;
      const gboolean holds =
          sch_machine_truth (machine, g_ptr_array_index (self->move->predicates, i), &focus);

      sch_arena_release (&machine->scratch, mark);
      if (!holds || machine->failed)
        return machine->failed;
    }

  return self->visit (machine, self->data, node);
}

static inline gboolean
look_at (const Search *self, xmlNode *node)
{
  SchMachine *machine = self->machine;

  if (!sch_machine_step (machine))
    return TRUE;
  if (!passes (self, node))
    return FALSE;

  return self->move->n_facts > 0 ? meet (self, node, 0) : self->visit (machine, self->data, node);
}

static gboolean
find_attributes (const Search *self, xmlNode *element)
{
  const SchMove *move = self->move;
  const SchIndex *index = self->machine->index;

  if (element->type != XML_ELEMENT_NODE)
    return FALSE;
  for (xmlAttr *a = element->properties; a != NULL; a = a->next)
    {
      gboolean is_it = move->test == SCH_TEST_NODE || move->test == SCH_TEST_ANY;

      if (!sch_machine_step (self->machine))
        return TRUE;
      if (move->test == SCH_TEST_NAME && sch_index_has_name (index, a->name, move->name))
        is_it =
            move->uri == NULL ? a->ns == NULL || a->ns->prefix == NULL : has_uri (a->ns, move->uri);
      else if (move->test == SCH_TEST_PREFIX)
        is_it = has_uri (a->ns, move->uri);
      if (is_it && meet (self, (xmlNode *) a, 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_siblings (const Search *self, xmlNode *from, const xmlNode *to)
{
  for (xmlNode *node = from; node != to; node = node->next)
    if (look_at (self, node))
      return TRUE;

  return FALSE;
}

/* Top down, which is from the last to the first that a way up finds. */
static gboolean
find_ancestors (const Search *self, xmlNode *node)
{
  SchMachine *machine = self->machine;
  SchNodes found = { 0 };
  guint room = 0;

  for (; node != NULL; node = node->parent)
    sch_nodes_add (machine, &found, &room, node);
  for (guint i = found.n; i > 0; i--)
    if (look_at (self, found.nodes[i - 1]))
      return TRUE;

  return FALSE;
}

/* Elements by their indices, from one to before another. */
static gboolean
find_elements (const Search *self, guint from, guint to)
{
  const SchElement *elements = self->machine->index->elements;

  for (guint i = from; i < to; i++)
    if (look_at (self, elements[i].node))
      return TRUE;

  return FALSE;
}

/* Elements anywhere, by the list of their name. */
static gboolean
find_named (const Search *self)
{
  const SchIndex *index = self->machine->index;

  for (guint i = index->first[self->move->name]; i != 0; i = index->elements[i].next)
    if (look_at (self, index->elements[i].node))
      return TRUE;

  return FALSE;
}

static xmlNode *
next_in_tree (xmlNode *node, const xmlNode *top)
{
  if (node->children != NULL && (node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE))
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;

  return node != top ? node->next : NULL;
}

static gboolean
find_in_tree (const Search *self, xmlNode *top)
{
  for (xmlNode *node = next_in_tree (top, top); node != NULL; node = next_in_tree (node, top))
    if (look_at (self, node))
      return TRUE;

  return FALSE;
}

static gboolean
asks_for_elements (const SchMove *move)
{
  return move->test == SCH_TEST_NAME || move->test == SCH_TEST_ANY || move->test == SCH_TEST_PREFIX;
}

/* The index of the first element after those inside one. */
static guint
end_of (const SchIndex *index, guint element)
{
  guint low = element + 1, high = index->n_elements;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (index->elements[middle].order <= index->elements[element].end)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
find_descendants (const Search *self, xmlNode *node)
{
  SchMachine *machine = self->machine;
  const gboolean is_root = node->type == XML_DOCUMENT_NODE;
  guint element;

  if (node->children == NULL || node->type == XML_ATTRIBUTE_NODE)
    return FALSE;
  if (!asks_for_elements (self->move) || (machine->without & SCH_WITHOUT_NAMES) != 0)
    return find_in_tree (self, node);
  if (is_root && self->move->test == SCH_TEST_NAME)
    return find_named (self);
  if (is_root)
    return find_elements (self, 1, machine->index->n_elements);

  element = sch_index_find (machine->index, node);
  return find_elements (self, element + 1, end_of (machine->index, element));
}

static gboolean
find_following (const Search *self, xmlNode *node)
{
  SchMachine *machine = self->machine;

  if (asks_for_elements (self->move) && node->type == XML_ELEMENT_NODE)
    return find_elements (self, end_of (machine->index, sch_index_find (machine->index, node)),
                          machine->index->n_elements);
  for (; node != NULL && node->type != XML_DOCUMENT_NODE; node = node->parent)
    for (xmlNode *after = node->next; after != NULL; after = after->next)
      if (look_at (self, after) || find_in_tree (self, after))
        return TRUE;

  return FALSE;
}

static gboolean
is_ancestor (const xmlNode *node, const xmlNode *of)
{
  while (of != NULL && of != node)
    of = of->parent;

  return of != NULL;
}

static gboolean
find_preceding (const Search *self, xmlNode *context)
{
  SchMachine *machine = self->machine;
  xmlNode *top = (xmlNode *) context->doc;

  if (context == top)
    return FALSE;
  for (xmlNode *node = next_in_tree (top, top); node != NULL && node != context;
       node = next_in_tree (node, top))
    {
      if (!sch_machine_step (machine))
        return TRUE;
      if (passes (self, node) && !is_ancestor (node, context) && meet (self, node, 0))
        return TRUE;
    }

  return FALSE;
}

/* Is an element on the axis, from where the step is taken? */
static gboolean
is_on_axis (const Search *self, xmlNode *context, guint order, guint end, guint element)
{
  const SchElement *found = &self->machine->index->elements[element];

  switch (self->move->axis)
    {
    case SCH_AXIS_CHILD:
      return TRUE;
    case SCH_AXIS_DESCENDANT:
      return found->order > order && found->order <= end;
    case SCH_AXIS_DESCENDANT_OR_SELF:
      return found->order >= order && found->order <= end;
    case SCH_AXIS_FOLLOWING_SIBLING:
      return found->order > order;
    case SCH_AXIS_PRECEDING_SIBLING:
      return found->order < order;
    case SCH_AXIS_FOLLOWING:
      return found->order > end;
    case SCH_AXIS_PRECEDING:
      return found->end < order;
    default:
      return FALSE;
    }
}

static guint
end_of_node (SchIndex *index, const xmlNode *node, guint order)
{
  if (node->type == XML_DOCUMENT_NODE)
    return index->last;

  return node->type == XML_ELEMENT_NODE ? index->elements[sch_index_find (index, node)].end : order;
}

/* The elements whose attribute has a value. */
static gboolean
find_keyed (const Search *self, xmlNode *context, const char *value)
{
  SchMachine *machine = self->machine;
  SchIndex *index = machine->index;
  const SchMove *move = self->move;
  const guint order = sch_index_get_order (index, context);
  const guint end = end_of_node (index, context, order);
  const gboolean is_before =
      move->axis == SCH_AXIS_PRECEDING || move->axis == SCH_AXIS_PRECEDING_SIBLING;
  const xmlNode *parent = NULL;
  guint item = 0;

  if (move->axis == SCH_AXIS_CHILD)
    parent = context;
  else if (move->axis == SCH_AXIS_PRECEDING_SIBLING || move->axis == SCH_AXIS_FOLLOWING_SIBLING)
    parent = context->parent != NULL ? context->parent : context;
  for (guint i = sch_index_look_up (index, move, parent, value, &item); i != 0;
       i = sch_index_get_next_found (index, move, parent, &item))
    {
      xmlNode *node = index->elements[i].node;

      if (!sch_machine_step (machine))
        return TRUE;
      if (is_before && index->elements[i].order >= order)
        return FALSE;
      if (is_on_axis (self, context, order, end, i) && is_element (self, node) &&
          meet (self, node, move->predicates->len > 0 ? 1 : 0))
        return TRUE;
    }

  return FALSE;
}

/*
 * sch_machine_find:
 * @self: what evaluates
 * @move: a step
 * @node: where it is taken
 * @key: (nullable): the value of the step's key, to use the hash; its first predicate is then true
 * @visit: called for each node that passes the test and the facts, in document order
 * @data: for it
 *
 * Returns: whether @visit stopped it, or it failed
 */
gboolean
sch_machine_find (SchMachine *self,
                  const SchMove *move,
                  xmlNode *node,
                  const char *key,
                  SchVisit visit,
                  gpointer data)
{
  const Search search = { self, move, visit, data };
  const gboolean is_attribute = node->type == XML_ATTRIBUTE_NODE;

  /* What lies beside an attribute libxml2 sees in its own way. */
  if (is_attribute && move->axis >= SCH_AXIS_FOLLOWING_SIBLING)
    return sch_machine_fail (self);
  if (key != NULL && !is_attribute)
    return find_keyed (&search, node, key);
  switch (move->axis)
    {
    case SCH_AXIS_CHILD:
      return !is_attribute && find_siblings (&search, node->children, NULL);
    case SCH_AXIS_ATTRIBUTE:
      return find_attributes (&search, node);
    case SCH_AXIS_SELF:
      return look_at (&search, node);
    case SCH_AXIS_PARENT:
      return node->parent != NULL && look_at (&search, node->parent);
    case SCH_AXIS_DESCENDANT:
      return find_descendants (&search, node);
    case SCH_AXIS_DESCENDANT_OR_SELF:
      return look_at (&search, node) || find_descendants (&search, node);
    case SCH_AXIS_ANCESTOR:
      return find_ancestors (&search, node->parent);
    case SCH_AXIS_ANCESTOR_OR_SELF:
      return find_ancestors (&search, node);
    case SCH_AXIS_FOLLOWING_SIBLING:
      return find_siblings (&search, node->next, NULL);
    case SCH_AXIS_PRECEDING_SIBLING:
      return node->parent != NULL && find_siblings (&search, node->parent->children, node);
    case SCH_AXIS_FOLLOWING:
      return find_following (&search, node);
    default:
      return find_preceding (&search, node);
    }
}
