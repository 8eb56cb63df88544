/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"
#include "grammar.h"

#include <glib/gi18n-lib.h>

/* From the parts of a schema's document to what runs. What is wrong with one part does not keep the
 * others from being read, so that all is told at once. */

#define MOST_PROBLEMS 100
#define MOST_GROWN (64 * 1024 * 1024)

/* Notes what is wrong at a node; once, however often the node was copied. Gives FALSE. */
gboolean
sch_compile_fail (
    SchCompiling *compiling, const xmlNode *node, SchError code, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *problem = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  problem =
      g_strdup_printf ("%s:%ld: %s", sch_source_of (node)->name, xmlGetLineNo (node), sentence);
  if (compiling->problems->len == 0)
    compiling->code = code;
  if (compiling->problems->len < MOST_PROBLEMS &&
      !g_ptr_array_find_with_equal_func (compiling->problems, problem, g_str_equal, NULL))
    g_ptr_array_add (compiling->problems, g_steal_pointer (&problem));

  return FALSE;
}

/* Notes that an element has not the attribute that it needs. Gives FALSE. */
gboolean
sch_compile_lacks (SchCompiling *compiling, const xmlNode *node, const char *attribute)
{
  return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                           _ ("%s lacks %s, which it must have."), node->name, attribute);
}

gboolean
sch_compile_is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SCH_NAMESPACE) &&
         (name == NULL || xmlStrEqual (node->name, BAD_CAST name));
}

void
sch_compile_drop (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static gsize
size_of (const xmlNode *node)
{
  gsize size = sizeof *node;

  if (node->type != XML_ELEMENT_NODE)
    return size + (gsize) xmlStrlen (node->content);

  for (const xmlNs *space = node->nsDef; space != NULL; space = space->next)
    size += sizeof *space + (gsize) xmlStrlen (space->href);
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    size += sizeof *attribute +
            (attribute->children != NULL ? size_of (attribute->children) : (gsize) 0);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    size += size_of (child);

  return size;
}

/*
 * sch_compile_grow:
 * @compiling: a schema being compiled
 * @node: what makes it larger
 * @bytes: by how much
 *
 * A small schema can ask for copies of copies, or for a long parameter in many places.
 *
 * Returns: whether it is not too large now
 */
gboolean
sch_compile_grow (SchCompiling *compiling, const xmlNode *node, gsize bytes)
{
  compiling->grown += MIN (bytes, MOST_GROWN + 1);
  if (compiling->grown <= MOST_GROWN)
    return TRUE;

  return sch_compile_fail (compiling, node, SCH_ERROR_LIMIT,
                           _ ("with all that it includes, the schema is too large."));
}

/* Copies an element for a place, if the schema does not become too large. */
xmlNode *
sch_compile_copy (SchCompiling *compiling, const xmlNode *element, const xmlNode *place)
{
  xmlNode *copy;

  if (!sch_compile_grow (compiling, place, size_of (element)))
    return NULL;
  /* It has all the namespaces of where it stood, so it is more than the element. */
  copy = sch_source_copy (element, place->doc);
  for (const xmlNs *space = copy->nsDef; space != NULL; space = space->next)
    compiling->grown += sizeof *space + (gsize) xmlStrlen (space->href);

  return copy;
}

char *
sch_compile_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((char *) value);

  xmlFree (value);
  return copy;
}

/* The text in an element, without the blanks around it. */
char *
sch_compile_content (const xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup ((char *) value));

  xmlFree (value);
  return copy;
}

static char *
language_of (const xmlNode *node)
{
  xmlChar *value = xmlNodeGetLang (node);
  char *copy = g_strdup ((char *) value);

  xmlFree (value);
  return copy;
}

GStrv
sch_compile_words_of (const xmlNode *node, const char *name)
{
  g_autofree char *value = sch_compile_attribute (node, name);
  g_auto (GStrv) parts = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

static gboolean
check_expression (SchCompiling *compiling,
                  const xmlNode *node,
                  const char *text,
                  const SchScope *scope,
                  gboolean is_context)
{
  g_autofree char *problem = NULL;

  /* Where parts of the schema are missing, what they define would be missed for no reason. */
  if (sch_expression_check (compiling->schema, text, compiling->is_incomplete ? NULL : scope,
                            is_context, &problem))
    return TRUE;

  return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("“%s”: %s."), text, problem);
}

/* Takes an expression in; gives its number, or -1 on error. */
int
sch_compile_add_expression (SchCompiling *compiling,
                            const xmlNode *node,
                            const char *text,
                            const SchScope *scope,
                            gboolean is_context)
{
  SchExpression expression = { 0 };

  if (!check_expression (compiling, node, text, scope, is_context))
    return -1;
  expression.text = is_context ? sch_expression_anywhere (text) : g_strdup (text);
  expression.native = sch_grammar_translate (expression.text);
  expression.base = sch_source_base_of (node);
  expression.file = sch_source_of (node)->name;
  expression.line = (guint) xmlGetLineNo (node);
  g_array_append_val (compiling->schema->expressions, expression);

  return (int) compiling->schema->expressions->len - 1;
}

int
sch_compile_add_attribute_expression (SchCompiling *compiling,
                                      const xmlNode *node,
                                      const char *name,
                                      const SchScope *scope)
{
  g_autofree char *text = sch_compile_attribute (node, name);

  if (text == NULL)
    {
      sch_compile_lacks (compiling, node, name);
      return -1;
    }

  return sch_compile_add_expression (compiling, node, text, scope, FALSE);
}

static void
piece_clear (gpointer data)
{
  g_free (((SchPiece *) data)->text);
}

static void
add_pieces (SchCompiling *compiling, GArray *pieces, const xmlNode *parent, const SchScope *scope)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      SchPiece piece = { .kind = SCH_PIECE_TEXT, .expression = -1 };
      g_autofree char *path = NULL;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          piece.text = g_strdup ((const char *) node->content);
        }
      else if (sch_compile_is_element (node, "value-of") ||
               (node->type == XML_ELEMENT_NODE && node->ns != NULL &&
                xmlStrEqual (node->ns->href, BAD_CAST XSLT_NAMESPACE)))
        {
          /* Of XSLT there is only copy-of in a property, of which the text is taken. */
          piece.kind = SCH_PIECE_VALUE;
          piece.expression =
              sch_compile_add_attribute_expression (compiling, node, "select", scope);
        }
      else if (sch_compile_is_element (node, "name"))
        {
          path = sch_compile_attribute (node, "path");
          piece.kind = SCH_PIECE_NAME;
          if (path != NULL)
            piece.expression = sch_compile_add_expression (compiling, node, path, scope, FALSE);
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          /* emph, dir, span and markup of others: their text is part of the message. */
          add_pieces (compiling, pieces, node, scope);
          continue;
        }
      else
        {
          continue;
        }
      g_array_append_val (pieces, piece);
    }
}

static GArray *
read_pieces (SchCompiling *compiling, const xmlNode *node, const SchScope *scope)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (SchPiece));

  g_array_set_clear_func (pieces, piece_clear);
  add_pieces (compiling, pieces, node, scope);

  return pieces;
}

/* What a diagnostic says must make sense where the assertion stands that names it. The places in it
 * that do not are told with it, once. */
static void
check_words_in (SchCompiling *compiling, const xmlNode *parent, const SchScope *scope)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const char *name = sch_compile_is_element (node, "value-of") ? "select" : "path";
      g_autofree char *text =
          sch_compile_is_element (node, NULL) ? sch_compile_attribute (node, name) : NULL;

      if (text != NULL)
        check_expression (compiling, node, text, scope, FALSE);
      if (node->type == XML_ELEMENT_NODE)
        check_words_in (compiling, node, scope);
    }
}

static void
check_named (SchCompiling *compiling, GHashTable *texts, GStrv ids, const SchScope *scope)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const xmlNode *node = g_hash_table_lookup (texts, ids[i]);

      if (node != NULL)
        check_words_in (compiling, node, scope);
    }
}

static void
read_assertion (SchCompiling *compiling, const xmlNode *node, SchRule *rule, const SchScope *scope)
{
  SchAssertion *assertion = g_new0 (SchAssertion, 1);
  g_autofree char *subject = sch_compile_attribute (node, "subject");

  g_ptr_array_add (rule->assertions, assertion);
  assertion->is_report = sch_compile_is_element (node, "report");
  assertion->subject = -1;
  assertion->id = sch_compile_attribute (node, "id");
  assertion->test = sch_compile_add_attribute_expression (compiling, node, "test", scope);
  if (subject != NULL)
    assertion->subject = sch_compile_add_expression (compiling, node, subject, scope, FALSE);
  assertion->role = sch_compile_attribute (node, "role");
  assertion->flag = sch_compile_attribute (node, "flag");
  assertion->see = sch_compile_attribute (node, "see");
  assertion->icon = sch_compile_attribute (node, "icon");
  assertion->fpi = sch_compile_attribute (node, "fpi");
  assertion->language = language_of (node);
  assertion->diagnostics = sch_compile_words_of (node, "diagnostics");
  assertion->properties = sch_compile_words_of (node, "properties");
  check_named (compiling, compiling->diagnostics, assertion->diagnostics, scope);
  check_named (compiling, compiling->properties, assertion->properties, scope);
  assertion->pieces = read_pieces (compiling, node, scope);
}

/* Adds the branches of a context or of a key's match. */
void
sch_compile_add_branches (SchCompiling *compiling,
                          const xmlNode *node,
                          const char *text,
                          const SchScope *scope,
                          GPtrArray *numbers)
{
  g_autoptr (GPtrArray) branches = sch_expression_split (text);

  for (guint i = 0; i < branches->len; i++)
    {
      int number = sch_compile_add_expression (compiling, node, g_ptr_array_index (branches, i),
                                               scope, TRUE);

      g_ptr_array_add (numbers, g_memdup2 (&number, sizeof number));
    }
}

static void
read_rule_content (SchCompiling *compiling, const xmlNode *parent, SchRule *rule, SchScope *scope)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (sch_compile_is_element (node, "let"))
        sch_compile_read_let (compiling, node, rule->lets, scope);
      else if (sch_compile_is_element (node, "assert") || sch_compile_is_element (node, "report"))
        read_assertion (compiling, node, rule, scope);
    }
}

static void
read_rule (SchCompiling *compiling, const xmlNode *node, SchPattern *pattern, const SchScope *outer)
{
  SchRule *rule = g_new0 (SchRule, 1);
  g_autofree char *subject = sch_compile_attribute (node, "subject");
  SchScope scope;

  rule->contexts = g_ptr_array_new_with_free_func (g_free);
  rule->lets = g_ptr_array_new ();
  rule->assertions = g_ptr_array_new ();
  rule->subject = -1;
  g_ptr_array_add (pattern->rules, rule);
  rule->id = sch_compile_attribute (node, "id");
  rule->context = sch_compile_attribute (node, "context");
  if (rule->context != NULL)
    sch_compile_add_branches (compiling, node, rule->context, outer, rule->contexts);
  else
    sch_compile_lacks (compiling, node, "context");
  rule->role = sch_compile_attribute (node, "role");
  rule->flag = sch_compile_attribute (node, "flag");
  rule->see = sch_compile_attribute (node, "see");
  rule->icon = sch_compile_attribute (node, "icon");
  rule->fpi = sch_compile_attribute (node, "fpi");

  scope = sch_compile_scope_new (outer);
  read_rule_content (compiling, node, rule, &scope);
  if (subject != NULL)
    rule->subject = sch_compile_add_expression (compiling, node, subject, &scope, FALSE);
  g_hash_table_unref (scope.names);
}

static void
read_pattern_content (SchCompiling *compiling,
                      const xmlNode *parent,
                      SchPattern *pattern,
                      const SchScope *scope)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (sch_compile_is_element (node, "rule"))
        read_rule (compiling, node, pattern, scope);
    }
}

/* A pattern and its variables, which the patterns after it and the rules of all may use. */
void
sch_compile_declare_pattern (SchCompiling *compiling, const xmlNode *node)
{
  SchPattern *pattern = g_new0 (SchPattern, 1);
  SchScope scope = sch_compile_scope_new (&compiling->global);

  pattern->lets = g_ptr_array_new ();
  pattern->rules = g_ptr_array_new ();
  g_ptr_array_add (compiling->schema->patterns, pattern);
  pattern->documents = -1;
  pattern->id = sch_compile_attribute (node, "id");
  pattern->name = sch_compile_attribute (node, "name");
  for (const xmlNode *child = node->children; child != NULL && pattern->name == NULL;
       child = child->next)
    if (sch_compile_is_element (child, "title"))
      pattern->name = sch_compile_content (child);
  pattern->role = sch_compile_attribute (node, "role");
  pattern->see = sch_compile_attribute (node, "see");
  pattern->icon = sch_compile_attribute (node, "icon");
  pattern->fpi = sch_compile_attribute (node, "fpi");

  sch_compile_begin_pattern (compiling, pattern);
  sch_compile_read_lets (compiling, node, pattern->lets, &scope, TRUE);
  sch_compile_share (pattern->lets, &compiling->shared);
  g_hash_table_unref (scope.names);
}

/* What stands in the pattern that was declared as the next. */
void
sch_compile_read_pattern (SchCompiling *compiling, const xmlNode *node)
{
  SchPattern *pattern =
      g_ptr_array_index (compiling->schema->patterns, compiling->n_patterns_read++);
  SchScope scope = sch_compile_scope_new (&compiling->global);

  sch_compile_begin_pattern (compiling, pattern);
  sch_compile_share (pattern->lets, &scope);
  if (xmlHasProp ((xmlNode *) node, BAD_CAST "documents") != NULL)
    pattern->documents =
        sch_compile_add_attribute_expression (compiling, node, "documents", &scope);
  read_pattern_content (compiling, node, pattern, &scope);
  g_hash_table_unref (scope.names);
}

void
sch_compile_read_texts (SchCompiling *compiling,
                        const xmlNode *parent,
                        const char *name,
                        GPtrArray *texts,
                        const SchScope *scope)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      SchText *text;

      if (!sch_compile_is_element (node, name))
        continue;
      text = g_new0 (SchText, 1);
      g_ptr_array_add (texts, text);
      text->id = sch_compile_attribute (node, "id");
      text->language = language_of (node);
      text->role = sch_compile_attribute (node, "role");
      text->scheme = sch_compile_attribute (node, "scheme");
      text->pieces = read_pieces (compiling, node, scope);
      if (text->id == NULL)
        sch_compile_lacks (compiling, node, "id");
    }
}
