/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

static const struct
{
  const char *name;
  const char *uri;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
};

static void
start_root (xmlTextWriter *writer, const char *element)
{
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  sd_odf_start (writer, element, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    xmlTextWriterWriteAttribute (writer, BAD_CAST namespaces[i].name, BAD_CAST namespaces[i].uri);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "office:version", BAD_CAST SD_ODF_VERSION);
}

static void
write_user_defined (xmlTextWriter *writer, const char *name, const char *type, const char *value)
{
  if (value == NULL)
    return;
  sd_odf_start (writer, "meta:user-defined", "meta:name", name, "meta:value-type", type, NULL);
  sd_odf_string (writer, value);
  sd_odf_end (writer);
}

/* Dates come from the plan and never from the clock. */
static void
write_meta (SdBlocks *blocks, xmlTextWriter *writer)
{
  const SdBlocksMeta *meta = sd_blocks_get_meta (blocks);
  g_autofree char *time = NULL;

  if (meta->date != NULL)
    time = g_strconcat (meta->date, "T00:00:00", NULL);
  sd_odf_start (writer, "office:meta", NULL);
  sd_odf_element (writer, "meta:generator", "Sanding/" SD_VERSION);
  sd_odf_element (writer, "dc:title", meta->title);
  sd_odf_element (writer, "dc:subject", meta->subject);
  for (guint i = 0; meta->keywords != NULL && meta->keywords[i] != NULL; i++)
    sd_odf_element (writer, "meta:keyword", meta->keywords[i]);
  sd_odf_element (writer, "dc:creator", meta->issuer);
  sd_odf_element (writer, "meta:creation-date", time);
  sd_odf_element (writer, "dc:date", time);
  sd_odf_element (writer, "dc:language", meta->language);
  write_user_defined (writer, "发文字号", "string", meta->number);
  write_user_defined (writer, "成文日期", "date", meta->date);
  sd_odf_end (writer);
}

/* The body was written beforehand, since it decides which styles there are; its XML declaration,
 * which tells the writer the encoding, stays behind. */
static void
write_body_element (SdOdf *odf, xmlTextWriter *writer, xmlBuffer *body)
{
  const char *content = (const char *) xmlBufferContent (body);

  sd_odf_start (writer, "office:body", NULL);
  sd_odf_start (writer, odf->sheets ? "office:spreadsheet" : "office:text", NULL);
  xmlTextWriterWriteRaw (writer, BAD_CAST (strstr (content, "?>") + 2));
  sd_odf_end (writer);
  sd_odf_end (writer);
}

static void
write_flat (SdOdf *odf, xmlBuffer *body, xmlTextWriter *writer)
{
  start_root (writer, "office:document");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "office:mimetype", BAD_CAST SD_ODF_TEXT);
  write_meta (odf->blocks, writer);
  sd_odf_styles_write_fonts (odf->styles, writer);
  sd_odf_styles_write_named (odf->styles, writer);
  sd_odf_start (writer, "office:automatic-styles", NULL);
  sd_odf_page_write_layouts (odf->page, writer);
  sd_odf_styles_write_automatic (odf->styles, writer);
  sd_odf_end (writer);
  sd_odf_page_write_masters (odf->page, writer);
  write_body_element (odf, writer, body);
}

static void
write_content (SdOdf *odf, xmlBuffer *body, xmlTextWriter *writer)
{
  start_root (writer, "office:document-content");
  sd_odf_styles_write_fonts (odf->styles, writer);
  sd_odf_start (writer, "office:automatic-styles", NULL);
  sd_odf_styles_write_automatic (odf->styles, writer);
  sd_odf_end (writer);
  write_body_element (odf, writer, body);
}

static void
write_styles (SdOdf *odf, xmlBuffer *body, xmlTextWriter *writer)
{
  start_root (writer, "office:document-styles");
  sd_odf_styles_write_fonts (odf->styles, writer);
  sd_odf_styles_write_named (odf->styles, writer);
  sd_odf_start (writer, "office:automatic-styles", NULL);
  if (odf->sheets)
    sd_odf_page_write_sheet_layouts (odf->page, writer);
  else
    sd_odf_page_write_layouts (odf->page, writer);
  sd_odf_end (writer);
  if (odf->sheets)
    sd_odf_page_write_sheet_masters (odf->page, writer);
  else
    sd_odf_page_write_masters (odf->page, writer);
}

static void
write_meta_part (SdOdf *odf, xmlBuffer *body, xmlTextWriter *writer)
{
  start_root (writer, "office:document-meta");
  write_meta (odf->blocks, writer);
}

typedef void (*WriteFunc) (SdOdf *odf, xmlBuffer *body, xmlTextWriter *writer);

static GBytes *
make_part (SdOdf *odf, xmlBuffer *body, WriteFunc write)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (buffer, 0);

  write (odf, body, writer);
  xmlTextWriterEndDocument (writer);
  g_clear_pointer (&writer, xmlFreeTextWriter);

  return g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
}

static GBytes *
make_package (SdOdf *odf, xmlBuffer *body, GError **error)
{
  static const struct
  {
    const char *name;
    WriteFunc write;
  } files[] = {
    { "content.xml", write_content },
    { "styles.xml", write_styles },
    { "meta.xml", write_meta_part },
  };
  g_autoptr (GPtrArray) parts = NULL;

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_odf_part_free);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = make_part (odf, body, files[i].write);

      g_ptr_array_add (parts, sd_odf_part_new (files[i].name, "text/xml", bytes));
    }
  if (!sd_odf_add_pictures (odf, parts, error))
    return NULL;

  return sd_odf_zip (odf->sheets ? SD_ODF_SPREADSHEET : SD_ODF_TEXT, parts, error);
}

static GBytes *
write_document (SdOdf *odf, GError **error)
{
  g_autoptr (xmlBuffer) body = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (body, 0);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  g_autoptr (GPtrArray) drawing = NULL;
  g_autoptr (SdOdfStyles) styles = NULL;

  odf->page = sd_blocks_get_page_style (odf->blocks);
  styles = sd_odf_styles_new (odf->page, sd_blocks_get_meta (odf->blocks)->language, odf->sheets);
  odf->styles = styles;
  odf->writer = writer;
  odf->pictures = pictures;
  if (!odf->flat && !odf->sheets)
    drawing = sd_odf_draw_pictures (odf);
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  if (!(odf->sheets ? sd_odf_write_sheets (odf, error) : sd_odf_write_body (odf, error)))
    return NULL;
  g_clear_pointer (&writer, xmlFreeTextWriter); /* it writes what it still holds */

  return odf->flat ? make_part (odf, body, write_flat) : make_package (odf, body, error);
}

/**
 * sd_odt_write:
 * @blocks: a document
 * @format: which form
 * @cancellable: (nullable): to stop between the blocks
 * @error: return location for a #SdDocumentError
 *
 * Writes a document as OpenDocument text 1.3, on the page of GB/T 9704-2012 or whichever its page
 * style describes. The same blocks give the same bytes.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
sd_odt_write (SdBlocks *blocks, SdOdfFormat format, GCancellable *cancellable, GError **error)
{
  SdOdf odf = { .blocks = blocks, .cancellable = cancellable, .flat = format == SD_ODF_FODT };

  return write_document (&odf, error);
}

/**
 * sd_ods_write:
 * @blocks: a document with a table at least
 * @cancellable: (nullable): to stop between the tables
 * @error: return location for a #SdDocumentError
 *
 * Writes the tables of a document as an OpenDocument spreadsheet 1.3, a sheet each. Numbers are
 * numbers, totals formulas that give what the document prints. The same blocks give the same bytes.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
sd_ods_write (SdBlocks *blocks, GCancellable *cancellable, GError **error)
{
  SdOdf odf = { .blocks = blocks, .cancellable = cancellable, .sheets = TRUE };

  return write_document (&odf, error);
}
