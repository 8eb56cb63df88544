/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "made.h"
#include "measured.h"
#include "temp-folder.h"

#include <locale.h>
#include <string.h>

/* The numbers of GB/T 9704-2012, measured in our PDF and in the one that LibreOffice makes of our
 * ODT: the checklist of a clerk with a ruler. Lengths are millimetres, from the upper left. */

static const char request[] =
    "<document id=\"00000000-0000-4000-8000-00000000d001\" kind=\"request\" "
    "mark=\"费县机构编制委员会文件\" number=\"费编〔2026〕3号\" signatory=\"张某某\" "
    "copy-number=\"000001\" secrecy=\"秘密★1年\" urgency=\"urgent\" "
    "addressee=\"临沂市机构编制委员会\" issuer=\"费县机构编制委员会\" date=\"2026-07-03\" "
    "contact=\"李某\" phone=\"0539-5000000\" "
    "copies=\"市委组织部，市财政局，市人力资源和社会保障局，费县县委办公室，县政府办公室\" "
    "printer=\"费县机构编制委员会办公室\" printed=\"2026-07-04\"/>";

/* The full pages of a text of nothing but Chinese characters. */
static void
measure_grid (Proof *self)
{
  Pdf *pdf = self->text;
  const PdfPage *page = pdf->pages->pdata[1];
  const Run *even = page->runs->pdata[0];
  const Run *odd = ((PdfPage *) pdf->pages->pdata[2])->runs->pdata[0];
  const Run *last = NULL;
  const Run *number = number_of (pdf, 1);
  const Box ink = pdf_ink (pdf, 1, (Box){ 0, 0, 210, number->box.top - 1 }, INK_ANY);
  guint n_lines = 0;
  glong most = 0, least = G_MAXLONG;

  for (guint i = 0; i < page->runs->len; i++)
    if (page->runs->pdata[i] != number)
      {
        const glong n = g_utf8_strlen (((Run *) page->runs->pdata[i])->text, -1);

        last = page->runs->pdata[i];
        n_lines++;
        most = MAX (most, n);
        least = MIN (least, n);
      }
  note (self, "5.1 纸宽", "mm", 210, 0.3, page->width);
  note (self, "5.1 纸高", "mm", 297, 0.3, page->height);
  note (self, "5.2.1 天头", "mm", 37, 1, ink.top);
  note (self, "5.2.1 订口（单页，左）", "mm", 28, 1, odd->box.left);
  note (self, "5.2.1 订口（双页，右）", "mm", 28, 1, 210 - even->box.right);
  note (self, "5.2.1 版心宽", "mm", 156, 1, even->box.right - even->box.left);
  note (self, "5.2.1 版心高（首行字顶到末行字底）", "mm", 225, 2, ink.bottom - ink.top);
  note (self, "5.2.3 每面行数", "行", 22, 0, n_lines);
  note (self, "5.2.3 每行字数（最多）", "字", 28, 0, most);
  note (self, "5.2.3 每行字数（最少）", "字", 28, 0, least);
  note (self, "3 行距", "磅", 29.53, 0.1,
        (last->box.top - even->box.top) / (n_lines - 1) / 25.4 * 72);
  note (self, "3 字距（3号字宽）", "磅", 15.75, 0.1,
        (even->box.right - even->box.left) / 28 / 25.4 * 72);
}

static void
measure_head (Proof *self)
{
  Pdf *pdf = self->set;
  guint page;
  const Run *copy = pdf_find (pdf, 0, "000001", &page);
  const Run *secrecy = pdf_find (pdf, 0, "秘密", &page);
  const Run *urgency = pdf_find (pdf, 0, "加急", &page);
  const Run *mark = pdf_find (pdf, 0, "费县机构编制委员会文件", &page);
  const Run *number = pdf_find (pdf, 0, "费编〔2026〕3号", &page);
  const Run *signatory = pdf_find_end (pdf, 0, "张某某", &page);
  const Box mark_ink = pdf_ink (pdf, 0, (Box){ 0, 60, 210, 110 }, INK_RED);
  const Box number_ink = ink_of (pdf, 0, number);
  const Run *title = pdf_find (pdf, 0, "关于探沂镇行政管理体制改革方案的请示", &page);
  const Run *addressee = pdf_find (pdf, 0, "临沂市机构编制委员会：", &page);
  const Run *body = pdf_find (pdf, 0, "根据《", &page);
  Box rule = { 0, 0, 0, 0 }, title_ink;

  note (self, "7.2.1 份号：第一行顶格（左）", "mm", 28, 0.3, copy->box.left);
  note (self, "7.2.1 份号：字顶", "mm", 37, 1, ink_of (pdf, 0, copy).top);
  note (self, "7.2.2 密级：第二行顶格（左）", "mm", 28, 0.3, secrecy->box.left);
  note (self, "7.2.2 密级：低于份号", "行", 1, 0.1,
        (secrecy->box.bottom - copy->box.bottom) / LINE);
  note (self, "7.2.3 紧急程度：低于密级", "行", 1, 0.1,
        (urgency->box.bottom - secrecy->box.bottom) / LINE);
  note (self, "7.2.4 发文机关标志：居中偏差", "mm", 0, 0.5, center (mark->box) - 106);
  note (self, "7.2.4 发文机关标志：上边缘至版心上边缘", "mm", 35, 1, mark_ink.top - 37);
  note (self, "7.2.4 发文机关标志：红色", "是", 1, 0, g_str_equal (mark->color, "#ff0000"));
  note (self, "7.2.5 发文字号：标志下空", "行", 2, 0.5,
        blank_lines (mark_ink.bottom, number_ink.top));
  note (self, "7.2.5 发文字号：左空", "字", 1, 0.1, (number->box.left - 28) / EM);
  note (self, "7.2.6 签发人：右空", "字", 1, 0.1, (184 - signatory->box.right) / EM);
  note (self, "7.2.6 签发人：与发文字号同一行（偏差）", "mm", 0, 0.5,
        ink_of (pdf, 0, signatory).bottom - number_ink.bottom);
  note (self, "7.2.7 红色分隔线：条数", "条", 1, 0,
        pdf_rules (pdf, 0, number->box.bottom, INK_RED, &rule, 1));
  note (self, "7.2.7 红色分隔线：发文字号之下", "mm", 4, 0.5, rule.top - number_ink.bottom);
  note (self, "7.2.7 红色分隔线：宽", "mm", 156, 0.5, rule.right - rule.left);

  title_ink = pdf_ink (pdf, 0, (Box){ 0, rule.bottom + 1, 210, addressee->box.top - 1 }, INK_ANY);
  note (self, "7.3.1 标题：红线下空", "行", 2, 0.5, blank_lines (rule.bottom, title_ink.top));
  note (self, "7.3.1 标题：居中偏差", "mm", 0, 0.5, center (title->box) - 106);
  note (self, "7.3.2 主送机关：标题下空", "行", 1, 0.5,
        blank_lines (title_ink.bottom, ink_of (pdf, 0, addressee).top));
  note (self, "7.3.2 主送机关：顶格（左）", "mm", 28, 0.3, addressee->box.left);
  note (self, "7.3.3 正文：首页编排", "是", 1, 0, page == 0);
  note (self, "7.3.3 正文：首行缩进", "字", 2, 0.1, (body->box.left - 28) / EM);
}

/* What stands between the text and the annexes. */
static void
measure_end (Proof *self)
{
  Pdf *pdf = self->set;
  guint page, list_page, note_page, closing_page, last_page;
  const Run *closing = pdf_find (pdf, 0, "妥否，请批示。", &closing_page);
  const Run *list = pdf_find (pdf, 0, "附件：1.", &list_page);
  const Run *item = pdf_find (pdf, list_page, "9.", &last_page);
  const Run *date = pdf_find (pdf, 0, "2026年7月3日", &page);
  const Run *issuer = pdf_find (pdf, page, "费县机构编制委员会", &page);
  const Run *contact = pdf_find (pdf, page, "（联系人", &note_page);
  const Run *long_item, *turned, *unsealed, *day;

  note (self, "7.3.4 附件说明：紧接正文，不单独成面", "是", 1, 0, list_page == closing_page);
  note (
      self, "7.3.4 附件说明：正文下空", "行", 1, 0.5,
      blank_lines (ink_of (pdf, closing_page, closing).bottom, ink_of (pdf, list_page, list).top));
  note (self, "7.3.4 附件说明：左空", "字", 2, 0.1, (list->box.left - LEFT (list_page)) / EM);
  note (self, "7.3.4 附件说明：后无标点", "是", 1, 0,
        g_str_has_suffix (list->text, "方案") && g_str_has_suffix (item->text, "自查表"));
  note (self, "7.3.5 署名：与附件说明末项同面", "是", 1, 0, last_page == page);
  note (self, "7.3.5 用印：署名上空", "行", 2, 0.5,
        blank_lines (ink_of (pdf, page, item).bottom, ink_of (pdf, page, issuer).top));
  /* The digits of the typeface that stands in may be wider than those of 仿宋. */
  note (self, "7.3.5 用印：成文日期右空", "字", 4, 0.25, (RIGHT (page) - date->box.right) / EM);
  note (self, "7.3.5 用印：署名以成文日期居中（偏差）", "mm", 0, 0.5,
        center (issuer->box) - center (date->box));
  note (self, "7.3.6 附注：左空", "字", 2, 0.1, (contact->box.left - LEFT (note_page)) / EM);
  note (self, "7.3.6 附注：加圆括号", "是", 1, 0, g_str_has_suffix (contact->text, "）"));

  pdf = self->text;
  long_item = pdf_find (pdf, 0, "附件：1.", &page);
  turned = pdf_find (pdf, page, "续行", &page);
  note (self, "7.3.4 附件名称回行：与上一行名称首字对齐", "字", 6, 0.3,
        (turned->box.left - LEFT (page)) / EM);
  note (self, "7.3.4 附件名称首行：左空", "字", 2, 0.1, (long_item->box.left - LEFT (page)) / EM);
  unsealed = pdf_find (pdf, page, "中共某县委机构编制委员会", &page);
  day = pdf_find (pdf, page, "2026年1月2日", &page);
  note (self, "7.3.5 不用印：署名右空", "字", 2, 0.1, (RIGHT (page) - unsealed->box.right) / EM);
  note (self, "7.3.5 不用印：日期首字右移", "字", 2, 0.1,
        (day->box.left - unsealed->box.left) / EM);
}

static void
measure_annexes (Proof *self)
{
  Pdf *pdf = self->set;
  guint page, first, n_labels = 0, n_heads = 0;
  const Run *label;
  const Run *title;
  double label_line;

  pdf_find (pdf, 0, "2026年7月3日", &page);
  label = pdf_find (pdf, page, "附件1", &first);
  title = pdf_find (pdf, first, "费县探沂镇行政管理体制改革方案", &page);
  label_line = ink_of (pdf, first, label).bottom;
  note (self, "7.3.7 附件：另面编排", "是", 1, 0,
        label == ((PdfPage *) pdf->pages->pdata[first])->runs->pdata[0]);
  note (self, "7.3.7 附件序号：第一行（字顶）", "mm", 37, 1, ink_of (pdf, first, label).top);
  note (self, "7.3.7 附件序号：顶格（左）", "mm", LEFT (first), 0.3, label->box.left);
  note (self, "7.3.7 附件标题：第三行", "行", 3, 0.25,
        1 + (ink_of (pdf, first, title).bottom - label_line) / LINE);
  note (self, "7.3.7 附件标题：居中偏差", "mm", 0, 0.5, center (title->box) - LEFT (first) - 78);
  for (guint i = first; i < pdf->pages->len; i++)
    {
      const GPtrArray *runs = ((PdfPage *) pdf->pages->pdata[i])->runs;
      g_autofree char *next = g_strdup_printf ("附件%u", n_labels + 1);

      for (guint j = 0; j < runs->len; j++)
        n_labels += g_str_equal (((Run *) runs->pdata[j])->text, next);
    }
  note (self, "7.3.7 附件序号：与附件说明一致", "个", 9, 0, n_labels);

  pdf = self->text;
  pdf_find (pdf, 0, "列甲", &first);
  for (page = first; page < pdf->pages->len; page++)
    {
      const Run *head = ((PdfPage *) pdf->pages->pdata[page])->runs->pdata[page == first ? 2 : 0];

      n_heads += g_str_has_prefix (head->text, "列甲");
    }
  note (self, "附表：每面重复表头", "面", pdf->pages->len - first, 0, n_heads);
  note (self, "附表：续面表格上边", "mm", 37, 1,
        pdf_ink (pdf, first + 1, (Box){ 0, 0, 210, 100 }, INK_ANY).top);
}

/* Pages of the set that lie, one odd and one even. */
static void
measure_landscape (Proof *self, guint page)
{
  Pdf *pdf = self->set;
  const gboolean odd = page % 2 == 0;
  const Box number = pdf_ink (pdf, page, (Box){ 15, 5, 33, 205 }, INK_ANY);
  const Box all = pdf_ink (pdf, page, (Box){ 33, 5, 290, 205 }, INK_ANY);

  note (self, odd ? "8 横排表（单页）：纸宽" : "8 横排表（双页）：纸宽", "mm", 297, 0.3,
        ((PdfPage *) pdf->pages->pdata[page])->width);
  note (self, odd ? "8 横排表（单页）：左边" : "8 横排表（双页）：左边", "mm", 35, 0.5, all.left);
  note (self, odd ? "8 横排表（单页）：右边" : "8 横排表（双页）：右边", "mm", 37, 0.5,
        297 - all.right);
  note (self, odd ? "8 横排表（单页）：上边" : "8 横排表（双页）：上边", "mm", odd ? 28 : 26, 1,
        all.top);
  note (self, odd ? "8 横排表（单页）：页码距表" : "8 横排表（双页）：页码距表", "mm", 7, 0.7,
        35 - center (number));
  note (self, odd ? "8 横排表（单页）：页码在左下" : "8 横排表（双页）：页码在左上", "mm",
        26 + SMALL_EM, 0.7, odd ? 210 - number.bottom : number.top);
}

static void
measure_numbers (Proof *self)
{
  for (guint page = 1; page < 3; page++)
    {
      const gboolean odd = page % 2 == 0;
      const Run *number = number_of (self->text, page);
      const Box dash = pdf_ink (
          self->text, page,
          (Box){ number->box.left, number->box.top, number->box.left + 3, number->box.bottom },
          INK_ANY);

      note (self, odd ? "7.5 页码（单页）：右空" : "7.5 页码（双页）：左空", "字", 1, 0.1,
            (odd ? RIGHT (page) - number->box.right : number->box.left - LEFT (page)) / SMALL_EM);
      note (self, odd ? "7.5 页码（单页）：一字线距版心" : "7.5 页码（双页）：一字线距版心", "mm",
            7, 0.5, (dash.top + dash.bottom) / 2 - 262);
      note (self, odd ? "7.5 页码（单页）：字号" : "7.5 页码（双页）：字号", "磅", 14, 0,
            number->size);
    }
}

static void
measure_imprint (Proof *self)
{
  Pdf *pdf = self->set;
  guint page, copies_page;
  const Run *copies = pdf_find (pdf, 0, "抄送：", &copies_page);
  const Run *printer = pdf_find (pdf, copies_page, "费县机构编制委员会办公室", &page);
  const Run *printed = pdf_find (pdf, copies_page, "2026年7月4日印发", &page);
  const Run *turned =
      ((PdfPage *) pdf->pages->pdata[page])->runs->pdata[1]; /* the second line of the copies */
  Box rules[3] = { { 0, 0, 0, 0 } };
  const guint n = pdf_rules (pdf, page, 100, INK_ANY, rules, G_N_ELEMENTS (rules));

  note (self, "7.4 版记：最后一面", "是", 1, 0, page + 1 == pdf->pages->len);
  note (self, "7.4 版记：双页", "是", 1, 0, page % 2 == 1);
  note (self, "7.5 版记单独成面：不编页码", "是", 1, 0, number_of (pdf, page) == NULL);
  note (self, "7.4.1 分隔线：条数", "条", 3, 0, n);
  note (self, "7.4.1 首条分隔线：高", "mm", 0.35, 0.1, rules[0].bottom - rules[0].top);
  note (self, "7.4.1 中间分隔线：高", "mm", 0.25, 0.1, rules[1].bottom - rules[1].top);
  note (self, "7.4.1 末条分隔线：高", "mm", 0.35, 0.1, rules[2].bottom - rules[2].top);
  note (self, "7.4.1 分隔线：宽", "mm", 156, 0.5, rules[2].right - rules[2].left);
  note (self, "7.4.1 末条分隔线：与版心下边缘重合", "mm", 262, 0.5, rules[2].bottom);
  note (self, "7.4.2 抄送：左空", "字", 1, 0.1, (copies->box.left - LEFT (page)) / SMALL_EM);
  note (self, "7.4.2 抄送：右空不少于", "字", 1, 0.5,
        MIN ((RIGHT (page) - copies->box.right) / SMALL_EM, 1.5));
  note (self, "7.4.2 抄送回行：与冒号后首字对齐", "字", 4, 0.1,
        (turned->box.left - LEFT (page)) / SMALL_EM);
  note (self, "7.4.2 抄送：句号结尾", "是", 1, 0, g_str_has_suffix (turned->text, "。"));
  note (self, "7.4.3 印发机关：左空", "字", 1, 0.1, (printer->box.left - LEFT (page)) / SMALL_EM);
  note (self, "7.4.3 印发日期：右空", "字", 1, 0.1, (RIGHT (page) - printed->box.right) / SMALL_EM);
}

static void
measure_fonts (Proof *self, SdLayout *layout)
{
  static const struct
  {
    const char *what;
    const char *face;
    const char *begins;
    const char *font;
    double size;
    gboolean in_set;
  } cases[] = {
    { "7.2.2 密级：字号", "7.2.2 密级：黑体", "秘密", "heiti", 16, TRUE },
    { "7.2.4 发文机关标志：字号", "7.2.4 发文机关标志：小标宋", "费县机构编制委员会文件",
      "biaosong", 40, TRUE },
    { "7.2.6 签发人：字号", "7.2.6 “签发人”：仿宋", "签发人：", "fangsong", 16, TRUE },
    { "7.2.6 签发人姓名：字号", "7.2.6 签发人姓名：楷体", "张某某", "kaiti", 16, TRUE },
    { "7.3.1 标题：字号（2号）", "7.3.1 标题：小标宋", "关于探沂镇行政管理", "biaosong", 22, TRUE },
    { "7.3.3 正文：字号（3号）", "7.3.3 正文：仿宋", "根据《", "fangsong", 16, TRUE },
    { "7.3.3 “一、”：字号", "7.3.3 “一、”：黑体", "一、一级", "heiti", 16, FALSE },
    { "7.3.3 “（一）”：字号", "7.3.3 “（一）”：楷体", "（一）二级", "kaiti", 16, FALSE },
    { "7.3.3 “1.”：字号", "7.3.3 “1.”：仿宋", "1.三级", "fangsong", 16, FALSE },
    { "7.3.3 “（1）”：字号", "7.3.3 “（1）”：仿宋", "（1）四级", "fangsong", 16, FALSE },
    { "7.3.7 附件序号：字号", "7.3.7 附件序号：黑体", "附件2", "heiti", 16, TRUE },
    { "7.4.2 抄送：字号（4号）", "7.4.2 抄送：仿宋", "抄送：", "fangsong", 14, TRUE },
    { "7.5 页码：字号（4号）", "7.5 页码：宋体", "—", "songti", 14, FALSE },
  };
  g_autofree char *text_family = used_family (layout, "fangsong");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint page;
      const Run *run;
      g_autofree char *family = NULL;
      g_autofree char *expected = used_family (layout, cases[i].font);

      /* Where one typeface stands in for both, the signatory's name is one run with its label. */
      if (g_str_equal (cases[i].begins, "张某某") && g_str_equal (expected, text_family))
        continue;
      run = pdf_find (cases[i].in_set ? self->set : self->text, 0, cases[i].begins, &page);
      family = bare_family (run->family);
      note (self, cases[i].what, "磅", cases[i].size, 0, run->size);
      note (self, cases[i].face, "是", 1, 0,
            g_str_has_suffix (expected, family) || g_str_has_suffix (family, expected));
      note (self, "　　不加粗", "是", 1, 0, strstr (family, "bold") == NULL);
    }
}

static void
measure (Proof *self, SdLayout *layout)
{
  guint even, odd;

  self->n = 0;
  measure_grid (self);
  measure_head (self);
  measure_end (self);
  measure_annexes (self);
  pdf_find (self->set, 0, "附件2", &even);
  odd = even + 1;
  measure_landscape (self, even);
  measure_landscape (self, odd);
  measure_numbers (self);
  measure_imprint (self);
  measure_fonts (self, layout);
  g_clear_pointer (&self->text, pdf_free);
  g_clear_pointer (&self->set, pdf_free);
}

static SdBlocks *
make_text (void)
{
  g_autoptr (GString) xml = g_string_new (
      "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" language=\"zh-CN\">"
      "<heading key=\"h1\" level=\"1\" number=\"一、\">一级</heading>"
      "<heading key=\"h2\" level=\"2\" number=\"（一）\">二级</heading>"
      "<heading key=\"h3\" level=\"3\" number=\"1.\">三级</heading>"
      "<heading key=\"h4\" level=\"4\" number=\"（1）\">四级</heading><paragraph key=\"p\">");
  g_autoptr (GError) error = NULL;
  SdBlocks *blocks;

  for (guint i = 0; i < 2000; i++)
    g_string_append (xml, "镇");
  g_string_append (xml, "</paragraph><list key=\"l\" kind=\"annexes\" label=\"附件：\">"
                        "<item number=\"1.\">"
                        "一二三四五六七八九十一二三四五六七八九十一二续行二三四五六七八</item>"
                        "<item number=\"2.\">表</item></list>"
                        "<signature key=\"s\">中共某县委机构编制委员会</signature>"
                        "<date key=\"d\">2026年1月2日</date>"
                        "<annex key=\"a\" label=\"附件1\">表</annex>"
                        "<table key=\"tb\" title=\"表\" description=\"表\"><column width=\"1\"/>"
                        "<header><row key=\"head\"><cell>列甲</cell></row></header>");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (xml, "<row key=\"r:%u\"><cell>格</cell></row>", i);
  g_string_append (xml, "</table></blocks>");
  blocks = read_blocks (xml->str, &error);
  g_assert_no_error (error);

  return blocks;
}

static void
write_ours (const char *folder, SdLayout *layout, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sd_pdf_write (layout, &error);

  g_assert_no_error (error);
  save_file (folder, name, bytes);
}

static void
test_measured (void)
{
  g_autoptr (TempFolder) folder = temp_folder_new ();
  g_autoptr (GArray) checks = g_array_new (FALSE, FALSE, sizeof (Check));
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);
  g_autoptr (SdBlocks) text = make_text ();
  g_autoptr (SdBlocks) set = build_document (county, "set");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdLayout) text_layout = sd_layout_new (text, &error);
  g_autoptr (SdLayout) set_layout = sd_layout_new (set, &error);
  Proof proof = { .checks = checks };

  g_assert_no_error (error);
  write_ours (folder, text_layout, "text.pdf");
  write_ours (folder, set_layout, "set.pdf");
  proof.text = pdf_open (folder, "text.pdf");
  if (proof.text == NULL)
    {
      g_test_skip ("There is no pdftohtml");
      return;
    }
  proof.set = pdf_open (folder, "set.pdf");
  measure (&proof, set_layout);
  if (convert_document (folder, text, text_layout, "their-text.pdf") &&
      convert_document (folder, set, set_layout, "their-set.pdf"))
    {
      proof.column = 1;
      proof.text = pdf_open (folder, "their-text.pdf");
      proof.set = pdf_open (folder, "their-set.pdf");
      measure (&proof, set_layout);
    }
  else
    {
      g_test_message ("There is no soffice: only our own pages are measured");
    }
  judge (&proof);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gbt9704/measured", test_measured);

  return g_test_run ();
}
