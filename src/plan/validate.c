/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "validate.h"

#include "reader.h"
#include "validate-private.h"
#include "xsd.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlschemas.h>

static xmlSchema *
compile (void)
{
  g_autofree char *xsd = sd_model_to_xsd ();
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (xsd, (int) strlen (xsd));
  xmlSchema *schema = xmlSchemaParse (parser);

  xmlSchemaFreeParserCtxt (parser);
  return schema;
}

/* Made from the same list of tables as the committed file, and compiled once; a compiled schema is
 * only read, so that threads can share it. It imports nothing, so nothing is fetched. */
static xmlSchema *
get_schema (void)
{
  static xmlSchema *schema = NULL;

  if (g_once_init_enter (&schema))
    {
      xmlSchema *compiled = compile ();

      g_assert (compiled != NULL);
      g_once_init_leave (&schema, compiled);
    }

  return schema;
}

typedef struct
{
  int line;
  char *message;
} FirstProblem;

static void
on_problem (void *data, xmlError *problem)
{
  FirstProblem *first = data;

  if (first->message != NULL)
    return;
  first->line = problem->node != NULL ? (int) xmlGetLineNo (problem->node) : problem->line;
  first->message = g_strstrip (g_strdup (problem->message));
}

/* libxml2 writes names as {namespace}name, which no one wants to read. */
static char *
without_namespaces (const char *message)
{
  g_auto (GStrv) parts = g_strsplit (message, "{" SD_PLAN_NAMESPACE "}", -1);

  return g_strjoinv (NULL, parts);
}

/*
 * sd_xsd_validate:
 * @doc: a document
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Returns: whether the document fits the published schema
 */
gboolean
sd_xsd_validate (xmlDoc *doc, const char *name, GError **error)
{
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (get_schema ());
  FirstProblem first = { 0 };
  g_autofree char *message = NULL;
  int result;

  xmlSchemaSetValidStructuredErrors (validator, on_problem, &first);
  result = xmlSchemaValidateDoc (validator, doc);
  xmlSchemaFreeValidCtxt (validator);
  if (result != 0)
    {
      message = without_namespaces (first.message != NULL ? first.message : "");
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                   _ ("%s:%d: the file does not fit the schema of plans (%s)."), name, first.line,
                   message);
    }
  g_free (first.message);

  return result == 0;
}

/**
 * sd_plan_xml_validate:
 * @doc: (type gpointer): a document
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Checks a document as sd_county_read_doc() does, which says what is wrong in the user's words, and
 * then against the published schema, so that what passes here passes there too. The files that a
 * county's `plan-ref` names are not opened.
 *
 * Returns: (skip): whether the document is a plan or a county without fault
 */
gboolean
sd_plan_xml_validate (xmlDoc *doc, const char *name, GError **error)
{
  return sd_county_check_doc (doc, name, error) && sd_xsd_validate (doc, name, error);
}
