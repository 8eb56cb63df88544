/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "comparison.h"
#include "schematron-private.h"

#include <libxml/xpathInternals.h>
#include <math.h>

/* Numbers of strings (XPath 1.0, 4.4) and comparisons that make them (3.4). What needs none is left
 * to libxml2. */

typedef enum
{
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
} Operator;

/*
 * sch_number_from_string:
 * @text: a string
 *
 * Returns: the number that it is written as: blanks, perhaps a minus, digits with perhaps a point;
 *   else NaN
 */
double
sch_number_from_string (const char *text)
{
  const char *start, *p;
  gboolean has_digits = FALSE;
  guint64 whole = 0;

  while (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n')
    text++;
  start = p = text;
  if (*p == '-')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    {
      has_digits = TRUE;
      whole = whole * 10 + (guint64) (*p - '0');
    }
  /* Most are whole, and so many digits are exact. */
  if (has_digits && *p == '\0' && p - start <= 15)
    return *start == '-' ? -(double) whole : (double) whole;
  if (*p == '.')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    has_digits = TRUE;
  if (!has_digits || p[strspn (p, " \t\r\n")] != '\0')
    return NAN;

  return g_ascii_strtod (start, NULL);
}

static double
number_of_node (xmlNode *node)
{
  xmlChar *text = xmlXPathCastNodeToString (node);
  const double number = sch_number_from_string ((char *) text);

  xmlFree (text);
  return number;
}

static double
number_of (xmlXPathObject *object)
{
  switch (object->type)
    {
    case XPATH_NUMBER:
      return object->floatval;
    case XPATH_BOOLEAN:
      return object->boolval;
    case XPATH_NODESET:
      if (xmlXPathNodeSetGetLength (object->nodesetval) == 0)
        return NAN;
      xmlXPathNodeSetSort (object->nodesetval);
      return number_of_node (object->nodesetval->nodeTab[0]);
    default:
      return object->stringval != NULL ? sch_number_from_string ((char *) object->stringval) : NAN;
    }
}

static gboolean
compare_numbers (Operator operator, double a, double b)
{
  switch (operator)
    {
    case EQ:
      return a == b;
    case NE:
      return a != b;
    case LT:
      return a < b;
    case LE:
      return a <= b;
    case GT:
      return a > b;
    default:
      return a >= b;
    }
}

/* Of a set of nodes the number that is most likely to make the comparison true. */
static double
extreme_of (xmlNodeSet *nodes, gboolean least)
{
  double extreme = NAN;

  for (int i = 0; i < xmlXPathNodeSetGetLength (nodes); i++)
    {
      const double number = number_of_node (nodes->nodeTab[i]);

      if (isnan (extreme) || (least ? number < extreme : number > extreme))
        extreme = number;
    }

  return extreme;
}

static double
side_of (xmlXPathObject *object, const xmlXPathObject *other, gboolean least)
{
  if (object->type != XPATH_NODESET)
    return number_of (object);

  return other->type == XPATH_BOOLEAN ? xmlXPathCastToBoolean (object)
                                      : extreme_of (object->nodesetval, least);
}

/* There is a pair for which it is true where it is for the extremes of both sides. */
static gboolean
relates (Operator operator, xmlXPathObject * a, xmlXPathObject *b)
{
  const gboolean least = operator== LT || operator== LE;

  return compare_numbers (operator, side_of (a, b, least), side_of (b, a, !least));
}

static gboolean
any_equals (Operator operator, xmlNodeSet * nodes, double number)
{
  for (int i = 0; i < xmlXPathNodeSetGetLength (nodes); i++)
    if (compare_numbers (operator, number_of_node (nodes->nodeTab[i]), number))
      return TRUE;

  return FALSE;
}

static gboolean
equals (Operator operator, xmlXPathObject * a, xmlXPathObject *b)
{
  if (a->type == XPATH_NODESET)
    return any_equals (operator, a->nodesetval, number_of (b));
  if (b->type == XPATH_NODESET)
    return any_equals (operator, b->nodesetval, number_of (a));

  return compare_numbers (operator, number_of (a), number_of (b));
}

static gboolean
is_string_or_nodes (const xmlXPathObject *object)
{
  return object->type == XPATH_STRING || object->type == XPATH_NODESET;
}

/* Would libxml2 make a number of a string? */
static gboolean
needs_us (Operator operator, const xmlXPathObject * a, const xmlXPathObject *b)
{
  if (operator!= EQ && operator!= NE)
    return is_string_or_nodes (a) || is_string_or_nodes (b);

  return (a->type == XPATH_NUMBER && is_string_or_nodes (b)) ||
         (b->type == XPATH_NUMBER && is_string_or_nodes (a));
}

static int
compare_by_libxml (Operator operator, xmlXPathParserContext * parser)
{
  if (operator== EQ)
    return xmlXPathEqualValues (parser);
  if (operator== NE)
    return xmlXPathNotEqualValues (parser);

  return xmlXPathCompareValues (
      parser, operator== LT || operator== LE, operator== LT || operator== GT);
}

static void
compare (Operator operator, xmlXPathParserContext * parser, int n)
{
  xmlXPathObject *a, *b;
  gboolean result;

  if (n != 2 || parser->valueNr < 2)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  b = parser->valueTab[parser->valueNr - 1];
  a = parser->valueTab[parser->valueNr - 2];
  if (!needs_us (operator, a, b))
    {
      valuePush (parser, xmlXPathNewBoolean (compare_by_libxml (operator, parser)));
      return;
    }
  valuePop (parser);
  valuePop (parser);
  result = operator== EQ || operator== NE ? equals (operator, a, b) : relates (operator, a, b);
  xmlXPathFreeObject (a);
  xmlXPathFreeObject (b);
  valuePush (parser, xmlXPathNewBoolean (result));
}

#define COMPARE(operator)                                                                          \
  static void function_##operator(xmlXPathParserContext *parser, int n)                            \
  {                                                                                                \
    compare (operator, parser, n);                                                                 \
  }

COMPARE (EQ)
COMPARE (NE)
COMPARE (LT)
COMPARE (LE)
COMPARE (GT)
COMPARE (GE)

static void
function_number (xmlXPathParserContext *parser, int n)
{
  xmlXPathObject *object;
  double number;

  if (n == 0)
    {
      number = parser->context->node != NULL ? number_of_node (parser->context->node) : NAN;
      valuePush (parser, xmlXPathNewFloat (number));
      return;
    }
  if (n != 1 || parser->valueNr < 1)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  object = valuePop (parser);
  number = number_of (object);
  xmlXPathFreeObject (object);
  valuePush (parser, xmlXPathNewFloat (number));
}

static void
function_sum (xmlXPathParserContext *parser, int n)
{
  xmlXPathObject *object;
  double sum = 0;

  if (n != 1 || parser->valueNr < 1)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  if (parser->value->type != XPATH_NODESET && parser->value->type != XPATH_XSLT_TREE)
    {
      xmlXPathErr (parser, XPATH_INVALID_TYPE);
      return;
    }
  object = valuePop (parser);
  for (int i = 0; i < xmlXPathNodeSetGetLength (object->nodesetval); i++)
    sum += number_of_node (object->nodesetval->nodeTab[i]);
  xmlXPathFreeObject (object);
  valuePush (parser, xmlXPathNewFloat (sum));
}

/*
 * sch_comparison_register:
 * @context: a new context for expressions
 *
 * Adds the functions that expressions are written with (grammar.c), and those of XPath that make
 * numbers of strings.
 */
void
sch_comparison_register (xmlXPathContext *context)
{
  static const struct
  {
    const char *name;
    xmlXPathFunction function;
  } functions[] = {
    { SCH_COMPARISON "eq", function_EQ }, { SCH_COMPARISON "ne", function_NE },
    { SCH_COMPARISON "lt", function_LT }, { SCH_COMPARISON "le", function_LE },
    { SCH_COMPARISON "gt", function_GT }, { SCH_COMPARISON "ge", function_GE },
    { "number", function_number },        { "sum", function_sum },
  };

  /* A function that is there is not replaced, so it is taken away first. */
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      xmlXPathRegisterFunc (context, BAD_CAST functions[i].name, NULL);
      xmlXPathRegisterFunc (context, BAD_CAST functions[i].name, functions[i].function);
    }
}
