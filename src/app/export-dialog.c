/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "chart/plan-picture.h"
#include "dialogs.h"
#include "document/document.h"
#include "document/file-name.h"

G_DEFINE_FINAL_TYPE (SdExportDialog, sd_export_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *name;
  const char *title;
  const char *subtitle;
} formats[] = {
  { "odt", N_ ("OpenDocument text (.odt)"),
    N_ ("For the word processor; the page follows GB/T 9704") },
  { "pdf", N_ ("PDF (.pdf)"), N_ ("As it is printed, with the typefaces embedded") },
  { "ods", N_ ("OpenDocument spreadsheet (.ods)"),
    N_ ("The tables of the document, a sheet each") },
  { "fodt", N_ ("Flat OpenDocument text (.fodt)"), N_ ("The same as .odt in one XML file") },
  { "svg", N_ ("Pictures (.svg)"),
    N_ ("The structure charts and the flow, to be enlarged freely") },
  { "xml", N_ ("Plan data (.xml)"), N_ ("The whole plan, to be imported elsewhere") },
};

static const struct
{
  const char *source;
  const char *title;
} pictures[] = {
  { "chart:proposed", N_ ("Structure Chart After the Reform") },
  { "chart:current", N_ ("Structure Chart Before the Reform") },
  { "flow", N_ ("Where the People Go") },
};

static void
choice_free (Choice *choice)
{
  g_free (choice->id);
  g_free (choice->title);
  g_free (choice);
}

/* Helpers */

static SdSession *
session_of (SdExportDialog *self)
{
  return sd_window_get_session (SD_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self))));
}

static SdRow *
plan_row_of (SdSession *session)
{
  return sd_county_get_plan_row (sd_session_get_county (session), sd_session_get_plan_id (session));
}

static const char *
chosen_format (SdExportDialog *self)
{
  return formats[adw_combo_row_get_selected (self->format_row)].name;
}

static gboolean
is_offered (SdExportDialog *self, ChoiceKind kind)
{
  const char *format = chosen_format (self);

  if (g_str_equal (format, "svg"))
    return kind == CHOICE_PICTURE;

  return kind != CHOICE_PICTURE && !g_str_equal (format, "xml");
}

static gboolean
is_chosen (SdExportDialog *self, const Choice *choice)
{
  return is_offered (self, choice->kind) && gtk_check_button_get_active (choice->button);
}

static guint
count_chosen (SdExportDialog *self)
{
  guint n = g_str_equal (chosen_format (self), "xml");

  for (guint i = 0; i < self->choices->len; i++)
    n += is_chosen (self, self->choices->pdata[i]);

  return n;
}

static gboolean
has_all_documents (SdExportDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (choice->kind == CHOICE_DOCUMENT && !gtk_check_button_get_active (choice->button))
        return FALSE;
    }

  return TRUE;
}

static void
update (SdExportDialog *self)
{
  const guint n = count_chosen (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row),
                               _ (formats[adw_combo_row_get_selected (self->format_row)].subtitle));
  gtk_widget_set_visible (GTK_WIDGET (self->documents_group), is_offered (self, CHOICE_DOCUMENT));
  gtk_widget_set_visible (GTK_WIDGET (self->county_group), is_offered (self, CHOICE_COUNTY));
  gtk_widget_set_visible (GTK_WIDGET (self->pictures_group), is_offered (self, CHOICE_PICTURE));
  gtk_button_set_label (self->all_button, has_all_documents (self) ? _ ("None") : _ ("All"));
  gtk_button_set_label (self->export_button, n > 1 ? _ ("_Choose a Folder…") : _ ("_Save As…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), n > 0);
}

static void
add_choice (SdExportDialog *self, ChoiceKind kind, const char *id, const char *title)
{
  AdwPreferencesGroup *groups[N_CHOICE_KINDS] = { self->documents_group, self->county_group,
                                                  self->pictures_group };
  GtkWidget *row = adw_action_row_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  choice->kind = kind;
  choice->id = g_strdup (id);
  choice->title = g_strdup (title);
  gtk_widget_set_valign (GTK_WIDGET (choice->button), GTK_ALIGN_CENTER);
  g_signal_connect_object (choice->button, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (choice->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (choice->button));
  adw_preferences_group_add (groups[kind], row);
  g_ptr_array_add (self->choices, choice);
}

static void
list_choices (SdExportDialog *self)
{
  g_autoptr (GListModel) types = sd_document_list (NULL);

  for (guint i = 0; types != NULL && i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (SdDocumentType) type = g_list_model_get_item (types, i);

      if (sd_document_type_get_problem (type) == NULL)
        add_choice (self, sd_document_type_is_of_county (type) ? CHOICE_COUNTY : CHOICE_DOCUMENT,
                    sd_document_type_get_id (type), sd_document_type_get_title (type));
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    add_choice (self, CHOICE_PICTURE, pictures[i].source, _ (pictures[i].title));
}

static void
show_plan (SdExportDialog *self, SdSession *session)
{
  SdRow *plan = plan_row_of (session);
  guint errors = sd_session_get_n_findings (session, sd_row_get_id (plan), SD_SEVERITY_ERROR);
  g_autofree char *note =
      g_strdup_printf (ngettext ("The plan breaks %u clause; it is written all the same.",
                                 "The plan breaks %u clauses; it is written all the same.", errors),
                       errors);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->plan_row), FALSE);
  adw_action_row_set_subtitle (self->plan_row, sd_row_get_text (plan, SD_PLAN_TITLE));
  gtk_label_set_label (self->findings_label, note);
  gtk_widget_set_visible (self->findings_note, errors > 0);
}

/* Callbacks */

static void
on_response (GtkNativeDialog *chooser, int response, SdExportDialog *self)
{
  const gboolean is_folder = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) ==
                             GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  g_autoptr (GFile) target = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (target != NULL)
    sd_export_dialog_write (self, target, is_folder);
  g_object_unref (chooser);
}

static char *
suggest_name (SdExportDialog *self)
{
  SdSession *session = session_of (self);
  const char *title = sd_row_get_text (plan_row_of (session), SD_PLAN_TITLE);
  const char *county =
      sd_row_get_text (sd_county_get_row (sd_session_get_county (session)), SD_COUNTY_NAME);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *longer = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (is_chosen (self, choice) && !g_str_equal (choice->id, "plan"))
        title = longer = g_strdup_printf (
            _ ("%s (%s)"), choice->kind == CHOICE_COUNTY ? county : title, choice->title);
    }

  return sd_document_name_file (title, chosen_format (self), taken);
}

static void
on_export_clicked (SdExportDialog *self)
{
  const gboolean is_folder = count_chosen (self) > 1;
  g_autofree char *pattern = g_strconcat ("*.", chosen_format (self), NULL);
  GtkFileChooserNative *chooser = sd_file_chooser_new (
      GTK_WINDOW (self), _ ("Export"),
      is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE);

  if (!is_folder)
    {
      g_autofree char *name = suggest_name (self);

      sd_file_chooser_filter (chooser, pattern, pattern);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_all_clicked (SdExportDialog *self)
{
  const gboolean all = !has_all_documents (self);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (choice->kind == CHOICE_DOCUMENT)
        gtk_check_button_set_active (choice->button, all);
    }
}

static void
on_format_selected (SdExportDialog *self)
{
  if (self->choices != NULL && self->choices->len > 0)
    update (self);
}

/* Overrides */

/* While it is written, closing stops that; the dialog then goes when the worker has. */
static gboolean
sd_export_dialog_close_request (GtkWindow *window)
{
  SdExportDialog *self = SD_EXPORT_DIALOG (window);

  if (self->cancellable == NULL)
    return GTK_WINDOW_CLASS (sd_export_dialog_parent_class)->close_request (window);

  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
sd_export_dialog_dispose (GObject *object)
{
  SdExportDialog *self = SD_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->export);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (sd_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, documents_group);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, county_group);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, pictures_group);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, findings_note);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, findings_label);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, work_label);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SdExportDialog, result_box);
}

static void
sd_export_dialog_class_init (SdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sd_export_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_format_selected);
}

static void
sd_export_dialog_init (SdExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (titles, _ (formats[i].title));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  list_choices (self);
}

/* Public functions */

/**
 * sd_export_dialog_new:
 * @parent: a window with a plan
 * @document_id: (nullable): the type of document that is chosen at first, else the plan
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
sd_export_dialog_new (SdWindow *parent, const char *document_id)
{
  SdExportDialog *self = g_object_new (SD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (choice->kind == CHOICE_PICTURE ||
          g_str_equal (choice->id, document_id != NULL ? document_id : "plan"))
        gtk_check_button_set_active (choice->button, TRUE);
    }
  show_plan (self, sd_window_get_session (parent));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->export_button));

  return GTK_WIDGET (self);
}

/**
 * sd_export_dialog_set_format:
 * @self: a dialog
 * @format: odt, pdf, ods, fodt, svg or xml
 */
void
sd_export_dialog_set_format (SdExportDialog *self, const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      adw_combo_row_set_selected (self->format_row, i);
}

/**
 * sd_export_dialog_write:
 * @self: a dialog in which something is chosen
 * @target: the file, or the folder
 * @is_folder: whether it is a folder; for more than one file it must be
 *
 * Writes what is chosen, and closes or says what went otherwise. Where someone has changed what is
 * there, the user is asked first.
 */
void
sd_export_dialog_write (SdExportDialog *self, GFile *target, gboolean is_folder)
{
  const char *format = chosen_format (self);
  g_autofree char *suffix = g_strconcat (".", format, NULL);
  g_autoptr (GFile) file = is_folder ? g_object_ref (target) : sd_file_with_suffix (target, suffix);

  self->export = sd_export_new (session_of (self), format, file, is_folder);
  if (g_str_equal (format, "xml"))
    sd_export_add (self->export, "xml",
                   sd_row_get_text (plan_row_of (session_of (self)), SD_PLAN_TITLE), FALSE);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (is_chosen (self, choice))
        sd_export_add (self->export, choice->id, choice->title, choice->kind == CHOICE_COUNTY);
    }
  sd_export_dialog_start (self);
}
