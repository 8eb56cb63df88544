/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-options.h"
#include "command.h"
#include "ordered.h"

#include "plan/xml.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* sandingctl check: many files over all processors, told in their order. */

typedef struct
{
  const SdCheckOptions *options;
  guint n_files; /* 0 for documents of standard input, of which there is no end */
  guint n_next;  /* inputs that were fetched */
  guint n_told;
  guint n_findings;
  gboolean shows_progress;
  gint64 began;
  SdExit code;
  GError *error;
} Run;

/* One file or document on its way to a thread. */
typedef struct
{
  char *name;
  GBytes *bytes; /* NULL where it is read from the file */
} Input;

/* What is written of it, and counts. */
typedef struct
{
  char *text;
  char *notices;
  guint n_findings;
  SdExit code;
  GError *error;
} Outcome;

static gboolean
is_format (const SdCheckOptions *options, const char *format)
{
  return g_strcmp0 (options->format, format) == 0;
}

/* The next document up to a NUL byte; blanks after the last one are none. What is too large to be
 * one is cut off where that is certain, and then told as too large. */
static GBytes *
read_document (void)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gboolean has_text = FALSE;
  int c;

  while ((c = getc (stdin)) != EOF && c != '\0')
    {
      const guint8 byte = (guint8) c;

      has_text = has_text || !g_ascii_isspace (byte);
      if (data->len <= SD_XML_LARGEST)
        g_byte_array_append (data, &byte, 1);
    }
  if (c == EOF && !has_text)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gpointer
next_input (gpointer data)
{
  Run *run = data;
  Input *input;
  GBytes *bytes = NULL;

  if (run->options->stdin0 && (bytes = read_document ()) == NULL)
    return NULL;
  if (!run->options->stdin0 && run->options->files[run->n_next] == NULL)
    return NULL;

  input = g_new0 (Input, 1);
  input->bytes = bytes;
  input->name = bytes != NULL ? g_strdup_printf ("%u", run->n_next + 1)
                              : g_strdup (run->options->files[run->n_next]);
  run->n_next++;

  return input;
}

/* A question counts as info. */
static gboolean
has_finding (SdCheck *check, const char *fail_on)
{
  guint errors = sd_check_get_count (check, SD_SEVERITY_ERROR);
  guint warnings = sd_check_get_count (check, SD_SEVERITY_WARNING);
  guint others = sd_check_get_count (check, SD_SEVERITY_INFO) +
                 sd_check_get_count (check, SD_SEVERITY_QUESTION);

  if (g_str_equal (fail_on, "never"))
    return FALSE;
  if (g_str_equal (fail_on, "info"))
    return errors + warnings + others > 0;
  if (g_str_equal (fail_on, "warning"))
    return errors + warnings > 0;

  return errors > 0;
}

static SdExit
code_of (const SdCheckOptions *options, SdResult *result)
{
  const char *fail_on = options->fail_on != NULL ? options->fail_on : "error";

  if (result->error != NULL)
    return SD_EXIT_FAILED;
  for (guint i = 0; i < result->checks->len; i++)
    if (has_finding (g_ptr_array_index (result->checks, i), fail_on))
      return SD_EXIT_FINDINGS;

  return SD_EXIT_CLEAN;
}

/* What could not be evaluated is no finding; the result's error tells it. */
static guint
count_findings (SdResult *result)
{
  guint n_findings = 0;

  if (result->error != NULL)
    return 0;
  for (guint i = 0; i < result->checks->len; i++)
    n_findings +=
        g_list_model_get_n_items (sd_check_get_findings (g_ptr_array_index (result->checks, i)));

  return n_findings;
}

static char *
format_result (const SdCheckOptions *options, SdResult *result, GError **error)
{
  if (options->stdin0 || is_format (options, "json"))
    return sd_result_to_json (result, options->stdin0);
  if (is_format (options, "junit"))
    return sd_result_to_junit (result);
  if (is_format (options, "svrl"))
    return sd_result_to_svrl (result, error);

  return sd_result_to_text (result);
}

static gpointer
check_input (gpointer piece, gpointer data)
{
  Run *run = data;
  Input *input = piece;
  SdResult *result = sd_check_input (run->options, input->name, input->bytes);
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->code = code_of (run->options, result);
  outcome->n_findings = count_findings (result);
  outcome->text = format_result (run->options, result, &outcome->error);
  outcome->notices = g_string_free (g_steal_pointer (&result->notices), FALSE);
  sd_result_free (result);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input->name);
  g_free (input);

  return outcome;
}

/* The line of progress, and nothing of it where something else is to be told. */
static void
show_progress (Run *run, gboolean shown)
{
  const double seconds = (double) (g_get_monotonic_time () - run->began) / G_TIME_SPAN_SECOND;

  if (!run->shows_progress)
    return;
  fputs ("\r\033[K", stderr);
  if (shown)
    fprintf (stderr, _ ("%u of %u files checked, findings: %u, files per second: %.0f"),
             run->n_told, run->n_files, run->n_findings, seconds > 0 ? run->n_told / seconds : 0);
  fflush (stderr);
}

static void
on_tick (gpointer data)
{
  show_progress (data, TRUE);
}

static const char *
separator (Run *run)
{
  if (!is_format (run->options, "json") || run->options->stdin0)
    return "";

  return run->n_told == 0 ? "\n  " : ",\n  ";
}

static gboolean
take_outcome (gpointer result, gpointer data)
{
  Run *run = data;
  Outcome *outcome = result;
  g_autofree char *text = NULL;

  show_progress (run, FALSE);
  fputs (outcome->notices, stderr);
  if (run->error == NULL)
    run->error = g_steal_pointer (&outcome->error);
  if (run->error == NULL && outcome->text != NULL)
    {
      text = g_strconcat (separator (run), outcome->text, NULL);
      sd_command_print (text, strlen (text), &run->error);
    }
  run->code = MAX (run->code, outcome->code);
  run->n_findings += outcome->n_findings;
  run->n_told++;
  show_progress (run, TRUE);

  g_clear_error (&outcome->error);
  g_free (outcome->text);
  g_free (outcome->notices);
  g_free (outcome);

  return run->error == NULL;
}

/* What stands before and after all results. */
static gboolean
print_frame (Run *run, const char *json, const char *junit)
{
  const char *text = "";

  if (is_format (run->options, "json") && !run->options->stdin0)
    text = json;
  else if (is_format (run->options, "junit"))
    text = junit;

  return *text == '\0' || sd_command_print (text, strlen (text), &run->error);
}

static SdExit
check_all (const SdCheckOptions *options, GError **error)
{
  static const SdOrdered functions = { next_input, check_input, take_outcome, on_tick };
  Run run = { .options = options, .began = g_get_monotonic_time () };

  run.n_files = options->stdin0 ? 0 : g_strv_length (options->files);
  run.shows_progress = run.n_files > 1 && isatty (STDERR_FILENO);
  xmlInitParser ();
  if (print_frame (&run, "[", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"))
    sd_ordered_run (&functions, (guint) options->jobs, &run);
  show_progress (&run, FALSE);
  if (run.error == NULL)
    print_frame (&run, "\n]\n", "</testsuites>\n");
  if (run.error != NULL)
    {
      g_propagate_error (error, run.error);
      return SD_EXIT_FAILED;
    }

  return run.code;
}

/* What the rules themselves were found to say in vain counts as a warning. */
static SdExit
code_of_lint (const SdCheckOptions *options)
{
  const char *fail_on = options->fail_on != NULL ? options->fail_on : "error";

  return options->n_warnings > 0 && !g_str_equal (fail_on, "error") &&
                 !g_str_equal (fail_on, "never")
             ? SD_EXIT_FINDINGS
             : SD_EXIT_CLEAN;
}

int
sd_command_check (int argc, char **argv)
{
  g_auto (SdCheckOptions) options = { 0 };
  GError *error = NULL;
  SdExit code;

  if (!sd_check_options_read (&options, argc, argv, &error))
    return sd_command_error (error);
  code = code_of_lint (&options);
  if (options.files != NULL || options.stdin0)
    {
      const SdExit of_files = check_all (&options, &error);

      code = MAX (code, of_files);
    }
  if (error != NULL)
    return sd_command_error (error);
  if (options.coverage != NULL)
    {
      g_autofree char *coverage = sd_coverage_to_text (options.coverage);

      fputs (coverage, stderr);
    }

  return (int) code;
}
