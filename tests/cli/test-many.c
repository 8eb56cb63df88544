/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many files and documents: over several threads, in their order, and spread by other programs. */

#define _GNU_SOURCE /* for pseudo-terminals */

#include "cli-run.h"
#include "json-shape.h"
#include "temp-folder.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N 60

#define RULES                                                                                      \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern>"             \
  "<rule context='a'><assert id='odd' test='@n mod 2 = 1'>even <value-of select='@n'/></assert>"   \
  "</rule></pattern></schema>"

/* Endless for who counts: each of the nodes against each, and that for each. */
#define SLOW_RULES                                                                                 \
  "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'><pattern>"             \
  "<rule context='/a'><assert test='count(//b[count(preceding-sibling::b["                         \
  "count(preceding-sibling::b) &gt; 0]) &gt; 0]) &lt; 0'>x</assert></rule></pattern></schema>"

static char *
document (guint number)
{
  /* Those that come first take longest, so that order is not by chance. */
  g_autofree char *filler = g_strnfill ((N - number) * 200, ' ');

  return g_strdup_printf ("<a n='%u'>%s</a>", number, filler);
}

static char *
list_files (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < N; i++)
    g_string_append_printf (list, " f%02u.xml", i);

  return g_string_free (list, FALSE);
}

static GBytes *
documents_with_nul (void)
{
  GByteArray *data = g_byte_array_new ();

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = document (i);

      g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text) + 1);
    }

  return g_byte_array_free_to_bytes (data);
}

/* The same bytes with any number of jobs, in every format. */
static void
test_order (void)
{
  static const char *const formats[] = { "text", "json", "junit" };
  g_autofree char *files = list_files ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *one =
          g_strdup_printf ("check --rules r.sch --format %s --jobs 1%s", formats[i], files);
      g_autofree char *four =
          g_strdup_printf ("check --rules r.sch --format %s --jobs 4%s", formats[i], files);
      g_auto (Run) a = run_with (one, NULL);
      g_auto (Run) b = run_with (four, NULL);

      g_assert_cmpint (a.status, ==, 1);
      g_assert_cmpint (b.status, ==, 1);
      g_assert_cmpstr (a.out, ==, b.out);
      g_assert_cmpstr (a.err, ==, "");
      g_assert_nonnull (strstr (a.out, "even 58"));
      if (i == 1)
        assert_is_json (b.out);
    }
}

/* A file that cannot be checked is told in its place, and the others are checked. */
static void
test_bad_among_good (void)
{
  g_auto (Run) run = run_with ("check --rules r.sch --jobs 4 f00.xml no.xml f02.xml", NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpstr (run.out, ==, "f00.xml:1: error: even 0 [odd]\nf02.xml:1: error: even 2 [odd]\n");
  g_assert_cmpstr (run.err, ==, "no.xml: the file could not be read (there is no such file).\n");
}

static void
test_stdin0 (void)
{
  g_autoptr (GBytes) input = documents_with_nul ();
  g_auto (Run) run = run_bytes ("check --rules r.sch --stdin0 --jobs 4", input);
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, N + 1);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *head = g_strdup_printf ("{\"file\": \"%u\", \"findings\": [", i + 1);

      assert_is_json (lines[i]);
      g_assert_true (g_str_has_prefix (lines[i], head));
      g_assert_cmpint (strstr (lines[i], "even") != NULL, ==, i % 2 == 0);
    }
}

/* What ends and what begins a document: a NUL byte, and nothing else. */
static void
test_stdin0_edges (void)
{
  static const struct
  {
    const char *input;
    gsize size;
    guint n_lines;
    int status;
  } cases[] = {
    { "", 0, 0, 0 },
    { "\n", 1, 0, 0 },
    { "<a n='1'/>", 10, 1, 0 },
    { "<a n='1'/>\0", 11, 1, 0 },
    { "<a n='1'/>\0\n", 12, 1, 0 },
    { "<a n='1'/>\0<a n='1'/>", 21, 2, 0 },
    { "<a n='1'/>\0\0<a n='1'/>", 22, 3, 2 },
    { "<a n='1'/>\0<b\0<a n='2'/>\0", 25, 3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) input = g_bytes_new_static (cases[i].input, cases[i].size);
      g_auto (Run) run = run_bytes ("check --rules r.sch --stdin0", input);
      guint n_lines = 0;

      for (const char *c = run.out; *c != '\0'; c++)
        n_lines += *c == '\n';
      g_assert_cmpuint (n_lines, ==, cases[i].n_lines);
      g_assert_cmpint (run.status, ==, cases[i].status);
    }
}

/* A document without an end is cut off where it is too large for one, and the next is checked. */
static void
test_stdin0_large (void)
{
  const gsize size = 65 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GBytes) input = NULL;

  memset (text, ' ', size);
  memcpy (text, "<a>", 3);
  memcpy (text + size - 11, "\0<a n='1'/>", 11);
  input = g_bytes_new_take (g_steal_pointer (&text), size);
  {
    g_auto (Run) run = run_bytes ("check --rules r.sch --stdin0", input);
    g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);

    g_assert_cmpint (run.status, ==, 2);
    g_assert_cmpuint (g_strv_length (lines), ==, 3);
    g_assert_nonnull (strstr (lines[0], "larger than 64 MiB"));
    g_assert_nonnull (strstr (lines[1], "\"file\": \"2\", \"findings\": []"));
  }
}

/* Any distributor that parts its input at NUL bytes may spread documents; GNU parallel is one. */
static void
test_parallel (void)
{
  g_autofree char *parallel = g_find_program_in_path ("parallel");
  g_autoptr (GBytes) input = documents_with_nul ();
  g_auto (Run) alone = run_bytes ("check --rules r.sch --stdin0", input);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *text = NULL;
  guint n_lines = 0;

  if (parallel == NULL)
    {
      g_test_skip ("GNU parallel is not there");
      return;
    }
  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, parallel, "--pipe", "--recend", "\\0",
                                         "-N7", "--keep-order", "-j2", SANDINGCTL,
                                         "check --rules r.sch --stdin0 --jobs 1", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, NULL, &error);
  g_assert_no_error (error);

  /* Each part counts its documents from 1; what was found in them is the same, in order. */
  text = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  for (const char *a = alone.out, *b = text; *a != '\0'; n_lines++)
    {
      g_assert_cmpuint (strcspn (strstr (a, "\"findings\""), "\n"), ==,
                        strcspn (strstr (b, "\"findings\""), "\n"));
      g_assert_true (strncmp (strstr (a, "\"findings\""), strstr (b, "\"findings\""),
                              strcspn (strstr (a, "\"findings\""), "\n")) == 0);
      a = strchr (a, '\n') + 1;
      b = strchr (b, '\n') + 1;
    }
  g_assert_cmpuint (n_lines, ==, N);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *line, *says;
  } cases[] = {
    { "check --stdin0 f00.xml", "expected no file" },
    { "check --stdin0 --format text", "expected no other --format" },
    { "check --jobs -1 f00.xml", "--jobs cannot be -1" },
    { "check --jobs 5000 f00.xml", "--jobs cannot be 5000" },
    { "check --jobs many f00.xml", "many" },
    { "check --budget -5 f00.xml", "--budget cannot be -5" },
    { "check --rules r.sch --format svrl f00.xml f01.xml", "SVRL reports on one file" },
    { "check", "nothing to check" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = run_with (cases[i].line, NULL);

      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      if (strstr (run.err, cases[i].says) == NULL)
        g_error ("%s: %s", cases[i].line, run.err);
    }
}

/* A document that takes too long is one that could not be checked. */
static void
test_budget (void)
{
  g_auto (Run) run = run_with ("check --rules slow.sch --budget 20 many.xml f01.xml", NULL);

  g_assert_cmpint (run.status, ==, 2);
  g_assert_nonnull (strstr (run.err, "many.xml"));
  g_assert_null (strstr (run.err, "f01.xml"));
}
/* What the master's side reads until the program lets go of the terminal. */
static char *
read_terminal (int master)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (master, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);

  return g_string_free (text, FALSE);
}

/* Also where results come fast; and nothing of it is left at the end. */
static void
test_progress (void)
{
  const int master = posix_openpt (O_RDWR | O_NOCTTY);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char *files = list_files ();
  g_autofree char *line = g_strconcat (SANDINGCTL " check --rules r.sch", files, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (master < 0 || grantpt (master) != 0 || unlockpt (master) != 0)
    {
      g_test_skip ("there are no terminals");
      return;
    }
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_take_stderr_fd (launcher, open (ptsname (master), O_RDWR | O_NOCTTY));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_clear_object (&launcher); /* with its end of the terminal, which would else stay open */
  text = read_terminal (master);
  close (master);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 1; i <= N; i++)
    {
      g_autofree char *progress = g_strdup_printf (
          "%u of %u files checked, findings: %u, files per second: ", i, N, (i + 1) / 2);

      if (strstr (text, progress) == NULL)
        g_error ("%s is not in %s", progress, text);
    }
  g_assert_true (g_str_has_suffix (text, "\r\033[K"));
}

/* Who reads may have enough, as head has: no crash, and nobody waits for anybody. */
static void
test_broken_pipe (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *files = list_files ();
  g_autofree char *line = g_strconcat (SANDINGCTL " check --jobs 4 --rules r.sch", files, NULL);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  int ends[2];

  g_unix_open_pipe (ends, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  close (ends[0]);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error);
  g_assert_no_error (error);

  if (g_subprocess_get_if_signaled (process))
    g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGPIPE);
  else
    {
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
      g_assert_nonnull (strstr (err, "Standard output could not be written"));
    }
}

static void
write_files (void)
{
  GString *many = g_string_new ("<a>");

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%02u.xml", i);
      g_autofree char *text = document (i);

      write_file (name, text);
    }
  for (guint i = 0; i < 3000; i++)
    g_string_append (many, "<b/>");
  g_string_append (many, "</a>");
  write_file ("many.xml", many->str);
  write_file ("r.sch", RULES);
  write_file ("slow.sch", SLOW_RULES);
  g_string_free (many, TRUE);
}

int
main (int argc, char *argv[])
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sanding-many-XXXXXX", NULL);
  write_files ();

  g_test_add_func ("/cli/many/order", test_order);
  g_test_add_func ("/cli/many/bad-among-good", test_bad_among_good);
  g_test_add_func ("/cli/many/stdin0", test_stdin0);
  g_test_add_func ("/cli/many/stdin0-edges", test_stdin0_edges);
  g_test_add_func ("/cli/many/stdin0-large", test_stdin0_large);
  g_test_add_func ("/cli/many/parallel", test_parallel);
  g_test_add_func ("/cli/many/refused", test_refused);
  g_test_add_func ("/cli/many/progress", test_progress);
  g_test_add_func ("/cli/many/broken-pipe", test_broken_pipe);
  g_test_add_func ("/cli/many/budget", test_budget);
  result = g_test_run ();
  temp_folder_remove (folder);

  return result;
}
