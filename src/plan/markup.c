/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "markup-private.h"

#include "writer.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

/* Paragraphs `p` of text and `field`, kept as XML text without namespace declarations. */

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SD_PLAN_NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

/* So that it reads back as the same characters: a parser turns a bare carriage return into a line
 * feed, and in an attribute both and a tab into a blank. */
static void
append_escaped (GString *markup, const char *text, gboolean in_attribute)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (markup, "&amp;");
        break;
      case '<':
        g_string_append (markup, "&lt;");
        break;
      case '>':
        g_string_append (markup, "&gt;");
        break;
      case '"':
        g_string_append (markup, in_attribute ? "&quot;" : "\"");
        break;
      case '\r':
        g_string_append (markup, "&#13;");
        break;
      case '\n':
      case '\t':
        if (in_attribute)
          g_string_append_printf (markup, "&#%d;", *p);
        else
          g_string_append_c (markup, *p);
        break;
      default:
        g_string_append_c (markup, *p);
      }
}

static void
append_attribute (GString *markup, const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);

  if (value == NULL)
    return;

  g_string_append_printf (markup, " %s=\"", name);
  append_escaped (markup, (const char *) value, TRUE);
  g_string_append_c (markup, '"');
  xmlFree (value);
}

static char *
find_unknown_attribute (const xmlNode *node, gboolean is_field)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (!is_field || attribute->ns != NULL ||
        (!xmlStrEqual (attribute->name, BAD_CAST "ref") &&
         !xmlStrEqual (attribute->name, BAD_CAST "format")))
      return g_strdup_printf (_ ("%s has no attribute %s; expected %s."), node->name,
                              attribute->name, is_field ? "ref, format" : _ ("no attribute"));

  return NULL;
}

static char *
check_field (const xmlNode *node)
{
  xmlChar *ref = xmlGetNoNsProp (node, BAD_CAST "ref");
  gboolean refers = ref != NULL && *ref != '\0';

  xmlFree (ref);
  if (!is_element (node, "field"))
    return g_strdup_printf (_ ("p may not contain %s; expected text and field."), node->name);
  if (!refers)
    return g_strdup (_ ("field lacks ref, which it must have."));
  if (node->children != NULL)
    return g_strdup (_ ("field may not contain anything."));

  return find_unknown_attribute (node, TRUE);
}

static gboolean
append_inline (GString *markup, const xmlNode *node, const xmlNode **place, char **problem)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      append_escaped (markup, (const char *) node->content, FALSE);
      return TRUE;
    }
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
    return TRUE;

  *place = node;
  *problem = check_field (node);
  if (*problem != NULL)
    return FALSE;

  g_string_append (markup, "<field");
  append_attribute (markup, node, "ref");
  append_attribute (markup, node, "format");
  g_string_append (markup, "/>");
  return TRUE;
}

static gboolean
append_paragraph (GString *markup, const xmlNode *node, const xmlNode **place, char **problem)
{
  *place = node;
  *problem = find_unknown_attribute (node, FALSE);
  if (*problem != NULL)
    return FALSE;

  g_string_append (markup, "<p>");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (!append_inline (markup, child, place, problem))
      return FALSE;
  g_string_append (markup, "</p>");

  return TRUE;
}

static gboolean
says_nothing (const xmlNode *node)
{
  return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE || xmlIsBlankNode (node);
}

/*
 * sd_markup_from_node:
 * @element: an element that holds paragraphs
 * @place: (out): on failure, the node that is at fault
 * @problem: (out) (transfer full): on failure, a sentence
 *
 * Returns: (transfer full) (nullable): the paragraphs as XML text; the same paragraphs give the
 *   same text, however the file was indented
 */
char *
sd_markup_from_node (const xmlNode *element, const xmlNode **place, char **problem)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  *place = element;
  *problem = find_unknown_attribute (element, FALSE);
  if (*problem != NULL)
    return NULL;
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    {
      if (says_nothing (node))
        continue;
      if (is_element (node, "p"))
        {
          if (!append_paragraph (markup, node, place, problem))
            return NULL;
          continue;
        }
      *place = node;
      *problem = g_strdup_printf (_ ("%s may not contain %s; expected paragraphs p."),
                                  element->name, node->name);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static xmlDoc *
parse (const char *markup)
{
  g_autofree char *wrapped = NULL;

  wrapped = g_strconcat ("<body xmlns=\"" SD_PLAN_NAMESPACE "\">", markup, "</body>", NULL);
  return xmlReadMemory (wrapped, (int) strlen (wrapped), NULL, NULL, OPTIONS);
}

/*
 * sd_markup_normalize:
 * @markup: paragraphs as XML text, from a user or a file
 *
 * Returns: (transfer full) (nullable): the same paragraphs as sd_markup_from_node() writes them, or
 *   %NULL if they are none
 */
char *
sd_markup_normalize (const char *markup)
{
  g_autoptr (xmlDoc) doc = parse (markup);
  g_autofree char *problem = NULL;
  const xmlNode *place;

  return doc != NULL ? sd_markup_from_node (xmlDocGetRootElement (doc), &place, &problem) : NULL;
}

static void
take_namespace (xmlNode *node, xmlNs *ns)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        node->ns = ns;
        take_namespace (node->children, ns);
      }
}

/* libxml2 indents an element that holds elements only, and in a paragraph blanks count. */
static void
keep_blanks (xmlNode *paragraph)
{
  gboolean has_text = FALSE;

  for (const xmlNode *node = paragraph->children; node != NULL; node = node->next)
    has_text |= node->type == XML_TEXT_NODE;
  if (!has_text && paragraph->children != NULL)
    xmlAddChild (paragraph, xmlNewDocText (paragraph->doc, BAD_CAST ""));
}

/*
 * sd_markup_to_nodes:
 * @markup: paragraphs as XML text
 * @element: the element that is to hold them
 *
 * Adds the paragraphs to the element. What is no paragraphs, because someone wrote to a register by
 * other means, becomes the text of one.
 */
void
sd_markup_to_nodes (const char *markup, xmlNode *element)
{
  g_autofree char *normal = sd_markup_normalize (markup);
  g_autofree char *wrapped = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (normal == NULL)
    {
      xmlNodeAddContent (xmlNewChild (element, element->ns, BAD_CAST "p", NULL), BAD_CAST markup);
      return;
    }

  wrapped = g_strconcat ("<body>", normal, "</body>", NULL);
  doc = xmlReadMemory (wrapped, (int) strlen (wrapped), NULL, NULL, OPTIONS);
  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    xmlAddChild (element, xmlDocCopyNode (node, element->doc, 1));
  take_namespace (element->children, element->ns);
  for (xmlNode *node = element->children; node != NULL; node = node->next)
    keep_blanks (node);
}
