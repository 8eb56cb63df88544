/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "unit-move.h"
#include "verdict-hint.h"

#include <glib/gi18n-lib.h>

/* A unit on its way, or a plaque or post of one: where it may go, and what the rules would say
 * there, before it is let go. By mouse this is a drag; by keyboard the arrows go from place to
 * place. */

#define CORNER 12.0f

/* Verdicts */

static const SdVerdict *
get_verdict (SdChartView *self, const SdChartPlace *place)
{
  return self->verdicts != NULL ? sd_verdicts_get (self->verdicts, place) : NULL;
}

/* A plaque or a post is named, since its card stays where it is. */
static char *
name_load (SdChartView *self)
{
  const SdTableId table = sd_row_get_table_id (self->moving);

  if (table == SD_TABLE_PLAQUE)
    return g_strdup_printf (_ ("The plaque “%s”\n"),
                            sd_row_get_text (self->moving, SD_PLAQUE_NAME));
  if (table == SD_TABLE_POST)
    return g_strdup_printf (_ ("A post of “%s”\n"), sd_row_get_text (self->moving, SD_POST_TITLE));

  return g_strdup ("");
}

static void
update_hint (SdChartView *self)
{
  g_autofree char *load = NULL;

  gtk_widget_set_child_visible (self->hint, self->dropping);
  if (!self->dropping)
    return;

  load = name_load (self);
  sd_verdict_hint_set (self->hint, load, get_verdict (self, &self->drop));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_verdict (SdVerdicts *verdicts, SdChartView *self)
{
  update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The ends of the lanes, and the units that it may be put under, are looked at ahead. The first of
 * the list is wanted first, and what is asked for last goes first. */
static void
look_ahead (SdChartView *self)
{
  for (guint i = self->places->len; i > 0; i--)
    {
      const SdChartPlace *place = &g_array_index (self->places, SdChartPlace, i - 1);

      if (place->onto || place->ends_lane)
        get_verdict (self, place);
    }
}

/* Moving */

/* What is moved, for as long as it is tried. */
typedef struct
{
  SdTableId table;
  GStrv ids;
  SdFate fate;
} Load;

static void
load_free (gpointer data)
{
  g_strfreev (((Load *) data)->ids);
  g_free (data);
}

static void
try_place (SdRegister *clone,
           SdPlan *plan,
           const SdChartPlace *place,
           gpointer data,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  const Load *load = data;

  sd_rows_move_async (clone, plan, load->table, (const char *const *) load->ids, place, load->fate,
                      callback, user_data);
}

void
sd_chart_view_begin_move (SdChartView *self, SdRow *row)
{
  Load *load = g_new0 (Load, 1);

  sd_chart_view_end_move (self);
  sd_chart_view_ensure_layout (self);
  self->moving = g_object_ref (row);
  self->moving_ids = sd_chart_view_list_chosen (self, row);
  self->places = sd_chart_list_places (self->chart, row);
  load->table = sd_row_get_table_id (row);
  load->ids = g_strdupv (self->moving_ids);
  sd_chart_view_get_fate (&load->fate);
  self->verdicts = sd_verdicts_new (self->session, try_place, load, load_free);
  g_signal_connect_object (self->verdicts, "changed", G_CALLBACK (on_verdict), self, 0);
  look_ahead (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sd_chart_view_end_move (SdChartView *self)
{
  if (self->moving == NULL)
    return;

  g_object_run_dispose (G_OBJECT (self->verdicts));
  g_signal_handlers_disconnect_by_data (self->verdicts, self);
  g_clear_object (&self->verdicts);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->moving_ids, g_strfreev);
  g_clear_object (&self->moving);
  self->carrying = self->dropping = FALSE;
  update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The chart was laid out anew, so that places are elsewhere. */
void
sd_chart_view_relist_places (SdChartView *self)
{
  if (self->moving == NULL)
    return;
  /* Another program, or an undo, has changed the plan: what was known holds no more. */
  sd_chart_view_end_move (self);
}

void
sd_chart_view_set_drop (SdChartView *self, const SdChartPlace *place)
{
  self->dropping = place != NULL;
  if (place != NULL)
    self->drop = *place;
  update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Painting */

static gboolean
lookup_color (SdChartView *self, const SdVerdict *verdict, float alpha, GdkRGBA *color)
{
  const char *name = sd_verdict_get_color (verdict);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name,
                                       color))
    return FALSE;
  color->alpha *= alpha;

  return TRUE;
}

static graphene_rect_t
to_pixels (SdChartView *self, const SdChartRect *rect)
{
  return GRAPHENE_RECT_INIT ((float) (self->offset + rect->x * self->zoom),
                             (float) (rect->y * self->zoom), (float) (rect->width * self->zoom),
                             (float) (rect->height * self->zoom));
}

static void
paint_frame (SdChartView *self,
             GtkSnapshot *snapshot,
             const SdChartRect *rect,
             float width,
             const GdkRGBA *color)
{
  const graphene_rect_t pixels = to_pixels (self, rect);
  const float widths[4] = { width, width, width, width };
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &pixels, CORNER);
  gtk_snapshot_append_border (snapshot, &frame, widths,
                              (const GdkRGBA[4]){ *color, *color, *color, *color });
}

/* Every place of which the verdict is known shows it: cards by a frame, lanes by their side. */
static void
paint_known (SdChartView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const SdChartPlace *place = &g_array_index (self->places, SdChartPlace, i);
      const SdVerdict *verdict;
      GdkRGBA color;

      if (!place->onto && !place->ends_lane)
        continue;
      verdict = get_verdict (self, place);
      if (verdict == NULL || !lookup_color (self, verdict, 0.7f, &color))
        continue;
      if (place->onto)
        {
          paint_frame (self, snapshot, &place->mark, 2, &color);
        }
      else
        {
          const SdChartLane *lane = sd_chart_get_lane (self->chart, place->lane);
          const SdChartRect side = { lane->header.x, lane->header.y + lane->header.height - 4,
                                     lane->header.width, 3 };
          const graphene_rect_t pixels = to_pixels (self, &side);

          gtk_snapshot_append_color (snapshot, &color, &pixels);
        }
    }
}

static void
paint_drop (SdChartView *self, GtkSnapshot *snapshot)
{
  GdkRGBA color;

  if (!lookup_color (self, get_verdict (self, &self->drop), 1, &color))
    return;
  if (self->drop.onto)
    {
      paint_frame (self, snapshot, &self->drop.mark, 4, &color);
    }
  else
    {
      const graphene_rect_t pixels = to_pixels (self, &self->drop.mark);

      gtk_snapshot_append_color (snapshot, &color, &pixels);
    }
}

void
sd_chart_view_paint_move (SdChartView *self, GtkSnapshot *snapshot)
{
  if (self->moving == NULL)
    return;

  paint_known (self, snapshot);
  if (!self->dropping)
    return;
  paint_drop (self, snapshot);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->hint, snapshot);
}

void
sd_chart_view_allocate_hint (SdChartView *self)
{
  const graphene_rect_t mark = to_pixels (self, &self->drop.mark);

  if (self->dropping)
    sd_verdict_hint_place (self->hint, &mark);
}

void
sd_chart_view_init_move (SdChartView *self)
{
  self->hint = sd_verdict_hint_new ();
  gtk_widget_set_child_visible (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}
