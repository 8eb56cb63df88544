/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "arena.h"
#include "schematron-private.h"
#include "term.h"

G_BEGIN_DECLS

/* What an expression gives. */
typedef struct
{
  xmlNode **nodes; /* in document order, none twice */
  guint n;
} SchNodes;

typedef struct
{
  SchType type; /* SCH_TYPE_UNKNOWN for none */
  union
  {
    double number;
    gboolean truth;
    const char *text;
    SchNodes nodes;
  };
} SchValue;

/* An element in its document. Numbers count from 1 in document order: an element, its attributes,
 * its content. */
typedef struct
{
  xmlNode *node;
  guint order;
  guint end;     /* the last number inside it */
  guint next;    /* index of the next with the same name, 0 for none */
  guint ordinal; /* its place among its siblings of the same name, from 1; 0 where not counted */
} SchElement;

typedef struct _SchTable SchTable;

/* What is known of a document: made in one walk, and further on demand. Indices of elements begin
 * at 1, so that 0 is none. */
typedef struct
{
  xmlDoc *doc;
  SchSchema *schema;
  gboolean is_plain;    /* has no nodes that XPath does not know: entities and their like */
  gboolean is_interned; /* whether equal names are one pointer */
  const xmlChar *
      *names;   /* by number: the pointer that stands for the name; NULL where it has none */
  guint *first; /* by number of a name: the first element, 0 for none */
  SchElement *elements;
  guint n_elements; /* with the one that is none */
  guint last;       /* number of the last node */
  guint *slots;     /* a hash of elements by their nodes */
  guint mask;
  GHashTable *others; /* the numbers of other nodes, once they are asked for */
  SchTable **tables;  /* by number: elements by the value of an attribute */
  SchValue *memos;    /* by number: what is the same for all nodes */
  SchArena arena;
} SchIndex;

SchIndex *sch_index_new (SchSchema *schema);
void sch_index_set_document (SchIndex *self, xmlDoc *doc, gboolean by_pointers);
void sch_index_forget (SchIndex *self);
void sch_index_free (SchIndex *self);
guint sch_index_get_order (SchIndex *self, const xmlNode *node);
guint sch_index_count_ordinal (SchIndex *self, guint element);
const char *sch_node_gather_text (SchArena *arena, const xmlNode *node);

/* table.c */
guint sch_index_look_up (
    SchIndex *self, const SchMove *move, const xmlNode *parent, const char *value, guint *item);
guint sch_index_get_next_found (const SchIndex *self,
                                const SchMove *move,
                                const xmlNode *parent,
                                guint *item);

/* The string value of a node, which lives as long as the document or what the arena has. */
static inline const char *
sch_node_get_text (SchArena *arena, const xmlNode *node)
{
  const xmlNode *child = node->children;

  /* Of most attributes and of many elements it is one text. */
  if ((node->type == XML_ATTRIBUTE_NODE || node->type == XML_ELEMENT_NODE) && child != NULL &&
      child->next == NULL && child->type == XML_TEXT_NODE && child->content != NULL)
    return (const char *) child->content;

  return sch_node_gather_text (arena, node);
}

static inline guint
sch_index_hash (const void *pointer)
{
  const guint64 bits =
      (guint64) GPOINTER_TO_SIZE (pointer) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint) (bits >> 32);
}

/* Gives the index of an element; 0 for what is none of this document. */
static inline guint
sch_index_find (const SchIndex *self, const xmlNode *node)
{
  guint at = sch_index_hash (node) & self->mask;

  while (self->slots[at] != 0 && self->elements[self->slots[at]].node != node)
    at = (at + 1) & self->mask;

  return self->slots[at];
}

/* Is this the name with that number? */
static inline gboolean
sch_index_has_name (const SchIndex *self, const xmlChar *name, int number)
{
  return self->is_interned
             ? name == self->names[number]
             : strcmp ((const char *) name, g_ptr_array_index (self->schema->names, number)) == 0;
}

/* The attribute of no namespace that has the name with that number; NULL where there is none. */
static inline const xmlAttr *
sch_index_get_attribute (const SchIndex *self, const xmlNode *element, int number)
{
  for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
    if (sch_index_has_name (self, a->name, number) && (a->ns == NULL || a->ns->prefix == NULL))
      return a;

  return NULL;
}

G_END_DECLS
