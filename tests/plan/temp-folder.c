/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "temp-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/sysmacros.h>
#include <unistd.h>

char *
temp_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sanding-plan-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
temp_folder_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          temp_folder_remove (path);
          continue;
        }
      g_unlink (path);
      g_free (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

GFile *
temp_folder_file (const char *folder, const char *name)
{
  return g_file_new_build_filename (folder, name, NULL);
}

void
temp_folder_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

guint
temp_folder_count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The memory device of that number (3 null, 7 full). Who is root gets one of their own in the
 * folder, since a failing test could put another file in the place of the machine's; NULL where
 * that is not allowed. */
char *
temp_folder_device (const char *folder, const char *name, guint number)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd;

  if (geteuid () != 0)
    return g_build_filename ("/dev", name, NULL);
  if (mknod (path, S_IFCHR | 0666, makedev (1, number)) != 0)
    return NULL;
  fd = g_open (path, O_WRONLY, 0);
  if (fd < 0)
    {
      g_unlink (path);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&path);
}
