/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem () */

#include "chart/plan-picture.h"
#include "plan/reader.h"

#include <cairo-pdf.h>
#include <locale.h>

#define PLAN_ID "00000000-0000-4000-8000-000000000001"
#define ID(number) "id=\"00000000-0000-4000-8000-" number "\" "

static const char head[] =
    "<plan xmlns=\"urn:sanding:plan:1\" id=\"" PLAN_ID "\" status=\"drafted\" "
    "town=\"00000000-0000-4000-8000-000000000003\" title=\"方案\">"
    "<county " ID ("000000000002") "name=\"东县\"/>"
                                   "<town " ID ("000000000003") "name=\"西镇\" kind=\"town\"/>";

static const char units[] = "<unit " ID (
    "100000000001") "name=\"农技站\" kind=\"center\" stage=\"current\">"
                    "<quota " ID (
                        "300000000001") "type=\"institutional\" approved=\"4\"/></unit>"
                                        "<unit " ID (
                                            "100000000002") "name=\"为农服务中心\" "
                                                            "kind=\"center\" "
                                                            "stage=\"proposed\">"
                                                            "<quota " ID (
                                                                "300000000002") "type="
                                                                                "\"institutiona"
                                                                                "l\" "
                                                                                "approved="
                                                                                "\"3\"/></unit>"
                                                                                "<transfer"
                                                                                " " ID ("4000000000"
                                                                                        "01") "type"
                                                                                              "=\"i"
                                                                                              "nsti"
                                                                                              "tuti"
                                                                                              "onal"
                                                                                              "\" "
                                                                                              "head"
                                                                                              "coun"
                                                                                              "t="
                                                                                              "\"3"
                                                                                              "\" "
                                                                                              "from"
                                                                                              "=\"0"
                                                                                              "0000"
                                                                                              "000-"
                                                                                              "0000"
                                                                                              "-400"
                                                                                              "0-"
                                                                                              "8000"
                                                                                              "-100"
                                                                                              "0000"
                                                                                              "0000"
                                                                                              "1\" "
                                                                                              "to="
                                                                                              "\"00"
                                                                                              "0000"
                                                                                              "00-"
                                                                                              "0000"
                                                                                              "-400"
                                                                                              "0-"
                                                                                              "8000"
                                                                                              "-100"
                                                                                              "0000"
                                                                                              "0000"
                                                                                              "2\"/"
                                                                                              ">";

static SdCounty *
load (const char *body)
{
  g_autofree char *xml = g_strconcat (head, body, "</plan>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "test.xml", &error);
  SdCounty *county;

  g_assert_no_error (error);
  county = sd_county_read_doc (doc, NULL, "test.xml", &error);
  g_assert_no_error (error);

  return county;
}

static SdPlanPicture *
make (const char *source, const char *body)
{
  g_autoptr (SdCounty) county = load (body);
  g_autoptr (GError) error = NULL;
  SdPlanPicture *picture = sd_plan_picture_new (source, county, PLAN_ID, &error);

  g_assert_no_error (error);
  return picture;
}

static gboolean
says (SdPlanPicture *picture, const char *text)
{
  gsize size;
  const char *svg = g_bytes_get_data (sd_plan_picture_get_svg (picture), &size);

  return g_strstr_len (svg, (gssize) size, text) != NULL;
}

/* Which of the two structures each picture shows. */
static void
test_sources (void)
{
  static const struct
  {
    const char *source;
    gboolean current;
    gboolean proposed;
    const char *word;
  } cases[] = {
    { "chart:current", TRUE, FALSE, "事业单位（1）" },
    { "chart:proposed", FALSE, TRUE, "事业单位（1）" },
    { "chart:changes", TRUE, TRUE, "更名" },
    { "flow", TRUE, TRUE, "拟设" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdPlanPicture) picture = make (cases[i].source, units);
      g_autoptr (GError) error = NULL;
      GBytes *png = sd_plan_picture_get_png (picture, &error);

      g_assert_cmpstr (sd_plan_picture_list_sources ()[i], ==, cases[i].source);
      g_assert_cmpint (says (picture, "农技站"), ==, cases[i].current);
      g_assert_cmpint (says (picture, "为农服务中心"), ==, cases[i].proposed);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
      /* The words are Chinese in any locale. */
      g_assert_true (says (picture, cases[i].word));
      g_assert_false (says (picture, "Center"));
    }
  g_assert_null (sd_plan_picture_list_sources ()[G_N_ELEMENTS (cases)]);
}

static void
test_unknown (void)
{
  static const char *const sources[] = { "chart", "chart:", "", "flow:current" };
  g_autoptr (SdCounty) county = load ("");

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sd_plan_picture_new (sources[i], county, PLAN_ID, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, "chart:changes"));
    }
}

/* A plan with nothing in it has pictures too, and the same plan the same. */
static void
test_empty (void)
{
  for (const char *const *source = sd_plan_picture_list_sources (); *source != NULL; source++)
    {
      g_autoptr (SdPlanPicture) once = make (*source, "");
      g_autoptr (SdPlanPicture) again = make (*source, "");
      double width, height;

      sd_plan_picture_get_size (once, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (height, >, 0);
      g_assert_true (
          g_bytes_equal (sd_plan_picture_get_svg (once), sd_plan_picture_get_svg (again)));
      g_assert_true (g_bytes_equal (sd_plan_picture_get_png (once, NULL),
                                    sd_plan_picture_get_png (again, NULL)));
    }
}

/* A tree of sixty units of several kinds could not be read on a page; lanes can. */
static void
test_many (void)
{
  static const char *const kinds[] = { "office", "center", "enforcement", "dispatched" };
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (SdPlanPicture) picture = NULL;
  double width, height;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (many,
                            "<unit id=\"00000000-0000-4000-8000-1%011u\" name=\"第%u办公室\" "
                            "kind=\"%s\" stage=\"proposed\"/>",
                            i, i, kinds[i % G_N_ELEMENTS (kinds)]);
  picture = make ("chart:proposed", many->str);
  sd_plan_picture_get_size (picture, &width, &height);
  g_assert_cmpfloat (width, <, 226);
}

/* A name that stands upright is one text, each character in its place, brackets as they stand. */
static void
test_upright (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autoptr (SdPlanPicture) picture = NULL;
  g_autofree char *plain = NULL;
  const char *svg;
  gsize size;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (many,
                            "<unit id=\"00000000-0000-4000-8000-1%011u\" name=\"便民（服务）%u站\" "
                            "kind=\"center\" stage=\"proposed\"/>",
                            i, i);
  picture = make ("chart:proposed", many->str);
  svg = g_bytes_get_data (sd_plan_picture_get_svg (picture), &size);
  plain = g_regex_replace_literal (tags, svg, (gssize) size, 0, "", 0, NULL);
  g_assert_nonnull (strstr (plain, "便民︵服务︶12站"));
  g_assert_true (says (picture, "<tspan"));
  g_assert_false (says (picture, "writing-mode"));
}

/* The middle of the room, and nothing beside it. */
static void
test_draw (void)
{
  g_autoptr (SdPlanPicture) picture = make ("flow", units);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint upper = 0, middle = 0;

  sd_plan_picture_draw (picture, cr, 400, 400);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 400; i++)
    for (guint y = 0; y < 400; y++)
      *(y < 50 ? &upper : &middle) += pixels[y * 400 + i] != 0;
  g_assert_cmpuint (upper, ==, 0);
  g_assert_cmpuint (middle, >, 1000);
  cairo_surface_destroy (surface);
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
give (void *data, unsigned char *bytes, unsigned int length)
{
  Source *source = data;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, source->data, length);
  source->data += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xFFFFFF;
}

/* Another reader of PNG sees what is drawn, pixel by pixel, in the upper four bits of a colour. */
static void
test_png (void)
{
  g_autoptr (SdPlanPicture) picture = make ("flow", units);
  GBytes *bytes = sd_plan_picture_get_png (picture, NULL);
  Source source = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *read = cairo_image_surface_create_from_png_stream (give, &source);
  const int width = cairo_image_surface_get_width (read);
  const int height = cairo_image_surface_get_height (read);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (drawn);
  double w, h;

  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (width, ==, 1280);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  sd_plan_picture_get_size (picture, &w, &h);
  sd_plan_picture_draw (picture, cr, 640, 640 / w * h);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_assert_cmphex (pixel_at (read, x, y) & 0xF0F0F0, ==, pixel_at (drawn, x, y) & 0xF0F0F0);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (read);
}

static cairo_status_t
collect (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A PDF has the letters with their font and no image of them. */
static void
test_pdf (void)
{
  g_autoptr (SdPlanPicture) picture = make ("chart:proposed", units);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, bytes, 500, 500);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4); /* nothing is packed */
  cr = cairo_create (surface);
  sd_plan_picture_draw (picture, cr, 500, 500);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_null (memmem (bytes->data, bytes->len, "/Image", strlen ("/Image")));
  g_assert_nonnull (memmem (bytes->data, bytes->len, "/ToUnicode", strlen ("/ToUnicode")));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-picture/sources", test_sources);
  g_test_add_func ("/plan-picture/unknown", test_unknown);
  g_test_add_func ("/plan-picture/empty", test_empty);
  g_test_add_func ("/plan-picture/many", test_many);
  g_test_add_func ("/plan-picture/upright", test_upright);
  g_test_add_func ("/plan-picture/draw", test_draw);
  g_test_add_func ("/plan-picture/pdf", test_pdf);
  g_test_add_func ("/plan-picture/png", test_png);

  return g_test_run ();
}
