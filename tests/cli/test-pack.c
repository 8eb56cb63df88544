/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a writer of rules runs: the packs' cases, and the table of what their sources say. */

#include "cli-run.h"
#include "plan/data-dir.h"
#include "temp-folder.h"

#include <glib/gstdio.h>
#include <locale.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static char *
list_packs (void)
{
  g_autofree char *root = g_build_filename (sd_data_dir (), "packs", NULL);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".md"))
      g_ptr_array_add (folders, g_build_filename (root, name, NULL));
  g_ptr_array_sort (folders, compare_names);
  g_ptr_array_add (folders, NULL);

  return g_strjoinv (" ", (char **) folders->pdata);
}

static void
test_all (void)
{
  g_autofree char *folders = list_packs ();
  g_autofree char *line = g_strconcat ("pack test ", folders, NULL);
  g_auto (Run) run = run_with (line, NULL);

  if (run.status != 0)
    g_error ("%s%s", run.out, run.err);
  g_assert_nonnull (strstr (run.out, "feixian-tanyi"));
}

/* COVERAGE.md is what the command writes, and no row of a source has been forgotten. */
static void
test_coverage (void)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "packs", "COVERAGE.md", NULL);
  g_autofree char *folders = list_packs ();
  g_autofree char *line = g_strconcat ("pack coverage ", folders, NULL);
  g_auto (Run) run = run_with (line, NULL);
  g_autofree char *kept = NULL;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (run.out, ==, kept);
  g_assert_null (strstr (run.out, "没有规则"));
}

/* What no case notices is told with its place, and how many there were of each. */
static void
test_mutate (void)
{
  g_auto (Run) run = { 0 };

  write_file ("p/pack.xml", "<pack xmlns='urn:sanding:pack:1' id='p' authority='normative'>"
                            "<title>p</title></pack>");
  write_file ("p/rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern>\n"
                             "<rule context='a[@n]'><assert id='X1' test='@n &lt; 3'>x</assert>"
                             "</rule></pattern></schema>");
  write_file ("p/cases/a.xml", "<a n='3'/>");
  write_file ("p/cases/a.findings", "X1 error\n");
  g_setenv ("LANGUAGE", "C", TRUE);
  run = run_with ("pack mutate p", NULL);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_suffix (
      run.out, "p/rules.sch:2: no case notices “X1 context: drop [@n] (1)”: a\n"
               "p: mutants: 2; noticed: 1; equivalent: 0; problems: 1\n"));
}

/* A case that gives other findings, an assertion that none fails or none passes: each is told. */
static void
test_problems (void)
{
  static const char *const says[] = {
    "a.xml: gives [X1 error]; expected [].",
    "b.xml: there is no list of the findings it must give",
    "rules.sch: line 3: no case passes X1.",
    "rules.sch: line 4: no case fails X2.",
    "assertions: 2; cases: 2; problems: 4",
  };
  g_auto (Run) run = { 0 };

  write_file ("p/pack.xml", "<pack xmlns='urn:sanding:pack:1' id='p' authority='normative'>"
                            "<title>p</title></pack>");
  write_file ("p/rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron' "
                             "queryBinding='xslt'><pattern><rule context='/*'>\n\n"
                             "<assert id='X1' test='false()'>x</assert>\n"
                             "<assert id='X2' test='true()'>x</assert></rule></pattern></schema>");
  write_file ("p/cases/a.xml", "<a/>");
  write_file ("p/cases/a.findings", "");
  write_file ("p/cases/b.xml", "<b/>");
  g_setenv ("LANGUAGE", "C", TRUE);
  run = run_with ("pack test p", NULL);
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_assert_cmpint (run.status, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    if (strstr (run.out, says[i]) == NULL)
      g_error ("not said: %s\n%s", says[i], run.out);
}

/* The ending of the file chooses what is written; the page goes to standard output without one. */
static void
test_doc (void)
{
  static const struct
  {
    const char *line, *file, *begin;
  } cases[] = {
    { "pack doc p --language zh", NULL, "<!DOCTYPE html>\n<html lang=\"zh-CN\">" },
    { "pack doc p", NULL, "<!DOCTYPE html>\n<html lang=\"zh-CN\">" },
    { "pack doc p p --language en -o -", NULL, "<!DOCTYPE html>\n<html lang=\"en\">" },
    { "pack doc p --language en -o p.html", "p.html", "<!DOCTYPE html>\n<html lang=\"en\">" },
    { "pack doc p -o p.fodt", "p.fodt", "<?xml" },
    { "pack doc p -o p.odt", "p.odt", "PK" },
  };

  write_file ("p/pack.xml", "<pack xmlns='urn:sanding:pack:1' id='p' authority='normative'>"
                            "<title>p</title></pack>");
  write_file ("p/rules.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern>"
                             "<rule context='a'><assert id='X1' test='@n'>x</assert></rule>"
                             "</pattern></schema>");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = run_with (cases[i].line, NULL);
      g_autofree char *path =
          cases[i].file != NULL ? g_build_filename (folder, cases[i].file, NULL) : NULL;
      g_autofree char *text = NULL;

      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      if (path != NULL)
        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text != NULL ? text : run.out, cases[i].begin));
    }
}

static void
test_refused (void)
{
  static const char *const lines[] = { "pack", "pack test", "pack fly p", "pack test nowhere",
                                       "pack mutate nowhere",
                                       "pack doc", "pack doc nowhere",
                                       "pack doc p --output p.pdf", "pack doc p --language fr",
                                       "pack doc p -o nowhere/p.html" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Run) run = run_with (lines[i], NULL);

      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpstr (run.err, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *cases = NULL;
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sanding-pack-XXXXXX", NULL);
  cases = g_build_filename (folder, "p", "cases", NULL);
  g_mkdir_with_parents (cases, 0700);

  g_test_add_func ("/cli/pack/all", test_all);
  g_test_add_func ("/cli/pack/coverage", test_coverage);
  g_test_add_func ("/cli/pack/mutate", test_mutate);
  g_test_add_func ("/cli/pack/problems", test_problems);
  g_test_add_func ("/cli/pack/doc", test_doc);
  g_test_add_func ("/cli/pack/refused", test_refused);
  result = g_test_run ();
  temp_folder_remove (folder);

  return result;
}
