/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "name-key.h"

#include <string.h>

#include "pinyin.h"

#define MOST_UNITS 64   /* of a name that are looked at */
#define MOST_BYTES 64   /* of what was typed that are looked at */
#define LONGEST_NAME 24 /* in units; in a sentence pieces here and there mean nothing */

/* What a match costs. Each is more than all that the ones below it can add up to. */
#define COST_GAP (1u << 20)
#define COST_START (1u << 16)
#define COST_PLACE (1u << 8) /* for each unit before the first */
#define COST_INITIAL 1u      /* for each unit of which only the beginning was typed, or skipped */
#define IMPOSSIBLE G_MAXUINT32

/* A Chinese character with its readings, or a word. */
typedef struct
{
  guint start, end;           /* bytes of the name */
  char *text;                 /* folded as sd_name_query_fold() does */
  const SdReadings *readings; /* NULL for a word */
} Unit;

struct _SdNameKey
{
  char *name;
  GArray *units;
  guint64 letters; /* set of those that occur in text or readings */
};

/* The cheapest way to find a piece of what was typed from a unit on. */
typedef struct
{
  guint32 cost;
  guint8 bytes; /* that its first unit takes */
  guint8 next;  /* the unit that goes on */
} Way;

/* What was typed against the name, from unit i and byte j on. */
typedef struct
{
  const SdNameKey *key;
  const char *query;
  guint n_units, n_bytes;
  Way here[MOST_UNITS + 1][MOST_BYTES + 1];      /* beginning with unit i itself */
  guint32 later[MOST_UNITS + 1][MOST_BYTES + 1]; /* beginning with i or a later one … */
  guint8 first[MOST_UNITS + 1][MOST_BYTES + 1];  /* … namely this one */
} Match;

/* Helpers: folding */

/* A letter without width, case and marks; 0 for what separates words. */
static gunichar
fold (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) > 0)
    c = parts[0];

  return g_unichar_isalnum (c) ? g_unichar_tolower (c) : 0;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static guint64
letters_of (const char *text)
{
  guint64 letters = 0;

  for (; *text != '\0'; text++)
    letters |= G_GUINT64_CONSTANT (1) << ((guchar) *text % 64);

  return letters;
}

/* Helpers: making a key */

static void
clear_unit (gpointer data)
{
  g_free (((Unit *) data)->text);
}

static void
add_unit (SdNameKey *self, guint start, guint end, char *text, gunichar han)
{
  Unit unit = { start, end, text, han != 0 ? sd_pinyin_get (han) : NULL };

  for (guint i = 0; unit.readings != NULL && unit.readings->texts[i] != NULL; i++)
    self->letters |= letters_of (unit.readings->texts[i]);
  self->letters |= letters_of (text);
  g_array_append_val (self->units, unit);
}

static void
end_word (SdNameKey *self, GString *word, guint start, guint end)
{
  if (word->len == 0)
    return;

  add_unit (self, start, end, g_strdup (word->str), 0);
  g_string_truncate (word, 0);
}

static void
split (SdNameKey *self)
{
  g_autoptr (GString) word = g_string_new (NULL);
  guint word_start = 0;

  for (const char *p = self->name; *p != '\0' && self->units->len < MOST_UNITS;
       p = g_utf8_next_char (p))
    {
      gunichar c = fold (g_utf8_get_char (p));
      guint at = (guint) (p - self->name);

      if (c == 0 || is_han (c))
        end_word (self, word, word_start, at);
      if (c != 0 && is_han (c))
        add_unit (self, at, (guint) (g_utf8_next_char (p) - self->name),
                  g_strndup (p, (gsize) (g_utf8_next_char (p) - p)), c);
      else if (c != 0)
        {
          if (word->len == 0)
            word_start = at;
          g_string_append_unichar (word, c);
        }
    }
  end_word (self, word, word_start, (guint) strlen (self->name));
}

/* Helpers: matching */

static guint
common_bytes (const char *a, const char *b)
{
  guint n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;

  return n;
}

/* Takes the way over a step of so many bytes if it is cheaper than what is known. */
static void
step (const Match *match, Way *way, guint i, guint j, guint n, gboolean initial)
{
  Way other = { initial ? COST_INITIAL : 0, (guint8) n, (guint8) (i + 1) };

  if (j + n < match->n_bytes)
    {
      guint32 next = match->here[i + 1][j + n].cost;
      guint32 later = match->later[i + 1][j + n];

      if (later == IMPOSSIBLE)
        return;
      if (next > COST_GAP + later)
        {
          next = COST_GAP + later;
          other.next = match->first[i + 1][j + n];
        }
      other.cost += next;
    }
  if (other.cost < way->cost)
    *way = other;
}

/* What ends there may be half typed; before that it is whole or an initial, where zh is one too. */
static void
step_reading (const Match *match, Way *way, guint i, guint j, const char *reading)
{
  const char *query = match->query + j;
  guint n = common_bytes (reading, query);

  if (n == 0)
    return;
  if (reading[n] == '\0' || query[n] == '\0')
    step (match, way, i, j, n, FALSE);
  step (match, way, i, j, 1, TRUE);
  if (n > 1 && reading[1] == 'h')
    step (match, way, i, j, 2, TRUE);
}

static void
step_word (const Match *match, Way *way, guint i, guint j, const char *word)
{
  const char *query = match->query + j;
  guint n = common_bytes (word, query);

  for (guint taken = n; taken > 0; taken--)
    step (match, way, i, j, taken, word[taken] != '\0' && query[taken] != '\0');
}

static Way
find_way (const Match *match, guint i, guint j)
{
  const Unit *unit = &g_array_index (match->key->units, Unit, i);
  Way way = { IMPOSSIBLE, 0, 0 };

  if (unit->readings == NULL)
    {
      step_word (match, &way, i, j, unit->text);
      return way;
    }

  if (g_str_has_prefix (match->query + j, unit->text))
    step (match, &way, i, j, (guint) strlen (unit->text), FALSE);
  for (guint k = 0; unit->readings->texts[k] != NULL; k++)
    step_reading (match, &way, i, j, unit->readings->texts[k]);

  return way;
}

static void
fill (Match *match)
{
  for (guint j = 0; j <= match->n_bytes; j++)
    match->here[match->n_units][j].cost = match->later[match->n_units][j] = IMPOSSIBLE;

  for (guint i = match->n_units; i-- > 0;)
    for (guint j = match->n_bytes; j-- > 0;)
      {
        guint32 later = match->later[i + 1][j];

        match->here[i][j] = find_way (match, i, j);
        match->later[i][j] = match->here[i][j].cost;
        match->first[i][j] = (guint8) i;
        if (later != IMPOSSIBLE && later + COST_INITIAL < match->later[i][j])
          {
            match->later[i][j] = later + COST_INITIAL;
            match->first[i][j] = match->first[i + 1][j];
          }
      }
}

static guint32
cost_of_start (const Match *match, guint i)
{
  guint32 here = match->here[i][0].cost;

  if (here == IMPOSSIBLE || i == 0)
    return here;

  return here + COST_START + i * COST_PLACE;
}

/* The unit that the best match begins with. */
static guint
best_start (const Match *match, guint32 *cost)
{
  guint best = 0;

  *cost = IMPOSSIBLE;
  for (guint i = 0; i < match->n_units; i++)
    if (cost_of_start (match, i) < *cost)
      {
        best = i;
        *cost = cost_of_start (match, i);
      }

  return best;
}

/* The word that has all of it in its middle. */
static const Unit *
find_inside (const SdNameKey *self, const char *query)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = &g_array_index (self->units, Unit, i);

      if (unit->readings == NULL && strstr (unit->text, query) != NULL)
        return unit;
    }

  return NULL;
}

static gboolean
prepare (Match *match, const SdNameKey *self, const char *query)
{
  guint64 letters = letters_of (query);

  if (*query == '\0' || (letters & ~self->letters) != 0 || strlen (query) > MOST_BYTES ||
      self->units->len == 0)
    return FALSE;

  match->key = self;
  match->query = query;
  match->n_units = self->units->len;
  match->n_bytes = (guint) strlen (query);
  fill (match);

  return TRUE;
}

static SdMatchRank
rank_of (const SdNameKey *self, guint32 cost)
{
  if (cost == IMPOSSIBLE || (cost >= COST_GAP && self->units->len > LONGEST_NAME))
    return SD_MATCH_NONE;
  if (cost >= COST_GAP)
    return SD_MATCH_SCATTERED;
  if (cost >= COST_START)
    return SD_MATCH_CONTIGUOUS;

  return cost > 0 ? SD_MATCH_INITIALS : SD_MATCH_PREFIX;
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* Markup of the name up to the end of the unit, which is bold. */
static void
append_bold (GString *markup, const SdNameKey *self, guint *done, const Unit *unit)
{
  append_escaped (markup, self->name + *done, unit->start - *done);
  g_string_append (markup, "<b>");
  append_escaped (markup, self->name + unit->start, unit->end - unit->start);
  g_string_append (markup, "</b>");
  *done = unit->end;
}

/* Public functions */

/**
 * sd_name_query_fold:
 * @text: what was typed
 *
 * Returns: (transfer full): the text as sd_name_key_match() wants it: letters and digits alone,
 *   without case, width and marks
 */
char *
sd_name_query_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold (g_utf8_get_char (p));

      if (c != 0)
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * sd_name_key_new:
 * @name: a name
 *
 * Returns: (transfer full): the name made ready for being searched
 */
SdNameKey *
sd_name_key_new (const char *name)
{
  SdNameKey *self = g_new0 (SdNameKey, 1);

  self->name = g_strdup (name);
  self->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_array_set_clear_func (self->units, clear_unit);
  split (self);

  return self;
}

/**
 * sd_name_key_free:
 * @self: a key
 */
void
sd_name_key_free (SdNameKey *self)
{
  g_array_unref (self->units);
  g_free (self->name);
  g_free (self);
}

/**
 * sd_name_key_match:
 * @self: a name
 * @query: what was typed, folded by sd_name_query_fold()
 * @cost: (out): tells matches of one rank apart, the better ones being cheaper
 *
 * Returns: how well the name answers; %SD_MATCH_NONE too where nothing was typed
 */
SdMatchRank
sd_name_key_match (const SdNameKey *self, const char *query, guint *cost)
{
  Match match;
  SdMatchRank rank;

  *cost = IMPOSSIBLE;
  if (!prepare (&match, self, query))
    return SD_MATCH_NONE;

  best_start (&match, cost);
  rank = rank_of (self, *cost);
  if (rank > SD_MATCH_CONTIGUOUS && find_inside (self, query) != NULL)
    {
      *cost = COST_GAP - 1;
      return SD_MATCH_CONTIGUOUS;
    }

  return rank;
}

/**
 * sd_name_key_to_markup:
 * @self: a name
 * @query: what was typed, folded by sd_name_query_fold()
 *
 * Returns: (transfer full): the name as Pango markup, what answers to @query in bold
 */
char *
sd_name_key_to_markup (const SdNameKey *self, const char *query)
{
  GString *markup = g_string_new (NULL);
  const Unit *inside = find_inside (self, query);
  guint done = 0, cost = IMPOSSIBLE;
  Match match;

  if (prepare (&match, self, query))
    {
      guint i = best_start (&match, &cost);

      for (guint j = 0; rank_of (self, cost) != SD_MATCH_NONE && j < match.n_bytes;)
        {
          const Way *way = &match.here[i][j];

          append_bold (markup, self, &done, &g_array_index (self->units, Unit, i));
          j += way->bytes;
          i = way->next;
        }
    }
  if (*query != '\0' && done == 0 && inside != NULL)
    append_bold (markup, self, &done, inside);
  append_escaped (markup, self->name + done, strlen (self->name + done));

  return g_string_free (markup, FALSE);
}
