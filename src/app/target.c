/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "target.h"

#include <glib/gi18n-lib.h>

/* What is typed against the targets. */

/* A target that answers, and how well. */
typedef struct
{
  SdTarget *target;
  SdMatchRank rank;
  guint recent; /* 0 for the one used last */
  guint cost;
} Answer;

/* Helpers */

static guint
place_in (const char *const *list, const char *text)
{
  guint i = 0;

  while (list[i] != NULL && !g_str_equal (list[i], text))
    i++;

  return list[i] != NULL ? i : G_MAXUINT;
}

static SdMatchRank
match (SdTarget *target, const char *query, guint *cost)
{
  SdMatchRank rank, english_rank;
  guint english_cost;

  if (target->key == NULL)
    target->key = sd_name_key_new (target->title);
  rank = sd_name_key_match (target->key, query, cost);
  if (target->english == NULL)
    return rank;

  english_rank = sd_name_key_match (target->english, query, &english_cost);
  if (english_rank >= rank)
    return rank;
  *cost = english_cost;

  return english_rank;
}

/* What was not used lately is only offered when something is typed, but for commands. */
static gboolean
is_offered_first (const Answer *answer)
{
  return answer->target->command != NULL || answer->recent != G_MAXUINT;
}

static int
compare_numbers (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_answers (gconstpointer first, gconstpointer second)
{
  const Answer *a = first, *b = second;
  const guint numbers[][2] = {
    { a->rank, b->rank },
    { a->recent, b->recent },
    { a->cost, b->cost },
    { a->target->distance, b->target->distance },
    { a->target->position, b->target->position },
  };
  int result = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers) && result == 0; i++)
    result = compare_numbers (numbers[i][0], numbers[i][1]);

  return result;
}

/* Public functions */

/**
 * sd_target_new:
 * @id: tells it from all others
 * @icon: (type filename): name of its icon, which stays
 * @title: its name
 * @detail: (nullable): what it is and where
 *
 * Returns: (transfer full): a target
 */
SdTarget *
sd_target_new (const char *id, const char *icon, const char *title, const char *detail)
{
  SdTarget *self = g_new0 (SdTarget, 1);

  self->id = g_strdup (id);
  self->icon = icon;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->enabled = TRUE;
  self->table = SD_TABLE_NONE;

  return self;
}

/**
 * sd_target_free:
 * @self: a target
 */
void
sd_target_free (SdTarget *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->plan_id);
  g_free (self->row_id);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->key, sd_name_key_free);
  g_clear_pointer (&self->english, sd_name_key_free);
  g_free (self);
}

/**
 * sd_targets_find:
 * @targets: (element-type SdTarget): all there are
 * @typed: what the user typed
 * @recent: ids of what was used last, the latest first
 *
 * The best come first: those that begin with it, those whose initials do, those that have it in one
 * piece, those that have it in several; among these, what was used last. Where nothing is typed,
 * it is what was used last, and the commands.
 *
 * Returns: (transfer container) (element-type SdTarget): those that answer
 */
GPtrArray *
sd_targets_find (GPtrArray *targets, const char *typed, const char *const *recent)
{
  g_autofree char *query = sd_name_query_fold (typed);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < targets->len; i++)
    {
      Answer answer = { targets->pdata[i], SD_MATCH_NONE, G_MAXUINT, 0 };

      answer.recent = place_in (recent, answer.target->id);
      answer.target->position = i;
      if (*query != '\0')
        answer.rank = match (answer.target, query, &answer.cost);
      if (*query != '\0' ? answer.rank != SD_MATCH_NONE
                         : *typed == '\0' && is_offered_first (&answer))
        g_array_append_val (answers, answer);
    }
  g_array_sort (answers, compare_answers);
  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (found, g_array_index (answers, Answer, i).target);

  return found;
}

/**
 * sd_target_get_markup:
 * @self: a target that answers
 * @typed: what the user typed
 *
 * Returns: (transfer full): its title as Pango markup, what answers in bold
 */
char *
sd_target_get_markup (SdTarget *self, const char *typed)
{
  g_autofree char *query = sd_name_query_fold (typed);

  return self->key != NULL ? sd_name_key_to_markup (self->key, query)
                           : g_markup_escape_text (self->title, -1);
}
