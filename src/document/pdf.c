/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The document's date dates the file, so that the same plan gives the same bytes; without one it is
 * the same day for all. */
static void
write_metadata (cairo_surface_t *surface, const SdBlocksMeta *meta)
{
  g_autofree char *date =
      g_strdup_printf ("%sT00:00:00Z", meta->date != NULL ? meta->date : "2000-01-01");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, meta->title);
  if (meta->issuer != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, meta->issuer);
  if (meta->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, meta->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Sanding " SD_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static guint
level_of (const SdBlock *block)
{
  if (block->kind == SD_BLOCK_ANNEX || block->kind == SD_BLOCK_TITLE)
    return 1;

  return block->kind == SD_BLOCK_HEADING ? 1 + block->level : 0;
}

/* Titles, annexes and headings as the outline of the file, each leading to its page. */
static void
write_outline (cairo_surface_t *surface, SdLayout *layout)
{
  SdBlocks *blocks = sd_layout_get_blocks (layout);
  int parents[7] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < sd_blocks_get_n_blocks (blocks); i++)
    {
      const SdBlock *block = sd_blocks_get_block (blocks, i);
      const guint level = level_of (block);
      g_autofree char *text = NULL;
      g_autofree char *label = NULL;
      g_autofree char *link = NULL;
      SdLayoutSpot spot;

      if (level == 0 || !sd_layout_find (layout, block->key, NULL, 0, &spot))
        continue;
      text = sd_block_get_text (block);
      label = g_strconcat (block->label != NULL ? block->label : "",
                           block->kind == SD_BLOCK_ANNEX ? " " : "", text, NULL);
      link = g_strdup_printf ("page=%u pos=[0 %d]", spot.page + 1, (int) spot.rect.y);
      parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], label, link,
                                                      CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint below = level + 1; below < G_N_ELEMENTS (parents); below++)
        parents[below] = parents[level];
    }
}

static void
write_pages (cairo_surface_t *surface, SdLayout *layout)
{
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < sd_layout_get_n_pages (layout); page++)
    {
      double width, height;

      sd_layout_get_page_size (layout, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      sd_layout_paint (layout, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/**
 * sd_pdf_write:
 * @layout: a document on its pages
 * @error: return location for a #SdDocumentError
 *
 * Writes the pages as PDF, with the typefaces embedded, text that can be searched and copied, an
 * outline and metadata. The same layout gives the same bytes.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
sd_pdf_write (SdLayout *layout, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 595, 842);
  cairo_status_t status;

  write_metadata (surface, sd_blocks_get_meta (sd_layout_get_blocks (layout)));
  write_outline (surface, layout);
  write_pages (surface, layout);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, SD_DOCUMENT_ERROR, SD_DOCUMENT_ERROR_WRITE,
               _ ("The PDF could not be written: %s."), cairo_status_to_string (status));
  return NULL;
}
