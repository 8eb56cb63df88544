/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Reads what a column holds from text, and says what it should have been. */

static gboolean
parse_integer (const char *text, SdValue *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
    return FALSE;

  *value = (SdValue) SD_VALUE_INIT_INTEGER ((gint64) number);
  return TRUE;
}

static gboolean
parse_real (const char *text, SdValue *value)
{
  char *end;
  double number;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (number) || strpbrk (text, "xXnN") != NULL)
    return FALSE;

  *value = (SdValue) SD_VALUE_INIT_REAL (number);
  return TRUE;
}

static gboolean
is_date (const char *text)
{
  guint year, month, day;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (text + 8, NULL, 10);

  return year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
parse_boolean (const char *text, SdValue *value)
{
  gboolean is_true = g_str_equal (text, "true") || g_str_equal (text, "1");

  if (!is_true && !g_str_equal (text, "false") && !g_str_equal (text, "0"))
    return FALSE;

  *value = (SdValue) SD_VALUE_INIT_INTEGER (is_true);
  return TRUE;
}

/* Takes the text over as it is. */
static gboolean
take_text (gboolean valid, const char *text, SdValue *value)
{
  if (valid)
    *value = (SdValue){ .type = SD_VALUE_TEXT, .text = g_strdup (text) };

  return valid;
}

/**
 * sd_cell_parse:
 * @column: a column
 * @text: what stands in its place
 * @value: (out): the value, owned by the caller
 * @expected: (out) (transfer full): on failure, what was expected, as a part of a sentence
 *
 * Returns: whether the text is a value of the column
 */
gboolean
sd_cell_parse (const SdColumn *column, const char *text, SdValue *value, char **expected)
{
  *expected = NULL;
  *value = (SdValue) SD_VALUE_INIT;

  switch (column->type)
    {
    case SD_TYPE_INTEGER:
      if (!parse_integer (text, value))
        *expected = g_strdup (_ ("a whole number from 0"));
      break;
    case SD_TYPE_REAL:
      if (!parse_real (text, value))
        *expected = g_strdup (_ ("a number from 0"));
      break;
    case SD_TYPE_BOOLEAN:
      if (!parse_boolean (text, value))
        *expected = g_strdup (_ ("true or false"));
      break;
    case SD_TYPE_DATE:
      if (!take_text (is_date (text), text, value))
        *expected = g_strdup (_ ("a date such as 2019-03-01"));
      break;
    case SD_TYPE_REF:
      if (!take_text (g_uuid_string_is_valid (text), text, value))
        *expected = g_strdup (_ ("the id of another element"));
      break;
    case SD_TYPE_CHOICE:
      if (!take_text (sd_enumeration_lookup (column->enumeration, text) != NULL, text, value))
        {
          g_autofree char *list = sd_enumeration_to_list (column->enumeration);

          /* Translators: a list of words that are allowed. */
          *expected = g_strdup_printf (_ ("one of %s"), list);
        }
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    default:
      if (!take_text (!(column->flags & SD_REQUIRED) || *text != '\0', text, value))
        *expected = g_strdup (_ ("some text"));
    }

  return *expected == NULL;
}
