/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "export-many.h"
#include "load.h"

#include "document/document.h"
#include "rules/checker.h"

#include <glib/gi18n.h>

/* sandingctl export */

typedef struct
{
  char **formats;
  char **documents;
  char *output;
  char *folder;
  char *plan;
  gboolean list;
  char **files;
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  g_autofree char *formats = g_strjoinv (", ", (char **) sd_document_list_formats ());
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->formats, formats, N_ ("FORMAT") },
    { "document", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->documents,
      N_ ("The document to write; plan if not given, all for every one"), N_ ("ID") },
    { "list-documents", 0, 0, G_OPTION_ARG_NONE, &options->list,
      N_ ("Name the documents that can be written"), NULL },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &options->plan,
      N_ ("Title, scenario or id of the plan, where the file holds several"), N_ ("PLAN") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write; - is standard output"), N_ ("FILE") },
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->folder,
      N_ ("The folder to write into; files are named by the titles of the documents"),
      N_ ("FOLDER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, _ ("Writes a document of a plan; with --output-dir several documents of several "
                  "plans, where --format and --document may be given more than once."));
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
check_formats (Options *options, GError **error)
{
  const char *const *known = sd_document_list_formats ();
  g_autofree char *names = g_strjoinv (", ", (char **) known);

  for (char **format = options->formats; format != NULL && *format != NULL; format++)
    if (!g_strv_contains (known, *format))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _ ("There is no format “%s”; there are: %s."), *format, names);
        return FALSE;
      }
  if (options->formats != NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Expected a --format, which is one of: %s."), names);
  return FALSE;
}

static gboolean
is_one (char **list)
{
  return list == NULL || list[0] == NULL || list[1] == NULL;
}

static gboolean
check_options (Options *options, GError **error)
{
  if (options->files == NULL || options->files[0] == NULL)
    return refuse (error, _ ("Expected a file to export from."));
  if ((options->output == NULL) == (options->folder == NULL))
    return refuse (error, _ ("Expected the file to write, with -o, or a folder, with "
                             "--output-dir."));
  if (!check_formats (options, error))
    return FALSE;
  if (options->output != NULL &&
      (!is_one (options->files) || !is_one (options->formats) || !is_one (options->documents) ||
       (options->documents != NULL && g_str_equal (options->documents[0], "all"))))
    return refuse (error, _ ("-o writes one document of one plan; --output-dir takes several."));

  return TRUE;
}

static int
list_documents (GError **error)
{
  g_autoptr (GListModel) documents = sd_document_list (error);
  g_autoptr (GString) text = g_string_new (NULL);
  int code = SD_EXIT_CLEAN;

  if (documents == NULL)
    return SD_EXIT_FAILED;
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SdDocumentType) document = g_list_model_get_item (documents, i);

      if (sd_document_type_get_problem (document) == NULL)
        {
          g_string_append_printf (text, "%s\t%s\n", sd_document_type_get_id (document),
                                  sd_document_type_get_title (document));
          continue;
        }
      sd_command_error (g_error_new_literal (SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_TYPE,
                                             sd_document_type_get_problem (document)));
      code = SD_EXIT_FAILED;
    }

  return sd_command_print (text->str, text->len, error) ? code : SD_EXIT_FAILED;
}

static SdCheck *
check_plan (SdCounty *county, const char *plan_id, GError **error)
{
  g_autoptr (GPtrArray) packs = sd_packs_load_all (error);
  g_autoptr (SdChecker) checker = packs != NULL ? sd_checker_new (packs) : NULL;

  return checker != NULL ? sd_export_check (checker, county, plan_id, error) : NULL;
}

static GBytes *
write_document (SdBlocks *blocks, const char *format, GError **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GBytes *bytes = sd_document_write (blocks, format, NULL, error);

  if (bytes != NULL)
    sd_export_tell_problems (blocks, told);

  return bytes;
}

/* A document of the county is made of all its plans; the plan itself needs no check. */
static GBytes *
make_document (Options *options, const char *document, SdCounty *county, GError **error)
{
  const char *format = options->formats[0];
  const gboolean is_plan = g_str_equal (format, "xml");
  g_autoptr (SdDocumentType) type = sd_document_find_type (document, error);
  g_autoptr (SdBlocks) blocks = NULL;
  g_autoptr (SdCheck) check = NULL;
  const char *plan_id = NULL;

  if (type == NULL)
    return NULL;
  if (is_plan || !sd_document_type_is_of_county (type))
    {
      plan_id = sd_cli_choose_plan (county, options->files[0], options->plan, error);
      if (plan_id == NULL)
        return NULL;
    }
  if (is_plan)
    return sd_document_export (document, county, plan_id, NULL, format, NULL, error);
  if (plan_id != NULL && (check = check_plan (county, plan_id, error)) == NULL)
    return NULL;
  blocks = sd_document_build (document, county, plan_id, check, error);

  return blocks != NULL ? write_document (blocks, format, error) : NULL;
}

static int
export_one (Options *options, const char *document, GError **error)
{
  g_autoptr (SdCounty) county = NULL;
  g_autoptr (GBytes) bytes = NULL;

  county = sd_cli_load_county (options->files[0], error);
  bytes = county != NULL ? make_document (options, document, county, error) : NULL;
  if (bytes == NULL || !sd_command_write (options->output, bytes, error))
    return SD_EXIT_FAILED;

  return SD_EXIT_CLEAN;
}

static int export(Options *options, GError **error)
{
  char *usual[] = { (char *) "plan", NULL };
  char **documents = options->documents != NULL ? options->documents : usual;
  const SdExportMany many = { options->files, options->plan, documents, options->formats,
                              options->folder };

  if (!check_options (options, error))
    return SD_EXIT_FAILED;

  return options->folder != NULL ? sd_export_many (&many, error)
                                 : export_one (options, documents[0], error);
}

int
sd_command_export (int argc, char **argv)
{
  Options options = { 0 };
  GError *error = NULL;
  int code = SD_EXIT_FAILED;

  if (parse (&options, argc, argv, &error))
    code = options.list ? list_documents (&error) : export(&options, &error);
  g_strfreev (options.formats);
  g_strfreev (options.documents);
  g_free (options.output);
  g_free (options.folder);
  g_free (options.plan);
  g_strfreev (options.files);

  return error != NULL ? sd_command_error (error) : code;
}
