/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan/csv.h"
#include "plan/error.h"

/* Lists as spreadsheets write them. */

static char *
dump (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      SdCsvRecord *record = records->pdata[i];

      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", record->line);
      for (guint j = 0; j < record->fields->len; j++)
        g_string_append_printf (text, "[%s]", (char *) record->fields->pdata[j]);
    }

  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    char separator;
    const char *expected;
  } cases[] = {
    { "", 0, "" },
    { "甲,乙\n丙,丁\n", 0, "1[甲][乙] 2[丙][丁]" },
    { "甲,乙\r\n丙,丁", 0, "1[甲][乙] 2[丙][丁]" },
    { "a,b\rc,d\r", 0, "1[a][b] 2[c][d]" },
    { "a\tb,c\td\n", 0, "1[a][b,c][d]" },
    { "a;b;c\n1;2,3;4\n", 0, "1[a][b][c] 2[1][2,3][4]" },
    { "\"a,b\",c\n", 0, "1[a,b][c]" },
    { "\"a,b,c\";d\n1;2\n", 0, "1[a,b,c][d] 2[1][2]" },
    { "\"a \"\"b\"\"\",c\n", 0, "1[a \"b\"][c]" },
    { "\"a\nb\",c\nd,e\n", 0, "1[a\nb][c] 3[d][e]" },
    { "a 5\" b,c\n", 0, "1[a 5\" b][c]" },
    { "a,\n,,\n\n,b", 0, "1[a][] 2[][][] 3[] 4[][b]" },
    { "a,b\tc\n", '\t', "1[a,b][c]" },
    { "3", '\t', "1[3]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records =
          sd_csv_parse ("list.csv", cases[i].text, cases[i].separator, &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = dump (records);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_open_quotation (void)
{
  static const char *const texts[] = { "a,b\n\"c,d\n", "a,b\n\"c\"d,e\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sd_csv_parse ("list.csv", texts[i], 0, &error));
      g_assert_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==,
                       "list.csv:2: a quotation mark is not closed; expected one at the end of the "
                       "field.");
    }
}

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *expected; /* NULL where it cannot be read */
  } cases[] = {
    { "", 0, "" },
    { "abc", 3, "abc" },
    { "\xe4\xb9\xa1\xe9\x95\x87", 6, "乡镇" },
    { "\xef\xbb\xbf\xe4\xb9\xa1", 6, "乡" },
    { "\xcf\xe7\xd5\xf2", 4, "乡镇" },
    { "\x82\x30\xa3\x32", 4, "㗺" },
    { "\xff\xfe\x61\x4e", 4, "乡" },
    { "\xfe\xff\x4e\x61", 4, "乡" },
    { "a\0b", 3, NULL },
    { "\xff\xff\xff", 3, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = sd_csv_decode ("list.csv", bytes, &error);

      g_assert_cmpstr (text, ==, cases[i].expected);
      if (cases[i].expected == NULL)
        g_assert_cmpstr (error->message, ==,
                         "list.csv: the text cannot be read; expected UTF-8 or GB18030.");
    }
}

static void
test_append (void)
{
  static const char *const fields[] = { "甲", "a\tb", "say \"so\"", "two\nlines", "" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) records = NULL;
  SdCsvRecord *record;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      sd_csv_append (text, fields[i], '\t');
    }
  records = sd_csv_parse ("list.csv", text->str, '\t', NULL);
  g_assert_cmpuint (records->len, ==, 1);
  record = records->pdata[0];
  g_assert_cmpuint (record->fields->len, ==, G_N_ELEMENTS (fields));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (record->fields->pdata[i], ==, fields[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/parse", test_parse);
  g_test_add_func ("/csv/open-quotation", test_open_quotation);
  g_test_add_func ("/csv/decode", test_decode);
  g_test_add_func ("/csv/append", test_append);

  return g_test_run ();
}
