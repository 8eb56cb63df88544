/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* What is done to one unit: its rank, whom it works with, and who manages it. */

static SdRow *
load_unit (SdDatabase *database, const SdRequest *request, SdStructure **structure, GError **error)
{
  *structure = sd_structure_load (database, request->plan_id, error);

  return *structure != NULL ? sd_structure_get_unit (*structure, request->row_id, error) : NULL;
}

static void
describe (SdEdit *edit, SdRow *unit, SdLabelId label, const char *what)
{
  g_autofree char *name = sd_operation_name_row (unit);

  sd_operation_set_place (edit, unit);
  edit->label = sd_label_encode (label, &edit->place, name, what, NULL);
}

/* Raises a unit's rank by one step, or lowers it where @flag is not set. */
gboolean
sd_operation_shift_level (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                          GError **error)
{
  const SdEnumeration *levels = sd_enumeration_get (SD_ENUMERATION_RANK_LEVEL);
  g_autoptr (SdStructure) structure = NULL;
  g_autofree char *level = NULL;
  SdRow *unit = load_unit (database, request, &structure, error);
  const SdToken *token;
  int next;

  if (unit == NULL)
    return FALSE;
  token = sd_row_get_token (unit, SD_UNIT_LEVEL);
  if (token == NULL)
    return sd_structure_fail (error, _ ("“%s” has no rank yet; choose one first."),
                              sd_structure_name (unit));
  next = (int) (token - levels->tokens) + (request->flag ? -1 : 1);
  if (next < 0 || next >= (int) levels->n_tokens)
    return sd_structure_fail (error,
                              request->flag ? _ ("“%s” has the highest rank already: %s.")
                                            : _ ("“%s” has the lowest rank already: %s."),
                              sd_structure_name (unit), sd_token_get_label (token));
  if (!sd_structure_set (structure, unit, SD_UNIT_LEVEL, levels->tokens[next].name, error))
    return FALSE;

  level = sd_label_name_value (sd_table_get (SD_TABLE_UNIT), SD_UNIT_LEVEL,
                               sd_row_get_value (unit, SD_UNIT_LEVEL));
  describe (edit, unit, request->flag ? SD_LABEL_RAISE : SD_LABEL_LOWER, level);
  return TRUE;
}

/* Those that worked as one with a unit do so with its new host, too. */
static gboolean
follow (SdStructure *structure, SdRow *unit, SdRow *host, GError **error)
{
  GPtrArray *units = sd_structure_get_units (structure);

  for (guint i = 0; i < units->len; i++)
    {
      SdRow *other = g_ptr_array_index (units, i);

      if (sd_row_is (other, SD_UNIT_CO_LOCATED_WITH, sd_row_get_id (unit)) &&
          !sd_structure_set (structure, other, SD_UNIT_CO_LOCATED_WITH, sd_row_get_id (host),
                             error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_host (SdStructure *structure, SdRow *unit, SdRow *host, GError **error)
{
  SdRow *next;

  if (unit == host)
    return sd_structure_fail (error, _ ("“%s” cannot be co-located with itself."),
                              sd_structure_name (unit));
  if (!sd_row_is (host, SD_UNIT_STAGE, sd_row_get_text (unit, SD_UNIT_STAGE)))
    return sd_structure_fail (error, _ ("“%s” and “%s” are not of the same structure."),
                              sd_structure_name (unit), sd_structure_name (host));
  if (!sd_row_has (host, SD_UNIT_CO_LOCATED_WITH))
    return TRUE;

  next = sd_structure_get_unit (structure, sd_row_get_text (host, SD_UNIT_CO_LOCATED_WITH), error);
  return next != NULL &&
         sd_structure_fail (error,
                            _ ("“%s” is itself co-located with “%s”; choose the latter for "
                               "both, so that headcount counts once."),
                            sd_structure_name (host), sd_structure_name (next));
}

/* Co-locates a unit with the unit @parent_id. */
gboolean
sd_operation_co_locate (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                        GError **error)
{
  g_autoptr (SdStructure) structure = NULL;
  g_autofree char *name = NULL;
  SdRow *unit = load_unit (database, request, &structure, error);
  SdRow *host = unit != NULL ? sd_structure_get_unit (structure, request->parent_id, error) : NULL;

  if (host == NULL || !check_host (structure, unit, host, error) ||
      !follow (structure, unit, host, error) ||
      !sd_structure_set (structure, unit, SD_UNIT_CO_LOCATED_WITH, sd_row_get_id (host), error))
    return FALSE;

  name = sd_operation_name_row (host);
  describe (edit, unit, SD_LABEL_CO_LOCATE, name);
  return TRUE;
}

/* Ends the co-location of a unit. */
gboolean
sd_operation_separate (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autoptr (SdStructure) structure = NULL;
  g_autofree char *name = NULL;
  SdRow *unit = load_unit (database, request, &structure, error);
  SdRow *host;

  if (unit == NULL)
    return FALSE;
  if (!sd_row_has (unit, SD_UNIT_CO_LOCATED_WITH))
    return sd_structure_fail (error, _ ("“%s” is not co-located with another unit."),
                              sd_structure_name (unit));
  host = sd_structure_get_unit (structure, sd_row_get_text (unit, SD_UNIT_CO_LOCATED_WITH), error);
  name = host != NULL ? sd_operation_name_row (host) : NULL;
  if (host == NULL || !sd_structure_set (structure, unit, SD_UNIT_CO_LOCATED_WITH, NULL, error))
    return FALSE;

  describe (edit, unit, SD_LABEL_SEPARATE, name);
  return TRUE;
}

/* Hands a dispatched unit over to the town: the town manages it day by day, the department still
 * guides the business. Who owns the headcount and who appraises stays as it was agreed. */
gboolean
sd_operation_hand_over (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                        GError **error)
{
  g_autoptr (SdStructure) structure = NULL;
  g_autoptr (GPtrArray) dispatches = NULL;
  SdRow *unit = load_unit (database, request, &structure, error);
  SdRow *dispatch;

  dispatches =
      unit != NULL ? sd_structure_list_rows (structure, SD_TABLE_DISPATCH, unit, error) : NULL;
  if (dispatches == NULL)
    return FALSE;
  if (dispatches->len == 0)
    return sd_structure_fail (error,
                              _ ("It is not said which department sends “%s”, and who "
                                 "manages it. Say that first."),
                              sd_structure_name (unit));

  dispatch = g_ptr_array_index (dispatches, 0);
  if (!sd_structure_set_value (structure, dispatch, SD_DISPATCH_DEVOLVED,
                               &(SdValue) SD_VALUE_INIT_INTEGER (TRUE), error) ||
      !sd_structure_set_value (structure, dispatch, SD_DISPATCH_DAILY_MANAGER,
                               &(SdValue) SD_VALUE_INIT_TEXT ("town"), error) ||
      !sd_structure_set_value (structure, dispatch, SD_DISPATCH_GUIDE,
                               &(SdValue) SD_VALUE_INIT_TEXT ("county"), error))
    return FALSE;

  describe (edit, unit, SD_LABEL_HAND_OVER, NULL);
  return TRUE;
}
