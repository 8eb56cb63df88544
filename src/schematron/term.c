/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term-private.h"

/* An expression as a tree. grammar.c has said that it is XPath 1.0; what the tree has no term for,
 * functions of XSLT and EXSLT and the axis of namespaces, makes no tree, and is left to libxml2. */

/* A tree is as deep as its text is long at most, and all that goes through it is recursive. */
#define LONGEST 2000

void
sch_term_free (SchTerm *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_ptr_array_unref (self->operands);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->keyed, sch_term_free);
  g_free (self);
}

SchTerm *
sch_term_new_kind (SchTermKind kind, SchType type)
{
  SchTerm *self = g_new0 (SchTerm, 1);

  self->kind = kind;
  self->type = type;
  self->memo = self->attribute = self->compared = -1;
  self->operands = g_ptr_array_new_with_free_func ((GDestroyNotify) sch_term_free);

  return self;
}

static gboolean
accept_word (SchReader *self, const char *word)
{
  const char *start;
  g_autofree char *name = NULL;

  sch_parser_skip_blanks (&self->words);
  start = self->words.p;
  name = sch_parser_read_name (&self->words);
  if (g_strcmp0 (name, word) == 0)
    return TRUE;

  self->words.p = start;
  return FALSE;
}

/* A term of two operands. */
static SchTerm *
join (SchTermKind kind, SchType type, SchTerm *left, SchTerm *right)
{
  SchTerm *term = sch_term_new_kind (kind, type);

  g_ptr_array_add (term->operands, left);
  g_ptr_array_add (term->operands, right);

  return term;
}

static SchTerm *
read_union (SchReader *self)
{
  SchTerm *term = sch_reader_read_path (self);

  while (!self->words.failed && sch_reader_accept (self, "|"))
    {
      SchTerm *right = sch_reader_read_path (self);

      term = join (SCH_TERM_UNION, SCH_TYPE_NODES, term, right);
    }

  return term;
}

static SchTerm *
read_unary (SchReader *self)
{
  guint n = 0;
  SchTerm *operand;

  while (sch_reader_accept (self, "-"))
    n++;
  operand = read_union (self);
  for (; n > 0; n--)
    {
      SchTerm *term = sch_term_new_kind (SCH_TERM_NEGATE, SCH_TYPE_NUMBER);

      g_ptr_array_add (term->operands, operand);
      operand = term;
    }

  return operand;
}

/* A sign or a word between two operands. */
typedef struct
{
  const char *sign;
  SchTermKind kind;
} Operator;

static const Operator *
accept_operator (SchReader *self, const Operator *operators)
{
  for (; operators->sign != NULL; operators++)
    if (g_ascii_isalpha (*operators->sign) ? accept_word (self, operators->sign)
                                           : sch_reader_accept (self, operators->sign))
      return operators;

  return NULL;
}

static SchTerm *
read_binary (SchReader *self,
             const Operator *operators,
             SchType type,
             SchTerm *(*read_operand) (SchReader *) )
{
  SchTerm *term = read_operand (self);
  const Operator *found;

  while (!self->words.failed && (found = accept_operator (self, operators)) != NULL)
    {
      SchTerm *right = read_operand (self);

      term = join (found->kind, type, term, right);
    }

  return term;
}

static SchTerm *
read_product (SchReader *self)
{
  static const Operator operators[] = {
    { "*", SCH_TERM_MULTIPLY }, { "div", SCH_TERM_DIVIDE }, { "mod", SCH_TERM_MODULO }, { 0 }
  };

  return read_binary (self, operators, SCH_TYPE_NUMBER, read_unary);
}

static SchTerm *
read_sum (SchReader *self)
{
  static const Operator operators[] = { { "+", SCH_TERM_ADD }, { "-", SCH_TERM_SUBTRACT }, { 0 } };

  return read_binary (self, operators, SCH_TYPE_NUMBER, read_product);
}

static SchTerm *
read_relation (SchReader *self)
{
  static const Operator operators[] = {
    { "<=", SCH_TERM_LE }, { ">=", SCH_TERM_GE }, { "<", SCH_TERM_LT }, { ">", SCH_TERM_GT }, { 0 }
  };

  return read_binary (self, operators, SCH_TYPE_BOOLEAN, read_sum);
}

static SchTerm *
read_equality (SchReader *self)
{
  static const Operator operators[] = { { "!=", SCH_TERM_NE }, { "=", SCH_TERM_EQ }, { 0 } };

  return read_binary (self, operators, SCH_TYPE_BOOLEAN, read_relation);
}

static SchTerm *
read_and (SchReader *self)
{
  static const Operator operators[] = { { "and", SCH_TERM_AND }, { 0 } };

  return read_binary (self, operators, SCH_TYPE_BOOLEAN, read_equality);
}

SchTerm *
sch_reader_read_expression (SchReader *self)
{
  static const Operator operators[] = { { "or", SCH_TERM_OR }, { 0 } };

  return read_binary (self, operators, SCH_TYPE_BOOLEAN, read_and);
}

/*
 * sch_term_new:
 * @schema: a schema, with its namespaces
 * @text: an expression that grammar.c has accepted
 *
 * Returns: (transfer full) (nullable): its tree, optimized; %NULL where it has something of which
 *   there is no term
 */
SchTerm *
sch_term_new (SchSchema *schema, const char *text)
{
  SchTerm *term;
  SchReader reader = { .words = { .p = text, .done = text }, .schema = schema };

  if (strlen (text) > LONGEST)
    return NULL;

  term = sch_reader_read_expression (&reader);
  sch_parser_skip_blanks (&reader.words);
  if (reader.words.failed || *reader.words.p != '\0')
    {
      sch_term_free (term);
      return NULL;
    }
  sch_term_optimize (schema, term);

  return term;
}
