/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-options.h"

#include <glib/gi18n.h>
#include <string.h>

/* More threads than any machine has processors are a slip of the finger. */
#define MOST_JOBS 1024

static gboolean
parse (SdCheckOptions *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "pack", 0, 0, G_OPTION_ARG_STRING, &options->pack,
      N_ ("Check by this pack, whether it applies or not"), N_ ("ID") },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->rules, N_ ("Check any XML by this schema"),
      N_ ("FILE") },
    { "phase", 0, 0, G_OPTION_ARG_STRING, &options->phase,
      N_ ("The stage: draft, review or submission; #ALL for all rules"), N_ ("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_ ("text, json, svrl (one file and one pack) or junit"), N_ ("FORMAT") },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options->fail_on,
      N_ ("Least severity that makes the exit code 1: error, warning, info or never"),
      N_ ("SEVERITY") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs,
      N_ ("Check this many files at once; without it, as many as there are processors"),
      N_ ("N") },
    { "stdin0", 0, 0, G_OPTION_ARG_NONE, &options->stdin0,
      N_ ("Read documents from standard input, each ended by a NUL byte, and write a JSON object "
          "a line"),
      NULL },
    { "budget", 0, 0, G_OPTION_ARG_INT, &options->budget,
      N_ ("Give up on a document after this many milliseconds"), N_ ("MILLISECONDS") },
    { "coverage", 0, 0, G_OPTION_ARG_NONE, &options->show_coverage,
      N_ ("Say on standard error which rules fired on no document"), NULL },
    { "lint", 0, 0, G_OPTION_ARG_NONE, &options->lint,
      N_ ("Say on standard error which parts of the rules do nothing, as warnings; without a FILE, "
          "only that"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, _ ("Checks plan XML, county XML and registers; “-” is standard input."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, &argc, &argv, error);
}

static gboolean
is_one_of (const char *option, const char *value, const char *const *words, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  if (value == NULL || g_strv_contains (words, value))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s cannot be “%s”; expected one of %s."), option, value, list);
  return FALSE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

/* Options that contradict each other are a slip that is better told than guessed at. */
static gboolean
check_inputs (SdCheckOptions *options, GError **error)
{
  const guint n_files = options->files != NULL ? g_strv_length (options->files) : 0;

  if (options->pack != NULL && options->rules != NULL)
    return refuse (error, _ ("--pack and --rules exclude each other."));
  if (options->stdin0 && n_files > 0)
    return refuse (error, _ ("--stdin0 reads standard input; expected no file beside it."));
  if (options->stdin0 && options->format != NULL && !g_str_equal (options->format, "json"))
    return refuse (error, _ ("--stdin0 writes JSON; expected no other --format."));
  if (!options->stdin0 && n_files == 0 && !options->lint)
    return refuse (error, _ ("There is nothing to check; expected at least one file."));
  if (g_strcmp0 (options->format, "svrl") == 0 && n_files > 1)
    return refuse (error, _ ("SVRL reports on one file; expected no more than one."));

  return TRUE;
}

static gboolean
check_options (SdCheckOptions *options, GError **error)
{
  static const char *const formats[] = { "text", "json", "svrl", "junit", NULL };
  static const char *const severities[] = { "error", "warning", "info", "never", NULL };

  if (!is_one_of ("--format", options->format, formats, error) ||
      !is_one_of ("--fail-on", options->fail_on, severities, error) ||
      !check_inputs (options, error))
    return FALSE;
  if (options->jobs < 0 || options->jobs > MOST_JOBS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--jobs cannot be %d; expected a number from 1 to %d."), options->jobs,
                   MOST_JOBS);
      return FALSE;
    }
  if (options->budget < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--budget cannot be %d; expected a number of milliseconds."),
                   options->budget);
      return FALSE;
    }
  if (options->jobs == 0)
    options->jobs = (int) MIN (g_get_num_processors (), MOST_JOBS);

  return TRUE;
}

/* The checker takes a stage that a pack lacks for all of the pack; one that none has is a slip. */
static gboolean
check_phase (GPtrArray *packs, const char *phase, GError **error)
{
  for (guint i = 0; i < packs->len; i++)
    {
      SchSchema *schema = sd_pack_get_schema (g_ptr_array_index (packs, i));

      if (*phase == '#' || g_strv_contains (sch_schema_get_phases (schema), phase))
        return TRUE;
    }

  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN, _ ("No pack has a phase “%s”."), phase);
  return FALSE;
}

static void
lint_packs (SdCheckOptions *options, GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);

      if (options->pack == NULL || g_str_equal (options->pack, sd_pack_get_id (pack)))
        options->n_warnings += sd_lint (sd_pack_get_schema (pack));
    }
}

static gboolean
load_rules (SdCheckOptions *options, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GFile) file = NULL;

  if (options->rules != NULL)
    {
      file = g_file_new_for_commandline_arg (options->rules);
      options->schema = sch_schema_new_from_file (file, error);
      if (options->schema != NULL && options->lint)
        options->n_warnings = sd_lint (options->schema);
      return options->schema != NULL;
    }
  packs = sd_packs_load_all (error);
  if (packs == NULL)
    return FALSE;
  for (guint i = 0; options->pack != NULL && i < packs->len; i++)
    if (g_str_equal (sd_pack_get_id (g_ptr_array_index (packs, i)), options->pack))
      break;
    else if (i + 1 == packs->len)
      {
        g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN, _ ("There is no pack “%s”."),
                     options->pack);
        return FALSE;
      }
  if (options->phase != NULL && !check_phase (packs, options->phase, error))
    return FALSE;
  if (options->lint)
    lint_packs (options, packs);
  options->checker = sd_checker_new (packs);
  sd_checker_set_budget (options->checker, (guint) options->budget);

  return TRUE;
}

/**
 * sd_check_options_read:
 * @self: options that are all zero
 * @argc: number of arguments
 * @argv: the arguments
 * @error: return location for a #GError
 *
 * Reads the arguments and loads the rules.
 *
 * Returns: whether there is something to be done and it can be
 */
gboolean
sd_check_options_read (SdCheckOptions *self, int argc, char **argv, GError **error)
{
  if (!parse (self, argc, argv, error) || !check_options (self, error) ||
      !load_rules (self, error))
    return FALSE;
  if (self->show_coverage)
    self->coverage = sd_coverage_new ();

  return TRUE;
}

void
sd_check_options_clear (SdCheckOptions *self)
{
  g_clear_object (&self->checker);
  g_clear_object (&self->schema);
  g_clear_pointer (&self->coverage, sd_coverage_free);
  g_free (self->pack);
  g_free (self->rules);
  g_free (self->phase);
  g_free (self->format);
  g_free (self->fail_on);
  g_strfreev (self->files);
}
