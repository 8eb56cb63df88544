/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "block.h"

static void
inline_free (SdInline *self)
{
  g_free (self->text);
  g_free (self->ref);
  g_free (self);
}

/**
 * sd_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a block with nothing in it
 */
SdBlock *
sd_block_new (SdBlockKind kind)
{
  SdBlock *self = g_new0 (SdBlock, 1);

  self->kind = kind;
  self->columns = 1;
  self->inlines = g_ptr_array_new_with_free_func ((GDestroyNotify) inline_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_block_free);

  return self;
}

/**
 * sd_block_free:
 * @self: (nullable) (transfer full): a block made by sd_block_new()
 */
void
sd_block_free (SdBlock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->inlines);
  g_ptr_array_unref (self->children);
  g_free (self->key);
  g_free (self->label);
  g_free (self->description);
  g_free (self->source);
  g_free (self);
}

/**
 * sd_block_add_inline:
 * @self: a block
 * @text: text
 * @ref: (nullable): what the text was looked up by, if it is a field
 *
 * Adds a piece of text to the end of the block.
 *
 * Returns: (transfer none): the piece
 */
SdInline *
sd_block_add_inline (SdBlock *self, const char *text, const char *ref)
{
  SdInline *piece = g_new0 (SdInline, 1);

  piece->text = g_strdup (text);
  piece->ref = g_strdup (ref);
  g_ptr_array_add (self->inlines, piece);

  return piece;
}

/**
 * sd_block_get_text:
 * @self: a block
 *
 * Returns: (transfer full): the block's own text, fields filled in
 */
char *
sd_block_get_text (const SdBlock *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->inlines->len; i++)
    g_string_append (text, ((SdInline *) self->inlines->pdata[i])->text);

  return g_strdup (text->str);
}

/**
 * sd_block_is_blank:
 * @self: a block
 *
 * Returns: whether it has no text of its own
 */
gboolean
sd_block_is_blank (const SdBlock *self)
{
  for (guint i = 0; i < self->inlines->len; i++)
    if (*((SdInline *) self->inlines->pdata[i])->text != '\0')
      return FALSE;

  return TRUE;
}

/**
 * sd_block_has_gap:
 * @self: a block
 * @previous: (nullable): the block before it
 *
 * Returns: whether it is a table that stands apart from the text above it, see %SD_TABLE_GAP; below
 *   the title of an annex there is a blank line
 */
gboolean
sd_block_has_gap (const SdBlock *self, const SdBlock *previous)
{
  return self->kind == SD_BLOCK_TABLE && previous != NULL && previous->kind != SD_BLOCK_ANNEX;
}
