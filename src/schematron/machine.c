/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guard.h"
#include "machine.h"
#include "run-private.h"

/* What all that evaluates terms rests on: giving up, the bounds, the document it is in, variables,
 * and values that are kept for the document. */

/* Gives up. Returns: TRUE, which ends a search */
gboolean
sch_machine_fail (SchMachine *self)
{
  self->failed = TRUE;
  return TRUE;
}

/*
 * sch_machine_count:
 * @self: what evaluates
 * @work: comparisons of characters
 *
 * Counts them as the functions of libxml2 do (guard.c).
 *
 * Returns: whether it may go on
 */
gboolean
sch_machine_count (SchMachine *self, double work)
{
  const double steps = work / SCH_WORK_OF_STEP;

  if (!self->failed && (double) self->steps + steps < (double) *self->limit)
    {
      self->steps += (gulong) steps;
      return TRUE;
    }
  if (!self->failed)
    self->steps = *self->limit;

  return !sch_machine_fail (self);
}

/* As sch_machine_enter(), where it is another document. */
gboolean
sch_machine_enter_document (SchMachine *self, const xmlNode *node)
{
  if (self->index == NULL || node->doc != self->index->doc)
    self->index = sch_run_get_index (self->run, node->doc);

  return self->index->is_plain || !sch_machine_fail (self);
}

/* Gives the value of a variable; none, after which it has failed, where it has no value that a term
 * can have. */
const SchValue *
sch_machine_get_variable (SchMachine *self, const SchTerm *term)
{
  static const SchValue none = { .type = SCH_TYPE_UNKNOWN };
  const SchValue *value = self->failed ? NULL : sch_run_get_variable (self->run, term->variable);

  if (value != NULL)
    return value;

  sch_machine_fail (self);
  return &none;
}

/*
 * sch_value_keep:
 * @arena: where to
 * @value: a value
 *
 * Returns: the same value, which now lives as long as the arena has it and the document
 */
SchValue
sch_value_keep (SchArena *arena, SchValue value)
{
  if (value.type == SCH_TYPE_STRING)
    value.text = sch_arena_copy (arena, value.text, strlen (value.text));
  if (value.type == SCH_TYPE_NODES && value.nodes.n > 0)
    value.nodes.nodes = memcpy (sch_arena_take (arena, value.nodes.n * sizeof *value.nodes.nodes),
                                value.nodes.nodes, value.nodes.n * sizeof *value.nodes.nodes);

  return value;
}

/* As sch_machine_recall(), for a term whose value is kept. It is worked out where it is asked for
 * for the first time. */
const SchValue *
sch_machine_recall_memo (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  SchIndex *outer = self->index;
  SchArena mark;
  SchValue *kept, value;

  if ((self->without & SCH_WITHOUT_MEMOS) != 0 || self->failed ||
      !sch_machine_enter (self, focus->node))
    return NULL;
  kept = &self->index->memos[term->memo];
  if (kept->type == SCH_TYPE_UNKNOWN)
    {
      mark = self->scratch;
      value = sch_machine_value (self, term, focus);
      if (!self->failed)
        *kept = sch_value_keep (&self->index->arena, value);
      sch_arena_release (&self->scratch, mark);
    }
  self->index = outer;

  return self->failed ? NULL : kept;
}
