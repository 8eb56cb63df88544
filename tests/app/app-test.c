/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <libintl.h>
#include <locale.h>

#include <glib/gstdio.h>

#define DEADLINE (30 * G_USEC_PER_SEC)
#define NO_DISPLAY 77 /* what meson and TAP take for skipped */

static SdApplication *application;
static char *home; /* where the program writes */

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* What the program writes is kept apart; icons, file types and settings are those of the system,
 * which G_TEST_OPTION_ISOLATE_DIRS would take away. */
static void
isolate (void)
{
  home = g_dir_make_tmp ("app-test-XXXXXX", NULL);
  g_assert_nonnull (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
}

static void
set_up (gpointer unused, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (home, "sanding", NULL);

  remove_all (folder);
  g_mkdir (folder, 0700);
}

static void
run (gpointer unused, gconstpointer data)
{
  AppTestFunction function = (AppTestFunction) data;

  function ();
}

/**
 * app_test_add:
 * @path: name of the test
 * @function: the test
 *
 * Adds a test that begins without any register.
 */
void
app_test_add (const char *path, AppTestFunction function)
{
  g_test_add_vtable (path, 0, (gconstpointer) function, set_up, run, NULL);
}

/**
 * app_test_file:
 * @name: a file name
 *
 * Returns: (transfer full): a file of that name where the test may write
 */
GFile *
app_test_file (const char *name)
{
  return g_file_new_build_filename (home, "sanding", name, NULL);
}

/**
 * app_test_run:
 * @argc: number of arguments
 * @argv: the arguments
 * @add_tests: adds the tests
 *
 * Starts the program without a session bus of its own and runs the tests.
 *
 * Returns: what main() is to return
 */
int
app_test_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autoptr (GError) error = NULL;

  int result;

  isolate ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SANDING_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return NO_DISPLAY;
    }

  g_test_init (argc, argv, NULL);
  application = sd_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  add_tests ();

  result = g_test_run ();
  remove_all (home);

  return result;
}

static gboolean
on_tick (gpointer unused)
{
  return G_SOURCE_CONTINUE; /* has the loop look at the clock */
}

/**
 * app_test_wait:
 * @condition: what is waited for
 * @data: for @condition
 * @what: its name
 *
 * Runs the main loop until the condition holds; fails when it takes too long.
 */
void
app_test_wait (AppTestCondition condition, gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;
  guint tick = g_timeout_add (50, on_tick, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

static gboolean
is_settled (SdWindow *window)
{
  SdSession *session = sd_window_get_session (window);

  return !sd_register_get_saving (sd_session_get_register (session)) &&
         !sd_session_get_checking (session) &&
         (sd_session_get_plan (session) == NULL || sd_session_get_check (session) != NULL);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer n_left)
{
  guint *left = n_left;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (guint *number)
{
  return *number == 0;
}

/**
 * app_test_paint:
 * @window: a window
 *
 * Waits until it has been laid out and painted.
 */
void
app_test_paint (SdWindow *window)
{
  guint n_left = 3;

  gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frame, &n_left, NULL);
  app_test_wait_for (is_zero, &n_left);
}

/**
 * app_test_settle:
 * @window: a window with a register
 *
 * Waits until all edits are saved and the plan has been checked after the last of them.
 */
void
app_test_settle (SdWindow *window)
{
  app_test_wait_for (is_settled, window);
}

static gboolean
has_session (SdWindow *window)
{
  return sd_window_get_session (window) != NULL;
}

/**
 * app_test_new_window:
 *
 * Returns: (transfer none): a window with the start page, shown
 */
SdWindow *
app_test_new_window (void)
{
  SdWindow *window = sd_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  app_test_wait_for (gtk_widget_get_mapped, window);

  return window;
}

/**
 * app_test_open_sample:
 *
 * Returns: (transfer none): a window with the sample county, checked
 */
SdWindow *
app_test_open_sample (void)
{
  SdWindow *window = app_test_new_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  app_test_wait_for (has_session, window);
  app_test_settle (window);

  return window;
}

static gboolean
is_cleared (gpointer *pointer)
{
  return *pointer == NULL;
}

/**
 * app_test_close:
 * @window: a window
 *
 * Closes it as its button does, and sees that nothing holds it any more.
 */
void
app_test_close (SdWindow *window)
{
  gpointer held = window;

  g_object_add_weak_pointer (G_OBJECT (window), &held);
  gtk_window_close (GTK_WINDOW (window));
  app_test_wait_for (is_cleared, &held);
}

/**
 * app_test_find:
 * @root: where to look
 * @type: type of the widget
 * @match: (nullable): what it must be like
 * @data: for @match
 *
 * Returns: (transfer none) (nullable): the first such widget, parents before children
 */
GtkWidget *
app_test_find (GtkWidget *root, GType type, AppTestMatch match, gpointer data)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (match == NULL || match (root, data)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_test_find (child, type, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
tooltip_is (GtkWidget *widget, gpointer tooltip)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

GtkWidget *
app_test_find_tooltip (GtkWidget *root, const char *tooltip)
{
  return app_test_find (root, GTK_TYPE_WIDGET, tooltip_is, (gpointer) tooltip);
}

static gboolean
title_is (GtkWidget *widget, gpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

GtkWidget *
app_test_find_row (GtkWidget *root, const char *title)
{
  return app_test_find (root, ADW_TYPE_PREFERENCES_ROW, title_is, (gpointer) title);
}

static gboolean
label_is (GtkWidget *widget, gpointer text)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
app_test_find_label (GtkWidget *root, const char *text)
{
  return app_test_find (root, GTK_TYPE_LABEL, label_is, (gpointer) text);
}

/**
 * app_test_dialog:
 * @window: a window
 * @type: type of a dialog
 *
 * Returns: (transfer none) (nullable): the dialog of that type that stands over the window
 */
GtkWindow *
app_test_dialog (SdWindow *window, GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_visible (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;

  return NULL;
}

SdRow *
app_test_unit (SdWindow *window, const char *name)
{
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (window));
  SdRow *unit;

  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    if (sd_row_is (unit, SD_UNIT_NAME, name) && sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
      return unit;

  return NULL;
}

SdFinding *
app_test_finding (SdWindow *window, const char *rule)
{
  GListModel *findings = sd_session_get_findings (sd_window_get_session (window));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (sd_finding_get_rule (finding), rule) == 0)
        return finding; /* the list goes on holding it */
    }

  return NULL;
}

double
app_test_gauge (SdWindow *window, const char *id)
{
  GListModel *gauges = sd_session_get_gauges (sd_window_get_session (window));

  for (guint i = 0; i < g_list_model_get_n_items (gauges); i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      if (g_strcmp0 (sd_gauge_get_id (gauge), id) == 0)
        return sd_gauge_get_measured (gauge);
    }
  g_error ("there is no gauge %s", id);
}
