/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field-row-private.h"

#include <glib/gi18n-lib.h>

#include "collate.h"
#include "dialogs.h"

/* What stands first in a list of choices where the value may be absent. */
static const char *const none[] = { "—", NULL };

static gboolean
is_optional (Field *field)
{
  return (field->about->flags & SD_REQUIRED) == 0;
}

/* Choices of an enumeration */

static void
show_choice (Field *field)
{
  int index = sd_row_has (field->row, field->column)
                  ? sd_enumeration_index (field->about->enumeration,
                                          sd_row_get_text (field->row, field->column))
                  : -1;

  adw_combo_row_set_selected (ADW_COMBO_ROW (field->widget),
                              (guint) (index + (is_optional (field) ? 1 : 0)));
}

static void
on_choice_selected (Field *field)
{
  int index = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (field->widget)) -
              (is_optional (field) ? 1 : 0);
  SdValue value = SD_VALUE_INIT;

  if (field->updating)
    return;

  if (index >= 0 && (guint) index < field->about->enumeration->n_tokens)
    value = (SdValue) SD_VALUE_INIT_TEXT (field->about->enumeration->tokens[index].name);
  sd_field_set (field, &value);
}

GtkWidget *
sd_field_choice_new (SdSession *session, SdRow *row, guint column)
{
  const SdColumn *about = &sd_row_get_table (row)->columns[column];
  gboolean optional = (about->flags & SD_REQUIRED) == 0;
  GtkWidget *widget = adw_combo_row_new ();
  g_autoptr (GListModel) model =
      sd_enumeration_to_model (optional ? none : NULL, about->enumeration->id);
  Field *field;

  adw_combo_row_set_model (ADW_COMBO_ROW (widget), model);
  field = sd_field_attach (widget, session, row, column, show_choice);
  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (on_choice_selected), field);

  return widget;
}

/* References to other rows of the plan */

/* A unit is put under units of its own stage, and not under itself. */
static gboolean
may_refer (Field *field, SdRow *target)
{
  if (target == field->row)
    return FALSE;
  if (sd_row_get_table_id (field->row) != SD_TABLE_UNIT ||
      sd_row_get_table_id (target) != SD_TABLE_UNIT)
    return TRUE;

  return sd_row_is (target, SD_UNIT_STAGE, sd_row_get_text (field->row, SD_UNIT_STAGE));
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return sd_collate_compare (sd_row_get_text (*(SdRow **) a, 0),
                             sd_row_get_text (*(SdRow **) b, 0));
}

/* What may be referred to, in the order in which a reader looks for a name. */
static GPtrArray *
find_targets (Field *field)
{
  GPtrArray *targets = g_ptr_array_new ();
  SdPlan *plan = sd_session_get_plan (field->session);
  SdRow *target;

  SD_FOREACH_ROW (target, plan, field->about->refers)
    if (may_refer (field, target))
      g_ptr_array_add (targets, target);
  g_ptr_array_sort_with_data (targets, compare_names, NULL);

  return targets;
}

static void
fill_references (Field *field)
{
  g_autoptr (GPtrArray) targets = find_targets (field);
  g_autoptr (GtkStringList) names = gtk_string_list_new (is_optional (field) ? none : NULL);
  GListStore *choices = g_list_store_new (SD_TYPE_ROW);

  for (guint i = 0; i < targets->len; i++)
    gtk_string_list_append (names, sd_row_get_text (targets->pdata[i], 0));
  g_list_store_splice (choices, 0, 0, targets->pdata, targets->len);

  g_clear_object (&field->choices);
  field->choices = G_LIST_MODEL (choices);
  adw_combo_row_set_model (ADW_COMBO_ROW (field->widget), G_LIST_MODEL (names));
}

static void
show_reference (Field *field)
{
  const char *id = sd_row_get_text (field->row, field->column);
  guint selected = is_optional (field) ? 0 : GTK_INVALID_LIST_POSITION;

  fill_references (field);
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (field->choices); i++)
    {
      g_autoptr (SdRow) target = g_list_model_get_item (field->choices, i);

      if (g_str_equal (sd_row_get_id (target), id))
        selected = i + (is_optional (field) ? 1 : 0);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (field->widget), selected);
}

static void
on_reference_selected (Field *field)
{
  int index = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (field->widget)) -
              (is_optional (field) ? 1 : 0);
  g_autoptr (SdRow) target = NULL;
  SdValue value = SD_VALUE_INIT;

  if (field->updating)
    return;

  if (index >= 0)
    target = g_list_model_get_item (field->choices, (guint) index);
  if (target != NULL)
    value = (SdValue) SD_VALUE_INIT_TEXT (sd_row_get_id (target));
  sd_field_set (field, &value);
}

GtkWidget *
sd_field_ref_new (SdSession *session, SdRow *row, guint column)
{
  GtkWidget *widget = adw_combo_row_new ();
  Field *field = sd_field_attach (widget, session, row, column, show_reference);

  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (on_reference_selected), field);

  return widget;
}

/* Switches */

static void
show_switch (Field *field)
{
  GtkSwitch *toggle = g_object_get_data (G_OBJECT (field->widget), "switch");

  gtk_switch_set_active (toggle, sd_row_get_boolean (field->row, field->column));
}

static void
on_switch_toggled (Field *field)
{
  GtkSwitch *toggle = g_object_get_data (G_OBJECT (field->widget), "switch");
  SdValue value = SD_VALUE_INIT_INTEGER (gtk_switch_get_active (toggle));

  if (!field->updating)
    sd_field_set (field, &value);
}

GtkWidget *
sd_field_switch_new (SdSession *session, SdRow *row, guint column)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  Field *field;

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), toggle);
  g_object_set_data (G_OBJECT (widget), "switch", toggle);
  field = sd_field_attach (widget, session, row, column, show_switch);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (on_switch_toggled), field);

  return widget;
}

/* Longer texts */

static GtkTextBuffer *
buffer_of (Field *field)
{
  return gtk_text_view_get_buffer (g_object_get_data (G_OBJECT (field->widget), "view"));
}

static char *
text_of (Field *field)
{
  GtkTextBuffer *buffer = buffer_of (field);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
lay_out_again (gpointer view)
{
  gtk_widget_queue_resize (view);

  return G_SOURCE_REMOVE;
}

/* A text view breaks its lines when there is time, and does not say then that it has become
 * higher: asked before, it has the height of nothing. */
static void
await_lines (GtkWidget *view)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, lay_out_again, g_object_ref (view), g_object_unref);
}

static void
show_area (Field *field)
{
  const char *text = sd_row_get_text (field->row, field->column);

  gtk_text_buffer_set_text (buffer_of (field), text != NULL ? text : "", -1);
  await_lines (g_object_get_data (G_OBJECT (field->widget), "view"));
}

static void
on_area_leave (GtkEventController *controller, GtkWidget *widget)
{
  Field *field = g_object_get_data (G_OBJECT (widget), "field");
  g_autofree char *text = text_of (field);
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (sd_field_parse (field->about, text, &value, &error))
    {
      sd_field_set (field, &value);
      return;
    }

  sd_session_report_error (field->session, error);
  show_area (field);
}

static void
on_area_preedit (GtkTextView *view, const char *preedit, GtkWidget *widget)
{
  Field *field = g_object_get_data (G_OBJECT (widget), "field");

  field->composing = preedit != NULL && *preedit != '\0';
}

static gboolean
on_area_key (
    GtkEventController *controller, guint key, guint code, GdkModifierType state, GtkWidget *widget)
{
  Field *field = g_object_get_data (G_OBJECT (widget), "field");

  if (field->composing)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    {
      show_area (field);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  /* These texts are one paragraph; Enter says that it is finished. */
  on_area_leave (controller, widget);

  return GDK_EVENT_STOP;
}

GtkWidget *
sd_field_area_new (SdSession *session, SdRow *row, guint column)
{
  const char *label = sd_column_get_label (&sd_row_get_table (row)->columns[column]);
  GtkWidget *widget = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (box, "area-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_widget_set_focusable (widget, FALSE);
  /* The row may outlive what is in it while an edit is under way. */
  g_object_set_data_full (G_OBJECT (widget), "view", g_object_ref (view), g_object_unref);

  sd_field_attach (widget, session, row, column, show_area);
  /* The text may still be told of the focus when the row is gone. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (view, "map", G_CALLBACK (await_lines), NULL);
  g_signal_connect_object (view, "preedit-changed", G_CALLBACK (on_area_preedit), widget, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_area_leave), widget, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_area_key), widget, 0);
  gtk_widget_add_controller (view, focus);
  gtk_widget_add_controller (view, key);

  return widget;
}
