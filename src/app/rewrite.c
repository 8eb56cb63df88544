/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rewrite.h"

#include "rewrite-text.h"

/* What the plan keeps in place of a block of a document. */

/**
 * sd_rewrite_is_offered:
 * @blocks: a document
 * @key: (nullable): a block of it
 *
 * Returns: whether the block is text, which can be rewritten
 */
gboolean
sd_rewrite_is_offered (SdBlocks *blocks, const char *key)
{
  const SdBlock *block = key != NULL ? sd_blocks_find_block (blocks, key) : NULL;

  if (block == NULL)
    return FALSE;
  switch ((guint) block->kind)
    {
    case SD_BLOCK_TITLE:
    case SD_BLOCK_ADDRESSEE:
    case SD_BLOCK_HEADING:
    case SD_BLOCK_PARAGRAPH:
    case SD_BLOCK_SIGNATURE:
    case SD_BLOCK_DATE:
    case SD_BLOCK_NOTE:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * sd_rewrite_find:
 * @session: a session
 * @document_id: a type of document
 * @key: a block
 *
 * Returns: (transfer none) (nullable): what was written in place of the block
 */
SdRow *
sd_rewrite_find (SdSession *session, const char *document_id, const char *key)
{
  SdPlan *plan = sd_session_get_plan (session);
  SdRow *row;

  if (plan == NULL)
    return NULL;
  SD_FOREACH_ROW (row, plan, SD_TABLE_OVERRIDE)
    if (sd_row_is (row, SD_OVERRIDE_DOCUMENT, document_id) && sd_row_is (row, SD_OVERRIDE_KEY, key))
      return row;

  return NULL;
}

/**
 * sd_rewrite_restore:
 * @session: a session
 * @override: what was written
 *
 * Goes back to the drafted text.
 */
void
sd_rewrite_restore (SdSession *session, SdRow *override)
{
  const char *plan_id = sd_session_get_plan_id (session);
  g_autoptr (GPtrArray) pieces = sd_rewrite_pieces_from_markup (
      sd_row_get_text (override, SD_OVERRIDE_BODY), sd_session_get_county (session), plan_id);
  const SdFieldValue keys[] = {
    { SD_OVERRIDE_DOCUMENT,
      SD_VALUE_INIT_TEXT ((char *) sd_row_get_text (override, SD_OVERRIDE_DOCUMENT)) },
    { SD_OVERRIDE_KEY, SD_VALUE_INIT_TEXT ((char *) sd_row_get_text (override, SD_OVERRIDE_KEY)) },
  };
  const SdRewritePiece *first = pieces->len > 0 ? pieces->pdata[0] : NULL;

  sd_register_answer_async (sd_session_get_register (session), plan_id, SD_TABLE_OVERRIDE, keys,
                            SD_REWRITE_N_KEYS, SD_REWRITE_N_KEYS, first != NULL ? first->text : "",
                            NULL, NULL, sd_session_on_done, g_object_ref (session));
}
