/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "schematron/schematron.h"

/* A walk through an XPath expression that knows at which element it is, as far as that can be told:
 * are the elements, attributes and tokens that it names in the plan's schema, and what it names of
 * the pack in the pack? Where it cannot be told which element is meant, any may be. */

typedef struct
{
  const char *context; /* the element that relative paths begin at; NULL where unknown */
  const char *step;    /* the element before the bracket */
  const char *pack;    /* what the bracket says that pack is */
  gboolean is_predicate;
} Frame;

typedef struct
{
  const SdNames *names;
  const char *text;
  GArray *frames;     /* Frame: those around this one */
  Frame now;          /* step: the last one that was read */
  const char *parent; /* the element before a slash */
  gboolean after_slash;
  gboolean after_attribute; /* behind the axis of that name */
  GStringChunk *chunk; /* keeps names */
  const char *result;  /* the element that the whole leads to, so far */
  gboolean has_result;
} Walk;

static gboolean
is (const SchToken *token, char c)
{
  return token->kind == SCH_TOKEN_OTHER && *token->start == c;
}

static SchToken
peek (const char *text)
{
  return sch_expression_next_token (&text);
}

static guint
distance (const char *a, const char *b)
{
  const gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          const guint changed = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n];
}

/* Remembers the name that is most like the wanted one. */
static void
prefer (const char **best, guint *least, const char *wanted, const char *name)
{
  const guint own = distance (wanted, name);

  if (own >= *least)
    return;
  *least = own;
  *best = name;
}

static void
tell (Walk *walk, char *sentence, const char *best)
{
  char *whole = best != NULL ? g_strdup_printf (_ ("%s Is it %s?"), sentence, best) : NULL;

  walk->names->tell (walk->names->data, whole != NULL ? whole : g_strdup (sentence));
  g_free (sentence);
}

static gboolean
is_known_element (const char *name)
{
  static const char *const others[] = { "body", "p", "field", NULL };

  return sd_table_lookup (name) != NULL || g_strv_contains (others, name);
}

static void
check_element (Walk *walk, const char *name)
{
  const char *best = NULL;
  guint least = 3;

  if (is_known_element (name))
    return;
  for (guint i = 0; i < SD_N_TABLES; i++)
    prefer (&best, &least, name, sd_table_get (i)->name);
  tell (walk, g_strdup_printf (_ ("a plan has no element %s."), name), best);
}

static const SdColumn *
find_column (const SdTable *table, const char *name)
{
  const int index = sd_table_column_index (table, name);

  return index >= 0 && !(table->columns[index].flags & SD_CONTENT) &&
                 table->columns[index].type != SD_TYPE_MARKUP
             ? &table->columns[index]
             : NULL;
}

static gboolean
any_has_column (const char *name)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (find_column (sd_table_get (i), name) != NULL)
      return TRUE;

  return FALSE;
}

static const char *
find_nearest_column (const SdTable *table, const char *name)
{
  const char *best = NULL;
  guint least = 3;

  for (guint i = 0; i < SD_N_TABLES; i++)
    for (guint j = 0;
         (table == NULL || sd_table_get (i) == table) && j < sd_table_get (i)->n_columns; j++)
      prefer (&best, &least, name, sd_table_get (i)->columns[j].name);

  return best;
}

/* Gives the column, where it is known which. */
static const SdColumn *
check_attribute (Walk *walk, const char *owner, const char *name)
{
  const SdTable *table = owner != NULL ? sd_table_lookup (owner) : NULL;
  const SdColumn *column = table != NULL ? find_column (table, name) : NULL;

  if (column != NULL || g_str_equal (name, "id"))
    return column;
  if (table != NULL)
    tell (walk, g_strdup_printf (_ ("%s of a plan has no attribute %s."), owner, name),
          find_nearest_column (table, name));
  else if (owner == NULL && !any_has_column (name) && !g_str_equal (name, "value"))
    tell (walk, g_strdup_printf (_ ("nothing in a plan has an attribute %s."), name),
          find_nearest_column (NULL, name));

  return NULL;
}

/* Is what a choice is compared with one of its tokens? */
static void
check_token (Walk *walk, const SdColumn *column, const char *value)
{
  const char *best = NULL;
  guint least = 3;

  if (column->type != SD_TYPE_CHOICE || sd_enumeration_lookup (column->enumeration, value) != NULL)
    return;
  for (guint i = 0; i < column->enumeration->n_tokens; i++)
    prefer (&best, &least, value, column->enumeration->tokens[i].name);
  tell (walk, g_strdup_printf (_ ("%s is never “%s”."), column->name, value), best);
}

/* What the pack itself says: its limits, lists, parameters and readings. */
static void
check_own (Walk *walk, const char *owner, const char *attribute, const char *value)
{
  const struct
  {
    const char *owner, *attribute, *called;
    GHashTable *known;
  } kinds[] = {
    { "limit", "id", N_ ("limit"), walk->names->limits },
    { "names", "id", N_ ("list of names"), walk->names->lists },
    { "parameter", "name", N_ ("parameter"), walk->names->parameters },
    { "reading", "rule", N_ ("reading"), walk->names->readings },
    { "reading", "choice", N_ ("choice of a reading"), walk->names->choices },
  };

  if (walk->now.pack != NULL && !g_str_equal (walk->now.pack, walk->names->pack))
    return;
  for (guint i = 0; owner != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].owner, owner) && g_str_equal (kinds[i].attribute, attribute) &&
        !g_hash_table_contains (kinds[i].known, value))
      tell (walk, g_strdup_printf (_ ("the pack has no %s “%s”."), _ (kinds[i].called), value),
            NULL);
}

/* The string that a comparison right behind the attribute compares it with. */
static char *
compared_with (const char *text)
{
  SchToken token = sch_expression_next_token (&text);

  if (is (&token, '!'))
    token = sch_expression_next_token (&text);
  if (!is (&token, '='))
    return NULL;
  token = sch_expression_next_token (&text);

  return token.kind == SCH_TOKEN_LITERAL && strchr ("'\"", *token.start) != NULL &&
                 token.length >= 2
             ? g_strndup (token.start + 1, token.length - 2)
             : NULL;
}

static void
read_attribute (Walk *walk, const SchToken *token)
{
  const char *owner = walk->after_slash ? walk->parent : walk->now.context;
  g_autofree char *name = g_strndup (token->start, token->length);
  g_autofree char *value = compared_with (walk->text);
  const SdColumn *column = check_attribute (walk, owner, name);

  if (value != NULL && column != NULL)
    check_token (walk, column, value);
  if (value != NULL && g_str_equal (name, "pack"))
    walk->now.pack = g_string_chunk_insert (walk->chunk, value);
  else if (value != NULL)
    check_own (walk, owner, name, value);
  walk->now.step = NULL;
  walk->after_slash = FALSE;
}

/* The name without its prefix, where it is of the plan or of the limits. */
static const char *
local_name (Walk *walk, const SchToken *token)
{
  g_autofree char *name = g_strndup (token->start, token->length);
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;

  if (g_strcmp0 (prefix, walk->names->plan_prefix) == 0 ||
      g_strcmp0 (prefix, walk->names->limits_prefix) == 0)
    return g_string_chunk_insert (walk->chunk, colon + 1);

  return NULL;
}

static gboolean
is_of_plan (Walk *walk, const SchToken *token)
{
  const gsize length = strlen (walk->names->plan_prefix);

  return strncmp (token->start, walk->names->plan_prefix, length) == 0 &&
         token->start[length] == ':';
}

static void
read_name (Walk *walk, const SchToken *token, const SchToken *before)
{
  const SchToken next = peek (walk->text);
  const char *name = local_name (walk, token);

  if (is (before, '@') || walk->after_attribute)
    {
      walk->after_attribute = FALSE;
      read_attribute (walk, token);
      return;
    }
  if (is (&next, '(') || (name == NULL && sch_expression_is_operand_end (before)))
    {
      walk->now.step = NULL;
      walk->after_slash = FALSE;
      return;
    }
  if (is (&next, ':')) /* an axis */
    {
      walk->after_attribute = token->length == strlen ("attribute") &&
                              strncmp (token->start, "attribute", token->length) == 0;
      return;
    }
  if (name != NULL && is_of_plan (walk, token))
    check_element (walk, name);
  else if (memchr (token->start, ':', token->length) == NULL)
    tell (walk,
          g_strdup_printf (_ ("%.*s has no prefix, so no plan has it; expected %s:%.*s."),
                           (int) token->length, token->start, walk->names->plan_prefix,
                           (int) token->length, token->start),
          NULL);
  walk->now.step = name;
  walk->after_slash = FALSE;
}

static void
open_bracket (Walk *walk, gboolean is_predicate)
{
  const Frame inner = { .context = is_predicate ? walk->now.step : walk->now.context,
                        .is_predicate = is_predicate };

  g_array_append_val (walk->frames, walk->now);
  walk->now = inner;
  walk->after_slash = FALSE;
}

static void
close_bracket (Walk *walk)
{
  const gboolean is_predicate = walk->now.is_predicate;

  if (walk->frames->len == 0)
    return;
  walk->now = g_array_index (walk->frames, Frame, walk->frames->len - 1);
  g_array_set_size (walk->frames, walk->frames->len - 1);
  if (!is_predicate)
    walk->now.step = NULL;
  walk->after_slash = FALSE;
}

/* At the end of a branch: where does it lead? */
static void
end_branch (Walk *walk)
{
  if (walk->frames->len > 0)
    return;
  if (walk->has_result && g_strcmp0 (walk->result, walk->now.step) != 0)
    walk->now.step = NULL;
  walk->result = walk->now.step;
  walk->has_result = TRUE;
}

static void
read_sign (Walk *walk, const SchToken *token, const SchToken *before)
{
  if (is (token, '['))
    open_bracket (walk, TRUE);
  else if (is (token, '('))
    open_bracket (walk, FALSE);
  else if (is (token, ']') || is (token, ')'))
    close_bracket (walk);
  else if (is (token, '/'))
    {
      walk->parent =
          is (before, '/') || !sch_expression_is_operand_end (before) ? NULL : walk->now.step;
      walk->after_slash = TRUE;
      walk->now.step = NULL;
    }
  else if (is (token, '.'))
    walk->now.step = is (before, '.') ? NULL : walk->now.context;
  else if (!is (token, '@') && !is (token, ':'))
    {
      if (is (token, '|'))
        end_branch (walk);
      walk->now.step = NULL;
      walk->after_slash = FALSE;
    }
}

/*
 * sd_names_check:
 * @self: what may be named
 * @expression: an XPath expression
 * @context: (nullable): the element at which it is evaluated, where that is known
 *
 * Tells of each name that there is not.
 *
 * Returns: (transfer full): the element that it leads to; "" where that is not known
 */
char *
sd_names_check (const SdNames *self, const char *expression, const char *context)
{
  Walk walk = { .names = self, .text = expression, .now = { .context = context } };
  SchToken before = { .kind = SCH_TOKEN_END };
  SchToken token = sch_expression_next_token (&walk.text);
  char *result;

  walk.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  walk.chunk = g_string_chunk_new (256);
  for (; token.kind != SCH_TOKEN_END;
       before = token, token = sch_expression_next_token (&walk.text))
    {
      g_autofree char *word = g_strndup (token.start, token.length);

      if (token.kind == SCH_TOKEN_NAME)
        read_name (&walk, &token, &before);
      else if (token.kind == SCH_TOKEN_OTHER)
        read_sign (&walk, &token, &before);
      else if (token.kind == SCH_TOKEN_VARIABLE)
        walk.now.step = g_hash_table_lookup (self->variables, word);
      else
        walk.now.step = NULL;
      if (walk.now.step != NULL && *walk.now.step == '\0')
        walk.now.step = NULL;
    }
  end_branch (&walk);
  result = g_strdup (walk.result != NULL ? walk.result : "");
  g_string_chunk_free (walk.chunk);
  g_array_unref (walk.frames);

  return result;
}
