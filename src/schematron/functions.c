/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "comparison.h"
#include "exslt.h"
#include "formats.h"
#include "guard.h"
#include "run-private.h"

#include <libxml/xpathInternals.h>

/* The functions that XSLT adds to XPath. */

static SchRun *
run_of (xmlXPathParserContext *parser)
{
  return parser->context->userData;
}

static gboolean
take_arguments (xmlXPathParserContext *parser, int n, int least, int most)
{
  if (n >= least && n <= most)
    return TRUE;

  xmlXPathErr (parser, XPATH_INVALID_ARITY);
  return FALSE;
}

static void
function_current (xmlXPathParserContext *parser, int n)
{
  if (take_arguments (parser, n, 0, 0))
    valuePush (parser, xmlXPathNewNodeSet (sch_run_get_current (run_of (parser))));
}

/* Takes the second argument of document(): the first of its nodes says what is relative to what. */
static char *
pop_base (xmlXPathParserContext *parser)
{
  xmlXPathObject *nodes = valuePop (parser);
  char *base = NULL;

  if (nodes->type != XPATH_NODESET)
    {
      xmlXPathErr (parser, XPATH_INVALID_TYPE);
    }
  else if (xmlXPathNodeSetGetLength (nodes->nodesetval) > 0)
    {
      xmlXPathNodeSetSort (nodes->nodesetval);
      base = sch_run_get_base (run_of (parser), nodes->nodesetval->nodeTab[0]);
    }
  xmlXPathFreeObject (nodes);

  return base;
}

static void
add_document (SchRun *run, const char *base, const char *href, xmlNodeSet *nodes)
{
  xmlDoc *doc = sch_run_get_document (run, base, href);

  if (doc != NULL)
    xmlXPathNodeSetAdd (nodes, (xmlNode *) doc);
}

/* document ('limits.xml') is relative to the schema; of a node-set it gives the documents that its
 * nodes name, each relative to where it stands. */
static void
function_document (xmlXPathParserContext *parser, int n)
{
  SchRun *run = run_of (parser);
  g_autofree char *base = NULL;
  xmlXPathObject *argument, *result;

  if (!take_arguments (parser, n, 1, 2))
    return;
  base = n == 2 ? pop_base (parser) : sch_run_get_base (run, NULL);
  if (parser->error != XPATH_EXPRESSION_OK)
    return;
  argument = valuePop (parser);
  result = xmlXPathNewNodeSet (NULL);
  if (argument->type == XPATH_NODESET && argument->nodesetval != NULL)
    {
      for (int i = 0; i < argument->nodesetval->nodeNr; i++)
        {
          xmlNode *node = argument->nodesetval->nodeTab[i];
          xmlChar *href = xmlXPathCastNodeToString (node);
          g_autofree char *own = n == 1 ? sch_run_get_base (run, node) : NULL;

          add_document (run, n == 1 ? own : base, (char *) href, result->nodesetval);
          xmlFree (href);
        }
      xmlXPathFreeObject (argument);
    }
  else
    {
      argument = xmlXPathConvertString (argument);
      add_document (run, base, (char *) argument->stringval, result->nodesetval);
      xmlXPathFreeObject (argument);
    }
  valuePush (parser, result);
}

static void
function_key (xmlXPathParserContext *parser, int n)
{
  xmlXPathObject *value, *result;
  xmlChar *name;
  xmlDoc *doc = parser->context->node != NULL ? sch_node_get_place (parser->context->node)->doc
                                              : parser->context->doc;

  if (!take_arguments (parser, n, 2, 2))
    return;
  value = valuePop (parser);
  name = xmlXPathPopString (parser);
  result = xmlXPathNewNodeSet (NULL);
  if (value->type == XPATH_NODESET && value->nodesetval != NULL)
    {
      for (int i = 0; i < value->nodesetval->nodeNr; i++)
        {
          xmlChar *text = xmlXPathCastNodeToString (value->nodesetval->nodeTab[i]);

          sch_run_add_key_nodes (run_of (parser), (char *) name, (char *) text, doc,
                                 result->nodesetval);
          xmlFree (text);
        }
    }
  else
    {
      value = sch_to_string (value);
      sch_run_add_key_nodes (run_of (parser), (char *) name, (char *) value->stringval, doc,
                             result->nodesetval);
    }
  xmlXPathNodeSetSort (result->nodesetval);
  xmlXPathFreeObject (value);
  xmlFree (name);
  valuePush (parser, result);
}

/* Unlike libxslt's, the id says nothing about addresses, and so is the same each time: it is made
 * of the number of the node's document and the node's path. */
static void
function_generate_id (xmlXPathParserContext *parser, int n)
{
  const xmlNode *node = parser->context->node;
  xmlXPathObject *argument = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *id = NULL;

  if (!take_arguments (parser, n, 0, 1))
    return;
  if (n == 1)
    {
      argument = valuePop (parser);
      node = argument->type == XPATH_NODESET && argument->nodesetval != NULL &&
                     argument->nodesetval->nodeNr > 0
                 ? argument->nodesetval->nodeTab[0]
                 : NULL;
    }
  if (node != NULL)
    {
      const xmlNode *place = sch_node_get_place ((xmlNode *) node);
      const xmlNs *space = place != node ? (const xmlNs *) node : NULL;
      g_autofree char *where =
          sch_node_get_path (NULL, place, sch_run_get_positions (run_of (parser)));

      path = g_strdup_printf ("%u %s %d %s", sch_run_number_document (run_of (parser), place->doc),
                              where, space != NULL,
                              space != NULL && space->prefix != NULL ? (char *) space->prefix : "");
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, path, -1);
      id = g_strconcat ("id", hash, NULL);
    }
  if (argument != NULL)
    xmlXPathFreeObject (argument);
  valuePush (parser, xmlXPathNewString (BAD_CAST (id != NULL ? id : "")));
}

static void
function_system_property (xmlXPathParserContext *parser, int n)
{
  xmlChar *name;
  xmlXPathObject *value = NULL;

  if (!take_arguments (parser, n, 1, 1))
    return;
  name = xmlXPathPopString (parser);
  if (xmlStrEqual (name, BAD_CAST "xsl:version"))
    value = xmlXPathNewFloat (1.0);
  else if (xmlStrEqual (name, BAD_CAST "xsl:vendor"))
    value = xmlXPathNewString (BAD_CAST "Sanding");
  valuePush (parser, value != NULL ? value : xmlXPathNewString (BAD_CAST ""));
  xmlFree (name);
}

/* A name with a prefix is of the namespace that the schema gives the prefix. */
static void
function_function_available (xmlXPathParserContext *parser, int n)
{
  g_autofree char *text = NULL;
  xmlChar *name;
  const char *colon, *uri;

  if (!take_arguments (parser, n, 1, 1))
    return;
  name = xmlXPathPopString (parser);
  text = g_strdup ((char *) name);
  xmlFree (name);
  colon = strchr (text, ':');
  if (colon != NULL)
    text[colon - text] = '\0';
  uri = colon != NULL ? sch_expression_find_uri (sch_run_get_schema (run_of (parser)), text) : NULL;
  valuePush (parser,
             xmlXPathNewBoolean ((colon == NULL || uri != NULL) &&
                                 sch_functions_has (colon != NULL ? colon + 1 : text, uri)));
}

/*
 * sch_functions_register:
 * @context: a new context for expressions
 *
 * Adds the functions of XSLT and EXSLT.
 */
void
sch_functions_register (xmlXPathContext *context)
{
  static const struct
  {
    const char *name;
    xmlXPathFunction function;
  } functions[] = {
    { "current", function_current },
    { "document", function_document },
    { "key", function_key },
    { "generate-id", function_generate_id },
    { "format-number", sch_function_format_number },
    { "system-property", function_system_property },
    { "function-available", function_function_available },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    xmlXPathRegisterFunc (context, BAD_CAST functions[i].name, functions[i].function);
  sch_comparison_register (context);
  sch_exslt_register (context);
  sch_guard_register (context);
}

/*
 * sch_functions_has:
 * @name: local name of a function
 * @uri: (nullable): its namespace
 *
 * Returns: whether expressions may call it
 */
gboolean
sch_functions_has (const char *name, const char *uri)
{
  xmlXPathContext *context = xmlXPathNewContext (NULL);
  gboolean has;

  sch_functions_register (context);
  if (uri != NULL)
    has = xmlXPathFunctionLookupNS (context, BAD_CAST name, BAD_CAST uri) != NULL;
  else
    has = xmlXPathFunctionLookup (context, BAD_CAST name) != NULL;
  xmlXPathFreeContext (context);

  return has;
}

/*
 * sch_functions_takes:
 * @name: a function without a prefix
 * @n_arguments: of a call
 *
 * Returns: whether it may be called with so many arguments
 */
gboolean
sch_functions_takes (const char *name, guint n_arguments)
{
  static const struct
  {
    const char *name;
    guint least, most;
  } functions[] = {
    { "boolean", 1, 1 },
    { "ceiling", 1, 1 },
    { "concat", 2, G_MAXUINT },
    { "contains", 2, 2 },
    { "count", 1, 1 },
    { "current", 0, 0 },
    { "document", 1, 2 },
    { "false", 0, 0 },
    { "floor", 1, 1 },
    { "format-number", 2, 3 },
    { "function-available", 1, 1 },
    { "generate-id", 0, 1 },
    { "id", 1, 1 },
    { "key", 2, 2 },
    { "lang", 1, 1 },
    { "last", 0, 0 },
    { "local-name", 0, 1 },
    { "name", 0, 1 },
    { "namespace-uri", 0, 1 },
    { "normalize-space", 0, 1 },
    { "not", 1, 1 },
    { "number", 0, 1 },
    { "position", 0, 0 },
    { "round", 1, 1 },
    { "starts-with", 2, 2 },
    { "string", 0, 1 },
    { "string-length", 0, 1 },
    { "substring", 2, 3 },
    { "substring-after", 2, 2 },
    { "substring-before", 2, 2 },
    { "sum", 1, 1 },
    { "system-property", 1, 1 },
    { "translate", 3, 3 },
    { "true", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      return n_arguments >= functions[i].least && n_arguments <= functions[i].most;

  return TRUE;
}
