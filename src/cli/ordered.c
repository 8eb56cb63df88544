/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ordered.h"

/* Pieces that may be under way for each thread: what is done waits for what was begun before it,
 * and this bounds how much may wait. */
#define AHEAD 4

#define TICK (G_TIME_SPAN_SECOND / 10)

typedef struct
{
  const SdOrdered *functions;
  gpointer data;

  GMutex input; /* held while the next piece is fetched, which may wait for a pipe */
  GMutex lock;  /* of all below */
  GCond changed;
  gpointer *results; /* a ring of @window: of piece n at n % window */
  guint window;
  guint64 n_begun;
  guint64 n_taken;
  guint n_running; /* threads */
  gboolean ended;
} Run;

static gboolean
may_begin (Run *run)
{
  gboolean may;

  g_mutex_lock (&run->lock);
  while (!run->ended && run->n_begun - run->n_taken >= run->window)
    g_cond_wait (&run->changed, &run->lock);
  may = !run->ended;
  g_mutex_unlock (&run->lock);

  return may;
}

/* The next piece and its number. Only who holds the input changes @n_begun. */
static gpointer
begin (Run *run, guint64 *number)
{
  gpointer piece = NULL;

  g_mutex_lock (&run->input);
  if (may_begin (run))
    piece = run->functions->next (run->data);
  g_mutex_lock (&run->lock);
  if (piece == NULL)
    run->ended = TRUE;
  else
    *number = run->n_begun++;
  g_mutex_unlock (&run->lock);
  g_mutex_unlock (&run->input);

  return piece;
}

static gpointer
work (gpointer user_data)
{
  Run *run = user_data;
  gpointer piece;
  guint64 number = 0;

  while ((piece = begin (run, &number)) != NULL)
    {
      gpointer result = run->functions->work (piece, run->data);

      g_mutex_lock (&run->lock);
      run->results[number % run->window] = result;
      g_cond_broadcast (&run->changed);
      g_mutex_unlock (&run->lock);
    }

  g_mutex_lock (&run->lock);
  run->n_running--;
  g_cond_broadcast (&run->changed);
  g_mutex_unlock (&run->lock);

  return NULL;
}

/* Waits for the result whose turn it is; NULL when there are no more. */
static gpointer
wait_for_next (Run *run)
{
  gpointer *slot = &run->results[run->n_taken % run->window];
  gpointer result;

  g_mutex_lock (&run->lock);
  while (*slot == NULL && (run->n_running > 0 || run->n_taken < run->n_begun))
    if (!g_cond_wait_until (&run->changed, &run->lock, g_get_monotonic_time () + TICK) &&
        run->functions->tick != NULL)
      {
        g_mutex_unlock (&run->lock);
        run->functions->tick (run->data);
        g_mutex_lock (&run->lock);
      }
  result = g_steal_pointer (slot);
  if (result != NULL)
    run->n_taken++;
  g_cond_broadcast (&run->changed);
  g_mutex_unlock (&run->lock);

  return result;
}

/**
 * sd_ordered_run:
 * @functions: what is to be done
 * @n_threads: how many threads work
 * @data: for @functions
 *
 * Runs until there is no more work, or @take ends it; what was begun by then is still taken. Never
 * are more than a few pieces a thread held, however many there are.
 */
void
sd_ordered_run (const SdOrdered *functions, guint n_threads, gpointer data)
{
  Run run = { .functions = functions, .data = data, .n_running = n_threads };
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  gpointer result;

  run.window = n_threads * AHEAD;
  run.results = g_new0 (gpointer, run.window);
  g_mutex_init (&run.input);
  g_mutex_init (&run.lock);
  g_cond_init (&run.changed);
  for (guint i = 0; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("check", work, &run));

  while ((result = wait_for_next (&run)) != NULL)
    if (!functions->take (result, data))
      {
        g_mutex_lock (&run.lock);
        run.ended = TRUE;
        g_mutex_unlock (&run.lock);
      }

  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_cond_clear (&run.changed);
  g_mutex_clear (&run.lock);
  g_mutex_clear (&run.input);
  g_free (run.results);
}
