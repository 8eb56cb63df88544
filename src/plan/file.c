/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/**
 * sd_file_get_name:
 * @file: a file
 *
 * Returns: (transfer full): how messages name the file: its path, or else its URI
 */
char *
sd_file_get_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

static gboolean
set_errno (GError **error)
{
  int number = errno;

  g_set_error_literal (error, G_FILE_ERROR, (gint) g_file_error_from_errno (number),
                       g_strerror (number));
  return FALSE;
}

/* What went wrong, without the name of a temporary file that nobody has heard of. */
static const char *
explain (const GError *problem)
{
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ ("the disk is full");
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("there is no such folder");
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("you may not write there");
  if (g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_ROFS) ||
      g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _ ("the disk can only be read");

  return problem->message;
}

/* The rename is on the disk only when the folder is. Some file systems cannot do it, and then there
 * is nothing more to be had. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  (void) fsync (descriptor);
  (void) close (descriptor);
}

static gboolean
replace_regular (const char *path, int mode, const char *data, gsize size, GError **error)
{
  if (!g_file_set_contents_full (path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                 error))
    return FALSE;

  sync_folder_of (path);
  return TRUE;
}

/* The new file is made with what the umask leaves; the old one may have been open to a group. */
static gboolean
replace_existing (const char *path, int mode, const char *data, gsize size, GError **error)
{
  if (!replace_regular (path, mode, data, size, error))
    return FALSE;

  (void) g_chmod (path, mode);
  return TRUE;
}

/* A device or a pipe, as in `-o /dev/stdout`, is written to: renaming a file over it would take it
 * away from the system. */
static gboolean
write_special (const char *path, const char *data, gsize size, GError **error)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gssize n = 0;

  if (descriptor < 0)
    return set_errno (error);
  for (gsize done = 0; done < size && n >= 0; done += (gsize) MAX (n, 0))
    do
      n = write (descriptor, data + done, size - done);
    while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      set_errno (error);
      (void) close (descriptor);
      return FALSE;
    }

  return close (descriptor) == 0 ? TRUE : set_errno (error);
}

/* A link stays a link to the file that it names, and the file keeps its mode. */
static gboolean
replace_path (const char *path, const char *data, gsize size, GError **error)
{
  g_autofree char *target = NULL;
  char *real = realpath (path, NULL);
  GStatBuf info;

  if (real == NULL)
    return replace_regular (path, 0666, data, size, error);

  target = g_strdup (real);
  free (real);
  if (g_stat (target, &info) != 0 || faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    return set_errno (error);
  if (S_ISDIR (info.st_mode))
    {
      errno = EISDIR;
      return set_errno (error);
    }
  if (!S_ISREG (info.st_mode))
    return write_special (target, data, size, error);

  return replace_existing (target, info.st_mode & 0777, data, size, error);
}

/**
 * sd_file_replace:
 * @file: the file to write
 * @bytes: what it is to hold
 * @cancellable: (nullable): to stop before writing
 * @error: return location for a #SdPlanError, or %G_IO_ERROR_CANCELLED
 *
 * Writes a file so that it is either the old one or the new one, whatever happens: into a temporary
 * file beside it, onto the disk, and renamed. A file that may not be written is left alone, though
 * its folder would allow to replace it.
 *
 * Returns: whether it was written
 */
gboolean
sd_file_replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = sd_file_get_name (file);
  g_autofree char *path = g_file_get_path (file);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean written;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (path != NULL)
    written = replace_path (path, data != NULL ? data : "", size, &problem);
  else
    written = g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       cancellable, &problem);
  if (!written)
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
                 _ ("%s: the file could not be written (%s); what was there is as it was."), name,
                 explain (problem));

  return written;
}
