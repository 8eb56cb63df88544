/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart.h"

#include "card-private.h"

#define MARGIN 12.0
#define HEADER_HEIGHT 36.0
#define LANE_GAP 14.0
#define CARD_GAP 10.0
#define CARD_MIN_WIDTH 176.0
#define CARD_MAX_WIDTH 264.0
#define EMPTY_HEIGHT 44.0
#define LINK_WIDTH 2.0
#define MARK_WIDTH 4.0

struct _SdChart
{
  GObject parent_instance;

  SdPlan *plan;
  char *stage;
  PangoContext *context;

  GArray *lanes; /* SdChartLane */
  GArray *cards; /* SdChartCard, lane by lane */
  GArray *links; /* SdChartShape */
  double height;
  double card_width;
  guint columns;
};

G_DEFINE_FINAL_TYPE (SdChart, sd_chart, G_TYPE_OBJECT)

static void
clear_card (gpointer data)
{
  SdChartCard *card = data;

  g_clear_object (&card->unit);
  g_clear_pointer (&card->shapes, g_array_unref);
}

static void
sd_chart_finalize (GObject *object)
{
  SdChart *self = SD_CHART (object);

  g_array_unref (self->links);
  g_array_unref (self->cards);
  g_array_unref (self->lanes);
  g_clear_object (&self->context);
  g_free (self->stage);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (sd_chart_parent_class)->finalize (object);
}

static void
sd_chart_class_init (SdChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_chart_finalize;
}

static void
sd_chart_init (SdChart *self)
{
  self->lanes = g_array_new (FALSE, TRUE, sizeof (SdChartLane));
  self->cards = g_array_new (FALSE, TRUE, sizeof (SdChartCard));
  self->links = g_array_new (FALSE, TRUE, sizeof (SdChartShape));
  g_array_set_clear_func (self->cards, clear_card);
}

/* Coordinating bodies and social organizations are rare, so their lanes show only when used. */
static gboolean
lane_is_always_shown (const SdToken *kind)
{
  return !g_str_equal (kind->name, "coordinating") && !g_str_equal (kind->name, "social");
}

static gint64
largest_headcount (SdChart *self)
{
  gint64 largest = 0;
  SdRow *unit;

  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    if (sd_row_is (unit, SD_UNIT_STAGE, self->stage))
      largest = MAX (largest, sd_plan_get_quota (self->plan, sd_row_get_id (unit), NULL));

  return largest;
}

static void
choose_columns (SdChart *self, double width)
{
  double room = MAX (width - 2 * MARGIN, CARD_MIN_WIDTH);

  self->columns = (guint) ((room + CARD_GAP) / (CARD_MIN_WIDTH + CARD_GAP));
  self->card_width = (room - (self->columns - 1) * CARD_GAP) / self->columns;
  self->card_width = MIN (self->card_width, CARD_MAX_WIDTH);
}

static void
collect_cards (SdChart *self, SdChartLane *lane, gint64 largest)
{
  SdRow *unit;

  lane->first = self->cards->len;
  SD_FOREACH_ROW (unit, self->plan, SD_TABLE_UNIT)
    {
      SdChartCard card = { .lane = self->lanes->len };

      if (!sd_row_is (unit, SD_UNIT_STAGE, self->stage) ||
          !sd_row_is (unit, SD_UNIT_KIND, lane->kind->name))
        continue;
      card.unit = g_object_ref (unit);
      card.rank = lane->n_cards++;
      card.shapes = sd_chart_card_shapes (self->plan, unit, self->context, self->card_width,
                                          largest, &card.rect.height);
      card.rect.width = self->card_width;
      g_array_append_val (self->cards, card);
    }
}

/* Cards of one line are made equally high, so that the lane reads as a grid. */
static double
place_line (SdChart *self, guint first, guint n, double y)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, g_array_index (self->cards, SdChartCard, first + i).rect.height);
  for (guint i = 0; i < n; i++)
    {
      SdChartCard *card = &g_array_index (self->cards, SdChartCard, first + i);

      card->rect.x = MARGIN + i * (self->card_width + CARD_GAP);
      card->rect.y = y;
      card->rect.height = height;
      g_array_index (card->shapes, SdChartShape, 0).rect.height = height;
    }

  return height;
}

static void
place_lane (SdChart *self, SdChartLane *lane, double width, double y)
{
  double body_y = y + HEADER_HEIGHT;
  double bottom = body_y;

  for (guint i = 0; i < lane->n_cards; i += self->columns)
    {
      if (i > 0)
        bottom += CARD_GAP;
      bottom += place_line (self, lane->first + i, MIN (self->columns, lane->n_cards - i), bottom);
    }
  if (lane->n_cards == 0)
    bottom += EMPTY_HEIGHT;

  lane->header = (SdChartRect) { MARGIN, y, width - 2 * MARGIN, HEADER_HEIGHT };
  lane->body = (SdChartRect) { MARGIN, body_y, width - 2 * MARGIN, bottom - body_y };
}

static void
add_link_rect (SdChart *self, double x1, double y1, double x2, double y2)
{
  const double half = LINK_WIDTH / 2;
  SdChartShape shape = { .role = SD_CHART_ROLE_LINK };

  shape.rect = (SdChartRect) { MIN (x1, x2) - half, MIN (y1, y2) - half,
                               ABS (x2 - x1) + LINK_WIDTH, ABS (y2 - y1) + LINK_WIDTH };
  g_array_append_val (self->links, shape);
}

/* An orthogonal connector that crosses no card: out below the upper card, along the left margin,
 * and in above the lower one. */
static void
add_link (SdChart *self, const SdChartRect *upper, const SdChartRect *lower)
{
  const double left = MARGIN / 2;
  const double x1 = upper->x + upper->width / 2, x2 = lower->x + lower->width / 2;
  const double bottom = upper->y + upper->height, below = bottom + CARD_GAP / 2;
  const double above = lower->y - CARD_GAP / 2;

  add_link_rect (self, x1, bottom, x1, below);
  add_link_rect (self, x1, below, left, below);
  add_link_rect (self, left, below, left, above);
  add_link_rect (self, left, above, x2, above);
  add_link_rect (self, x2, above, x2, lower->y);
}

static void
link_co_located (SdChart *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const SdChartCard *card = &g_array_index (self->cards, SdChartCard, i);
      const char *host_id = sd_row_get_text (card->unit, SD_UNIT_CO_LOCATED_WITH);
      const SdChartCard *host = host_id != NULL ? sd_chart_find_card (self, host_id) : NULL;

      if (host == NULL || host->rect.y == card->rect.y)
        continue;
      if (host->rect.y < card->rect.y)
        add_link (self, &host->rect, &card->rect);
      else
        add_link (self, &card->rect, &host->rect);
    }
}

/**
 * sd_chart_new:
 * @plan: the plan to show
 * @stage: "current" or "proposed"
 * @context: fonts and language for the text
 *
 * Returns: (transfer full): a chart with nothing laid out yet
 */
SdChart *
sd_chart_new (SdPlan *plan, const char *stage, PangoContext *context)
{
  SdChart *self = g_object_new (SD_TYPE_CHART, NULL);

  self->plan = g_object_ref (plan);
  self->stage = g_strdup (stage);
  self->context = g_object_ref (context);

  return self;
}

/**
 * sd_chart_layout:
 * @self: a chart
 * @width: width to fill
 *
 * Lays the plan out as it is now. The plan is small, so this is done anew after each edit.
 */
void
sd_chart_layout (SdChart *self, double width)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  gint64 largest = largest_headcount (self);
  double y = MARGIN;

  g_array_set_size (self->links, 0);
  g_array_set_size (self->cards, 0);
  g_array_set_size (self->lanes, 0);
  choose_columns (self, width);

  for (guint i = 0; i < kinds->n_tokens; i++)
    {
      SdChartLane lane = { .kind = &kinds->tokens[i] };

      collect_cards (self, &lane, largest);
      if (lane.n_cards == 0 && !lane_is_always_shown (lane.kind))
        continue;
      place_lane (self, &lane, MAX (width, CARD_MIN_WIDTH + 2 * MARGIN), y);
      y = lane.body.y + lane.body.height + LANE_GAP;
      g_array_append_val (self->lanes, lane);
    }
  self->height = y - LANE_GAP + MARGIN;
  link_co_located (self);
}

/**
 * sd_chart_get_height:
 * @self: a chart that has been laid out
 *
 * Returns: the height it fills
 */
double
sd_chart_get_height (SdChart *self)
{
  return self->height;
}

/**
 * sd_chart_get_n_lanes:
 * @self: a chart
 *
 * Returns: how many lanes are shown
 */
guint
sd_chart_get_n_lanes (SdChart *self)
{
  return self->lanes->len;
}

/**
 * sd_chart_get_lane:
 * @self: a chart
 * @lane: index of a lane, from the top
 *
 * Returns: (transfer none): the lane; valid until the next layout
 */
const SdChartLane *
sd_chart_get_lane (SdChart *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);

  return &g_array_index (self->lanes, SdChartLane, lane);
}

/**
 * sd_chart_get_n_cards:
 * @self: a chart
 *
 * Returns: how many cards there are
 */
guint
sd_chart_get_n_cards (SdChart *self)
{
  return self->cards->len;
}

/**
 * sd_chart_get_card:
 * @self: a chart
 * @card: index of a card, lane by lane
 *
 * Returns: (transfer none): the card; valid until the next layout
 */
const SdChartCard *
sd_chart_get_card (SdChart *self, guint card)
{
  g_return_val_if_fail (card < self->cards->len, NULL);

  return &g_array_index (self->cards, SdChartCard, card);
}

/**
 * sd_chart_find_card:
 * @self: a chart
 * @unit_id: (nullable): a unit
 *
 * Returns: (transfer none) (nullable): the unit's card; valid until the next layout
 */
const SdChartCard *
sd_chart_find_card (SdChart *self, const char *unit_id)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const SdChartCard *card = &g_array_index (self->cards, SdChartCard, i);

      if (g_strcmp0 (sd_row_get_id (card->unit), unit_id) == 0)
        return card;
    }

  return NULL;
}

/**
 * sd_chart_get_n_links:
 * @self: a chart
 *
 * Returns: how many rectangles the connectors are made of
 */
guint
sd_chart_get_n_links (SdChart *self)
{
  return self->links->len;
}

/**
 * sd_chart_get_link:
 * @self: a chart
 * @link: index of a rectangle
 *
 * Returns: (transfer none): the rectangle, in chart units; valid until the next layout
 */
const SdChartShape *
sd_chart_get_link (SdChart *self, guint link)
{
  g_return_val_if_fail (link < self->links->len, NULL);

  return &g_array_index (self->links, SdChartShape, link);
}

/* The gap nearest to the point: a card whose line the point is on takes the place after it when the
 * point is on its right half. */
static guint
rank_at (SdChart *self, const SdChartLane *lane, double x, double y)
{
  guint rank = lane->n_cards;

  for (guint i = 0; i < lane->n_cards; i++)
    {
      const SdChartCard *card = &g_array_index (self->cards, SdChartCard, lane->first + i);

      if (y < card->rect.y + card->rect.height + CARD_GAP / 2 &&
          x < card->rect.x + card->rect.width / 2)
        return i;
      if (y < card->rect.y - CARD_GAP / 2)
        return i;
    }

  return rank;
}

static SdChartRect
mark_at (SdChart *self, const SdChartLane *lane, guint rank, double y)
{
  const SdChartCard *before, *after;
  SdChartRect at;

  if (lane->n_cards == 0)
    return (SdChartRect) { lane->body.x, lane->body.y, MARK_WIDTH, lane->body.height };

  before = rank > 0 ? &g_array_index (self->cards, SdChartCard, lane->first + rank - 1) : NULL;
  after = rank < lane->n_cards ? &g_array_index (self->cards, SdChartCard, lane->first + rank)
                               : NULL;

  /* Between the last card of one line and the first of the next, the mark is at the pointer. */
  if (after == NULL || (before != NULL && y < after->rect.y - CARD_GAP / 2))
    {
      at = before->rect;
      at.x += at.width + CARD_GAP / 2;
    }
  else
    {
      at = after->rect;
      at.x -= CARD_GAP / 2;
    }

  return (SdChartRect) { at.x - MARK_WIDTH / 2, at.y, MARK_WIDTH, at.height };
}

/**
 * sd_chart_find_place:
 * @self: a chart that has been laid out
 * @x: a point
 * @y: a point
 * @rank: (out): the place in the lane before which a card dropped there would go
 * @mark: (out): where to show that place
 *
 * Returns: (transfer none): the lane that a card dropped at the point would go to; above the first
 *   and below the last lane, that lane
 */
const SdChartLane *
sd_chart_find_place (SdChart *self, double x, double y, guint *rank, SdChartRect *mark)
{
  const SdChartLane *lane = NULL;

  g_return_val_if_fail (self->lanes->len > 0, NULL);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      lane = &g_array_index (self->lanes, SdChartLane, i);
      if (y < lane->body.y + lane->body.height + LANE_GAP / 2)
        break;
    }
  *rank = rank_at (self, lane, x, y);
  *mark = mark_at (self, lane, *rank, y);

  return lane;
}

/**
 * sd_chart_rank_in_plan:
 * @self: a chart
 * @unit: the unit that is moved
 * @lane: the lane it is moved to
 * @rank: the place in the lane before which it goes, as sd_chart_find_place() gives it
 *
 * The units of a plan are in one order, of which each lane shows a part. Ranks count the others
 * only, as if @unit had been taken out first.
 *
 * Returns: the rank among all units that brings it to that place; its own where it is there already
 */
gint64
sd_chart_rank_in_plan (SdChart *self, SdRow *unit, const SdChartLane *lane, guint rank)
{
  const SdChartCard *card = sd_chart_find_card (self, sd_row_get_id (unit));
  gint64 place;

  if (card != NULL && sd_chart_get_lane (self, card->lane) == lane &&
      (rank == card->rank || rank == card->rank + 1))
    return sd_row_get_rank (unit);

  if (rank < lane->n_cards)
    place = sd_row_get_rank (sd_chart_get_card (self, lane->first + rank)->unit);
  else
    place = sd_row_set_get_n_rows (SD_ROW_SET (self->plan), SD_TABLE_UNIT);
  if (place > sd_row_get_rank (unit))
    place--;

  return place;
}
