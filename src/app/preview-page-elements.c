/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-page-private.h"

#include "document-dialog.h"

/* From a document, or from a field of it, to what the document says of itself. */

#define PREFIX "document:"

static const char *
ref_in (const SdBlock *block)
{
  const char *ref = NULL;

  for (guint i = 0; i < block->inlines->len; i++)
    {
      const SdInline *piece = block->inlines->pdata[i];

      if (piece->ref != NULL && g_str_has_prefix (piece->ref, PREFIX))
        return piece->ref;
    }
  for (guint i = 0; ref == NULL && i < block->children->len; i++)
    ref = ref_in (block->children->pdata[i]);

  return ref;
}

/* The first field of an element that the document prints; such documents have others, too. */
static const char *
find_element (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  SdBlocks *blocks = layout != NULL ? sd_layout_get_blocks (layout) : NULL;
  const char *ref = NULL;
  const SdBlock *block;

  for (guint i = 0;
       blocks != NULL && ref == NULL && (block = sd_blocks_get_block (blocks, i)) != NULL; i++)
    ref = ref_in (block);

  return ref;
}

gboolean
sd_preview_page_is_element (const char *ref)
{
  return ref != NULL && g_str_has_prefix (ref, PREFIX);
}

/* A reference is document:TYPE:COLUMN. */
static void
open_dialog (SdPreviewPage *self, const char *ref, gboolean has_column)
{
  g_auto (GStrv) parts = g_strsplit (ref, ":", 3);

  if (g_strv_length (parts) == 3)
    gtk_window_present (GTK_WINDOW (
        sd_document_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                                parts[1], has_column ? parts[2] : NULL)));
}

void
sd_preview_page_open_element (SdPreviewPage *self, const char *ref)
{
  open_dialog (self, ref, TRUE);
}

static void
open_elements (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (widget);
  const char *ref = find_element (self);

  if (ref != NULL)
    open_dialog (self, ref, FALSE);
}

void
sd_preview_page_install_elements (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.elements", NULL, open_elements);
}

void
sd_preview_page_update_elements (SdPreviewPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.elements", find_element (self) != NULL);
}
