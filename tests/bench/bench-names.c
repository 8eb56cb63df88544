/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast names are searched: bench-names [NUMBER]. The time of a search is told as a ratio to a
 * plain look for the same bytes in the same names, so that it says something on any machine. */

#include "app/name-key.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 20

static const char *const typed[] = {
  "d", "dzb", "bgs", "办公室", "bangongshi", "zhenzhang", "qqq"
};

/* Names of eleven characters, made of 2,500 different ones, all offices. */
static char **
make_names (guint n)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GString *name = g_string_new (NULL);

      for (guint k = 0; k < 8; k++)
        g_string_append_unichar (name, 0x4e00 + (i * 7919 + k * 104729) % 2500);
      g_string_append (name, "办公室");
      names[i] = g_string_free (name, FALSE);
    }

  return names;
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_plain (char **names, const char *query, guint *found)
{
  gint64 start = g_get_monotonic_time ();

  *found = 0;
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; names[i] != NULL; i++)
      *found += strstr (names[i], query) != NULL;

  return seconds_since (start) / ROUNDS;
}

static double
time_search (SdNameKey **keys, const char *query, guint *found)
{
  gint64 start = g_get_monotonic_time ();
  guint cost;

  *found = 0;
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; keys[i] != NULL; i++)
      *found += sd_name_key_match (keys[i], query, &cost) != SD_MATCH_NONE;

  return seconds_since (start) / ROUNDS;
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  g_auto (GStrv) names = make_names (n);
  g_autofree SdNameKey **keys = g_new0 (SdNameKey *, n + 1);
  gint64 start;

  setlocale (LC_ALL, "");
  start = g_get_monotonic_time ();
  sd_name_key_free (sd_name_key_new ("党"));
  g_print ("%.0f ms for loading the readings, once\n", seconds_since (start) * 1000);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    keys[i] = sd_name_key_new (names[i]);
  g_print ("%.0f ms for %u names, once\n", seconds_since (start) * 1000, n);

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      guint found, unused;
      double search = time_search (keys, typed[i], &found);
      double plain = time_plain (names, typed[i], &unused);

      g_print ("%s: %u found in %.1f ms, %.0f times a plain look\n", typed[i], found / ROUNDS,
               search * 1000, search / plain);
    }
  for (guint i = 0; i < n; i++)
    sd_name_key_free (keys[i]);

  return 0;
}
