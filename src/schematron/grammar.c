/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar-private.h"

/* The grammar of XPath 1.0 (3), to the letter, where libxml2 bears more; and its numbers, where
 * libxml2 takes '-' for 0 and '1e3' for 1000, and 1.005 for what is next to it. An expression is
 * written anew so that wherever a string becomes a number, our own functions (comparison.c) make it
 * one. */

#define DEEPEST 200

static gboolean
accept_word (SchParser *self, const char *word)
{
  const char *start;
  g_autofree char *name = NULL;

  sch_parser_skip_blanks (self);
  start = self->p;
  name = sch_parser_read_name (self);
  if (g_strcmp0 (name, word) == 0)
    return TRUE;

  self->p = start;
  return FALSE;
}

/* The first of the operators that stands here. */
static const char *
accept_operator (SchParser *self, const char *const *operators)
{
  for (; *operators != NULL; operators++)
    if (g_ascii_isalpha (**operators) ? accept_word (self, *operators)
                                      : sch_parser_accept (self, *operators))
      return *operators;

  return NULL;
}

static SchType
parse_unary (SchParser *self)
{
  gboolean negates = FALSE;
  gsize start;
  SchType type;

  while (sch_parser_accept (self, "-"))
    negates = TRUE;
  start = sch_parser_flush (self);
  type = sch_parser_read_path (self);
  while (!self->failed && sch_parser_accept (self, "|"))
    {
      sch_parser_read_path (self);
      type = SCH_TYPE_NODES;
    }
  if (!negates)
    return type;

  sch_parser_wrap_number (self, start, type);
  return SCH_TYPE_NUMBER;
}

static SchType
parse_arithmetic (SchParser *self,
                  const char *const *operators,
                  SchType (*parse_operand) (SchParser *))
{
  gsize start = sch_parser_flush (self);
  SchType type = parse_operand (self);
  const char *operator;

  sch_parser_flush (self);
  while (!self->failed && (operator= accept_operator (self, operators)) != NULL)
    {
      self->done = self->p;
      sch_parser_wrap_number (self, start, type);
      /* A number() that comes next must not be read as a part of it. */
      g_string_append_printf (self->out, "%s ", operator);
      start = self->out->len;
      type = parse_operand (self);
      sch_parser_wrap_number (self, start, type);
      type = SCH_TYPE_NUMBER;
    }

  return type;
}

static SchType
parse_product (SchParser *self)
{
  static const char *const operators[] = { "*", "div", "mod", NULL };

  return parse_arithmetic (self, operators, parse_unary);
}

static SchType
parse_sum (SchParser *self)
{
  static const char *const operators[] = { "+", "-", NULL };

  return parse_arithmetic (self, operators, parse_product);
}

/* Does libxml2 compare them without making a number of a string? */
static gboolean
is_plain (SchType left, SchType right, gboolean for_equality)
{
  if (sch_type_is_number (left) && sch_type_is_number (right))
    return TRUE;
  if (!for_equality)
    return FALSE;

  return left == SCH_TYPE_BOOLEAN || right == SCH_TYPE_BOOLEAN ||
         ((left == SCH_TYPE_NODES || left == SCH_TYPE_STRING) &&
          (right == SCH_TYPE_NODES || right == SCH_TYPE_STRING));
}

static const char *
function_of (const char *operator)
{
  static const char *const names[][2] = {
    { "=", SCH_COMPARISON "eq(" },  { "!=", SCH_COMPARISON "ne(" }, { "<", SCH_COMPARISON "lt(" },
    { "<=", SCH_COMPARISON "le(" }, { ">", SCH_COMPARISON "gt(" },  { ">=", SCH_COMPARISON "ge(" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], operator))
      return names[i][1];

  return NULL;
}

static SchType
parse_comparison (SchParser *self,
                  const char *const *operators,
                  gboolean for_equality,
                  SchType (*parse_operand) (SchParser *))
{
  const gsize start = sch_parser_flush (self);
  SchType left = parse_operand (self);
  const char *operator;

  sch_parser_flush (self);
  while (!self->failed && (operator= accept_operator (self, operators)) != NULL)
    {
      const gssize middle = (gssize) self->out->len;
      SchType right;

      self->done = self->p;
      right = parse_operand (self);
      sch_parser_flush (self);
      if (is_plain (left, right, for_equality))
        {
          g_string_insert (self->out, middle, operator);
        }
      else
        {
          g_string_insert_c (self->out, middle, ',');
          g_string_insert (self->out, (gssize) start, function_of (operator));
          g_string_append_c (self->out, ')');
        }
      left = SCH_TYPE_BOOLEAN;
    }

  return left;
}

static SchType
parse_relation (SchParser *self)
{
  static const char *const operators[] = { "<=", ">=", "<", ">", NULL };

  return parse_comparison (self, operators, FALSE, parse_sum);
}

static SchType
parse_equality (SchParser *self)
{
  static const char *const operators[] = { "!=", "=", NULL };

  return parse_comparison (self, operators, TRUE, parse_relation);
}

static SchType
parse_logic (SchParser *self, const char *word, SchType (*parse_operand) (SchParser *))
{
  SchType type = parse_operand (self);

  while (!self->failed && accept_word (self, word))
    {
      parse_operand (self);
      type = SCH_TYPE_BOOLEAN;
    }

  return type;
}

static SchType
parse_and (SchParser *self)
{
  return parse_logic (self, "and", parse_equality);
}

SchType
sch_parser_read_expression (SchParser *self)
{
  SchType type;

  if (self->failed || ++self->depth > DEEPEST)
    return sch_parser_fail (self);
  type = parse_logic (self, "or", parse_and);
  self->depth--;

  return type;
}

/*
 * sch_grammar_translate:
 * @text: an expression
 *
 * Returns: (transfer full) (nullable): the expression as libxml2 is to have it; %NULL where it is
 *   none of XPath 1.0, or nested more than 200 deep
 */
char *
sch_grammar_translate (const char *text)
{
  SchParser self = { .p = text, .done = text, .out = g_string_new (NULL) };

  sch_parser_read_expression (&self);
  sch_parser_skip_blanks (&self);
  if (*self.p != '\0')
    sch_parser_fail (&self);
  sch_parser_flush (&self);

  return g_string_free (self.out, self.failed);
}
