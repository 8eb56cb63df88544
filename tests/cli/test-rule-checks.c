/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program says of rules themselves: --lint and --coverage. */

#include "../plan/temp-folder.h"

#include <locale.h>

#define VAIN                                                                                       \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' defaultPhase='f'><title>Vain</title>"      \
  "<phase id='f'><active pattern='p'/></phase><pattern id='p'>\n"                                  \
  "<rule context='b'/>\n"                                                                          \
  "<rule context='b[@x]'/>\n"                                                                      \
  "<rule context='/*'><let name='v' value='1'/></rule></pattern>\n"                                \
  "<pattern><rule context='*'/></pattern></schema>"
#define GOOD                                                                                       \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='a'>"               \
  "<assert test='b'>no b</assert></rule></pattern></schema>"

static const struct
{
  const char *line;
  int status;
  const char *out, *err; /* all of it, or after a `~` a piece */
} cases[] = {
  { "check --rules vain.sch --lint", 0, "",
    "vain.sch:3: warning: the rule with context “b[@x]” is never reached: the rule with context "
    "“b” at vain.sch:2 comes first and takes its nodes.\n"
    "vain.sch:4: warning: no expression uses the variable $v.\n"
    "vain.sch:5: warning: no phase has this pattern; only #ALL checks it.\n" },
  /* They are warnings as those of documents are. */
  { "check --rules vain.sch --lint --fail-on warning", 1, "", "~warning" },
  { "check --rules vain.sch --lint --fail-on never a.xml", 0, "", "~warning" },
  { "check --rules vain.sch --lint --fail-on info a.xml", 1, "", "~warning" },
  { "check --rules vain.sch --lint --fail-on info missing.xml", 2, "", "~missing.xml" },
  { "check --rules good.sch --lint --fail-on info", 0, "", "" },
  { "check --rules good.sch --lint a.xml", 1, "~no b", "" },
  { "check --rules good.sch --lint --format json a.xml", 1, "~\"findings\"", "" },
  { "check --pack feixian-tanyi --lint --fail-on info", 0, "", "" },
  { "check --pack none --lint", 2, "", "~none" },
  { "check --rules good.sch", 2, "", "~expected at least one file" },

  { "check --rules vain.sch --coverage a.xml b.xml", 0, "",
    "vain.sch:3: the rule with context “b[@x]” fired on no document.\n"
    "vain.sch:5: the rule with context “*” was not checked in the phase.\n"
    "Vain: rules that fired: 2 of 4; documents: 2.\n" },
  { "check --rules vain.sch --coverage --phase #ALL a.xml", 0, "",
    "vain.sch:2: the rule with context “b” fired on no document.\n"
    "vain.sch:3: the rule with context “b[@x]” fired on no document.\n"
    "Vain: rules that fired: 2 of 4; documents: 1.\n" },
  { "check --rules good.sch --coverage --format json a.xml", 1, "~\"findings\"",
    "rules that fired: 1 of 1; documents: 1.\n" },
  { "check --rules good.sch --coverage missing.xml b.xml", 2, "",
    "~fired on no document.\nrules that fired: 0 of 1; documents: 1.\n" },
};

/* The folder's own name is left out of what the program says. */
static void
assert_said (const char *line, const char *folder, const char *said, const char *expected)
{
  g_autofree char *place = g_strconcat (folder, "/", NULL);
  g_autoptr (GString) text = g_string_new (said);

  g_string_replace (text, place, "", 0);
  if (*expected == '~' ? strstr (text->str, expected + 1) == NULL
                       : !g_str_equal (text->str, expected))
    g_error ("%s: expected “%s”, got “%s”", line, expected, text->str);
}

static void
test_runs (gconstpointer data)
{
  const char *folder = data;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (SANDINGCTL " %s", cases[i].line);
      g_auto (GStrv) words = g_strsplit (line, " ", -1);
      g_autoptr (GSubprocessLauncher) launcher = NULL;
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;

      launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                            G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_subprocess_launcher_set_cwd (launcher, folder);
      g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
      process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
      g_assert_no_error (error);
      assert_said (line, folder, err, cases[i].err);
      assert_said (line, folder, out, cases[i].out);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, cases[i].status);
    }
}

int
main (int argc, char *argv[])
{
  char *folder;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  folder = temp_folder_new ();
  temp_folder_write (folder, "vain.sch", VAIN);
  temp_folder_write (folder, "good.sch", GOOD);
  temp_folder_write (folder, "a.xml", "<a/>");
  temp_folder_write (folder, "b.xml", "<c><b/></c>");
  g_test_add_data_func ("/cli/rule-checks", folder, test_runs);
  status = g_test_run ();
  temp_folder_remove (folder);

  return status;
}
