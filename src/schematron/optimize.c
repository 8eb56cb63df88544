/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "comparison.h"
#include "term.h"

/* What can be told of a tree before there is a document: on what its terms depend, in which order
 * its paths find their nodes, and where a hash finds them instead. The tree stays right whether or
 * not these are used. */

/* A name of a step gets a number, so that a document's names are compared by one look-up each. */
int
sch_schema_number_name (SchSchema *schema, const char *name)
{
  gpointer number;

  if (g_hash_table_lookup_extended (schema->name_numbers, name, NULL, &number))
    return GPOINTER_TO_INT (number);

  g_ptr_array_add (schema->names, g_strdup (name));
  g_hash_table_insert (schema->name_numbers,
                       g_ptr_array_index (schema->names, schema->names->len - 1),
                       GINT_TO_POINTER (schema->names->len - 1));

  return (int) schema->names->len - 1;
}

/* The name of a variable is one that no element has. */
int
sch_schema_number_variable (SchSchema *schema, const char *name)
{
  g_autofree char *full = g_strconcat ("$", name, NULL);

  return sch_schema_number_name (schema, full);
}

/* Is it a truth value, and the same wherever the node stands among the others? */
static gboolean
is_fact (const SchTerm *term)
{
  return term->type != SCH_TYPE_NUMBER && term->type != SCH_TYPE_UNKNOWN &&
         (term->asks & SCH_ASKS_PLACE) == 0;
}

static SchMove *
get_move (const SchTerm *path, guint i)
{
  return &g_array_index (path->moves, SchMove, i);
}

/* [a and b] is [a][b] where neither asks for a position. */
static void
part_predicate (GPtrArray *predicates, guint at)
{
  SchTerm *term = g_ptr_array_index (predicates, at);

  while (term->kind == SCH_TERM_AND && (term->asks & SCH_ASKS_PLACE) == 0)
    {
      g_autoptr (GPtrArray) operands = g_steal_pointer (&term->operands);
      SchTerm *left = g_ptr_array_index (operands, 0), *right = g_ptr_array_index (operands, 1);

      /* What is a number would be taken for a position. */
      if (!is_fact (left) || !is_fact (right))
        {
          term->operands = g_steal_pointer (&operands);
          return;
        }
      g_ptr_array_set_free_func (operands, NULL);
      term->operands = g_ptr_array_new ();
      g_ptr_array_index (predicates, at) = left;
      g_ptr_array_insert (predicates, (int) at + 1, right);
      sch_term_free (term);
      term = left;
    }
}

static void
count_facts (SchMove *move)
{
  for (guint i = 0; i < move->predicates->len; i++)
    part_predicate (move->predicates, i);
  while (move->n_facts < move->predicates->len &&
         is_fact (g_ptr_array_index (move->predicates, move->n_facts)))
    move->n_facts++;
}

/* //x is descendant::x, but what its predicates count are the children of one parent. */
static void
merge_moves (SchTerm *path)
{
  for (guint i = 0; i + 1 < path->moves->len; i++)
    {
      const SchMove *all = get_move (path, i);
      SchMove *next = get_move (path, i + 1);

      if (all->axis != SCH_AXIS_DESCENDANT_OR_SELF || all->test != SCH_TEST_NODE ||
          all->predicates->len > 0 || next->axis != SCH_AXIS_CHILD)
        continue;
      next->axis = SCH_AXIS_DESCENDANT;
      next->is_grouped = next->n_facts < next->predicates->len;
      g_array_remove_index (path->moves, i);
    }
}

/* Is it @name, of no namespace? Gives the number of the name, else -1. */
static int
attribute_of (const SchTerm *term)
{
  const SchMove *move;

  if (term->kind != SCH_TERM_PATH || term->is_absolute || term->operands->len > 0 ||
      term->moves->len != 1)
    return -1;
  move = get_move (term, 0);

  return move->axis == SCH_AXIS_ATTRIBUTE && move->test == SCH_TEST_NAME && move->uri == NULL &&
                 move->predicates->len == 0
             ? move->name
             : -1;
}

/* Is it `.`? */
static gboolean
is_self (const SchTerm *path)
{
  const SchMove *move;

  if (path->is_absolute || path->operands->len > 0 || path->moves->len > 1)
    return FALSE;
  if (path->moves->len == 0)
    return TRUE;
  move = get_move (path, 0);

  return move->axis == SCH_AXIS_SELF && move->test == SCH_TEST_NODE && move->predicates->len == 0;
}

/* How the nodes that the moves so far find stand to each other. */
typedef struct
{
  gboolean is_single;   /* one at most */
  gboolean is_flat;     /* none is inside another */
  gboolean is_ordered;  /* found in document order */
  gboolean is_distinct; /* none is found twice */
} Spread;

static void
spread_move (Spread *self, const SchMove *move)
{
  switch (move->axis)
    {
    case SCH_AXIS_SELF:
      return;
    case SCH_AXIS_PARENT:
      self->is_ordered = self->is_distinct = self->is_flat = self->is_single;
      return;
    case SCH_AXIS_ATTRIBUTE:
      self->is_flat = TRUE;
      break;
    case SCH_AXIS_CHILD:
      self->is_ordered = self->is_ordered && self->is_flat;
      break;
    case SCH_AXIS_DESCENDANT:
    case SCH_AXIS_DESCENDANT_OR_SELF:
      self->is_ordered = self->is_ordered && self->is_flat;
      self->is_distinct = self->is_distinct && self->is_flat;
      self->is_flat = FALSE;
      break;
    default:
      self->is_ordered = self->is_distinct = self->is_single;
      self->is_flat = self->is_single && (move->axis == SCH_AXIS_FOLLOWING_SIBLING ||
                                          move->axis == SCH_AXIS_PRECEDING_SIBLING);
    }
  self->is_single =
      self->is_single && move->axis == SCH_AXIS_ATTRIBUTE && move->test == SCH_TEST_NAME;
}

static void
look_at_order (SchTerm *path)
{
  const gboolean is_one = path->operands->len == 0;
  Spread spread = { is_one, is_one, TRUE, TRUE };

  for (guint i = 0; i < path->moves->len; i++)
    spread_move (&spread, get_move (path, i));
  path->is_ordered = spread.is_ordered && spread.is_distinct;
  path->is_distinct = spread.is_distinct;
}

static gboolean
may_be_text (const SchTerm *term)
{
  return term->type == SCH_TYPE_STRING || term->type == SCH_TYPE_NODES ||
         term->type == SCH_TYPE_UNKNOWN;
}

static gboolean
is_element_name (const SchMove *move)
{
  return move->test == SCH_TEST_NAME && move->axis != SCH_AXIS_ATTRIBUTE &&
         move->axis != SCH_AXIS_SELF && move->axis != SCH_AXIS_PARENT &&
         move->axis != SCH_AXIS_ANCESTOR && move->axis != SCH_AXIS_ANCESTOR_OR_SELF;
}

/* Steps of the same names share a table. */
static void
set_key (SchSchema *schema, SchMove *move, int key, SchTerm *value)
{
  const gint64 names = (gint64) move->name << 32 | (guint) key;

  move->key = key;
  move->value = value;
  for (move->table = 0; move->table < schema->tables->len; move->table++)
    if (g_array_index (schema->tables, gint64, move->table) == names)
      return;
  g_array_append_val (schema->tables, names);
}

/* x[@a = value], where the value is the same for each x. */
static void
find_key (SchSchema *schema, const SchTerm *path, SchMove *move)
{
  const guint asks =
      SCH_ASKS_NODE | SCH_ASKS_PLACE | (path->operands->len > 0 ? (guint) SCH_ASKS_DOCUMENT : 0);
  const SchTerm *first;

  if (!is_element_name (move) || move->n_facts == 0)
    return;
  first = g_ptr_array_index (move->predicates, 0);
  for (guint i = 0; i < 2 && first->kind == SCH_TERM_EQ && move->key < 0; i++)
    {
      SchTerm *value = sch_term_operand (first, 1 - i);
      const int key = sch_term_operand (first, i)->attribute;

      if (key < 0 || (value->asks & asks) != 0 || !may_be_text (value))
        continue;
      set_key (schema, move, key, value);
    }
}

static SchTerm *
copy_path (const SchTerm *path)
{
  SchTerm *copy = g_memdup2 (path, sizeof *path);

  copy->memo = copy->attribute = -1;
  copy->is_self = FALSE;
  copy->operands = g_ptr_array_new ();
  copy->filters = g_ptr_array_new ();
  copy->moves = g_array_new (FALSE, TRUE, sizeof (SchMove));

  return copy;
}

static void
forget_predicates (gpointer data)
{
  g_ptr_array_unref (((SchMove *) data)->predicates);
}

/* Does asking the hash save more than a look at a few nodes? */
static gboolean
is_wide (const SchTerm *path, const SchMove *move)
{
  return (move->axis == SCH_AXIS_DESCENDANT && path->is_absolute) ||
         move->axis == SCH_AXIS_PRECEDING || move->axis == SCH_AXIS_FOLLOWING ||
         move->axis == SCH_AXIS_PRECEDING_SIBLING || move->axis == SCH_AXIS_FOLLOWING_SIBLING;
}

/* value = //x/@a is //x[@a = value], with the value taken where the comparison stands. */
static SchTerm *
key_comparison (SchSchema *schema, const SchTerm *path, SchTerm *value)
{
  const SchMove *last;
  SchMove move;
  SchTerm *keyed;

  if (path->kind != SCH_TERM_PATH || path->operands->len > 0 || path->moves->len != 2 ||
      !may_be_text (value))
    return NULL;
  last = get_move (path, 1);
  move = *get_move (path, 0);
  if (last->axis != SCH_AXIS_ATTRIBUTE || last->test != SCH_TEST_NAME || last->uri != NULL ||
      last->predicates->len > 0 || move.predicates->len > 0 || !is_element_name (&move) ||
      !is_wide (path, &move))
    return NULL;

  keyed = copy_path (path);
  g_array_set_clear_func (keyed->moves, forget_predicates);
  move.predicates = g_ptr_array_new ();
  set_key (schema, &move, last->name, value);
  g_array_append_val (keyed->moves, move);

  return keyed;
}

/* The comparison with its sides exchanged. */
SchTermKind
sch_term_turn (SchTermKind kind)
{
  switch (kind)
    {
    case SCH_TERM_LT:
      return SCH_TERM_GT;
    case SCH_TERM_LE:
      return SCH_TERM_GE;
    case SCH_TERM_GT:
      return SCH_TERM_LT;
    case SCH_TERM_GE:
      return SCH_TERM_LE;
    default:
      return kind;
    }
}

/* @name with a text or a number as it stands in the schema. */
static void
compare_constant (SchTerm *self, SchTermKind relation, const SchTerm *side, const SchTerm *other)
{
  if (side->attribute < 0 || (other->kind != SCH_TERM_STRING && other->kind != SCH_TERM_NUMBER))
    return;
  self->compared = side->attribute;
  self->relation = relation;
  if (other->kind == SCH_TERM_NUMBER)
    self->number = other->number;
  else if (self->kind == SCH_TERM_EQ || self->kind == SCH_TERM_NE)
    self->constant = other->text;
  else
    self->number = sch_number_from_string (other->text);
}

static void
look_at_comparison (SchSchema *schema, SchTerm *self)
{
  SchTerm *left = sch_term_operand (self, 0), *right = sch_term_operand (self, 1);

  compare_constant (self, self->kind, left, right);
  compare_constant (self, sch_term_turn (self->kind), right, left);
  if (self->kind != SCH_TERM_EQ)
    return;
  self->keyed = key_comparison (schema, right, left);
  if (self->keyed == NULL)
    self->keyed = key_comparison (schema, left, right);
}

static guint
asks_of_all (SchSchema *schema, GPtrArray *terms)
{
  guint asks = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      sch_term_optimize (schema, g_ptr_array_index (terms, i));
      asks |= ((SchTerm *) g_ptr_array_index (terms, i))->asks;
    }

  return asks;
}

static void
look_at_path (SchSchema *schema, SchTerm *self)
{
  const guint inner = ~(guint) (SCH_ASKS_NODE | SCH_ASKS_PLACE);

  self->asks |= asks_of_all (schema, self->filters) & inner;
  if (self->is_absolute)
    self->asks |= SCH_ASKS_DOCUMENT;
  else if (self->operands->len == 0)
    self->asks |= SCH_ASKS_NODE | SCH_ASKS_DOCUMENT;
  for (guint i = 0; i < self->moves->len; i++)
    {
      SchMove *move = get_move (self, i);

      self->asks |= asks_of_all (schema, move->predicates) & inner;
      count_facts (move);
    }
  merge_moves (self);
  look_at_order (self);
  self->attribute = attribute_of (self);
  self->is_self = is_self (self);
  for (guint i = 0; i < self->moves->len; i++)
    find_key (schema, self, get_move (self, i));
}

/* Is it worth to be kept for the document? */
static gboolean
is_worth_keeping (const SchTerm *self)
{
  return (self->asks & ~(guint) SCH_ASKS_DOCUMENT) == 0 && (self->asks & SCH_ASKS_DOCUMENT) != 0;
}

/*
 * sch_term_optimize:
 * @schema: a schema that is being compiled
 * @self: a tree
 *
 * Notes in each of its terms what helps to evaluate it.
 */
void
sch_term_optimize (SchSchema *schema, SchTerm *self)
{
  self->asks = asks_of_all (schema, self->operands);
  switch (self->kind)
    {
    case SCH_TERM_PATH:
      look_at_path (schema, self);
      break;
    case SCH_TERM_VARIABLE:
      self->asks = SCH_ASKS_VARIABLE;
      self->variable = sch_schema_number_variable (schema, self->text);
      break;
    case SCH_TERM_CURRENT:
      self->asks = SCH_ASKS_CURRENT;
      break;
    case SCH_TERM_POSITION:
    case SCH_TERM_LAST:
      self->asks = SCH_ASKS_PLACE;
      break;
    case SCH_TERM_EQ:
    case SCH_TERM_NE:
    case SCH_TERM_LT:
    case SCH_TERM_LE:
    case SCH_TERM_GT:
    case SCH_TERM_GE:
      look_at_comparison (schema, self);
      break;
    default:
      break;
    }
  if (is_worth_keeping (self))
    self->memo = (int) schema->n_memos++;
}

/*
 * sch_schema_read_terms:
 * @schema: a schema that is compiled but for this
 *
 * Makes the trees of its expressions.
 */
void
sch_schema_read_terms (SchSchema *schema)
{
  for (guint i = 0; i < schema->expressions->len; i++)
    {
      SchExpression *expression = &g_array_index (schema->expressions, SchExpression, i);

      expression->term = sch_term_new (schema, expression->text);
    }
}
