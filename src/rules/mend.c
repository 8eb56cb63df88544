/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mend.h"

#include "plan/cell.h"
#include "plan/error.h"

#include <glib/gi18n-lib.h>

/* What would mend a finding, as a rule says it in the property "mend": a step a line or between
 * semicolons,
 *
 *   set ROW COLUMN VALUE
 *   clear ROW COLUMN
 *
 * with the row's identifier and the names of the plan's XML. */

static void
clear_step (gpointer data)
{
  SdMendStep *step = data;

  g_clear_object (&step->row);
  sd_value_clear (&step->value);
}

static gboolean
refuse (GError **error, const char *step, const char *expected)
{
  g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID,
               /* Translators: a step of a mend as the rule wrote it, and what was expected. */
               _ ("The rule's mend “%s” cannot be read; expected %s."), step, expected);
  return FALSE;
}

static int
find_column (const SdTable *table, const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, name))
      return (int) i;

  return -1;
}

static gboolean
parse_value (SdMendStep *step, const char *text, const char *words, GError **error)
{
  const SdColumn *column = &sd_row_get_table (step->row)->columns[step->column];
  g_autofree char *expected = NULL;

  if (words == NULL)
    return !(column->flags & SD_REQUIRED) || refuse (error, text, _ ("a value that may be empty"));

  return sd_cell_parse (column, words, &step->value, &expected) || refuse (error, text, expected);
}

static gboolean
parse_step (SdPlan *plan, const char *text, SdMendStep *step, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  const guint n = g_strv_length (words);
  const gboolean sets = n == 4 && g_str_equal (words[0], "set");
  int column;

  if (!sets && !(n == 3 && g_str_equal (words[0], "clear")))
    return refuse (error, text, "set ROW COLUMN VALUE, clear ROW COLUMN");

  g_set_object (&step->row, sd_row_set_find_row (SD_ROW_SET (plan), words[1]));
  if (step->row == NULL)
    return refuse (error, text, _ ("a row of the plan"));
  column = find_column (sd_row_get_table (step->row), words[2]);
  if (column < 0)
    return refuse (error, text, _ ("a column of its table"));
  step->column = (guint) column;

  return parse_value (step, text, sets ? words[3] : NULL, error);
}

/**
 * sd_mend_parse:
 * @plan: the plan that a finding is about
 * @text: what its rule says would mend it, see sd_finding_get_mend()
 * @error: return location for a #SdPlanError
 *
 * Returns: (transfer full) (element-type SdMendStep) (nullable): the steps, at least one
 */
GArray *
sd_mend_parse (SdPlan *plan, const char *text, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (SdMendStep));
  g_auto (GStrv) lines = g_strsplit_set (text, ";\n", -1);

  g_array_set_clear_func (steps, clear_step);
  for (char **line = lines; *line != NULL; line++)
    {
      if (*g_strstrip (*line) == '\0')
        continue;
      g_array_set_size (steps, steps->len + 1);
      if (!parse_step (plan, *line, &g_array_index (steps, SdMendStep, steps->len - 1), error))
        return NULL;
    }
  if (steps->len == 0)
    {
      refuse (error, text, "set ROW COLUMN VALUE, clear ROW COLUMN");
      return NULL;
    }

  return g_steal_pointer (&steps);
}
