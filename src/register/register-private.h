/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mirror.h"
#include "register.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * SdOpened:
 * @database: the file, or a copy in memory of an older one that may not be written
 * @editor: its editor
 * @county: the county's own rows as they are in it
 * @outcome: the labels of undo and redo
 * @read_only: whether edits are refused
 *
 * A register that has been opened and looked at, in whatever thread.
 */
typedef struct
{
  SdDatabase *database;
  SdEditor *editor;
  SdCounty *county;
  SdOutcome outcome;
  gboolean read_only;
} SdOpened;

SdRegister *sd_register_new_opened (GFile      *file,
                                    SdOpened   *opened);
void        sd_register_ask        (SdRegister          *self,
                                    SdRequest           *request,
                                    gpointer             tag,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void        sd_register_push       (SdRegister *self,
                                    SdRequest  *request,
                                    GTask      *task);
void        sd_register_push_reading (SdRegister *self,
                                      SdReading   reading,
                                      GTask      *task);
void        sd_register_forbid     (SdRegister *self);
SdMirror   *sd_register_get_mirror (SdRegister *self);
SdJob      *sd_register_run        (SdRegister *self,
                                    SdJob      *job);

G_END_DECLS
