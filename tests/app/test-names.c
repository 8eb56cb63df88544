/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/collate.h"
#include "app/name-key.h"

/* How names are found by what is typed, and how they are put in order. */

static const struct
{
  const char *name;
  const char *typed;
  SdMatchRank rank;
} searches[] = {
  { "党政办公室", "党政", SD_MATCH_PREFIX },
  { "党政办公室", "党政办公室", SD_MATCH_PREFIX },
  { "党政办公室", "dangzheng", SD_MATCH_PREFIX },
  { "党政办公室", "dang zheng", SD_MATCH_PREFIX },
  { "党政办公室", "Dang'Zheng", SD_MATCH_PREFIX },
  { "党政办公室", "ｄａｎｇ", SD_MATCH_PREFIX },
  { "党政办公室", "dǎngzhèng", SD_MATCH_PREFIX },
  { "党政办公室", "dangzhengb", SD_MATCH_PREFIX },
  { "党政办公室", "dangzhen", SD_MATCH_PREFIX },
  { "党政办公室", "d", SD_MATCH_PREFIX },
  { "党政办公室", "dzb", SD_MATCH_INITIALS },
  { "党政办公室", "DZBGS", SD_MATCH_INITIALS },
  { "党政办公室", "dzhb", SD_MATCH_INITIALS },
  { "党政办公室", "dzhengban", SD_MATCH_INITIALS },
  { "党政办公室", "dz办", SD_MATCH_INITIALS },
  { "党政办公室", "党zb", SD_MATCH_INITIALS },
  { "党政办公室", "bgs", SD_MATCH_CONTIGUOUS },
  { "党政办公室", "bangong", SD_MATCH_CONTIGUOUS },
  { "党政办公室", "办公", SD_MATCH_CONTIGUOUS },
  { "党政办公室", "dbs", SD_MATCH_SCATTERED },
  { "党政办公室", "dangban", SD_MATCH_SCATTERED },
  { "党政办公室", "政室", SD_MATCH_SCATTERED },
  { "党政办公室", "bzd", SD_MATCH_NONE },
  { "党政办公室", "党建", SD_MATCH_NONE },
  { "党政办公室", "zzz", SD_MATCH_NONE },
  { "党政办公室", "", SD_MATCH_NONE },
  { "党政办公室", " ", SD_MATCH_NONE },
  { "", "d", SD_MATCH_NONE },
  /* Letters that may be read in two ways */
  { "西安路社区", "xian", SD_MATCH_PREFIX },
  { "先进单位", "xian", SD_MATCH_PREFIX },
  { "绿化所", "lvhua", SD_MATCH_PREFIX },
  { "绿化所", "luhua", SD_MATCH_PREFIX },
  /* Other readings than the one that ICU knows */
  { "土地收储中心", "tudi", SD_MATCH_PREFIX },
  { "镇长", "zhenzhang", SD_MATCH_PREFIX },
  { "长山镇", "changshan", SD_MATCH_PREFIX },
  { "重庆路", "chongqing", SD_MATCH_PREFIX },
  { "重点项目办", "zhongdian", SD_MATCH_PREFIX },
  { "会计核算中心", "kuaiji", SD_MATCH_PREFIX },
  { "人民调解委员会", "renmintiaojie", SD_MATCH_PREFIX },
  { "农业银行", "yinhang", SD_MATCH_CONTIGUOUS },
  /* Words and figures */
  { "New Register…", "new", SD_MATCH_PREFIX },
  { "New Register…", "newreg", SD_MATCH_PREFIX },
  { "New Register…", "nr", SD_MATCH_INITIALS },
  { "New Register…", "register", SD_MATCH_CONTIGUOUS },
  { "New Register…", "gist", SD_MATCH_CONTIGUOUS },
  { "Open the Sample County", "oc", SD_MATCH_SCATTERED },
  { "鲁厅字〔2018〕33号", "lt2018", SD_MATCH_SCATTERED },
  { "鲁厅字〔2018〕33号", "2018", SD_MATCH_CONTIGUOUS },
  { "鲁厅字〔2018〕33号", "２０１８３３号", SD_MATCH_CONTIGUOUS },
  { "Élan", "elan", SD_MATCH_PREFIX },
  { "📈 图表", "tb", SD_MATCH_INITIALS },
};

static void
test_search (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (SdNameKey) key = sd_name_key_new (searches[i].name);
      g_autofree char *query = sd_name_query_fold (searches[i].typed);
      guint cost;

      g_test_message ("“%s” in “%s”", searches[i].typed, searches[i].name);
      g_assert_cmpint (sd_name_key_match (key, query, &cost), ==, searches[i].rank);
    }
}

/* Pieces here and there find a name, not a sentence; very long ones are looked at in part. */
static void
test_sentence (void)
{
  g_autoptr (SdNameKey) sentence =
      sd_name_key_new ("党政办公室等内设机构超过规定的限额，应当在方案中说明理由并报县级批准。");
  g_autofree char *name = g_strnfill (100000, 'a');
  g_autoptr (SdNameKey) endless = sd_name_key_new (name);
  guint cost;

  g_assert_cmpint (sd_name_key_match (sentence, "dpz", &cost), ==, SD_MATCH_NONE);
  g_assert_cmpint (sd_name_key_match (sentence, "dzbgs", &cost), ==, SD_MATCH_INITIALS);
  g_assert_cmpint (sd_name_key_match (endless, "aaa", &cost), ==, SD_MATCH_PREFIX);
  g_assert_cmpint (sd_name_key_match (endless, name, &cost), ==, SD_MATCH_NONE);
}

/* The cheaper of two names of one rank comes first. */
static const struct
{
  const char *typed;
  const char *first, *second;
} orders[] = {
  { "zb", "镇党政办公室", "街道镇党政办公室" },    /* begins sooner */
  { "dzb", "党政办公室", "党建工作指导办公室" },   /* in one piece */
  { "dbs", "党政办公室", "党建和群团办公机室" }, /* fewer between */
  { "dangzb", "党政办公室", "当地政府办公室" },
};

static guint
cost_of (const char *name, const char *typed)
{
  g_autoptr (SdNameKey) key = sd_name_key_new (name);
  guint cost;
  SdMatchRank rank = sd_name_key_match (key, typed, &cost);

  g_assert_cmpint (rank, !=, SD_MATCH_NONE);

  return cost;
}

static void
test_order_of_matches (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_test_message ("%s: %s before %s", orders[i].typed, orders[i].first, orders[i].second);
      g_assert_cmpuint (cost_of (orders[i].first, orders[i].typed), <,
                        cost_of (orders[i].second, orders[i].typed));
    }
}

static const struct
{
  const char *name;
  const char *typed;
  const char *markup;
} marks[] = {
  { "党政办公室", "dzb", "<b>党</b><b>政</b><b>办</b>公室" },
  { "党政办公室", "dbs", "<b>党</b>政<b>办</b>公<b>室</b>" },
  { "党政办公室", "bangong", "党政<b>办</b><b>公</b>室" },
  { "New <Register>", "reg", "New &lt;<b>Register</b>&gt;" },
  { "New Register", "gist", "New <b>Register</b>" },
  { "A & B", "", "A &amp; B" },
  { "党政办公室", "xyz", "党政办公室" },
};

static void
test_marks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (SdNameKey) key = sd_name_key_new (marks[i].name);
      g_autofree char *markup = sd_name_key_to_markup (key, marks[i].typed);

      g_assert_cmpstr (markup, ==, marks[i].markup);
    }
}

/* Each list is in order as it stands. */
static const char *const sorted[][12] = {
  { "党建办公室", "党政办公室", "经济发展办公室", "平安法治办公室", "综合行政执法局" },
  { "城北乡", "大田庄乡", "东蒙镇", "费城街道", "马庄镇", "上冶镇", "石井镇", "探沂镇", "新庄镇",
    "朱田镇" },
  { "第2办公室", "第10办公室", "第33办公室" },
  { "安", "八", "嚓", "大", "鹅", "发" },
};

static int
compare (gconstpointer a, gconstpointer b)
{
  return sd_collate_compare (*(const char **) a, *(const char **) b);
}

static void
test_collation (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      const char *names[G_N_ELEMENTS (sorted[i])];
      guint n = 0;

      while (n < G_N_ELEMENTS (sorted[i]) && sorted[i][n] != NULL)
        n++;
      for (guint k = 0; k < n; k++)
        names[k] = sorted[i][n - 1 - k];
      qsort (names, n, sizeof names[0], compare);
      for (guint k = 0; k < n; k++)
        g_assert_cmpstr (names[k], ==, sorted[i][k]);
    }
}

static void
test_collation_edges (void)
{
  g_autofree char *empty = sd_collate_key ("");
  g_autofree char *broken = sd_collate_key ("党\xff政");
  g_autofree char *long_name = g_strnfill (10000, 'x');
  g_autofree char *key = sd_collate_key (long_name);

  g_assert_nonnull (broken);
  g_assert_cmpuint (strlen (key), >, 1000);
  g_assert_cmpstr (empty, <, key);
  g_assert_cmpint (sd_collate_compare (NULL, ""), <, 0);
  g_assert_cmpint (sd_collate_compare ("探沂镇", "探沂镇"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/search", test_search);
  g_test_add_func ("/names/sentence", test_sentence);
  g_test_add_func ("/names/order-of-matches", test_order_of_matches);
  g_test_add_func ("/names/marks", test_marks);
  g_test_add_func ("/names/collation", test_collation);
  g_test_add_func ("/names/collation-edges", test_collation_edges);

  return g_test_run ();
}
