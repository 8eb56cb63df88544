/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register.h"

G_BEGIN_DECLS

/**
 * SdBackup:
 * @file: the copy, a register
 * @original: (nullable): path of the register that it was made of
 * @county: name of its county
 * @time: when it was made
 * @seq: how many entries its history has
 *
 * A copy of a register that the program made by itself.
 */
typedef struct
{
  GFile *file;
  char *original;
  char *county;
  GDateTime *time;
  gint64 seq;
} SdBackup;

#define SD_TYPE_BACKUP (sd_backup_get_type ())
GType     sd_backup_get_type          (void);
SdBackup *sd_backup_copy              (const SdBackup      *self);
void      sd_backup_free              (SdBackup            *self);

GFile     *sd_backup_get_folder       (void);
gboolean   sd_backup_is_there          (GFile               *folder);
GPtrArray *sd_backup_list              (GFile               *folder);
gboolean   sd_backup_restore          (GFile               *backup,
                                       GFile               *file,
                                       GError             **error);

void       sd_register_back_up_async  (SdRegister          *self,
                                       GFile               *folder,
                                       gboolean             if_due,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GFile     *sd_register_back_up_finish (SdRegister          *self,
                                       GAsyncResult        *result,
                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdBackup, sd_backup_free)

G_END_DECLS
