/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* Names are Chinese whatever the language of the window, so the order is always this one. */
#define ORDER "zh@collation=pinyin"

/* Helpers */

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (ORDER, &status);

  if (U_FAILURE (status))
    {
      g_warning ("ICU has no order for Chinese (%s); names stand in the order of their codes.",
                 u_errorName (status));
      return NULL;
    }
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);

  return collator;
}

static UCollator *
get_collator (void)
{
  static gsize once;
  static UCollator *collator;

  if (g_once_init_enter (&once))
    {
      collator = open_collator ();
      g_once_init_leave (&once, 1);
    }

  return collator;
}

static UChar *
to_utf16 (const char *text, int32_t *length)
{
  gsize most = strlen (text) + 1;
  UChar *wide = g_new (UChar, most);

  u_strFromUTF8Lenient (wide, (int32_t) most, length, text, -1, &(UErrorCode){ U_ZERO_ERROR });

  return wide;
}

/* Public functions */

/**
 * sd_collate_key:
 * @text: a name
 *
 * The order of names as Chinese readers expect it: by pinyin, then by strokes; numbers by their
 * value. Not for showing.
 *
 * Returns: (transfer full): what strcmp() puts names in order by
 */
char *
sd_collate_key (const char *text)
{
  UCollator *collator = get_collator ();
  int32_t length = 0, size;
  g_autofree UChar *wide = NULL;
  char *key;

  g_return_val_if_fail (text != NULL, NULL);

  if (collator == NULL)
    return g_strdup (text);

  wide = to_utf16 (text, &length);
  size = ucol_getSortKey (collator, wide, length, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (collator, wide, length, (uint8_t *) key, size);

  return key;
}

/**
 * sd_collate_compare:
 * @a: (nullable): a name
 * @b: (nullable): another
 *
 * Compares two names as sd_collate_key() orders them; none comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
sd_collate_compare (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? sd_collate_key (a) : NULL;
  g_autofree char *second = b != NULL ? sd_collate_key (b) : NULL;

  return g_strcmp0 (first, second);
}
