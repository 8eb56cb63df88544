/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <locale.h>

#include "app/export-dialog.h"

/* With the Chinese catalogue, no English word is left anywhere in the window. */

/* Keys, formats and standards are called so in Chinese too. */
static const char *const allowed[] = {
  "XML",  "CSV",    "ODF",  "GB",   "odt",   "ods", "fodt",  "xml",    "sanding",
  "Ctrl", "Shift",  "Alt",  "Tab",  "Esc",   "F2",  "Enter", "GPL",    "Home",
  "End",  "GNU",    "Up",   "Down", "F9",    "F10", "km",    "Escape", "Delete",
  "Menu", "Return", "Page", "Left", "Right", "PDF", "pdf",   "svg",
};

static gboolean
is_allowed (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (g_str_equal (allowed[i], word))
      return TRUE;

  return FALSE;
}

/* The first word of two Latin letters or more that is no name of a key or format. */
static char *
english_in (const char *text)
{
  g_autoptr (GRegex) words = g_regex_new ("[A-Za-z]{2,}[0-9]*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (words, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      if (!is_allowed (word))
        return g_steal_pointer (&word);
    }

  return NULL;
}

static void
look_at (GtkWidget *widget, const char *what, const char *text, const char *place)
{
  g_autoptr (GFile) file = app_test_file (".");
  g_autoptr (GString) own = g_string_new (text);
  g_autofree char *word = NULL;

  /* The path of a file is nobody's word. */
  g_string_replace (own, g_file_peek_path (file), "", 0);
  word = english_in (own->str);

  if (word != NULL)
    {
      g_test_message ("%s: the %s of a %s says “%s”", place, what, G_OBJECT_TYPE_NAME (widget),
                      text);
      g_test_fail ();
    }
}

static void
look_into (GtkWidget *widget, const char *place)
{
  look_at (widget, "tooltip", gtk_widget_get_tooltip_text (widget), place);
  if (GTK_IS_LABEL (widget))
    look_at (widget, "text", gtk_label_get_text (GTK_LABEL (widget)), place);
  if (GTK_IS_ENTRY (widget))
    look_at (widget, "placeholder", gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), place);
  if (GTK_IS_WINDOW (widget))
    look_at (widget, "title", gtk_window_get_title (GTK_WINDOW (widget)), place);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_into (child, place);
}

static void
test_start (void)
{
  SdWindow *window = app_test_new_window ();

  look_into (GTK_WIDGET (window), "start page");
  app_test_close (window);
}

static void
test_pages (void)
{
  static const char *const pages[] = { "headcount", "flow",   "posts",     "dispatched",
                                       "powers",    "duties", "comparison" };
  SdWindow *window = app_test_open_sample ();
  SdSession *session = sd_window_get_session (window);
  SdRow *unit = app_test_unit (window, "综合行政执法局");

  look_into (GTK_WIDGET (window), "plan");
  g_assert_nonnull (unit);
  sd_session_set_selected_id (session, sd_row_get_id (unit));
  look_into (GTK_WIDGET (window), "unit");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", pages[i]);
      look_into (GTK_WIDGET (window), pages[i]);
    }
  sd_session_set_stage (session, "current");
  look_into (GTK_WIDGET (window), "current stage");
  app_test_close (window);
}

static gboolean
shows_window (SdWindow *window)
{
  return app_test_dialog (window, GTK_TYPE_WINDOW) != NULL;
}

static gboolean
shows_no_window (SdWindow *window)
{
  return app_test_dialog (window, GTK_TYPE_WINDOW) == NULL;
}

static void
test_dialogs (void)
{
  static const char *const names[] = { "win.export", "win.new-town", "win.new-register",
                                       "win.rules", "win.show-help-overlay" };
  SdWindow *window = app_test_open_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWindow *dialog;

      g_test_message ("%s", names[i]);
      gtk_widget_activate_action (GTK_WIDGET (window), names[i], NULL);
      app_test_wait_for (shows_window, window);
      dialog = app_test_dialog (window, GTK_TYPE_WINDOW);
      look_into (GTK_WIDGET (dialog), names[i]);
      gtk_window_close (dialog);
      app_test_wait_for (shows_no_window, window);
    }
  app_test_close (window);
}

static void
test_sentences (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = app_test_file ("没有.sanding");
  GtkWindow *dialog;

  sd_window_open_file (window, file);
  app_test_wait_for (shows_window, window);
  dialog = app_test_dialog (window, GTK_TYPE_WINDOW);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "没有"));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "未找到");
  gtk_window_close (dialog);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/chinese/start", test_start);
  app_test_add ("/chinese/pages", test_pages);
  app_test_add ("/chinese/dialogs", test_dialogs);
  app_test_add ("/chinese/sentences", test_sentences);
}

int
main (int argc, char **argv)
{
  /* Where there is no Chinese locale, another one with a language serves; not so the C locales of
   * a newer C library, in which nothing is translated. */
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  if (setlocale (LC_ALL, "zh_CN.UTF-8") != NULL)
    g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);

  return app_test_run (&argc, &argv, add_tests);
}
