/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/announcer.h"
#include "app/finding-row.h"
#include "app/findings-pane.h"

/* The list of findings: how it is grouped, and what a screen reader is told of it. */

static GtkListBox *
list_of (SdWindow *window)
{
  GtkWidget *pane = app_test_find (GTK_WIDGET (window), SD_TYPE_FINDINGS_PANE, NULL, NULL);

  return GTK_LIST_BOX (app_test_find (pane, GTK_TYPE_LIST_BOX, NULL, NULL));
}

/* The rules of the findings as they stand in the list, a heading before each group. */
static char *
describe (SdWindow *window)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_of (window), i)) != NULL; i++)
    {
      GtkWidget *header = gtk_list_box_row_get_header (row);
      SdFinding *finding = sd_finding_row_get_finding (SD_FINDING_ROW (row));

      for (GtkWidget *child = header != NULL ? gtk_widget_get_first_child (header) : NULL;
           child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          GtkWidget *label = app_test_find (child, GTK_TYPE_LABEL, NULL, NULL);

          g_string_append_printf (text, "[%s]", gtk_label_get_label (GTK_LABEL (label)));
        }
      g_string_append_printf (text, "%s ", sd_finding_get_rule (finding));
    }

  return g_string_free (text, FALSE);
}

static void
group_by (SdWindow *window, const char *tooltip)
{
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (app_test_find_tooltip (GTK_WIDGET (window), tooltip)), TRUE);
}

static const struct
{
  const char *tooltip;
  const char *list;
} groupings[] = {
  { "Errors first", "[Warnings]E4 E24 E18 [Notes]E23 [Questions]E7 " },
  { "What is found about each unit", "[The Plan as a Whole]E4 E24 E18 E23 E7 " },
  { "What rests on each clause",
    "[Reform plan of Tanyi, Feixian][四（一）  机构、编制、职数和派驻机构]E4 E24 E7 "
    "[五（三）  土地收储中心]E18 [六  配套措施]E23 " },
};

static void
test_groups (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkListBoxRow *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pane", "s", "findings");
  row = gtk_list_box_get_row_at_index (list_of (window), 3);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (list_of (window), 0)));
  gtk_list_box_select_row (list_of (window), row);

  for (gsize i = G_N_ELEMENTS (groupings); i-- > 0;)
    {
      g_autofree char *list = NULL;

      group_by (window, groupings[i].tooltip);
      list = describe (window);
      g_assert_cmpstr (list, ==, groupings[i].list);
      row = gtk_list_box_get_selected_row (list_of (window));
      g_assert_cmpstr (sd_finding_get_rule (sd_finding_row_get_finding (SD_FINDING_ROW (row))), ==,
                       "E23");
    }
  app_test_close (window);
}

static void
test_remembered (void)
{
  SdWindow *window = app_test_open_sample ();
  g_autofree char *list = NULL;

  group_by (window, groupings[2].tooltip);
  app_test_close (window);

  window = app_test_open_sample ();
  list = describe (window);
  g_assert_cmpstr (list, ==, groupings[2].list);
  app_test_close (window);
}

/* Renames a unit, which breaks a rule about it or none. */
static void
rename_unit (SdWindow *window, SdRow *unit, const char *name)
{
  SdSession *session = sd_window_get_session (window);

  sd_register_set_value_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                               SD_TABLE_UNIT, sd_row_get_id (unit), SD_UNIT_NAME,
                               &(SdValue) SD_VALUE_INIT_TEXT ((char *) name), NULL,
                               sd_session_on_edited, g_object_ref (session));
}

static gboolean
has_branch (SdWindow *window)
{
  return app_test_finding (window, "E9") != NULL;
}

/* A finding about a unit stands under its name, and the row does not repeat it. */
static void
test_unit (void)
{
  SdWindow *window = app_test_open_sample ();
  SdRow *unit = app_test_unit (window, "探沂司法所");
  g_autofree char *list = NULL;

  group_by (window, groupings[1].tooltip);
  rename_unit (window, unit, "司法局探沂镇分局");
  app_test_wait_for (has_branch, window);
  list = describe (window);
  g_assert_nonnull (g_strstr_len (list, -1, "[The Plan as a Whole]E4 "));
  g_assert_true (g_str_has_suffix (list, "[司法局探沂镇分局]E9 "));
  app_test_settle (window);
  app_test_close (window);
}

static gboolean
says (GtkWidget *widget, gpointer text)
{
  return g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

/* With a finding stands what the clause says that it rests on. */
static void
test_clause (void)
{
  SdWindow *window = app_test_open_sample ();

  g_assert_nonnull (app_test_find (GTK_WIDGET (list_of (window)), GTK_TYPE_LABEL, says,
                                   (gpointer) "四（一） says: 党政工作机构8个"));
  app_test_close (window);
}

static void
count_up (int *count)
{
  (*count)++;
}

static void
test_announced (void)
{
  SdWindow *window = app_test_open_sample ();
  SdAnnouncer *announcer =
      SD_ANNOUNCER (app_test_find (GTK_WIDGET (window), SD_TYPE_ANNOUNCER, NULL, NULL));
  GtkWidget *label = app_test_find (GTK_WIDGET (announcer), GTK_TYPE_LABEL, NULL, NULL);
  SdRow *unit = app_test_unit (window, "探沂司法所");
  int count = 0;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (announcer)), ==, 0);
  g_assert_cmpstr (sd_speaker_get_text (SD_SPEAKER (announcer)), ==,
                   "5 findings: 3 warnings, 1 note, 1 question");

  g_signal_connect_swapped (label, "notify::label", G_CALLBACK (count_up), &count);
  rename_unit (window, unit, "探沂镇司法所");
  app_test_settle (window);
  sd_session_recheck (sd_window_get_session (window));
  app_test_settle (window);
  g_assert_cmpint (count, ==, 0);

  rename_unit (window, unit, "司法局探沂镇分局");
  app_test_wait_for (has_branch, window);
  app_test_settle (window);
  g_assert_cmpint (count, ==, 1);
  g_assert_nonnull (g_strstr_len (sd_speaker_get_text (SD_SPEAKER (announcer)), -1, ". New: "));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_settle (window);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/findings/groups", test_groups);
  app_test_add ("/findings/remembered", test_remembered);
  app_test_add ("/findings/unit", test_unit);
  app_test_add ("/findings/clause", test_clause);
  app_test_add ("/findings/announced", test_announced);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
