/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "rules/pack-lint.h"
#include "rules/pack-mutate.h"
#include "rules/pack-test.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* sandingctl pack: what a writer of rules needs. */

typedef struct
{
  char **folders;
  GPtrArray *packs;
} Options;

static gboolean
parse (Options *options, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->folders, NULL,
      N_ ("FOLDER…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (
      context,
      _ ("pack test runs the cases of packs; pack mutate tries whether the cases notice changed "
         "rules; pack lint tells of what is most likely a mistake; pack coverage writes what "
         "became of each row of their sources; pack doc writes packs in words."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (options->folders != NULL)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("Expected at least one folder of a pack."));
  return FALSE;
}

static gboolean
load_packs (Options *options, GError **error)
{
  options->packs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; options->folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (options->folders[i]);
      SdPack *pack = sd_pack_load (folder, error);

      if (pack == NULL)
        return FALSE;
      g_ptr_array_add (options->packs, pack);
    }

  return TRUE;
}

static SdExit
run_test (Options *options, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SdExit code = SD_EXIT_CLEAN;

  for (guint i = 0; i < options->packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (options->packs, i);
      g_autoptr (SdPackTest) test = sd_pack_run_cases (pack, error);

      if (test == NULL)
        return SD_EXIT_FAILED;
      for (guint j = 0; j < test->problems->len; j++)
        g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (test->problems, j));
      g_string_append_printf (text, _ ("%s: assertions: %u; cases: %u; problems: %u\n"),
                              sd_pack_get_id (pack), test->n_assertions, test->n_cases,
                              test->problems->len);
      if (test->problems->len > 0)
        code = SD_EXIT_FINDINGS;
    }

  return sd_command_print (text->str, text->len, error) ? code : SD_EXIT_FAILED;
}

static SdExit
run_lint (Options *options, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < options->packs->len; i++)
    {
      g_autoptr (GPtrArray) problems = sd_pack_lint (g_ptr_array_index (options->packs, i), error);

      if (problems == NULL)
        return SD_EXIT_FAILED;
      for (guint j = 0; j < problems->len; j++)
        g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (problems, j));
    }
  if (!sd_command_print (text->str, text->len, error))
    return SD_EXIT_FAILED;

  return text->len > 0 ? SD_EXIT_FINDINGS : SD_EXIT_CLEAN;
}

static void
show_progress (guint done, guint all, gpointer pack)
{
  g_printerr ("\r%s: %u / %u\033[K", sd_pack_get_id (pack), done, all);
}

static SdExit
run_mutate (Options *options, GError **error)
{
  const gboolean is_shown = isatty (STDERR_FILENO);
  g_autoptr (GString) text = g_string_new (NULL);
  SdExit code = SD_EXIT_CLEAN;

  for (guint i = 0; i < options->packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (options->packs, i);
      g_autoptr (SdPackMutation) mutation =
          sd_pack_mutate (pack, is_shown ? show_progress : NULL, pack, error);

      if (is_shown)
        g_printerr ("\r\033[K");
      if (mutation == NULL)
        return SD_EXIT_FAILED;
      for (guint j = 0; j < mutation->problems->len; j++)
        g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (mutation->problems, j));
      g_string_append_printf (text,
                              _ ("%s: mutants: %u; noticed: %u; equivalent: %u; problems: %u\n"),
                              sd_pack_get_id (pack), mutation->n_mutants, mutation->n_noticed,
                              mutation->n_equivalent, mutation->problems->len);
      if (mutation->problems->len > 0)
        code = SD_EXIT_FINDINGS;
    }

  return sd_command_print (text->str, text->len, error) ? code : SD_EXIT_FAILED;
}

static SdExit
run_coverage (Options *options, GError **error)
{
  g_autofree char *text = sd_packs_cover (options->packs);

  return sd_command_print (text, strlen (text), error) ? SD_EXIT_CLEAN : SD_EXIT_FAILED;
}

int
sd_command_pack (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    SdExit (*run) (Options *options, GError **error);
  } verbs[] = { { "test", run_test },
                { "lint", run_lint },
                { "mutate", run_mutate },
                { "coverage", run_coverage } };
  Options options = { 0 };
  GError *error = NULL;
  SdExit code = SD_EXIT_FAILED;

  if (argc > 1 && g_str_equal (argv[1], "doc"))
    return sd_command_pack_doc (argc - 1, argv + 1);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (argc < 2 || !g_str_equal (argv[1], verbs[i].name))
        continue;
      if (parse (&options, argc - 1, argv + 1, &error) && load_packs (&options, &error))
        code = verbs[i].run (&options, &error);
      g_clear_pointer (&options.packs, g_ptr_array_unref);
      g_strfreev (options.folders);
      return error != NULL ? sd_command_error (error) : (int) code;
    }

  return sd_command_fail (
      _ ("Expected pack test, pack mutate, pack lint, pack coverage or pack doc."));
}
