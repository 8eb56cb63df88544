/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "made.h"

#include "plan/data-dir.h"

#include <locale.h>
#include <string.h>

static const char *
cell_text (const SdBlock *row, guint column, char **text)
{
  g_free (*text);
  *text = sd_block_get_text (row->children->pdata[column]);
  return *text;
}

/* The statement says of each clause whether its rules are met, and of each that is not what is
 * found; the checks of its clauses add up to those of the summary. */
static void
test_conformity (void)
{
  static const char exception[] =
      "<exception id=\"00000000-0000-4000-8000-00000000e001\" pack=\"feixian-tanyi\" rule=\"E18\" "
      "reason=\"属县级机构延伸\" granted-by=\"县委编委\" document=\"费编〔2019〕5号\"/>";
  g_autoptr (SdCounty) county = load_sample ("feixian-tanyi.xml", exception);
  g_autoptr (SdBlocks) blocks = build_document (county, "conformity");
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *summary = text_of (blocks, SD_BLOCK_PARAGRAPH, 0);
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  gboolean excepted = FALSE;
  const SdBlock *block;
  guint checks = 0;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    for (guint j = 0; block->kind == SD_BLOCK_TABLE && j < block->children->len; j++)
      {
        const SdBlock *row = block->children->pdata[j];

        if (row->kind != SD_BLOCK_ROW || row->header)
          continue;
        g_assert_cmpstr (cell_text (row, 2, &text), !=, "");
        checks += (guint) ((const SdBlock *) row->children->pdata[3])->value;
        g_hash_table_add (states, g_strdup (cell_text (row, 4, &text)));
        if (strstr (cell_text (row, 5, &text),
                    "例外：属县级机构延伸，由县委编委批准（费编〔2019〕5号）。") != NULL)
          excepted = TRUE;
      }
  g_assert_true (g_hash_table_contains (states, "符合"));
  g_assert_true (g_hash_table_contains (states, "尚未符合"));
  g_assert_true (g_hash_table_contains (states, "例外"));
  g_assert_true (excepted);
  expected = g_strdup_printf ("共检查%u项", checks);
  g_assert_nonnull (strstr (summary, expected));
}

/* What the plan says where nobody has written it, and where there is nothing to say. */
static const struct
{
  const char *key;
  const char *says; /* NULL: there is no such block */
} drafted[] = {
  { "preamble", "根据《甲意见》（鲁编〔2026〕3号）、《乙办法》，结合西镇实际，制定本方案。" },
  { "goals", "设置党政机构2个，设置事业单位1个，" },
  { "power-count", "下放县级权限事项2项，涉及市场监管等方面，目录见附件2。" },
  { "bodies:office", "设置党政机构2个：第1办公室、第2办公室（甲牌、乙牌）。" },
  { "headcount", "核定行政编制5名、事业编制4名。各机构的编制见附件1。" },
  { "enforcement", NULL },
  { "dispatched", NULL },
  { "leaders", NULL },
  { "measures", NULL },
};

static char *
full_key (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);

  if (g_str_equal (name, "preamble"))
    return g_strdup ("preamble:" PLAN_ID ":1");
  return g_strconcat (parts[0], ":" PLAN_ID, parts[1] != NULL ? ":" : "",
                      parts[1] != NULL ? parts[1] : "", NULL);
}

static void
test_drafted (void)
{
  static const char citations[] =
      "<citation id=\"00000000-0000-4000-8000-00000000c001\" title=\"甲意见\" "
      "number=\" 鲁编[2026]第03号\" role=\"basis\"/>"
      "<citation id=\"00000000-0000-4000-8000-00000000c002\" title=\"乙办法\" role=\"basis\"/>";
  g_autoptr (SdCounty) county = load_plan (
      &(PlanSpec){ .n_offices = 2, .n_centers = 1, .n_powers = 2, .sections = citations });
  g_autoptr (SdBlocks) blocks = build_document (county, "plan");

  for (guint i = 0; i < G_N_ELEMENTS (drafted); i++)
    {
      g_autofree char *key = full_key (drafted[i].key);
      const SdBlock *block = sd_blocks_find_block (blocks, key);
      g_autofree char *text = block != NULL ? sd_block_get_text (block) : NULL;

      g_test_message ("%s: %s", key, text);
      if (drafted[i].says == NULL)
        g_assert_null (block);
      else
        g_assert_nonnull (strstr (text, drafted[i].says));
    }
  g_assert_cmpstr (sd_blocks_get_problems (blocks)[0], ==, NULL);
}

/* A section that is a heading alone gets the text that its heading asks for; one with sections
 * below it, or of a matter that the plan has nothing for, gets none. */
static void
test_headings (void)
{
  static const char sections[] =
      "<section id=\"00000000-0000-4000-8000-00000000f001\" level=\"1\" heading=\"工作目标\"/>"
      "<section id=\"00000000-0000-4000-8000-00000000f002\" level=\"2\" heading=\"综合设置机构\"/>"
      "<section id=\"00000000-0000-4000-8000-00000000f003\" level=\"1\" heading=\"领导职数\"/>";
  static const struct
  {
    const char *key;
    const char *says; /* NULL: there is no such block */
  } cases[] = {
    { "drafted:00000000-0000-4000-8000-00000000f001", NULL },
    { "drafted:00000000-0000-4000-8000-00000000f002:office", "设置党政机构2个：" },
    { "drafted:00000000-0000-4000-8000-00000000f002:center", NULL },
    { "drafted:00000000-0000-4000-8000-00000000f003", NULL },
    { "goals:" PLAN_ID, NULL },
  };
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 2, .sections = sections });
  g_autoptr (SdBlocks) blocks = build_document (county, "plan");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SdBlock *block = sd_blocks_find_block (blocks, cases[i].key);
      g_autofree char *text = block != NULL ? sd_block_get_text (block) : NULL;

      g_test_message ("%s", cases[i].key);
      if (cases[i].says == NULL)
        g_assert_null (block);
      else
        g_assert_true (text != NULL && g_str_has_prefix (text, cases[i].says));
    }
}

/* A document is cited in full where it is first named, and then by its title; the request and the
 * plan behind it each cite it in full. */
static void
test_citations (void)
{
  static const char text[] =
      "<section id=\"00000000-0000-4000-8000-00000000f001\" level=\"1\" heading=\"依据\"><body><p>"
      "<field ref=\"cite:00000000-0000-4000-8000-00000000c001\"/>，"
      "<field ref=\"cite:00000000-0000-4000-8000-00000000c001\"/></p></body></section>"
      "<citation id=\"00000000-0000-4000-8000-00000000c001\" title=\"甲意见\" "
      "number=\"鲁编〔2026〕3号\" role=\"basis\"/>";
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 2, .sections = text });
  g_autoptr (SdBlocks) blocks = build_document (county, "set");
  const SdBlock *opening = sd_blocks_find_block (blocks, "opening:" PLAN_ID);
  const SdBlock *section =
      sd_blocks_find_block (blocks, "plan:paragraph:00000000-0000-4000-8000-00000000f001:1");
  g_autofree char *first = sd_block_get_text (opening);
  g_autofree char *second = sd_block_get_text (section);

  g_assert_true (g_str_has_prefix (first, "根据《甲意见》（鲁编〔2026〕3号），"));
  g_assert_cmpstr (second, ==, "《甲意见》（鲁编〔2026〕3号），《甲意见》");
}

/* What was written in place of a draft says what the plan does, told by the words before a number
 * too: of two numbers that changed places each is another. */
static void
test_rewritten (void)
{
  static const struct
  {
    const char *text;
    const char *says[3];
  } cases[] = {
    { "行政编制65名，另核定事业编制45名。", { NULL } },
    { "核定行政编制六十五名。", { NULL } },
    { "核定行政编制45名、事业编制65名。", { "“45名”", "“65名”", NULL } },
    { "核定编制65名、45名。", { NULL } },
    { "核定编制110名。", { "“110名”", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *override = g_strdup_printf (
          "<override id=\"00000000-0000-4000-8000-00000000f001\" document=\"request\" "
          "key=\"headcount:f5078c72-53c7-5aad-a2d8-7c019f1dc73f\"><body><p>%s</p></body></"
          "override>",
          cases[i].text);
      g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", override);
      g_autoptr (SdBlocks) blocks = build_document (county, "request");
      GPtrArray *rewritings = sd_blocks_get_rewritings (blocks);
      const SdRewriting *rewriting;
      guint n = 0;

      g_assert_cmpuint (rewritings->len, ==, 1);
      rewriting = rewritings->pdata[0];
      for (; cases[i].says[n] != NULL; n++)
        g_assert_nonnull (strstr (rewriting->problems->pdata[n], cases[i].says[n]));
      g_assert_cmpuint (rewriting->problems->len, ==, n);
    }
}

/* The summary of a county needs no plan; its last row is the sum of the others. */
static void
test_county (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", "thirty-towns.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCounty) county = sd_county_read (file, &error);
  g_autoptr (SdBlocks) blocks = sd_document_build ("county-summary", county, NULL, NULL, &error);
  const SdBlock *table = NULL;
  double sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; table == NULL; i++)
    if (sd_blocks_get_block (blocks, i)->kind == SD_BLOCK_TABLE)
      table = sd_blocks_get_block (blocks, i);
  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *row = table->children->pdata[i];

      if (row->kind != SD_BLOCK_ROW || row->header || row->children->len < 7)
        continue;
      if (!row->total)
        sum += ((const SdBlock *) row->children->pdata[6])->value;
      else
        g_assert_cmpfloat (((const SdBlock *) row->children->pdata[5])->value, ==, sum);
    }
  g_assert_cmpfloat (sum, >, 0);
  g_assert_cmpstr (sd_blocks_get_problems (blocks)[0], ==, NULL);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drafted/conformity", test_conformity);
  g_test_add_func ("/drafted/plan", test_drafted);
  g_test_add_func ("/drafted/headings", test_headings);
  g_test_add_func ("/drafted/citations", test_citations);
  g_test_add_func ("/drafted/rewritten", test_rewritten);
  g_test_add_func ("/drafted/county", test_county);

  return g_test_run ();
}
