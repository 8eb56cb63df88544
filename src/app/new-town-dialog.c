/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-town-dialog.h"

#include "dialogs.h"

struct _SdNewTownDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *name_row;
  AdwComboRow *kind_row;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (SdNewTownDialog, sd_new_town_dialog, ADW_TYPE_WINDOW)

static char *
stripped_name (SdNewTownDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static void
on_changed (SdNewTownDialog *self)
{
  g_autofree char *name = stripped_name (self);

  gtk_widget_set_sensitive (self->add_button, *name != '\0');
}

static void
on_add_clicked (SdNewTownDialog *self)
{
  g_autofree char *name = stripped_name (self);
  const SdEnumeration *kinds = sd_enumeration_get (SD_ENUMERATION_TOWN_KIND);
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  SdSession *session = sd_window_get_session (parent);

  sd_register_add_town_async (sd_session_get_register (session), name,
                              kinds->tokens[adw_combo_row_get_selected (self->kind_row)].name, NULL,
                              sd_session_on_done, g_object_ref (session));
  gtk_window_close (GTK_WINDOW (self));
}

static void
sd_new_town_dialog_class_init (SdNewTownDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/new-town-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdNewTownDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SdNewTownDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SdNewTownDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
sd_new_town_dialog_init (SdNewTownDialog *self)
{
  g_autoptr (GListModel) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  kinds = sd_enumeration_to_model (NULL, SD_ENUMERATION_TOWN_KIND);
  adw_combo_row_set_model (self->kind_row, kinds);
}

/**
 * sd_new_town_dialog_new:
 * @parent: the window whose county gets the town
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_new_town_dialog_new (SdWindow *parent)
{
  SdNewTownDialog *self = g_object_new (SD_TYPE_NEW_TOWN_DIALOG, "transient-for", parent, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
