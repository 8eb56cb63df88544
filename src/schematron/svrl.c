/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

/* The report as SVRL, the standard's report language, and the paths that it speaks in. */

#define SVRL_NAMESPACE "http://purl.oclc.org/dsdl/svrl"

static const char *
find_prefix (SchSchema *schema, const xmlChar *uri)
{
  for (guint i = 0; schema != NULL && i < schema->namespaces->len; i++)
    {
      const SchNamespace *space = g_ptr_array_index (schema->namespaces, i);

      if (g_strcmp0 (space->uri, (const char *) uri) == 0)
        return space->prefix;
    }

  return NULL;
}

static gboolean
same_name (const xmlNode *a, const xmlNode *b)
{
  return a->type == b->type && xmlStrEqual (a->name, b->name) &&
         xmlStrEqual (a->ns != NULL ? a->ns->href : NULL, b->ns != NULL ? b->ns->href : NULL);
}

static guint
position_of (const xmlNode *node)
{
  guint position = 1;

  for (const xmlNode *other = node->prev; other != NULL; other = other->prev)
    if (node->type == XML_ELEMENT_NODE ? same_name (node, other) : node->type == other->type)
      position++;

  return position;
}

static char *
step_of (SchSchema *schema, const xmlNode *node)
{
  const xmlChar *uri = node->ns != NULL ? node->ns->href : NULL;
  const char *prefix = uri != NULL ? find_prefix (schema, uri) : NULL;
  const char *at = node->type == XML_ATTRIBUTE_NODE ? "@" : "";
  g_autofree char *name = NULL;

  if (uri == NULL)
    name = g_strdup_printf ("%s%s", at, node->name);
  else if (prefix != NULL)
    name = g_strdup_printf ("%s%s:%s", at, prefix, node->name);
  else
    name = g_strdup_printf ("%s*[local-name()='%s' and namespace-uri()='%s']", at, node->name, uri);

  return node->type == XML_ATTRIBUTE_NODE ? g_steal_pointer (&name)
                                          : g_strdup_printf ("%s[%u]", name, position_of (node));
}

/*
 * sch_node_get_place:
 * @node: a node that an expression gives
 *
 * A namespace node of libxml2 is no xmlNode, but a copy that lives only as long as its node-set and
 * points to the element on which it was asked for.
 *
 * Returns: the node, or of a namespace node its element
 */
xmlNode *
sch_node_get_place (xmlNode *node)
{
  return node->type == XML_NAMESPACE_DECL ? (xmlNode *) ((xmlNs *) node)->next : node;
}

/*
 * sch_node_get_path:
 * @schema: (nullable): the schema whose prefixes to use
 * @node: a node
 *
 * Returns: (transfer full): an XPath that leads to the node
 */
char *
sch_node_get_path (SchSchema *schema, const xmlNode *node)
{
  GString *path = g_string_new (NULL);

  for (; node != NULL && node->type != XML_DOCUMENT_NODE; node = node->parent)
    {
      g_autofree char *step = NULL;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        step = g_strdup_printf ("text()[%u]", position_of (node));
      else if (node->type == XML_COMMENT_NODE)
        step = g_strdup_printf ("comment()[%u]", position_of (node));
      else if (node->type == XML_PI_NODE)
        step = g_strdup_printf ("processing-instruction()[%u]", position_of (node));
      else
        step = step_of (schema, node);
      g_string_prepend (path, step);
      g_string_prepend_c (path, '/');
    }
  if (path->len == 0)
    g_string_append_c (path, '/');

  return g_string_free (path, FALSE);
}

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
}

static void
set (xmlNode *element, const char *name, const char *value)
{
  if (value != NULL)
    xmlNewProp (element, BAD_CAST name, BAD_CAST value);
}

static void
set_language (xmlNode *element, const char *language)
{
  if (language != NULL)
    xmlNodeSetLang (element, BAD_CAST language);
}

static void
add_text (xmlNode *parent, const char *text)
{
  xmlNewTextChild (parent, parent->ns, BAD_CAST "text", BAD_CAST text);
}

static void
add_answers (xmlNode *parent, const char *name, const char *attribute, GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const SchAnswer *answer = g_ptr_array_index (answers, i);
      xmlNode *element = add_element (parent, name);

      set (element, attribute, answer->id);
      set (element, "role", answer->role);
      set (element, "scheme", answer->scheme);
      add_text (element, answer->text);
      set_language (xmlGetLastChild (element), answer->language);
    }
}

static void
add_finding (xmlNode *root, const SchFinding *finding)
{
  xmlNode *element = add_element (root, finding->kind == SCH_FAILED_ASSERT ? "failed-assert"
                                                                           : "successful-report");

  set (element, "test", finding->test);
  set (element, "id", finding->id);
  set (element, "role", finding->role);
  set (element, "flag", finding->flag);
  set (element, "see", finding->see);
  set (element, "icon", finding->icon);
  set (element, "fpi", finding->fpi);
  set (element, "location", finding->path);
  add_answers (element, "diagnostic-reference", "diagnostic", finding->diagnostics);
  add_answers (element, "property-reference", "property", finding->properties);
  add_text (element, finding->message);
  set_language (xmlGetLastChild (element), finding->language);
}

static void
add_event (xmlNode *root, const SchEvent *event)
{
  xmlNode *element;

  if (event->pattern != NULL)
    {
      element = add_element (root, "active-pattern");
      set (element, "documents", event->document);
      set (element, "id", event->pattern->id);
      set (element, "name", event->pattern->name);
      set (element, "role", event->pattern->role);
    }
  else if (event->rule != NULL)
    {
      element = add_element (root, "fired-rule");
      set (element, "context", event->rule->context);
      set (element, "id", event->rule->id);
      set (element, "role", event->rule->role);
      set (element, "flag", event->rule->flag);
      set (element, "see", event->rule->see);
    }
  else if (event->finding != NULL)
    {
      add_finding (root, event->finding);
    }
}

/**
 * sch_report_to_svrl_doc:
 * @self: a report
 *
 * Returns: (skip) (transfer full): the report in the Schematron Validation Report Language
 */
xmlDoc *
sch_report_to_svrl_doc (SchReport *self)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewNode (NULL, BAD_CAST "schematron-output");

  xmlDocSetRootElement (doc, root);
  xmlSetNs (root, xmlNewNs (root, BAD_CAST SVRL_NAMESPACE, BAD_CAST "svrl"));
  set (root, "title", self->schema->title);
  set (root, "phase", self->phase);
  set (root, "schemaVersion", self->schema->version);
  for (guint i = 0; i < self->schema->texts->len; i++)
    add_text (root, g_ptr_array_index (self->schema->texts, i));
  for (guint i = 0; i < self->schema->namespaces->len; i++)
    {
      const SchNamespace *space = g_ptr_array_index (self->schema->namespaces, i);
      xmlNode *element = add_element (root, "ns-prefix-in-attribute-values");

      set (element, "prefix", space->prefix);
      set (element, "uri", space->uri);
    }
  for (guint i = 0; i < self->events->len; i++)
    add_event (root, &g_array_index (self->events, SchEvent, i));

  return doc;
}

/**
 * sch_report_to_svrl:
 * @self: a report
 *
 * Returns: (transfer full): the report in SVRL, as a file
 */
GBytes *
sch_report_to_svrl (SchReport *self)
{
  xmlDoc *doc = sch_report_to_svrl_doc (self);
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  bytes = g_bytes_new (text, length);
  xmlFree (text);
  xmlFreeDoc (doc);

  return bytes;
}
