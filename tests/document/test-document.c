/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "plan/data-dir.h"

#include <glib/gstdio.h>
#include <locale.h>

#define TYPE(attributes, content)                                                                  \
  "<document xmlns=\"urn:sanding:document:1\" " attributes ">" content "</document>"
#define TITLE "<title>x</title>"

/* Descriptions of document types that are refused. */
static const struct
{
  const char *text;
  const char *says;
} bad_types[] = {
  { "<document/>", "urn:sanding:document:1" },
  { TYPE ("template=\"a.xsl\" page-style=\"b.xml\"", ""), "title" },
  { TYPE ("page-style=\"b.xml\"", TITLE), "template" },
  { TYPE ("template=\"../a.xsl\" page-style=\"b.xml\"", TITLE), "“../a.xsl”" },
  { TYPE ("template=\"..\" page-style=\"b.xml\"", TITLE), "“..”" },
  { TYPE ("template=\"/etc/passwd\" page-style=\"b.xml\"", TITLE), "“/etc/passwd”" },
  { TYPE ("template=\"a.xsl\"", TITLE), "page-style" },
};

/* Changes to the page style that make it one that is refused. */
static const struct
{
  const char *from;
  const char *to;
  const char *says;
} bad_styles[] = {
  { "width=\"210\"", "", "'width'" },
  { "width=\"210\"", "width=\"wide\"", "'wide'" },
  { "<style id=\"Note\"", "<style id=\"Nota\"", "“Note”" },
  { "font=\"kaiti\"", "font=\"nothing\"", "“Heading2”" },
  { "id=\"Flush\" label=\"顶格\" parent=\"Standard\"",
    "id=\"Flush\" label=\"顶格\" parent=\"Title\"", "“Flush”" },
  { "align=\"justify\"", "align=\"middle\"", "'middle'" },
};

static SdCounty *
make_county (void)
{
  return load_plan (&(PlanSpec){ .n_offices = 2 });
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) types = sd_document_list (&error);
  g_autoptr (SdDocumentType) type = NULL;
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (types), >=, 1);
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_clear_object (&type);
      type = g_list_model_get_item (types, i);
      if (g_str_equal (sd_document_type_get_id (type), "plan"))
        break;
    }
  g_assert_cmpstr (sd_document_type_get_id (type), ==, "plan");
  g_object_get (type, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Reform plan");
}

static void
test_list_chinese (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GFile) documents = sd_data_dir_get ("documents");
      g_autoptr (GFile) folder = g_file_get_child (documents, "plan");
      g_autoptr (SdDocumentType) type = sd_document_type_load (folder, NULL);

      g_assert_cmpstr (sd_document_type_get_title (type), ==, "改革方案");
      return;
    }
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* A folder with one file, below a folder that is deleted with it. */
static GFile *
make_folder (const char *name, const char *text)
{
  g_autofree char *path = g_dir_make_tmp ("sanding-document-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
remove_folder (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_bad_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_types); i++)
    {
      g_autoptr (GFile) folder = make_folder ("document.xml", bad_types[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (SdDocumentType) type = sd_document_type_load (folder, &error);

      g_assert_null (type);
      g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "document.xml:1: "));
      g_assert_nonnull (strstr (error->message, bad_types[i].says));
      remove_folder (folder, "document.xml");
    }
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

static void
test_bad_styles (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "documents", "gbt9704.xml", NULL);
  g_autofree char *good = NULL;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad_styles); i++)
    {
      g_autofree char *text = replace (good, bad_styles[i].from, bad_styles[i].to);
      g_autoptr (GFile) folder = make_folder ("page.xml", text);
      g_autoptr (GFile) file = g_file_get_child (folder, "page.xml");
      g_autoptr (GError) error = NULL;
      g_autoptr (SdPageStyle) style = sd_page_style_load (file, &error);

      g_assert_null (style);
      g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "page.xml:"));
      g_assert_nonnull (strstr (error->message, bad_styles[i].says));
      remove_folder (folder, "page.xml");
    }
}

static void
test_not_found (void)
{
  static const struct
  {
    const char *document, *plan, *format;
    const char *says;
  } cases[] = {
    { "poem", PLAN_ID, "odt", "plan" },
    { NULL, PLAN_ID, "odt", "plan" },
    { "../plan", PLAN_ID, "odt", "“../plan”" },
    { "plan", "nobody", "odt", "“nobody”" },
    { "plan", "nobody", "xml", "“nobody”" },
    { "plan", NULL, "odt", "“”" },
    { "plan", PLAN_ID, "docx", "“docx”" },
    { "plan", PLAN_ID, NULL, "odt, fodt, ods, pdf, xml" },
  };
  g_autoptr (SdCounty) county = make_county ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sd_document_export (cases[i].document, county, cases[i].plan,
                                                     NULL, cases[i].format, NULL, &error);

      g_assert_null (bytes);
      g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* The plan itself needs no document type. */
static void
test_xml (void)
{
  g_autoptr (SdCounty) county = make_county ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sd_document_export (NULL, county, PLAN_ID, NULL, "xml", NULL, &error);
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (SdCounty) again = NULL;

  g_assert_no_error (error);
  doc = sd_xml_read_bytes (bytes, "test.xml", &error);
  again = sd_county_read_doc (doc, NULL, "test.xml", &error);
  g_assert_no_error (error);
  g_assert_true (sd_county_equal (county, again));
}

static void
test_cancelled (void)
{
  static const char *const formats[] = { "odt", "fodt", "xml" };
  g_autoptr (SdCounty) county = make_county ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sd_document_export ("plan", county, PLAN_ID, NULL, formats[i],
                                                     cancellable, &error);

      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/list", test_list);
  g_test_add_func ("/document/list-chinese", test_list_chinese);
  g_test_add_func ("/document/bad-types", test_bad_types);
  g_test_add_func ("/document/bad-styles", test_bad_styles);
  g_test_add_func ("/document/not-found", test_not_found);
  g_test_add_func ("/document/xml", test_xml);
  g_test_add_func ("/document/cancelled", test_cancelled);

  return g_test_run ();
}
