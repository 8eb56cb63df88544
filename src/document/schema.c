/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schema-private.h"

#include "document-resources.h"

#include <libxml/xmlschemas.h>

#define RESOURCES "/org/sanding/Sanding/document/"

/* Compiled once a schema and shared: a compiled schema is only read afterwards. */
static xmlSchema *
get_schema (const char *name)
{
  static GMutex mutex;
  static GHashTable *schemas = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  if (schemas == NULL)
    schemas = g_hash_table_new (g_str_hash, g_str_equal);
  schema = g_hash_table_lookup (schemas, name);
  if (schema != NULL)
    return schema;

  bytes = g_resource_lookup_data (sd_document_get_resource (), path, 0, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  parser =
      xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_return_val_if_fail (schema != NULL, NULL);
  g_hash_table_insert (schemas, g_strdup (name), schema);

  return schema;
}

typedef struct
{
  xmlNode *node;
  char *problem;
} FirstError;

/* The first error is the cause; those after it are often its consequences. */
static void
on_error (void *data, xmlError *problem)
{
  FirstError *first = data;

  if (first->problem != NULL)
    return;
  first->node = problem->node;
  first->problem = g_strstrip (g_strdup (problem->message));
}

/* Namespaces in braces before each name make libxml2's sentences hard to read. */
static char *
without_namespaces (const char *problem)
{
  g_autoptr (GRegex) braces = g_regex_new ("\\{urn:[^}]*\\}", 0, 0, NULL);

  return g_regex_replace_literal (braces, problem, -1, 0, "", 0, NULL);
}

/*
 * sd_document_schema_check:
 * @resource: file name of a schema of data/schema that is built into the program
 * @doc: what to check
 * @message: makes the sentence for the user
 * @data: for @message
 * @code: code of the error
 * @error: return location
 *
 * Returns: whether @doc is as its schema says
 */
gboolean
sd_document_schema_check (const char *resource,
                          xmlDoc *doc,
                          SdSchemaMessage message,
                          gpointer data,
                          SdDocumentError code,
                          GError **error)
{
  xmlSchema *schema = get_schema (resource);
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema);
  FirstError first = { NULL, NULL };
  int result;

  xmlSchemaSetValidStructuredErrors (validator, on_error, &first);
  result = xmlSchemaValidateDoc (validator, doc);
  if (result != 0)
    {
      g_autofree char *problem = without_namespaces (first.problem != NULL ? first.problem : "");
      g_autofree char *sentence = message (first.node, problem, data);

      g_set_error_literal (error, SD_DOCUMENT_ERROR, code, sentence);
    }
  g_free (first.problem);
  xmlSchemaFreeValidCtxt (validator);

  return result == 0;
}
