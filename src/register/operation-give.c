/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Plaques, posts, headcount and duties, which go from one unit to another or to the bench. */

/* The unit of the bench that holds what a body has lost, or a new one named after it. */
static SdRow *
find_waiting (SdStructure *structure, SdRow *unit, GError **error)
{
  GPtrArray *units = sd_structure_get_units (structure);

  if (!sd_structure_check_waits (unit, error))
    return NULL;
  for (guint i = 0; i < units->len; i++)
    {
      SdRow *other = g_ptr_array_index (units, i);

      if (sd_row_is (other, SD_UNIT_STAGE, "bench") &&
          sd_row_is (other, SD_UNIT_NAME, sd_structure_name (unit)))
        return g_object_ref (other);
    }

  return sd_structure_make_waiting (structure, unit, error);
}

static SdRow *
find_target (SdStructure *structure, SdRow *unit, const char *id, GError **error)
{
  SdRow *target;

  if (id == NULL)
    return find_waiting (structure, unit, error);

  target = sd_structure_get_unit (structure, id, error);
  return target != NULL ? g_object_ref (target) : NULL;
}

static gboolean
check_target (SdStructure *structure, SdRow *row, SdRow *unit, SdRow *target, GError **error)
{
  if (!sd_structure_check_same (unit, target, error))
    return FALSE;
  if (unit == target)
    return sd_structure_fail (error, _ ("It is with “%s” already."), sd_structure_name (unit));

  return sd_row_get_table_id (row) != SD_TABLE_PLAQUE ||
         sd_structure_check_name (structure, target, sd_row_get_text (row, SD_PLAQUE_NAME), error);
}

/* Whether nothing is known of a unit but its name and kind. */
static gboolean
is_bare (SdRow *unit)
{
  const SdTable *table = sd_row_get_table (unit);

  for (guint i = 0; i < table->n_columns; i++)
    if (sd_row_has (unit, i) && table->columns[i].type != SD_TYPE_BOOLEAN && i != SD_UNIT_NAME &&
        i != SD_UNIT_KIND && i != SD_UNIT_STAGE)
      return FALSE;

  return TRUE;
}

/* How many rows of the plan are below a unit, or name it in a column or in text. */
static gboolean
count_ties (SdDatabase *database, SdRow *unit, gint64 *n_ties, GError **error)
{
  *n_ties = 0;
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);
      g_autoptr (GString) where = g_string_new (NULL);
      g_autofree char *sql = NULL;
      gint64 n;

      for (guint j = 0; table->scope == SD_SCOPE_PLAN && j < table->n_columns; j++)
        {
          g_autofree char *name = sd_column_get_sql_name (&table->columns[j]);

          if (table->columns[j].type == SD_TYPE_REF && table->columns[j].refers == SD_TABLE_UNIT)
            g_string_append_printf (where, " OR \"%s\" = ?2", name);
          else if (table->columns[j].type == SD_TYPE_MARKUP)
            g_string_append_printf (where, " OR instr (\"%s\", ?2) > 0", name);
        }
      if (table->parent == SD_TABLE_UNIT)
        g_string_append (where, " OR \"parent_id\" = ?2");
      if (where->len == 0)
        continue;
      sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"plan_id\" = ?1 AND (0%s)",
                             table->name, where->str);
      if (!sd_database_get_integer (database, &n, error, sql, "ss", sd_row_get_plan_id (unit),
                                    sd_row_get_id (unit)))
        return FALSE;
      *n_ties += n;
    }

  return TRUE;
}

/* A unit of the bench whose last row has gone holds nothing that waits: it would only keep the plan
 * from being submitted. */
static gboolean
clear_bench (SdStructure *structure, SdDatabase *database, SdRow *unit, GError **error)
{
  gint64 n_ties;

  if (!sd_row_is (unit, SD_UNIT_STAGE, "bench") || !is_bare (unit))
    return TRUE;

  return count_ties (database, unit, &n_ties, error) &&
         (n_ties > 0 || sd_structure_remove (structure, unit, error));
}

/* Whether two rows of posts differ in their number only. */
static gboolean
is_same_post (SdRow *post, SdRow *other)
{
  for (guint i = 0; i < sd_row_get_table (post)->n_columns; i++)
    if (i != SD_POST_COUNT &&
        g_strcmp0 (sd_row_get_text (post, i), sd_row_get_text (other, i)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
add_posts (SdStructure *structure, SdRow *post, gint64 n, GError **error)
{
  return sd_structure_set_value (
      structure, post, SD_POST_COUNT,
      &(SdValue) SD_VALUE_INIT_INTEGER (sd_row_get_integer (post, SD_POST_COUNT) + n), error);
}

/* Gives one of several posts, which joins those that are like it. */
static gboolean
give_one (SdStructure *structure, SdRow *post, SdRow *target, GError **error)
{
  g_autoptr (GPtrArray) posts = sd_structure_list_rows (structure, SD_TABLE_POST, target, error);
  g_autoptr (SdRow) one = NULL;

  if (posts == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    if (is_same_post (post, posts->pdata[i]))
      return add_posts (structure, posts->pdata[i], 1, error) &&
             (sd_row_get_integer (post, SD_POST_COUNT) > 1
                  ? add_posts (structure, post, -1, error)
                  : sd_structure_remove (structure, post, error));
  if (sd_row_get_integer (post, SD_POST_COUNT) <= 1)
    return sd_structure_move_row (structure, post, target, error);

  one = sd_structure_new_row (structure, SD_TABLE_POST, target, post, error);
  if (one == NULL)
    return FALSE;
  sd_row_set_value (one, SD_POST_COUNT, &(SdValue) SD_VALUE_INIT_INTEGER (1));

  return sd_structure_insert (structure, one, error) && add_posts (structure, post, -1, error);
}

/* Moves a row that a unit has, of @table, to the unit @parent_id, or to the bench where that is not
 * given; with @flag one of the posts that it is of. */
gboolean
sd_operation_give_row (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autoptr (SdStructure) structure = sd_structure_load (database, request->plan_id, error);
  g_autofree char *what = sd_label_name_table (request->table);
  g_autofree char *name = NULL;
  g_autofree char *target_name = NULL;
  g_autoptr (SdRow) row = NULL;
  g_autoptr (SdRow) target = NULL;
  SdRow *unit;

  row = structure != NULL ? sd_structure_get_row (structure, request->table, request->row_id, error)
                          : NULL;
  unit = row != NULL ? sd_structure_get_unit (structure, sd_row_get_parent_id (row), error) : NULL;
  target = unit != NULL ? find_target (structure, unit, request->parent_id, error) : NULL;
  if (target == NULL || !check_target (structure, row, unit, target, error) ||
      !(request->flag ? give_one (structure, row, target, error)
                      : sd_structure_take_row (structure, row, target, error)) ||
      !clear_bench (structure, database, unit, error))
    return FALSE;

  name = sd_operation_name_row (row);
  target_name = sd_operation_name_row (target);
  sd_operation_set_place (edit, target);
  if (request->parent_id == NULL)
    edit->label = sd_label_encode (SD_LABEL_BENCH_ROW, &edit->place, what, name, NULL);
  else
    edit->label = sd_label_encode (SD_LABEL_GIVE, &edit->place, what, name, target_name, NULL);
  return TRUE;
}
