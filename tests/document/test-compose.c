/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "made.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const char request[] =
    "<document id=\"00000000-0000-4000-8000-00000000d001\" kind=\"request\" "
    "mark=\"费县人民政府文件\" number=\"费政〔2026〕3号\" signatory=\"张某某\" "
    "addressee=\"临沂市人民政府\" issuer=\"费县人民政府\" date=\"2026-07-03\" "
    "contact=\"李某\" phone=\"0539-5000000\" copies=\"市委编办\" "
    "printer=\"费县人民政府办公室\" printed=\"2026-07-04\"/>";

static guint
count_kind (SdBlocks *blocks, SdBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < sd_blocks_get_n_blocks (blocks); i++)
    n += sd_blocks_get_block (blocks, i)->kind == kind;

  return n;
}

/* What each document of the sample says at one place. */
static const struct
{
  const char *document;
  SdBlockKind kind;
  guint n;
  const char *says;
} places[] = {
  { "request", SD_BLOCK_TITLE, 0, "费县人民政府" },
  { "request", SD_BLOCK_TITLE, 1, "关于探沂镇行政管理体制改革方案的请示" },
  { "request", SD_BLOCK_ADDRESSEE, 0, "临沂市人民政府：" },
  { "request", SD_BLOCK_SIGNATURE, 0, "费县人民政府" },
  { "request", SD_BLOCK_DATE, 0, "2026年7月3日" },
  { "request", SD_BLOCK_NOTE, 0, "（联系人：李某，联系电话：0539-5000000）" },
  { "plan", SD_BLOCK_TITLE, 0, "费县探沂镇行政管理体制改革方案" },
  { "plan", SD_BLOCK_ANNEX, 1, "探沂镇权限下放目录" },
  { "units", SD_BLOCK_ANNEX, 0, "探沂镇机构设置表" },
  { "quotas", SD_BLOCK_ANNEX, 0, "探沂镇编制分配表" },
  { "posts", SD_BLOCK_ANNEX, 0, "探沂镇领导职数核定表" },
  { "dispatch", SD_BLOCK_ANNEX, 0, "探沂镇派驻机构一览表" },
  { "powers", SD_BLOCK_ANNEX, 0, "探沂镇权限下放目录" },
  { "changes", SD_BLOCK_ANNEX, 0, "探沂镇机构编制改革前后对照表" },
  { "chart", SD_BLOCK_ANNEX, 0, "探沂镇机构图（改革后）" },
  { "conformity", SD_BLOCK_ANNEX, 0, "探沂镇改革方案政策符合情况自查表" },
  { "set", SD_BLOCK_TITLE, 0, "费县人民政府" },
  { "set", SD_BLOCK_ANNEX, 0, "费县探沂镇行政管理体制改革方案" },
  { "set", SD_BLOCK_ANNEX, 8, "探沂镇改革方案政策符合情况自查表" },
};

static void
test_places (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (SdBlocks) blocks = build_document (county, places[i].document);
      g_autofree char *text = text_of (blocks, places[i].kind, places[i].n);

      g_assert_cmpstr (text, ==, places[i].says);
      g_assert_cmpstr (sd_blocks_get_problems (blocks)[0], ==, NULL);
    }
}

/* A request has one addressee and ends with the closing that requests have; its list of annexes has
 * the numbers that the annexes bear in the set, and the imprint comes last. */
static void
test_set (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);
  g_autoptr (SdBlocks) blocks = build_document (county, "set");
  const SdBlock *block, *list = NULL;
  guint n_annexes = 0;
  guint n = sd_blocks_get_n_blocks (blocks);

  g_assert_cmpstr (sd_blocks_get_meta (blocks)->title, ==,
                   "费县人民政府关于探沂镇行政管理体制改革方案的请示（含附件）");
  g_assert_cmpuint (count_kind (blocks, SD_BLOCK_ADDRESSEE), ==, 1);
  g_assert_cmpint (sd_blocks_get_block (blocks, 0)->kind, ==, SD_BLOCK_HEAD);
  g_assert_cmpint (sd_blocks_get_block (blocks, n - 1)->kind, ==, SD_BLOCK_IMPRINT);
  for (guint i = 0; i < n; i++)
    if (sd_blocks_get_block (blocks, i)->kind == SD_BLOCK_LIST)
      list = sd_blocks_get_block (blocks, i);
  g_assert_nonnull (list);
  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *number = NULL;
      g_autofree char *title = NULL;
      g_autofree char *listed = NULL;

      if (block->kind != SD_BLOCK_ANNEX)
        continue;
      label = g_strdup_printf ("附件%u", ++n_annexes);
      number = g_strdup_printf ("%u.", n_annexes);
      g_assert_cmpstr (block->label, ==, label);
      g_assert_cmpuint (n_annexes, <=, list->children->len);
      listed = sd_block_get_text (list->children->pdata[n_annexes - 1]);
      g_assert_cmpstr (((SdBlock *) list->children->pdata[n_annexes - 1])->label, ==, number);
      title = sd_block_get_text (block);
      /* the annex with the pictures has a page for each of them */
      if (strstr (title, "机构图") == NULL)
        g_assert_cmpstr (title, ==, listed);
    }
  g_assert_cmpuint (n_annexes, ==, list->children->len);
  g_assert_cmpuint (n_annexes, ==, 9);
}

/* By itself an annex bears the number that it has behind the request (7.3.7); a document that is
 * nobody's annex has none. */
static void
test_apart (void)
{
  static const struct
  {
    const char *document;
    const char *label;
  } cases[] = { { "units", "附件2" }, { "conformity", "附件9" }, { "county-summary", "" } };
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdBlocks) blocks = build_document (county, cases[i].document);

      g_assert_cmpstr (sd_blocks_get_block (blocks, 0)->label, ==, cases[i].label);
    }
}

/* What nobody filled in stands in brackets, is marked and told. */
static void
test_not_filled_in (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", "");
  g_autoptr (SdBlocks) blocks = build_document (county, "request");
  g_autofree char *addressee = text_of (blocks, SD_BLOCK_ADDRESSEE, 0);

  g_assert_cmpstr (addressee, ==, "【主送机关】：");
  g_assert_cmpuint (g_strv_length ((GStrv) sd_blocks_get_problems (blocks)), >=, 5);
}

/* A request to two bodies is told. */
static void
test_addressees (void)
{
  g_autoptr (SdCounty) county =
      load_sample ("feixian-mended.xml",
                   "<document id=\"00000000-0000-4000-8000-00000000d001\" kind=\"request\" "
                   "addressee=\"临沂市人民政府、临沂市委编委\"/>");
  g_autoptr (SdBlocks) blocks = build_document (county, "set");
  const char *const *problems = sd_blocks_get_problems (blocks);
  guint n = 0;

  for (guint i = 0; problems[i] != NULL; i++)
    n += g_str_has_prefix (problems[i], "请示只主送一个上级机关");
  g_assert_cmpuint (n, ==, 1);
}

/* An annex for which the plan has nothing is none: it is not listed, not counted, not attached, and
 * by itself it is refused with a sentence. */
static void
test_nothing (void)
{
  g_autoptr (SdCounty) county = load_plan (&(PlanSpec){ .n_offices = 2 });
  g_autoptr (SdBlocks) blocks = build_document (county, "plan");
  g_autoptr (SdBlocks) whole = build_document (county, "request");
  g_autoptr (GError) error = NULL;
  const SdBlock *block;

  g_assert_cmpuint (count_kind (blocks, SD_BLOCK_ANNEX), ==, 1);
  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    if (block->kind == SD_BLOCK_ANNEX)
      g_assert_cmpstr (block->label, ==, "附件");
  g_assert_null (sd_document_build ("powers", county, PLAN_ID, NULL, &error));
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_EMPTY);
  g_test_message ("%s", error->message);
}

/* One number, all places. */
static void
test_one_number (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);
  g_autoptr (SdBlocks) blocks = build_document (county, "set");
  double in_text = -1, in_table = -1;
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    {
      for (guint j = 0; j < block->inlines->len; j++)
        {
          const SdInline *piece = block->inlines->pdata[j];

          if (g_strcmp0 (piece->ref, "headcount:administrative") == 0)
            in_text = piece->number;
        }
      if (block->kind == SD_BLOCK_TABLE && g_str_has_prefix (block->key, "quotas:"))
        {
          const SdBlock *total = block->children->pdata[block->children->len - 1];

          g_assert_true (total->total);
          in_table = ((const SdBlock *) total->children->pdata[1])->value;
        }
    }
  g_assert_cmpfloat (in_text, >, 0);
  g_assert_cmpfloat (in_text, ==, in_table);
}

/* An office's own document type takes the place of the one of that name. */
static void
test_own (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);
  g_autoptr (GFile) own = sd_document_get_own_folder ();
  g_autoptr (GFile) parent = g_file_get_parent (own);
  g_autoptr (GFile) folder = g_file_get_child (own, "posts");
  g_autoptr (GFile) description = g_file_get_child (folder, "document.xml");
  g_autoptr (GFile) template = g_file_get_child (folder, "own.xsl");
  g_autoptr (GError) error = NULL;
  static const char text[] = "<document xmlns=\"urn:sanding:document:1\" template=\"own.xsl\" "
                             "page-style=\"gbt9704.xml\"><title>Own</title></document>";
  static const char sheet[] =
      "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" "
      "xmlns=\"urn:sanding:blocks:1\"><xsl:template match=\"/*\"><blocks document=\"posts\" "
      "title=\"x\" language=\"zh-CN\"><paragraph key=\"own:1\">本县自己的表</paragraph></blocks>"
      "</xsl:template></xsl:stylesheet>";

  g_file_make_directory_with_parents (folder, NULL, NULL);
  g_file_replace_contents (description, text, strlen (text), NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_replace_contents (template, sheet, strlen (sheet), NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  {
    g_autoptr (SdBlocks) blocks = build_document (county, "posts");
    g_autofree char *said = text_of (blocks, SD_BLOCK_PARAGRAPH, 0);

    g_assert_cmpstr (said, ==, "本县自己的表");
  }
  g_file_replace_contents (description, "<document/>", 11, NULL, FALSE, 0, NULL, NULL, &error);
  {
    /* Broken, it is told with its place, and the others can be used. */
    g_autoptr (GListModel) types = sd_document_list (NULL);
    g_autoptr (SdBlocks) units = build_document (county, "units");
    guint n_broken = 0;

    for (guint i = 0; i < g_list_model_get_n_items (types); i++)
      {
        g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);
        const char *problem = sd_document_type_get_problem (type);

        n_broken += problem != NULL;
        if (problem != NULL)
          g_assert_nonnull (strstr (problem, "document.xml:1"));
      }
    g_assert_cmpuint (n_broken, ==, 1);
    g_assert_null (sd_document_find_type ("posts", &error));
    g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE);
    g_assert_nonnull (strstr (error->message, "document.xml:1"));
  }
  g_file_delete (template, NULL, NULL);
  g_file_delete (description, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_file_delete (own, NULL, NULL);
  g_file_delete (parent, NULL, NULL);
}

/* Every block of the set is found in the document that it comes from, so that what is written in
 * its place is kept there. */
static void
test_owner (void)
{
  g_autoptr (SdCounty) county = load_sample ("feixian-mended.xml", request);
  g_autoptr (SdBlocks) blocks = build_document (county, "set");
  g_autoptr (GHashTable) documents =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *own_key = NULL;
      g_autofree char *owner = sd_document_find_owner ("set", block->key, &own_key, &error);
      SdBlocks *document;

      g_assert_no_error (error);
      if (!g_hash_table_contains (documents, owner))
        g_hash_table_insert (documents, g_strdup (owner), build_document (county, owner));
      document = g_hash_table_lookup (documents, owner);
      g_test_message ("%s: %s of %s", block->key, own_key, owner);
      g_assert_nonnull (sd_blocks_find_block (document, own_key));
    }
  g_assert_cmpuint (g_hash_table_size (documents), ==, 10);
}

/* Every document of every sample is valid OpenDocument. */
static void
test_valid (void)
{
  static const char *const samples[] = { "feixian-mended.xml", "feixian-tanyi.xml",
                                         "hunan-model.xml", "zhejiang-pilot.xml" };
  g_autoptr (GListModel) types = sd_document_list (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (SdCounty) county = load_sample (samples[i], request);
      g_autoptr (SdCheck) findings = check_only_plan (county);

      for (guint j = 0; j < g_list_model_get_n_items (types); j++)
        {
          g_autoptr (SdDocumentType) type = g_list_model_get_item (types, j);
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          if (sd_document_type_is_of_county (type))
            continue;
          bytes = sd_document_export (sd_document_type_get_id (type), county, only_plan (county),
                                      findings, "fodt", NULL, &error);
          if (g_error_matches (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_EMPTY))
            continue;
          g_assert_no_error (error);
          if (!is_valid_odf (bytes, SCHEMA))
            return;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("sanding-compose-XXXXXX", NULL);
  int result;

  /* The office's own types are put into a folder that no other test reads. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compose/places", test_places);
  g_test_add_func ("/compose/set", test_set);
  g_test_add_func ("/compose/apart", test_apart);
  g_test_add_func ("/compose/not-filled-in", test_not_filled_in);
  g_test_add_func ("/compose/addressees", test_addressees);
  g_test_add_func ("/compose/nothing", test_nothing);
  g_test_add_func ("/compose/one-number", test_one_number);
  g_test_add_func ("/compose/owner", test_owner);
  g_test_add_func ("/compose/own", test_own);
  g_test_add_func ("/compose/valid", test_valid);

  result = g_test_run ();
  g_rmdir (home);
  return result;
}
