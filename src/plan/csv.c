/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv.h"

#include "error.h"

#include <glib/gi18n-lib.h>

/* Tables as spreadsheets write them: comma- or tab-separated, in UTF-8 or in GB18030. */

static const char separators[] = { ',', '\t', ';' };

static gboolean
has_prefix (const char *data, gsize size, const char *prefix, gsize n)
{
  return size >= n && memcmp (data, prefix, n) == 0;
}

/* Nothing that is written holds a NUL, but what is encoded wrongly may. */
static char *
convert (const char *data, gsize size, const char *charset)
{
  gsize written = 0;
  g_autofree char *text = g_convert (data, (gssize) size, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

/**
 * sd_csv_decode:
 * @name: the file's name, for the error
 * @bytes: what is in it
 * @error: return location for a #SdPlanError
 *
 * Takes the text as UTF-8, with or without a mark at its beginning, else as GB18030, which is how
 * Chinese spreadsheets write it, or as UTF-16 where it begins with its mark.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8
 */
char *
sd_csv_decode (const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size == 0)
    return g_strdup ("");
  if (has_prefix (data, size, "\xef\xbb\xbf", 3))
    {
      data += 3;
      size -= 3;
    }

  if (has_prefix (data, size, "\xff\xfe", 2) || has_prefix (data, size, "\xfe\xff", 2))
    text = convert (data, size, "UTF-16");
  else if (g_utf8_validate_len (data, size, NULL))
    text = g_strndup (data, size);
  else
    text = convert (data, size, "GB18030");
  if (text == NULL)
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                 _ ("%s: the text cannot be read; expected UTF-8 or GB18030."), name);

  return text;
}

static void
record_free (gpointer data)
{
  SdCsvRecord *record = data;

  g_ptr_array_unref (record->fields);
  g_free (record);
}

/* The one that the first line has most of. */
static char
detect_separator (const char *text)
{
  guint counts[G_N_ELEMENTS (separators)] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0' && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
        counts[i] += *p == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

static gboolean
is_end_of_field (char c, char separator)
{
  return c == '\0' || c == separator || c == '\n' || c == '\r';
}

/* Reads a field and leaves @p behind it. Quotes count only where the field begins with them. */
static char *
read_field (const char **p, char separator, guint *line)
{
  GString *field = g_string_new (NULL);

  if (**p != '"')
    {
      for (; !is_end_of_field (**p, separator); (*p)++)
        g_string_append_c (field, **p);
      return g_string_free (field, FALSE);
    }

  for ((*p)++; **p != '\0'; (*p)++)
    {
      if (**p == '"' && (*p)[1] != '"')
        break;
      if (**p == '"')
        (*p)++;
      if (**p == '\n')
        (*line)++;
      g_string_append_c (field, **p);
    }
  if (**p != '"' || !is_end_of_field ((*p)[1], separator))
    {
      g_string_free (field, TRUE);
      return NULL;
    }
  (*p)++;

  return g_string_free (field, FALSE);
}

static void
skip_line_end (const char **p, guint *line)
{
  if (**p == '\r' && (*p)[1] == '\n')
    (*p)++;
  if (**p != '\0')
    {
      (*p)++;
      (*line)++;
    }
}

/**
 * sd_csv_parse:
 * @name: the file's name, for the error
 * @text: what is in it
 * @separator: what stands between fields; 0 to find it out from the first line
 * @error: return location for a #SdPlanError
 *
 * Reads records as RFC 4180 has them.
 *
 * Returns: (transfer full) (element-type SdCsvRecord) (nullable): the records
 */
GPtrArray *
sd_csv_parse (const char *name, const char *text, char separator, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (record_free);
  const char *p = text;
  guint line = 1;

  if (separator == 0)
    separator = detect_separator (text);
  while (*p != '\0')
    {
      SdCsvRecord *record = g_new0 (SdCsvRecord, 1);

      record->line = line;
      record->fields = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (records, record);
      for (gboolean more = TRUE; more;)
        {
          char *field = read_field (&p, separator, &line);

          if (field == NULL)
            {
              g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
                           _ ("%s:%u: a quotation mark is not closed; expected one at the end of "
                              "the field."),
                           name, record->line);
              return NULL;
            }
          g_ptr_array_add (record->fields, field);
          more = *p == separator;
          p += more;
        }
      skip_line_end (&p, &line);
    }

  return g_steal_pointer (&records);
}

/**
 * sd_csv_append:
 * @text: a line that is being written
 * @field: what is to be in the next field
 * @separator: what stands between fields
 *
 * Adds the field, in quotation marks where it needs them.
 */
void
sd_csv_append (GString *text, const char *field, char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };

  if (strpbrk (field, special) == NULL)
    {
      g_string_append (text, field);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}
