/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

#include <libxml/parserInternals.h>

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

/* Positions are remembered, so that it is never far to a sibling whose position is known. */
static guint
position_of (const xmlNode *node, GHashTable *positions)
{
  gpointer known = positions != NULL ? g_hash_table_lookup (positions, node) : NULL;
  guint position = 1;

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  for (const xmlNode *other = node->prev; other != NULL && known == NULL; other = other->prev)
    if (node->type == XML_ELEMENT_NODE ? same_name (node, other) : node->type == other->type)
      {
        known = positions != NULL ? g_hash_table_lookup (positions, other) : NULL;
        position += known != NULL ? GPOINTER_TO_UINT (known) : 1;
      }
  if (positions != NULL)
    g_hash_table_insert (positions, (gpointer) node, GUINT_TO_POINTER (position));

  return position;
}

static char *
step_of (SchSchema *schema, const xmlNode *node, GHashTable *positions)
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
    {
      const char quote = strchr ((const char *) uri, '\'') != NULL ? '"' : '\'';

      name = g_strdup_printf ("%s*[local-name()='%s' and namespace-uri()=%c%s%c]", at, node->name,
                              quote, uri, quote);
    }

  return node->type == XML_ATTRIBUTE_NODE
             ? g_steal_pointer (&name)
             : g_strdup_printf ("%s[%u]", name, position_of (node, positions));
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
 * @positions: (nullable): node → its position, which is filled
 *
 * Returns: (transfer full): an XPath that leads to the node
 */
char *
sch_node_get_path (SchSchema *schema, const xmlNode *node, GHashTable *positions)
{
  GString *path = g_string_new (NULL);

  for (; node != NULL && node->type != XML_DOCUMENT_NODE; node = node->parent)
    {
      g_autofree char *step = NULL;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        step = g_strdup_printf ("text()[%u]", position_of (node, positions));
      else if (node->type == XML_COMMENT_NODE)
        step = g_strdup_printf ("comment()[%u]", position_of (node, positions));
      else if (node->type == XML_PI_NODE)
        step = g_strdup_printf ("processing-instruction()[%u]", position_of (node, positions));
      else
        step = step_of (schema, node, positions);
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

/* What expressions make may have characters that XML does not allow; U+FFFD stands for them. */
static char *
for_xml (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, IS_CHAR (c) ? c : 0xfffd);
    }

  return g_string_free (clean, FALSE);
}

static void
set (xmlNode *element, const char *name, const char *value)
{
  g_autofree char *clean = value != NULL ? for_xml (value) : NULL;

  if (clean != NULL)
    xmlNewProp (element, BAD_CAST name, BAD_CAST clean);
}

static void
set_language (xmlNode *element, const char *language)
{
  if (language != NULL)
    xmlNodeSetLang (element, BAD_CAST language);
}

static xmlNode *
add_text (xmlNode *parent, const char *text)
{
  g_autofree char *clean = for_xml (text);

  return xmlNewTextChild (parent, parent->ns, BAD_CAST "text", BAD_CAST clean);
}

static void
add_answers (xmlNode *parent, const char *name, const char *attribute, GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const SchAnswer *answer = g_ptr_array_index (answers, i);
      xmlNode *element = add_element (parent, name);

      set (element, attribute, answer->id);
      /* Only a property reference has these. */
      if (g_str_equal (attribute, "property"))
        {
          set (element, "role", answer->role);
          set (element, "scheme", answer->scheme);
        }
      set_language (add_text (element, answer->text), answer->language);
    }
}

static void
add_finding (xmlNode *root, const SchFinding *finding)
{
  xmlNode *element = add_element (root, finding->kind == SCH_FAILED_ASSERT ? "failed-assert"
                                                                           : "successful-report");
  xmlNode *text;

  set (element, "test", finding->test);
  set (element, "id", finding->id);
  set (element, "role", finding->role);
  set (element, "flag", finding->flag);
  set (element, "location", finding->path);
  add_answers (element, "diagnostic-reference", "diagnostic", finding->diagnostics);
  add_answers (element, "property-reference", "property", finding->properties);
  text = add_text (element, finding->message);
  set (text, "see", finding->see);
  set (text, "icon", finding->icon);
  set (text, "fpi", finding->fpi);
  set_language (text, finding->language);
}

/* SVRL has no word for what could not be evaluated. As a failed assertion it reads at least as what
 * it is not: valid. */
static void
add_error (xmlNode *root, const char *sentence)
{
  xmlNode *element = add_element (root, "failed-assert");

  set (element, "test", "false()");
  set (element, "role", "fatal");
  set (element, "flag", "not-evaluated");
  set (element, "location", "/");
  add_text (element, sentence);
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
  for (guint i = 0; i < self->errors->len; i++)
    add_error (root, g_ptr_array_index (self->errors, i));

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
