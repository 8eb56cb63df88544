/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document.h"

#include "plan/data-dir.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* One that cannot be used is listed with what is wrong with it; the others can be used. */
static SdDocumentType *
load (GFile *folder)
{
  g_autoptr (GError) problem = NULL;
  SdDocumentType *type = sd_document_type_load (folder, &problem);

  return type != NULL ? type : sd_document_type_new_broken (folder, problem);
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

      if (!g_file_enumerator_iterate (files, NULL, &child, NULL, error))
        return FALSE;
      if (child == NULL || !has_description (child) ||
          !g_hash_table_add (known, g_file_get_basename (child)))
        continue;
      type = load (child);
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
 *   program, a list of #SdDocumentType in their order; those that cannot be used among them, see
 *   sd_document_type_get_problem()
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

/* The folder of a type, the office's own before that of the program; NULL where there is none. An
 * id is the name of a folder and no path. */
static GFile *
find_folder (const char *id)
{
  g_autoptr (GFile) own = sd_document_get_own_folder ();
  g_autoptr (GFile) shipped = sd_data_dir_get ("documents");
  GFile *roots[] = { own, shipped };

  if (id == NULL || *id == '\0' || *id == '.' || strpbrk (id, "/\\") != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (GFile) folder = g_file_get_child (roots[i], id);

      if (has_description (folder))
        return g_steal_pointer (&folder);
    }

  return NULL;
}

static void
fail_unknown (const char *id, GError **error)
{
  g_autoptr (GListModel) types = sd_document_list (error);
  g_autoptr (GString) known = g_string_new (NULL);

  if (types == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", sd_document_type_get_id (type));
    }
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_NOT_FOUND,
               _ ("There is no document type “%s”; there are: %s."), id != NULL ? id : "",
               known->str);
}

/**
 * sd_document_find_type:
 * @id: (nullable): a document type, such as "request"
 * @error: return location for a #SdDocumentError
 *
 * Returns: (transfer full): the type; %NULL also where its description cannot be used, with file
 *   and line
 */
SdDocumentType *
sd_document_find_type (const char *id, GError **error)
{
  g_autoptr (GFile) folder = find_folder (id);

  if (folder != NULL)
    return sd_document_type_load (folder, error);

  fail_unknown (id, error);
  return NULL;
}

static gboolean
is_listed (SdDocumentType *type, const char *id)
{
  return g_strv_contains (sd_document_type_get_annexes (type), id);
}

/**
 * sd_document_find_owner:
 * @document_id: a document type
 * @key: key of a block of such a document
 * @own_key: (out) (transfer full): the key that the block has in the document it comes from
 * @error: return location for a #SdDocumentError
 *
 * What an officer writes in place of a block is kept with the document type whose template makes
 * the block, so that it is the same wherever the block is printed: in the annex by itself, and
 * behind a request.
 *
 * Returns: (transfer full): the document type that the block comes from
 */
char *
sd_document_find_owner (const char *document_id, const char *key, char **own_key, GError **error)
{
  g_autoptr (SdDocumentType) type = sd_document_find_type (document_id, error);
  const char *base = type != NULL ? sd_document_type_get_base (type) : NULL;
  g_autoptr (SdDocumentType) other = base != NULL ? sd_document_find_type (base, error) : NULL;
  g_auto (GStrv) parts = g_strsplit (key, ":", 2);

  if (type == NULL || (base != NULL && other == NULL))
    return NULL;
  if (parts[0] != NULL && parts[1] != NULL && is_listed (other != NULL ? other : type, parts[0]))
    {
      *own_key = g_strdup (parts[1]);
      return g_strdup (parts[0]);
    }

  *own_key = g_strdup (key);
  return g_strdup (base != NULL ? base : document_id);
}
