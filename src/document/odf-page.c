/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odf-private.h"

#include <math.h>

/* Landscape pages have a header and a footer of this height at least; their page numbers are
 * anchored to the header. */
#define STRIP 1.0
/* Room of a landscape page's number, across the line and along it. */
#define NUMBER_ACROSS 6.0
#define NUMBER_ALONG 40.0

static void
start_layout (const SdPage *page,
              const char *name,
              const char *usage,
              const char *orientation,
              double top,
              double bottom,
              const char *scale,
              xmlTextWriter *writer)
{
  g_autofree char *width = sd_odf_mm (page->width);
  g_autofree char *height = sd_odf_mm (page->height);
  g_autofree char *top_mm = sd_odf_mm (top);
  g_autofree char *bottom_mm = sd_odf_mm (bottom);
  g_autofree char *left = sd_odf_mm (page->left);
  g_autofree char *right = sd_odf_mm (page->right);

  sd_odf_start (writer, "style:page-layout", "style:name", name, "style:page-usage", usage, NULL);
  sd_odf_empty (writer, "style:page-layout-properties", "fo:page-width", width, "fo:page-height",
                height, "style:print-orientation", orientation, "style:num-format", "1",
                "fo:margin-top", top_mm, "fo:margin-bottom", bottom_mm, "fo:margin-left", left,
                "fo:margin-right", right, "style:layout-grid-mode", "none", "style:scale-to-X",
                scale, NULL);
}

/* The upright page is mirrored, since it is bound left and printed on both sides. The number
 * stands below the type area, in the footer; the word processor adds the footer's room to the
 * bottom margin. */
static void
write_portrait (SdPageStyle *style, const char *name, double top, xmlTextWriter *writer)
{
  const SdPage *page = &style->page;
  g_autofree char *height = sd_odf_mm (style->number_height);
  g_autofree char *gap = sd_odf_mm (style->number_gap);

  start_layout (page, name, "mirrored", "portrait", top, page->bottom - style->number_height, NULL,
                writer);
  sd_odf_start (writer, "style:footer-style", NULL);
  sd_odf_empty (writer, "style:header-footer-properties", "svg:height", height, "fo:margin-top",
                gap, "style:dynamic-spacing", "false", NULL);
  sd_odf_end (writer);
  sd_odf_end (writer);
}

static double
least_margin (const SdPage *page)
{
  return MIN (page->top, page->bottom);
}

/* An odd page that lies is bound at its top, an even one at its foot (8): the margin that is the
 * wider is made so by what stands in the header or in the footer of that page. */
static void
write_landscape (SdPageStyle *style, xmlTextWriter *writer)
{
  static const char *const strips[] = { "style:header-style", "style:footer-style" };
  static const char *const gaps[] = { "fo:margin-bottom", "fo:margin-top" };
  const SdPage *page = &style->landscape;
  const double margin = least_margin (page) - STRIP;
  g_autofree char *height = sd_odf_mm (STRIP);

  start_layout (page, SD_ODF_LANDSCAPE "Layout", "all", "landscape", margin, margin, NULL, writer);
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    {
      sd_odf_start (writer, strips[i], NULL);
      sd_odf_empty (writer, "style:header-footer-properties", "fo:min-height", height, gaps[i],
                    "0mm", "style:dynamic-spacing", "false", NULL);
      sd_odf_end (writer);
    }
  sd_odf_end (writer);
}

/* The paragraph of a header or footer that leaves a margin. */
static const char *
strip_style (const SdPage *page, double margin)
{
  return margin > least_margin (page) ? "LandscapeStripDeep" : "LandscapeStrip";
}

static void
write_strip_style (const char *name, double height, xmlTextWriter *writer)
{
  g_autofree char *line = sd_odf_mm (height);

  sd_odf_start (writer, "style:style", "style:name", name, "style:family", "paragraph", NULL);
  sd_odf_empty (writer, "style:paragraph-properties", "fo:line-height", line, NULL);
  sd_odf_empty (writer, "style:text-properties", "fo:font-size", "2pt", "style:font-size-asian",
                "2pt", NULL);
  sd_odf_end (writer);
}

/* An imprint that has a page of its own stands on an even one, and neither that page nor a blank
 * one before it has a number (7.4, 7.5). */
static void
write_imprint_layout (SdPageStyle *style, xmlTextWriter *writer)
{
  SdPage page = style->page;

  page.left = style->page.right;
  page.right = style->page.left;
  start_layout (&page, SD_ODF_IMPRINT "Layout", "left", "portrait", page.top - page.lift,
                page.bottom, NULL, writer);
  sd_odf_end (writer);
}

void
sd_odf_page_write_layouts (SdPageStyle *style, xmlTextWriter *writer)
{
  const SdPage *page = &style->page;

  write_portrait (style, SD_ODF_PORTRAIT "Layout", page->top - page->lift, writer);
  write_portrait (style, SD_ODF_TABLES "Layout", page->top, writer);
  write_landscape (style, writer);
  write_imprint_layout (style, writer);

  write_strip_style ("LandscapeStrip", STRIP, writer);
  write_strip_style ("LandscapeStripDeep",
                     STRIP + fabs (style->landscape.top - style->landscape.bottom), writer);
}

/* A sheet is narrowed to the width of the page where someone has widened it. */
static void
write_sheet_layout (SdPageStyle *style,
                    const SdPage *page,
                    const char *name,
                    const char *orientation,
                    xmlTextWriter *writer)
{
  g_autofree char *height = sd_odf_mm (style->number_height);
  g_autofree char *gap = sd_odf_mm (style->number_gap);
  const double bottom = MAX (page->bottom - style->number_height, 0);

  start_layout (page, name, "all", orientation, page->top, bottom, "1", writer);
  sd_odf_start (writer, "style:footer-style", NULL);
  sd_odf_empty (writer, "style:header-footer-properties", "svg:height", height, "fo:margin-top",
                gap, "style:dynamic-spacing", "false", NULL);
  sd_odf_end (writer);
  sd_odf_end (writer);
}

void
sd_odf_page_write_sheet_layouts (SdPageStyle *style, xmlTextWriter *writer)
{
  write_sheet_layout (style, &style->page, SD_ODF_TABLES "Layout", "portrait", writer);
  write_sheet_layout (style, &style->landscape, SD_ODF_LANDSCAPE "Layout", "landscape", writer);
}

static void
write_number (SdPageStyle *style, const char *paragraph_style, xmlTextWriter *writer)
{
  sd_odf_start (writer, "text:p", "text:style-name", paragraph_style, NULL);
  sd_odf_text (writer, style->number_before);
  sd_odf_start (writer, "text:page-number", "text:select-page", "current", NULL);
  sd_odf_text (writer, "1");
  sd_odf_end (writer);
  sd_odf_text (writer, style->number_after);
  sd_odf_end (writer);
}

static void
write_portrait_master (SdPageStyle *style,
                       const char *name,
                       const char *label,
                       const char *layout,
                       xmlTextWriter *writer)
{
  sd_odf_start (writer, "style:master-page", "style:name", name, "style:display-name", label,
                "style:page-layout-name", layout, NULL);
  sd_odf_start (writer, "style:footer", NULL);
  write_number (style, "PageNumber", writer);
  sd_odf_end (writer);
  sd_odf_start (writer, "style:footer-left", NULL);
  write_number (style, "PageNumberLeft", writer);
  sd_odf_end (writer);
  sd_odf_end (writer);
}

/* Bound into the document, a landscape page has its number where the upright pages have it: as
 * seen, at the left edge and turned, odd ones below, even ones above. */
static void
write_turned_number (SdPageStyle *style,
                     const char *header,
                     const char *name,
                     const char *paragraph_style,
                     double margin,
                     double y,
                     xmlTextWriter *writer)
{
  double line = sd_page_style_get_style (style, "PageNumber")->line * 25.4 / 72;
  g_autofree char *x_mm = sd_odf_mm (style->landscape.left - style->number_gap - line - 0.2);
  g_autofree char *y_mm = sd_odf_mm (y);
  g_autofree char *across = sd_odf_mm (NUMBER_ACROSS);
  g_autofree char *along = sd_odf_mm (NUMBER_ALONG);

  sd_odf_start (writer, header, NULL);
  sd_odf_start (writer, "text:p", "text:style-name", strip_style (&style->landscape, margin), NULL);
  sd_odf_start (writer, "draw:frame", "draw:style-name", "PageNumberFrame", "draw:name", name,
                "text:anchor-type", "paragraph", "svg:x", x_mm, "svg:y", y_mm, "svg:width", across,
                "svg:height", along, NULL);
  sd_odf_start (writer, "draw:text-box", NULL);
  write_number (style, paragraph_style, writer);
  sd_odf_end (writer);
  sd_odf_end (writer);
  sd_odf_end (writer);
  sd_odf_end (writer);
}

static void
write_landscape_foot (SdPageStyle *style, const char *footer, double margin, xmlTextWriter *writer)
{
  sd_odf_start (writer, footer, NULL);
  sd_odf_empty (writer, "text:p", "text:style-name", strip_style (&style->landscape, margin), NULL);
  sd_odf_end (writer);
}

static void
write_landscape_master (SdPageStyle *style, xmlTextWriter *writer)
{
  const SdPage *page = &style->landscape;

  sd_odf_start (writer, "style:master-page", "style:name", SD_ODF_LANDSCAPE, "style:display-name",
                "附表横页", "style:page-layout-name", SD_ODF_LANDSCAPE "Layout", NULL);
  write_turned_number (style, "style:header", "页码单", "PageNumber", page->top,
                       page->height - page->bottom - NUMBER_ALONG, writer);
  write_turned_number (style, "style:header-left", "页码双", "PageNumberLeft", page->bottom,
                       page->bottom, writer);
  write_landscape_foot (style, "style:footer", page->bottom, writer);
  write_landscape_foot (style, "style:footer-left", page->top, writer);
  sd_odf_end (writer);
}

void
sd_odf_page_write_masters (SdPageStyle *style, xmlTextWriter *writer)
{
  sd_odf_start (writer, "office:master-styles", NULL);
  write_portrait_master (style, SD_ODF_PORTRAIT, "公文竖页", SD_ODF_PORTRAIT "Layout", writer);
  write_portrait_master (style, SD_ODF_TABLES, "附表竖页", SD_ODF_TABLES "Layout", writer);
  write_landscape_master (style, writer);
  sd_odf_empty (writer, "style:master-page", "style:name", SD_ODF_IMPRINT, "style:display-name",
                "版记页", "style:page-layout-name", SD_ODF_IMPRINT "Layout", NULL);
  sd_odf_end (writer);
}

static void
write_sheet_master (SdPageStyle *style, const char *name, const char *label, xmlTextWriter *writer)
{
  g_autofree char *layout = g_strconcat (name, "Layout", NULL);

  sd_odf_start (writer, "style:master-page", "style:name", name, "style:display-name", label,
                "style:page-layout-name", layout, NULL);
  sd_odf_start (writer, "style:footer", NULL);
  write_number (style, NULL, writer);
  sd_odf_end (writer);
  sd_odf_end (writer);
}

void
sd_odf_page_write_sheet_masters (SdPageStyle *style, xmlTextWriter *writer)
{
  sd_odf_start (writer, "office:master-styles", NULL);
  write_sheet_master (style, SD_ODF_TABLES, "附表竖页", writer);
  write_sheet_master (style, SD_ODF_LANDSCAPE, "附表横页", writer);
  sd_odf_end (writer);
}
