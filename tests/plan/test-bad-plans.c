/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "plan/validate-private.h"
#include "plan/validate.h"

/* Documents with one fault each. The reader says what and where; the published schema, which others
 * check with, refuses the same. */

#define ID(n) "6f1e2a4c-93b1-4d0e-8a55-0000000000" n

#define PLAN "plan.xml"
#define COUNTY "county.xml"

typedef struct
{
  const char *name;
  const char *document;
  const char *find;
  const char *replace;
  int line;
  const char *says;
  const char *why_reader_alone;
} Case;

static const Case cases[] = {
#define BAD(...) { __VA_ARGS__, NULL },
#define ALONE(...) { __VA_ARGS__ },
#include "bad-plans-list.h"
#undef BAD
#undef ALONE
};

static xmlDoc *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  xmlDoc *doc = sd_xml_read_bytes (bytes, "a.xml", &error);

  g_assert_no_error (error);
  return doc;
}

static char *
load (const char *document)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "plan", "data", document, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
spoil (const Case *c)
{
  g_autofree char *text = load (c->document);
  g_auto (GStrv) parts = g_strsplit (text, c->find, 2);

  if (parts[1] == NULL)
    g_error ("%s does not hold “%s”", c->document, c->find);
  return g_strjoinv (c->replace, parts);
}

static void
test_good (void)
{
  static const char *const documents[] = { PLAN, COUNTY };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *text = load (documents[i]);
      g_autoptr (xmlDoc) doc = parse (text);
      g_autoptr (GError) error = NULL;

      sd_plan_xml_validate (doc, "a.xml", &error);
      g_assert_no_error (error);
    }
}

static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = spoil (c);
  g_autofree char *place = g_strdup_printf ("a.xml:%d: ", c->line);
  g_autoptr (xmlDoc) doc = parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) xsd_error = NULL;

  g_assert_false (sd_county_check_doc (doc, "a.xml", &error));
  g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message, c->says));
  /* A sentence of one line, whole. */
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));

  g_assert_true (sd_xsd_validate (doc, "a.xml", &xsd_error) == (c->why_reader_alone != NULL));
  if (xsd_error != NULL)
    g_test_message ("%s", xsd_error->message);
}

/* Roots that are none of ours. */
static void
test_roots (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *says;
  } roots[] = {
    { "<scheme xmlns=\"urn:sanding:plan:1\"/>", SD_PLAN_ERROR_NOT_A_PLAN,
      "a.xml:1: the root is scheme; expected plan or county of the namespace urn:sanding:plan:1." },
    { "<unit xmlns=\"urn:sanding:plan:1\"/>", SD_PLAN_ERROR_NOT_A_PLAN, "the root is unit;" },
    { "<plan/>", SD_PLAN_ERROR_NOT_A_PLAN, "expected plan or county of the namespace" },
    { "<plan xmlns=\"urn:other\"/>", SD_PLAN_ERROR_NOT_A_PLAN, "of the namespace" },
    { "<x:plan xmlns:x=\"urn:sanding:plan:2\"/>", SD_PLAN_ERROR_UNSUPPORTED,
      "a.xml:1: the file is of version 2 of the format, which this program does not know; expected "
      "version 1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (xmlDoc) doc = parse (roots[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_false (sd_plan_xml_validate (doc, "a.xml", &error));
      g_assert_error (error, SD_PLAN_ERROR, roots[i].code);
      g_assert_nonnull (strstr (error->message, roots[i].says));
      g_assert_false (sd_xsd_validate (doc, "a.xml", NULL));
    }
}

/* What is unusual and right. */
static void
test_tolerated (void)
{
  static const struct
  {
    const char *find;
    const char *replace;
  } changes[] = {
    { "<unit ", "<!-- a comment --><?a b?><unit " },
    { "综合协调", "综合<!-- a -->协<![CDATA[调]]>" },
    { "<p>改写", "<!-- a --><p><!-- b -->改<![CDATA[写]]>" },
    { " status=", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                  "xsi:schemaLocation=\"urn:sanding:plan:1 http://127.0.0.1:9/a.xsd\" status=" },
    { "approved=\"8\"", "approved=\"008\"" },
    { "approved=\"8\"", "approved=\"2147483647\"" },
    { "98000.5", "9.80005e4" },
    { "2019-03-01", "2020-02-29" },
    { "local=\"true\"", "local=\"0\"" },
    { "heading=\"机构设置\"", "heading=\"\"" },
    { "<unit id=\"" ID ("06"),
      "<milestone id=\"" ID ("99") "\" name=\"a\"/><unit id=\"" ID ("06") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const Case c = { NULL, PLAN, changes[i].find, changes[i].replace, 0, NULL, NULL };
      g_autofree char *text = spoil (&c);
      g_autoptr (xmlDoc) doc = parse (text);
      g_autoptr (GError) error = NULL;

      sd_plan_xml_validate (doc, "a.xml", &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/plan/bad/none", test_good);
  g_test_add_func ("/plan/bad/roots", test_roots);
  g_test_add_func ("/plan/bad/tolerated", test_tolerated);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/bad/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_bad);
    }

  return g_test_run ();
}
