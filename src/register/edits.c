/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-private.h"

/* The edits as the window asks for them: one call for one thing the user did. */

static void
push_edit (SdRegister *self,
           SdEdit *edit,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer data)
{
  sd_register_push (self, SD_JOB_EDIT, edit, cancellable, callback, data);
}

static SdEdit *
new_import (SdCounty *county, SdImportMode mode)
{
  SdEdit *edit = sd_edit_new (sd_operation_import, NULL, SD_TABLE_NONE, NULL);

  edit->county = g_object_ref (county);
  edit->mode = mode;
  return edit;
}

/**
 * sd_register_add_row_async:
 * @self: a register
 * @plan_id: (nullable): the plan, for a table of plan scope
 * @table: the table
 * @parent_id: (nullable): the row to enclose it
 * @rank: its place among its siblings, or -1 for the last
 * @fields: (array length=n_fields): what its columns hold
 * @n_fields: how many
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when the row is on disk and in memory
 * @data: for @callback
 *
 * Adds a row of any table. Its id comes from sd_register_edit_finish().
 */
void
sd_register_add_row_async (SdRegister *self,
                           const char *plan_id,
                           SdTableId table,
                           const char *parent_id,
                           gint64 rank,
                           const SdFieldValue *fields,
                           guint n_fields,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  SdEdit *edit = sd_edit_new (sd_operation_add_row, plan_id, table, NULL);

  edit->parent_id = g_strdup (parent_id);
  edit->rank = rank;
  for (guint i = 0; i < n_fields; i++)
    sd_edit_add_field (edit, fields[i].column, &fields[i].value);
  push_edit (self, edit, cancellable, callback, data);
}

/**
 * sd_register_add_town_async:
 * @self: a register
 * @name: name of the town
 * @kind: token of its kind
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 */
void
sd_register_add_town_async (SdRegister *self,
                            const char *name,
                            const char *kind,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  const SdFieldValue fields[] = {
    { SD_TOWN_NAME, SD_VALUE_INIT_TEXT (name) },
    { SD_TOWN_KIND, SD_VALUE_INIT_TEXT (kind) },
  };

  sd_register_add_row_async (self, NULL, SD_TABLE_TOWN, NULL, -1, fields, G_N_ELEMENTS (fields),
                             cancellable, callback, data);
}

/**
 * sd_register_add_plan_async:
 * @self: a register
 * @town_id: the town it is for
 * @title: title of the plan
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 */
void
sd_register_add_plan_async (SdRegister *self,
                            const char *town_id,
                            const char *title,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  const SdFieldValue fields[] = {
    { SD_PLAN_TOWN, SD_VALUE_INIT_TEXT (town_id) },
    { SD_PLAN_TITLE, SD_VALUE_INIT_TEXT (title) },
    { SD_PLAN_STATUS, SD_VALUE_INIT_TEXT ("drafted") },
  };

  sd_register_add_row_async (self, NULL, SD_TABLE_PLAN, NULL, -1, fields, G_N_ELEMENTS (fields),
                             cancellable, callback, data);
}

/**
 * sd_register_add_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @stage: "current" or "proposed"
 * @kind: token of the kind of unit
 * @name: its name
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 *
 * Sets up a unit, after all others.
 */
void
sd_register_add_unit_async (SdRegister *self,
                            const char *plan_id,
                            const char *stage,
                            const char *kind,
                            const char *name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  const SdFieldValue fields[] = {
    { SD_UNIT_NAME, SD_VALUE_INIT_TEXT (name) },
    { SD_UNIT_KIND, SD_VALUE_INIT_TEXT (kind) },
    { SD_UNIT_STAGE, SD_VALUE_INIT_TEXT (stage) },
  };

  sd_register_add_row_async (self, plan_id, SD_TABLE_UNIT, NULL, -1, fields, G_N_ELEMENTS (fields),
                             cancellable, callback, data);
}

/**
 * sd_register_set_value_async:
 * @self: a register
 * @plan_id: (nullable): the plan, for a table of plan scope
 * @table: the table
 * @row_id: the row
 * @column: a column of the table
 * @value: what it is to hold
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 */
void
sd_register_set_value_async (SdRegister *self,
                             const char *plan_id,
                             SdTableId table,
                             const char *row_id,
                             guint column,
                             const SdValue *value,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  SdEdit *edit = sd_edit_new (sd_operation_set, plan_id, table, row_id);

  sd_edit_add_field (edit, column, value);
  push_edit (self, edit, cancellable, callback, data);
}

/**
 * sd_register_set_quota_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @quota_type: token of the type of quota
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 * @headcount: the number, or -1 to take it away
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 *
 * Sets a number of a unit's headcount; the row is made where the unit has none of the type, and
 * goes where its approved number is taken away.
 */
void
sd_register_set_quota_async (SdRegister *self,
                             const char *plan_id,
                             const char *unit_id,
                             const char *quota_type,
                             guint column,
                             gint64 headcount,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  SdEdit *edit = sd_edit_new (sd_operation_set_quota, plan_id, SD_TABLE_QUOTA, NULL);

  edit->parent_id = g_strdup (unit_id);
  edit->quota_type = g_strdup (quota_type);
  sd_edit_add_field (edit, column,
                     headcount < 0 ? &(SdValue) SD_VALUE_INIT
                                   : &(SdValue) SD_VALUE_INIT_INTEGER (headcount));
  push_edit (self, edit, cancellable, callback, data);
}

/**
 * sd_register_move_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @kind: token of the kind it is to have
 * @superior_id: (nullable): the unit it is to be under
 * @rank: its place among all units of the plan, counted without it, or -1 for the last
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 */
void
sd_register_move_unit_async (SdRegister *self,
                             const char *plan_id,
                             const char *unit_id,
                             const char *kind,
                             const char *superior_id,
                             gint64 rank,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  SdEdit *edit = sd_edit_new (sd_operation_move, plan_id, SD_TABLE_UNIT, unit_id);

  edit->rank = rank;
  sd_edit_add_field (edit, SD_UNIT_KIND, &(SdValue) SD_VALUE_INIT_TEXT (kind));
  sd_edit_add_field (edit, SD_UNIT_SUPERIOR, &(SdValue) SD_VALUE_INIT_TEXT (superior_id));
  push_edit (self, edit, cancellable, callback, data);
}

/**
 * sd_register_move_row_async:
 * @self: a register
 * @plan_id: (nullable): the plan, for a table of plan scope
 * @table: the table
 * @row_id: the row
 * @rank: its place among its siblings, counted without it, or -1 for the last
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 */
void
sd_register_move_row_async (SdRegister *self,
                            const char *plan_id,
                            SdTableId table,
                            const char *row_id,
                            gint64 rank,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  SdEdit *edit = sd_edit_new (sd_operation_move, plan_id, table, row_id);

  edit->rank = rank;
  push_edit (self, edit, cancellable, callback, data);
}

/**
 * sd_register_delete_row_async:
 * @self: a register
 * @plan_id: (nullable): the plan, for a table of plan scope
 * @table: the table
 * @row_id: the row
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is gone
 * @data: for @callback
 *
 * Deletes a row and all that is below it. What may point to it no longer does; what must, such as a
 * transfer from a unit, goes with it.
 */
void
sd_register_delete_row_async (SdRegister *self,
                              const char *plan_id,
                              SdTableId table,
                              const char *row_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  push_edit (self, sd_edit_new (sd_operation_delete, plan_id, table, row_id), cancellable, callback,
             data);
}

/**
 * sd_register_import_async:
 * @self: a register
 * @county: what was read, with its plans loaded
 * @mode: what to do about a plan that is there already
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 *
 * Takes in towns and plans as one edit. Rows of the county and its towns that are there already
 * stay as they are. The id of the last plan comes from sd_register_edit_finish().
 */
void
sd_register_import_async (SdRegister *self,
                          SdCounty *county,
                          SdImportMode mode,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  sd_register_push (self, SD_JOB_IMPORT, new_import (county, mode), cancellable, callback, data);
}

/**
 * sd_register_import:
 * @self: a register
 * @county: what was read, with its plans loaded
 * @mode: what to do about a plan that is there already
 * @error: return location for a #SdRegisterError
 *
 * As sd_register_import_async(), for programs without a main loop.
 *
 * Returns: whether it is on disk and in memory
 */
gboolean
sd_register_import (SdRegister *self, SdCounty *county, SdImportMode mode, GError **error)
{
  return sd_register_run_now (self, SD_JOB_IMPORT, new_import (county, mode), error);
}

/**
 * sd_register_undo_async:
 * @self: a register
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 *
 * Takes back the last edit that has not been taken back. Undo is one line for the whole register,
 * outlives closing, and stops at a version.
 */
void
sd_register_undo_async (SdRegister *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  sd_register_push (self, SD_JOB_UNDO, NULL, cancellable, callback, data);
}

/**
 * sd_register_redo_async:
 * @self: a register
 * @cancellable: (nullable): to give up before it is carried out
 * @callback: called when it is on disk and in memory
 * @data: for @callback
 *
 * Brings back the edit that was taken back last.
 */
void
sd_register_redo_async (SdRegister *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  sd_register_push (self, SD_JOB_REDO, NULL, cancellable, callback, data);
}

/**
 * sd_register_edit_finish:
 * @self: a register
 * @result: what the callback was given
 * @new_row_id: (out) (optional) (nullable) (transfer full): the row that the edit made
 * @error: return location for a #SdRegisterError
 *
 * Finishes any of the edits above.
 *
 * Returns: whether it is on disk; if not, the file is as it was
 */
gboolean
sd_register_edit_finish (SdRegister *self, GAsyncResult *result, char **new_row_id, GError **error)
{
  g_autofree char *id = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (new_row_id != NULL)
    *new_row_id = g_steal_pointer (&id);

  return TRUE;
}
