/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

/* Dragging a card to another place or lane, or a plaque or post from it to another. */

#define BADGE_PADDING 12

/* Where the pointer is on a plaque or post of the card, that is what is dragged. */
static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, SdChartCardView *card)
{
  SdRow *row = sd_chart_card_view_pick_row (card, x, y);

  if (sd_chart_card_view_is_ghost (card))
    return NULL;
  if (row == NULL)
    row = sd_chart_card_view_get_unit (card);
  /* The source does not tell later what it was given here. */
  g_object_set_data_full (G_OBJECT (source), "row", g_object_ref (row), g_object_unref);

  return gdk_content_provider_new_typed (SD_TYPE_ROW, row);
}

/* The card, with the number of those that come along on its corner. */
static GdkPaintable *
paint_several (GtkWidget *card, guint n)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (card, number);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const int width = gtk_widget_get_width (card);
  GdkRGBA back = { 0.11f, 0.44f, 0.85f, 1 }, text = { 1, 1, 1, 1 };
  GskRoundedRect badge;
  int text_width, text_height;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (card), "accent_bg_color", &back);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (card), "accent_fg_color", &text);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gdk_paintable_snapshot (picture, snapshot, width, gtk_widget_get_height (card));
  gsk_rounded_rect_init_from_rect (
      &badge,
      &GRAPHENE_RECT_INIT ((float) (width - text_width - BADGE_PADDING), 0,
                           (float) (text_width + BADGE_PADDING), (float) text_height),
      (float) text_height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &badge);
  gtk_snapshot_append_color (snapshot, &back, &badge.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (badge.bounds.origin.x + BADGE_PADDING / 2, 0));
  gtk_snapshot_append_layout (snapshot, layout, &text);

  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, SdChartCardView *card)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (card));
  SdRow *row = g_object_get_data (G_OBJECT (source), "row");
  const gboolean is_unit = row == sd_chart_card_view_get_unit (card);
  g_auto (GStrv) ids = is_unit ? sd_chart_view_list_chosen (SD_CHART_VIEW (view), row) : NULL;
  const guint n = ids != NULL ? g_strv_length (ids) : 1;
  g_autoptr (GdkPaintable) picture = NULL;

  if (!is_unit)
    picture = sd_chart_card_view_paint_row (card, row);
  else if (n > 1)
    picture = paint_several (GTK_WIDGET (card), n);
  else
    picture = gtk_widget_paintable_new (GTK_WIDGET (card));

  gtk_drag_source_set_icon (source, picture, is_unit ? 16 : 0, is_unit ? 16 : 0);
  if (is_unit)
    gtk_widget_set_opacity (GTK_WIDGET (card), 0.5);
  sd_chart_view_begin_move (SD_CHART_VIEW (view), row);
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, SdChartCardView *card)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (card));

  gtk_widget_set_opacity (GTK_WIDGET (card), 1);
  /* The card may have gone with its unit. */
  if (view != NULL)
    sd_chart_view_end_move (SD_CHART_VIEW (view));
}

static SdRow *
get_dragged (GtkDropTarget *target, SdChartView *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  SdRow *row = value != NULL ? g_value_get_object (value) : NULL;

  /* The plan may have changed under the drag, or the card be of another window. */
  if (self->chart == NULL || row == NULL ||
      sd_row_set_find_row (SD_ROW_SET (self->plan), sd_row_get_id (row)) != row)
    return NULL;

  return row;
}

static gboolean
find_place (SdChartView *self, SdRow *row, double x, double y, SdChartPlace *place)
{
  sd_chart_view_ensure_layout (self);

  return sd_chart_find_place (self->chart, row, (x - self->offset) / self->zoom, y / self->zoom,
                              place);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, SdChartView *self)
{
  SdRow *row = get_dragged (target, self);
  SdChartPlace place;

  if (row == NULL || sd_session_get_read_only (self->session))
    return 0;

  sd_chart_view_set_drop (self, find_place (self, row, x, y, &place) ? &place : NULL);

  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, SdChartView *self)
{
  sd_chart_view_set_drop (self, NULL);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SdChartView *self)
{
  SdRow *row = get_dragged (target, self);
  g_auto (GStrv) ids = NULL;
  SdChartPlace place;

  on_leave (target, self);
  if (row == NULL || !find_place (self, row, x, y, &place))
    return FALSE;

  ids = sd_chart_view_list_chosen (self, row);
  sd_chart_view_move_rows (self, sd_row_get_table_id (row), (const char *const *) ids, &place);

  return TRUE;
}

void
sd_chart_view_init_drop (SdChartView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SD_TYPE_ROW, GDK_ACTION_MOVE);

  /* What is dragged is known while it is dragged. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
sd_chart_view_init_drag (SdChartView *self, SdChartCardView *card)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), card);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), card);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end), card);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}
