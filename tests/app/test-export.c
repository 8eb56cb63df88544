/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/export-dialog.h"
#include "app/settings.h"
#include "app/export.h"

#include <glib/gstdio.h>

/* Documents of the sample on their way into files. */

#define NO_GLYPH "\xF3\xB0\x80\x81" /* no typeface has it */

typedef struct
{
  SdWindow *window;
  SdExportDialog *dialog;
  const char *text; /* what is waited for */
} Fixture;

static void
open_dialog (Fixture *self, const char *format)
{
  self->dialog = SD_EXPORT_DIALOG (sd_export_dialog_new (self->window, NULL));
  sd_export_dialog_set_format (self->dialog, format);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
toggle (Fixture *self, const char *title)
{
  GtkWidget *row = app_test_find_row (GTK_WIDGET (self->dialog), title);
  GtkWidget *button = app_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
}

static gboolean
is_button (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = app_test_find (root, GTK_TYPE_BUTTON, is_button, (gpointer) label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog (SD_TYPE_EXPORT_DIALOG) == NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_dialog (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
shows_label (Fixture *self)
{
  return app_test_find_label (GTK_WIDGET (self->window), self->text) != NULL;
}

/* A label of the dialog that is seen has the text among others. */
static gboolean
has_text (GtkWidget *widget, gpointer text)
{
  return gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
says_text (Fixture *self)
{
  return app_test_find (GTK_WIDGET (self->dialog), GTK_TYPE_LABEL, has_text,
                        (gpointer) self->text) != NULL;
}

static void
wait_for_result (Fixture *self, const char *text)
{
  self->text = text;
  app_test_wait_for (says_text, self);
}

static void
close_result (Fixture *self)
{
  click (GTK_WIDGET (self->dialog), "_Close");
  app_test_wait_for (has_no_dialog, NULL);
}

static gboolean
says_typefaces (Fixture *self)
{
  return find_dialog (SD_TYPE_EXPORT_DIALOG) != NULL &&
         app_test_find (GTK_WIDGET (self->dialog), GTK_TYPE_LABEL, has_text, "typefaces") != NULL;
}

static gboolean
is_done (Fixture *self)
{
  return shows_label (self) || says_typefaces (self);
}

/* The first export of pages says which typefaces are absent, whichever test makes it. */
static void
wait_for_toast (Fixture *self, const char *text)
{
  self->text = text;
  app_test_wait_for (is_done, self);
  if (says_typefaces (self))
    close_result (self);
  app_test_wait_for (has_no_dialog, NULL);
}

static void
answer (const char *part, const char *label)
{
  AdwMessageDialog *question;

  app_test_wait_for (has_question, NULL);
  question = ADW_MESSAGE_DIALOG (find_dialog (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), part));
  click (GTK_WIDGET (question), label);
}

static void
write_text (GFile *file, const char *text)
{
  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
}

static char *
read_text (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));

  return text;
}

/* One file */

static void
test_formats (void)
{
  static const struct
  {
    const char *format;
    const char *begin;
  } cases[] = {
    { "odt", "PK" },
    { "fodt", "<?xml" },
    { "ods", "PK" },
    { "xml", "<?xml" },
  };
  Fixture self = { .window = app_test_open_sample () };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("plan.", cases[i].format, NULL);
      g_autofree char *said = g_strdup_printf ("Exported “%s”", name);
      g_autofree char *text = NULL;
      g_autoptr (GFile) chosen = app_test_file ("plan");
      g_autoptr (GFile) file = app_test_file (name);

      open_dialog (&self, cases[i].format);
      sd_export_dialog_write (self.dialog, chosen, FALSE);
      wait_for_toast (&self, said);
      text = read_text (file);
      g_assert_true (g_str_has_prefix (text, cases[i].begin));
    }
  app_test_close (self.window);
}

/* The first pages that are exported say which typefaces stand in for others, the next do not. */
static void
test_typefaces_once (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) first = app_test_file ("once.odt");
  g_autoptr (GFile) next = app_test_file ("once.pdf");
  g_autofree char *text = NULL;

  sd_settings_set_text ("documents", "read", "");
  open_dialog (&self, "odt");
  sd_export_dialog_write (self.dialog, first, FALSE);
  while (find_dialog (SD_TYPE_EXPORT_DIALOG) != NULL && !says_typefaces (&self))
    g_main_context_iteration (NULL, TRUE);
  if (find_dialog (SD_TYPE_EXPORT_DIALOG) != NULL)
    close_result (&self);

  open_dialog (&self, "pdf");
  sd_export_dialog_write (self.dialog, next, FALSE);
  self.text = "Exported “once.pdf”";
  app_test_wait_for (shows_label, &self);
  text = read_text (next);
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  app_test_close (self.window);
}

/* What someone has touched up in the meantime is replaced only when the user says so. */
static void
test_changed (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) file = app_test_file ("again.fodt");
  g_autofree char *kept = NULL, *replaced = NULL;

  open_dialog (&self, "fodt");
  sd_export_dialog_write (self.dialog, file, FALSE);
  wait_for_toast (&self, "Exported “again.fodt”");
  write_text (file, "touched up");

  open_dialog (&self, "fodt");
  sd_export_dialog_write (self.dialog, file, FALSE);
  answer ("again.fodt", "_Keep");
  wait_for_result (&self, "someone has changed the file");
  kept = read_text (file);
  g_assert_cmpstr (kept, ==, "touched up");
  close_result (&self);

  open_dialog (&self, "fodt");
  sd_export_dialog_write (self.dialog, file, FALSE);
  answer ("again.fodt", "_Replace");
  wait_for_toast (&self, "Exported “again.fodt”");
  replaced = read_text (file);
  g_assert_true (g_str_has_prefix (replaced, "<?xml"));
  app_test_close (self.window);
}

static void
test_fails (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/nowhere/plan.odt");

  open_dialog (&self, "odt");
  sd_export_dialog_write (self.dialog, file, FALSE);
  wait_for_result (&self, "/proc/nowhere/plan.odt");
  g_assert_nonnull (
      app_test_find (GTK_WIDGET (self.dialog), GTK_TYPE_LABEL, has_text, "Not Exported"));
  close_result (&self);
  app_test_close (self.window);
}

/* A folder */

static guint
count_files (GFile *folder, const char *suffix)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);

  return n;
}

static GFile *
make_folder (const char *name)
{
  GFile *folder = app_test_file (name);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));

  return folder;
}

/* All documents of the plan and one of the county; a second time nothing is asked, since nobody has
 * written there but the program. */
static void
test_folder (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) folder = make_folder ("all");

  for (guint i = 0; i < 2; i++)
    {
      open_dialog (&self, "odt");
      click (GTK_WIDGET (self.dialog), "All");
      toggle (&self, "Summary of all towns");
      sd_export_dialog_write (self.dialog, folder, TRUE);
      wait_for_toast (&self, "Exported 12 files into “all”");
      g_assert_cmpuint (count_files (folder, ".odt"), ==, 12);
      g_assert_cmpuint (count_files (folder, ""), ==, 12);
    }
  app_test_close (self.window);
}

static void
test_pictures (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) folder = make_folder ("pictures");
  g_autoptr (GFile) file = g_file_get_child (folder, "Where the People Go.svg");
  g_autofree char *text = NULL;

  open_dialog (&self, "svg");
  sd_export_dialog_write (self.dialog, folder, TRUE);
  wait_for_toast (&self, "Exported 3 files into “pictures”");
  text = read_text (file);
  g_assert_nonnull (strstr (text, "<svg"));
  app_test_close (self.window);
}

/* Files of others in the folder are not written over. */
static void
test_folder_of_others (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) folder = make_folder ("others");
  g_autoptr (GFile) file = g_file_get_child (folder, "Where the People Go.svg");
  g_autofree char *kept = NULL;

  write_text (file, "drawn by hand");
  open_dialog (&self, "svg");
  sd_export_dialog_write (self.dialog, folder, TRUE);
  answer ("Where the People Go.svg", "_Keep");
  wait_for_result (&self, "2 files were exported.");
  kept = read_text (file);
  g_assert_cmpstr (kept, ==, "drawn by hand");
  close_result (&self);
  app_test_close (self.window);
}

/* Cancelled before it begins to write: the old file is whole, nothing is left beside it. */
static void
test_cancel (void)
{
  Fixture self = { .window = app_test_open_sample () };
  g_autoptr (GFile) folder = make_folder ("cancelled");
  g_autoptr (GFile) file = g_file_get_child (folder, "plan.odt");
  g_autofree char *kept = NULL;

  write_text (file, "old");
  open_dialog (&self, "odt");
  sd_export_dialog_write (self.dialog, file, FALSE);
  gtk_window_close (GTK_WINDOW (self.dialog));
  wait_for_toast (&self, "The export was cancelled.");
  kept = read_text (file);
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (folder, ""), ==, 1);
  app_test_close (self.window);
}

/* Characters */

static gboolean
has_rare_unit (SdWindow *window)
{
  return app_test_unit (window, NO_GLYPH "河站") != NULL;
}

/* A PDF says where the characters stand that no typeface has; an ODT keeps them. */
static void
test_missing_characters (void)
{
  Fixture self = { .window = app_test_open_sample () };
  SdSession *session = sd_window_get_session (self.window);
  g_auto (SdValue) name = { .type = SD_VALUE_TEXT, .text = g_strdup (NO_GLYPH "河站") };
  g_autoptr (GFile) pdf = app_test_file ("rare.pdf");
  g_autoptr (GFile) flat = app_test_file ("rare.fodt");
  g_autofree char *text = NULL;

  sd_register_set_value_async (
      sd_session_get_register (session), sd_session_get_plan_id (session), SD_TABLE_UNIT,
      sd_row_get_id (app_test_unit (self.window, "党政办公室")), SD_UNIT_NAME, &name, NULL,
      sd_session_on_edited, g_object_ref (session));
  app_test_wait_for (has_rare_unit, self.window);

  open_dialog (&self, "pdf");
  sd_export_dialog_write (self.dialog, pdf, FALSE);
  wait_for_result (&self, NO_GLYPH " on page ");
  close_result (&self);

  open_dialog (&self, "fodt");
  sd_export_dialog_write (self.dialog, flat, FALSE);
  wait_for_toast (&self, "Exported “rare.fodt”");
  text = read_text (flat);
  g_assert_nonnull (strstr (text, NO_GLYPH "河站"));
  app_test_settle (self.window);
  app_test_close (self.window);
}

static void
add_tests (void)
{
  app_test_add ("/export/formats", test_formats);
  app_test_add ("/export/typefaces-once", test_typefaces_once);
  app_test_add ("/export/changed", test_changed);
  app_test_add ("/export/fails", test_fails);
  app_test_add ("/export/folder", test_folder);
  app_test_add ("/export/pictures", test_pictures);
  app_test_add ("/export/folder-of-others", test_folder_of_others);
  app_test_add ("/export/cancel", test_cancel);
  app_test_add ("/export/missing-characters", test_missing_characters);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
