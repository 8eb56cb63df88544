/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compile-private.h"
#include "formats.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/numbersInternals.h>
#include <libxslt/xsltInternals.h>

/* format-number() and the decimal formats that it knows (XSLT 1.0, 12.3). */

/* What a format says, and what it says where nothing is said. */
static const struct
{
  const char *name;
  const char *natural;
  gboolean is_character;
  gsize place;
} signs[] = {
  { "decimal-separator", ".", TRUE, offsetof (xsltDecimalFormat, decimalPoint) },
  { "grouping-separator", ",", TRUE, offsetof (xsltDecimalFormat, grouping) },
  { "infinity", "Infinity", FALSE, offsetof (xsltDecimalFormat, infinity) },
  { "minus-sign", "-", TRUE, offsetof (xsltDecimalFormat, minusSign) },
  { "NaN", "NaN", FALSE, offsetof (xsltDecimalFormat, noNumber) },
  { "percent", "%", TRUE, offsetof (xsltDecimalFormat, percent) },
  { "per-mille", "\xe2\x80\xb0", TRUE, offsetof (xsltDecimalFormat, permille) },
  { "zero-digit", "0", TRUE, offsetof (xsltDecimalFormat, zeroDigit) },
  { "digit", "#", TRUE, offsetof (xsltDecimalFormat, digit) },
  { "pattern-separator", ";", TRUE, offsetof (xsltDecimalFormat, patternSeparator) },
};

struct _SchFormat
{
  char *name; /* NULL for the default */
  char *values[G_N_ELEMENTS (signs)];
};

void
sch_format_free (SchFormat *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_free (self->values[i]);
  g_free (self->name);
  g_free (self);
}

static const SchFormat *
find_format (SchSchema *schema, const char *name)
{
  for (guint i = 0; i < schema->formats->len; i++)
    {
      const SchFormat *format = g_ptr_array_index (schema->formats, i);

      if (g_strcmp0 (format->name, name) == 0)
        return format;
    }

  return NULL;
}

/* Takes in a decimal-format of XSLT. */
void
sch_compile_read_format (SchCompiling *compiling, const xmlNode *node)
{
  SchFormat *self = g_new0 (SchFormat, 1);

  self->name = sch_compile_attribute (node, "name");
  if (find_format (compiling->schema, self->name) != NULL)
    sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                      _ ("there is such a decimal-format already: “%s”."),
                      self->name != NULL ? self->name : "");
  g_ptr_array_add (compiling->schema->formats, self);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      char *value = sch_compile_attribute (node, signs[i].name);

      if (value != NULL && signs[i].is_character && g_utf8_strlen (value, -1) != 1)
        sch_compile_fail (compiling, node, SCH_ERROR_SCHEMA,
                          _ ("%s is “%s”; expected one character."), signs[i].name, value);
      self->values[i] = value != NULL ? value : g_strdup (signs[i].natural);
    }
}

static xsltDecimalFormat
to_xslt (const SchFormat *self)
{
  xsltDecimalFormat format = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    G_STRUCT_MEMBER (const char *, &format, signs[i].place) =
        self != NULL ? self->values[i] : signs[i].natural;

  return format;
}

/*
 * sch_function_format_number:
 * @parser: where the arguments are: a number, a pattern, and perhaps the name of a format
 * @n: how many
 */
void
sch_function_format_number (xmlXPathParserContext *parser, int n)
{
  SchSchema *schema = sch_run_get_schema (parser->context->userData);
  xmlChar *name = NULL, *pattern, *text = NULL;
  const SchFormat *own;
  xsltDecimalFormat format;
  double number;

  if (n < 2 || n > 3)
    {
      xmlXPathErr (parser, XPATH_INVALID_ARITY);
      return;
    }
  if (n == 3)
    name = xmlXPathPopString (parser);
  pattern = xmlXPathPopString (parser);
  number = xmlXPathPopNumber (parser);
  own = find_format (schema, (char *) name);
  format = to_xslt (own);
  if ((own != NULL || name == NULL) &&
      xsltFormatNumberConversion (&format, pattern, number, &text) == XPATH_EXPRESSION_OK)
    valuePush (parser, xmlXPathNewString (text));
  else
    xmlXPathErr (parser, XPATH_EXPR_ERROR);
  xmlFree (text);
  xmlFree (pattern);
  xmlFree (name);
}
