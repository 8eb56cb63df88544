/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of XPath 1.0, and what it makes of strings that are compared as numbers. */

#include "schematron/comparison.h"
#include "schematron/grammar.h"

#include <math.h>

/* What is written anew, and what stays as it is. */
static void
test_translation (void)
{
  static const struct
  {
    const char *text, *native; /* NULL where it is no expression, "" where nothing changes */
  } cases[] = {
    { "a", "" },
    { " a / b [ 1 ] ", "" },
    { "/", "" },
    { "//a", "" },
    { "/a//b/@c", "" },
    { "..//.", "" },
    { "child::a/self::node()", "" },
    { "ancestor-or-self :: *", "" },
    { "@*|@q:*|q:*|q:a", "" },
    { "text()|comment( )|node()|processing-instruction('x')", "" },
    { "processing-instruction()", "" },
    { "'a' = \"b\"", "" },
    { "a = b and not(c) or d != 'x'", "" },
    { "a = true()", "" },
    { "1 < 2", "" },
    { "count(a) <= count(b)", "" },
    { "position() = last()", "" },
    { "$v/a[2]", "" },
    { "$q:v", "" },
    { "(a|b)[1]/c", "" },
    { "key('k', 1)//a", "" },
    { "id('x')[1]", "" },
    { "f:g()", "" },
    { ".5", "number('.5')" },
    { "5.", "number('5.')" },
    { "100 * 1.005", "100 *  number('1.005')" },
    { "a[1 < 123456789012345678]", "a[1 < number('123456789012345678')]" },
    { "123456789012345", "" },
    { "a-b", "" },
    { "div div mod", "number(div )div number( mod)" },
    { "and and or", "" },
    { "* * *", "number(* )* number( *)" },
    { "a < 1", "_sch.lt(a , 1)" },
    { "1 >= a", "_sch.ge(1 , a)" },
    { "a < b < c", "_sch.lt(_sch.lt(a , b ), c)" },
    { "a = 1", "_sch.eq(a , 1)" },
    { "1 != @a", "_sch.ne(1 , @a)" },
    { "$v = a", "_sch.eq($v , a)" },
    { "a = 1 = b", "_sch.eq(a , 1 )= b" },
    { "a[b > 1]", "a[_sch.gt(b , 1)]" },
    { "a + 1", "number(a )+  1" },
    { "1 - -a", "1 -  -number(a)" },
    { "- - 1", "" },
    { "2 * (3 + a)", "2 *  (3 + number( a))" },
    { "(a) + 1", "number((a) )+  1" },
    { "round(a)", "round(number(a))" },
    { "substring(a, b, 3)", "substring(a,number( b), 3)" },
    { "format-number(a, 'x')", "format-number(number(a), 'x')" },
    { "sum(a) > number(b)", "" },
    { "not(a > 1) and (b)", "not(_sch.gt(a , 1)) and (b)" },

    { "", NULL },
    { " ", NULL },
    { "a b", NULL },
    { "a[", NULL },
    { "a]", NULL },
    { "(a", NULL },
    { "a)", NULL },
    { "()", NULL },
    { "a/", NULL },
    { "//", NULL },
    { "///a", NULL },
    { "/ //a", NULL },
    { "a///b", NULL },
    { "a[]", NULL },
    { "f(", NULL },
    { "f(a,", NULL },
    { "f(a,)", NULL },
    { "f(,a)", NULL },
    { "1e3", NULL },
    { "1e", NULL },
    { "1 e", NULL },
    { "a and", NULL },
    { "and a", NULL },
    { "= a", NULL },
    { "a ==b", NULL },
    { "a =< b", NULL },
    { "a !b", NULL },
    { "+ 1", NULL },
    { "a |", NULL },
    { "$", NULL },
    { "$ 1", NULL },
    { "'a", NULL },
    { "@", NULL },
    { "@@a", NULL },
    { "a::b", NULL },
    { "child:: ", NULL },
    { "child::child::a", NULL },
    { ".a", NULL },
    { "..a", NULL },
    { ".[1", NULL },
    { "text(1)", NULL },
    { "text", "" },
    { "processing-instruction(x)", NULL },
    { "q:", NULL },
    { "q: a", NULL },
    { "a:b:c", NULL },
    { "a#b", NULL },
    { "if (a) then b", NULL },
    { "for $x in a return $x", NULL },
    { "a eq b", NULL },
    { "a, b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *native = sch_grammar_translate (cases[i].text);
      const char *expected =
          cases[i].native != NULL && *cases[i].native == '\0' ? cases[i].text : cases[i].native;

      if (g_strcmp0 (native, expected) != 0)
        g_error ("“%s”: expected %s, got %s", cases[i].text, expected, native);
    }
}

/* What is nested too deeply is told, and no stack is used up. */
static void
test_depth (void)
{
  for (guint n = 100; n <= 100000; n *= 1000)
    {
      g_autofree char *open = g_strnfill (n, '(');
      g_autofree char *close = g_strnfill (n, ')');
      g_autofree char *text = g_strconcat (open, "1", close, NULL);
      g_autofree char *minus = g_strnfill (n, '-');
      g_autofree char *negative = g_strconcat (minus, "1", NULL);
      g_autofree char *native = sch_grammar_translate (text);
      g_autofree char *sign = sch_grammar_translate (negative);

      g_assert_true ((native != NULL) == (n < 200));
      g_assert_nonnull (sign);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } cases[] = {
    { "1", 1 },     { " -1.50\n", -1.5 }, { ".5", 0.5 },   { "5.", 5 },
    { "007", 7 },   { "-0", 0 },          { "", NAN },     { " ", NAN },
    { "-", NAN },   { ".", NAN },         { "-.", NAN },   { "+1", NAN },
    { "1e3", NAN }, { "1e", NAN },        { "0x10", NAN }, { "1 2", NAN },
    { "- 1", NAN }, { "1.2.3", NAN },     { "inf", NAN },  { "Infinity", NAN },
    { "NaN", NAN }, { "1,5", NAN },       { "１", NAN },   { "12345678901", 12345678901 },
    { "--1", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double number = sch_number_from_string (cases[i].text);

      if (isnan (cases[i].number) ? !isnan (number) : number != cases[i].number)
        g_error ("“%s” is %g", cases[i].text, number);
    }
}

static xmlXPathObject *
evaluate (xmlXPathContext *context, const char *text)
{
  xmlXPathObject *value = xmlXPathEval (BAD_CAST text, context);

  g_assert_nonnull (value);
  return value;
}

/* On well-written numbers our comparisons and sums are those of libxml2. */
static void
test_agreement (void)
{
  static const char *const operands[] = {
    "a",      "b",         "none", "text",   "1",       "2.5",      "-1",
    "'2'",    "'x'",       "''",   "true()", "false()", "count(a)", "number('x')",
    "sum(a)", "string(b)", "a[2]", "a + 1",  "a | b",
  };
  static const char *const operators[] = { "=", "!=", "<",   "<=",  ">",   ">=", "+",
                                           "-", "*",  "div", "mod", "and", "or" };
  static const char text[] = "<r><a>1</a><a>3</a><b>2</b><text>x</text></r>";
  xmlDoc *doc = xmlReadMemory (text, sizeof text - 1, NULL, NULL, 0);
  xmlXPathContext *own = xmlXPathNewContext (doc);
  xmlXPathContext *theirs = xmlXPathNewContext (doc);

  sch_comparison_register (own);
  own->node = theirs->node = xmlDocGetRootElement (doc);
  for (guint i = 0; i < G_N_ELEMENTS (operands); i++)
    for (guint j = 0; j < G_N_ELEMENTS (operands); j++)
      for (guint k = 0; k < G_N_ELEMENTS (operators); k++)
        {
          g_autofree char *plain =
              g_strdup_printf ("string(%s %s %s)", operands[i], operators[k], operands[j]);
          g_autofree char *native = sch_grammar_translate (plain);
          xmlXPathObject *a = evaluate (own, native), *b = evaluate (theirs, plain);

          if (!xmlStrEqual (a->stringval, b->stringval))
            g_error ("%s is %s, and %s is %s", native, a->stringval, plain, b->stringval);
          xmlXPathFreeObject (a);
          xmlXPathFreeObject (b);
        }
  xmlXPathFreeContext (theirs);
  xmlXPathFreeContext (own);
  xmlFreeDoc (doc);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grammar/translation", test_translation);
  g_test_add_func ("/grammar/depth", test_depth);
  g_test_add_func ("/grammar/numbers", test_numbers);
  g_test_add_func ("/grammar/agreement", test_agreement);

  return g_test_run ();
}
