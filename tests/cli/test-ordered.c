/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/ordered.h"

/* Order, and how much is held at once, whatever the threads do. */

#define N 2000
#define THREADS 4
#define MOST (THREADS * 4)

typedef struct
{
  guint n_given;
  guint n_taken;
  guint stop_after; /* 0 for never */
  int n_held;       /* atomic */
  int most_held;    /* atomic */
} Work;

static gpointer
next (gpointer data)
{
  Work *work = data;
  int held;

  if (work->n_given == N)
    return NULL;
  held = g_atomic_int_add (&work->n_held, 1) + 1;
  if (held > g_atomic_int_get (&work->most_held))
    g_atomic_int_set (&work->most_held, held);

  return GUINT_TO_POINTER (++work->n_given);
}

/* Some take longer than others. */
static gpointer
run (gpointer piece, gpointer data)
{
  guint number = GPOINTER_TO_UINT (piece);

  for (guint i = 0; i < number * 37 % 101; i++)
    g_thread_yield ();

  return GUINT_TO_POINTER (number * 2);
}

static gboolean
take (gpointer result, gpointer data)
{
  Work *work = data;

  g_assert_cmpuint (GPOINTER_TO_UINT (result), ==, ++work->n_taken * 2);
  g_atomic_int_add (&work->n_held, -1);

  return work->n_taken != work->stop_after;
}

static void
test_all (gconstpointer data)
{
  static const SdOrdered functions = { next, run, take, NULL };
  Work work = { 0 };

  sd_ordered_run (&functions, GPOINTER_TO_UINT (data), &work);
  g_assert_cmpuint (work.n_taken, ==, N);
  g_assert_cmpint (work.n_held, ==, 0);
  /* What waits, and one more that a thread fetched when there was room. */
  g_assert_cmpint (work.most_held, <=, MOST + 1);
}

/* What was begun is still taken, so that nothing is lost in between; no more is begun. */
static void
test_stop (void)
{
  static const SdOrdered functions = { next, run, take, NULL };
  Work work = { .stop_after = 10 };

  sd_ordered_run (&functions, THREADS, &work);
  g_assert_cmpuint (work.n_taken, ==, work.n_given);
  g_assert_cmpuint (work.n_taken, <=, 10 + MOST);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/cli/ordered/one-thread", GUINT_TO_POINTER (1), test_all);
  g_test_add_data_func ("/cli/ordered/threads", GUINT_TO_POINTER (THREADS), test_all);
  g_test_add_func ("/cli/ordered/stop", test_stop);

  return g_test_run ();
}
