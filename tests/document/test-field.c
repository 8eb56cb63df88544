/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/field.h"
#include "support.h"

#include <locale.h>

#define UNIT_2 "00000000-0000-4000-8000-100000000001"
#define CENTER "00000000-0000-4000-8000-100000000003"

/* What fields print, on a plan of three offices and two centers; their quotas are 2 to 6. */
static const struct
{
  const char *ref;
  const char *format;
  const char *text;
} known[] = {
  { "county:name", NULL, "东县" },
  { "town:name", "number", "西镇" },
  { "town:kind", NULL, "镇" },
  { "plan:date", NULL, "2019年3月5日" },
  { "plan:title", NULL, "西镇改革方案" },
  { "count:office", NULL, "3" },
  { "count:office", "chinese", "三" },
  { "count:center", "number", "2" },
  { "count:enforcement", NULL, "0" },
  { "names:office", NULL, "第1办公室、第2办公室（甲牌、乙牌）、第3办公室" },
  { "names:center", "chinese", "第4中心、第5中心" },
  { "headcount:administrative", NULL, "9" },
  { "headcount:institutional", "chinese", "十一" },
  { "headcount", NULL, "20" },
  { "leaders", "chinese", "九" },
  { "unit:" UNIT_2, NULL, "第2办公室" },
  { "unit:" UNIT_2 ":full", NULL, "第2办公室（甲牌、乙牌）" },
  { "unit:" CENTER ":full", NULL, "第4中心" },
  { "quota:" UNIT_2 ":administrative", NULL, "3" },
  { "row:" CENTER ":kind", NULL, "事业单位" },
  { "row:" CENTER ":outside-limit", NULL, "否" },
  { "row:" PLAN_ID ":town", NULL, "西镇" },
  { "rows:unit", NULL, "5" },
  { "rows:unit:kind=center", "chinese", "二" },
  { "rows:unit:outside-limit=false", NULL, "5" },
  { "rows:unit:outside-limit=true", NULL, "0" },
  { "rows:power", NULL, "0" },
  { "sum:quota:approved", NULL, "20" },
  { "sum:quota:approved:type=administrative", NULL, "9" },
  { "list:unit:kind", NULL, "党政机构、事业单位" },
  { "list:plaque:name", NULL, "甲牌、乙牌" },
  { "in:" PLAN_ID ":count:office", NULL, "3" },
  { "all:count:office", NULL, "3" },
  { "towns", NULL, "1" },
  { "plans", NULL, "1" },
};

/* Fields that there is nothing to print for. */
static const char *const unknown[] = {
  "",
  ":",
  "::",
  "nonsense",
  "nonsense:office",
  "count",
  "count:",
  "count:nonsense",
  "count:office:more",
  "names:enforcement",
  "headcount:nonsense",
  "headcount:worker",
  "headcount:worker:more",
  "leaders:more",
  "town",
  "town:nonsense",
  "town:population",
  "plan:issuer",
  "unit:",
  "unit:" PLAN_ID,
  "unit:" UNIT_2 ":nonsense",
  "quota:" UNIT_2,
  "quota:" UNIT_2 ":institutional",
  "quota:nobody:administrative",
  "row:" UNIT_2,
  "row:" UNIT_2 ":nonsense",
  "row:nobody:name",
  "rows:nonsense",
  "rows:unit:kind",
  "rows:unit:nonsense=office",
  "sum:unit:name",
  "sum:quota:approved:type",
  "sum:power:people",
  "list:quota:approved",
  "list:power:department",
  "change:" UNIT_2,
  "change:nobody",
  "changes",
  "changes:nonsense",
  "changes:merged:names",
  "changes:merged:nonsense",
  "cite:nobody",
  "in:nobody:count:office",
  "all:in:" PLAN_ID ":count:office",
  "all:names:office",
};

static const struct
{
  gint64 number;
  const char *chinese;
} numbers[] = {
  { 0, "零" },
  { 1, "一" },
  { 10, "十" },
  { 11, "十一" },
  { 20, "二十" },
  { 65, "六十五" },
  { 100, "一百" },
  { 101, "一百零一" },
  { 110, "一百一十" },
  { 115, "一百一十五" },
  { 1000, "一千" },
  { 1001, "一千零一" },
  { 1010, "一千零一十" },
  { 1100, "一千一百" },
  { 10000, "一万" },
  { 10005, "一万零五" },
  { 10500, "一万零五百" },
  { 15000, "一万五千" },
  { 100000, "十万" },
  { 115000, "十一万五千" },
  { 100000000, "一亿" },
  { 100000001, "一亿零一" },
  { 100005000, "一亿零五千" },
  { G_GINT64_CONSTANT (999999999999), "九千九百九十九亿九千九百九十九万九千九百九十九" },
  { G_GINT64_CONSTANT (1000000000000), "1000000000000" },
  { -1, "-1" },
};

static SdCounty *
make_county (const char *header)
{
  return load_plan (&(PlanSpec){ .header = header, .n_offices = 3, .n_centers = 2 });
}

static void
test_known (void)
{
  g_autoptr (SdCounty) county = make_county ("date=\"2019-03-05\" leaders=\"9\"");

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_auto (SdValue) value = SD_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", known[i].ref);
      g_assert_true (sd_field_evaluate (county, PLAN_ID, known[i].ref, &value, &error));
      text = sd_field_format (&value, known[i].format, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, known[i].text);
    }
}

static void
test_unknown (void)
{
  g_autoptr (SdCounty) county = make_county (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_auto (SdValue) value = SD_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", unknown[i]);
      g_assert_false (sd_field_evaluate (county, PLAN_ID, unknown[i], &value, &error));
      g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD);
      g_assert_nonnull (strstr (error->message, unknown[i]));
    }
}

static void
test_unknown_format (void)
{
  const SdValue value = SD_VALUE_INIT_INTEGER (8);
  g_autoptr (GError) error = NULL;

  g_assert_null (sd_field_format (&value, "roman", &error));
  g_assert_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_FIELD);
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *chinese = sd_chinese_number (numbers[i].number);

      g_assert_cmpstr (chinese, ==, numbers[i].chinese);
    }
}

static void
test_dates (void)
{
  g_autofree char *date = sd_chinese_date ("2026-11-02");
  g_autofree char *other = sd_chinese_date ("soon");

  g_assert_cmpstr (date, ==, "2026年11月2日");
  g_assert_cmpstr (other, ==, "soon");
}

static void
test_document_numbers (void)
{
  static const struct
  {
    const char *written;
    const char *printed;
  } cases[] = {
    { "鲁编〔2026〕3号", "鲁编〔2026〕3号" },
    { "鲁编[2026]3号", "鲁编〔2026〕3号" },
    { "鲁编（2026）第03号", "鲁编〔2026〕3号" },
    { " 鲁厅字〔2018〕33 号 ", "鲁厅字〔2018〕33号" },
    { "费编【2019】10号", "费编〔2019〕10号" },
    { "鲁编〔26〕3号", "鲁编〔26〕3号" },
    { "会议纪要", "会议纪要" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = sd_chinese_document_number (cases[i].written);

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

/* What a plan does to its units: two are merged into one, one is new. */
static void
test_changes (void)
{
  static const char xml[] =
      "<plan xmlns=\"urn:sanding:plan:1\" id=\"" PLAN_ID "\" town=\"00000000-0000-4000-8000-"
      "000000000003\" title=\"方案\" status=\"drafted\">"
      "<county id=\"00000000-0000-4000-8000-000000000002\" name=\"东县\"/>"
      "<town id=\"00000000-0000-4000-8000-000000000003\" name=\"西镇\" kind=\"town\"/>"
      "<unit id=\"00000000-0000-4000-8000-00000000a001\" name=\"农业站\" kind=\"center\" "
      "stage=\"current\"/>"
      "<unit id=\"00000000-0000-4000-8000-00000000a002\" name=\"水利站\" kind=\"center\" "
      "stage=\"current\"/>"
      "<unit id=\"00000000-0000-4000-8000-00000000a003\" name=\"农水中心\" kind=\"center\" "
      "stage=\"proposed\"/>"
      "<unit id=\"00000000-0000-4000-8000-00000000a004\" name=\"网格中心\" kind=\"center\" "
      "stage=\"proposed\"/>"
      "<transfer id=\"00000000-0000-4000-8000-00000000b001\" "
      "from=\"00000000-0000-4000-8000-00000000a001\" to=\"00000000-0000-4000-8000-00000000a003\" "
      "type=\"institutional\" headcount=\"4\"/>"
      "<transfer id=\"00000000-0000-4000-8000-00000000b002\" "
      "from=\"00000000-0000-4000-8000-00000000a002\" to=\"00000000-0000-4000-8000-00000000a003\" "
      "type=\"institutional\" headcount=\"3\"/></plan>";
  static const char *const said[][2] = {
    { "changes", "新设1个、整合1个" },
    { "changes:merged", "1" },
    { "changes:set-up:names", "网格中心" },
    { "change:00000000-0000-4000-8000-00000000a003", "整合" },
    { "sum:transfer:headcount", "7" },
  };
  g_autoptr (SdCounty) county = load_xml (xml);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_auto (SdValue) value = SD_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      sd_field_evaluate (county, PLAN_ID, said[i][0], &value, &error);
      g_assert_no_error (error);
      text = sd_value_to_text (&value);
      g_assert_cmpstr (text, ==, said[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/known", test_known);
  g_test_add_func ("/field/unknown", test_unknown);
  g_test_add_func ("/field/unknown-format", test_unknown_format);
  g_test_add_func ("/field/numbers", test_numbers);
  g_test_add_func ("/field/dates", test_dates);
  g_test_add_func ("/field/document-numbers", test_document_numbers);
  g_test_add_func ("/field/changes", test_changes);

  return g_test_run ();
}
