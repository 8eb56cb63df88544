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

  return g_test_run ();
}
