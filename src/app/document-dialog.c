/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document-check.h"
#include "document/document.h"
#include "field-row.h"

struct _SdDocumentDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  AdwPreferencesGroup *head_group;
  AdwPreferencesGroup *body_group;
  AdwPreferencesGroup *imprint_group;
  GtkWidget *problem;
  GtkLabel *problem_label;
  GtkWidget *done_button;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  SdRow *shown; /* what is shown; no row of the plan, which may have none yet */
  char *name;   /* of the document */
  GtkWidget *rows[SD_DOCUMENT_PRINTED + 1]; /* borrowed: children, by column */
};

G_DEFINE_FINAL_TYPE (SdDocumentDialog, sd_document_dialog, ADW_TYPE_WINDOW)

static const guint head_columns[] = { SD_DOCUMENT_MARK,      SD_DOCUMENT_NUMBER,
                                      SD_DOCUMENT_SIGNATORY, SD_DOCUMENT_URGENCY,
                                      SD_DOCUMENT_SECRECY,   SD_DOCUMENT_COPY_NUMBER };
static const guint body_columns[] = { SD_DOCUMENT_ISSUER, SD_DOCUMENT_ADDRESSEE, SD_DOCUMENT_DATE,
                                      SD_DOCUMENT_CONTACT, SD_DOCUMENT_PHONE };
static const guint imprint_columns[] = { SD_DOCUMENT_COPIES, SD_DOCUMENT_PRINTER,
                                         SD_DOCUMENT_PRINTED };

/* Owner of the rows */

static gboolean
check (gpointer owner, guint column, SdValue *value, GError **error)
{
  SdDocumentDialog *self = owner;

  return sd_document_check_element (self->shown, column, value, error);
}

/* The register finds the row by the type of the document, or makes it: however fast it is entered,
 * there is one. */
static void
write_element (gpointer owner,
               guint column,
               const SdValue *value,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  SdDocumentDialog *self = owner;
  const SdFieldValue fields[] = {
    { SD_DOCUMENT_KIND,
      SD_VALUE_INIT_TEXT ((char *) sd_row_get_text (self->shown, SD_DOCUMENT_KIND)) },
    { column, *value },
  };

  sd_register_answer_async (sd_session_get_register (self->session), sd_plan_get_id (self->plan),
                            SD_TABLE_DOCUMENT, fields, 1, G_N_ELEMENTS (fields), self->name, NULL,
                            NULL, callback, user_data);
}

static void
report (gpointer owner, const GError *error)
{
  SdDocumentDialog *self = owner;

  gtk_label_set_label (self->problem_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
  if (error != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    error->message, -1);
}

static const SdFieldOwner owner_functions = { check, write_element, report };

/* Helpers */

static SdRow *
find_document (SdDocumentDialog *self)
{
  SdRow *row;

  SD_FOREACH_ROW (row, self->plan, SD_TABLE_DOCUMENT)
    if (sd_row_is (row, SD_DOCUMENT_KIND, sd_row_get_text (self->shown, SD_DOCUMENT_KIND)))
      return row;

  return NULL;
}

/* Undo may take the row of the plan away, and redo bring another. */
static void
follow_plan (SdDocumentDialog *self)
{
  static const SdValue nothing = SD_VALUE_INIT;
  SdRow *row = find_document (self);

  for (guint column = 0; column < G_N_ELEMENTS (self->rows); column++)
    if (column != SD_DOCUMENT_KIND)
      sd_row_set_value (self->shown, column,
                        row != NULL ? sd_row_get_value (row, column) : &nothing);
}

static void
add_rows (SdDocumentDialog *self, AdwPreferencesGroup *group, const guint *columns, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *row = sd_field_row_new (self->session, self->shown, columns[i]);

      sd_field_row_set_owner (row, &owner_functions, self);
      adw_preferences_group_add (group, row);
      self->rows[columns[i]] = row;
    }
}

static char *
name_of_type (const char *kind)
{
  g_autoptr (SdDocumentType) type = sd_document_find_type (kind, NULL);

  return g_strdup (type != NULL ? sd_document_type_get_title (type) : kind);
}

/* Overrides */

static void
sd_document_dialog_dispose (GObject *object)
{
  SdDocumentDialog *self = SD_DOCUMENT_DIALOG (object);

  /* An edit may still be under way, and its row with it. */
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    if (self->rows[i] != NULL)
      sd_field_row_set_owner (self->rows[i], NULL, NULL);
  memset (self->rows, 0, sizeof self->rows);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (sd_document_dialog_parent_class)->dispose (object);
}

/* What is entered counts once the focus leaves it, which it does now, and not from what is closed.
 */
static gboolean
sd_document_dialog_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (sd_document_dialog_parent_class)->close_request (window);
}

static void
sd_document_dialog_class_init (SdDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_document_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sd_document_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, head_group);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, body_group);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, imprint_group);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SdDocumentDialog, done_button);
}

static void
sd_document_dialog_init (SdDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

/**
 * sd_document_dialog_new:
 * @parent: a window
 * @session: a session with a plan
 * @kind: a type of document, such as "request"
 * @column: (nullable): name of the column that has the focus at first
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_document_dialog_new (GtkWindow *parent, SdSession *session, const char *kind, const char *column)
{
  SdDocumentDialog *self = g_object_new (SD_TYPE_DOCUMENT_DIALOG, "transient-for", parent, NULL);
  const SdTable *table = sd_table_get (SD_TABLE_DOCUMENT);
  const int first = column != NULL ? sd_table_column_index (table, column) : -1;
  const SdValue value = SD_VALUE_INIT_TEXT ((char *) kind);

  self->session = g_object_ref (session);
  self->plan = g_object_ref (sd_session_get_plan (session));
  self->name = name_of_type (kind);
  self->shown = sd_row_new (SD_TABLE_DOCUMENT, sd_plan_get_id (self->plan), "", NULL, 0);
  sd_row_set_value (self->shown, SD_DOCUMENT_KIND, &value);
  adw_window_title_set_subtitle (self->title, self->name);
  add_rows (self, self->head_group, head_columns, G_N_ELEMENTS (head_columns));
  add_rows (self, self->body_group, body_columns, G_N_ELEMENTS (body_columns));
  add_rows (self, self->imprint_group, imprint_columns, G_N_ELEMENTS (imprint_columns));
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (follow_plan), self,
                           G_CONNECT_SWAPPED);
  follow_plan (self);
  if (first >= 0 && self->rows[first] != NULL)
    gtk_widget_grab_focus (self->rows[first]);
  else
    gtk_widget_grab_focus (self->done_button);

  return GTK_WIDGET (self);
}

/**
 * sd_document_dialog_get_row:
 * @self: a dialog
 * @column: a column, such as %SD_DOCUMENT_NUMBER
 *
 * Returns: (transfer none) (nullable): the row in which it is entered
 */
GtkWidget *
sd_document_dialog_get_row (SdDocumentDialog *self, guint column)
{
  return self->rows[column];
}
