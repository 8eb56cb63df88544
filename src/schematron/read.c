/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns.h"
#include "schematron-private.h"

#include <glib/gi18n-lib.h>

#define LARGEST (256 * 1024 * 1024)
#define MOST_ATTRIBUTES 10000

static void
on_entity_declared (void *data,
                    const xmlChar *name,
                    int type,
                    const xmlChar *public_id,
                    const xmlChar *system_id,
                    xmlChar *content)
{
  xmlParserCtxt *parser = data;

  parser->_private = parser;
  xmlStopParser (parser);
}

/* Where a DTD outside is named, it could declare the entity, and libxml2 leaves out what it does
 * not know; an element would then read as empty that is not. Else the file is not well-formed. */
static xmlEntity *
on_entity_used (void *data, const xmlChar *name)
{
  xmlParserCtxt *parser = data;

  if (parser->hasExternalSubset || parser->hasPErefs)
    on_entity_declared (parser, name, 0, NULL, NULL, NULL);

  return NULL;
}

static void
on_unparsed_entity_declared (void *data,
                             const xmlChar *name,
                             const xmlChar *public_id,
                             const xmlChar *system_id,
                             const xmlChar *notation)
{
  on_entity_declared (data, name, 0, public_id, system_id, NULL);
}

/* Is there room for too many attributes between one < and the next? No tag has a < in it. */
static gboolean
has_long_tag (const char *data, gsize size)
{
  const char *end = data + size;

  while (end - data > MOST_ATTRIBUTES * 4)
    {
      const char *next = memchr (data + 1, '<', (gsize) (end - data) - 1);

      if (next == NULL || next - data > MOST_ATTRIBUTES * 4)
        return TRUE;
      data = next;
    }

  return FALSE;
}

/* libxml2 compares each attribute of an element with all others, so an element with a hundred
 * thousand takes a minute. */
static gboolean
has_too_many_attributes (const char *data, gsize size)
{
  gsize n = 0;
  char quote = '\0';
  gboolean in_tag = FALSE;

  if (!has_long_tag (data, size))
    return FALSE;
  for (gsize i = 0; i < size && n <= MOST_ATTRIBUTES; i++)
    {
      if (!in_tag)
        {
          in_tag = data[i] == '<' && i + 1 < size && strchr ("!?/", data[i + 1]) == NULL;
          n = 0;
        }
      else if (quote != '\0')
        quote = data[i] == quote ? '\0' : quote;
      else if (data[i] == '"' || data[i] == '\'')
        quote = data[i];
      else if (data[i] == '=')
        n++;
      else
        in_tag = data[i] != '>';
    }

  return n > MOST_ATTRIBUTES;
}

/**
 * sch_document_check_bounds:
 * @bytes: an XML document that is not parsed yet
 * @name: what messages call it
 * @error: return location for a #SchError
 *
 * Whether libxml2 can parse it in a time that its size explains.
 *
 * Returns: whether it may be parsed
 */
gboolean
sch_document_check_bounds (GBytes *bytes, const char *name, GError **error)
{
  if (g_bytes_get_size (bytes) > LARGEST)
    g_set_error (error, SCH_ERROR, SCH_ERROR_NOT_XML, _ ("%s: the file is larger than %d MiB."),
                 name, LARGEST / 1024 / 1024);
  else if (has_too_many_attributes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    g_set_error (error, SCH_ERROR, SCH_ERROR_LIMIT,
                 _ ("%s: an element has more than %d attributes."), name, MOST_ATTRIBUTES);
  else
    return TRUE;

  return FALSE;
}

/* Reads a document that nobody vouches for: no network, no DTD, no entities. Blanks are kept. */
static xmlDoc *
read_bytes (GBytes *bytes, const char *name, gboolean keeps_columns, GError **error)
{
  xmlParserCtxt *parser;
  xmlDoc *doc;

  if (!sch_document_check_bounds (bytes, name, error))
    return NULL;

  parser = xmlNewParserCtxt ();
  parser->sax->entityDecl = on_entity_declared;
  parser->sax->unparsedEntityDecl = on_unparsed_entity_declared;
  parser->sax->getEntity = on_entity_used;
  if (keeps_columns)
    sch_columns_keep (parser);
  else
    sch_columns_mend_lines (parser);
  /* For XPath a CDATA section is text like that around it, and one node with it. */
  doc = xmlCtxtReadMemory (parser, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes),
                           NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA |
                               XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (parser->_private != NULL)
    {
      g_set_error (error, SCH_ERROR, SCH_ERROR_NOT_XML,
                   _ ("%s: the file declares or uses an entity, which is not accepted."), name);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  else if (doc == NULL || !parser->nsWellFormed)
    {
      const xmlError *problem = xmlCtxtGetLastError (parser);
      g_autofree char *reason = g_strdup (problem != NULL ? problem->message : "");

      g_set_error (error, SCH_ERROR, SCH_ERROR_NOT_XML,
                   _ ("%s:%d: the file is no well-formed XML (%s)."), name,
                   problem != NULL ? problem->line : 0, g_strstrip (reason));
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  if (parser->myDoc != NULL && parser->myDoc != doc)
    xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);

  return doc;
}

/* Reads a schema, or a part of one. */
xmlDoc *
sch_read_schema (GBytes *bytes, const char *name, GError **error)
{
  return read_bytes (bytes, name, FALSE, error);
}

/* Reads a document that is checked, whose elements have columns. */
xmlDoc *
sch_read_document (GBytes *bytes, const char *name, GError **error)
{
  return read_bytes (bytes, name, TRUE, error);
}

/* Reads a file by one of the two. */
xmlDoc *
sch_read_file (GFile *file, SchRead read, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  xmlDoc *doc;

  bytes = g_file_load_bytes (file, NULL, NULL, &problem);
  if (bytes == NULL)
    {
      g_set_error (error, SCH_ERROR, SCH_ERROR_IO, _ ("%s: the file could not be read (%s)."), name,
                   problem->message);
      return NULL;
    }

  doc = read (bytes, name, error);
  if (doc != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      doc->URL = xmlStrdup (BAD_CAST uri);
    }

  return doc;
}
