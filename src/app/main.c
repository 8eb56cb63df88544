/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "application.h"

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("SANDING_LOCALE_DIR");
  g_autoptr (SdApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = sd_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
