/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

int
main (int argc, char *argv[])
{
  return sd_command_main (argc, argv);
}
