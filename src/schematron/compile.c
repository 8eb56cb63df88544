/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* From the schema's document to what runs: the whole, and what must hold between its parts. */

/* A prefix means one namespace in the whole schema. The same twice is no harm: a part that is used
 * in several schemas may bring its own. */
static void
read_namespace (SchCompiling *compiling, const xmlNode *node)
{
  SchNamespace *space = g_new0 (SchNamespace, 1);
  const char *uri;

  space->prefix = sch_compile_attribute (node, "prefix");
  space->uri = sch_compile_attribute (node, "uri");
  if (space->prefix == NULL)
    sch_compile_lacks (compiling, node, "prefix");
  if (space->uri == NULL)
    sch_compile_lacks (compiling, node, "uri");
  if (space->prefix != NULL && xmlValidateNCName (BAD_CAST space->prefix, 0) != 0)
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("“%s” is no name for a prefix."),
                      space->prefix);
  if (space->uri != NULL && *space->uri == '\0')
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("a prefix stands for no namespace."));
  uri = space->prefix != NULL ? sch_expression_find_uri (compiling->schema, space->prefix) : NULL;
  if (uri != NULL && space->uri != NULL && !g_str_equal (uri, space->uri))
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                      _ ("the prefix %s stands for %s already; expected another for %s."),
                      space->prefix, uri, space->uri);
  g_ptr_array_add (compiling->schema->namespaces, space);
}

static gboolean
is_xslt (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST XSLT_NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

/* The names come first, since any expression may use a key. */
static void
declare_keys (SchCompiling *compiling, const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_xslt (node, "key"))
      {
        SchKey *key = g_new0 (SchKey, 1);

        key->matches = g_ptr_array_new_with_free_func (g_free);
        key->name = sch_compile_attribute (node, "name");
        g_ptr_array_add (compiling->schema->keys, key);
      }
}

static void
read_keys (SchCompiling *compiling, const xmlNode *root)
{
  guint n = 0;

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      SchKey *key;
      g_autofree char *match = NULL;

      if (!is_xslt (node, "key"))
        continue;
      key = g_ptr_array_index (compiling->schema->keys, n++);
      match = sch_compile_attribute (node, "match");
      key->use = sch_compile_add_attribute_expression (compiling, node, "use", &compiling->global);
      if (key->name == NULL)
        sch_compile_lacks (compiling, node, "name");
      if (match != NULL)
        sch_compile_add_branches (compiling, node, match, &compiling->global, key->matches);
      else
        sch_compile_lacks (compiling, node, "match");
    }
}

static void
read_all (SchCompiling *compiling,
          const xmlNode *root,
          const char *name,
          void (*read) (SchCompiling *, const xmlNode *))
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, name))
      read (compiling, node);
}

static void
read_group (SchCompiling *compiling,
            const xmlNode *root,
            const char *group,
            const char *name,
            GPtrArray *texts)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, group))
      sch_compile_read_texts (compiling, node, name, texts, &compiling->all);
}

/* The diagnostics or properties by their ids. */
static GHashTable *
index_texts (const xmlNode *root, const char *group, const char *name)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const xmlNode *parent = root->children; parent != NULL; parent = parent->next)
    for (xmlNode *node = sch_compile_is_element (parent, group) ? parent->children : NULL;
         node != NULL; node = node->next)
      {
        char *id = sch_compile_is_element (node, name) ? sch_compile_attribute (node, "id") : NULL;

        if (id != NULL)
          g_hash_table_insert (index, id, node);
      }

  return index;
}

static gboolean
has_text (GPtrArray *texts, const char *id)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_strcmp0 (((SchText *) g_ptr_array_index (texts, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_pattern (SchSchema *schema, const char *id)
{
  for (guint i = 0; i < schema->patterns->len; i++)
    if (g_strcmp0 (((SchPattern *) g_ptr_array_index (schema->patterns, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

static void
check_words_of (SchCompiling *compiling, const xmlNode *node, const char *name, GPtrArray *texts)
{
  g_auto (GStrv) words = sch_compile_words_of (node, name);

  for (guint i = 0; words[i] != NULL; i++)
    if (!compiling->is_incomplete && !has_text (texts, words[i]))
      sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                        _ ("%s names “%s”, but nothing has that id."), name, words[i]);
}

/* What an element points to must be there. */
static void
check_references (SchCompiling *compiling, const xmlNode *parent)
{
  SchSchema *schema = compiling->schema;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *pattern =
          sch_compile_is_element (node, "active") ? sch_compile_attribute (node, "pattern") : NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (pattern != NULL && !compiling->is_incomplete && !has_pattern (schema, pattern))
        sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                          _ ("%s names “%s”, but nothing has that id."), "active", pattern);
      if (sch_compile_is_element (node, "assert") || sch_compile_is_element (node, "report"))
        {
          check_words_of (compiling, node, "diagnostics", schema->diagnostics);
          check_words_of (compiling, node, "properties", schema->properties);
        }
      check_references (compiling, node);
    }
}

static void
check_default_phase (SchCompiling *compiling, const xmlNode *root)
{
  const char *phase = compiling->schema->default_phase;

  if (phase != NULL && !compiling->is_incomplete && !g_str_equal (phase, "#ALL") &&
      !g_strv_contains ((const char *const *) compiling->schema->phase_ids, phase))
    sch_compile_fail (compiling, root, SCH_ERROR_SCHEMA,
                      _ ("%s names “%s”, but nothing has that id."), "defaultPhase", phase);
}

static gboolean
check_root (SchCompiling *compiling, const xmlNode *root)
{
  g_autofree char *binding = sch_compile_attribute (root, "queryBinding");

  if (binding != NULL)
    g_strstrip (binding);
  if (!sch_compile_is_element (root, "schema"))
    return sch_compile_fail (compiling, root, SCH_ERROR_SCHEMA,
                             _ ("the root is %s; expected schema of the namespace %s."), root->name,
                             SCH_NAMESPACE);
  if (binding != NULL && g_ascii_strcasecmp (binding, "xslt") != 0 &&
      g_ascii_strcasecmp (binding, "xslt1") != 0 && g_ascii_strcasecmp (binding, "xpath") != 0 &&
      g_ascii_strcasecmp (binding, "xpath1") != 0 && g_ascii_strcasecmp (binding, "exslt") != 0)
    return sch_compile_fail (compiling, root, SCH_ERROR_UNSUPPORTED,
                             _ ("the query binding is %s; expected xslt."), binding);

  return TRUE;
}

static void
check_ids (SchCompiling *compiling, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *id = NULL;

      if (!sch_compile_is_element (node, NULL) || g_hash_table_contains (compiling->copied, node))
        continue;
      id = sch_compile_attribute (node, "id");
      if (id != NULL && !g_hash_table_add (compiling->ids, g_strdup (id)))
        sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA, _ ("the id “%s” stands twice."), id);
      check_ids (compiling, node);
    }
}

/* What of XSLT may stand right below the root. */
static void
check_xslt (SchCompiling *compiling, const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE || node->ns == NULL)
        continue;
      if (is_xslt (node, "decimal-format"))
        sch_compile_read_format (compiling, node);
      else if (xmlStrEqual (node->ns->href, BAD_CAST XSLT_NAMESPACE) && !is_xslt (node, "key"))
        sch_compile_fail (compiling, node, SCH_ERROR_UNSUPPORTED,
                          _ ("%s of XSLT is not supported; only key and decimal-format are."),
                          node->name);
    }
}

static void
collect_head (SchSchema *schema, const xmlNode *root)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  schema->default_phase = sch_compile_attribute (root, "defaultPhase");
  schema->version = sch_compile_attribute (root, "schemaVersion");
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *id =
          sch_compile_is_element (node, "phase") ? sch_compile_attribute (node, "id") : NULL;

      if (id != NULL)
        g_strv_builder_add (ids, id);
      if (sch_compile_is_element (node, "title") && schema->title == NULL)
        schema->title = sch_compile_content (node);
      if (sch_compile_is_element (node, "p"))
        g_ptr_array_add (schema->texts, sch_compile_content (node));
    }
  schema->phase_ids = g_strv_builder_end (ids);
}

/* Takes in and checks all parts, once nothing in them stands elsewhere or is abstract. The order is
 * that in which variables may be used: the schema's by all, those of phases and patterns by what is
 * in patterns. */
static void
read_parts (SchCompiling *compiling, const xmlNode *root)
{
  SchSchema *schema = compiling->schema;

  collect_head (schema, root);
  check_default_phase (compiling, root);
  read_all (compiling, root, "ns", read_namespace);
  declare_keys (compiling, root);
  sch_compile_read_lets (compiling, root, schema->lets, &compiling->global, FALSE);
  read_keys (compiling, root);
  read_all (compiling, root, "phase", sch_compile_read_phase);
  compiling->global.outer = &compiling->shared;
  read_all (compiling, root, "pattern", sch_compile_declare_pattern);
  read_all (compiling, root, "pattern", sch_compile_read_pattern);
  sch_compile_check_phases (compiling, root);
  read_group (compiling, root, "diagnostics", "diagnostic", schema->diagnostics);
  read_group (compiling, root, "properties", "property", schema->properties);
  check_references (compiling, root);
}

static gboolean
find_child (const xmlNode *parent, const char *name)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, name))
      return TRUE;

  return FALSE;
}

static void
compiling_init (SchCompiling *self, SchSchema *schema)
{
  self->schema = schema;
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->copied = g_hash_table_new (NULL, NULL);
  self->used = g_hash_table_new (NULL, NULL);
  self->asked = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->all = sch_compile_scope_new (NULL);
  self->phases = sch_compile_scope_new (NULL);
  self->shared = sch_compile_scope_new (&self->phases);
  self->shared.unclear = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->global = sch_compile_scope_new (NULL);
}

static void
compiling_clear (SchCompiling *self)
{
  g_hash_table_unref (self->global.names);
  g_hash_table_unref (self->shared.names);
  g_hash_table_unref (self->shared.unclear);
  g_hash_table_unref (self->phases.names);
  g_hash_table_unref (self->all.names);
  g_clear_pointer (&self->properties, g_hash_table_unref);
  g_clear_pointer (&self->diagnostics, g_hash_table_unref);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->copied);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->problems);
}

/*
 * sch_compile:
 * @self: a new schema, with its document
 * @error: return location for a #SchError
 *
 * All that is wrong with the schema is told, one problem a line.
 *
 * Returns: whether the schema could be compiled
 */
gboolean
sch_compile (SchSchema *self, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (self->doc);
  SchCompiling compiling = { 0 };
  g_autofree char *message = NULL;
  gboolean has_pattern;

  compiling_init (&compiling, self);
  if (check_root (&compiling, root))
    {
      sch_compile_assemble (&compiling, self->doc);
      sch_compile_check_vocabulary (&compiling, root);
      check_xslt (&compiling, root);
      check_ids (&compiling, root);
      has_pattern = find_child (root, "pattern");
      sch_compile_instantiate (&compiling, root);
      compiling.diagnostics = index_texts (root, "diagnostics", "diagnostic");
      compiling.properties = index_texts (root, "properties", "property");
      read_parts (&compiling, root);
      if (compiling.problems->len == 0 && !has_pattern)
        sch_compile_fail (&compiling, root, SCH_ERROR_SCHEMA,
                          _ ("the schema has no pattern, so it says nothing."));
    }
  if (compiling.problems->len > 0)
    {
      g_ptr_array_add (compiling.problems, NULL);
      message = g_strjoinv ("\n", (char **) compiling.problems->pdata);
      g_set_error_literal (error, SCH_ERROR, compiling.code, message);
    }
  compiling_clear (&compiling);

  return message == NULL;
}
