/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-cell.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

struct _SdHeadcountCell
{
  GtkWidget parent_instance;

  /* Borrowed: children */
  GtkWidget *label;
  GtkWidget *text; /* shown while the figure is edited */

  /* Owned */
  SdSession *session;
  SdHeadcountItem *item;

  const SdToken *type; /* NULL for the sum over all types */
  guint column;
  gint64 limit; /* of the sum over the plan; -1 for none */
  gboolean editing;
};

enum
{
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdHeadcountCell, sd_headcount_cell, GTK_TYPE_WIDGET)

/* Helpers */

static char *
value_text (SdHeadcountCell *self)
{
  gint64 value;

  if (self->item == NULL ||
      !sd_headcount_item_get_value (self->item, self->type != NULL ? self->type->name : NULL,
                                    self->column, &value))
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
update_accessible (SdHeadcountCell *self, const char *value)
{
  const SdColumn *about = &sd_table_get (SD_TABLE_QUOTA)->columns[self->column];
  g_autofree char *name = sd_headcount_item_get_name (self->item);
  g_autofree char *text = g_strdup_printf (
      "%s, %s, %s: %s", name, self->type != NULL ? sd_token_get_label (self->type) : _ ("Sum"),
      sd_column_get_label (about), *value != '\0' ? value : "—");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* A sum that has a limit shows it; above it, it says so by an arrow as well as by its colour. */
static void
update (SdHeadcountCell *self)
{
  g_autofree char *value = value_text (self);
  g_autofree char *shown = NULL;
  gboolean sum = self->item != NULL && sd_headcount_item_get_unit (self->item) == NULL;
  gboolean over = sum && self->limit >= 0 && g_ascii_strtoll (value, NULL, 10) > self->limit;

  if (self->item == NULL)
    return;

  if (sum && self->limit >= 0)
    shown = g_strdup_printf ("%s%s / %" G_GINT64_FORMAT, over ? "▲ " : "",
                             *value != '\0' ? value : "0", self->limit);
  gtk_label_set_label (GTK_LABEL (self->label), shown != NULL    ? shown
                                                : *value != '\0' ? value
                                                                 : "·");
  if (sum)
    gtk_widget_add_css_class (self->label, "total");
  else
    gtk_widget_remove_css_class (self->label, "total");
  if (over)
    gtk_widget_add_css_class (self->label, "over");
  else
    gtk_widget_remove_css_class (self->label, "over");
  if (*value == '\0' && shown == NULL)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  update_accessible (self, shown != NULL ? shown : value);
}

static void
end_edit (SdHeadcountCell *self)
{
  gboolean had_focus = gtk_widget_has_focus (self->text);

  self->editing = FALSE;
  gtk_widget_set_visible (self->text, FALSE);
  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_headcount (SdHeadcountCell *self, gint64 headcount)
{
  SdRow *unit = sd_headcount_item_get_unit (self->item);

  sd_register_set_quota_async (sd_session_get_register (self->session), sd_row_get_plan_id (unit),
                               sd_row_get_id (unit), self->type->name, self->column, headcount,
                               NULL, sd_session_on_edited, g_object_ref (self->session));
}

/* Returns whether the editing has ended: what is no headcount stays to be put right. */
static gboolean
commit (SdHeadcountCell *self)
{
  const SdColumn *about = &sd_table_get (SD_TABLE_QUOTA)->columns[self->column];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *before = value_text (self);
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (*text != '\0' && !sd_field_parse (about, text, &value, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
      sd_session_report_error (self->session, error);
      return FALSE;
    }

  if (!g_str_equal (text, before))
    set_headcount (self, value.type == SD_VALUE_INTEGER ? value.integer : -1);
  end_edit (self);

  return TRUE;
}

static gboolean
move_focus (SdHeadcountCell *self, int columns, int rows)
{
  gboolean moved = FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, columns, rows, &moved);

  return moved;
}

/* Callbacks */

static void
on_item_changed (SdHeadcountItem *item, SdHeadcountCell *self)
{
  update (self);
}

static void
on_text_activate (GtkText *text, SdHeadcountCell *self)
{
  if (commit (self))
    move_focus (self, 0, 1);
}

static void
on_text_leave (GtkEventControllerFocus *controller, SdHeadcountCell *self)
{
  if (self->editing && self->session != NULL && !commit (self))
    end_edit (self);
}

/* While the figure is edited, these keys end it; all others belong to the text. */
static gboolean
on_text_key (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             SdHeadcountCell *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      end_edit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (commit (self))
        move_focus (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      if (commit (self))
        move_focus (self, 0, key == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
begin_by_digit (SdHeadcountCell *self, guint key)
{
  gunichar digit = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (!g_unichar_isdigit (digit))
    return FALSE;

  g_unichar_to_utf8 ((gunichar) ('0' + g_unichar_digit_value (digit)), text);
  sd_headcount_cell_begin_edit (self, text);

  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SdHeadcountCell *self)
{
  if (self->editing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
      return move_focus (self, -1, 0);
    case GDK_KEY_Right:
      return move_focus (self, 1, 0);
    case GDK_KEY_Up:
      return move_focus (self, 0, -1);
    case GDK_KEY_Down:
      return move_focus (self, 0, 1);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return move_focus (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1, 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      sd_headcount_cell_begin_edit (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      if (sd_headcount_cell_is_editable (self))
        set_headcount (self, -1);
      return GDK_EVENT_STOP;
    default:
      return begin_by_digit (self, key);
    }
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, SdHeadcountCell *self)
{
  if (self->editing || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    sd_headcount_cell_begin_edit (self, NULL);
}

/* Where the focus is, is what is selected. */
static void
on_focus_enter (GtkEventControllerFocus *controller, SdHeadcountCell *self)
{
  SdRow *unit = self->item != NULL ? sd_headcount_item_get_unit (self->item) : NULL;

  if (unit != NULL)
    sd_session_set_selected_id (self->session, sd_row_get_id (unit));
}

/* Overrides */

static void
sd_headcount_cell_dispose (GObject *object)
{
  SdHeadcountCell *self = SD_HEADCOUNT_CELL (object);

  sd_headcount_cell_set_item (self, NULL, NULL);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (sd_headcount_cell_parent_class)->dispose (object);
}

static void
sd_headcount_cell_class_init (SdHeadcountCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_headcount_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "headcountcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  /**
   * SdHeadcountCell::move:
   * @self: the cell
   * @columns: how many columns on
   * @rows: how many rows on
   *
   * The focus is to go to another cell.
   *
   * Returns: whether there is one
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", SD_TYPE_HEADCOUNT_CELL, G_SIGNAL_RUN_LAST, 0,
                                       g_signal_accumulator_true_handled, NULL, NULL,
                                       G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
add_controllers (SdHeadcountCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *text_key = gtk_event_controller_key_new ();
  GtkEventController *text_focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  /* A figure is made of digits, so no input method is kept from its keys here. The text may still
   * be told of the focus when the cell is gone. */
  gtk_event_controller_set_propagation_phase (text_key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (text_key, "key-pressed", G_CALLBACK (on_text_key), self, 0);
  g_signal_connect_object (text_focus, "leave", G_CALLBACK (on_text_leave), self, 0);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (on_text_activate), self, 0);
  gtk_widget_add_controller (self->text, text_key);
  gtk_widget_add_controller (self->text, text_focus);
}

static void
sd_headcount_cell_init (SdHeadcountCell *self)
{
  self->limit = -1;
  self->label = gtk_label_new (NULL);
  self->text = gtk_text_new ();
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_text_set_input_purpose (GTK_TEXT (self->text), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_visible (self->text, FALSE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

/* Public functions */

/**
 * sd_headcount_cell_new:
 * @type: (nullable): type of quota; %NULL for the sum over all types
 * @column: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
sd_headcount_cell_new (const SdToken *type, guint column)
{
  SdHeadcountCell *self = g_object_new (SD_TYPE_HEADCOUNT_CELL, NULL);

  self->type = type;
  self->column = column;

  return GTK_WIDGET (self);
}

/**
 * sd_headcount_cell_set_item:
 * @self: a cell
 * @session: (nullable): the session
 * @item: (nullable): the line that the cell is in
 */
void
sd_headcount_cell_set_item (SdHeadcountCell *self, SdSession *session, SdHeadcountItem *item)
{
  if (self->item == item && self->session == session)
    return;

  if (self->editing)
    end_edit (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, on_item_changed, self);

  g_set_object (&self->session, session);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  gtk_widget_set_focusable (GTK_WIDGET (self), sd_headcount_item_get_unit (item) != NULL);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_item_changed), self, 0);
  update (self);
}

/**
 * sd_headcount_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the line that the cell is in
 */
SdHeadcountItem *
sd_headcount_cell_get_item (SdHeadcountCell *self)
{
  return self->item;
}

/**
 * sd_headcount_cell_get_quota_type:
 * @self: a cell
 *
 * Returns: (nullable): its type of quota; %NULL for the sum over all types
 */
const SdToken *
sd_headcount_cell_get_quota_type (SdHeadcountCell *self)
{
  return self->type;
}

/**
 * sd_headcount_cell_get_column:
 * @self: a cell
 *
 * Returns: %SD_QUOTA_APPROVED or %SD_QUOTA_ACTUAL
 */
guint
sd_headcount_cell_get_column (SdHeadcountCell *self)
{
  return self->column;
}

/**
 * sd_headcount_cell_set_limit:
 * @self: a cell
 * @limit: what the sum over the plan may be; -1 for no limit
 */
void
sd_headcount_cell_set_limit (SdHeadcountCell *self, gint64 limit)
{
  self->limit = limit;
  update (self);
}

/**
 * sd_headcount_cell_is_editable:
 * @self: a cell
 *
 * Returns: whether its figure is one of a unit, which may be changed
 */
gboolean
sd_headcount_cell_is_editable (SdHeadcountCell *self)
{
  return self->item != NULL && self->type != NULL &&
         sd_headcount_item_get_unit (self->item) != NULL &&
         !sd_session_get_read_only (self->session);
}

/**
 * sd_headcount_cell_begin_edit:
 * @self: a cell
 * @text: (nullable): what the user has typed already; %NULL begins with the figure
 *
 * Begins to edit the figure in place.
 */
void
sd_headcount_cell_begin_edit (SdHeadcountCell *self, const char *text)
{
  g_autofree char *value = value_text (self);

  if (self->editing || !sd_headcount_cell_is_editable (self))
    return;

  self->editing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : value);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_visible (self->text, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  if (text != NULL)
    gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
  else
    gtk_widget_grab_focus (self->text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  if (text == NULL)
    gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}
