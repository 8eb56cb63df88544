/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast documents are exported, beside LibreOffice converting what we export as .fodt to .odt:
 *
 *   bench-export PLAN [DOCUMENT]
 *
 * Times are medians. Ours is with the plan in memory, as in the window; LibreOffice's is of a
 * process, with a profile of its own that an uncounted run has made. */

#include "document/document.h"
#include "plan/reader.h"

#include <locale.h>
#include <stdlib.h>

#define RUNS 25
#define CONVERSIONS 5

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
median_ms (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return (double) times[n / 2] / 1000;
}

/* Below 0 where there is no such format. */
static double
time_export (SdCounty *county, const char *plan_id, const char *document, const char *format)
{
  gint64 times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          sd_document_export (document, county, plan_id, NULL, format, NULL, &error);

      if (bytes == NULL)
        return -1;
      times[i] = g_get_monotonic_time () - start;
    }

  return median_ms (times, RUNS);
}

static gboolean
convert (const char *folder, const char *source, const char *format)
{
  g_autofree char *home = g_strconcat ("-env:UserInstallation=file://", folder, "/home", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  const char *argv[] = { "soffice", home,   "--headless", "--convert-to", format, "--outdir",
                         out,       source, NULL };
  int status;

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         status == 0;
}

static double
time_conversion (const char *folder, const char *source, const char *format)
{
  gint64 times[CONVERSIONS];

  if (!convert (folder, source, format))
    return -1;
  for (guint i = 0; i < CONVERSIONS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      if (!convert (folder, source, format))
        return -1;
      times[i] = g_get_monotonic_time () - start;
    }

  return median_ms (times, CONVERSIONS);
}

static int
bench (SdCounty *county, const char *plan_id, const char *document, const char *folder)
{
  static const char *const formats[] = { "odt", "fodt", "ods", "pdf", "xml" };
  g_autofree char *source = g_build_filename (folder, "plan.fodt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) flat =
      sd_document_export (document, county, plan_id, NULL, "fodt", NULL, &error);
  double ours[G_N_ELEMENTS (formats)];

  if (flat == NULL || !g_file_set_contents (source, g_bytes_get_data (flat, NULL),
                                            (gssize) g_bytes_get_size (flat), &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      ours[i] = time_export (county, plan_id, document, formats[i]);
      if (ours[i] >= 0)
        g_print ("%s: %.2f ms\n", formats[i], ours[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (ours[i] > 0 && (g_str_equal (formats[i], "odt") || g_str_equal (formats[i], "pdf")))
      {
        const double theirs = time_conversion (folder, source, formats[i]);

        if (theirs < 0)
          g_print ("%s: LibreOffice could not be run\n", formats[i]);
        else
          g_print ("%s: LibreOffice %.0f ms, %.0f times as long\n", formats[i], theirs,
                   theirs / ours[i]);
      }

  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  SdRow *plan;
  int code;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("Usage: bench-export PLAN [DOCUMENT]\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  county = sd_county_read (file, &error);
  plan = county != NULL ? sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0) : NULL;
  folder = plan != NULL ? g_dir_make_tmp ("sanding-bench-XXXXXX", &error) : NULL;
  if (folder == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no plan");
      return 1;
    }

  code = bench (county, sd_row_get_id (plan), argc > 2 ? argv[2] : "plan", folder);
  g_print ("files are left in %s\n", folder);
  return code;
}
