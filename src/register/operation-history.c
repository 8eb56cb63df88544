/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation-private.h"

#include "change.h"
#include "table-sql.h"

#include <glib/gi18n-lib.h>

/* Undo, redo, versions, and the making of a register. */

static int
on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (SdDatabase *database, GBytes *changeset, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int code;

  code = sqlite3changeset_apply (sd_database_get_handle (database), (int) size, (void *) data, NULL,
                                 on_conflict, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code != SQLITE_ABORT && (code & 0xff) != SQLITE_CONSTRAINT)
    {
      sd_database_set_error (database, code, error);
      return FALSE;
    }

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED,
               _ ("The rows that the change is about are not as it left them; another program "
                  "changed %s."),
               sd_database_get_name (database));
  return FALSE;
}

/* Takes an entry's changeset back: that of an edit to undo it, that of an undo to redo. */
static gboolean
reverse_entry (SdDatabase *database, const char *id, SdEdit *edit, GError **error)
{
  const char *name = sd_database_get_name (database);
  g_autoptr (SdHistoryEntry) entry = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) inverted = NULL;

  if (!sd_history_get_entry (database, id, &entry, error))
    return FALSE;
  g_return_val_if_fail (entry != NULL, FALSE); /* the cursor has just seen it */

  edit->reverses = g_strdup (entry->id);
  edit->label = g_strdup (entry->label);
  sd_label_get_place (entry->label, &edit->place);
  if (entry->changeset == NULL)
    return TRUE;
  changes = sd_changeset_decode (entry->changeset, name, error);
  inverted = changes != NULL ? sd_changeset_invert (entry->changeset, name, error) : NULL;

  return inverted != NULL && apply (database, inverted, error);
}

/* Takes back the last edit that still holds. */
gboolean
sd_operation_undo (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autoptr (SdHistoryEntry) undo = NULL;
  g_autoptr (SdHistoryEntry) redo = NULL;

  if (!sd_history_get_cursor (database, &undo, &redo, error))
    return FALSE;
  if (undo == NULL)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOTHING,
                           _ ("There is nothing to undo since the register was made or a version "
                              "was signed off."));
      return FALSE;
    }

  edit->kind = SD_HISTORY_UNDO;
  return reverse_entry (database, undo->id, edit, error);
}

/* Takes back the last undo that still holds. */
gboolean
sd_operation_redo (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autoptr (SdHistoryEntry) undo = NULL;
  g_autoptr (SdHistoryEntry) redo = NULL;

  if (!sd_history_get_cursor (database, &undo, &redo, error))
    return FALSE;
  if (redo == NULL)
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOTHING,
                           _ ("There is nothing to redo."));
      return FALSE;
    }

  edit->kind = SD_HISTORY_REDO;
  return reverse_entry (database, redo->id, edit, error);
}

/* Gives the present state the name @name, and locks what came before where it is signed off. */
gboolean
sd_operation_name_version (SdDatabase *database, const SdRequest *request, SdEdit *edit,
                           GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (request->name != NULL ? request->name : ""));
  g_autofree char *name = NULL;

  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
                           _ ("A version needs a name."));
      return FALSE;
    }

  name = sd_label_name_text (text);
  edit->kind = SD_HISTORY_VERSION;
  sd_place_set (&edit->place, request->plan_id, SD_TABLE_PLAN, request->plan_id);
  edit->label = sd_label_encode (request->sign_off ? SD_LABEL_SIGNED_OFF : SD_LABEL_VERSION,
                                 &edit->place, name, NULL);
  return TRUE;
}

/* Adds the row of the county, @name, to a register that has just been made. */
gboolean
sd_operation_create (SdDatabase *database, const SdRequest *request, SdEdit *edit, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (SdRow) row = sd_row_new (SD_TABLE_COUNTY, NULL, id, NULL, 0);
  g_autofree char *name = NULL;

  if (!sd_operation_fill (row, SD_COUNTY_NAME, &(SdValue) SD_VALUE_INIT_TEXT (request->name),
                          error) ||
      !sd_table_insert (database, row, error))
    return FALSE;

  name = sd_operation_name_row (row);
  edit->kind = SD_HISTORY_VERSION;
  sd_operation_set_place (edit, row);
  edit->label = sd_label_encode (SD_LABEL_CREATED, &edit->place, name, NULL);
  return TRUE;
}
