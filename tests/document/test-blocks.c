/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <locale.h>

#define BLOCKS(content)                                                                            \
  "<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" "                          \
  "language=\"zh-CN\">" content "</blocks>"

/* What a template may not make, with words that the sentence for the user must hold. */
static const struct
{
  const char *name;
  const char *text;
  const char *says;
} invalid[] = {
  { "other-root", "<p xmlns=\"urn:sanding:blocks:1\"/>", "'p'" },
  { "no-namespace", "<blocks document=\"a\" title=\"b\" language=\"zh\"/>", "'blocks'" },
  { "no-blocks", BLOCKS (""), "'blocks'" },
  { "unknown-block", BLOCKS ("<poem key=\"a\">b</poem>"), "“a”" },
  { "no-key", BLOCKS ("<paragraph>b</paragraph>"), "'key'" },
  { "bad-key", BLOCKS ("<paragraph key=\"a b\">b</paragraph>"), "'a b'" },
  { "same-key", BLOCKS ("<paragraph key=\"a:1\"/><note key=\"a:1\"/>"), "“a:1”" },
  { "level", BLOCKS ("<heading key=\"a\" level=\"5\">b</heading>"), "'5'" },
  { "field-without-ref", BLOCKS ("<note key=\"a\"><field/></note>"), "'ref'" },
  { "text-between", BLOCKS ("text"), "'blocks'" },
  { "narrow-row",
    BLOCKS ("<table key=\"a\" title=\"t\" description=\"d\"><column width=\"1\"/>"
            "<column width=\"1\"/><row><cell/></row></table>"),
    "row 1 fills 1 columns; expected 2" },
  { "wide-row",
    BLOCKS ("<table key=\"a\" title=\"t\" description=\"d\"><column width=\"1\"/>"
            "<row><cell/></row><row><cell columns=\"2\"/></row></table>"),
    "row 2 fills 2 columns; expected 1" },
};

static void
test_invalid (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (invalid[i].text, &error);

  g_assert_null (blocks);
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_BLOCKS);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "test.xsl: "));
  g_assert_nonnull (strstr (error->message, invalid[i].says));
}

static void
assert_text (SdBlocks *blocks, const char *key, const char *expected)
{
  const SdBlock *block = sd_blocks_find_block (blocks, key);
  g_autofree char *text = NULL;

  g_assert_nonnull (block);
  text = sd_block_get_text (block);
  g_assert_cmpstr (text, ==, expected);
}

/* Headings are numbered by their place; an annex counts anew. */
static void
test_numbers (void)
{
  static const struct
  {
    guint level;
    const char *number; /* NULL: an annex */
  } headings[] = {
    { 1, "一、" },   { 2, "（一）" }, { 3, "1." },     { 4, "（1）" }, { 4, "（2）" },
    { 3, "2." },     { 4, "（1）" },  { 2, "（二）" }, { 3, "1." },    { 1, "二、" },
    { 2, "（一）" }, { 0, NULL },     { 1, "一、" },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *xml = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].number == NULL)
      g_string_append_printf (text, "<annex key=\"a:%u\" label=\"附件\">b</annex>", i);
    else
      g_string_append_printf (text,
                              "<heading key=\"a:%u\" level=\"%u\" number=\"auto\">b</heading>", i,
                              headings[i].level);
  xml = g_strdup_printf ("<blocks xmlns=\"urn:sanding:blocks:1\" document=\"test\" title=\"t\" "
                         "language=\"zh-CN\">%s</blocks>",
                         text->str);
  blocks = read_blocks (xml, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].number != NULL)
      g_assert_cmpstr (sd_blocks_get_block (blocks, i)->label, ==, headings[i].number);
}

/* Line ends and indents of a file are no text; blanks that the writer set are. */
static void
test_blanks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (
      BLOCKS (
          "<paragraph key=\"chinese\">\n  一\n  二<field ref=\"count:office\"/>\n三  </paragraph>"
          "<paragraph key=\"english\">\n  one\n  two </paragraph>"
          "<paragraph key=\"inside\">33 号  四</paragraph>"
          "<paragraph key=\"empty\">\n  \n</paragraph>"),
      &error);

  g_assert_no_error (error);
  assert_text (blocks, "chinese", "一二3三");
  assert_text (blocks, "english", "one two");
  assert_text (blocks, "inside", "33 号  四");
  assert_text (blocks, "empty", "");
}

static const SdBlock *
first_cell (SdBlocks *blocks, const char *key)
{
  const SdBlock *row = sd_blocks_find_block (blocks, key);

  g_assert_nonnull (row);
  return row->children->pdata[0];
}

/* A cell is a number if it has a value, or holds one field that is a number and nothing else. */
static void
test_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks = read_blocks (
      BLOCKS ("<table key=\"t\" title=\"t\" description=\"d\"><column width=\"1\"/>"
              "<header><row key=\"head\"><cell>a</cell></row></header>"
              "<row key=\"value\"><cell value=\"2.50\"/></row>"
              "<row key=\"both\"><cell value=\"3\">三</cell></row>"
              "<row key=\"field\"><cell><field ref=\"count:office\"/></cell></row>"
              "<row key=\"mixed\"><cell><field ref=\"count:office\"/>个</cell></row>"
              "<row key=\"name\" total=\"true\"><cell><field ref=\"town:name\"/></cell></row>"
              "</table>"),
      &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  g_assert_true (sd_blocks_find_block (blocks, "head")->header);
  g_assert_false (sd_blocks_find_block (blocks, "value")->header);
  g_assert_true (sd_blocks_find_block (blocks, "name")->total);
  g_assert_cmpfloat (first_cell (blocks, "value")->value, ==, 2.5);
  value = sd_block_get_text (first_cell (blocks, "value"));
  g_assert_cmpstr (value, ==, "2.50");
  g_assert_cmpfloat (first_cell (blocks, "both")->value, ==, 3);
  g_assert_true (first_cell (blocks, "field")->has_value);
  g_assert_cmpfloat (first_cell (blocks, "field")->value, ==, 3);
  g_assert_false (first_cell (blocks, "mixed")->has_value);
  g_assert_false (first_cell (blocks, "name")->has_value);
}

/* What cannot be filled in is seen in the text and reported. */
static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdBlocks) blocks =
      read_blocks (BLOCKS ("<paragraph key=\"p:1\">领导职数<field ref=\"leaders\"/>名，"
                           "<field ref=\"nonsense\"/></paragraph>"),
                   &error);
  const char *const *problems;
  const SdInline *piece;

  g_assert_no_error (error);
  assert_text (blocks, "p:1", "领导职数【未能填入：leaders】名，【未能填入：nonsense】");
  piece = sd_blocks_find_block (blocks, "p:1")->inlines->pdata[1];
  g_assert_true (piece->missing);
  problems = sd_blocks_get_problems (blocks);
  g_assert_cmpuint (g_strv_length ((GStrv) problems), ==, 2);
  g_assert_nonnull (strstr (problems[0], "leaders"));
  g_assert_nonnull (strstr (problems[0], "p:1"));
  g_assert_nonnull (strstr (problems[1], "nonsense"));
}

/* The same rule on the same row gives the same key, and no other block has it. */
static void
test_keys (void)
{
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (SdBlocks) blocks = NULL;
  const SdBlock *block;

  county = load_plan (
      &(PlanSpec){ .sections = "<section id=\"00000000-0000-4000-8000-500000000001\" level=\"1\" "
                               "heading=\"甲\"><body><p>一</p><p>二</p></body></section>",
                   .n_offices = 2 });
  blocks = build_blocks (county);
  assert_text (blocks, "title:" PLAN_ID, "西镇改革方案");
  assert_text (blocks, "heading:00000000-0000-4000-8000-500000000001", "甲");
  assert_text (blocks, "paragraph:00000000-0000-4000-8000-500000000001:2", "二");
  block = sd_blocks_find_block (blocks, "quotas:unit-row:00000000-0000-4000-8000-100000000001");
  g_assert_nonnull (block);
  g_assert_cmpint (block->kind, ==, SD_BLOCK_ROW);
  g_assert_null (sd_blocks_find_block (blocks, "title:nobody"));
}

/* What the officer wrote takes the block's place, with its fields; what lost its place is told. */
static void
test_overrides (void)
{
  static const char elements[] =
      "<section id=\"00000000-0000-4000-8000-500000000001\" level=\"1\" heading=\"甲\"><body>"
      "<p>一</p><p>二</p></body></section>"
      "<override id=\"00000000-0000-4000-8000-600000000001\" document=\"plan\" "
      "key=\"paragraph:00000000-0000-4000-8000-500000000001:1\"><body><p>共"
      "<field ref=\"count:office\" format=\"chinese\"/>个</p><p>另一段</p></body></override>"
      "<override id=\"00000000-0000-4000-8000-600000000002\" document=\"plan\" "
      "key=\"title:" PLAN_ID "\"><body><p>新</p><p>题</p></body></override>"
      "<override id=\"00000000-0000-4000-8000-600000000003\" document=\"poem\" "
      "key=\"paragraph:00000000-0000-4000-8000-500000000001:2\"><body><p>诗</p></body></override>"
      "<override id=\"00000000-0000-4000-8000-600000000004\" document=\"plan\" key=\"gone:1\">"
      "<body><p>无</p></body></override>";
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .sections = elements, .n_offices = 2 });
  g_autoptr (SdBlocks) blocks = build_blocks (county);
  const char *const *problems = sd_blocks_get_problems (blocks);

  assert_text (blocks, "title:" PLAN_ID, "新题");
  assert_text (blocks, "heading:00000000-0000-4000-8000-500000000001", "甲");
  assert_text (blocks, "paragraph:00000000-0000-4000-8000-500000000001:1", "共二个");
  assert_text (blocks, "paragraph:00000000-0000-4000-8000-500000000001:1:2", "另一段");
  assert_text (blocks, "paragraph:00000000-0000-4000-8000-500000000001:2", "二");
  g_assert_cmpuint (g_strv_length ((GStrv) problems), ==, 1);
  g_assert_nonnull (strstr (problems[0], "“gone:1”"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autofree char *path = g_strconcat ("/blocks/invalid/", invalid[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_invalid);
    }
  g_test_add_func ("/blocks/blanks", test_blanks);
  g_test_add_func ("/blocks/numbers", test_numbers);
  g_test_add_func ("/blocks/cells", test_cells);
  g_test_add_func ("/blocks/missing", test_missing);
  g_test_add_func ("/blocks/keys", test_keys);
  g_test_add_func ("/blocks/overrides", test_overrides);

  return g_test_run ();
}
