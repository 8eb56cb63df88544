/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exception-dialog.h"

#include "dialogs.h"

struct _SdExceptionDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *reason_row;
  GtkEditable *granted_by_row;
  GtkEditable *document_row;
  GtkWidget *grant_button;

  /* Owned */
  char *pack;
  char *rule;
  char *object;
};

G_DEFINE_FINAL_TYPE (SdExceptionDialog, sd_exception_dialog, ADW_TYPE_WINDOW)

static char *
stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* An exception without a reason, or by nobody, is none. */
static void
on_changed (SdExceptionDialog *self)
{
  g_autofree char *reason = stripped (self->reason_row);
  g_autofree char *granted_by = stripped (self->granted_by_row);

  gtk_widget_set_sensitive (self->grant_button, *reason != '\0' && *granted_by != '\0');
}

static void
on_grant_clicked (SdExceptionDialog *self)
{
  SdWindow *parent = SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  SdSession *session = sd_window_get_session (parent);
  g_autofree char *reason = stripped (self->reason_row);
  g_autofree char *granted_by = stripped (self->granted_by_row);
  g_autofree char *document = stripped (self->document_row);
  const SdFieldValue values[] = {
    { SD_EXCEPTION_PACK, SD_VALUE_INIT_TEXT (self->pack) },
    { SD_EXCEPTION_RULE, SD_VALUE_INIT_TEXT (self->rule) },
    { SD_EXCEPTION_REASON, SD_VALUE_INIT_TEXT (reason) },
    { SD_EXCEPTION_GRANTED_BY, SD_VALUE_INIT_TEXT (granted_by) },
    { SD_EXCEPTION_OBJECT, SD_VALUE_INIT_TEXT (*self->object != '\0' ? self->object : NULL) },
    { SD_EXCEPTION_DOCUMENT, SD_VALUE_INIT_TEXT (*document != '\0' ? document : NULL) },
  };

  sd_register_add_row_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                             SD_TABLE_EXCEPTION, NULL, -1, values, G_N_ELEMENTS (values), NULL,
                             sd_session_on_done, g_object_ref (session));
  gtk_window_close (GTK_WINDOW (self));
}

static void
sd_exception_dialog_finalize (GObject *object)
{
  SdExceptionDialog *self = SD_EXCEPTION_DIALOG (object);

  g_free (self->pack);
  g_free (self->rule);
  g_free (self->object);

  G_OBJECT_CLASS (sd_exception_dialog_parent_class)->finalize (object);
}

static void
sd_exception_dialog_class_init (SdExceptionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_exception_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/exception-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdExceptionDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SdExceptionDialog, granted_by_row);
  gtk_widget_class_bind_template_child (widget_class, SdExceptionDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, SdExceptionDialog, grant_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_grant_clicked);
}

static void
sd_exception_dialog_init (SdExceptionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_exception_dialog_new:
 * @parent: the window whose plan gets the exception
 * @pack: pack of the rule
 * @rule: the rule
 * @object: the row it is for; empty for all that the rule says of the plan
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_exception_dialog_new (SdWindow *parent, const char *pack, const char *rule, const char *object)
{
  SdExceptionDialog *self = g_object_new (SD_TYPE_EXCEPTION_DIALOG, "transient-for", parent, NULL);

  self->pack = g_strdup (pack);
  self->rule = g_strdup (rule);
  self->object = g_strdup (object);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));

  return GTK_WIDGET (self);
}
