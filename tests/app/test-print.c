/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/preview-page.h"
#include "app/print.h"
#include "document/pdf.h"

#include <gtk/gtkunixprint.h>

/* What is printed is what the PDF has: the same words at the same places of pages of the same
 * size. The pages of a GtkPrintOperation go to a file here, and pdftotext reads both. */

typedef struct
{
  SdWindow *window;
  SdPreviewPage *page;
} Fixture;

static gboolean
is_current (SdPreviewPage *page)
{
  return sd_preview_page_is_current (page) &&
         sd_preview_view_get_layout (sd_preview_page_get_view (page)) != NULL;
}

static Fixture
open_document (const char *document)
{
  Fixture self = { .window = app_test_open_sample () };

  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.show-page", "s", "documents");
  self.page =
      SD_PREVIEW_PAGE (app_test_find (GTK_WIDGET (self.window), SD_TYPE_PREVIEW_PAGE, NULL, NULL));
  sd_preview_page_set_document (self.page, document);
  app_test_wait_for (is_current, self.page);

  return self;
}

static SdLayout *
layout_of (Fixture *self)
{
  return sd_preview_view_get_layout (sd_preview_page_get_view (self->page));
}

/* Without a dialog; returns the name of the file. */
static char *
print (Fixture *self)
{
  g_autoptr (GtkPrintOperation) operation = sd_print_operation_new (layout_of (self));
  g_autoptr (GFile) file = app_test_file ("printed.pdf");
  char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self->window),
                           &error);
  g_assert_no_error (error);

  return path;
}

/* The words with their places, page by page; NULL where there is no pdftotext. */
static char *
read_words (const char *path)
{
  const char *argv[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  char *body;

  if (program == NULL)
    {
      g_test_skip ("There is no pdftotext");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  body = g_strdup (strstr (output, "<doc>"));
  g_free (output);

  return body;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

static void
test_like_the_pdf (void)
{
  Fixture self = open_document ("set");
  g_autofree char *printed = print (&self);
  g_autoptr (GFile) file = app_test_file ("exported.pdf");
  g_autofree char *exported = g_file_get_path (file);
  g_autofree char *ours = NULL, *theirs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sd_pdf_write (layout_of (&self), &error);

  g_assert_no_error (error);
  g_file_set_contents (exported, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  ours = read_words (exported);
  theirs = read_words (printed);
  if (ours != NULL)
    {
      g_assert_cmpuint (count (theirs, "<page "), ==, sd_layout_get_n_pages (layout_of (&self)));
      g_assert_cmpuint (count (theirs, "<word "), >, 100);
      g_assert_cmpstr (theirs, ==, ours);
    }
  app_test_close (self.window);
}

/* The dialog */

static gboolean
has_dialog (GtkPrintUnixDialog **dialog)
{
  GListModel *windows = gtk_window_get_toplevels ();

  *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window))
        *dialog = GTK_PRINT_UNIX_DIALOG (window);
    }

  return *dialog != NULL;
}

static gboolean
has_printer (GtkPrintUnixDialog *dialog)
{
  return gtk_print_unix_dialog_get_selected_printer (dialog) != NULL;
}

static gboolean
is_whole (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  return g_file_get_contents (path, &content, &size, NULL) && size > 6 &&
         g_str_has_prefix (content + size - 6, "%%EOF");
}

/* Pages 2 to 4 into a file. */
static void
choose_range (GtkPrintUnixDialog *dialog, GFile *file)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  g_autofree char *uri = g_file_get_uri (file);
  GtkPageRange range = { 1, 3 };

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &range, 1);
  gtk_print_unix_dialog_set_settings (dialog, settings);
}

/* From any page of the window: the documents are seen then, and the dialog asks. */
static void
test_dialog (void)
{
  Fixture self = open_document ("set");
  g_autoptr (GFile) file = app_test_file ("some.pdf");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *words = NULL;
  GtkPrintUnixDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.show-page", "s", "structure");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self.page)));
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.print", NULL);
  app_test_wait_for (has_dialog, &dialog);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self.page)));

  choose_range (dialog, file);
  app_test_wait_for (has_printer, dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  app_test_wait_for (is_whole, path);
  words = read_words (path);
  if (words != NULL)
    g_assert_cmpuint (count (words, "<page "), ==, 3);
  app_test_close (self.window);
}

static void
add_tests (void)
{
  app_test_add ("/print/like-the-pdf", test_like_the_pdf);
  app_test_add ("/print/dialog", test_dialog);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
