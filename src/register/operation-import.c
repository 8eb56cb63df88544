/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Bringing plans in from plan XML. Identifiers are kept, so that what went out and comes back is
 * the same row; a scenario gets a plan id of its own and keeps those of its rows. */

typedef struct
{
  SdDatabase *database;
  SdCounty *county;
  SdImportMode mode;
  gboolean is_first;     /* the register holds no town and no pool yet */
  GHashTable *towns;     /* id in the file → id in the register, where they differ */
  guint n_plans;
  char *plan_id;         /* the first plan that was brought in */
  GError **error;
} Import;

/* A row with values that have been checked, for the place where it is to stand. */
static SdRow *
copy_row (Import *import, SdRow *row, const char *plan_id, const char *id, gint64 rank)
{
  g_autoptr (SdRow) copy = NULL;

  if (!g_uuid_string_is_valid (id))
    {
      g_set_error (import->error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                   _ ("%s has the id “%s”; expected a UUID."),
                   sd_table_get_label (sd_row_get_table (row)), id);
      return NULL;
    }
  copy = sd_row_new (sd_row_get_table_id (row), plan_id, id, sd_row_get_parent_id (row), rank);
  for (guint i = 0; i < sd_row_get_table (row)->n_columns; i++)
    if (!sd_operation_fill (copy, i, sd_row_get_value (row, i), import->error))
      return NULL;

  return g_steal_pointer (&copy);
}

static gboolean
insert_last (Import *import, SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);
  g_autoptr (SdRow) copy = NULL;
  gint64 rank;

  if (!sd_table_count (import->database, table, NULL, sd_row_get_parent_id (row), &rank,
                       import->error))
    return FALSE;
  copy = copy_row (import, row, NULL, sd_row_get_id (row), rank);

  return copy != NULL && sd_table_insert (import->database, copy, import->error);
}

static gboolean
set_all (Import *import, SdRow *row, SdRow *present, gboolean only_missing)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *name = sd_column_get_sql_name (&table->columns[i]);

      if (only_missing && (sd_row_has (present, i) || !sd_row_has (row, i)))
        continue;
      if (!sd_operation_fill (present, i, sd_row_get_value (row, i), import->error) ||
          !sd_table_set (import->database, table, NULL, sd_row_get_id (present), name,
                         sd_row_get_value (present, i), import->error))
        return FALSE;
    }

  return TRUE;
}

/* A county's own row: taken over whole into a new register, else it fills what is missing, such as
 * the city above, which packs ask for. */
static gboolean
import_county_row (Import *import)
{
  const SdTable *table = sd_table_get (SD_TABLE_COUNTY);
  SdRow *row = sd_county_get_row (import->county);
  g_autoptr (GPtrArray) present = NULL;
  SdRow *own;

  if (row == NULL)
    return TRUE;
  if (!sd_table_list (import->database, table, "rank", NULL, "0", &present, import->error))
    return FALSE;
  own = present->len > 0 ? g_ptr_array_index (present, 0) : NULL;
  if (own != NULL && !import->is_first)
    return g_strcmp0 (sd_row_get_text (own, SD_COUNTY_NAME),
                      sd_row_get_text (row, SD_COUNTY_NAME)) != 0 ||
           set_all (import, row, own, TRUE);

  return (own == NULL || sd_table_delete (import->database, table, NULL, sd_row_get_id (own),
                                          import->error)) &&
         insert_last (import, row);
}

/* A pool, an answer, a town or an indicator: what is there is kept, or follows the file where it is
 * to replace. */
static gboolean
import_shared_row (Import *import, SdRow *row)
{
  g_autoptr (GPtrArray) present = NULL;

  if (!sd_table_list (import->database, sd_row_get_table (row), "row_id", NULL,
                      sd_row_get_id (row), &present, import->error))
    return FALSE;
  if (present->len == 0)
    return insert_last (import, row);

  return import->mode != SD_IMPORT_REPLACE ||
         set_all (import, row, g_ptr_array_index (present, 0), FALSE);
}

/* The register's own answer stands; an answer that came with a file fills a question it left open.
 */
static gboolean
import_answer (Import *import, SdRow *row, guint pack, int name)
{
  g_autoptr (GPtrArray) present = NULL;
  const SdTable *table = sd_row_get_table (row);

  if (!sd_table_list (import->database, table, "pack", NULL, sd_row_get_text (row, pack), &present,
                      import->error))
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    {
      SdRow *other = g_ptr_array_index (present, i);

      if (!g_str_equal (sd_row_get_id (other), sd_row_get_id (row)) &&
          (name < 0 || g_str_equal (sd_row_get_text (other, name), sd_row_get_text (row, name))))
        return TRUE;
    }

  return import_shared_row (import, row);
}

/* The same town may have been added by hand before its plan came as a file. */
static gboolean
find_namesake (Import *import, SdRow *town, char **id)
{
  const SdTable *table = sd_table_get (SD_TABLE_TOWN);
  g_autoptr (GPtrArray) namesakes = NULL;
  gboolean is_there;

  *id = NULL;
  if (!sd_table_has_row (import->database, table, NULL, sd_row_get_id (town), &is_there,
                         import->error))
    return FALSE;
  if (is_there)
    return TRUE;
  if (!sd_table_list (import->database, table, "name", NULL, sd_row_get_text (town, SD_TOWN_NAME),
                      &namesakes, import->error))
    return FALSE;
  if (namesakes->len > 0)
    *id = g_strdup (sd_row_get_id (g_ptr_array_index (namesakes, 0)));

  return TRUE;
}

static gboolean
import_town (Import *import, SdRow *town)
{
  g_autoptr (GPtrArray) indicators = NULL;
  char *namesake;

  if (!find_namesake (import, town, &namesake))
    return FALSE;
  if (namesake != NULL)
    {
      g_hash_table_insert (import->towns, g_strdup (sd_row_get_id (town)), namesake);
      return TRUE;
    }
  if (!import_shared_row (import, town))
    return FALSE;

  indicators = sd_row_set_get_children (SD_ROW_SET (import->county), SD_TABLE_INDICATOR,
                                        sd_row_get_id (town));
  for (guint i = 0; i < indicators->len; i++)
    if (!import_shared_row (import, g_ptr_array_index (indicators, i)))
      return FALSE;

  return TRUE;
}

static gboolean
import_rows (Import *import, SdPlan *plan, const char *plan_id)
{
  for (guint table = 0; table < SD_N_TABLES; table++)
    {
      SdRow *row;

      if (sd_table_get (table)->scope != SD_SCOPE_PLAN)
        continue;
      SD_FOREACH_ROW (row, plan, table)
        {
          g_autoptr (SdRow) copy = NULL;

          copy = copy_row (import, row, plan_id, sd_row_get_id (row), sd_row_get_rank (row));
          if (copy == NULL || !sd_table_insert (import->database, copy, import->error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
delete_rows (Import *import, const char *plan_id)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    if (sd_table_get (i)->scope == SD_SCOPE_PLAN &&
        !sd_table_delete (import->database, sd_table_get (i), plan_id, NULL, import->error))
      return FALSE;

  return TRUE;
}

/* Scenarios are told apart by a name; a copy that has none gets a number. */
static gboolean
name_scenario (Import *import, SdRow *header, const char *town_id)
{
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *name = NULL;

  if (!sd_table_list (import->database, sd_table_get (SD_TABLE_PLAN), "town", NULL, town_id, &plans,
                      import->error))
    return FALSE;
  name = g_strdup_printf (_ ("Scenario %u"), plans->len + 1);
  sd_row_set_value (header, SD_PLAN_SCENARIO, &(SdValue) SD_VALUE_INIT_TEXT (name));

  return TRUE;
}

static gboolean
refuse_existing (Import *import, SdRow *header)
{
  g_set_error (import->error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS,
               _ ("The plan “%s” is already in %s. It can be replaced, or added as another "
                  "scenario."),
               sd_row_get_text (header, SD_PLAN_TITLE), sd_database_get_name (import->database));
  return FALSE;
}

static gboolean
import_header (Import *import, SdRow *header, gboolean is_there, const char *plan_id)
{
  const SdTable *table = sd_table_get (SD_TABLE_PLAN);
  const char *town_id = sd_row_get_text (header, SD_PLAN_TOWN);
  const char *own_town = town_id != NULL ? g_hash_table_lookup (import->towns, town_id) : NULL;
  g_autoptr (SdRow) copy = NULL;
  g_autoptr (SdRow) present = NULL;
  gint64 rank;

  if (!sd_table_count (import->database, table, NULL, NULL, &rank, import->error))
    return FALSE;
  copy = copy_row (import, header, NULL, plan_id, rank);
  if (copy == NULL)
    return FALSE;
  if (own_town != NULL)
    sd_row_set_value (copy, SD_PLAN_TOWN, &(SdValue) SD_VALUE_INIT_TEXT (own_town));
  if (is_there && import->mode == SD_IMPORT_REPLACE)
    return sd_table_get_row (import->database, table, NULL, plan_id, &present, import->error) &&
           set_all (import, copy, present, FALSE);
  if (is_there && !name_scenario (import, copy, sd_row_get_text (copy, SD_PLAN_TOWN)))
    return FALSE;

  return sd_table_insert (import->database, copy, import->error);
}

static gboolean
import_plan (Import *import, SdRow *header)
{
  const char *id = sd_row_get_id (header);
  SdPlan *plan = sd_county_get_plan (import->county, id);
  g_autofree char *plan_id = g_strdup (id);
  gboolean is_there;

  if (!sd_table_has_row (import->database, sd_table_get (SD_TABLE_PLAN), NULL, id, &is_there,
                         import->error))
    return FALSE;
  if (is_there && (import->mode == SD_IMPORT_ASK || import->mode == SD_IMPORT_FILL))
    return refuse_existing (import, header);
  if (is_there && import->mode == SD_IMPORT_SCENARIO)
    {
      g_free (plan_id);
      plan_id = g_uuid_string_random ();
    }
  if (!import_header (import, header, is_there, plan_id) ||
      (is_there && import->mode == SD_IMPORT_REPLACE && !delete_rows (import, plan_id)) ||
      (plan != NULL && !import_rows (import, plan, plan_id)))
    return FALSE;

  import->n_plans++;
  if (import->plan_id == NULL)
    import->plan_id = g_steal_pointer (&plan_id);
  return TRUE;
}

static gboolean
import_all (Import *import)
{
  SdRow *row;

  if (!import_county_row (import))
    return FALSE;
  SD_FOREACH_ROW (row, import->county, SD_TABLE_POOL)
    if (!import_shared_row (import, row))
      return FALSE;
  SD_FOREACH_ROW (row, import->county, SD_TABLE_PARAMETER)
    if (!import_answer (import, row, SD_PARAMETER_PACK, SD_PARAMETER_NAME))
      return FALSE;
  SD_FOREACH_ROW (row, import->county, SD_TABLE_ADOPTION)
    if (!import_answer (import, row, SD_ADOPTION_PACK, -1))
      return FALSE;
  SD_FOREACH_ROW (row, import->county, SD_TABLE_TOWN)
    if (!import_town (import, row))
      return FALSE;
  SD_FOREACH_ROW (row, import->county, SD_TABLE_PLAN)
    if (!import_plan (import, row))
      return FALSE;

  return TRUE;
}

static gboolean
look_at_register (Import *import)
{
  gint64 n_towns, n_pools;

  if (!sd_table_count (import->database, sd_table_get (SD_TABLE_TOWN), NULL, NULL, &n_towns,
                       import->error) ||
      !sd_table_count (import->database, sd_table_get (SD_TABLE_POOL), NULL, NULL, &n_pools,
                       import->error))
    return FALSE;

  import->is_first = n_towns == 0 && n_pools == 0;
  return TRUE;
}

static void
describe_import (Import *import, SdEdit *edit)
{
  SdRow *county = sd_county_get_row (import->county);
  SdRow *header = sd_row_set_peek_row (SD_ROW_SET (import->county), SD_TABLE_PLAN, 0);
  g_autofree char *count = g_strdup_printf ("t%u", import->n_plans);
  g_autofree char *name = NULL;

  /* A version that brings changes is the ground on which edits stand. */
  edit->kind = import->mode == SD_IMPORT_FILL ? SD_HISTORY_VERSION : SD_HISTORY_IMPORT;
  edit->row_id = g_strdup (import->plan_id);
  sd_place_set (&edit->place, import->plan_id, SD_TABLE_PLAN, import->plan_id);
  if (import->n_plans == 1)
    {
      name = sd_operation_name_row (header);
      edit->label = sd_label_encode (SD_LABEL_IMPORT, &edit->place, name, NULL);
      return;
    }
  name = county != NULL ? sd_operation_name_row (county) : sd_label_name_table (SD_TABLE_COUNTY);
  edit->label = sd_label_encode (SD_LABEL_IMPORT_COUNTY, &edit->place, count, name, NULL);
}

/* Brings in @county, a plan or a whole county; @mode says what becomes of plans that are there. */
gboolean
sd_operation_import (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  Import import = { database, request->county, request->mode, .error = error };
  gboolean done;

  import.towns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = look_at_register (&import) && import_all (&import);
  if (done)
    describe_import (&import, edit);
  g_hash_table_unref (import.towns);
  g_free (import.plan_id);

  return done;
}
