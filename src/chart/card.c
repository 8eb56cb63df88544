/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "card-private.h"

/* What is on a card. */

#define TAB_PADDING 6.0
#define TAB_GAP 4.0
#define BAR_HEIGHT 4.0
#define PIP 8.0
#define PIP_GAP 4.0
#define MOST_PIPS 12

/* What was on a card, and what it showed. */
typedef struct
{
  char *signature;
  GArray *shapes;
  double width, height;
} Cached;

static void
cached_free (gpointer data)
{
  Cached *cached = data;

  g_free (cached->signature);
  g_array_unref (cached->shapes);
  g_free (cached);
}

static void
clear_shape (gpointer data)
{
  g_clear_object (&((SdChartShape *) data)->layout);
  g_clear_object (&((SdChartShape *) data)->row);
}

GPtrArray *
sd_filling_get_children (const SdFilling *filling, SdTableId table)
{
  return sd_row_set_get_children (SD_ROW_SET (filling->chart->plan), table,
                                  sd_row_get_id (filling->unit));
}

static double
inner_left (void)
{
  return SD_CARD_STRIPE + SD_CARD_PADDING;
}

static double
inner_width (const SdFilling *filling)
{
  return filling->width - inner_left () - SD_CARD_PADDING;
}

/* What was painted last can be taken hold of as @row. */
void
sd_filling_set_row (SdFilling *filling, SdRow *row)
{
  g_set_object (&g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).row, row);
}

double
sd_filling_last_height (const SdFilling *filling)
{
  return g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).rect.height;
}

static void
add_wrapped (SdFilling *filling,
             const char *text,
             double scale,
             PangoWeight weight,
             SdChartRole role,
             double width)
{
  sd_chart_add_text (filling->shapes,
                     sd_chart_make_text (filling->chart, text, scale, weight, width), inner_left (),
                     filling->y, role);
  filling->y += sd_filling_last_height (filling);
}

static void
add_note (SdFilling *filling, const char *text)
{
  if (text == NULL)
    return;

  filling->y += SD_CARD_LINE_GAP;
  add_wrapped (filling, text, SD_CARD_SMALL, PANGO_WEIGHT_NORMAL, SD_CHART_ROLE_DIM,
               inner_width (filling));
}

/* The stripe */

void
sd_filling_add_stripe (SdFilling *filling, SdChartRect rect)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  const char *id = sd_row_get_id (filling->unit);
  SdChart *chart = filling->chart;
  SdChartRole role = SD_CHART_ROLE_KIND;
  guint token = (guint) sd_enumeration_index (kinds, sd_row_get_text (filling->unit, SD_UNIT_KIND));

  if (chart->coloring == SD_CHART_COLORING_CHANGE)
    {
      role = SD_CHART_ROLE_CHANGE;
      token = sd_unit_changes_get (chart->changes, id);
    }
  else if (chart->coloring == SD_CHART_COLORING_MARK)
    {
      role = SD_CHART_ROLE_MARK;
      token = chart->marks != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (chart->marks, id)) : 0;
    }
  sd_chart_add_rect (filling->shapes, rect, role, token, 0);
}

/* Notes */

/* What is done to the unit, and with which others: 合并：农业服务中心、林业站. */
static char *
describe_change (const SdFilling *filling)
{
  const SdChart *chart = filling->chart;
  const char *label;
  GPtrArray *others;
  GString *text;

  if (chart->changes == NULL)
    return NULL;
  label = sd_chart_change (chart->chinese,
                           sd_unit_changes_get (chart->changes, sd_row_get_id (filling->unit)));
  if (*label == '\0')
    return NULL;

  text = g_string_new (label);
  others = sd_unit_changes_get_others (chart->changes, sd_row_get_id (filling->unit));
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (text, "%s%s", sd_chart_word (chart->chinese, i == 0 ? ": " : ", "),
                            sd_row_get_text (others->pdata[i], SD_UNIT_NAME));

  return g_string_free (text, FALSE);
}

/* In lanes no line leads to the unit above, so the card names it. */
static char *
describe_superior (const SdFilling *filling)
{
  SdRow *superior = filling->chart->arrangement == SD_CHART_ARRANGEMENT_LANES
                        ? sd_chart_superior (filling->chart, filling->unit)
                        : NULL;

  if (superior == NULL)
    return NULL;

  return g_strdup_printf (sd_chart_word (filling->chart->chinese, "Under %s"),
                          sd_row_get_text (superior, SD_UNIT_NAME));
}

static char *
describe_dispatch (const SdFilling *filling)
{
  g_autoptr (GPtrArray) dispatches = sd_filling_get_children (filling, SD_TABLE_DISPATCH);
  const char *department;

  if (filling->chart->arrangement != SD_CHART_ARRANGEMENT_LANES || dispatches->len == 0)
    return NULL;

  department = sd_row_get_text (dispatches->pdata[0], SD_DISPATCH_DEPARTMENT);
  return g_strdup_printf (sd_chart_word (filling->chart->chinese, "Guided by %s"),
                          department != NULL ? department : "");
}

/* The numbers by type: 行政编制 9 · 事业编制 3. */
static char *
describe_quotas (const SdFilling *filling)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < types->n_tokens; i++)
    {
      gint64 approved = sd_plan_get_quota (filling->chart->plan, sd_row_get_id (filling->unit),
                                           types->tokens[i].name);

      if (approved > 0)
        g_string_append_printf (numbers, "%s%s %" G_GINT64_FORMAT, numbers->len > 0 ? " · " : "",
                                sd_chart_token (filling->chart->chinese, &types->tokens[i]),
                                approved);
    }
  if (numbers->len > 0)
    return g_string_free (numbers, FALSE);

  g_string_free (numbers, TRUE);
  return NULL;
}

/* Plaques: each is a tab of its own; tabs flow into as many lines as they need. */

static void
add_plaque (SdFilling *filling, SdRow *plaque, double *x, double *line_height)
{
  const char *name = sd_row_get_text (plaque, SD_PLAQUE_NAME);
  const double room = inner_width (filling) - 2 * TAB_PADDING;
  PangoLayout *layout =
      sd_chart_make_text (filling->chart, name, SD_CARD_SMALL, PANGO_WEIGHT_NORMAL, room);
  int w, h;
  double width, height;

  pango_layout_get_size (layout, &w, &h);
  width = w / (double) PANGO_SCALE + 2 * TAB_PADDING;
  height = h / (double) PANGO_SCALE + 4;
  if (*x > 0 && *x + width > inner_width (filling))
    {
      filling->y += *line_height + TAB_GAP;
      *x = *line_height = 0;
    }
  sd_chart_add_rect (filling->shapes,
                     (SdChartRect){ inner_left () + *x, filling->y, width, height },
                     SD_CHART_ROLE_TAB, 0, 4);
  sd_filling_set_row (filling, plaque);
  sd_chart_add_text (filling->shapes, layout, inner_left () + *x + TAB_PADDING, filling->y + 2,
                     SD_CHART_ROLE_TEXT);
  *x += width + TAB_GAP;
  *line_height = MAX (*line_height, height);
}

static void
add_plaques (SdFilling *filling)
{
  g_autoptr (GPtrArray) plaques = sd_filling_get_children (filling, SD_TABLE_PLAQUE);
  double x = 0, line_height = 0;

  if (plaques->len == 0)
    return;

  filling->y += SD_CARD_LINE_GAP;
  for (guint i = 0; i < plaques->len; i++)
    add_plaque (filling, plaques->pdata[i], &x, &line_height);
  filling->y += line_height;
}

/* Headcount and posts */

void
sd_filling_add_bar (SdFilling *filling, double left, double width)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  const SdChart *chart = filling->chart;
  double x = left;

  sd_chart_add_rect (filling->shapes, (SdChartRect){ left, filling->y, width, BAR_HEIGHT },
                     SD_CHART_ROLE_TRACK, 0, BAR_HEIGHT / 2);
  for (guint i = 0; i < types->n_tokens; i++)
    {
      gint64 approved =
          sd_plan_get_quota (chart->plan, sd_row_get_id (filling->unit), types->tokens[i].name);
      double length = chart->largest > 0 ? width * approved / chart->largest : 0;

      if (length <= 0)
        continue;
      sd_chart_add_rect (filling->shapes, (SdChartRect){ x, filling->y, length, BAR_HEIGHT },
                         SD_CHART_ROLE_QUOTA, i, BAR_HEIGHT / 2);
      x += length;
    }
  filling->y += BAR_HEIGHT;
}

static void
add_pip (SdFilling *filling, SdRow *post, double x)
{
  const double size = sd_row_is (post, SD_POST_ROLE, "head") ? PIP : PIP - 2;
  const double y = filling->y + (PIP - size) / 2;

  sd_chart_add_rect (filling->shapes, (SdChartRect){ x, y, size, size }, SD_CHART_ROLE_PIP, 0,
                     size / 2);
  g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).hollow =
      sd_row_is (post, SD_POST_ENGAGEMENT, "concurrent");
  sd_filling_set_row (filling, post);
}

/* A pip a post: heads larger, those held concurrently hollow. More than a line of them is a
 * mistake that the table shows better. */
void
sd_filling_add_pips (SdFilling *filling, double left, double width)
{
  g_autoptr (GPtrArray) posts = sd_filling_get_children (filling, SD_TABLE_POST);
  const guint most = MIN (MOST_PIPS, (guint) ((width + PIP_GAP) / (PIP + PIP_GAP)));
  guint n = 0;

  if (posts->len == 0)
    return;

  filling->y += SD_CARD_LINE_GAP;
  for (guint i = 0; i < posts->len; i++)
    for (gint64 j = 0; j < sd_row_get_integer (posts->pdata[i], SD_POST_COUNT) && n < most; j++)
      add_pip (filling, posts->pdata[i], left + n++ * (PIP + PIP_GAP));
  filling->y += PIP;
}

/* The two forms */

static void
fill_wide (SdFilling *filling)
{
  g_autofree char *change = describe_change (filling);
  g_autofree char *superior = describe_superior (filling);
  g_autofree char *dispatch = describe_dispatch (filling);
  g_autofree char *quotas = describe_quotas (filling);

  filling->y = SD_CARD_PADDING;
  sd_filling_add_stripe (filling, (SdChartRect){ 0, 0, SD_CARD_STRIPE, 0 });
  add_wrapped (filling, sd_row_get_text (filling->unit, SD_UNIT_NAME), 1.0, PANGO_WEIGHT_BOLD,
               SD_CHART_ROLE_TEXT,
               inner_width (filling) - (filling->chart->compact ? 0 : SD_CARD_BADGE));
  add_note (filling, change);
  add_note (filling, superior);
  add_note (filling, dispatch);
  add_plaques (filling);
  add_note (filling, quotas);
  if (quotas != NULL)
    {
      filling->y += 4;
      sd_filling_add_bar (filling, inner_left (), inner_width (filling));
    }
  sd_filling_add_pips (filling, inner_left (), inner_width (filling));
  filling->y += SD_CARD_PADDING;
  g_array_index (filling->shapes, SdChartShape, 0).rect.height = filling->y;
}

/* Everything that a card shows, as text: a card of which this is as it was is the card it was. */
static char *
sign (const SdFilling *filling, SdCardForm form)
{
  static const SdTableId tables[] = { SD_TABLE_PLAQUE, SD_TABLE_POST };
  const SdChart *chart = filling->chart;
  const char *id = sd_row_get_id (filling->unit);
  g_autofree char *change = describe_change (filling);
  g_autofree char *superior = describe_superior (filling);
  g_autofree char *dispatch = describe_dispatch (filling);
  g_autofree char *quotas = describe_quotas (filling);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, "%d %d %g %d %u %" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%s\n%s\n", form, chart->compact,
      filling->width, chart->coloring,
      chart->marks != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (chart->marks, id)) : 0,
      chart->largest, sd_row_get_text (filling->unit, SD_UNIT_NAME),
      sd_row_get_text (filling->unit, SD_UNIT_KIND), change, superior, dispatch, quotas);
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (GPtrArray) rows = sd_filling_get_children (filling, tables[t]);

      for (guint i = 0; i < rows->len; i++)
        if (tables[t] == SD_TABLE_PLAQUE)
          g_string_append_printf (text, "%s %s\n", sd_row_get_id (rows->pdata[i]),
                                  sd_row_get_text (rows->pdata[i], SD_PLAQUE_NAME));
        else
          g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s %s\n",
                                  sd_row_get_id (rows->pdata[i]),
                                  sd_row_get_integer (rows->pdata[i], SD_POST_COUNT),
                                  sd_row_get_text (rows->pdata[i], SD_POST_ROLE),
                                  sd_row_get_text (rows->pdata[i], SD_POST_ENGAGEMENT));
    }

  return g_string_free (text, FALSE);
}

static Cached *
fill (SdFilling *filling, SdCardForm form, char *signature)
{
  Cached *cached = g_new0 (Cached, 1);

  filling->shapes = g_array_new (FALSE, TRUE, sizeof (SdChartShape));
  g_array_set_clear_func (filling->shapes, clear_shape);
  if (form == SD_CARD_FORM_UPRIGHT)
    sd_filling_fill_upright (filling);
  else
    fill_wide (filling);
  cached->signature = signature;
  cached->shapes = filling->shapes;
  cached->width = filling->width;
  cached->height = filling->y;

  return cached;
}

/*
 * sd_chart_fill_card:
 * @self: a chart
 * @card: a card of it
 * @form: how it stands
 * @width: its width, where the form does not decide
 *
 * Sets the shapes of the card and the size that it needs. The first shape is the stripe.
 */
void
sd_chart_fill_card (SdChart *self, SdChartCard *card, SdCardForm form, double width)
{
  SdFilling filling = { .chart = self, .unit = card->unit, .width = width };
  g_autofree char *signature = sign (&filling, form);
  Cached *cached;

  if (self->cache == NULL)
    self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cached_free);
  cached = g_hash_table_lookup (self->cache, sd_row_get_id (card->unit));
  if (cached == NULL || !g_str_equal (cached->signature, signature))
    {
      cached = fill (&filling, form, g_steal_pointer (&signature));
      g_hash_table_replace (self->cache, g_strdup (sd_row_get_id (card->unit)), cached);
    }

  g_clear_pointer (&card->shapes, g_array_unref);
  card->shapes = g_array_ref (cached->shapes);
  card->rect.width = cached->width;
  card->rect.height = cached->height;
}
