/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"
#include "source.h"

#include <glib/gi18n-lib.h>

/* Documents beside the one that is checked: what document() gives, and subordinate documents. */

/* So many documents are kept with the schema, for its next validations. */
#define MOST_KEPT 32

/* What libxml2 calls a document: a URI, or a path in which blanks and the like are escaped. */
static char *
uri_of (const char *name)
{
  g_autofree char *scheme = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (name == NULL)
    return NULL;
  scheme = g_uri_parse_scheme (name);
  if (scheme != NULL)
    return g_strdup (name);

  path = g_uri_unescape_string (name, NULL);
  file = g_file_new_for_path (path != NULL ? path : name);
  return g_file_get_uri (file);
}

/*
 * sch_run_get_base:
 * @run: a validation
 * @node: (nullable): a node
 *
 * Returns: (transfer full) (nullable): the URI that references at the node are relative to; of the
 *   expression that is being evaluated where the node has none
 */
char *
sch_run_get_base (SchRun *run, const xmlNode *node)
{
  const SchExpression *expression =
      &g_array_index (run->schema->expressions, SchExpression, run->expression);
  xmlChar *base = node != NULL && node->type != XML_NAMESPACE_DECL
                      ? xmlNodeGetBase (node->doc, (xmlNode *) node)
                      : NULL;
  char *uri = uri_of ((char *) base);

  xmlFree (base);
  return uri != NULL ? uri : g_strdup (expression->base);
}

static xmlDoc *
find_kept (SchSchema *schema, const char *uri)
{
  xmlDoc *doc;

  g_mutex_lock (&schema->lock);
  doc = g_hash_table_lookup (schema->documents, uri);
  g_mutex_unlock (&schema->lock);

  return doc;
}

/* Keeps a document with the schema; not where another thread has kept it meanwhile. */
static gboolean
keep (SchSchema *schema, const char *uri, xmlDoc *doc)
{
  gboolean kept = FALSE;

  g_mutex_lock (&schema->lock);
  if (g_hash_table_size (schema->documents) < MOST_KEPT &&
      !g_hash_table_contains (schema->documents, uri))
    kept = g_hash_table_insert (schema->documents, g_strdup (uri), doc);
  g_mutex_unlock (&schema->lock);

  return kept;
}

static void
free_doc (gpointer doc)
{
  if (doc != NULL)
    xmlFreeDoc (doc);
}

static xmlDoc *
load (SchRun *run, const char *uri, gboolean is_of_schema)
{
  gpointer doc = NULL;
  g_autoptr (GError) problem = NULL;

  if (run->documents == NULL)
    run->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_doc);
  if (g_hash_table_lookup_extended (run->documents, uri, NULL, &doc))
    return doc;
  doc = find_kept (run->schema, uri);
  if (doc != NULL)
    return doc;

  doc = sch_read_inside (run->schema->folder, uri, sch_read_document, &problem);
  if (doc == NULL)
    sch_run_add_error (run, problem->message);
  else if (is_of_schema && keep (run->schema, uri, doc))
    return doc;
  g_hash_table_insert (run->documents, g_strdup (uri), doc);

  return doc;
}

/*
 * sch_run_get_document:
 * @run: a validation
 * @base: (nullable): what the reference is relative to
 * @href: a reference
 *
 * A document that cannot be read is an error of the report.
 *
 * Returns: (nullable): the document
 */
xmlDoc *
sch_run_get_document (SchRun *run, const char *base, const char *href)
{
  const SchExpression *expression =
      &g_array_index (run->schema->expressions, SchExpression, run->expression);
  g_autofree char *fragment = NULL;
  g_autofree char *uri = sch_resolve (base, href, &fragment);
  g_autofree char *message = NULL;

  if (uri != NULL && fragment == NULL)
    return load (run, uri, g_strcmp0 (base, expression->base) == 0);

  message = g_strdup_printf (_ ("%s:%u: document ('%s') could not be read; expected a file in the "
                                "schema's folder."),
                             expression->file, expression->line, href);
  sch_run_add_error (run, message);
  return NULL;
}

/*
 * sch_run_name_document:
 * @run: a validation
 * @doc: a document that it has to do with
 *
 * Returns: (transfer full) (nullable): the document's URI; %NULL for the one that is checked, whose
 *   name the caller knows
 */
char *
sch_run_name_document (SchRun *run, const xmlDoc *doc)
{
  return doc != run->doc ? g_strdup ((const char *) doc->URL) : NULL;
}

static void
add_subordinate (SchRun *run, GPtrArray *docs, const xmlNode *node, const char *href)
{
  g_autofree char *base = sch_run_get_base (run, node);
  xmlDoc *doc = sch_run_get_document (run, base, href);

  if (doc != NULL && !g_ptr_array_find (docs, doc, NULL))
    g_ptr_array_add (docs, doc);
}

/*
 * sch_run_get_subordinates:
 * @run: a validation
 * @pattern: a pattern with documents
 *
 * Returns: (transfer full): the documents that the pattern is for; the names are relative to where
 *   they stand, or to the document that is checked
 */
GPtrArray *
sch_run_get_subordinates (SchRun *run, const SchPattern *pattern)
{
  GPtrArray *docs = g_ptr_array_new ();
  xmlXPathObject *names = sch_run_evaluate (run, pattern->documents, (xmlNode *) run->doc);
  int outer = run->expression;

  if (names == NULL)
    return docs;

  run->expression = pattern->documents;
  if (names->type == XPATH_NODESET)
    {
      for (int i = 0; i < xmlXPathNodeSetGetLength (names->nodesetval); i++)
        {
          xmlNode *node = names->nodesetval->nodeTab[i];
          xmlChar *href = xmlXPathCastNodeToString (node);

          add_subordinate (run, docs, node, (char *) href);
          xmlFree (href);
        }
    }
  else
    {
      xmlChar *href = xmlXPathCastToString (names);

      add_subordinate (run, docs, (xmlNode *) run->doc, (char *) href);
      xmlFree (href);
    }
  run->expression = outer;
  xmlXPathFreeObject (names);

  return docs;
}
