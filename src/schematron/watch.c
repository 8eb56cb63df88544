/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run-private.h"

/* Stopping an expression while it is evaluated. The evaluator asks nobody how late it is, but it
 * counts its operations and gives up at a limit; so when a run's time is up, or it is cancelled
 * from another thread, its limit is taken away. One thread watches the deadlines of all runs. */

static GMutex lock;
static GCond changed;
static GPtrArray *watched; /* SchRun with a deadline that is still to come */

static void
stop (SchRun *run)
{
  run->context->opLimit = 1;
}

/* Stops what is overdue. Returns: when the next is due */
static gint64
stop_overdue (gint64 now)
{
  gint64 next = G_MAXINT64;

  for (guint i = watched->len; i > 0; i--)
    {
      SchRun *run = g_ptr_array_index (watched, i - 1);

      if (run->deadline > now)
        {
          next = MIN (next, run->deadline);
          continue;
        }
      stop (run);
      g_ptr_array_remove_index_fast (watched, i - 1);
    }

  return next;
}

static gpointer
watch (gpointer unused)
{
  g_mutex_lock (&lock);
  while (TRUE)
    {
      gint64 next = stop_overdue (g_get_monotonic_time ());

      if (next == G_MAXINT64)
        g_cond_wait (&changed, &lock);
      else
        g_cond_wait_until (&changed, &lock, next);
    }

  return NULL;
}

static void
on_cancelled (GCancellable *cancellable, SchRun *run)
{
  stop (run);
}

/* To be called once the run has its context; sch_watch_end() before the context goes. */
void
sch_watch_begin (SchRun *run)
{
  static gsize started = 0;

  if (run->cancellable != NULL)
    run->cancelled_id =
        g_cancellable_connect (run->cancellable, G_CALLBACK (on_cancelled), run, NULL);
  if (run->deadline == 0)
    return;
  if (g_once_init_enter (&started))
    {
      watched = g_ptr_array_new ();
      g_thread_unref (g_thread_new ("schematron-watch", watch, NULL));
      g_once_init_leave (&started, 1);
    }
  g_mutex_lock (&lock);
  g_ptr_array_add (watched, run);
  g_cond_signal (&changed);
  g_mutex_unlock (&lock);
}

/* After this nobody touches the run from another thread. */
void
sch_watch_end (SchRun *run)
{
  g_cancellable_disconnect (run->cancellable, run->cancelled_id);
  run->cancelled_id = 0;
  if (run->deadline == 0)
    return;
  g_mutex_lock (&lock);
  g_ptr_array_remove_fast (watched, run);
  g_mutex_unlock (&lock);
}
