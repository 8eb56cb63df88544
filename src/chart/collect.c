/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

/* Which lanes and cards there are, before anything has a place. */

#define DEEPEST 32 /* units below units; deeper ones are in a circle */

/* Coordinating bodies and social organizations are rare, so their lanes show only when used. */
static gboolean
lane_is_always_shown (const SdToken *kind)
{
  return !g_str_equal (kind->name, "coordinating") && !g_str_equal (kind->name, "social");
}

/* The unit of the same structure that a column of @unit refers to. */
static SdRow *
follow (SdChart *self, SdRow *unit, guint column)
{
  const char *id = sd_row_get_text (unit, column);
  SdRow *other =
      id != NULL ? sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, id) : NULL;

  return other != NULL && other != unit &&
                 g_strcmp0 (sd_row_get_text (other, SD_UNIT_STAGE),
                            sd_row_get_text (unit, SD_UNIT_STAGE)) == 0
             ? other
             : NULL;
}

/* The unit on whose card a co-located unit stands; %NULL for one that stands alone. */
static SdRow *
find_host (SdChart *self, SdRow *unit)
{
  SdRow *host = follow (self, unit, SD_UNIT_CO_LOCATED_WITH);

  for (guint i = 0; host != NULL && i < DEEPEST; i++)
    {
      SdRow *next = follow (self, host, SD_UNIT_CO_LOCATED_WITH);

      if (next == NULL)
        return host != unit ? host : NULL;
      host = next;
    }

  return NULL; /* two that are each with the other stand alone both */
}

/*
 * sd_chart_superior:
 * @self: a chart
 * @unit: a unit
 *
 * Everything is under the leading bodies, so only other units are told.
 *
 * Returns: (transfer none) (nullable): the unit that it is under; %NULL for a leading body, for
 * none and for one that is, in the end, under @unit itself
 */
SdRow *
sd_chart_superior (SdChart *self, SdRow *unit)
{
  SdRow *superior = follow (self, unit, SD_UNIT_SUPERIOR);
  SdRow *above = superior;

  if (superior == NULL || sd_row_is (superior, SD_UNIT_KIND, "leading"))
    return NULL;
  for (guint i = 0; above != NULL && above != unit && i < DEEPEST; i++)
    above = follow (self, above, SD_UNIT_SUPERIOR);

  return above == NULL ? superior : NULL;
}

/* A branch that is folded hides what is below it; lanes know no branches. */
static gboolean
is_hidden (SdChart *self, SdRow *unit)
{
  if (self->arrangement == SD_CHART_ARRANGEMENT_LANES || g_hash_table_size (self->folded) == 0)
    return FALSE;
  while ((unit = sd_chart_superior (self, unit)) != NULL)
    if (g_hash_table_contains (self->folded, sd_row_get_id (unit)))
      return TRUE;

  return FALSE;
}

/* Whether a unit of the current structure is shown beside those that take its place. */
static gboolean
is_ghost (SdChart *self, SdRow *unit)
{
  return self->changes != NULL && g_str_equal (self->stage, "proposed") &&
         sd_unit_changes_is_gone (self->changes, sd_row_get_id (unit));
}

static gboolean
is_shown (SdChart *self, SdRow *unit)
{
  return sd_row_is (unit, SD_UNIT_STAGE, self->stage) || is_ghost (self, unit);
}

static gint64
largest_headcount (SdChart *self)
{
  gint64 largest = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    if (is_shown (self, unit))
      largest = MAX (largest, sd_plan_get_quota (self->plan, sd_row_get_id (unit), NULL));

  return largest;
}

static void
add_card (SdChart *self, SdRow *unit, guint lane, guint rank)
{
  SdChartCard card = { .unit = g_object_ref (unit), .lane = lane, .rank = rank };

  card.host = card.next = -1;
  card.ghost =
      !sd_row_is (unit, SD_UNIT_STAGE, self->stage) && !sd_row_is (unit, SD_UNIT_STAGE, "bench");

  card.folded = g_hash_table_contains (self->folded, sd_row_get_id (unit));
  g_array_append_val (self->cards, card);
  g_hash_table_insert (self->by_unit, (char *) sd_row_get_id (unit),
                       GUINT_TO_POINTER (self->cards->len));
}

/* The units of a kind, or those that were: the latter come after all that are. */
static void
collect_cards (SdChart *self, SdChartLane *lane, gboolean ghosts)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      const gboolean ghost = !sd_row_is (unit, SD_UNIT_STAGE, self->stage);

      if (ghost != ghosts || !is_shown (self, unit) ||
          !sd_row_is (unit, SD_UNIT_KIND, lane->kind->name))
        continue;
      lane->n_units += !ghost;
      if (!lane->folded && find_host (self, unit) == NULL && !is_hidden (self, unit))
        add_card (self, unit, self->lanes->len, lane->n_cards++);
    }
}

static void
add_lane (SdChart *self, SdChartLane *lane)
{
  g_autofree char *title = NULL;

  title = g_strdup_printf (sd_chart_word (self->chinese, "%s %u"),
                           sd_chart_token (self->chinese, lane->kind), lane->n_units);
  lane->title.layout = sd_chart_make_text (self, title, 1.0, PANGO_WEIGHT_BOLD, 0);
  g_array_append_val (self->lanes, *lane);
}

static void
collect_lane (SdChart *self, const SdToken *kind)
{
  SdChartLane lane = { .kind = kind, .first = self->cards->len };

  lane.folded = g_hash_table_contains (self->folded, kind->name);
  collect_cards (self, &lane, FALSE);
  collect_cards (self, &lane, TRUE);
  if (self->compact ? lane.n_cards == 0 : lane.n_units == 0 && !lane_is_always_shown (kind))
    return;

  add_lane (self, &lane);
}

/* What waits for a place stands beside the proposed structure, where it is to go. */
static void
collect_bench (SdChart *self)
{
  const SdToken *stage = sd_enumeration_lookup (sd_enumeration_get (SD_ENUMERATION_STAGE), "bench");
  SdChartLane lane = { .kind = stage, .first = self->cards->len, .is_bench = TRUE };
  SdRow *unit;

  if (self->compact || !g_str_equal (self->stage, "proposed"))
    return;

  lane.folded = g_hash_table_contains (self->folded, stage->name);
  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      if (!sd_row_is (unit, SD_UNIT_STAGE, stage->name))
        continue;
      lane.n_units++;
      if (!lane.folded && find_host (self, unit) == NULL && !is_hidden (self, unit))
        add_card (self, unit, self->lanes->len, lane.n_cards++);
    }
  add_lane (self, &lane);
}

/* Adds the card of a unit below the card of its host, and below those that adjoin it already. */
static void
adjoin (SdChart *self, SdRow *unit, guint host)
{
  guint above = host;

  while (sd_chart_card_at (self, above)->next >= 0)
    above = (guint) sd_chart_card_at (self, above)->next;
  add_card (self, unit, sd_chart_card_at (self, host)->lane, sd_chart_card_at (self, host)->rank);
  sd_chart_card_at (self, above)->next = (int) self->cards->len - 1;
  sd_chart_card_at (self, self->cards->len - 1)->host = (int) host;
}

/* Units that are drawn as one with another come last. */
static void
collect_hosted (SdChart *self)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      SdRow *host = find_host (self, unit);
      const SdChartCard *card =
          host != NULL ? sd_chart_find_card (self, sd_row_get_id (host)) : NULL;

      if (card != NULL)
        adjoin (self, unit, (guint) (card - sd_chart_card_at (self, 0)));
    }
}

/*
 * sd_chart_collect:
 * @self: a chart without lanes and cards
 *
 * Makes the lanes and the cards in them, without sizes and places.
 */
void
sd_chart_collect (SdChart *self)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);

  self->largest = largest_headcount (self);
  for (guint i = 0; i < kinds->n_tokens; i++)
    collect_lane (self, &kinds->tokens[i]);
  collect_bench (self);
  collect_hosted (self);
}

/*
 * sd_chart_fill_stack:
 * @self: a chart
 * @card: index of a card that adjoins no other
 * @form: how it stands
 * @width: its width, where the form does not decide
 * @stack_width: (out): the width that it needs with those that adjoin it
 * @stack_height: (out): the height that they need
 *
 * Fills the card and those that adjoin it: one below the other, upright ones side by side.
 */
void
sd_chart_fill_stack (SdChart *self,
                     guint card,
                     SdCardForm form,
                     double width,
                     double *stack_width,
                     double *stack_height)
{
  const gboolean upright = form == SD_CARD_FORM_UPRIGHT;

  *stack_width = *stack_height = 0;
  for (int i = (int) card; i >= 0; i = sd_chart_card_at (self, (guint) i)->next)
    {
      SdChartCard *part = sd_chart_card_at (self, (guint) i);

      sd_chart_fill_card (self, part, form, width);
      part->upright = upright;
      *stack_width = upright ? *stack_width + part->rect.width : part->rect.width;
      *stack_height =
          upright ? MAX (*stack_height, part->rect.height) : *stack_height + part->rect.height;
    }
}

/* Makes a card higher than it needs to be, with its stripe where that goes down its side. */
static void
set_height (SdChartCard *card, double height)
{
  card->rect.height = height;
  if (!card->upright)
    g_array_index (card->shapes, SdChartShape, 0).rect.height = height;
}

/*
 * sd_chart_place_stack:
 * @self: a chart
 * @card: index of a card that has been filled, see sd_chart_fill_stack()
 * @x: its left edge
 * @y: its upper edge
 * @height: the height to fill, at least what they need
 *
 * Places the card and those that adjoin it; the lowest takes what is left of the height.
 */
void
sd_chart_place_stack (SdChart *self, guint card, double x, double y, double height)
{
  const double bottom = y + height;

  for (int i = (int) card; i >= 0; i = sd_chart_card_at (self, (guint) i)->next)
    {
      SdChartCard *part = sd_chart_card_at (self, (guint) i);

      part->rect.x = x;
      part->rect.y = y;
      set_height (part, part->upright || part->next < 0 ? bottom - y : part->rect.height);
      if (part->upright)
        x += part->rect.width;
      else
        y += part->rect.height;
    }
}
