/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "markup-private.h"

#include "writer.h"

#include <glib/gi18n-lib.h>

/* Paragraphs `p` of text and `field`, kept as XML text without namespace declarations. */

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST SD_PLAN_NAMESPACE) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static void
append_escaped (GString *markup, const xmlChar *text)
{
  g_autofree char *escaped = g_markup_escape_text ((const char *) text, -1);

  g_string_append (markup, escaped);
}

static void
append_attribute (GString *markup, const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);

  if (value == NULL)
    return;
  g_string_append_printf (markup, " %s=\"", name);
  append_escaped (markup, value);
  g_string_append_c (markup, '"');
  xmlFree (value);
}

static gboolean
append_inline (GString *markup, const xmlNode *node, const xmlNode **place, char **problem)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      append_escaped (markup, node->content);
      return TRUE;
    }
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
    return TRUE;

  *place = node;
  if (!is_element (node, "field"))
    *problem = g_strdup_printf (_ ("p may not contain %s; expected text and field."), node->name);
  else if (!xmlHasProp (node, BAD_CAST "ref"))
    *problem = g_strdup (_ ("field lacks ref, which it must have."));
  else if (node->children != NULL)
    *problem = g_strdup (_ ("field may not contain anything."));
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
  g_string_append (markup, "<p>");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (!append_inline (markup, child, place, problem))
      return FALSE;
  g_string_append (markup, "</p>");

  return TRUE;
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

  *problem = NULL;
  *place = element;
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    {
      if (is_element (node, "p"))
        {
          if (!append_paragraph (markup, node, place, problem))
            return NULL;
        }
      else if (node->type == XML_ELEMENT_NODE ||
               (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node)))
        {
          *place = node;
          *problem = g_strdup_printf (_ ("%s may not contain %s; expected paragraphs p."),
                                      element->name, node->name);
          return NULL;
        }
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}
