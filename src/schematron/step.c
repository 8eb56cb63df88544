/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "step.h"

#include <glib/gi18n-lib.h>

/* A path as steps down the tree. What is no such path has none. */

static void
step_free (gpointer data)
{
  SchStep *self = data;

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
cut_words (const char *text, const char *end)
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
gboolean
sch_step_is_steady (const char *text)
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
add_facts (SchStep *step, const char *predicate)
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
          char *fact = cut_words (start, token.start);

          g_ptr_array_add (is_fact (fact) ? step->facts : step->others, fact);
          start = text;
        }
      before = token;
    }
  while (token.kind != SCH_TOKEN_END);
}

static gboolean
read_predicate (SchStep *step, const char **text)
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

  predicate = cut_words (start, token.start);
  g_ptr_array_add (step->predicates, predicate);
  add_facts (step, predicate);

  return TRUE;
}

/* node(), text(), comment(), processing-instruction() and the last with a name. */
static gboolean
read_node_type (SchStep *step, const SchToken *type, const char **text)
{
  SchToken name = peek (*text);

  if (is_word (type, "node"))
    step->test = SCH_TEST_NODE;
  else if (is_word (type, "text"))
    step->test = SCH_TEST_TEXT;
  else if (is_word (type, "comment"))
    step->test = SCH_TEST_COMMENT;
  else if (is_word (type, "processing-instruction"))
    step->test = SCH_TEST_INSTRUCTION;
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
read_axis (SchStep *step, const char **text)
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
read_test (SchStep *step, const char **text)
{
  SchToken token = sch_expression_next_token (text);

  if (is (&token, '*'))
    {
      step->test = SCH_TEST_ANY;
      return TRUE;
    }
  if (token.kind != SCH_TOKEN_NAME)
    return FALSE;
  if (take (text, '('))
    return read_node_type (step, &token, text);

  step->test = take (text, ':') && take (text, '*') ? SCH_TEST_PREFIX : SCH_TEST_NAME;
  step->name = g_strndup (token.start, token.length);
  return TRUE;
}

static SchStep *
read_step (const char **text)
{
  SchStep *step = g_new0 (SchStep, 1);
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

GPtrArray *
sch_step_read_all (const char *text)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);

  while (take (&text, '/'))
    {
      SchStep *step = read_step (&text);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }

  return peek (text).kind == SCH_TOKEN_END && steps->len > 0 ? g_steal_pointer (&steps) : NULL;
}
/* The words of an expression with one blank between them, so that blanks make no difference. */
char *
sch_step_words (const char *text)
{
  return cut_words (text, text + strlen (text));
}

/* Skips a call of the function with literals or variables as its arguments. */
static gboolean
take_call (const char **text, const char *name, guint n_arguments)
{
  const char *rest = *text;
  SchToken word = sch_expression_next_token (&rest);

  if (!is_word (&word, name) || !take (&rest, '('))
    return FALSE;
  for (guint i = 0; i < n_arguments; i++)
    {
      if (i > 0 && !take (&rest, ','))
        return FALSE;
      word = sch_expression_next_token (&rest);
      if (word.kind != SCH_TOKEN_LITERAL && word.kind != SCH_TOKEN_VARIABLE)
        return FALSE;
    }
  if (!take (&rest, ')'))
    return FALSE;

  *text = rest;
  return TRUE;
}

/* Skips what a pattern may begin with in place of steps. A variable is not of XSLT, but a schema's
 * contexts may use variables. */
static gboolean
take_beginning (const char **text)
{
  if (peek (*text).kind != SCH_TOKEN_VARIABLE)
    return take_call (text, "id", 1) || take_call (text, "key", 2);

  sch_expression_next_token (text);
  return TRUE;
}

static gboolean
is_pattern (const char *text)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *path = NULL;

  if (take_beginning (&text))
    {
      if (peek (text).kind == SCH_TOKEN_END)
        return TRUE;
      path = g_strdup (text);
    }
  else
    {
      const char *rest = text;

      if (take (&rest, '/') && peek (rest).kind == SCH_TOKEN_END)
        return TRUE;
      path = rest != text ? g_strdup (text) : g_strconcat ("/", text, NULL);
    }
  steps = sch_step_read_all (path);

  return steps != NULL;
}

/* XSLT 1.0, 12.4: a pattern may not ask for the current node. */
static gboolean
calls_current (const char *text)
{
  for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
       token = sch_expression_next_token (&text))
    {
      SchToken next = peek (text);

      if (is_word (&token, "current") && is (&next, '('))
        return TRUE;
    }

  return FALSE;
}

/*
 * sch_step_check_pattern:
 * @branch: an XPath expression
 *
 * Is it a pattern (XSLT 1.0, 5.2), as the context of a rule and the match of a key must be?
 *
 * Returns: (transfer full) (nullable): why it is not, as a part of a sentence
 */
char *
sch_step_check_pattern (const char *branch)
{
  if (!is_pattern (branch))
    return g_strdup (_ ("it is no pattern of XSLT 1.0; expected steps by child or attribute"));
  if (calls_current (branch))
    return g_strdup (_ ("a pattern may not call current(); the node that it is matched with is ."));

  return NULL;
}
