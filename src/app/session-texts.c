/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "document/document.h"
#include "plan/reader.h"
#include "plan/writer.h"

#include <glib/gi18n-lib.h>

/* What was written by hand in documents of a plan and no longer agrees with it stands among the
 * findings. */

/* The worker reads a copy of the plan, since the rows belong to the main thread. */
typedef struct
{
  xmlDoc *doc;
  char *plan_id;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->doc, xmlFreeDoc);
  g_free (job->plan_id);
  g_free (job);
}

static void
add_findings (GPtrArray *findings, SdCounty *county, const char *plan_id, const char *document_id)
{
  g_autoptr (SdBlocks) blocks = sd_document_build (document_id, county, plan_id, NULL, NULL);
  GPtrArray *rewritings = blocks != NULL ? sd_blocks_get_rewritings (blocks) : NULL;

  for (guint i = 0; rewritings != NULL && i < rewritings->len; i++)
    {
      const SdRewriting *rewriting = rewritings->pdata[i];

      if (!g_str_equal (rewriting->document, document_id))
        continue;
      for (guint j = 0; j < rewriting->problems->len; j++)
        g_ptr_array_add (findings, sd_finding_new (SD_SEVERITY_WARNING, SD_SESSION_TEXT_RULE,
                                                   rewriting->problems->pdata[j], rewriting->id));
    }
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr (SdCounty) county = sd_county_read_doc (job->doc, NULL, _ ("The plan"), &error);
  SdPlan *plan = county != NULL ? sd_county_get_plan (county, job->plan_id) : NULL;
  SdRow *row;

  if (county == NULL)
    {
      g_ptr_array_unref (findings);
      g_task_return_error (task, error);
      return;
    }
  SD_FOREACH_ROW (row, plan, SD_TABLE_OVERRIDE)
    if (g_hash_table_add (seen, (char *) sd_row_get_text (row, SD_OVERRIDE_DOCUMENT)))
      add_findings (findings, county, job->plan_id, sd_row_get_text (row, SD_OVERRIDE_DOCUMENT));
  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_compared (GObject *object, GAsyncResult *result, gpointer data)
{
  SdSession *self = SD_SESSION (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  GPtrArray *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (findings == NULL)
    return;
  if (self->texts == NULL)
    {
      g_ptr_array_unref (findings);
      return;
    }
  g_hash_table_replace (self->texts, g_strdup (job->plan_id), findings);
  if (g_strcmp0 (job->plan_id, self->plan_id) == 0)
    sd_session_publish_check (self);
  sd_session_emit_counts_changed (self, job->plan_id);
}

/* Compares the texts of a plan that has just been checked. */
void
sd_session_compare_texts (SdSession *self, const char *plan_id)
{
  SdCounty *county = sd_session_get_county (self);
  SdPlan *plan = sd_county_get_plan (county, plan_id);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (plan == NULL || sd_row_set_get_n_rows (SD_ROW_SET (plan), SD_TABLE_OVERRIDE) == 0)
    {
      g_hash_table_remove (self->texts, plan_id);
      return;
    }
  job = g_new0 (Job, 1);
  job->doc = sd_plan_to_doc (county, plan_id);
  job->plan_id = g_strdup (plan_id);
  task = g_task_new (self, self->cancellable, on_compared, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}
