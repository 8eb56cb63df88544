/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

/* Where a unit may go: between two cards, or onto one to be below it. What hangs on a unit goes
 * onto another. */

#define MARK_WIDTH 4.0

static double
distance (double at, double from, double to)
{
  return at < from ? from - at : at > to ? at - to : 0;
}

static double
rect_distance (const SdChartRect *rect, double x, double y)
{
  return distance (x, rect->x, rect->x + rect->width) +
         distance (y, rect->y, rect->y + rect->height);
}

static double
lane_distance (const SdChartLane *lane, double x, double y)
{
  return MIN (rect_distance (&lane->header, x, y), rect_distance (&lane->body, x, y));
}

/* The rank among all units, counted without @unit, of the place before or after another. */
static gint64
rank_beside (SdRow *unit, SdRow *other, gboolean after)
{
  gint64 rank = sd_row_get_rank (other) + (after ? 1 : 0);

  if (other == unit)
    return sd_row_get_rank (unit);

  return sd_row_get_rank (unit) < rank ? rank - 1 : rank;
}

static SdChartRect
mark_beside (const SdChartRect *rect, gboolean after)
{
  const double x =
      after ? rect->x + rect->width + SD_CHART_CARD_GAP / 2 : rect->x - SD_CHART_CARD_GAP / 2;

  return (SdChartRect){ x - MARK_WIDTH / 2, rect->y, MARK_WIDTH, rect->height };
}

/* What a unit stays under where only its lane changes. What waits is under nothing that has a
 * place, and in a tree a lane is what hangs right under the leading bodies. */
static const char *
superior_in_lane (SdChart *self, SdRow *unit)
{
  if (sd_row_is (unit, SD_UNIT_STAGE, "bench") ||
      (self->arrangement == SD_CHART_ARRANGEMENT_TREE && sd_chart_superior (self, unit) != NULL))
    return NULL;

  return sd_row_get_text (unit, SD_UNIT_SUPERIOR);
}

/* In a tree a unit comes to be under whatever its new neighbour is under; a lane says nothing of
 * it. */
static const char *
superior_beside (SdChart *self, SdRow *unit, SdRow *neighbour)
{
  return self->arrangement == SD_CHART_ARRANGEMENT_TREE
             ? sd_row_get_text (neighbour, SD_UNIT_SUPERIOR)
             : superior_in_lane (self, unit);
}

/* Whatever is dropped on the bench waits there as it is. */
static void
place_on_bench (
    SdChart *self, SdRow *unit, guint lane, const SdChartRect *mark, SdChartPlace *place)
{
  *place = (SdChartPlace){ .kind = sd_chart_lane_at (self, lane)->kind, .is_bench = TRUE };
  place->lane = lane;
  place->rank = sd_row_get_rank (unit);
  place->mark = *mark;
}

static void
place_beside (
    SdChart *self, SdRow *unit, const SdChartCard *card, gboolean after, SdChartPlace *place)
{
  const SdChartRect mark = mark_beside (&card->rect, after);

  if (sd_chart_lane_at (self, card->lane)->is_bench)
    {
      place_on_bench (self, unit, card->lane, &mark, place);
      return;
    }
  place->kind = sd_chart_lane_at (self, card->lane)->kind;
  place->is_bench = FALSE;
  place->lane = card->lane;
  place->superior_id = superior_beside (self, unit, card->unit);
  place->rank = rank_beside (unit, card->unit, after);
  place->onto = place->ends_lane = FALSE;
  place->mark = mark;
}

/* Below another unit: the kind stays, and the rank, since that is what orders those below it. */
static void
place_onto (SdRow *unit, const SdChartCard *card, SdChartPlace *place)
{
  place->kind = sd_row_get_token (unit, SD_UNIT_KIND);
  place->is_bench = FALSE;
  place->lane = card->lane;
  place->superior_id = sd_row_get_id (card->unit);
  place->rank = sd_row_get_rank (unit);
  place->onto = TRUE;
  place->ends_lane = FALSE;
  place->mark = card->rect;
}

/* The first of an empty lane, or the end of one whose cards are hidden. */
static void
place_in_lane (SdChart *self, SdRow *unit, guint lane, SdChartPlace *place)
{
  const SdChartLane *into = sd_chart_lane_at (self, lane);
  const SdChartRect *rect = into->body.height > 0 ? &into->body : &into->header;

  if (into->is_bench)
    {
      place_on_bench (self, unit, lane,
                      &(SdChartRect){ rect->x, rect->y, MARK_WIDTH, rect->height }, place);
      return;
    }
  place->kind = into->kind;
  place->is_bench = FALSE;
  place->lane = lane;
  place->superior_id = superior_in_lane (self, unit);
  place->rank = (gint64) sd_row_set_get_n_rows (SD_ROW_SET (self->plan), SD_TABLE_UNIT) - 1;
  place->onto = place->ends_lane = FALSE;
  place->mark = (SdChartRect){ rect->x, rect->y, MARK_WIDTH, rect->height };
}

static const SdChartCard *
card_under (SdChart *self, SdRow *unit, double x, double y)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const SdChartCard *card = sd_chart_card_at (self, i);

      if (card->unit != unit && rect_distance (&card->rect, x, y) == 0)
        return card;
    }

  return NULL;
}

static guint
nearest_lane (SdChart *self, double x, double y)
{
  guint nearest = 0;

  for (guint i = 1; i < self->lanes->len; i++)
    if (lane_distance (sd_chart_lane_at (self, i), x, y) <
        lane_distance (sd_chart_lane_at (self, nearest), x, y))
      nearest = i;

  return nearest;
}

static const SdChartCard *
nearest_card (SdChart *self, const SdChartLane *lane, double x, double y)
{
  const SdChartCard *nearest = NULL;

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    {
      const SdChartCard *card = sd_chart_card_at (self, i);

      if (nearest == NULL ||
          rect_distance (&card->rect, x, y) < rect_distance (&nearest->rect, x, y))
        nearest = card;
    }

  return nearest;
}

/* A plaque or a post goes onto the card of another unit of its structure. */
static gboolean
holds (SdChart *self, SdRow *row, const SdChartCard *card)
{
  return !card->ghost && !sd_chart_lane_at (self, card->lane)->is_bench &&
         !g_str_equal (sd_row_get_parent_id (row), sd_row_get_id (card->unit));
}

static void
place_with (const SdChartCard *card, SdChartPlace *place)
{
  place_onto (card->unit, card, place);
  place->rank = 0;
}

/* On the bench it waits with what else its unit has lost. */
static gboolean
place_row_on_bench (SdChart *self, SdRow *row, guint lane, SdChartPlace *place)
{
  const SdChartLane *bench = sd_chart_lane_at (self, lane);
  SdRow *unit =
      sd_row_set_get_row (SD_ROW_SET (self->plan), SD_TABLE_UNIT, sd_row_get_parent_id (row));

  if (!bench->is_bench || unit == NULL || !sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
    return FALSE;
  *place = (SdChartPlace){ .kind = bench->kind, .is_bench = TRUE, .lane = lane, .ends_lane = TRUE };
  place->mark = (SdChartRect){ bench->body.x, bench->body.y, MARK_WIDTH, bench->body.height };
  if (place->mark.height <= 0)
    place->mark =
        (SdChartRect){ bench->header.x, bench->header.y, MARK_WIDTH, bench->header.height };

  return TRUE;
}

static gboolean
find_row_place (SdChart *self, SdRow *row, double x, double y, SdChartPlace *place)
{
  const SdChartCard *card = card_under (self, row, x, y);

  if (card != NULL && holds (self, row, card))
    {
      place_with (card, place);
      return TRUE;
    }
  for (guint i = 0; i < self->lanes->len; i++)
    if (lane_distance (sd_chart_lane_at (self, i), x, y) == 0)
      return place_row_on_bench (self, row, i, place);

  return FALSE;
}

static GArray *
list_row_places (SdChart *self, SdRow *row)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SdChartPlace));
  SdChartPlace place;

  for (guint i = 0; i < self->cards->len; i++)
    if (holds (self, row, sd_chart_card_at (self, i)))
      {
        place_with (sd_chart_card_at (self, i), &place);
        g_array_append_val (places, place);
      }
  for (guint i = 0; i < self->lanes->len; i++)
    if (place_row_on_bench (self, row, i, &place))
      g_array_append_val (places, place);

  return places;
}

/**
 * sd_chart_find_place:
 * @self: a chart that has been laid out
 * @row: the unit that is to be moved, or a plaque or post of one
 * @x: a point
 * @y: a point
 * @place: (out caller-allocates): where it would go, dropped at the point
 *
 * The middle of a card means below its unit, its sides mean beside it; elsewhere the nearest lane
 * and card decide. A plaque or a post goes onto a card or to the bench.
 *
 * Returns: whether there is such a place; not in a chart without lanes
 */
gboolean
sd_chart_find_place (SdChart *self, SdRow *row, double x, double y, SdChartPlace *place)
{
  const SdChartCard *card = card_under (self, row, x, y);
  guint lane;

  if (self->lanes->len == 0)
    return FALSE;
  if (sd_row_get_table_id (row) != SD_TABLE_UNIT)
    return find_row_place (self, row, x, y, place);
  if (card != NULL)
    {
      const double part = (x - card->rect.x) / card->rect.width;

      if (part > 0.3 && part < 0.7 && !sd_chart_lane_at (self, card->lane)->is_bench)
        place_onto (row, card, place);
      else
        place_beside (self, row, card, part >= 0.7, place);
      return TRUE;
    }

  lane = nearest_lane (self, x, y);
  card = nearest_card (self, sd_chart_lane_at (self, lane), x, y);
  if (card != NULL)
    place_beside (self, row, card, x > card->rect.x + card->rect.width / 2, place);
  else
    place_in_lane (self, row, lane, place);

  return TRUE;
}

/* The card @places before or after @card among those that it stands in a row with. */
static const SdChartCard *
neighbour (SdChart *self, const SdChartCard *card, int places)
{
  const SdChartLane *lane = sd_chart_lane_at (self, card->lane);
  const gboolean tree = self->arrangement == SD_CHART_ARRANGEMENT_TREE;
  SdRow *superior = sd_chart_superior (self, card->unit);

  for (int i = (int) card->rank + places; i >= 0 && i < (int) lane->n_cards; i += places)
    {
      const SdChartCard *other = sd_chart_card_at (self, lane->first + (guint) i);

      if (!tree || sd_chart_superior (self, other->unit) == superior)
        return other;
    }

  return NULL;
}

/**
 * sd_chart_step_place:
 * @self: a chart that has been laid out
 * @unit: the unit that is to be moved
 * @places: -1 or 1 to move it before or after its neighbour, else 0
 * @lanes: -1 or 1 to move it to the end of the lane before or after, else 0
 * @place: (out caller-allocates): where it would go
 *
 * Returns: whether there is such a place
 */
gboolean
sd_chart_step_place (SdChart *self, SdRow *unit, int places, int lanes, SdChartPlace *place)
{
  const SdChartCard *card = sd_chart_find_card (self, sd_row_get_id (unit));
  const SdChartCard *other;
  int lane;

  if (card == NULL)
    return FALSE;
  if (lanes == 0)
    {
      other = card->host < 0 && places != 0 ? neighbour (self, card, places) : NULL;
      if (other != NULL)
        place_beside (self, unit, other, places > 0, place);
      return other != NULL;
    }

  lane = (int) card->lane + lanes;
  if (lane < 0 || lane >= (int) self->lanes->len)
    return FALSE;
  if (sd_chart_lane_at (self, (guint) lane)->n_cards == 0)
    {
      place_in_lane (self, unit, (guint) lane, place);
      return TRUE;
    }
  other = sd_chart_card_at (self, sd_chart_lane_at (self, (guint) lane)->first +
                                      sd_chart_lane_at (self, (guint) lane)->n_cards - 1);
  place_beside (self, unit, other, TRUE, place);

  return TRUE;
}

static void
list_beside (SdChart *self, SdRow *unit, const SdChartLane *lane, GArray *places)
{
  SdChartPlace place;

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    {
      const SdChartCard *card = sd_chart_card_at (self, i);

      if (card->ghost)
        continue;
      place_beside (self, unit, card, FALSE, &place);
      g_array_append_val (places, place);
      if (card->unit == unit || lane->is_bench)
        continue;
      place_onto (unit, card, &place);
      g_array_append_val (places, place);
    }
}

static void
list_end (SdChart *self, SdRow *unit, guint index, GArray *places)
{
  const SdChartLane *lane = sd_chart_lane_at (self, index);
  const SdChartCard *last = NULL;
  SdChartPlace place;

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    if (!sd_chart_card_at (self, i)->ghost)
      last = sd_chart_card_at (self, i);
  if (last != NULL)
    place_beside (self, unit, last, TRUE, &place);
  else
    place_in_lane (self, unit, index, &place);
  place.ends_lane = TRUE;
  g_array_append_val (places, place);
}

/**
 * sd_chart_list_places:
 * @self: a chart that has been laid out
 * @row: the unit that is to be moved, or a plaque or post of one
 *
 * Returns: (transfer full) (element-type SdChartPlace): where it may go, lane by lane: before each
 *   card and onto it, and at the end; a plaque or post onto each card, and to the bench. Valid
 * until the next layout
 */
GArray *
sd_chart_list_places (SdChart *self, SdRow *row)
{
  GArray *places;

  if (sd_row_get_table_id (row) != SD_TABLE_UNIT)
    return list_row_places (self, row);

  places = g_array_new (FALSE, FALSE, sizeof (SdChartPlace));
  for (guint i = 0; i < self->lanes->len; i++)
    {
      list_beside (self, row, sd_chart_lane_at (self, i), places);
      list_end (self, row, i, places);
    }

  return places;
}
