/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar-private.h"

/* The words of an expression, and the paths that they make (XPath 1.0, 2 and 3.2 to 3.3). */

SchType
sch_parser_fail (SchParser *self)
{
  self->failed = TRUE;
  return SCH_TYPE_UNKNOWN;
}

void
sch_parser_skip_blanks (SchParser *self)
{
  while (*self->p != '\0' && strchr (" \t\r\n", *self->p) != NULL)
    self->p++;
}

/* Writes what has been read and not been written. */
gsize
sch_parser_flush (SchParser *self)
{
  g_string_append_len (self->out, self->done, self->p - self->done);
  self->done = self->p;

  return self->out->len;
}

gboolean
sch_parser_accept (SchParser *self, const char *sign)
{
  sch_parser_skip_blanks (self);
  if (!g_str_has_prefix (self->p, sign))
    return FALSE;

  self->p += strlen (sign);
  return TRUE;
}

static gboolean
sch_parser_is_name_start (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  return c == '_' || g_unichar_isalpha (c);
}

/* A name without colons; NULL where there is none. */
char *
sch_parser_read_name (SchParser *self)
{
  const char *start = self->p;

  if (!sch_parser_is_name_start (start))
    return NULL;
  self->p = sch_expression_skip_name (start);

  return g_strndup (start, self->p - start);
}

/* A name with a prefix or without one. */
static char *
sch_parser_read_qname (SchParser *self)
{
  const char *start = self->p;
  g_autofree char *name = sch_parser_read_name (self);
  g_autofree char *local = NULL;

  if (name == NULL)
    return NULL;
  if (self->p[0] == ':' && self->p[1] != ':' && sch_parser_is_name_start (self->p + 1))
    {
      self->p++;
      local = sch_parser_read_name (self);
    }

  return g_strndup (start, self->p - start);
}

gboolean
sch_type_is_number (SchType type)
{
  return type == SCH_TYPE_NUMBER || type == SCH_TYPE_BOOLEAN;
}

/* Makes a number of what was written from @start on. */
void
sch_parser_wrap_number (SchParser *self, gsize start, SchType type)
{
  sch_parser_flush (self);
  if (sch_type_is_number (type))
    return;

  g_string_insert (self->out, (gssize) start, "number(");
  g_string_append_c (self->out, ')');
}

static gboolean
read_literal (SchParser *self)
{
  const char quote = *self->p;
  const char *end = quote == '"' || quote == '\'' ? strchr (self->p + 1, quote) : NULL;

  if (end == NULL)
    return FALSE;

  self->p = end + 1;
  return TRUE;
}

/* Up to so many digits, and without a point, libxml2 reads a number exactly. */
#define EXACT_DIGITS 15

static SchType
read_number (SchParser *self)
{
  const char *start = self->p;

  sch_parser_flush (self);
  while (g_ascii_isdigit (*self->p))
    self->p++;
  if (*self->p == '.')
    self->p++;
  while (g_ascii_isdigit (*self->p))
    self->p++;
  /* XPath has no 1e3, and what libxml2 would read on must not touch the number. */
  if (sch_parser_is_name_start (self->p))
    return sch_parser_fail (self);
  if (self->p - start > EXACT_DIGITS || memchr (start, '.', (gsize) (self->p - start)) != NULL)
    {
      g_string_append (self->out, "number('");
      sch_parser_flush (self);
      g_string_append (self->out, "')");
    }

  return SCH_TYPE_NUMBER;
}

static gboolean
read_predicates (SchParser *self)
{
  gboolean any = FALSE;

  while (!self->failed && sch_parser_accept (self, "["))
    {
      sch_parser_read_expression (self);
      if (!sch_parser_accept (self, "]"))
        sch_parser_fail (self);
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
read_node_test (SchParser *self)
{
  g_autofree char *name = NULL;

  if (sch_parser_accept (self, "*"))
    return;
  name = sch_parser_read_qname (self);
  if (name == NULL)
    {
      sch_parser_fail (self);
      return;
    }
  if (strchr (name, ':') == NULL && g_str_has_prefix (self->p, ":*"))
    {
      self->p += 2;
      return;
    }
  if (!sch_parser_accept (self, "("))
    return;

  sch_parser_skip_blanks (self);
  if (g_str_equal (name, "processing-instruction") && *self->p != ')' && !read_literal (self))
    sch_parser_fail (self);
  if (!is_node_type (name) || !sch_parser_accept (self, ")"))
    sch_parser_fail (self);
}

static void
read_step (SchParser *self)
{
  const char *start;
  g_autofree char *axis = NULL;

  if (sch_parser_accept (self, "..") || sch_parser_accept (self, "."))
    return;
  if (!sch_parser_accept (self, "@"))
    {
      sch_parser_skip_blanks (self);
      start = self->p;
      axis = sch_parser_read_name (self);
      if (axis == NULL || !sch_parser_accept (self, "::"))
        self->p = start;
      else if (!is_axis (axis))
        sch_parser_fail (self);
    }
  sch_parser_skip_blanks (self);
  read_node_test (self);
  read_predicates (self);
}

static void
read_steps (SchParser *self)
{
  do
    read_step (self);
  while (!self->failed && (sch_parser_accept (self, "//") || sch_parser_accept (self, "/")));
}

static gboolean
begins_step (SchParser *self)
{
  sch_parser_skip_blanks (self);

  return *self->p != '\0' &&
         (strchr (".@*", *self->p) != NULL || sch_parser_is_name_start (self->p));
}

static const struct
{
  const char *name;
  SchType type;
  guint numbers; /* bits: which arguments are made numbers */
} functions[] = {
  { "last", SCH_TYPE_NUMBER, 0 },
  { "position", SCH_TYPE_NUMBER, 0 },
  { "count", SCH_TYPE_NUMBER, 0 },
  { "number", SCH_TYPE_NUMBER, 0 },
  { "sum", SCH_TYPE_NUMBER, 0 },
  { "floor", SCH_TYPE_NUMBER, 1 },
  { "ceiling", SCH_TYPE_NUMBER, 1 },
  { "round", SCH_TYPE_NUMBER, 1 },
  { "string-length", SCH_TYPE_NUMBER, 0 },
  { "boolean", SCH_TYPE_BOOLEAN, 0 },
  { "not", SCH_TYPE_BOOLEAN, 0 },
  { "true", SCH_TYPE_BOOLEAN, 0 },
  { "false", SCH_TYPE_BOOLEAN, 0 },
  { "lang", SCH_TYPE_BOOLEAN, 0 },
  { "contains", SCH_TYPE_BOOLEAN, 0 },
  { "starts-with", SCH_TYPE_BOOLEAN, 0 },
  { "string", SCH_TYPE_STRING, 0 },
  { "concat", SCH_TYPE_STRING, 0 },
  { "substring", SCH_TYPE_STRING, 6 },
  { "substring-before", SCH_TYPE_STRING, 0 },
  { "name", SCH_TYPE_STRING, 0 },
  { "substring-after", SCH_TYPE_STRING, 0 },
  { "local-name", SCH_TYPE_STRING, 0 },
  { "normalize-space", SCH_TYPE_STRING, 0 },
  { "translate", SCH_TYPE_STRING, 0 },
  { "namespace-uri", SCH_TYPE_STRING, 0 },
  { "generate-id", SCH_TYPE_STRING, 0 },
  { "format-number", SCH_TYPE_STRING, 1 },
  { "id", SCH_TYPE_NODES, 0 },
  { "key", SCH_TYPE_NODES, 0 },
  { "document", SCH_TYPE_NODES, 0 },
  { "current", SCH_TYPE_NODES, 0 },
};

static SchType
read_arguments (SchParser *self, const char *name)
{
  SchType type = SCH_TYPE_UNKNOWN;
  guint numbers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      {
        type = functions[i].type;
        numbers = functions[i].numbers;
      }
  if (sch_parser_accept (self, ")"))
    return type;
  for (guint i = 0; !self->failed; i++)
    {
      const gsize start = sch_parser_flush (self);
      const SchType argument = sch_parser_read_expression (self);

      if (i < 32 && (numbers >> i & 1) != 0)
        sch_parser_wrap_number (self, start, argument);
      if (sch_parser_accept (self, ")"))
        return type;
      if (!sch_parser_accept (self, ","))
        sch_parser_fail (self);
    }

  return type;
}

/* A call of a function; -1 where there is none. */
static int
read_call (SchParser *self)
{
  const char *start = self->p;
  g_autofree char *name = sch_parser_read_qname (self);

  if (name != NULL && !is_node_type (name) && sch_parser_accept (self, "("))
    return (int) read_arguments (self, name);

  self->p = start;
  return -1;
}

/* What a path may begin with in place of a step; -1 where there is none. */
static int
read_primary (SchParser *self)
{
  g_autofree char *name = NULL;
  SchType type;

  sch_parser_skip_blanks (self);
  if (*self->p == '"' || *self->p == '\'')
    return read_literal (self) ? SCH_TYPE_STRING : (int) sch_parser_fail (self);
  if (g_ascii_isdigit (*self->p) || (self->p[0] == '.' && g_ascii_isdigit (self->p[1])))
    return (int) read_number (self);
  if (sch_parser_accept (self, "$"))
    {
      name = sch_parser_read_qname (self);
      return name != NULL ? SCH_TYPE_UNKNOWN : (int) sch_parser_fail (self);
    }
  if (!sch_parser_accept (self, "("))
    return read_call (self);

  type = sch_parser_read_expression (self);
  return sch_parser_accept (self, ")") ? (int) type : (int) sch_parser_fail (self);
}

SchType
sch_parser_read_path (SchParser *self)
{
  int type;

  sch_parser_skip_blanks (self);
  type = read_primary (self);
  if (self->failed)
    return SCH_TYPE_UNKNOWN;
  if (type < 0)
    {
      if (sch_parser_accept (self, "//") || !sch_parser_accept (self, "/") || begins_step (self))
        read_steps (self);
      return SCH_TYPE_NODES;
    }
  if (read_predicates (self))
    type = SCH_TYPE_NODES;
  if (!self->failed && (sch_parser_accept (self, "//") || sch_parser_accept (self, "/")))
    {
      read_steps (self);
      type = SCH_TYPE_NODES;
    }

  return (SchType) type;
}
