/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document-check.h"

#include "register/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What GB/T 9704-2012 asks of the elements of a document, beyond their types. */

#define COPY_NUMBER_DIGITS 6

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, sentence);
  return FALSE;
}

static void
take (SdValue *value, char *text)
{
  g_free (value->text);
  value->text = text;
}

static gboolean
matches (const SdValue *value, const char *pattern)
{
  return g_regex_match_simple (pattern, value->text, 0, 0);
}

/* The brackets of the year are hard to type. */
static gboolean
check_number (SdValue *value, GError **error)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("[\\[\\(（［【〔]\\s*([0-9]{4})\\s*[\\]\\)）］】〕]\\s*", 0, 0, NULL);

  take (value, g_regex_replace (regex, value->text, -1, 0, "〔\\1〕", 0, NULL));
  if (matches (value, "^[^\\s0-9〔〕]+〔[0-9]{4}〕[1-9][0-9]*号$"))
    return TRUE;

  return refuse (error, _ ("A document number is written like 费政〔2026〕5号: the code of the "
                           "issuer, the year with four digits, and the number without 第 and "
                           "without leading zeros (GB/T 9704-2012, 7.2.5)."));
}

static gboolean
check_copy_number (SdValue *value, GError **error)
{
  if (!matches (value, "^[0-9]{1,6}$"))
    return refuse (error, _ ("A copy number has six digits, like 000001 (GB/T 9704-2012, 7.2.1)."));

  take (value, g_strdup_printf ("%0*d", COPY_NUMBER_DIGITS, atoi (value->text)));
  return TRUE;
}

static gboolean
check_secrecy (SdValue *value, GError **error)
{
  if (matches (value, "^(绝密|机密|秘密)(★\\S+)?$"))
    return TRUE;

  return refuse (error, _ ("Secrecy is 绝密, 机密 or 秘密, and how long after ★, like 秘密★1年 "
                           "(GB/T 9704-2012, 7.2.2)."));
}

static void
drop_end (SdValue *value, const char *mark)
{
  if (g_str_has_suffix (value->text, mark))
    value->text[strlen (value->text) - strlen (mark)] = '\0';
}

static void
drop_begin (SdValue *value, const char *words)
{
  if (g_str_has_prefix (value->text, words))
    take (value, g_strdup (value->text + strlen (words)));
}

/* The colon is the document's. */
static gboolean
check_addressee (SdRow *document, SdValue *value, GError **error)
{
  drop_end (value, "：");
  drop_end (value, ":");
  if (!sd_row_is (document, SD_DOCUMENT_KIND, "request") || !matches (value, "[、，；,;]"))
    return TRUE;

  return refuse (error, _ ("A request goes to exactly one addressee; others get a copy "
                           "(GB/T 9704-2012, 7.3.2)."));
}

static gboolean
check_phone (SdValue *value, GError **error)
{
  if (matches (value, "^[0-9+()（）\\-—转 ]{5,}$"))
    return TRUE;

  return refuse (error, _ ("A telephone number has digits and hyphens, like 0539-1234567."));
}

static gboolean
check_copies (SdValue *value, GError **error)
{
  drop_begin (value, "抄送：");
  drop_begin (value, "抄送:");
  drop_end (value, "。");

  return TRUE;
}

/* Dates of the form YYYY-MM-DD are in the order of their texts. */
static gboolean
check_dates (const char *date, const char *printed, GError **error)
{
  if (date == NULL || printed == NULL || strcmp (date, printed) <= 0)
    return TRUE;

  return refuse (error, _ ("A document is printed on its date or later, not before."));
}

/**
 * sd_document_check_element:
 * @document: what the document says of itself
 * @column: a column of it
 * @value: what the column is to hold; it is brought into the form of the standard
 * @error: return location for a sentence that says what was expected
 *
 * Returns: whether the document may say that (GB/T 9704-2012, 7.2 to 7.4)
 */
gboolean
sd_document_check_element (SdRow *document, guint column, SdValue *value, GError **error)
{
  if (value->type != SD_VALUE_TEXT)
    return TRUE;

  switch (column)
    {
    case SD_DOCUMENT_NUMBER:
      return check_number (value, error);
    case SD_DOCUMENT_COPY_NUMBER:
      return check_copy_number (value, error);
    case SD_DOCUMENT_SECRECY:
      return check_secrecy (value, error);
    case SD_DOCUMENT_ADDRESSEE:
      return check_addressee (document, value, error);
    case SD_DOCUMENT_PHONE:
      return check_phone (value, error);
    case SD_DOCUMENT_COPIES:
      return check_copies (value, error);
    case SD_DOCUMENT_DATE:
      return check_dates (value->text, sd_row_get_text (document, SD_DOCUMENT_PRINTED), error);
    case SD_DOCUMENT_PRINTED:
      return check_dates (sd_row_get_text (document, SD_DOCUMENT_DATE), value->text, error);
    default:
      return TRUE;
    }
}
