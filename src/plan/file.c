/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#define PART (256 * 1024)

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

/* Only what concerns the content: a file whose rights were changed is the same file. */
static char *
describe (const GStatBuf *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                          " %ld.%09ld",
                          (guint64) info->st_dev, (guint64) info->st_ino, (gint64) info->st_size,
                          (long) info->st_mtim.tv_sec, (long) info->st_mtim.tv_nsec);
}

static char *
get_state_of_path (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? describe (&info) : g_strdup ("");
}

/* In parts, so that writing to a slow disk can be stopped. */
static gboolean
write_all (int descriptor, const char *data, gsize size, GCancellable *cancellable, GError **error)
{
  gssize n;

  for (gsize done = 0; done < size; done += (gsize) n)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      do
        n = write (descriptor, data + done, MIN (size - done, PART));
      while (n < 0 && errno == EINTR);
      if (n < 0)
        return set_errno (error);
    }

  return TRUE;
}

typedef struct
{
  const char *path;     /* of the file itself, not of a link to it */
  const char *expected; /* (nullable): what must be there */
  const GStatBuf *old;  /* (nullable): what is there */
  const char *data;
  gsize size;
  GCancellable *cancellable;
} Replacement;

/* The new file is made with what the umask leaves; the old one may have been open to a group. */
static gboolean
fill (const Replacement *self, int descriptor, GError **error)
{
  if (!write_all (descriptor, self->data, self->size, self->cancellable, error))
    return FALSE;
  if (self->old != NULL && fchown (descriptor, (uid_t) -1, self->old->st_gid) != 0)
    errno = 0; /* a group that the user is not in; the rights below then hold for theirs */
  if (self->old != NULL)
    (void) fchmod (descriptor, self->old->st_mode & 0777);

  return fsync (descriptor) == 0 ? TRUE : set_errno (error);
}

static gboolean
is_as_expected (const Replacement *self, GError **error)
{
  g_autofree char *state = NULL;

  if (self->expected == NULL)
    return TRUE;
  state = get_state_of_path (self->path);
  if (g_str_equal (state, self->expected))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
  return FALSE;
}

/* Where nothing was, a link is made and not a renaming, which would take away what someone has put
 * there in the meantime. Some file systems have no links. */
static gboolean
put_in_place (const Replacement *self, const char *temporary, GError **error)
{
  if (!is_as_expected (self, error))
    return FALSE;
  if (self->expected != NULL && *self->expected == '\0')
    {
      if (link (temporary, self->path) == 0)
        return g_unlink (temporary) == 0 ? TRUE : set_errno (error);
      if (errno == EEXIST)
        return is_as_expected (self, error);
    }

  return g_rename (temporary, self->path) == 0 ? TRUE : set_errno (error);
}

static gboolean
replace_regular (const Replacement *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *temporary = g_build_filename (folder, ".sanding-XXXXXX", NULL);
  int descriptor;
  gboolean done;

  if (!is_as_expected (self, error))
    return FALSE;
  descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (descriptor < 0)
    return set_errno (error);
  done = fill (self, descriptor, error);
  if (close (descriptor) != 0 && done)
    done = set_errno (error);
  if (!done || g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !put_in_place (self, temporary, error))
    {
      (void) g_unlink (temporary);
      return FALSE;
    }

  sync_folder_of (self->path);
  return TRUE;
}

/* A device or a pipe, as in `-o /dev/stdout`, is written to: renaming a file over it would take it
 * away from the system. */
static gboolean
write_special (const Replacement *self, GError **error)
{
  int descriptor = g_open (self->path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  gboolean done;

  if (descriptor < 0)
    return set_errno (error);
  done = write_all (descriptor, self->data, self->size, self->cancellable, error);
  if (close (descriptor) != 0 && done)
    done = set_errno (error);

  return done;
}

/* A link stays a link to the file that it names, and the file keeps its mode. */
static gboolean
replace_path (Replacement *self, GError **error)
{
  g_autofree char *target = NULL;
  char *real = realpath (self->path, NULL);
  GStatBuf info;

  if (real == NULL)
    return replace_regular (self, error);

  target = g_strdup (real);
  free (real);
  self->path = target;
  if (g_stat (target, &info) != 0 || faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    return set_errno (error);
  if (S_ISDIR (info.st_mode))
    {
      errno = EISDIR;
      return set_errno (error);
    }
  if (!S_ISREG (info.st_mode))
    return write_special (self, error);

  self->old = &info;
  return replace_regular (self, error);
}

/* Where there is no path, such as behind a server, GIO writes beside the file and renames. */
static gboolean
replace_remote (GFile *file, const Replacement *self, GError **error)
{
  const gboolean is_new = self->expected != NULL && *self->expected == '\0';

  if (is_new && g_file_query_exists (file, self->cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
      return FALSE;
    }

  return g_file_replace_contents (file, self->data, self->size, is_new ? NULL : self->expected,
                                  FALSE, G_FILE_CREATE_NONE, NULL, self->cancellable, error);
}

static void
report (const char *name, GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (problem));
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_CHANGED,
                 _ ("%s: someone has changed the file in the meantime; it was not written over."),
                 name);
  else
    g_set_error (error, SD_PLAN_ERROR, SD_PLAN_ERROR_IO,
                 _ ("%s: the file could not be written (%s); what was there is as it was."), name,
                 explain (problem));
}

/**
 * sd_file_get_state:
 * @file: a file
 *
 * Returns: (transfer full): which content the file has now, for sd_file_replace(); the empty string
 *   where there is no file
 */
char *
sd_file_get_state (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFileInfo) info = NULL;
  const char *etag;

  if (path != NULL)
    return get_state_of_path (path);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  etag = info != NULL ? g_file_info_get_etag (info) : NULL;
  return g_strdup (etag != NULL ? etag : "");
}

/**
 * sd_file_replace:
 * @file: the file to write
 * @expected: (nullable): what sd_file_get_state() said when the user chose the file or when it was
 *   last written; %NULL to write whatever is there
 * @bytes: what it is to hold
 * @cancellable: (nullable): to stop while writing
 * @error: return location for a #SdPlanError, or %G_IO_ERROR_CANCELLED
 *
 * Writes a file so that it is either the old one or the new one, whatever happens: into a temporary
 * file beside it, onto the disk, and renamed. A file that may not be written is left alone, though
 * its folder would allow to replace it, and so is one that someone else has written since @expected
 * was asked for: that is %SD_PLAN_ERROR_CHANGED, and the caller may ask the user.
 *
 * Returns: whether it was written
 */
gboolean
sd_file_replace (
    GFile *file, const char *expected, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = sd_file_get_name (file);
  g_autofree char *path = g_file_get_path (file);
  Replacement self = { .path = path, .expected = expected, .cancellable = cancellable };
  const char *data = g_bytes_get_data (bytes, &self.size);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self.data = data != NULL ? data : "";
  if (path != NULL ? replace_path (&self, &problem) : replace_remote (file, &self, &problem))
    return TRUE;

  report (name, problem, error);
  return FALSE;
}
