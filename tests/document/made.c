/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "made.h"

#include "plan/data-dir.h"
#include "plan/writer.h"
#include "rules/checker.h"
#include "rules/pack.h"

/* A test gives a document its own elements, or none. */
static void
drop_elements (char *text)
{
  char *start = strstr (text, "<document ");
  char *end = start != NULL ? strstr (start, "/>") : NULL;

  if (end != NULL)
    memset (start, ' ', (gsize) (end + strlen ("/>") - start));
}

SdCounty *
load_sample (const char *name, const char *more)
{
  g_autofree char *path = g_build_filename (sd_data_dir (), "samples", name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *end = g_strconcat (more, "</plan>", NULL);
  g_auto (GStrv) parts = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  drop_elements (text);
  parts = g_strsplit (text, "</plan>", 2);
  whole = g_strjoinv (end, parts);

  return load_xml (whole);
}

const char *
only_plan (SdCounty *county)
{
  SdRow *row;

  SD_FOREACH_ROW (row, county, SD_TABLE_PLAN)
    return sd_row_get_id (row);

  g_assert_not_reached ();
}

SdCheck *
check_only_plan (SdCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = sd_packs_load_all (&error);
  g_autoptr (SdChecker) checker = sd_checker_new (packs);
  g_autoptr (xmlDoc) doc = sd_plan_to_doc (county, only_plan (county));
  SdCheck *result =
      sd_checker_check_doc (checker, doc, county, only_plan (county), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

SdBlocks *
build_document (SdCounty *county, const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCheck) findings = check_only_plan (county);
  SdBlocks *blocks = sd_document_build (document, county, only_plan (county), findings, &error);

  g_assert_no_error (error);
  return blocks;
}

/* The text of the nth block of a kind. */
char *
text_of (SdBlocks *blocks, SdBlockKind kind, guint n)
{
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    if (block->kind == kind && n-- == 0)
      return sd_block_get_text (block);

  return NULL;
}
