/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/findings-private.h"
#include "document/template-private.h"
#include "rules/checker.h"
#include "support.h"

#include <glib/gstdio.h>
#include <locale.h>

#define HEAD                                                                                       \
  "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "            \
  "xmlns:p=\"urn:sanding:plan:1\" xmlns:exsl=\"http://exslt.org/common\" "                         \
  "extension-element-prefixes=\"exsl\" xmlns=\"urn:sanding:blocks:1\">\n"
#define ROOT(content) HEAD "<xsl:template match=\"/\">\n" content "</xsl:template></xsl:stylesheet>"

/* Templates that must be refused, with a word that the sentence for the user must hold. */
static const struct
{
  const char *name;
  const char *text;
  GQuark (*domain) (void);
  int code;
  const char *says;
} refused[] = {
  { "reads-file", ROOT ("<blocks><xsl:copy-of select=\"document('/etc/passwd')\"/></blocks>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, ":3: " },
  { "reads-file-beside",
    ROOT ("<blocks><xsl:copy-of select=\"document('document.xml')\"/></blocks>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "document.xml" },
  { "reads-network",
    ROOT ("<blocks><xsl:copy-of select=\"document('http://127.0.0.1:9/')\"/></blocks>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "127.0.0.1" },
  { "writes-file",
    ROOT ("<blocks><exsl:document href=\"written.xml\"><a/></exsl:document></blocks>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "written.xml" },
  { "imports", HEAD "<xsl:import href=\"/etc/passwd\"/></xsl:stylesheet>", sd_document_error_quark,
    SD_DOCUMENT_ERROR_TEMPLATE, "xsl:import" },
  { "includes", HEAD "<xsl:include href=\"other.xsl\"/></xsl:stylesheet>", sd_document_error_quark,
    SD_DOCUMENT_ERROR_TEMPLATE, ":2: xsl:include" },
  { "endless-call",
    HEAD "<xsl:template match=\"/\" name=\"again\">\n<xsl:call-template name=\"again\"/>\n"
         "</xsl:template></xsl:stylesheet>",
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, ":3: " },
  { "endless-apply",
    HEAD "<xsl:template match=\"node()|/\"><a><xsl:apply-templates select=\"/\"/></a>"
         "</xsl:template></xsl:stylesheet>",
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "" },
  { "endless-work",
    ROOT ("<xsl:for-each select=\"//node()|//@*\"><xsl:for-each select=\"//node()|//@*\">"
          "<xsl:for-each select=\"//node()|//@*\"><xsl:for-each select=\"//node()|//@*\">"
          "<xsl:for-each select=\"//node()|//@*\"><b/></xsl:for-each></xsl:for-each>"
          "</xsl:for-each></xsl:for-each></xsl:for-each>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "" },
  { "endless-path",
    ROOT ("<blocks><xsl:value-of select=\"count(//*[count(//*"
          "[count(//*[count(//*) = 1]) = 1]) = 1])\"/></blocks>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "" },
  { "gives-up", ROOT ("<xsl:message terminate=\"yes\">The plan has no date.</xsl:message>"),
    sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM, "The plan has no date." },
  { "no-such-function", ROOT ("<blocks title=\"{no-such(1)}\"/>"), sd_document_error_quark,
    SD_DOCUMENT_ERROR_TRANSFORM, "no-such" },
  { "no-such-template", ROOT ("\n\n<xsl:call-template name=\"gone\"/>"), sd_document_error_quark,
    SD_DOCUMENT_ERROR_TRANSFORM, ":5: The called template 'gone'" },
  { "no-test", ROOT ("\n<xsl:if>a</xsl:if>"), sd_document_error_quark, SD_DOCUMENT_ERROR_TEMPLATE,
    ":4: " },
  { "bad-path", ROOT ("<xsl:value-of select=\"1 +\"/>"), sd_document_error_quark,
    SD_DOCUMENT_ERROR_TEMPLATE, ":3: " },
  { "makes-nothing", ROOT (""), sd_document_error_quark, SD_DOCUMENT_ERROR_TRANSFORM,
    "makes nothing" },
  { "no-template", "<hello/>", sd_document_error_quark, SD_DOCUMENT_ERROR_TEMPLATE, "" },
  { "no-xml", "<xsl:stylesheet", sd_plan_error_quark, SD_PLAN_ERROR_NOT_XML, ":1" },
  { "entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><a>&b;</a>", sd_plan_error_quark,
    SD_PLAN_ERROR_NOT_XML, "entity" },
};

/* A folder that is deleted with what is in it. */
typedef struct
{
  char *path;
  GFile *template;
} Folder;

static void
folder_set_up (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = NULL;

  folder->path = g_dir_make_tmp ("sanding-template-XXXXXX", NULL);
  path = g_build_filename (folder->path, "test.xsl", NULL);
  folder->template = g_file_new_for_path (path);
}

static void
folder_tear_down (Folder *folder, gconstpointer unused)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder->path, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder->path);
  g_object_unref (folder->template);
  g_free (folder->path);
}

static xmlDoc *
run (Folder *folder, const char *text, GError **error)
{
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 20, .n_powers = 40 });
  g_autoptr (xmlDoc) plan = sd_plan_to_doc (county, PLAN_ID);

  g_file_set_contents (g_file_peek_path (folder->template), text, -1, NULL);
  return sd_template_run (folder->template, plan, FALSE, NULL, error);
}

static void
test_refused (Folder *folder, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) result = run (folder, refused[i].text, &error);
  g_autofree char *written = g_build_filename (folder->path, "written.xml", NULL);

  g_assert_null (result);
  g_assert_error (error, refused[i].domain (), refused[i].code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "test.xsl"));
  g_assert_nonnull (strstr (error->message, refused[i].says));
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
}

static void
test_accepted (Folder *folder, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) result = NULL;
  g_autofree char *title = NULL;

  result = run (folder,
                ROOT ("<xsl:message>A note is no error.</xsl:message>"
                      "<blocks title=\"{count(/p:plan/p:unit)}\"/>"),
                &error);
  g_assert_no_error (error);
  title = string_value (result, "/*/@title");
  g_assert_cmpstr (title, ==, "20");
}

/* One that has been changed is compiled anew, though it has been run before and is as long. */
static void
test_changed (Folder *folder, gconstpointer unused)
{
  static const char *const texts[] = { ROOT ("<blocks title=\"1\"/>"),
                                       ROOT ("<blocks title=\"2\"/>") };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (xmlDoc) result = run (folder, texts[i % 2], &error);
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      title = string_value (result, "/*/@title");
      g_assert_cmpstr (title, ==, i % 2 == 0 ? "1" : "2");
    }
}

/* What a template that prints findings finds beside the plan. */
static void
test_findings (void)
{
  static const char rules[] =
      "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt\">"
      "<ns prefix=\"p\" uri=\"urn:sanding:plan:1\"/><pattern><rule context=\"p:town\">"
      "<assert id=\"named\" test=\"@name = '&lt;'\" role=\"warning\" see=\"clause 1\">"
      "The town is &amp; was <value-of select=\"@name\"/>.</assert>"
      "<report id=\"gauge-a\" test=\"true()\" role=\"info\" flag=\"gauge\" "
      "properties=\"measured limit\">Towns</report></rule></pattern>"
      "<properties><property id=\"measured\">1</property><property id=\"limit\">2.5</property>"
      "</properties></schema>";
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 1 });
  g_autoptr (xmlDoc) plan = sd_plan_to_doc (county, PLAN_ID);
  g_autoptr (GBytes) bytes = g_bytes_new_static (rules, strlen (rules));
  g_autoptr (GError) error = NULL;
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (bytes, NULL, &error);
  g_autoptr (SdCheck) check = NULL;
  g_autofree char *finding = NULL;
  g_autofree char *gauge = NULL;

  g_assert_no_error (error);
  check = sd_check_schema (schema, plan, NULL, 0, &error);
  g_assert_no_error (error);
  sd_findings_append (plan, check);

  finding = string_value (plan, "concat(/plan:plan/findings:findings/findings:finding/@severity,"
                                "' ', //findings:finding/@rule, ' ', //findings:finding/@clause,"
                                "' ', //findings:finding/findings:message)");
  g_assert_cmpstr (finding, ==, "warning named clause 1 The town is & was 西镇.");
  gauge = string_value (plan, "concat(//findings:gauge/@label, ' ', //findings:gauge/@measured,"
                              "' ', //findings:gauge/@limit)");
  g_assert_cmpstr (gauge, ==, "Towns 1 2.5");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/template/refused/", refused[i].name, NULL);

      g_test_add (path, Folder, GSIZE_TO_POINTER (i), folder_set_up, test_refused,
                  folder_tear_down);
    }
  g_test_add_func ("/template/findings", test_findings);
  g_test_add ("/template/changed", Folder, NULL, folder_set_up, test_changed, folder_tear_down);
  g_test_add ("/template/accepted", Folder, NULL, folder_set_up, test_accepted, folder_tear_down);

  return g_test_run ();
}
