/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

#include <glib/gi18n-lib.h>

/* What is on a card. */

#define PADDING 10.0
#define STRIPE 4.0
#define BADGE 26.0 /* room that the finding badge may take in the upper right corner */
#define LINE_GAP 6.0
#define TAB_PADDING 6.0
#define TAB_GAP 4.0
#define BAR_HEIGHT 4.0
#define PIP 8.0
#define PIP_GAP 4.0
#define MOST_PIPS 12
#define SMALL 0.85

/* Upright cards */
#define COLUMN 20.0
#define COLUMN_LENGTH 11 /* characters */
#define UPRIGHT_PADDING 7.0
#define UPRIGHT_MIN_WIDTH 46.0

/* A card being filled from top to bottom. */
typedef struct
{
  SdChart *chart;
  SdRow *unit;
  GArray *shapes;
  double width;
  double y;
} Filling;

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
}

static GPtrArray *
get_children (const Filling *filling, SdTableId table)
{
  return sd_row_set_get_children (SD_ROW_SET (filling->chart->plan), table,
                                  sd_row_get_id (filling->unit));
}

static double
inner_left (void)
{
  return STRIPE + PADDING;
}

static double
inner_width (const Filling *filling)
{
  return filling->width - inner_left () - PADDING;
}

static double
last_height (const Filling *filling)
{
  return g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).rect.height;
}

static void
add_wrapped (Filling *filling,
             const char *text,
             double scale,
             PangoWeight weight,
             SdChartRole role,
             double width)
{
  sd_chart_add_text (filling->shapes,
                     sd_chart_make_text (filling->chart, text, scale, weight, width), inner_left (),
                     filling->y, role);
  filling->y += last_height (filling);
}

static void
add_note (Filling *filling, const char *text)
{
  if (text == NULL)
    return;

  filling->y += LINE_GAP;
  add_wrapped (filling, text, SMALL, PANGO_WEIGHT_NORMAL, SD_CHART_ROLE_DIM, inner_width (filling));
}

/* The stripe */

static void
add_stripe (Filling *filling, SdChartRect rect)
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
describe_change (const Filling *filling)
{
  const SdChart *chart = filling->chart;
  const char *label;
  GPtrArray *others;
  GString *text;

  if (chart->changes == NULL)
    return NULL;
  label = sd_unit_change_get_label (
      sd_unit_changes_get (chart->changes, sd_row_get_id (filling->unit)));
  if (*label == '\0')
    return NULL;

  text = g_string_new (label);
  others = sd_unit_changes_get_others (chart->changes, sd_row_get_id (filling->unit));
  for (guint i = 0; i < others->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? _ (": ") : _ (", "),
                            sd_row_get_text (others->pdata[i], SD_UNIT_NAME));

  return g_string_free (text, FALSE);
}

/* In lanes no line leads to the unit above, so the card names it. */
static char *
describe_superior (const Filling *filling)
{
  SdRow *superior = filling->chart->arrangement == SD_CHART_ARRANGEMENT_LANES
                        ? sd_chart_superior (filling->chart, filling->unit)
                        : NULL;

  if (superior == NULL)
    return NULL;

  /* Translators: the unit that another is under. */
  return g_strdup_printf (_ ("Under %s"), sd_row_get_text (superior, SD_UNIT_NAME));
}

static char *
describe_dispatch (const Filling *filling)
{
  g_autoptr (GPtrArray) dispatches = get_children (filling, SD_TABLE_DISPATCH);
  const char *department;

  if (filling->chart->arrangement != SD_CHART_ARRANGEMENT_LANES || dispatches->len == 0)
    return NULL;

  department = sd_row_get_text (dispatches->pdata[0], SD_DISPATCH_DEPARTMENT);
  /* Translators: the county department that guides the business of a unit. */
  return g_strdup_printf (_ ("Guided by %s"), department != NULL ? department : "");
}

/* The numbers by type: 行政编制 9 · 事业编制 3. */
static char *
describe_quotas (const Filling *filling)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < types->n_tokens; i++)
    {
      gint64 approved = sd_plan_get_quota (filling->chart->plan, sd_row_get_id (filling->unit),
                                           types->tokens[i].name);

      if (approved > 0)
        g_string_append_printf (numbers, "%s%s %" G_GINT64_FORMAT, numbers->len > 0 ? " · " : "",
                                sd_token_get_label (&types->tokens[i]), approved);
    }
  if (numbers->len > 0)
    return g_string_free (numbers, FALSE);

  g_string_free (numbers, TRUE);
  return NULL;
}

/* Plaques: each is a tab of its own; tabs flow into as many lines as they need. */

static void
add_plaque (Filling *filling, const char *name, double *x, double *line_height)
{
  const double room = inner_width (filling) - 2 * TAB_PADDING;
  PangoLayout *layout = sd_chart_make_text (filling->chart, name, SMALL, PANGO_WEIGHT_NORMAL, 0);
  int w, h;
  double width, height;

  pango_layout_get_size (layout, &w, &h);
  if (w > room * PANGO_SCALE)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_size (layout, &w, &h);
    }
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
  sd_chart_add_text (filling->shapes, layout, inner_left () + *x + TAB_PADDING, filling->y + 2,
                     SD_CHART_ROLE_TEXT);
  *x += width + TAB_GAP;
  *line_height = MAX (*line_height, height);
}

static void
add_plaques (Filling *filling)
{
  g_autoptr (GPtrArray) plaques = get_children (filling, SD_TABLE_PLAQUE);
  double x = 0, line_height = 0;

  if (plaques->len == 0)
    return;

  filling->y += LINE_GAP;
  for (guint i = 0; i < plaques->len; i++)
    add_plaque (filling, sd_row_get_text (plaques->pdata[i], SD_PLAQUE_NAME), &x, &line_height);
  filling->y += line_height;
}

/* Headcount and posts */

static void
add_bar (Filling *filling, double left, double width)
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
add_pip (Filling *filling, SdRow *post, double x)
{
  const double size = sd_row_is (post, SD_POST_ROLE, "head") ? PIP : PIP - 2;
  const double y = filling->y + (PIP - size) / 2;

  sd_chart_add_rect (filling->shapes, (SdChartRect){ x, y, size, size }, SD_CHART_ROLE_PIP, 0,
                     size / 2);
  g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).hollow =
      sd_row_is (post, SD_POST_ENGAGEMENT, "concurrent");
}

/* A pip a post: heads larger, those held concurrently hollow. More than a line of them is a
 * mistake that the table shows better. */
static void
add_pips (Filling *filling, double left, double width)
{
  g_autoptr (GPtrArray) posts = get_children (filling, SD_TABLE_POST);
  const guint most = MIN (MOST_PIPS, (guint) ((width + PIP_GAP) / (PIP + PIP_GAP)));
  guint n = 0;

  if (posts->len == 0)
    return;

  filling->y += LINE_GAP;
  for (guint i = 0; i < posts->len; i++)
    for (gint64 j = 0; j < sd_row_get_integer (posts->pdata[i], SD_POST_COUNT) && n < most; j++)
      add_pip (filling, posts->pdata[i], left + n++ * (PIP + PIP_GAP));
  filling->y += PIP;
}

/* The two forms */

static void
fill_wide (Filling *filling)
{
  g_autofree char *change = describe_change (filling);
  g_autofree char *superior = describe_superior (filling);
  g_autofree char *dispatch = describe_dispatch (filling);
  g_autofree char *quotas = describe_quotas (filling);

  filling->y = PADDING;
  add_stripe (filling, (SdChartRect){ 0, 0, STRIPE, 0 });
  add_wrapped (filling, sd_row_get_text (filling->unit, SD_UNIT_NAME), 1.0, PANGO_WEIGHT_BOLD,
               SD_CHART_ROLE_TEXT, inner_width (filling) - (filling->chart->compact ? 0 : BADGE));
  add_note (filling, change);
  add_note (filling, superior);
  add_note (filling, dispatch);
  add_plaques (filling);
  add_note (filling, quotas);
  if (quotas != NULL)
    {
      filling->y += 4;
      add_bar (filling, inner_left (), inner_width (filling));
    }
  add_pips (filling, inner_left (), inner_width (filling));
  filling->y += PADDING;
  g_array_index (filling->shapes, SdChartShape, 0).rect.height = filling->y;
}

/* Columns go from right to left, as upright writing does. */
static guint
add_columns (
    Filling *filling, GPtrArray *columns, const char *text, double scale, PangoWeight weight)
{
  g_autofree char *standing = sd_chart_stand_upright (text);
  g_auto (GStrv) lines = g_strsplit (standing, "\n", -1);
  guint n = g_strv_length (lines);
  guint n_columns = MAX ((n + COLUMN_LENGTH - 1) / COLUMN_LENGTH, 1);
  guint length = (n + n_columns - 1) / n_columns;

  for (guint i = 0; i < n; i += length)
    {
      g_autofree char *column = NULL;
      char *end = NULL;

      if (i + length < n)
        {
          end = lines[i + length];
          lines[i + length] = NULL;
        }
      column = g_strjoinv ("\n", lines + i);
      if (end != NULL)
        lines[i + length] = end;
      g_ptr_array_add (columns, sd_chart_make_upright (filling->chart, column, scale, weight));
    }

  return n_columns;
}

static void
place_columns (Filling *filling, GPtrArray *columns, guint n_names)
{
  double right = (filling->width + COLUMN * columns->len) / 2;
  double bottom = filling->y;

  for (guint i = 0; i < columns->len; i++)
    {
      PangoLayout *layout = columns->pdata[i];
      int w, h;

      pango_layout_get_size (layout, &w, &h);
      right -= COLUMN;
      if (i >= n_names)
        sd_chart_add_rect (
            filling->shapes,
            (SdChartRect){ right + 1, filling->y, COLUMN - 2, h / (double) PANGO_SCALE + 4 },
            SD_CHART_ROLE_TAB, 0, 4);
      sd_chart_add_text (filling->shapes, g_object_ref (layout),
                         right + (COLUMN - w / (double) PANGO_SCALE) / 2,
                         filling->y + (i >= n_names ? 2 : 0), SD_CHART_ROLE_TEXT);
      bottom = MAX (bottom, filling->y + h / (double) PANGO_SCALE + (i >= n_names ? 4 : 0));
    }
  filling->y = bottom;
}

static void
add_total (Filling *filling)
{
  gint64 total = sd_plan_get_quota (filling->chart->plan, sd_row_get_id (filling->unit), NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, total);
  PangoLayout *layout;
  int w;

  if (total == 0)
    return;

  layout = sd_chart_make_text (filling->chart, number, SMALL, PANGO_WEIGHT_NORMAL, 0);
  pango_layout_get_size (layout, &w, NULL);
  filling->y += LINE_GAP;
  sd_chart_add_text (filling->shapes, layout, (filling->width - w / (double) PANGO_SCALE) / 2,
                     filling->y, SD_CHART_ROLE_DIM);
  filling->y += last_height (filling) + 2;
  add_bar (filling, UPRIGHT_PADDING, filling->width - 2 * UPRIGHT_PADDING);
}

static void
fill_upright (Filling *filling)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) plaques = get_children (filling, SD_TABLE_PLAQUE);
  guint n_names;

  n_names = add_columns (filling, columns, sd_row_get_text (filling->unit, SD_UNIT_NAME), 1.0,
                         PANGO_WEIGHT_BOLD);
  for (guint i = 0; i < plaques->len; i++)
    add_columns (filling, columns, sd_row_get_text (plaques->pdata[i], SD_PLAQUE_NAME), SMALL,
                 PANGO_WEIGHT_NORMAL);

  filling->width = MAX (UPRIGHT_MIN_WIDTH, columns->len * COLUMN + 2 * UPRIGHT_PADDING);
  add_stripe (filling, (SdChartRect){ 0, 0, filling->width, STRIPE });
  filling->y = STRIPE + (filling->chart->compact ? PADDING : BADGE);
  place_columns (filling, columns, n_names);
  add_total (filling);
  add_pips (filling, UPRIGHT_PADDING, filling->width - 2 * UPRIGHT_PADDING);
  filling->y += PADDING;
}

/* Everything that a card shows, as text: a card of which this is as it was is the card it was. */
static char *
sign (const Filling *filling, SdCardForm form)
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
      g_autoptr (GPtrArray) rows = get_children (filling, tables[t]);

      for (guint i = 0; i < rows->len; i++)
        if (tables[t] == SD_TABLE_PLAQUE)
          g_string_append_printf (text, "%s\n", sd_row_get_text (rows->pdata[i], SD_PLAQUE_NAME));
        else
          g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s\n",
                                  sd_row_get_integer (rows->pdata[i], SD_POST_COUNT),
                                  sd_row_get_text (rows->pdata[i], SD_POST_ROLE),
                                  sd_row_get_text (rows->pdata[i], SD_POST_ENGAGEMENT));
    }

  return g_string_free (text, FALSE);
}

static Cached *
fill (Filling *filling, SdCardForm form, char *signature)
{
  Cached *cached = g_new0 (Cached, 1);

  filling->shapes = g_array_new (FALSE, TRUE, sizeof (SdChartShape));
  g_array_set_clear_func (filling->shapes, clear_shape);
  if (form == SD_CARD_FORM_UPRIGHT)
    fill_upright (filling);
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
  Filling filling = { .chart = self, .unit = card->unit, .width = width };
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
