/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-private.h"

#include "chart-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Pictures of a chart or a flow, on white. */

#define CORNER 3.0
#define PIXELS 2.0           /* of a PNG, in each direction, to a unit of the chart */
#define POINTS (72.0 / 96.0) /* to a unit of the chart */
#define LONGEST_SIDE 32000.0 /* of a PNG, in pixels; cairo refuses more */

static const SdChartInk paper = { .text = { 0.11, 0.11, 0.11, 1 },
                                  .line = { 0.47, 0.46, 0.48, 1 } };
static const double white[4] = { 1, 1, 1, 1 };
static const double outline[4] = { 0.75, 0.75, 0.75, 1 };

/* What all formats have in common */

static void
paint_shape (const SdPainter *painter, gpointer data, const SdChartShape *shape, double x, double y)
{
  SdChartRect rect = shape->rect;
  double color[4];

  rect.x += x;
  rect.y += y;
  sd_chart_get_color (shape, &paper, color);
  if (shape->layout != NULL)
    painter->text (data, shape, rect.x, rect.y, color);
  else if (shape->role == SD_CHART_ROLE_DASHED)
    {
      SdChartRect dash;

      for (double at = 0; sd_chart_next_dash (&rect, &at, &dash);)
        painter->rect (data, &dash, 0, color, FALSE);
    }
  else
    painter->rect (data, &rect, shape->radius, color, shape->hollow);
}

/* A card and those that adjoin it have one frame. */
static void
paint_frame (SdChart *self, const SdPainter *painter, gpointer data, const SdChartCard *card)
{
  SdChartRect frame = card->rect;

  for (const SdChartCard *part = card; part->next >= 0;)
    {
      part = sd_chart_card_at (self, (guint) part->next);
      if (part->upright)
        frame.width += part->rect.width;
      else
        frame.height += part->rect.height;
    }
  painter->rect (data, &frame, CORNER, white, FALSE);
  painter->rect (data, &frame, CORNER, outline, TRUE);
}

static void
paint_card (SdChart *self, const SdPainter *painter, gpointer data, const SdChartCard *card)
{
  const SdChartRect rule = { card->rect.x, card->rect.y, card->upright ? 1 : card->rect.width,
                             card->upright ? card->rect.height : 1 };

  if (card->host < 0)
    paint_frame (self, painter, data, card);
  else
    painter->rect (data, &rule, 0, outline, FALSE);
  for (guint i = 0; i < card->shapes->len; i++)
    paint_shape (painter, data, &g_array_index (card->shapes, SdChartShape, i), card->rect.x,
                 card->rect.y);
}

static void
paint_title (const SdPainter *painter, gpointer data, const SdChartLane *lane, gboolean centered)
{
  double x = lane->header.x, width, height;
  int w, h;

  pango_layout_get_size (lane->title.layout, &w, &h);
  width = w / (double) PANGO_SCALE;
  height = h / (double) PANGO_SCALE;
  if (centered)
    {
      const double half = width / 2 + 12;
      const SdChartRect pill = { x + lane->header.width / 2 - half, lane->header.y + 3, 2 * half,
                                 lane->header.height - 6 };

      painter->rect (data, &pill, CORNER, white, FALSE);
      painter->rect (data, &pill, CORNER, outline, TRUE);
      x += (lane->header.width - width) / 2;
    }
  painter->text (data, &lane->title, x, lane->header.y + (lane->header.height - height) / 2,
                 paper.text);
}

/*
 * sd_chart_paint:
 * @chart: a chart that has been laid out
 * @painter: paints rectangles and text
 * @data: passed to @painter
 *
 * Paints all of the chart: connectors below, cards above. Lanes that hold nothing are left out.
 */
void
sd_chart_paint (gpointer chart, const SdPainter *painter, gpointer data)
{
  SdChart *self = chart;
  const gboolean tree = self->arrangement == SD_CHART_ARRANGEMENT_TREE;

  for (guint i = 0; i < self->shapes->len; i++)
    paint_shape (painter, data, sd_chart_get_shape (self, i), 0, 0);
  for (guint i = 0; i < self->lanes->len; i++)
    paint_title (painter, data, sd_chart_lane_at (self, i), tree);
  for (guint i = 0; i < self->cards->len; i++)
    paint_card (self, painter, data, sd_chart_card_at (self, i));
}

/* Cairo */

static void
cairo_rect (
    gpointer data, const SdChartRect *rect, double radius, const double color[4], gboolean hollow)
{
  cairo_t *cr = data;
  const double x = rect->x, y = rect->y, w = rect->width, h = rect->height;

  cairo_set_source_rgba (cr, color[0], color[1], color[2], color[3]);
  cairo_new_path (cr);
  if (radius > 0)
    {
      cairo_arc (cr, x + w - radius, y + radius, radius, -G_PI_2, 0);
      cairo_arc (cr, x + w - radius, y + h - radius, radius, 0, G_PI_2);
      cairo_arc (cr, x + radius, y + h - radius, radius, G_PI_2, G_PI);
      cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
    }
  else
    {
      cairo_rectangle (cr, x, y, w, h);
    }
  cairo_set_line_width (cr, 1.2);
  if (hollow)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
cairo_text (gpointer data, const SdChartShape *shape, double x, double y, const double color[4])
{
  cairo_t *cr = data;

  cairo_set_source_rgba (cr, color[0], color[1], color[2], color[3]);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, shape->layout);
}

static void
cairo_area (gpointer data, const double *corners, guint n_corners, const double color[4])
{
  cairo_t *cr = data;

  cairo_set_source_rgba (cr, color[0], color[1], color[2], color[3]);
  cairo_new_path (cr);
  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, corners[2 * i], corners[2 * i + 1]);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/*
 * sd_painting_to_cairo:
 * @painting: what to paint
 * @cr: where to, a unit of the picture being one of its own
 */
void
sd_painting_to_cairo (const SdPainting *painting, cairo_t *cr)
{
  static const SdPainter painter = { cairo_rect, cairo_text, cairo_area };

  painting->paint (painting->subject, &painter, cr);
}

static cairo_status_t
collect_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw (const SdPainting *painting, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sd_painting_to_cairo (painting, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static GBytes *
draw_pdf (const SdPainting *painting, cairo_status_t *status)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      collect_bytes, bytes, painting->width * POINTS, painting->height * POINTS);

  *status = draw (painting, surface, POINTS);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
draw_png (const SdPainting *painting, cairo_status_t *status)
{
  const double width = painting->width, height = painting->height;
  const double scale = MIN (PIXELS, LONGEST_SIDE / MAX (width, height));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  GBytes *bytes = NULL;

  *status = draw (painting, surface, scale);
  if (*status == CAIRO_STATUS_SUCCESS)
    bytes = sd_png_write (surface);
  cairo_surface_destroy (surface);

  return bytes;
}

/*
 * sd_painting_to_picture:
 * @painting: what to paint
 * @format: what to write
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): the picture as a file holds it
 */
GBytes *
sd_painting_to_picture (const SdPainting *painting, SdPictureFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  cairo_status_t status;

  if (format == SD_PICTURE_SVG)
    return sd_painting_to_svg (painting);

  bytes = format == SD_PICTURE_PDF ? draw_pdf (painting, &status) : draw_png (painting, &status);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&bytes);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be drawn: %s."),
               cairo_status_to_string (status));
  return NULL;
}

/**
 * sd_picture_format_from_name:
 * @file_name: a name of a file
 * @format: (out): the format that its ending tells
 *
 * Returns: whether its ending tells one
 */
gboolean
sd_picture_format_from_name (const char *file_name, SdPictureFormat *format)
{
  static const struct
  {
    const char *ending;
    SdPictureFormat format;
  } endings[] = {
    { ".svg", SD_PICTURE_SVG },
    { ".pdf", SD_PICTURE_PDF },
    { ".png", SD_PICTURE_PNG },
  };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      {
        *format = endings[i].format;
        return TRUE;
      }

  return FALSE;
}

/**
 * sd_picture_create_context:
 *
 * Returns: (transfer full): fonts for the text of a picture, in the Chinese forms of characters
 */
PangoContext *
sd_picture_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC, sans 10.5");

  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

/**
 * sd_chart_to_picture:
 * @self: a chart that has been laid out
 * @format: what to write
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): the picture as a file holds it
 */
GBytes *
sd_chart_to_picture (SdChart *self, SdPictureFormat format, GError **error)
{
  const SdPainting painting = { sd_chart_paint, self, self->width, self->height };

  return sd_painting_to_picture (&painting, format, error);
}

/**
 * sd_flow_to_picture:
 * @self: a flow
 * @width: width to fill
 * @height: height to fill, if what is there can; else it becomes higher
 * @format: what to write
 * @error: return location for a #GIOErrorEnum
 *
 * Lays the flow out, and paints it on white.
 *
 * Returns: (transfer full): the picture as a file holds it
 */
GBytes *
sd_flow_to_picture (
    SdFlow *self, double width, double height, SdPictureFormat format, GError **error)
{
  SdPainting painting = { sd_flow_paint, self, width, 0 };

  sd_flow_layout (self, width, height);
  painting.height = sd_flow_painted_height (self);

  return sd_painting_to_picture (&painting, format, error);
}
