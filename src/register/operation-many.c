/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"

#include <glib/gi18n-lib.h>

/* Several edits as one, such as what is pasted from a spreadsheet. */

/* Of all that is wrong with many, a user must know which it is. */
static void
tell_which (GError **error, guint number, guint n)
{
  g_autofree char *sentence = NULL;

  if (error == NULL || *error == NULL)
    return;

  sentence = g_strdup_printf (_ ("No. %u of %u: %s"), number, n, (*error)->message);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&sentence);
}

static void
describe (const SdRequest *request, SdEdit *first, SdEdit *edit)
{
  const SdRequest *part = g_ptr_array_index (request->parts, 0);
  const guint n = request->parts->len;
  g_autofree char *number = g_strdup_printf ("t%u", n);
  g_autofree char *table = sd_label_name_table (part->table);
  g_autofree char *what = NULL;

  edit->place = first->place;
  first->place = (SdPlace) SD_PLACE_INIT;
  edit->row_id = g_steal_pointer (&first->row_id);
  if (request->name != NULL)
    {
      what = sd_label_name_text (request->name);
      edit->label = sd_label_encode (SD_LABEL_MEND, &edit->place, what, NULL);
    }
  else if (n == 1)
    edit->label = g_steal_pointer (&first->label);
  else if (part->operation == sd_operation_add_row)
    edit->label = sd_label_encode (SD_LABEL_ADD_ROWS, &edit->place, table, number, NULL);
  else
    edit->label = sd_label_encode (SD_LABEL_SET_VALUES, &edit->place, number, NULL);
}

/* Does all @parts, or nothing; @name is the rule whose mend they are, where they are one. */
gboolean
sd_operation_many (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_auto (SdEdit) first = { .place = SD_PLACE_INIT };
  const guint n = request->parts->len;

  if (n == 0)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                           _ ("There is nothing to be changed."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const SdRequest *part = g_ptr_array_index (request->parts, i);
      g_auto (SdEdit) other = { .place = SD_PLACE_INIT };

      if (part->operation (database, part, i == 0 ? &first : &other, error))
        continue;
      if (n > 1)
        tell_which (error, i + 1, n);
      return FALSE;
    }

  describe (request, &first, edit);
  return TRUE;
}
