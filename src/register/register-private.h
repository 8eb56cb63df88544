/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register.h"

G_BEGIN_DECLS

struct _SdRegister
{
  GObject parent_instance;

  /* Of the main context alone */
  GFile *file;
  SdCounty *county;
  GMainContext *context;
  char *undo_label;
  char *redo_label;
  guint n_pending;
  gboolean read_only;

  /* Of whoever holds the lock: the writer, or the main context while it loads */
  GMutex lock;
  SdDatabase *database;
  SdHistoryCursor cursor;
  gint64 data_version;
  char *author;

  GAsyncQueue *jobs;
  GThread *writer;
};

/* What a job of the writer thread does. */
typedef enum
{
  SD_JOB_EDIT,
  SD_JOB_IMPORT,
  SD_JOB_UNDO,
  SD_JOB_REDO,
} SdJobKind;

/* What became of an edit, on its way to the main context. */
typedef struct
{
  GBytes *changeset;
  char *entry_id;
  char *kind;
  char *reverses;
  char *label;
  char *new_id;
} SdOutcome;

void       sd_outcome_free       (SdOutcome      *self);
SdOutcome *sd_register_carry_out (SdDatabase     *database,
                                  SdJobKind       kind,
                                  SdEdit         *edit,
                                  const char     *entry_id,
                                  const char     *author,
                                  GError        **error);

/* writer.c */
void       sd_register_start_writer   (SdRegister *self);
void       sd_register_stop_writer    (SdRegister *self);
char      *sd_register_make_top_label (SdRegister *self,
                                       GPtrArray  *ids);
gboolean   sd_register_run_now        (SdRegister *self,
                                       SdJobKind   kind,
                                       SdEdit     *edit,
                                       GError    **error);

/* register.c */
void       sd_register_set_labels (SdRegister     *self,
                                   char           *undo_label,
                                   char           *redo_label);
void       sd_register_notify_saving (SdRegister  *self);
void       sd_register_touch      (SdRegister     *self,
                                   const char     *plan_id,
                                   SdTableId       table,
                                   const char     *row_id,
                                   const char     *kind);

void       sd_register_push      (SdRegister          *self,
                                  SdJobKind            kind,
                                  SdEdit              *edit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdOutcome, sd_outcome_free)

G_END_DECLS
