/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdOrdered:
 * @next: gives the next piece of work, or %NULL when there is no more; called by one thread at a
 *   time, in order
 * @work: does a piece of work and gives what came of it; called by many threads at once
 * @take: takes what came of each, in the order of the pieces; called by the thread that runs all;
 *   %FALSE ends the run
 * @tick: (nullable): called by that thread while it waits, some times a second
 *
 * Work that is spread over threads and comes out in the order in which it went in.
 */
typedef struct
{
  gpointer (*next) (gpointer data);
  gpointer (*work) (gpointer piece, gpointer data);
  gboolean (*take) (gpointer result, gpointer data);
  void (*tick) (gpointer data);
} SdOrdered;

void sd_ordered_run (const SdOrdered *functions,
                     guint            n_threads,
                     gpointer         data);

G_END_DECLS
