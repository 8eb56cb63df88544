/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-run.h"

#include "plan/data-dir.h"

char *folder;
const char *output;

void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* With a NUL byte at the end; nothing where there was no output. */
static char *
take_text (GBytes *bytes)
{
  char *text = bytes != NULL && g_bytes_get_size (bytes) > 0
                   ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                   : g_strdup ("");

  g_clear_pointer (&bytes, g_bytes_unref);

  return text;
}

/* Runs the program. Arguments are parted by blanks; @name is a sample. */
Run
run_bytes (const char *line, GBytes *input)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  GBytes *out = NULL;
  GBytes *err = NULL;
  Run run = { 0 };

  g_ptr_array_add (arguments, g_strdup (SANDINGCTL));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments,
                     words[i][0] == '@'
                         ? g_build_filename (sd_data_dir (), "samples", words[i] + 1, NULL)
                         : g_strdup (words[i]));
  g_ptr_array_add (arguments, NULL);

  launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
      (output == NULL ? G_SUBPROCESS_FLAGS_STDOUT_PIPE : G_SUBPROCESS_FLAGS_NONE));
  g_subprocess_launcher_set_stdout_file_path (launcher, output);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, &err, &error);
  g_assert_no_error (error);
  run.out = take_text (out);
  run.err = take_text (err);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);

  return run;
}

Run
run_with (const char *line, const char *input)
{
  g_autoptr (GBytes) bytes = g_bytes_new (input, input != NULL ? strlen (input) : 0);

  return run_bytes (line, bytes);
}
