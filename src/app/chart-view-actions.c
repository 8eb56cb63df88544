/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "dialogs.h"
#include "field-row.h"

#include "register/register-structure.h"

#include <glib/gi18n.h>

/* What can be done to the units on the chart, by menu and by keyboard; each is one edit. */

/* What the name that is being asked for is for. */
typedef struct
{
  SdChartView *view;
  SdRow *unit;         /* to hang a plaque on; NULL to set up a new one */
  const SdToken *kind; /* of the new one */
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_object (&asking->unit);
  g_free (asking);
}

/* The end of any edit that was asked for here; drops the reference to the view. */
void
sd_chart_view_on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdChartView) self = data;
  g_autoptr (GError) error = NULL;

  gboolean done = sd_register_edit_finish (SD_REGISTER (source), result, NULL, &error);

  if (self->session == NULL)
    return;
  if (done)
    sd_session_report_done (self->session);
  else
    sd_session_report_error (self->session, error);
}

static void
on_unit_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdChartView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *unit_id = NULL;

  /* The window may have turned to something else meanwhile. */
  if (self->session == NULL)
    return;
  if (!sd_register_edit_finish (SD_REGISTER (source), result, &unit_id, &error))
    {
      sd_session_report_error (self->session, error);
      return;
    }
  g_free (self->awaited_id);
  self->awaited_id = g_strdup (unit_id);
  sd_session_set_selected_id (self->session, unit_id);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  sd_session_report_done (self->session);
}

static void
on_name_given (GtkEntry *entry, Asking *asking)
{
  SdChartView *self = asking->view;
  SdRegister *reg = sd_session_get_register (self->session);
  const SdColumn *column = asking->unit != NULL
                               ? &sd_table_get (SD_TABLE_PLAQUE)->columns[SD_PLAQUE_NAME]
                               : &sd_table_get (SD_TABLE_UNIT)->columns[SD_UNIT_NAME];
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) name = SD_VALUE_INIT;

  if (!sd_field_parse (column, gtk_editable_get_text (GTK_EDITABLE (entry)), &name, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      sd_session_report_error (self->session, error);
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (asking->unit != NULL)
    sd_register_hang_plaque_async (reg, sd_plan_get_id (self->plan), sd_row_get_id (asking->unit),
                                   name.text, NULL, sd_chart_view_on_edited, g_object_ref (self));
  else
    sd_register_add_unit_async (reg, sd_plan_get_id (self->plan), self->stage, asking->kind->name,
                                name.text, NULL, on_unit_added, g_object_ref (self));
}

/* A popover goes once it is closed, but not from within its own signal. */
static gboolean
on_popover_idle (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (GtkWidget *popover, SdChartView *self)
{
  if (self->popover == popover)
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_popover_idle, g_object_ref (popover),
                   g_object_unref);
}

/* What it points to may go before it has been closed, such as the header of a lane. */
static void
on_parent_gone (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
take_popover (SdChartView *self, GtkWidget *popover, GtkWidget *parent)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = popover;
  gtk_widget_set_parent (popover, parent);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self, 0);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (on_parent_gone), popover,
                           G_CONNECT_SWAPPED);
}

static void
ask_name (SdChartView *self, GtkWidget *parent, const char *title, Asking *asking)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_data (entry, "activate", G_CALLBACK (on_name_given), asking, asking_free, 0);

  take_popover (self, popover, parent);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

void
sd_chart_view_ask_new_unit (SdChartView *self, GtkWidget *button, const SdToken *kind)
{
  Asking *asking = g_new0 (Asking, 1);
  /* Translators: the kind of unit, such as Office. */
  g_autofree char *title = g_strdup_printf (_ ("New unit: %s"), sd_token_get_label (kind));

  asking->view = self;
  asking->kind = kind;
  ask_name (self, button, title, asking);
}

/* The unit gets the focus when it is at its new place. */
void
sd_chart_view_follow (SdChartView *self, const char *unit_id)
{
  g_free (self->awaited_id);
  self->awaited_id = g_strdup (unit_id);
}

/* Moves the selected unit past its neighbour, or to the end of the lane before or after. */
static void
move_selected (SdChartView *self, int places, int lanes)
{
  SdRow *unit = sd_chart_view_get_selected (self);
  const char *ids[] = { unit != NULL ? sd_row_get_id (unit) : NULL, NULL };
  SdChartPlace place;

  if (unit == NULL)
    return;

  sd_chart_view_ensure_layout (self);
  if (!sd_chart_step_place (self->chart, unit, places, lanes, &place))
    return;
  sd_chart_view_follow (self, ids[0]);
  sd_chart_view_move_rows (self, SD_TABLE_UNIT, ids, &place);
}

static void
on_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int places, lanes;

  g_variant_get (parameter, "(ii)", &places, &lanes);
  move_selected (SD_CHART_VIEW (widget), places, lanes);
}

static void
on_carry (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_chart_view_carry (SD_CHART_VIEW (widget));
}

static void
on_deselect (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (SD_CHART_VIEW (widget)->session != NULL)
    sd_chart_view_deselect (SD_CHART_VIEW (widget));
}

static SdChartCardView *
get_selected_card (SdChartView *self)
{
  SdRow *unit = sd_chart_view_get_selected (self);

  return unit != NULL ? SD_CHART_CARD_VIEW (sd_chart_view_get_card (self, sd_row_get_id (unit)))
                      : NULL;
}

static gboolean
has_popover (GtkWidget *card)
{
  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return TRUE;

  return FALSE;
}

static gboolean
on_rename_idle (gpointer data)
{
  SdChartView *self = data;
  SdChartCardView *card = self->session != NULL ? get_selected_card (self) : NULL;

  if (card != NULL && self->renamed == NULL)
    sd_chart_view_begin_rename (self, card);

  return G_SOURCE_REMOVE;
}

/* A menu that closes gives the focus back to the card: then only it may go to the entry. */
static void
on_rename (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartCardView *card = get_selected_card (SD_CHART_VIEW (widget));

  if (card != NULL && has_popover (GTK_WIDGET (card)))
    g_idle_add_full (G_PRIORITY_LOW, on_rename_idle, g_object_ref (widget), g_object_unref);
  else
    on_rename_idle (widget);
}

static void
on_hang_plaque (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);
  Asking *asking;

  if (unit == NULL)
    return;
  asking = g_new0 (Asking, 1);
  asking->view = self;
  asking->unit = g_object_ref (unit);
  ask_name (self, sd_chart_view_get_card (self, sd_row_get_id (unit)), _ ("Name on the plaque"),
            asking);
}

static void
on_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);
  GtkWidget *card;

  if (unit == NULL)
    return;
  card = sd_chart_view_get_card (self, sd_row_get_id (unit));
  sd_chart_view_show_menu (self, SD_CHART_CARD_VIEW (card), gtk_widget_get_width (card) / 2.0,
                           gtk_widget_get_height (card) / 2.0);
}

void
sd_chart_view_show_menu (SdChartView *self, SdChartCardView *card, double x, double y)
{
  g_autoptr (GMenuModel) menu = sd_chart_view_make_menu (self, sd_chart_card_view_get_unit (card));
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  /* Beside the point it may move up or down until all of it is on the screen; below it may not. */
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  take_popover (self, popover, GTK_WIDGET (card));
  sd_menu_popup (GTK_POPOVER (popover));
}

void
sd_chart_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int places, lanes;
  } moves[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };

  gtk_widget_class_install_action (widget_class, "chart.rename", NULL, on_rename);
  gtk_widget_class_install_action (widget_class, "chart.deselect", NULL, on_deselect);
  gtk_widget_class_install_action (widget_class, "chart.hang-plaque", NULL, on_hang_plaque);
  gtk_widget_class_install_action (widget_class, "chart.move", "(ii)", on_move);
  gtk_widget_class_install_action (widget_class, "chart.carry", NULL, on_carry);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, on_menu);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "chart.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "chart.deselect", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "chart.carry",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding_action (widget_class, moves[i].key, GDK_ALT_MASK, "chart.move",
                                         "(ii)", moves[i].places, moves[i].lanes);
}
