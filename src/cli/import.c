/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "load.h"

#include "register/register.h"

#include <glib/gi18n.h>

/* sandingctl import */

typedef struct
{
  char *reg;
  gboolean replace;
  gboolean scenario;
  char **files;
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "register", 'r', 0, G_OPTION_ARG_FILENAME, &options->reg,
      N_ ("The register; made where there is none"), N_ ("FILE") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options->replace,
      N_ ("Put a plan in place of the one that is there"), NULL },
    { "scenario", 0, 0, G_OPTION_ARG_NONE, &options->scenario,
      N_ ("Add a plan beside the one that is there"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Takes plan XML or county XML into a register."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, &argc, &argv, error);
}

/* A new register is that of the county that is taken in. */
static SdRegister *
open_register (GFile *file, gboolean is_new, SdCounty *county, GError **error)
{
  if (!is_new)
    return sd_register_open (file, 0, g_get_real_name (), error);

  return sd_register_create (file, sd_row_get_text (sd_county_get_row (county), SD_COUNTY_NAME),
                             g_get_real_name (), error);
}

/* A register that was made for an import that failed goes again. */
static gboolean
import_all (const char *name, GPtrArray *counties, SdImportMode mode, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  gboolean is_new = !g_file_query_exists (file, NULL);
  g_autoptr (SdRegister) reg = NULL;
  gboolean done = TRUE;

  reg = open_register (file, is_new, g_ptr_array_index (counties, 0), error);
  if (reg == NULL)
    return FALSE;
  if (is_new && mode == SD_IMPORT_ASK)
    mode = SD_IMPORT_FILL;
  for (guint i = 0; done && i < counties->len; i++)
    done = sd_register_import (reg, g_ptr_array_index (counties, i), mode, error);
  sd_register_close (reg);
  if (!done && is_new)
    g_file_delete (file, NULL, NULL);

  return done;
}

static int
import (Options *options, GError **error)
{
  SdImportMode mode = options->replace    ? SD_IMPORT_REPLACE
                      : options->scenario ? SD_IMPORT_SCENARIO
                                          : SD_IMPORT_ASK;
  g_autoptr (GPtrArray) counties = g_ptr_array_new_with_free_func (g_object_unref);

  if (options->files == NULL || options->reg == NULL || (options->replace && options->scenario))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           options->files == NULL ? _ ("Expected at least one file to import.")
                           : options->reg == NULL
                               ? _ ("Expected the register, with -r.")
                               : _ ("--replace and --scenario exclude each other."));
      return SD_EXIT_FAILED;
    }
  /* All files are read before the first is written, so that a bad one leaves nothing half done. */
  for (guint i = 0; options->files[i] != NULL; i++)
    {
      SdCounty *county = sd_cli_load_county (options->files[i], error);

      if (county == NULL)
        return SD_EXIT_FAILED;
      g_ptr_array_add (counties, county);
    }

  return import_all (options->reg, counties, mode, error) ? SD_EXIT_CLEAN : SD_EXIT_FAILED;
}

int
sd_command_import (int argc, char **argv)
{
  Options options = { 0 };
  GError *error = NULL;
  int code = SD_EXIT_FAILED;

  if (parse (&options, argc, argv, &error))
    code = import (&options, &error);
  g_free (options.reg);
  g_strfreev (options.files);

  return error != NULL ? sd_command_error (error) : code;
}
