/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A file is written under another name first: where it is looked for, there is a whole one or none,
 * and what was there is never written over. */

static gboolean
set_exists (const char *name, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_EXISTS, _ ("%s is already there."),
               name);
  return FALSE;
}

static gboolean
set_not_made (const char *name, int problem, GError **error)
{
  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO, _ ("%s could not be made (%s)."),
               name, g_strerror (problem));
  return FALSE;
}

static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd); /* where a file system cannot, there is nothing more to do */
  g_close (fd, NULL);
}

/* Gives the finished file its name, never over one that is there. */
static gboolean
put_in_place (const char *made, const char *path, const char *name, GError **error)
{
  if (link (made, path) == 0)
    g_unlink (made);
  else if (errno == EEXIST)
    return set_exists (name, error);
  /* File systems without links, as on a stick. */
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    return set_exists (name, error);
  else if (g_rename (made, path) != 0)
    return set_not_made (name, errno, error);

  sync_folder_of (path);
  return TRUE;
}

/**
 * sd_new_file_get_path:
 * @file: where a register is, or is to be
 * @name: what messages call it
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full): its path; SQLite knows files of this computer only
 */
char *
sd_new_file_get_path (GFile *file, const char *name, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO,
                 _ ("%s is not on a disk of this computer; a register must be."), name);

  return path;
}

static gboolean
write_file (const char *made, const char *name, SdNewFileFunc func, gpointer data, GError **error)
{
  g_autoptr (SdDatabase) database = sd_database_open (made, name, SD_DATABASE_CREATE, error);

  return database != NULL && func (database, data, error);
}

/**
 * sd_new_file_make:
 * @file: where there is no file yet
 * @func: writes it
 * @data: passed to @func
 * @error: return location for a #SdRegisterError
 *
 * Makes a file as SQLite. Whatever fails, nothing is left of it.
 *
 * Returns: whether it is there, and whole
 */
gboolean
sd_new_file_make (GFile *file, SdNewFileFunc func, gpointer data, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *path = sd_new_file_get_path (file, name, error);
  g_autofree char *made = g_strdup_printf ("%s.new-XXXXXX", path);
  g_autofree char *journal = NULL;
  int fd;

  if (path == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return set_exists (name, error);
  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return set_not_made (name, errno, error);
  g_close (fd, NULL);
  if (write_file (made, name, func, data, error) && put_in_place (made, path, name, error))
    return TRUE;

  journal = g_strconcat (made, "-journal", NULL);
  g_unlink (journal);
  g_unlink (made);
  return FALSE;
}
