/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* Part of a unit becomes a unit of its own. */

/* What the new unit has in common with the one that it comes from. */
static const guint common[] = { SD_UNIT_STAGE,   SD_UNIT_LEVEL,  SD_UNIT_SUPERIOR,
                                SD_UNIT_FUNDING, SD_UNIT_NATURE, SD_UNIT_ILLUSTRATIVE };

static SdRow *
make_unit (SdStructure *structure, SdRow *unit, const SdRequest *request, GError **error)
{
  g_autoptr (SdRow) row = sd_structure_new_row (structure, SD_TABLE_UNIT, NULL, NULL, error);

  if (row == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    sd_row_set_value (row, common[i], sd_row_get_value (unit, common[i]));
  sd_row_set_value (row, SD_UNIT_NAME, &(SdValue) SD_VALUE_INIT_TEXT (request->name));
  sd_row_set_value (row, SD_UNIT_KIND,
                    request->token != NULL ? &(SdValue) SD_VALUE_INIT_TEXT (request->token)
                                           : sd_row_get_value (unit, SD_UNIT_KIND));
  if (!sd_structure_insert (structure, row, error) ||
      !sd_structure_renumber (structure, row, sd_row_get_rank (unit) + 1, error))
    return NULL;

  return g_steal_pointer (&row);
}

/* Takes @n from the number in a column of a row, and gives it to the other. */
static gboolean
divide (SdStructure *structure, SdRow *row, SdRow *part, guint column, gint64 n, GError **error)
{
  const gint64 all = MAX (sd_row_get_integer (row, column), 0);
  const SdColumn *about = &sd_row_get_table (row)->columns[column];

  if (n < 0 || n > all)
    return sd_structure_fail (error, _ ("%s is %d; %d of them cannot go."),
                              sd_column_get_label (about), (int) all,
                              (int) CLAMP (n, -1, G_MAXINT));
  if (!sd_row_has (row, column))
    return TRUE;
  sd_row_set_value (part, column, &(SdValue) SD_VALUE_INIT_INTEGER (n));

  return sd_structure_set_value (structure, row, column, &(SdValue) SD_VALUE_INIT_INTEGER (all - n),
                                 error);
}

static gboolean
give_part (SdStructure *structure, SdRow *row, SdRow *unit, const SdShare *share, GError **error)
{
  g_autoptr (SdRow) part = sd_structure_new_row (structure, share->table, unit, row, error);
  const gboolean is_quota = share->table == SD_TABLE_QUOTA;

  return part != NULL &&
         divide (structure, row, part, is_quota ? SD_QUOTA_APPROVED : SD_POST_COUNT, share->count,
                 error) &&
         (!is_quota || divide (structure, row, part, SD_QUOTA_ACTUAL, share->actual, error)) &&
         sd_structure_insert (structure, part, error);
}

static gboolean
give_share (SdStructure *structure, SdRow *from, SdRow *unit, const SdShare *share, GError **error)
{
  g_autoptr (SdRow) row = sd_structure_get_row (structure, share->table, share->row_id, error);

  if (row == NULL)
    return FALSE;
  if (g_strcmp0 (sd_row_get_parent_id (row), sd_row_get_id (from)) != 0)
    return sd_structure_fail (error, _ ("A row that is to go is not one of “%s”."),
                              sd_structure_name (from));
  if (share->count < 0 || (share->table != SD_TABLE_QUOTA && share->table != SD_TABLE_POST) ||
      (share->table == SD_TABLE_POST && share->count == sd_row_get_integer (row, SD_POST_COUNT)))
    return sd_structure_move_row (structure, row, unit, error);

  return give_part (structure, row, unit, share, error);
}

/* Splits a unit @name of the kind @token, or of the same, off another, which gives it @shares. */
gboolean
sd_operation_split_unit (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                         GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autoptr (SdRow) unit = NULL;
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;
  SdRow *from;

  from = structure != NULL ? sd_structure_get_unit (structure, request->row_id, error) : NULL;
  unit = from != NULL ? make_unit (structure, from, request, error) : NULL;
  if (unit == NULL)
    return FALSE;
  for (guint i = 0; i < request->shares->len; i++)
    if (!give_share (structure, from, unit, &g_array_index (request->shares, SdShare, i), error))
      return FALSE;

  old_name = sd_operation_name_row (from);
  new_name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  edit->row_id = g_strdup (sd_row_get_id (unit));
  edit->label = sd_label_encode (SD_LABEL_SPLIT, &edit->place, new_name, old_name, NULL);
  return TRUE;
}
