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
 * @fate: what becomes of the units below it: they wait under it, go to its superior, or wait on
 *   their own
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Puts a unit on the bench, see sd_register_bench_units_async().
 */
void
sd_register_bench_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                              SdFate fate, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  sd_register_bench_units_async (self, plan_id, (const char *const[]){ unit_id, NULL }, fate,
                                 cancellable, callback, user_data);
}

/**
 * sd_register_bench_units_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_ids: (array zero-terminated=1): units of its proposed structure
 * @fate: what becomes of the units below them: they go along, go to the superior, or wait on
 *   the bench
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Puts units on the bench, where they count in no structure. They keep their plaques, headcount,
 * posts and duties, and the transfers and powers that go to them; they have no superior and are
 * co-located with none but among themselves.
 */
void
sd_register_bench_units_async (SdRegister *self, const char *plan_id, const char *const *unit_ids,
                               SdFate fate, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_bench_units, plan_id, SD_TABLE_UNIT, NULL);

  request->ids = g_strdupv ((GStrv) unit_ids);
  request->fate = fate;
  sd_register_ask (self, request, sd_register_bench_units_async, cancellable, callback, user_data);
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
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
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
  sd_register_move_units_async (self, plan_id, (const char *const[]){ unit_id, NULL }, kind,
                                superior_id, rank, SD_FATE_ALONG, cancellable, callback, user_data);
}

/**
 * sd_register_move_units_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_ids: (array zero-terminated=1): units of it, in the order in which they are to stand
 * @kind: (nullable): the kind they are to be of; %NULL keeps that of each
 * @superior_id: (nullable): the unit they are to be under; %NULL for none
 * @rank: the place of the first among all units of the plan, counted without those that move; -1
 *   for the last
 * @fate: what becomes of the units below them: they go along, go to the superior, or wait on
 *   the bench
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Moves units, as dragging them to another place does. Those on the bench are placed by it, in the
 * proposed structure.
 */
void
sd_register_move_units_async (SdRegister *self, const char *plan_id, const char *const *unit_ids,
                              const char *kind, const char *superior_id, gint64 rank, SdFate fate,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_move_units, plan_id, SD_TABLE_UNIT, NULL);

  request->ids = g_strdupv ((GStrv) unit_ids);
  request->token = g_strdup (kind);
  request->parent_id = g_strdup (superior_id);
  request->rank = rank;
  request->fate = fate;
  sd_register_ask (self, request, sd_register_move_units_async, cancellable, callback, user_data);
}

/**
 * sd_register_merge_units_async:
 * @self: a register
 * @plan_id: a plan
 * @target_id: the unit that stays
 * @unit_ids: (array zero-terminated=1): the units that go
 * @keep_names: whether their names stay as plaques
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Merges units into one: their plaques, headcount, posts and duties are its own, headcount of one
 * type and source in one row; what is under them, works with them, is transferred from or to them
 * or is exercised by them, and the text that names them, is about it. A unit on the bench may go
 * into a proposed one.
 */
void
sd_register_merge_units_async (SdRegister *self, const char *plan_id, const char *target_id,
                               const char *const *unit_ids, gboolean keep_names,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_merge_units, plan_id, SD_TABLE_UNIT, target_id);

  request->ids = g_strdupv ((GStrv) unit_ids);
  request->flag = keep_names;
  sd_register_ask (self, request, sd_register_merge_units_async, cancellable, callback, user_data);
}

/**
 * sd_register_split_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @kind: (nullable): the kind of the new unit; %NULL for the same
 * @name: its name
 * @shares: (array length=n_shares): what of the unit goes to it
 * @n_shares: how many
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Splits a unit off another, and after it, under the same superior and of the same rank.
 */
void
sd_register_split_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                              const char *kind, const char *name, const SdShare *shares,
                              guint n_shares, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_split_unit, plan_id, SD_TABLE_UNIT, unit_id);

  request->token = g_strdup (kind);
  request->name = g_strdup (name);
  sd_request_set_shares (request, shares, n_shares);
  sd_register_ask (self, request, sd_register_split_unit_async, cancellable, callback, user_data);
}

/**
 * sd_register_abolish_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @fate: what becomes of the units below it, and of its posts, headcount and duties
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Abolishes a unit. With %SD_FATE_SUPERIOR its superior takes over what hangs on it; with
 * %SD_FATE_BENCH the units below it wait on the bench, and its posts, headcount and duties on a
 * unit there that is named after it. Its plaques go with it.
 */
void
sd_register_abolish_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                                SdFate fate, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_abolish_unit, plan_id, SD_TABLE_UNIT, unit_id);

  request->fate = fate;
  sd_register_ask (self, request, sd_register_abolish_unit_async, cancellable, callback, user_data);
}

/**
 * sd_register_copy_unit_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of its current structure
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Sets up a proposed unit that goes on as a current one is: it has the same rows, its duties
 * continue those of the current one, and what of its headcount has not been transferred yet is
 * transferred to it. The new row's identifier is that of the unit.
 */
void
sd_register_copy_unit_async (SdRegister *self, const char *plan_id, const char *unit_id,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_copy_unit, plan_id, SD_TABLE_UNIT, unit_id);

  sd_register_ask (self, request, sd_register_copy_unit_async, cancellable, callback, user_data);
}

/**
 * sd_register_shift_level_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @up: whether its rank is raised; else it is lowered
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Raises or lowers the rank of a unit by one step.
 */
void
sd_register_shift_level_async (SdRegister *self, const char *plan_id, const char *unit_id,
                               gboolean up, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_shift_level, plan_id, SD_TABLE_UNIT, unit_id);

  request->flag = up;
  sd_register_ask (self, request, sd_register_shift_level_async, cancellable, callback, user_data);
}

/**
 * sd_register_co_locate_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @host_id: the unit with which it is to work as one; headcount is counted there
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Co-locates a unit with another; those that are co-located with it follow.
 */
void
sd_register_co_locate_async (SdRegister *self, const char *plan_id, const char *unit_id,
                             const char *host_id, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_co_locate, plan_id, SD_TABLE_UNIT, unit_id);

  request->parent_id = g_strdup (host_id);
  sd_register_ask (self, request, sd_register_co_locate_async, cancellable, callback, user_data);
}

/**
 * sd_register_separate_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Ends the co-location of a unit.
 */
void
sd_register_separate_async (SdRegister *self, const char *plan_id, const char *unit_id,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_separate, plan_id, SD_TABLE_UNIT, unit_id);

  sd_register_ask (self, request, sd_register_separate_async, cancellable, callback, user_data);
}

/**
 * sd_register_hand_over_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a dispatched unit of it
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Hands a dispatched unit over to the town (A8): the town manages it day by day, the department
 * guides its business (A11). Who owns its headcount and who appraises it stays as it is.
 */
void
sd_register_hand_over_async (SdRegister *self, const char *plan_id, const char *unit_id,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_hand_over, plan_id, SD_TABLE_UNIT, unit_id);

  sd_register_ask (self, request, sd_register_hand_over_async, cancellable, callback, user_data);
}

/**
 * sd_register_hang_plaque_async:
 * @self: a register
 * @plan_id: a plan
 * @unit_id: a unit of it
 * @name: the name on the plaque
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Hangs a plaque on a unit. The new row's identifier is that of the plaque.
 */
void
sd_register_hang_plaque_async (SdRegister *self, const char *plan_id, const char *unit_id,
                               const char *name, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_hang_plaque, plan_id, SD_TABLE_UNIT, unit_id);

  request->name = g_strdup (name);
  sd_register_ask (self, request, sd_register_hang_plaque_async, cancellable, callback, user_data);
}

/**
 * sd_register_take_plaque_async:
 * @self: a register
 * @plan_id: a plan
 * @plaque_id: a plaque of it
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Takes a plaque down.
 */
void
sd_register_take_plaque_async (SdRegister *self, const char *plan_id, const char *plaque_id,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SdRequest *request =
      sd_request_new (sd_operation_take_plaque, plan_id, SD_TABLE_PLAQUE, plaque_id);

  sd_register_ask (self, request, sd_register_take_plaque_async, cancellable, callback, user_data);
}

/**
 * sd_register_give_row_async:
 * @self: a register
 * @plan_id: a plan
 * @table: %SD_TABLE_PLAQUE, %SD_TABLE_QUOTA, %SD_TABLE_POST or another of rows that a unit has
 * @row_id: the row
 * @unit_id: (nullable): the unit that is to have it; %NULL for the bench
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Moves a plaque, a post or the like to another unit, or to the bench, where a unit that is named
 * after its own holds it. Headcount joins that of its type and source.
 */
void
sd_register_give_row_async (SdRegister *self, const char *plan_id, SdTableId table,
                            const char *row_id, const char *unit_id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  SdRequest *request;

  g_return_if_fail (table < SD_N_TABLES);

  request = sd_request_new (sd_operation_give_row, plan_id, table, row_id);
  request->parent_id = g_strdup (unit_id);
  sd_register_ask (self, request, sd_register_give_row_async, cancellable, callback, user_data);
}

/**
 * sd_register_give_post_async:
 * @self: a register
 * @plan_id: a plan
 * @post_id: a row of posts of it
 * @unit_id: (nullable): the unit that is to have one of them; %NULL for the bench
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is on the disk, with sd_register_edit_finish() to be called
 * @user_data: passed to @callback
 *
 * Moves one post to another unit, where it joins those that differ in nothing, or to the bench.
 */
void
sd_register_give_post_async (SdRegister *self,
                             const char *plan_id,
                             const char *post_id,
                             const char *unit_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SdRequest *request = sd_request_new (sd_operation_give_row, plan_id, SD_TABLE_POST, post_id);

  request->parent_id = g_strdup (unit_id);
  request->flag = TRUE;
  sd_register_ask (self, request, sd_register_give_post_async, cancellable, callback, user_data);
}
