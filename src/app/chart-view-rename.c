/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "field-row.h"

#include <glib/gi18n.h>

/* The name of a unit is edited on its card. The entry is as large at any zoom, so that it can be
 * read, and being a child of the chart it has the input method's window at its caret. */

#define LEAST_WIDTH 220

static const SdColumn *
name_column (void)
{
  return &sd_table_get (SD_TABLE_UNIT)->columns[SD_UNIT_NAME];
}

/* The focus goes back to the card. The entry stays for the next name: it may be told of the focus
 * still. */
void
sd_chart_view_end_rename (SdChartView *self)
{
  g_autoptr (SdRow) unit = g_steal_pointer (&self->renamed);
  GtkWidget *card;

  if (unit == NULL)
    return;

  card = sd_chart_view_get_card (self, sd_row_get_id (unit));
  if (card != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->entry)
    gtk_widget_grab_focus (card);
  gtk_widget_set_visible (self->entry, FALSE);
}

/* Returns whether the renaming has ended: what may not be there stays to be put right. */
static gboolean
commit (SdChartView *self)
{
  g_autoptr (SdRow) unit = g_object_ref (self->renamed);
  g_autoptr (GError) error = NULL;
  g_auto (SdValue) value = SD_VALUE_INIT;

  if (!sd_field_parse (name_column (), gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value,
                       &error))
    {
      gtk_widget_add_css_class (self->entry, "error");
      sd_session_report_error (self->session, error);
      return FALSE;
    }

  sd_chart_view_end_rename (self);
  if (!sd_value_equal (sd_row_get_value (unit, SD_UNIT_NAME), &value))
    sd_register_set_value_async (sd_session_get_register (self->session),
                                 sd_plan_get_id (self->plan), SD_TABLE_UNIT, sd_row_get_id (unit),
                                 SD_UNIT_NAME, &value, NULL, sd_chart_view_on_edited,
                                 g_object_ref (self));
  return TRUE;
}

static void
on_activate (SdChartView *self)
{
  commit (self);
}

static void
on_changed (SdChartView *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The focus has gone to something else, which takes what was entered, if that is a name. */
static void
on_leave (SdChartView *self)
{
  if (self->renamed != NULL && !commit (self))
    sd_chart_view_end_rename (self);
}

static gboolean
on_key (SdChartView *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  sd_chart_view_end_rename (self);
  return GDK_EVENT_STOP;
}

static void
ensure_entry (SdChartView *self)
{
  GtkEventController *key, *focus;

  if (self->entry != NULL)
    return;

  key = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "on-card");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New name"), -1);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_add_controller (self->entry, key);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

void
sd_chart_view_begin_rename (SdChartView *self, SdChartCardView *card)
{
  sd_chart_view_end_rename (self);
  ensure_entry (self);
  self->renamed = g_object_ref (sd_chart_card_view_get_unit (card));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), sd_row_get_text (self->renamed, SD_UNIT_NAME));
  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_grab_focus (self->entry);
}

/* Where the card is, wide enough for what is in it, and within the chart. */
void
sd_chart_view_allocate_rename (SdChartView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const SdChartCard *card;
  GtkAllocation place;
  int wanted, height;
  g_autoptr (PangoLayout) layout = NULL;

  if (self->renamed == NULL)
    return;
  card = sd_chart_find_card (self->chart, sd_row_get_id (self->renamed));
  if (card == NULL)
    return;

  layout = gtk_widget_create_pango_layout (self->entry,
                                           gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  pango_layout_get_pixel_size (layout, &wanted, NULL);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  place.width = MAX (MAX (wanted + 40, LEAST_WIDTH), (int) (card->rect.width * self->zoom));
  place.width = MIN (place.width, MAX (width, 1));
  place.height = height;
  place.x = CLAMP ((int) (self->offset + card->rect.x * self->zoom), 0, width - place.width);
  place.y = (int) (card->rect.y * self->zoom);
  gtk_widget_size_allocate (self->entry, &place, -1);
}
