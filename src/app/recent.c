/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "recent.h"

#define MEDIA_TYPE "application/x-sanding-register"

static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_str_equal (gtk_recent_info_get_mime_type (info), MEDIA_TYPE) &&
         gtk_recent_info_exists (info);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified (*(GtkRecentInfo **) a);
  GDateTime *second = gtk_recent_info_get_modified (*(GtkRecentInfo **) b);

  return g_date_time_compare (second, first);
}

/**
 * sd_recent_add:
 * @file: a register that was opened
 *
 * Puts it on the desktop's list of recent files.
 */
void
sd_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) "Sanding",
    .app_exec = (char *) "sanding %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * sd_recent_list:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type GFile): registers opened lately that are still there, the
 *   latest first
 */
GPtrArray *
sd_recent_list (guint most)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) infos =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l != NULL; l = l->next)
    if (is_ours (l->data))
      g_ptr_array_add (infos, gtk_recent_info_ref (l->data));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);

  g_ptr_array_sort (infos, compare_newest_first);
  for (guint i = 0; i < MIN (infos->len, most); i++)
    g_ptr_array_add (files, g_file_new_for_uri (gtk_recent_info_get_uri (infos->pdata[i])));

  return files;
}
