/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "path.h"
#include "step.h"

/* The branch of a context as steps, to tell whether all nodes of one are nodes of another. It is a
 * question to which only a sure yes counts: what is not understood covers nothing but its like. */


struct _SchPath
{
  char *text;
  gboolean is_steady; /* whether the same text gives the same nodes */
  GPtrArray *steps;   /* SchStep; NULL where it is not made of steps down the tree */
};

/*
 * sch_path_new:
 * @expression: a branch of a context, which looks for its nodes from the root
 *
 * Returns: (transfer full): what can be told of its nodes
 */
SchPath *
sch_path_new (const SchExpression *expression)
{
  const char *text = expression->text;
  SchPath *self = g_new0 (SchPath, 1);

  self->text = sch_step_words (text);
  self->is_steady = sch_step_is_steady (text);
  self->steps = sch_step_read_all (text);

  return self;
}

void
sch_path_free (SchPath *self)
{
  g_free (self->text);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self);
}

static gboolean
test_covers (const SchStep *step, const SchStep *other)
{
  gboolean is_named = other->test == SCH_TEST_NAME || other->test == SCH_TEST_PREFIX;

  switch (step->test)
    {
    case SCH_TEST_NODE:
      return TRUE;
    case SCH_TEST_ANY:
      return is_named || other->test == SCH_TEST_ANY;
    case SCH_TEST_PREFIX:
      return is_named && g_str_has_prefix (other->name, step->name) &&
             (other->name[strlen (step->name)] == ':' ||
              (other->test == SCH_TEST_PREFIX && g_str_equal (other->name, step->name)));
    case SCH_TEST_INSTRUCTION:
      return other->test == SCH_TEST_INSTRUCTION &&
             (step->name == NULL || g_strcmp0 (step->name, other->name) == 0);
    default:
      return other->test == step->test && g_strcmp0 (step->name, other->name) == 0;
    }
}

static gboolean
begins_with (GPtrArray *array, GPtrArray *beginning)
{
  for (guint i = 0; i < beginning->len; i++)
    if (i >= array->len ||
        !g_str_equal (g_ptr_array_index (array, i), g_ptr_array_index (beginning, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_all (GPtrArray *array, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (!g_ptr_array_find_with_equal_func (array, g_ptr_array_index (wanted, i), g_str_equal, NULL))
      return FALSE;

  return TRUE;
}

/* Predicates count among the nodes that the test and the predicates before have left, so either
 * these are the same, or what the predicates say does not depend on it. */
static gboolean
step_covers (const SchStep *step, const SchStep *other, gboolean is_steady)
{
  if (step->is_attribute != other->is_attribute || !test_covers (step, other))
    return FALSE;
  if (step->predicates->len == 0)
    return TRUE;
  if (!is_steady)
    return FALSE;
  if (test_covers (other, step) && begins_with (other->predicates, step->predicates))
    return TRUE;

  return step->others->len == 0 && has_all (other->facts, step->facts);
}

/* Which steps of the other path may be the last step of the first part of this one? */
static void
follow (const SchPath *self, guint at, const SchPath *other, const gboolean *before, gboolean *now)
{
  const SchStep *step = g_ptr_array_index (self->steps, at);
  gboolean is_steady = self->is_steady && other->is_steady;
  gboolean any = at == 0; /* has a step before been found somewhere above */

  for (guint i = 0; i < other->steps->len; i++)
    {
      const SchStep *candidate = g_ptr_array_index (other->steps, i);
      gboolean is_below = at == 0 ? i == 0 : i > 0 && before[i - 1];

      any = any || (i > 0 && before[i - 1]);
      now[i] = (step->is_direct ? is_below && candidate->is_direct : any) &&
               step_covers (step, candidate, is_steady);
    }
}

/*
 * sch_path_covers:
 * @self: a path
 * @other: another, in the same pattern
 *
 * Returns: whether it is sure that each node of @other is one of @self, in any document
 */
gboolean
sch_path_covers (const SchPath *self, const SchPath *other)
{
  g_autofree gboolean *before = NULL;
  g_autofree gboolean *now = NULL;

  if (self->is_steady && g_str_equal (self->text, other->text))
    return TRUE;
  if (self->steps == NULL || other->steps == NULL)
    return FALSE;

  before = g_new0 (gboolean, other->steps->len);
  now = g_new0 (gboolean, other->steps->len);
  for (guint i = 0; i < self->steps->len; i++)
    {
      gboolean *spare = before;

      follow (self, i, other, before, now);
      before = now;
      now = spare;
    }

  return before[other->steps->len - 1];
}
