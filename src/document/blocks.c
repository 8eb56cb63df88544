/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "blocks-private.h"

#include <glib/gi18n-lib.h>

struct _SdBlocks
{
  GObject parent_instance;

  SdBlocksMeta meta;
  SdPageStyle *style;
  GPtrArray *blocks;     /* of SdBlock */
  GHashTable *by_key;    /* borrowed key → borrowed SdBlock */
  GHashTable *pictures;  /* name → SdPlanPicture */
  GPtrArray *rewritings; /* of SdRewriting */
  GPtrArray *problems;   /* of sentences, with NULL at the end */
};

G_DEFINE_FINAL_TYPE (SdBlocks, sd_blocks, G_TYPE_OBJECT)

static char *
take_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static void
read_meta (SdBlocksMeta *meta, const xmlNode *root)
{
  meta->document = take_attribute (root, "document");
  meta->title = take_attribute (root, "title");
  meta->subject = take_attribute (root, "subject");
  meta->issuer = take_attribute (root, "issuer");
  meta->number = take_attribute (root, "number");
  meta->date = take_attribute (root, "date");
  meta->language = take_attribute (root, "language");
}

static void
index_blocks (SdBlocks *self, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SdBlock *block = blocks->pdata[i];

      if (block->key != NULL)
        g_hash_table_insert (self->by_key, block->key, block);
      index_blocks (self, block->children);
    }
}

static void
sd_blocks_finalize (GObject *object)
{
  SdBlocks *self = SD_BLOCKS (object);

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->pictures);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->style, sd_page_style_unref);
  g_ptr_array_unref (self->rewritings);
  g_ptr_array_unref (self->problems);
  g_free (self->meta.document);
  g_free (self->meta.title);
  g_free (self->meta.subject);
  g_free (self->meta.issuer);
  g_free (self->meta.number);
  g_free (self->meta.date);
  g_free (self->meta.language);
  g_strfreev (self->meta.keywords);

  G_OBJECT_CLASS (sd_blocks_parent_class)->finalize (object);
}

static void
sd_blocks_class_init (SdBlocksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_blocks_finalize;
}

static void
sd_blocks_init (SdBlocks *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_block_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rewritings = g_ptr_array_new_with_free_func ((GDestroyNotify) sd_rewriting_free);
  self->problems = g_ptr_array_new_null_terminated (1, g_free, TRUE);
}

/**
 * sd_blocks_new_from_doc:
 * @doc: blocks as XML, as sanding-blocks.xsd describes them
 * @name: what messages call the template that made them
 * @county: the county, for the fields
 * @plan_id: the plan, for the fields
 * @style: how the document is to look
 * @error: return location for a #SdDocumentError
 *
 * Checks the blocks against their schema and fills in the fields. A field that cannot be filled in
 * is no error here: it is marked in the text and named by sd_blocks_get_problems().
 *
 * Returns: (skip) (transfer full): the document
 */
SdBlocks *
sd_blocks_new_from_doc (xmlDoc *doc,
                        const char *name,
                        SdCounty *county,
                        const char *plan_id,
                        SdPageStyle *style,
                        GError **error)
{
  g_autoptr (SdBlocks) self = g_object_new (SD_TYPE_BLOCKS, NULL);
  SdBlocksReader reader = { .name = name, .county = county, .plan_id = plan_id };

  reader.blocks = self->blocks;
  reader.problems = self->problems;
  if (!sd_blocks_read (&reader, doc, error))
    return NULL;

  self->style = sd_page_style_ref (style);
  read_meta (&self->meta, xmlDocGetRootElement (doc));
  index_blocks (self, self->blocks);

  return g_steal_pointer (&self);
}

/**
 * sd_blocks_get_meta:
 * @self: a document
 *
 * Returns: (transfer none): what it says about itself
 */
const SdBlocksMeta *
sd_blocks_get_meta (SdBlocks *self)
{
  return &self->meta;
}

/**
 * sd_blocks_get_page_style:
 * @self: a document
 *
 * Returns: (transfer none): how it is to look
 */
SdPageStyle *
sd_blocks_get_page_style (SdBlocks *self)
{
  return self->style;
}

/**
 * sd_blocks_get_n_blocks:
 * @self: a document
 *
 * Returns: how many blocks it has, those inside others not counted
 */
guint
sd_blocks_get_n_blocks (SdBlocks *self)
{
  return self->blocks->len;
}

/**
 * sd_blocks_get_block:
 * @self: a document
 * @position: place in the document, from 0
 *
 * Returns: (transfer none) (nullable): the block there, or %NULL past the end
 */
const SdBlock *
sd_blocks_get_block (SdBlocks *self, guint position)
{
  return position < self->blocks->len ? self->blocks->pdata[position] : NULL;
}

/**
 * sd_blocks_find_block:
 * @self: a document
 * @key: key of a block
 *
 * Returns: (transfer none) (nullable): the block of that key, those inside others too
 */
const SdBlock *
sd_blocks_find_block (SdBlocks *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/**
 * sd_blocks_has_tables:
 * @self: a document
 * @position: of an annex
 *
 * Returns: whether there are tables in the annex, so that its pages begin without leading
 */
gboolean
sd_blocks_has_tables (SdBlocks *self, guint position)
{
  const SdBlock *block;

  while ((block = sd_blocks_get_block (self, ++position)) != NULL && block->kind != SD_BLOCK_ANNEX)
    if (block->kind == SD_BLOCK_TABLE)
      return TRUE;

  return FALSE;
}

/**
 * sd_blocks_is_signed:
 * @self: a document
 * @position: of a block
 *
 * Returns: whether it is a paragraph with the signature below it, which has no page without text of
 *   the document (7.3.5)
 */
gboolean
sd_blocks_is_signed (SdBlocks *self, guint position)
{
  const SdBlock *block = sd_blocks_get_block (self, position);
  const SdBlock *next = sd_blocks_get_block (self, position + 1);

  return block != NULL && block->kind == SD_BLOCK_PARAGRAPH && next != NULL &&
         next->kind == SD_BLOCK_SIGNATURE;
}

/**
 * sd_blocks_get_problems:
 * @self: a document
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences for the user about what is
 *   wrong with the document: fields that could not be filled in, rewritten text that lost its place
 */
const char *const *
sd_blocks_get_problems (SdBlocks *self)
{
  return (const char *const *) self->problems->pdata;
}

/**
 * sd_blocks_add_problem:
 * @self: a document
 * @problem: a sentence for the user
 *
 * Reports something about the document that keeps nobody from writing it.
 */
void
sd_blocks_add_problem (SdBlocks *self, const char *problem)
{
  g_ptr_array_add (self->problems, g_strdup (problem));
}

/**
 * sd_blocks_set_keywords:
 * @self: a document
 * @keywords: (array zero-terminated=1): words to find it by
 */
void
sd_blocks_set_keywords (SdBlocks *self, const char *const *keywords)
{
  g_strfreev (self->meta.keywords);
  self->meta.keywords = g_strdupv ((char **) keywords);
}

static double
printed_width (SdBlocks *self, SdPlanPicture *picture, gboolean landscape)
{
  double width, height;

  sd_plan_picture_get_size (picture, &width, &height);
  sd_page_style_fit (self->style, landscape, &width, &height);

  return width;
}

static void
turn_annexes (SdBlocks *self, const char *source, gboolean landscape)
{
  for (guint i = 0; i + 1 < self->blocks->len; i++)
    {
      SdBlock *annex = self->blocks->pdata[i];
      const SdBlock *next = self->blocks->pdata[i + 1];

      if (annex->turns && g_strcmp0 (next->source, source) == 0)
        annex->landscape = landscape;
    }
}

/**
 * sd_blocks_take_rewriting:
 * @self: a document
 * @rewriting: (transfer full): what was written in place of one of its blocks
 */
void
sd_blocks_take_rewriting (SdBlocks *self, SdRewriting *rewriting)
{
  g_ptr_array_add (self->rewritings, rewriting);
}

/**
 * sd_blocks_get_rewritings:
 * @self: a document
 *
 * Returns: (transfer none) (element-type SdRewriting): what was written in place of its blocks
 */
GPtrArray *
sd_blocks_get_rewritings (SdBlocks *self)
{
  return self->rewritings;
}

/**
 * sd_blocks_put_picture:
 * @self: a document
 * @source: name of a picture, as its blocks have it
 * @picture: the picture
 *
 * Supplies a picture that the document shows. Every picture must be supplied before the document is
 * written; sd_document_build() does so.
 */
void
sd_blocks_put_picture (SdBlocks *self, const char *source, SdPlanPicture *picture)
{
  g_hash_table_insert (self->pictures, g_strdup (source), g_object_ref (picture));
  turn_annexes (self, source,
                printed_width (self, picture, TRUE) > printed_width (self, picture, FALSE));
}

/**
 * sd_blocks_get_picture:
 * @self: a document
 * @source: name of a picture
 * @error: return location for %SD_DOCUMENT_ERROR_PICTURE
 *
 * Returns: (transfer none): the picture, or %NULL if it was not supplied
 */
SdPlanPicture *
sd_blocks_get_picture (SdBlocks *self, const char *source, GError **error)
{
  SdPlanPicture *picture = g_hash_table_lookup (self->pictures, source);

  if (picture == NULL)
    g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_PICTURE,
                 _ ("The document shows the picture “%s”, which was not supplied."), source);

  return picture;
}
