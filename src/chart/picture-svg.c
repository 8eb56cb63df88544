/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-private.h"

#include "chart-private.h"

#include <libxml/xmlwriter.h>
#include <math.h>

/* SVG is written here and not by cairo, which makes outlines of text: what stands in a picture can
 * be searched, read aloud and copied. */

#define FONTS "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif"

static void
write_number (xmlTextWriter *writer, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST text);
}

static void
write_color (xmlTextWriter *writer, const char *name, const double color[4])
{
  char text[8];

  g_snprintf (text, sizeof text, "#%02x%02x%02x", (guint) lround (color[0] * 255) & 0xFF,
              (guint) lround (color[1] * 255) & 0xFF, (guint) lround (color[2] * 255) & 0xFF);
  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST text);
  if (color[3] < 1)
    write_number (writer, g_str_equal (name, "fill") ? "fill-opacity" : "stroke-opacity", color[3]);
}

static void
svg_rect (
    gpointer data, const SdChartRect *rect, double radius, const double color[4], gboolean hollow)
{
  xmlTextWriter *writer = data;

  xmlTextWriterStartElement (writer, BAD_CAST "rect");
  write_number (writer, "x", rect->x);
  write_number (writer, "y", rect->y);
  write_number (writer, "width", rect->width);
  write_number (writer, "height", rect->height);
  if (radius > 0)
    write_number (writer, "rx", radius);
  if (hollow)
    xmlTextWriterWriteAttribute (writer, BAD_CAST "fill", BAD_CAST "none");
  write_color (writer, hollow ? "stroke" : "fill", color);
  xmlTextWriterEndElement (writer);
}

/* Size and weight as the text was shaped with. */
static void
write_font (xmlTextWriter *writer, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  PangoFontDescription *font;

  if (run != NULL)
    {
      font = pango_font_describe_with_absolute_size (run->item->analysis.font);
      write_number (writer, "font-size",
                    pango_font_description_get_size (font) / (double) PANGO_SCALE);
      if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD)
        xmlTextWriterWriteAttribute (writer, BAD_CAST "font-weight", BAD_CAST "bold");
      pango_font_description_free (font);
    }
  pango_layout_iter_free (iter);
}

static void
start_text (xmlTextWriter *writer, PangoLayout *layout, const double color[4])
{
  xmlTextWriterStartElement (writer, BAD_CAST "text");
  write_color (writer, "fill", color);
  write_font (writer, layout);
}

static char *
text_of (PangoLayout *layout, PangoLayoutLine *line)
{
  return g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length);
}

/* A text whose characters have a place each, in the forms that stand: many programs, word
 * processors among them, do not know the writing of columns that SVG has. */
static void
write_upright (
    xmlTextWriter *writer, const SdChartShape *shape, double x, double y, const double color[4])
{
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);

  xmlTextWriterSetIndent (writer, 0); /* blanks would stand between the characters */
  start_text (writer, shape->layout, color);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "text-anchor", BAD_CAST "middle");
  do
    {
      g_autofree char *character =
          text_of (shape->layout, pango_layout_iter_get_line_readonly (iter));

      xmlTextWriterStartElement (writer, BAD_CAST "tspan");
      write_number (writer, "x", x + shape->rect.width / 2);
      write_number (writer, "y", y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      xmlTextWriterWriteString (writer, BAD_CAST character);
      xmlTextWriterEndElement (writer);
    }
  while (pango_layout_iter_next_line (iter));
  xmlTextWriterEndElement (writer);
  xmlTextWriterSetIndent (writer, 1);
  pango_layout_iter_free (iter);
}

static void
svg_text (gpointer data, const SdChartShape *shape, double x, double y, const double color[4])
{
  xmlTextWriter *writer = data;
  PangoLayoutIter *iter;

  if (shape->upright)
    {
      write_upright (writer, shape, x, y, color);
      return;
    }

  iter = pango_layout_get_iter (shape->layout);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree char *words = text_of (shape->layout, line);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      start_text (writer, shape->layout, color);
      write_number (writer, "x", x + extents.x / (double) PANGO_SCALE);
      write_number (writer, "y", y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      xmlTextWriterWriteString (writer, BAD_CAST words);
      xmlTextWriterEndElement (writer);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
svg_area (gpointer data, const double *corners, guint n_corners, const double color[4])
{
  xmlTextWriter *writer = data;
  GString *points = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < 2 * n_corners; i++)
    g_string_append_printf (points, "%s%s", i > 0 ? " " : "",
                            g_ascii_formatd (number, sizeof number, "%.1f", corners[i]));
  xmlTextWriterStartElement (writer, BAD_CAST "polygon");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "points", BAD_CAST points->str);
  write_color (writer, "fill", color);
  xmlTextWriterEndElement (writer);
  g_string_free (points, TRUE);
}

/*
 * sd_painting_to_svg:
 * @painting: what to paint
 *
 * Returns: (transfer full): the picture as SVG
 */
GBytes *
sd_painting_to_svg (const SdPainting *painting)
{
  static const SdPainter painter = { svg_rect, svg_text, svg_area };
  static const double white[4] = { 1, 1, 1, 1 };
  const SdChartRect ground = { 0, 0, painting->width, painting->height };
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "svg");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns", BAD_CAST "http://www.w3.org/2000/svg");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xml:lang", BAD_CAST "zh-CN");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "font-family", BAD_CAST FONTS);
  write_number (writer, "width", painting->width);
  write_number (writer, "height", painting->height);
  svg_rect (writer, &ground, 0, white, FALSE);
  painting->paint (painting->subject, &painter, writer);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);

  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}
