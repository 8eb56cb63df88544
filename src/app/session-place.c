/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

/* Where in the plan the user is: which structure is shown, and which unit is selected. */

/* The unit that a row of a plan belongs to: itself, or the one that encloses it. */
static SdRow *
unit_of (SdPlan *plan, const char *row_id)
{
  SdRow *row = sd_row_set_find_row (SD_ROW_SET (plan), row_id);

  while (row != NULL && sd_row_get_table_id (row) != SD_TABLE_UNIT)
    row = sd_row_set_find_row (SD_ROW_SET (plan), sd_row_get_parent_id (row));

  return row;
}

/* Public functions */

/**
 * sd_session_get_stage:
 * @self: a session
 *
 * Returns: which structure is shown, a token of the enumeration stage
 */
const char *
sd_session_get_stage (SdSession *self)
{
  return self->stage;
}

/* What is on the bench is seen beside the structure in which it is to be placed. */
static const char *
stage_with (SdRow *unit)
{
  return sd_row_is (unit, SD_UNIT_STAGE, "current") ? "current" : "proposed";
}

/**
 * sd_session_set_stage:
 * @self: a session
 * @stage: a token of the enumeration stage
 *
 * Shows the current or the proposed structure.
 */
void
sd_session_set_stage (SdSession *self, const char *stage)
{
  SdRow *unit;

  g_return_if_fail (sd_enumeration_lookup (sd_enumeration_get (SD_ENUMERATION_STAGE), stage));

  if (g_str_equal (self->stage, stage))
    return;

  g_free (self->stage);
  self->stage = g_strdup (stage);
  g_object_notify (G_OBJECT (self), "stage");

  unit = sd_session_get_selected_unit (self);
  if (unit != NULL && !g_str_equal (stage_with (unit), stage))
    sd_session_set_selected_id (self, NULL);
}

/**
 * sd_session_get_selected_id:
 * @self: a session
 *
 * Returns: (nullable): the selected unit
 */
const char *
sd_session_get_selected_id (SdSession *self)
{
  return self->selected_id;
}

/**
 * sd_session_set_selected_id:
 * @self: a session
 * @row_id: (nullable): a unit of the plan
 *
 * Selects a unit. It need not be there yet: a unit may be selected when it is asked for, before the
 * register has told the plan of it.
 */
void
sd_session_set_selected_id (SdSession *self, const char *row_id)
{
  SdRow *unit;

  if (g_strcmp0 (self->selected_id, row_id) == 0)
    return;

  g_free (self->selected_id);
  self->selected_id = g_strdup (row_id);
  unit = sd_session_get_selected_unit (self);
  if (unit != NULL)
    sd_session_set_stage (self, stage_with (unit));
  g_object_notify (G_OBJECT (self), "selected-id");
}

/**
 * sd_session_get_selected_unit:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the row of the selected unit
 */
SdRow *
sd_session_get_selected_unit (SdSession *self)
{
  return self->plan != NULL
             ? sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, self->selected_id)
             : NULL;
}

/**
 * sd_session_go_to_row:
 * @self: a session
 * @plan_id: (nullable): the plan that the row is in; %NULL for rows of the county
 * @row_id: (nullable): a row, such as the subject of a finding
 *
 * Goes to the plan and selects the unit that the row belongs to, if it belongs to one.
 */
void
sd_session_go_to_row (SdSession *self, const char *plan_id, const char *row_id)
{
  SdRow *unit;

  if (plan_id != NULL && sd_county_get_plan_row (sd_session_get_county (self), plan_id) != NULL)
    sd_session_set_plan_id (self, plan_id);
  if (self->plan == NULL)
    return;

  unit = unit_of (self->plan, row_id);
  if (unit != NULL)
    sd_session_set_selected_id (self, sd_row_get_id (unit));
}

/**
 * sd_session_follow_next:
 * @self: a session
 *
 * Has the session go to the place that the next edit touches, as undo and redo should.
 */
void
sd_session_follow_next (SdSession *self)
{
  self->following = TRUE;
}
