/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "label.h"

#include <glib/gi18n-lib.h>

/* The label of an edit outlives the language it was made in, so history stores the English template
 * and its arguments, as the text of a GVariant, and the label is put together when it is shown. An
 * argument says by its first character what it is: "=" text, "@" a column, "%" a table, "#" a
 * token. */

#define STORED_TYPE "(sas)"

/**
 * sd_label_arg_text:
 * @text: (nullable): text that is shown as it is
 *
 * Returns: (transfer full): an argument for sd_label_new()
 */
char *
sd_label_arg_text (const char *text)
{
  return g_strconcat ("=", text != NULL ? text : "", NULL);
}

/**
 * sd_label_arg_column:
 * @table: a table
 * @column: a column of it, shown by its label
 *
 * Returns: (transfer full): an argument for sd_label_new()
 */
char *
sd_label_arg_column (const SdTable *table, guint column)
{
  return g_strdup_printf ("@%s.%s", table->name, table->columns[column].name);
}

/**
 * sd_label_arg_table:
 * @table: a table, shown by its label
 *
 * Returns: (transfer full): an argument for sd_label_new()
 */
char *
sd_label_arg_table (const SdTable *table)
{
  return g_strdup_printf ("%%%s", table->name);
}

/**
 * sd_label_arg_token:
 * @column: a column that holds tokens
 * @token: a token, shown by its label
 *
 * Returns: (transfer full): an argument for sd_label_new()
 */
char *
sd_label_arg_token (const SdColumn *column, const char *token)
{
  return g_strdup_printf ("#%d.%s", column->enumeration->id, token);
}

/**
 * sd_label_new:
 * @template: the label in English, with {1}, {2} … for its arguments; marked for gettext
 * @...: (transfer full): the arguments, ended by %NULL; they are freed
 *
 * Returns: (transfer full): the label as history stores it
 */
char *
sd_label_new (const char *template, ...)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) label = NULL;
  va_list args;
  char *arg;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (STORED_TYPE));
  g_variant_builder_add (&builder, "s", template);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("as"));
  va_start (args, template);
  while ((arg = va_arg (args, char *)) != NULL)
    {
      g_variant_builder_add (&builder, "s", arg);
      g_free (arg);
    }
  va_end (args);
  g_variant_builder_close (&builder);
  label = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (label, FALSE);
}

static char *
render_column (const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, ".", 2);
  const SdTable *table = parts[0] != NULL ? sd_table_lookup (parts[0]) : NULL;
  int column = table != NULL ? sd_table_column_index (table, parts[1]) : -1;

  return g_strdup (column >= 0 ? sd_column_get_label (&table->columns[column]) : reference);
}

static char *
render_token (const char *reference)
{
  const char *point = strchr (reference, '.');
  guint64 id = g_ascii_strtoull (reference, NULL, 10);
  const SdToken *token = NULL;

  if (point != NULL && id < SD_N_ENUMERATIONS)
    token = sd_enumeration_lookup (sd_enumeration_get ((SdEnumerationId) id), point + 1);

  return g_strdup (token != NULL ? sd_token_get_label (token) : reference);
}

static char *
render_arg (const char *arg)
{
  const SdTable *table;

  switch (*arg)
    {
    case '@':
      return render_column (arg + 1);
    case '#':
      return render_token (arg + 1);
    case '%':
      table = sd_table_lookup (arg + 1);
      return g_strdup (table != NULL ? sd_table_get_label (table) : arg + 1);
    case '=':
      return g_strdup (arg + 1);
    default:
      return g_strdup (arg);
    }
}

/**
 * sd_label_render:
 * @stored: a label as history stores it
 *
 * Returns: (transfer full): the label in the language of the user
 */
char *
sd_label_render (const char *stored)
{
  g_autoptr (GVariant) label =
      g_variant_parse (G_VARIANT_TYPE (STORED_TYPE), stored, NULL, NULL, NULL);
  g_autoptr (GVariantIter) args = NULL;
  g_autoptr (GPtrArray) rendered = g_ptr_array_new_with_free_func (g_free);
  const char *template, *arg;
  GString *text;

  if (label == NULL)
    return g_strdup (stored);

  g_variant_get (label, "(&sas)", &template, &args);
  while (g_variant_iter_next (args, "&s", &arg))
    g_ptr_array_add (rendered, render_arg (arg));

  text = g_string_new (NULL);
  for (const char *c = *template != '\0' ? _ (template) : ""; *c != '\0'; c++)
    {
      guint place = c[0] == '{' && g_ascii_isdigit (c[1]) && c[2] == '}' ? c[1] - '0' : 0;

      if (place >= 1 && place <= rendered->len)
        {
          g_string_append (text, g_ptr_array_index (rendered, place - 1));
          c += 2;
        }
      else
        {
          g_string_append_c (text, *c);
        }
    }

  return g_string_free (text, FALSE);
}
