/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "source-dialog.h"

#include "document/document.h"

#include <glib/gi18n-lib.h>

struct _SdSourceDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwPreferencesPage *page;

  /* Borrowed: of the page */
  AdwPreferencesGroup *print_group;

  /* Owned */
  SdSession *session;
  GPtrArray *sources;
  GListModel *documents;

  /* Where it is printed, found out when there is time */
  guint searching;
  guint n_searched;
  guint n_printed;
};

G_DEFINE_FINAL_TYPE (SdSourceDialog, sd_source_dialog, ADW_TYPE_WINDOW)

static void
add_line (AdwPreferencesGroup *group, const char *title, const char *subtitle, const char *number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (number != NULL)
    {
      label = gtk_label_new (number);
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

/* Where it is printed */

static gboolean
is_meant (SdSourceDialog *self, const char *ref)
{
  for (guint i = 0; ref != NULL && i < self->sources->len; i++)
    {
      const SdSource *source = self->sources->pdata[i];

      for (guint j = 0; source->lines->len > 0 && j < source->refs->len; j++)
        if (g_str_has_suffix (source->refs->pdata[j], ":")
                ? g_str_has_prefix (ref, source->refs->pdata[j])
                : g_str_equal (ref, source->refs->pdata[j]))
          return TRUE;
    }

  return FALSE;
}

static gboolean
prints (SdSourceDialog *self, const SdBlock *block)
{
  for (guint i = 0; block->inlines != NULL && i < block->inlines->len; i++)
    if (is_meant (self, ((const SdInline *) block->inlines->pdata[i])->ref))
      return TRUE;

  return FALSE;
}

/* A paragraph or a row of a table that prints the number, with its document and its table. */
static void
add_printed (SdSourceDialog *self, const SdBlock *block, const char *document, const char *table)
{
  const char *inside = block->label != NULL && *block->label != '\0' ? block->label : table;

  if (prints (self, block))
    {
      g_autofree char *text = sd_block_get_text (block);
      g_autofree char *where = g_strdup_printf ("%s%s%s", document, table != NULL ? " · " : "",
                                                table != NULL ? table : "");

      self->n_printed++;
      add_line (self->print_group, where, text, NULL);
      return;
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    add_printed (self, block->children->pdata[i], document, inside);
}

/* Those that hold others, or are of the county, would say the same again. */
static gboolean
is_searched (SdDocumentType *type)
{
  return sd_document_type_get_base (type) == NULL && !sd_document_type_is_of_county (type);
}

/* A document at a time, so that the window answers meanwhile. */
static gboolean
search_next (gpointer data)
{
  SdSourceDialog *self = data;
  SdCheck *check = sd_session_get_check (self->session);
  g_autoptr (SdDocumentType) type =
      check != NULL && self->documents != NULL
          ? g_list_model_get_item (self->documents, self->n_searched++)
          : NULL;
  g_autoptr (SdBlocks) blocks = NULL;

  if (type == NULL)
    {
      if (self->n_printed == 0)
        add_line (self->print_group, _ ("Printed in no document"), "", NULL);
      self->searching = 0;
      return G_SOURCE_REMOVE;
    }
  if (is_searched (type))
    blocks =
        sd_document_build (sd_document_type_get_id (type), sd_session_get_county (self->session),
                           sd_session_get_plan_id (self->session), check, NULL);
  for (guint i = 0; blocks != NULL && i < sd_blocks_get_n_blocks (blocks); i++)
    add_printed (self, sd_blocks_get_block (blocks, i), sd_document_type_get_title (type), NULL);

  return G_SOURCE_CONTINUE;
}

static void
begin_search (SdSourceDialog *self)
{
  self->print_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->print_group, _ ("Where it is printed"));
  adw_preferences_page_add (self->page, self->print_group);
  self->documents = sd_document_list (NULL);
  self->searching = g_idle_add (search_next, self);
}

static void
add_source (SdSourceDialog *self, const SdSource *source)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, source->title);
  for (guint i = 0; i < source->lines->len; i++)
    {
      const SdSourceLine *line = source->lines->pdata[i];

      add_line (group, line->title, line->subtitle, line->number);
    }
  adw_preferences_page_add (self->page, group);
}

static void
sd_source_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&SD_SOURCE_DIALOG (object)->searching, g_source_remove);

  G_OBJECT_CLASS (sd_source_dialog_parent_class)->dispose (object);
}

static void
sd_source_dialog_finalize (GObject *object)
{
  SdSourceDialog *self = SD_SOURCE_DIALOG (object);

  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->documents);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_source_dialog_parent_class)->finalize (object);
}

static void
sd_source_dialog_class_init (SdSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_source_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_source_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdSourceDialog, page);
}

static void
sd_source_dialog_init (SdSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_source_dialog_new:
 * @parent: the window it belongs to
 * @session: the session that it is about
 * @sources: (transfer full) (element-type SdSource): where the numbers come from
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_source_dialog_new (GtkWindow *parent, SdSession *session, GPtrArray *sources)
{
  SdSourceDialog *self = g_object_new (SD_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->sources = sources;
  for (guint i = 0; i < sources->len; i++)
    if (i == 0 || ((SdSource *) sources->pdata[i])->lines->len > 0)
      add_source (self, sources->pdata[i]);
  begin_search (self);

  return GTK_WIDGET (self);
}
