/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "document/html.h"
#include "document/odf.h"
#include "document/pack-doc.h"

#include <glib/gi18n.h>
#include <string.h>

/* sandingctl pack doc: the packs as a page for those who answer for the rules. */

typedef struct
{
  char **folders;
  char *output;
  char *language;
} Options;

typedef GBytes *(*Writer) (SdBlocks *blocks, GError **error);

static GBytes *
write_odt (SdBlocks *blocks, GError **error)
{
  return sd_odt_write (blocks, SD_ODF_ODT, NULL, error);
}

static GBytes *
write_fodt (SdBlocks *blocks, GError **error)
{
  return sd_odt_write (blocks, SD_ODF_FODT, NULL, error);
}

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("The file to write, .html, .odt or .fodt; HTML to standard output if not given"),
      N_ ("FILE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("zh or en; by the locale if not given"), N_ ("LANGUAGE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->folders, NULL,
      N_ ("FOLDER…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context, _ ("Writes packs in words: scope, rules, figures, and what is open."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, &argc, &argv, error);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static Writer
choose_writer (const char *output)
{
  static const struct
  {
    const char *ending;
    Writer writer;
  } writers[] = { { ".html", sd_html_write }, { ".odt", write_odt }, { ".fodt", write_fodt } };

  if (output == NULL || g_str_equal (output, "-"))
    return sd_html_write;
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (output, writers[i].ending))
      return writers[i].writer;

  return NULL;
}

static gboolean
check_options (Options *options, GError **error)
{
  if (options->folders == NULL)
    return refuse (error, _ ("Expected at least one folder of a pack."));
  if (choose_writer (options->output) == NULL)
    return refuse (error, _ ("Expected a file that ends in .html, .odt or .fodt."));
  if (options->language != NULL && !g_str_equal (options->language, "zh") &&
      !g_str_equal (options->language, "en"))
    return refuse (error, _ ("Expected --language zh or en."));

  return TRUE;
}

/* The first of the user's languages that the page has. */
static const char *
choose_language (Options *options)
{
  const char *const *names = g_get_language_names ();

  if (options->language != NULL)
    return options->language;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "zh"))
        return "zh";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }

  return "en";
}

static GPtrArray *
load_packs (char **folders, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (folders[i]);
      SdPack *pack = sd_pack_load (folder, error);

      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }

  return g_steal_pointer (&packs);
}

static gboolean
write_page (Options *options, GError **error)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (SdBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!check_options (options, error))
    return FALSE;
  packs = load_packs (options->folders, error);
  blocks = packs != NULL ? sd_pack_doc_build (packs, choose_language (options), error) : NULL;
  bytes = blocks != NULL ? choose_writer (options->output) (blocks, error) : NULL;

  return bytes != NULL &&
         sd_command_write (options->output != NULL ? options->output : "-", bytes, error);
}

/**
 * sd_command_pack_doc:
 * @argc: number of arguments, the verb first
 * @argv: the arguments
 *
 * Runs `sandingctl pack doc`.
 *
 * Returns: the exit code
 */
int
sd_command_pack_doc (int argc, char **argv)
{
  Options options = { 0 };
  GError *error = NULL;
  gboolean written = parse (&options, argc, argv, &error) && write_page (&options, &error);

  g_free (options.output);
  g_free (options.language);
  g_strfreev (options.folders);

  return written ? SD_EXIT_CLEAN : sd_command_error (error);
}
