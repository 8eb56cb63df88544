/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "plan/xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

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

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }

  return TRUE;
}

/* A device or pipe is written to; putting a file in its place would take it away from all. */
static gboolean
write_special (const char *out, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = g_open (out, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  gboolean written = fd >= 0 && write_all (fd, data, size);
  int problem = errno;

  if (fd >= 0 && close (fd) != 0 && written)
    {
      written = FALSE;
      problem = errno;
    }
  if (!written)
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO, _ ("%s could not be written (%s)."), out,
                 g_strerror (problem));

  return written;
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
  GStatBuf status;

  if (g_str_equal (out, "-"))
    return sd_command_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (g_stat (out, &status) == 0 && !S_ISREG (status.st_mode))
    return write_special (out, bytes, error);

  file = g_file_new_for_commandline_arg (out);
  return sd_file_replace (file, bytes, NULL, error);
}
