/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where findings are: line, column and document; and what SVRL says of that. */

#include "folder-fixture.h"

#include "schematron/schematron.h"

static SchReport *
validate_file (const char *folder, const char *schema_name, const char *document_name)
{
  g_autofree char *schema_path = g_build_filename (folder, schema_name, NULL);
  g_autofree char *document_path = g_build_filename (folder, document_name, NULL);
  g_autoptr (GFile) schema_file = g_file_new_for_path (schema_path);
  g_autoptr (GFile) document_file = g_file_new_for_path (document_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SchSchema) schema = sch_schema_new_from_file (schema_file, &error);
  SchReport *report;

  g_assert_no_error (error);
  report = sch_schema_validate_file (schema, NULL, document_file, NULL, &error);
  g_assert_no_error (error);

  return report;
}

static char *
svrl_of (SchReport *report)
{
  g_autoptr (GBytes) bytes = sch_report_to_svrl (report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The place of the only finding. */
static void
test_columns (void)
{
  static const struct
  {
    const char *document;
    guint line, column;
  } cases[] = {
    { "<x/>", 1, 1 },
    { "  <x></x>", 1, 3 },
    { "<a><x/></a>", 1, 4 },
    { "<a>\n  <x n='1'/></a>", 2, 3 },
    { "<a>\n\t<x/></a>", 2, 2 },
    { "<a>\r\n <x/></a>", 2, 2 },
    { "<a b='镇街'><x/></a>", 1, 11 },
    { "<a>编制<x/></a>", 1, 6 },
    { "<a b='&lt;&gt;&#x9547;'>&amp;<x/></a>", 1, 30 },
    { "<a><!-- <x/> --><?x <x/>?><![CDATA[<x/>]]><x/></a>", 1, 43 },
    { "<?xml version='1.0'?>\n<!DOCTYPE a>\n<a><x/></a>", 3, 4 },
    { "\xef\xbb\xbf<x/>", 1, 1 },
    { "<a><x\n  n='1'\n  m='>'/></a>", 1, 4 },
    { "<a>\n <x\n  n='1'\n  m='&lt;'/></a>", 2, 2 },
    { "<x\n/>", 1, 1 },
    { "<a>镇<x n='1'\n/></a>", 1, 5 },
    { "<q:a xmlns:q='u'><x/></q:a>", 1, 18 },
    { "<?xml version='1.0' encoding='GBK'?>\n<a>\xd5\xf2<x/></a>", 2, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FolderFile files[] = {
        { "s.sch", "<schema" PART "><pattern><rule context='x'><report id='e' test='true()'/>"
                   "</rule></pattern><pattern><rule context='x/@n'><report id='a' test='true()'/>"
                   "</rule></pattern></schema>" },
        { "d.xml", cases[i].document },
      };
      char *folder = folder_new (files, G_N_ELEMENTS (files));
      g_autoptr (SchReport) report = validate_file (folder, "s.sch", "d.xml");

      for (guint j = 0; j < sch_report_get_n_findings (report); j++)
        {
          const SchFinding *finding = sch_report_get_finding (report, j);

          g_test_message ("%s", cases[i].document);
          g_assert_cmpuint (sch_finding_get_line (finding), ==, cases[i].line);
          g_assert_cmpuint (sch_finding_get_column (finding), ==, cases[i].column);
          g_assert_null (sch_finding_get_document (finding));
        }
      g_assert_cmpuint (sch_report_get_n_findings (report), >, 0);
      folder_free (folder);
    }
}

/* A line that is longer than the parser looks back, and lines beyond what a node can hold. */
static void
test_far (void)
{
  g_autoptr (GString) document = g_string_new ("<a>");
  g_autoptr (SchReport) report = NULL;
  char *folder;

  for (guint i = 0; i < 20000; i++)
    g_string_append (document, "<b c='镇'>街</b>");
  g_string_append (document, "<x/>");
  for (guint i = 0; i < 70000; i++)
    g_string_append_c (document, '\n');
  g_string_append (document, "  <x\n/></a>");
  folder = folder_new (
      (const FolderFile[]){
          { "s.sch", "<schema" PART "><pattern><rule context='x'><report id='e' test='true()'/>"
                     "</rule></pattern></schema>" },
          { "d.xml", document->str },
      },
      2);
  report = validate_file (folder, "s.sch", "d.xml");
  g_assert_cmpuint (sch_report_get_n_findings (report), ==, 2);
  g_assert_cmpuint (sch_finding_get_column (sch_report_get_finding (report, 0)), ==,
                    4 + 20000 * strlen ("<b c='m'>j</b>"));
  g_assert_cmpuint (sch_finding_get_column (sch_report_get_finding (report, 1)), ==, 3);
  if (GLIB_SIZEOF_VOID_P >= 8)
    g_assert_cmpuint (sch_finding_get_line (sch_report_get_finding (report, 1)), ==, 70001);
  folder_free (folder);
}

/* What is no element has the line in which it begins. */
static void
test_others (void)
{
  const FolderFile files[] = {
    { "s.sch", "<schema" PART "><pattern><rule context='comment()|text()|processing-instruction()'>"
               "<report id='e' test='true()'/></rule></pattern></schema>" },
    { "d.xml", "<a\n><!--x\n\ny--><b/>one\ntwo\n<b/><?p q\n?></a>" },
  };
  static const guint lines[] = { 2, 4, 6 };
  char *folder = folder_new (files, G_N_ELEMENTS (files));
  g_autoptr (SchReport) report = validate_file (folder, "s.sch", "d.xml");

  g_assert_cmpuint (sch_report_get_n_findings (report), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const SchFinding *finding = sch_report_get_finding (report, i);

      g_assert_cmpuint (sch_finding_get_line (finding), ==, lines[i]);
      g_assert_cmpuint (sch_finding_get_column (finding), ==, 0);
    }
  folder_free (folder);
}

/* What a run could not evaluate, and what XML does not allow, in SVRL. */
static void
test_svrl (void)
{
  const FolderFile files[] = {
    { "s.sch", "<schema" PART "><ns prefix='str' uri='http://exslt.org/strings'/><pattern>"
               "<rule context='a' see='r'><report id='e' test='true()' see='一' icon='i' "
               "diagnostics='d'>x<value-of select=\"str:decode-uri('%01')\"/></report>"
               "<assert test=\"'x'/b\"/></rule></pattern><diagnostics><diagnostic id='d' role='r'>d"
               "</diagnostic></diagnostics></schema>" },
    { "d.xml", "<a/>" },
  };
  char *folder = folder_new (files, G_N_ELEMENTS (files));
  g_autoptr (SchReport) report = validate_file (folder, "s.sch", "d.xml");
  g_autofree char *svrl = svrl_of (report);
  xmlDoc *doc = xmlReadMemory (svrl, (int) strlen (svrl), NULL, NULL, 0);

  g_assert_nonnull (doc);
  g_assert_nonnull (strstr (svrl, "<svrl:text see=\"一\" icon=\"i\">x\xef\xbf\xbd</svrl:text>"));
  g_assert_nonnull (strstr (svrl, "<svrl:fired-rule context=\"a\"/>"));
  g_assert_nonnull (strstr (svrl, "<svrl:diagnostic-reference diagnostic=\"d\">"));
  g_assert_nonnull (strstr (svrl, "<svrl:failed-assert test=\"false()\" role=\"fatal\""));
  xmlFreeDoc (doc);
  folder_free (folder);
}

/* An element with too many attributes is refused before the parser compares each with all. */
static void
test_attributes (void)
{
  static const struct
  {
    const char *before, *after;
    guint n;
    gboolean is_taken;
  } cases[] = {
    { "<a", "/>", 9000, TRUE },
    { "<a", "/>", 11000, FALSE },
    { "<a b=\"<c", "\"/>", 11000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) document = g_string_new (cases[i].before);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < cases[i].n; j++)
        g_string_append_printf (document, " a%u='%u'", j, j);
      g_string_append (document, cases[i].after);
      bytes = g_bytes_new (document->str, document->len);
      g_assert_true (sch_document_check_bounds (bytes, "d.xml", &error) == cases[i].is_taken);
      g_assert_true (cases[i].is_taken || g_error_matches (error, SCH_ERROR, SCH_ERROR_LIMIT));
    }
}

/* Many findings among many siblings do not take the product of both. */
static void
test_many (void)
{
  g_autoptr (GString) document = g_string_new ("<a>");
  g_autoptr (SchReport) report = NULL;
  char *folder;

  for (guint i = 0; i < 100000; i++)
    g_string_append (document, i % 2 == 0 ? "<x/>" : "<y/>");
  g_string_append (document, "</a>");
  folder = folder_new (
      (const FolderFile[]){
          { "s.sch", "<schema" PART "><pattern><rule context='x'><report id='e' test='true()'/>"
                     "</rule></pattern></schema>" },
          { "d.xml", document->str },
      },
      2);
  report = validate_file (folder, "s.sch", "d.xml");
  g_assert_cmpuint (sch_report_get_n_findings (report), ==, 50000);
  g_assert_cmpstr (sch_finding_get_path (sch_report_get_finding (report, 49999)), ==,
                   "/a[1]/x[50000]");
  folder_free (folder);
}

/* A document that somebody else has read may use its private pointers for anything. */
static void
test_foreign (void)
{
  static const char text[] = "<x/>";
  xmlDoc *doc = xmlReadMemory (text, sizeof text - 1, NULL, NULL, 0);
  g_autoptr (GBytes) bytes = g_bytes_new_static (
      "<schema" PART "><pattern><rule context='x'><report id='e' test='true()'/></rule></pattern>"
      "</schema>",
      strlen ("<schema" PART "><pattern><rule context='x'><report id='e' test='true()'/></rule>"
              "</pattern></schema>"));
  g_autoptr (GError) error = NULL;
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (bytes, NULL, &error);
  g_autoptr (SchReport) report = NULL;

  g_assert_no_error (error);
  xmlDocGetRootElement (doc)->_private = &bytes;
  report = sch_schema_validate (schema, NULL, doc, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sch_finding_get_column (sch_report_get_finding (report, 0)), ==, 0);
  xmlFreeDoc (doc);
}

static guint
count_of (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

/* A finding says in which document it is, and what cannot be evaluated does, too. */
static void
test_documents (void)
{
  const FolderFile files[] = {
    { "s.sch", "<schema" PART ">"
               "<pattern><rule context='r'><report id='own' test='true()'/></rule></pattern>"
               "<pattern id='p' documents='/r/@d | /r/@e'><rule context='o'><report id='other' "
               "test='true()'/><report test='nix = count(1)'/></rule></pattern>"
               "<pattern><rule context='r'><report id='to' test='true()' "
               "subject=\"document('1.xml')/o\"/></rule></pattern></schema>" },
    { "d.xml", "<r d='1.xml' e='2.xml'/>" },
    { "1.xml", "\n  <o/>" },
    { "2.xml", "<o/>" },
  };
  static const struct
  {
    const char *id, *document;
    guint line, column;
  } expected[] = {
    { "own", NULL, 1, 1 },
    { "other", "1.xml", 2, 3 },
    { "other", "2.xml", 1, 1 },
    { "to", "1.xml", 2, 3 },
  };
  char *folder = folder_new (files, G_N_ELEMENTS (files));
  g_autoptr (SchReport) report = validate_file (folder, "s.sch", "d.xml");
  g_autofree char *svrl = svrl_of (report);

  g_assert_cmpuint (sch_report_get_n_findings (report), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SchFinding *finding = sch_report_get_finding (report, i);
      const char *document = sch_finding_get_document (finding);

      g_assert_cmpstr (sch_finding_get_id (finding), ==, expected[i].id);
      g_assert_cmpstr (document != NULL ? strrchr (document, '/') + 1 : NULL, ==,
                       expected[i].document);
      g_assert_cmpuint (sch_finding_get_line (finding), ==, expected[i].line);
      g_assert_cmpuint (sch_finding_get_column (finding), ==, expected[i].column);
    }
  g_assert_cmpuint (sch_report_get_n_errors (report), ==, 2);
  g_assert_nonnull (strstr (sch_report_get_error (report, 0), "/1.xml /o[1]"));
  g_assert_nonnull (strstr (sch_report_get_error (report, 1), "/2.xml /o[1]"));

  g_assert_cmpuint (count_of (svrl, "<svrl:active-pattern"), ==, 4);
  g_assert_cmpuint (count_of (svrl, "/1.xml\" id=\"p\"/>"), ==, 1);
  g_assert_cmpuint (count_of (svrl, "<svrl:active-pattern documents=\"file:///"), ==, 2);
  folder_free (folder);
}

/* What SVRL tells of the schema itself. */
static void
test_head (void)
{
  const FolderFile files[] = {
    { "s.sch",
      "<schema" PART " schemaVersion='2026-1'><title> T &amp; U </title><p>One <emph>two"
      "</emph>.</p><ns prefix='q' uri='u'/><p>Three.</p><phase id='f'><active pattern='p'/>"
      "</phase><pattern id='p' role='r'><title>Name</title><rule context='x'/></pattern>"
      "</schema>" },
    { "d.xml", "<x/>" },
  };
  static const char *const parts[] = {
    " title=\"T &amp; U\"",
    " schemaVersion=\"2026-1\"",
    "<svrl:text>One two.</svrl:text>\n  <svrl:text>Three.</svrl:text>\n  "
    "<svrl:ns-prefix-in-attribute-values prefix=\"q\" uri=\"u\"/>",
    "<svrl:active-pattern id=\"p\" name=\"Name\" role=\"r\"/>",
  };
  char *folder = folder_new (files, G_N_ELEMENTS (files));
  g_autoptr (SchReport) report = validate_file (folder, "s.sch", "d.xml");
  g_autofree char *svrl = svrl_of (report);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (svrl, parts[i]) == NULL)
      g_error ("expected %s in %s", parts[i], svrl);
  folder_free (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/places/columns", test_columns);
  g_test_add_func ("/places/far", test_far);
  g_test_add_func ("/places/others", test_others);
  g_test_add_func ("/places/svrl", test_svrl);
  g_test_add_func ("/places/many", test_many);
  g_test_add_func ("/places/attributes", test_attributes);
  g_test_add_func ("/places/foreign", test_foreign);
  g_test_add_func ("/places/documents", test_documents);
  g_test_add_func ("/places/head", test_head);

  return g_test_run ();
}
