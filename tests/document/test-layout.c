/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/layout.h"
#include "document/pdf.h"
#include "support.h"

#include <locale.h>
#include <math.h>

/* The numbers of GB/T 9704-2012, read from our own pages. */

#define MM (72 / 25.4)
#define DOCUMENT(body)                                                                             \
  "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" language=\"zh-CN\">" body  \
  "</blocks>"
#define PARAGRAPH(key, text) "<paragraph key=\"" key "\">" text "</paragraph>"
#define LONG_TEXT 1500

static SdLayout *
lay_out (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (text, &error);
  SdLayout *layout;

  g_assert_no_error (error);
  layout = sd_layout_new (blocks, &error);
  g_assert_no_error (error);

  return layout;
}

static const SdLayoutLine *
line_at (SdLayout *layout, guint page, guint n)
{
  GPtrArray *lines = sd_layout_get_lines (layout, page);

  g_assert_cmpuint (n, <, lines->len);
  return lines->pdata[n];
}

static void
assert_near (double value, double expected, double tolerance)
{
  if (fabs (value - expected) > tolerance)
    g_error ("%g is not %g", value, expected);
}

/* One paragraph of nothing but Chinese characters: @n of them. */
static char *
make_paragraph (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "镇");

  return g_strdup_printf (DOCUMENT (PARAGRAPH ("p", "%s")), text->str);
}

/* A4; 22 lines of 28 characters, 29.5 points apart; the binding side of an odd page on the left, of
 * an even one on the right (5.1, 5.2). */
static void
test_grid (void)
{
  g_autofree char *text = make_paragraph (LONG_TEXT);
  g_autoptr (SdLayout) layout = lay_out (text);

  g_assert_cmpuint (sd_layout_get_n_pages (layout), ==, 3);
  for (guint page = 0; page < 2; page++)
    {
      GPtrArray *lines = sd_layout_get_lines (layout, page);
      double width, height;

      sd_layout_get_page_size (layout, page, &width, &height);
      assert_near (width, 210 * MM, 0.1);
      assert_near (height, 297 * MM, 0.1);
      g_assert_cmpuint (lines->len, ==, 22);
      for (guint i = 0; i < lines->len; i++)
        {
          const SdLayoutLine *line = lines->pdata[i];
          const gboolean first = page == 0 && i == 0;

          g_assert_cmpint (g_utf8_strlen (line->text, -1), ==, first ? 26 : 28);
          assert_near (line->rect.x, (page == 0 ? 28 : 26) * MM + (first ? 2 * 15.75 : 0), 0.1);
          assert_near (line->rect.x + line->rect.width, (page == 0 ? 184 : 182) * MM, 0.1);
          assert_near (line->rect.y, 33 * MM + i * 29.5, 0.1);
          assert_near (line->rect.height, 29.5, 0);
        }
    }
}

/* Each kind of text in its typeface and size (7.2, 7.3). */
static void
test_fonts (void)
{
  static const struct
  {
    const char *key, *font;
    double size;
  } expected[] = {
    { "t", "biaosong", 22 }, { "a", "fangsong", 16 },  { "h1", "heiti", 16 },
    { "h2", "kaiti", 16 },   { "h3", "fangsong", 16 }, { "h4", "fangsong", 16 },
    { "p", "fangsong", 16 }, { "an", "heiti", 16 },    { "i", "fangsong", 14 },
  };
  g_autoptr (SdLayout) layout = lay_out (DOCUMENT (
      "<title key=\"t\">关于审批方案的请示</title><addressee key=\"a\">某市人民政府：</addressee>"
      "<heading key=\"h1\" level=\"1\" number=\"一、\">标题</heading>"
      "<heading key=\"h2\" level=\"2\" number=\"（一）\">标题</heading>"
      "<heading key=\"h3\" level=\"3\" number=\"1.\">标题</heading>"
      "<heading key=\"h4\" level=\"4\" number=\"（1）\">标题</heading>" PARAGRAPH (
          "p",
          "正文。") "<annex key=\"an\" label=\"附件1\">机构设置表</annex>"
                    "<imprint key=\"i\"><printer>某办</printer><printed>印发</printed></imprint>"));
  SdPageStyle *style = sd_blocks_get_page_style (sd_layout_get_blocks (layout));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SdLayoutLine *found = NULL;
      gboolean known = FALSE;

      for (guint page = 0; found == NULL && page < sd_layout_get_n_pages (layout); page++)
        for (guint j = 0; found == NULL && j < sd_layout_get_lines (layout, page)->len; j++)
          if (g_strcmp0 (line_at (layout, page, j)->key, expected[i].key) == 0)
            found = line_at (layout, page, j);
      g_assert_nonnull (found);
      assert_near (found->size, expected[i].size, 0);
      for (guint j = 0; j < style->fonts->len; j++)
        {
          const SdPageFont *font = style->fonts->pdata[j];

          if (g_str_equal (font->id, expected[i].font))
            known = g_strv_contains ((const char *const *) font->families, found->family);
        }
      g_assert_true (known);
    }
}

/* A line of 28 places of which the last two are in question: what may not begin or end a line, and
 * what stays together, goes to the next (5.2.3, GB/T 15834). */
static void
test_line_ends (void)
{
  static const struct
  {
    const char *text;   /* after 24 characters */
    const char *begins; /* the second line */
  } cases[] = {
    { "甲乙丙丁", "丙" },      { "甲乙。丙", "乙" },       { "甲乙）丙", "乙" },
    { "甲（丙", "（" },        { "甲“丙", "“" },           { "甲2026年", "2026" },
    { "甲〔2026〕5号", "〔" }, { "甲Beijing", "Beijing" }, { "甲12.5%", "12.5" },
    { "甲乙——丙", "—" },       { "甲——丙", "—" },          { "甲……", "…" },
    { "甲乙，丙", "乙" },      { "甲乙”。丙", "乙" },      { "甲乙·丙", "乙" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          DOCUMENT (PARAGRAPH ("p", "一二三四五六七八九十一二三四五六七八九十一二三四%s")),
          cases[i].text);
      g_autoptr (SdLayout) layout = lay_out (text);
      const SdLayoutLine *second = line_at (layout, 0, 1);

      if (!g_str_has_prefix (second->text, cases[i].begins))
        g_error ("%s: the second line is %s", cases[i].text, second->text);
    }
}

/* A word that is longer than a line is broken where the line is full; nothing is lost. */
static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (200, 'm');
  g_autofree char *text = g_strdup_printf (DOCUMENT (PARAGRAPH ("p", "%s")), word);
  g_autoptr (SdLayout) layout = lay_out (text);
  GPtrArray *lines = sd_layout_get_lines (layout, 0);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (lines->len, >, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      const SdLayoutLine *line = lines->pdata[i];

      g_assert_cmpfloat (line->rect.x + line->rect.width, <, 184 * MM + 0.1);
      g_string_append (all, line->text);
    }
  g_assert_cmpstr (all->str, ==, word);
}

/* A heading does not end a page. */
static void
test_keep (void)
{
  for (guint n = 15; n < 24; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *text = NULL;
      g_autoptr (SdLayout) layout = NULL;
      GPtrArray *lines;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (body, PARAGRAPH ("p:%u", "正文。"), i);
      text = g_strdup_printf (
          DOCUMENT ("%s<heading key=\"h1\" level=\"1\">一</heading><heading key=\"h2\" level=\"2\">"
                    "（一）</heading>" PARAGRAPH ("q", "末。")),
          body->str);
      layout = lay_out (text);
      lines = sd_layout_get_lines (layout, 0);
      g_assert_cmpstr (line_at (layout, 0, lines->len - 1)->key, !=, "h1");
      g_assert_cmpstr (line_at (layout, 0, lines->len - 1)->key, !=, "h2");
    }
}

/* The list of annexes begins below the text wherever there is room for a line of it; its last items
 * stay with the signature, and so does a paragraph that a signature follows (7.3.4, 7.3.5). */
static void
test_signed (void)
{
  for (guint n = 1; n < 24; n++)
    for (guint n_items = 0; n_items < 9; n_items += 4)
      {
        g_autoptr (GString) body = g_string_new (NULL);
        g_autoptr (SdLayout) layout = NULL;
        g_autofree char *text = NULL;
        SdLayoutSpot signature, list;
        const SdLayoutLine *first;

        for (guint i = 0; i < n; i++)
          g_string_append_printf (body, PARAGRAPH ("p:%u", "正文。"), i);
        if (n_items > 0)
          g_string_append (body, "<list key=\"l\" kind=\"annexes\" label=\"附件：\">");
        for (guint i = 0; i < n_items; i++)
          g_string_append_printf (body, "<item number=\"%u.\">表</item>", i + 1);
        text = g_strdup_printf (DOCUMENT ("%s<signature key=\"s\" sealed=\"true\">某县"
                                          "</signature><date key=\"d\">2026年1月2日</date>"),
                                g_string_append (body, n_items > 0 ? "</list>" : "")->str);
        layout = lay_out (text);
        g_assert_true (sd_layout_find (layout, "s", NULL, 0, &signature));
        first = line_at (layout, signature.page, 0);
        g_assert_cmpstr (first->key, !=, "s");
        if (n_items > 0)
          {
            g_assert_true (sd_layout_find (layout, "l", NULL, 0, &list));
            g_assert_cmpuint (list.page, ==, n < 21 ? 0 : 1);
          }
      }
}

#define ROW(key) "<row key=\"" key "\"><cell>甲</cell><cell>%s</cell></row>"

/* Header rows on each page; rows whole (the table of 60 rows takes several pages). */
static void
test_table (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (SdLayout) layout = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (rows, ROW ("r:%u"), i,
                            i % 7 == 0 ? "很长的一格文字占好几行很长的一格文字占好几行" : "乙");
  text = g_strdup_printf (
      DOCUMENT (PARAGRAPH (
          "p",
          "正文。") "<annex key=\"an\" label=\"附件1\">表</annex>"
                    "<table key=\"t\" title=\"表\" description=\"表\"><column width=\"4\"/>"
                    "<column width=\"1\" align=\"end\"/><header><row key=\"head\"><cell>列甲</cell>"
                    "<cell>列乙</cell></row></header>%s</table>"),
      rows->str);
  layout = lay_out (text);
  g_assert_cmpuint (sd_layout_get_n_pages (layout), >, 3);

  g_assert_cmpstr (line_at (layout, 1, 0)->text, ==, "附件1");
  for (guint page = 1; page < sd_layout_get_n_pages (layout); page++)
    {
      g_autoptr (GArray) blocks = sd_layout_list_blocks (layout, page);
      SdLayoutSpot head;

      g_assert_true (sd_layout_find (layout, "head", NULL, page - 1, &head));
      g_assert_cmpuint (head.page, ==, page);
      if (page > 1)
        assert_near (head.rect.y, 37 * MM, 0.1);
      for (guint i = 0; i < blocks->len; i++)
        {
          const SdLayoutSpot *spot = &g_array_index (blocks, SdLayoutSpot, i);

          g_assert_cmpfloat (spot->rect.y + spot->rect.height, <, (297 - 35) * MM + 1);
          if (g_str_has_prefix (spot->key, "r:"))
            g_assert_true (g_hash_table_add (seen, (gpointer) spot->key));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 60);
}

/* A row that is higher than a page goes on on the next. */
static void
test_high_row (void)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (SdLayout) layout = NULL;
  guint n = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append (cell, "字");
  text =
      g_strdup_printf (DOCUMENT ("<table key=\"t\" title=\"表\" description=\"表\">"
                                 "<column width=\"1\"/><column width=\"1\"/>" ROW ("r") "</table>"),
                       cell->str);
  layout = lay_out (text);
  for (guint page = 0; page < sd_layout_get_n_pages (layout); page++)
    for (guint i = 0; i < sd_layout_get_lines (layout, page)->len; i++)
      {
        const SdLayoutLine *line = line_at (layout, page, i);

        g_assert_cmpfloat (line->rect.y + line->rect.height, <, 262 * MM + 1);
        n += g_str_has_prefix (line->text, "字") ? (guint) g_utf8_strlen (line->text, -1) : 0;
      }
  g_assert_cmpuint (n, ==, 3000);
}

/* A page that lies: as seen 35 mm on the left, 37 on the right (8). */
static void
test_landscape (void)
{
  g_autoptr (SdLayout) layout = lay_out (DOCUMENT (PARAGRAPH (
      "p",
      "正文。") "<annex key=\"an\" label=\"附件1\" orientation=\"landscape\">表"
                "</annex><table key=\"t\" title=\"表\" description=\"表\"><column width=\"1\"/>"
                "<row><cell>甲</cell></row></table>"
                "<imprint key=\"i\"><printer>某办</printer><printed>印发</printed></imprint>"));
  SdLayoutSpot spot;
  double width, height;

  g_assert_cmpuint (sd_layout_get_n_pages (layout), ==, 4);
  sd_layout_get_page_size (layout, 1, &width, &height);
  assert_near (width, 297 * MM, 0.1);
  assert_near (height, 210 * MM, 0.1);
  g_assert_true (sd_layout_find (layout, "t", NULL, 0, &spot));
  assert_near (spot.rect.x, 35 * MM, 0.1);
  assert_near (spot.rect.width, (297 - 35 - 37) * MM, 0.1);
  /* The imprint has an upright page of its own, an even one (7.4). */
  g_assert_cmpuint (sd_layout_get_lines (layout, 2)->len, ==, 0);
  sd_layout_get_page_size (layout, 3, &width, &height);
  assert_near (width, 210 * MM, 0.1);
  g_assert_true (sd_layout_find (layout, "i", NULL, 0, &spot));
  g_assert_cmpuint (spot.page, ==, 3);
}

/* Under a seal the date ends 4 characters from the right, the issuer centred over it; without one
 * the issuer ends 2 from the right and the date begins 2 to the right of it (7.3.5). */
static void
test_signature (void)
{
  const double right = 184 * MM;
  g_autoptr (SdLayout) sealed = lay_out (DOCUMENT (
      "<signature key=\"s\" sealed=\"true\">某县</signature><date key=\"d\">2026年1月2日</date>"));
  g_autoptr (SdLayout) plain =
      lay_out (DOCUMENT ("<signature key=\"s\">中共某县委机构编制委员会</signature><date "
                         "key=\"d\">2026年1月2日</date>"));
  SdLayoutSpot issuer, date;

  g_assert_true (sd_layout_find (sealed, "s", NULL, 0, &issuer));
  g_assert_true (sd_layout_find (sealed, "d", NULL, 0, &date));
  assert_near (date.rect.x + date.rect.width, right - 4 * 15.75, 1);
  assert_near (issuer.rect.x + issuer.rect.width / 2, date.rect.x + date.rect.width / 2, 0.5);
  assert_near (issuer.rect.y, 33 * MM + 2 * 29.5, 0.1);

  g_assert_true (sd_layout_find (plain, "s", NULL, 0, &issuer));
  g_assert_true (sd_layout_find (plain, "d", NULL, 0, &date));
  assert_near (issuer.rect.x + issuer.rect.width, right - 2 * 15.75, 1);
  assert_near (date.rect.x, issuer.rect.x + 2 * 15.75, 0.1);
}

/* The last line of the imprint on the lower edge of the type area, text one character in (7.4). */
static void
test_imprint (void)
{
  g_autoptr (SdLayout) layout = lay_out (DOCUMENT (PARAGRAPH (
      "p", "正文。") "<imprint "
                     "key=\"i\"><copies>"
                     "抄送：市委办公室，市人大常委会办公室，市政协办公室，市纪委办公室，"
                     "市中级人民法院，市人民检察院。</copies><printer>某县人民政府办公室</printer>"
                     "<printed>2026年1月2日印发</printed></imprint>"));
  GPtrArray *lines = sd_layout_get_lines (layout, 0);
  const SdLayoutLine *printed = line_at (layout, 0, lines->len - 1);
  const SdLayoutLine *copies = line_at (layout, 0, 1);

  g_assert_cmpuint (sd_layout_get_n_pages (layout), ==, 1);
  assert_near (copies->rect.x, 28 * MM + 14, 0.1);
  assert_near (line_at (layout, 0, 2)->rect.x, 28 * MM + 4 * 14, 0.1);
  assert_near (printed->rect.x + printed->rect.width, 184 * MM - 14, 0.5);
  assert_near (printed->rect.y + printed->rect.height, 262 * MM, 0.1);
}

/* From a place to what is printed there, and back. */
static void
test_pick (void)
{
  g_autoptr (SdLayout) layout = lay_out (DOCUMENT (
      PARAGRAPH ("p", "设<field ref=\"count:office\"/>个，又<field ref=\"count:office\"/>个。")
          PARAGRAPH ("q", "也是<field ref=\"count:office\"/>个。")));
  SdLayoutSpot field, second, third, picked;

  g_assert_true (sd_layout_find (layout, "p", "count:office", 0, &field));
  g_assert_true (sd_layout_find (layout, "p", "count:office", 1, &second));
  g_assert_false (sd_layout_find (layout, "p", "count:office", 2, &third));
  g_assert_true (sd_layout_find (layout, NULL, "count:office", 2, &third));
  g_assert_cmpfloat (second.rect.x, >, field.rect.x + field.rect.width);
  g_assert_cmpstr (third.key, ==, "q");
  g_assert_true (sd_layout_pick (layout, 0, second.rect.x + 1, second.rect.y + 5, &picked));
  g_assert_cmpstr (picked.key, ==, "p");
  g_assert_cmpstr (picked.ref, ==, "count:office");
  assert_near (picked.rect.x, second.rect.x, 0.001);
  g_assert_true (sd_layout_pick (layout, 0, field.rect.x - 1, field.rect.y + 5, &picked));
  g_assert_null (picked.ref);
  g_assert_false (sd_layout_pick (layout, 0, 5, 5, &picked));
  g_assert_false (sd_layout_find (layout, "nobody", NULL, 0, &picked));
}

/* What no typeface has is kept, and reported with the line it is on. */
static void
test_missing (void)
{
  g_autoptr (SdLayout) layout =
      lay_out (DOCUMENT (PARAGRAPH ("p", "甲\xF3\xB0\x80\x81镇") PARAGRAPH ("q", "乙")));
  g_auto (GStrv) problems = sd_layout_list_problems (layout);

  g_assert_cmpstr (sd_layout_get_missing (layout), ==, "\xF3\xB0\x80\x81");
  g_assert_cmpstr (line_at (layout, 0, 0)->missing, ==, "\xF3\xB0\x80\x81");
  g_assert_cmpstr (line_at (layout, 0, 0)->text, ==, "甲\xF3\xB0\x80\x81镇");
  g_assert_null (line_at (layout, 0, 1)->missing);
  g_assert_nonnull (strstr (problems[g_strv_length (problems) - 1], "\xF3\xB0\x80\x81"));
}

/* Nothing, and 60 units with 300 powers. */
static void
test_sizes (void)
{
  g_autoptr (SdCounty) large =
      load_plan (&(PlanSpec){ .n_offices = 30, .n_centers = 30, .n_powers = 300 });
  g_autoptr (SdBlocks) blocks = build_blocks (large);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdLayout) layout = sd_layout_new (blocks, &error);
  g_autoptr (SdLayout) none = lay_out (DOCUMENT (PARAGRAPH ("p", "")));
  g_autoptr (GBytes) pdf = sd_pdf_write (none, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sd_layout_get_n_pages (layout), >, 15);
  g_assert_cmpuint (sd_layout_get_n_pages (none), ==, 1);
  g_assert_cmpstr (line_at (none, 0, 0)->text, ==, "");
}

static gpointer
write_on_thread (gpointer layout)
{
  return sd_pdf_write (layout, NULL);
}

/* Made on one thread, painted on two others: the same bytes. */
static void
test_threads (void)
{
  g_autoptr (SdLayout) layout = lay_out (DOCUMENT (PARAGRAPH ("p", "正文，Beijing 2026。")));
  GThread *threads[2];
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("paint", write_on_thread, layout);
  one = g_thread_join (threads[0]);
  two = g_thread_join (threads[1]);
  g_assert_true (g_bytes_equal (one, two));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/grid", test_grid);
  g_test_add_func ("/layout/fonts", test_fonts);
  g_test_add_func ("/layout/line-ends", test_line_ends);
  g_test_add_func ("/layout/long-word", test_long_word);
  g_test_add_func ("/layout/keep", test_keep);
  g_test_add_func ("/layout/signed", test_signed);
  g_test_add_func ("/layout/table", test_table);
  g_test_add_func ("/layout/high-row", test_high_row);
  g_test_add_func ("/layout/landscape", test_landscape);
  g_test_add_func ("/layout/signature", test_signature);
  g_test_add_func ("/layout/imprint", test_imprint);
  g_test_add_func ("/layout/pick", test_pick);
  g_test_add_func ("/layout/missing", test_missing);
  g_test_add_func ("/layout/sizes", test_sizes);
  g_test_add_func ("/layout/threads", test_threads);

  return g_test_run ();
}
