/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns.h"

#include <libxml/SAX2.h>

/* The column of elements, for which libxml2's tree has no place: it is kept in the private pointer
 * of each, and that of the document says so. */

static char mark;

/* Where the tag begins that the parser has just read; it is still in the parser's buffer. */
static const xmlChar *
find_tag (const xmlParserInput *input)
{
  const xmlChar *tag = input->cur;

  while (tag > input->base && *tag != '<')
    tag--;

  return *tag == '<' ? tag : NULL;
}

static guint
count_characters (const xmlChar *from, const xmlChar *to)
{
  guint n = 0;

  for (; from < to; from++)
    n += (*from & 0xc0) != 0x80;

  return n;
}

/* A tag in several lines is that of its first. The parser is at its end, so it is asked for what it
 * has counted only where both are in one. */
static void
note_place (xmlParserCtxt *parser, xmlNode *node)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *tag = find_tag (input);
  const xmlChar *line;
  guint n_lines = 0;

  if (tag == NULL)
    return;
  for (const xmlChar *p = tag; p < input->cur; p++)
    n_lines += *p == '\n';
  if (n_lines == 0)
    {
      guint length = count_characters (tag, input->cur);

      node->_private = GUINT_TO_POINTER ((guint) input->col > length ? input->col - length : 0);
      return;
    }

  for (line = tag; line > input->base && line[-1] != '\n'; line--)
    continue;
  if (line > input->base || input->line == (int) n_lines + 1)
    node->_private = GUINT_TO_POINTER (1 + count_characters (line, tag));
  if (input->line < G_MAXUINT16)
    node->line = (unsigned short) (input->line - (int) n_lines);
}

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = data;
  const xmlNode *parent = parser->node;

  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  if (parser->node == NULL || parser->node == parent || parser->input == NULL)
    return;

  parser->myDoc->_private = &mark;
  note_place (parser, parser->node);
}

/**
 * sch_columns_keep:
 * @parser: (type gpointer): a parser that has read nothing yet and builds a tree
 *
 * Lets the elements of the document keep the columns where their tags begin, so that findings can
 * tell them. A tag in several lines has the line where it begins, too. The document's nodes must
 * have no use of their own for their private pointers.
 */
void
sch_columns_keep (xmlParserCtxt *parser)
{
  parser->sax->startElementNs = on_start_element;
}

/*
 * sch_columns_get:
 * @node: a node
 *
 * Returns: the column, from 1, of an element's tag or of the tag in which an attribute stands; 0
 *   where it is not known
 */
guint
sch_columns_get (const xmlNode *node)
{
  if (node->type == XML_ATTRIBUTE_NODE)
    node = node->parent;
  if (node == NULL || node->type != XML_ELEMENT_NODE || node->doc == NULL ||
      node->doc->_private != &mark)
    return 0;

  return GPOINTER_TO_UINT (node->_private);
}
