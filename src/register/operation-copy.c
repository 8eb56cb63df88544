/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* A proposed unit that goes on as a current one is: with what it has, its duties continued, and its
 * people transferred. */

typedef struct
{
  SdStructure *structure;
  SdDatabase *database;
  SdRow *from;
  SdRow *unit;
  GError **error;
} Copy;

/* The unit that bears the name of the one that @from is under or works with, in the new structure.
 */
static SdRow *
find_namesake (SdStructure *structure, SdRow *unit)
{
  GPtrArray *units = sd_structure_get_units (structure);

  for (guint i = 0; unit != NULL && i < units->len; i++)
    {
      SdRow *other = g_ptr_array_index (units, i);

      if (sd_row_is (other, SD_UNIT_STAGE, "proposed") &&
          sd_row_is (other, SD_UNIT_NAME, sd_structure_name (unit)))
        return other;
    }

  return NULL;
}

static void
translate_tie (Copy *copy, guint column)
{
  const char *id = sd_row_get_text (copy->from, column);
  SdRow *other = id != NULL ? find_namesake (copy->structure,
                                             sd_structure_get_unit (copy->structure, id, NULL))
                            : NULL;

  sd_row_set_value (copy->unit, column,
                    &(SdValue) SD_VALUE_INIT_TEXT (other != NULL ? sd_row_get_id (other) : NULL));
}

static gboolean
copy_unit (Copy *copy)
{
  if (find_namesake (copy->structure, copy->from) != NULL)
    return sd_structure_fail (copy->error, _ ("“%s” is in the proposed structure already."),
                              sd_structure_name (copy->from));
  copy->unit = sd_structure_new_row (copy->structure, SD_TABLE_UNIT, NULL, copy->from, copy->error);
  if (copy->unit == NULL)
    return FALSE;
  sd_row_set_value (copy->unit, SD_UNIT_STAGE, &(SdValue) SD_VALUE_INIT_TEXT ("proposed"));
  translate_tie (copy, SD_UNIT_SUPERIOR);
  translate_tie (copy, SD_UNIT_CO_LOCATED_WITH);

  return sd_structure_insert (copy->structure, copy->unit, copy->error);
}

static gboolean
copy_row (Copy *copy, SdRow *row)
{
  g_autoptr (SdRow) own = sd_structure_new_row (copy->structure, sd_row_get_table_id (row),
                                                copy->unit, row, copy->error);

  if (own == NULL)
    return FALSE;
  if (sd_row_get_table_id (row) == SD_TABLE_DUTY)
    {
      sd_row_set_value (own, SD_DUTY_PREDECESSOR,
                        &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (row)));
      if (!sd_row_has (own, SD_DUTY_ORIGIN))
        sd_row_set_value (own, SD_DUTY_ORIGIN, &(SdValue) SD_VALUE_INIT_TEXT ("existing"));
    }

  return sd_structure_insert (copy->structure, own, copy->error);
}

static gboolean
copy_rows (Copy *copy, SdTableId table)
{
  g_autoptr (GPtrArray) rows =
      sd_structure_list_rows (copy->structure, table, copy->from, copy->error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!copy_row (copy, g_ptr_array_index (rows, i)))
      return FALSE;

  return rows != NULL;
}

static gint64
sum_of (GPtrArray *rows, guint type_column, guint number_column, const char *type)
{
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    if (sd_row_is (g_ptr_array_index (rows, i), type_column, type))
      sum += MAX (sd_row_get_integer (g_ptr_array_index (rows, i), number_column), 0);

  return sum;
}

static gboolean
transfer (Copy *copy, const char *type, gint64 headcount)
{
  g_autoptr (SdRow) row =
      sd_structure_new_row (copy->structure, SD_TABLE_TRANSFER, NULL, NULL, copy->error);

  if (row == NULL)
    return FALSE;
  sd_row_set_value (row, SD_TRANSFER_SOURCE,
                    &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (copy->from)));
  sd_row_set_value (row, SD_TRANSFER_TARGET,
                    &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (copy->unit)));
  sd_row_set_value (row, SD_TRANSFER_TYPE, &(SdValue) SD_VALUE_INIT_TEXT (type));
  sd_row_set_value (row, SD_TRANSFER_HEADCOUNT, &(SdValue) SD_VALUE_INIT_INTEGER (headcount));

  return sd_structure_insert (copy->structure, row, copy->error);
}

/* What has been transferred elsewhere stays there; people outside the quota are not transferred. */
static gboolean
transfer_headcount (Copy *copy)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  g_autoptr (GPtrArray) quotas =
      sd_structure_list_rows (copy->structure, SD_TABLE_QUOTA, copy->from, copy->error);
  g_autoptr (GPtrArray) given = NULL;

  if (quotas == NULL || !sd_table_list (copy->database, sd_table_get (SD_TABLE_TRANSFER), "from",
                                        sd_row_get_plan_id (copy->from), sd_row_get_id (copy->from),
                                        &given, copy->error))
    return FALSE;
  for (guint i = 0; i < types->n_tokens; i++)
    {
      const char *type = types->tokens[i].name;
      gint64 rest = sum_of (quotas, SD_QUOTA_TYPE, SD_QUOTA_APPROVED, type) -
                    sum_of (given, SD_TRANSFER_TYPE, SD_TRANSFER_HEADCOUNT, type);

      if (rest > 0 && !g_str_equal (type, "off-quota") && !transfer (copy, type, rest))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_all (Copy *copy)
{
  if (!sd_row_is (copy->from, SD_UNIT_STAGE, "current"))
    return sd_structure_fail (copy->error, _ ("“%s” is not of the current structure."),
                              sd_structure_name (copy->from));
  if (!copy_unit (copy))
    return FALSE;
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->parent == SD_TABLE_UNIT && !copy_rows (copy, i))
      return FALSE;

  return transfer_headcount (copy);
}

/* Sets up a proposed unit as a copy of a current one. */
gboolean
sd_operation_copy_unit (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                        GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autofree char *name = NULL;
  g_autoptr (SdRow) unit = NULL;
  Copy copy = { structure, database, .error = error };
  gboolean done;

  if (structure != NULL)
    copy.from = sd_structure_get_unit (structure, request->row_id, error);
  done = copy.from != NULL && copy_all (&copy);
  unit = copy.unit;
  if (!done)
    return FALSE;

  name = sd_operation_name_row (unit);
  sd_operation_set_place (edit, unit);
  edit->row_id = g_strdup (sd_row_get_id (unit));
  edit->label = sd_label_encode (SD_LABEL_COPY, &edit->place, name, NULL);
  return TRUE;
}
