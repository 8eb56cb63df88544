/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan/error.h"
#include "plan/plan.h"
#include "register/rows-file.h"

/* Lists of powers, as offices have them. */

static SdPlan *
new_plan (void)
{
  static const char *const names[][2] = {
    { "综合行政执法局", "proposed" },
    { "双名办公室", "proposed" },
    { "双名办公室", "proposed" },
    { "经济发展办公室", "current" },
  };
  SdPlan *plan = sd_plan_new ("p");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      g_autoptr (SdRow) unit = sd_row_new (SD_TABLE_UNIT, "p", id, NULL, i);

      sd_row_set_value (unit, SD_UNIT_NAME, &(SdValue) SD_VALUE_INIT_TEXT (names[i][0]));
      sd_row_set_value (unit, SD_UNIT_STAGE, &(SdValue) SD_VALUE_INIT_TEXT (names[i][1]));
      sd_row_set_put_row (SD_ROW_SET (plan), unit);
    }

  return plan;
}

static gboolean
read_text (SdRowsFile *file, const char *text, GError **error)
{
  g_autoptr (SdPlan) plan = new_plan ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sd_rows_file_read (file, plan, SD_TABLE_POWER, "list.csv", bytes, error);
}

static char *
dump (GArray *values)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      SdFieldValue *field = &g_array_index (values, SdFieldValue, i);
      g_autofree char *value = sd_value_to_text (&field->value);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "",
                              sd_table_get (SD_TABLE_POWER)->columns[field->column].name, value);
    }

  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* the first row */
  } cases[] = {
    { "名称,领域\n小作坊登记,市场监管\n", "name=小作坊登记 field=market state=proposed" },
    { "序号\t事项名称 *\t所属领域\t下放状态\n1\tx\tindustry\t已下放\n",
      "name=x field=industry state=granted" },
    { "Name,Field,State\nx,Industry,Withdrawn\n", "name=x field=industry state=withdrawn" },
    { "名称,领域,承接机构,办理时限(工作日),经费,划转人员\n"
      "x,产业发展,综合行政执法局,10个工作日,２.５万元,３人\n",
      "name=x field=industry receiver=u0 time-limit=10 people=3 money=2.5 state=proposed" },
    { "名称,领域,裁量基准,法律保留,开始日期,截止日期\nx,产业发展,是,否,2024/3/1,2025年12月31日\n",
      "name=x field=industry law-reserved=0 benchmark=1 state=proposed since=2024-03-01 "
      "until=2025-12-31" },
    { "\n名称,领域\n\nx,产业发展\n,\n", "name=x field=industry state=proposed" },
    { "名称,领域,依据\n\"a,\nb\",产业发展\n", "name=a,\nb field=industry state=proposed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SdRowsFile) file = { NULL };
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      g_assert_true (read_text (&file, cases[i].text, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (file.refused->len, ==, 0);
      g_assert_cmpuint (file.rows->len, ==, 1);
      found = dump (file.rows->pdata[0]);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_refused_lines (void)
{
  static const char *const text = "序号,名称,领域,类别,时限,承接机构,裁量基准,起始日期\n"
                                  "1,a,产业发展,,,,,\n"
                                  "2,,产业发展,,,,,\n"
                                  "3,c,农业,,,,,\n"
                                  "4,d,,,,,,\n"
                                  "5,e,产业发展,,十天,,,\n"
                                  "6,f,产业发展,,,经济发展办公室,,\n"
                                  "7,g,产业发展,,,双名办公室,,\n"
                                  "8,h,产业发展,,,,也许,\n"
                                  "9,i,产业发展,,,,,2024-02-30\n";
  static const char *const expected[] = {
    "list.csv:3: Name cannot be “”; expected ",
    "list.csv:4: Field cannot be “农业”; expected Industry, Planning and construction, ",
    "list.csv:5: Field cannot be “”; expected ",
    "list.csv:6: Time limit cannot be “十天”; expected a whole number from 0 to 2147483647.",
    "list.csv:7: Receiver cannot be “经济发展办公室”; expected the name of one that is in the "
    "plan, once.",
    "list.csv:8: Receiver cannot be “双名办公室”; expected the name of one",
    "list.csv:9: Discretion benchmark cannot be “也许”; expected yes (是) or no (否).",
    "list.csv:10: Since cannot be “2024-02-30”; expected ",
  };
  g_auto (SdRowsFile) file = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (read_text (&file, text, &error));
  g_assert_cmpuint (file.rows->len, ==, 1);
  g_assert_cmpuint (file.refused->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (!g_str_has_prefix (file.refused->pdata[i], expected[i]))
      g_assert_cmpstr (file.refused->pdata[i], ==, expected[i]);
  g_assert_cmpuint (file.passed_by->len, ==, 1);
  g_assert_cmpstr (file.passed_by->pdata[0], ==, "序号");
}

static void
test_refused_files (void)
{
  static const char *const cases[][2] = {
    { "", "list.csv: there are no rows; expected a line with the names of the columns and a line "
          "for each row." },
    { "名称,领域\n", "list.csv: there are no rows; expected a line with the names of the columns "
                     "and a line for each row." },
    { "名称,部门\na,b\n", "list.csv:1: the first line has no column for Field; expected the names "
                          "of the columns in it." },
    { "a,b\nc,d\n", "list.csv:1: the first line has no column for Name; expected the names of the "
                    "columns in it." },
    { "名称,领域,事项名称\na,产业发展,b\n",
      "list.csv:1: there are 2 columns for Name; expected one." },
    { "名称,领域\n\"a,b\n", "list.csv:2: a quotation mark is not closed; expected one at the end "
                            "of the field." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SdRowsFile) file = { NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (read_text (&file, cases[i][0], &error));
      g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows-file/rows", test_rows);
  g_test_add_func ("/rows-file/refused-lines", test_refused_lines);
  g_test_add_func ("/rows-file/refused-files", test_refused_files);

  return g_test_run ();
}
