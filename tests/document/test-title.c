/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/title.h"

#include <locale.h>
#include <string.h>

/* Where the lines of titles end: by sense, the first the longest (7.3.1). */

static const struct
{
  const char *text;
  const char *lines; /* with | between them */
} cases[] = {
  { "费县探沂镇行政管理体制改革方案", "费县探沂镇行政管理体制改革方案" },
  { "青湾县溪东镇小城市培育试点行政管理体制改革方案",
    "青湾县溪东镇小城市培育试点|行政管理体制改革方案" },
  { "新津县花源镇行政管理体制改革试点方案政策符合情况自查表",
    "新津县花源镇行政管理体制改革|试点方案政策符合情况自查表" },
  { "关于东岭县云泉街道行政管理体制改革方案的请示",
    "关于东岭县云泉街道行政管理体制|改革方案的请示" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint width = sd_title_fit (cases[i].text, 20);
      const long length = g_utf8_strlen (cases[i].text, -1);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (long at = 0; at < length; at += width)
        {
          g_autofree char *line =
              g_utf8_substring (cases[i].text, at, MIN (at + (long) width, length));

          g_string_append_printf (lines, "%s%s", at > 0 ? "|" : "", line);
        }
      g_assert_cmpstr (lines->str, ==, cases[i].lines);
    }
}

/* However long: no more lines than are needed, and none wider than there is room for. */
static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 1; n < 120; n++)
    {
      const guint width = sd_title_fit (g_string_append (text, "镇")->str, 20);

      g_assert_cmpuint (width, <=, 20);
      g_assert_cmpuint ((n + width - 1) / width, ==, (n + 19) / 20);
    }
  g_assert_cmpuint (sd_title_fit ("", 20), ==, 20);
  g_assert_cmpuint (sd_title_fit ("镇", 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title/cases", test_cases);
  g_test_add_func ("/title/bounds", test_bounds);

  return g_test_run ();
}
