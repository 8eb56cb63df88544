/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-page-private.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "new-row.h"

#include "register/error.h"

/* Rows are added by their first text, below a unit where the table has them there. */

/* A dispatched unit, which may be one for enforcement, says once who manages it. */
static gboolean
may_be_dispatched (SdSession *session, SdRow *unit)
{
  g_autoptr (GPtrArray) dispatches = sd_row_set_get_children (
      SD_ROW_SET (sd_session_get_plan (session)), SD_TABLE_DISPATCH, sd_row_get_id (unit));

  return dispatches->len == 0 && (sd_row_is (unit, SD_UNIT_KIND, "dispatched") ||
                                  sd_row_is (unit, SD_UNIT_KIND, "enforcement"));
}

static gboolean
may_have_rows (SdTablePage *self, SdSession *session, SdRow *unit)
{
  return sd_row_is (unit, SD_UNIT_STAGE, sd_session_get_stage (session)) &&
         (self->view->table != SD_TABLE_DISPATCH || may_be_dispatched (session, unit));
}

/* The column that a new row is asked for: the first text that it must have. */
static const SdColumn *
asked_column (SdTablePage *self)
{
  const SdTable *table = sd_table_get (self->view->table);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_TEXT && (table->columns[i].flags & SD_REQUIRED) != 0)
      return &table->columns[i];

  g_return_val_if_reached (NULL);
}

/* Has the choice offer the units of the stage, with the selected one chosen. */
void
sd_table_page_fill_add (SdTablePage *self)
{
  SdSession *session = sd_grid_get_session (self->grid);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  SdRow *unit;

  gtk_entry_set_placeholder_text (self->add_entry, sd_column_get_label (asked_column (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->unit_choice),
                          sd_table_get (self->view->table)->parent == SD_TABLE_UNIT);
  g_ptr_array_set_size (self->units, 0);
  SD_FOREACH_ROW (unit, sd_session_get_plan (session), SD_TABLE_UNIT)
    {
      if (!may_have_rows (self, session, unit))
        continue;
      if (unit == sd_session_get_selected_unit (session))
        selected = self->units->len;
      gtk_string_list_append (names, sd_row_get_text (unit, SD_UNIT_NAME));
      g_ptr_array_add (self->units, g_strdup (sd_row_get_id (unit)));
    }
  gtk_drop_down_set_model (self->unit_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->unit_choice, selected);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}

static void
on_added (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdTablePage) self = data;
  SdSession *session = sd_grid_get_session (self->grid);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  SdGridCell *cell;
  SdRow *row;

  if (session == NULL)
    return;
  if (!sd_register_edit_finish (SD_REGISTER (reg), result, &id, &error))
    {
      sd_session_report_error (session, error);
      return;
    }

  sd_session_report_done (session);
  row = sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (session)), self->view->table, id);
  cell = row != NULL ? sd_grid_show_row (self->grid, row) : NULL;
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Adds what was entered; the row is shown, whatever is filtered by. */
void
sd_table_page_add (SdTablePage *self)
{
  SdSession *session = sd_grid_get_session (self->grid);
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;
  guint selected = gtk_drop_down_get_selected (self->unit_choice);
  gboolean has_parent = sd_table_get (self->view->table)->parent == SD_TABLE_UNIT;

  if (has_parent && selected >= self->units->len)
    error = g_error_new_literal (
        SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
        _ ("No unit can have one: set one up on the page Structure first."));
  else
    sd_field_parse (asked_column (self), gtk_editable_get_text (GTK_EDITABLE (self->add_entry)),
                    &value, &error);
  if (error != NULL)
    {
      sd_session_report_error (session, error);
      return;
    }

  gtk_popover_popdown (self->add_popover);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  sd_table_page_show_all (self);
  sd_new_row_add (session, self->view->table, has_parent ? self->units->pdata[selected] : NULL,
                  value.text, on_added, g_object_ref (self));
}

/* Deletes the selected row. */
void
sd_table_page_delete (SdTablePage *self)
{
  SdSession *session = sd_grid_get_session (self->grid);
  SdGridItem *item = sd_grid_get_selected_item (self->grid);
  SdRow *row = item != NULL ? sd_grid_item_get_row (item) : NULL;

  if (row == NULL || sd_session_get_read_only (session))
    return;

  sd_register_delete_row_async (sd_session_get_register (session), sd_row_get_plan_id (row),
                                sd_row_get_table_id (row), sd_row_get_id (row), NULL,
                                sd_session_on_done, g_object_ref (session));
}
