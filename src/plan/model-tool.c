/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql.h"
#include "xsd.h"

#include <stdio.h>

/* Prints what is made from the list of tables, for the files that are kept in the tree. */
int
main (int argc, char *argv[])
{
  g_autofree char *text = NULL;

  if (argc == 2 && g_str_equal (argv[1], "--sql"))
    text = sd_model_to_sql ();
  else if (argc == 2 && g_str_equal (argv[1], "--xsd"))
    text = sd_model_to_xsd ();

  if (text == NULL)
    {
      fprintf (stderr, "usage: %s --sql | --xsd\n", argv[0]);
      return 2;
    }

  return fputs (text, stdout) < 0 || fflush (stdout) != 0;
}
