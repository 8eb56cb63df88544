/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/answer-row.h"
#include "app/exception-dialog.h"
#include "app/finding-row.h"
#include "app/pack-choice-row.h"
#include "app/rules-window.h"

/* What the office decides about the rules, in the real window: packs, questions, exceptions. */

typedef struct
{
  SdWindow *window;
  const char *rule; /* or the text of a label */
} Wanted;

static gboolean
has_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->rule) != NULL;
}

static gboolean
has_no_finding (Wanted *wanted)
{
  return app_test_finding (wanted->window, wanted->rule) == NULL;
}

static gboolean
is_recorded (Wanted *wanted)
{
  SdFinding *finding = app_test_finding (wanted->window, wanted->rule);

  return finding != NULL && sd_finding_get_exception (finding) != NULL;
}

static gboolean
is_open (Wanted *wanted)
{
  SdFinding *finding = app_test_finding (wanted->window, wanted->rule);

  return finding != NULL && sd_finding_get_exception (finding) == NULL;
}

static gboolean
shows_label (Wanted *wanted)
{
  return app_test_find_label (GTK_WIDGET (wanted->window), wanted->rule) != NULL;
}

static guint
n_warnings (SdWindow *window)
{
  SdSession *session = sd_window_get_session (window);

  return sd_session_get_n_findings (session, sd_session_get_plan_id (session),
                                    SD_SEVERITY_WARNING);
}

static GtkWidget *
row_of (GtkWindow *dialog, const char *title)
{
  GtkWidget *row = app_test_find_row (GTK_WIDGET (dialog), title);

  g_assert_nonnull (row);
  return row;
}

static GtkWindow *
open_rules (SdWindow *window)
{
  GtkWindow *rules;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.rules", NULL);
  rules = app_test_dialog (window, SD_TYPE_RULES_WINDOW);
  g_assert_nonnull (rules);

  return rules;
}

/* The finding stays, with the reason, and counts no more. */
static void
test_exception (void)
{
  SdWindow *window = app_test_open_sample ();
  Wanted wanted = { window, "E24" };
  Wanted heading = { window, "Exceptions" };
  guint before = n_warnings (window);
  GtkWindow *dialog;
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.grant-exception", "(sss)",
                              "feixian-tanyi", "E24", "");
  dialog = app_test_dialog (window, SD_TYPE_EXCEPTION_DIALOG);
  button = gtk_window_get_default_widget (dialog);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (row_of (dialog, "Reason")), "另行核定");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (row_of (dialog, "Granted by")), "县委编委");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");

  app_test_wait_for (is_recorded, &wanted);
  g_assert_cmpuint (n_warnings (window), ==, before - 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pane", "s", "findings");
  app_test_wait_for (shows_label, &heading);
  g_assert_nonnull (
      app_test_find_label (GTK_WIDGET (window), "Exception: 另行核定 (县委编委)"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (is_open, &wanted);
  g_assert_cmpuint (n_warnings (window), ==, before);
  app_test_settle (window);
  app_test_close (window);
}

/* A pack that the county declines is not run; by its scope it is again. */
static void
test_decline (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWindow *rules = open_rules (window);
  GtkWidget *row = app_test_find (GTK_WIDGET (rules), SD_TYPE_PACK_CHOICE_ROW, NULL, NULL);
  Wanted wanted = { window, "E24" };

  while (g_strcmp0 (sd_pack_get_id (sd_pack_choice_row_get_pack (SD_PACK_CHOICE_ROW (row))),
                    "feixian-tanyi") != 0)
    row = gtk_widget_get_next_sibling (row);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  app_test_wait_for (has_no_finding, &wanted);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  app_test_wait_for (has_finding, &wanted);
  app_test_settle (window);
  gtk_window_close (rules);
  app_test_close (window);
}

static gboolean
is_choice (GtkWidget *widget, gpointer title)
{
  const char *text = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return g_strcmp0 (text, title) == 0;
}

/* The question is answered in the list of questions, and asked no more. */
static void
test_reading (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWindow *rules = open_rules (window);
  GtkWidget *answer = app_test_find (GTK_WIDGET (rules), SD_TYPE_ANSWER_ROW, NULL, NULL);
  Wanted wanted = { window, "E7" };
  GtkWidget *choice;

  g_assert_nonnull (answer);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (answer)), ==, "Not confirmed");
  choice = app_test_find (answer, ADW_TYPE_ACTION_ROW, is_choice, (gpointer) "One for each body");
  g_assert_nonnull (choice);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (choice))), TRUE);
  app_test_wait_for (has_no_finding, &wanted);
  g_assert_nonnull (
      strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (answer)), "One for each body"));
  app_test_settle (window);

  gtk_window_close (rules);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_wait_for (has_finding, &wanted);
  app_test_settle (window);
  app_test_close (window);
}

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static GtkWindow *
question_of (GtkWindow *rules)
{
  return app_test_dialog ((SdWindow *) rules, ADW_TYPE_MESSAGE_DIALOG);
}

static gboolean
is_asking (GtkWindow *rules)
{
  return question_of (rules) != NULL;
}

static gboolean
asks_no_more (GtkWindow *rules)
{
  return question_of (rules) == NULL;
}

/* What is most likely a mistake in a pack is told before it is added, and the user decides. */
static void
test_lint_pack (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWindow *rules = open_rules (window);
  g_autoptr (GFile) folder = app_test_file ("linted");
  const char *path = g_file_peek_path (folder);
  Wanted finding = { window, "Y1" };
  GtkWindow *dialog;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  put (path, "pack.xml",
       "<pack xmlns='urn:sanding:pack:1' id='linted' authority='normative'><title>规定</title>"
       "</pack>");
  put (path, "rules.sch",
       "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"
       "<ns prefix='p' uri='urn:sanding:plan:1'/><pattern>\n<rule context='p:plan'>"
       "<assert id='Y1' test='p:uint'>甲</assert></rule></pattern></schema>");
  for (guint i = 0; i < 2; i++)
    {
      sd_rules_window_add_folder (SD_RULES_WINDOW (rules), folder);
      app_test_wait_for (is_asking, rules);
      dialog = question_of (rules);
      g_assert_nonnull (app_test_find_label (
          GTK_WIDGET (dialog), "rules.sch:2: a plan has no element uint. Is it unit?"));
      if (i == 1)
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "add");
      gtk_window_close (dialog);
      app_test_wait_for (asks_no_more, rules);
      if (i == 0)
        g_assert_null (app_test_find_tooltip (GTK_WIDGET (rules), "Remove this pack"));
    }
  app_test_wait_for (has_finding, &finding);

  g_signal_emit_by_name (app_test_find_tooltip (GTK_WIDGET (rules), "Remove this pack"), "clicked");
  app_test_wait_for (has_no_finding, &finding);
  gtk_window_close (rules);
  app_test_settle (window);
  app_test_close (window);
}

static gboolean
speaks_of_head (GtkWidget *label, gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (label)), "pack.xml") != NULL;
}

static gboolean
has_refused (GtkWindow *rules)
{
  return app_test_find (GTK_WIDGET (rules), GTK_TYPE_LABEL, speaks_of_head, NULL) != NULL;
}

/* A folder that is no pack is refused with a sentence; a pack is used from then on, with its rules
 * for the county. */
static void
test_add_pack (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWindow *rules = open_rules (window);
  g_autoptr (GFile) folder = app_test_file ("pack");
  const char *path = g_file_peek_path (folder);
  Wanted of_plan = { window, "X1" };
  Wanted of_county = { window, "X2" };
  Wanted heading = { window, "The County as a Whole" };

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  sd_rules_window_add_folder (SD_RULES_WINDOW (rules), folder);
  app_test_wait_for (has_refused, rules);
  g_assert_null (app_test_find_tooltip (GTK_WIDGET (rules), "Remove this pack"));

  put (path, "pack.xml",
       "<pack xmlns='urn:sanding:pack:1' id='own' authority='normative'><title>规定</title>"
       "</pack>");
  put (path, "rules.sch",
       "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"
       "<pattern><rule context='/*'><assert id='X1' test='false()'>甲</assert></rule></pattern>"
       "</schema>");
  put (path, "county.sch",
       "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt'>"
       "<pattern><rule context='/*'><assert id='X2' test='false()'>乙</assert></rule></pattern>"
       "</schema>");
  sd_rules_window_add_folder (SD_RULES_WINDOW (rules), folder);
  app_test_wait_for (has_finding, &of_plan);
  app_test_wait_for (has_finding, &of_county);
  g_assert_true (sd_finding_get_is_of_county (app_test_finding (window, "X2")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pane", "s", "findings");
  app_test_wait_for (shows_label, &heading);

  g_signal_emit_by_name (app_test_find_tooltip (GTK_WIDGET (rules), "Remove this pack"), "clicked");
  app_test_wait_for (has_no_finding, &of_plan);
  app_test_wait_for (has_no_finding, &of_county);
  gtk_window_close (rules);
  app_test_settle (window);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/rules/exception", test_exception);
  app_test_add ("/rules/decline", test_decline);
  app_test_add ("/rules/reading", test_reading);
  app_test_add ("/rules/add-pack", test_add_pack);
  app_test_add ("/rules/lint-pack", test_lint_pack);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
