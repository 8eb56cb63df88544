/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

/* A unit on its way by keyboard: the arrows go from place to place, the tabulator to what hangs on
 * it. */

static void
show_part (GtkAdjustment *adjustment, double from, double length)
{
  const double value = gtk_adjustment_get_value (adjustment);
  const double page = gtk_adjustment_get_page_size (adjustment);

  if (from < value || from + length > value + page)
    gtk_adjustment_set_value (adjustment, from + length / 2 - page / 2);
}

static void
carry_to (SdChartView *self, guint index)
{
  const SdChartPlace *place = &g_array_index (self->places, SdChartPlace, index);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  self->carried_to = index;
  if (scroller != NULL)
    {
      show_part (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                 self->offset + place->mark.x * self->zoom, place->mark.width * self->zoom);
      show_part (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                 place->mark.y * self->zoom, place->mark.height * self->zoom);
    }
  sd_chart_view_set_drop (self, place);
}

/* To the first place of the lane before or after. */
static guint
next_lane (SdChartView *self, int step)
{
  const GArray *places = self->places;
  const guint lane = g_array_index (places, SdChartPlace, self->carried_to).lane;
  const guint n = sd_chart_get_n_lanes (self->chart);
  const guint wanted = (lane + n + (guint) step) % n;

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, SdChartPlace, i).lane == wanted)
      return i;

  return self->carried_to;
}

/* The focus goes to the unit at its new place, or to that which has the plaque or post now. */
static void
put_down (SdChartView *self)
{
  const SdTableId table = sd_row_get_table_id (self->moving);
  g_autofree char *unit_id =
      g_strdup (table == SD_TABLE_UNIT ? sd_row_get_id (self->moving) : self->drop.superior_id);
  g_auto (GStrv) ids = g_strdupv (self->moving_ids);
  g_autofree char *superior_id = g_strdup (self->drop.superior_id);
  SdChartPlace place = self->drop;

  place.superior_id = superior_id;
  sd_chart_view_end_move (self);
  sd_chart_view_follow (self, unit_id);
  sd_chart_view_move_rows (self, table, (const char *const *) ids, &place);
}

/* A unit is taken up at the place where it is, what hangs on it at the first where it may go. */
static void
take_up (SdChartView *self, SdRow *row)
{
  const gboolean is_unit = sd_row_get_table_id (row) == SD_TABLE_UNIT;
  guint index = 0;

  sd_chart_view_begin_move (self, row);
  if (self->places->len == 0)
    {
      sd_chart_view_end_move (self);
      return;
    }
  self->carrying = TRUE;
  for (guint i = 0; is_unit && i < self->places->len; i++)
    {
      const SdChartPlace *place = &g_array_index (self->places, SdChartPlace, i);

      if (!place->onto && place->rank == sd_row_get_rank (row) &&
          sd_row_is (row, SD_UNIT_KIND, place->kind->name))
        index = i;
    }
  carry_to (self, index);
}

/* The unit, its plaques and its posts in turn. */
static void
take_next (SdChartView *self, int step)
{
  static const SdTableId tables[] = { SD_TABLE_PLAQUE, SD_TABLE_POST };
  g_autoptr (GPtrArray) loads = g_ptr_array_new_with_free_func (g_object_unref);
  SdRow *unit = sd_chart_view_get_selected (self);
  guint index = 0;

  if (unit == NULL)
    return;
  g_ptr_array_add (loads, g_object_ref (unit));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) rows =
          sd_row_set_get_children (SD_ROW_SET (self->plan), tables[i], sd_row_get_id (unit));

      for (guint j = 0; j < rows->len; j++)
        g_ptr_array_add (loads, g_object_ref (rows->pdata[j]));
    }
  for (guint i = 0; i < loads->len; i++)
    if (loads->pdata[i] == self->moving)
      index = i;
  take_up (self, loads->pdata[(index + loads->len + (guint) step) % loads->len]);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SdChartView *self)
{
  if (!self->carrying)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
      carry_to (self, (self->carried_to + self->places->len - 1) % self->places->len);
      break;
    case GDK_KEY_Right:
      carry_to (self, (self->carried_to + 1) % self->places->len);
      break;
    case GDK_KEY_Up:
      carry_to (self, next_lane (self, -1));
      break;
    case GDK_KEY_Down:
      carry_to (self, next_lane (self, 1));
      break;
    case GDK_KEY_Tab:
      take_next (self, 1);
      break;
    case GDK_KEY_ISO_Left_Tab:
      take_next (self, -1);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      put_down (self);
      break;
    case GDK_KEY_Escape:
      sd_chart_view_end_move (self);
      break;
    default:
      return FALSE;
    }

  return TRUE;
}

/* Takes the selected unit up, at the place where it is. */
void
sd_chart_view_carry (SdChartView *self)
{
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL && !sd_session_get_read_only (self->session))
    take_up (self, unit);
}

void
sd_chart_view_init_carry (SdChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
