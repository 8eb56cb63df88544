/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules-window.h"

#include <glib/gi18n-lib.h>

#include "answer-row.h"
#include "dialogs.h"
#include "pack-adding.h"
#include "pack-choice-row.h"

struct _SdRulesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwPreferencesPage *questions_page;
  AdwPreferencesGroup *packs_group;
  AdwPreferencesGroup *exceptions_group;
  GtkWidget *add_button;

  /* Owned */
  SdSession *session;
  GPtrArray *pack_rows;
  GPtrArray *asking; /* SdPack, those whose questions are shown */
  GPtrArray *question_groups;
  GPtrArray *exception_rows;
};

G_DEFINE_FINAL_TYPE (SdRulesWindow, sd_rules_window, ADW_TYPE_PREFERENCES_WINDOW)

static void show_packs (SdRulesWindow *self);

/* Helpers */

static void
say (SdRulesWindow *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_set_title (toast, escaped);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

/* The packs on disk have changed: the program goes by them from now on. */
static void
reload_packs (SdRulesWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = sd_packs_load_all (&error);

  if (packs == NULL)
    {
      say (self, error->message);
      return;
    }
  sd_checker_set_packs (sd_session_get_checker (self->session), packs);
  sd_session_recheck (self->session);
  show_packs (self);
}

static GtkWidget *
button_new (const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* Packs */

static void
on_remove_pack (GtkWidget *button, SdPackChoiceRow *row)
{
  SdRulesWindow *self = SD_RULES_WINDOW (gtk_widget_get_root (button));
  g_autoptr (GError) error = NULL;

  if (sd_packs_remove (sd_pack_get_id (sd_pack_choice_row_get_pack (row)), &error))
    reload_packs (self);
  else
    say (self, error->message);
}

static void
add_pack_row (SdRulesWindow *self, SdPack *pack)
{
  GtkWidget *row = sd_pack_choice_row_new (self->session, pack);
  GtkWidget *button;

  if (sd_pack_is_own (pack))
    {
      button = button_new ("user-trash-symbolic", _ ("Remove this pack"));
      g_signal_connect (button, "clicked", G_CALLBACK (on_remove_pack), row);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  adw_preferences_group_add (self->packs_group, row);
  g_ptr_array_add (self->pack_rows, row);
}

/* Questions, of the packs by which the plan is checked. */

static void
add_question_group (SdRulesWindow *self, SdPack *pack)
{
  GListModel *questions = sd_pack_get_questions (pack);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (sd_pack_get_title (pack), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (SdQuestion) question = g_list_model_get_item (questions, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 sd_answer_row_new (self->session, question));
    }
  adw_preferences_page_add (self->questions_page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->question_groups, group);
}

static gboolean
asks (SdRulesWindow *self, SdPack *pack)
{
  const char *plan_id = sd_session_get_plan_id (self->session);

  return plan_id != NULL && g_list_model_get_n_items (sd_pack_get_questions (pack)) > 0 &&
         sd_checker_pack_applies (sd_session_get_checker (self->session), pack,
                                  sd_session_get_county (self->session), plan_id);
}

/* The packs whose questions are to be shown, which follows what is decided of the packs. */
static GPtrArray *
list_asking (SdRulesWindow *self)
{
  GPtrArray *packs = sd_checker_get_packs (sd_session_get_checker (self->session));
  GPtrArray *asking = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < packs->len; i++)
    if (asks (self, packs->pdata[i]))
      g_ptr_array_add (asking, g_object_ref (packs->pdata[i]));

  return asking;
}

static void
add_nothing_asked (SdRulesWindow *self)
{
  GtkWidget *none = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (none),
      _ ("The packs by which this plan is checked ask nothing of the office."));
  adw_preferences_page_add (self->questions_page, ADW_PREFERENCES_GROUP (none));
  g_ptr_array_add (self->question_groups, none);
}

static void
show_questions (SdRulesWindow *self)
{
  for (guint i = 0; i < self->question_groups->len; i++)
    adw_preferences_page_remove (self->questions_page, self->question_groups->pdata[i]);
  g_ptr_array_set_size (self->question_groups, 0);
  g_clear_pointer (&self->asking, g_ptr_array_unref);

  self->asking = list_asking (self);
  for (guint i = 0; i < self->asking->len; i++)
    add_question_group (self, self->asking->pdata[i]);
  if (self->asking->len == 0)
    add_nothing_asked (self);
}

/* An answer must not close the row that it is typed in, so the rows stay while the packs do. */
static void
on_county_changed (SdRulesWindow *self)
{
  g_autoptr (GPtrArray) asking = list_asking (self);
  gboolean same = asking->len == self->asking->len;

  for (guint i = 0; same && i < asking->len; i++)
    same = asking->pdata[i] == self->asking->pdata[i];
  if (!same)
    show_questions (self);
}

/* Exceptions */

static void
on_withdraw_exception (GtkWidget *button, SdRulesWindow *self)
{
  const char *row_id = g_object_get_data (G_OBJECT (button), "row-id");

  sd_register_delete_row_async (sd_session_get_register (self->session),
                                sd_session_get_plan_id (self->session), SD_TABLE_EXCEPTION, row_id,
                                NULL, sd_session_on_edited, g_object_ref (self->session));
}

static void
add_exception_row (SdRulesWindow *self, SdRow *exception)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = button_new ("user-trash-symbolic", _ ("Withdraw this exception"));
  const char *by = sd_row_get_text (exception, SD_EXCEPTION_GRANTED_BY);
  const char *document = sd_row_get_text (exception, SD_EXCEPTION_DOCUMENT);
  g_autofree char *title =
      g_markup_printf_escaped ("%s · %s", sd_row_get_text (exception, SD_EXCEPTION_RULE),
                               sd_row_get_text (exception, SD_EXCEPTION_REASON));
  g_autofree char *subtitle = g_markup_printf_escaped ("%s%s%s", by != NULL ? by : "",
                                                       by != NULL && document != NULL ? " · " : "",
                                                       document != NULL ? document : "");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_sensitive (button, !sd_session_get_read_only (self->session));
  g_object_set_data_full (G_OBJECT (button), "row-id", g_strdup (sd_row_get_id (exception)),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_withdraw_exception), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->exceptions_group, row);
  g_ptr_array_add (self->exception_rows, row);
}

static void
show_exceptions (SdRulesWindow *self)
{
  SdPlan *plan = sd_session_get_plan (self->session);
  SdRow *row;

  for (guint i = 0; i < self->exception_rows->len; i++)
    adw_preferences_group_remove (self->exceptions_group, self->exception_rows->pdata[i]);
  g_ptr_array_set_size (self->exception_rows, 0);
  if (plan != NULL)
    SD_FOREACH_ROW (row, plan, SD_TABLE_EXCEPTION)
      add_exception_row (self, row);
  adw_preferences_group_set_description (
      self->exceptions_group,
      self->exception_rows->len > 0
          ? _ ("A finding with an exception stays in the list and is counted no more.")
          : _ ("None. An exception is granted at the finding it is for."));
}

static void
show_packs (SdRulesWindow *self)
{
  GPtrArray *packs = sd_checker_get_packs (sd_session_get_checker (self->session));

  for (guint i = 0; i < self->pack_rows->len; i++)
    adw_preferences_group_remove (self->packs_group, self->pack_rows->pdata[i]);
  g_ptr_array_set_size (self->pack_rows, 0);
  for (guint i = 0; i < packs->len; i++)
    add_pack_row (self, packs->pdata[i]);
  show_questions (self);
}

/* Callbacks */

static void
on_pack_looked (GFile *folder, const GError *problem, gpointer data)
{
  g_autoptr (SdRulesWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdPack) pack = folder != NULL ? sd_packs_add (folder, &error) : NULL;
  g_autofree char *sentence = NULL;

  if (self->session == NULL) /* the window was closed meanwhile */
    return;
  if (problem != NULL || error != NULL)
    say (self, problem != NULL ? problem->message : error->message);
  if (pack == NULL)
    return;

  sentence = g_strdup_printf (_ ("“%s” was added"), sd_pack_get_title (pack));
  say (self, sentence);
  reload_packs (self);
}

static void
on_folder_chosen (GtkNativeDialog *chooser, int response, SdRulesWindow *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (folder != NULL)
    sd_rules_window_add_folder (self, folder);
  g_object_unref (chooser);
}

static void
on_add_clicked (SdRulesWindow *self)
{
  GtkFileChooserNative *chooser = sd_file_chooser_new (GTK_WINDOW (self), _ ("Add a Pack"),
                                                       GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Overrides */

static void
sd_rules_window_dispose (GObject *object)
{
  SdRulesWindow *self = SD_RULES_WINDOW (object);

  g_clear_pointer (&self->pack_rows, g_ptr_array_unref);
  g_clear_pointer (&self->asking, g_ptr_array_unref);
  g_clear_pointer (&self->question_groups, g_ptr_array_unref);
  g_clear_pointer (&self->exception_rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_rules_window_parent_class)->dispose (object);
}

static void
sd_rules_window_class_init (SdRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_rules_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SdRulesWindow, questions_page);
  gtk_widget_class_bind_template_child (widget_class, SdRulesWindow, packs_group);
  gtk_widget_class_bind_template_child (widget_class, SdRulesWindow, exceptions_group);
  gtk_widget_class_bind_template_child (widget_class, SdRulesWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
sd_rules_window_init (SdRulesWindow *self)
{
  self->pack_rows = g_ptr_array_new ();
  self->question_groups = g_ptr_array_new ();
  self->exception_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_rules_window_new:
 * @parent: the window whose county and plan it is about
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
sd_rules_window_new (SdWindow *parent)
{
  SdRulesWindow *self = g_object_new (SD_TYPE_RULES_WINDOW, "transient-for", parent, NULL);
  SdPlan *plan;

  self->session = g_object_ref (sd_window_get_session (parent));
  plan = sd_session_get_plan (self->session);
  show_packs (self);
  show_exceptions (self);
  g_signal_connect_object (sd_session_get_county (self->session), "changed",
                           G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  if (plan != NULL)
    g_signal_connect_object (plan, "changed", G_CALLBACK (show_exceptions), self,
                             G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sd_rules_window_add_folder:
 * @self: the window
 * @folder: the folder of a pack
 *
 * Adds the pack to those of the program, or says what is wrong with it. Where its lint has
 * something to say, the user is asked first.
 */
void
sd_rules_window_add_folder (SdRulesWindow *self, GFile *folder)
{
  sd_pack_look_at (GTK_WINDOW (self), folder, on_pack_looked, g_object_ref (self));
}
