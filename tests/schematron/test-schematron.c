/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schematron/schematron.h"

#include <glib/gstdio.h>
#include <locale.h>

#define HEAD                                                                                       \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' xmlns:xsl='http://www.w3.org/1999/XSL/"    \
  "Transform'>"
#define DOCUMENT "<t><a id='1' n='3'>x</a><a id='2' n='5'><b/></a><!--c--><?pi d?></t>"

static SchReport *
validate (const char *schema_text, const char *phase, const char *document, GError **error)
{
  g_autofree char *text = g_strconcat (HEAD, schema_text, "</schema>", NULL);
  g_autoptr (GBytes) schema_bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) document_bytes = g_bytes_new (document, strlen (document));
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (schema_bytes, NULL, error);
  const SchOptions options = { .phase = phase };

  return schema != NULL
             ? sch_schema_validate_bytes (schema, &options, document_bytes, "doc.xml", NULL, error)
             : NULL;
}

/* What a schema finds in the document: the messages one after another. */
static void
test_messages (void)
{
  static const struct
  {
    const char *schema, *phase, *expected;
  } cases[] = {
    /* The first rule that matches fires, in the order of rules, and only it. */
    { "<pattern><rule context='a[@n=3]'><report test='1'>three</report></rule>"
      "<rule context='a'><report test='1'>other</report></rule></pattern>",
      NULL, "three|other|" },
    /* Findings come in document order, whatever the order of rules. */
    { "<pattern><rule context='a[2]'><report test='1'>second</report></rule>"
      "<rule context='a'><report test='1'>first</report></rule></pattern>",
      NULL, "first|second|" },
    { "<pattern><rule context='b|a'><report test='1'><name/></report></rule></pattern>", NULL,
      "a|a|b|" },
    { "<pattern><rule context='@n'><report test='. &gt; 3'><value-of select='.'/></report></rule>"
      "</pattern>",
      NULL, "5|" },
    { "<pattern><rule context='text()'><report test='1'><value-of select='.'/></report></rule>"
      "<rule context='comment()'><report test='1'>c</report></rule>"
      "<rule context='processing-instruction()'><report test='1'>pi</report></rule></pattern>",
      NULL, "x|c|pi|" },
    { "<pattern><rule context='/'><report test='t'>root</report></rule></pattern>", NULL, "root|" },
    /* Variables: of the schema, in a context, of a rule, and of the node that is current. */
    { "<let name='least' value='4'/><pattern><rule context='a[@n &gt; $least]'>"
      "<let name='twice' value='@n * 2'/><report test='$twice'><value-of select='$twice'/></report>"
      "</rule></pattern>",
      NULL, "10|" },
    { "<pattern><rule context='b'><report test='//a[@id = current ()/../@id]'>up</report></rule>"
      "</pattern>",
      NULL, "up|" },
    { "<xsl:key name='k' match='a' use='@id'/><pattern><rule context='t'>"
      "<report test='1'><value-of select=\"key ('k', '2')/@n\"/></report></rule></pattern>",
      NULL, "5|" },
    { "<pattern><rule context='t'><report test='1'><value-of select=\"format-number (1234.5, "
      "'#,##0.00')\"/></report></rule></pattern>",
      NULL, "1,234.50|" },
    { "<ns prefix='math' uri='http://exslt.org/math'/><pattern><rule context='t'>"
      "<report test='1'><value-of select='math:max (a/@n)'/></report></rule></pattern>",
      NULL, "5|" },
    /* Phases. */
    { "<phase id='p'><active pattern='one'/></phase><pattern id='one'><rule context='t'>"
      "<report test='1'>one</report></rule></pattern><pattern id='two'><rule context='t'>"
      "<report test='1'>two</report></rule></pattern>",
      "p", "one|" },
    { "<phase id='p'><active pattern='one'/></phase><pattern id='one'><rule context='t'>"
      "<report test='1'>one</report></rule></pattern><pattern id='two'><rule context='t'>"
      "<report test='1'>two</report></rule></pattern>",
      "#ALL", "one|two|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SchReport) report = validate (cases[i].schema, cases[i].phase, DOCUMENT, &error);
      g_autoptr (GString) messages = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < sch_report_get_n_findings (report); j++)
        g_string_append_printf (messages, "%s|",
                                sch_finding_get_message (sch_report_get_finding (report, j)));
      g_assert_cmpuint (sch_report_get_n_errors (report), ==, 0);
      g_assert_cmpstr (messages->str, ==, cases[i].expected);
    }
}

/* What is wrong with a schema is told when it is compiled, with its line. */
static void
test_compile_errors (void)
{
  static const struct
  {
    const char *schema, *part;
    SchError code;
  } cases[] = {
    { "\n<pattern><rule context='a'><assert test='$x'/></rule></pattern>", "schema:2: “$x”",
      SCH_ERROR_SCHEMA },
    { "<pattern><rule context='a'><assert test='f (1)'/></rule></pattern>", "no function f()",
      SCH_ERROR_SCHEMA },
    { "<pattern><rule context='a'><assert test='1 +'/></rule></pattern>", "no XPath",
      SCH_ERROR_SCHEMA },
    { "<pattern><rule context='q:a'><assert test='1'/></rule></pattern>", "prefix q",
      SCH_ERROR_SCHEMA },
    { "<pattern id='p'/><pattern id='p'/>", "“p” stands twice", SCH_ERROR_SCHEMA },
    { "<phase id='f'><active pattern='none'/></phase>", "“none”", SCH_ERROR_SCHEMA },
    { "<pattern><rule context='a'><assert test='1' diagnostics='d'/></rule></pattern>", "“d”",
      SCH_ERROR_SCHEMA },
    { "<pattern><rule><assert test='1'/></rule></pattern>", "lacks context", SCH_ERROR_SCHEMA },
    { "<pattern><rule context='a'><assert/></rule></pattern>", "lacks test", SCH_ERROR_SCHEMA },
    { "<pattern><rules/></pattern>", "may not stand in pattern", SCH_ERROR_SCHEMA },
    { "<pattern id='p'/><diagnostics><diagnostic id='p'/></diagnostics>", "“p” stands twice",
      SCH_ERROR_SCHEMA },
    { "<pattern is-a='x'/>", "no abstract pattern", SCH_ERROR_SCHEMA },
    { "<pattern><rule context='a'><extends rule='x'/></rule></pattern>", "no abstract rule",
      SCH_ERROR_SCHEMA },
    { "<include href='x'/>", "cannot be resolved", SCH_ERROR_SCHEMA },
    { "<rules/>", "rules may not stand in schema", SCH_ERROR_SCHEMA },
    { "<xsl:function name='f'/>", "function of XSLT is not supported", SCH_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SchReport) report = validate (cases[i].schema, NULL, DOCUMENT, &error);

      g_assert_null (report);
      g_assert_error (error, SCH_ERROR, (int) cases[i].code);
      if (strstr (error->message, cases[i].part) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].part);
    }
}

static void
test_severity (void)
{
  static const struct
  {
    const char *role;
    SchSeverity severity;
  } cases[] = {
    { "", SCH_SEVERITY_ERROR },
    { "role='fatal'", SCH_SEVERITY_ERROR },
    { "role='warn'", SCH_SEVERITY_WARNING },
    { "role='hint'", SCH_SEVERITY_INFO },
    { "role='question'", SCH_SEVERITY_QUESTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *schema = NULL;
      g_autoptr (SchReport) report = NULL;

      schema = g_strdup_printf (
          "<pattern><rule context='a[1]'><report test='1' %s see='四(一)' id='r' diagnostics='d' "
          "properties='measured.x limit.x'>m</report></rule></pattern><diagnostics>"
          "<diagnostic id='d' xml:lang='zh'>n=<value-of select='@n'/></diagnostic></diagnostics>"
          "<properties><property id='measured.x'><value-of select='@n'/></property>"
          "<property id='limit.x'>8</property></properties>",
          cases[i].role);
      report = validate (schema, NULL, DOCUMENT, NULL);
      const SchFinding *finding = sch_report_get_finding (report, 0);
      const char *language;

      g_assert_cmpint (sch_finding_get_severity (finding), ==, cases[i].severity);
      g_assert_cmpstr (sch_finding_get_see (finding), ==, "四(一)");
      g_assert_cmpstr (sch_finding_get_id (finding), ==, "r");
      g_assert_cmpstr (sch_finding_get_path (finding), ==, "/t[1]/a[1]");
      g_assert_cmpstr (sch_finding_get_node_id (finding), ==, "1");
      g_assert_cmpuint (sch_finding_get_line (finding), ==, 1);
      g_assert_cmpstr (sch_finding_get_property (finding, "measured"), ==, "3");
      g_assert_cmpstr (sch_finding_get_property (finding, "limit"), ==, "8");
      g_assert_null (sch_finding_get_property (finding, "lim"));
      g_assert_cmpstr (sch_finding_get_diagnostic (finding, 0, NULL, &language), ==, "n=3");
      g_assert_cmpstr (language, ==, "zh");
    }
}

/* An expression that cannot be evaluated is never read as valid. */
static void
test_evaluation_errors (void)
{
  static const char *const schemas[] = {
    "<pattern><rule context='a'><assert test='count (1) = 1'/></rule></pattern>",
    "<pattern><rule context='t'><assert test=\"document ('/etc/passwd')\"/></rule></pattern>",
    "<pattern><rule context='t'><assert test=\"document ('../x.xml')\"/></rule></pattern>",
    "<pattern><rule context='t'><assert test=\"document ('http://x/')\"/></rule></pattern>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (SchReport) report = validate (schemas[i], NULL, DOCUMENT, NULL);

      g_assert_cmpuint (sch_report_get_n_errors (report), >, 0);
      g_assert_false (sch_report_is_valid (report));
    }
}

static void
test_hostile_documents (void)
{
  static const char *const documents[] = {
    "<!DOCTYPE t [<!ENTITY e 'x'>]><t>&e;</t>",
    "<!DOCTYPE t [<!NOTATION n SYSTEM 'n'><!ENTITY e SYSTEM 'x' NDATA n>]><t/>",
    "<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><t>&e;</t>",
    "<t>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (validate ("<pattern/>", NULL, documents[i], &error));
      g_assert_error (error, SCH_ERROR, SCH_ERROR_NOT_XML);
    }
}

/* A budget ends an expression that would go on for hours, and a cancellation any. */
static void
test_bounds (void)
{
  const char *schema_text = HEAD "<pattern><rule context='t'><assert test='a[../a[../a[../a[../a[.."
                                 "/a[count (../a) = 7]]]]]]'>m</assert></rule></pattern></schema>";
  g_autoptr (GString) document = g_string_new ("<t>");
  g_autoptr (GBytes) schema_bytes = g_bytes_new_static (schema_text, strlen (schema_text));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (schema_bytes, NULL, NULL);
  g_autoptr (SchReport) report = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const SchOptions options = { .operations = 100000 };

  for (guint i = 0; i < 1000; i++)
    g_string_append (document, "<a/>");
  g_string_append (document, "</t>");
  bytes = g_bytes_new (document->str, document->len);

  report = sch_schema_validate_bytes (schema, &options, bytes, "doc.xml", NULL, NULL);
  g_assert_cmpuint (sch_report_get_n_errors (report), ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (
      sch_schema_validate_bytes (schema, &options, bytes, "doc.xml", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
validate_often (gpointer schema)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DOCUMENT, strlen (DOCUMENT));

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (SchReport) report =
          sch_schema_validate_bytes (schema, NULL, bytes, "doc.xml", NULL, NULL);

      g_assert_cmpuint (sch_report_get_n_findings (report), ==, 2);
    }
  return NULL;
}

static void
test_threads (void)
{
  const char *text = HEAD "<pattern><rule context='a'><report test='string-length (@n) = 1'>m"
                          "</report></rule></pattern></schema>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (bytes, NULL, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("validate", validate_often, schema);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schematron/messages", test_messages);
  g_test_add_func ("/schematron/compile-errors", test_compile_errors);
  g_test_add_func ("/schematron/severity", test_severity);
  g_test_add_func ("/schematron/evaluation-errors", test_evaluation_errors);
  g_test_add_func ("/schematron/hostile-documents", test_hostile_documents);
  g_test_add_func ("/schematron/bounds", test_bounds);
  g_test_add_func ("/schematron/threads", test_threads);

  return g_test_run ();
}
