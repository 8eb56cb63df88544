/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schematron-private.h"

#include <math.h>
#include <libxml/xpathInternals.h>

/* The fewest digits that read back as the number, as d.ddde±xx. */
static void
shortest (double number, char *buffer, int size)
{
  for (int digits = 0; digits <= 16; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", digits);
      g_ascii_formatd (buffer, size, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        return;
    }
}

/*
 * sch_number_to_string:
 * @number: a number
 *
 * A number as XPath 1.0 (4.2, string()) writes it: never with an exponent, which libxml2 uses from
 * 1e9 on.
 *
 * Returns: (transfer full): the string
 */
char *
sch_number_to_string (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) digits = NULL;
  char *exponent;
  gssize point;

  if (isnan (number))
    return g_strdup ("NaN");
  if (isinf (number))
    return g_strdup (number > 0 ? "Infinity" : "-Infinity");
  if (number == 0)
    return g_strdup ("0");

  shortest (fabs (number), buffer, sizeof buffer);
  exponent = strchr (buffer, 'e');
  point = 1 + (gssize) g_ascii_strtoll (exponent + 1, NULL, 10);
  *exponent = '\0';
  digits = g_string_new (buffer);
  if (digits->len > 1)
    g_string_erase (digits, 1, 1); /* the point */
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  while ((gssize) digits->len < point)
    g_string_append_c (digits, '0');
  for (; point <= 0; point++)
    g_string_prepend_c (digits, '0');
  if (point < (gssize) digits->len)
    g_string_insert_c (digits, point, '.');
  if (number < 0)
    g_string_prepend_c (digits, '-');

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/*
 * sch_to_string:
 * @object: (transfer full): a value
 *
 * Converts as string() does (XPath 1.0, 4.2), and as libxml2 does not with large numbers.
 *
 * Returns: (transfer full): the string
 */
xmlXPathObject *
sch_to_string (xmlXPathObject *object)
{
  g_autofree char *text = NULL;

  if (object->type != XPATH_NUMBER)
    return xmlXPathConvertString (object);

  text = sch_number_to_string (object->floatval);
  xmlXPathFreeObject (object);

  return xmlXPathNewString (BAD_CAST text);
}
