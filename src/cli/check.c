/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "coverage.h"
#include "load.h"
#include "result.h"

#include "plan/validate.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* sandingctl check */

typedef struct
{
  char *pack;
  char *rules;
  char *phase;
  char *format;
  char *fail_on;
  gboolean show_coverage;
  gboolean lint;
  char **files;

  SdChecker *checker;
  SchSchema *schema;
  SdCoverage *coverage; /* NULL where it is not asked for */
  guint n_warnings;     /* of the rules themselves */
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
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
check_options (Options *options, GError **error)
{
  static const char *const formats[] = { "text", "json", "svrl", "junit", NULL };
  static const char *const severities[] = { "error", "warning", "info", "never", NULL };
  gboolean has_work = options->files != NULL || options->lint;

  if (!is_one_of ("--format", options->format, formats, error) ||
      !is_one_of ("--fail-on", options->fail_on, severities, error))
    return FALSE;
  if (!has_work || (options->pack != NULL && options->rules != NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           !has_work ? _ ("There is nothing to check; expected at least one file.")
                                     : _ ("--pack and --rules exclude each other."));
      return FALSE;
    }

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
lint_packs (Options *options, GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);

      if (options->pack == NULL || g_str_equal (options->pack, sd_pack_get_id (pack)))
        options->n_warnings += sd_lint (sd_pack_get_schema (pack));
    }
}

static gboolean
load_rules (Options *options, GError **error)
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

  return TRUE;
}

static void
take_check (Options *options, SdResult *result, SdCheck *check)
{
  if (options->coverage != NULL)
    sd_coverage_add (options->coverage, check);
  g_ptr_array_add (result->checks, check);
}

static gboolean
add_check (Options *options, SdResult *result, SdCounty *county, const char *plan_id, xmlDoc *doc)
{
  SdCheck *check;

  if (options->schema != NULL)
    check = sd_check_schema (options->schema, doc, options->phase, &result->error);
  else
    check = sd_checker_check_doc (options->checker, doc, county, plan_id, options->phase,
                                  options->pack, NULL, &result->error);
  if (check == NULL)
    return FALSE;
  if (options->schema == NULL && g_list_model_get_n_items (sd_check_get_packs (check)) == 0)
    fprintf (stderr, _ ("%s: no pack applies to this plan; it was not checked by any.\n"),
             result->file);
  take_check (options, result, check);

  return TRUE;
}

/* A plan that stands alone is checked as the file has it, so that findings have its lines. */
static gboolean
check_xml (Options *options, SdResult *result)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (xmlDoc) doc = sd_cli_load_doc (result->file, &file, &result->error);
  g_autoptr (SdCounty) county = NULL;
  SdRow *plan;

  if (doc == NULL || !sd_plan_xml_validate (doc, result->file, &result->error))
    return FALSE;
  county = sd_county_read_doc (doc, file, result->file, &result->error);
  if (county == NULL)
    return FALSE;
  if (xmlStrEqual (xmlDocGetRootElement (doc)->name, BAD_CAST "plan"))
    return add_check (options, result, county,
                      sd_row_get_id (sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0)),
                      doc);

  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    {
      g_autoptr (xmlDoc) alone = sd_plan_to_doc (county, sd_row_get_id (plan));

      if (!add_check (options, result, county, sd_row_get_id (plan), alone))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_register (Options *options, SdResult *result)
{
  g_autoptr (SdCounty) county = sd_cli_load_county (result->file, &result->error);
  SdRow *plan;

  if (county == NULL)
    return FALSE;
  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    {
      g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, sd_row_get_id (plan));

      if (!add_check (options, result, county, sd_row_get_id (plan), doc))
        return FALSE;
    }

  return TRUE;
}

static void
check_by_schema (Options *options, SdResult *result)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (xmlDoc) doc = sd_cli_load_doc (result->file, &file, &result->error);
  SdCheck *check;

  if (doc == NULL)
    return;
  check = sd_check_schema (options->schema, doc, options->phase, &result->error);
  if (check != NULL)
    take_check (options, result, check);
}

/* What could not be evaluated makes the file one that could not be checked. */
static void
take_failures (SdResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->error != NULL && strstr (result->error->message, result->file) == NULL)
    g_prefix_error (&result->error, "%s: ", result->file);
  for (guint i = 0; result->error == NULL && i < result->checks->len; i++)
    {
      GListModel *findings = sd_check_get_findings (g_ptr_array_index (result->checks, i));

      for (guint j = 0; j < g_list_model_get_n_items (findings); j++)
        {
          g_autoptr (SdFinding) finding = g_list_model_get_item (findings, j);

          if (sd_finding_get_is_failure (finding))
            g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", result->file,
                                    sd_finding_get_message (finding));
        }
    }
  if (text->len > 0)
    result->error = g_error_new_literal (SCH_ERROR, SCH_ERROR_SCHEMA, text->str);
}

static SdResult *
check_file (Options *options, const char *name)
{
  SdResult *result = sd_result_new (name);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  if (!g_str_equal (name, "-") && sd_cli_is_register (file))
    check_register (options, result);
  else if (options->schema != NULL)
    check_by_schema (options, result);
  else
    check_xml (options, result);
  take_failures (result);
  if (result->error != NULL)
    fprintf (stderr, "%s\n", result->error->message);

  return result;
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
exit_code (Options *options, GPtrArray *results)
{
  const char *fail_on = options->fail_on != NULL ? options->fail_on : "error";
  SdExit code = SD_EXIT_CLEAN;

  if (options->n_warnings > 0 && !g_str_equal (fail_on, "error") && !g_str_equal (fail_on, "never"))
    code = SD_EXIT_FINDINGS;
  for (guint i = 0; i < results->len; i++)
    {
      SdResult *result = g_ptr_array_index (results, i);

      if (result->error != NULL)
        return SD_EXIT_FAILED;
      for (guint j = 0; j < result->checks->len; j++)
        if (has_finding (g_ptr_array_index (result->checks, j), fail_on))
          code = SD_EXIT_FINDINGS;
    }

  return code;
}

static char *
format_results (Options *options, GPtrArray *results, GError **error)
{
  if (g_strcmp0 (options->format, "json") == 0)
    return sd_results_to_json (results);
  if (g_strcmp0 (options->format, "junit") == 0)
    return sd_results_to_junit (results);
  if (g_strcmp0 (options->format, "svrl") == 0)
    return sd_results_to_svrl (results, error);

  return sd_results_to_text (results);
}

static SdExit
run (Options *options, GError **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_result_free);
  g_autofree char *output = NULL;

  if (!check_options (options, error) || !load_rules (options, error))
    return SD_EXIT_FAILED;
  if (options->files == NULL)
    return exit_code (options, results);
  if (options->show_coverage)
    options->coverage = sd_coverage_new ();
  for (guint i = 0; options->files[i] != NULL; i++)
    g_ptr_array_add (results, check_file (options, options->files[i]));
  output = format_results (options, results, error);
  if (output == NULL || !sd_command_print (output, strlen (output), error))
    return SD_EXIT_FAILED;

  if (options->coverage != NULL)
    {
      g_autofree char *coverage = sd_coverage_to_text (options->coverage);

      fputs (coverage, stderr);
    }

  return exit_code (options, results);
}

int
sd_command_check (int argc, char **argv)
{
  Options options = { 0 };
  GError *error = NULL;
  SdExit code = SD_EXIT_FAILED;

  if (parse (&options, argc, argv, &error))
    code = run (&options, &error);
  g_clear_object (&options.checker);
  g_clear_object (&options.schema);
  g_clear_pointer (&options.coverage, sd_coverage_free);
  g_free (options.pack);
  g_free (options.rules);
  g_free (options.phase);
  g_free (options.format);
  g_free (options.fail_on);
  g_strfreev (options.files);

  return error != NULL ? sd_command_error (error) : (int) code;
}
