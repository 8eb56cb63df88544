/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guard.h"
#include "machine.h"

#include <math.h>

/* The functions of XPath that give texts (XPath 1.0, 4.1 and 4.2). */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
take_text (SchMachine *self, const SchTerm *term, guint operand, const SchFocus *focus)
{
  return sch_machine_text (self, sch_term_operand (term, operand), focus);
}

static const char *
copy_text (SchMachine *self, const char *text, gsize length)
{
  return sch_arena_copy (&self->scratch, text, length);
}

/* Whole numbers are most of them, and written in no time. */
const char *
sch_machine_write_number (SchMachine *self, double number)
{
  g_autofree char *text = NULL;

  if (number >= 0 && number < 1e9 && number == (double) (guint) number)
    {
      char digits[16];
      char *p = digits + sizeof digits;
      guint rest = (guint) number;

      do
        *--p = (char) ('0' + rest % 10);
      while ((rest /= 10) > 0);
      return copy_text (self, p, (gsize) (digits + sizeof digits - p));
    }
  text = sch_number_to_string (number);

  return copy_text (self, text, strlen (text));
}

static const char *
normalize (SchMachine *self, const char *text)
{
  char *out = sch_arena_take (&self->scratch, strlen (text) + 1);
  char *end = out;

  for (; *text != '\0'; text++)
    if (!is_blank (*text))
      *end++ = *text;
    else if (end > out && end[-1] != ' ')
      *end++ = ' ';
  if (end > out && end[-1] == ' ')
    end--;
  *end = '\0';

  return out;
}

static const char *
concatenate (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const guint n = term->operands->len;
  const char **parts = sch_arena_take (&self->scratch, n * sizeof *parts);
  gsize length = 0;
  char *text, *end;

  for (guint i = 0; i < n; i++)
    {
      parts[i] = take_text (self, term, i, focus);
      length += strlen (parts[i]);
    }
  if (length > SCH_LONGEST_TEXT)
    sch_machine_fail (self);
  if (self->failed)
    return "";
  text = end = sch_arena_take (&self->scratch, length + 1);
  for (guint i = 0; i < n; i++)
    end = g_stpcpy (end, parts[i]);
  *end = '\0';

  return text;
}

/* The part before or after the first occurrence of another. */
static const char *
cut (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const char *text = take_text (self, term, 0, focus);
  const char *part = take_text (self, term, 1, focus);
  const gsize length = strlen (part);
  const char *found;

  if (!sch_machine_count (self, (double) strlen (text) * (double) length))
    return "";
  found = strstr (text, part);
  if (found == NULL)
    return "";

  return term->kind == SCH_TERM_AFTER ? found + length
                                      : copy_text (self, text, (gsize) (found - text));
}

/* Rounds a place in a text; what is no number is behind all. */
static double
round_place (double place)
{
  const double rounded = floor (place);

  return place - rounded >= 0.5 ? rounded + 1 : rounded;
}

static const char *
skip_characters (const char *text, double n)
{
  for (; n > 0 && *text != '\0'; n--)
    text = g_utf8_next_char (text);

  return text;
}

static const char *
take_part (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const char *text = take_text (self, term, 0, focus);
  const double from = sch_machine_number (self, sch_term_operand (term, 1), focus);
  const double first = round_place (from);
  double end;
  const char *start;

  if (isnan (first) || first >= G_MAXINT)
    return "";
  start = skip_characters (text, first - 1);
  if (term->operands->len == 2)
    return start;

  end = first + round_place (sch_machine_number (self, sch_term_operand (term, 2), focus));
  if (!(end > MAX (first, 1)))
    return "";

  return copy_text (self, start, (gsize) (skip_characters (start, end - MAX (first, 1)) - start));
}

/* Each character of a text by its place in another is replaced by that of a third, or left out. */
static const char *
translate (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const char *text = take_text (self, term, 0, focus);
  const char *from = take_text (self, term, 1, focus);
  const char *to = take_text (self, term, 2, focus);
  const glong n_to = g_utf8_strlen (to, -1);
  gsize length = strlen (text);
  char *out, *end;

  if (!sch_machine_count (self, (double) length * (double) strlen (from)))
    return "";
  /* A character may be replaced by one of more bytes. */
  out = end = sch_arena_take (&self->scratch, 6 * length + 1);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);
      const char *found = g_utf8_strchr (from, -1, c);
      const glong place = found != NULL ? g_utf8_pointer_to_offset (from, found) : -1;

      if (place < 0)
        end += g_unichar_to_utf8 (c, end);
      else if (place < n_to)
        end += g_unichar_to_utf8 (g_utf8_get_char (g_utf8_offset_to_pointer (to, place)), end);
    }
  *end = '\0';

  return out;
}

static const char *
name_of (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  const xmlNode *node = sch_machine_first (self, sch_term_operand (term, 0), focus);
  const char *prefix, *name;
  gsize length;
  char *full;

  if (node == NULL || (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE))
    return node != NULL && node->type == XML_PI_NODE && term->kind != SCH_TERM_URI
               ? (const char *) node->name
               : "";
  if (term->kind == SCH_TERM_URI)
    return node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href : "";
  name = (const char *) node->name;
  if (term->kind == SCH_TERM_LOCAL_NAME || node->ns == NULL || node->ns->prefix == NULL)
    return name;

  prefix = (const char *) node->ns->prefix;
  length = strlen (prefix);
  full = sch_arena_take (&self->scratch, length + strlen (name) + 2);
  g_snprintf (full, length + strlen (name) + 2, "%s:%s", prefix, name);

  return full;
}

/*
 * sch_machine_call_text:
 * @self: what evaluates
 * @term: a term that gives a text by its form
 * @focus: where
 *
 * Returns: (transfer none): the text
 */
const char *
sch_machine_call_text (SchMachine *self, const SchTerm *term, const SchFocus *focus)
{
  if (self->failed)
    return "";
  switch (term->kind)
    {
    case SCH_TERM_STRING:
      return term->text;
    case SCH_TERM_TO_STRING:
      return take_text (self, term, 0, focus);
    case SCH_TERM_NORMALIZE:
      return normalize (self, take_text (self, term, 0, focus));
    case SCH_TERM_CONCAT:
      return concatenate (self, term, focus);
    case SCH_TERM_BEFORE:
    case SCH_TERM_AFTER:
      return cut (self, term, focus);
    case SCH_TERM_SUBSTRING:
      return take_part (self, term, focus);
    case SCH_TERM_TRANSLATE:
      return translate (self, term, focus);
    case SCH_TERM_NAME:
    case SCH_TERM_LOCAL_NAME:
    case SCH_TERM_URI:
      return name_of (self, term, focus);
    default:
      sch_machine_fail (self);
      return "";
    }
}
