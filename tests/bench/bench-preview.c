/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How long the pages take to follow an edit, and how long the window does nothing else meanwhile:
 * bench-preview, on a display. The sample county is open at one document after the other, and a
 * unit is renamed again and again. */

#include "../app/app-test.h"

#include "app/preview-page.h"

#include <time.h>

#define EDITS 20
#define OFFICE "党政办公室"

static gint64 woken;   /* when the main loop began what it is doing */
static gint64 longest; /* what it worked at a stretch, µs */

/* Of this thread, so that what else the computer does is not told. */
static gint64
get_work_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static int
poll_timed (GPollFD *fds, guint n_fds, int timeout)
{
  int n;

  if (woken > 0)
    longest = MAX (longest, get_work_time () - woken);
  n = g_poll (fds, n_fds, timeout);
  woken = get_work_time ();

  return n;
}

static gboolean
prints (SdPreviewPage *page, const char *text)
{
  SdLayout *layout = sd_preview_view_get_layout (sd_preview_page_get_view (page));

  for (guint i = 0; layout != NULL && i < sd_layout_get_n_pages (layout); i++)
    {
      GPtrArray *lines = sd_layout_get_lines (layout, i);

      for (guint j = 0; j < lines->len; j++)
        if (strstr (((SdLayoutLine *) lines->pdata[j])->text, text) != NULL)
          return TRUE;
    }

  return FALSE;
}

static void
rename_unit (SdSession *session, SdRow *unit, const char *text)
{
  const SdValue name = SD_VALUE_INIT_TEXT (text);

  sd_register_set_value_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                               SD_TABLE_UNIT, sd_row_get_id (unit), SD_UNIT_NAME, &name, NULL,
                               sd_session_on_edited, g_object_ref (session));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (int) (*(const gint64 *) a - *(const gint64 *) b);
}

static void
measure (SdWindow *window, SdPreviewPage *page, const char *document)
{
  SdSession *session = sd_window_get_session (window);
  SdRow *unit = app_test_unit (window, OFFICE);
  gint64 times[EDITS], stretches[EDITS];

  sd_preview_page_set_document (page, document);
  while (!sd_preview_page_is_current (page))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (window);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *name = g_strdup_printf ("综合办公室%c", 'A' + (int) i);
      gint64 begun;

      woken = longest = 0;
      begun = g_get_monotonic_time ();
      rename_unit (session, unit, name);
      while (!prints (page, name))
        g_main_context_iteration (NULL, TRUE);
      times[i] = g_get_monotonic_time () - begun;
      app_test_settle (window);
      stretches[i] = longest;
    }
  rename_unit (session, unit, OFFICE);
  app_test_settle (window);

  qsort (times, EDITS, sizeof (gint64), compare);
  qsort (stretches, EDITS, sizeof (gint64), compare);
  g_print ("%-10s %3u pages  edit to pages %5.1f ms (at most %5.1f)  longest stretch of the main "
           "loop %5.1f ms (at most %5.1f)\n",
           document,
           sd_layout_get_n_pages (sd_preview_view_get_layout (sd_preview_page_get_view (page))),
           (double) times[EDITS / 2] / 1000, (double) times[EDITS - 1] / 1000,
           (double) stretches[EDITS / 2] / 1000, (double) stretches[EDITS - 1] / 1000);
}

static void
bench (void)
{
  static const char *const documents[] = { "units", "plan", "set" };
  SdWindow *window = app_test_open_sample ();
  SdPreviewPage *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "documents");
  page = SD_PREVIEW_PAGE (app_test_find (GTK_WIDGET (window), SD_TYPE_PREVIEW_PAGE, NULL, NULL));
  g_main_context_set_poll_func (NULL, poll_timed);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    measure (window, page, documents[i]);
  app_test_close (window);
}

static void
add_benches (void)
{
  app_test_add ("/bench/preview", bench);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_benches);
}
