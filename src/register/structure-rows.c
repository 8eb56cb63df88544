/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "structure-private.h"

#include "operation-private.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* What hangs on units: the rows that they enclose, and those that refer to them. */

/**
 * sd_structure_list_rows:
 * @self: a structure
 * @table: a table of rows that a unit encloses
 * @unit: the unit
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdRow): the rows of the unit, in order
 */
GPtrArray *
sd_structure_list_rows (SdStructure *self, SdTableId table, SdRow *unit, GError **error)
{
  GPtrArray *rows;

  sd_table_list (self->database, sd_table_get (table), "parent_id", self->plan_id,
                 sd_row_get_id (unit), &rows, error);
  return rows;
}

/**
 * sd_structure_get_row:
 * @self: a structure
 * @table: a table of rows that a unit encloses
 * @row_id: (nullable): a row of it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the row, or %NULL if the plan has no such
 */
SdRow *
sd_structure_get_row (SdStructure *self, SdTableId table, const char *row_id, GError **error)
{
  SdRow *row;

  if (sd_table_get (table)->parent != SD_TABLE_UNIT)
    {
      sd_structure_fail (error, _ ("%s is not what a unit has."),
                         sd_table_get_label (sd_table_get (table)));
      return NULL;
    }

  sd_table_get_row (self->database, sd_table_get (table), self->plan_id, row_id, &row, error);
  return row;
}

/**
 * sd_structure_new_row:
 * @self: a structure
 * @table: the table of units, or of rows that a unit encloses
 * @unit: (nullable): the unit that is to enclose it
 * @like: (nullable): a row whose values it takes
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): a new row, the last among its siblings, that is yet to be inserted
 */
SdRow *
sd_structure_new_row (SdStructure *self, SdTableId table, SdRow *unit, SdRow *like, GError **error)
{
  const SdTable *about = sd_table_get (table);
  const char *parent_id = unit != NULL ? sd_row_get_id (unit) : NULL;
  g_autofree char *id = g_uuid_string_random ();
  SdRow *row;
  gint64 count;

  if (!sd_table_count (self->database, about, self->plan_id, parent_id, &count, error))
    return NULL;

  row = sd_row_new (table, self->plan_id, id, parent_id, count);
  for (guint i = 0; i < about->n_columns; i++)
    if (like != NULL)
      sd_row_set_value (row, i, sd_row_get_value (like, i));
    else if (about->columns[i].type == SD_TYPE_BOOLEAN)
      sd_row_set_value (row, i, &(SdValue) SD_VALUE_INIT_INTEGER (FALSE));

  return row;
}

/**
 * sd_structure_insert:
 * @self: a structure
 * @row: a row of sd_structure_new_row()
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is in the plan
 */
gboolean
sd_structure_insert (SdStructure *self, SdRow *row, GError **error)
{
  /* Checking what is there once more says what may not be. */
  for (guint i = 0; i < sd_row_get_table (row)->n_columns; i++)
    if (!sd_operation_fill (row, i, sd_row_get_value (row, i), error))
      return FALSE;
  if (!sd_table_insert (self->database, row, error))
    return FALSE;
  if (sd_row_get_table_id (row) == SD_TABLE_UNIT)
    g_ptr_array_add (self->units, g_object_ref (row));

  return TRUE;
}

/**
 * sd_structure_make_waiting:
 * @self: a self
 * @unit: a unit that loses posts or headcount
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): a new unit of the bench, named after it, to hold them
 */
SdRow *
sd_structure_make_waiting (SdStructure *self, SdRow *unit, GError **error)
{
  g_autoptr (SdRow) row = sd_structure_new_row (self, SD_TABLE_UNIT, NULL, NULL, error);

  if (row == NULL)
    return NULL;
  sd_row_set_value (row, SD_UNIT_NAME, sd_row_get_value (unit, SD_UNIT_NAME));
  sd_row_set_value (row, SD_UNIT_KIND, sd_row_get_value (unit, SD_UNIT_KIND));
  sd_row_set_value (row, SD_UNIT_STAGE, &(SdValue) SD_VALUE_INIT_TEXT ("bench"));
  sd_row_set_value (row, SD_UNIT_ILLUSTRATIVE, sd_row_get_value (unit, SD_UNIT_ILLUSTRATIVE));

  return sd_structure_insert (self, row, error) ? g_steal_pointer (&row) : NULL;
}

/**
 * sd_structure_set_value:
 * @self: a structure
 * @row: a row of the plan
 * @column: a column of it
 * @value: what it is to hold
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is set
 */
gboolean
sd_structure_set_value (SdStructure *self, SdRow *row, guint column, const SdValue *value,
                        GError **error)
{
  const SdTable *table = sd_row_get_table (row);
  g_autofree char *name = sd_column_get_sql_name (&table->columns[column]);

  return sd_operation_fill (row, column, value, error) &&
         sd_table_set (self->database, table, self->plan_id, sd_row_get_id (row), name,
                       sd_row_get_value (row, column), error);
}

/**
 * sd_structure_move_row:
 * @self: a structure
 * @row: a row that a unit encloses
 * @unit: the unit that is to enclose it, as its last
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is there
 */
gboolean
sd_structure_move_row (SdStructure *self, SdRow *row, SdRow *unit, GError **error)
{
  const SdTable *table = sd_row_get_table (row);
  const char *id = sd_row_get_id (row);
  const char *unit_id = sd_row_get_id (unit);
  gint64 count;

  return sd_table_count (self->database, table, self->plan_id, unit_id, &count, error) &&
         sd_table_set (self->database, table, self->plan_id, id, "parent_id",
                       &(SdValue) SD_VALUE_INIT_TEXT (unit_id), error) &&
         sd_table_set (self->database, table, self->plan_id, id, "rank",
                       &(SdValue) SD_VALUE_INIT_INTEGER (count), error) &&
         sd_table_renumber (self->database, table, self->plan_id, sd_row_get_parent_id (row), NULL,
                            -1, error);
}

static gboolean
is_same_text (SdRow *row, SdRow *other, guint column)
{
  return g_strcmp0 (sd_row_get_text (row, column), sd_row_get_text (other, column)) == 0;
}

/* Whether a unit that has @other needs no @row: headcount of one source is one row, a unit is led
 * in one way, and bears a name once. Posts and duties are each their own. */
static gboolean
is_one_with (SdRow *row, SdRow *other)
{
  switch (sd_row_get_table_id (row))
    {
    case SD_TABLE_QUOTA:
      return is_same_text (row, other, SD_QUOTA_TYPE) &&
             is_same_text (row, other, SD_QUOTA_SOURCE) &&
             is_same_text (row, other, SD_QUOTA_REFERENCE);
    case SD_TABLE_PLAQUE:
      return is_same_text (row, other, SD_PLAQUE_NAME);
    case SD_TABLE_CONSENT:
      return is_same_text (row, other, SD_CONSENT_PERSON);
    default:
      return sd_row_get_table_id (row) == SD_TABLE_DISPATCH;
    }
}

/* How many people there are is known of a sum as far as it is known of its parts. */
static gboolean
add_headcount (SdStructure *self, SdRow *quota, SdRow *sum, GError **error)
{
  static const guint columns[] = { SD_QUOTA_APPROVED, SD_QUOTA_ACTUAL };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gint64 n = MAX (sd_row_get_integer (sum, columns[i]), 0);

      if (!sd_row_has (quota, columns[i]))
        continue;
      n += sd_row_get_integer (quota, columns[i]);
      if (!sd_structure_set_value (self, sum, columns[i], &(SdValue) SD_VALUE_INIT_INTEGER (n),
                                   error))
        return FALSE;
    }

  return !sd_row_get_boolean (quota, SD_QUOTA_ILLUSTRATIVE) ||
         sd_structure_set_value (self, sum, SD_QUOTA_ILLUSTRATIVE,
                                 &(SdValue) SD_VALUE_INIT_INTEGER (TRUE), error);
}

/* What was said of a row, or granted for it, holds of the one that takes its place. */
static gboolean
redirect_objects (SdStructure *self, SdRow *from, SdRow *to, GError **error)
{
  static const SdTableId tables[] = { SD_TABLE_EXCEPTION, SD_TABLE_COMMENT, SD_TABLE_DECISION };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("UPDATE \"%s\" SET \"object\" = ?3 WHERE \"plan_id\" = ?1 AND "
                           "\"object\" = ?2",
                           sd_table_get (tables[i])->name);

      if (!sd_database_run (self->database, error, sql, "sss", self->plan_id, sd_row_get_id (from),
                            sd_row_get_id (to)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sd_structure_take_row:
 * @self: a structure
 * @row: a row that a unit encloses
 * @unit: the unit that takes it over
 * @error: return location for a #SdRegisterError
 *
 * As sd_structure_move_row(), but headcount of one type and source becomes one row, and what the
 * unit has already, such as a plaque of that name, is not there twice.
 *
 * Returns: whether it is done
 */
gboolean
sd_structure_take_row (SdStructure *self, SdRow *row, SdRow *unit, GError **error)
{
  g_autoptr (GPtrArray) rows =
      sd_structure_list_rows (self, sd_row_get_table_id (row), unit, error);

  if (rows == NULL)
    return FALSE;
  if (sd_row_get_table_id (row) == SD_TABLE_PLAQUE && is_same_text (row, unit, SD_UNIT_NAME))
    return sd_structure_remove (self, row, error);
  for (guint i = 0; i < rows->len; i++)
    {
      SdRow *other = g_ptr_array_index (rows, i);

      if (is_one_with (row, other))
        return (sd_row_get_table_id (row) != SD_TABLE_QUOTA ||
                add_headcount (self, row, other, error)) &&
               redirect_objects (self, row, other, error) &&
               sd_structure_remove (self, row, error);
    }

  return sd_structure_move_row (self, row, unit, error);
}

/**
 * sd_structure_take_rows:
 * @self: a structure
 * @table: a table of rows that units enclose
 * @from: a unit
 * @to: the unit that takes them over
 * @error: return location for a #SdRegisterError
 *
 * See sd_structure_take_row().
 *
 * Returns: whether it is done
 */
gboolean
sd_structure_take_rows (SdStructure *self, SdTableId table, SdRow *from, SdRow *to, GError **error)
{
  g_autoptr (GPtrArray) rows = sd_structure_list_rows (self, table, from, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!sd_structure_take_row (self, g_ptr_array_index (rows, i), to, error))
      return FALSE;

  return rows != NULL;
}

/**
 * sd_structure_remove:
 * @self: a structure
 * @row: a unit of it, or a row that one encloses
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is gone, with what cannot be without it
 */
gboolean
sd_structure_remove (SdStructure *self, SdRow *row, GError **error)
{
  g_autoptr (SdRow) held = g_object_ref (row);

  if (!sd_operation_remove_row (self->database, held, error))
    return FALSE;

  /* What referred to a unit that goes no longer does. */
  if (g_ptr_array_remove (self->units, row))
    for (guint i = 0; i < self->units->len; i++)
      {
        SdRow *unit = g_ptr_array_index (self->units, i);
        const SdValue nothing = SD_VALUE_INIT;

        if (sd_row_is (unit, SD_UNIT_SUPERIOR, sd_row_get_id (held)))
          sd_row_set_value (unit, SD_UNIT_SUPERIOR, &nothing);
        if (sd_row_is (unit, SD_UNIT_CO_LOCATED_WITH, sd_row_get_id (held)))
          sd_row_set_value (unit, SD_UNIT_CO_LOCATED_WITH, &nothing);
      }

  return TRUE;
}

static gboolean
redirect_column (SdStructure *self, const SdTable *table, const SdColumn *column, SdRow *from,
                 SdRow *to, GError **error)
{
  g_autofree char *name = sd_column_get_sql_name (column);
  g_autofree char *sql = NULL;

  if (column->type == SD_TYPE_REF && column->refers == SD_TABLE_UNIT)
    sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?3 WHERE \"plan_id\" = ?1 AND \"%s\" = ?2",
                           table->name, name, name);
  else if (column->type == SD_TYPE_MARKUP)
    sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = replace (\"%s\", ?2, ?3) "
                           "WHERE \"plan_id\" = ?1 AND instr (\"%s\", ?2) > 0",
                           table->name, name, name, name);

  return sql == NULL || sd_database_run (self->database, error, sql, "sss", self->plan_id,
                                         sd_row_get_id (from), sd_row_get_id (to));
}

/**
 * sd_structure_redirect:
 * @self: a structure
 * @from: a unit
 * @to: the unit that takes its place
 * @error: return location for a #SdRegisterError
 *
 * Transfers, powers and the text that name one unit name the other; exceptions, comments and
 * decisions about it are about the other. Units that name it are left to their operation.
 *
 * Returns: whether it is done
 */
gboolean
sd_structure_redirect (SdStructure *self, SdRow *from, SdRow *to, GError **error)
{
  for (guint i = 0; i < SD_N_TABLES; i++)
    {
      const SdTable *table = sd_table_get (i);

      for (guint j = 0; table->scope == SD_SCOPE_PLAN && i != SD_TABLE_UNIT && j < table->n_columns;
           j++)
        if (!redirect_column (self, table, &table->columns[j], from, to, error))
          return FALSE;
    }

  return redirect_objects (self, from, to, error);
}

/**
 * sd_structure_renumber:
 * @self: a structure
 * @unit: a unit of it
 * @rank: its place among all units of the plan; -1 for the last
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is there
 */
gboolean
sd_structure_renumber (SdStructure *self, SdRow *unit, gint64 rank, GError **error)
{
  return sd_table_renumber (self->database, sd_table_get (SD_TABLE_UNIT), self->plan_id, NULL,
                            sd_row_get_id (unit), rank, error);
}

/**
 * sd_structure_bears_name:
 * @self: a structure
 * @unit: a unit of it
 * @name: a name
 * @bears: (out): whether it is the unit's own or on one of its plaques
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether that could be read
 */
gboolean
sd_structure_bears_name (SdStructure *self, SdRow *unit, const char *name, gboolean *bears,
                         GError **error)
{
  g_autoptr (GPtrArray) plaques = sd_structure_list_rows (self, SD_TABLE_PLAQUE, unit, error);

  *bears = g_strcmp0 (sd_structure_name (unit), name) == 0;
  for (guint i = 0; plaques != NULL && i < plaques->len; i++)
    *bears = *bears || sd_row_is (g_ptr_array_index (plaques, i), SD_PLAQUE_NAME, name);

  return plaques != NULL;
}

/**
 * sd_structure_check_name:
 * @self: a structure
 * @unit: a unit of it
 * @name: a name
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether a plaque with the name can be hung on the unit
 */
gboolean
sd_structure_check_name (SdStructure *self, SdRow *unit, const char *name, GError **error)
{
  gboolean bears;

  if (!sd_structure_bears_name (self, unit, name, &bears, error))
    return FALSE;

  return !bears || sd_structure_fail (error, _ ("“%s” bears the name “%s” already."),
                                      sd_structure_name (unit), name);
}
