/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "load.h"

#include "chart/picture.h"
#include "rules/checker.h"
#include "rules/unit-marks.h"

#include <glib/gi18n.h>

/* sandingctl picture */

#define DEFAULT_WIDTH 1200
#define LEAST_WIDTH 200
#define MOST_WIDTH 20000
#define FLOW_HEIGHT 0.6 /* of its width */

typedef struct
{
  char *output;
  char *plan;
  char *view;
  char *arrange;
  char *color;
  int width;
  char **files;
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write, ending in .svg, .pdf or .png"), N_ ("FILE") },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &options->plan,
      N_ ("Title, scenario or id of the plan, where the file holds several"), N_ ("PLAN") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options->view,
      N_ ("current, proposed, changes or flow; proposed if not given"), N_ ("VIEW") },
    { "arrange", 0, 0, G_OPTION_ARG_STRING, &options->arrange,
      N_ ("tree or lanes; tree if not given"), N_ ("ARRANGEMENT") },
    { "color", 0, 0, G_OPTION_ARG_STRING, &options->color,
      N_ ("What the colours tell: kind or finding; of the changes, what changes"), N_ ("WHAT") },
    { "width", 0, 0, G_OPTION_ARG_INT, &options->width,
      N_ ("Width to fill, in pixels; 1200 if not given"), N_ ("WIDTH") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context,
                                _ ("Draws the structure chart of a plan, or where its people go."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, &argc, &argv, error);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
is_one_of (const char *value, const char *const *allowed)
{
  return value == NULL || g_strv_contains (allowed, value);
}

static gboolean
check_options (Options *options, SdPictureFormat *format, GError **error)
{
  static const char *const views[] = { "current", "proposed", "changes", "flow", NULL };
  static const char *const arrangements[] = { "tree", "lanes", NULL };
  static const char *const colors[] = { "kind", "finding", NULL };

  if (options->files == NULL || options->files[0] == NULL || options->files[1] != NULL)
    return refuse (error, _ ("Expected one file to draw from."));
  if (options->output == NULL)
    return refuse (error, _ ("Expected the file to write, with -o."));
  if (!sd_picture_format_from_name (options->output, format))
    return refuse (error, _ ("Expected a file to write that ends in .svg, .pdf or .png."));
  if (!is_one_of (options->view, views))
    return refuse (error, _ ("Expected --view current, proposed, changes or flow."));
  if (!is_one_of (options->arrange, arrangements))
    return refuse (error, _ ("Expected --arrange tree or lanes."));
  if (!is_one_of (options->color, colors))
    return refuse (error, _ ("Expected --color kind or finding."));
  if (options->width < LEAST_WIDTH || options->width > MOST_WIDTH)
    return refuse (error, _ ("Expected a --width between 200 and 20000."));

  return TRUE;
}

static GHashTable *
mark_findings (SdCounty *county, SdPlan *plan, GError **error)
{
  const char *plan_id = sd_plan_get_id (plan);
  g_autoptr (GPtrArray) packs = sd_packs_load_all (error);
  g_autoptr (SdChecker) checker = packs != NULL ? sd_checker_new (packs) : NULL;
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);
  g_autoptr (SdCheck) check = NULL;

  if (checker != NULL)
    check = sd_checker_check_doc (checker, doc, county, plan_id, NULL, NULL, NULL, error);

  return check != NULL ? sd_findings_mark_units (sd_check_get_findings (check), plan) : NULL;
}

static SdChart *
make_chart (Options *options, SdCounty *county, const char *plan_id, GError **error)
{
  PangoContext *context;
  SdPlan *plan = sd_county_get_plan (county, plan_id);
  SdRow *town = sd_county_get_plan_town (county, plan_id);
  g_autoptr (GHashTable) marks = NULL;
  SdChart *chart;

  if (g_strcmp0 (options->color, "finding") == 0)
    {
      marks = mark_findings (county, plan, error);
      if (marks == NULL)
        return NULL;
    }

  context = sd_picture_create_context ();
  chart = sd_chart_new (plan, g_strcmp0 (options->view, "current") == 0 ? "current" : "proposed",
                        context);
  g_object_unref (context);
  sd_chart_set_town (chart, town != NULL ? sd_row_get_text (town, SD_TOWN_NAME) : NULL);
  sd_chart_set_compact (chart, TRUE);
  sd_chart_set_marks (chart, marks);
  sd_chart_set_arrangement (chart, g_strcmp0 (options->arrange, "lanes") == 0
                                       ? SD_CHART_ARRANGEMENT_LANES
                                       : SD_CHART_ARRANGEMENT_TREE);
  if (marks != NULL)
    sd_chart_set_coloring (chart, SD_CHART_COLORING_MARK);
  else if (g_strcmp0 (options->view, "changes") == 0)
    sd_chart_set_coloring (chart, SD_CHART_COLORING_CHANGE);
  sd_chart_layout (chart, options->width);

  return chart;
}

static GBytes *
draw_chart (
    Options *options, SdCounty *county, const char *plan_id, SdPictureFormat format, GError **error)
{
  g_autoptr (SdChart) chart = make_chart (options, county, plan_id, error);

  return chart != NULL ? sd_chart_to_picture (chart, format, error) : NULL;
}

static GBytes *
draw_flow (
    Options *options, SdCounty *county, const char *plan_id, SdPictureFormat format, GError **error)
{
  PangoContext *context = sd_picture_create_context ();
  g_autoptr (SdFlow) flow = sd_flow_new (sd_county_get_plan (county, plan_id), context);

  g_object_unref (context);

  return sd_flow_to_picture (flow, options->width, options->width * FLOW_HEIGHT, format, error);
}

static int
draw (Options *options, GError **error)
{
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SdPictureFormat format;
  const char *plan_id;

  if (!check_options (options, &format, error))
    return SD_EXIT_FAILED;
  county = sd_cli_load_county (options->files[0], error);
  plan_id =
      county != NULL ? sd_cli_choose_plan (county, options->files[0], options->plan, error) : NULL;
  if (plan_id != NULL)
    bytes = g_strcmp0 (options->view, "flow") == 0
                ? draw_flow (options, county, plan_id, format, error)
                : draw_chart (options, county, plan_id, format, error);
  if (bytes == NULL || !sd_command_write (options->output, bytes, error))
    return SD_EXIT_FAILED;

  return SD_EXIT_CLEAN;
}

int
sd_command_picture (int argc, char **argv)
{
  Options options = { .width = DEFAULT_WIDTH };
  GError *error = NULL;
  int code = SD_EXIT_FAILED;

  if (parse (&options, argc, argv, &error))
    code = draw (&options, &error);
  g_free (options.output);
  g_free (options.plan);
  g_free (options.view);
  g_free (options.arrange);
  g_free (options.color);
  g_strfreev (options.files);

  return error != NULL ? sd_command_error (error) : code;
}
