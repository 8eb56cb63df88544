/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loader.h"

#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Rows of the file become row objects. */

static gboolean
load_row (SdDatabase *database, SdQuery *query, const SdTable *table, const char *plan_id,
          SdRowSet *set, GError **error)
{
  g_autoptr (SdRow) row = sd_table_read_row (database, query, table, plan_id, error);

  if (row != NULL)
    sd_row_set_put_row (set, row);

  return row != NULL;
}

static gboolean
load_table (SdDatabase *database, const SdTable *table, const char *plan_id, SdRowSet *set,
            GError **error)
{
  g_autofree char *sql = sd_table_select_sql (table);
  g_autoptr (SdQuery) query = sd_query_new (database, error, sql, "s", plan_id);
  gboolean has_row = TRUE;

  if (query == NULL)
    return FALSE;
  while (has_row)
    {
      if (!sd_query_step (query, &has_row, error) ||
          (has_row && !load_row (database, query, table, plan_id, set, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_scope (SdDatabase *database, SdScope scope, const char *plan_id, SdRowSet *set,
            GError **error)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == scope &&
        !load_table (database, sd_table_get (i), plan_id, set, error))
      return FALSE;

  return TRUE;
}

/**
 * sd_load_county:
 * @database: a register
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the county's own rows, with no plan loaded
 */
SdCounty *
sd_load_county (SdDatabase *database, GError **error)
{
  g_autoptr (SdCounty) county = sd_county_new ();

  if (!load_scope (database, SD_SCOPE_COUNTY, NULL, SD_ROW_SET (county), error))
    return NULL;
  if (sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_COUNTY) != 1)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
                   _ ("%s is damaged: it names no county, or more than one."),
                   sd_database_get_name (database));
      return NULL;
    }

  return g_steal_pointer (&county);
}

/**
 * sd_load_plan:
 * @database: a register
 * @plan_id: a plan of it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the plan's rows
 */
SdPlan *
sd_load_plan (SdDatabase *database, const char *plan_id, GError **error)
{
  g_autoptr (SdPlan) plan = sd_plan_new (plan_id);
  gboolean is_there;

  if (!sd_table_has_row (database, sd_table_get (SD_TABLE_PLAN), NULL, plan_id, &is_there, error))
    return NULL;
  if (!is_there)
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOT_FOUND,
                   _ ("The plan is not in %s."), sd_database_get_name (database));
      return NULL;
    }

  return load_scope (database, SD_SCOPE_PLAN, plan_id, SD_ROW_SET (plan), error)
             ? g_steal_pointer (&plan)
             : NULL;
}
