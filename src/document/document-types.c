/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document.h"

#include "plan/data-dir.h"

#include <glib/gi18n-lib.h>

/* Finding document types: those that came with the program, and those of the office, which take the
 * place of one that has the same name. */

static gboolean
has_description (GFile *folder)
{
  g_autoptr (GFile) description = g_file_get_child (folder, "document.xml");

  return g_file_query_exists (description, NULL);
}

static int
compare_types (gconstpointer a, gconstpointer b, gpointer unused)
{
  return sd_document_type_compare ((SdDocumentType *) a, (SdDocumentType *) b);
}

/* Adds the types of a folder that are not there yet. */
static gboolean
add_folder (GListStore *types, GHashTable *known, GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, error);
  GFile *child;

  if (files == NULL)
    return FALSE;
  do
    {
      g_autoptr (SdDocumentType) type = NULL;
      g_autofree char *id = NULL;

      if (!g_file_enumerator_iterate (files, NULL, &child, NULL, error))
        return FALSE;
      if (child == NULL || !has_description (child))
        continue;
      id = g_file_get_basename (child);
      if (g_hash_table_contains (known, id))
        continue;
      type = sd_document_type_load (child, error);
      if (type == NULL)
        return FALSE;
      g_hash_table_add (known, g_steal_pointer (&id));
      g_list_store_insert_sorted (types, type, compare_types, NULL);
    }
  while (child != NULL);

  return TRUE;
}

/**
 * sd_document_get_own_folder:
 *
 * Returns: (transfer full): where an office keeps document types of its own, below the user's data
 *   folder
 */
GFile *
sd_document_get_own_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "sanding", "documents", NULL);
}

/**
 * sd_document_list:
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the document types, the office's own and those that came with the
 *   program, a list of #SdDocumentType in their order
 */
GListModel *
sd_document_list (GError **error)
{
  g_autoptr (GListStore) types = g_list_store_new (SD_TYPE_DOCUMENT_TYPE);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GFile) own = sd_document_get_own_folder ();
  g_autoptr (GFile) shipped = sd_data_dir_get ("documents");

  if (g_file_query_exists (own, NULL) && !add_folder (types, known, own, error))
    return NULL;

  return add_folder (types, known, shipped, error) ? G_LIST_MODEL (g_steal_pointer (&types)) : NULL;
}

/* Without reading the others, of which there may be many. */
static SdDocumentType *
load_named (GFile *parent, const char *id, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (parent, id);
  g_autoptr (GFile) description = g_file_get_child (folder, "document.xml");

  return g_file_query_exists (description, NULL) ? sd_document_type_load (folder, error) : NULL;
}

static char *
join_ids (void)
{
  g_autoptr (GListModel) types = sd_document_list (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; types != NULL && i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", sd_document_type_get_id (type));
    }

  return g_strdup (ids->str);
}

/**
 * sd_document_find_type:
 * @id: (nullable): a document type, such as "request"
 * @error: return location for a #SdDocumentError
 *
 * Returns: (transfer full): the type
 */
SdDocumentType *
sd_document_find_type (const char *id, GError **error)
{
  g_autoptr (GFile) own = sd_document_get_own_folder ();
  g_autoptr (GFile) shipped = sd_data_dir_get ("documents");
  GFile *const folders[] = { own, shipped };
  const gboolean is_name = id != NULL && *id != '\0' && *id != '.' && strchr (id, '/') == NULL;
  g_autofree char *known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders) && is_name; i++)
    {
      g_autoptr (GError) problem = NULL;
      SdDocumentType *type = load_named (folders[i], id, &problem);

      if (type != NULL)
        return type;
      if (problem == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  known = join_ids ();
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_NOT_FOUND,
               _ ("There is no document type “%s”; there are: %s."), id != NULL ? id : "", known);
  return NULL;
}
