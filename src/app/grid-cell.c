/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-cell-private.h"

enum
{
  SIGNAL_MOVE,
  SIGNAL_FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdGridCell, sd_grid_cell, GTK_TYPE_WIDGET)

/* Helpers */

static SdGridEdit
edit_of (SdGridCell *self)
{
  return self->item != NULL ? sd_grid_item_get_edit (self->item, self->place) : SD_GRID_EDIT_NONE;
}

static void
update (SdGridCell *self)
{
  g_autofree char *name = sd_grid_item_get_name (self->item);
  g_autofree char *text = NULL;
  const char *shown;

  sd_grid_item_show (self->item, self->place, GTK_LABEL (self->label));
  shown = gtk_label_get_label (GTK_LABEL (self->label));
  text = g_strdup_printf ("%s, %s: %s", name, self->title,
                          gtk_widget_has_css_class (self->label, "dim-label") ? "—" : shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self),
      gtk_label_get_xalign (GTK_LABEL (self->label)) < 1 && g_utf8_strlen (shown, -1) > 1 ? shown
                                                                                          : NULL);
}

static void
end_edit (SdGridCell *self)
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

/* Returns whether the editing has ended: what may not be there stays to be put right. */
static gboolean
commit (SdGridCell *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *before = sd_grid_item_get_text (self->item, self->place);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (text, before) && !sd_grid_item_set_text (self->item, self->place, text, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
      sd_session_report_error (sd_grid_item_get_session (self->item), error);
      return FALSE;
    }
  end_edit (self);

  return TRUE;
}

static gboolean
move_focus (SdGridCell *self, int columns, int rows)
{
  gboolean moved = FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, columns, rows, &moved);

  return moved;
}

/* Callbacks */

static void
on_item_changed (SdGridItem *item, SdGridCell *self)
{
  update (self);
}

static void
on_text_activate (GtkText *text, SdGridCell *self)
{
  if (commit (self))
    move_focus (self, 0, 1);
}

static void
on_text_leave (GtkEventControllerFocus *controller, SdGridCell *self)
{
  if (self->editing && self->item != NULL && !commit (self))
    end_edit (self);
}

static void
on_text_preedit (GtkText *text, const char *preedit, SdGridCell *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* While the cell is edited, these keys end it; all others belong to the text, as all do while an
 * input method is at work. */
static gboolean
on_text_key (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             SdGridCell *self)
{
  if (self->composing)
    return GDK_EVENT_PROPAGATE;

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

/* A character begins the editing; the text gets the key itself, for an input method may want it. */
static gboolean
begin_by_key (SdGridCell *self, GtkEventControllerKey *controller, guint key)
{
  gunichar character = gdk_keyval_to_unicode (key);
  SdGridEdit edit = edit_of (self);
  char text[7] = { 0 };

  if (edit == SD_GRID_EDIT_TEXT && g_unichar_isgraph (character))
    {
      sd_grid_cell_begin_edit (self, "");
      return gtk_event_controller_key_forward (controller, self->text);
    }
  if (edit != SD_GRID_EDIT_DIGITS || !g_unichar_isdigit (character))
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 ((gunichar) ('0' + g_unichar_digit_value (character)), text);
  sd_grid_cell_begin_edit (self, text);

  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SdGridCell *self)
{
  if (self->editing || self->popover != NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
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
      sd_grid_cell_begin_edit (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      if (edit_of (self) == SD_GRID_EDIT_TEXT)
        return GDK_EVENT_PROPAGATE;
      sd_grid_cell_begin_edit (self, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      if (edit_of (self) != SD_GRID_EDIT_NONE)
        sd_grid_cell_set (self, "");
      return GDK_EVENT_STOP;
    default:
      return begin_by_key (self, controller, key);
    }
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, SdGridCell *self)
{
  if (self->editing || self->popover != NULL || !gtk_widget_get_focusable (GTK_WIDGET (self)))
    return;

  sd_grid_cell_take_focus (self);
  if (n_press == 2)
    sd_grid_cell_begin_edit (self, NULL);
}

static void
on_focus_enter (GtkEventControllerFocus *controller, SdGridCell *self)
{
  g_signal_emit (self, signals[SIGNAL_FOCUSED], 0);
}

/* Overrides */

static void
sd_grid_cell_dispose (GObject *object)
{
  SdGridCell *self = SD_GRID_CELL (object);

  sd_grid_cell_set_item (self, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (sd_grid_cell_parent_class)->dispose (object);
}

static void
sd_grid_cell_finalize (GObject *object)
{
  g_free (SD_GRID_CELL (object)->title);

  G_OBJECT_CLASS (sd_grid_cell_parent_class)->finalize (object);
}

static void
sd_grid_cell_class_init (SdGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_grid_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_grid_cell_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  /**
   * SdGridCell::move:
   * @self: the cell
   * @columns: how many columns on
   * @rows: how many rows on
   *
   * The focus is to go to another cell.
   *
   * Returns: whether there is one
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", SD_TYPE_GRID_CELL, G_SIGNAL_RUN_LAST, 0,
                                       g_signal_accumulator_true_handled, NULL, NULL,
                                       G_TYPE_BOOLEAN, 2, G_TYPE_INT, G_TYPE_INT);

  /**
   * SdGridCell::focused:
   * @self: the cell
   *
   * The focus has come to it.
   */
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused", SD_TYPE_GRID_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (SdGridCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_enter), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
sd_grid_cell_init (SdGridCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

/* Most cells are never edited, so the text is made when one is. It may still be told of the focus
 * when the cell is gone. */
static void
ensure_text (SdGridCell *self)
{
  GtkEventController *key, *focus;

  if (self->text != NULL)
    return;

  key = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  self->text = gtk_text_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text),
                              gtk_label_get_xalign (GTK_LABEL (self->label)));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_text_key), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_text_leave), self, 0);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (on_text_activate), self, 0);
  g_signal_connect_object (self->text, "preedit-changed", G_CALLBACK (on_text_preedit), self, 0);
  gtk_widget_add_controller (self->text, key);
  gtk_widget_add_controller (self->text, focus);
}

/* Functions of the cell */

/* Has the line take a text or a choice; what may not be there is told. */
void
sd_grid_cell_set (SdGridCell *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!sd_grid_item_set_text (self->item, self->place, text, &error))
    sd_session_report_error (sd_grid_item_get_session (self->item), error);
}

/* Public functions */

/**
 * sd_grid_cell_new:
 * @place: place of its column
 * @title: title of its column
 * @is_number: whether it holds a number, which stands at the end
 * @width_chars: how many characters it has room for at least; -1 for any
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
sd_grid_cell_new (guint place, const char *title, gboolean is_number, int width_chars)
{
  SdGridCell *self = g_object_new (SD_TYPE_GRID_CELL, NULL);

  self->place = place;
  self->title = g_strdup (title);
  gtk_label_set_xalign (GTK_LABEL (self->label), is_number ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (self->label), width_chars);
  if (is_number)
    gtk_widget_add_css_class (self->label, "numeric");

  return GTK_WIDGET (self);
}

/**
 * sd_grid_cell_set_item:
 * @self: a cell
 * @item: (nullable): the line that the cell is in
 */
void
sd_grid_cell_set_item (SdGridCell *self, SdGridItem *item)
{
  if (self->item == item)
    return;

  if (self->editing)
    end_edit (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, on_item_changed, self);

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  gtk_widget_set_focusable (GTK_WIDGET (self), sd_grid_item_get_row (item) != NULL);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_item_changed), self, 0);
  update (self);
}

/**
 * sd_grid_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the line that the cell is in
 */
SdGridItem *
sd_grid_cell_get_item (SdGridCell *self)
{
  return self->item;
}

/**
 * sd_grid_cell_set_bound:
 * @self: a cell
 * @bound: whether its line is shown in it
 *
 * A line is also unbound and bound again when it is selected. What is being edited must outlive
 * that, so a cell gives up its line only for another.
 */
void
sd_grid_cell_set_bound (SdGridCell *self, gboolean bound)
{
  self->bound = bound;
}

/**
 * sd_grid_cell_get_bound:
 * @self: a cell
 *
 * Returns: whether its line is shown in it
 */
gboolean
sd_grid_cell_get_bound (SdGridCell *self)
{
  return self->bound;
}

/**
 * sd_grid_cell_get_place:
 * @self: a cell
 *
 * Returns: the place of its column
 */
guint
sd_grid_cell_get_place (SdGridCell *self)
{
  return self->place;
}

/**
 * sd_grid_cell_begin_edit:
 * @self: a cell
 * @text: (nullable): what the user has typed already; %NULL begins with what is there
 *
 * Begins to edit in place, as the line says: the text, the list of choices, or at once where it is
 * only turned on and off.
 */
void
sd_grid_cell_begin_edit (SdGridCell *self, const char *text)
{
  SdGridEdit edit = edit_of (self);
  g_autofree char *value = NULL;

  if (self->editing || edit == SD_GRID_EDIT_NONE)
    return;

  value = sd_grid_item_get_text (self->item, self->place);
  if (edit == SD_GRID_EDIT_TOGGLE)
    {
      sd_grid_cell_set (self, *value != '\0' ? "false" : "true");
      return;
    }
  if (edit == SD_GRID_EDIT_CHOICE)
    {
      sd_grid_cell_choose (self);
      return;
    }

  ensure_text (self);
  self->editing = TRUE;
  gtk_text_set_input_purpose (GTK_TEXT (self->text), edit == SD_GRID_EDIT_DIGITS
                                                         ? GTK_INPUT_PURPOSE_DIGITS
                                                         : GTK_INPUT_PURPOSE_FREE_FORM);
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
