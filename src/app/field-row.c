/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-row-private.h"

#include <glib/gi18n-lib.h>

#include "plan/cell.h"
#include "register/rows-file.h"

/* Rows of the inspector: one for each column of a row of the plan, made from the column's
 * description. What the user enters goes to the register as one edit; the row then shows what the
 * register says, also where an edit was refused. */

/* Helpers */

static void
field_free (gpointer data)
{
  Field *field = data;

  g_signal_handlers_disconnect_by_data (field->row, field);
  g_clear_object (&field->choices);
  g_object_unref (field->row);
  g_object_unref (field->session);
  g_free (field);
}

static void
show_field (Field *field)
{
  field->updating = TRUE;
  field->show (field);
  field->updating = FALSE;
}

static gboolean
is_long_text (const SdColumn *column)
{
  return (column->flags & SD_CONTENT) != 0 || g_str_equal (column->name, "reason") ||
         g_str_equal (column->name, "preamble") || g_str_equal (column->name, "note");
}

/* The name by which people know a row: its first text. */
static const char *
name_of_row (SdRow *row)
{
  const SdTable *table = sd_row_get_table (row);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == SD_TYPE_TEXT && sd_row_has (row, i))
      return sd_row_get_text (row, i);

  return "";
}

static void
report (Field *field, const GError *error)
{
  if (field->functions != NULL)
    field->functions->report (field->owner, error);
  else if (error != NULL)
    sd_session_report_error (field->session, error);
}

static gboolean
is_taken (Field *field, SdValue *value, GError **error)
{
  return field->functions == NULL ||
         field->functions->check (field->owner, field->column, value, error);
}

/* Callbacks */

static void
on_row_notify (Field *field)
{
  show_field (field);
}

static void
on_set (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  Field *field = g_object_get_data (G_OBJECT (widget), "field");
  g_autoptr (GError) error = NULL;

  if (sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    return;

  report (field, error);
  show_field (field);
}

/* Functions for the kinds of rows */

Field *
sd_field_attach (
    GtkWidget *widget, SdSession *session, SdRow *row, guint column, void (*show) (Field *field))
{
  Field *field = g_new0 (Field, 1);
  g_autofree char *detail = NULL;

  field->widget = widget;
  field->session = g_object_ref (session);
  field->row = g_object_ref (row);
  field->column = column;
  field->about = &sd_row_get_table (row)->columns[column];
  field->show = show;
  g_object_set_data_full (G_OBJECT (widget), "field", field, field_free);

  detail = g_strconcat ("notify::", field->about->name, NULL);
  g_signal_connect_swapped (row, detail, G_CALLBACK (on_row_notify), field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), sd_column_get_label (field->about));
  show_field (field);

  return field;
}

/* One edit; nothing where the value is the same. */
void
sd_field_set (Field *field, const SdValue *value)
{
  if (sd_value_equal (sd_row_get_value (field->row, field->column), value))
    return;
  if (field->functions != NULL)
    {
      field->functions->write (field->owner, field->column, value, on_set,
                               g_object_ref (field->widget));
      return;
    }

  sd_register_set_value_async (sd_session_get_register (field->session),
                               sd_row_get_plan_id (field->row), sd_row_get_table_id (field->row),
                               sd_row_get_id (field->row), field->column, value, NULL, on_set,
                               g_object_ref (field->widget));
}

/* Entries */

static void
show_entry (Field *field)
{
  g_autofree char *text = sd_value_to_text (sd_row_get_value (field->row, field->column));

  gtk_editable_set_text (GTK_EDITABLE (field->widget), text != NULL ? text : "");
  gtk_widget_remove_css_class (field->widget, "error");
  gtk_widget_set_tooltip_text (field->widget, NULL);
}

static void
commit_entry (Field *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field->widget));
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (field->updating)
    return;

  if (sd_field_parse (field->about, text, &value, &error) && is_taken (field, &value, &error))
    {
      report (field, NULL);
      gtk_widget_remove_css_class (field->widget, "error");
      gtk_widget_set_tooltip_text (field->widget, NULL);
      sd_field_set (field, &value);
      return;
    }

  gtk_widget_add_css_class (field->widget, "error");
  gtk_widget_set_tooltip_text (field->widget, error->message);
  report (field, error);
}

static gboolean
on_entry_key (
    GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Field *field)
{
  g_autofree char *shown = sd_value_to_text (sd_row_get_value (field->row, field->column));

  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (field->widget)),
                                          shown != NULL ? shown : "") == 0)
    return GDK_EVENT_PROPAGATE;

  show_field (field);

  return GDK_EVENT_STOP;
}

static void
on_entry_leave (GtkEventControllerFocus *controller, Field *field)
{
  g_autofree char *shown = sd_value_to_text (sd_row_get_value (field->row, field->column));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field->widget));

  if (!g_str_equal (text, shown != NULL ? shown : ""))
    commit_entry (field);
}

static GtkWidget *
entry_new (SdSession *session, SdRow *row, guint column)
{
  GtkWidget *widget = adw_entry_row_new ();
  Field *field = sd_field_attach (widget, session, row, column, show_entry);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (field->about->type == SD_TYPE_INTEGER)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (widget), GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_entry_key), field);
  g_signal_connect (focus, "leave", G_CALLBACK (on_entry_leave), field);
  g_signal_connect_swapped (widget, "entry-activated", G_CALLBACK (commit_entry), field);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, focus);

  return widget;
}

/* Public functions */

/**
 * sd_field_row_new:
 * @session: the session
 * @row: a row of its plan or county
 * @column: a column of the row's table
 *
 * Makes a row that shows the value, follows it, and edits it: an entry, a text, a choice or a
 * switch, by the type of the column.
 *
 * Returns: (transfer floating): an #AdwPreferencesRow
 */
GtkWidget *
sd_field_row_new (SdSession *session, SdRow *row, guint column)
{
  const SdColumn *about = &sd_row_get_table (row)->columns[column];
  GtkWidget *widget;

  switch (about->type)
    {
    case SD_TYPE_CHOICE:
      widget = sd_field_choice_new (session, row, column);
      break;
    case SD_TYPE_REF:
      widget = sd_field_ref_new (session, row, column);
      break;
    case SD_TYPE_BOOLEAN:
      widget = sd_field_switch_new (session, row, column);
      break;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_DATE:
    default:
      widget = is_long_text (about) ? sd_field_area_new (session, row, column)
                                    : entry_new (session, row, column);
    }
  gtk_widget_set_sensitive (widget, !sd_session_get_read_only (session));

  return widget;
}

/**
 * sd_field_row_set_owner:
 * @row: a row of sd_field_row_new()
 * @functions: (nullable): how its owner checks, writes and reports; %NULL for none
 * @owner: (nullable): passed to them; it lets go of the row before it goes itself
 *
 * Has what is entered go to @owner.
 */
void
sd_field_row_set_owner (GtkWidget *row, const SdFieldOwner *functions, gpointer owner)
{
  Field *field = g_object_get_data (G_OBJECT (row), "field");

  field->functions = functions;
  field->owner = owner;
}

/**
 * sd_field_get_display:
 * @session: the session
 * @row: a row of its plan or county
 * @column: a column of the row's table
 *
 * Returns: (transfer full) (nullable): the value as a reader wants it: a token by its label, a
 *   reference by the name of what it points to; %NULL where there is none
 */
char *
sd_field_get_display (SdSession *session, SdRow *row, guint column)
{
  const SdColumn *about = &sd_row_get_table (row)->columns[column];
  const SdToken *token;
  SdRow *target;

  if (!sd_row_has (row, column))
    return NULL;

  switch (about->type)
    {
    case SD_TYPE_CHOICE:
      token = sd_row_get_token (row, column);
      return token != NULL ? g_strdup (sd_token_get_label (token)) : NULL;
    case SD_TYPE_REF:
      target = sd_row_set_get_row (SD_ROW_SET (sd_session_get_plan (session)), about->refers,
                                   sd_row_get_text (row, column));
      return target != NULL ? g_strdup (name_of_row (target)) : NULL;
    case SD_TYPE_BOOLEAN:
      return sd_row_get_boolean (row, column) ? g_strdup (sd_column_get_label (about)) : NULL;
    case SD_TYPE_TEXT:
    case SD_TYPE_MARKUP:
    case SD_TYPE_INTEGER:
    case SD_TYPE_REAL:
    case SD_TYPE_DATE:
    default:
      return sd_value_to_text (sd_row_get_value (row, column));
    }
}

static void
refuse (const SdColumn *column, const char *text, const char *expected, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID,
               _ ("%s cannot be “%s”; expected %s."), sd_column_get_label (column), text, expected);
}

/**
 * sd_field_parse:
 * @column: a column
 * @text: what the user entered
 * @value: (out): what it says; nothing where it is empty
 * @error: return location for a sentence that says what was expected
 *
 * Returns: whether the column may hold it
 */
gboolean
sd_field_parse (const SdColumn *column, const char *text, SdValue *value, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *expected = NULL;

  *value = (SdValue) SD_VALUE_INIT;
  if (*stripped == '\0' && (column->flags & SD_REQUIRED) == 0)
    return TRUE;
  if (*stripped == '\0')
    {
      g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_INVALID, _ ("%s may not be empty."),
                   sd_column_get_label (column));
      return FALSE;
    }
  if (sd_cell_parse (column, stripped, value, &expected))
    return TRUE;

  refuse (column, stripped, expected, error);

  return FALSE;
}

/**
 * sd_field_read:
 * @plan: the plan that the value is for
 * @column: a column
 * @text: what the user has in a spreadsheet, see sd_rows_read_value()
 * @value: (out): what it says; nothing where it is empty
 * @error: return location for a sentence that says what was expected
 *
 * Returns: whether the column may hold it
 */
gboolean
sd_field_read (
    SdPlan *plan, const SdColumn *column, const char *text, SdValue *value, GError **error)
{
  g_autofree char *expected = NULL;

  if (sd_rows_read_value (plan, column, text, value, &expected))
    return TRUE;

  refuse (column, text, expected, error);

  return FALSE;
}
