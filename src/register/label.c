/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A label is kept as fields parted by U+001F: key, plan, table, row, and the names for its
 * template. The first letter of a name says what it is: `t` text, `T` a table, `c` a column as
 * table.column, `v` a token as table.column=token. */

#define SEPARATOR "\x1f"
#define FIRST_NAME 4

/* Names longer than this, in characters, are cut in a label. */
#define LONGEST_NAME 40

static const struct
{
  const char *key;
  const char *text;
} templates[] = {
#define SD_LABEL(ID, key, text) { key, text },
#include "labels-list.h"
#undef SD_LABEL
};

void
sd_place_set (SdPlace *self, const char *plan_id, SdTableId table, const char *row_id)
{
  SdPlace place = { g_strdup (plan_id), table, g_strdup (row_id) };

  sd_place_clear (self);
  *self = place;
}

void
sd_place_clear (SdPlace *self)
{
  g_free (self->plan_id);
  g_free (self->row_id);
  *self = (SdPlace) SD_PLACE_INIT;
}

/**
 * sd_label_name_text:
 * @text: a name or number
 *
 * Returns: (transfer full): the text as a name in a label: one line, and not longer than can be
 *   shown
 */
char *
sd_label_name_text (const char *text)
{
  GString *name = g_string_new ("t");
  glong length = 0;

  for (const char *p = text; *p != '\0' && length <= LONGEST_NAME;
       p = g_utf8_next_char (p), length++)
    {
      gunichar c = g_utf8_get_char (p);

      if (length == LONGEST_NAME)
        g_string_append (name, "…");
      else
        g_string_append_unichar (name, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (name, FALSE);
}

/**
 * sd_label_name_table:
 * @table: a table
 *
 * Returns: (transfer full): the table as a name in a label, shown by its label
 */
char *
sd_label_name_table (SdTableId table)
{
  return g_strdup_printf ("T%s", sd_table_get (table)->name);
}

/**
 * sd_label_name_column:
 * @table: a table
 * @column: a column of it
 *
 * Returns: (transfer full): the column as a name in a label, shown by its label
 */
char *
sd_label_name_column (const SdTable *table, guint column)
{
  return g_strdup_printf ("c%s.%s", table->name, table->columns[column].name);
}

/**
 * sd_label_name_value:
 * @table: a table
 * @column: a column of it
 * @value: what the column holds
 *
 * Returns: (transfer full): the value as a name in a label; a token is shown by its label
 */
char *
sd_label_name_value (const SdTable *table, guint column, const SdValue *value)
{
  g_autofree char *text = sd_value_to_text (value);

  if (text != NULL && table->columns[column].type == SD_TYPE_CHOICE)
    return g_strdup_printf ("v%s.%s=%s", table->name, table->columns[column].name, text);

  return sd_label_name_text (text != NULL ? text : "");
}

/**
 * sd_label_encode:
 * @id: what the edit is called
 * @place: where it was made
 * @...: the names for its template, made by sd_label_name_text() and its like, ended by %NULL
 *
 * Returns: (transfer full): the label as history holds it
 */
char *
sd_label_encode (SdLabelId id, const SdPlace *place, ...)
{
  GString *label = g_string_new (templates[id].key);
  const char *name;
  va_list args;

  g_string_append_printf (label, SEPARATOR "%s" SEPARATOR "%s" SEPARATOR "%s",
                          place->plan_id != NULL ? place->plan_id : "",
                          place->table < SD_N_TABLES ? sd_table_get (place->table)->name : "",
                          place->row_id != NULL ? place->row_id : "");
  va_start (args, place);
  while ((name = va_arg (args, const char *)) != NULL)
    g_string_append_printf (label, SEPARATOR "%s", name);
  va_end (args);

  return g_string_free (label, FALSE);
}

/**
 * sd_label_get_id:
 * @label: a label as history holds it
 *
 * Returns: what it calls the edit, an #SdLabelId, or -1 if this program does not know that
 */
int
sd_label_get_id (const char *label)
{
  gsize length = strcspn (label, SEPARATOR);

  for (guint i = 0; i < SD_N_LABELS; i++)
    if (strlen (templates[i].key) == length && strncmp (templates[i].key, label, length) == 0)
      return (int) i;

  return -1;
}

/* The label of what a name names in the language of the user; what is not known stands as it is. */
static char *
name_to_text (const char *name)
{
  g_auto (GStrv) parts = NULL;
  const SdTable *table;
  const SdToken *token;
  int column;

  if (*name != 'T' && *name != 'c' && *name != 'v')
    return g_strdup (*name != '\0' ? name + 1 : "");

  parts = g_strsplit_set (name + 1, ".=", 3);
  table = parts[0] != NULL ? sd_table_lookup (parts[0]) : NULL;
  if (table != NULL && *name == 'T')
    return g_strdup (sd_table_get_label (table));
  column = table != NULL && parts[1] != NULL ? sd_table_column_index (table, parts[1]) : -1;
  if (column >= 0 && *name == 'c')
    return g_strdup (sd_column_get_label (&table->columns[column]));
  if (column < 0 || table->columns[column].enumeration == NULL || parts[2] == NULL)
    return g_strdup (name + 1);
  token = sd_enumeration_lookup (table->columns[column].enumeration, parts[2]);

  return g_strdup (token != NULL ? sd_token_get_label (token) : parts[2]);
}

/* Puts the names where the template has %s, or %2$s where a translation needs another order. */
static char *
fill_template (const char *template, const char *const *names, guint n_names)
{
  GString *text = g_string_new (NULL);
  guint next = 0;

  for (const char *p = template; *p != '\0'; p++)
    {
      guint place = next;

      if (*p != '%')
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      if (g_ascii_isdigit (*p) && p[1] == '$')
        {
          place = (guint) (*p - '1');
          p += 2;
        }
      else
        next++;
      if (*p != 's')
        break; /* no such template exists; never read past its end */
      if (place < n_names)
        {
          g_autofree char *name = name_to_text (names[place]);

          g_string_append (text, name);
        }
    }

  return g_string_free (text, FALSE);
}

/**
 * sd_label_to_text:
 * @label: a label as history holds it
 *
 * Returns: (transfer full): the label in the language of the user
 */
char *
sd_label_to_text (const char *label)
{
  g_autofree char *valid = g_utf8_make_valid (label, -1);
  g_auto (GStrv) fields = g_strsplit (valid, SEPARATOR, -1);
  guint n = g_strv_length (fields);
  int id = sd_label_get_id (valid);

  if (id < 0 || n < FIRST_NAME)
    return g_strdup (n > 0 ? fields[0] : "");

  return fill_template (_ (templates[id].text), (const char *const *) fields + FIRST_NAME,
                        n - FIRST_NAME);
}

/**
 * sd_label_get_place:
 * @label: a label as history holds it
 * @place: (out): where the edit was made, owned by the caller
 */
void
sd_label_get_place (const char *label, SdPlace *place)
{
  g_auto (GStrv) fields = g_strsplit (label, SEPARATOR, FIRST_NAME + 1);
  const SdTable *table;

  *place = (SdPlace) SD_PLACE_INIT;
  if (g_strv_length (fields) < FIRST_NAME)
    return;

  table = sd_table_lookup (fields[2]);
  place->plan_id = *fields[1] != '\0' ? g_strdup (fields[1]) : NULL;
  place->table = table != NULL ? table->id : SD_TABLE_NONE;
  place->row_id = *fields[3] != '\0' ? g_strdup (fields[3]) : NULL;
}
