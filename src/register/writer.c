/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "writer.h"

struct _SdWriter
{
  SdDatabase *database;
  SdEditor *editor;
  GThread *thread;    /* NULL once stopped */
  GAsyncQueue *jobs;  /* what is to be done; a job without request and reading ends the thread */
  GSource *source;    /* in the owner's context; made ready when a job is finished */

  GMutex lock;
  GCond finished_one;
  GQueue finished;    /* of SdJob, in order; guarded by lock */
};

/**
 * sd_job_new:
 * @request: (transfer full): what is to be done
 * @task: (transfer full) (nullable): what waits for it
 *
 * Returns: (transfer full): a job
 */
SdJob *
sd_job_new (SdRequest *request, GTask *task)
{
  SdJob *self = g_new0 (SdJob, 1);

  self->request = request;
  self->task = task;
  sd_outcome_init (&self->outcome);

  return self;
}

/**
 * sd_job_new_read:
 * @reading: what is to be read
 * @plan_id: (nullable): of which plan
 * @limit: how many
 *
 * Returns: (transfer full): a job
 */
SdJob *
sd_job_new_read (SdReading reading, const char *plan_id, gint limit)
{
  SdJob *self = sd_job_new (NULL, NULL);

  self->reading = reading;
  self->plan_id = g_strdup (plan_id);
  self->limit = limit;

  return self;
}

/**
 * sd_job_free:
 * @self: (nullable): a job
 */
void
sd_job_free (SdJob *self)
{
  if (self == NULL)
    return;

  sd_request_free (self->request);
  g_free (self->plan_id);
  if (self->result != NULL)
    self->result_free (self->result);
  sd_outcome_clear (&self->outcome);
  g_clear_error (&self->error);
  g_clear_object (&self->task);
  g_free (self);
}

/* What is read in one transaction belongs together, whatever other programs write. */
static void
run_reading (SdWriter *self, SdJob *job)
{
  SdHistoryEntry *head = NULL;

  if (!sd_database_exec (self->database, "BEGIN", &job->error))
    return;
  if (sd_history_get_head (self->database, &head, &job->error) && job->reading != NULL)
    job->reading (self->database, job, &job->error);
  job->seq = head != NULL ? head->seq : 0;
  sd_history_entry_free (head);
  sd_database_exec (self->database, "ROLLBACK", NULL);
}

static void
run_job (SdWriter *self, SdJob *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  /* An edit that has begun is carried through. */
  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;
  if (job->reading != NULL)
    {
      run_reading (self, job);
      return;
    }

  sd_outcome_clear (&job->outcome);
  sd_editor_run (self->editor, job->request, &job->outcome, &job->error);
}

static void
hand_back (SdWriter *self, SdJob *job)
{
  g_mutex_lock (&self->lock);
  job->is_finished = TRUE;
  g_queue_push_tail (&self->finished, job);
  g_cond_broadcast (&self->finished_one);
  g_mutex_unlock (&self->lock);

  g_source_set_ready_time (self->source, 0);
}

static gpointer
write_jobs (gpointer data)
{
  SdWriter *self = data;

  while (TRUE)
    {
      SdJob *job = g_async_queue_pop (self->jobs);

      if (job->request == NULL && job->reading == NULL)
        {
          sd_job_free (job);
          return NULL;
        }
      run_job (self, job);
      hand_back (self, job);
    }
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  g_source_set_ready_time (source, -1);
  return callback (user_data);
}

static GSourceFuncs source_funcs = { .dispatch = dispatch };

/**
 * sd_writer_new:
 * @database: (transfer full): the register
 * @editor: (transfer full): its editor
 * @context: where the owner lives
 * @on_finished: (scope notified): called there when jobs have come back; see sd_writer_pop()
 * @user_data: passed to @on_finished
 *
 * Returns: (transfer full): a writer whose thread runs
 */
SdWriter *
sd_writer_new (SdDatabase *database, SdEditor *editor, GMainContext *context,
               GSourceFunc on_finished, gpointer user_data)
{
  SdWriter *self = g_new0 (SdWriter, 1);

  self->database = database;
  self->editor = editor;
  self->jobs = g_async_queue_new_full ((GDestroyNotify) sd_job_free);
  g_mutex_init (&self->lock);
  g_cond_init (&self->finished_one);
  g_queue_init (&self->finished);
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "[sanding] register");
  g_source_set_callback (self->source, on_finished, user_data, NULL);
  g_source_attach (self->source, context);
  self->thread = g_thread_new ("register", write_jobs, self);

  return self;
}

/**
 * sd_writer_stop:
 * @self: a writer
 *
 * Waits until all jobs that were pushed are done, ends the thread, and closes the file. What has
 * come back can still be popped.
 */
void
sd_writer_stop (SdWriter *self)
{
  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, sd_job_new (NULL, NULL));
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->editor, sd_editor_free);
  g_clear_pointer (&self->database, sd_database_close);
}

/**
 * sd_writer_free:
 * @self: (nullable): a writer
 */
void
sd_writer_free (SdWriter *self)
{
  if (self == NULL)
    return;

  sd_writer_stop (self);
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_queue_clear_full (&self->finished, (GDestroyNotify) sd_job_free);
  g_async_queue_unref (self->jobs);
  g_cond_clear (&self->finished_one);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * sd_writer_push:
 * @self: a writer that runs
 * @job: (transfer full): what is to be done
 */
void
sd_writer_push (SdWriter *self, SdJob *job)
{
  g_async_queue_push (self->jobs, job);
}

/**
 * sd_writer_wait:
 * @self: a writer that runs
 * @job: a job that was pushed and not popped
 *
 * Waits until the job, and so all before it, has come back.
 */
void
sd_writer_wait (SdWriter *self, SdJob *job)
{
  g_mutex_lock (&self->lock);
  while (!job->is_finished)
    g_cond_wait (&self->finished_one, &self->lock);
  g_mutex_unlock (&self->lock);
}

/**
 * sd_writer_pop:
 * @self: a writer
 *
 * Returns: (transfer full) (nullable): the next job that has come back, if one has
 */
SdJob *
sd_writer_pop (SdWriter *self)
{
  SdJob *job;

  g_mutex_lock (&self->lock);
  job = g_queue_pop_head (&self->finished);
  g_mutex_unlock (&self->lock);

  return job;
}
