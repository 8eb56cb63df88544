/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, as a user starts it: what it says, where it says it, and its exit status. */

#include "cli-run.h"
#include "json-shape.h"
#include "plan/data-dir.h"
#include "../plan/temp-folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define SAMPLE "@feixian-tanyi.xml"
#define RULES                                                                                      \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='/*'>"              \
  "<assert id='T1' test='%s' role='%s'>say \"so\" \\ here</assert></rule></pattern></schema>"

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

/* One table for all that is read by its status and a piece of what it says. */
static const struct
{
  const char *line;
  int status;
  const char *out, *err; /* a piece of it; NULL: there is nothing */
} cases[] = {
  { "--version", 0, "sandingctl ", NULL },
  { "--help", 0, "check", NULL },
  { "check --help", 0, "--fail-on", NULL },
  { "export --help", 0, "--list-documents", NULL },
  { "import --help", 0, "--scenario", NULL },

  { "check " SAMPLE, 0, "[feixian-tanyi E4", NULL },
  { "check --fail-on warning " SAMPLE, 1, "E4", NULL },
  { "check --fail-on info " SAMPLE, 1, "E4", NULL },
  { "check --fail-on never " SAMPLE, 0, "E4", NULL },
  { "check --fail-on info @feixian-mended.xml", 0, NULL, NULL },
  { "check --format json @feixian-mended.xml", 0, "\"findings\": []", NULL },
  { "check --format junit " SAMPLE, 0, "<testsuite ", NULL },
  { "check --format junit @feixian-mended.xml", 0, "tests=\"1\"", NULL },
  { "check --format svrl --pack feixian-tanyi " SAMPLE, 0, "svrl:schematron-output", NULL },
  { "check --format svrl " SAMPLE, 2, NULL, "--pack" },
  { "check --format svrl " SAMPLE " @feixian-mended.xml", 2, NULL, "no more than one" },
  { "check --phase draft --fail-on info " SAMPLE, 0, NULL, NULL },
  { "check --phase #ALL --fail-on warning " SAMPLE, 1, "E4", NULL },
  { "check --pack feixian-tanyi " SAMPLE, 0, "E4", NULL },
  { "check elsewhere.xml", 0, NULL, NULL },
  { "check declined.xml", 0, NULL, "declined.xml: no pack applies" },
  { "check --pack feixian-tanyi elsewhere.xml", 0, "E4", NULL },

  { "check --rules error.sch any.xml", 1, "any.xml:2: error: say \"so\" \\ here [T1]", NULL },
  { "check --rules warning.sch any.xml", 0, "any.xml:2: warning", NULL },
  { "check --rules question.sch --fail-on warning any.xml", 0, "question", NULL },
  { "check --rules question.sch --fail-on info any.xml", 1, "question", NULL },
  /* What the rules themselves are good for. */
  { "check --rules vain.sch --lint", 0, NULL,
    "vain.sch:3: warning: the rule with context “b[@x]” is never reached" },
  { "check --rules vain.sch --lint --fail-on warning", 1, NULL, "no expression uses the variable" },
  { "check --rules vain.sch --lint --fail-on warning any.xml", 1, NULL, "$v" },
  { "check --rules vain.sch --lint --fail-on never any.xml", 0, NULL, "$v" },
  { "check --rules error.sch --lint --fail-on info", 0, NULL, NULL },
  { "check --rules error.sch", 2, NULL, "There is nothing to check" },
  { "check --pack feixian-tanyi --lint --fail-on info", 0, NULL, NULL },
  { "check --lint --pack none", 2, NULL, "There is no pack" },
  { "check --rules vain.sch --coverage any.xml any.xml", 0, NULL,
    "vain.sch:2: the rule with context “b” fired on no document.\n" },
  { "check --rules vain.sch --coverage any.xml any.xml", 0, NULL,
    "vain.sch:5: the rule with context “*” was not checked in the phase.\nVain: rules that fired: "
    "1 of 4; documents: 2.\n" },
  { "check --rules vain.sch --coverage --phase #ALL any.xml", 0, NULL, "fired: 2 of 4" },
  { "check --coverage " SAMPLE, 0, "E4", "documents: 1.\n" },

  { "check --rules error.sch --format json any.xml", 1, "say \\\"so\\\" \\\\ here", NULL },
  { "check --rules error.sch --format json any.xml", 1, "\"line\": 2, \"column\": 1,", NULL },
  { "check --rules beside.sch any.xml", 1, "/beside.xml:2: error: No.\n", NULL },
  { "check --rules beside.sch --format json any.xml", 1,
    "/beside.xml\", \"line\": 2, \"column\": 3,", NULL },
  { "check --rules beside.sch --format svrl any.xml", 1, "/beside.xml\"/>", NULL },
  { "check --rules error.sch --format junit any.xml", 1, "<failure", NULL },
  { "check --rules broken.sch any.xml", 2, NULL, "broken.sch" },
  { "check --rules failing.sch any.xml", 2, NULL, "any.xml" },
  { "check --rules failing.sch --format junit any.xml", 2,
    "tests=\"1\" failures=\"0\" errors=\"1\"", "any.xml" },
  { "check --rules failing.sch --format json any.xml", 2, "\"error\"", "any.xml" },
  { "check --rules missing.sch any.xml", 2, NULL, "missing.sch" },
  { "check --rules error.sch --pack feixian-tanyi any.xml", 2, NULL, "--rules" },

  { "check", 2, NULL, "file" },
  { "check --format yaml " SAMPLE, 2, NULL, "yaml" },
  { "check --fail-on never-ever " SAMPLE, 2, NULL, "never-ever" },
  { "check --pack no-such " SAMPLE, 2, NULL, "no-such" },
  { "check --phase no-such " SAMPLE, 2, NULL, "no-such" },
  { "check --colour " SAMPLE, 2, NULL, "--colour" },
  { "export --colour " SAMPLE, 2, NULL, "--colour" },
  { "import --colour " SAMPLE, 2, NULL, "--colour" },
  { "dance", 2, NULL, "dance" },
  { "--dance", 2, NULL, "--dance" },

  { "check missing.xml", 2, NULL, "missing.xml" },
  { "check --format junit mis\001sing.xml", 2, "name=\"mis sing.xml\"", "sing.xml" },
  { "check missing.sanding", 2, NULL, "missing.sanding" },
  { "check .", 2, NULL, "could not be read" },
  { "check not-xml.xml", 2, NULL, "not-xml.xml:2: " },
  { "check entity.xml", 2, NULL, "entity.xml:1: " },
  { "check empty.xml", 2, NULL, "empty.xml" },
  { "check any.xml", 2, NULL, "any.xml:2: " },
  { "check kind.xml", 2, NULL, "kind.xml:9: " },
  { "check quota.xml", 2, NULL, "quota.xml:12: " },
  { "check text.sanding", 2, NULL, "text.sanding" },
  { "check newer.sanding", 2, NULL, "newer.sanding" },
  { "check missing.xml " SAMPLE, 2, "E4", "missing.xml" },
  { "check --fail-on info " SAMPLE " missing.xml", 2, "E4", "missing.xml" },

  { "export --list-documents", 0, "plan\t", NULL },
  { "export --format odt " SAMPLE " -o no-folder/a.odt", 2, NULL, "no-folder/a.odt" },
  { "export --format odt " SAMPLE " -o full", 2, NULL, "full" },
  { "export --format xml " SAMPLE " -o -", 0, "<plan ", NULL },
  { "export --format ods " SAMPLE " -o -", 0, "PK", NULL },
  { "export --format odt --format ods " SAMPLE " -o a.odt", 2, NULL, "--output-dir" },
  { "export --format odt --document all " SAMPLE " -o a.odt", 2, NULL, "--output-dir" },
  { "export --format odt " SAMPLE " " SAMPLE " -o a.odt", 2, NULL, "--output-dir" },
  { "export --format odt " SAMPLE " -o a.odt --output-dir b", 2, NULL, "--output-dir" },
  { "export --format odt " SAMPLE " --output-dir full/b", 2, NULL, "full/b" },
  { "export --format odt --document no-such " SAMPLE " --output-dir b", 2, NULL, "no-such" },
  { "export --format docx " SAMPLE " -o a.docx", 2, NULL, "odt, fodt" },
  { "export --format odt " SAMPLE, 2, NULL, "-o" },
  { "export " SAMPLE " -o a.odt", 2, NULL, "--format" },
  { "export --format odt -o a.odt", 2, NULL, "file" },
  { "export --format odt --document no-such " SAMPLE " -o a.odt", 2, NULL, "no-such" },
  { "export --format odt --plan no-such " SAMPLE " -o a.odt", 2, NULL, "feixian-tanyi.xml" },
  { "export --format odt kind.xml -o a.odt", 2, NULL, "kind.xml:9: " },
  { "picture --help", 0, "--arrange", NULL },
  { "picture " SAMPLE " -o picture.svg --color finding --view current", 0, NULL, NULL },
  { "picture " SAMPLE " -o flow.svg --view flow", 0, NULL, NULL },
  { "picture " SAMPLE " -o flow.pdf --view flow --width 900", 0, NULL, NULL },
  { "picture " SAMPLE " -o picture.pdf --arrange lanes --view changes", 0, NULL, NULL },
  { "picture " SAMPLE " -o picture.png --width 300", 0, NULL, NULL },
  { "picture " SAMPLE, 2, NULL, "-o" },
  { "picture -o a.svg", 2, NULL, "file" },
  { "picture " SAMPLE " -o a.gif", 2, NULL, ".svg" },
  { "picture " SAMPLE " -o a.svg --view later", 2, NULL, "--view" },
  { "picture " SAMPLE " -o a.svg --arrange ring", 2, NULL, "--arrange" },
  { "picture " SAMPLE " -o a.svg --color loud", 2, NULL, "--color" },
  { "picture " SAMPLE " -o a.svg --width 3", 2, NULL, "--width" },
  { "picture " SAMPLE " -o a.svg --plan no-such", 2, NULL, "feixian-tanyi.xml" },
  { "picture kind.xml -o a.svg", 2, NULL, "kind.xml:9: " },
  { "picture " SAMPLE " -o no-folder/a.svg", 2, NULL, "no-folder/a.svg" },
  { "export --format odt text.sanding -o a.odt", 2, NULL, "text.sanding" },

  { "import kind.xml -r made.sanding", 2, NULL, "kind.xml:9: " },
  { "import missing.xml -r made.sanding", 2, NULL, "missing.xml" },
  { "import " SAMPLE, 2, NULL, "-r" },
  { "import -r made.sanding", 2, NULL, "file" },
  { "import " SAMPLE " -r text.sanding", 2, NULL, "text.sanding" },
  { "import " SAMPLE " -r newer.sanding", 2, NULL, "newer.sanding" },
  { "import " SAMPLE " -r no-folder/a.sanding", 2, NULL, "no-folder/a.sanding" },
  { "import --replace --scenario " SAMPLE " -r made.sanding", 2, NULL, "--scenario" },
};

static void
assert_piece (const char *line, const char *stream, const char *text, const char *piece)
{
  gboolean fits = piece != NULL ? strstr (text, piece) != NULL : *text == '\0';

  if (!fits)
    g_test_fail_printf ("%s: %s is “%s”; expected %s", line, stream, text,
                        piece != NULL ? piece : "nothing");
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Run) run = run_with (cases[i].line, NULL);

  assert_piece (cases[i].line, "standard output", run.out, cases[i].out);
  assert_piece (cases[i].line, "standard error", run.err, cases[i].err);
  if (run.status != cases[i].status)
    g_test_fail_printf ("%s: exit %d, not %d", cases[i].line, run.status, cases[i].status);
}

/* Nothing of what failed has left a file, and no device was put out of its place. */
static void
test_nothing_left (void)
{
  g_autofree char *text = read_file ("text.sanding");
  g_autofree char *made = read_file ("made.sanding");
  g_autofree char *exported = read_file ("a.odt");
  g_autofree char *full = g_build_filename (folder, "full", NULL);
  GStatBuf status;

  g_assert_cmpstr (text, ==, "This is no register.\n");
  g_assert_null (made);
  g_assert_null (exported);
  g_assert_cmpint (g_stat (full, &status), ==, 0);
  g_assert_false (S_ISREG (status.st_mode));
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
assert_five_findings (const char *json)
{
  static const char *const expected[] = {
    "\"E4\", \"severity\": \"warning\"",  "\"E7\", \"severity\": \"question\"",
    "\"E18\", \"severity\": \"warning\"", "\"E23\", \"severity\": \"info\"",
    "\"E24\", \"severity\": \"warning\"",
  };

  assert_is_json (json);
  g_assert_cmpuint (count (json, "\"rule\":"), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (count (json, expected[i]), ==, 1);
}

static void
test_json (void)
{
  g_auto (Run) run = run_with ("check --format json " SAMPLE " missing.xml not-xml.xml", NULL);

  assert_five_findings (run.out);
  g_assert_cmpuint (count (run.out, "\"file\":"), ==, 3);
  g_assert_cmpuint (count (run.out, "\"error\":"), ==, 2);
  g_assert_cmpuint (count (run.out, "\"line\": null, \"column\": null}}"), ==, 1);
  g_assert_cmpuint (count (run.out, "\"line\": 2, \"column\": null}}"), ==, 1);
  g_assert_cmpint (run.status, ==, 2);
}

static void
test_standard_input (void)
{
  g_autofree char *plan = read_sample ("feixian-tanyi.xml");
  g_auto (Run) run = run_with ("check --format json -", plan);
  g_auto (Run) bad = run_with ("check -", "<plan");

  assert_five_findings (run.out);
  g_assert_nonnull (strstr (run.out, "\"file\": \"-\""));
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (bad.err, "-:1: "));
  g_assert_cmpint (bad.status, ==, 2);
}

/* A register that was made by the program gives what the file gives, without lines. */
static void
test_register (void)
{
  static const char *const lines[] = {
    "import " SAMPLE " -r county.sanding",
    "check --format json county.sanding",
    "import " SAMPLE " -r county.sanding",
    "import --replace " SAMPLE " -r county.sanding",
    "import --scenario " SAMPLE " -r county.sanding",
    "export --format xml county.sanding -o a.xml",
    "check --rules error.sch county.sanding",
  };
  static const int statuses[] = { 0, 0, 2, 0, 0, 2, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Run) run = run_with (lines[i], NULL);

      if (run.status != statuses[i])
        g_error ("%s: exit %d: %s%s", lines[i], run.status, run.out, run.err);
      if (i != 1)
        continue;
      assert_five_findings (run.out);
      g_assert_cmpuint (count (run.out, "\"line\": null"), ==, 5);
    }
}

/* What was changed in a register's history by another program is told, and nothing is checked. */
static void
test_changed_history (void)
{
  g_auto (Run) made = run_with ("import " SAMPLE " -r changed.sanding", NULL);
  g_auto (Run) before = run_with ("check --fail-on never changed.sanding", NULL);
  g_auto (Run) after = { 0 };
  g_autofree char *path = g_build_filename (folder, "changed.sanding", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (before.status, ==, 0);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "UPDATE history SET author = 'x' WHERE seq = 2", NULL, NULL, NULL);
  sqlite3_close (handle);
  after = run_with ("check --fail-on never changed.sanding", NULL);
  g_assert_cmpint (after.status, ==, 2);
  g_assert_nonnull (strstr (after.err, "does not fit together at entry 2."));
}

static void
test_full (void)
{
  static const char *const lines[] = { "--version", "--help", "check " SAMPLE,
                                       "export --list-documents" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (Run) run = { 0 };

      output = "/dev/full";
      run = run_with (lines[i], NULL);
      output = NULL;
      assert_piece (lines[i], "standard error", run.err, "Standard output");
      g_assert_cmpint (run.status, ==, 2);
    }
}

static void
test_county (void)
{
  g_auto (Run) run = run_with ("check --format json @feixian.xml", NULL);
  g_auto (Run) made = run_with ("import @feixian.xml -r all.sanding", NULL);
  g_auto (Run) same = run_with ("check --format json all.sanding", NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpuint (count (run.out, "\"file\":"), ==, 1);
  g_assert_cmpuint (count (run.out, "\"rule\":"), ==, count (same.out, "\"rule\":"));
}

/* The sample with one piece of it replaced. */
static void
write_changed (const char *name, const char *from, const char *to)
{
  g_autofree char *sample = read_sample ("feixian-tanyi.xml");
  g_auto (GStrv) parts = g_strsplit (sample, from, 2);
  g_autofree char *text = NULL;

  g_assert_nonnull (parts[1]);
  text = g_strjoin (to, parts[0], parts[1], NULL);
  write_file (name, text);
}

static void
write_rules (const char *name, const char *test, const char *role)
{
  g_autofree char *text = g_strdup_printf (RULES, test, role);

  write_file (name, text);
}

static void
write_newer (void)
{
  g_autofree char *path = g_build_filename (folder, "newer.sanding", NULL);
  g_auto (Run) run = run_with ("import " SAMPLE " -r newer.sanding", NULL);
  sqlite3 *database;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);
}

/* A name that nothing can be written to; never the machine's own device for who is root. */
static void
make_full (void)
{
  g_autofree char *path = g_build_filename (folder, "full", NULL);
  g_autofree char *device = temp_folder_device (folder, "full", 7);

  if (device == NULL)
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else if (!g_str_equal (device, path))
    g_assert_cmpint (symlink (device, path), ==, 0);
}

static void
write_files (void)
{
  make_full ();
  write_rules ("error.sch", "false()", "error");
  write_rules ("warning.sch", "false()", "warning");
  write_rules ("question.sch", "false()", "question");
  write_rules ("broken.sch", "(((", "error");
  write_rules ("failing.sch", "count(3)", "error");
  write_file ("vain.sch",
              "<schema xmlns='http://purl.oclc.org/dsdl/schematron' defaultPhase='f'><title>Vain"
              "</title><phase id='f'><active pattern='p'/></phase><pattern id='p'>\n"
              "<rule context='b'/>\n<rule context='b[@x]'/>\n<rule context='/*'><let name='v' "
              "value='1'/></rule></pattern>\n<pattern><rule context='*'/></pattern></schema>");
  write_file (
      "beside.sch",
      "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern documents=\"'beside.xml'\">"
      "<rule context='b'><assert test='false()'>No.</assert></rule></pattern></schema>");
  write_file ("beside.xml", "<a>\n  <b/></a>");
  write_file ("any.xml", "<!-- any -->\n<any/>\n");
  write_file ("not-xml.xml", "<plan>\n</nalp>\n");
  write_file ("entity.xml", "<!DOCTYPE plan [<!ENTITY e 'e'>]>\n<plan>&e;</plan>\n");
  write_file ("empty.xml", "");
  write_file ("text.sanding", "This is no register.\n");
  write_changed ("elsewhere.xml", "name=\"费县\"", "name=\"平邑县\"");
  write_changed ("declined.xml",
                 "name=\"费县\" city=\"临沂市\" province=\"山东省\" code=\"371325\"/>",
                 "name=\"平邑县\"><adoption id=\"8f6f2d6c-3f3e-4c53-9d5e-0c2f6f0f7a11\" "
                 "pack=\"forms\" state=\"declined\"/></county>");
  write_changed ("kind.xml", "kind=\"leading\"", "kind=\"leader\"");
  write_changed ("quota.xml", "approved=\"20\"", "approved=\"-20\"");
  write_newer ();
}

int
main (int argc, char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sanding-cli-XXXXXX", NULL);
  write_files ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/case/%02u %s", i, cases[i].line);

      g_strdelimit (path + strlen ("/cli/case/"), "/", '|');
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/cli/nothing-left", test_nothing_left);
  g_test_add_func ("/cli/json", test_json);
  g_test_add_func ("/cli/standard-input", test_standard_input);
  g_test_add_func ("/cli/register", test_register);
  g_test_add_func ("/cli/changed-history", test_changed_history);
  g_test_add_func ("/cli/full", test_full);
  g_test_add_func ("/cli/county", test_county);
  result = g_test_run ();
  temp_folder_remove (folder);

  return result;
}
