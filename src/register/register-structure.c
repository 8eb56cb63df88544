/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-structure.h"

#include "operation-structure.h"
#include "register-private.h"

/* What the office does to the structure, each by its name and each one edit. */

/**
 * sd_register_bench_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of its proposed structure
 * @fate: what becomes of the units below it: they wait on the bench under it, go to its superior,
 *   or wait on their own
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Puts a unit on the bench, where it counts in no structure. It keeps its plaques, headcount, posts
 * and duties, and the transfers and powers that go to it; it has no superior and is co-located with
 * none.
 */
void
sd_register_bench_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                              SdFate fate, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_bench_unit, plan_id, SD_TABLE_UNIT, unit_id);

  request->fate = fate;
  sd_register_ask (self, request, sd_register_bench_unit_async, cancellable, callback, user_data);
}

/**
 * sd_register_place_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it that is on the bench
 * @kind: (nullable): the kind it is to be of; %NULL keeps it
 * @superior_id: (nullable): the proposed unit it is to be under; %NULL for none
 * @rank: its place among all units of the plan, counted without it; -1 for the last
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk
 * @user_data: passed to @callback
 *
 * Takes a unit from the bench, with those that wait under it, into the proposed structure.
 */
void
sd_register_place_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                              const char *kind, const char *superior_id, gint64 rank,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_place_unit, plan_id, SD_TABLE_UNIT, unit_id);

  request->token = g_strdup (kind);
  request->parent_id = g_strdup (superior_id);
  request->rank = rank;
  sd_register_ask (self, request, sd_register_place_unit_async, cancellable, callback, user_data);
}
