/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "editor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SdWriter:
 *
 * The one thread of a register that touches its file. Jobs run in the order in which they were
 * pushed, and come back in that order.
 */
typedef struct _SdWriter SdWriter;

typedef struct _SdJob SdJob;

/**
 * SdReading:
 * @database: the register, in a transaction
 * @job: the job; what is read goes into its @result
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether it could be read
 */
typedef gboolean (*SdReading) (SdDatabase  *database,
                               SdJob       *job,
                               GError     **error);

/**
 * SdJob:
 * @request: (nullable): an edit, or
 * @reading: (nullable): something to be read
 * @plan_id: (nullable): the plan that @reading is about
 * @limit: how many entries @reading is to list
 * @task: (nullable): what waits for it; where there is none, sd_writer_wait() does
 * @result: (nullable): what @reading read
 * @result_free: frees @result
 * @seq: number of the last history entry when @reading read
 * @outcome: what came of the edit
 * @error: (nullable): why it failed
 * @is_finished: whether it came back; guarded by the writer
 */
struct _SdJob
{
  SdRequest *request;
  SdReading reading;
  char *plan_id;
  gint limit;
  GTask *task;
  gpointer result;
  GDestroyNotify result_free;
  gint64 seq;
  SdOutcome outcome;
  GError *error;
  gboolean is_finished;
};

SdJob    *sd_job_new      (SdRequest       *request,
                           GTask           *task);
SdJob    *sd_job_new_read (SdReading        reading,
                           const char      *plan_id,
                           gint             limit);
void      sd_job_free     (SdJob           *self);

SdWriter *sd_writer_new   (SdDatabase      *database,
                           SdEditor        *editor,
                           GMainContext    *context,
                           GSourceFunc      on_finished,
                           gpointer         user_data);
void      sd_writer_free  (SdWriter        *self);
void      sd_writer_stop  (SdWriter        *self);
void      sd_writer_push  (SdWriter        *self,
                           SdJob           *job);
void      sd_writer_wait  (SdWriter        *self,
                           SdJob           *job);
SdJob    *sd_writer_pop   (SdWriter        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdJob, sd_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdWriter, sd_writer_free)

G_END_DECLS
