/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guard.h"
#include "schematron-private.h"

#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>

/* Functions of libxml2 whose work is not bounded, or not as XPath has it. What some do is not
 * counted as steps: they work in the product of their arguments' lengths, or make long strings out
 * of short ones. Here that is counted first, against the limits that all steps have. */

typedef double (*Estimate) (xmlXPathObject **arguments, int n);

typedef struct
{
  const char *name;
  const char *uri; /* NULL for XPath itself */
  int n_strings;   /* of the arguments, from the first on */
  Estimate length; /* of the string that it makes; NULL where none is longer than an argument */
  Estimate work;   /* comparisons; NULL where they are few */
  xmlXPathFunction original;
} Guarded;

static double
size_of (xmlXPathObject *object)
{
  if (object->type == XPATH_STRING)
    return (double) xmlStrlen (object->stringval);

  return object->type == XPATH_NODESET ? (double) xmlXPathNodeSetGetLength (object->nodesetval) : 0;
}

static double
estimate_padding (xmlXPathObject **arguments, int n)
{
  return n > 0 ? xmlXPathCastToNumber (arguments[0]) : 0;
}

static double
estimate_product (xmlXPathObject **arguments, int n)
{
  return n > 1 ? size_of (arguments[0]) * size_of (arguments[1]) : 0;
}

static Guarded guarded[] = {
  { "padding", (const char *) EXSLT_STRINGS_NAMESPACE, 0, estimate_padding, NULL, NULL },
  { "contains", NULL, 2, NULL, estimate_product, NULL },
  { "substring-before", NULL, 2, NULL, estimate_product, NULL },
  { "substring-after", NULL, 2, NULL, estimate_product, NULL },
  { "translate", NULL, 3, NULL, estimate_product, NULL },
  { "intersection", (const char *) EXSLT_SETS_NAMESPACE, 0, NULL, estimate_product, NULL },
  { "difference", (const char *) EXSLT_SETS_NAMESPACE, 0, NULL, estimate_product, NULL },
  { "has-same-node", (const char *) EXSLT_SETS_NAMESPACE, 0, NULL, estimate_product, NULL },
  { "string", NULL, 1, NULL, NULL, NULL },
  { "starts-with", NULL, 2, NULL, NULL, NULL },
  { "substring", NULL, 1, NULL, NULL, NULL },
  { "string-length", NULL, 1, NULL, NULL, NULL },
  { "normalize-space", NULL, 1, NULL, NULL, NULL },
};

/*
 * sch_guard_count:
 * @parser: where a function is called
 * @work: comparisons of characters or nodes that it will make
 *
 * Counts them as steps, as the evaluator does, which stops where its limit is taken away meanwhile.
 *
 * Returns: whether it may go on; else the expression has failed
 */
gboolean
sch_guard_count (xmlXPathParserContext *parser, double work)
{
  xmlXPathContext *context = parser->context;
  double steps = work / SCH_WORK_OF_STEP;

  if (steps < (double) context->opLimit && context->opCount + (gulong) steps <= context->opLimit)
    {
      context->opCount += (gulong) steps;
      return TRUE;
    }

  xmlXPathErr (parser, XPATH_OP_LIMIT_EXCEEDED);
  return FALSE;
}

static void
call (const Guarded *self, xmlXPathParserContext *parser, int n)
{
  xmlXPathObject **arguments = parser->valueTab + parser->valueNr - n;

  for (int i = 0; i < MIN (n, self->n_strings) && n <= parser->valueNr; i++)
    arguments[i] = sch_to_string (arguments[i]);
  if (n <= parser->valueNr && self->length != NULL &&
      self->length (arguments, n) > SCH_LONGEST_TEXT)
    xmlXPathErr (parser, XPATH_MEMORY_ERROR);
  else if (n > parser->valueNr || self->work == NULL ||
           sch_guard_count (parser, self->work (arguments, n)))
    self->original (parser, n);
}

#define CALL(number)                                                                               \
  static void call_##number (xmlXPathParserContext *parser, int n)                                 \
  {                                                                                                \
    call (&guarded[number], parser, n);                                                            \
  }

CALL (0)
CALL (1)
CALL (2)
CALL (3)
CALL (4)
CALL (5)
CALL (6)
CALL (7)
CALL (8)
CALL (9)
CALL (10)
CALL (11)
CALL (12)

/* libxml2's own copies what it has for each argument anew. */
static void
function_concat (xmlXPathParserContext *parser, int n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double length = 0;

  if (n < 2 || n > parser->valueNr)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  for (int i = parser->valueNr - n; i < parser->valueNr; i++)
    {
      parser->valueTab[i] = sch_to_string (parser->valueTab[i]);
      length += size_of (parser->valueTab[i]);
    }
  if (length > SCH_LONGEST_TEXT)
    {
      xmlXPathErr (parser, XPATH_MEMORY_ERROR);
      return;
    }
  for (int i = parser->valueNr - n; i < parser->valueNr; i++)
    g_string_append (text, (const char *) parser->valueTab[i]->stringval);
  for (int i = 0; i < n; i++)
    xmlXPathFreeObject (valuePop (parser));
  valuePush (parser, xmlXPathNewString (BAD_CAST text->str));
}

static void
remember_originals (xmlXPathContext *context)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    guarded[i].original =
        guarded[i].uri != NULL
            ? xmlXPathFunctionLookupNS (context, BAD_CAST guarded[i].name, BAD_CAST guarded[i].uri)
            : xmlXPathFunctionLookup (context, BAD_CAST guarded[i].name);
  g_once_init_leave (&done, 1);
}

/* A function that is there is not replaced, so it is taken away first. */
static void
replace (xmlXPathContext *context, const char *name, const char *uri, xmlXPathFunction function)
{
  xmlXPathRegisterFuncNS (context, BAD_CAST name, BAD_CAST uri, NULL);
  xmlXPathRegisterFuncNS (context, BAD_CAST name, BAD_CAST uri, function);
}

/*
 * sch_guard_register:
 * @context: a context that has all its functions
 *
 * Puts those whose work or result could grow without bound behind a bound.
 */
void
sch_guard_register (xmlXPathContext *context)
{
  static const xmlXPathFunction calls[] = { call_0,  call_1,  call_2, call_3, call_4,
                                            call_5,  call_6,  call_7, call_8, call_9,
                                            call_10, call_11, call_12 };

  G_STATIC_ASSERT (G_N_ELEMENTS (calls) == G_N_ELEMENTS (guarded));
  remember_originals (context);
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    if (guarded[i].original != NULL)
      replace (context, guarded[i].name, guarded[i].uri, calls[i]);
  replace (context, "concat", NULL, function_concat);
}
