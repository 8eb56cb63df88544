/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml.h"

#include "xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* A county of a hundred towns is a few MiB; what is larger than this is no plan. */
#define PIECE (256 * 1024)

#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |                 \
   XML_PARSE_NOWARNING)

GQuark
sd_plan_error_quark (void)
{
  return g_quark_from_static_string ("sd-plan-error-quark");
}

/* What went wrong first; what is reported later is often its consequence. */
typedef struct
{
  gboolean declares;
  int code;
  int line;
} Trouble;

static void
refuse_declaration (xmlParserCtxt *parser)
{
  Trouble *trouble = parser->_private;

  if (!trouble->declares)
    trouble->line = parser->input != NULL ? parser->input->line : 0;
  trouble->declares = TRUE;
  xmlStopParser (parser);
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
  refuse_declaration (data);
}

/* One that a DTD outside would have to declare is left out by libxml2 without a word. */
static xmlEntity *
on_entity_used (void *data, const xmlChar *name)
{
  xmlParserCtxt *parser = data;

  if (parser->hasExternalSubset || parser->hasPErefs)
    refuse_declaration (parser);

  return NULL;
}

static void
on_unparsed_entity_declared (void *data,
                             const xmlChar *name,
                             const xmlChar *public_id,
                             const xmlChar *system_id,
                             const xmlChar *notation)
{
  refuse_declaration (data);
}

/* The default of an attribute multiplies as an entity does: once for each element. */
static void
on_attribute_declared (void *data,
                       const xmlChar *element,
                       const xmlChar *name,
                       int type,
                       int default_type,
                       const xmlChar *default_value,
                       xmlEnumeration *tree)
{
  xmlFreeEnumeration (tree);
  refuse_declaration (data);
}

static void
on_error (void *data, xmlError *error)
{
  xmlParserCtxt *parser = data;
  Trouble *trouble = parser->_private;

  if (trouble->code != XML_ERR_OK || trouble->declares || error->level < XML_ERR_ERROR)
    return;

  trouble->code = error->code;
  trouble->line = error->line;
}

static void
set_error (const Trouble *trouble, const char *name, GError **error)
{
  if (trouble->declares)
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
                 _ ("%s:%d: the DOCTYPE declares an entity or an attribute, which is not "
                    "accepted; expected a file without a DOCTYPE."),
                 name, trouble->line);
  else
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
                 _ ("%s:%d: the file is no well-formed XML: %s."), name, trouble->line,
                 sd_xml_error_to_text (trouble->code));
}

/* A file from an old office program is in GBK and does not say so; its first character that is no
 * UTF-8 is then called a bad one. */
static void
look_at_encoding (Trouble *trouble, const char *data, gsize size)
{
  const char *end;

  if (trouble->code == XML_ERR_INVALID_CHAR && !g_utf8_validate_len (data, size, &end) &&
      *end != '\0')
    trouble->code = XML_ERR_INVALID_ENCODING;
}

static xmlDoc *
parse (const char *data, gsize size, const char *name, SdXmlPrepare prepare, GError **error)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  Trouble trouble = { 0 };
  xmlDoc *doc;

  parser->_private = &trouble;
  parser->sax->entityDecl = on_entity_declared;
  parser->sax->getEntity = on_entity_used;
  parser->sax->unparsedEntityDecl = on_unparsed_entity_declared;
  parser->sax->attributeDecl = on_attribute_declared;
  parser->sax->serror = on_error;
  if (prepare != NULL)
    prepare (parser);
  doc = xmlCtxtReadMemory (parser, data, (int) size, NULL, NULL, OPTIONS);
  if (trouble.declares || !parser->nsWellFormed)
    g_clear_pointer (&doc, xmlFreeDoc);
  look_at_encoding (&trouble, data, size);
  if (doc == NULL)
    set_error (&trouble, name, error);
  xmlFreeParserCtxt (parser);

  return doc;
}

static void
set_too_large (const char *name, GError **error)
{
  g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML,
               _ ("%s: the file is larger than %d MiB, so it is no plan."), name,
               SD_XML_LARGEST / 1024 / 1024);
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
  return sd_xml_read_bytes_with (bytes, name, NULL, error);
}

/**
 * sd_xml_read_bytes_with:
 * @bytes: an XML document
 * @name: what messages call it
 * @prepare: (nullable) (scope call): what is done with the parser before it reads
 * @error: return location for a #SdPlanError
 *
 * See sd_xml_read_bytes().
 *
 * Returns: (skip) (transfer full): the document, with the lines of its nodes
 */
xmlDoc *
sd_xml_read_bytes_with (GBytes *bytes, const char *name, SdXmlPrepare prepare, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > SD_XML_LARGEST)
    {
      set_too_large (name, error);
      return NULL;
    }
  if (size == 0)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML, _ ("%s: the file is empty."), name);
      return NULL;
    }

  return parse (data, size, name, prepare, error);
}

/**
 * sd_xml_load_stream:
 * @stream: where to read from
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error
 *
 * Reads no more than a plan can be, however much there is: it may be a device.
 *
 * Returns: (transfer full): what was read, which is more than %SD_XML_LARGEST where it was cut off
 */
GBytes *
sd_xml_load_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);

  while (data->len <= SD_XML_LARGEST)
    {
      gssize n = g_input_stream_read (stream, piece, PIECE, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (data, piece, (guint) n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/* What went wrong, without the name, which stands before it. */
static const char *
explain (const GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("there is no such file");
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("it is a folder");
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you may not read it");

  return problem->message;
}

static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream != NULL ? sd_xml_load_stream (G_INPUT_STREAM (stream), cancellable, error) : NULL;
}

/**
 * sd_xml_read_file:
 * @file: an XML file
 * @cancellable: (nullable): to stop reading
 * @error: return location for a #SdPlanError, or %G_IO_ERROR_CANCELLED
 *
 * See sd_xml_read_bytes().
 *
 * Returns: (skip) (transfer full): the document, with the lines of its nodes
 */
xmlDoc *
sd_xml_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (GBytes) bytes = sd_xml_load_file (file, name, cancellable, error);
  xmlDoc *doc;

  doc = bytes != NULL ? sd_xml_read_bytes (bytes, name, error) : NULL;
  if (doc != NULL)
    sd_xml_set_file (doc, file);

  return doc;
}

/**
 * sd_xml_set_file:
 * @doc: (type gpointer): a document
 * @file: where it is from
 *
 * Says what references in the document are relative to.
 */
void
sd_xml_set_file (xmlDoc *doc, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  xmlFree ((xmlChar *) doc->URL);
  doc->URL = xmlStrdup (BAD_CAST uri);
}

/**
 * sd_xml_load_file:
 * @file: an XML file
 * @name: how messages name it
 * @cancellable: (nullable): to stop reading
 * @error: return location for a #SdPlanError, or %G_IO_ERROR_CANCELLED
 *
 * Loads what sd_xml_read_bytes() would take, and no more.
 *
 * Returns: (transfer full): what the file holds
 */
GBytes *
sd_xml_load_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;

  bytes = read_file (file, cancellable, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (bytes == NULL)
    {
      g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
                   _ ("%s: the file could not be read (%s)."), name, explain (problem));
      return NULL;
    }

  return g_steal_pointer (&bytes);
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
