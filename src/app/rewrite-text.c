/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rewrite-text.h"

#include "document/field.h"

#include <libxml/parser.h>
#include <string.h>

/* The text of a paragraph that is rewritten, between the block, the plan's markup and the editor.
 */

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

static void
piece_free (SdRewritePiece *self)
{
  g_free (self->text);
  g_free (self->ref);
  g_free (self->format);
  g_free (self);
}

/**
 * sd_rewrite_pieces_new:
 *
 * Returns: (transfer full) (element-type SdRewritePiece): an empty text
 */
GPtrArray *
sd_rewrite_pieces_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
}

/**
 * sd_rewrite_pieces_add:
 * @pieces: a text
 * @text: what is printed; a line end begins another paragraph
 * @ref: (nullable): what the field refers to
 * @format: (nullable): how its number is written
 */
void
sd_rewrite_pieces_add (GPtrArray *pieces, const char *text, const char *ref, const char *format)
{
  SdRewritePiece *piece = g_new0 (SdRewritePiece, 1);

  piece->text = g_strdup (text);
  piece->ref = g_strdup (ref);
  piece->format = g_strdup (format);
  g_ptr_array_add (pieces, piece);
}

/**
 * sd_rewrite_value:
 * @county: a county
 * @plan_id: a plan of it
 * @ref: what a field refers to
 * @format: (nullable): how its number is written
 *
 * Returns: (transfer full) (nullable): what the field prints now; %NULL where it has no value
 */
char *
sd_rewrite_value (SdCounty *county, const char *plan_id, const char *ref, const char *format)
{
  g_auto (SdValue) value = SD_VALUE_INIT;

  return sd_field_evaluate (county, plan_id, ref, &value, NULL)
             ? sd_field_format (&value, format, NULL)
             : NULL;
}

/**
 * sd_rewrite_pieces_from_block:
 * @block: a block of text
 *
 * Returns: (transfer full) (element-type SdRewritePiece): its text
 */
GPtrArray *
sd_rewrite_pieces_from_block (const SdBlock *block)
{
  GPtrArray *pieces = sd_rewrite_pieces_new ();

  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];
      const gboolean chinese = piece->is_number && !g_ascii_isdigit (*piece->text);

      sd_rewrite_pieces_add (pieces, piece->text, piece->ref, chinese ? "chinese" : NULL);
    }

  return pieces;
}

static char *
take_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static void
add_field (GPtrArray *pieces, const xmlNode *node, SdCounty *county, const char *plan_id)
{
  g_autofree char *ref = take_attribute (node, "ref");
  g_autofree char *format = take_attribute (node, "format");
  g_autofree char *value = NULL;

  if (ref == NULL)
    return;
  value = sd_rewrite_value (county, plan_id, ref, format);
  if (value == NULL)
    value = g_strdup_printf ("【%s】", ref);
  sd_rewrite_pieces_add (pieces, value, ref, format);
}

/**
 * sd_rewrite_pieces_from_markup:
 * @markup: paragraphs as the plan keeps them
 * @county: a county
 * @plan_id: a plan of it, for the fields
 *
 * Returns: (transfer full) (element-type SdRewritePiece): the text
 */
GPtrArray *
sd_rewrite_pieces_from_markup (const char *markup, SdCounty *county, const char *plan_id)
{
  GPtrArray *pieces = sd_rewrite_pieces_new ();
  g_autofree char *whole = g_strconcat ("<body>", markup, "</body>", NULL);
  xmlDoc *doc = xmlReadMemory (whole, (int) strlen (whole), NULL, NULL, OPTIONS);
  const xmlNode *p = doc != NULL ? xmlFirstElementChild (xmlDocGetRootElement (doc)) : NULL;

  for (; p != NULL; p = xmlNextElementSibling ((xmlNode *) p))
    {
      if (pieces->len > 0)
        sd_rewrite_pieces_add (pieces, "\n", NULL, NULL);
      for (const xmlNode *node = p->children; node != NULL; node = node->next)
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
          sd_rewrite_pieces_add (pieces, (const char *) node->content, NULL, NULL);
        else if (node->type == XML_ELEMENT_NODE)
          add_field (pieces, node, county, plan_id);
    }
  xmlFreeDoc (doc);

  return pieces;
}

static void
append_typed (GString *markup, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (markup, "%s%s", i > 0 ? "</p><p>" : "", escaped);
    }
}

/**
 * sd_rewrite_pieces_to_markup:
 * @pieces: (element-type SdRewritePiece): a text
 *
 * Returns: (transfer full): paragraphs as the plan keeps them
 */
char *
sd_rewrite_pieces_to_markup (GPtrArray *pieces)
{
  GString *markup = g_string_new ("<p>");

  for (guint i = 0; i < pieces->len; i++)
    {
      const SdRewritePiece *piece = pieces->pdata[i];
      g_autofree char *ref = NULL;

      if (piece->ref == NULL)
        {
          append_typed (markup, piece->text);
          continue;
        }
      ref = g_markup_escape_text (piece->ref, -1);
      g_string_append_printf (markup, "<field ref=\"%s\"", ref);
      if (piece->format != NULL)
        g_string_append_printf (markup, " format=\"%s\"", piece->format);
      g_string_append (markup, "/>");
    }
  g_string_append (markup, "</p>");

  return g_string_free (markup, FALSE);
}

/**
 * sd_rewrite_pieces_to_text:
 * @pieces: (element-type SdRewritePiece): a text
 *
 * Returns: (transfer full): what was typed, with an object replacement character for each field
 */
char *
sd_rewrite_pieces_to_text (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const SdRewritePiece *piece = pieces->pdata[i];

      if (piece->ref == NULL)
        g_string_append (text, piece->text);
      else
        g_string_append_unichar (text, 0xFFFC);
    }

  return g_string_free (text, FALSE);
}
