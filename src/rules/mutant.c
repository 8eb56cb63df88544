/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mutant.h"

#include <string.h>

#include "schematron/schematron.h"

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

static gboolean
is (const SchToken *token, char c)
{
  return token->kind == SCH_TOKEN_OTHER && *token->start == c;
}

/* Where the bracket ends that begins before the text. */
static const char *
find_bracket (const char *text)
{
  int depth = 1;

  while (TRUE)
    {
      SchToken token = sch_expression_next_token (&text);

      if (token.kind == SCH_TOKEN_END)
        return NULL;
      depth += is (&token, '[');
      depth -= is (&token, ']');
      if (depth == 0)
        return token.start + 1;
    }
}

static void
drop_predicate (Work *work, const SchToken *bracket)
{
  const char *end = find_bracket (bracket->start + 1);
  g_autofree char *predicate =
      end != NULL ? g_strndup (bracket->start, end - bracket->start) : NULL;
  g_autofree char *change = predicate != NULL ? g_strconcat ("drop ", predicate, NULL) : NULL;

  if (end != NULL)
    add (work, bracket->start, end - bracket->start, "", change);
}

/* Changes an operator that the word is or begins. Returns: whether it is one */
static gboolean
change_operator (Work *work, const SchToken *token, const SchToken *before)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const gboolean is_word = token->kind == SCH_TOKEN_NAME;
      const gsize length = strlen (changes[i].from);
      g_autofree char *change = NULL;

      if (is_word != changes[i].is_word || strncmp (token->start, changes[i].from, length) != 0 ||
          (is_word && (token->length != length || !sch_expression_is_operand_end (before))))
        continue;
      change = g_strdup_printf ("%s to %s", changes[i].from, changes[i].to);
      add (work, token->start, length, changes[i].to, change);
      return TRUE;
    }

  return FALSE;
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
  SchToken before = { .kind = SCH_TOKEN_END };
  SchToken token = sch_expression_next_token (&expression);

  work.mutants = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_mutant_free);
  work.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (; token.kind != SCH_TOKEN_END; token = sch_expression_next_token (&expression))
    {
      gboolean is_operator = FALSE;

      if (is (&token, '['))
        drop_predicate (&work, &token);
      else if (token.kind == SCH_TOKEN_NAME || token.kind == SCH_TOKEN_OTHER)
        is_operator = change_operator (&work, &token, &before);
      before = is_operator ? (SchToken){ .kind = SCH_TOKEN_END } : token;
    }
  g_hash_table_unref (work.counts);

  return work.mutants;
}
