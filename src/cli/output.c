/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "plan/xml.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

/**
 * sd_command_print:
 * @text: what is to stand on standard output
 * @length: its bytes
 * @error: return location for a #GError
 *
 * The text is UTF-8 in any locale, since it is read by programs.
 *
 * Returns: whether all of it was written
 */
gboolean
sd_command_print (const char *text, gsize length, GError **error)
{
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
               _ ("Standard output could not be written (%s)."), g_strerror (errno));
  return FALSE;
}

/**
 * sd_command_write:
 * @out: a path, or `-` for standard output
 * @bytes: what it is to hold
 * @error: return location for a #GError
 *
 * Returns: whether it was written in whole; else a file that was there is as it was
 */
gboolean
sd_command_write (const char *out, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (out, "-"))
    return sd_command_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);

  file = g_file_new_for_commandline_arg (out);
  return sd_file_replace (file, NULL, bytes, NULL, error);
}
