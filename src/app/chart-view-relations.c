/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include <glib/gi18n.h>

/* What lines, places and paleness tell the eye, for a screen reader. */

static const char *
name_of (SdChartView *self, SdRow *unit, guint column)
{
  const char *id = sd_row_get_text (unit, column);
  SdRow *other =
      id != NULL ? sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, id) : NULL;

  return other != NULL ? sd_row_get_text (other, SD_UNIT_NAME) : NULL;
}

static char *
describe_context (SdChartView *self, const SdChartCard *card)
{
  const char *superior = name_of (self, card->unit, SD_UNIT_SUPERIOR);
  const char *host = name_of (self, card->unit, SD_UNIT_CO_LOCATED_WITH);
  g_autoptr (GPtrArray) dispatches = sd_row_set_get_children (
      SD_ROW_SET (self->plan), SD_TABLE_DISPATCH, sd_row_get_id (card->unit));
  GString *context = g_string_new (NULL);

  if (superior != NULL)
    g_string_append_printf (context, _ (", under %s"), superior);
  if (host != NULL)
    g_string_append_printf (context, _ (", co-located with %s"), host);
  if (dispatches->len > 0)
    g_string_append_printf (context, _ (", guided by %s"),
                            sd_row_get_text (dispatches->pdata[0], SD_DISPATCH_DEPARTMENT));
  if (card->n_below > 0)
    g_string_append_printf (
        context, ngettext (", %u unit below", ", %u units below", card->n_below), card->n_below);
  if (card->ghost)
    g_string_append (context, _ (", no longer there"));
  if (sd_row_is (card->unit, SD_UNIT_STAGE, "bench"))
    g_string_append (context, _ (", on the bench"));

  return g_string_free (context, FALSE);
}

/* The cards of the units below each: id of the unit above → GList of GtkWidget. */
static GHashTable *
list_below (SdChartView *self)
{
  GHashTable *below = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = sd_chart_get_n_cards (self->chart); i > 0; i--)
    {
      SdRow *unit = sd_chart_get_card (self->chart, i - 1)->unit;
      const char *superior = sd_row_get_text (unit, SD_UNIT_SUPERIOR);

      if (sd_chart_view_get_card (self, superior) != NULL)
        g_hash_table_insert (below, (char *) superior,
                             g_list_prepend (g_hash_table_lookup (below, superior),
                                             sd_chart_view_get_card (self, sd_row_get_id (unit))));
    }

  return below;
}

/* @cards: (transfer full): the toolkit keeps the list itself */
static void
relate (GtkWidget *card, GtkAccessibleRelation relation, GList *cards)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (cards == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (card), relation);
      return;
    }
  g_value_init (&value, G_TYPE_POINTER);
  g_value_set_pointer (&value, cards);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (card), 1, &relation, &value);
}

/* A card controls those of the units that it manages daily, and is read on with the one that it is
 * drawn as one with. */
void
sd_chart_view_update_relations (SdChartView *self)
{
  g_autoptr (GHashTable) below = list_below (self);

  for (guint i = 0; i < sd_chart_get_n_cards (self->chart); i++)
    {
      const SdChartCard *card = sd_chart_get_card (self->chart, i);
      const char *id = sd_row_get_id (card->unit);
      GtkWidget *view = sd_chart_view_get_card (self, id);
      GtkWidget *next = NULL;
      g_autofree char *context = describe_context (self, card);

      if (card->next >= 0)
        next = sd_chart_view_get_card (
            self, sd_row_get_id (sd_chart_get_card (self->chart, (guint) card->next)->unit));
      sd_chart_card_view_set_context (SD_CHART_CARD_VIEW (view), context);
      relate (view, GTK_ACCESSIBLE_RELATION_CONTROLS, g_hash_table_lookup (below, id));
      g_hash_table_remove (below, id);
      relate (view, GTK_ACCESSIBLE_RELATION_FLOW_TO,
              next != NULL ? g_list_append (NULL, next) : NULL);
    }
}
