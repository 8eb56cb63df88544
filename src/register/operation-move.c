/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-structure.h"

#include "operation-private.h"
#include "structure.h"

#include <glib/gi18n-lib.h>

/* Units get another place in the picture; those on the bench are placed by it. */

typedef struct
{
  SdStructure *structure;
  const SdRequest *request;
  GPtrArray *units;    /* those that move, in the order in which they are to stand */
  GHashTable *ids;     /* theirs */
  gboolean is_placing; /* whether what waits is to wait no longer */
  guint n_placed;      /* how many come from the bench */
  gboolean changes_kind;
  gboolean changes_superior;
} Move;

static void
move_clear (Move *move)
{
  g_clear_pointer (&move->structure, sd_structure_free);
  g_clear_pointer (&move->units, g_ptr_array_unref);
  g_clear_pointer (&move->ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

/* All stay in one structure; what waits is placed, unless it is to wait under another. */
static gboolean
check_stages (Move *move, GError **error)
{
  SdRow *first = g_ptr_array_index (move->units, 0);
  SdRow *superior = NULL;

  if (move->request->parent_id != NULL)
    {
      superior = sd_structure_get_unit (move->structure, move->request->parent_id, error);
      if (superior == NULL)
        return FALSE;
    }
  move->is_placing = superior == NULL || !sd_row_is (superior, SD_UNIT_STAGE, "bench");
  for (guint i = 0; i < move->units->len; i++)
    {
      SdRow *unit = g_ptr_array_index (move->units, i);

      if (!sd_structure_check_same (unit, superior != NULL ? superior : first, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that wait below what is placed are placed with it, where they go along. */
static gboolean
place (Move *move, GError **error)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < move->units->len; i++)
    {
      SdRow *unit = g_ptr_array_index (move->units, i);

      if (!move->is_placing || !sd_row_is (unit, SD_UNIT_STAGE, "bench"))
        continue;
      move->n_placed++;
      if (move->request->fate == SD_FATE_ALONG)
        sd_structure_add_branch (move->structure, placed, sd_row_get_id (unit));
      else
        g_hash_table_add (placed, (gpointer) sd_row_get_id (unit));
    }

  return move->n_placed == 0 ||
         sd_structure_change_stage (move->structure, placed, "proposed", error);
}

static gboolean
move_unit (Move *move, SdRow *unit, GError **error)
{
  const char *kind = move->request->token;

  if (kind != NULL && !sd_row_is (unit, SD_UNIT_KIND, kind))
    {
      move->changes_kind = TRUE;
      if (!sd_structure_set (move->structure, unit, SD_UNIT_KIND, kind, error))
        return FALSE;
    }

  if (g_strcmp0 (sd_row_get_text (unit, SD_UNIT_SUPERIOR), move->request->parent_id) != 0)
    move->changes_superior = TRUE;

  return sd_structure_set_superior (move->structure, unit, move->request->parent_id, error) &&
         sd_structure_renumber (move->structure, unit, -1, error);
}

/* All go to the end first, so that a rank counts those that stay. */
static gboolean
move_all (Move *move, GError **error)
{
  const gint64 rank = move->request->rank;

  for (guint i = 0; i < move->units->len; i++)
    if (!sd_structure_settle_below (move->structure, g_ptr_array_index (move->units, i), move->ids,
                                    move->request->fate, error))
      return FALSE;
  if (!place (move, error))
    return FALSE;
  for (guint i = 0; i < move->units->len; i++)
    if (!move_unit (move, g_ptr_array_index (move->units, i), error))
      return FALSE;
  for (guint i = 0; rank >= 0 && i < move->units->len; i++)
    if (!sd_structure_renumber (move->structure, g_ptr_array_index (move->units, i), rank + i,
                                error))
      return FALSE;

  return TRUE;
}

/* The unit that @unit now stands behind, among those beside it; NULL where it is the first. */
static SdRow *
find_before (SdStructure *structure, SdRow *unit)
{
  GPtrArray *units = sd_structure_get_units (structure);
  SdRow *found = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      SdRow *other = g_ptr_array_index (units, i);

      if (sd_row_get_rank (other) < sd_row_get_rank (unit) &&
          (found == NULL || sd_row_get_rank (other) > sd_row_get_rank (found)) &&
          sd_row_is (other, SD_UNIT_STAGE, sd_row_get_text (unit, SD_UNIT_STAGE)) &&
          sd_row_is (other, SD_UNIT_KIND, sd_row_get_text (unit, SD_UNIT_KIND)) &&
          g_strcmp0 (sd_row_get_text (other, SD_UNIT_SUPERIOR),
                     sd_row_get_text (unit, SD_UNIT_SUPERIOR)) == 0)
        found = other;
    }

  return found;
}

/* What is said of a move is what it changes most. */
static void
describe (Move *move, SdEdit *edit)
{
  SdRow *first = g_ptr_array_index (move->units, 0);
  SdRow *superior = sd_row_has (first, SD_UNIT_SUPERIOR)
                        ? sd_structure_get_unit (move->structure, move->request->parent_id, NULL)
                        : NULL;
  SdRow *before = find_before (move->structure, first);
  g_autofree char *kind = sd_label_name_value (sd_table_get (SD_TABLE_UNIT), SD_UNIT_KIND,
                                               sd_row_get_value (first, SD_UNIT_KIND));
  g_autofree char *name = NULL;

  if (move->n_placed == move->units->len)
    sd_structure_describe (move->units, edit, SD_LABEL_PLACE, SD_LABEL_PLACE_UNITS, kind);
  else if (move->changes_kind)
    sd_structure_describe (move->units, edit, SD_LABEL_MOVE_KIND, SD_LABEL_MOVE_UNITS_KIND, kind);
  else if (move->changes_superior && superior != NULL)
    {
      name = sd_operation_name_row (superior);
      sd_structure_describe (move->units, edit, SD_LABEL_MOVE_BELOW, SD_LABEL_MOVE_UNITS_BELOW,
                             name);
    }
  else if (before != NULL)
    {
      name = sd_operation_name_row (before);
      sd_structure_describe (move->units, edit, SD_LABEL_MOVE_BEHIND, SD_LABEL_MOVE_UNITS_BEHIND,
                             name);
    }
  else
    sd_structure_describe (move->units, edit, SD_LABEL_MOVE_FIRST, SD_LABEL_MOVE_UNITS_FIRST, NULL);
}

/* Moves the units @ids to @rank among all units of the plan, below the superior @parent_id or below
 * none, as the kind @token where that is given; @fate says what becomes of the units below them. */
gboolean
sd_operation_move_units (SdDatabase *database,
                         const SdRequest *request,
                         SdEdit *edit,
                         GError **error)
{
  g_auto (Move) move = { .request = request };

  move.structure = sd_structure_load (database, request->plan_id, error);
  move.units =
      move.structure != NULL ? sd_structure_collect (move.structure, request->ids, error) : NULL;
  move.ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; move.units != NULL && i < move.units->len; i++)
    g_hash_table_add (move.ids, (gpointer) sd_row_get_id (g_ptr_array_index (move.units, i)));
  if (move.units == NULL || !check_stages (&move, error) || !move_all (&move, error))
    return FALSE;

  describe (&move, edit);
  return TRUE;
}
