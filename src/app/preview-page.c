/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-page-private.h"

#include "document/document.h"
#include "print.h"
#include "settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SdPreviewPage, sd_preview_page, ADW_TYPE_BIN)

/* Helpers */

static char *
title_of_type (SdDocumentType *type)
{
  return g_strdup (sd_document_type_get_title (type));
}

static void
show_page_number (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  const guint n = layout != NULL ? sd_layout_get_n_pages (layout) : 0;
  /* Translators: number of the page that is seen, and how many there are. */
  g_autofree char *text =
      g_strdup_printf (_ ("%u of %u"), n > 0 ? sd_preview_view_get_page (self->view) + 1 : 0, n);

  gtk_label_set_label (self->page_label, text);
}

/* What the typefaces of this computer lack. It is said until it has been read. */
static char *
describe_typefaces (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_view_get_layout (self->view);
  g_auto (GStrv) problems = layout != NULL ? sd_layout_list_problems (layout) : NULL;

  return problems != NULL ? g_strjoinv ("\n", problems) : g_strdup ("");
}

static void
show_fonts_note (SdPreviewPage *self)
{
  g_autofree char *text = describe_typefaces (self);
  g_autofree char *read = sd_settings_get_text ("documents", "read");

  gtk_label_set_label (self->fonts_label, text);
  gtk_widget_set_visible (self->fonts_note, *text != '\0' && g_strcmp0 (read, text) != 0);
}

static void
show_state (SdPreviewPage *self)
{
  const GError *error = sd_preview_maker_get_error (self->maker);

  if (error != NULL)
    adw_status_page_set_description (self->error_page, error->message);
  if (sd_preview_maker_get_layout (self->maker) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "pages");
  else
    gtk_stack_set_visible_child_name (self->stack, error != NULL ? "error" : "making");
}

/* Nothing is printed that is older than the plan. */
static void
print_awaited (SdPreviewPage *self)
{
  SdLayout *layout = sd_preview_maker_get_layout (self->maker);

  if (!self->printing || !sd_preview_page_is_current (self))
    return;
  self->printing = FALSE;
  if (layout != NULL)
    sd_window_print (SD_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), layout,
                     sd_preview_view_get_page (self->view));
}

/* Callbacks */

static void
on_made (SdPreviewPage *self)
{
  sd_preview_view_set_layout (self->view, sd_preview_maker_get_layout (self->maker));
  show_state (self);
  show_page_number (self);
  show_fonts_note (self);
  sd_preview_page_update_missing (self);
  sd_preview_page_update_badges (self);
  sd_preview_page_update_places (self);
  sd_preview_page_update_elements (self);
  sd_preview_page_queue_fit (self);
  sd_preview_page_show_awaited (self);
  print_awaited (self);
}

static void
on_document_selected (SdPreviewPage *self)
{
  SdDocumentType *type = gtk_drop_down_get_selected_item (self->document);

  if (type == NULL)
    return;
  sd_preview_maker_set_document (self->maker, sd_document_type_get_id (type),
                                 sd_document_type_is_of_county (type));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
on_scrolled (SdPreviewPage *self)
{
  sd_preview_view_update_shown (self->view);
  show_page_number (self);
}

static void
on_fonts_known (SdPreviewPage *self)
{
  g_autofree char *text = describe_typefaces (self);

  gtk_widget_set_visible (self->fonts_note, FALSE);
  sd_settings_set_text ("documents", "read", text);
}

static void
on_mapped (SdPreviewPage *self)
{
  sd_preview_maker_set_active (self->maker, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

/* Overrides */

static gboolean
sd_preview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SD_PREVIEW_PAGE (widget)->view));
}

static void
sd_preview_page_dispose (GObject *object)
{
  SdPreviewPage *self = SD_PREVIEW_PAGE (object);

  if (self->maker != NULL)
    {
      sd_preview_page_set_session (self, NULL);
      g_signal_handlers_disconnect_by_data (self->maker, self);
    }
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->center_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->maker);
  g_clear_pointer (&self->awaited_id, g_free);

  G_OBJECT_CLASS (sd_preview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, document);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, missing_list);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, fonts_note);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, fonts_label);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, view);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, speaker);
  gtk_widget_class_bind_template_child (widget_class, SdPreviewPage, place_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_document_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_fonts_known);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_chosen",
                                                G_CALLBACK (sd_preview_page_on_chosen));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_activated",
                                                G_CALLBACK (sd_preview_page_on_activated));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_missing",
                                                G_CALLBACK (sd_preview_page_on_missing));
}

static void
sd_preview_page_class_init (SdPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_preview_page_dispose;
  widget_class->grab_focus = sd_preview_page_grab_focus;
  g_type_ensure (SD_TYPE_PREVIEW_VIEW);
  g_type_ensure (SD_TYPE_SPEAKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/preview-page.ui");
  bind_children (widget_class);
  sd_preview_page_install_zoom (widget_class);
  sd_preview_page_install_places (widget_class);
  sd_preview_page_install_elements (widget_class);
}

static void
sd_preview_page_init (SdPreviewPage *self)
{
  g_autoptr (GtkExpression) title = NULL;
  g_autoptr (GListModel) documents = sd_document_list (NULL);
  GtkAdjustment *down, *across;

  self->maker = sd_preview_maker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_preview_page_init_zoom (self);
  g_signal_connect_object (self->maker, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_mapped), NULL);

  down = gtk_scrolled_window_get_vadjustment (self->scroller);
  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "notify::page-size", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (sd_preview_page_queue_fit),
                           self, G_CONNECT_SWAPPED);

  title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (title_of_type),
                                       NULL, NULL);
  gtk_drop_down_set_expression (self->document, title);
  gtk_drop_down_set_model (self->document, documents);
}

/* Public functions */

/**
 * sd_preview_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan is shown
 */
void
sd_preview_page_set_session (SdPreviewPage *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_findings (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  sd_preview_maker_set_session (self->maker, session);
  if (session != NULL)
    g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                             G_CALLBACK (sd_preview_page_update_badges), self, G_CONNECT_SWAPPED);
}

/**
 * sd_preview_page_set_document:
 * @self: a page
 * @document_id: a type of document
 *
 * Shows the document, if there is one of that type.
 */
void
sd_preview_page_set_document (SdPreviewPage *self, const char *document_id)
{
  GListModel *types = gtk_drop_down_get_model (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      if (g_str_equal (sd_document_type_get_id (type), document_id))
        gtk_drop_down_set_selected (self->document, i);
    }
}

/**
 * sd_preview_page_get_document:
 * @self: a page
 *
 * Returns: (nullable): the type of the document that is shown
 */
const char *
sd_preview_page_get_document (SdPreviewPage *self)
{
  return sd_preview_maker_get_document (self->maker);
}

/**
 * sd_preview_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): its pages
 */
SdPreviewView *
sd_preview_page_get_view (SdPreviewPage *self)
{
  return self->view;
}

/**
 * sd_preview_page_print:
 * @self: a page that is seen
 *
 * Prints the document that is shown, as soon as its pages are those of the plan as it is.
 */
void
sd_preview_page_print (SdPreviewPage *self)
{
  self->printing = TRUE;
  print_awaited (self);
}

/**
 * sd_preview_page_is_current:
 * @self: a page
 *
 * Returns: whether the pages are those of the plan as it is
 */
gboolean
sd_preview_page_is_current (SdPreviewPage *self)
{
  return !sd_preview_maker_get_making (self->maker) &&
         (sd_preview_maker_get_layout (self->maker) != NULL ||
          sd_preview_maker_get_error (self->maker) != NULL);
}
