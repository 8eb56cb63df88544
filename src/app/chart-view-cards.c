/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "rules/unit-marks.h"

#include <glib/gi18n.h>

/* The widgets on the chart: a card a unit with the badge of its findings, a header a lane. */

static gboolean
is_chosen (SdChartView *self, SdChartCardView *card)
{
  return g_hash_table_contains (self->chosen, sd_row_get_id (sd_chart_card_view_get_unit (card)));
}

static void
on_card_pressed (GtkGestureClick *gesture, int n_press, double x, double y, SdChartView *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
      GDK_CONTROL_MASK)
    sd_chart_view_choose (self,
                          sd_row_get_id (sd_chart_card_view_get_unit (SD_CHART_CARD_VIEW (card))));
  else if (!is_chosen (self, SD_CHART_CARD_VIEW (card)))
    sd_chart_view_choose_one (self);
  gtk_widget_grab_focus (card);
  if (sd_chart_card_view_is_ghost (SD_CHART_CARD_VIEW (card)))
    return;
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    sd_chart_view_show_menu (self, SD_CHART_CARD_VIEW (card), x, y);
  else if (n_press == 2 && !sd_session_get_read_only (self->session))
    sd_chart_view_begin_rename (self, SD_CHART_CARD_VIEW (card));
}

/* A click beside the cards leads back to the plan itself. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, SdChartView *self)
{
  if (self->session != NULL &&
      gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self))
    sd_chart_view_deselect (self);
}

static void
on_card_focused (GtkEventControllerFocus *focus, SdChartView *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  SdRow *unit = sd_chart_card_view_get_unit (SD_CHART_CARD_VIEW (card));

  sd_session_set_selected_id (self->session, sd_row_get_id (unit));
}

static GtkWidget *
add_card (SdChartView *self, SdRow *unit)
{
  GtkWidget *card = sd_chart_card_view_new (unit);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_card_pressed), self);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (focus, "enter", G_CALLBACK (on_card_focused), self);
  gtk_widget_add_controller (card, focus);
  if (!sd_session_get_read_only (self->session))
    sd_chart_view_init_drag (self, SD_CHART_CARD_VIEW (card));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_hash_table_insert (self->cards, g_strdup (sd_row_get_id (unit)), card);

  return card;
}

void
sd_chart_view_deselect (SdChartView *self)
{
  sd_chart_view_choose_one (self);
  sd_session_set_selected_id (self->session, NULL);
}

void
sd_chart_view_init_click (SdChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
sd_chart_view_get_card (SdChartView *self, const char *unit_id)
{
  return unit_id != NULL ? g_hash_table_lookup (self->cards, unit_id) : NULL;
}

SdRow *
sd_chart_view_get_selected (SdChartView *self)
{
  GtkWidget *card = NULL;

  if (self->session != NULL)
    card = sd_chart_view_get_card (self, sd_session_get_selected_id (self->session));

  return card != NULL && !sd_chart_card_view_is_ghost (SD_CHART_CARD_VIEW (card))
             ? sd_chart_card_view_get_unit (SD_CHART_CARD_VIEW (card))
             : NULL;
}

/* Findings on the cards: a finding may point to the unit, or to a quota or post of it. */

typedef struct
{
  guint n;
  SdSeverity worst;
  GString *messages;
} Badge;

static void
badge_free (gpointer data)
{
  g_string_free (((Badge *) data)->messages, TRUE);
  g_free (data);
}

static void
count_finding (SdChartView *self, GHashTable *badges, SdFinding *finding)
{
  SdRow *row = sd_row_set_find_row (SD_ROW_SET (self->plan), sd_finding_get_subject (finding));
  const char *unit_id;
  Badge *badge;

  if (row == NULL)
    return;
  unit_id =
      sd_row_get_table_id (row) == SD_TABLE_UNIT ? sd_row_get_id (row) : sd_row_get_parent_id (row);
  if (sd_chart_view_get_card (self, unit_id) == NULL)
    return;

  badge = g_hash_table_lookup (badges, unit_id);
  if (badge == NULL)
    {
      badge = g_new0 (Badge, 1);
      badge->worst = sd_finding_get_severity (finding);
      badge->messages = g_string_new (NULL);
      g_hash_table_insert (badges, (char *) unit_id, badge);
    }
  badge->n++;
  badge->worst = MIN (badge->worst, sd_finding_get_severity (finding));
  g_string_append_printf (badge->messages, "%s%s", badge->n > 1 ? "\n" : "",
                          sd_finding_get_message (finding));
}

void
sd_chart_view_update_badges (SdChartView *self)
{
  g_autoptr (GHashTable) badges = NULL;
  GListModel *findings;
  GHashTableIter iter;
  gpointer id, card;

  if (self->plan == NULL || self->chart == NULL)
    return;

  badges = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, badge_free);
  findings = sd_session_get_findings (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      count_finding (self, badges, finding);
    }

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      const Badge *badge = g_hash_table_lookup (badges, id);

      sd_chart_card_view_set_findings (card, badge != NULL ? badge->n : 0,
                                       badge != NULL ? badge->worst : SD_SEVERITY_INFO,
                                       badge != NULL ? badge->messages->str : NULL);
    }
}

/* What the colours are to tell: the worst severity among the findings about each unit. */
void
sd_chart_view_update_marks (SdChartView *self)
{
  g_autoptr (GHashTable) marks =
      sd_findings_mark_units (sd_session_get_findings (self->session), self->plan);

  sd_chart_set_marks (self->chart, marks);
}

void
sd_chart_view_update_selected (SdChartView *self)
{
  const char *selected = sd_session_get_selected_id (self->session);
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    sd_chart_card_view_set_selected (card, g_strcmp0 (id, selected) == 0 ||
                                               g_hash_table_contains (self->chosen, id));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.menu", selected != NULL);
}

/* Several at once */

/* Takes a unit to those that are moved together, or leaves it out again. The one that was selected
 * alone is the first of them. */
void
sd_chart_view_choose (SdChartView *self, const char *unit_id)
{
  SdRow *selected = sd_chart_view_get_selected (self);

  if (g_hash_table_size (self->chosen) == 0 && selected != NULL)
    g_hash_table_add (self->chosen, g_strdup (sd_row_get_id (selected)));
  if (!g_hash_table_remove (self->chosen, unit_id) ||
      g_strcmp0 (unit_id, selected != NULL ? sd_row_get_id (selected) : NULL) == 0)
    g_hash_table_add (self->chosen, g_strdup (unit_id));
  sd_chart_view_update_selected (self);
}

void
sd_chart_view_choose_one (SdChartView *self)
{
  g_hash_table_remove_all (self->chosen);
  sd_chart_view_update_selected (self);
}

/* What goes when a unit is taken hold of: it, or all that are chosen if it is among them. What
 * waits on the bench is placed one by one. */
GStrv
sd_chart_view_list_chosen (SdChartView *self, SdRow *unit)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  SdRow *row;

  if (g_hash_table_contains (self->chosen, sd_row_get_id (unit)) &&
      sd_row_is (unit, SD_UNIT_STAGE, self->stage))
    SD_FOREACH_ROW (row, self->plan, SD_TABLE_UNIT)
      if (g_hash_table_contains (self->chosen, sd_row_get_id (row)) &&
          sd_row_is (row, SD_UNIT_STAGE, self->stage))
        g_ptr_array_add (ids, (char *) sd_row_get_id (row));
  if (ids->len == 0)
    g_ptr_array_add (ids, (char *) sd_row_get_id (unit));
  g_ptr_array_add (ids, NULL);

  return g_strdupv ((char **) ids->pdata);
}

/* Headers of lanes */

void
sd_chart_view_set_folded (SdChartView *self, const char *key, gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (key));
  else
    g_hash_table_remove (self->folded, key);
  if (self->chart != NULL)
    sd_chart_set_folded (self->chart, key, folded);
  sd_chart_view_refresh (self);
}

static void
update_fold (GtkWidget *button, gboolean folded)
{
  const char *words = folded ? _ ("Unfold") : _ ("Fold");

  gtk_button_set_icon_name (GTK_BUTTON (button), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

static void
on_fold_clicked (GtkWidget *button, SdChartView *self)
{
  const SdToken *kind = g_object_get_data (G_OBJECT (button), "kind");

  sd_chart_view_set_folded (self, kind->name, !g_hash_table_contains (self->folded, kind->name));
}

static void
on_add_clicked (GtkWidget *button, SdChartView *self)
{
  sd_chart_view_ask_new_unit (self, button, g_object_get_data (G_OBJECT (button), "kind"));
}

static GtkWidget *
make_header (SdChartView *self, const SdToken *kind, gboolean is_bench)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (sd_token_get_label (kind));
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *fold = gtk_button_new ();
  /* Translators: the kind of unit, such as Office. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Set up: %s"), sd_token_get_label (kind));

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (count), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (add, !is_bench && !sd_session_get_read_only (self->session));
  g_object_set_data (G_OBJECT (add), "kind", (gpointer) kind);
  g_signal_connect (add, "clicked", G_CALLBACK (on_add_clicked), self);

  gtk_widget_add_css_class (fold, "flat");
  gtk_widget_set_valign (fold, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (fold), "kind", (gpointer) kind);
  g_signal_connect (fold, "clicked", G_CALLBACK (on_fold_clicked), self);

  gtk_widget_add_css_class (header, "chart-header");
  gtk_box_append (GTK_BOX (header), fold);
  gtk_box_append (GTK_BOX (header), title);
  gtk_box_append (GTK_BOX (header), count);
  gtk_box_append (GTK_BOX (header), add);
  g_object_set_data (G_OBJECT (header), "kind", (gpointer) kind);
  g_object_set_data (G_OBJECT (header), "count", count);
  g_object_set_data (G_OBJECT (header), "fold", fold);
  gtk_widget_set_parent (header, GTK_WIDGET (self));

  return header;
}

/* Lanes come and go seldom; when they do, all headers are made anew. */
static gboolean
headers_fit (SdChartView *self)
{
  if (self->headers->len != sd_chart_get_n_lanes (self->chart))
    return FALSE;
  for (guint i = 0; i < self->headers->len; i++)
    if (g_object_get_data (g_ptr_array_index (self->headers, i), "kind") !=
        sd_chart_get_lane (self->chart, i)->kind)
      return FALSE;

  return TRUE;
}

/* How many units there are; where nothing is drawn below, why, or what to do about it. */
static char *
describe_lane (SdChartView *self, const SdChartLane *lane)
{
  const gboolean has_room = sd_chart_get_arrangement (self->chart) == SD_CHART_ARRANGEMENT_LANES &&
                            !sd_session_get_read_only (self->session);

  if (lane->n_units == 0 && has_room)
    return g_strdup (lane->is_bench
                         ? _ ("Empty: a unit that is to be placed later waits here (Ctrl+B)")
                         : _ ("None yet: drag a unit here, or set one up with the plus"));
  if (lane->n_units > 0 && lane->n_cards == 0 && !lane->folded)
    /* Translators: a number of units. */
    return g_strdup_printf (_ ("%u, on the card of the unit it is co-located with"), lane->n_units);

  return g_strdup_printf ("%u", lane->n_units);
}

void
sd_chart_view_update_headers (SdChartView *self)
{
  if (!headers_fit (self))
    {
      g_ptr_array_set_size (self->headers, 0);
      for (guint i = 0; i < sd_chart_get_n_lanes (self->chart); i++)
        g_ptr_array_add (self->headers, make_header (self, sd_chart_get_lane (self->chart, i)->kind,
                                                     sd_chart_get_lane (self->chart, i)->is_bench));
    }
  for (guint i = 0; i < self->headers->len; i++)
    {
      GtkWidget *header = g_ptr_array_index (self->headers, i);
      const SdChartLane *lane = sd_chart_get_lane (self->chart, i);
      g_autofree char *count = describe_lane (self, lane);

      update_fold (g_object_get_data (G_OBJECT (header), "fold"), lane->folded);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (header), "fold"), lane->n_units > 0);
      gtk_label_set_text (g_object_get_data (G_OBJECT (header), "count"), count);
    }
}

static gboolean
is_gone (gpointer id, gpointer card, gpointer self)
{
  return sd_chart_find_card (((SdChartView *) self)->chart, id) == NULL;
}

void
sd_chart_view_sync_cards (SdChartView *self)
{
  if (self->renamed != NULL &&
      sd_chart_find_card (self->chart, sd_row_get_id (self->renamed)) == NULL)
    sd_chart_view_end_rename (self);
  g_hash_table_foreach_remove (self->cards, is_gone, self);
  for (guint i = 0; i < sd_chart_get_n_cards (self->chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (self->chart, i);
      GtkWidget *view = sd_chart_view_get_card (self, sd_row_get_id (card->unit));

      if (view == NULL)
        view = add_card (self, card->unit);
      sd_chart_card_view_set_card (SD_CHART_CARD_VIEW (view), card);
    }
  sd_chart_view_update_relations (self);
}
