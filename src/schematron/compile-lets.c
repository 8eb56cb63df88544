/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* Variables: where each may be used, and in which order they can have their values. */

/* So many variables may wait for each other's values. */
#define DEEPEST 100

typedef enum
{
  STATE_NEW,
  STATE_OPEN,
  STATE_DONE,
} State;

/* Variables that may use each other in any order. */
typedef struct
{
  SchCompiling *compiling;
  GPtrArray *nodes;    /* xmlNode of each let */
  GPtrArray *lets;     /* SchLet */
  guint first;         /* of them among @lets */
  GArray *states;      /* State */
  GHashTable *indexes; /* name → index + 1 */
} Group;

SchScope
sch_compile_scope_new (const SchScope *outer)
{
  return (SchScope){ .outer = outer,
                     .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

/* Puts the names of variables into a scope. Where that has a name already, it is not clear any more
 * which variable is meant. */
void
sch_compile_share (GPtrArray *lets, SchScope *scope)
{
  for (guint i = 0; i < lets->len; i++)
    {
      const char *name = ((SchLet *) g_ptr_array_index (lets, i))->name;

      if (!g_hash_table_add (scope->names, g_strdup (name)) && scope->unclear != NULL)
        g_hash_table_add (scope->unclear, g_strdup (name));
    }
}

static gboolean
is_let (SchCompiling *compiling, const xmlNode *node)
{
  g_autofree char *name =
      sch_compile_is_element (node, "let") ? sch_compile_attribute (node, "name") : NULL;

  if (!sch_compile_is_element (node, "let"))
    return FALSE;

  if (name == NULL || *name == '\0')
    return sch_compile_lacks (compiling, node, "name");
  if (xmlValidateQName (BAD_CAST name, 0) != 0)
    return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                             _ ("“%s” is no name for a variable."), name);

  return TRUE;
}

/* No variable stands twice in one place. */
static void
declare (SchCompiling *compiling, const xmlNode *node, SchScope *scope, gboolean hides_none)
{
  g_autofree char *name = sch_compile_attribute (node, "name");

  if (g_hash_table_contains (scope->names, name) ||
      (hides_none && g_hash_table_contains (compiling->global.names, name)))
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("the variable $%s is defined already."),
                      name);
  g_hash_table_add (scope->names, g_strdup (name));
  g_hash_table_add (compiling->all.names, g_steal_pointer (&name));
}

static gboolean
has_content (const xmlNode *let)
{
  for (const xmlNode *node = let->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE ||
        ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
         !xmlIsBlankNode (node)))
      return TRUE;

  return FALSE;
}

static void
read_value (SchCompiling *compiling, const xmlNode *node, GPtrArray *lets, const SchScope *scope)
{
  SchLet *let = g_new0 (SchLet, 1);
  g_autofree char *value = sch_compile_attribute (node, "value");

  g_ptr_array_add (lets, let);
  let->name = sch_compile_attribute (node, "name");
  let->number = let->name != NULL ? sch_schema_number_variable (compiling->schema, let->name) : -1;
  let->expression = -1;
  if (value != NULL && has_content (node))
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                      _ ("let has both a value and content; expected one of them."));
  if (value != NULL)
    {
      let->expression = sch_compile_add_expression (compiling, node, value, scope, FALSE);
      return;
    }

  if (!has_content (node))
    sch_compile_lacks (compiling, node, "value");
  let->content = xmlNewDoc (BAD_CAST "1.0");
  xmlDocSetRootElement (let->content, xmlDocCopyNode ((xmlNode *) node, let->content, 1));
}

/* A variable of a rule sees those before it, and not itself. */
void
sch_compile_read_let (SchCompiling *compiling,
                      const xmlNode *node,
                      GPtrArray *lets,
                      SchScope *scope)
{
  if (!is_let (compiling, node))
    return;

  read_value (compiling, node, lets, scope);
  declare (compiling, node, scope, FALSE);
}

static gboolean
visit (Group *group, guint index, guint depth)
{
  State *state = &g_array_index (group->states, State, index);
  const SchLet *let = g_ptr_array_index (group->lets, group->first + index);
  const xmlNode *node = g_ptr_array_index (group->nodes, index);
  GArray *expressions = group->compiling->schema->expressions;
  const char *text;

  if (*state == STATE_DONE || let->expression < 0)
    return TRUE;
  if (*state == STATE_OPEN)
    return sch_compile_fail (group->compiling, node, SCH_ERROR_SCHEMA,
                             _ ("the value of $%s depends on itself."), let->name);
  if (depth > DEEPEST)
    return sch_compile_fail (group->compiling, node, SCH_ERROR_LIMIT,
                             _ ("variables depend on each other more than %d deep."), DEEPEST);

  *state = STATE_OPEN;
  text = g_array_index (expressions, SchExpression, let->expression).text;
  for (SchToken token = sch_expression_next_token (&text); token.kind != SCH_TOKEN_END;
       token = sch_expression_next_token (&text))
    {
      g_autofree char *name = g_strndup (token.start, token.length);
      guint other = token.kind == SCH_TOKEN_VARIABLE
                        ? GPOINTER_TO_UINT (g_hash_table_lookup (group->indexes, name))
                        : 0;

      if (other > 0 && !visit (group, other - 1, depth + 1))
        return FALSE;
    }
  g_array_index (group->states, State, index) = STATE_DONE;

  return TRUE;
}

static void
check_circles (Group *group)
{
  group->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  group->states = g_array_new (FALSE, TRUE, sizeof (State));
  g_array_set_size (group->states, group->nodes->len);
  for (guint i = 0; i < group->nodes->len; i++)
    {
      const SchLet *let = g_ptr_array_index (group->lets, group->first + i);

      g_hash_table_insert (group->indexes, let->name, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < group->nodes->len && visit (group, i, 0); i++)
    continue;
  g_array_unref (group->states);
  g_hash_table_unref (group->indexes);
}

/*
 * sch_compile_read_lets:
 * @compiling: a schema being compiled
 * @parent: the schema, a phase or a pattern
 * @lets: where to put its variables
 * @scope: where their names go, and what they may use
 * @hides_none: whether none may have the name of one of the schema
 *
 * As global variables of XSLT (1.0, 11.4), they may use each other in any order but a circle.
 */
void
sch_compile_read_lets (SchCompiling *compiling,
                       const xmlNode *parent,
                       GPtrArray *lets,
                       SchScope *scope,
                       gboolean hides_none)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  Group group = { compiling, nodes, lets, lets->len, NULL, NULL };

  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (is_let (compiling, node))
      {
        declare (compiling, node, scope, hides_none);
        g_ptr_array_add (nodes, node);
      }
  for (guint i = 0; i < nodes->len; i++)
    read_value (compiling, g_ptr_array_index (nodes, i), lets, scope);
  check_circles (&group);
}
