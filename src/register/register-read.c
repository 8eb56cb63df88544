/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "register-private.h"

#include "change.h"
#include "loader.h"
#include "mirror.h"

/* What is read from a register that is open. The thread that writes reads too, between edits, so
 * that the file has one user; these calls wait for the edits that were asked for before. */

static gboolean
read_plan (SdDatabase *database, SdJob *job, GError **error)
{
  job->result = sd_load_plan (database, job->plan_id, error);
  job->result_free = g_object_unref;

  return job->result != NULL;
}

static gboolean
read_history (SdDatabase *database, SdJob *job, GError **error)
{
  job->result = sd_history_list (database, job->limit, error);
  job->result_free = (GDestroyNotify) g_ptr_array_unref;

  return job->result != NULL;
}

static gboolean
verify_history (SdDatabase *database, SdJob *job, GError **error)
{
  return sd_history_verify (database, error);
}

static gboolean
sets (const SdHistoryEntry *entry, const char *row_id, guint column, const char *name)
{
  g_autoptr (GPtrArray) changes = sd_changeset_decode (entry->changeset, name, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const SdChange *change = changes->pdata[i];

      if (g_str_equal (change->row_id, row_id) && change->kind != SD_CHANGE_DELETE &&
          (change->changed & (G_GUINT64_CONSTANT (1) << column)) != 0)
        return TRUE;
    }

  return FALSE;
}

/* The job's identifier is that of the row, its number that of the column. */
static gboolean
read_setter (SdDatabase *database, SdJob *job, GError **error)
{
  g_autoptr (GPtrArray) entries = sd_history_list_about (database, job->plan_id, error);

  for (guint i = 0; entries != NULL && job->result == NULL && i < entries->len; i++)
    if (sets (entries->pdata[i], job->plan_id, (guint) job->limit, sd_database_get_name (database)))
      job->result = sd_history_entry_copy (entries->pdata[i]);
  job->result_free = (GDestroyNotify) sd_history_entry_free;

  return entries != NULL;
}

static gboolean
read_nothing (SdDatabase *database, SdJob *job, GError **error)
{
  return TRUE;
}

static gpointer
run (SdRegister *self,
     SdReading reading,
     const char *plan_id,
     gint limit,
     gint64 *seq,
     GError **error)
{
  g_autoptr (SdJob) job = sd_job_new_read (reading, plan_id, limit);

  sd_register_run (self, job);
  if (seq != NULL)
    *seq = job->seq;
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));

  return g_steal_pointer (&job->result);
}

/**
 * sd_register_load_plan:
 * @self: a register
 * @plan_id: a plan of it
 * @error: return location for a #SdRegisterError
 *
 * Loads the rows of a plan into the county, where they follow every edit from now on. A plan that
 * is loaded already is returned as it is.
 *
 * Returns: (transfer none): the plan
 */
SdPlan *
sd_register_load_plan (SdRegister *self, const char *plan_id, GError **error)
{
  SdPlan *loaded = sd_county_get_plan (sd_register_get_county (self), plan_id);
  g_autoptr (SdPlan) plan = NULL;
  gint64 seq;

  if (loaded != NULL)
    return loaded;
  plan = run (self, read_plan, plan_id, 0, &seq, error);
  if (plan == NULL)
    return NULL;

  sd_mirror_put_plan (sd_register_get_mirror (self), plan, seq);
  return sd_county_get_plan (sd_register_get_county (self), plan_id);
}

/**
 * sd_register_load_all:
 * @self: a register
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether all plans of the county are loaded now
 */
gboolean
sd_register_load_all (SdRegister *self, GError **error)
{
  SdRow *header;

  sd_register_flush (self); /* so that the county stays as it is while it is walked */
  SD_FOREACH_ROW (header, sd_register_get_county (self), SD_TABLE_PLAN)
    if (sd_register_load_plan (self, sd_row_get_id (header), error) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * sd_register_get_history:
 * @self: a register
 * @limit: how many entries, or -1 for all
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (element-type SdHistoryEntry): the last entries, the newest first
 */
GPtrArray *
sd_register_get_history (SdRegister *self, gint limit, GError **error)
{
  return run (self, read_history, NULL, limit, NULL, error);
}

/**
 * sd_register_find_setter:
 * @self: a register
 * @row_id: identifier of a row
 * @column: a column of its table
 * @error: return location for a #SdRegisterError
 *
 * Returns: (transfer full) (nullable): the last entry of the history that gave the row this value,
 *   or took back what had changed it; %NULL without @error where there is none
 */
SdHistoryEntry *
sd_register_find_setter (SdRegister *self, const char *row_id, guint column, GError **error)
{
  return run (self, read_setter, row_id, (gint) column, NULL, error);
}

/**
 * sd_register_verify_history:
 * @self: a register
 * @error: return location for a #SdRegisterError
 *
 * Returns: whether the history is as it was written; see sd_history_verify()
 */
gboolean
sd_register_verify_history (SdRegister *self, GError **error)
{
  GError *problem = NULL;

  run (self, verify_history, NULL, 0, NULL, &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * sd_register_get_head_hash:
 * @self: a register
 * @error: return location for a #SdRegisterError
 *
 * The hash of the last history entry stands for all that came before. It is printed on what is
 * handed out, since anyone could compute a chain inside the file again.
 *
 * Returns: (transfer full): the hash
 */
char *
sd_register_get_head_hash (SdRegister *self, GError **error)
{
  g_autoptr (GPtrArray) last = sd_register_get_history (self, 1, error);

  if (last == NULL || last->len == 0)
    return NULL;

  return g_strdup (((SdHistoryEntry *) g_ptr_array_index (last, 0))->hash);
}

static gboolean
check_pages (SdDatabase *database, SdJob *job, GError **error)
{
  return sd_database_check (database, error);
}

/**
 * sd_register_check_async:
 * @self: a register
 * @cancellable: (nullable): cancels it while it has not begun
 * @callback: called when it is done, with sd_register_check_finish() to be called
 * @user_data: passed to @callback
 *
 * Looks at each page of the file, as one should before one relies on it.
 */
void
sd_register_check_async (SdRegister *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  (g_task_set_source_tag) (task, sd_register_check_async);
  sd_register_push_reading (self, check_pages, task);
}

/**
 * sd_register_check_finish:
 * @self: a register
 * @result: what the callback got
 * @error: return location for a #SdRegisterError
 *
 * A file that is damaged is read-only from then on: what is written over damage makes more of it.
 *
 * Returns: whether the file is whole
 */
gboolean
sd_register_check_finish (SdRegister *self, GAsyncResult *result, GError **error)
{
  GError *problem = NULL;

  g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem == NULL)
    return TRUE;
  if (g_error_matches (problem, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED))
    sd_register_forbid (self);

  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * sd_register_flush:
 * @self: a register
 *
 * Waits until every edit that was asked for is on the disk, or has failed, and the row objects show
 * it. Callbacks still run from the main loop.
 */
void
sd_register_flush (SdRegister *self)
{
  run (self, read_nothing, NULL, 0, NULL, NULL);
}
