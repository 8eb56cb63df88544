/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-edit.h"

static SdRow *
find_transfer (SdPlan *plan, const char *source_id, const char *target_id, const char *type)
{
  SdRow *transfer;

  SD_FOREACH_ROW (transfer, plan, SD_TABLE_TRANSFER)
    if (sd_row_is (transfer, SD_TRANSFER_SOURCE, source_id) &&
        sd_row_is (transfer, SD_TRANSFER_TARGET, target_id) &&
        sd_row_is (transfer, SD_TRANSFER_TYPE, type))
      return transfer;

  return NULL;
}

static void
set_value (SdRegister *reg,
           SdRow *transfer,
           guint column,
           const SdValue *value,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  sd_register_set_value_async (reg, sd_row_get_plan_id (transfer), SD_TABLE_TRANSFER,
                               sd_row_get_id (transfer), column, value, NULL, callback, user_data);
}

/* A second row of the same people would say nothing more, so one that is there grows. */
static void
place_people (SdRegister *reg,
              SdPlan *plan,
              const char *source_id,
              const char *target_id,
              const char *type,
              gint64 headcount,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  SdRow *transfer = find_transfer (plan, source_id, target_id, type);
  const SdFieldValue fields[] = {
    { SD_TRANSFER_SOURCE, SD_VALUE_INIT_TEXT (source_id) },
    { SD_TRANSFER_TARGET, SD_VALUE_INIT_TEXT (target_id) },
    { SD_TRANSFER_TYPE, SD_VALUE_INIT_TEXT (type) },
    { SD_TRANSFER_HEADCOUNT, SD_VALUE_INIT_INTEGER (headcount) },
  };

  if (transfer != NULL)
    set_value (reg, transfer, SD_TRANSFER_HEADCOUNT,
               &(SdValue) SD_VALUE_INIT_INTEGER (
                   sd_row_get_integer (transfer, SD_TRANSFER_HEADCOUNT) + headcount),
               callback, user_data);
  else
    sd_register_add_row_async (reg, sd_plan_get_id (plan), SD_TABLE_TRANSFER, NULL, -1, fields,
                               G_N_ELEMENTS (fields), NULL, callback, user_data);
}

/**
 * sd_flow_set_headcount:
 * @session: a session
 * @transfer: a transfer of its plan
 * @headcount: how many people are to move
 */
void
sd_flow_set_headcount (SdSession *session, SdRow *transfer, gint64 headcount)
{
  if (sd_row_get_integer (transfer, SD_TRANSFER_HEADCOUNT) == headcount)
    return;

  set_value (sd_session_get_register (session), transfer, SD_TRANSFER_HEADCOUNT,
             &(SdValue) SD_VALUE_INIT_INTEGER (headcount), sd_session_on_done,
             g_object_ref (session));
}

/**
 * sd_flow_place_people:
 * @session: a session
 * @source: a unit of the current structure of its plan
 * @target: a unit of the proposed one
 * @type: type of quota
 * @headcount: how many people are to move
 */
void
sd_flow_place_people (
    SdSession *session, SdRow *source, SdRow *target, const char *type, gint64 headcount)
{
  place_people (sd_session_get_register (session), sd_session_get_plan (session),
                sd_row_get_id (source), sd_row_get_id (target), type, headcount, sd_session_on_done,
                g_object_ref (session));
}

/**
 * sd_flow_set_target:
 * @session: a session
 * @transfer: a transfer of its plan
 * @target: where its people are to go instead
 */
void
sd_flow_set_target (SdSession *session, SdRow *transfer, SdRow *target)
{
  if (sd_row_is (transfer, SD_TRANSFER_TARGET, sd_row_get_id (target)))
    return;

  set_value (sd_session_get_register (session), transfer, SD_TRANSFER_TARGET,
             &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (target)), sd_session_on_done,
             g_object_ref (session));
}

/**
 * sd_flow_delete_transfer:
 * @session: a session
 * @transfer: a transfer of its plan, whose people are then without a place
 */
void
sd_flow_delete_transfer (SdSession *session, SdRow *transfer)
{
  sd_register_delete_row_async (sd_session_get_register (session), sd_row_get_plan_id (transfer),
                                SD_TABLE_TRANSFER, sd_row_get_id (transfer), NULL,
                                sd_session_on_done, g_object_ref (session));
}

/**
 * sd_flow_trial_free:
 * @trial: (transfer full): what was tried
 */
void
sd_flow_trial_free (SdFlowTrial *trial)
{
  g_hash_table_unref (trial->rooms);
  g_free (trial->transfer_id);
  g_free (trial->source_id);
  g_free (trial->target_id);
  g_free (trial);
}

/**
 * sd_flow_trial_run_async:
 * @trial: what is pulled
 * @reg: a clone of the register
 * @plan: the plan of it
 * @unit_id: (nullable): the unit that it is pulled to; %NULL for no place
 * @callback: called when it is done, see sd_register_edit_finish()
 * @user_data: passed to @callback
 *
 * Does what letting go at the unit would.
 */
void
sd_flow_trial_run_async (const SdFlowTrial *trial,
                         SdRegister *reg,
                         SdPlan *plan,
                         const char *unit_id,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  SdRow *transfer =
      trial->transfer_id != NULL
          ? sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_TRANSFER, trial->transfer_id)
          : NULL;
  const gint64 *room = unit_id != NULL ? g_hash_table_lookup (trial->rooms, unit_id) : NULL;

  if (transfer == NULL)
    place_people (reg, plan, trial->source_id != NULL ? trial->source_id : unit_id,
                  trial->source_id != NULL ? unit_id : trial->target_id, trial->type,
                  room != NULL ? MIN (*room, trial->headcount) : trial->headcount, callback,
                  user_data);
  else if (unit_id == NULL)
    sd_register_delete_row_async (reg, sd_plan_get_id (plan), SD_TABLE_TRANSFER, trial->transfer_id,
                                  NULL, callback, user_data);
  else
    set_value (reg, transfer, SD_TRANSFER_TARGET, &(SdValue) SD_VALUE_INIT_TEXT (unit_id), callback,
               user_data);
}
