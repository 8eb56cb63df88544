/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data-dir.h"

/**
 * sd_data_dir:
 *
 * The folder with the packs, document templates, schema and samples that come with the program:
 * `$SANDING_DATA_DIR` where it is set, as in the build tree, else where it was installed.
 *
 * Returns: (transfer none): the folder's path
 */
const char *
sd_data_dir (void)
{
  const char *dir = g_getenv ("SANDING_DATA_DIR");

  return dir != NULL && *dir != '\0' ? dir : PKGDATADIR;
}

/**
 * sd_data_dir_get:
 * @folder: a folder in it, such as "packs"
 *
 * Returns: (transfer full): the folder
 */
GFile *
sd_data_dir_get (const char *folder)
{
  return g_file_new_build_filename (sd_data_dir (), folder, NULL);
}
