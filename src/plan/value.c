/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "value.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (SdValue, sd_value, sd_value_dup, sd_value_free)

/**
 * sd_value_dup:
 * @self: a value
 *
 * Returns: (transfer full): a copy that owns its text
 */
SdValue *
sd_value_dup (const SdValue *self)
{
  SdValue *copy = g_new0 (SdValue, 1);

  sd_value_copy (copy, self);
  return copy;
}

/**
 * sd_value_free:
 * @self: (nullable): a value made by sd_value_dup()
 */
void
sd_value_free (SdValue *self)
{
  if (self == NULL)
    return;

  sd_value_clear (self);
  g_free (self);
}

/**
 * sd_value_copy:
 * @self: a value that owns its text, or a new one
 * @other: the value to take
 *
 * Makes @self equal to @other.
 */
void
sd_value_copy (SdValue *self, const SdValue *other)
{
  SdValue copy = *other;

  if (copy.type == SD_VALUE_TEXT)
    copy.text = g_strdup (other->text);
  sd_value_clear (self);
  *self = copy;
}

/**
 * sd_value_clear:
 * @self: a value that owns its text
 *
 * Makes it hold nothing.
 */
void
sd_value_clear (SdValue *self)
{
  if (self->type == SD_VALUE_TEXT)
    g_free (self->text);
  *self = (SdValue) SD_VALUE_INIT;
}

/**
 * sd_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether they hold the same
 */
gboolean
sd_value_equal (const SdValue *a, const SdValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case SD_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case SD_VALUE_INTEGER:
      return a->integer == b->integer;
    case SD_VALUE_REAL:
      return a->real == b->real;
    case SD_VALUE_NONE:
    default:
      return TRUE;
    }
}

/**
 * sd_value_to_text:
 * @self: a value
 *
 * Numbers are written with a point and without grouping, whatever the locale, in the shortest form
 * that reads back as the same number.
 *
 * Returns: (transfer full) (nullable): the value as files hold it, or %NULL for nothing
 */
char *
sd_value_to_text (const SdValue *self)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (self->type)
    {
    case SD_VALUE_TEXT:
      return g_strdup (self->text);
    case SD_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->integer);
    case SD_VALUE_REAL:
      if (floor (self->real) == self->real && fabs (self->real) < 1e15)
        return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) self->real);
      for (int digits = 6; digits <= 17; digits++)
        {
          g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

          g_ascii_formatd (buffer, sizeof buffer, format, self->real);
          if (g_ascii_strtod (buffer, NULL) == self->real)
            break;
        }
      return g_strdup (buffer);
    case SD_VALUE_NONE:
    default:
      return NULL;
    }
}
