/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "without-fixture.h"

/* Random expressions on random documents, evaluated by us and by libxml2. The seeds are fixed, so
 * that what fails fails again. */

#define N_SCHEMAS 40
#define N_RULES 4
#define N_ASSERTIONS 6

typedef struct
{
  GRand *random;
  GString *text;
  int depth; /* of expressions that may still be nested */
} Writer;

static void write_expression (Writer *self);
static void write_path (Writer *self);

static guint
pick (Writer *self, guint n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static void
put (Writer *self, const char *text)
{
  g_string_append (self->text, text);
}

#define PUT_ONE(self, ...)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const char *const words[] = { __VA_ARGS__ };                                            \
    put (self, words[pick (self, G_N_ELEMENTS (words))]);                                          \
  }                                                                                                \
  G_STMT_END

static void
write_predicates (Writer *self)
{
  while (self->depth > 0 && pick (self, 3) == 0)
    {
      self->depth--;
      put (self, "[");
      switch (pick (self, 8))
        {
        case 0:
          PUT_ONE (self, "1", "2", "last()", "position() = 2", "position() != last()", "$n");
          break;
        case 1:
        case 2:
          PUT_ONE (self, "@i = $s", "@i = current()/@i", "@j = $v", "@i = '1'", "$v/@i = @i",
                   "@j and @i = '2'", "@i = //b/@j", "@i != 1 and position() = 1");
          break;
        default:
          write_expression (self);
        }
      put (self, "]");
      self->depth++;
    }
}

static void
write_step (Writer *self)
{
  switch (pick (self, 9))
    {
    case 0:
      PUT_ONE (self, ".", "..");
      return;
    case 1:
      PUT_ONE (self, "@i", "@j", "@*", "@x:i", "@node()", "@x:*");
      break;
    case 2:
    case 3:
      PUT_ONE (self, "ancestor::", "ancestor-or-self::", "descendant::", "descendant-or-self::",
               "following::", "following-sibling::", "preceding::", "preceding-sibling::",
               "parent::", "self::", "child::");
      PUT_ONE (self, "a", "b", "c", "*", "node()", "text()", "x:a", "x:*");
      break;
    default:
      PUT_ONE (self, "a", "b", "c", "b", "*", "text()", "x:a", "node()", "comment()",
               "processing-instruction('p')", "nothing");
    }
  write_predicates (self);
}

static void
write_path (Writer *self)
{
  switch (pick (self, 9))
    {
    case 0:
    case 1:
      PUT_ONE (self, "/", "/r/", "//c/", "//node()/");
      if (pick (self, 2) == 0)
        {
          PUT_ONE (self, "/a", "/b", "/@i", "/x:a", "/text()");
          write_predicates (self);
          return;
        }
      break;
    case 2:
      PUT_ONE (self, "$v", "$w", "current()", "(//a | //b)", "(preceding::*)");
      write_predicates (self);
      if (pick (self, 2) == 0)
        return;
      PUT_ONE (self, "/", "//*/");
      break;
    default:
      break;
    }
  write_step (self);
  for (guint n = pick (self, 3); n > 0; n--)
    {
      /* libxml2 takes the first node of .//. from inside the first. */
      PUT_ONE (self, "/", "/", "//*/", "//b/", "//node()/@");
      if (self->text->str[self->text->len - 1] == '@')
        PUT_ONE (self, "i", "*");
      else
        write_step (self);
    }
}

static void
write_number (Writer *self)
{
  switch (pick (self, 4))
    {
    case 0:
      PUT_ONE (self, "count(", "sum(");
      write_path (self);
      put (self, ")");
      break;
    case 1:
      PUT_ONE (self, "number(", "string-length(", "floor(", "ceiling(", "round(", "-(");
      write_expression (self);
      put (self, ")");
      break;
    case 2:
      PUT_ONE (self, "0", "1", "2", "3", "1.5", "-0.5", "1 div 0", "0 div 0", "$n", "position()",
               "last()", "1000000000", "1.005", "123456789012345678", "0.9999999999999999",
               "count(preceding-sibling::b)");
      break;
    default:
      put (self, "(");
      write_expression (self);
      PUT_ONE (self, " + ", " - ", " * ", " div ", " mod ");
      write_expression (self);
      put (self, ")");
    }
}

static void
write_call (Writer *self, const char *name, guint n)
{
  put (self, name);
  put (self, "(");
  for (guint i = 0; i < n; i++)
    {
      put (self, i > 0 ? ", " : "");
      write_expression (self);
    }
  put (self, ")");
}

static void
write_string (Writer *self)
{
  static const struct
  {
    const char *name;
    guint n;
  } calls[] = {
    { "string", 1 },          { "concat", 3 },           { "substring", 2 },
    { "substring", 3 },       { "substring-before", 2 }, { "substring-after", 2 },
    { "normalize-space", 1 }, { "translate", 3 },        { "normalize-space", 0 },
  };
  const guint i = pick (self, G_N_ELEMENTS (calls) + 4);

  if (i < G_N_ELEMENTS (calls))
    {
      write_call (self, calls[i].name, calls[i].n);
    }
  else if (i == G_N_ELEMENTS (calls))
    {
      PUT_ONE (self, "name(", "local-name(", "namespace-uri(");
      write_path (self);
      put (self, ")");
    }
  else
    {
      PUT_ONE (self, "'1'", "'2'", "''", "' 1 '", "'é1'", "'-'", "'1e3'", "$s", "'x'");
    }
}

/* An attribute with a constant, on either side. */
static void
write_constant_comparison (Writer *self)
{
  const gboolean is_turned = pick (self, 2) == 0;

  for (guint i = 0; i < 2; i++)
    {
      if (i == 1)
        PUT_ONE (self, " = ", " != ", " &lt; ", " &lt;= ", " > ", " >= ");
      if ((i == 0) == is_turned)
        PUT_ONE (self, "1", "2", "3", "'1'", "'2'", "'x'", "''", "'é'");
      else
        PUT_ONE (self, "@i", "@i", "@j");
    }
}

static void
write_truth (Writer *self)
{
  switch (pick (self, 7))
    {
    case 0:
      PUT_ONE (self, "not(", "boolean(");
      write_expression (self);
      put (self, ")");
      break;
    case 1:
      write_expression (self);
      PUT_ONE (self, " and ", " or ");
      write_expression (self);
      break;
    case 2:
      write_call (self, pick (self, 2) == 0 ? "contains" : "starts-with", 2);
      break;
    case 3:
      PUT_ONE (self, "normalize-space(.) = ''", "normalize-space(@j) != ''",
               "string-length(.) &lt; 3", "@j != '1' or @i &lt;= '3'");
      break;
    case 5:
      write_constant_comparison (self);
      break;
    case 4:
      PUT_ONE (self, "true()", "false()", "lang('en')", "@i = preceding::b/@i",
               "not(@i = preceding-sibling::b/@i)", "@j = //a/@i", "@i = following::c/@j");
      break;
    default:
      put (self, "(");
      write_expression (self);
      PUT_ONE (self, " = ", " != ", " &lt; ", " &lt;= ", " > ", " >= ");
      write_expression (self);
      put (self, ")");
    }
}

static void
write_expression (Writer *self)
{
  if (self->depth <= 0)
    {
      PUT_ONE (self, "@i", "b", "1", "'1'", "$s", "$v", ".", "//b", "@j", "2");
      return;
    }
  self->depth--;
  switch (pick (self, 8))
    {
    case 0:
    case 1:
      write_truth (self);
      break;
    case 2:
      write_number (self);
      break;
    case 3:
      write_string (self);
      break;
    case 4:
      put (self, "(");
      write_path (self);
      put (self, " | ");
      write_path (self);
      put (self, ")");
      break;
    default:
      write_path (self);
    }
  self->depth++;
}

static void
write_rule (Writer *self, guint rule)
{
  put (self, "<pattern><rule context=\"");
  PUT_ONE (self, "a", "b", "c", "*", "@i", "b[@i]", "a/b", "text()", "a | b", "c//b", "x:a", "b[2]",
           "/", "/r", "@*", "b[@i = 1][1]", "node()");
  put (self, "\"><let name=\"v\" value=\"");
  self->depth = 2;
  write_path (self);
  put (self, "\"/><let name=\"s\" value=\"");
  PUT_ONE (self, "@i", "string(@i)", "'1'", "concat(@j, '')", "1", "b/@i", "true()");
  put (self, "\"/>");
  for (guint i = 0; i < N_ASSERTIONS; i++)
    {
      const gboolean is_report = pick (self, 2) == 0;

      g_string_append_printf (self->text, "<%s id=\"n%u\" test=\"", is_report ? "report" : "assert",
                              rule * N_ASSERTIONS + i);
      self->depth = 3;
      write_expression (self);
      put (self, "\"><value-of select=\"");
      self->depth = 3;
      write_expression (self);
      put (self, is_report ? "\"/></report>" : "\"/></assert>");
    }
  put (self, "</rule></pattern>");
}

static char *
write_schema (GRand *random)
{
  Writer self = { random, g_string_new (NULL), 0 };

  put (&self, "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"
              "<ns prefix='x' uri='urn:x'/><let name='v' value='//c'/>"
              "<let name='s' value='1'/><let name='w' value='//b'/><let name='n' value='");
  PUT_ONE (&self, "2", "count(//b)", "1");
  put (&self, "'/>");
  for (guint i = 0; i < N_RULES; i++)
    write_rule (&self, i);
  put (&self, "</schema>");

  return g_string_free (self.text, FALSE);
}

static void
write_element (Writer *self)
{
  static const char *const names[] = { "a", "b", "c", "b", "x:a", "d" };
  const char *name = names[pick (self, G_N_ELEMENTS (names))];

  g_string_append_printf (self->text, "<%s", name);
  if (pick (self, 2) == 0)
    g_string_append_printf (self->text, " i='%u'", pick (self, 5));
  if (pick (self, 3) == 0)
    PUT_ONE (self, " j='1'", " j=' 2'", " j='x'", " j=''", " j='é'");
  if (pick (self, 5) == 0)
    put (self, " x:i='3'");
  put (self, pick (self, 30) == 0 ? " xmlns='urn:x'>" : ">");
  self->depth--;
  for (guint n = self->depth > 0 ? pick (self, 4) : 0; n > 0; n--)
    {
      write_element (self);
      if (pick (self, 3) == 0)
        PUT_ONE (self, "1", " 2 ", "text", "<!--1-->", "<?p 2?>", "<![CDATA[1]]>", "\n  ", "é");
    }
  if (pick (self, 3) == 0)
    PUT_ONE (self, "1", "2", " 1.50 ", "x", "-1");
  self->depth++;
  g_string_append_printf (self->text, "</%s>\n", name);
}

static char *
write_document (GRand *random)
{
  Writer self = { random, g_string_new (NULL), 5 };

  put (&self, "<!--c--><r xmlns:x='urn:x' xml:lang='en'>");
  for (guint i = 0; i < 4; i++)
    write_element (&self);
  put (&self, "</r><?p q?>");

  return g_string_free (self.text, FALSE);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *schema_text = write_schema (random);
  g_autoptr (GBytes) bytes = g_bytes_new (schema_text, strlen (schema_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SchSchema) schema = sch_schema_new_from_bytes (bytes, NULL, &error);

  if (schema == NULL)
    g_error ("%s\n%s", error->message, schema_text);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = write_document (random);
      xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, 0);

      g_assert_nonnull (doc);
      without_compare (schema, NULL, doc);
      /* Without a dictionary each name has a pointer of its own. */
      if (i == 1)
        {
          xmlDoc *copy = xmlNewDoc (BAD_CAST "1.0");

          xmlAddChild ((xmlNode *) copy, xmlDocCopyNode (xmlDocGetRootElement (doc), copy, 1));
          without_compare (schema, NULL, copy);
          xmlFreeDoc (copy);
        }
      if (g_test_failed ())
        g_test_message ("%s\n%s", schema_text, text);
      xmlFreeDoc (doc);
    }
}

/* What is long is left to libxml2, since our evaluator goes as deep as an expression is long. */
static void
test_long (void)
{
  static const char *const pieces[][2] = { { "1", " + 1" }, { ".", "/." }, { "b", " | b" } };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (
          "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern>"
          "<rule context='a'><assert id='n' test='");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SchSchema) schema = NULL;
      xmlDoc *doc = xmlReadMemory ("<a/>", 4, NULL, NULL, 0);

      g_string_append (text, pieces[i][0]);
      for (guint j = 0; j < 4000; j++)
        g_string_append (text, pieces[i][1]);
      g_string_append (text, "'/></rule></pattern></schema>");
      bytes = g_bytes_new (text->str, text->len);
      schema = sch_schema_new_from_bytes (bytes, NULL, NULL);
      if (schema != NULL)
        without_compare (schema, NULL, doc);
      xmlFreeDoc (doc);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_SCHEMAS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/schematron/without/random-%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }

  g_test_add_func ("/schematron/without/long", test_long);

  return g_test_run ();
}
