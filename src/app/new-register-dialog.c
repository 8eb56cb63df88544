/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-register-dialog.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"

struct _SdNewRegisterDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *county_row;
  GtkWidget *create_button;
};

G_DEFINE_FINAL_TYPE (SdNewRegisterDialog, sd_new_register_dialog, ADW_TYPE_WINDOW)

/* What is to be made once the file has been chosen. */
typedef struct
{
  SdWindow *window;
  char *county_name;
  SdCounty *content;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_object (&choice->window);
  g_clear_object (&choice->content);
  g_free (choice->county_name);
  g_free (choice);
}

static char *
stripped_name (SdNewRegisterDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->county_row)));
}

static void
on_response (GtkNativeDialog *chooser, int response, Choice *choice)
{
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (chosen != NULL)
    {
      file = sd_file_with_suffix (chosen, ".sanding");
      sd_window_new_register (choice->window, file, choice->county_name, choice->content);
    }

  choice_free (choice);
  g_object_unref (chooser);
}

static void
on_changed (SdNewRegisterDialog *self)
{
  g_autofree char *name = stripped_name (self);

  gtk_widget_set_sensitive (self->create_button, *name != '\0');
}

static void
on_create_clicked (SdNewRegisterDialog *self)
{
  g_autofree char *name = stripped_name (self);
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  sd_new_register_dialog_choose_file (parent, name, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sd_new_register_dialog_class_init (SdNewRegisterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/new-register-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdNewRegisterDialog, county_row);
  gtk_widget_class_bind_template_child (widget_class, SdNewRegisterDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked);
}

static void
sd_new_register_dialog_init (SdNewRegisterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_new_register_dialog_new:
 * @parent: the window that opens the register
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_new_register_dialog_new (SdWindow *parent)
{
  SdNewRegisterDialog *self =
      g_object_new (SD_TYPE_NEW_REGISTER_DIALOG, "transient-for", parent, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->county_row));

  return GTK_WIDGET (self);
}

/**
 * sd_new_register_dialog_choose_file:
 * @parent: the window that opens the register
 * @county_name: (nullable): name of the county; %NULL takes that of @content
 * @content: (nullable): what goes into the register
 *
 * Asks where the register is to be, makes it and opens it.
 */
void
sd_new_register_dialog_choose_file (SdWindow *parent, const char *county_name, SdCounty *content)
{
  Choice *choice = g_new0 (Choice, 1);
  const char *name = county_name != NULL
                         ? county_name
                         : sd_row_get_text (sd_county_get_row (content), SD_COUNTY_NAME);
  g_autofree char *file_name = g_strconcat (name, ".sanding", NULL);
  GtkFileChooserNative *chooser =
      sd_file_chooser_new (GTK_WINDOW (parent), _ ("New Register"), GTK_FILE_CHOOSER_ACTION_SAVE);

  choice->window = g_object_ref (parent);
  choice->county_name = g_strdup (county_name);
  choice->content = content != NULL ? g_object_ref (content) : NULL;
  sd_file_chooser_filter (chooser, _ ("Registers"), "*.sanding");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser),
                                     g_strdelimit (file_name, "/", '_'));
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
