/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of files that a case needs: schema.sch and document.xml are what is compiled and
 * validated, the others are what these refer to. */

#include "folder-fixture.h"

#include "without-fixture.h"

#include <glib/gstdio.h>

char *
folder_new (const FolderFile *files, guint n_files)
{
  char *folder = g_dir_make_tmp ("schematron-XXXXXX", NULL);

  g_assert_nonnull (folder);
  for (guint i = 0; i < n_files && files[i].name != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
    }

  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir =
      g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
folder_free (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

SchReport *
folder_validate (const char *folder, const char *phase, GError **error)
{
  g_autofree char *schema_path = g_build_filename (folder, "schema.sch", NULL);
  g_autofree char *document_path = g_build_filename (folder, "document.xml", NULL);
  g_autoptr (GFile) schema_file = g_file_new_for_path (schema_path);
  g_autoptr (GFile) document_file = g_file_new_for_path (document_path);
  g_autoptr (SchSchema) schema = sch_schema_new_from_file (schema_file, error);
  const SchOptions options = { .phase = phase };

  if (schema == NULL)
    return NULL;

  without_compare_file (schema, phase, document_file);
  return sch_schema_validate_file (schema, &options, document_file, NULL, error);
}

/* The messages one after another, each with a bar; errors with an exclamation mark. */
char *
folder_messages (SchReport *report)
{
  GString *messages = g_string_new (NULL);

  for (guint i = 0; i < sch_report_get_n_findings (report); i++)
    g_string_append_printf (messages, "%s|",
                            sch_finding_get_message (sch_report_get_finding (report, i)));
  for (guint i = 0; i < sch_report_get_n_errors (report); i++)
    g_string_append_printf (messages, "!%s|", sch_report_get_error (report, i));

  return g_string_free (messages, FALSE);
}
