/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html.h"

#include "document-resources.h"
#include "odf-private.h"

#define STYLE "/org/sanding/Sanding/document/html.css"

/* One file of HTML that is well-formed XML as well. All text goes through the writer, which
 * escapes it; the only raw text is the style, which is our own. */
typedef struct
{
  SdBlocks *blocks;
  xmlTextWriter *writer;
} Html;

/* What HTML takes for the start of an element does not end in "/>". */
static void
end (Html *html)
{
  xmlTextWriterFullEndElement (html->writer);
}

static void
write_element (Html *html, const char *element, const char *class, const char *text)
{
  sd_odf_start (html->writer, element, "class", class, NULL);
  sd_odf_string (html->writer, text);
  end (html);
}

/* The class of a block is the name of the rule that made it, its identifier the whole key. */
static char *
class_of (const SdBlock *block)
{
  return block->key != NULL ? g_strndup (block->key, strcspn (block->key, ":")) : NULL;
}

static void
start_block (Html *html, const char *element, const SdBlock *block)
{
  g_autofree char *class = class_of (block);

  sd_odf_start (html->writer, element, "id", block->key, "class", class, NULL);
}

static void
write_text (Html *html, const SdBlock *block)
{
  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      if (piece->missing)
        write_element (html, "mark", NULL, piece->text);
      else
        sd_odf_string (html->writer, piece->text);
    }
}

static void
write_labelled (Html *html, const char *element, const SdBlock *block)
{
  start_block (html, element, block);
  if (block->label != NULL)
    write_element (html, "span", "number", block->label);
  write_text (html, block);
  end (html);
}

static void
write_list (Html *html, const SdBlock *list)
{
  start_block (html, "ul", list);
  for (guint i = 0; i < list->children->len; i++)
    write_labelled (html, "li", list->children->pdata[i]);
  end (html);
}

static const char *
alignment (const SdBlock *table, guint column)
{
  static const char *const names[] = { NULL, "center", "end", NULL };
  const SdBlock *found = table->children->pdata[column];

  return names[found->align];
}

static void
write_row (Html *html, const SdBlock *table, const SdBlock *row)
{
  guint column = 0;

  start_block (html, "tr", row);
  for (guint i = 0; i < row->children->len; i++)
    {
      const SdBlock *cell = row->children->pdata[i];
      g_autofree char *span = g_strdup_printf ("%u", cell->columns);

      sd_odf_start (html->writer, row->header ? "th" : "td", "class", alignment (table, column),
                    "colspan", cell->columns > 1 ? span : NULL, "scope", row->header ? "col" : NULL,
                    NULL);
      write_text (html, cell);
      end (html);
      column += cell->columns;
    }
  end (html);
}

static void
write_columns (Html *html, const SdBlock *table)
{
  double all = 0;

  for (guint i = 0; i < table->children->len; i++)
    all += ((const SdBlock *) table->children->pdata[i])->width;
  sd_odf_start (html->writer, "colgroup", NULL);
  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *column = table->children->pdata[i];
      g_autofree char *style = g_strdup_printf ("width:%d%%", (int) (column->width * 100 / all));

      if (column->kind == SD_BLOCK_COLUMN)
        sd_odf_empty (html->writer, "col", "style", style, NULL);
    }
  end (html);
}

static void
write_rows (Html *html, const SdBlock *table, const char *element, gboolean header)
{
  gboolean open = FALSE;

  for (guint i = 0; i < table->children->len; i++)
    {
      const SdBlock *row = table->children->pdata[i];

      if (row->kind != SD_BLOCK_ROW || row->header != header)
        continue;
      if (!open)
        sd_odf_start (html->writer, element, NULL);
      open = TRUE;
      write_row (html, table, row);
    }
  if (open)
    end (html);
}

static void
write_table (Html *html, const SdBlock *table)
{
  g_autofree char *class = class_of (table);

  sd_odf_start (html->writer, "table", "id", table->key, "class", class, "aria-label", table->label,
                NULL);
  write_columns (html, table);
  write_rows (html, table, "thead", TRUE);
  write_rows (html, table, "tbody", FALSE);
  end (html);
}

static void
write_picture (Html *html, const SdBlock *block, GError **error)
{
  SdPlanPicture *picture = sd_blocks_get_picture (html->blocks, block->source, error);
  GBytes *svg = picture != NULL ? sd_plan_picture_get_svg (picture) : NULL;
  g_autofree char *data = NULL;
  g_autofree char *source = NULL;

  if (svg == NULL)
    return;

  data = g_base64_encode (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  source = g_strconcat ("data:image/svg+xml;base64,", data, NULL);
  sd_odf_empty (html->writer, "img", "id", block->key, "src", source, "alt", block->description,
                NULL);
}

static void
write_block (Html *html, const SdBlock *block, GError **error)
{
  g_autofree char *heading = g_strdup_printf ("h%u", block->level + 1);

  switch (block->kind)
    {
    case SD_BLOCK_TITLE:
      write_labelled (html, "h1", block);
      break;
    case SD_BLOCK_HEADING:
      write_labelled (html, heading, block);
      break;
    case SD_BLOCK_ANNEX:
      write_labelled (html, "h2", block);
      break;
    case SD_BLOCK_LIST:
      write_list (html, block);
      break;
    case SD_BLOCK_TABLE:
      write_table (html, block);
      break;
    case SD_BLOCK_PICTURE:
      write_picture (html, block, error);
      break;
    case SD_BLOCK_HEAD:
    case SD_BLOCK_IMPRINT:
      for (guint i = 0; i < block->children->len; i++)
        write_labelled (html, "p", block->children->pdata[i]);
      break;
    case SD_BLOCK_PAGE_BREAK:
      break;
    default:
      write_labelled (html, "p", block);
    }
}

/* Headings below sections are many: they stand in lines, each by its number. A title, level 0, is
 * worth a link where there are several. */
static void
write_link (Html *html, const SdBlock *heading)
{
  g_autofree char *target = g_strconcat ("#", heading->key, NULL);
  g_autofree char *class = g_strdup_printf ("level-%u", heading->level);
  g_autofree char *text = sd_block_get_text (heading);
  gboolean brief = heading->level > 1 && heading->label != NULL;

  sd_odf_start (html->writer, "a", "href", target, "class", class, "title", brief ? text : NULL,
                NULL);
  if (heading->label != NULL)
    sd_odf_string (html->writer, heading->label);
  if (!brief)
    sd_odf_string (html->writer, text);
  end (html);
  sd_odf_string (html->writer, "\n");
}

static guint
count_titles (Html *html)
{
  guint n = 0;

  for (guint i = 0; i < sd_blocks_get_n_blocks (html->blocks); i++)
    n += sd_blocks_get_block (html->blocks, i)->kind == SD_BLOCK_TITLE;

  return n;
}

static void
write_contents (Html *html)
{
  gboolean with_titles = count_titles (html) > 1;

  sd_odf_start (html->writer, "nav", NULL);
  for (guint i = 0; i < sd_blocks_get_n_blocks (html->blocks); i++)
    {
      const SdBlock *block = sd_blocks_get_block (html->blocks, i);

      if (block->kind == SD_BLOCK_HEADING || (block->kind == SD_BLOCK_TITLE && with_titles))
        write_link (html, block);
    }
  end (html);
}

static void
write_head (Html *html)
{
  const SdBlocksMeta *meta = sd_blocks_get_meta (html->blocks);
  g_autoptr (GBytes) style = g_resource_lookup_data (sd_document_get_resource (), STYLE, 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style));

  sd_odf_start (html->writer, "head", NULL);
  sd_odf_empty (html->writer, "meta", "charset", "UTF-8", NULL);
  sd_odf_empty (html->writer, "meta", "name", "viewport", "content",
                "width=device-width, initial-scale=1", NULL);
  sd_odf_empty (html->writer, "meta", "name", "generator", "content", "Sanding/" SD_VERSION, NULL);
  write_element (html, "title", NULL, meta->title);
  sd_odf_start (html->writer, "style", NULL);
  xmlTextWriterWriteRaw (html->writer, BAD_CAST text);
  end (html);
  end (html);
}

/* Blocks before the first heading, the title above all, stand before the contents. */
static void
write_body (Html *html, GError **error)
{
  GError *problem = NULL;
  gboolean listed = FALSE;

  sd_odf_start (html->writer, "body", NULL);
  sd_odf_start (html->writer, "main", NULL);
  for (guint i = 0; i < sd_blocks_get_n_blocks (html->blocks) && problem == NULL; i++)
    {
      const SdBlock *block = sd_blocks_get_block (html->blocks, i);

      if (block->kind == SD_BLOCK_HEADING && !listed)
        {
          write_contents (html);
          listed = TRUE;
        }
      write_block (html, block, &problem);
      sd_odf_string (html->writer, "\n");
    }
  end (html);
  end (html);
  if (problem != NULL)
    g_propagate_error (error, problem);
}

/**
 * sd_html_write:
 * @blocks: a document
 * @error: return location for a #SdDocumentError
 *
 * Writes a document as one file of HTML5, with its style and a table of contents, without scripts
 * and without anything to load. The identifier of an element is the key of its block. The same
 * blocks give the same bytes.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
sd_html_write (SdBlocks *blocks, GError **error)
{
  g_autoptr (xmlBuffer) buffer = xmlBufferCreate ();
  g_autoptr (xmlTextWriter) writer = xmlNewTextWriterMemory (buffer, 0);
  Html html = { blocks, writer };
  GError *problem = NULL;
  g_autofree char *text = NULL;
  const char *page;

  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  sd_odf_start (writer, "html", "lang", sd_blocks_get_meta (blocks)->language, NULL);
  write_head (&html);
  write_body (&html, &problem);
  xmlTextWriterEndDocument (writer);
  g_clear_pointer (&writer, xmlFreeTextWriter);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }

  /* the XML declaration told the writer the encoding and has no place in HTML */
  page = strstr ((const char *) xmlBufferContent (buffer), "?>") + 2;
  text = g_strconcat ("<!DOCTYPE html>", page, NULL);
  return g_bytes_new (text, strlen (text));
}
