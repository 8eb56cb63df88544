/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-private.h"

#include "plan/data-dir.h"

#include <glib/gi18n-lib.h>

/* Where packs are kept: those that come with the program, and those that the office added, which
 * are copied, so that they are there when the stick they came on is not. */

/* What a pack consists of; nothing else of a folder is taken. */
static const char *const pack_files[] = { "pack.xml", "rules.sch", "county.sch", "limits.xml" };

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SdPack **) a)->id, (*(SdPack **) b)->id);
}

static gboolean
has_id (GPtrArray *packs, const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (sd_pack_get_id (g_ptr_array_index (packs, i)), id))
      return TRUE;

  return FALSE;
}

static gboolean
take_pack (GPtrArray *packs, GFile *folder, GError **error)
{
  g_autoptr (SdPack) pack = sd_pack_load (folder, error);
  g_autofree char *path = NULL;

  if (pack == NULL)
    return FALSE;
  if (!has_id (packs, pack->id))
    {
      g_ptr_array_add (packs, g_steal_pointer (&pack));
      return TRUE;
    }

  path = g_file_get_parse_name (folder);
  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_EXISTS, _ ("%s: there is a pack “%s” already."),
               path, pack->id);
  return FALSE;
}

static gboolean
load_folder (GPtrArray *packs, GFile *root, GError **error)
{
  g_autoptr (GFileEnumerator) entries = NULL;

  entries = g_file_enumerate_children (root, "standard::name,standard::type", 0, NULL, error);
  if (entries == NULL)
    return FALSE;
  while (TRUE)
    {
      GFileInfo *info;
      GFile *folder;

      if (!g_file_enumerator_iterate (entries, &info, &folder, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY &&
          !take_pack (packs, folder, error))
        return FALSE;
    }
}

/**
 * sd_packs_get_own_folder:
 *
 * Returns: (transfer full): where the packs are kept that the office added; it need not be there
 */
GFile *
sd_packs_get_own_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "sanding", "packs", NULL);
}

/**
 * sd_packs_load_all:
 * @error: return location for an error of the first pack that cannot be loaded
 *
 * A pack that cannot be loaded is an error and not passed over: what is silently not checked would
 * read as in order.
 *
 * Returns: (transfer full) (element-type SdPack): all packs that come with the program or were
 *   added, by id
 */
GPtrArray *
sd_packs_load_all (GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) root = sd_data_dir_get ("packs");
  g_autoptr (GFile) own = sd_packs_get_own_folder ();

  if (!load_folder (packs, root, error) ||
      (g_file_query_exists (own, NULL) && !load_folder (packs, own, error)))
    return NULL;
  g_ptr_array_sort (packs, compare_ids);

  return g_steal_pointer (&packs);
}

/**
 * sd_pack_is_own:
 * @self: a pack
 *
 * Returns: whether the office added it, so that it can be taken away
 */
gboolean
sd_pack_is_own (SdPack *self)
{
  g_autoptr (GFile) own = sd_packs_get_own_folder ();

  return g_file_has_prefix (self->folder, own);
}

/* The id names a folder, so it must be a plain word. */
static gboolean
check_id (SdPack *pack, GError **error)
{
  g_autofree char *path = g_file_get_parse_name (pack->folder);

  if (g_regex_match_simple ("^[a-z0-9][a-z0-9-]{0,63}$", pack->id, 0, 0))
    return TRUE;

  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_INVALID,
               _ ("%s: the pack’s id is “%s”; expected small letters, digits and hyphens."), path,
               pack->id);
  return FALSE;
}

static gboolean
copy_files (GFile *from, GFile *to, GError **error)
{
  if (!g_file_make_directory_with_parents (to, NULL, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pack_files); i++)
    {
      g_autoptr (GFile) source = g_file_get_child (from, pack_files[i]);
      g_autoptr (GFile) target = g_file_get_child (to, pack_files[i]);

      if (g_file_query_exists (source, NULL) &&
          !g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static void
delete_folder (GFile *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (pack_files); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, pack_files[i]);

      g_file_delete (file, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

/**
 * sd_packs_add:
 * @folder: the folder of a pack
 * @error: return location for an error of the pack or of copying it
 *
 * Adds a pack to those that sd_packs_load_all() gives, as a copy. The caller has looked at what
 * its lint says.
 *
 * Returns: (transfer full): the pack as it is kept
 */
SdPack *
sd_packs_add (GFile *folder, GError **error)
{
  g_autoptr (SdPack) pack = sd_pack_load (folder, error);
  g_autoptr (GPtrArray) packs = pack != NULL ? sd_packs_load_all (error) : NULL;
  g_autoptr (GFile) own = sd_packs_get_own_folder ();
  g_autoptr (GFile) target = NULL;
  SdPack *kept;

  if (packs == NULL || !check_id (pack, error))
    return NULL;
  if (has_id (packs, pack->id))
    {
      g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_EXISTS,
                   _ ("There is a pack “%s” already; take it away first."), pack->id);
      return NULL;
    }

  target = g_file_get_child (own, pack->id);
  kept = copy_files (folder, target, error) ? sd_pack_load (target, error) : NULL;
  if (kept == NULL)
    delete_folder (target);

  return kept;
}

/**
 * sd_packs_remove:
 * @id: a pack that the office added
 * @error: return location for an error
 *
 * Returns: whether it was taken away
 */
gboolean
sd_packs_remove (const char *id, GError **error)
{
  g_autoptr (GPtrArray) packs = sd_packs_load_all (error);

  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);

      if (!g_str_equal (pack->id, id) || !sd_pack_is_own (pack))
        continue;
      delete_folder (pack->folder);
      return TRUE;
    }
  if (packs != NULL)
    g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN,
                 _ ("No pack “%s” was added; those that come with the program stay."), id);

  return FALSE;
}
