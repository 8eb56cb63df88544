/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "plan/data-dir.h"

#include <libxml/relaxng.h>
#include <libxml/xpathInternals.h>

/* The identifier of the unit of a number, offices first. */
char *
unit_id (guint number)
{
  return g_strdup_printf ("00000000-0000-4000-8000-1%011u", number);
}

static void
append_units (GString *xml, const PlanSpec *spec)
{
  for (guint i = 0; i < spec->n_offices + spec->n_centers; i++)
    {
      gboolean office = i < spec->n_offices;
      g_autofree char *id = unit_id (i);

      g_string_append_printf (xml, "<unit id=\"%s\" name=\"第%u%s\" kind=\"%s\" stage=\"proposed\">",
                              id, i + 1, office ? "办公室" : "中心", office ? "office" : "center");
      if (i == 1)
        g_string_append (xml, "<plaque id=\"00000000-0000-4000-8000-200000000001\" name=\"甲牌\"/>"
                              "<plaque id=\"00000000-0000-4000-8000-200000000002\" name=\"乙牌\"/>");
      g_string_append_printf (
          xml, "<quota id=\"00000000-0000-4000-8000-3%011u\" type=\"%s\" approved=\"%u\"/></unit>",
          i, office ? "administrative" : "institutional", i + 2);
    }
}

static void
append_powers (GString *xml, const PlanSpec *spec)
{
  for (guint i = 0; i < spec->n_powers; i++)
    g_string_append_printf (xml,
                            "<power id=\"00000000-0000-4000-8000-4%011u\" name=\"第%u项\" "
                            "field=\"market\" kind=\"penalty\" state=\"proposed\"/>",
                            i, i + 1);
}

SdCounty *
load_xml (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "test.xml", &error);
  SdCounty *county;

  g_assert_no_error (error);
  county = sd_county_read_doc (doc, NULL, "test.xml", &error);
  g_assert_no_error (error);

  return county;
}

SdCounty *
load_plan (const PlanSpec *spec)
{
  g_autoptr (GString) xml = g_string_new (NULL);

  g_string_append_printf (
      xml,
      "<plan xmlns=\"urn:sanding:plan:1\" id=\"" PLAN_ID "\" status=\"drafted\" "
      "town=\"00000000-0000-4000-8000-000000000003\" title=\"%s\" %s>"
      "<county id=\"00000000-0000-4000-8000-000000000002\" name=\"东县\"/>"
      "<town id=\"00000000-0000-4000-8000-000000000003\" name=\"西镇\" kind=\"town\"/>",
      spec->title != NULL ? spec->title : "西镇改革方案", spec->header != NULL ? spec->header : "");
  append_units (xml, spec);
  append_powers (xml, spec);
  if (spec->sections != NULL)
    g_string_append (xml, spec->sections);
  g_string_append (xml, "</plan>");

  return load_xml (xml->str);
}

SdBlocks *
build_blocks (SdCounty *county)
{
  g_autoptr (GError) error = NULL;
  SdBlocks *blocks = sd_document_build ("plan", county, PLAN_ID, NULL, &error);

  g_assert_no_error (error);
  return blocks;
}

xmlDoc *
export_fodt (SdCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sd_document_export ("plan", county, PLAN_ID, NULL, "fodt", NULL,
                                                 &error);
  xmlDoc *doc;

  g_assert_no_error (error);
  doc = sd_xml_read_bytes (bytes, "test.fodt", &error);
  g_assert_no_error (error);

  return doc;
}

static SdPageStyle *
load_style (void)
{
  g_autoptr (GFile) folder = sd_data_dir_get ("documents");
  g_autoptr (GFile) file = g_file_get_child (folder, "gbt9704.xml");
  g_autoptr (GError) error = NULL;
  SdPageStyle *style = sd_page_style_load (file, &error);

  g_assert_no_error (error);
  return style;
}

/* Blocks as a template might have made them, of a plan with three offices. */
SdBlocks *
read_blocks (const char *text, GError **error)
{
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 3 });
  g_autoptr (SdPageStyle) style = load_style ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "blocks.xml", error);

  g_assert_nonnull (doc);
  return sd_blocks_new_from_doc (doc, "test.xsl", county, PLAN_ID, style, error);
}

void
put_picture (SdBlocks *blocks, const char *source)
{
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 3 });
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPlanPicture) picture = sd_plan_picture_new (source, county, PLAN_ID, &error);

  g_assert_no_error (error);
  sd_blocks_put_picture (blocks, source, picture);
}

static xmlXPathObject *
evaluate (xmlDoc *doc, const char *path)
{
  static const struct
  {
    const char *prefix;
    const char *uri;
  } namespaces[] = {
    { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
    { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "plan", "urn:sanding:plan:1" },
    { "findings", "urn:sanding:findings:1" },
    { "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
  };
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *result;

  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    xmlXPathRegisterNs (context, BAD_CAST namespaces[i].prefix, BAD_CAST namespaces[i].uri);
  result = xmlXPathEvalExpression (BAD_CAST path, context);
  xmlXPathFreeContext (context);
  g_assert_nonnull (result);

  return result;
}

guint
count_nodes (xmlDoc *doc, const char *path)
{
  xmlXPathObject *result = evaluate (doc, path);
  guint count;

  g_assert_cmpint (result->type, ==, XPATH_NODESET);
  count = result->nodesetval != NULL ? (guint) result->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (result);

  return count;
}

char *
string_value (xmlDoc *doc, const char *path)
{
  xmlXPathObject *result = evaluate (doc, path);
  xmlChar *text = xmlXPathCastToString (result);
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  xmlXPathFreeObject (result);
  return copy;
}

/* The schema of text documents is large, so it is read once. */
static xmlRelaxNG *
get_schema (const char *name)
{
  static GHashTable *schemas = NULL;
  const char *shared = g_getenv ("SANDING_SHARED_DIR");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "odf", name, NULL);
  xmlRelaxNG *schema;

  if (schemas == NULL)
    schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) xmlRelaxNGFree);
  schema = g_hash_table_lookup (schemas, name);
  if (schema == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

      schema = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
      g_assert_nonnull (schema);
      g_hash_table_insert (schemas, g_strdup (name), schema);
    }

  return schema;
}

static void
on_schema_error (void *data, xmlError *problem)
{
  g_test_message ("line %d: %s", problem->line, problem->message);
}

gboolean
is_valid_odf (GBytes *bytes, const char *schema)
{
  xmlRelaxNG *compiled = get_schema (schema);
  xmlRelaxNGValidCtxt *validator;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "test", &error);
  int result;

  g_assert_no_error (error);
  if (compiled == NULL)
    {
      g_test_skip ("The OpenDocument schemas are not there");
      return TRUE;
    }
  validator = xmlRelaxNGNewValidCtxt (compiled);
  xmlRelaxNGSetValidStructuredErrors (validator, on_schema_error, NULL);
  result = xmlRelaxNGValidateDoc (validator, doc);
  xmlRelaxNGFreeValidCtxt (validator);

  return result == 0;
}

GBytes *
read_part (zip_t *archive, const char *name)
{
  zip_file_t *file = zip_fopen (archive, name, 0);
  zip_stat_t stat;
  guint8 *data;

  g_assert_nonnull (file);
  zip_stat (archive, name, 0, &stat);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_fread (file, data, stat.size), ==, stat.size);
  zip_fclose (file);

  return g_bytes_new_take (data, stat.size);
}

zip_t *
open_package (GBytes *bytes)
{
  zip_error_t problem;
  zip_source_t *source;
  zip_t *archive;

  zip_error_init (&problem);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0,
                                     &problem);
  archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &problem);
  g_assert_nonnull (archive);

  return archive;
}
