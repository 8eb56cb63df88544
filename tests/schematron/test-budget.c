/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schematron/schematron.h"

/* Work that would not end: stopped by the clock, by another thread, or by what it may hold. Each
 * test would run into its time limit if that failed. */

#define SCHEMA(content)                                                                           \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"                     \
  "<ns prefix='str' uri='http://exslt.org/strings'/>"                                              \
  "<ns prefix='set' uri='http://exslt.org/sets'/>" content "</schema>"

/* With 3,000 nodes more steps than a day has time for, in one expression. */
#define ENDLESS                                                                                   \
  SCHEMA ("<pattern><rule context='/*'><assert "                                                  \
          "test='count(b[count(../b[count(../b[count(../b) > 0]) > 0]) > 0]) = 0'>x</assert>"      \
          "</rule></pattern>")

static SchSchema *
compile (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SchSchema *schema = sch_schema_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return schema;
}

static GBytes *
large_document (void)
{
  GString *text = g_string_new ("<a>");

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "<b/>");
  g_string_append (text, "</a>");

  return g_string_free_to_bytes (text);
}

/* Inside one expression, and what took too long is no report that could read as valid. */
static void
test_time (void)
{
  g_autoptr (SchSchema) schema = compile (ENDLESS);
  g_autoptr (GBytes) document = large_document ();
  const SchOptions options = { .operations = G_MAXULONG, .milliseconds = 30 };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sch_schema_validate_bytes (schema, &options, document, "a", NULL, &error));
      g_assert_error (error, SCH_ERROR, SCH_ERROR_LIMIT);
      g_assert_nonnull (strstr (error->message, "30 ms"));
    }
}

/* libxml2 compares two node-sets in one step, which nothing stops; what came too late is still no
 * report. */
static void
test_late (void)
{
  g_autoptr (SchSchema) schema = compile (SCHEMA (
      "<pattern><rule context='/*'><report test='b = c/b[not(lang(1))]'>x</report></rule>"
      "</pattern>"));
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GError) error = NULL;
  const SchOptions options = { .milliseconds = 30 };

  for (guint i = 0; i < 12000; i++)
    g_string_append_printf (text, "<c><b>%u</b></c><b>-%u</b>", i, i);
  g_string_append (text, "</a>");
  document = g_bytes_new (text->str, text->len);

  g_assert_null (sch_schema_validate_bytes (schema, &options, document, "a", NULL, &error));
  g_assert_error (error, SCH_ERROR, SCH_ERROR_LIMIT);
}

/* A document that is in time is not disturbed by others that are not. */
static gpointer
run_quick (gpointer schema)
{
  g_autoptr (GBytes) document = g_bytes_new_static ("<a/>", 4);
  const SchOptions options = { .milliseconds = 600000 };

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SchReport) report = NULL;

      report = sch_schema_validate_bytes (schema, &options, document, "a", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (sch_report_is_valid (report));
    }

  return NULL;
}

static void
test_others (void)
{
  g_autoptr (SchSchema) quick =
      compile (SCHEMA ("<pattern><rule context='a'><assert test='1'>x</assert></rule></pattern>"));
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("quick", run_quick, quick);
  test_time ();
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

typedef struct
{
  SchSchema *schema;
  GBytes *document;
  GCancellable *cancellable;
  int begun; /* atomic */
  GError *error;
} Cancelled;

static gpointer
run_endless (gpointer data)
{
  Cancelled *c = data;
  const SchOptions options = { .operations = G_MAXULONG };

  g_atomic_int_set (&c->begun, 1);
  g_assert_null (sch_schema_validate_bytes (c->schema, &options, c->document, "a", c->cancellable,
                                            &c->error));

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (SchSchema) schema = compile (ENDLESS);
  g_autoptr (GBytes) document = large_document ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancelled c = { schema, document, cancellable, 0, NULL };
      GThread *thread = g_thread_new ("endless", run_endless, &c);

      /* Each time a little later, from before it has begun to well inside. */
      while (!g_atomic_int_get (&c.begun))
        g_thread_yield ();
      for (guint j = 0; j < i; j++)
        g_thread_yield ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      g_assert_error (c.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_error_free (c.error);
    }
}

#define TEXT "<let name='text' value=\"str:padding(90000, '1')\"/>"
#define ONE(test)                                                                                  \
  SCHEMA (TEXT "<pattern><rule context='/*'><assert test='" test "'>x</assert></rule></pattern>")
#define TEN(piece) piece piece piece piece piece piece piece piece piece piece

/* Each text is small enough, but there are too many of them. */
static void
test_held (void)
{
  static const char *const schemas[] = {
    SCHEMA (TEXT "<let name='long' value='concat(" TEN ("$text, ") "1)'/><pattern><rule "
                 "context='b'><assert test='0'><value-of select='$long'/></assert></rule>"
                 "</pattern>"),
    SCHEMA (TEXT "<pattern><rule context='b'><assert test='0' diagnostics='d'/></rule></pattern>"
                 "<diagnostics><diagnostic id='d'>" TEN ("<value-of select='$text'/>")
                 "</diagnostic></diagnostics>"),
  };
  g_autoptr (GBytes) document = large_document ();

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (SchSchema) schema = compile (schemas[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (sch_schema_validate_bytes (schema, NULL, document, "a", NULL, &error));
      g_assert_error (error, SCH_ERROR, SCH_ERROR_LIMIT);
      g_assert_nonnull (strstr (error->message, "256 MiB"));
    }
}

/* What a rule's variables held is free again for the next node. */
static void
test_released (void)
{
  g_autoptr (SchSchema) schema = compile (
      SCHEMA (TEXT "<pattern><rule context='b[position() &lt; 400]'><let name='v' value='concat("
                   TEN ("$text, ") "1)'/><assert test='$v'>x</assert></rule></pattern>"));
  g_autoptr (GBytes) document = large_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SchReport) report = NULL;

  report = sch_schema_validate_bytes (schema, NULL, document, "a", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sch_report_is_valid (report));
}

/* Too many operations, or too long a string, is an error of the expression; the document is then
 * neither valid nor without findings. */
static void
test_space (void)
{
  static const char *const schemas[] = {
    ENDLESS,
    SCHEMA ("<let name='a' value=\"str:padding(1000000, 'x')\"/>"
            "<let name='b' value='concat($a,$a,$a,$a,$a,$a,$a,$a,$a,$a)'/>"
            "<let name='c' value='concat($b,$b,$b,$b,$b,$b,$b,$b,$b,$b)'/>"
            "<let name='d' value='concat($c,$c,$c,$c,$c,$c,$c,$c,$c,$c)'/>"
            "<pattern><rule context='a'><assert test='$d'>x</assert></rule></pattern>"),
    SCHEMA ("<pattern><rule context='a'><assert test='string-length(str:padding(4000000000)) = 1'>"
            "x</assert></rule></pattern>"),
    ONE ("not(set:intersection(//b | /, //b))"),
    ONE ("contains($text, concat($text, 2))"),
    ONE ("translate($text, $text, 1) = 2"),
  };
  g_autoptr (GBytes) document = large_document ();
  const SchOptions options = { .operations = 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (SchSchema) schema = compile (schemas[i]);
      g_autoptr (SchReport) report = NULL;
      g_autoptr (GError) error = NULL;

      report = sch_schema_validate_bytes (schema, &options, document, "a", NULL, &error);
      g_assert_no_error (error);
      g_assert_false (sch_report_is_valid (report));
      g_assert_cmpuint (sch_report_get_n_errors (report), >, 0);
      g_test_message ("%s", sch_report_get_error (report, 0));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schematron/budget/time", test_time);
  g_test_add_func ("/schematron/budget/late", test_late);
  g_test_add_func ("/schematron/budget/others", test_others);
  g_test_add_func ("/schematron/budget/cancel", test_cancel);
  g_test_add_func ("/schematron/budget/held", test_held);
  g_test_add_func ("/schematron/budget/released", test_released);
  g_test_add_func ("/schematron/budget/space", test_space);

  return g_test_run ();
}
