/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "path.h"

/* The branch of a context as steps, to tell whether all nodes of one are nodes of another. It is a
 * question to which only a sure yes counts: what is not understood covers nothing but its like. */

typedef enum
{
  TEST_NODE,   /* node() */
  TEST_ANY,    /* * */
  TEST_PREFIX, /* q:* */
  TEST_NAME,
  TEST_TEXT,
  TEST_COMMENT,
  TEST_INSTRUCTION, /* of any name where there is no name */
} Test;

typedef struct
{
  gboolean is_direct; /* right below the step before, or the root; else anywhere below */
  gboolean is_attribute;
  Test test;
  char *name;
  GPtrArray *predicates; /* char, in order */
  GPtrArray *facts;      /* char: what holds of each node, whatever its position */
  GPtrArray *others;     /* char: what else the predicates say */
} Step;

struct _SchPath
{
  char *text;
  gboolean is_steady; /* whether the same text gives the same nodes */
  GPtrArray *steps;   /* Step; NULL where it is not made of steps down the tree */
};

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->predicates);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static gboolean
is (const SchToken *token, char c)
{
  return token->kind == SCH_TOKEN_OTHER && *token->start == c;
}

static gboolean
is_word (const SchToken *token, const char *word)
{
  return token->kind == SCH_TOKEN_NAME && strlen (word) == token->length &&
         strncmp (token->start, word, token->length) == 0;
}

static SchToken
peek (const char *text)
{
  return sch_expression_next_token (&text);
}

static gboolean
take (const char **text, char c)
{
  SchToken token = peek (*text);

  if (!is (&token, c))
    return FALSE;

  sch_expression_next_token (text);
  return TRUE;
}

/* The words of an expression with one blank between them, so that blanks make no difference. */
static char *
words_of (const char *text, const char *end)
{
  GString *words = g_string_new (NULL);

  for (SchToken token = sch_expression_next_token (&text);
       token.kind != SCH_TOKEN_END && token.start < end; token = sch_expression_next_token (&text))
    {
      if (words->len > 0)
        g_string_append_c (words, ' ');
      if (token.kind == SCH_TOKEN_VARIABLE)
        g_string_append_c (words, '$');
      g_string_append_len (words, token.start, token.length);
    }

  return g_string_free (words, FALSE);
}

/* A call with a prefix may be of chance or of the time, and document() depends on the file in which
 * it stands. */
static gboolean
is_steady (const char *text)
{
  for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
       token = sch_expression_next_token (&text))
    {
      SchToken next = peek (text);

      if (token.kind == SCH_TOKEN_NAME && is (&next, '(') &&
          (is_word (&token, "document") || memchr (token.start, ':', token.length) != NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
speaks_of_position (const char *text)
{
  for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
       token = sch_expression_next_token (&text))
    if (is_word (&token, "position") || is_word (&token, "last"))
      return TRUE;

  return FALSE;
}

/* Calls f for each word of an expression that is not in brackets or parentheses. */
static gboolean
any_outer (const char *text, gboolean (*f) (const SchToken *token, const SchToken *before))
{
  SchToken before = { .kind = SCH_TOKEN_END };
  int depth = 0;

  for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
       before = token, token = sch_expression_next_token (&text))
    {
      if (is (&token, ')') || is (&token, ']'))
        depth--;
      if (depth == 0 && f (&token, &before))
        return TRUE;
      if (is (&token, '(') || is (&token, '['))
        depth++;
    }

  return FALSE;
}

static gboolean
is_or (const SchToken *token, const SchToken *before)
{
  return is_word (token, "or") && sch_expression_is_operand_end (before);
}

static gboolean
is_and (const SchToken *token, const SchToken *before)
{
  return is_word (token, "and") && sch_expression_is_operand_end (before);
}

static gboolean
compares (const SchToken *token, const SchToken *before)
{
  return token->kind == SCH_TOKEN_OTHER && strchr ("=<>!", *token->start) != NULL;
}

static gboolean
is_plain_call (const SchToken *name)
{
  static const char *const names[] = { "not",  "contains", "starts-with", "boolean",
                                       "node", "text",     "comment",     NULL };
  g_autofree char *word = g_strndup (name->start, name->length);

  return name->kind == SCH_TOKEN_NAME && g_strv_contains (names, word);
}

/* What may make a number of an expression: then it is compared with the position. */
static gboolean
may_count (const SchToken *token, const SchToken *before)
{
  return token->kind == SCH_TOKEN_LITERAL || token->kind == SCH_TOKEN_VARIABLE ||
         (is (token, '(') && !is_plain_call (before)) || is (token, '+') || is (token, '-') ||
         ((is (token, '*') || is_word (token, "div") || is_word (token, "mod")) &&
          sch_expression_is_operand_end (before));
}

/* Is it a truth value or a set of nodes, and the same whatever the position? */
static gboolean
is_fact (const char *text)
{
  if (speaks_of_position (text))
    return FALSE;

  return any_outer (text, is_or) || any_outer (text, is_and) || any_outer (text, compares) ||
         !any_outer (text, may_count);
}

/* Parts a predicate at its `and`. */
static void
add_facts (Step *step, const char *predicate)
{
  const char *start = predicate, *text = predicate;
  SchToken before = { .kind = SCH_TOKEN_END };
  SchToken token;
  int depth = 0;
  gboolean is_one = any_outer (predicate, is_or) || !any_outer (predicate, is_and);

  do
    {
      token = sch_expression_next_token (&text);
      if (is (&token, '(') || is (&token, '['))
        depth++;
      else if (is (&token, ')') || is (&token, ']'))
        depth--;
      if (token.kind == SCH_TOKEN_END || (depth == 0 && !is_one && is_and (&token, &before)))
        {
          char *fact = words_of (start, token.start);

          g_ptr_array_add (is_fact (fact) ? step->facts : step->others, fact);
          start = text;
        }
      before = token;
    }
  while (token.kind != SCH_TOKEN_END);
}

static gboolean
read_predicate (Step *step, const char **text)
{
  const char *start = *text;
  SchToken token;
  char *predicate;
  int depth = 0;

  do
    {
      token = sch_expression_next_token (text);
      if (is (&token, '['))
        depth++;
      if (is (&token, ']') && depth-- == 0)
        break;
    }
  while (token.kind != SCH_TOKEN_END);
  if (token.kind == SCH_TOKEN_END)
    return FALSE;

  predicate = words_of (start, token.start);
  g_ptr_array_add (step->predicates, predicate);
  add_facts (step, predicate);

  return TRUE;
}

/* node(), text(), comment(), processing-instruction() and the last with a name. */
static gboolean
read_node_type (Step *step, const SchToken *type, const char **text)
{
  SchToken name = peek (*text);

  if (is_word (type, "node"))
    step->test = TEST_NODE;
  else if (is_word (type, "text"))
    step->test = TEST_TEXT;
  else if (is_word (type, "comment"))
    step->test = TEST_COMMENT;
  else if (is_word (type, "processing-instruction"))
    step->test = TEST_INSTRUCTION;
  else
    return FALSE;

  if (name.kind == SCH_TOKEN_LITERAL && name.length >= 2)
    {
      step->name = g_strndup (name.start + 1, name.length - 2);
      sch_expression_next_token (text);
    }

  return take (text, ')');
}

static gboolean
read_axis (Step *step, const char **text)
{
  SchToken token = peek (*text);
  const char *after = token.start + token.length;

  if (take (text, '@'))
    {
      step->is_attribute = TRUE;
      return TRUE;
    }
  if (token.kind != SCH_TOKEN_NAME || !take (&after, ':') || !take (&after, ':'))
    return TRUE;

  step->is_attribute = is_word (&token, "attribute");
  *text = after;
  return step->is_attribute || is_word (&token, "child");
}

static gboolean
read_test (Step *step, const char **text)
{
  SchToken token = sch_expression_next_token (text);

  if (is (&token, '*'))
    {
      step->test = TEST_ANY;
      return TRUE;
    }
  if (token.kind != SCH_TOKEN_NAME)
    return FALSE;
  if (take (text, '('))
    return read_node_type (step, &token, text);

  step->test = take (text, ':') && take (text, '*') ? TEST_PREFIX : TEST_NAME;
  step->name = g_strndup (token.start, token.length);
  return TRUE;
}

static Step *
read_step (const char **text)
{
  Step *step = g_new0 (Step, 1);
  gboolean done;

  step->predicates = g_ptr_array_new_with_free_func (g_free);
  step->facts = g_ptr_array_new_with_free_func (g_free);
  step->others = g_ptr_array_new_with_free_func (g_free);
  step->is_direct = !take (text, '/');
  done = read_axis (step, text) && read_test (step, text);
  while (done && take (text, '['))
    done = read_predicate (step, text);
  if (!done)
    g_clear_pointer (&step, step_free);

  return step;
}

static GPtrArray *
read_steps (const char *text)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);

  while (take (&text, '/'))
    {
      Step *step = read_step (&text);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }

  return peek (text).kind == SCH_TOKEN_END && steps->len > 0 ? g_steal_pointer (&steps) : NULL;
}

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

  self->text = words_of (text, text + strlen (text));
  self->is_steady = is_steady (text);
  self->steps = read_steps (text);

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
test_covers (const Step *step, const Step *other)
{
  gboolean is_named = other->test == TEST_NAME || other->test == TEST_PREFIX;

  switch (step->test)
    {
    case TEST_NODE:
      return TRUE;
    case TEST_ANY:
      return is_named || other->test == TEST_ANY;
    case TEST_PREFIX:
      return is_named && g_str_has_prefix (other->name, step->name) &&
             (other->name[strlen (step->name)] == ':' ||
              (other->test == TEST_PREFIX && g_str_equal (other->name, step->name)));
    case TEST_INSTRUCTION:
      return other->test == TEST_INSTRUCTION &&
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
step_covers (const Step *step, const Step *other, gboolean is_steady)
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
  const Step *step = g_ptr_array_index (self->steps, at);
  gboolean is_steady = self->is_steady && other->is_steady;
  gboolean any = at == 0; /* has a step before been found somewhere above */

  for (guint i = 0; i < other->steps->len; i++)
    {
      const Step *candidate = g_ptr_array_index (other->steps, i);
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
