/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include "document/html.h"

#include <locale.h>

#define BLOCKS(body) \
  "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"&lt;t&gt; &amp;\" " \
  "language=\"zh-CN\">" body "</blocks>"

static char *
write_text (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (xml, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = sd_html_write (blocks, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static xmlDoc *
parse (const char *text)
{
  const char *root = strstr (text, "<html");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *doc;

  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  bytes = g_bytes_new (root, strlen (root));
  doc = sd_xml_read_bytes (bytes, "test.html", &error);
  g_assert_no_error (error);

  return doc;
}

/* Whatever a text holds, it is text. */
static void
test_escaped (void)
{
  g_autofree char *text =
      write_text (BLOCKS ("<title key=\"t\">&lt;script&gt;alert(1)&lt;/script&gt;</title>"
                          "<heading key=\"h:A1\" level=\"3\" number='A1\" onclick=\"x'>a &amp; b\""
                          "&lt;/h4&gt;</heading>"
                          "<list key=\"l\"><item number=\"&lt;1&gt;\">]]&gt;</item></list>"
                          "<table key=\"tb\" title='\"&gt;&lt;b&gt;' description=\"d\">"
                          "<column width=\"1\"/><row><cell>&lt;!--</cell></row></table>"));
  g_autoptr (xmlDoc) doc = parse (text);

  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "<!--"));
  g_assert_null (strstr (text, "<b>"));
  g_assert_cmpuint (count_nodes (doc, "//@onclick"), ==, 0);
  g_assert_cmpuint (count_nodes (doc, "//h1[. = '<script>alert(1)</script>']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//head/title[. = '<t> &']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//li[. = '<1>]]>']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//td[. = '<!--']"), ==, 1);
}

/* Contents lead to headings, a table has its header and columns, and no element is written short
 * that HTML does not know as empty. */
static void
test_structure (void)
{
  g_autofree char *text =
      write_text (BLOCKS ("<title key=\"t\">题</title>"
                          "<heading key=\"s\" level=\"1\" number=\"一、\">节</heading>"
                          "<heading key=\"rule:A1\" level=\"2\" number=\"A1 \">文</heading>"
                          "<paragraph key=\"p\"/>"
                          "<table key=\"tb\" title=\"表\" description=\"d\">"
                          "<column width=\"1\" align=\"end\"/><column width=\"3\"/>"
                          "<column width=\"1\" align=\"center\"/>"
                          "<header><row><cell columns=\"2\">a</cell><cell>b</cell></row></header>"
                          "<row><cell value=\"2\"/><cell/><cell>c</cell></row></table>"));
  g_autoptr (xmlDoc) doc = parse (text);

  g_assert_cmpuint (count_nodes (doc, "//nav/a[@href = '#s'][. = '一、节']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//a[@href = '#rule:A1'][. = 'A1 '][@title = '文']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//h3[@id = 'rule:A1'][@class = 'rule'][. = 'A1 文']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//thead/tr/th[@colspan = '2'][@scope = 'col']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//thead/tr/th[2][@class = 'center']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//tbody/tr/td[1][@class = 'end'][. = '2']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//col[2][@style = 'width:60%']"), ==, 1);
  g_assert_nonnull (strstr (text, "<p id=\"p\" class=\"p\"></p>"));
  g_assert_nonnull (strstr (text, "<td></td>"));
  g_assert_cmpuint (count_nodes (doc, "//script | //link | //@src"), ==, 0);
}

static void
test_picture (void)
{
  static const char xml[] = BLOCKS ("<picture key=\"p\" source=\"flow\" title=\"图\" "
                                    "description=\"机构图\"/>");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (xml, &error);
  g_autoptr (GBytes) none = sd_html_write (blocks, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (none);
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_PICTURE);
  g_clear_error (&error);
  put_picture (blocks, "flow");
  bytes = sd_html_write (blocks, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "src=\"data:image/svg+xml;base64,PD94bWwg"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/html/escaped", test_escaped);
  g_test_add_func ("/document/html/structure", test_structure);
  g_test_add_func ("/document/html/picture", test_picture);

  return g_test_run ();
}
