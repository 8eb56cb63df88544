/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns.h"

#include <libxml/SAX2.h>

/* The column of elements, for which libxml2's tree has no place: it is kept in the private pointer
 * of each, and that of the document says so. */

static char mark;

/* The tag that the parser has just read, which is still in its buffer. */
typedef struct
{
  const xmlChar *start; /* NULL where it is not found */
  guint n_lines;        /* line ends in it */
  guint n_characters;   /* from its start to where the parser is */
} Tag;

/* Eight bytes at a time: those that do not begin with the bits 10 begin a character. */
static guint
count_characters (const xmlChar *from, const xmlChar *to)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint n = 0;
  guint64 bytes;

  for (; to - from >= 8; from += 8)
    {
      memcpy (&bytes, from, sizeof bytes);
      n += 8 - (guint) (((bytes >> 7 & ~bytes >> 6 & ones) * ones) >> 56);
    }
  for (; from < to; from++)
    n += (*from & 0xc0) != 0x80;

  return n;
}

static guint
count_lines (const xmlChar *from, const xmlChar *to)
{
  guint n = 0;

  while ((from = memchr (from, '\n', (gsize) (to - from))) != NULL)
    {
      n++;
      from++;
    }

  return n;
}

static Tag
find_tag (const xmlParserInput *input)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const xmlChar *start = input->cur;
  guint64 bytes;

  /* Eight bytes at a time while none of them is the one: less 1, that has a bit at its left. */
  for (; start - input->base >= 8; start -= 8)
    {
      memcpy (&bytes, start - 7, sizeof bytes);
      bytes ^= '<' * ones;
      if (((bytes - ones) & ~bytes & 0x80 * ones) != 0)
        break;
    }
  while (start > input->base && *start != '<')
    start--;
  if (*start != '<')
    return (Tag){ 0 };

  return (Tag){ start, count_lines (start, input->cur), count_characters (start, input->cur) };
}

/* Line and column in one pointer, where it has room for both. */
static gpointer
pack (guint line, guint column)
{
#if GLIB_SIZEOF_VOID_P >= 8
  return GSIZE_TO_POINTER ((gsize) line << 32 | column);
#else
  return GUINT_TO_POINTER (column);
#endif
}

/* A tag in several lines is that of its first. The parser is at its end, so it is asked for what it
 * has counted only where both are in one. Gives the column, 0 where it cannot be told. */
static guint
find_column (const xmlParserInput *input, const Tag *tag)
{
  const xmlChar *line = tag->start;

  if (tag->n_lines == 0)
    return (guint) input->col > tag->n_characters ? (guint) input->col - tag->n_characters : 0;
  while (line > input->base && line[-1] != '\n')
    line--;

  return line > input->base || input->line == (int) tag->n_lines + 1
             ? 1 + count_characters (line, tag->start)
             : 0;
}

/* Sets the line of a node, which the tree keeps up to 65535; gives it whole. */
static guint
set_line (xmlNode *node, const xmlParserInput *input, guint n_lines)
{
  const guint line = (guint) input->line - n_lines;

  if (line < G_MAXUINT16)
    node->line = (unsigned short) line;

  return line;
}

static void
note_place (xmlParserCtxt *parser, xmlNode *node, gboolean keeps)
{
  const xmlParserInput *input = parser->input;
  const Tag tag = find_tag (input);
  const guint line = set_line (node, input, tag.n_lines);

  if (!keeps)
    return;

  parser->myDoc->_private = &mark;
  node->_private = pack (line, tag.start != NULL ? find_column (input, &tag) : 0);
}

#define ELEMENT                                                                                    \
  void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,    \
      const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes

static void
start_element (ELEMENT, gboolean keeps)
{
  xmlParserCtxt *parser = data;
  const xmlNode *parent = parser->node;

  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  if (parser->node != NULL && parser->node != parent && parser->input != NULL)
    note_place (parser, parser->node, keeps);
}

static void
on_start_element (ELEMENT)
{
  start_element (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted,
                 attributes, TRUE);
}

static void
on_start_element_of_schema (ELEMENT)
{
  start_element (data, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted,
                 attributes, FALSE);
}

/**
 * sch_columns_keep:
 * @parser: (type gpointer): a parser that has read nothing yet and builds a tree
 *
 * Lets the elements of the document keep where their tags begin, line and column, so that findings
 * can tell it. The document's nodes must have no use of their own for their private pointers.
 */
void
sch_columns_keep (xmlParserCtxt *parser)
{
  parser->sax->startElementNs = on_start_element;
}

/*
 * sch_columns_mend_lines:
 * @parser: a parser that has read nothing yet and builds a tree
 *
 * Lets the elements have the line in which their tags begin and not that in which they end.
 */
void
sch_columns_mend_lines (xmlParserCtxt *parser)
{
  parser->sax->startElementNs = on_start_element_of_schema;
}

static const xmlNode *
element_of (const xmlNode *node)
{
  if (node->type == XML_ATTRIBUTE_NODE)
    node = node->parent;

  return node != NULL && node->type == XML_ELEMENT_NODE && node->doc != NULL &&
                 node->doc->_private == &mark
             ? node
             : NULL;
}

/*
 * sch_columns_get_line:
 * @node: a node
 *
 * Returns: the line in which it begins, from 1; 0 where it is not known
 */
guint
sch_columns_get_line (const xmlNode *node)
{
  const xmlNode *element = element_of (node);
  glong line = node->type == XML_DOCUMENT_NODE ? 1 : xmlGetLineNo (node);

#if GLIB_SIZEOF_VOID_P >= 8
  if (element != NULL && element->_private != NULL)
    return (guint) (GPOINTER_TO_SIZE (element->_private) >> 32);
#else
  (void) element;
#endif
  /* Of what is no element the tree has the line in which it ends. */
  if (line > 0 &&
      (node->type == XML_TEXT_NODE || node->type == XML_COMMENT_NODE ||
       node->type == XML_PI_NODE) &&
      node->content != NULL)
    line -= count_lines (node->content, node->content + xmlStrlen (node->content));

  return (guint) MAX (line, 0);
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
  const xmlNode *element = element_of (node);

  return element != NULL ? (guint) (GPOINTER_TO_SIZE (element->_private) & 0xffffffff) : 0;
}
