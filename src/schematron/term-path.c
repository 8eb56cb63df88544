/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "term-private.h"

/* The tree of paths, calls and what else a path may begin with. */

static void
move_clear (gpointer data)
{
  g_ptr_array_unref (((SchMove *) data)->predicates);
}

static GPtrArray *
new_terms (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sch_term_free);
}

static SchTerm *
new_path (void)
{
  SchTerm *self = sch_term_new_kind (SCH_TERM_PATH, SCH_TYPE_NODES);

  self->filters = new_terms ();
  self->moves = g_array_new (FALSE, TRUE, sizeof (SchMove));
  g_array_set_clear_func (self->moves, move_clear);

  return self;
}

static SchMove *
add_move (SchTerm *path, SchAxis axis)
{
  const SchMove move = {
    .axis = axis, .test = SCH_TEST_NODE, .name = -1, .key = -1, .predicates = new_terms ()
  };

  g_array_append_val (path->moves, move);
  return &g_array_index (path->moves, SchMove, path->moves->len - 1);
}

gboolean
sch_reader_accept (SchReader *self, const char *sign)
{
  return sch_parser_accept (&self->words, sign);
}

/* What the tree has no term for. */
void
sch_reader_give_up (SchReader *self)
{
  sch_parser_fail (&self->words);
}

static void
read_predicates (SchReader *self, GPtrArray *predicates)
{
  while (!self->words.failed && sch_reader_accept (self, "["))
    {
      g_ptr_array_add (predicates, sch_reader_read_expression (self));
      if (!sch_reader_accept (self, "]"))
        sch_reader_give_up (self);
    }
}

static char *
read_literal (SchReader *self)
{
  const char *start = self->words.p + 1;
  const char *end = strchr (start, start[-1]);

  self->words.p = end + 1;
  return g_strndup (start, end - start);
}

static void
set_name (SchReader *self, SchMove *move, const char *prefix, const char *name)
{
  if (prefix != NULL && (move->uri = sch_expression_find_uri (self->schema, prefix)) == NULL)
    sch_reader_give_up (self);
  if (name != NULL)
    move->name = sch_schema_number_name (self->schema, name);
}

static void
read_node_type (SchReader *self, SchMove *move, const char *name)
{
  g_autofree char *target = NULL;

  sch_parser_skip_blanks (&self->words);
  if (strchr ("'\"", *self->words.p) != NULL)
    target = read_literal (self);
  if (g_str_equal (name, "node"))
    move->test = SCH_TEST_NODE;
  else if (g_str_equal (name, "text"))
    move->test = SCH_TEST_TEXT;
  else if (g_str_equal (name, "comment"))
    move->test = SCH_TEST_COMMENT;
  else
    move->test = SCH_TEST_INSTRUCTION;
  if (target != NULL)
    set_name (self, move, NULL, target);
  if (!sch_reader_accept (self, ")"))
    sch_reader_give_up (self);
}

static void
read_node_test (SchReader *self, SchMove *move)
{
  g_autofree char *name = NULL;
  g_autofree char *local = NULL;

  if (sch_reader_accept (self, "*"))
    {
      move->test = SCH_TEST_ANY;
      return;
    }
  name = sch_parser_read_name (&self->words);
  if (name == NULL)
    {
      sch_reader_give_up (self);
      return;
    }
  if (self->words.p[0] == ':' && self->words.p[1] == '*')
    {
      self->words.p += 2;
      move->test = SCH_TEST_PREFIX;
      set_name (self, move, name, NULL);
      return;
    }
  if (self->words.p[0] == ':')
    {
      self->words.p++;
      local = sch_parser_read_name (&self->words);
    }
  else if (sch_reader_accept (self, "("))
    {
      read_node_type (self, move, name);
      return;
    }
  move->test = SCH_TEST_NAME;
  set_name (self, move, local != NULL ? name : NULL, local != NULL ? local : name);
}

static gboolean
find_axis (const char *name, SchAxis *axis)
{
  static const char *const names[] = {
    [SCH_AXIS_CHILD] = "child",
    [SCH_AXIS_ATTRIBUTE] = "attribute",
    [SCH_AXIS_SELF] = "self",
    [SCH_AXIS_PARENT] = "parent",
    [SCH_AXIS_DESCENDANT] = "descendant",
    [SCH_AXIS_DESCENDANT_OR_SELF] = "descendant-or-self",
    [SCH_AXIS_ANCESTOR] = "ancestor",
    [SCH_AXIS_ANCESTOR_OR_SELF] = "ancestor-or-self",
    [SCH_AXIS_FOLLOWING_SIBLING] = "following-sibling",
    [SCH_AXIS_PRECEDING_SIBLING] = "preceding-sibling",
    [SCH_AXIS_FOLLOWING] = "following",
    [SCH_AXIS_PRECEDING] = "preceding",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *axis = (SchAxis) i;
        return TRUE;
      }

  return FALSE;
}

static SchAxis
read_axis (SchReader *self)
{
  SchAxis axis = SCH_AXIS_CHILD;
  const char *start;
  g_autofree char *name = NULL;

  if (sch_reader_accept (self, "@"))
    return SCH_AXIS_ATTRIBUTE;

  sch_parser_skip_blanks (&self->words);
  start = self->words.p;
  name = sch_parser_read_name (&self->words);
  if (name == NULL || !sch_reader_accept (self, "::"))
    self->words.p = start;
  else if (!find_axis (name, &axis))
    sch_reader_give_up (self);
  sch_parser_skip_blanks (&self->words);

  return axis;
}

static void
read_step (SchReader *self, SchTerm *path)
{
  if (sch_reader_accept (self, ".."))
    {
      add_move (path, SCH_AXIS_PARENT);
    }
  else if (sch_reader_accept (self, "."))
    {
      add_move (path, SCH_AXIS_SELF);
    }
  else
    {
      SchMove *move = add_move (path, read_axis (self));

      read_node_test (self, move);
      read_predicates (self, move->predicates);
    }
}

static void
read_steps (SchReader *self, SchTerm *path)
{
  do
    {
      read_step (self, path);
      if (self->words.failed)
        return;
      if (sch_reader_accept (self, "//"))
        add_move (path, SCH_AXIS_DESCENDANT_OR_SELF);
      else if (!sch_reader_accept (self, "/"))
        return;
    }
  while (TRUE);
}

static const struct
{
  const char *name;
  SchTermKind kind;
  SchType type;
} functions[] = {
  { "last", SCH_TERM_LAST, SCH_TYPE_NUMBER },
  { "position", SCH_TERM_POSITION, SCH_TYPE_NUMBER },
  { "count", SCH_TERM_COUNT, SCH_TYPE_NUMBER },
  { "number", SCH_TERM_TO_NUMBER, SCH_TYPE_NUMBER },
  { "sum", SCH_TERM_SUM, SCH_TYPE_NUMBER },
  { "floor", SCH_TERM_FLOOR, SCH_TYPE_NUMBER },
  { "ceiling", SCH_TERM_CEILING, SCH_TYPE_NUMBER },
  { "round", SCH_TERM_ROUND, SCH_TYPE_NUMBER },
  { "string-length", SCH_TERM_LENGTH, SCH_TYPE_NUMBER },
  { "boolean", SCH_TERM_TO_BOOLEAN, SCH_TYPE_BOOLEAN },
  { "not", SCH_TERM_NOT, SCH_TYPE_BOOLEAN },
  { "true", SCH_TERM_TRUE, SCH_TYPE_BOOLEAN },
  { "false", SCH_TERM_FALSE, SCH_TYPE_BOOLEAN },
  { "contains", SCH_TERM_CONTAINS, SCH_TYPE_BOOLEAN },
  { "starts-with", SCH_TERM_STARTS_WITH, SCH_TYPE_BOOLEAN },
  { "string", SCH_TERM_TO_STRING, SCH_TYPE_STRING },
  { "concat", SCH_TERM_CONCAT, SCH_TYPE_STRING },
  { "substring", SCH_TERM_SUBSTRING, SCH_TYPE_STRING },
  { "substring-before", SCH_TERM_BEFORE, SCH_TYPE_STRING },
  { "substring-after", SCH_TERM_AFTER, SCH_TYPE_STRING },
  { "normalize-space", SCH_TERM_NORMALIZE, SCH_TYPE_STRING },
  { "translate", SCH_TERM_TRANSLATE, SCH_TYPE_STRING },
  { "name", SCH_TERM_NAME, SCH_TYPE_STRING },
  { "local-name", SCH_TERM_LOCAL_NAME, SCH_TYPE_STRING },
  { "namespace-uri", SCH_TERM_URI, SCH_TYPE_STRING },
  { "current", SCH_TERM_CURRENT, SCH_TYPE_NODES },
};

/* Functions that take the context node where they have no argument. */
static gboolean
has_default (SchTermKind kind)
{
  return kind == SCH_TERM_TO_NUMBER || kind == SCH_TERM_TO_STRING || kind == SCH_TERM_LENGTH ||
         kind == SCH_TERM_NORMALIZE || kind == SCH_TERM_NAME || kind == SCH_TERM_LOCAL_NAME ||
         kind == SCH_TERM_URI;
}

static gboolean
takes_nodes (SchTermKind kind)
{
  return kind == SCH_TERM_COUNT || kind == SCH_TERM_SUM || kind == SCH_TERM_NAME ||
         kind == SCH_TERM_LOCAL_NAME || kind == SCH_TERM_URI;
}

static void
read_arguments (SchReader *self, SchTerm *call)
{
  if (sch_reader_accept (self, ")"))
    {
      if (has_default (call->kind))
        {
          SchTerm *context = new_path ();

          add_move (context, SCH_AXIS_SELF);
          g_ptr_array_add (call->operands, context);
        }
      return;
    }
  do
    g_ptr_array_add (call->operands, sch_reader_read_expression (self));
  while (!self->words.failed && sch_reader_accept (self, ","));
  if (!sch_reader_accept (self, ")"))
    sch_reader_give_up (self);
}

static SchTerm *
read_call (SchReader *self, const char *name)
{
  SchTerm *call = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      call = sch_term_new_kind (functions[i].kind, functions[i].type);
  if (call == NULL)
    {
      sch_reader_give_up (self);
      return sch_term_new_kind (SCH_TERM_FALSE, SCH_TYPE_BOOLEAN);
    }
  read_arguments (self, call);
  if (!sch_functions_takes (name, call->operands->len) ||
      (takes_nodes (call->kind) &&
       (call->operands->len == 0 || (sch_term_operand (call, 0)->type != SCH_TYPE_NODES &&
                                     sch_term_operand (call, 0)->type != SCH_TYPE_UNKNOWN))))
    sch_reader_give_up (self);

  return call;
}

static SchTerm *
read_number (SchReader *self)
{
  SchTerm *term = sch_term_new_kind (SCH_TERM_NUMBER, SCH_TYPE_NUMBER);
  const char *start = self->words.p;
  g_autofree char *text = NULL;

  self->words.p += strspn (start, "0123456789.");
  text = g_strndup (start, self->words.p - start);
  term->number = g_ascii_strtod (text, NULL);

  return term;
}

static SchTerm *
read_variable (SchReader *self)
{
  SchTerm *term = sch_term_new_kind (SCH_TERM_VARIABLE, SCH_TYPE_UNKNOWN);

  term->text = sch_parser_read_name (&self->words);
  if (term->text == NULL || *self->words.p == ':')
    sch_reader_give_up (self);

  return term;
}

static gboolean
is_node_type (const char *name)
{
  static const char *const types[] = { "node", "text", "comment", "processing-instruction", NULL };

  return g_strv_contains (types, name);
}

/* What a path may begin with in place of a step; NULL where there is none. */
static SchTerm *
read_primary (SchReader *self)
{
  SchParser *words = &self->words;
  const char *start;
  g_autofree char *name = NULL;
  SchTerm *term;

  sch_parser_skip_blanks (words);
  start = words->p;
  if (*start == '"' || *start == '\'')
    {
      term = sch_term_new_kind (SCH_TERM_STRING, SCH_TYPE_STRING);
      term->text = read_literal (self);
      return term;
    }
  if (g_ascii_isdigit (*start) || (*start == '.' && g_ascii_isdigit (start[1])))
    return read_number (self);
  if (sch_reader_accept (self, "$"))
    return read_variable (self);
  if (sch_reader_accept (self, "("))
    {
      term = sch_reader_read_expression (self);
      if (!sch_reader_accept (self, ")"))
        sch_reader_give_up (self);
      return term;
    }
  name = sch_parser_read_name (words);
  if (name != NULL && *words->p == ':' && words->p[1] != ':' && words->p[1] != '*')
    {
      g_autofree char *local = NULL;

      words->p++;
      local = sch_parser_read_name (words);
      if (sch_reader_accept (self, "(")) /* of EXSLT */
        sch_reader_give_up (self);
    }
  else if (name != NULL && !is_node_type (name) && sch_reader_accept (self, "("))
    return read_call (self, name);

  words->p = start;
  return NULL;
}

static gboolean
begins_step (SchReader *self)
{
  const char *p;

  sch_parser_skip_blanks (&self->words);
  p = self->words.p;

  return *p != '\0' && (strchr (".@*_", *p) != NULL || g_unichar_isalpha (g_utf8_get_char (p)));
}

static SchTerm *
read_location (SchReader *self)
{
  SchTerm *path = new_path ();

  path->is_absolute = TRUE;
  if (sch_reader_accept (self, "//"))
    add_move (path, SCH_AXIS_DESCENDANT_OR_SELF);
  else if (!sch_reader_accept (self, "/"))
    path->is_absolute = FALSE;
  else if (!begins_step (self))
    return path;
  read_steps (self, path);

  return path;
}

SchTerm *
sch_reader_read_path (SchReader *self)
{
  SchTerm *primary = read_primary (self);
  SchTerm *path;
  gboolean goes_down;

  if (self->words.failed)
    return primary != NULL ? primary : new_path ();
  if (primary == NULL)
    return read_location (self);

  sch_parser_skip_blanks (&self->words);
  if (*self->words.p != '[' && *self->words.p != '/')
    return primary;
  if (primary->type != SCH_TYPE_NODES && primary->type != SCH_TYPE_UNKNOWN)
    sch_reader_give_up (self);
  path = new_path ();
  g_ptr_array_add (path->operands, primary);
  read_predicates (self, path->filters);
  goes_down = sch_reader_accept (self, "//");
  if (goes_down)
    add_move (path, SCH_AXIS_DESCENDANT_OR_SELF);
  if (goes_down || sch_reader_accept (self, "/"))
    read_steps (self, path);

  return path;
}
