/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-row.h"

/* What a new row holds in columns that must hold something, where that is not the first choice. */
static const struct
{
  SdTableId table;
  guint column;
  const char *token;
} defaults[] = {
  { SD_TABLE_DISPATCH, SD_DISPATCH_DAILY_MANAGER, "town" },
  { SD_TABLE_DISPATCH, SD_DISPATCH_APPRAISER, "joint" },
  { SD_TABLE_CONSENT, SD_CONSENT_STRENGTH, "opinion" },
};

static gboolean
has_siblings (SdPlan *plan, SdTableId table, const char *parent_id)
{
  g_autoptr (GPtrArray) siblings =
      parent_id != NULL ? sd_row_set_get_children (SD_ROW_SET (plan), table, parent_id) : NULL;

  return siblings != NULL && siblings->len > 0;
}

/* The headcount of people in posts of the role of a head is one; a second post is a deputy's. */
static const char *
default_token (const SdTable *table, guint column, gboolean later)
{
  const SdEnumeration *tokens = table->columns[column].enumeration;

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (defaults[i].table == table->id && defaults[i].column == column)
      return defaults[i].token;
  if ((table->id == SD_TABLE_POST && column == SD_POST_ROLE && later) ||
      (table->id == SD_TABLE_CONSENT && column == SD_CONSENT_PERSON && later))
    return tokens->tokens[1].name;

  return tokens->tokens[0].name;
}

/**
 * sd_new_row_add:
 * @session: the session
 * @table: a table of its plan
 * @parent_id: (nullable): the row that is to enclose it
 * @text: (nullable): what the columns hold that must hold a text
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Adds a row whose other columns hold what is usual.
 */
void
sd_new_row_add (SdSession *session,
                SdTableId table,
                const char *parent_id,
                const char *text,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  const SdTable *about = sd_table_get (table);
  gboolean later = has_siblings (sd_session_get_plan (session), table, parent_id);
  g_autoptr (GArray) fields = g_array_new (FALSE, TRUE, sizeof (SdFieldValue));

  for (guint i = 0; i < about->n_columns; i++)
    {
      const SdColumn *column = &about->columns[i];
      SdFieldValue field = { i, SD_VALUE_INIT };

      if ((column->flags & SD_REQUIRED) == 0)
        continue;
      if (column->type == SD_TYPE_CHOICE)
        field.value = (SdValue) SD_VALUE_INIT_TEXT (default_token (about, i, later));
      else if (column->type == SD_TYPE_INTEGER)
        field.value = (SdValue) SD_VALUE_INIT_INTEGER (1);
      else
        field.value = (SdValue) SD_VALUE_INIT_TEXT (text);
      g_array_append_val (fields, field);
    }

  sd_register_add_row_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                             table, parent_id, -1, (SdFieldValue *) fields->data, fields->len, NULL,
                             callback, user_data);
}
