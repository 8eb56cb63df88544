/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field.h"

#include <stdio.h>

/* Numbers and dates as Chinese documents write them. */

/* Up to four digits; a gap of zeros becomes one 零, also @gap, one that stands before them. */
static void
append_below_ten_thousand (GString *text, int number, gboolean gap)
{
  static const char *const digits[] = {
    "零", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };
  static const char *const units[] = { "千", "百", "十", "" };
  const gsize start = text->len;
  int place = 1000;

  for (int i = 0; i < 4; i++, place /= 10)
    {
      int digit = number / place % 10;

      if (digit == 0)
        {
          gap = gap || text->len > start;
          continue;
        }
      if (gap)
        g_string_append (text, "零");
      gap = FALSE;
      /* 十五, not 一十五, but 一百一十五 */
      if (!(digit == 1 && place == 10 && text->len == 0))
        g_string_append (text, digits[digit]);
      g_string_append (text, units[i]);
    }
}

/**
 * sd_chinese_number:
 * @number: a number from 0 to 999999999999
 *
 * Returns: (transfer full): the number in Chinese, such as 一百一十 for 110; a larger one in digits
 */
char *
sd_chinese_number (gint64 number)
{
  static const char *const groups[] = { "亿", "万", "" };
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 place = 100000000;
  gboolean gap = FALSE;

  if (number < 0 || number >= place * 10000)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (number == 0)
    return g_strdup ("零");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++, place /= 10000)
    {
      int group = (int) (number / place % 10000);

      gap = text->len > 0 && (gap || group < 1000);
      if (group == 0)
        continue;
      append_below_ten_thousand (text, group, gap);
      g_string_append (text, groups[i]);
      gap = FALSE;
    }

  return g_strdup (text->str);
}

/**
 * sd_chinese_date:
 * @date: a date, YYYY-MM-DD
 *
 * Returns: (transfer full): the date as a document prints it, in Arabic digits without leading
 *   zeros (GB/T 9704-2012, 7.3.5), such as 2019年3月5日; what is no date, as it is
 */
char *
sd_chinese_date (const char *date)
{
  int year, month, day;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (date);

  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}

/**
 * sd_chinese_document_number:
 * @number: a document number as somebody wrote it
 *
 * Returns: (transfer full): the number as a document prints it (GB/T 9704-2012, 7.2.5): the year in
 *   〔〕, no 第, no leading zero, such as 鲁编〔2026〕3号; what is no such number, as it is
 */
char *
sd_chinese_document_number (const char *number)
{
  static const char pattern[] = "^\\s*(.*?)\\s*[〔\\[［【﹝（(]\\s*(\\d{4})\\s*[〕\\]］】﹞）)]"
                                "\\s*(?:第\\s*)?0*([1-9]\\d*)\\s*号\\s*$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, number, -1, 0, "\\1〔\\2〕\\3号", 0, NULL);
}
