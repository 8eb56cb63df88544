/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register.h"

G_BEGIN_DECLS

void sd_register_bench_unit_async   (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     SdFate               fate,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_bench_units_async  (SdRegister          *self,
                                     const char          *plan_id,
                                     const char *const   *unit_ids,
                                     SdFate               fate,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_place_unit_async   (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     const char          *kind,
                                     const char          *superior_id,
                                     gint64               rank,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_move_units_async   (SdRegister          *self,
                                     const char          *plan_id,
                                     const char *const   *unit_ids,
                                     const char          *kind,
                                     const char          *superior_id,
                                     gint64               rank,
                                     SdFate               fate,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_merge_units_async  (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *target_id,
                                     const char *const   *unit_ids,
                                     gboolean             keep_names,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_split_unit_async   (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     const char          *kind,
                                     const char          *name,
                                     const SdShare       *shares,
                                     guint                n_shares,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_abolish_unit_async (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     SdFate               fate,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_copy_unit_async    (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_shift_level_async  (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     gboolean             up,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_co_locate_async    (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     const char          *host_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_separate_async     (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_hand_over_async    (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_hang_plaque_async  (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *unit_id,
                                     const char          *name,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_take_plaque_async  (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *plaque_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_give_row_async     (SdRegister          *self,
                                     const char          *plan_id,
                                     SdTableId            table,
                                     const char          *row_id,
                                     const char          *unit_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void sd_register_give_post_async    (SdRegister          *self,
                                     const char          *plan_id,
                                     const char          *post_id,
                                     const char          *unit_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);

G_END_DECLS
