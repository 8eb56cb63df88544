/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is taken piece by piece and given back at once, to where it was at a mark. Its blocks
 * stay for the next use, so that a document that is checked allocates next to nothing. */
typedef struct _SchBlock SchBlock;

typedef struct
{
  SchBlock *block; /* the one that is filled now */
  gsize used;      /* of it */
  gsize total;     /* in the blocks before it */
} SchArena;

void sch_arena_free (SchArena *self);
gpointer sch_arena_grow (SchArena *self, gsize size);
void sch_arena_release_blocks (SchArena *self, SchArena mark);

struct _SchBlock
{
  SchBlock *before, *after;
  gsize size;
  char bytes[] __attribute__ ((aligned (16)));
};

static inline gpointer
sch_arena_take (SchArena *self, gsize size)
{
  size = (size + 7) & ~(gsize) 7;
  if (self->block == NULL || self->block->size - self->used < size)
    return sch_arena_grow (self, size);

  self->used += size;
  return self->block->bytes + self->used - size;
}

static inline char *
sch_arena_copy (SchArena *self, const char *text, gsize length)
{
  char *copy = sch_arena_take (self, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

/*
 * sch_arena_release:
 * @self: an arena
 * @mark: what it was
 *
 * Gives back all that was taken since.
 */
static inline void
sch_arena_release (SchArena *self, SchArena mark)
{
  if (self->block == mark.block)
    self->used = mark.used;
  else
    sch_arena_release_blocks (self, mark);
}

G_END_DECLS
