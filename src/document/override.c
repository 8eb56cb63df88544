/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "override-private.h"

#include "plan/writer.h"

/* Blocks that are text and nothing else, so that other text can take their place. */
static const char *const text_blocks[] = { "title", "addressee", "heading", "paragraph",
                                           "annex", "signature", "date",    "note" };

static gboolean
is_named (const xmlNode *node, const char *uri, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         xmlStrEqual (node->ns->href, BAD_CAST uri) && xmlStrEqual (node->name, BAD_CAST name);
}

static gboolean
attribute_is (const xmlNode *node, const char *name, const char *expected)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  gboolean result = value != NULL && xmlStrEqual (value, BAD_CAST expected);

  xmlFree (value);
  return result;
}

static gboolean
is_text_block (const xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_blocks); i++)
    if (is_named (node, SD_BLOCKS_NAMESPACE, text_blocks[i]))
      return TRUE;

  return FALSE;
}

static xmlNode *
find_text_block (xmlDoc *doc, const char *key)
{
  for (xmlNode *node = xmlFirstElementChild (xmlDocGetRootElement (doc)); node != NULL;
       node = xmlNextElementSibling (node))
    if (is_text_block (node) && attribute_is (node, "key", key))
      return node;

  return NULL;
}

static void
remove_children (xmlNode *block)
{
  while (block->children != NULL)
    {
      xmlNode *child = block->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

static void
copy_attribute (const xmlNode *from, xmlNode *to, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (from, BAD_CAST name);

  if (value != NULL)
    xmlNewProp (to, BAD_CAST name, value);
  xmlFree (value);
}

/* Text and fields are the same in a plan and in blocks, but for the namespace. */
static void
append_content (xmlNode *block, const xmlNode *paragraph)
{
  for (const xmlNode *node = paragraph->children; node != NULL; node = node->next)
    {
      if (is_named (node, SD_PLAN_NAMESPACE, "field"))
        {
          xmlNode *field = xmlNewChild (block, block->ns, BAD_CAST "field", NULL);

          copy_attribute (node, field, "ref");
          copy_attribute (node, field, "format");
        }
      else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        {
          xmlAddChild (block, xmlNewDocText (block->doc, node->content));
        }
    }
}

static xmlNode *
add_paragraph_after (xmlNode *block, const char *key, guint number)
{
  g_autofree char *next_key = g_strdup_printf ("%s:%u", key, number);
  xmlNode *next = xmlNewDocNode (block->doc, block->ns, BAD_CAST "paragraph", NULL);

  xmlNewProp (next, BAD_CAST "key", BAD_CAST next_key);
  return xmlAddNextSibling (block, next);
}

/* The first paragraph takes the block's place; more of them follow it, where the block is a
 * paragraph, and else go on in it. */
static void
replace_content (xmlNode *block, const char *key, const xmlNode *body)
{
  guint number = 0;

  remove_children (block);
  for (const xmlNode *paragraph = body->children; paragraph != NULL; paragraph = paragraph->next)
    {
      if (!is_named (paragraph, SD_PLAN_NAMESPACE, "p"))
        continue;
      if (++number > 1 && is_named (block, SD_BLOCKS_NAMESPACE, "paragraph"))
        block = add_paragraph_after (block, key, number);
      append_content (block, paragraph);
    }
}

static const char *
text_of (const xmlNode *node)
{
  return node != NULL && node->type == XML_TEXT_NODE ? (const char *) node->content : NULL;
}

/* The fields that a text has, each with what stands around it. */
static void
list_fields (const xmlNode *block, GPtrArray *drafted)
{
  for (const xmlNode *node = block->children; node != NULL; node = node->next)
    {
      xmlChar *ref;

      if (!is_named (node, SD_BLOCKS_NAMESPACE, "field"))
        continue;
      ref = xmlGetNoNsProp (node, BAD_CAST "ref");
      sd_drafted_fields_add (drafted, (const char *) ref, text_of (node->prev),
                             text_of (node->next));
      xmlFree (ref);
    }
}

static char *
text_of_body (const xmlNode *body)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *paragraph = body->children; paragraph != NULL; paragraph = paragraph->next)
    for (const xmlNode *node = paragraph->children; node != NULL; node = node->next)
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *) node->content);
      else
        g_string_append (text, "\357\277\274"); /* U+FFFC */

  return g_string_free (text, FALSE);
}

static void
apply (xmlDoc *doc, const xmlNode *override, const char *document_id, GPtrArray *rewritings)
{
  xmlChar *key = xmlGetNoNsProp (override, BAD_CAST "key");
  xmlChar *id = xmlGetNoNsProp (override, BAD_CAST "id");
  xmlNode *block = key != NULL ? find_text_block (doc, (const char *) key) : NULL;
  SdRewriting *rewriting = sd_rewriting_new ((const char *) id, document_id, (const char *) key);

  rewriting->lost = block == NULL;
  if (block != NULL)
    list_fields (block, rewriting->drafted);
  for (const xmlNode *child = override->children; child != NULL; child = child->next)
    {
      if (!is_named (child, SD_PLAN_NAMESPACE, "body"))
        continue;
      g_free (rewriting->text);
      rewriting->text = text_of_body (child);
      if (block != NULL)
        replace_content (block, (const char *) key, child);
    }
  g_ptr_array_add (rewritings, rewriting);
  xmlFree (key);
  xmlFree (id);
}

/*
 * sd_overrides_apply:
 * @doc: blocks, before they are checked
 * @plan: the plan they were made of
 * @document_id: the document type
 * @rewritings: (element-type SdRewriting): what was written is added to it
 *
 * Puts what the officer wrote in the place of what the template made.
 */
void
sd_overrides_apply (xmlDoc *doc, xmlDoc *plan, const char *document_id, GPtrArray *rewritings)
{
  for (xmlNode *node = xmlDocGetRootElement (plan)->children; node != NULL; node = node->next)
    if (is_named (node, SD_PLAN_NAMESPACE, "override") &&
        attribute_is (node, "document", document_id))
      apply (doc, node, document_id, rewritings);
}
