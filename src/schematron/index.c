/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index.h"

/* A document's elements, their order and their names. */

/* Names by their pointers, which is what most elements and attributes of a document share. */
typedef struct
{
  const xmlChar *name;
  int number; /* -1 for one that no expression has */
} KnownName;

#define MOST_KNOWN 512

typedef struct
{
  SchIndex *index;
  KnownName *known; /* a hash */
  guint n_known;
  guint room;  /* for elements */
  guint *last; /* by number of a name: the last element so far */
} Walk;

static int
look_up_name (Walk *self, const xmlChar *name)
{
  SchIndex *index = self->index;
  gpointer number;
  int found = -1;

  if (g_hash_table_lookup_extended (index->schema->name_numbers, name, NULL, &number))
    found = GPOINTER_TO_INT (number);
  /* One pointer for a name, as a parser with a dictionary has it, or else each has its own. */
  if (found >= 0 && index->names[found] == NULL)
    index->names[found] = name;
  else if (found >= 0 && index->names[found] != name)
    index->is_interned = FALSE;

  return found;
}

static int
number_of_name (Walk *self, const xmlChar *name)
{
  guint at = sch_index_hash (name) & (MOST_KNOWN - 1);

  while (self->known[at].name != NULL && self->known[at].name != name)
    at = (at + 1) & (MOST_KNOWN - 1);
  if (self->known[at].name == name)
    return self->known[at].number;
  if (self->n_known == MOST_KNOWN / 2)
    return look_up_name (self, name);

  self->n_known++;
  self->known[at] = (KnownName){ name, look_up_name (self, name) };

  return self->known[at].number;
}

static guint
add_element (Walk *self, xmlNode *node, guint order)
{
  SchIndex *index = self->index;
  const guint i = index->n_elements++;
  const int name = number_of_name (self, node->name);

  if (i == self->room)
    {
      SchElement *grown = sch_arena_take (&index->arena, 2 * self->room * sizeof *grown);

      memcpy (grown, index->elements, self->room * sizeof *grown);
      index->elements = grown;
      self->room *= 2;
    }
  index->elements[i] = (SchElement){ .node = node, .order = order };
  if (name < 0)
    return i;
  if (index->first[name] == 0)
    index->first[name] = i;
  else
    index->elements[self->last[name]].next = i;
  self->last[name] = i;

  return i;
}

static gboolean
is_known_to_xpath (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE ||
         node->type == XML_CDATA_SECTION_NODE || node->type == XML_COMMENT_NODE ||
         node->type == XML_PI_NODE;
}

/* Goes through the tree without recursion, since nobody says how deep a document is. The end of an
 * element that is open is meanwhile the one that it is in. */
static void
walk_document (Walk *self)
{
  SchIndex *index = self->index;
  xmlNode *top = (xmlNode *) index->doc;
  xmlNode *node = top->children;
  guint open = 0;

  index->last = 1;
  while (node != NULL)
    {
      const guint order = ++index->last;

      index->is_plain = index->is_plain && is_known_to_xpath (node);
      if (node->type == XML_ELEMENT_NODE)
        {
          const guint i = add_element (self, node, order);

          for (xmlAttr *a = node->properties; a != NULL; a = a->next, index->last++)
            number_of_name (self, a->name);
          index->elements[i].end = node->children != NULL ? open : index->last;
          if (node->children != NULL)
            {
              open = i;
              node = node->children;
              continue;
            }
        }
      while (node->next == NULL && node->parent != top)
        {
          const guint outer = index->elements[open].end;

          index->elements[open].end = index->last;
          open = outer;
          node = node->parent;
        }
      node = node->next;
    }
}

static void
hash_elements (SchIndex *self)
{
  guint size = 16;

  while (size < 2 * self->n_elements)
    size *= 2;
  self->mask = size - 1;
  self->slots = sch_arena_take (&self->arena, size * sizeof *self->slots);
  memset (self->slots, 0, size * sizeof *self->slots);
  for (guint i = 1; i < self->n_elements; i++)
    {
      guint at = sch_index_hash (self->elements[i].node) & self->mask;

      while (self->slots[at] != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = i;
    }
}

static gpointer
take_zeros (SchArena *arena, gsize size)
{
  return memset (sch_arena_take (arena, size), 0, size);
}

/* Forgets its document, but not the memory. */
void
sch_index_forget (SchIndex *self)
{
  g_clear_pointer (&self->others, g_hash_table_unref);
  sch_arena_release (&self->arena, (SchArena){ 0 });
  self->doc = NULL;
}

/*
 * sch_index_set_document:
 * @self: an index
 * @doc: a document
 * @by_pointers: whether names may be compared as pointers, where the document is made so
 *
 * Forgets what it knew, and learns the document.
 */
void
sch_index_set_document (SchIndex *self, xmlDoc *doc, gboolean by_pointers)
{
  const SchSchema *schema = self->schema;
  const gsize n_names = schema->names->len;
  Walk walk = { .index = self, .room = 256 };

  sch_index_forget (self);
  self->doc = doc;
  self->is_plain = TRUE;
  self->is_interned = by_pointers;
  self->names = take_zeros (&self->arena, n_names * sizeof *self->names);
  self->first = take_zeros (&self->arena, n_names * sizeof *self->first);
  self->tables = take_zeros (&self->arena, 2 * schema->tables->len * sizeof *self->tables);
  self->memos = take_zeros (&self->arena, schema->n_memos * sizeof *self->memos);
  self->elements = take_zeros (&self->arena, walk.room * sizeof *self->elements);
  self->n_elements = 1;
  walk.last = take_zeros (&self->arena, n_names * sizeof *walk.last);
  walk.known = take_zeros (&self->arena, MOST_KNOWN * sizeof *walk.known);
  walk_document (&walk);
  hash_elements (self);
}

/*
 * sch_index_new:
 * @schema: a compiled schema
 *
 * Returns: (transfer full): what helps to evaluate the schema's expressions in a document
 */
SchIndex *
sch_index_new (SchSchema *schema)
{
  SchIndex *self = g_new0 (SchIndex, 1);

  self->schema = schema;
  return self;
}

void
sch_index_free (SchIndex *self)
{
  g_clear_pointer (&self->others, g_hash_table_unref);
  sch_arena_free (&self->arena);
  g_free (self);
}

/* Numbers what is neither element nor attribute. */
static void
number_others (SchIndex *self)
{
  xmlNode *top = (xmlNode *) self->doc;
  xmlNode *node = top->children;
  guint order = 1;

  self->others = g_hash_table_new (NULL, NULL);
  while (node != NULL)
    {
      order++;
      if (node->type != XML_ELEMENT_NODE)
        g_hash_table_insert (self->others, node, GUINT_TO_POINTER (order));
      else
        for (xmlAttr *a = node->properties; a != NULL; a = a->next)
          order++;
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node->next == NULL && node->parent != top)
        node = node->parent;
      node = node->next;
    }
}

static guint
order_of_attribute (SchIndex *self, const xmlAttr *attribute)
{
  guint order = self->elements[sch_index_find (self, attribute->parent)].order;

  for (; attribute != NULL; attribute = attribute->prev)
    order++;

  return order;
}

/*
 * sch_index_get_order:
 * @self: an index
 * @node: a node of its document
 *
 * Returns: its number in document order, from 1
 */
guint
sch_index_get_order (SchIndex *self, const xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE)
    return self->elements[sch_index_find (self, node)].order;
  if (node->type == XML_ATTRIBUTE_NODE)
    return order_of_attribute (self, (const xmlAttr *) node);
  if (node == (const xmlNode *) self->doc)
    return 1;
  if (self->others == NULL)
    number_others (self);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->others, node));
}

/* Siblings have one name where libxml2 would say so for a name without a prefix, or with one. */
static gboolean
is_like (const SchIndex *self, const xmlNode *a, const xmlNode *b)
{
  if (a->type != XML_ELEMENT_NODE ||
      (self->is_interned ? a->name != b->name : !xmlStrEqual (a->name, b->name)))
    return FALSE;

  return a->ns == b->ns ||
         (a->ns != NULL && b->ns != NULL && xmlStrEqual (a->ns->href, b->ns->href));
}

/*
 * sch_index_count_ordinal:
 * @self: an index
 * @element: one of its elements
 *
 * Returns: its place among its siblings of the same name, from 1
 */
guint
sch_index_count_ordinal (SchIndex *self, guint element)
{
  const xmlNode *node = self->elements[element].node;
  guint n = 0;

  if (self->elements[element].ordinal > 0)
    return self->elements[element].ordinal;
  for (const xmlNode *sibling = node->parent->children; sibling != NULL; sibling = sibling->next)
    if (is_like (self, sibling, node))
      self->elements[sch_index_find (self, sibling)].ordinal = ++n;

  return self->elements[element].ordinal;
}

static gboolean
has_content (const xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE ||
         node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE;
}

/* As sch_node_get_text(), for any node. */
const char *
sch_node_gather_text (SchArena *arena, const xmlNode *node)
{
  xmlChar *text;
  const char *copy;

  if (has_content (node))
    return node->content != NULL ? (const char *) node->content : "";
  if (node->children == NULL)
    return "";

  text = xmlXPathCastNodeToString ((xmlNode *) node);
  copy = sch_arena_copy (arena, (char *) text, strlen ((char *) text));
  xmlFree (text);

  return copy;
}
