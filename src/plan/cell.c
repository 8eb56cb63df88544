/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cell.h"

#include "markup-private.h"

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

static const char *
skip_digits (const char *text)
{
  while (g_ascii_isdigit (*text))
    text++;

  return text;
}

/* Digits, and perhaps a fraction and an exponent, as the schema has it; the C library would take
 * hexadecimal numbers and words as well. */
static gboolean
has_form_of_real (const char *text)
{
  const char *p = skip_digits (text);

  if (p == text)
    return FALSE;
  if (*p == '.')
    {
      const char *fraction = p + 1;

      p = skip_digits (fraction);
      if (p == fraction)
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      const char *exponent = p + 1 + (p[1] == '+' || p[1] == '-');

      p = skip_digits (exponent);
      if (p == exponent)
        return FALSE;
    }

  return *p == '\0';
}

static gboolean
parse_real (const char *text, SdValue *value)
{
  double number = has_form_of_real (text) ? g_ascii_strtod (text, NULL) : -1;

  if (number < 0 || !isfinite (number))
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

/* What XML cannot hold, no column holds. */
static gboolean
is_text (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || c == 0xfffe ||
          c == 0xffff)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

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

/* Blanks say nothing, so that there is one way to say nothing. */
static char *
parse_text (const SdColumn *column, const char *text, SdValue *value)
{
  gboolean required = column->flags & SD_REQUIRED;

  if (!is_text (text))
    return g_strdup (_ ("text without control characters"));
  if (is_blank (text))
    return required ? g_strdup (_ ("some text")) : NULL;

  take_text (TRUE, text, value);
  return NULL;
}

static char *
parse_markup (const SdColumn *column, const char *text, SdValue *value)
{
  g_autofree char *markup = is_text (text) ? sd_markup_normalize (text) : NULL;
  gboolean required = column->flags & SD_REQUIRED;

  if (markup == NULL || (*markup == '\0' && required))
    return g_strdup (_ ("paragraphs <p>…</p> of text and <field ref=\"…\"/>"));
  if (*markup != '\0')
    take_text (TRUE, markup, value);

  return NULL;
}

/**
 * sd_cell_parse:
 * @column: a column
 * @text: what stands in its place
 * @value: (out): the value, owned by the caller
 * @expected: (out) (transfer full): on failure, what was expected, as a part of a sentence
 *
 * Blank text in a column that may be empty gives no value.
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
        *expected = g_strdup (_ ("a whole number from 0 to 2147483647"));
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
    case SD_TYPE_MARKUP:
      *expected = parse_markup (column, text, value);
      break;
    case SD_TYPE_TEXT:
    default:
      *expected = parse_text (column, text, value);
    }

  return *expected == NULL;
}
