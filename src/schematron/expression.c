/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"
#include "grammar.h"
#include "step.h"

#include <glib/gi18n-lib.h>

/* A look at the words of an XPath expression, as far as the engine needs: where its branches part,
 * which variables, functions and prefixes it uses. libxml2 does the real parsing. */

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || g_unichar_isalpha (c);
}

static gboolean
is_name_char (gunichar c)
{
  return is_name_start (c) || g_unichar_isdigit (c) || c == '-' || c == '.' || c == 0xb7 ||
         g_unichar_ismark (c);
}

/* Returns the first character after the name (without colons) that a text begins with. */
const char *
sch_expression_skip_name (const char *p)
{
  while (is_name_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* A QName; the colons of an axis are no part of it. */
static const char *
skip_qname (const char *p)
{
  p = sch_expression_skip_name (p);
  if (p[0] == ':' && p[1] != ':' && is_name_start (g_utf8_get_char (p + 1)))
    p = sch_expression_skip_name (p + 1);

  return p;
}

/**
 * sch_expression_next_token:
 * @text: (inout): an XPath expression, moved behind the word that is taken
 *
 * Returns: the next word
 */
SchToken
sch_expression_next_token (const char **text)
{
  const char *p = *text;
  SchToken token = { 0 };

  while (g_ascii_isspace (*p))
    p++;
  token.start = p;
  if (*p == '\0')
    {
      token.kind = SCH_TOKEN_END;
    }
  else if (*p == '"' || *p == '\'')
    {
      const char *end = strchr (p + 1, *p);

      token.kind = SCH_TOKEN_LITERAL;
      p = end != NULL ? end + 1 : p + strlen (p);
    }
  else if (*p == '$')
    {
      token.kind = SCH_TOKEN_VARIABLE;
      token.start = p + 1;
      p = skip_qname (p + 1);
    }
  else if (is_name_start (g_utf8_get_char (p)))
    {
      token.kind = SCH_TOKEN_NAME;
      p = skip_qname (p);
    }
  else if (g_ascii_isdigit (*p))
    {
      token.kind = SCH_TOKEN_LITERAL;
      while (g_ascii_isdigit (*p) || *p == '.')
        p++;
    }
  else
    {
      token.kind = SCH_TOKEN_OTHER;
      p = g_utf8_next_char (p);
    }
  token.length = p - token.start;
  *text = p;

  return token;
}

static char
next_character (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text;
}

/* Cuts a context at the `|` that are not inside brackets, parentheses or literals. */
GPtrArray *
sch_expression_split (const char *text)
{
  GPtrArray *branches = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  int depth = 0;
  SchToken token;

  do
    {
      token = sch_expression_next_token (&text);
      if (token.kind == SCH_TOKEN_OTHER && strchr ("([", *token.start) != NULL)
        depth++;
      else if (token.kind == SCH_TOKEN_OTHER && strchr (")]", *token.start) != NULL)
        depth--;
      if (token.kind == SCH_TOKEN_END ||
          (token.kind == SCH_TOKEN_OTHER && *token.start == '|' && depth == 0))
        {
          g_ptr_array_add (branches, g_strstrip (g_strndup (start, token.start - start)));
          start = text;
        }
    }
  while (token.kind != SCH_TOKEN_END);

  return branches;
}

/* A branch of a context as an expression that finds its nodes anywhere in the document. */
char *
sch_expression_anywhere (const char *branch)
{
  const char *rest = branch;
  const SchToken first = sch_expression_next_token (&rest);
  g_autofree char *word = g_strndup (first.start, first.length);
  gboolean is_call =
      next_character (rest) == '(' && (g_str_equal (word, "key") || g_str_equal (word, "id"));

  if (*branch == '/' || *branch == '$' || is_call)
    return g_strdup (branch);

  return g_strconcat ("//", branch, NULL);
}

static char *
check_variable (const SchScope *scope, const char *name)
{
  for (; scope != NULL; scope = scope->outer)
    if (g_hash_table_contains (scope->names, name))
      {
        if (scope->asked != NULL)
          g_hash_table_add (scope->asked, g_strdup (name));
        if (scope->unclear != NULL && g_hash_table_contains (scope->unclear, name))
          return g_strdup_printf (_ ("several other patterns define the variable $%s"), name);
        return NULL;
      }

  return g_strdup_printf (_ ("the variable $%s is not defined here"), name);
}

/* Returns the namespace that a prefix stands for, or NULL. */
const char *
sch_expression_find_uri (SchSchema *schema, const char *prefix)
{
  for (guint i = 0; i < schema->namespaces->len; i++)
    {
      const SchNamespace *space = g_ptr_array_index (schema->namespaces, i);

      if (g_strcmp0 (space->prefix, prefix) == 0)
        return space->uri;
    }

  return g_str_equal (prefix, "xml") ? XML_NAMESPACE : NULL;
}

static gboolean
is_node_type (const char *name)
{
  static const char *const types[] = { "node", "text", "comment", "processing-instruction", NULL };

  return g_strv_contains (types, name);
}

static char *
check_prefix (SchSchema *schema, const char *prefix)
{
  if (sch_expression_find_uri (schema, prefix) != NULL)
    return NULL;

  return g_strdup_printf (_ ("the prefix %s is not declared; expected an ns element for it"),
                          prefix);
}

static gboolean
has_key (SchSchema *schema, const char *name)
{
  for (guint i = 0; i < schema->keys->len; i++)
    if (g_strcmp0 (((SchKey *) g_ptr_array_index (schema->keys, i))->name, name) == 0)
      return TRUE;

  return FALSE;
}

static guint
count_arguments (const char *text)
{
  SchToken token = sch_expression_next_token (&text);
  gboolean is_empty = next_character (text) == ')';
  guint n = 1;
  int depth = 1;

  while (depth > 0 && token.kind != SCH_TOKEN_END)
    {
      token = sch_expression_next_token (&text);
      if (token.kind != SCH_TOKEN_OTHER)
        continue;
      depth += strchr ("([", *token.start) != NULL;
      depth -= strchr (")]", *token.start) != NULL;
      n += *token.start == ',' && depth == 1;
    }

  return is_empty ? 0 : n;
}

/* A call must have as many arguments as the function takes, and the key that it names. */
static char *
check_call (SchSchema *schema, const char *name, const char *arguments)
{
  guint n = count_arguments (arguments);
  g_autofree char *key = NULL;
  SchToken token;

  if (!sch_functions_takes (name, n))
    return g_strdup_printf (_ ("%s() does not take this number of arguments: %u"), name, n);

  sch_expression_next_token (&arguments);
  token = sch_expression_next_token (&arguments);
  if (!g_str_equal (name, "key") || token.kind != SCH_TOKEN_LITERAL ||
      strchr ("'\"", *token.start) == NULL || next_character (arguments) != ',')
    return NULL;

  key = g_strndup (token.start + 1, token.length - 2);
  return has_key (schema, key) ? NULL : g_strdup_printf (_ ("there is no key “%s”"), key);
}

static char *
check_name (SchSchema *schema, const char *name, const char *after)
{
  gboolean is_call = next_character (after) == '(';
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;
  const char *local = colon != NULL ? colon + 1 : name;
  const char *uri = prefix != NULL ? sch_expression_find_uri (schema, prefix) : NULL;

  if (prefix != NULL && uri == NULL)
    return check_prefix (schema, prefix);
  if (is_call && (prefix != NULL || !is_node_type (name)) &&
      (g_str_has_prefix (name, SCH_COMPARISON) || !sch_functions_has (local, uri)))
    return g_strdup_printf (_ ("there is no function %s()"), name);

  return is_call && prefix == NULL ? check_call (schema, name, after) : NULL;
}

/* In q:* only the prefix is a name. */
static gboolean
is_prefix (const char *after)
{
  return after[0] == ':' && after[1] == '*';
}

/**
 * sch_expression_is_operand_end:
 * @token: a word of an expression
 *
 * Returns: whether `and`, `or`, `div`, `mod` or `*` after it is an operator (XPath 1.0, 3.7)
 */
gboolean
sch_expression_is_operand_end (const SchToken *token)
{
  return token->kind != SCH_TOKEN_END &&
         (token->kind != SCH_TOKEN_OTHER || strchr (")].*", *token->start) != NULL);
}

/* After an operand, these names are operators. */
static gboolean
is_operator (const char *word, const SchToken *before)
{
  static const char *const operators[] = { "and", "or", "div", "mod", NULL };

  return g_strv_contains (operators, word) && sch_expression_is_operand_end (before);
}

static char *
check_words (SchSchema *schema, const char *text, const SchScope *scope)
{
  SchToken before = { .kind = SCH_TOKEN_END };
  SchToken token = sch_expression_next_token (&text);

  for (; token.kind != SCH_TOKEN_END; before = token, token = sch_expression_next_token (&text))
    {
      g_autofree char *word = g_strndup (token.start, token.length);
      char *problem = NULL;

      if (token.kind == SCH_TOKEN_VARIABLE)
        problem = check_variable (scope, word);
      else if (token.kind == SCH_TOKEN_NAME && is_prefix (text))
        problem = check_prefix (schema, word);
      else if (token.kind == SCH_TOKEN_NAME && !is_operator (word, &before))
        problem = check_name (schema, word, text);
      if (problem != NULL)
        return problem;
    }

  return NULL;
}

static void
on_xpath_error (void *data, xmlError *error)
{
  /* The caller has a sentence of its own. */
}

/*
 * sch_expression_check:
 * @schema: the schema, with its namespaces
 * @text: an expression
 * @scope: (nullable): the variables it may use; %NULL where it is not known what there is
 * @is_context: whether it is a branch of a rule's context or a key's match
 * @problem: (out) (transfer full): what is wrong with it, as a part of a sentence
 *
 * Returns: whether libxml2 can parse it and all that it names exists
 */
gboolean
sch_expression_check (
    SchSchema *schema, const char *text, const SchScope *scope, gboolean is_context, char **problem)
{
  xmlXPathContext *context = xmlXPathNewContext (NULL);
  g_autofree char *native = sch_grammar_translate (text);
  xmlXPathCompExpr *compiled;

  context->error = on_xpath_error;
  compiled = native != NULL ? xmlXPathCtxtCompile (context, BAD_CAST native) : NULL;
  if (compiled == NULL)
    *problem = g_strdup (_ ("it is no XPath 1.0 expression"));
  else
    *problem = is_context ? sch_step_check_pattern (text) : NULL;
  if (*problem == NULL && scope != NULL)
    *problem = check_words (schema, text, scope);
  if (compiled != NULL)
    xmlXPathFreeCompExpr (compiled);
  xmlXPathFreeContext (context);

  return *problem == NULL;
}
