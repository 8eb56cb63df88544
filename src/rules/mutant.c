/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mutant.h"

#include <string.h>

/* The changes that could be made to an XPath expression by mistake: a bound that is in or out,
 * "and" for "or", a predicate that is forgotten. */

typedef struct
{
  const char *text;
  GPtrArray *mutants;
  GHashTable *counts; /* change → how often it was made */
} Work;

static const struct
{
  const char *from, *to;
  gboolean is_word;
} changes[] = {
  { "<=", "<", FALSE }, { ">=", ">", FALSE },  { "<", "<=", FALSE },
  { ">", ">=", FALSE }, { "and", "or", TRUE }, { "or", "and", TRUE },
};

void
sd_mutant_free (SdMutant *self)
{
  g_free (self->change);
  g_free (self->text);
  g_free (self);
}

static gboolean
is_name_character (gunichar c)
{
  return g_unichar_isalnum (c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* Puts something else in the place of a part of the expression. */
static void
add (Work *work, const char *start, gsize length, const char *instead, const char *change)
{
  guint n = 1 + GPOINTER_TO_UINT (g_hash_table_lookup (work->counts, change));
  SdMutant *mutant = g_new0 (SdMutant, 1);

  g_hash_table_replace (work->counts, g_strdup (change), GUINT_TO_POINTER (n));
  mutant->change = g_strdup_printf ("%s (%u)", change, n);
  mutant->text =
      g_strdup_printf ("%.*s%s%s", (int) (start - work->text), work->text, instead, start + length);
  g_ptr_array_add (work->mutants, mutant);
}

static const char *
skip_literal (const char *text)
{
  const char *end = strchr (text + 1, *text);

  return end != NULL ? end + 1 : text + strlen (text);
}

static const char *
find_bracket (const char *text)
{
  int depth = 0;

  while (*text != '\0')
    {
      if (*text == '"' || *text == '\'')
        {
          text = skip_literal (text);
          continue;
        }
      depth += *text == '[';
      depth -= *text == ']';
      if (depth == 0)
        return text;
      text++;
    }

  return NULL;
}

static void
drop_predicate (Work *work, const char *start)
{
  const char *end = find_bracket (start);
  g_autofree char *predicate = end != NULL ? g_strndup (start, end + 1 - start) : NULL;
  g_autofree char *change = predicate != NULL ? g_strconcat ("drop ", predicate, NULL) : NULL;

  if (end != NULL)
    add (work, start, end + 1 - start, "", change);
}

/* Changes an operator; gives its length, 0 where there is none. */
static gsize
change_operator (Work *work, const char *text, gsize word_length, gboolean after_operand)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gsize length = strlen (changes[i].from);
      g_autofree char *change = NULL;

      if (strncmp (text, changes[i].from, length) != 0 ||
          (changes[i].is_word && (word_length != length || !after_operand)) ||
          (!changes[i].is_word && word_length > 0))
        continue;
      change = g_strdup_printf ("%s to %s", changes[i].from, changes[i].to);
      add (work, text, length, changes[i].to, change);
      return length;
    }

  return 0;
}

static gsize
length_of_name (const char *text)
{
  const char *end = text;

  while (is_name_character (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return end - text;
}

/*
 * sd_mutants_of:
 * @expression: an XPath expression
 *
 * Returns: (transfer full) (element-type SdMutant): the expression with each change that there is
 */
GPtrArray *
sd_mutants_of (const char *expression)
{
  Work work = { .text = expression };
  gboolean after_operand = FALSE;
  const char *text = expression;

  work.mutants = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_mutant_free);
  work.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (*text != '\0')
    {
      gsize name = length_of_name (text);
      gsize operator= change_operator (&work, text, name, after_operand);
      const char *rest = g_utf8_next_char (text);

      if (*text == '[')
        drop_predicate (&work, text);
      if (*text == '"' || *text == '\'')
        rest = skip_literal (text);
      else if (name > 0 || operator> 0)
        rest = text + MAX (name, operator);
      if (!g_ascii_isspace (*text))
        after_operand = operator== 0 && (name > 0 || strchr (")]*\"'", *text) != NULL);
      text = rest;
    }
  g_hash_table_unref (work.counts);

  return work.mutants;
}
