/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-place.h"

#include "document/document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is printed at a place of a document, and where a row is printed. Keys of blocks and what
 * fields refer to hold the identifiers of rows between colons. */

/* Where the rows of a table are seen and edited, and in which document they are printed. */
static const struct
{
  SdTableId table;
  const char *page;
  const char *document;
} homes[] = {
  { SD_TABLE_UNIT, "structure", "units" },         { SD_TABLE_PLAQUE, "structure", "units" },
  { SD_TABLE_QUOTA, "headcount", "quotas" },       { SD_TABLE_POST, "posts", "posts" },
  { SD_TABLE_POWER, "powers", "powers" },          { SD_TABLE_DUTY, "duties", "plan" },
  { SD_TABLE_DISPATCH, "dispatched", "dispatch" }, { SD_TABLE_TRANSFER, "flow", "changes" },
};

/* Where what a field counts is seen. */
static const struct
{
  const char *prefix;
  const char *page;
} counts[] = {
  { "count:", "structure" },   { "names:", "structure" },  { "headcount", "headcount" },
  { "rows:post", "posts" },    { "rows:power", "powers" }, { "rows:duty", "duties" },
  { "rows:transfer", "flow" }, { "sum:transfer", "flow" }, { "rows:unit", "structure" },
};

static SdRow *
find_row (SdSession *session, const char *text)
{
  SdPlan *plan = sd_session_get_plan (session);
  g_auto (GStrv) parts = NULL;

  if (text == NULL || plan == NULL)
    return NULL;
  parts = g_strsplit (text, ":", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      SdRow *row = sd_row_set_find_row (SD_ROW_SET (plan), parts[i]);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/**
 * sd_preview_row_of:
 * @session: a session
 * @key: (nullable): key of a block
 * @ref: (nullable): what a field refers to
 *
 * Returns: (transfer none) (nullable): the row of the edited plan that is printed there
 */
SdRow *
sd_preview_row_of (SdSession *session, const char *key, const char *ref)
{
  SdRow *row = find_row (session, ref);

  return row != NULL || ref != NULL ? row : find_row (session, key);
}

/**
 * sd_preview_page_of:
 * @row: (nullable): a row of a plan
 * @ref: (nullable): what a field refers to, where it is no single row
 *
 * Returns: (nullable): the page of the window that shows what is printed there
 */
const char *
sd_preview_page_of (SdRow *row, const char *ref)
{
  for (gsize i = 0; row != NULL && i < G_N_ELEMENTS (homes); i++)
    if (homes[i].table == sd_row_get_table_id (row))
      return homes[i].page;
  for (gsize i = 0; row == NULL && ref != NULL && i < G_N_ELEMENTS (counts); i++)
    if (g_str_has_prefix (ref, counts[i].prefix))
      return counts[i].page;

  return NULL;
}

/**
 * sd_preview_picture_at:
 * @layout: a document
 * @key: (nullable): key of a block of it
 * @page: (out): the page of the window that shows what the picture does
 *
 * Returns: (transfer none) (nullable): what the picture shows, where the block is one
 */
const char *
sd_preview_picture_at (SdLayout *layout, const char *key, const char **page)
{
  const SdBlock *block =
      key != NULL ? sd_blocks_find_block (sd_layout_get_blocks (layout), key) : NULL;

  if (block == NULL || block->kind != SD_BLOCK_PICTURE)
    return NULL;
  *page = g_str_equal (block->source, "flow") ? "flow" : "structure";

  return block->description != NULL ? block->description : block->label;
}

/**
 * sd_preview_document_of:
 * @row: a row of a plan
 *
 * Returns: the document in which rows of its kind are printed
 */
const char *
sd_preview_document_of (SdRow *row)
{
  if (sd_row_get_table_id (row) == SD_TABLE_OVERRIDE)
    return sd_row_get_text (row, SD_OVERRIDE_DOCUMENT);
  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    if (homes[i].table == sd_row_get_table_id (row))
      return homes[i].document;

  return "plan";
}

/* Whether the identifier stands in the text between colons. */
static gboolean
names (const char *text, const char *row_id)
{
  const char *at = text != NULL ? strstr (text, row_id) : NULL;
  const char *after = at != NULL ? at + strlen (row_id) : NULL;

  return at != NULL && (at == text || at[-1] == ':') && (*after == '\0' || *after == ':');
}

static const char *
ref_in (const SdBlock *block, const char *row_id)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      if (names (piece->ref, row_id))
        return piece->ref;
    }
  for (guint i = 0; i < block->children->len; i++)
    {
      const char *ref = ref_in (block->children->pdata[i], row_id);

      if (ref != NULL)
        return ref;
    }

  return NULL;
}

static const char *
key_in (const SdBlock *block, const char *row_id)
{
  if (names (block->key, row_id))
    return block->key;
  for (guint i = 0; i < block->children->len; i++)
    {
      const char *key = key_in (block->children->pdata[i], row_id);

      if (key != NULL)
        return key;
    }

  return NULL;
}

/**
 * sd_preview_find:
 * @layout: a document
 * @row_id: a row of its plan
 * @spot: (out caller-allocates): where it is printed first: a block of its own, else a field
 *
 * Returns: whether it is printed
 */
gboolean
sd_preview_find (SdLayout *layout, const char *row_id, SdLayoutSpot *spot)
{
  SdBlocks *blocks = sd_layout_get_blocks (layout);
  const SdBlock *block;

  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    {
      const char *key = key_in (block, row_id);

      if (key != NULL && sd_layout_find (layout, key, NULL, 0, spot))
        return TRUE;
    }
  for (guint i = 0; (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    {
      const char *ref = ref_in (block, row_id);

      if (ref != NULL && sd_layout_find (layout, NULL, ref, 0, spot))
        return TRUE;
    }

  return FALSE;
}

/* What is heard before text that is not of a paragraph. */
static const char *
name_of_kind (SdBlockKind kind)
{
  switch ((guint) kind)
    {
    case SD_BLOCK_HEAD:
      return _ ("Head of the Document");
    case SD_BLOCK_TITLE:
    case SD_BLOCK_ANNEX:
    case SD_BLOCK_HEADING:
      return _ ("Heading");
    case SD_BLOCK_TABLE:
    case SD_BLOCK_ROW:
      return _ ("Table");
    case SD_BLOCK_PICTURE:
      return _ ("Picture");
    case SD_BLOCK_IMPRINT:
      return _ ("Imprint");
    default:
      return NULL;
    }
}

static char *
describe (SdLayout *layout, const char *key, const char *text)
{
  const SdBlock *block =
      key != NULL ? sd_blocks_find_block (sd_layout_get_blocks (layout), key) : NULL;
  const char *name = block != NULL ? name_of_kind (block->kind) : NULL;

  /* Translators: a kind of text, such as Heading, and the text. */
  return name != NULL ? g_strdup_printf (_ ("%s: %s"), name, text) : g_strdup (text);
}

/**
 * sd_preview_describe:
 * @layout: a document
 * @spot: a place of it
 *
 * Returns: (transfer full) (nullable): the line there or what the picture there shows, and before
 *   it what kind of block it is of
 */
char *
sd_preview_describe (SdLayout *layout, const SdLayoutSpot *spot)
{
  GPtrArray *lines = sd_layout_get_lines (layout, spot->page);
  const char *page;
  const char *picture = sd_preview_picture_at (layout, spot->key, &page);

  if (picture != NULL)
    return describe (layout, spot->key, picture);
  for (guint i = 0; i < lines->len; i++)
    {
      const SdLayoutLine *line = lines->pdata[i];

      if (line->rect.y == spot->rect.y && line->rect.x <= spot->rect.x &&
          line->rect.x + line->rect.width >= spot->rect.x)
        return describe (layout, line->key, line->text);
    }

  return NULL;
}

/**
 * sd_preview_owner_of:
 * @document_id: a type of document
 * @key: key of a block that it shows
 * @own_key: (out) (transfer none): the key that the block has in the document it belongs to
 *
 * Finds out which document a block is of: an annex, where annexes are attached.
 *
 * Returns: (transfer full): the type of that document
 */
char *
sd_preview_owner_of (const char *document_id, const char *key, const char **own_key)
{
  g_autoptr (SdDocumentType) type = sd_document_find_type (document_id, NULL);
  const char *base = type != NULL ? sd_document_type_get_base (type) : NULL;
  g_autoptr (SdDocumentType) made_by = base != NULL ? sd_document_find_type (base, NULL) : NULL;
  const char *const *annexes = NULL;

  *own_key = key;
  if (type != NULL && sd_document_type_is_attached (type))
    annexes = sd_document_type_get_annexes (made_by != NULL ? made_by : type);
  for (guint i = 0; annexes != NULL && annexes[i] != NULL; i++)
    {
      g_autofree char *prefix = g_strconcat (annexes[i], ":", NULL);
      const char *own = NULL;

      if (!g_str_has_prefix (key, prefix))
        continue;
      *own_key = key + strlen (prefix);
      return sd_preview_owner_of (annexes[i], *own_key, &own);
    }

  return g_strdup (base != NULL ? base : document_id);
}
