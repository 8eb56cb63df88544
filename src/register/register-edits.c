/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"
#include "register-private.h"

/* One call for one thing that a user does. Each makes a request and has it carried out; what is
 * wrong with it is told to the callback. */

static GTask *
new_task (SdRegister *self, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  (g_task_set_source_tag) (task, tag);
  return task;
}

/* Has a request carried out for the call @tag; sd_register_edit_finish() takes what comes of it. */
void
sd_register_ask (SdRegister *self, SdRequest *request, gpointer tag, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  sd_register_push (self, request, new_task (self, tag, cancellable, callback, user_data));
}

/**
 * sd_register_add_town_async:
 * @self: a register
 * @name: name of the town
 * @kind: "town", "township" or "subdistrict"
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Adds a town, the last of the county.
 */
void
sd_register_add_town_async (SdRegister *self, const char *name, const char *kind,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const SdFieldValue values[] = {
    { SD_TOWN_NAME, SD_VALUE_INIT_TEXT (name) },
    { SD_TOWN_KIND, SD_VALUE_INIT_TEXT (kind) },
  };

  sd_register_add_row_async (self, NULL, SD_TABLE_TOWN, NULL, -1, values, G_N_ELEMENTS (values),
                             cancellable, callback, user_data);
}

/**
 * sd_register_add_plan_async:
 * @self: a register
 * @town_id: the town it is for
 * @title: its title
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Starts a plan with no units, as a draft. The new row's identifier is the plan's.
 */
void
sd_register_add_plan_async (SdRegister *self, const char *town_id, const char *title,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const SdFieldValue values[] = {
    { SD_PLAN_TOWN, SD_VALUE_INIT_TEXT (town_id) },
    { SD_PLAN_TITLE, SD_VALUE_INIT_TEXT (title) },
    { SD_PLAN_STATUS, SD_VALUE_INIT_TEXT ("drafted") },
  };

  sd_register_add_row_async (self, NULL, SD_TABLE_PLAN, NULL, -1, values, G_N_ELEMENTS (values),
                             cancellable, callback, user_data);
}

/**
 * sd_register_add_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @stage: "current" or "proposed"
 * @kind: kind of unit, such as "office"
 * @name: its name
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Sets up a unit, the last of the plan.
 */
void
sd_register_add_unit_async (SdRegister *self, const char *plan_id, const char *stage,
                            const char *kind, const char *name, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  const SdFieldValue values[] = {
    { SD_UNIT_NAME, SD_VALUE_INIT_TEXT (name) },
    { SD_UNIT_KIND, SD_VALUE_INIT_TEXT (kind) },
    { SD_UNIT_STAGE, SD_VALUE_INIT_TEXT (stage) },
  };

  sd_register_add_row_async (self, plan_id, SD_TABLE_UNIT, NULL, -1, values, G_N_ELEMENTS (values),
                             cancellable, callback, user_data);
}

/**
 * sd_register_add_row_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for a row of the county
 * @table: the table
 * @parent_id: (nullable): the row that is to enclose it, where the table has such a column
 * @rank: its place among its siblings; -1 for the last
 * @values: (array length=n_values): its values
 * @n_values: how many
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Adds a row to any table.
 */
void
sd_register_add_row_async (SdRegister *self, const char *plan_id, SdTableId table,
                           const char *parent_id, gint64 rank, const SdFieldValue *values,
                           guint n_values, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (table < SD_N_TABLES);

  request = sd_request_new (sd_operation_add_row, plan_id, table, NULL);
  request->parent_id = g_strdup (parent_id);
  request->rank = rank;
  sd_request_set_fields (request, values, n_values);
  sd_register_push (self, request, new_task (self, sd_register_add_row_async, cancellable, callback,
                                             user_data));
}

/**
 * sd_register_set_value_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for a row of the county
 * @table: the table
 * @row_id: the row
 * @column: the column, such as %SD_UNIT_NAME
 * @value: what it is to hold; nothing clears it
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Sets one value, so renames too. Setting what is there already does nothing and succeeds.
 */
void
sd_register_set_value_async (SdRegister *self, const char *plan_id, SdTableId table,
                             const char *row_id, guint column, const SdValue *value,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (table < SD_N_TABLES && column < sd_table_get (table)->n_columns);

  request = sd_request_new (sd_operation_set_value, plan_id, table, row_id);
  request->column = column;
  sd_value_copy (&request->value, value);
  sd_register_push (self, request, new_task (self, sd_register_set_value_async, cancellable,
                                             callback, user_data));
}

/**
 * sd_register_answer_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for an answer of the county
 * @table: %SD_TABLE_PARAMETER, %SD_TABLE_ADOPTION, %SD_TABLE_READING, %SD_TABLE_OVERRIDE or
 *   %SD_TABLE_DOCUMENT
 * @values: (array length=n_values): what tells the question, then the answer
 * @n_keys: how many of @values tell the question, such as pack and name
 * @n_values: how many there are; as many as @n_keys takes the answer back
 * @what: what was asked, in words
 * @words: (nullable): the answer, in words
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Answers what a pack asks, changes the answer, or takes it back.
 */
void
sd_register_answer_async (SdRegister *self, const char *plan_id, SdTableId table,
                          const SdFieldValue *values, guint n_keys, guint n_values,
                          const char *what, const char *words, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (table < SD_N_TABLES);
  g_return_if_fail (n_keys > 0 && n_keys <= n_values);

  request = sd_request_new (sd_operation_answer, plan_id, table, NULL);
  sd_request_set_fields (request, values, n_values);
  request->n_keys = n_keys;
  request->name = g_strdup (what);
  request->token = g_strdup (words);
  sd_register_push (self, request, new_task (self, sd_register_answer_async, cancellable, callback,
                                             user_data));
}

/**
 * sd_register_set_quota_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @quota_type: type of quota, such as "administrative"
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 * @headcount: the headcount, or -1 to clear it
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Sets a unit's headcount of a type; makes the row where there is none. Where there are several of
 * the type, @headcount is their sum, and the first changes.
 */
void
sd_register_set_quota_async (SdRegister *self, const char *plan_id, const char *unit_id,
                             const char *quota_type, guint column, gint64 headcount,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (column == SD_QUOTA_APPROVED || column == SD_QUOTA_ACTUAL);

  request = sd_request_new (sd_operation_set_quota, plan_id, SD_TABLE_QUOTA, unit_id);
  request->token = g_strdup (quota_type);
  request->column = column;
  if (headcount != -1)
    request->value = (SdValue) SD_VALUE_INIT_INTEGER (headcount);
  sd_register_push (self, request, new_task (self, sd_register_set_quota_async, cancellable,
                                             callback, user_data));
}

/**
 * sd_register_delete_row_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for a row of the county
 * @table: the table
 * @row_id: the row
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Deletes a row with all that is below it. References to it are cleared; a transfer from a deleted
 * unit goes with it; a town that has plans is refused.
 */
void
sd_register_delete_row_async (SdRegister *self, const char *plan_id, SdTableId table,
                              const char *row_id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  sd_register_push (self, sd_request_new (sd_operation_delete_row, plan_id, table, row_id),
                    new_task (self, sd_register_delete_row_async, cancellable, callback,
                              user_data));
}

/**
 * sd_register_move_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @kind: (nullable): the kind it is to be of; %NULL keeps it
 * @superior_id: (nullable): the unit it is to be under; %NULL for none
 * @rank: its place among all units of the plan, counted without it; -1 for the last
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Moves a unit, as dragging it to another place does; what is below it goes along. A unit of the
 * bench is placed by it.
 */
void
sd_register_move_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                             const char *kind, const char *superior_id, gint64 rank,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_move_units, plan_id, SD_TABLE_UNIT, NULL);

  request->ids = g_strdupv ((char *[]){ (char *) unit_id, NULL });
  request->token = g_strdup (kind);
  request->parent_id = g_strdup (superior_id);
  request->rank = rank;
  sd_register_push (self, request, new_task (self, sd_register_move_unit_async, cancellable,
                                             callback, user_data));
}

/**
 * sd_register_move_row_async:
 * @self: a register
 * @plan_id: (nullable): a plan; %NULL for a row of the county
 * @table: the table
 * @row_id: the row
 * @rank: its place among its siblings, counted without it; -1 for the last
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Moves a row to another place in the order, such as a section of the text.
 */
void
sd_register_move_row_async (SdRegister *self, const char *plan_id, SdTableId table,
                            const char *row_id, gint64 rank, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_move_row, plan_id, table, row_id);

  request->rank = rank;
  sd_register_push (self, request, new_task (self, sd_register_move_row_async, cancellable,
                                             callback, user_data));
}

static SdRequest *
import_request (SdCounty *county, SdImportMode mode)
{
  SdRequest *request = sd_request_new (sd_operation_import, NULL, SD_TABLE_PLAN, NULL);

  request->county = g_object_ref (county);
  request->mode = mode;

  return request;
}

/**
 * sd_register_import_async:
 * @self: a register
 * @county: what a file of plan XML holds; it may not change until the callback
 * @mode: what to do with plans that are there already
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Imports a plan with its town, or a county with its pools, towns and plans, as one edit. Towns and
 * pools that are there are kept, or follow the file where @mode is to replace. With %SD_IMPORT_ASK
 * a plan that is there fails with %SD_REGISTER_ERROR_EXISTS, so that the user can be asked. The new
 * row's identifier is that of the first plan.
 */
void
sd_register_import_async (SdRegister *self, SdCounty *county, SdImportMode mode,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  sd_register_push (self, import_request (county, mode),
                    new_task (self, sd_register_import_async, cancellable, callback, user_data));
}

/**
 * sd_register_import:
 * @self: a register
 * @county: what a file of plan XML holds
 * @mode: what to do with plans that are there already
 * @error: return location for a #SdRegisterError
 *
 * Imports and waits until it is on the disk; for programs without a main loop.
 *
 * Returns: whether it is done
 */
gboolean
sd_register_import (SdRegister *self, SdCounty *county, SdImportMode mode, GError **error)
{
  g_autoptr (SdJob) job = sd_job_new (import_request (county, mode), NULL);

  sd_register_run (self, job);
  if (job->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&job->error));
  return FALSE;
}

/**
 * sd_register_name_version_async:
 * @self: a register
 * @plan_id: (nullable): the plan it is about; the version is one of the whole register
 * @name: its name, such as 送审稿
 * @sign_off: whether what came before is locked, so that undo stops here
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Gives the present state a name in the history.
 */
void
sd_register_name_version_async (SdRegister *self, const char *plan_id, const char *name,
                                gboolean sign_off, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_name_version, plan_id, SD_TABLE_PLAN, plan_id);

  request->name = g_strdup (name);
  request->sign_off = sign_off;
  sd_register_push (self, request, new_task (self, sd_register_name_version_async, cancellable,
                                             callback, user_data));
}

/**
 * sd_register_undo_async:
 * @self: a register
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Takes back the last edit that still holds, whenever it was made; see #SdRegister:undo-label.
 */
void
sd_register_undo_async (SdRegister *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  sd_register_push (self, sd_request_new (sd_operation_undo, NULL, SD_TABLE_NONE, NULL),
                    new_task (self, sd_register_undo_async, cancellable, callback, user_data));
}

/**
 * sd_register_redo_async:
 * @self: a register
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Makes the edit again that was undone last; see #SdRegister:redo-label.
 */
void
sd_register_redo_async (SdRegister *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  sd_register_push (self, sd_request_new (sd_operation_redo, NULL, SD_TABLE_NONE, NULL),
                    new_task (self, sd_register_redo_async, cancellable, callback, user_data));
}

/**
 * sd_register_edit_finish:
 * @self: a register
 * @result: what the callback of any edit got
 * @new_row_id: (out) (optional) (nullable) (transfer full): the row that the edit made, if it made
 *   one
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the edit is on the disk and the row objects show it; if not, nothing of it is
 */
gboolean
sd_register_edit_finish (SdRegister *self, GAsyncResult *result, char **new_row_id, GError **error)
{
  GError *problem = NULL;
  g_autofree char *row_id = g_task_propagate_pointer (G_TASK (result), &problem);

  if (new_row_id != NULL)
    *new_row_id = g_steal_pointer (&row_id);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, problem);
  return FALSE;
}
