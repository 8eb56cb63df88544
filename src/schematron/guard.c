/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guard.h"

#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>

/* Functions that make long strings out of short expressions: thirty lets that each put the one
 * before together with itself would fill any memory. What would grow too long is an error of the
 * expression. */

#define LONGEST ((double) (16 << 20))

typedef double (*Estimate) (xmlXPathObject **arguments, int n);

typedef struct
{
  const char *name;
  const char *uri; /* NULL for XPath itself */
  Estimate estimate;
  xmlXPathFunction original;
} Guarded;

static double
length_of (xmlXPathObject *object)
{
  return object->type == XPATH_STRING ? (double) xmlStrlen (object->stringval) : 0;
}

static double
estimate_sum (xmlXPathObject **arguments, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += length_of (arguments[i]);

  return sum;
}

static double
estimate_padding (xmlXPathObject **arguments, int n)
{
  return n > 0 ? xmlXPathCastToNumber (arguments[0]) : 0;
}

static Guarded guarded[] = {
  { "concat", NULL, estimate_sum, NULL },
  { "padding", (const char *) EXSLT_STRINGS_NAMESPACE, estimate_padding, NULL },
};

static void
call (const Guarded *self, xmlXPathParserContext *parser, int n)
{
  if (n <= parser->valueNr &&
      self->estimate (parser->valueTab + parser->valueNr - n, n) > LONGEST)
    xmlXPathErr (parser, XPATH_MEMORY_ERROR);
  else
    self->original (parser, n);
}

static void
call_concat (xmlXPathParserContext *parser, int n)
{
  call (&guarded[0], parser, n);
}

static void
call_padding (xmlXPathParserContext *parser, int n)
{
  call (&guarded[1], parser, n);
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

/*
 * sch_guard_register:
 * @context: a context that has all its functions
 *
 * Puts those that could grow without bound behind one.
 */
void
sch_guard_register (xmlXPathContext *context)
{
  static const xmlXPathFunction calls[] = { call_concat, call_padding };

  remember_originals (context);
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      if (guarded[i].original == NULL)
        continue;
      /* A function that is there is not replaced, so it is taken away first. */
      xmlXPathRegisterFuncNS (context, BAD_CAST guarded[i].name, BAD_CAST guarded[i].uri, NULL);
      xmlXPathRegisterFuncNS (context, BAD_CAST guarded[i].name, BAD_CAST guarded[i].uri, calls[i]);
    }
}
