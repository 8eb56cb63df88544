/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-fixture.h"

#include "chart/picture.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <locale.h>

static SdChart *
make_picture_chart (SdPlan *plan)
{
  PangoContext *context = sd_picture_create_context ();
  SdChart *chart = sd_chart_new (plan, "proposed", context);

  g_object_unref (context);
  sd_chart_set_compact (chart, TRUE);
  sd_chart_set_arrangement (chart, SD_CHART_ARRANGEMENT_TREE);
  sd_chart_layout (chart, 1000);

  return chart;
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    int format; /* -1 for none */
  } cases[] = {
    { "a.svg", SD_PICTURE_SVG },
    { "b.PDF", SD_PICTURE_PDF },
    { "c.png", SD_PICTURE_PNG },
    { "d.odt", -1 },
    { "svg", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SdPictureFormat format;

      if (sd_picture_format_from_name (cases[i].name, &format))
        g_assert_cmpint (format, ==, cases[i].format);
      else
        g_assert_cmpint (cases[i].format, ==, -1);
    }
}

static void
test_files (void)
{
  static const struct
  {
    SdPictureFormat format;
    const char *begins;
  } cases[] = {
    { SD_PICTURE_SVG, "<?xml" },
    { SD_PICTURE_PDF, "%PDF-" },
    { SD_PICTURE_PNG, "\x89PNG" },
  };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = make_picture_chart (plan);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sd_chart_to_picture (chart, cases[i].format, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      g_assert_true (
          memcmp (g_bytes_get_data (bytes, NULL), cases[i].begins, strlen (cases[i].begins)) == 0);
    }
}

static gboolean
has_text (xmlXPathContext *xpath, const char *text)
{
  g_autofree char *expression =
      g_strdup_printf ("boolean(//*[local-name() = 'text'][. = '%s'])", text);
  xmlXPathObject *result = xmlXPathEvalExpression (BAD_CAST expression, xpath);
  gboolean found = result->boolval != 0;

  xmlXPathFreeObject (result);
  return found;
}

/* Text stays text. */
static void
test_svg_text (void)
{
  static const char *const texts[] = { "经济发展局", "财政局", "县综合行政执法局（探沂中队）" };
  g_autoptr (SdPlan) plan = make_plan ();
  g_autoptr (SdChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  xmlXPathContext *xpath;
  xmlDoc *doc;

  /* Upright it is longer than a column, but then its parts are a text each. */
  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "01"), SD_UNIT_NAME,
            "经济发展局");
  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "02"), SD_UNIT_NAME,
            "便民（服务）中心");
  set_text (sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, GROUND "03"), SD_UNIT_NAME,
            "<社会>&\"事务\"");
  chart = make_picture_chart (plan);
  bytes = sd_chart_to_picture (chart, SD_PICTURE_SVG, NULL);
  doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
                       XML_PARSE_NONET);
  g_assert_nonnull (doc);
  xpath = xmlXPathNewContext (doc);
  g_assert_true (has_text (xpath, texts[0]));
  g_assert_true (has_text (xpath, texts[1]));
  g_assert_false (has_text (xpath, texts[2]));
  g_assert_true (has_text (xpath, "便民（服务）中心"));
  g_assert_true (has_text (xpath, "<社会>&\"事务\""));
  xmlXPathFreeContext (xpath);
  xmlFreeDoc (doc);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/picture/names", test_names);
  g_test_add_func ("/chart/picture/files", test_files);
  g_test_add_func ("/chart/picture/svg-text", test_svg_text);

  return g_test_run ();
}
