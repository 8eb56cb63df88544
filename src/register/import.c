/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "label.h"
#include "operations.h"
#include "rows.h"

#include <glib/gi18n-lib.h>

/* Taking in a county or a plan that was read from XML. */

static SdRow *
copy_row (SdRow *row, const char *plan_id, const char *id, gint64 rank)
{
  const SdTable *table = sd_row_get_table (row);
  SdRow *copy = sd_row_new (table->id, plan_id, id, sd_row_get_parent_id (row), rank);

  for (guint i = 0; i < table->n_columns; i++)
    sd_row_set_value (copy, i, sd_row_get_value (row, i));

  return copy;
}

static gboolean
insert_copy (SdDatabase *database,
             SdRow *row,
             const char *plan_id,
             const char *id,
             gint64 rank,
             GError **error)
{
  g_autoptr (SdRow) copy = copy_row (row, plan_id, id, rank);

  return sd_rows_insert (database, copy, error);
}

static gboolean
is_there (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (sd_row_get_id (g_ptr_array_index (rows, i)), id))
      return TRUE;

  return FALSE;
}

/* Rows of the county that the register lacks are added after its own; those that it has stay as
 * they are, for the register is where the office keeps them. */
static gboolean
import_county_rows (SdDatabase *database, SdCounty *county, SdTableId table, GError **error)
{
  g_autoptr (GPtrArray) own = sd_rows_load (database, table, NULL, error);
  gint64 rank;
  SdRow *row;

  if (own == NULL)
    return FALSE;
  if (table == SD_TABLE_COUNTY && own->len > 0)
    return TRUE;

  rank = own->len;
  SD_FOREACH_ROW (row, county, table)
    {
      if (is_there (own, sd_row_get_id (row)))
        continue;
      if (!insert_copy (database, row, NULL, sd_row_get_id (row),
                        sd_table_has_parent_id (sd_table_get (table)) ? sd_row_get_rank (row)
                                                                      : rank++,
                        error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_plan_rows (SdDatabase *database, SdPlan *plan, const char *plan_id, GError **error)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      SdRow *row;

      if (sd_table_get (table)->scope != SD_SCOPE_PLAN)
        continue;
      SD_FOREACH_ROW (row, plan, table)
        if (!insert_copy (database, row, plan_id, sd_row_get_id (row), sd_row_get_rank (row),
                          error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
import_plan (SdDatabase *database, SdEdit *edit, SdRow *header, GError **error)
{
  g_autoptr (GPtrArray) plans = sd_rows_load (database, SD_TABLE_PLAN, NULL, error);
  const char *id = sd_row_get_id (header);
  SdPlan *plan = sd_county_get_plan (edit->county, id);
  g_autofree char *new_id = NULL;
  gint64 rank;

  if (plans == NULL || plan == NULL)
    return plans != NULL;

  rank = plans->len;
  if (is_there (plans, id) && edit->mode == SD_IMPORT_ASK)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS,
                   _ ("The plan “%s” is in the register already. Replace it, or take it in as "
                      "another scenario."),
                   sd_row_get_text (header, SD_PLAN_TITLE));
      return FALSE;
    }
  if (is_there (plans, id) && edit->mode == SD_IMPORT_REPLACE)
    {
      g_autoptr (SdRow) old = sd_operation_find_row (database, SD_TABLE_PLAN, NULL, id, error);

      rank = old != NULL ? sd_row_get_rank (old) : rank;
      if (!sd_operation_drop_plan (database, id, error))
        return FALSE;
    }
  new_id = is_there (plans, id) && edit->mode == SD_IMPORT_SCENARIO ? g_uuid_string_random ()
                                                                    : g_strdup (id);
  if (!insert_copy (database, header, NULL, new_id, rank, error))
    return FALSE;
  g_free (edit->new_id);
  edit->new_id = g_strdup (new_id);

  return insert_plan_rows (database, plan, new_id, error);
}

gboolean
sd_operation_import (SdDatabase *database, SdEdit *edit, GError **error)
{
  static const SdTableId tables[] = { SD_TABLE_COUNTY, SD_TABLE_POOL, SD_TABLE_TOWN,
                                      SD_TABLE_INDICATOR };
  SdRow *header;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!import_county_rows (database, edit->county, tables[i], error))
      return FALSE;
  SD_FOREACH_ROW (header, edit->county, SD_TABLE_PLAN)
    if (!import_plan (database, edit, header, error))
      return FALSE;

  header = sd_row_set_peek_row (SD_ROW_SET (edit->county), SD_TABLE_PLAN, 0);
  if (sd_row_set_get_n_rows (SD_ROW_SET (edit->county), SD_TABLE_PLAN) != 1)
    header = sd_county_get_row (edit->county);
  edit->label = sd_label_new (
      N_ ("Import “{1}”"),
      sd_label_arg_text (header != NULL ? sd_operation_name_of (header) : NULL), NULL);

  return TRUE;
}
