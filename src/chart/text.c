/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

/* The shapes that everything on a chart is made of, and text that stands upright. */

#define UPRIGHT_SPACING 0.8f /* of the height of a line, which leaves a Latin line's room */
#define MOST_TEXTS 40000
#define LONGEST_RUN 3 /* Latin letters and digits that still go side by side */

/* Brackets and dashes have forms of their own in a column. */
static const struct
{
  gunichar lying, standing;
} forms[] = {
  { 0xFF08, 0xFE35 }, { 0xFF09, 0xFE36 }, { '(', 0xFE35 },    { ')', 0xFE36 },
  { 0x300A, 0xFE3D }, { 0x300B, 0xFE3E }, { 0x2014, 0xFE31 }, { 0x201C, 0xFE43 },
  { 0x201D, 0xFE44 }, { 0x3014, 0xFE39 }, { 0x3015, 0xFE3A }, { 0x2026, 0xFE19 },
};

static gunichar
stand (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].lying == c)
      return forms[i].standing;

  return c;
}

/* How many characters from @text on share a line: a short run of Latin letters or digits, or one.
 */
static guint
run_length (const char *text)
{
  guint n = 0;

  while (g_ascii_isalnum (text[n]))
    n++;

  return n > 1 && n <= LONGEST_RUN ? n : 1;
}

/*
 * sd_chart_stand_upright:
 * @text: a name
 *
 * Returns: (transfer full): the name with a line a character, in the forms that stand
 */
char *
sd_chart_stand_upright (const char *text)
{
  GString *standing = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      if (standing->len > 0)
        g_string_append_c (standing, '\n');
      for (guint n = run_length (at); n > 0; n--, at = g_utf8_next_char (at))
        g_string_append_unichar (standing, stand (g_utf8_get_char (at)));
    }

  return g_string_free (standing, FALSE);
}

static PangoLayout *
new_layout (
    SdChart *self, const char *text, double scale, PangoWeight weight, int width, gboolean upright)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, width);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (upright)
    {
      pango_layout_set_line_spacing (layout, UPRIGHT_SPACING);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    }

  return layout;
}

/* The same words in the same type are laid out once, since shaping them is most of the time that a
 * chart takes: numbers and plaques are alike on many cards, and names stay while the width changes.
 */
static PangoLayout *
get_layout (
    SdChart *self, const char *text, double scale, PangoWeight weight, int width, gboolean upright)
{
  g_autofree char *key =
      g_strdup_printf ("%d %d %d %d %s", (int) (scale * 100), (int) weight, width, upright, text);
  PangoLayout *layout;

  if (self->texts == NULL)
    self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  else if (g_hash_table_size (self->texts) > MOST_TEXTS)
    g_hash_table_remove_all (self->texts);
  layout = g_hash_table_lookup (self->texts, key);
  if (layout == NULL)
    {
      layout = new_layout (self, text, scale, weight, width, upright);
      g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
    }

  return g_object_ref (layout);
}

/* Chinese characters are all as wide as one of them: what has too many need not be laid out to know
 * that it does not fit. */
static gboolean
is_too_wide (SdChart *self, const char *text, double scale, PangoWeight weight, int room)
{
  PangoLayout *one = get_layout (self, "汉", scale, weight, 0, FALSE);
  int n = 0, width;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN;
  pango_layout_get_size (one, &width, NULL);
  g_object_unref (one);

  return n * width > room;
}

/*
 * sd_chart_make_text:
 * @self: a chart
 * @text: text
 * @scale: its size, 1 being the context's
 * @weight: its weight
 * @width: where to break lines, or 0 for one line
 *
 * Returns: (transfer full): the text laid out, which others may have too
 */
PangoLayout *
sd_chart_make_text (SdChart *self, const char *text, double scale, PangoWeight weight, double width)
{
  const int room = (int) (width * PANGO_SCALE);
  PangoLayout *layout;
  int needed;

  if (room > 0 && is_too_wide (self, text, scale, weight, room))
    return get_layout (self, text, scale, weight, room, FALSE);

  layout = get_layout (self, text, scale, weight, 0, FALSE);
  pango_layout_get_size (layout, &needed, NULL);
  if (room <= 0 || needed <= room)
    return layout;

  g_object_unref (layout);

  return get_layout (self, text, scale, weight, room, FALSE);
}

/*
 * sd_chart_make_upright:
 * @self: a chart
 * @text: a column, see sd_chart_stand_upright()
 * @scale: its size, 1 being the context's
 * @weight: its weight
 *
 * Returns: (transfer full): the column laid out, which others may have too
 */
PangoLayout *
sd_chart_make_upright (SdChart *self, const char *text, double scale, PangoWeight weight)
{
  return get_layout (self, text, scale, weight, 0, TRUE);
}

/*
 * sd_chart_add_text:
 * @shapes: (element-type SdChartShape): where to
 * @layout: (transfer full): the text
 * @x: left edge
 * @y: upper edge
 * @role: what it is for
 */
void
sd_chart_add_text (GArray *shapes, PangoLayout *layout, double x, double y, SdChartRole role)
{
  SdChartShape shape = { .role = role, .layout = layout, .rect = { .x = x, .y = y } };
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  shape.rect.width = width / (double) PANGO_SCALE;
  shape.rect.height = height / (double) PANGO_SCALE;
  shape.upright = pango_layout_get_line_spacing (layout) > 0;
  g_array_append_val (shapes, shape);
}

/*
 * sd_chart_add_rect:
 * @shapes: (element-type SdChartShape): where to
 * @rect: where it is
 * @role: what it is for
 * @token: see #SdChartShape
 * @radius: rounding of its corners
 */
void
sd_chart_add_rect (GArray *shapes, SdChartRect rect, SdChartRole role, guint token, double radius)
{
  SdChartShape shape = { .rect = rect, .role = role, .token = token, .radius = radius };

  g_array_append_val (shapes, shape);
}

/*
 * sd_chart_add_line:
 * @shapes: (element-type SdChartShape): where to
 * @x1: one end
 * @y1: one end
 * @x2: the other end, straight across or below
 * @y2: the other end
 * @role: %SD_CHART_ROLE_LINE or %SD_CHART_ROLE_DASHED
 *
 * A part of a connector. Its ends stick out by half its width, so that corners are closed.
 */
void
sd_chart_add_line (GArray *shapes, double x1, double y1, double x2, double y2, SdChartRole role)
{
  const double half = SD_CHART_LINE_WIDTH / 2;
  const SdChartRect rect = { MIN (x1, x2) - half, MIN (y1, y2) - half,
                             ABS (x2 - x1) + SD_CHART_LINE_WIDTH,
                             ABS (y2 - y1) + SD_CHART_LINE_WIDTH };

  sd_chart_add_rect (shapes, rect, role, 0, 0);
}

#define DASH 6.0
#define DASH_GAP 4.0

/**
 * sd_chart_next_dash:
 * @line: a part of a connector in dashes
 * @at: (inout): where along it the next dash may begin, 0 at first
 * @dash: (out): the dash
 *
 * Returns: whether there was another dash
 */
gboolean
sd_chart_next_dash (const SdChartRect *line, double *at, SdChartRect *dash)
{
  const gboolean across = line->width >= line->height;
  const double length = across ? line->width : line->height;
  const double rest = MIN (DASH, length - *at);

  if (rest <= 0)
    return FALSE;

  *dash = *line;
  if (across)
    {
      dash->x += *at;
      dash->width = rest;
    }
  else
    {
      dash->y += *at;
      dash->height = rest;
    }
  *at += DASH + DASH_GAP;

  return TRUE;
}

/**
 * sd_chart_rects_meet:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they have a part in common
 */
gboolean
sd_chart_rects_meet (const SdChartRect *a, const SdChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}
