/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a schema is told when it is compiled, with the file and the line of the place
 * that is wrong, and all of it at once. */

#include "folder-fixture.h"

#include <locale.h>

#define IN_RULE(content)                                                                           \
  "<include href='p.xml'/>", "<pattern" PART ">\n<rule context='a'>\n" content "</rule></pattern>"
#define ONE(line) "\n<pattern><rule context='a'><assert test='1'>" line "</assert></rule></pattern>"

/* The message of the error, in which the folder is left out. */
static char *
compile (const char *schema, const char *included, GQuark *domain, int *code)
{
  const FolderFile files[] = { { "schema.sch", schema }, { "p.xml", included } };
  char *folder = folder_new (files, included != NULL ? 2 : 1);
  g_autofree char *path = g_build_filename (folder, "schema.sch", NULL);
  g_autofree char *place = g_strconcat (folder, "/", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SchSchema) compiled = sch_schema_new_from_file (file, &error);
  g_autoptr (GString) message = g_string_new (error != NULL ? error->message : "no error");

  g_assert_true ((compiled == NULL) == (error != NULL));
  *domain = error != NULL ? error->domain : 0;
  *code = error != NULL ? error->code : 0;
  g_string_replace (message, place, "", 0);
  folder_free (folder);

  return g_strdup (message->str);
}

static void
assert_error (const char *schema, const char *included, SchError code, const char *expected)
{
  GQuark domain;
  int own;
  g_autofree char *message = compile (schema, included, &domain, &own);

  if (!g_str_equal (message, expected) || domain != SCH_ERROR || own != (int) code)
    g_error ("%s\nexpected “%s”, got “%s”, code %d", schema, expected, message, own);
}

/* Each mistake in an expression, in each place where an expression may stand. */
static void
test_expressions (void)
{
  static const struct
  {
    const char *expression, *problem;
  } mistakes[] = {
    { "a[$nix]", "the variable $nix is not defined here" },
    { "a[nix()]", "there is no function nix()" },
    { "a[concat(nix(1), 2)]", "there is no function nix()" },
    { "a[math:nix(1)]", "there is no function math:nix()" },
    { "a[count(b, c)]", "count() does not take this number of arguments: 2" },
    { "a[contains(concat(b, \"),\"))]", "contains() does not take this number of arguments: 1" },
    { "a[not( )]", "not() does not take this number of arguments: 0" },
    { "a[key(\"nix\", 1)]", "there is no key “nix”" },
    { "a[", "it is no XPath 1.0 expression" },
    { "a b", "it is no XPath 1.0 expression" },
    { "concat(a,", "it is no XPath 1.0 expression" },
    { "a[1e0]", "it is no XPath 1.0 expression" },
    { "///a", "it is no XPath 1.0 expression" },
    { "a[_sch.eq(1, 2)]", "there is no function _sch.eq()" },
    { "a[if (b) then c else d]", "it is no XPath 1.0 expression" },
    { "", "it is no XPath 1.0 expression" },
    { "q:a", "the prefix q is not declared; expected an ns element for it" },
    { "b/@q:*", "the prefix q is not declared; expected an ns element for it" },
    { "a[q:f(1)]", "the prefix q is not declared; expected an ns element for it" },
  };
  static const struct
  {
    const char *place, *included, *before; /* @ stands for the expression */
  } places[] = {
    { "\n\n<let name='v' value='@'/>", NULL, "schema.sch:3" },
    { "\n<phase id='f'>\n<let name='v' value='@'/></phase>", NULL, "schema.sch:3" },
    { "<pattern>\n<let name='v' value='@'/></pattern>", NULL, "schema.sch:2" },
    { "<pattern><rule context='a'>\n<let name='v' value='@'/></rule></pattern>", NULL,
      "schema.sch:2" },
    { "\n<pattern documents='@'/>", NULL, "schema.sch:2" },
    { "<pattern>\n<rule context='@'/></pattern>", NULL, "schema.sch:2" },
    { "<pattern><rule context='c|\n@|d'/></pattern>", NULL, "schema.sch:1" },
    { "<pattern>\n<rule context='a' subject='@'/></pattern>", NULL, "schema.sch:2" },
    { "<pattern><rule context='a'>\n<assert test='@'/></rule></pattern>", NULL, "schema.sch:2" },
    { "<pattern><rule context='a'>\n<report test='@'/></rule></pattern>", NULL, "schema.sch:2" },
    { "<pattern><rule context='a'>\n<report test='1' subject='@'/></rule></pattern>", NULL,
      "schema.sch:2" },
    { ONE ("\n<value-of select='@'/>"), NULL, "schema.sch:3" },
    { ONE ("\n<name path='@'/>"), NULL, "schema.sch:3" },
    { ONE ("<emph>\n<span>\n<value-of select='@'/></span></emph>"), NULL, "schema.sch:4" },
    { "<diagnostics>\n<diagnostic id='d'>\n<value-of select='@'/></diagnostic></diagnostics>", NULL,
      "schema.sch:3" },
    { "<properties>\n<property id='d'>\n<value-of select='@'/></property></properties>", NULL,
      "schema.sch:3" },
    { "\n<xsl:key name='k' match='a' use='@'/>", NULL, "schema.sch:2" },
    { "\n<xsl:key name='k' match='@' use='.'/>", NULL, "schema.sch:2" },
    /* What is abstract is told where it is written, not where it is used, and once. */
    { "<pattern abstract='true' id='x'><rule context='a'>\n<assert test='@'/></rule></pattern>\n\n"
      "<pattern is-a='x'/><pattern is-a='x'/>",
      NULL, "schema.sch:2" },
    { "<pattern><rule abstract='true' id='x'>\n<assert test='@'/></rule>\n\n<rule context='a'>"
      "<extends rule='x'/></rule><rule context='b'><extends rule='x'/></rule></pattern>",
      NULL, "schema.sch:2" },
    /* What stands in another file is told with that file. */
    { IN_RULE ("<assert test='@'/>"), "p.xml:3" },
    { IN_RULE ("<let name='v' value='@'/>"), "p.xml:3" },
    { IN_RULE ("<assert test='1'>\n<value-of select='@'/></assert>"), "p.xml:4" },
    { IN_RULE ("<assert test='1'>\n<name path='@'/></assert>"), "p.xml:4" },
    { "<pattern>\n<include href='p.xml'/></pattern>",
      "<!-- a rule -->\n<rule" PART "\n context='@'/>", "p.xml:2" },
    { "<pattern><rule context='a'>\n<extends href='p.xml'/></rule></pattern>",
      "<rule" PART " abstract='true'>\n\n<assert test='@'/></rule>", "p.xml:3" },
    { "<extends href='p.xml'/>", "<schema" PART ">\n<let name='v' value='@'/></schema>",
      "p.xml:2" },
    { "<diagnostics>\n<include href='p.xml'/></diagnostics>",
      "<diagnostic" PART " id='d'>\n<value-of select='@'/></diagnostic>", "p.xml:2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (mistakes); j++)
      {
        g_autoptr (GString) schema = g_string_new (NULL);
        g_autoptr (GString) included = g_string_new (places[i].included);
        g_autofree char *expected = NULL;

        g_string_printf (schema, SCHEMA ("<ns prefix='math' uri='http://exslt.org/math'/>%s"),
                         places[i].place);
        g_string_replace (schema, "='@'", "='\1'", 0);
        g_string_replace (schema, "\n@|", "\n\1|", 0);
        g_string_replace (schema, "\1", mistakes[j].expression, 0);
        g_string_replace (included, "='@'", "='\1'", 0);
        g_string_replace (included, "\1", mistakes[j].expression, 0);
        if (strstr (places[i].place, "|") != NULL &&
            (g_str_has_suffix (mistakes[j].expression, "[") ||
             g_str_has_suffix (mistakes[j].expression, ",")))
          continue; /* the bracket swallows the branch that follows */
        expected = g_strdup_printf ("%s: “%s”: %s.", places[i].before, mistakes[j].expression,
                                    mistakes[j].problem);
        assert_error (schema->str, included->str, SCH_ERROR_SCHEMA, expected);
      }
}

/* What stands where it may not, is missing, stands twice or leads nowhere. */
static void
test_structure (void)
{
  static const struct
  {
    const char *schema, *included;
    SchError code;
    const char *expected;
  } cases[] = {
    { SCHEMA ("\n<phase id='f'>\n<active pattern='no'/></phase>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:3: active names “no”, but nothing has that id." },
    { SCHEMA ("\n<phase id='f'>\n<active/></phase>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:3: active lacks pattern, which it must have." },
    { SCHEMA ("\n<phase/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: phase lacks id, which it must have." },
    { SCHEMA ("\n<let value='1'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: let lacks name, which it must have." },
    { SCHEMA ("\n<phase id='f'><let value='1'/></phase>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: let lacks name, which it must have." },
    { SCHEMA ("\n<let name='v' value='1'/>\n<let name='v' value='2'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:3: the variable $v is defined already." },
    { SCHEMA ("<let name='v' value='$w'/>\n<let name='w' value='$w'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the value of $w depends on itself." },
    { SCHEMA ("<pattern>\n<let name='v' value='$w'/>\n<let name='w' value='1 + $v'/></pattern>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: the value of $v depends on itself." },
    /* A variable of a rule sees those before it, one of the schema those of the schema, and one of
     * a pattern those of the patterns before it. */
    { SCHEMA ("<pattern><rule context='a'>\n<let name='v' value='$w'/>\n<let name='w' value='1'/>"
              "</rule></pattern>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: “$w”: the variable $w is not defined here." },
    { SCHEMA ("\n<let name='v' value='$w'/><pattern><let name='w' value='1'/></pattern>"), NULL,
      SCH_ERROR_SCHEMA, "schema.sch:2: “$w”: the variable $w is not defined here." },
    { SCHEMA ("<pattern>\n<let name='v' value='$w'/></pattern><pattern><let name='w' value='1'/>"
              "</pattern>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: “$w”: the variable $w is not defined here." },
    { SCHEMA ("<phase id='f'>\n<let name='v' value='$w'/></phase><pattern><let name='w' value='1'/>"
              "</pattern>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: “$w”: the variable $w is not defined here." },
    /* A variable of a phase is there in that phase. */
    { SCHEMA ("<phase id='f'><let name='v' value='1'/><active pattern='p'/></phase>"
              "<phase id='g'>\n<active pattern='p'/></phase>"
              "<pattern id='p'><rule context='a'><assert test='$v'>a</assert></rule></pattern>"),
      NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the pattern p uses the variable $v, which this phase lacks." },
    { SCHEMA ("<phase id='f'><let name='v' value='1'/></phase><phase id='g'>\n<active pattern='p'/>"
              "</phase><pattern id='p'><let name='w' value='$v'/></pattern>"),
      NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the pattern p uses the variable $v, which this phase lacks." },
    { SCHEMA ("<phase id='f'><let name='v' value='1'/></phase><phase id='g'>\n<active pattern='p'/>"
              "</phase><pattern id='p'><rule context='a'><assert test='1' diagnostics='d'/></rule>"
              "</pattern><diagnostics><diagnostic id='d'><value-of select='$v'/></diagnostic>"
              "</diagnostics>"),
      NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the pattern p uses the variable $v, which this phase lacks." },
    /* A diagnostic has the variables of the assertions that name it. */
    { SCHEMA ("<pattern><rule context='a'><let name='v' value='1'/></rule><rule context='b'>"
              "<assert test='1' diagnostics='d'/></rule></pattern><diagnostics><diagnostic id='d'>"
              "\n<emph><value-of select='$v'/></emph></diagnostic></diagnostics>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: “$v”: the variable $v is not defined here." },
    { SCHEMA ("<pattern><rule context='a'><let name='v' value='1'/></rule><rule context='b'>"
              "<assert test='1' properties='d'/></rule></pattern><properties><property id='d'>"
              "\n<name path='$v'/></property></properties>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:2: “$v”: the variable $v is not defined here." },
    { SCHEMA ("\n<ns uri='u'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: ns lacks prefix, which it must have." },
    { SCHEMA ("<ns prefix='q' uri='u'/>\n<ns prefix='q' uri='u'/>\n<ns prefix='q' uri='w'/>"), NULL,
      SCH_ERROR_SCHEMA,
      "schema.sch:3: the prefix q stands for u already; expected another for w." },
    { SCHEMA ("\n<ns prefix='xml' uri='u'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the prefix xml stands for http://www.w3.org/XML/1998/namespace already; "
      "expected another for u." },
    { SCHEMA ("\n<ns prefix='q'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: ns lacks uri, which it must have." },
    { SCHEMA ("\n<xsl:key name='k' use='.'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: key lacks match, which it must have." },
    { SCHEMA ("<pattern>\n<rule><assert test='1'/></rule></pattern>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: rule lacks context, which it must have." },
    { SCHEMA ("<pattern id='p'/>\n<phase id='p'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the id “p” stands twice." },
    { SCHEMA ("<pattern id='p'/>\n<include href='p.xml'/>"), "<pattern" PART "\n id='p'/>",
      SCH_ERROR_SCHEMA, "p.xml:1: the id “p” stands twice." },
    { SCHEMA (ONE (
          "") "<pattern><rule context='a'>\n<assert test='1' diagnostics='d e'/></rule></pattern>"
              "<diagnostics><diagnostic id='e'/></diagnostics>"),
      NULL, SCH_ERROR_SCHEMA, "schema.sch:3: diagnostics names “d”, but nothing has that id." },
    { SCHEMA ("<include href='p.xml'/>"),
      "<pattern" PART "><rule context='a'>\n<assert test='1' properties='d'/></rule></pattern>",
      SCH_ERROR_SCHEMA, "p.xml:2: properties names “d”, but nothing has that id." },
    { SCHEMA ("<diagnostics>\n<diagnostic/></diagnostics>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: diagnostic lacks id, which it must have." },
    { SCHEMA ("\n<pattern is-a='x'/>\n<pattern id='x'/>\n<pattern is-a='y'/>"), NULL,
      SCH_ERROR_SCHEMA,
      "schema.sch:2: is-a names “x”, but no abstract pattern has that id.\n"
      "schema.sch:4: is-a names “y”, but no abstract pattern has that id." },
    { SCHEMA ("<include href='p.xml'/>"),
      "<pattern" PART "><rule context='a'>\n<extends rule='x'/></rule><rule context='b'>\n"
      "<extends rule='y'/></rule></pattern>",
      SCH_ERROR_SCHEMA,
      "p.xml:2: extends names “x”, but no abstract rule of this pattern has that id.\n"
      "p.xml:3: extends names “y”, but no abstract rule of this pattern has that id." },
    { "<!-- head -->\n<schema" PART " defaultPhase='none'/>", NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: defaultPhase names “none”, but nothing has that id." },
    { "<!-- head -->\n<schema" PART " queryBinding='xslt2'/>", NULL, SCH_ERROR_UNSUPPORTED,
      "schema.sch:2: the query binding is xslt2; expected xslt." },
    { "\n<s/>", NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: the root is s; expected schema of the namespace "
      "http://purl.oclc.org/dsdl/schematron." },
    { SCHEMA ("\n<rules/>\n<xsl:function name='f'/>"), NULL, SCH_ERROR_SCHEMA,
      "schema.sch:2: rules may not stand in schema.\n"
      "schema.sch:3: function of XSLT is not supported; only key and decimal-format are." },
    /* One mistake does not hide the others. */
    { SCHEMA ("<let name='v' value='('/>\n<pattern><rule context='a['><assert/>\n<assert "
              "test='$v'><value-of select='$w'/></assert></rule>\n<rule context='b' "
              "subject='f()'/></pattern>\n<include href='p.xml'/>"),
      "<diagnostics" PART "><diagnostic id='d'>\n<value-of/></diagnostic></diagnostics>",
      SCH_ERROR_SCHEMA,
      "schema.sch:1: “(”: it is no XPath 1.0 expression.\n"
      "schema.sch:2: “a[”: it is no XPath 1.0 expression.\n"
      "schema.sch:2: assert lacks test, which it must have.\n"
      "schema.sch:3: “$w”: the variable $w is not defined here.\n"
      "schema.sch:4: “f()”: there is no function f().\n"
      "p.xml:2: value-of lacks select, which it must have." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_error (cases[i].schema, cases[i].included, cases[i].code, cases[i].expected);
}

/* XPath that is no pattern (XSLT 1.0, 5.2), as a context and as what a key matches. */
static void
test_patterns (void)
{
  static const char *const steps = "it is no pattern of XSLT 1.0; expected steps by child or "
                                   "attribute";
  static const char *const current = "a pattern may not call current(); the node that it is "
                                     "matched with is .";
  const struct
  {
    const char *context, *problem;
  } cases[] = {
    { "a + 1", steps },
    { "b = c", steps },
    { "a and b", steps },
    { "a * 2", steps },
    { "1", steps },
    { "\"a\"", steps },
    { ".", steps },
    { "..", steps },
    { "./a", steps },
    { ".//a", steps },
    { "a/.", steps },
    { "a/..", steps },
    { "a//.", steps },
    { "//", NULL },
    { "a/", NULL },
    { "self::a", steps },
    { "self::node()", steps },
    { "parent::a", steps },
    { "ancestor::b", steps },
    { "a/ancestor::b", steps },
    { "descendant::a", steps },
    { "descendant-or-self::a", steps },
    { "following-sibling::a", steps },
    { "preceding::a", steps },
    { "namespace::*", steps },
    { "(a)", steps },
    { "(b|c)", steps },
    { "(a)[1]", steps },
    { "a/(b)", NULL },
    { "-a", steps },
    { "count(b)", steps },
    { "not(a)", steps },
    { "document(\"x\")", steps },
    { "a/id(\"x\")", NULL },
    { "id(a)", steps },
    { "id(\"a\")[1]", steps },
    { "key(\"k\", a)", steps },
    { "current()", steps },
    { "a[current()]", current },
    { "a[b = current()/@c]", current },
    { "a[b[. = current ()]]/d", current },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const places[] = {
        SCHEMA ("<xsl:key name='k' match='a' use='.'/><pattern>\n<rule context='@'/></pattern>"),
        SCHEMA ("<xsl:key name='k' match='a' use='.'/>\n<xsl:key name='l' match='@' use='.'/>"),
      };

      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autoptr (GString) schema = g_string_new (places[j]);
          g_autofree char *expected = g_strdup_printf (
              "schema.sch:2: “%s”: %s.", cases[i].context,
              cases[i].problem != NULL ? cases[i].problem : "it is no XPath 1.0 expression");

          g_string_replace (schema, "='@'", "='\1'", 0);
          g_string_replace (schema, "\1", cases[i].context, 0);
          assert_error (schema->str, NULL, SCH_ERROR_SCHEMA, expected);
        }
    }
}

/* What is missing does not keep the rest from being told, nor is what it may define missed. */
static void
test_stages (void)
{
  static const struct
  {
    const char *schema, *expected;
  } cases[] = {
    { SCHEMA ("\n<include href='#none'/>\n<include/>\n<nix/>\n"
              "<pattern is-a='none'/>\n<pattern><rule context='a'>\n<extends rule='none'/>\n"
              "<assert test='$none = key(\"none\", 1)' diagnostics='none'>a</assert>\n"
              "<assert test='a['>a</assert></rule></pattern>\n"
              "<phase id='f'><active pattern='none'/></phase>\n<let/>"),
      "schema.sch:2: “#none”: the file has no element with that id.\n"
      "schema.sch:3: include lacks href, which it must have.\n"
      "schema.sch:4: nix may not stand in schema.\n"
      "schema.sch:11: let lacks name, which it must have.\n"
      "schema.sch:9: “a[”: it is no XPath 1.0 expression." },
    { SCHEMA ("\n<pattern is-a='none' id='p'/>\n<pattern><rule context='a'>\n"
              "<extends rule='none'/>\n<assert test='$v'>a</assert>\n<assert test='1 +'>a</assert>"
              "</rule>\n<rule/></pattern>\n<phase id='f'>\n<active/></phase>"),
      "schema.sch:2: is-a names “none”, but no abstract pattern has that id.\n"
      "schema.sch:4: extends names “none”, but no abstract rule of this pattern has that id.\n"
      "schema.sch:9: active lacks pattern, which it must have.\n"
      "schema.sch:6: “1 +”: it is no XPath 1.0 expression.\n"
      "schema.sch:7: rule lacks context, which it must have." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_error (cases[i].schema, NULL, SCH_ERROR_SCHEMA, cases[i].expected);
}

/* Variables may wait for each other, but not so many that the stack would not hold them. */
static void
test_chain (void)
{
  static const struct
  {
    guint n;
    gboolean is_backward;
    const char *expected;
  } cases[] = {
    { 50, FALSE, "no error" },
    { 5000, TRUE, "no error" },
    { 100000, FALSE, "schema.sch:1: variables depend on each other more than 100 deep." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) schema = g_string_new ("<schema" PART "><let name='v0' value='1'/>");
      g_autofree char *message = NULL;
      GQuark domain;
      int code;

      for (guint j = 1; j < cases[i].n; j++)
        {
          guint number = cases[i].is_backward ? j : cases[i].n - j;

          g_string_append_printf (schema, "<let name='v%u' value='$v%u + 1'/>", number, number - 1);
        }
      g_string_append (schema, "<pattern/></schema>");
      message = compile (schema->str, NULL, &domain, &code);
      g_assert_cmpstr (message, ==, cases[i].expected);
    }
}

/* What looks like a mistake and is none. */
static void
test_right (void)
{
  static const char *const schemas[] = {
    SCHEMA ("<ns prefix='q' uri='u'/><pattern><rule context='q:*|@q:*|*|@*|node()|a-b|and|a/or'/>"
            "</pattern>"),
    SCHEMA ("<pattern><rule context=\"a[b - 1 = '-' and c * 2]|key('k', 1)/b|$v\"/><rule "
            "context=\"processing-instruction('x')\"/></pattern><let name='v' value='/*'/>"
            "<xsl:key name='k' match='a' use='.'/>"),
    SCHEMA (
        "<pattern><rule context='/|//a|/a//b|child::a|attribute::*|a/@b|comment()|text()|*//@*'/>"
        "<rule context=\"id('x')//a[.. = 1]|key('k', $v)/b[../b]/@c\"/></pattern>"
        "<let name='v' value='1'/><xsl:key name='k' match='a' use='current()/@b'/>"),
    SCHEMA ("<let name='v' value=\"key('k', 1)[concat('a', '),', b[1])]\"/><let name='w' "
            "value='key($v, 1)'/><xsl:key name='k' match=\"a[key('k', 2)]\" use='true( )'/>"
            "<let name='x' value=\"key(concat('l', ','), substring('a', 1))\"/>"),
    SCHEMA ("<pattern><rule context='a'><assert test='div div mod mod or and and'/>"
            "<assert test='child::q[self::text()]'/></rule></pattern>"),
    SCHEMA ("<pattern><let name='v' value='1'/></pattern><pattern><rule context='a[$v]'/>"
            "</pattern>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      GQuark domain;
      int code;
      g_autofree char *message = compile (schemas[i], NULL, &domain, &code);

      g_assert_cmpstr (message, ==, "no error");
    }
}

/* A schema that is wrong throughout is told of in bounds. */
static void
test_many (void)
{
  g_autoptr (GString) schema = g_string_new ("<schema" PART "><pattern>");
  g_autofree char *message = NULL;
  g_auto (GStrv) lines = NULL;
  GQuark domain;
  int code;

  for (guint i = 0; i < 2000; i++)
    g_string_append (schema, "<rule context='a['/>\n");
  g_string_append (schema, "</pattern></schema>");
  message = compile (schema->str, NULL, &domain, &code);
  lines = g_strsplit (message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 100);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/errors/expressions", test_expressions);
  g_test_add_func ("/errors/patterns", test_patterns);
  g_test_add_func ("/errors/structure", test_structure);
  g_test_add_func ("/errors/stages", test_stages);
  g_test_add_func ("/errors/chain", test_chain);
  g_test_add_func ("/errors/right", test_right);
  g_test_add_func ("/errors/many", test_many);

  return g_test_run ();
}
