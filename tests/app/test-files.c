/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "app/window-private.h"
#include "plan/data-dir.h"

/* Files that are opened, made and imported, and those that cannot be. */

typedef struct
{
  SdWindow *window;
  const char *text;
} Wanted;

static gboolean
has_session (SdWindow *window)
{
  return sd_window_get_session (window) != NULL;
}

static gboolean
shows_message (SdWindow *window)
{
  return app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
shows_label (Wanted *wanted)
{
  return app_test_find_label (GTK_WIDGET (wanted->window), wanted->text) != NULL;
}

static GFile *
write_file (const char *name, const char *text)
{
  GFile *file = app_test_file (name);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));

  return file;
}

static GFile *
sample_xml (const char *name)
{
  g_autoptr (GFile) folder = sd_data_dir_get ("samples");

  return g_file_get_child (folder, name);
}

static gboolean
is_button (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
shows_no_message (SdWindow *window)
{
  return app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

/* Reads the dialog and answers it by a click. */
static void
expect_message (SdWindow *window, const char *heading, const char *part, const char *answer)
{
  AdwMessageDialog *dialog;
  GtkWidget *button;

  app_test_wait_for (shows_message, window);
  dialog = ADW_MESSAGE_DIALOG (app_test_dialog (window, ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_test_message ("%s", adw_message_dialog_get_body (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), part));
  button = app_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, is_button, (gpointer) answer);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_test_wait_for (shows_no_message, window);
}

static const struct
{
  const char *name;
  const char *text;
  const char *heading;
  const char *part;
} bad_files[] = {
  { "letter.sanding", "Dear county,", "This File Is No Register", "letter.sanding" },
  { "empty.xml", "", "This File Is No Plan", "empty.xml" },
  { "broken.xml", "<plan", "This File Is No Plan", "broken.xml:1" },
  { "page.xml", "<html/>", "This File Is No Plan", "page.xml:1" },
  { "kind.xml",
    "<county xmlns='urn:sanding:plan:1' id='7c6d9a3e-5f0b-4c1a-9d2e-000000000001' name='县'>\n"
    "<town id='7c6d9a3e-5f0b-4c1a-9d2e-000000000002' name='镇' kind='castle'/></county>",
    "This File Is No Plan", "kind.xml:2" },
};

static void
test_bad_files (void)
{
  SdWindow *window = app_test_new_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GFile) file = write_file (bad_files[i].name, bad_files[i].text);

      sd_window_open_file (window, file);
      expect_message (window, bad_files[i].heading, bad_files[i].part, "_Close");
      g_assert_null (sd_window_get_session (window));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "start");
    }
  app_test_close (window);
}

static void
test_missing_file (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = app_test_file ("nowhere.sanding");

  sd_window_open_file (window, file);
  expect_message (window, "Not Found", "nowhere.sanding", "_Close");
  app_test_close (window);
}

static void
test_newer_register (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = app_test_file ("newer.sanding");
  g_autoptr (SdRegister) reg = sd_register_create (file, "费县", "test", NULL);
  sqlite3 *database;

  sd_register_close (reg);
  g_assert_cmpint (sqlite3_open (g_file_peek_path (file), &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 999", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);

  sd_window_open_file (window, file);
  expect_message (window, "The Register Is of a Newer Version", "newer.sanding", "_Close");
  app_test_close (window);
}

/* Registers that are made */

static gboolean
has_town (SdWindow *window)
{
  SdCounty *county = sd_session_get_county (sd_window_get_session (window));

  return sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_TOWN) == 1;
}

static gboolean
has_plan (SdWindow *window)
{
  return sd_session_get_plan (sd_window_get_session (window)) != NULL;
}

static void
test_new_register (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = app_test_file ("new.sanding");
  GtkWidget *dialog, *button;

  sd_window_new_register (window, file, "新县", NULL);
  app_test_wait_for (has_session, window);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "No Towns Yet"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-town", NULL);
  dialog = GTK_WIDGET (app_test_dialog (window, ADW_TYPE_WINDOW));
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (app_test_find_row (dialog, "Name")), "东镇");
  button = gtk_window_get_default_widget (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_test_wait_for (has_town, window);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "东镇 Has No Plan Yet"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-plan", NULL);
  app_test_wait_for (has_plan, window);
  app_test_settle (window);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "东镇行政管理体制改革方案"));
  app_test_close (window);
}

static void
test_register_is_not_overwritten (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = write_file ("there.sanding", "what was there");
  g_autofree char *text = NULL;

  sd_window_new_register (window, file, "新县", NULL);
  expect_message (window, "There Is Such a File Already", "there.sanding", "_Close");
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "what was there");
  app_test_close (window);
}

static void
test_read_only (void)
{
  SdWindow *window = app_test_open_sample ();
  g_autoptr (GFile) file = g_object_ref (
      sd_register_get_file (sd_session_get_register (sd_window_get_session (window))));
  g_autoptr (SdRegister) reg = NULL;

  app_test_close (window);
  reg = sd_register_open (file, SD_REGISTER_OPEN_READ_ONLY, "test", NULL);
  window = app_test_new_window ();
  sd_window_end_opening (window, reg, NULL);
  app_test_settle (window);
  g_assert_nonnull (app_test_find_label (GTK_WIDGET (window), "Read-only"));
  g_assert_false (gtk_widget_get_sensitive (app_test_find_row (GTK_WIDGET (window), "Title")));
  g_assert_null (app_test_find_tooltip (GTK_WIDGET (window), "Undo: Import “费县”"));
  app_test_close (window);
}

/* Import */

static guint
n_plans (SdWindow *window)
{
  SdCounty *county = sd_session_get_county (sd_window_get_session (window));

  return sd_row_set_get_n_rows (SD_ROW_SET (county), SD_TABLE_PLAN);
}

static gboolean
has_four_plans (SdWindow *window)
{
  return n_plans (window) == 4;
}

static void
test_import (void)
{
  SdWindow *window = app_test_open_sample ();
  g_autoptr (GFile) file = sample_xml ("feixian-tanyi.xml");
  Wanted toast = { window, "Imported “feixian-tanyi.xml”" };

  g_assert_cmpuint (n_plans (window), ==, 3);
  sd_window_open_file (window, file);
  expect_message (window, "The Plan Is There Already", "探沂镇", "_Cancel");
  g_assert_cmpuint (n_plans (window), ==, 3);

  sd_window_import (window, file);
  expect_message (window, "The Plan Is There Already", "探沂镇", "Add as a _Scenario");
  app_test_wait_for (has_four_plans, window);
  app_test_wait_for (shows_label, &toast);
  app_test_settle (window);
  app_test_close (window);
}

static void
test_register_from_xml (void)
{
  SdWindow *window = app_test_new_window ();
  g_autoptr (GFile) file = sample_xml ("feixian-mended.xml");

  sd_window_open_file (window, file);
  expect_message (window, "Make a Register?", "费县", "_Cancel");
  g_assert_null (sd_window_get_session (window));
  app_test_close (window);
}

static void
test_full_disk (void)
{
  SdWindow *window = app_test_open_sample ();
  g_autoptr (GError) error =
      g_error_new_literal (SD_REGISTER_ERROR, SD_REGISTER_ERROR_FULL, "There is no room left.");

  sd_session_report_error (sd_window_get_session (window), error);
  expect_message (window, "The Disk Is Full", "no room", "_Close");
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/files/bad", test_bad_files);
  app_test_add ("/files/missing", test_missing_file);
  app_test_add ("/files/newer", test_newer_register);
  app_test_add ("/files/new", test_new_register);
  app_test_add ("/files/not-overwritten", test_register_is_not_overwritten);
  app_test_add ("/files/read-only", test_read_only);
  app_test_add ("/files/import", test_import);
  app_test_add ("/files/from-xml", test_register_from_xml);
  app_test_add ("/files/full-disk", test_full_disk);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
