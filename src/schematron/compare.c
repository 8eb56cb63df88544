/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "comparison.h"
#include "machine.h"

#include <math.h>

/* Comparisons (XPath 1.0, 3.4): with nodes, whether one of them makes it true. */

/* From so many pairs on, texts are compared by a hash. */
#define MANY_PAIRS 64

static gboolean
compare_numbers (SchTermKind kind, double a, double b)
{
  switch (kind)
    {
    case SCH_TERM_EQ:
      return a == b;
    case SCH_TERM_NE:
      return a != b;
    case SCH_TERM_LT:
      return a < b;
    case SCH_TERM_LE:
      return a <= b;
    case SCH_TERM_GT:
      return a > b;
    default:
      return a >= b;
    }
}

/*
 * sch_machine_compare_constant:
 * @self: what evaluates
 * @term: a comparison of an attribute with a constant
 * @focus: where
 *
 * Returns: whether it holds
 */
gboolean
sch_machine_compare_constant (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const xmlNode *attribute = sch_machine_attribute (self, term->compared, focus);
  const SchArena mark = self->scratch;
  const char *text;
  gboolean holds;

  if (attribute == NULL)
    return FALSE;
  text = sch_node_get_text (&self->scratch, attribute);
  holds = term->constant != NULL
              ? (strcmp (text, term->constant) == 0) == (term->relation == SCH_TERM_EQ)
              : compare_numbers (term->relation, sch_number_from_string (text), term->number);
  sch_arena_release (&self->scratch, mark);

  return holds;
}

/* What each node is compared with. */
typedef struct
{
  SchTermKind kind;
  double number;
  const char *text; /* NULL for the number */
} Other;

static gboolean
on_compared (SchMachine *machine, gpointer data, xmlNode *node)
{
  const Other *other = data;
  const SchArena mark = machine->scratch;
  const char *text = sch_node_get_text (&machine->scratch, node);
  gboolean holds;

  if (other->text != NULL)
    holds = (strcmp (text, other->text) == 0) == (other->kind == SCH_TERM_EQ);
  else
    holds = compare_numbers (other->kind, sch_number_from_string (text), other->number);
  sch_arena_release (&machine->scratch, mark);

  return holds;
}

static gboolean
is_equality (SchTermKind kind)
{
  return kind == SCH_TERM_EQ || kind == SCH_TERM_NE;
}

/* Nodes with a number or a text. */
static gboolean
compare_any (SchMachine *self,
             SchTermKind kind,
             const SchTerm *nodes,
             const SchTerm *term,
             SchType type,
             const SchFocus *focus)
{
  Other other = { .kind = kind };
  SchNodes all;
  xmlNode *one;

  if (type == SCH_TYPE_STRING && is_equality (kind))
    other.text = sch_machine_text (self, term, focus);
  else
    other.number = sch_machine_number (self, term, focus);
  if (nodes->attribute >= 0)
    {
      one = sch_machine_attribute (self, nodes->attribute, focus);
      return one != NULL && on_compared (self, &other, one);
    }
  if (nodes->kind == SCH_TERM_PATH && nodes->memo < 0)
    return sch_machine_walk (self, nodes, focus, NULL, on_compared, &other);
  all = sch_machine_nodes (self, nodes, focus);
  for (guint i = 0; i < all.n; i++)
    if (on_compared (self, &other, all.nodes[i]))
      return TRUE;

  return FALSE;
}

static const char *
text_of (SchMachine *self, const SchNodes *nodes, guint i)
{
  return sch_node_get_text (&self->scratch, nodes->nodes[i]);
}

static gboolean
share_text (SchMachine *self, const SchNodes *a, const SchNodes *b)
{
  g_autoptr (GHashTable) texts = NULL;

  if ((guint64) a->n * b->n <= MANY_PAIRS)
    {
      for (guint i = 0; i < a->n; i++)
        {
          const char *text = text_of (self, a, i);

          for (guint j = 0; j < b->n; j++)
            if (strcmp (text, text_of (self, b, j)) == 0)
              return TRUE;
        }
      return FALSE;
    }
  texts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < a->n; i++)
    g_hash_table_add (texts, (gpointer) text_of (self, a, i));
  for (guint i = 0; i < b->n; i++)
    if (g_hash_table_contains (texts, text_of (self, b, i)))
      return TRUE;

  return FALSE;
}

/* Two that differ, unless all have one text. */
static gboolean
differ (SchMachine *self, const SchNodes *a, const SchNodes *b)
{
  const char *text;

  if (a->n == 0 || b->n == 0)
    return FALSE;
  text = text_of (self, a, 0);
  for (guint i = 1; i < a->n; i++)
    if (strcmp (text, text_of (self, a, i)) != 0)
      return TRUE;
  for (guint i = 0; i < b->n; i++)
    if (strcmp (text, text_of (self, b, i)) != 0)
      return TRUE;

  return FALSE;
}

/* The number of a set that is most likely to make the comparison true. */
static double
extreme_of (SchMachine *self, const SchNodes *nodes, gboolean least)
{
  double extreme = NAN;

  for (guint i = 0; i < nodes->n; i++)
    {
      const SchArena mark = self->scratch;
      const double number = sch_number_from_string (text_of (self, nodes, i));

      sch_arena_release (&self->scratch, mark);
      if (isnan (extreme) || (least ? number < extreme : number > extreme))
        extreme = number;
    }

  return extreme;
}

static gboolean
compare_sets (SchMachine *self, SchTermKind kind, const SchNodes *a, const SchNodes *b)
{
  const gboolean least = kind == SCH_TERM_LT || kind == SCH_TERM_LE;

  if (kind == SCH_TERM_EQ)
    return share_text (self, a, b);
  if (kind == SCH_TERM_NE)
    return differ (self, a, b);

  return compare_numbers (kind, extreme_of (self, a, least), extreme_of (self, b, !least));
}

static gboolean
on_any (SchMachine *machine, gpointer data, xmlNode *node)
{
  return TRUE;
}

/* A comparison with the attributes of nodes far away asks the hash for each text. */
static gboolean
ask_table (SchMachine *self, const SchTerm *keyed, const SchFocus *focus)
{
  const SchTerm *value = g_array_index (keyed->moves, SchMove, 0).value;
  SchNodes nodes;

  if (sch_machine_type (self, value) == SCH_TYPE_STRING)
    return sch_machine_walk (self, keyed, focus, sch_machine_text (self, value, focus), on_any,
                             NULL);
  nodes = sch_machine_nodes (self, value, focus);
  for (guint i = 0; i < nodes.n && !self->failed; i++)
    if (sch_machine_walk (self, keyed, focus, text_of (self, &nodes, i), on_any, NULL))
      return TRUE;

  return FALSE;
}

static gboolean
may_ask_table (SchMachine *self, const SchTerm *keyed)
{
  SchType type;

  if (keyed == NULL || (self->without & SCH_WITHOUT_TABLES) != 0)
    return FALSE;
  type = sch_machine_type (self, g_array_index (keyed->moves, SchMove, 0).value);

  return type == SCH_TYPE_STRING || type == SCH_TYPE_NODES;
}

/* Is it an empty text as it stands in the schema? */
static gboolean
is_empty (const SchTerm *term)
{
  return term->kind == SCH_TERM_STRING && *term->text == '\0';
}

/* normalize-space(x) = '' needs no text that is made. */
static gboolean
may_ask_for_blank (SchMachine *self, const SchTerm *left, const SchTerm *right)
{
  return left->kind == SCH_TERM_NORMALIZE && is_empty (right) &&
         (self->without & SCH_WITHOUT_SHORTCUTS) == 0;
}

static gboolean
is_blank (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const char *text = sch_machine_text (self, sch_term_operand (term, 0), focus);

  return text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
compare_plain (SchMachine *self,
               SchTermKind kind,
               const SchTerm *left,
               SchType a,
               const SchTerm *right,
               SchType b,
               const SchFocus *focus)
{
  if (is_equality (kind) && may_ask_for_blank (self, left, right))
    return is_blank (self, left, focus) == (kind == SCH_TERM_EQ);
  if (is_equality (kind) && a == SCH_TYPE_STRING && b == SCH_TYPE_STRING)
    return (strcmp (sch_machine_text (self, left, focus), sch_machine_text (self, right, focus)) ==
            0) == (kind == SCH_TERM_EQ);

  return compare_numbers (kind, sch_machine_number (self, left, focus),
                          sch_machine_number (self, right, focus));
}

/* Beside a truth value all is one, but what is ordered without nodes is numbers. */
static double
truth_of_side (
    SchMachine *self, SchTermKind kind, const SchTerm *term, SchType type, const SchFocus *focus)
{
  if (is_equality (kind) || type == SCH_TYPE_NODES)
    return sch_machine_truth (self, term, focus);

  return sch_machine_number (self, term, focus);
}

/*
 * sch_machine_compare:
 * @self: what evaluates
 * @term: a comparison
 * @focus: where
 *
 * Returns: whether it holds
 */
gboolean
sch_machine_compare (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchTerm *left = sch_term_operand (term, 0), *right = sch_term_operand (term, 1);
  SchType a, b;
  SchNodes x, y;

  if (may_ask_table (self, term->keyed))
    return ask_table (self, term->keyed, focus);
  a = sch_machine_type (self, left);
  b = sch_machine_type (self, right);
  if (self->failed)
    return FALSE;
  if (a == SCH_TYPE_BOOLEAN || b == SCH_TYPE_BOOLEAN)
    return compare_numbers (term->kind, truth_of_side (self, term->kind, left, a, focus),
                            truth_of_side (self, term->kind, right, b, focus));
  if (a == SCH_TYPE_NODES && b == SCH_TYPE_NODES)
    {
      x = sch_machine_nodes (self, left, focus);
      y = sch_machine_nodes (self, right, focus);
      return !self->failed && compare_sets (self, term->kind, &x, &y);
    }
  if (a == SCH_TYPE_NODES)
    return compare_any (self, term->kind, left, right, b, focus);
  if (b == SCH_TYPE_NODES)
    return compare_any (self, sch_term_turn (term->kind), right, left, a, focus);

  return compare_plain (self, term->kind, left, a, right, b, focus);
}
