/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "changes.h"
#include "label.h"
#include "register-private.h"

#include <glib/gi18n-lib.h>

/* The thread that writes. Edits come to it in order, and go back to the main context done. */

/* One edit on its way through the writer thread and back. */
typedef struct
{
  SdJobKind kind;
  SdEdit *edit;
  GTask *task;
  SdOutcome *outcome;
  char *undo_label;
  char *redo_label;
  GError *error;
  gboolean quit;
} Job;

static void
job_free (Job *job)
{
  sd_edit_free (job->edit);
  sd_outcome_free (job->outcome);
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_free (job->undo_label);
  g_free (job->redo_label);
  g_free (job);
}

/* The writer's side; all of it with the lock held. */

char *
sd_register_make_top_label (SdRegister *self, GPtrArray *ids)
{
  g_autofree char *stored = NULL;
  g_autoptr (GBytes) change = NULL;

  if (ids->len == 0)
    return NULL;
  change =
      sd_history_get_change (self->database, g_ptr_array_index (ids, ids->len - 1), &stored, NULL);

  return change != NULL ? sd_label_render (stored) : NULL;
}

static const char *
top_entry (SdRegister *self, SdJobKind kind, GError **error)
{
  GPtrArray *ids = kind == SD_JOB_UNDO ? self->cursor.undoable : self->cursor.redoable;

  if (ids->len > 0)
    return g_ptr_array_index (ids, ids->len - 1);

  g_set_error_literal (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_NOTHING,
                       kind == SD_JOB_UNDO ? _ ("There is nothing to undo.")
                                           : _ ("There is nothing to redo."));
  return NULL;
}

/* Another program that wrote to the file since would be overruled without anyone seeing it. */
static gboolean
check_unchanged (SdRegister *self, GError **error)
{
  gint64 version;

  if (!sd_database_get_number (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;

  g_set_error (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_BUSY,
               _ ("%s: another program has changed the file; nothing was changed. Please open the "
                  "register anew."),
               sd_database_get_name (self->database));
  return FALSE;
}

static void
carry_out (SdRegister *self, Job *job)
{
  const char *entry = NULL;

  if (!check_unchanged (self, &job->error))
    return;
  if (job->kind == SD_JOB_UNDO || job->kind == SD_JOB_REDO)
    {
      entry = top_entry (self, job->kind, &job->error);
      if (entry == NULL)
        return;
    }
  job->outcome = sd_register_carry_out (self->database, job->kind, job->edit, entry, self->author,
                                        &job->error);
  if (job->outcome != NULL && job->outcome->entry_id != NULL)
    sd_history_cursor_move (&self->cursor, job->outcome->entry_id, job->outcome->kind,
                            job->outcome->reverses);
  job->undo_label = sd_register_make_top_label (self, self->cursor.undoable);
  job->redo_label = sd_register_make_top_label (self, self->cursor.redoable);
}

/* The main context's side */

static void
mirror (SdRegister *self, SdOutcome *outcome)
{
  g_autofree char *plan_id = NULL;
  g_autofree char *row_id = NULL;
  SdTableId table = SD_TABLE_NONE;

  sd_changes_mirror (outcome->changeset, self->county, &plan_id, &table, &row_id);
  if (row_id != NULL)
    sd_register_touch (self, plan_id, table, row_id, outcome->kind);
}

static gboolean
on_job_done (gpointer data)
{
  Job *job = data;
  g_autoptr (SdRegister) self = g_object_ref (g_task_get_source_object (job->task));

  if (--self->n_pending == 0)
    sd_register_notify_saving (self);
  if (job->outcome != NULL)
    {
      mirror (self, job->outcome);
      sd_register_set_labels (self, g_steal_pointer (&job->undo_label),
                              g_steal_pointer (&job->redo_label));
      g_task_return_pointer (job->task, g_strdup (job->outcome->new_id), g_free);
    }
  else
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
    }

  return G_SOURCE_REMOVE;
}

static gpointer
writer_thread (gpointer data)
{
  SdRegister *self = data; /* joined before the register goes */

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);
      g_autoptr (GSource) source = NULL;

      if (job->quit)
        {
          job_free (job);
          return NULL;
        }
      if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
        {
          g_mutex_lock (&self->lock);
          carry_out (self, job);
          g_mutex_unlock (&self->lock);
        }
      source = g_idle_source_new ();
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, on_job_done, job, (GDestroyNotify) job_free);
      g_source_attach (source, self->context);
    }
}

void
sd_register_push (SdRegister *self,
                  SdJobKind kind,
                  SdEdit *edit,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->edit = edit;
  job->task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (job->task, sd_register_push);
  /* Once it is on disk, an edit has been made, whatever is cancelled after that. */
  g_task_set_check_cancellable (job->task, FALSE);

  if (self->writer == NULL)
    {
      g_task_return_new_error (job->task, SD_REGISTER_ERROR, SD_REGISTER_ERROR_READ_ONLY,
                               _ ("The register is open for reading only; nothing was changed."));
      job_free (job);
      return;
    }
  if (self->n_pending++ == 0)
    sd_register_notify_saving (self);
  g_async_queue_push (self->jobs, job);
}

void
sd_register_start_writer (SdRegister *self)
{
  self->writer = g_thread_new ("register", writer_thread, self);
}

/* Waits until all edits are written. */
void
sd_register_stop_writer (SdRegister *self)
{
  Job *job;

  if (self->writer == NULL)
    return;

  job = g_new0 (Job, 1);
  job->quit = TRUE;
  g_async_queue_push (self->jobs, job);
  g_clear_pointer (&self->writer, g_thread_join);
}

/*
 * sd_register_run_now:
 * @self: a register
 * @kind: what to do
 * @edit: (transfer full): the edit
 * @error: return location for a #SdRegisterError
 *
 * Carries an edit out on the calling thread, for programs without a main loop.
 *
 * Returns: whether it is on disk
 */
gboolean
sd_register_run_now (SdRegister *self, SdJobKind kind, SdEdit *edit, GError **error)
{
  Job *job = g_new0 (Job, 1);
  gboolean done;

  job->kind = kind;
  job->edit = edit;
  g_mutex_lock (&self->lock);
  carry_out (self, job);
  g_mutex_unlock (&self->lock);

  done = job->outcome != NULL;
  if (done)
    {
      mirror (self, job->outcome);
      sd_register_set_labels (self, g_steal_pointer (&job->undo_label),
                              g_steal_pointer (&job->redo_label));
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
    }
  job_free (job);

  return done;
}
