/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "comparison.h"
#include "machine.h"

#include <math.h>

/* Terms as truth values, numbers and texts (XPath 1.0, 3.4 to 3.5 and 4.2 to 4.4). Each is asked
 * for as what its place needs, so that nothing is made and converted that nobody looks at. */

static gboolean
truth_of_number (double number)
{
  return number != 0 && !isnan (number);
}

static gboolean
truth_of_value (const SchValue *value)
{
  switch (value->type)
    {
    case SCH_TYPE_BOOLEAN:
      return value->truth;
    case SCH_TYPE_NUMBER:
      return truth_of_number (value->number);
    case SCH_TYPE_STRING:
      return *value->text != '\0';
    default:
      return value->nodes.n > 0;
    }
}

static gboolean
truth_of_call (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchTerm *first = sch_term_operand (term, 0);
  const char *text = sch_machine_text (self, first, focus);
  const char *part = sch_machine_text (self, sch_term_operand (term, 1), focus);

  if (self->failed)
    return FALSE;
  if (term->kind == SCH_TERM_STARTS_WITH)
    return strncmp (text, part, strlen (part)) == 0;

  return sch_machine_count (self, (double) strlen (text) * (double) strlen (part)) &&
         strstr (text, part) != NULL;
}

static gboolean
calculate_truth (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  switch (term->kind)
    {
    case SCH_TERM_TRUE:
      return TRUE;
    case SCH_TERM_FALSE:
      return FALSE;
    case SCH_TERM_OR:
      return sch_machine_truth (self, sch_term_operand (term, 0), focus) ||
             sch_machine_truth (self, sch_term_operand (term, 1), focus);
    case SCH_TERM_AND:
      return sch_machine_truth (self, sch_term_operand (term, 0), focus) &&
             sch_machine_truth (self, sch_term_operand (term, 1), focus);
    case SCH_TERM_NOT:
      return !sch_machine_truth (self, sch_term_operand (term, 0), focus);
    case SCH_TERM_TO_BOOLEAN:
      return sch_machine_truth (self, sch_term_operand (term, 0), focus);
    case SCH_TERM_EQ:
    case SCH_TERM_NE:
    case SCH_TERM_LT:
    case SCH_TERM_LE:
    case SCH_TERM_GT:
    case SCH_TERM_GE:
      return sch_machine_compare (self, term, focus);
    case SCH_TERM_CONTAINS:
    case SCH_TERM_STARTS_WITH:
      return truth_of_call (self, term, focus);
    default:
      return sch_machine_fail (self);
    }
}

gboolean
sch_machine_truth (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchValue *kept;

  if (term->compared >= 0 && (self->without & SCH_WITHOUT_SHORTCUTS) == 0)
    return sch_machine_compare_constant (self, term, focus);
  kept = sch_machine_recall (self, term, focus);
  if (self->failed)
    return FALSE;
  if (kept == NULL && term->kind == SCH_TERM_VARIABLE)
    kept = sch_machine_get_variable (self, term);
  if (kept != NULL)
    return truth_of_value (kept);
  switch (term->type)
    {
    case SCH_TYPE_NODES:
      return sch_machine_any (self, term, focus);
    case SCH_TYPE_NUMBER:
      return truth_of_number (sch_machine_number (self, term, focus));
    case SCH_TYPE_STRING:
      return *sch_machine_text (self, term, focus) != '\0';
    default:
      return calculate_truth (self, term, focus);
    }
}

static double
number_of_nodes (SchMachine *self, const xmlNode *first)
{
  return first != NULL ? sch_number_from_string (sch_node_get_text (&self->scratch, first)) : NAN;
}

static double
number_of_value (SchMachine *self, const SchValue *value)
{
  switch (value->type)
    {
    case SCH_TYPE_BOOLEAN:
      return value->truth;
    case SCH_TYPE_NUMBER:
      return value->number;
    case SCH_TYPE_STRING:
      return sch_number_from_string (value->text);
    default:
      return number_of_nodes (self, value->nodes.n > 0 ? value->nodes.nodes[0] : NULL);
    }
}

static gboolean
on_summed (SchMachine *machine, gpointer data, xmlNode *node)
{
  const SchArena mark = machine->scratch;

  *(double *) data += number_of_nodes (machine, node);
  sch_arena_release (&machine->scratch, mark);

  return FALSE;
}

static double
sum_nodes (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  double sum = 0;
  SchNodes nodes;

  if (term->kind == SCH_TERM_PATH && term->is_ordered && term->memo < 0)
    {
      sch_machine_walk (self, term, focus, NULL, on_summed, &sum);
      return sum;
    }
  nodes = sch_machine_nodes (self, term, focus);
  for (guint i = 0; i < nodes.n; i++)
    on_summed (self, &sum, nodes.nodes[i]);

  return sum;
}

/* As libxml2 rounds, which keeps the sign of what becomes 0. */
static double
round_number (double number)
{
  double rounded;

  if (number >= -0.5 && number < 0.5)
    return number * 0.0;
  rounded = floor (number);

  return number - rounded >= 0.5 ? rounded + 1 : rounded;
}

static double
count_characters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += (*text & 0xc0) != 0x80;

  return n;
}

static double
calculate_arithmetic (SchTermKind kind, double a, double b)
{
  switch (kind)
    {
    case SCH_TERM_ADD:
      return a + b;
    case SCH_TERM_SUBTRACT:
      return a - b;
    case SCH_TERM_MULTIPLY:
      return a * b;
    case SCH_TERM_DIVIDE:
      return a / b;
    default:
      return fmod (a, b);
    }
}

static double
calculate_number (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchTerm *first = term->operands->len > 0 ? sch_term_operand (term, 0) : NULL;
  double number;

  switch (term->kind)
    {
    case SCH_TERM_NUMBER:
      return term->number;
    case SCH_TERM_LAST:
      return focus->size;
    case SCH_TERM_POSITION:
      return focus->position;
    case SCH_TERM_COUNT:
      return sch_machine_count_nodes (self, first, focus);
    case SCH_TERM_SUM:
      return sum_nodes (self, first, focus);
    case SCH_TERM_LENGTH:
      return count_characters (sch_machine_text (self, first, focus));
    case SCH_TERM_TO_NUMBER:
      return sch_machine_number (self, first, focus);
    case SCH_TERM_NEGATE:
      return -sch_machine_number (self, first, focus);
    case SCH_TERM_FLOOR:
      return floor (sch_machine_number (self, first, focus));
    case SCH_TERM_CEILING:
      return ceil (sch_machine_number (self, first, focus));
    case SCH_TERM_ROUND:
      return round_number (sch_machine_number (self, first, focus));
    case SCH_TERM_ADD:
    case SCH_TERM_SUBTRACT:
    case SCH_TERM_MULTIPLY:
    case SCH_TERM_DIVIDE:
    case SCH_TERM_MODULO:
      number = sch_machine_number (self, first, focus);
      return calculate_arithmetic (term->kind, number,
                                   sch_machine_number (self, sch_term_operand (term, 1), focus));
    default:
      return sch_machine_fail (self);
    }
}

double
sch_machine_number (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchValue *kept = sch_machine_recall (self, term, focus);

  if (self->failed)
    return NAN;
  if (kept == NULL && term->kind == SCH_TERM_VARIABLE)
    kept = sch_machine_get_variable (self, term);
  if (kept != NULL)
    return number_of_value (self, kept);
  switch (term->type)
    {
    case SCH_TYPE_NODES:
      return number_of_nodes (self, sch_machine_first (self, term, focus));
    case SCH_TYPE_BOOLEAN:
      return calculate_truth (self, term, focus);
    case SCH_TYPE_STRING:
      return sch_number_from_string (sch_machine_text (self, term, focus));
    default:
      return calculate_number (self, term, focus);
    }
}

static const char *
text_of_value (SchMachine *self, const SchValue *value)
{
  switch (value->type)
    {
    case SCH_TYPE_BOOLEAN:
      return value->truth ? "true" : "false";
    case SCH_TYPE_NUMBER:
      return sch_machine_write_number (self, value->number);
    case SCH_TYPE_STRING:
      return value->text;
    default:
      return value->nodes.n > 0 ? sch_node_get_text (&self->scratch, value->nodes.nodes[0]) : "";
    }
}

/* The text lives as long as what is in the arenas of the machine and of the index. */
const char *
sch_machine_text (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const SchValue *kept = sch_machine_recall (self, term, focus);
  const xmlNode *first;

  if (self->failed)
    return "";
  if (kept == NULL && term->kind == SCH_TERM_VARIABLE)
    kept = sch_machine_get_variable (self, term);
  if (kept != NULL)
    return text_of_value (self, kept);
  switch (term->type)
    {
    case SCH_TYPE_NODES:
      first = sch_machine_first (self, term, focus);
      return first != NULL ? sch_node_get_text (&self->scratch, first) : "";
    case SCH_TYPE_BOOLEAN:
      return calculate_truth (self, term, focus) ? "true" : "false";
    case SCH_TYPE_NUMBER:
      return sch_machine_write_number (self, calculate_number (self, term, focus));
    default:
      return sch_machine_call_text (self, term, focus);
    }
}

/* What a term gives; a variable's is what it is. */
SchType
sch_machine_type (SchMachine *self, const SchTerm *term)
{
  return term->kind == SCH_TERM_VARIABLE ? sch_machine_get_variable (self, term)->type : term->type;
}

/*
 * sch_machine_value:
 * @self: what evaluates
 * @term: a term
 * @focus: where
 *
 * Returns: its value, without a look at what is kept of the document
 */
SchValue
sch_machine_value (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  SchValue value = { .type = sch_machine_type (self, term) };

  if (term->kind == SCH_TERM_VARIABLE)
    return *sch_machine_get_variable (self, term);
  switch (term->type)
    {
    case SCH_TYPE_NODES:
      value.nodes = sch_machine_calculate_nodes (self, term, focus);
      break;
    case SCH_TYPE_NUMBER:
      value.number = calculate_number (self, term, focus);
      break;
    case SCH_TYPE_BOOLEAN:
      value.truth = calculate_truth (self, term, focus);
      break;
    default:
      value.text = sch_machine_call_text (self, term, focus);
    }

  return value;
}
