/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "flow-edit.h"

static SdRow *
find_transfer (SdPlan *plan, SdRow *source, SdRow *target, const char *type)
{
  SdRow *transfer;

  SD_FOREACH_ROW (transfer, plan, SD_TABLE_TRANSFER)
    if (sd_row_is (transfer, SD_TRANSFER_SOURCE, sd_row_get_id (source)) &&
        sd_row_is (transfer, SD_TRANSFER_TARGET, sd_row_get_id (target)) &&
        sd_row_is (transfer, SD_TRANSFER_TYPE, type))
      return transfer;

  return NULL;
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

  sd_register_set_value_async (sd_session_get_register (session), sd_row_get_plan_id (transfer),
                               SD_TABLE_TRANSFER, sd_row_get_id (transfer), SD_TRANSFER_HEADCOUNT,
                               &(SdValue) SD_VALUE_INIT_INTEGER (headcount), NULL,
                               sd_session_on_done, g_object_ref (session));
}

/**
 * sd_flow_place_people:
 * @session: a session
 * @source: a unit of the current structure of its plan
 * @target: a unit of the proposed one
 * @type: type of quota
 * @headcount: how many people are to move
 *
 * A second row of the same people would say nothing more, so one that is there grows.
 */
void
sd_flow_place_people (
    SdSession *session, SdRow *source, SdRow *target, const char *type, gint64 headcount)
{
  SdPlan *plan = sd_session_get_plan (session);
  SdRow *transfer = find_transfer (plan, source, target, type);
  const SdFieldValue fields[] = {
    { SD_TRANSFER_SOURCE, SD_VALUE_INIT_TEXT (sd_row_get_id (source)) },
    { SD_TRANSFER_TARGET, SD_VALUE_INIT_TEXT (sd_row_get_id (target)) },
    { SD_TRANSFER_TYPE, SD_VALUE_INIT_TEXT (type) },
    { SD_TRANSFER_HEADCOUNT, SD_VALUE_INIT_INTEGER (headcount) },
  };

  if (transfer != NULL)
    sd_flow_set_headcount (session, transfer,
                           sd_row_get_integer (transfer, SD_TRANSFER_HEADCOUNT) + headcount);
  else
    sd_register_add_row_async (sd_session_get_register (session), sd_plan_get_id (plan),
                               SD_TABLE_TRANSFER, NULL, -1, fields, G_N_ELEMENTS (fields), NULL,
                               sd_session_on_done, g_object_ref (session));
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

  sd_register_set_value_async (sd_session_get_register (session), sd_row_get_plan_id (transfer),
                               SD_TABLE_TRANSFER, sd_row_get_id (transfer), SD_TRANSFER_TARGET,
                               &(SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (target)), NULL,
                               sd_session_on_done, g_object_ref (session));
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
