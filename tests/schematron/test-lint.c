/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a schema says in vain: told where it is sure, and never where it is not so. */

#include "folder-fixture.h"

#include <locale.h>

static SchSchema *
compile (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SchSchema *schema = sch_schema_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return schema;
}

static char *
warnings_of (SchSchema *schema)
{
  g_autoptr (GPtrArray) warnings = sch_schema_lint (schema);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const SchWarning *warning = g_ptr_array_index (warnings, i);

      g_string_append_printf (text, "%s:%u: %s\n", warning->file, warning->line, warning->sentence);
    }

  return g_string_free (text, FALSE);
}

static char *
schema_of_contexts (const char *first, const char *second)
{
  g_autofree char *a = g_markup_escape_text (first, -1);
  g_autofree char *b = g_markup_escape_text (second, -1);

  return g_strdup_printf (
      SCHEMA ("<ns prefix='q' uri='u'/><ns prefix='math' uri='http://exslt.org/math'/>"
              "<let name='v' value='2'/><xsl:key name='k' match='a' use='.'/>"
              "<pattern><rule context=\"%s\"/><rule context=\"%s\"><report test='1 or $v'>"
              "reached</report></rule></pattern>"),
      a, b);
}

/* Does the second of two rules never get its turn? */
static void
test_shadow (void)
{
  static const struct
  {
    const char *first, *second;
    gboolean is_shadowed;
  } cases[] = {
    { "unit", "unit", TRUE },
    { "unit [ @x='a' ]", "unit[@x = 'a']", TRUE },
    { "unit", "unit[@x]", TRUE },
    { "unit[@x]", "unit", FALSE },
    { "unit[@x]", "unit[@x][@y]", TRUE },
    { "unit[@x]", "unit[@y][@x]", TRUE },
    { "unit[@x]", "unit[@y and @x]", TRUE },
    { "unit[@x and @y]", "unit[@y][@x]", TRUE },
    { "unit[@x]", "unit[@y or @x]", FALSE },
    { "unit[@x or @y]", "unit[@x or @y][1]", TRUE },
    { "unit[not(@x)]", "unit[@y and not ( @x )]", TRUE },
    { "unit[count(a) = 1]", "unit[@y][count(a) = 1]", TRUE },
    /* A number is a position, and counts among those that are left. */
    { "unit[1]", "unit[1]", TRUE },
    { "unit[1]", "unit[1][@x]", TRUE },
    { "unit[1]", "unit[@x][1]", FALSE },
    { "unit[count(a)]", "unit[@x][count(a)]", FALSE },
    { "unit[$v]", "unit[@x][$v]", FALSE },
    { "unit[position() = 1]", "unit[@x][position() = 1]", FALSE },
    { "unit[last()]", "unit[@x][last()]", FALSE },
    { "unit[@a + 1]", "unit[@x][@a + 1]", FALSE },
    { "*[1]", "unit[1]", FALSE },
    { "*[@x]", "unit[@x]", TRUE },
    /* What a step is. */
    { "*", "unit", TRUE },
    { "*", "q:unit", TRUE },
    { "q:*", "q:unit", TRUE },
    { "q:*", "q:*", TRUE },
    { "q:*", "unit", FALSE },
    { "q:unit", "q:units", FALSE },
    { "q:*", "*", FALSE },
    { "unit", "*", FALSE },
    { "*", "@x", FALSE },
    { "*", "text()", FALSE },
    { "*", "/", FALSE },
    { "/", "/", TRUE },
    { "node()", "/", FALSE },
    { "node()", "/*", TRUE },
    { "node()", "text()", TRUE },
    { "node()", "comment()[1]", TRUE },
    { "node()", "@x", FALSE },
    { "@*", "@x", TRUE },
    { "@*", "unit/@q:x", TRUE },
    { "@node()", "@x", TRUE },
    { "@x", "unit/@x", TRUE },
    { "attribute::x", "@x", TRUE },
    { "child::unit", "unit[@x]", TRUE },
    { "text()", "unit/text()", TRUE },
    { "processing-instruction()", "processing-instruction('x')", TRUE },
    { "processing-instruction('x')", "processing-instruction()", FALSE },
    { "processing-instruction('x')", "processing-instruction('y')", FALSE },
    /* Where it stands. */
    { "b", "a/b", TRUE },
    { "a/b", "b", FALSE },
    { "b", "/b", TRUE },
    { "/b", "b", FALSE },
    { "//b", "b", TRUE },
    { "b", "//b", TRUE },
    { "/a/b", "a/b", FALSE },
    { "a/b", "/a/b", TRUE },
    { "a/b", "a//b", FALSE },
    { "a//b", "a/b", TRUE },
    { "a//b", "a/c/b", TRUE },
    { "a//b", "a//c/b", TRUE },
    { "a//b", "a[@x]/c//b[1]", TRUE },
    { "a//a", "a", FALSE },
    { "a//a", "a/a", TRUE },
    { "a//@x", "a/@x", TRUE },
    { "*/b", "a/b", TRUE },
    { "*/b", "/b", FALSE },
    { "*//b", "/*/c/b", TRUE },
    { "/*/b", "/a/b", TRUE },
    { "/*/b", "a/b", FALSE },
    { "a[@x]/b", "a/b", FALSE },
    { "a[@x]/b", "a[@x]/b[@y]", TRUE },
    { "a/*/b", "a/c/c/b", FALSE },
    { "a/*/b", "c/a/c/b", TRUE },
    { "a//c/b", "a/c//b", FALSE },
    /* What is no path down the tree takes only its like. */
    { "$v", "$v", TRUE },
    { "$v/a", "$v/b/a", FALSE },
    { "*", "$v", FALSE },
    { "key('k', 1)", "key('k', 1)", TRUE },
    { "key('k', 1)", "a[key('k', 1)]", FALSE },
    /* What may change from one time to the next. */
    { "a[math:random() > 0.5]", "a[math:random() > 0.5]", FALSE },
    { "a", "a[math:random() > 0.5]", TRUE },
    { "a[document('x')]", "a[document('x')]", FALSE },
    /* Several branches. */
    { "a|b", "b|a", TRUE },
    { "a|b", "a|c", FALSE },
    { "c|*", "a|b[@x]", TRUE },
    { "a['|']", "a['|']|b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = schema_of_contexts (cases[i].first, cases[i].second);
      g_autoptr (SchSchema) schema = compile (text);
      g_autofree char *warnings = warnings_of (schema);
      gboolean is_shadowed = g_str_has_prefix (warnings, "schema:1: the rule with context");

      if (is_shadowed != cases[i].is_shadowed)
        g_error ("“%s”, then “%s”: %s", cases[i].first, cases[i].second, warnings);
    }
}

static const char *
one_of (const char *const *words)
{
  return words[g_test_rand_int_range (0, (gint32) g_strv_length ((char **) words))];
}

static char *
random_context (void)
{
  static const char *const starts[] = { "", "", "", "/", "//", NULL };
  static const char *const separators[] = { "/", "/", "//", NULL };
  static const char *const tests[] = { "a", "a", "b", "*", "q:a", "q:*", "node()", NULL };
  static const char *const ends[] = { "a",  "a",  "b",    "*",      "q:a",       "q:*", "node()",
                                      "@x", "@*", "@q:x", "text()", "comment()", NULL };
  static const char *const predicates[] = {
    "",           "",          "",         "",           "[1]",
    "[2]",        "[@x]",      "[@x = 1]", "[a]",        "[not(@x)]",
    "[@x and a]", "[a or @x]", "[last()]", "[count(*)]", "[position() = 2]",
    "[$v]",       "[@x][1]",   "[1][@x]",  NULL
  };
  GString *context = g_string_new (one_of (starts));
  guint n = g_test_rand_int_range (0, 3);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (context, "%s%s%s", one_of (tests), one_of (predicates),
                            one_of (separators));
  g_string_append_printf (context, "%s%s", one_of (ends), one_of (predicates));

  return g_string_free (context, FALSE);
}

/* Something like another context, so that the question is not too easy. */
static char *
random_variant (const char *context)
{
  static const char *const starts[] = { "", "", "a/", "*/", "a//", "b[@x]/", NULL };
  static const char *const ends[] = { "", "", "[1]", "[@x]", "[a and @x]", "/a", "/@x", NULL };

  return g_strconcat (*context == '/' ? "" : one_of (starts), context, one_of (ends), NULL);
}

static void
append_random (GString *text, guint depth)
{
  static const char *const names[] = { "a", "a", "b", "c", "q:a", NULL };
  static const char *const attributes[] = {
    "", "", " x='1'", " x='2'", " q:x='1'", " y='1'", NULL
  };
  static const char *const between[] = { "", "t", "<!--c-->", NULL };
  const char *name = one_of (names);
  guint n = depth > 0 ? g_test_rand_int_range (0, 5) : 0;

  g_string_append_printf (text, "<%s%s%s>%s", name, depth == 4 ? " xmlns:q='u'" : "",
                          one_of (attributes), one_of (between));
  for (guint i = 0; i < n; i++)
    append_random (text, depth - 1);
  g_string_append_printf (text, "%s</%s>", one_of (between), name);
}

/* Whatever the contexts: a rule of which it is said that it is never reached is reached by no
 * node of any document. */
static void
test_no_false_alarm (void)
{
  guint n_shadowed = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *first = random_context ();
      g_autofree char *second = i % 2 == 0 ? random_variant (first) : random_context ();
      g_autofree char *text = schema_of_contexts (first, second);
      g_autoptr (SchSchema) schema = compile (text);
      g_autoptr (GPtrArray) warnings = sch_schema_lint (schema);

      n_shadowed += warnings->len;
      for (guint j = 0; warnings->len > 0 && j < 8; j++)
        {
          g_autoptr (GString) document = g_string_new (NULL);
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (SchReport) report = NULL;

          append_random (document, 4);
          bytes = g_bytes_new (document->str, document->len);
          report = sch_schema_validate_bytes (schema, NULL, bytes, "document", NULL, NULL);
          if (!sch_report_is_valid (report))
            g_error ("“%s”, then “%s” is reached in %s", first, second, document->str);
        }
    }
  g_assert_cmpuint (n_shadowed, >, 100);
}

static void
test_warnings (void)
{
  static const struct
  {
    const char *schema, *expected;
  } cases[] = {
    { SCHEMA ("<pattern>\n<rule context='a|b'/>\n<rule context='c|a[@x]|d'/>\n"
              "<rule context='b|d'/></pattern><pattern><rule context='a'/></pattern>"),
      "schema:3: in the context “c|a[@x]|d”, “a[@x]” is never reached: the rule with context “a|b” "
      "at schema:2 comes first and takes its nodes.\n"
      "schema:4: the rule with context “b|d” is never reached: the rule with context “a|b” at "
      "schema:2 comes first and takes its nodes.\n" },
    { SCHEMA ("<let name='a' value='1'/>\n<let name='b' value='$a'/>\n<pattern>\n<let name='c' "
              "value='$b'/><rule context='a[$c]'>\n<let name='d'><x/></let>\n<let name='e' "
              "value='1'/><assert test='1'><value-of select='$e'/></assert></rule></pattern>"),
      "schema:5: no expression uses the variable $d.\n" },
    { SCHEMA ("<pattern><rule context='a'><assert test='1' diagnostics='d' properties='p'/></rule>"
              "</pattern><diagnostics><diagnostic id='d'/>\n<diagnostic id='e'/></diagnostics>"
              "<properties><property id='p'/>\n<property id='q'/></properties>"),
      "schema:2: no assert and no report names the diagnostic “e”.\n"
      "schema:3: no assert and no report names the property “q”.\n" },
    { SCHEMA ("<phase id='f'><active pattern='p'/></phase><pattern id='p'/>\n<pattern id='q'/>\n"
              "<pattern/>"),
      "schema:2: no phase has this pattern; only #ALL checks it.\n"
      "schema:3: no phase has this pattern; only #ALL checks it.\n" },
    { SCHEMA ("<pattern/><pattern id='p'/>"), "" },
    { SCHEMA ("<pattern abstract='true' id='x'>\n<rule abstract='true' id='r'><extends rule='s'/>"
              "</rule><rule abstract='true' id='s'/>\n<rule abstract='true' id='t'/>"
              "<rule context='a'><extends rule='r'/></rule></pattern><pattern is-a='x'/>"
              "<pattern is-a='x'/>\n<pattern abstract='true' id='y'><rule context='a'/></pattern>"),
      "schema:3: nothing uses the abstract rule “t”.\n"
      "schema:4: nothing uses the abstract pattern “y”.\n" },
    /* Of what is abstract, each use is looked at, and what is alike is told once. */
    { SCHEMA ("<pattern abstract='true' id='x'><rule context='$what'/>\n<rule context='b'>"
              "<let name='v' value='1'/></rule></pattern><pattern is-a='x'><param name='what' "
              "value='a'/></pattern><pattern is-a='x'><param name='what' value='*'/></pattern>"),
      "schema:2: no expression uses the variable $v.\n"
      "schema:2: the rule with context “b” is never reached: the rule with context “*” at schema:1 "
      "comes first and takes its nodes.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SchSchema) schema = compile (cases[i].schema);
      g_autofree char *warnings = warnings_of (schema);

      g_assert_cmpstr (warnings, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lint/shadow", test_shadow);
  g_test_add_func ("/lint/no-false-alarm", test_no_false_alarm);
  g_test_add_func ("/lint/warnings", test_warnings);

  return g_test_run ();
}
