/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settings.h"

/* The file is read each time: it is small, and another window may have written it. */
static GKeyFile *
load (char **path)
{
  GKeyFile *file = g_key_file_new ();

  *path = g_build_filename (g_get_user_config_dir (), "sanding", "window.ini", NULL);
  g_key_file_load_from_file (file, *path, G_KEY_FILE_KEEP_COMMENTS, NULL);

  return file;
}

/* Where it cannot be written, the next start has forgotten it; nothing else is lost. */
static void
save (GKeyFile *file, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_info ("%s", error->message);
}

/**
 * sd_settings_get_text:
 * @group: part of the window
 * @key: what is asked for
 *
 * Returns: (transfer full) (nullable): what was remembered
 */
char *
sd_settings_get_text (const char *group, const char *key)
{
  g_autofree char *path = NULL;
  g_autoptr (GKeyFile) file = load (&path);

  return g_key_file_get_string (file, group, key, NULL);
}

/**
 * sd_settings_set_text:
 * @group: part of the window
 * @key: what it is about
 * @text: what to remember
 */
void
sd_settings_set_text (const char *group, const char *key, const char *text)
{
  g_autofree char *path = NULL;
  g_autoptr (GKeyFile) file = load (&path);

  g_key_file_set_string (file, group, key, text);
  save (file, path);
}

/**
 * sd_settings_get_list:
 * @group: part of the window
 * @key: what is asked for
 *
 * Returns: (transfer full): what was remembered, empty if nothing was
 */
char **
sd_settings_get_list (const char *group, const char *key)
{
  g_autofree char *path = NULL;
  g_autoptr (GKeyFile) file = load (&path);
  char **list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

/**
 * sd_settings_set_list:
 * @group: part of the window
 * @key: what it is about
 * @list: what to remember
 */
void
sd_settings_set_list (const char *group, const char *key, const char *const *list)
{
  g_autofree char *path = NULL;
  g_autoptr (GKeyFile) file = load (&path);

  g_key_file_set_string_list (file, group, key, list, g_strv_length ((char **) list));
  save (file, path);
}
