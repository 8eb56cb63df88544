/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-options.h"
#include "load.h"

#include "plan/validate.h"
#include "plan/writer.h"
#include "plan/reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* Checking one file, or one document of standard input; any thread may do so. */

static void
take_check (const SdCheckOptions *options, SdResult *result, SdCheck *check, char *plan)
{
  if (options->coverage != NULL)
    sd_coverage_add (options->coverage, check);
  g_ptr_array_add (result->checks, check);
  g_ptr_array_add (result->plans, plan);
}

/* How messages tell the plans of a county apart. */
static char *
name_plan (SdCounty *county, const char *plan_id)
{
  SdRow *plan = sd_county_get_plan_row (county, plan_id);
  SdRow *town = sd_county_get_plan_town (county, plan_id);
  const char *town_name = town != NULL ? sd_row_get_text (town, SD_TOWN_NAME) : "";
  const char *scenario = sd_row_get_text (plan, SD_PLAN_SCENARIO);

  return scenario != NULL ? g_strdup_printf (_ ("%s (%s)"), town_name, scenario)
                          : g_strdup (town_name);
}

/* @plan is taken. */
static gboolean
add_check (const SdCheckOptions *options,
           SdResult *result,
           SdCounty *county,
           const char *plan_id,
           xmlDoc *doc,
           char *plan)
{
  g_autofree char *place =
      plan != NULL ? g_strdup_printf ("%s: %s", result->file, plan) : g_strdup (result->file);
  SdCheck *check;

  if (options->schema != NULL)
    check = sd_check_schema (options->schema, doc, options->phase, (guint) options->budget,
                             &result->error);
  else
    check = sd_checker_check_doc (options->checker, doc, county, plan_id, options->phase,
                                  options->pack, NULL, &result->error);
  if (check == NULL)
    {
      g_free (plan);
      return FALSE;
    }
  if (options->schema == NULL && g_list_model_get_n_items (sd_check_get_packs (check)) == 0)
    g_string_append_printf (result->notices,
                            _ ("%s: no pack applies to this plan; it was not checked by any.\n"),
                            place);
  take_check (options, result, check, plan);

  return TRUE;
}

/* What can only be seen over all towns. */
static gboolean
add_county_check (const SdCheckOptions *options, SdResult *result, SdCounty *county)
{
  g_autoptr (SdCheck) check = NULL;

  if (options->schema != NULL)
    return TRUE;
  check = sd_checker_check_county (options->checker, county, options->phase, options->pack, NULL,
                                   &result->error);
  if (check == NULL)
    return FALSE;
  if (g_list_model_get_n_items (sd_check_get_packs (check)) > 0)
    take_check (options, result, g_steal_pointer (&check),
                g_strdup (sd_row_get_text (sd_county_get_row (county), SD_COUNTY_NAME)));

  return TRUE;
}

static gboolean
check_county (const SdCheckOptions *options, SdResult *result, SdCounty *county)
{
  SdRow *plan;

  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    {
      const char *id = sd_row_get_id (plan);
      g_autoptr (xmlDoc) alone = sd_plan_to_doc (county, id);

      if (!add_check (options, result, county, id, alone, name_plan (county, id)))
        return FALSE;
    }

  return add_county_check (options, result, county);
}

/* A plan that stands alone is checked as the file has it, so that findings have its lines. */
static gboolean
check_doc (const SdCheckOptions *options, SdResult *result, xmlDoc *doc, GFile *file)
{
  g_autoptr (SdCounty) county = NULL;
  SdRow *plan;

  if (!sd_plan_xml_validate (doc, result->file, &result->error))
    return FALSE;
  county = sd_county_read_doc (doc, file, result->file, &result->error);
  if (county == NULL)
    return FALSE;
  if (!xmlStrEqual (xmlDocGetRootElement (doc)->name, BAD_CAST "plan"))
    return check_county (options, result, county);

  plan = sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_PLAN, 0);
  return add_check (options, result, county, sd_row_get_id (plan), doc, NULL);
}

static void
check_register (const SdCheckOptions *options, SdResult *result)
{
  g_autoptr (SdCounty) county = sd_cli_load_county (result->file, &result->error);

  if (county != NULL)
    check_county (options, result, county);
}

static void
check_xml (const SdCheckOptions *options, SdResult *result, GBytes *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  if (bytes != NULL)
    doc = sd_cli_read_doc (bytes, result->file, &result->error);
  else
    doc = sd_cli_load_doc (result->file, &file, &result->error);
  if (doc == NULL)
    return;
  if (options->schema != NULL)
    add_check (options, result, NULL, NULL, doc, NULL);
  else
    check_doc (options, result, doc, file);
}

static void
append_failures (GString *text, SdResult *result, SdCheck *check)
{
  GListModel *findings = sd_check_get_findings (check);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (sd_finding_get_is_failure (finding))
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", result->file,
                                sd_finding_get_message (finding));
    }
}

/* What could not be evaluated makes the file one that could not be checked. */
static void
take_failures (SdResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (result->error != NULL && !g_str_has_prefix (result->error->message, result->file))
    g_prefix_error (&result->error, "%s: ", result->file);
  for (guint i = 0; result->error == NULL && i < result->checks->len; i++)
    append_failures (text, result, g_ptr_array_index (result->checks, i));
  if (text->len > 0)
    result->error = g_error_new_literal (SCH_ERROR, SCH_ERROR_SCHEMA, text->str);
  if (result->error != NULL)
    g_string_append_printf (result->notices, "%s\n", result->error->message);
}

/**
 * sd_check_input:
 * @options: what is asked for
 * @name: a file; "-" for standard input; or what @bytes are called
 * @bytes: (nullable): a document, where it is not read from a file
 *
 * Returns: (transfer full): what came of it
 */
SdResult *
sd_check_input (const SdCheckOptions *options, const char *name, GBytes *bytes)
{
  SdResult *result = sd_result_new (name);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  if (bytes == NULL && !g_str_equal (name, "-") && sd_cli_is_register (file))
    check_register (options, result);
  else
    check_xml (options, result, bytes);
  take_failures (result);

  return result;
}
