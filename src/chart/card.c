/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "card-private.h"

#include <glib/gi18n-lib.h>

#define PADDING 10.0
#define STRIPE 4.0
#define BADGE 26.0 /* room that the finding badge may take in the upper right corner */
#define LINE_GAP 6.0
#define TAB_PADDING 6.0
#define TAB_GAP 4.0
#define BAR_HEIGHT 4.0

/* A card being filled from top to bottom. */
typedef struct
{
  PangoContext *context;
  GArray *shapes;
  double width;
  double y;
} Filling;

static void
clear_shape (gpointer data)
{
  g_clear_object (&((SdChartShape *) data)->layout);
}

static PangoLayout *
make_layout (PangoContext *context, const char *text, double scale, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
layout_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = w / (double) PANGO_SCALE;
  *height = h / (double) PANGO_SCALE;
}

static void
add_rect (Filling *filling, SdChartRect rect, SdChartRole role, guint token, double radius)
{
  SdChartShape shape = { .rect = rect, .role = role, .token = token, .radius = radius };

  g_array_append_val (filling->shapes, shape);
}

/* Takes the layout. */
static void
add_text (Filling *filling, PangoLayout *layout, double x, double y, SdChartRole role)
{
  SdChartShape shape = { .role = role, .layout = layout };

  shape.rect.x = x;
  shape.rect.y = y;
  layout_size (layout, &shape.rect.width, &shape.rect.height);
  g_array_append_val (filling->shapes, shape);
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

static void
add_wrapped (Filling *filling, const char *text, double scale, PangoWeight weight,
             SdChartRole role, double width)
{
  PangoLayout *layout = make_layout (filling->context, text, scale, weight);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  add_text (filling, layout, inner_left (), filling->y, role);
  filling->y += g_array_index (filling->shapes, SdChartShape, filling->shapes->len - 1).rect.height;
}

/* Each plaque is a tab of its own; tabs flow into as many lines as they need. */
static void
add_plaques (Filling *filling, SdPlan *plan, SdRow *unit)
{
  g_autoptr (GPtrArray) plaques = NULL;
  double x = 0, line_height = 0;

  plaques = sd_row_set_get_children (SD_ROW_SET (plan), SD_TABLE_PLAQUE, sd_row_get_id (unit));
  if (plaques->len == 0)
    return;

  filling->y += LINE_GAP;
  for (guint i = 0; i < plaques->len; i++)
    {
      const char *name = sd_row_get_text (g_ptr_array_index (plaques, i), SD_PLAQUE_NAME);
      PangoLayout *layout = make_layout (filling->context, name, 0.85, PANGO_WEIGHT_NORMAL);
      double width, height;

      layout_size (layout, &width, &height);
      if (width > inner_width (filling) - 2 * TAB_PADDING)
        {
          width = inner_width (filling) - 2 * TAB_PADDING;
          pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
          layout_size (layout, &width, &height);
        }
      if (x > 0 && x + width + 2 * TAB_PADDING > inner_width (filling))
        {
          filling->y += line_height + TAB_GAP;
          x = line_height = 0;
        }
      add_rect (filling,
                (SdChartRect) { inner_left () + x, filling->y, width + 2 * TAB_PADDING,
                                height + 4 },
                SD_CHART_ROLE_TAB, 0, 4);
      add_text (filling, layout, inner_left () + x + TAB_PADDING, filling->y + 2,
                SD_CHART_ROLE_TEXT);
      x += width + 2 * TAB_PADDING + TAB_GAP;
      line_height = MAX (line_height, height + 4);
    }
  filling->y += line_height;
}

static void
add_co_located (Filling *filling, SdPlan *plan, SdRow *unit)
{
  SdRow *host = sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT,
                                    sd_row_get_text (unit, SD_UNIT_CO_LOCATED_WITH));
  g_autofree char *note = NULL;

  if (host == NULL)
    return;

  /* Translators: two bodies that work as one (合署); the name of the other. */
  note = g_strdup_printf (_ ("With %s"), sd_row_get_text (host, SD_UNIT_NAME));
  filling->y += LINE_GAP;
  add_wrapped (filling, note, 0.85, PANGO_WEIGHT_NORMAL, SD_CHART_ROLE_DIM, inner_width (filling));
}

/* The numbers by type, and under them one bar as long as the headcount is beside the largest. */
static void
add_quotas (Filling *filling, SdPlan *plan, SdRow *unit, gint64 largest)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);
  const double width = inner_width (filling);
  double bar_x = inner_left ();
  GString *numbers = g_string_new (NULL);
  double bar_y;

  for (guint i = 0; i < types->n_tokens; i++)
    {
      gint64 approved = sd_plan_get_quota (plan, sd_row_get_id (unit), types->tokens[i].name);

      if (approved > 0)
        g_string_append_printf (numbers, "%s%s %" G_GINT64_FORMAT, numbers->len > 0 ? " · " : "",
                                sd_token_get_label (&types->tokens[i]), approved);
    }
  if (numbers->len == 0)
    {
      g_string_free (numbers, TRUE);
      return;
    }

  filling->y += LINE_GAP;
  add_wrapped (filling, numbers->str, 0.85, PANGO_WEIGHT_NORMAL, SD_CHART_ROLE_DIM, width);
  g_string_free (numbers, TRUE);

  bar_y = filling->y + 4;
  add_rect (filling, (SdChartRect) { inner_left (), bar_y, width, BAR_HEIGHT },
            SD_CHART_ROLE_TRACK, 0, BAR_HEIGHT / 2);
  for (guint i = 0; i < types->n_tokens; i++)
    {
      gint64 approved = sd_plan_get_quota (plan, sd_row_get_id (unit), types->tokens[i].name);
      double length = largest > 0 ? width * approved / largest : 0;

      if (length <= 0)
        continue;
      add_rect (filling, (SdChartRect) { bar_x, bar_y, length, BAR_HEIGHT }, SD_CHART_ROLE_QUOTA, i,
                BAR_HEIGHT / 2);
      bar_x += length;
    }
  filling->y = bar_y + BAR_HEIGHT;
}

/*
 * sd_chart_card_shapes:
 * @plan: the plan
 * @unit: the unit on the card
 * @context: fonts and language for the text
 * @width: width of the card
 * @largest: headcount for which the bar is full
 * @height: (out): height that the card needs
 *
 * Returns: (transfer full) (element-type SdChartShape): what is painted on the card. The stripe of
 *   the kind comes first and is as high as the card needs; a caller that makes the card higher
 *   makes the stripe higher too.
 */
GArray *
sd_chart_card_shapes (SdPlan *plan, SdRow *unit, PangoContext *context, double width,
                      gint64 largest, double *height)
{
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_UNIT_KIND);
  guint kind = sd_enumeration_index (kinds, sd_row_get_text (unit, SD_UNIT_KIND));
  Filling filling = { .context = context, .width = width, .y = PADDING };

  filling.shapes = g_array_new (FALSE, TRUE, sizeof (SdChartShape));
  g_array_set_clear_func (filling.shapes, clear_shape);

  add_rect (&filling, (SdChartRect) { 0, 0, STRIPE, 0 }, SD_CHART_ROLE_KIND, kind, 0);
  add_wrapped (&filling, sd_row_get_text (unit, SD_UNIT_NAME), 1.0, PANGO_WEIGHT_BOLD,
               SD_CHART_ROLE_TEXT, inner_width (&filling) - BADGE);
  add_co_located (&filling, plan, unit);
  add_plaques (&filling, plan, unit);
  add_quotas (&filling, plan, unit, largest);

  *height = filling.y + PADDING;
  g_array_index (filling.shapes, SdChartShape, 0).rect.height = *height;

  return filling.shapes;
}
