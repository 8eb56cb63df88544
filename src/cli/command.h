/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit codes of the program. */
typedef enum
{
  SD_EXIT_CLEAN = 0,    /* nothing at or above the severity asked for */
  SD_EXIT_FINDINGS = 1, /* findings */
  SD_EXIT_FAILED = 2,   /* something could not be checked or done; this wins */
} SdExit;

int sd_command_main   (int    argc,
                       char **argv);
int sd_command_check  (int    argc,
                       char **argv);
int sd_command_export (int    argc,
                       char **argv);
int sd_command_import (int    argc,
                       char **argv);
int sd_command_pack   (int    argc,
                       char **argv);
int sd_command_picture (int    argc,
                        char **argv);

int sd_command_pack_doc (int    argc,
                         char **argv);

int sd_command_fail   (const char   *message);
int sd_command_error  (GError       *error);

gboolean sd_command_print (const char  *text,
                           gsize        length,
                           GError     **error);
gboolean sd_command_write (const char  *out,
                           GBytes      *bytes,
                           GError     **error);

G_END_DECLS
