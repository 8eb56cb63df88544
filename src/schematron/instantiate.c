/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* What is abstract becomes concrete: a pattern that is-a abstract one is written out with its
 * parameters, and a rule that extends abstract ones gets their content. */

#define MOST_EXTENDED 10000

static gboolean
is_abstract (const xmlNode *node)
{
  g_autofree char *abstract = sch_compile_attribute (node, "abstract");

  return g_strcmp0 (abstract, "true") == 0 || g_strcmp0 (abstract, "1") == 0;
}

static xmlNode *
find_abstract_rule (const xmlNode *parent, const char *id)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, "rule") && is_abstract (node))
      {
        g_autofree char *own = sch_compile_attribute (node, "id");

        if (g_strcmp0 (own, id) == 0)
          return node;
      }

  return NULL;
}

static gboolean
read_params (SchCompiling *compiling, const xmlNode *pattern, GHashTable *params)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const xmlNode *node = pattern->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (!sch_compile_is_element (node, "param"))
        continue;
      name = sch_compile_attribute (node, "name");
      value = sch_compile_attribute (node, "value");
      if (name == NULL || value == NULL)
        return sch_compile_lacks (compiling, node, name == NULL ? "name" : "value");
      if (!g_hash_table_add (own, g_strdup (name)))
        return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                                 _ ("the parameter %s is given twice."), name);
      g_hash_table_replace (params, g_steal_pointer (&name), g_steal_pointer (&value));
    }

  return TRUE;
}

/* Replaces $name by the value of the parameter, where there is one of that name. Returns NULL where
 * the schema becomes too large. */
static char *
substitute (SchCompiling *compiling, const xmlNode *place, const char *text, GHashTable *params)
{
  GString *result = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '$' ? sch_expression_skip_name (text + 1) : NULL;
      g_autofree char *name = end != NULL ? g_strndup (text + 1, end - text - 1) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (params, name) : NULL;

      if (value != NULL)
        {
          if (!sch_compile_grow (compiling, place, strlen (value)))
            return g_string_free (result, TRUE);
          g_string_append (result, value);
          text = end;
        }
      else
        {
          g_string_append_c (result, *text++);
        }
    }

  return g_string_free (result, FALSE);
}

/* @place: what is said to be wrong where the schema becomes too large */
static gboolean
substitute_all (SchCompiling *compiling, const xmlNode *place, xmlNode *node, GHashTable *params)
{
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeGetContent ((xmlNode *) attribute);
      g_autofree char *text = substitute (compiling, place, (char *) value, params);

      if (text != NULL && !g_str_equal (text, (char *) value))
        xmlSetNsProp (node, attribute->ns, attribute->name, BAD_CAST text);
      xmlFree (value);
      if (text == NULL)
        return FALSE;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!substitute_all (compiling, place, child, params))
      return FALSE;

  return TRUE;
}

static void
drop_children (xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent->children, *next; node != NULL; node = next)
    {
      next = node->next;
      if (sch_compile_is_element (node, name))
        sch_compile_drop (node);
    }
}

/* What the instance says of itself stands in place of what the abstract pattern says. */
static void
take_attributes (xmlNode *copy, const xmlNode *instance)
{
  xmlUnsetProp (copy, BAD_CAST "abstract");
  xmlUnsetProp (copy, BAD_CAST "id");
  for (const xmlAttr *attribute = instance->properties; attribute != NULL;
       attribute = attribute->next)
    if (attribute->ns == NULL && !xmlStrEqual (attribute->name, BAD_CAST "is-a") &&
        !xmlStrEqual (attribute->name, BAD_CAST "abstract"))
      {
        xmlChar *value = xmlNodeGetContent ((const xmlNode *) attribute);

        xmlSetProp (copy, attribute->name, value);
        xmlFree (value);
      }
}

static gboolean
check_instance (SchCompiling *compiling, const xmlNode *instance)
{
  if (is_abstract (instance))
    return sch_compile_fail (compiling, instance, SCH_ERROR_SCHEMA,
                             _ ("a pattern with is-a may not be abstract itself."));
  for (const xmlNode *node = instance->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, NULL) && !sch_compile_is_element (node, "param") &&
        !sch_compile_is_element (node, "title") && !sch_compile_is_element (node, "p"))
      return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                               _ ("%s may not stand in a pattern with is-a."), node->name);

  return TRUE;
}

/* The abstract patterns by their ids; the first of an id counts. */
static GHashTable *
index_abstract (const xmlNode *root)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      char *id = sch_compile_is_element (node, "pattern") && is_abstract (node)
                     ? sch_compile_attribute (node, "id")
                     : NULL;

      if (id != NULL && !g_hash_table_contains (index, id))
        g_hash_table_insert (index, id, node);
      else
        g_free (id);
    }

  return index;
}

/* Gives the abstract pattern with the instance's parameters; NULL where that cannot be. */
static xmlNode *
make_instance (SchCompiling *compiling, xmlNode *instance, xmlNode *abstract, const char *is_a)
{
  g_autoptr (GHashTable) params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *copy;

  if (abstract == NULL)
    {
      if (!compiling->is_incomplete)
        sch_compile_fail (compiling, instance, SCH_ERROR_SCHEMA,
                          _ ("is-a names “%s”, but no abstract pattern has that id."), is_a);
      return NULL;
    }
  g_hash_table_add (compiling->used, abstract);
  if (!check_instance (compiling, instance) || !read_params (compiling, abstract, params) ||
      !read_params (compiling, instance, params))
    return NULL;

  copy = sch_compile_copy (compiling, abstract, instance);
  if (copy == NULL)
    return NULL;
  drop_children (copy, "param");
  if (!substitute_all (compiling, instance, copy, params))
    {
      xmlFreeNode (copy);
      return NULL;
    }
  take_attributes (copy, instance);

  return copy;
}

static void
instantiate_pattern (SchCompiling *compiling,
                     GHashTable *abstract,
                     xmlNode *instance,
                     const char *is_a)
{
  xmlNode *copy = make_instance (compiling, instance, g_hash_table_lookup (abstract, is_a), is_a);

  if (copy != NULL)
    xmlAddPrevSibling (instance, copy);
  sch_compile_drop (instance);
}

static void extend_rule (SchCompiling *compiling, xmlNode *rule, GPtrArray *open);

static xmlNode *
find_extended (SchCompiling *compiling, const xmlNode *extends, GPtrArray *open)
{
  g_autofree char *id = sch_compile_attribute (extends, "rule");
  xmlNode *abstract = id != NULL ? find_abstract_rule (extends->parent->parent, id) : NULL;

  if (id == NULL)
    {
      sch_compile_lacks (compiling, extends, "rule");
      return NULL;
    }
  if (abstract == NULL && !compiling->is_incomplete)
    sch_compile_fail (compiling, extends, SCH_ERROR_SCHEMA,
                      _ ("extends names “%s”, but no abstract rule of this pattern has that id."),
                      id);
  if (abstract == NULL || !g_ptr_array_find (open, abstract, NULL))
    return abstract;

  sch_compile_fail (compiling, extends, SCH_ERROR_SCHEMA,
                    _ ("“%s” leads back to itself in a circle."), id);
  return NULL;
}

/* Puts copies of what the abstract rule holds before an extends. */
static void
extend_by (SchCompiling *compiling, xmlNode *extends, xmlNode *abstract, GPtrArray *open)
{
  xmlNode *copy = sch_compile_copy (compiling, abstract, extends);

  g_hash_table_add (compiling->used, abstract);
  if (copy == NULL)
    return;

  xmlUnsetProp (copy, BAD_CAST "id");
  xmlAddPrevSibling (extends->parent, copy);
  g_ptr_array_add (open, abstract);
  extend_rule (compiling, copy, open);
  g_ptr_array_remove_index (open, open->len - 1);
  for (const xmlNode *child = copy->children; child != NULL; child = child->next)
    {
      xmlNode *own =
          child->type == XML_ELEMENT_NODE ? sch_compile_copy (compiling, child, extends) : NULL;

      if (own != NULL)
        xmlAddPrevSibling (extends, own);
    }
  sch_compile_drop (copy);
}

/* Replaces each extends in a rule. */
static void
extend_rule (SchCompiling *compiling, xmlNode *rule, GPtrArray *open)
{
  for (xmlNode *node = rule->children, *next; node != NULL; node = next)
    {
      xmlNode *abstract;

      next = node->next;
      if (!sch_compile_is_element (node, "extends"))
        continue;
      if (++compiling->n_extended > MOST_EXTENDED)
        sch_compile_fail (compiling, node, SCH_ERROR_LIMIT,
                          _ ("with all that it includes, the schema is too large."));
      abstract =
          compiling->n_extended <= MOST_EXTENDED ? find_extended (compiling, node, open) : NULL;
      if (abstract != NULL)
        extend_by (compiling, node, abstract, open);
      sch_compile_drop (node);
    }
}

static void
extend_rules (SchCompiling *compiling, xmlNode *pattern)
{
  for (xmlNode *node = pattern->children, *next; node != NULL; node = next)
    {
      g_autoptr (GPtrArray) open = g_ptr_array_new ();

      next = node->next;
      if (!sch_compile_is_element (node, "rule"))
        continue;
      if (!is_abstract (node))
        extend_rule (compiling, node, open);
      else if (xmlHasProp (node, BAD_CAST "context") != NULL)
        sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                          _ ("an abstract rule may have no context."));
    }
}

/* Nothing is made from it, here or in the file from which it was copied. */
static void
note_unused (SchCompiling *compiling, xmlNode *node)
{
  g_autofree char *id = NULL;
  char *sentence;

  if (g_hash_table_contains (compiling->used, node) ||
      g_hash_table_contains (compiling->copied, node))
    return;

  id = sch_compile_attribute (node, "id");
  sentence =
      g_strdup_printf (_ ("nothing uses the abstract %s “%s”."), node->name, id != NULL ? id : "");
  g_ptr_array_add (
      compiling->schema->warnings,
      sch_warning_new (sch_source_of (node)->name, (guint) xmlGetLineNo (node), sentence));
}

static void
drop_abstract (SchCompiling *compiling, xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent->children, *next; node != NULL; node = next)
    {
      next = node->next;
      if (!sch_compile_is_element (node, name) || !is_abstract (node))
        continue;
      note_unused (compiling, node);
      sch_compile_drop (node);
    }
}

/*
 * sch_compile_instantiate:
 * @compiling: a schema being compiled
 * @root: its root
 *
 * Writes out what is abstract. After it nothing abstract is left, nor anything that refers to it.
 */
void
sch_compile_instantiate (SchCompiling *compiling, xmlNode *root)
{
  guint n_problems = compiling->problems->len;
  g_autoptr (GHashTable) abstract = index_abstract (root);

  for (xmlNode *node = root->children, *next; node != NULL; node = next)
    {
      g_autofree char *is_a = NULL;

      next = node->next;
      if (!sch_compile_is_element (node, "pattern"))
        continue;
      is_a = sch_compile_attribute (node, "is-a");
      if (is_a != NULL)
        instantiate_pattern (compiling, abstract, node, is_a);
    }
  drop_abstract (compiling, root, "pattern");
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (sch_compile_is_element (node, "pattern"))
      {
        extend_rules (compiling, node);
        drop_abstract (compiling, node, "rule");
      }
  compiling->is_incomplete |= compiling->problems->len > n_problems;
}
