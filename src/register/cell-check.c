/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cell-check.h"

#include "plan/cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a user may put into a column, and what a file may hold in it. */

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Text that plan XML cannot carry may not enter a register either. */
static gboolean
is_plain_text (const char *text)
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
is_nothing (const SdValue *value)
{
  return value->type == SD_VALUE_NONE || (value->type == SD_VALUE_TEXT && is_blank (value->text));
}

/* Nothing, as a column holds it: true or false is never absent. */
static SdValue
nothing_of (const SdColumn *column)
{
  if (column->type == SD_TYPE_BOOLEAN)
    return (SdValue) SD_VALUE_INIT_INTEGER (FALSE);

  return (SdValue) SD_VALUE_INIT;
}

/**
 * sd_cell_check:
 * @table: a table
 * @column: a column of it
 * @value: what the column is to hold
 * @checked: (out): the value as it is kept, owned by the caller: blank text is nothing, and where
 *   there is but true and false, false; a number given as text is a number
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the column may hold that
 */
gboolean
sd_cell_check (const SdTable *table, guint column, const SdValue *value, SdValue *checked,
               GError **error)
{
  const SdColumn *description = &table->columns[column];
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_auto (SdValue) parsed = SD_VALUE_INIT;

  *checked = nothing_of (description);
  if (value->type == SD_VALUE_TEXT && !is_plain_text (value->text))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                   _ ("%s of %s holds characters that are not text."),
                   sd_column_get_label (description), sd_table_get_label (table));
      return FALSE;
    }
  if (is_nothing (value))
    {
      if (!(description->flags & SD_REQUIRED))
        return TRUE;
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                   _ ("%s of %s may not be empty."), sd_column_get_label (description),
                   sd_table_get_label (table));
      return FALSE;
    }

  text = sd_value_to_text (value);
  if (!sd_cell_parse (description, text, &parsed, &expected))
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                   _ ("%s of %s is “%s”; expected %s."), sd_column_get_label (description),
                   sd_table_get_label (table), text, expected);
      return FALSE;
    }
  sd_value_copy (checked, &parsed);
  return TRUE;
}

/**
 * sd_cell_accept:
 * @column: a column
 * @value: what a file holds in it; made to be what the column holds, where that is only another
 *   way to write it
 *
 * Files are not trusted: a row object may only hold what its column is of.
 *
 * Returns: whether the value is of the column's type
 */
gboolean
sd_cell_accept (const SdColumn *column, SdValue *value)
{
  if (value->type == SD_VALUE_NONE)
    {
      *value = nothing_of (column);
      return !(column->flags & SD_REQUIRED);
    }

  switch (column->type)
    {
    case SD_TYPE_INTEGER:
    case SD_TYPE_BOOLEAN:
      return value->type == SD_VALUE_INTEGER && value->integer >= 0 &&
             (column->type == SD_TYPE_INTEGER || value->integer <= 1);
    case SD_TYPE_REAL:
      if (value->type == SD_VALUE_INTEGER)
        *value = (SdValue) SD_VALUE_INIT_REAL ((double) value->integer);
      return value->type == SD_VALUE_REAL && value->real >= 0;
    case SD_TYPE_CHOICE:
      return value->type == SD_VALUE_TEXT &&
             sd_enumeration_lookup (column->enumeration, value->text) != NULL;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    case SD_TYPE_DATE:
    case SD_TYPE_REF:
    default:
      return value->type == SD_VALUE_TEXT && is_plain_text (value->text);
    }
}
