/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

G_DEFINE_FINAL_TYPE (SdChart, sd_chart, G_TYPE_OBJECT)

static void
clear_card (gpointer data)
{
  SdChartCard *card = data;

  g_clear_object (&card->unit);
  g_clear_pointer (&card->shapes, g_array_unref);
}

static void
clear_lane (gpointer data)
{
  g_clear_object (&((SdChartLane *) data)->title.layout);
}

static void
clear_shape (gpointer data)
{
  g_clear_object (&((SdChartShape *) data)->layout);
}

static void
sd_chart_finalize (GObject *object)
{
  SdChart *self = SD_CHART (object);

  g_clear_pointer (&self->cache, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->by_unit);
  g_array_unref (self->shapes);
  g_array_unref (self->cards);
  g_array_unref (self->lanes);
  g_clear_object (&self->context);
  g_free (self->town);
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
  self->shapes = g_array_new (FALSE, TRUE, sizeof (SdChartShape));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_unit = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (self->lanes, clear_lane);
  g_array_set_clear_func (self->cards, clear_card);
  g_array_set_clear_func (self->shapes, clear_shape);
}

static void
forget (SdChart *self)
{
  guint fonts = pango_context_get_serial (self->context);

  g_hash_table_remove_all (self->by_unit);
  g_array_set_size (self->shapes, 0);
  g_array_set_size (self->cards, 0);
  g_array_set_size (self->lanes, 0);
  if (self->fonts != fonts)
    {
      g_clear_pointer (&self->cache, g_hash_table_unref);
      g_clear_pointer (&self->texts, g_hash_table_unref);
    }
  self->fonts = fonts;
}

/**
 * sd_chart_layout:
 * @self: a chart
 * @width: width to fill; a tree may need more
 *
 * Lays the plan out as it is now. This is done anew after each edit; cards that show the same as
 * before keep their shapes.
 */
void
sd_chart_layout (SdChart *self, double width)
{
  forget (self);
  if (self->coloring == SD_CHART_COLORING_CHANGE)
    self->changes = sd_unit_changes_new (self->plan);
  sd_chart_collect (self);
  if (self->arrangement == SD_CHART_ARRANGEMENT_TREE)
    sd_chart_lay_out_tree (self, width);
  else
    sd_chart_lay_out_lanes (self, width);
  g_clear_pointer (&self->changes, sd_unit_changes_free);
}

/**
 * sd_chart_new:
 * @plan: the plan to show
 * @stage: "current", "proposed" or "bench"
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
 * sd_chart_get_plan:
 * @self: a chart
 *
 * Returns: (transfer none): the plan that it shows
 */
SdPlan *
sd_chart_get_plan (SdChart *self)
{
  return self->plan;
}

/**
 * sd_chart_set_town:
 * @self: a chart
 * @town: (nullable): name of the town, which stands above a tree without leading bodies
 */
void
sd_chart_set_town (SdChart *self, const char *town)
{
  g_free (self->town);
  self->town = g_strdup (town);
}

/**
 * sd_chart_set_arrangement:
 * @self: a chart
 * @arrangement: how the next layout is to be
 */
void
sd_chart_set_arrangement (SdChart *self, SdChartArrangement arrangement)
{
  self->arrangement = arrangement;
}

/**
 * sd_chart_get_arrangement:
 * @self: a chart
 *
 * Returns: how the next layout will be
 */
SdChartArrangement
sd_chart_get_arrangement (SdChart *self)
{
  return self->arrangement;
}

/**
 * sd_chart_set_compact:
 * @self: a chart
 * @compact: whether the next layout leaves out what only somebody who edits needs: lanes without
 *   cards, and room for badges
 */
void
sd_chart_set_compact (SdChart *self, gboolean compact)
{
  self->compact = compact;
}

/**
 * sd_chart_set_chinese:
 * @self: a chart
 * @chinese: whether its words are Chinese whatever the language of the user, for a document
 */
void
sd_chart_set_chinese (SdChart *self, gboolean chinese)
{
  self->chinese = chinese;
}

/**
 * sd_chart_set_coloring:
 * @self: a chart
 * @coloring: what the stripes are to say from the next layout on
 */
void
sd_chart_set_coloring (SdChart *self, SdChartColoring coloring)
{
  self->coloring = coloring;
}

/**
 * sd_chart_set_marks:
 * @self: a chart
 * @marks: (nullable) (element-type utf8 guint): marks by identifier of the unit; 0 is none
 *
 * Sets what %SD_CHART_COLORING_MARK shows from the next layout on.
 */
void
sd_chart_set_marks (SdChart *self, GHashTable *marks)
{
  if (marks != NULL)
    g_hash_table_ref (marks);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  self->marks = marks;
}

/**
 * sd_chart_set_folded:
 * @self: a chart
 * @key: identifier of a unit whose branch it is, or name of the kind of a lane
 * @folded: whether its cards are hidden from the next layout on
 */
void
sd_chart_set_folded (SdChart *self, const char *key, gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (key));
  else
    g_hash_table_remove (self->folded, key);
}

/**
 * sd_chart_get_folded:
 * @self: a chart
 * @key: identifier of a unit, or name of a kind
 *
 * Returns: whether its cards are hidden
 */
gboolean
sd_chart_get_folded (SdChart *self, const char *key)
{
  return g_hash_table_contains (self->folded, key);
}

/**
 * sd_chart_get_width:
 * @self: a chart that has been laid out
 *
 * Returns: the width it fills
 */
double
sd_chart_get_width (SdChart *self)
{
  return self->width;
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
 * @lane: index of a lane, in the order of the kinds
 *
 * Returns: (transfer none): the lane; valid until the next layout
 */
const SdChartLane *
sd_chart_get_lane (SdChart *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);

  return sd_chart_lane_at (self, lane);
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
 * @card: index of a card, lane by lane; those that adjoin others come last
 *
 * Returns: (transfer none): the card; valid until the next layout
 */
const SdChartCard *
sd_chart_get_card (SdChart *self, guint card)
{
  g_return_val_if_fail (card < self->cards->len, NULL);

  return sd_chart_card_at (self, card);
}

/**
 * sd_chart_find_card:
 * @self: a chart
 * @unit_id: (nullable): a unit
 *
 * Returns: (transfer none) (nullable): the unit's card, unless it is hidden; valid until the next
 *   layout
 */
const SdChartCard *
sd_chart_find_card (SdChart *self, const char *unit_id)
{
  guint index =
      unit_id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_unit, unit_id)) : 0;

  return index > 0 ? sd_chart_card_at (self, index - 1) : NULL;
}

/**
 * sd_chart_get_n_shapes:
 * @self: a chart
 *
 * Returns: how many shapes there are beside those on the cards
 */
guint
sd_chart_get_n_shapes (SdChart *self)
{
  return self->shapes->len;
}

/**
 * sd_chart_get_shape:
 * @self: a chart
 * @shape: index of a shape
 *
 * Returns: (transfer none): a part of a connector, or of what stands outside the units, in chart
 *   units; valid until the next layout
 */
const SdChartShape *
sd_chart_get_shape (SdChart *self, guint shape)
{
  g_return_val_if_fail (shape < self->shapes->len, NULL);

  return &g_array_index (self->shapes, SdChartShape, shape);
}
