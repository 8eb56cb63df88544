/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"

#include <glib/gi18n-lib.h>

/* A schema in several files becomes one document: an include is replaced by the element that it
 * names, an extends with a file by the content of that element. What leads nowhere is told and left
 * out. */

#define DEEPEST 32

typedef struct
{
  SchCompiling *compiling;
  GHashTable *documents; /* uri → xmlDoc as it was read */
  GPtrArray *open;       /* references that are being replaced, as uri#fragment */
} Assembly;

static void expand_node (Assembly *assembly, xmlNode *node);
static void expand (Assembly *assembly, xmlNode *parent);

static xmlDoc *
get_document (Assembly *assembly, const xmlNode *node, const char *uri)
{
  SchSchema *schema = assembly->compiling->schema;
  xmlDoc *doc = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) problem = NULL;
  SchSource *source;

  /* What could not be read is told at the first place that asks for it. */
  if (g_hash_table_lookup_extended (assembly->documents, uri, NULL, (gpointer *) &doc))
    return doc;
  doc = sch_read_inside (schema->folder, uri, sch_read_schema, &problem);
  g_hash_table_insert (assembly->documents, g_strdup (uri), doc);
  if (doc == NULL)
    {
      sch_compile_fail (assembly->compiling, node, problem->code, "%s", problem->message);
      return NULL;
    }

  file = g_file_new_for_uri (uri);
  source = sch_source_new (file, NULL);
  g_ptr_array_add (schema->sources, source);
  sch_source_mark ((xmlNode *) doc, source);

  return doc;
}

static xmlNode *
find_id (xmlNode *node, const char *id)
{
  for (; node != NULL; node = node->next)
    {
      g_autofree char *own = NULL;
      xmlNode *found;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      own = sch_compile_attribute (node, "id");
      if (own == NULL)
        {
          xmlChar *value = xmlGetNsProp (node, BAD_CAST "id", BAD_CAST XML_NAMESPACE);

          own = g_strdup ((char *) value);
          xmlFree (value);
        }
      if (g_strcmp0 (own, id) == 0)
        return node;
      found = find_id (node->children, id);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Finds the element that an href names, and notes the reference as open. */
static const xmlNode *
open_reference (Assembly *assembly, const xmlNode *node)
{
  SchCompiling *compiling = assembly->compiling;
  g_autofree char *href = sch_compile_attribute (node, "href");
  g_autofree char *base = sch_source_base_of (node);
  g_autofree char *fragment = NULL;
  g_autofree char *uri = href != NULL ? sch_resolve (base, href, &fragment) : NULL;
  g_autofree char *reference = NULL;
  const xmlNode *target;
  xmlDoc *doc;

  if (href == NULL)
    return sch_compile_lacks (compiling, node, "href"), NULL;
  if (uri == NULL)
    return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                             _ ("“%s” cannot be resolved to a file."), href),
           NULL;

  reference = g_strdup_printf ("%s#%s", uri, fragment != NULL ? fragment : "");
  if (g_ptr_array_find_with_equal_func (assembly->open, reference, g_str_equal, NULL))
    return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                             _ ("“%s” leads back to itself in a circle."), href),
           NULL;
  if (assembly->open->len >= DEEPEST)
    return sch_compile_fail (compiling, node, SCH_ERROR_LIMIT,
                             _ ("files include each other more than %d deep."), DEEPEST),
           NULL;

  doc = get_document (assembly, node, uri);
  if (doc == NULL)
    return NULL;
  target = fragment == NULL || *fragment == '\0' ? xmlDocGetRootElement (doc)
                                                 : find_id (doc->children, fragment);
  if (target == NULL)
    return sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                             _ ("“%s”: the file has no element with that id."), href),
           NULL;

  g_ptr_array_add (assembly->open, g_steal_pointer (&reference));
  return target;
}

static void
close_reference (Assembly *assembly)
{
  g_ptr_array_remove_index (assembly->open, assembly->open->len - 1);
}

static void
expand_include (Assembly *assembly, xmlNode *node)
{
  const xmlNode *target = open_reference (assembly, node);
  xmlNode *copy = target != NULL ? sch_compile_copy (assembly->compiling, target, node) : NULL;

  if (copy != NULL)
    {
      xmlAddPrevSibling (node, copy);
      expand_node (assembly, copy);
    }
  if (target != NULL)
    close_reference (assembly);
  sch_compile_drop (node);
}

/* Copies what an element holds into a place of the same name beside the reference, where it is
 * expanded in turn. */
static void
copy_content (Assembly *assembly, const xmlNode *element, xmlNode *place, const xmlNode *reference)
{
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      xmlNode *copy = child->type == XML_ELEMENT_NODE
                          ? sch_compile_copy (assembly->compiling, child, reference)
                          : NULL;

      if (copy != NULL)
        xmlAddChild (place, copy);
    }
  expand (assembly, place);
}

static void
copy_beside (Assembly *assembly, const xmlNode *element, xmlNode *node)
{
  xmlNode *place = xmlNewDocNode (node->doc, node->parent->ns, node->parent->name, NULL);

  xmlAddPrevSibling (node, place);
  copy_content (assembly, element, place, node);
  for (xmlNode *child = place->children, *next; child != NULL; child = next)
    {
      next = child->next;
      g_hash_table_add (assembly->compiling->copied, child);
      xmlAddPrevSibling (node, child);
    }
  sch_compile_drop (place);
}

static void
expand_extends (Assembly *assembly, xmlNode *node)
{
  const xmlNode *target = open_reference (assembly, node);

  if (target != NULL && sch_compile_is_element (target, (const char *) node->parent->name))
    copy_beside (assembly, target, node);
  else if (target != NULL)
    sch_compile_fail (assembly->compiling, node, SCH_ERROR_SCHEMA,
                      _ ("extends leads to %s; expected %s, in which it stands."), target->name,
                      node->parent->name);
  if (target != NULL)
    close_reference (assembly);
  sch_compile_drop (node);
}

static void
expand_node (Assembly *assembly, xmlNode *node)
{
  if (!sch_compile_is_element (node, NULL))
    return;

  if (sch_compile_is_element (node, "include"))
    expand_include (assembly, node);
  else if (sch_compile_is_element (node, "extends") && xmlHasProp (node, BAD_CAST "href") != NULL)
    expand_extends (assembly, node);
  else
    expand (assembly, node);
}

static void
expand (Assembly *assembly, xmlNode *parent)
{
  for (xmlNode *node = parent->children, *next; node != NULL; node = next)
    {
      next = node->next;
      expand_node (assembly, node);
    }
}

static void
free_document (gpointer doc)
{
  if (doc != NULL)
    xmlFreeDoc (doc);
}

/*
 * sch_compile_assemble:
 * @compiling: a schema being compiled
 * @doc: its document
 *
 * Puts in what the schema takes from other files. Where not all of it is there, the schema is
 * incomplete.
 */
void
sch_compile_assemble (SchCompiling *compiling, xmlDoc *doc)
{
  Assembly assembly = { .compiling = compiling };
  const SchSource *source = sch_source_of ((xmlNode *) doc);
  xmlDoc *original = xmlCopyDoc (doc, 1);
  guint n_problems = compiling->problems->len;

  assembly.documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_document);
  assembly.open = g_ptr_array_new_with_free_func (g_free);
  sch_source_mark ((xmlNode *) original, source);
  g_hash_table_insert (assembly.documents, g_strdup (source->uri != NULL ? source->uri : ""),
                       original);
  expand (&assembly, xmlDocGetRootElement (doc));
  g_ptr_array_unref (assembly.open);
  g_hash_table_unref (assembly.documents);
  compiling->is_incomplete |= compiling->problems->len > n_problems;
}
