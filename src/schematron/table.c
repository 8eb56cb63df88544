/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "index.h"

/* The elements of a name by the value that an attribute has, as a hash that is made when it is
 * first asked for: x[@a = value] is then one look-up. One for siblings is by their parent too. */

/* The elements that have one value. */
typedef struct
{
  guint hash;
  guint first, last; /* items */
  const char *value; /* NULL where there is none */
  const xmlNode *parent;
} Entry;

typedef struct
{
  guint element;
  guint next; /* item, 0 for none */
} Item;

struct _SchTable
{
  Entry *entries;
  guint mask;
  Item *items;
};

static guint
hash_value (const char *value, const xmlNode *parent)
{
  guint hash = parent != NULL ? sch_index_hash (parent) : 2166136261U;

  for (; *value != '\0'; value++)
    hash = (hash ^ (guchar) *value) * 16777619U;

  return hash ^ hash >> 15;
}

static Entry *
find_entry (const SchTable *self, guint hash, const char *value, const xmlNode *parent)
{
  guint at = hash & self->mask;

  while (self->entries[at].value != NULL &&
         (self->entries[at].hash != hash || self->entries[at].parent != parent ||
          strcmp (self->entries[at].value, value) != 0))
    at = (at + 1) & self->mask;

  return &self->entries[at];
}

static void
add_item (SchTable *self, guint item, guint element, const char *value, const xmlNode *parent)
{
  const guint hash = hash_value (value, parent);
  Entry *entry = find_entry (self, hash, value, parent);

  self->items[item] = (Item){ element, 0 };
  if (entry->value == NULL)
    *entry = (Entry){ hash, item, item, value, parent };
  else
    self->items[entry->last].next = item;
  entry->last = item;
}

static SchTable *
make_table (SchIndex *index, const SchMove *move, gboolean is_by_parent)
{
  SchTable *self = sch_arena_take (&index->arena, sizeof *self);
  guint n = 1, size = 16;

  for (guint i = index->first[move->name]; i != 0; i = index->elements[i].next)
    n++;
  while (size < 2 * n)
    size *= 2;
  self->mask = size - 1;
  self->entries = sch_arena_take (&index->arena, size * sizeof *self->entries);
  memset (self->entries, 0, size * sizeof *self->entries);
  self->items = sch_arena_take (&index->arena, n * sizeof *self->items);
  n = 1;
  for (guint i = index->first[move->name]; i != 0; i = index->elements[i].next)
    {
      const xmlNode *node = index->elements[i].node;
      const xmlAttr *attribute = sch_index_get_attribute (index, node, move->key);

      if (attribute != NULL)
        add_item (self, n++, i, sch_node_get_text (&index->arena, (const xmlNode *) attribute),
                  is_by_parent ? node->parent : NULL);
    }

  return self;
}

/*
 * sch_index_look_up:
 * @self: an index
 * @move: a step that asks for elements of a name with the value of an attribute
 * @parent: (nullable): of the elements; %NULL where they may be anywhere
 * @value: the value
 * @item: (out): to go on with sch_index_get_next_found()
 *
 * Returns: the index of the first such element, 0 for none
 */
guint
sch_index_look_up (
    SchIndex *self, const SchMove *move, const xmlNode *parent, const char *value, guint *item)
{
  SchTable **table = &self->tables[2 * move->table + (parent != NULL)];
  const Entry *entry;

  if (*table == NULL)
    *table = make_table (self, move, parent != NULL);
  entry = find_entry (*table, hash_value (value, parent), value, parent);
  if (entry->value == NULL)
    return 0;

  *item = entry->first;
  return (*table)->items[*item].element;
}

/* Gives the next element that was found, in document order; 0 after the last. */
guint
sch_index_get_next_found (const SchIndex *self,
                          const SchMove *move,
                          const xmlNode *parent,
                          guint *item)
{
  const SchTable *table = self->tables[2 * move->table + (parent != NULL)];

  *item = table->items[*item].next;
  return *item != 0 ? table->items[*item].element : 0;
}
