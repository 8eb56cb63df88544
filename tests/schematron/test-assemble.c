/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schemas in several files, and what is abstract in them. */

#include "folder-fixture.h"

#include <locale.h>
#include <unistd.h>

#define RULE(attributes, content) "<rule context='t'" attributes ">" content "</rule>"
#define SAY(text) "<report test='1'>" text "</report>"

typedef struct
{
  const char *schema;
  FolderFile others[3];
  const char *expected; /* messages; or a part of the error, after a `!` */
} Case;

static void
run_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const FolderFile files[] = { { "schema.sch", cases[i].schema },
                                   { "document.xml", "<t n='3'><a n='1'/></t>" } };
      g_autoptr (GError) error = NULL;
      g_autoptr (SchReport) report = NULL;
      g_autofree char *messages = NULL;
      char *folder = folder_new (files, G_N_ELEMENTS (files));

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].others) && cases[i].others[j].name; j++)
        {
          g_autofree char *path = g_build_filename (folder, cases[i].others[j].name, NULL);
          g_autofree char *parent = g_path_get_dirname (path);

          g_mkdir_with_parents (parent, 0700);
          g_assert_true (g_file_set_contents (path, cases[i].others[j].content, -1, NULL));
        }
      report = folder_validate (folder, NULL, &error);
      messages = report != NULL ? folder_messages (report) : g_strdup (error->message);
      if (*cases[i].expected == '!' ? strstr (messages, cases[i].expected + 1) == NULL
                                    : !g_str_equal (messages, cases[i].expected))
        g_error ("case %u: expected “%s”, got “%s”", i, cases[i].expected, messages);
      folder_free (folder);
    }
}

static void
test_include (void)
{
  static const Case cases[] = {
    /* An include is replaced by the root of a file, by an element with an id, or by one of its own
     * file. */
    { SCHEMA ("<include href='p.xml'/>"),
      { { "p.xml", "<pattern" PART ">" RULE ("", SAY ("in")) "</pattern>" } },
      "in|" },
    { SCHEMA ("<pattern><include href='lib.sch#r2'/></pattern>"),
      { { "lib.sch", SCHEMA ("<pattern>" RULE (" id='r1'", SAY ("one"))
                                 RULE (" id='r2'", SAY ("two")) "</pattern>") } },
      "two|" },
    { SCHEMA ("<pattern>" RULE ("", "<include href='#again'/>"
                                    "<report id='again' test='1'>s</report>") "</pattern>"),
      { { 0 } },
      "!“again” stands twice" },
    /* What it refers to is relative to the included file: other includes, and document(). */
    { SCHEMA ("<include href='sub/p.xml'/>"),
      { { "sub/p.xml", "<pattern" PART "><include href='r.xml'/></pattern>" },
        { "sub/r.xml", "<rule" PART " context='t'><report test='1'><value-of "
                       "select=\"document('v.xml')/v\"/></report></rule>" },
        { "sub/v.xml", "<v>deep</v>" } },
      "deep|" },
    { SCHEMA ("<include href='sub/p.xml' xml:base='other/'/>"),
      { { "other/sub/p.xml", "<pattern" PART ">" RULE ("", SAY ("based")) "</pattern>" } },
      "based|" },
    /* Prefixes and languages stay as they were in the file. */
    { SCHEMA ("<include href='p.xml#p'/>"),
      { { "p.xml", "<s:schema xmlns:s='http://purl.oclc.org/dsdl/schematron'><s:pattern id='p'>"
                   "<s:rule context='t'><s:report test='1'>p</s:report></s:rule></s:pattern>"
                   "</s:schema>" } },
      "p|" },
    /* Circles, files that are not there, files outside. */
    { SCHEMA ("<include href='p.xml'/>"),
      { { "p.xml", "<pattern" PART "><include href='p.xml'/></pattern>" } },
      "!p.xml:1: “p.xml” leads back to itself" },
    { SCHEMA ("<include href='p.xml'/>"),
      { { "p.xml", "<include" PART " href='q.xml'/>" },
        { "q.xml", "<include" PART " href='p.xml'/>" } },
      "!leads back to itself" },
    { SCHEMA ("\n<include href='none.xml'/>"), { { 0 } }, "!schema.sch:2: " },
    { SCHEMA ("<include href='schema.sch#none'/>"), { { 0 } }, "!no element with that id" },
    { SCHEMA ("<include href='../../../etc/hostname'/>"),
      { { 0 } },
      "!outside the schema's folder" },
    { SCHEMA ("<include href='file:///etc/passwd'/>"), { { 0 } }, "!outside the schema's folder" },
    { SCHEMA ("<include href='http://127.0.0.1:9/x'/>"),
      { { 0 } },
      "!outside the schema's folder" },
    { SCHEMA ("<include/>"), { { 0 } }, "!include lacks href" },
    { SCHEMA ("<include href='p.xml'/>"),
      { { "p.xml", "<!DOCTYPE p [<!ENTITY e 'x'>]><pattern" PART ">&e;</pattern>" } },
      "!declares or uses an entity" },
    /* An error names the file that it is in. */
    { SCHEMA ("<include href='p.xml'/>"),
      { { "p.xml", "<pattern" PART ">\n<rule context='t'>\n<assert test='('/></rule></pattern>" } },
      "!p.xml:3: “(”" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_extends (void)
{
  static const Case cases[] = {
    { SCHEMA ("<pattern><rule abstract='true' id='x'><let name='v' value='@n + 1'/>" SAY (
          "<value-of select='$v'/>") "</rule>" RULE ("",
                                                     "<extends rule='x'/>" SAY (
                                                         "own <value-of select='$v'/>")) "</"
                                                                                         "pattern"
                                                                                         ">"),
      { { 0 } },
      "4|own 4|" },
    { SCHEMA ("<pattern>" RULE ("", "<extends rule='y'/>") "<rule abstract='true' id='x'>" SAY (
          "x") "</rule><rule abstract='true' id='y'>" SAY ("y") "<extends rule='x'/></rule>"
                                                                "</pattern>"),
      { { 0 } },
      "y|x|" },
    { SCHEMA ("<pattern><rule abstract='true' id='x'><extends rule='y'/></rule><rule "
              "abstract='true' id='y'><extends rule='x'/></rule>" RULE (
                  "", "<extends rule='x'/>") "</pattern>"),
      { { 0 } },
      "!leads back to itself" },
    { SCHEMA ("<pattern><rule id='x' context='a'/>" RULE ("", "<extends rule='x'/>") "</pattern>"),
      { { 0 } },
      "!no abstract rule" },
    { SCHEMA ("<pattern><rule id='x' abstract='true' context='a'/></pattern>"),
      { { 0 } },
      "!an abstract rule may have no context" },
    { SCHEMA ("<pattern>" RULE ("", "<extends/>") "</pattern>"), { { 0 } }, "!extends lacks rule" },
    /* By a file: what its element holds, not the element. */
    { SCHEMA ("<pattern>" RULE ("", "<extends href='lib/r.xml'/>") "</pattern>"),
      { { "lib/r.xml", "<rule" PART " context='none'><let name='v' value='7'/><extends "
                       "href='s.xml'/></rule>" },
        { "lib/s.xml", "<rule" PART ">" SAY ("<value-of select='$v'/>") "</rule>" } },
      "7|" },
    { SCHEMA ("<pattern>" RULE ("", "<extends href='p.xml'/>") "</pattern>"),
      { { "p.xml", "<pattern" PART "/>" } },
      "!extends leads to pattern; expected rule" },
    { SCHEMA ("<extends href='p.xml'/>"),
      { { "p.xml", SCHEMA ("<ns prefix='q' uri='q'/><let name='v' value='8'/><pattern>" RULE (
                       "", SAY ("<value-of select='$v'/>")) "</pattern>") } },
      "8|" },
    { SCHEMA ("<pattern>" RULE ("", "<extends href='r.xml'/>") "</pattern>"),
      { { "r.xml", "<rule" PART "><extends href='r.xml'/></rule>" } },
      "!leads back to itself" },
    /* What is extended twice stands twice, with its ids. */
    { SCHEMA ("<pattern>" RULE ("", "<extends href='r.xml'/>") "</pattern><pattern>" RULE (
          "", "<extends href='r.xml'/>") "</pattern>"),
      { { "r.xml", "<rule" PART "><report id='i' test='1'>r</report></rule>" } },
      "r|r|" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_abstract_patterns (void)
{
#define ABSTRACT                                                                                   \
  "<pattern abstract='true' id='abs'><param name='word' value=\"'default'\"/><rule "               \
  "context='$node'>" SAY (                                                                         \
      "<value-of select='$word'/> <value-of select='$nodes + 1'/>") "</rule>"                      \
                                                                    "</pattern>"
  static const Case cases[] = {
    /* A name is replaced as a whole, so $nodes is no $node with an s. */
    { SCHEMA ("<let name='nodes' value='4'/>" ABSTRACT
              "<pattern is-a='abs'><param name='node' value='a'/></pattern>"),
      { { 0 } },
      "default 5|" },
    { SCHEMA ("<let name='nodes' value='4'/><pattern is-a='abs'><param name='node' value='t|a'/>"
              "<param name='word' value=\"'own'\"/></pattern>" ABSTRACT),
      { { 0 } },
      "own 5|own 5|" },
    { SCHEMA (ABSTRACT "<pattern is-a='abs'><param name='node' value='a'/></pattern>"),
      { { 0 } },
      "!the variable $nodes is not defined" },
    { SCHEMA (ABSTRACT "<pattern is-a='abs'><param name='node'/></pattern>"),
      { { 0 } },
      "!param lacks value" },
    { SCHEMA (ABSTRACT "<pattern is-a='abs'><param name='node' value='a'/><param name='node' "
                       "value='b'/></pattern>"),
      { { 0 } },
      "!the parameter node is given twice" },
    { SCHEMA (ABSTRACT "<pattern is-a='abs'>" RULE ("", "") "</pattern>"),
      { { 0 } },
      "!rule may not stand in a pattern with is-a" },
    { SCHEMA (ABSTRACT "<pattern is-a='abs' id='b' abstract='true'/>"),
      { { 0 } },
      "!may not be abstract itself" },
    { SCHEMA (ABSTRACT), { { 0 } }, "" },
    /* Abstract rules in an abstract pattern; an instance has its own id, which a phase names. */
    { "<schema" PART " defaultPhase='f'><phase id='f'><active pattern='two'/></phase>"
      "<pattern abstract='true' id='abs'><rule abstract='true' id='r'>" SAY (
          "<value-of select='$v'/>") "</rule>" RULE ("",
                                                     "<extends rule='r'/>") "</pattern>"
                                                                            "<pattern id='one' "
                                                                            "is-a='abs'><param "
                                                                            "name='v' value='1'/>"
                                                                            "</pattern><pattern "
                                                                            "id='two' "
                                                                            "is-a='abs'><param "
                                                                            "name='v' "
                                                                            "value='2'/></"
                                                                            "pattern></schema>",
      { { 0 } },
      "2|" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_documents (void)
{
  static const Case cases[] = {
    /* Names that stand in a document are relative to it. */
    { SCHEMA ("<pattern documents=\"document('sub/index.xml')/i/@href\"><rule context='v'>" SAY (
          "<value-of select='.'/>") "</rule></pattern>"),
      { { "sub/index.xml", "<i href='v.xml'/>" }, { "sub/v.xml", "<v>sub</v>" } },
      "sub|" },
    { SCHEMA ("<let name='file' value=\"'v'\"/><pattern documents=\"concat ($file, '.xml')\"><rule "
              "context='v'>" SAY ("<value-of select='.'/>") "</rule></pattern>"),
      { { "v.xml", "<v>one</v>" } },
      "one|" },
    { SCHEMA ("<pattern documents=\"document('i.xml')/i/@*\"><rule context='/*'>" SAY (
          "<value-of select='.'/>") "</rule></pattern>"),
      { { "i.xml", "<i a='v.xml' b='w.xml' c='v.xml'/>" },
        { "v.xml", "<v>v</v>" },
        { "w.xml", "<w>w</w>" } },
      "v|w|" },
    { SCHEMA ("<pattern documents=\"'none.xml'\"><rule context='/'/></pattern>"),
      { { 0 } },
      "!none.xml: the file could not be read" },
    { SCHEMA ("<pattern documents=\"'../none.xml'\"><rule context='/'/></pattern>"),
      { { 0 } },
      "!outside the schema's folder" },
    { SCHEMA ("<pattern>" RULE ("", SAY ("<value-of select=\"document('v.xml', "
                                         "document('sub/i.xml'))/v\"/>")) "</pattern>"),
      { { "sub/i.xml", "<i/>" }, { "sub/v.xml", "<v>by base</v>" }, { "v.xml", "<v>no</v>" } },
      "by base|" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

/* A symbolic link in the folder leads out of it as little as `..` does. */
static void
test_links (void)
{
  static const FolderFile files[] = {
    { "schema.sch", SCHEMA ("<include href='link.xml'/>") },
    { "document.xml", "<t/>" },
  };
  static const FolderFile outside[] = { { "p.xml", "<pattern" PART "/>" } };
  char *folder = folder_new (files, G_N_ELEMENTS (files));
  char *other = folder_new (outside, 1);
  g_autofree char *target = g_build_filename (other, "p.xml", NULL);
  g_autofree char *link_path = g_build_filename (folder, "link.xml", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (target, link_path), ==, 0);
  g_assert_null (folder_validate (folder, NULL, &error));
  g_assert_error (error, SCH_ERROR, SCH_ERROR_IO);
  folder_free (folder);
  folder_free (other);
}

/* Ten files that each include the next one ten times would make ten thousand million rules. */
static void
test_bomb (void)
{
  char *folder = folder_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup ("schema.sch") : g_strdup_printf ("%u.xml", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GString) text = g_string_new (i == 0 ? "<schema" PART ">" : "<pattern" PART ">");

      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "<include href='%u.xml'/>", i + 1);
      g_string_append (text, i == 0 ? "</schema>" : "</pattern>");
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
    }
  {
    g_autofree char *last = g_build_filename (folder, "10.xml", NULL);

    g_assert_true (g_file_set_contents (last, "<rule" PART " context='a'/>", -1, NULL));
  }
  g_assert_null (folder_validate (folder, NULL, &error));
  g_assert_error (error, SCH_ERROR, SCH_ERROR_LIMIT);
  folder_free (folder);
}

static void
append_repeated (GString *text, const char *piece, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

/* Without any other file: a long parameter in many places. */
static char *
parameter_bomb (void)
{
  GString *text = g_string_new ("<pattern abstract='true' id='p'><rule context='a'><assert test='");

  append_repeated (text, "$x + ", 10000);
  g_string_append (text, "1'/></rule></pattern><pattern is-a='p'><param name='x' value='");
  append_repeated (text, "1", 10000);
  g_string_append (text, "'/></pattern>");

  return g_string_free (text, FALSE);
}

/* Rules that each extend the one before twice, of which the first is long. */
static char *
extends_bomb (void)
{
  GString *text = g_string_new ("<pattern><rule abstract='true' id='r0'><assert test='1'>");

  append_repeated (text, "message ", 10000);
  g_string_append (text, "</assert></rule>");
  for (guint i = 1; i <= 11; i++)
    g_string_append_printf (text,
                            "<rule abstract='true' id='r%u'><extends rule='r%u'/>"
                            "<extends rule='r%u'/></rule>",
                            i, i - 1, i - 1);
  g_string_append (text, "<rule context='a'><extends rule='r11'/></rule></pattern>");

  return g_string_free (text, FALSE);
}

/* Patterns that are all made from one that is long. */
static char *
pattern_bomb (void)
{
  GString *text = g_string_new ("<pattern abstract='true' id='p'><rule context='a'><report "
                                "test='0'>");

  append_repeated (text, "message ", 10000);
  g_string_append (text, "</report></rule></pattern>");
  append_repeated (text, "<pattern is-a='p'/>", 1000);

  return g_string_free (text, FALSE);
}

static void
test_growth (void)
{
  static char *(*const bombs[]) (void) = { parameter_bomb, extends_bomb, pattern_bomb };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *content = bombs[i]();
      g_autofree char *text = g_strconcat ("<schema" PART ">", content, "</schema>", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_null (sch_schema_new_from_bytes (bytes, NULL, &error));
      g_assert_error (error, SCH_ERROR, SCH_ERROR_LIMIT);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assemble/include", test_include);
  g_test_add_func ("/assemble/extends", test_extends);
  g_test_add_func ("/assemble/abstract-patterns", test_abstract_patterns);
  g_test_add_func ("/assemble/documents", test_documents);
  g_test_add_func ("/assemble/links", test_links);
  g_test_add_func ("/assemble/bomb", test_bomb);
  g_test_add_func ("/assemble/growth", test_growth);

  return g_test_run ();
}
