/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <locale.h>

/* A document with every kind of block, some twice. */
static const char every_block[] =
    "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" language=\"zh-CN\">"
    "<title key=\"t:1\">某县人民政府</title><title key=\"t:2\">关于审批方案的请示</title>"
    "<addressee key=\"a\">某市人民政府：</addressee>"
    "<heading key=\"h\" level=\"3\" number=\"1.\">标题</heading>"
    "<paragraph key=\"p\">正文<field ref=\"count:office\"/></paragraph>"
    "<list key=\"l\"><item number=\"1.\">甲</item><item>乙</item></list>"
    "<picture key=\"pic\" source=\"chart:proposed\" title=\"图\" description=\"机构图\"/>"
    "<list key=\"al\" kind=\"annexes\" label=\"附件：\"><item number=\"1.\">甲</item>"
    "<item number=\"2.\">乙</item></list>"
    "<signature key=\"s:1\" sealed=\"true\">某县人民政府</signature>"
    "<date key=\"d:1\">2026年1月2日</date>"
    "<note key=\"n\">（附注）</note><page-break key=\"b\"/>"
    "<signature key=\"s:2\">某县</signature><date key=\"d:2\">2026年1月2日</date>"
    "<date key=\"d:3\">2026年1月2日</date><page-break key=\"b:2\"/>"
    "<table key=\"tb\" title=\"表\" description=\"表\"><column width=\"1\" align=\"end\"/>"
    "<row><cell value=\"1\"/></row></table>"
    "<annex key=\"an\" label=\"附件\" orientation=\"landscape\">横页</annex>"
    "<imprint key=\"i\"><copies>抄送：某局。</copies><printer>某办</printer>"
    "<printed>2026年1月2日印发</printed></imprint></blocks>";

static GBytes *
write_every_block (SdOdfFormat format, GError **error)
{
  g_autoptr (SdBlocks) blocks = read_blocks (every_block, error);

  g_assert_nonnull (blocks);
  put_picture (blocks, "chart:proposed");
  return sd_odt_write (blocks, format, NULL, error);
}

static void
test_every_block (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_every_block (SD_ODF_FODT, &error);
  g_autoptr (xmlDoc) doc = NULL;

  g_assert_no_error (error);
  g_assert_true (is_valid_odf (bytes, SCHEMA));
  doc = sd_xml_read_bytes (bytes, "test", &error);
  g_assert_cmpuint (count_nodes (doc, "//draw:image[@draw:mime-type = 'image/svg+xml']"
                                      "/office:binary-data"),
                    ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//draw:frame[svg:title = '图'][svg:desc = '机构图']"), ==,
                    1);
  g_assert_cmpuint (count_nodes (doc, "//draw:frame[@draw:name = '版记']//table:table-row"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//style:style/*[@fo:break-before = 'page']"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//text:p[. = '附件：1.甲']"), ==, 1);
}

static void
test_picture_in_package (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_every_block (SD_ODF_ODT, &error);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) png = NULL;
  zip_t *archive;

  g_assert_no_error (error);
  archive = open_package (bytes);
  svg = read_part (archive, "Pictures/chart-proposed.svg");
  png = read_part (archive, "Pictures/chart-proposed.png");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (svg, NULL), "<?xml"));
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  zip_discard (archive);
}

/* As large as the page has room for; an annex that may be turned is, where that is larger. */
static void
test_picture_size (void)
{
  static const char pattern[] =
      "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" language=\"zh-CN\">"
      "<annex key=\"a\" label=\"附件\" orientation=\"%s\">图</annex>"
      "<picture key=\"pic\" source=\"flow\" title=\"图\" description=\"流向\"/></blocks>";
  static const struct
  {
    const char *orientation;
    const char *master;
    double width;
    double most;
  } cases[] = {
    { "portrait", "Portrait", 156, 150 },
    { "landscape", "Landscape", 0, 104.01 },
    { "auto", "Landscape", 0, 104.01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf (pattern, cases[i].orientation);
      g_autoptr (SdBlocks) blocks = read_blocks (text, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (xmlDoc) doc = NULL;
      g_autofree char *master = NULL;
      g_autofree char *width = NULL;
      g_autofree char *height = NULL;

      g_assert_no_error (error);
      put_picture (blocks, "flow");
      bytes = sd_odt_write (blocks, SD_ODF_FODT, NULL, &error);
      g_assert_no_error (error);
      doc = sd_xml_read_bytes (bytes, "test", &error);
      master = string_value (doc, "string(//style:style[@style:name = //text:h/@text:style-name]"
                                  "/@style:master-page-name)");
      width = string_value (doc, "string(//draw:frame[svg:title]/@svg:width)");
      height = string_value (doc, "string(//draw:frame[svg:title]/@svg:height)");
      g_assert_cmpstr (master, ==, cases[i].master);
      if (cases[i].width > 0)
        g_assert_cmpfloat (g_ascii_strtod (width, NULL), ==, cases[i].width);
      g_assert_cmpfloat (g_ascii_strtod (width, NULL), >=, 156);
      g_assert_cmpfloat (g_ascii_strtod (height, NULL), <=, cases[i].most);
    }
}

static void
test_picture_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (every_block, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = sd_odt_write (blocks, SD_ODF_ODT, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_PICTURE);
  g_assert_nonnull (strstr (error->message, "chart"));
}

/* Left and right margin of the paragraph of a text, in points. */
static void
get_margins (xmlDoc *doc, const char *text, double *left, double *right)
{
  g_autofree char *style =
      g_strdup_printf ("//style:style[@style:name = //text:p[. = '%s']/@text:style-name]/*", text);
  g_autofree char *left_path = g_strdup_printf ("string(%s/@fo:margin-left)", style);
  g_autofree char *right_path = g_strdup_printf ("string(%s/@fo:margin-right)", style);
  g_autofree char *left_text = string_value (doc, left_path);
  g_autofree char *right_text = string_value (doc, right_path);

  *left = g_ascii_strtod (left_text, NULL);
  *right = g_ascii_strtod (right_text, NULL);
}

/* 署名 and 成文日期 (7.3.5): the middle of both, and the room to the right of the date. */
static void
test_signature (void)
{
  static const char pattern[] =
      "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" language=\"zh-CN\">"
      "<signature key=\"s\" sealed=\"%s\">%s</signature><date "
      "key=\"d\">2026年1月2日</date></blocks>";
  const double pitch = 15.75, width = 156 * 72 / 25.4, date_width = 3 * pitch + 6 * 7.75;
  static const struct
  {
    gboolean sealed;
    const char *issuer;
    guint n_characters;
  } cases[] = {
    { TRUE, "县府", 2 },
    { TRUE, "某某县人民政府", 7 },
    { TRUE, "某某县某某机构编制委员会办公室及其他", 18 },
    { FALSE, "县府", 2 },
    { FALSE, "某某县某某机构编制委员会办公室", 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text =
          g_strdup_printf (pattern, cases[i].sealed ? "true" : "false", cases[i].issuer);
      g_autoptr (SdBlocks) blocks = read_blocks (text, &error);
      g_autoptr (GBytes) bytes = sd_odt_write (blocks, SD_ODF_FODT, NULL, &error);
      g_autoptr (xmlDoc) doc = sd_xml_read_bytes (bytes, "test", &error);
      double issuer_width = cases[i].n_characters * pitch;
      double issuer_left, issuer_right, left, right;

      g_assert_no_error (error);
      get_margins (doc, cases[i].issuer, &issuer_left, &issuer_right);
      get_margins (doc, "2026年1月2日", &left, &right);
      if (cases[i].sealed)
        {
          double center = (left + width - right) / 2;

          g_assert_cmpfloat_with_epsilon (issuer_left, left, 0.01);
          g_assert_cmpfloat_with_epsilon (issuer_right, right, 0.01);
          g_assert_cmpfloat (width - left - right, >=, MAX (issuer_width, date_width));
          g_assert_cmpfloat (center + issuer_width / 2, <=, width + 0.01);
          if (issuer_width < date_width + 8 * pitch - pitch)
            g_assert_cmpfloat_with_epsilon (width - center - date_width / 2, 4 * pitch, 0.01);
        }
      else
        {
          double end = MAX (issuer_left + issuer_width, left + date_width);

          g_assert_cmpfloat_with_epsilon (left - issuer_left, 2 * pitch, 0.01);
          g_assert_cmpfloat_with_epsilon (width - end, 2 * pitch, 0.01);
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odf/every-block", test_every_block);
  g_test_add_func ("/odf/picture-in-package", test_picture_in_package);
  g_test_add_func ("/odf/picture-size", test_picture_size);
  g_test_add_func ("/odf/picture-missing", test_picture_missing);
  g_test_add_func ("/odf/signature", test_signature);

  return g_test_run ();
}
