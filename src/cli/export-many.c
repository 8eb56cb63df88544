/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-many.h"

#include "command.h"
#include "load.h"

#include "document/document.h"
#include "document/file-name.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct
{
  const SdExportMany *what;
  SdChecker *checker;
  GPtrArray *documents; /* of ids: those of a plan */
  GPtrArray *of_county; /* of ids: those of a county with all its plans */
  gboolean all;         /* documents without tables are then no spreadsheets, and no error */
  GHashTable *names;    /* of the files that were written */
  GHashTable *told;     /* of what was said of documents */
  int code;
} Export;

static void
complain (Export *self, GError *problem)
{
  self->code = SD_EXIT_FAILED;
  sd_command_error (problem);
}

/* Writing */

static void
write_file (Export *self, const char *title, const char *format, GBytes *bytes)
{
  g_autofree char *name = sd_document_name_file (title, format, self->names);
  g_autofree char *path = g_build_filename (self->what->folder, name, NULL);
  g_autofree char *line = g_strconcat (path, "\n", NULL);
  GError *problem = NULL;

  if (!sd_command_write (path, bytes, &problem) ||
      !sd_command_print (line, strlen (line), &problem))
    complain (self, problem);
}

static gboolean
has_table (SdBlocks *blocks)
{
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    if (block->kind == SD_BLOCK_TABLE)
      return TRUE;

  return FALSE;
}

static void
write_formats (Export *self, SdBlocks *blocks)
{
  for (char **format = self->what->formats; *format != NULL; format++)
    {
      GError *problem = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (g_str_equal (*format, "xml") ||
          (self->all && g_str_equal (*format, "ods") && !has_table (blocks)))
        continue;
      bytes = sd_document_write (blocks, *format, NULL, &problem);
      sd_export_tell_problems (blocks, self->told);
      if (bytes != NULL)
        write_file (self, sd_blocks_get_meta (blocks)->title, *format, bytes);
      else
        complain (self, problem);
    }
}

static gboolean
wants_documents (Export *self)
{
  for (char **format = self->what->formats; *format != NULL; format++)
    if (!g_str_equal (*format, "xml"))
      return TRUE;

  return FALSE;
}

static void
write_document (
    Export *self, const char *document, SdCounty *county, const char *plan_id, SdCheck *check)
{
  GError *problem = NULL;
  g_autoptr (SdBlocks) blocks = sd_document_build (document, county, plan_id, check, &problem);

  if (blocks != NULL)
    write_formats (self, blocks);
  else if (self->all && g_error_matches (problem, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_EMPTY))
    g_error_free (problem); /* an annex for which the plan has nothing is none */
  else
    complain (self, problem);
}

static void
write_documents (Export *self, SdCounty *county, const char *plan_id)
{
  GError *problem = NULL;
  g_autoptr (SdCheck) check = NULL;

  if (!wants_documents (self) || self->documents->len == 0)
    return;
  check = sd_export_check (self->checker, county, plan_id, &problem);
  if (check == NULL)
    {
      complain (self, problem);
      return;
    }

  for (guint i = 0; i < self->documents->len; i++)
    write_document (self, self->documents->pdata[i], county, plan_id, check);
}

/* The plan itself, whatever documents are made of it. */
static void
write_plan (Export *self, SdCounty *county, SdRow *plan)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_strv_contains ((const char *const *) self->what->formats, "xml"))
    {
      bytes = sd_document_export (NULL, county, sd_row_get_id (plan), NULL, "xml", NULL, NULL);
      write_file (self, sd_row_get_text (plan, SD_PLAN_TITLE), "xml", bytes);
    }
  write_documents (self, county, sd_row_get_id (plan));
}

static void
export_file (Export *self, const char *name)
{
  const char *wanted = self->what->plan;
  GError *problem = NULL;
  g_autoptr (SdCounty) county = sd_cli_load_county (name, &problem);
  const char *chosen = NULL;
  SdRow *plan;

  if (county != NULL && wanted != NULL)
    chosen = sd_cli_choose_plan (county, name, wanted, &problem);
  if (problem != NULL)
    {
      complain (self, problem);
      return;
    }

  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    if (chosen == NULL || g_str_equal (sd_row_get_id (plan), chosen))
      write_plan (self, county, plan);
  for (guint i = 0; i < self->of_county->len && wants_documents (self); i++)
    write_document (self, self->of_county->pdata[i], county, NULL, NULL);
}

static void
add_document (Export *self, SdDocumentType *type)
{
  g_ptr_array_add (sd_document_type_is_of_county (type) ? self->of_county : self->documents,
                   g_strdup (sd_document_type_get_id (type)));
}

static gboolean
list_all (Export *self, GError **error)
{
  g_autoptr (GListModel) types = sd_document_list (error);

  for (guint i = 0; types != NULL && i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      add_document (self, type);
    }

  return types != NULL;
}

static gboolean
list_documents (Export *self, GError **error)
{
  self->all = g_strv_contains ((const char *const *) self->what->documents, "all");
  if (self->all)
    return list_all (self, error);

  for (char **id = self->what->documents; *id != NULL; id++)
    {
      g_autoptr (SdDocumentType) type = sd_document_find_type (*id, error);

      if (type == NULL)
        return FALSE;
      add_document (self, type);
    }

  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno),
               _ ("%s: the folder could not be made (%s)."), folder, g_strerror (errno));
  return FALSE;
}

/*
 * sd_export_check:
 * @checker: the packs
 * @county: a county
 * @plan_id: a plan of it
 * @error: return location for an error
 *
 * Returns: (transfer full): what the packs say of the plan, which documents print
 */
SdCheck *
sd_export_check (SdChecker *checker, SdCounty *county, const char *plan_id, GError **error)
{
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, plan_id);

  return sd_checker_check_doc (checker, doc, county, plan_id, NULL, NULL, NULL, error);
}

/*
 * sd_export_tell_problems:
 * @blocks: a document that was written
 * @told: what was said before, which is not said again
 *
 * Says on standard error what the document lacks, and which typefaces and characters the pages do.
 */
void
sd_export_tell_problems (SdBlocks *blocks, GHashTable *told)
{
  const char *const *problems = sd_blocks_get_problems (blocks);

  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    if (g_hash_table_add (told, g_strdup (problems[i])))
      sd_command_fail (problems[i]);
}

/*
 * sd_export_many:
 * @what: what to export
 * @error: return location for what keeps it from beginning
 *
 * Writes each document of each plan in each format, named by its title. What goes wrong with one
 * is told on standard error, and the others are written.
 *
 * Returns: the exit code
 */
int
sd_export_many (const SdExportMany *what, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) of_county = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (SdChecker) checker = NULL;
  Export self = {
    .what = what, .documents = documents, .of_county = of_county, .names = names, .told = told
  };

  if (!list_documents (&self, error) || !make_folder (what->folder, error))
    return SD_EXIT_FAILED;
  packs = sd_packs_load_all (error);
  if (packs == NULL)
    return SD_EXIT_FAILED;
  checker = sd_checker_new (packs);
  self.checker = checker;
  for (char **file = what->files; *file != NULL; file++)
    export_file (&self, *file);

  return self.code;
}
