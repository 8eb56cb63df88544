/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar.h"

#include "schematron-private.h"

/* The grammar of XPath 1.0 (3), to the letter, where libxml2 bears more; and its numbers, where
 * libxml2 takes '-' for 0 and '1e3' for 1000. An expression is written anew so that wherever a
 * string becomes a number, our own functions (comparison.c) make it one. */

#define DEEPEST 200

/* What an expression gives, as far as its form says. */
typedef enum
{
  TYPE_UNKNOWN, /* a variable, or a function that is not known here */
  TYPE_NODES,
  TYPE_STRING,
  TYPE_NUMBER,
  TYPE_BOOLEAN,
} Type;

typedef struct
{
  const char *p;    /* what is read next */
  const char *done; /* up to where it has been written */
  GString *out;
  guint depth;
  gboolean failed;
} Parser;

static Type parse_or (Parser *self);

static Type
fail (Parser *self)
{
  self->failed = TRUE;
  return TYPE_UNKNOWN;
}

static void
skip_blanks (Parser *self)
{
  while (*self->p != '\0' && strchr (" \t\r\n", *self->p) != NULL)
    self->p++;
}

/* Writes what has been read and not been written. */
static gsize
flush (Parser *self)
{
  g_string_append_len (self->out, self->done, self->p - self->done);
  self->done = self->p;

  return self->out->len;
}

static gboolean
accept (Parser *self, const char *sign)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->p, sign))
    return FALSE;

  self->p += strlen (sign);
  return TRUE;
}

static gboolean
is_name_start (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  return c == '_' || g_unichar_isalpha (c);
}

/* A name without colons; NULL where there is none. */
static char *
read_name (Parser *self)
{
  const char *start = self->p;

  if (!is_name_start (start))
    return NULL;
  self->p = sch_expression_skip_name (start);

  return g_strndup (start, self->p - start);
}

/* A name with a prefix or without one. */
static char *
read_qname (Parser *self)
{
  const char *start = self->p;
  g_autofree char *name = read_name (self);
  g_autofree char *local = NULL;

  if (name == NULL)
    return NULL;
  if (self->p[0] == ':' && self->p[1] != ':' && is_name_start (self->p + 1))
    {
      self->p++;
      local = read_name (self);
    }

  return g_strndup (start, self->p - start);
}

static gboolean
accept_word (Parser *self, const char *word)
{
  const char *start;
  g_autofree char *name = NULL;

  skip_blanks (self);
  start = self->p;
  name = read_name (self);
  if (g_strcmp0 (name, word) == 0)
    return TRUE;

  self->p = start;
  return FALSE;
}

/* The first of the operators that stands here. */
static const char *
accept_operator (Parser *self, const char *const *operators)
{
  for (; *operators != NULL; operators++)
    if (g_ascii_isalpha (**operators) ? accept_word (self, *operators) : accept (self, *operators))
      return *operators;

  return NULL;
}

static gboolean
is_number (Type type)
{
  return type == TYPE_NUMBER || type == TYPE_BOOLEAN;
}

/* Makes a number of what was written from @start on. */
static void
wrap_number (Parser *self, gsize start, Type type)
{
  flush (self);
  if (is_number (type))
    return;

  g_string_insert (self->out, (gssize) start, "number(");
  g_string_append_c (self->out, ')');
}

static gboolean
read_literal (Parser *self)
{
  const char quote = *self->p;
  const char *end = quote == '"' || quote == '\'' ? strchr (self->p + 1, quote) : NULL;

  if (end == NULL)
    return FALSE;

  self->p = end + 1;
  return TRUE;
}

static Type
read_number (Parser *self)
{
  while (g_ascii_isdigit (*self->p))
    self->p++;
  if (*self->p == '.')
    self->p++;
  while (g_ascii_isdigit (*self->p))
    self->p++;
  /* XPath has no 1e3, and what libxml2 would read on must not touch the number. */
  if (is_name_start (self->p))
    return fail (self);

  return TYPE_NUMBER;
}

static gboolean
read_predicates (Parser *self)
{
  gboolean any = FALSE;

  while (!self->failed && accept (self, "["))
    {
      parse_or (self);
      if (!accept (self, "]"))
        fail (self);
      any = TRUE;
    }

  return any;
}

static gboolean
is_node_type (const char *name)
{
  static const char *const types[] = { "node", "text", "comment", "processing-instruction", NULL };

  return g_strv_contains (types, name);
}

static gboolean
is_axis (const char *name)
{
  static const char *const axes[] = { "ancestor",   "ancestor-or-self",
                                      "attribute",  "child",
                                      "descendant", "descendant-or-self",
                                      "following",  "following-sibling",
                                      "namespace",  "parent",
                                      "preceding",  "preceding-sibling",
                                      "self",       NULL };

  return g_strv_contains (axes, name);
}

static void
read_node_test (Parser *self)
{
  g_autofree char *name = NULL;

  if (accept (self, "*"))
    return;
  name = read_qname (self);
  if (name == NULL)
    {
      fail (self);
      return;
    }
  if (strchr (name, ':') == NULL && g_str_has_prefix (self->p, ":*"))
    {
      self->p += 2;
      return;
    }
  if (!accept (self, "("))
    return;

  skip_blanks (self);
  if (g_str_equal (name, "processing-instruction") && *self->p != ')' && !read_literal (self))
    fail (self);
  if (!is_node_type (name) || !accept (self, ")"))
    fail (self);
}

static void
read_step (Parser *self)
{
  const char *start;
  g_autofree char *axis = NULL;

  if (accept (self, "..") || accept (self, "."))
    return;
  if (!accept (self, "@"))
    {
      skip_blanks (self);
      start = self->p;
      axis = read_name (self);
      if (axis == NULL || !accept (self, "::"))
        self->p = start;
      else if (!is_axis (axis))
        fail (self);
    }
  skip_blanks (self);
  read_node_test (self);
  read_predicates (self);
}

static void
read_steps (Parser *self)
{
  do
    read_step (self);
  while (!self->failed && (accept (self, "//") || accept (self, "/")));
}

static gboolean
begins_step (Parser *self)
{
  skip_blanks (self);

  return *self->p != '\0' && (strchr (".@*", *self->p) != NULL || is_name_start (self->p));
}

static const struct
{
  const char *name;
  Type type;
  guint numbers; /* bits: which arguments are made numbers */
} functions[] = {
  { "last", TYPE_NUMBER, 0 },
  { "position", TYPE_NUMBER, 0 },
  { "count", TYPE_NUMBER, 0 },
  { "number", TYPE_NUMBER, 0 },
  { "sum", TYPE_NUMBER, 0 },
  { "floor", TYPE_NUMBER, 1 },
  { "ceiling", TYPE_NUMBER, 1 },
  { "round", TYPE_NUMBER, 1 },
  { "string-length", TYPE_NUMBER, 0 },
  { "boolean", TYPE_BOOLEAN, 0 },
  { "not", TYPE_BOOLEAN, 0 },
  { "true", TYPE_BOOLEAN, 0 },
  { "false", TYPE_BOOLEAN, 0 },
  { "lang", TYPE_BOOLEAN, 0 },
  { "contains", TYPE_BOOLEAN, 0 },
  { "starts-with", TYPE_BOOLEAN, 0 },
  { "string", TYPE_STRING, 0 },
  { "concat", TYPE_STRING, 0 },
  { "substring", TYPE_STRING, 6 },
  { "substring-before", TYPE_STRING, 0 },
  { "name", TYPE_STRING, 0 },
  { "substring-after", TYPE_STRING, 0 },
  { "local-name", TYPE_STRING, 0 },
  { "normalize-space", TYPE_STRING, 0 },
  { "translate", TYPE_STRING, 0 },
  { "namespace-uri", TYPE_STRING, 0 },
  { "generate-id", TYPE_STRING, 0 },
  { "format-number", TYPE_STRING, 1 },
  { "id", TYPE_NODES, 0 },
  { "key", TYPE_NODES, 0 },
  { "document", TYPE_NODES, 0 },
  { "current", TYPE_NODES, 0 },
};

static Type
read_arguments (Parser *self, const char *name)
{
  Type type = TYPE_UNKNOWN;
  guint numbers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      {
        type = functions[i].type;
        numbers = functions[i].numbers;
      }
  if (accept (self, ")"))
    return type;
  for (guint i = 0; !self->failed; i++)
    {
      const gsize start = flush (self);
      const Type argument = parse_or (self);

      if (i < 32 && (numbers >> i & 1) != 0)
        wrap_number (self, start, argument);
      if (accept (self, ")"))
        return type;
      if (!accept (self, ","))
        fail (self);
    }

  return type;
}

/* A call of a function; -1 where there is none. */
static int
read_call (Parser *self)
{
  const char *start = self->p;
  g_autofree char *name = read_qname (self);

  if (name != NULL && !is_node_type (name) && accept (self, "("))
    return (int) read_arguments (self, name);

  self->p = start;
  return -1;
}

/* What a path may begin with in place of a step; -1 where there is none. */
static int
read_primary (Parser *self)
{
  g_autofree char *name = NULL;
  Type type;

  skip_blanks (self);
  if (*self->p == '"' || *self->p == '\'')
    return read_literal (self) ? TYPE_STRING : (int) fail (self);
  if (g_ascii_isdigit (*self->p) || (self->p[0] == '.' && g_ascii_isdigit (self->p[1])))
    return (int) read_number (self);
  if (accept (self, "$"))
    {
      name = read_qname (self);
      return name != NULL ? TYPE_UNKNOWN : (int) fail (self);
    }
  if (!accept (self, "("))
    return read_call (self);

  type = parse_or (self);
  return accept (self, ")") ? (int) type : (int) fail (self);
}

static Type
parse_path (Parser *self)
{
  int type;

  skip_blanks (self);
  type = read_primary (self);
  if (self->failed)
    return TYPE_UNKNOWN;
  if (type < 0)
    {
      if (accept (self, "//") || !accept (self, "/") || begins_step (self))
        read_steps (self);
      return TYPE_NODES;
    }
  if (read_predicates (self))
    type = TYPE_NODES;
  if (!self->failed && (accept (self, "//") || accept (self, "/")))
    {
      read_steps (self);
      type = TYPE_NODES;
    }

  return (Type) type;
}

static Type
parse_unary (Parser *self)
{
  gboolean negates = FALSE;
  gsize start;
  Type type;

  while (accept (self, "-"))
    negates = TRUE;
  start = flush (self);
  type = parse_path (self);
  while (!self->failed && accept (self, "|"))
    {
      parse_path (self);
      type = TYPE_NODES;
    }
  if (!negates)
    return type;

  wrap_number (self, start, type);
  return TYPE_NUMBER;
}

static Type
parse_arithmetic (Parser *self, const char *const *operators, Type (*parse_operand) (Parser *))
{
  gsize start = flush (self);
  Type type = parse_operand (self);
  const char *operator;

  flush (self);
  while (!self->failed && (operator= accept_operator (self, operators)) != NULL)
    {
      self->done = self->p;
      wrap_number (self, start, type);
      /* A number() that comes next must not be read as a part of it. */
      g_string_append_printf (self->out, "%s ", operator);
      start = self->out->len;
      type = parse_operand (self);
      wrap_number (self, start, type);
      type = TYPE_NUMBER;
    }

  return type;
}

static Type
parse_product (Parser *self)
{
  static const char *const operators[] = { "*", "div", "mod", NULL };

  return parse_arithmetic (self, operators, parse_unary);
}

static Type
parse_sum (Parser *self)
{
  static const char *const operators[] = { "+", "-", NULL };

  return parse_arithmetic (self, operators, parse_product);
}

/* Does libxml2 compare them without making a number of a string? */
static gboolean
is_plain (Type left, Type right, gboolean for_equality)
{
  if (is_number (left) && is_number (right))
    return TRUE;
  if (!for_equality)
    return FALSE;

  return left == TYPE_BOOLEAN || right == TYPE_BOOLEAN ||
         ((left == TYPE_NODES || left == TYPE_STRING) &&
          (right == TYPE_NODES || right == TYPE_STRING));
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

static Type
parse_comparison (Parser *self,
                  const char *const *operators,
                  gboolean for_equality,
                  Type (*parse_operand) (Parser *))
{
  const gsize start = flush (self);
  Type left = parse_operand (self);
  const char *operator;

  flush (self);
  while (!self->failed && (operator= accept_operator (self, operators)) != NULL)
    {
      const gssize middle = (gssize) self->out->len;
      Type right;

      self->done = self->p;
      right = parse_operand (self);
      flush (self);
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
      left = TYPE_BOOLEAN;
    }

  return left;
}

static Type
parse_relation (Parser *self)
{
  static const char *const operators[] = { "<=", ">=", "<", ">", NULL };

  return parse_comparison (self, operators, FALSE, parse_sum);
}

static Type
parse_equality (Parser *self)
{
  static const char *const operators[] = { "!=", "=", NULL };

  return parse_comparison (self, operators, TRUE, parse_relation);
}

static Type
parse_logic (Parser *self, const char *word, Type (*parse_operand) (Parser *))
{
  Type type = parse_operand (self);

  while (!self->failed && accept_word (self, word))
    {
      parse_operand (self);
      type = TYPE_BOOLEAN;
    }

  return type;
}

static Type
parse_and (Parser *self)
{
  return parse_logic (self, "and", parse_equality);
}

static Type
parse_or (Parser *self)
{
  Type type;

  if (self->failed || ++self->depth > DEEPEST)
    return fail (self);
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
  Parser self = { .p = text, .done = text, .out = g_string_new (NULL) };

  parse_or (&self);
  skip_blanks (&self);
  if (*self.p != '\0')
    fail (&self);
  flush (&self);

  return g_string_free (self.out, self.failed);
}
