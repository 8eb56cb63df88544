/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/reader.h"
#include "plan/validate.h"
#include "temp-folder.h"

#include <sys/resource.h>
#include <unistd.h>

/* Files that mean harm, or are broken. Each is refused with a sentence, and quickly. */

typedef struct
{
  const char *name;
  const char *text;
  gssize length;
  const char *says;
} Case;

#define LITERAL(text) text, sizeof (text) - 1

static const Case cases[] = {
  { "empty", LITERAL (""), "a.xml: the file is empty." },
  { "blank", LITERAL ("  \n "), "a.xml:2: the file is no well-formed XML: " },
  { "no-xml", LITERAL ("三定方案"),
    "a.xml:1: the file is no well-formed XML: it does not begin with an element." },
  { "nul", LITERAL ("<plan>\0</plan>"), "a.xml:1: the file is no well-formed XML: " },
  { "nul-in-attribute", LITERAL ("<plan a='\0'/>"), "the file is no well-formed XML: " },
  { "control", LITERAL ("<plan>\n\001</plan>"),
    "a.xml:2: the file is no well-formed XML: a character stands in it that XML does not allow." },
  { "control-reference", LITERAL ("<plan>&#1;</plan>"), "that XML does not allow." },
  { "bad-utf-8", LITERAL ("<plan>\n\xc3\x28</plan>"),
    "a.xml:2: the file is no well-formed XML: its bytes are not in the encoding that it states." },
  { "surrogate", LITERAL ("<plan>\xed\xa0\x80</plan>"), "the file is no well-formed XML: " },
  { "gbk", LITERAL ("<plan a='\xb7\xd1\xcf\xd8'/>"),
    "its bytes are not in the encoding that it states." },
  { "unknown-encoding", LITERAL ("<?xml version='1.0' encoding='none-such'?><plan/>"),
    "its encoding is not known; expected UTF-8." },
  { "not-closed", LITERAL ("<plan>\n<unit>"), "a.xml:2: the file is no well-formed XML: " },
  { "mismatch", LITERAL ("<plan>\n<unit>\n</plan>"),
    "a.xml:3: the file is no well-formed XML: an element is not closed by its own end tag." },
  { "two-roots", LITERAL ("<plan/>\n<plan/>"),
    "a.xml:2: the file is no well-formed XML: something follows the end of the root element." },
  { "attribute-twice", LITERAL ("<plan id='a' id='b'/>"),
    "an attribute stands twice in an element." },
  { "no-quotes", LITERAL ("<plan id=a/>"), "an attribute's value is not in quotes." },
  { "bare-ampersand", LITERAL ("<plan>a & b</plan>"), "expected &lt; or &amp;." },
  { "no-semicolon", LITERAL ("<plan>&amp b</plan>"), "expected &amp;." },
  { "undeclared-entity", LITERAL ("<plan>&nbsp;</plan>"),
    "an entity is used that XML does not have." },
  { "billion-laughs",
    LITERAL ("<!DOCTYPE plan [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
             "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<plan>&c;</plan>"),
    "a.xml:2: the DOCTYPE declares an entity or an attribute, which is not accepted; expected a "
    "file without a DOCTYPE." },
  { "external-entity",
    LITERAL ("<!DOCTYPE plan [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><plan>&a;</plan>"),
    "the DOCTYPE declares an entity" },
  { "unparsed-entity",
    LITERAL ("<!DOCTYPE plan [<!NOTATION n SYSTEM \"n\"><!ENTITY a SYSTEM \"b\" NDATA n>]><plan/>"),
    "the DOCTYPE declares an entity" },
  { "parameter-entity",
    LITERAL ("<!DOCTYPE plan [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a.dtd\"> %a;]><plan/>"),
    "the DOCTYPE declares an entity" },
  { "attribute-default", LITERAL ("<!DOCTYPE plan [<!ATTLIST plan title CDATA \"a\">]><plan/>"),
    "the DOCTYPE declares an entity or an attribute" },
};

static void
test_refused (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, (gsize) c->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "a.xml", &error);

  g_assert_null (doc);
  g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "a.xml"));
  g_assert_nonnull (strstr (error->message, c->says));
}

static char *
repeat (const char *before, const char *piece, gsize n, const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

static void
refuse_large (const char *text, const char *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "a.xml", &error);

  g_assert_null (doc);
  g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_deep (void)
{
  g_autofree char *deep = repeat ("", "<a>", 4 * 1000 * 1000, "");

  refuse_large (deep, "its elements are nested too deeply or its text is too long.");
}

static void
test_huge_attribute (void)
{
  g_autofree char *huge = repeat ("<plan title='", "0123456789abcdef", 1024 * 1024, "'/>");

  refuse_large (huge, "an attribute's value is too long or has no end.");
}

static void
test_huge_name (void)
{
  g_autofree char *huge = repeat ("<", "0123456789abcdef", 8 * 1024, "/>");
  g_autofree char *plan = repeat ("<p", "abcdefghijklmnop", 8 * 1024, "/>");

  refuse_large (huge, "the file is no well-formed XML");
  refuse_large (plan, "the file is no well-formed XML");
}

/* A value of a megabyte is quoted by its beginning. */
static void
test_long_value (void)
{
  g_autofree char *text =
      repeat ("<plan xmlns='urn:sanding:plan:1' id='6f1e2a4c-93b1-4d0e-8a55-000000000001' status='",
              "三定方案", 100 * 1000, "'/>");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "a.xml", &error);

  g_assert_no_error (error);
  g_assert_false (sd_plan_xml_validate (doc, "a.xml", &error));
  g_assert_nonnull (strstr (error->message, "方案…”; expected one of drafted,"));
  g_assert_cmpuint (strlen (error->message), <, 500);
}

/* A DOCTYPE that only names a DTD is harmless, since it is not loaded, though no plan has one; what
 * it might have declared is not guessed, and not left out. */
static void
test_doctype (void)
{
  static const char plain[] = "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>";
  static const char used[] =
      "<!DOCTYPE plan SYSTEM 'http://127.0.0.1:9/a.dtd'>"
      "<plan xmlns='urn:sanding:plan:1' id='6f1e2a4c-93b1-4d0e-8a55-000000000001' title='&a;'/>";
  g_autoptr (GBytes) plain_bytes = g_bytes_new_static (plain, strlen (plain));
  g_autoptr (GBytes) used_bytes = g_bytes_new_static (used, strlen (used));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) plain_doc = sd_xml_read_bytes (plain_bytes, "a.xml", &error);

  g_assert_no_error (error);
  g_assert_nonnull (plain_doc);
  g_assert_false (sd_plan_xml_validate (plain_doc, "a.xml", &error));
  g_assert_nonnull (
      strstr (error->message, "a.xml:1: the file has a DOCTYPE; expected a file without."));
  g_clear_error (&error);
  g_assert_null (sd_xml_read_bytes (used_bytes, "a.xml", &error));
  g_assert_nonnull (strstr (error->message, "a.xml:1: the DOCTYPE declares"));
}

static char *
load_plan (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "plan", "data", "plan.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* However a file was cut off, it is refused and not half read. */
static void
test_cut_off (void)
{
  gsize length;
  g_autofree char *text = load_plan (&length);

  for (gsize i = 0; i < length - 2; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "a.xml", &error);

      g_assert_null (doc);
      g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_NOT_XML);
    }
}

/* Whatever a damaged file holds, it is read or refused; what is read fits the schema. */
static void
test_damaged (void)
{
  gsize length;
  g_autofree char *text = load_plan (&length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (xmlDoc) doc = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (int) length)] = (char) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new_static (damaged, length);
      doc = sd_xml_read_bytes (bytes, "a.xml", &error);
      if (doc != NULL && sd_county_check_doc (doc, "a.xml", &error))
        sd_plan_xml_validate (doc, "a.xml", &error);
      else
        g_assert_nonnull (error);
      if (error != NULL)
        g_assert_null (strstr (error->message, "does not fit the schema"));
    }
}

static void
refuse_path (const char *path, int code, const char *says)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_file (file, NULL, &error);

  g_assert_null (doc);
  g_assert_error (error, SD_PLAN_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_files (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autofree char *large = g_build_filename (folder, "large.xml", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.xml", NULL);

  temp_folder_write (folder, "large.xml", "<plan>");
  g_assert_cmpint (truncate (large, G_GINT64_CONSTANT (1) << 32), ==, 0);

  refuse_path (large, SD_PLAN_ERROR_NOT_XML, "the file is larger than 64 MiB, so it is no plan.");
  refuse_path ("/dev/zero", SD_PLAN_ERROR_NOT_XML, "the file is larger than 64 MiB");
  refuse_path (missing, SD_PLAN_ERROR_IO, "the file could not be read");
  refuse_path (folder, SD_PLAN_ERROR_IO, "the file could not be read");
}

static void
test_cancelled (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GFile) file = temp_folder_file (folder, "a.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  temp_folder_write (folder, "a.xml", "<plan/>");
  g_cancellable_cancel (cancellable);
  g_assert_null (sd_xml_read_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_refused);
    }
  g_test_add_func ("/plan/hostile/deep", test_deep);
  g_test_add_func ("/plan/hostile/huge-attribute", test_huge_attribute);
  g_test_add_func ("/plan/hostile/huge-name", test_huge_name);
  g_test_add_func ("/plan/hostile/long-value", test_long_value);
  g_test_add_func ("/plan/hostile/doctype", test_doctype);
  g_test_add_func ("/plan/hostile/cut-off", test_cut_off);
  g_test_add_func ("/plan/hostile/damaged", test_damaged);
  g_test_add_func ("/plan/hostile/files", test_files);
  g_test_add_func ("/plan/hostile/cancelled", test_cancelled);

  return g_test_run ();
}
