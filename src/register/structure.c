/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "structure-private.h"

#include "operation-private.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* The units that are under a unit, and work as one with it. */
static const guint ties[] = { SD_UNIT_SUPERIOR, SD_UNIT_CO_LOCATED_WITH };

/**
 * sd_structure_load:
 * @database: a register, in a transaction
 * @plan_id: a plan of it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): the units of the plan, of both structures and of the bench
 */
SdStructure *
sd_structure_load (SdDatabase *database, const char *plan_id, GError **error)
{
  SdStructure *self;
  GPtrArray *units;

  if (!sd_table_list (database, sd_table_get (SD_TABLE_UNIT), "plan_id", plan_id, plan_id, &units,
                      error))
    return NULL;

  self = g_new0 (SdStructure, 1);
  self->database = database;
  self->plan_id = g_strdup (plan_id);
  self->units = units;

  return self;
}

void
sd_structure_free (SdStructure *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->units);
  g_free (self->plan_id);
  g_free (self);
}

/**
 * sd_structure_get_units:
 * @self: a structure
 *
 * Returns: (transfer none) (element-type SdRow): its units
 */
GPtrArray *
sd_structure_get_units (SdStructure *self)
{
  return self->units;
}

/* Fails with a sentence; always returns %FALSE. */
gboolean
sd_structure_fail (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, sentence);

  return FALSE;
}

const char *
sd_structure_name (SdRow *unit)
{
  return sd_row_get_text (unit, SD_UNIT_NAME);
}

/**
 * sd_structure_get_unit:
 * @self: a structure
 * @unit_id: (nullable): a unit
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer none): the unit, or %NULL if the plan has no such
 */
SdRow *
sd_structure_get_unit (SdStructure *self, const char *unit_id, GError **error)
{
  g_autoptr (SdRow) none = NULL;

  for (guint i = 0; i < self->units->len; i++)
    if (g_strcmp0 (sd_row_get_id (g_ptr_array_index (self->units, i)), unit_id) == 0)
      return g_ptr_array_index (self->units, i);

  /* Says that it is not there. */
  sd_table_get_row (self->database, sd_table_get (SD_TABLE_UNIT), self->plan_id, unit_id, &none,
                    error);
  return NULL;
}

/**
 * sd_structure_collect:
 * @self: a structure
 * @ids: units of it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdRow): the units, each once; or %NULL if there are none,
 *   or one is not there
 */
GPtrArray *
sd_structure_collect (SdStructure *self, GStrv ids, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      SdRow *unit = sd_structure_get_unit (self, ids[i], error);

      if (unit == NULL)
        return NULL;
      if (!g_ptr_array_find (units, unit, NULL))
        g_ptr_array_add (units, g_object_ref (unit));
    }
  if (units->len > 0)
    return g_steal_pointer (&units);

  sd_structure_fail (error, _ ("Choose the units first."));
  return NULL;
}

/**
 * sd_structure_list_below:
 * @self: a structure
 * @unit_id: a unit
 *
 * Returns: (transfer container) (element-type SdRow): the units whose superior it is
 */
GPtrArray *
sd_structure_list_below (SdStructure *self, const char *unit_id)
{
  GPtrArray *below = g_ptr_array_new ();

  for (guint i = 0; i < self->units->len; i++)
    if (sd_row_is (g_ptr_array_index (self->units, i), SD_UNIT_SUPERIOR, unit_id))
      g_ptr_array_add (below, g_ptr_array_index (self->units, i));

  return below;
}

/**
 * sd_structure_set:
 * @self: a structure
 * @unit: a unit of it
 * @column: a column of units
 * @text: (nullable): what it is to hold
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is set
 */
gboolean
sd_structure_set (SdStructure *self, SdRow *unit, guint column, const char *text, GError **error)
{
  const SdTable *table = sd_table_get (SD_TABLE_UNIT);
  g_autofree char *name = sd_column_get_sql_name (&table->columns[column]);

  if (!sd_operation_fill (unit, column, &(SdValue) SD_VALUE_INIT_TEXT (text), error))
    return FALSE;
  if (table->columns[column].type == SD_TYPE_REF && text != NULL &&
      !sd_operation_check_reference (self->database, unit, column, text, error))
    return FALSE;

  return sd_table_set (self->database, table, self->plan_id, sd_row_get_id (unit), name,
                       sd_row_get_value (unit, column), error);
}

/**
 * sd_structure_set_superior:
 * @self: a structure
 * @unit: a unit of it
 * @superior_id: (nullable): the unit that it is to be under
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it is set; not if it would be under itself, or under a unit of another stage
 */
gboolean
sd_structure_set_superior (SdStructure *self, SdRow *unit, const char *superior_id, GError **error)
{
  SdRow *superior = NULL;

  if (superior_id != NULL)
    {
      superior = sd_structure_get_unit (self, superior_id, error);
      if (superior == NULL)
        return FALSE;
      if (!sd_row_is (superior, SD_UNIT_STAGE, sd_row_get_text (unit, SD_UNIT_STAGE)))
        return sd_structure_fail (error,
                                  _ ("“%s” cannot be under “%s”: they are not of the same "
                                     "structure."),
                                  sd_structure_name (unit), sd_structure_name (superior));
    }

  return sd_structure_set (self, unit, SD_UNIT_SUPERIOR, superior_id, error);
}

/**
 * sd_structure_check_same:
 * @unit: a unit
 * @other: another
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether what is on @unit may go to @other: both are current, or neither is
 */
gboolean
sd_structure_check_same (SdRow *unit, SdRow *other, GError **error)
{
  if (sd_row_is (unit, SD_UNIT_STAGE, "current") == sd_row_is (other, SD_UNIT_STAGE, "current"))
    return TRUE;

  return sd_structure_fail (error, _ ("“%s” and “%s” are not of the same structure."),
                            sd_structure_name (unit), sd_structure_name (other));
}

/**
 * sd_structure_check_waits:
 * @unit: a unit
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it, or what it leaves, can be put on the bench
 */
gboolean
sd_structure_check_waits (SdRow *unit, GError **error)
{
  if (sd_row_is (unit, SD_UNIT_STAGE, "bench"))
    return sd_structure_fail (error, _ ("“%s” is on the bench already."), sd_structure_name (unit));
  if (sd_row_is (unit, SD_UNIT_STAGE, "current"))
    return sd_structure_fail (error,
                              _ ("“%s” is of the current structure, which is as it is; only "
                                 "what is proposed can be put on the bench."),
                              sd_structure_name (unit));

  return TRUE;
}

/* A tie between a unit that changes its stage and one that does not would join two structures. */
static gboolean
cut_ties (SdStructure *self, SdRow *unit, GHashTable *ids, GError **error)
{
  const gboolean changes = g_hash_table_contains (ids, sd_row_get_id (unit));

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    if (sd_row_has (unit, ties[i]) &&
        changes != g_hash_table_contains (ids, sd_row_get_text (unit, ties[i])) &&
        !sd_structure_set (self, unit, ties[i], NULL, error))
      return FALSE;

  return TRUE;
}

/**
 * sd_structure_change_stage:
 * @self: a structure
 * @ids: (element-type utf8): the units
 * @stage: the stage that they are to be of
 * @error: return location for a #SdRegisterError
 *
 * Takes units to another stage, with the ties among them and without those to others.
 *
 * Returns: whether it is done
 */
gboolean
sd_structure_change_stage (SdStructure *self, GHashTable *ids, const char *stage, GError **error)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      SdRow *unit = g_ptr_array_index (self->units, i);

      if (!cut_ties (self, unit, ids, error) ||
          (g_hash_table_contains (ids, sd_row_get_id (unit)) &&
           !sd_structure_set (self, unit, SD_UNIT_STAGE, stage, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sd_structure_add_branch:
 * @self: a structure
 * @ids: (element-type utf8): where the identifiers go, which stay those of the units
 * @unit_id: a unit
 *
 * Adds a unit and all below it.
 */
void
sd_structure_add_branch (SdStructure *self, GHashTable *ids, const char *unit_id)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, (gpointer) unit_id);
  for (guint i = 0; i < queue->len; i++)
    {
      g_autoptr (GPtrArray) below = NULL;

      if (!g_hash_table_add (ids, g_ptr_array_index (queue, i)))
        continue;
      below = sd_structure_list_below (self, g_ptr_array_index (queue, i));
      for (guint j = 0; j < below->len; j++)
        g_ptr_array_add (queue, (gpointer) sd_row_get_id (g_ptr_array_index (below, j)));
    }
}

/**
 * sd_structure_get_outside:
 * @self: a structure
 * @unit: a unit of it
 * @ids: (element-type utf8): units
 *
 * Returns: (nullable): the next unit above it that is not one of @ids
 */
const char *
sd_structure_get_outside (SdStructure *self, SdRow *unit, GHashTable *ids)
{
  const char *id = sd_row_get_text (unit, SD_UNIT_SUPERIOR);

  for (guint i = 0; id != NULL && i < self->units->len && g_hash_table_contains (ids, id); i++)
    {
      SdRow *above = sd_structure_get_unit (self, id, NULL);

      id = above != NULL ? sd_row_get_text (above, SD_UNIT_SUPERIOR) : NULL;
    }

  return id;
}

/**
 * sd_structure_settle_below:
 * @self: a structure
 * @unit: a unit that moves or goes
 * @moving: (element-type utf8): all that move with it
 * @fate: what becomes of the units below it that do not move themselves
 * @error: return location for a #SdRegisterError
 *
 * With %SD_FATE_BENCH, what moves from further below is on the bench after it, too, and is yet to
 * be taken where it goes.
 *
 * Returns: whether it is done
 */
gboolean
sd_structure_settle_below (SdStructure *self, SdRow *unit, GHashTable *moving, SdFate fate,
                           GError **error)
{
  g_autoptr (GPtrArray) below = sd_structure_list_below (self, sd_row_get_id (unit));
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *superior = g_strdup (sd_structure_get_outside (self, unit, moving));

  for (guint i = 0; fate != SD_FATE_ALONG && i < below->len; i++)
    {
      SdRow *child = g_ptr_array_index (below, i);

      if (g_hash_table_contains (moving, sd_row_get_id (child)))
        continue;
      if (fate == SD_FATE_BENCH)
        sd_structure_add_branch (self, waiting, sd_row_get_id (child));
      else if (!sd_structure_set_superior (self, child, superior, error))
        return FALSE;
    }

  return g_hash_table_size (waiting) == 0 ||
         sd_structure_change_stage (self, waiting, "bench", error);
}

/**
 * sd_structure_describe:
 * @units: (element-type SdRow): the units that an operation was about, at least one
 * @edit: (out): where its label and place go
 * @one: the label for one unit: its name, and @kind where it is given
 * @many: the label for several: how many, and @kind
 * @kind: (nullable): a name for the label
 */
void
sd_structure_describe (GPtrArray *units, SdEdit *edit, SdLabelId one, SdLabelId many,
                       const char *kind)
{
  SdRow *first = g_ptr_array_index (units, 0);
  g_autofree char *name = NULL;

  name = units->len > 1 ? g_strdup_printf ("t%u", units->len) : sd_operation_name_row (first);
  sd_operation_set_place (edit, first);
  edit->label = sd_label_encode (units->len > 1 ? many : one, &edit->place, name, kind, NULL);
}
