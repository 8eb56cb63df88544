/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rule packs in words. */

#include "support.h"

#include "document/html.h"
#include "document/odf.h"
#include "document/pack-doc.h"
#include "temp-folder.h"

#include <glib/gstdio.h>
#include <locale.h>

#define SCH "xmlns='http://purl.oclc.org/dsdl/schematron'"

static char *folder;

static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static SdBlocks *
build (SdPack *pack, const char *language)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SdBlocks *blocks;

  g_ptr_array_add (packs, pack);
  blocks = sd_pack_doc_build (packs, language, &error);
  g_assert_no_error (error);

  return blocks;
}

static SdPack *
load (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  SdPack *pack = sd_pack_load (file, &error);

  g_assert_no_error (error);
  return pack;
}

static void
check_block (SdBlocks *blocks, const char *key, const char *expected)
{
  const SdBlock *block = sd_blocks_find_block (blocks, key);
  g_autofree char *text = block != NULL ? sd_block_get_text (block) : NULL;

  if (g_strcmp0 (text, expected) != 0)
    g_error ("%s: “%s”; expected “%s”", key, text, expected);
}

static void
check_ids (SdPack *pack, const char *file, const char *html)
{
  g_autoptr (GFile) path = g_file_get_child (sd_pack_get_folder (pack), file);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  guint n;

  if (!g_file_query_exists (path, NULL))
    return;
  doc = sd_xml_read_file (path, NULL, &error);
  g_assert_no_error (error);
  n = count_nodes (doc, "//*[local-name() = 'assert' or local-name() = 'report']");
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *query = g_strdup_printf (
          "(//*[local-name() = 'assert' or local-name() = 'report'])[%u]/@id", i);
      g_autofree char *id = string_value (doc, query);
      g_autofree char *rule = g_strdup_printf ("id=\"rule:%s:%s\"", sd_pack_get_id (pack), id);
      g_autofree char *gauge = g_strdup_printf ("id=\"gauge:%s:%s\"", sd_pack_get_id (pack), id);

      if (strstr (html, rule) == NULL && strstr (html, gauge) == NULL)
        g_error ("%s: %s is not on the page", file, id);
    }
}

/* Every rule of every pack is on its page, which is XML as well, in both languages. */
static void
test_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = sd_packs_load_all (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < packs->len * 2; i++)
    {
      SdPack *pack = packs->pdata[i / 2];
      g_autoptr (SdBlocks) blocks = build (pack, i % 2 == 0 ? "zh" : "en");
      g_autoptr (GBytes) bytes = sd_html_write (blocks, &error);
      g_autofree char *html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) rest = g_bytes_new (html + 15, strlen (html) - 15);
      g_autoptr (xmlDoc) doc = sd_xml_read_bytes (rest, "page", &error);

      g_assert_no_error (error);
      check_ids (pack, "rules.sch", html);
      check_ids (pack, "county.sch", html);
    }
}

static void
test_odf (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = sd_packs_load_all (&error);
  g_autoptr (SdBlocks) blocks = sd_pack_doc_build (packs, "zh", &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = sd_odt_write (blocks, SD_ODF_FODT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_valid_odf (bytes, SCHEMA));
}

static const char pack_xml[] =
    "<pack xmlns='urn:sanding:pack:1' id='p' authority='article'>"
    "<title>&lt;script&gt;</title><scope><place province='甲省'/><period from='2019-01-01'/>"
    "<town kind='town'/></scope>"
    "<parameter id='cap' unit='posts' clause='二'><title>上限&lt;b&gt;</title></parameter>"
    "<reading id='R1' clause='三'><question>怎样理解？</question>"
    "<choice id='a' natural='true'><title>甲</title></choice>"
    "<choice id='b'><title>乙</title></choice></reading>"
    "<rows prefix='X' count='2'><row n='1' as='rule'/>"
    "<row n='2' as='unchecked'><reason>&lt;i&gt;不能查&amp;</reason></row></rows>"
    "<damage>&lt;img src=x&gt;</damage></pack>";

static const char rules_sch[] =
    "<schema " SCH " queryBinding='xslt'><ns prefix='p' uri='urn:sanding:plan:1'/>"
    "<ns prefix='l' uri='urn:sanding:limits:1'/>"
    "<phase id='review'><active pattern='a'/></phase>"
    "<let name='most' value=\"document('limits.xml')/l:limits/l:limit[@id = 'most']/@value\"/>"
    "<let name='cap' value=\"/p:plan/p:county/p:parameter[@pack = 'p' and @name = 'cap']/@value\"/>"
    "<pattern id='a'><rule context=\"p:unit[@stage='proposed'][@kind = 'office']\">"
    "<assert id='X1' role='error' see='一&lt;' test='count(p:post) &lt;= $most' "
    "diagnostics='X1-zh X1-en'>“<value-of select='@name'/>”多于<value-of select='$most'/>名，上限"
    "<value-of select='$cap'/>，&lt;em&gt;。</assert></rule></pattern>"
    "<pattern id='b'><rule context='p:plan'><assert id='X1-甲' role='question' test='true()'>问"
    "</assert></rule></pattern>"
    "<diagnostics><diagnostic id='X1-zh'>请减少&lt;u&gt;。</diagnostic>"
    "<diagnostic id='X1-en'>Take one away.</diagnostic></diagnostics></schema>";

static void
put_pack (void)
{
  put ("pack.xml", pack_xml);
  put ("rules.sch", rules_sch);
  put ("limits.xml", "<limits xmlns='urn:sanding:limits:1'>"
                     "<limit id='most' value='8' clause='一' from='2019-01-01' until='2021-12-31' "
                     "strength='must'/></limits>");
}

/* What a rule says, for whom, how strongly and with which figures; an article only advises. */
static void
test_words (void)
{
  g_autoptr (SdPack) pack = NULL;
  g_autoptr (SdBlocks) zh = NULL;
  g_autoptr (SdBlocks) en = NULL;
  const SdBlock *limit;
  g_autofree char *uses = NULL;

  put_pack ();
  pack = load ();
  zh = build (pack, "zh");
  en = build (pack, "en");
  check_block (zh, "rule:p:X1", "“〔名称〕”多于8名，上限〔上限<b>〕，<em>。");
  check_block (zh, "info:p:X1",
               "提示（按措辞为“必须改正”，因来源效力减轻）；条款：一<；对象：拟设机构（党政机构）；阶段：评审；"
               "所用数字：8（必须、2019-01-01至2021-12-31）");
  check_block (zh, "mend:p:X1", "怎样办：请减少<u>。");
  check_block (en, "mend:p:X1", "What to do: Take one away.");
  check_block (en, "info:p:X1",
               "Advice (by its wording “Must be put right”, weakened by its source’s authority) · "
               "Clause: 一< · Applies to: proposed Unit (Office) · Phases: review · "
               "Figures: 8 (must, 2019-01-01 to 2021-12-31)");
  limit = sd_blocks_find_block (zh, "limit:p:most");
  uses = sd_block_get_text (limit->children->pdata[1]);
  g_assert_cmpstr (uses, ==, "X1");
  g_assert_nonnull (sd_blocks_find_block (zh, "reading:p:R1"));
  g_assert_nonnull (sd_blocks_find_block (zh, "parameter:p:cap"));
}

/* A pack may come from anybody. */
static void
test_escaped (void)
{
  static const char *const marks[] = { "<script>", "<b>", "<em>", "<u>", "<i>", "<img" };
  static const char *const texts[] = { "&lt;script&gt;", "&lt;b&gt;", "&lt;em&gt;", "&lt;u&gt;",
                                       "&lt;i&gt;", "&lt;img" };
  g_autoptr (SdPack) pack = NULL;
  g_autoptr (SdBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *html = NULL;

  put_pack ();
  pack = load ();
  blocks = build (pack, "zh");
  bytes = sd_html_write (blocks, NULL);
  html = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_null (strstr (html, marks[i]));
      g_assert_nonnull (strstr (html, texts[i]));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sanding-pack-doc-XXXXXX", NULL);

  g_test_add_func ("/document/pack-doc/all", test_all);
  g_test_add_func ("/document/pack-doc/odf", test_odf);
  g_test_add_func ("/document/pack-doc/words", test_words);
  g_test_add_func ("/document/pack-doc/escaped", test_escaped);
  result = g_test_run ();
  temp_folder_remove (folder);

  return result;
}
