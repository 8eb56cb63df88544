/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "blocks-private.h"

#include "field.h"
#include "schema-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Elements of sanding-blocks.xsd, by kind. */
static const char *const kind_names[SD_N_BLOCK_KINDS] = {
  [SD_BLOCK_HEAD] = "head",
  [SD_BLOCK_TITLE] = "title",
  [SD_BLOCK_ADDRESSEE] = "addressee",
  [SD_BLOCK_HEADING] = "heading",
  [SD_BLOCK_PARAGRAPH] = "paragraph",
  [SD_BLOCK_LIST] = "list",
  [SD_BLOCK_TABLE] = "table",
  [SD_BLOCK_PICTURE] = "picture",
  [SD_BLOCK_ANNEX] = "annex",
  [SD_BLOCK_SIGNATURE] = "signature",
  [SD_BLOCK_DATE] = "date",
  [SD_BLOCK_NOTE] = "note",
  [SD_BLOCK_IMPRINT] = "imprint",
  [SD_BLOCK_PAGE_BREAK] = "page-break",
  [SD_BLOCK_ITEM] = "item",
  [SD_BLOCK_COLUMN] = "column",
  [SD_BLOCK_ROW] = "row",
  [SD_BLOCK_CELL] = "cell",
  [SD_BLOCK_COPIES] = "copies",
  [SD_BLOCK_PRINTER] = "printer",
  [SD_BLOCK_PRINTED] = "printed",
  [SD_BLOCK_COPY_NUMBER] = "copy-number",
  [SD_BLOCK_SECRECY] = "secrecy",
  [SD_BLOCK_URGENCY] = "urgency",
  [SD_BLOCK_MARK] = "mark",
  [SD_BLOCK_NUMBER] = "number",
  [SD_BLOCK_SIGNATORY] = "signatory",
};

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

static char *
take_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
attribute_is (const xmlNode *node, const char *name, const char *word)
{
  g_autofree char *value = take_attribute (node, name);

  return g_strcmp0 (value, word) == 0;
}

static double
number_attribute (const xmlNode *node, const char *name, double otherwise)
{
  g_autofree char *value = take_attribute (node, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : otherwise;
}

static gboolean
beside_chinese (const char *start, const char *blanks, const char *after)
{
  return blanks == start || *after == '\0' ||
         g_unichar_iswide_cjk (g_utf8_get_char (g_utf8_prev_char (blanks))) ||
         g_unichar_iswide_cjk (g_utf8_get_char (after));
}

/* Blanks with a line end among them are the layout of the XML file, not of the text. */
static char *
without_layout (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *from = text;

  while (*from != '\0')
    {
      gsize length = strcspn (from, " \t\r\n");
      const char *blanks = from + length;
      gsize n_blanks = strspn (blanks, " \t\r\n");

      g_string_append_len (clean, from, (gssize) length);
      if (memchr (blanks, '\n', n_blanks) == NULL)
        g_string_append_len (clean, blanks, (gssize) n_blanks);
      else if (!beside_chinese (text, blanks, blanks + n_blanks))
        g_string_append_c (clean, ' ');
      from = blanks + n_blanks;
    }

  return g_strdup (clean->str);
}

/* A field that cannot be filled in stays visible in the text and is reported: a document must not
 * be printed with a gap in it that nobody sees. */
static void
add_missing (
    SdBlocksReader *reader, SdBlock *block, const char *ref, const char *label, const char *problem)
{
  g_autofree char *mark =
      label != NULL ? g_strdup_printf ("【%s】", label) : g_strdup_printf ("【未能填入：%s】", ref);
  SdInline *piece = sd_block_add_inline (block, mark, ref);

  piece->missing = TRUE;
  g_ptr_array_add (reader->problems,
                   block->key != NULL ? g_strdup_printf (_ ("%s (block “%s”)"), problem, block->key)
                                      : g_strdup (problem));
}

/* A document is cited in full once, and afterwards by its title alone. */
static char *
choose_form (SdBlocksReader *reader, const char *ref)
{
  if (!g_str_has_prefix (ref, "cite:") || g_hash_table_add (reader->cited, g_strdup (ref)))
    return g_strdup (ref);

  return g_strconcat (ref, ":short", NULL);
}

static void
read_field (SdBlocksReader *reader, SdBlock *block, const xmlNode *node)
{
  g_autofree char *ref = take_attribute (node, "ref");
  g_autofree char *format = take_attribute (node, "format");
  g_autofree char *label = take_attribute (node, "label");
  g_autofree char *text = NULL;
  g_autofree char *form = choose_form (reader, ref);
  g_auto (SdValue) value = SD_VALUE_INIT;
  g_autoptr (GError) problem = NULL;
  SdInline *piece;

  if (sd_field_evaluate (reader->county, reader->plan_id, form, &value, &problem))
    text = sd_field_format (&value, format, &problem);
  if (text == NULL)
    {
      add_missing (reader, block, ref, label, problem->message);
      return;
    }

  piece = sd_block_add_inline (block, text, ref);
  piece->is_number = value.type == SD_VALUE_INTEGER || value.type == SD_VALUE_REAL;
  piece->number = value.type == SD_VALUE_INTEGER ? (double) value.integer : value.real;
}

static void
trim (SdBlock *block)
{
  if (block->inlines->len == 0)
    return;
  g_strchug (((SdInline *) block->inlines->pdata[0])->text);
  g_strchomp (((SdInline *) block->inlines->pdata[block->inlines->len - 1])->text);
}

static void
read_inlines (SdBlocksReader *reader, SdBlock *block, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_named (child, "field"))
        {
          read_field (reader, block, child);
        }
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          g_autofree char *text = without_layout ((const char *) child->content);

          if (*text != '\0')
            sd_block_add_inline (block, text, NULL);
        }
    }
  trim (block);
}

static SdBlockKind
kind_of (const xmlNode *node)
{
  for (guint i = 0; i < SD_N_BLOCK_KINDS; i++)
    if (is_named (node, kind_names[i]))
      return i;

  g_return_val_if_reached (SD_BLOCK_PARAGRAPH); /* the schema knows no other */
}

static void
read_number (SdBlock *cell, const xmlNode *node)
{
  g_autofree char *value = take_attribute (node, "value");
  const SdInline *only = cell->inlines->len == 1 ? cell->inlines->pdata[0] : NULL;

  if (value != NULL)
    {
      cell->has_value = TRUE;
      cell->value = g_ascii_strtod (value, NULL);
      if (only == NULL && cell->inlines->len == 0)
        sd_block_add_inline (cell, g_strstrip (value), NULL);
    }
  else if (only != NULL && only->is_number)
    {
      cell->has_value = TRUE;
      cell->value = only->number;
    }
}

static void
read_attributes (SdBlock *block, const xmlNode *node)
{
  static const char *const label_names[SD_N_BLOCK_KINDS] = {
    [SD_BLOCK_HEADING] = "number", [SD_BLOCK_ITEM] = "number", [SD_BLOCK_ANNEX] = "label",
    [SD_BLOCK_LIST] = "label",     [SD_BLOCK_TABLE] = "title", [SD_BLOCK_PICTURE] = "title",
  };

  block->key = take_attribute (node, "key");
  if (label_names[block->kind] != NULL)
    block->label = take_attribute (node, label_names[block->kind]);
  block->description = take_attribute (node, "description");
  block->source = take_attribute (node, "source");
  block->level = (guint) number_attribute (node, "level", 0);
  block->width = number_attribute (node, "width", 0);
  block->columns = (guint) number_attribute (node, "columns", 1);
  block->align = attribute_is (node, "align", "center") ? SD_ALIGN_CENTER
                 : attribute_is (node, "align", "end")  ? SD_ALIGN_END
                                                        : SD_ALIGN_START;
  block->landscape = attribute_is (node, "orientation", "landscape");
  block->turns = attribute_is (node, "orientation", "auto");
  block->annexes = attribute_is (node, "kind", "annexes");
  block->total = attribute_is (node, "total", "true") || attribute_is (node, "total", "1");
  block->sealed = attribute_is (node, "sealed", "true") || attribute_is (node, "sealed", "1");
}

static char *
number_heading (guint level, guint place)
{
  g_autofree char *chinese = sd_chinese_number (place);

  switch (level)
    {
    case 1:
      return g_strconcat (chinese, "、", NULL);
    case 2:
      return g_strconcat ("（", chinese, "）", NULL);
    case 3:
      return g_strdup_printf ("%u.", place);
    default:
      return g_strdup_printf ("（%u）", place);
    }
}

/* 一、（一）1.（1）, by the place among the headings of the level since the last of a higher one.
 */
static void
count_heading (SdBlocksReader *reader, SdBlock *block)
{
  guint place = ++reader->headings[block->level - 1];

  for (guint i = block->level; i < G_N_ELEMENTS (reader->headings); i++)
    reader->headings[i] = 0;
  if (g_strcmp0 (block->label, "auto") != 0)
    return;
  g_free (block->label);
  block->label = number_heading (block->level, place);
}

/* An annex is a document of its own: it counts its headings and cites in full again. */
static void
begin_annex (SdBlocksReader *reader)
{
  g_hash_table_remove_all (reader->cited);
  memset (reader->headings, 0, sizeof reader->headings);
}

static gboolean
has_children (SdBlockKind kind)
{
  return kind == SD_BLOCK_LIST || kind == SD_BLOCK_TABLE || kind == SD_BLOCK_ROW ||
         kind == SD_BLOCK_IMPRINT || kind == SD_BLOCK_HEAD;
}

static SdBlock *read_block (SdBlocksReader *reader, const xmlNode *node, gboolean header);

/* The rows of a table's header become rows like the others, with a mark. */
static void
read_children (SdBlocksReader *reader, SdBlock *block, const xmlNode *node, gboolean header)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_named (child, "header"))
        read_children (reader, block, child, TRUE);
      else if (child->type == XML_ELEMENT_NODE)
        g_ptr_array_add (block->children, read_block (reader, child, header));
    }
}

static SdBlock *
read_block (SdBlocksReader *reader, const xmlNode *node, gboolean header)
{
  SdBlock *block = sd_block_new (kind_of (node));

  read_attributes (block, node);
  block->header = header && block->kind == SD_BLOCK_ROW;
  if (block->kind == SD_BLOCK_ANNEX)
    begin_annex (reader);
  if (block->kind == SD_BLOCK_HEADING)
    count_heading (reader, block);
  if (has_children (block->kind))
    read_children (reader, block, node, FALSE);
  else
    read_inlines (reader, block, node);
  if (block->kind == SD_BLOCK_CELL)
    read_number (block, node);

  return block;
}

static gboolean
check_table (SdBlocksReader *reader, const SdBlock *table, GError **error)
{
  guint n_columns = 0;

  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *row = table->children->pdata[i];
      guint width = 0;

      if (row->kind == SD_BLOCK_COLUMN)
        {
          n_columns++;
          continue;
        }
      for (guint j = 0; j < row->children->len; j++)
        width += ((const SdBlock *) row->children->pdata[j])->columns;
      if (width == n_columns)
        continue;
      g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_BLOCKS,
                   _ ("%s: in the table “%s” row %u fills %u columns; expected %u."), reader->name,
                   table->key, i - n_columns + 1, width, n_columns);
      return FALSE;
    }

  return TRUE;
}

static char *
on_invalid (const xmlNode *node, const char *problem, gpointer name)
{
  g_autofree char *key = NULL;

  for (; node != NULL && key == NULL; node = node->parent)
    if (node->type == XML_ELEMENT_NODE)
      key = take_attribute (node, "key");

  return g_strdup_printf (_ ("%s: the template makes something that is no document, at the block "
                             "“%s”: %s"),
                          (const char *) name, key != NULL ? key : "", problem);
}

/*
 * sd_blocks_read:
 * @reader: what to read into
 * @doc: what a template made
 * @error: return location
 *
 * Checks a document of blocks against its schema and reads it.
 */
gboolean
sd_blocks_read (SdBlocksReader *reader, xmlDoc *doc, GError **error)
{
  g_autoptr (GHashTable) cited = NULL;

  if (!sd_document_schema_check ("sanding-blocks.xsd", doc, on_invalid, (gpointer) reader->name,
                                 SD_DOCUMENT_ERROR_BLOCKS, error))
    return FALSE;

  cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->cited = cited;
  for (const xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      SdBlock *block;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      block = read_block (reader, node, FALSE);
      g_ptr_array_add (reader->blocks, block);
      if (block->kind == SD_BLOCK_TABLE && !check_table (reader, block, error))
        return FALSE;
    }

  return TRUE;
}
