/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print.h"

#include <glib/gi18n-lib.h>

/* The pages of a document on paper: the same layout as in the preview and in the PDF, on the whole
 * sheet, since the margins are in the layout. */

/* How the user printed last, while the program runs. */
static GtkPrintSettings *last_settings = NULL;

/* Callbacks */

/* A page that lies is printed on the same sheet, turned. */
static void
on_request_setup (GtkPrintOperation *operation,
                  GtkPrintContext *context,
                  int page,
                  GtkPageSetup *setup,
                  SdLayout *layout)
{
  double width, height;

  sd_layout_get_page_size (layout, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, SdLayout *layout)
{
  sd_layout_paint (layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, SdWindow *window)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  sd_window_show_error (window, _ ("The Document Was Not Printed"), error);
}

/* Helpers */

static GtkPageSetup *
make_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);

  return setup;
}

/* Both sides of the paper, bound on the left (GB/T 9704-2012, 6). */
static GtkPrintSettings *
make_settings (const char *title)
{
  GtkPrintSettings *settings =
      last_settings != NULL ? gtk_print_settings_copy (last_settings) : gtk_print_settings_new ();
  g_autofree char *name = g_strdelimit (g_strdup (title), "/", '_');

  if (last_settings == NULL)
    gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_ALL);

  return settings;
}

/* Public functions */

/**
 * sd_print_operation_new:
 * @layout: a document on its pages
 *
 * Returns: (transfer full): what prints these pages as they are, on A4 paper without further
 *   margins; gtk_print_operation_run() asks for the printer or writes a file
 */
GtkPrintOperation *
sd_print_operation_new (SdLayout *layout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  const char *title = sd_blocks_get_meta (sd_layout_get_blocks (layout))->title;
  g_autoptr (GtkPageSetup) setup = make_setup ();
  g_autoptr (GtkPrintSettings) settings = make_settings (title);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) sd_layout_get_n_pages (layout));
  g_object_set_data_full (G_OBJECT (operation), "layout", sd_layout_ref (layout),
                          (GDestroyNotify) sd_layout_unref);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_setup), layout);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), layout);

  return operation;
}

/**
 * sd_window_print:
 * @self: a window
 * @layout: a document on its pages
 * @page: the page that is seen, from 0
 *
 * Asks for the printer, or the file, and the pages, and prints. What goes wrong is shown.
 */
void
sd_window_print (SdWindow *self, SdLayout *layout, guint page)
{
  g_autoptr (GtkPrintOperation) operation = sd_print_operation_new (layout);

  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}
