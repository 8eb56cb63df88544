/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} Command;

static const Command commands[] = {
  { "check", sd_command_check },
  { "export", sd_command_export },
  { "import", sd_command_import },
  { "pack", sd_command_pack },
  { "picture", sd_command_picture },
};

/* Says on standard error what went wrong. */
int
sd_command_fail (const char *message)
{
  fprintf (stderr, "sandingctl: %s\n", message);
  return SD_EXIT_FAILED;
}

/* Takes the error. */
int
sd_command_error (GError *error)
{
  int code = sd_command_fail (error->message);

  g_error_free (error);
  return code;
}

static int
print (const char *text)
{
  GError *error = NULL;

  return sd_command_print (text, strlen (text), &error) ? SD_EXIT_CLEAN : sd_command_error (error);
}

static int
print_help (void)
{
  /* Translators: --check and the like are words of the command line and stay as they are. */
  const char *usage = _ ("Usage: sandingctl COMMAND [OPTION…] …\n"
                     "\n"
                     "  check    Check plans, counties or registers by the rule packs\n"
                     "  export   Write a document of a plan\n"
                     "  import   Take plans into a register\n"
                     "  pack     Test the cases of rule packs, and tell what they cover\n"
                     "  picture  Draw the structure chart of a plan\n"
                     "\n"
                     "sandingctl COMMAND --help tells the options of a command.\n"
                     "Exit code: 0 nothing found, 1 findings, 2 something could not be done.");
  g_autofree char *text = g_strconcat (usage, "\n", NULL);

  return print (text);
}

/**
 * sd_command_main:
 * @argc: number of arguments
 * @argv: the arguments
 *
 * Runs the command that the first argument names.
 *
 * Returns: the exit code
 */
int
sd_command_main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("SANDING_LOCALE_DIR");
  g_autofree char *message = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      print_help ();
      return SD_EXIT_FAILED;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    return print ("sandingctl " SD_VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  message = g_strdup_printf (
      _ ("There is no command “%s”; expected check, export, import, pack or picture."), argv[1]);
  return sd_command_fail (message);
}
