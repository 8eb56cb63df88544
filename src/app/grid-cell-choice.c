/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-cell-private.h"

/* The list from which the value of a cell is chosen. It is made when it is opened. */

#define MOST_HEIGHT 400
#define MOST_CHARS 30

/* Callbacks */

static gboolean
take_away (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* What closes it still looks at it. */
static void
on_closed (GtkPopover *popover, SdGridCell *self)
{
  if (self->popover != GTK_WIDGET (popover))
    return;

  self->popover = NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_idle_add_full (G_PRIORITY_DEFAULT, take_away, g_object_ref (popover), g_object_unref);
}

static void
on_chosen (GtkListBox *list, GtkListBoxRow *row, SdGridCell *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  sd_grid_cell_set (self, id);
}

/* Helpers */

static GtkWidget *
row_new (const char *id, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (*label != '\0' ? label : "—");

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  if (g_utf8_strlen (label, -1) > MOST_CHARS)
    {
      gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (text), 2 * MOST_CHARS);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);

  return row;
}

static GtkWidget *
list_new (SdGridCell *self, GtkWidget **current)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *before = sd_grid_item_get_text (self->item, self->place);
  g_auto (SdGridChoices) choices;

  sd_grid_choices_init (&choices);
  sd_grid_item_get_choices (self->item, self->place, &choices);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  for (guint i = 0; i < choices.ids->len; i++)
    {
      GtkWidget *row = row_new (choices.ids->pdata[i], choices.labels->pdata[i]);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (*current == NULL || g_str_equal (choices.labels->pdata[i], before))
        *current = row;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (*current));

  return list;
}

/* Functions of the cell */

void
sd_grid_cell_choose (SdGridCell *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *current = NULL;
  GtkWidget *list = list_new (self, &current);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  self->popover = gtk_popover_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed), self, 0);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_chosen), self, 0);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  if (current != NULL)
    gtk_widget_grab_focus (current);
}
