/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <unistd.h>

/* A county of a hundred towns is a few MiB; what is larger than this is no plan. */
#define LARGEST (256 * 1024 * 1024)

G_DEFINE_QUARK (sd - plan - error - quark, sd_plan_error)

/**
 * sd_file_get_name:
 * @file: a file
 *
 * Returns: (transfer full): how messages name the file: its path, or else its URI
 */
char *
sd_file_get_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

/* Entities are how XML files bomb programs and read other files; a plan has no use for them. */
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

static xmlDoc *
parse (GBytes *bytes, const char *name, GError **error)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlDoc *doc;

  parser->sax->entityDecl = on_entity_declared;
  doc = xmlCtxtReadMemory (
      parser, g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), name, NULL,
      XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

  if (parser->_private != NULL)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
                   _ ("%s:%d: the file declares an entity, which is not accepted; expected a file "
                      "without a DOCTYPE."),
                   name, parser->input != NULL ? parser->input->line : 0);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  else if (doc == NULL)
    {
      const xmlError *problem = xmlCtxtGetLastError (parser);
      g_autofree char *reason = g_strdup (problem != NULL ? problem->message : "");

      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
                   _ ("%s:%d: the file is no well-formed XML (%s)."), name,
                   problem != NULL ? problem->line : 0, g_strstrip (reason));
    }
  if (parser->myDoc != doc)
    xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);

  return doc;
}

/**
 * sd_xml_read_bytes:
 * @bytes: an XML document
 * @name: what messages call it
 * @error: return location for a #SdPlanError
 *
 * Parses a document from outside: without network, with no DTD loaded and no entities.
 *
 * Returns: (skip) (transfer full): the document, with the lines of its nodes
 */
xmlDoc *
sd_xml_read_bytes (GBytes *bytes, const char *name, GError **error)
{
  if (g_bytes_get_size (bytes) > LARGEST)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
                   _ ("%s: the file is larger than %d MiB, so it is no plan."), name,
                   LARGEST / 1024 / 1024);
      return NULL;
    }

  return parse (bytes, name, error);
}

/**
 * sd_xml_read_file:
 * @file: an XML file
 * @cancellable: (nullable): to stop reading
 * @error: return location for a #SdPlanError
 *
 * See sd_xml_read_bytes().
 *
 * Returns: (skip) (transfer full): the document, with the lines of its nodes
 */
xmlDoc *
sd_xml_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = sd_file_get_name (file);

  bytes = g_file_load_bytes (file, cancellable, NULL, &problem);
  if (bytes == NULL)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
                   _ ("%s: the file could not be read (%s)."), name, problem->message);
      return NULL;
    }

  return sd_xml_read_bytes (bytes, name, error);
}

/**
 * sd_xml_to_bytes:
 * @doc: a document
 *
 * Returns: (skip) (transfer full): the document as UTF-8, indented by two blanks a level
 */
GBytes *
sd_xml_to_bytes (xmlDoc *doc)
{
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  bytes = g_bytes_new (text, length);
  xmlFree (text);

  return bytes;
}

/**
 * sd_file_replace:
 * @file: the file to write
 * @bytes: what it is to hold
 * @cancellable: (nullable): to stop before writing
 * @error: return location for a #SdPlanError
 *
 * Writes a file so that it is either the old one or the new one, whatever happens: into a temporary
 * file beside it, onto the disk, and renamed.
 *
 * Returns: whether it was written
 */
gboolean
sd_file_replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = sd_file_get_name (file);
  g_autofree char *path = g_file_get_path (file);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean written;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (path != NULL)
    written = g_file_set_contents_full (
        path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
        0644, &problem);
  else
    written = g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       cancellable, &problem);
  if (!written)
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
                 _ ("%s: the file could not be written (%s); what was there is as it was."), name,
                 problem->message);

  return written;
}
