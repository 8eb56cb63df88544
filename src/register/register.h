/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"
#include "operation.h"

G_BEGIN_DECLS

/**
 * SdRegisterOpenFlags:
 * @SD_REGISTER_OPEN_READ_ONLY: change nothing, even where it could be
 */
typedef enum
{
  SD_REGISTER_OPEN_READ_ONLY = 1 << 0,
} SdRegisterOpenFlags;

/**
 * SdRegister:
 *
 * A county's register: a file in which every edit is on the disk when its callback runs, and row
 * objects (an #SdCounty with the plans that were loaded) that follow what was written.
 *
 * All calls are made from the thread that opened it, whose thread-default main context the row
 * objects and callbacks belong to. Edits run one after the other in a thread of the register, in
 * the order in which they were asked for.
 */
#define SD_TYPE_REGISTER (sd_register_get_type ())
G_DECLARE_FINAL_TYPE (SdRegister, sd_register, SD, REGISTER, GObject)

SdRegister *sd_register_create             (GFile                *file,
                                            const char           *county_name,
                                            const char           *author,
                                            GError              **error);
SdRegister *sd_register_open               (GFile                *file,
                                            SdRegisterOpenFlags   flags,
                                            const char           *author,
                                            GError              **error);
void        sd_register_open_async         (GFile                *file,
                                            SdRegisterOpenFlags   flags,
                                            const char           *author,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
SdRegister *sd_register_open_finish        (GAsyncResult         *result,
                                            GError              **error);
void        sd_register_clone_async        (SdRegister           *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
SdRegister *sd_register_clone_finish       (SdRegister           *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void        sd_register_check_async        (SdRegister           *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    sd_register_check_finish       (SdRegister           *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void        sd_register_close              (SdRegister           *self);

GFile      *sd_register_get_file           (SdRegister           *self);
gboolean    sd_register_get_read_only      (SdRegister           *self);
gboolean    sd_register_get_saving         (SdRegister           *self);
gboolean    sd_register_get_can_undo       (SdRegister           *self);
gboolean    sd_register_get_can_redo       (SdRegister           *self);
const char *sd_register_get_undo_label     (SdRegister           *self);
const char *sd_register_get_redo_label     (SdRegister           *self);

SdCounty   *sd_register_get_county         (SdRegister           *self);
SdPlan     *sd_register_load_plan          (SdRegister           *self,
                                            const char           *plan_id,
                                            GError              **error);
gboolean    sd_register_load_all           (SdRegister           *self,
                                            GError              **error);
GPtrArray  *sd_register_get_history        (SdRegister           *self,
                                            gint                  limit,
                                            GError              **error);
SdHistoryEntry *sd_register_find_setter    (SdRegister           *self,
                                            const char           *row_id,
                                            guint                 column,
                                            GError              **error);
gboolean    sd_register_verify_history     (SdRegister           *self,
                                            GError              **error);
char       *sd_register_get_head_hash      (SdRegister           *self,
                                            GError              **error);
void        sd_register_flush              (SdRegister           *self);

void        sd_register_add_town_async     (SdRegister           *self,
                                            const char           *name,
                                            const char           *kind,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_add_plan_async     (SdRegister           *self,
                                            const char           *town_id,
                                            const char           *title,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_add_row_async      (SdRegister           *self,
                                            const char           *plan_id,
                                            SdTableId             table,
                                            const char           *parent_id,
                                            gint64                rank,
                                            const SdFieldValue   *values,
                                            guint                 n_values,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_add_unit_async     (SdRegister           *self,
                                            const char           *plan_id,
                                            const char           *stage,
                                            const char           *kind,
                                            const char           *name,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_set_value_async    (SdRegister           *self,
                                            const char           *plan_id,
                                            SdTableId             table,
                                            const char           *row_id,
                                            guint                 column,
                                            const SdValue        *value,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_answer_async       (SdRegister           *self,
                                            const char           *plan_id,
                                            SdTableId             table,
                                            const SdFieldValue   *values,
                                            guint                 n_keys,
                                            guint                 n_values,
                                            const char           *what,
                                            const char           *words,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_set_quota_async    (SdRegister           *self,
                                            const char           *plan_id,
                                            const char           *unit_id,
                                            const char           *quota_type,
                                            guint                 column,
                                            gint64                headcount,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_delete_row_async   (SdRegister           *self,
                                            const char           *plan_id,
                                            SdTableId             table,
                                            const char           *row_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_move_unit_async    (SdRegister           *self,
                                            const char           *plan_id,
                                            const char           *unit_id,
                                            const char           *kind,
                                            const char           *superior_id,
                                            gint64                rank,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_move_row_async     (SdRegister           *self,
                                            const char           *plan_id,
                                            SdTableId             table,
                                            const char           *row_id,
                                            gint64                rank,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_import_async       (SdRegister           *self,
                                            SdCounty             *county,
                                            SdImportMode          mode,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    sd_register_import             (SdRegister           *self,
                                            SdCounty             *county,
                                            SdImportMode          mode,
                                            GError              **error);
void        sd_register_name_version_async (SdRegister           *self,
                                            const char           *plan_id,
                                            const char           *name,
                                            gboolean              sign_off,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_undo_async         (SdRegister           *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        sd_register_redo_async         (SdRegister           *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    sd_register_edit_finish        (SdRegister           *self,
                                            GAsyncResult         *result,
                                            char                **new_row_id,
                                            GError              **error);

G_END_DECLS
