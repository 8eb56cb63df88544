/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "answer-row.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "field-row.h"

struct _SdAnswerRow
{
  AdwExpanderRow parent_instance;

  /* Owned */
  SdSession *session;
  SdQuestion *question;

  /* Inside */
  GtkEditable *value;  /* of a parameter */
  GtkEditable *source; /* of a parameter */
  GPtrArray *choices;  /* of a reading: GtkCheckButton, the first of them for no answer */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SdAnswerRow, sd_answer_row, ADW_TYPE_EXPANDER_ROW)

/* Helpers */

static gboolean
is_parameter (SdAnswerRow *self)
{
  return sd_question_get_kind (self->question) == SD_QUESTION_PARAMETER;
}

static SdRowSet *
rows_of (SdAnswerRow *self)
{
  return is_parameter (self) ? SD_ROW_SET (sd_session_get_county (self->session))
                             : SD_ROW_SET (sd_session_get_plan (self->session));
}

static SdRow *
find_answer (SdAnswerRow *self)
{
  const SdTableId table = is_parameter (self) ? SD_TABLE_PARAMETER : SD_TABLE_READING;
  const guint pack = is_parameter (self) ? SD_PARAMETER_PACK : SD_READING_PACK;
  const guint id = is_parameter (self) ? SD_PARAMETER_NAME : SD_READING_RULE;
  SdRow *row;

  SD_FOREACH_ROW (row, rows_of (self), table)
    if (sd_row_is (row, pack, sd_question_get_pack (self->question)) &&
        sd_row_is (row, id, sd_question_get_id (self->question)))
      return row;

  return NULL;
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static int
chosen_index (SdAnswerRow *self, SdRow *answer)
{
  for (guint i = 0; answer != NULL && i < sd_question_get_n_choices (self->question); i++)
    if (sd_row_is (answer, SD_READING_CHOICE, sd_question_get_choice_id (self->question, i)))
      return (int) i;

  return -1;
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* What was answered, on what ground, by whom and when. */
static char *
describe_answer (SdAnswerRow *self, SdRow *answer)
{
  GString *text = g_string_new (NULL);
  int index = is_parameter (self) ? -1 : chosen_index (self, answer);

  if (answer == NULL)
    append_part (text, is_parameter (self) ? _ ("Not filled in") : _ ("Not confirmed"));
  else if (is_parameter (self))
    {
      g_autofree char *value = sd_value_to_text (sd_row_get_value (answer, SD_PARAMETER_VALUE));

      append_part (text, value);
      append_part (text, sd_row_get_text (answer, SD_PARAMETER_SOURCE));
      append_part (text, sd_row_get_text (answer, SD_PARAMETER_SET_BY));
      append_part (text, sd_row_get_text (answer, SD_PARAMETER_DATE));
    }
  else
    {
      append_part (text, index >= 0
                             ? sd_question_get_choice_title (self->question, (guint) index)
                             : sd_row_get_text (answer, SD_READING_CHOICE));
      append_part (text, sd_row_get_text (answer, SD_READING_CONFIRMED_BY));
      append_part (text, sd_row_get_text (answer, SD_READING_CONFIRMED_ON));
    }

  return g_string_free (text, FALSE);
}

static void
show_text (GtkEditable *editable, SdRow *answer, guint column)
{
  g_autofree char *text =
      answer != NULL ? sd_value_to_text (sd_row_get_value (answer, column)) : NULL;

  gtk_editable_set_text (editable, text != NULL ? text : "");
  gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
}

static void
show_answer (SdAnswerRow *self)
{
  SdRow *answer = find_answer (self);
  g_autofree char *subtitle = describe_answer (self, answer);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  self->updating = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
  if (is_parameter (self))
    {
      show_text (self->value, answer, SD_PARAMETER_VALUE);
      show_text (self->source, answer, SD_PARAMETER_SOURCE);
    }
  else
    gtk_check_button_set_active (
        g_ptr_array_index (self->choices, (guint) (chosen_index (self, answer) + 1)), TRUE);
  self->updating = FALSE;
}

/* Edits */

static void
on_answered (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdAnswerRow) self = data;
  g_autoptr (GError) error = NULL;

  gboolean done = sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error);

  if (self->session == NULL)
    return;
  if (!done)
    sd_session_report_error (self->session, error);
  show_answer (self);
}

static void
answer_parameter (SdAnswerRow *self, double number, const char *words)
{
  g_autofree char *date = today ();
  g_autofree char *source = g_strstrip (g_strdup (gtk_editable_get_text (self->source)));
  const SdFieldValue values[] = {
    { SD_PARAMETER_PACK, SD_VALUE_INIT_TEXT (sd_question_get_pack (self->question)) },
    { SD_PARAMETER_NAME, SD_VALUE_INIT_TEXT (sd_question_get_id (self->question)) },
    { SD_PARAMETER_VALUE, SD_VALUE_INIT_REAL (number) },
    { SD_PARAMETER_SOURCE, SD_VALUE_INIT_TEXT (*source != '\0' ? source : NULL) },
    { SD_PARAMETER_SET_BY, SD_VALUE_INIT_TEXT (sd_get_author ()) },
    { SD_PARAMETER_DATE, SD_VALUE_INIT_TEXT (date) },
  };

  sd_register_answer_async (sd_session_get_register (self->session), NULL, SD_TABLE_PARAMETER,
                            values, 2, words != NULL ? G_N_ELEMENTS (values) : 2,
                            sd_question_get_text (self->question), words, NULL, on_answered,
                            g_object_ref (self));
}

static void
answer_reading (SdAnswerRow *self, int index)
{
  g_autofree char *date = today ();
  const char *choice =
      index >= 0 ? sd_question_get_choice_id (self->question, (guint) index) : NULL;
  const char *words =
      index >= 0 ? sd_question_get_choice_title (self->question, (guint) index) : NULL;
  const SdFieldValue values[] = {
    { SD_READING_PACK, SD_VALUE_INIT_TEXT (sd_question_get_pack (self->question)) },
    { SD_READING_RULE, SD_VALUE_INIT_TEXT (sd_question_get_id (self->question)) },
    { SD_READING_CHOICE, SD_VALUE_INIT_TEXT (choice) },
    { SD_READING_CONFIRMED_BY, SD_VALUE_INIT_TEXT (sd_get_author ()) },
    { SD_READING_CONFIRMED_ON, SD_VALUE_INIT_TEXT (date) },
  };

  sd_register_answer_async (sd_session_get_register (self->session),
                            sd_session_get_plan_id (self->session), SD_TABLE_READING, values, 2,
                            index >= 0 ? G_N_ELEMENTS (values) : 2,
                            sd_question_get_text (self->question), words, NULL, on_answered,
                            g_object_ref (self));
}

/* Callbacks */

static void
on_apply (SdAnswerRow *self)
{
  const SdColumn *column = &sd_table_get (SD_TABLE_PARAMETER)->columns[SD_PARAMETER_VALUE];
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  g_auto (SdValue) value = SD_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    {
      answer_parameter (self, 0, NULL);
      return;
    }
  if (!sd_field_parse (column, text, &value, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "error");
      sd_session_report_error (self->session, error);
      return;
    }

  answer_parameter (self, value.real, text);
}

static void
on_toggled (SdAnswerRow *self, GtkCheckButton *button)
{
  guint index;

  if (!self->updating && gtk_check_button_get_active (button) &&
      g_ptr_array_find (self->choices, button, &index))
    answer_reading (self, (int) index - 1);
}

/* Construction */

static GtkEditable *
add_entry (SdAnswerRow *self, const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_apply), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);

  return GTK_EDITABLE (entry);
}

static void
add_choice (SdAnswerRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  if (self->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                g_ptr_array_index (self->choices, 0));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->choices, button);
}

static void
add_choices (SdAnswerRow *self)
{
  add_choice (self, _ ("Not confirmed"), NULL);
  for (guint i = 0; i < sd_question_get_n_choices (self->question); i++)
    add_choice (self, sd_question_get_choice_title (self->question, i),
                (int) i == sd_question_get_natural (self->question)
                    ? _ ("The wording suggests this")
                    : NULL);
  for (guint i = 0; i < self->choices->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->choices, i), "toggled",
                             G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

/* Overrides */

static void
sd_answer_row_dispose (GObject *object)
{
  SdAnswerRow *self = SD_ANSWER_ROW (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->question);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_answer_row_parent_class)->dispose (object);
}

static void
sd_answer_row_class_init (SdAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_answer_row_dispose;
}

static void
sd_answer_row_init (SdAnswerRow *self)
{
  self->choices = g_ptr_array_new ();
}

/**
 * sd_answer_row_new:
 * @session: the session; a reading is answered for its plan, a parameter for the county
 * @question: what a pack asks
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sd_answer_row_new (SdSession *session, SdQuestion *question)
{
  SdAnswerRow *self = g_object_new (SD_TYPE_ANSWER_ROW, NULL);
  const char *clause = sd_question_get_clause (question);
  g_autofree char *title = NULL;

  self->session = g_object_ref (session);
  self->question = g_object_ref (question);
  title = clause != NULL ? g_markup_printf_escaped (_ ("%s (clause %s)"),
                                                    sd_question_get_text (question), clause)
                         : g_markup_escape_text (sd_question_get_text (question), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (is_parameter (self))
    {
      self->value = add_entry (self, _ ("Figure"));
      self->source = add_entry (self, _ ("Document that fixes it"));
    }
  else
    add_choices (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !sd_session_get_read_only (session));
  show_answer (self);

  return GTK_WIDGET (self);
}
