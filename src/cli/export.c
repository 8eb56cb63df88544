/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "load.h"

#include "document/document.h"
#include "rules/checker.h"

#include <glib/gi18n.h>

/* sandingctl export */

typedef struct
{
  char *format;
  char *document;
  char *output;
  char *plan;
  gboolean list;
  char **files;
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("odt, fodt, ods or xml"),
      N_ ("FORMAT") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options->document,
      N_ ("The document to write; plan if not given"), N_ ("ID") },
    { "list-documents", 0, 0, G_OPTION_ARG_NONE, &options->list,
      N_ ("Name the documents that can be written"), NULL },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &options->plan,
      N_ ("Title, scenario or id of the plan, where the file holds several"), N_ ("PLAN") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write; - is standard output"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Writes a document of a plan."));
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
check_options (Options *options, GError **error)
{
  static const char *const formats[] = { "odt", "fodt", "ods", "xml", NULL };

  if (options->files == NULL || options->files[0] == NULL || options->files[1] != NULL)
    return refuse (error, _ ("Expected one file to export from."));
  if (options->output == NULL)
    return refuse (error, _ ("Expected the file to write, with -o."));
  if (options->format == NULL || !g_strv_contains (formats, options->format))
    return refuse (error, _ ("Expected --format odt, fodt, ods or xml."));

  return TRUE;
}

static int
list_documents (GError **error)
{
  g_autoptr (GListModel) documents = sd_document_list (error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (documents == NULL)
    return SD_EXIT_FAILED;
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (GObject) document = g_list_model_get_item (documents, i);
      g_autofree char *id = NULL;
      g_autofree char *title = NULL;

      g_object_get (document, "id", &id, "title", &title, NULL);
      g_string_append_printf (text, "%s\t%s\n", id, title);
    }

  return sd_command_print (text->str, text->len, error) ? SD_EXIT_CLEAN : SD_EXIT_FAILED;
}

static SdCheck *
check_plan (SdCounty *county, const char *plan_id, GError **error)
{
  g_autoptr (GPtrArray) packs = sd_packs_load_all (error);
  g_autoptr (SdChecker) checker = packs != NULL ? sd_checker_new (packs) : NULL;
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);

  return checker != NULL
             ? sd_checker_check_doc (checker, doc, county, plan_id, NULL, NULL, NULL, error)
             : NULL;
}

static int
export_plan (Options *options, GError **error)
{
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (SdCheck) check = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *plan_id;

  if (!check_options (options, error))
    return SD_EXIT_FAILED;
  county = sd_cli_load_county (options->files[0], error);
  plan_id =
      county != NULL ? sd_cli_choose_plan (county, options->files[0], options->plan, error) : NULL;
  check = plan_id != NULL ? check_plan (county, plan_id, error) : NULL;
  if (check == NULL)
    return SD_EXIT_FAILED;
  bytes = sd_document_export (options->document != NULL ? options->document : "plan", county,
                              plan_id, check, options->format, NULL, error);
  if (bytes == NULL || !sd_command_write (options->output, bytes, error))
    return SD_EXIT_FAILED;

  return SD_EXIT_CLEAN;
}

int
sd_command_export (int argc, char **argv)
{
  Options options = { 0 };
  GError *error = NULL;
  int code = SD_EXIT_FAILED;

  if (parse (&options, argc, argv, &error))
    code = options.list ? list_documents (&error) : export_plan (&options, &error);
  g_free (options.format);
  g_free (options.document);
  g_free (options.output);
  g_free (options.plan);
  g_strfreev (options.files);

  return error != NULL ? sd_command_error (error) : code;
}
