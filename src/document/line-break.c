/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-text-private.h"

/* Where lines of Chinese end (GB/T 15834, and what word processors call strict): no closing mark
 * begins a line, no opening mark ends one, and what belongs together stays together. */

/* Marks that may not begin a line. */
static const char closing[] = "、。，．：；？！）〕】》〉」』〗”’·～％℃°)]}>,.:;?!%";
/* Halves of marks two characters wide. */
static const char doubled[] = "—…";
/* Marks that may not end one. */
static const char opening[] = "（〔【《〈「『〖“‘([{<￥$";

static gboolean
is_one_of (const char *marks, gunichar c)
{
  return c != 0 && g_utf8_strchr (marks, -1, c) != NULL;
}

/* Characters of words and numbers, between which no line ends. */
static gboolean
is_of_word (gunichar c)
{
  return !g_unichar_isspace (c) && !g_unichar_iswide_cjk (c) && !is_one_of (closing, c) &&
         !is_one_of (opening, c);
}

/*
 * sd_line_may_break:
 * @before: a character
 * @after: the one after it
 *
 * Returns: whether a line may end between the two
 */
gboolean
sd_line_may_break (gunichar before, gunichar after)
{
  if (g_unichar_isspace (after))
    return FALSE;
  if (g_unichar_isspace (before))
    return TRUE;
  if (is_one_of (closing, after) || is_one_of (opening, before))
    return FALSE;
  if (before == after && is_one_of (doubled, before))
    return FALSE;
  /* a decimal point, a colon of a time, a dash of a telephone number */
  if (before < 0x80 && after < 0x80)
    return FALSE;

  /* where word processors take a mark and the number after it for one */
  if (is_one_of (closing, before) && is_of_word (after))
    return FALSE;

  return !is_of_word (before) || !is_of_word (after);
}

/*
 * sd_line_may_widen:
 * @before: a character
 * @after: the one after it
 *
 * Returns: whether the gap between the two may grow where a line is spread to its full width
 */
gboolean
sd_line_may_widen (gunichar before, gunichar after)
{
  return g_unichar_isspace (before) || !is_of_word (before) || !is_of_word (after);
}
