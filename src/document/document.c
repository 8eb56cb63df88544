/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document.h"

#include "plan/data-dir.h"
#include "compose-private.h"
#include "findings-private.h"
#include "override-private.h"
#include "pdf.h"
#include "plan/writer.h"
#include "template-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sd - document - error - quark, sd_document_error)

static gboolean
check_plan (SdCounty *county, const char *plan_id, GError **error)
{
  if (plan_id != NULL && sd_county_get_plan (county, plan_id) != NULL &&
      sd_county_get_plan_row (county, plan_id) != NULL &&
      sd_county_get_plan_town (county, plan_id) != NULL)
    return TRUE;

  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_NOT_FOUND,
               _ ("There is no plan “%s” to make a document of."), plan_id != NULL ? plan_id : "");
  return FALSE;
}

static const SdBlock *
find_picture (SdBlocks *blocks, guint *position)
{
  const SdBlock *block;

  while ((block = sd_blocks_get_block (blocks, (*position)++)) != NULL)
    if (block->kind == SD_BLOCK_PICTURE)
      return block;

  return NULL;
}

/* The pictures hold nothing of the plan, so that the document may go to another thread. */
static gboolean
make_pictures (SdBlocks *blocks, SdCounty *county, const char *plan_id, GError **error)
{
  const SdBlock *block;
  guint position = 0;

  while ((block = find_picture (blocks, &position)) != NULL)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (SdPlanPicture) picture = NULL;

      if (sd_blocks_get_picture (blocks, block->source, NULL) != NULL)
        continue;
      if (plan_id != NULL)
        picture = sd_plan_picture_new (block->source, county, plan_id, &problem);
      else
        g_set_error (&problem, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_PICTURE,
                     _ ("The picture “%s” is one of a plan; a document of a county has none."),
                     block->source);
      if (picture == NULL)
        {
          g_set_error_literal (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_PICTURE,
                               problem->message);
          return FALSE;
        }
      sd_blocks_put_picture (blocks, block->source, picture);
    }

  return TRUE;
}

/* What an archive finds the document by, whichever it is. */
static void
set_keywords (SdBlocks *blocks, SdCounty *county, const char *plan_id)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) keywords = NULL;
  SdRow *rows[] = { sd_row_set_peek_row (SD_ROW_SET (county), SD_TABLE_COUNTY, 0),
                    plan_id != NULL ? sd_county_get_plan_town (county, plan_id) : NULL };
  const guint columns[] = { SD_COUNTY_NAME, SD_TOWN_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *name = rows[i] != NULL ? sd_row_get_text (rows[i], columns[i]) : NULL;

      if (name != NULL && *name != '\0')
        g_strv_builder_add (words, name);
    }
  g_strv_builder_add_many (words, "行政管理体制改革", "机构编制", NULL);
  keywords = g_strv_builder_end (words);
  sd_blocks_set_keywords (blocks, (const char *const *) keywords);
}

/* Says where what was written no longer agrees with the plan. */
static void
take_rewriting (SdBlocks *blocks, SdRewriting *rewriting, SdCounty *county, const char *plan_id)
{
  g_clear_pointer (&rewriting->problems, g_ptr_array_unref);
  rewriting->problems = sd_rewriting_compare (county, plan_id, rewriting->drafted,
                                              rewriting->text != NULL ? rewriting->text : "");
  if (rewriting->lost)
    g_ptr_array_add (rewriting->problems,
                     g_strdup_printf (_ ("What was written in place of the block “%s” has no place "
                                         "in the document any more."),
                                      rewriting->key));
  for (guint i = 0; i < rewriting->problems->len; i++)
    sd_blocks_add_problem (blocks, rewriting->problems->pdata[i]);
  sd_blocks_take_rewriting (blocks, rewriting);
}

/**
 * sd_document_build:
 * @document_id: a document type, such as "plan"
 * @county: a county
 * @plan_id: (nullable): a plan of it that has been loaded; not needed for a document of a county
 * @check: (nullable): the findings, for a template that prints them
 * @error: return location for a #SdDocumentError or #SdPlanError
 *
 * Reads the rows of the county, so it is called on the thread that changes them; the time it takes
 * is some milliseconds.
 *
 * Runs the document's template on the plan, or on the county with all its plans, puts what the
 * officer wrote in place of blocks in their place, checks what comes out, and fills in the fields.
 *
 * Returns: (transfer full): the document
 */
SdBlocks *
sd_document_build (
    const char *document_id, SdCounty *county, const char *plan_id, SdCheck *check, GError **error)
{
  g_autoptr (SdDocumentType) type = NULL;
  g_autoptr (SdPageStyle) style = NULL;
  g_autoptr (xmlDoc) plan = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rewritings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sd_rewriting_free);
  g_autofree char *name = NULL;
  g_autoptr (SdBlocks) blocks = NULL;

  type = sd_document_find_type (document_id, error);
  if (type == NULL)
    return NULL;
  if (sd_document_type_is_of_county (type))
    plan_id = NULL;
  else if (!check_plan (county, plan_id, error))
    return NULL;
  style = sd_page_style_load (sd_document_type_get_page_style (type), error);
  if (style == NULL)
    return NULL;

  plan = plan_id != NULL ? sd_plan_to_doc (county, plan_id) : sd_county_to_doc (county);
  if (check != NULL)
    sd_findings_append (plan, check);
  doc = sd_document_compose (type, plan, rewritings, problems, error);
  if (doc == NULL)
    return NULL;

  name = sd_document_type_get_template (type) != NULL
             ? sd_file_get_name (sd_document_type_get_template (type))
             : g_strdup (document_id);
  blocks = sd_blocks_new_from_doc (doc, name, county, plan_id, style, error);
  if (blocks == NULL || !make_pictures (blocks, county, plan_id, error))
    return NULL;
  set_keywords (blocks, county, plan_id);
  while (rewritings->len > 0)
    take_rewriting (blocks, g_ptr_array_steal_index (rewritings, 0), county, plan_id);
  for (guint i = 0; i < problems->len; i++)
    sd_blocks_add_problem (blocks, problems->pdata[i]);

  return g_steal_pointer (&blocks);
}

/**
 * sd_document_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): what sd_document_export() writes: "xml" is
 *   the plan itself, the others are forms of a document
 */
const char *const *
sd_document_list_formats (void)
{
  static const char *const formats[] = { "odt", "fodt", "ods", "pdf", "xml", NULL };

  return formats;
}

static GBytes *
write_pdf (SdBlocks *blocks, GCancellable *cancellable, GError **error)
{
  g_autoptr (SdLayout) layout = sd_layout_new (blocks, error);
  g_auto (GStrv) problems = layout != NULL ? sd_layout_list_problems (layout) : NULL;

  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    sd_blocks_add_problem (blocks, problems[i]);
  if (layout == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return sd_pdf_write (layout, error);
}

static GBytes *
write_text (SdBlocks *blocks, SdOdfFormat form, GCancellable *cancellable, GError **error)
{
  g_autofree char *typefaces = sd_layout_describe_stand_ins_of (blocks);

  if (typefaces != NULL)
    sd_blocks_add_problem (blocks, typefaces);

  return sd_odt_write (blocks, form, cancellable, error);
}

static gboolean
check_format (const char *format, GError **error)
{
  g_autofree char *known = NULL;

  if (format != NULL && g_strv_contains (sd_document_list_formats (), format))
    return TRUE;

  known = g_strjoinv (", ", (char **) sd_document_list_formats ());
  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_NOT_FOUND,
               _ ("There is no format “%s”; there are: %s."), format != NULL ? format : "", known);
  return FALSE;
}

/**
 * sd_document_write:
 * @blocks: a document
 * @format: a format of sd_document_list_formats() that is not "xml"
 * @cancellable: (nullable): to stop between the blocks
 * @error: return location for a #SdDocumentError
 *
 * What is printed otherwise than it should, such as in other typefaces, is then among the problems
 * of @blocks.
 *
 * Returns: (transfer full): the content of a file
 */
GBytes *
sd_document_write (SdBlocks *blocks, const char *format, GCancellable *cancellable, GError **error)
{
  if (!check_format (format, error))
    return NULL;
  if (g_str_equal (format, "ods"))
    return sd_ods_write (blocks, cancellable, error);
  if (g_str_equal (format, "pdf"))
    return write_pdf (blocks, cancellable, error);

  return write_text (blocks, g_str_equal (format, "fodt") ? SD_ODF_FODT : SD_ODF_ODT, cancellable,
                     error);
}

/**
 * sd_document_export:
 * @document_id: (nullable): a document type; not needed for "xml"
 * @county: a county
 * @plan_id: a plan of it that has been loaded
 * @check: (nullable): the findings, for a template that prints them
 * @format: a format of sd_document_list_formats()
 * @cancellable: (nullable): to stop between the steps and between the blocks
 * @error: return location for a #SdDocumentError or #SdPlanError
 *
 * Makes a file of a plan. sd_file_replace() puts it on the disk.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
sd_document_export (const char *document_id,
                    SdCounty *county,
                    const char *plan_id,
                    SdCheck *check,
                    const char *format,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SdBlocks) blocks = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_strcmp0 (format, "xml") == 0)
    return check_plan (county, plan_id, error) ? sd_plan_to_xml (county, plan_id) : NULL;
  if (!check_format (format, error))
    return NULL;

  blocks = sd_document_build (document_id, county, plan_id, check, error);
  if (blocks == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return sd_document_write (blocks, format, cancellable, error);
}
