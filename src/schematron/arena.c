/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arena.h"

#define BLOCK ((gsize) 64 * 1024)

static SchBlock *
add_block (SchBlock *before, gsize size)
{
  SchBlock *block = g_malloc (sizeof *block + MAX (size, BLOCK));

  block->size = MAX (size, BLOCK);
  block->before = before;
  block->after = before != NULL ? before->after : NULL;
  if (block->after != NULL)
    block->after->before = block;
  if (before != NULL)
    before->after = block;

  return block;
}

/* Goes on to a block that has room. */
gpointer
sch_arena_grow (SchArena *self, gsize size)
{
  SchBlock *next = self->block != NULL ? self->block->after : NULL;

  if (next == NULL || next->size < size)
    next = add_block (self->block, size);
  if (self->block != NULL)
    self->total += self->block->size;
  self->block = next;
  self->used = size;

  return next->bytes;
}

/* Large blocks are given back to the system, others are kept. */
static void
drop_large (SchBlock *block)
{
  while (block->after != NULL)
    {
      SchBlock *next = block->after;

      if (next->size == BLOCK)
        {
          block = next;
          continue;
        }
      block->after = next->after;
      if (next->after != NULL)
        next->after->before = block;
      g_free (next);
    }
}

/* As sch_arena_release(), where it has come to another block. */
void
sch_arena_release_blocks (SchArena *self, SchArena mark)
{
  if (mark.block != NULL)
    {
      *self = mark;
    }
  else
    {
      while (self->block->before != NULL)
        self->block = self->block->before;
      self->used = self->total = 0;
    }
  drop_large (self->block);
}

void
sch_arena_free (SchArena *self)
{
  SchBlock *block = self->block;

  while (block != NULL && block->after != NULL)
    block = block->after;
  while (block != NULL)
    {
      SchBlock *before = block->before;

      g_free (block);
      block = before;
    }
  *self = (SchArena){ 0 };
}
