/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program writes of a plan: one file, or a folder of them. */

#include "../plan/temp-folder.h"
#include "cli-run.h"
#include "plan/data-dir.h"

#include <locale.h>

#define SAMPLE "@feixian-tanyi.xml"

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static char *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static guint
count (const char *text, const char *piece)
{
  guint n = 0;

  for (const char *p = strstr (text, piece); p != NULL; p = strstr (p + 1, piece))
    n++;

  return n;
}

static void
test_export (void)
{
  g_auto (Run) odt = run_with ("export --format odt " SAMPLE " -o out.odt", NULL);
  g_auto (Run) fodt = run_with ("export --format fodt --document plan " SAMPLE " -o o.fodt", NULL);
  g_auto (Run) xml = run_with ("export --format xml " SAMPLE " -o out.xml", NULL);
  g_autofree char *odt_text = read_file ("out.odt");
  g_autofree char *fodt_text = read_file ("o.fodt");
  g_autofree char *xml_text = read_file ("out.xml");
  g_autofree char *sample = read_sample ("feixian-tanyi.xml");

  g_assert_cmpint (odt.status + fodt.status + xml.status, ==, 0);
  g_assert_true (g_str_has_prefix (odt_text, "PK"));
  g_assert_nonnull (strstr (fodt_text, "office:document "));
  g_assert_cmpuint (count (odt.err, "a page may hold more or fewer lines"), <=, 1);
  g_assert_cmpstr (odt.err, ==, fodt.err);
  g_assert_cmpstr (xml_text, ==, sample);
}

/* A sample shows a submission with nothing left open: all it is told is typefaces. */
static void
test_export_whole (void)
{
  g_auto (Run) run =
      run_with ("export --format odt --document set @feixian-mended.xml -o whole.odt", NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_null (strstr (run.err, "does not give"));
}

/* What no typeface here has is kept, and said of the pages. */
static void
test_export_rare (void)
{
  g_autofree char *sample = read_sample ("feixian-tanyi.xml");
  g_auto (GStrv) parts = g_strsplit (sample, "探沂", -1);
  g_autofree char *rare = g_strjoinv ("\U0010FFFD沂", parts);
  g_autofree char *path = g_build_filename (folder, "rare.xml", NULL);
  g_autofree char *fodt_text = NULL;

  g_assert_true (g_file_set_contents (path, rare, -1, NULL));
  {
    g_auto (Run) fodt = run_with ("export --format fodt --document posts rare.xml -o r.fodt", NULL);
    g_auto (Run) pdf = run_with ("export --format pdf --document posts rare.xml -o r.pdf", NULL);

    g_assert_cmpint (fodt.status + pdf.status, ==, 0);
    g_assert_null (strstr (fodt.err, "\U0010FFFD"));
    g_assert_nonnull (strstr (pdf.err, "printed as boxes: \U0010FFFD"));
  }
  fodt_text = read_file ("r.fodt");
  g_assert_nonnull (strstr (fodt_text, "\U0010FFFD沂镇"));
}

/* Several plans in several formats, each file named by its title; what cannot be read keeps none of
 * the others from being written. */
static void
test_export_folder (void)
{
  static const char *const names[] = {
    "费县探沂镇行政管理体制改革方案.odt",
    "费县探沂镇行政管理体制改革方案.xml",
    "费县探沂镇行政管理体制改革方案（2）.odt",
    "费县探沂镇行政管理体制改革方案（2）.xml",
  };
  g_auto (Run) run = run_with ("export --format odt --format xml " SAMPLE
                               " no-such.xml @feixian-mended.xml --output-dir many/deep",
                               NULL);
  g_auto (Run) all = run_with (
      "export --format odt --format ods --document all " SAMPLE " --output-dir all", NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpuint (count (run.out, "\n"), ==, G_N_ELEMENTS (names));
  g_assert_nonnull (strstr (run.err, "no-such.xml"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename ("many", "deep", names[i], NULL);
      g_autofree char *text = read_file (name);

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (run.out, names[i]));
    }

  g_assert_cmpint (all.status, ==, 0);
  g_assert_cmpuint (count (all.err, "a page may hold more or fewer lines"), <=, 1);
  g_assert_cmpuint (count (all.out, ".ods\n"), >=, 1);
  g_assert_cmpuint (count (all.out, ".odt\n"), >=, count (all.out, ".ods\n"));
}

int
main (int argc, char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sanding-export-XXXXXX", NULL);

  g_test_add_func ("/cli/export/file", test_export);
  g_test_add_func ("/cli/export/whole", test_export_whole);
  g_test_add_func ("/cli/export/rare", test_export_rare);
  g_test_add_func ("/cli/export/folder", test_export_folder);
  result = g_test_run ();
  temp_folder_remove (folder);

  return result;
}
