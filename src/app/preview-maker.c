/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-maker.h"

#include "document/document.h"
#include "plan/reader.h"
#include "plan/writer.h"

#include <glib/gi18n-lib.h>

struct _SdPreviewMaker
{
  GObject parent_instance;

  /* Owned */
  SdSession *session;
  SdPlan *plan; /* whose changes are followed */
  char *document_id;
  gboolean of_county;
  SdLayout *layout;
  GError *error;

  gboolean active;
  gboolean stale;
  GCancellable *running; /* NULL while no worker is at it */
  guint source;
};

/* A worker reads a copy of the plan, since the rows belong to the main thread. */
typedef struct
{
  xmlDoc *doc;
  SdCheck *check;
  char *document_id;
  char *plan_id; /* NULL for a document of the county */
} Job;

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdPreviewMaker, sd_preview_maker, G_TYPE_OBJECT)

static void schedule (SdPreviewMaker *self);

static void
job_free (Job *job)
{
  g_clear_pointer (&job->doc, xmlFreeDoc);
  g_clear_object (&job->check);
  g_free (job->document_id);
  g_free (job->plan_id);
  g_free (job);
}

/* Worker */

static SdLayout *
make_layout (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SdCounty) county = sd_county_read_doc (job->doc, NULL, _ ("The plan"), error);
  g_autoptr (SdBlocks) blocks = NULL;

  if (county == NULL)
    return NULL;
  blocks = sd_document_build (job->document_id, county, job->plan_id, job->check, error);
  if (blocks == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return sd_layout_new (blocks, error);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  SdLayout *layout = make_layout (data, cancellable, &error);

  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) sd_layout_unref);
  else
    g_task_return_error (task, error);
}

/* Main thread */

static void
on_made (GObject *object, GAsyncResult *result, gpointer data)
{
  SdPreviewMaker *self = SD_PREVIEW_MAKER (object);
  g_autoptr (GError) error = NULL;
  SdLayout *layout = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another document or another plan is wanted by now. */
  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    {
      g_clear_pointer (&layout, sd_layout_unref);
      return;
    }

  g_clear_object (&self->running);
  g_clear_pointer (&self->layout, sd_layout_unref);
  g_clear_error (&self->error);
  self->layout = layout;
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[SIGNAL_MADE], 0);
  if (self->stale)
    schedule (self);
}

static gboolean
on_due (gpointer data)
{
  SdPreviewMaker *self = data;
  const char *plan_id = sd_session_get_plan_id (self->session);
  SdCounty *county = sd_session_get_county (self->session);
  SdCheck *check = sd_session_get_check (self->session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->source = 0;
  self->stale = FALSE;
  if (plan_id == NULL || self->document_id == NULL)
    return G_SOURCE_REMOVE;

  job = g_new0 (Job, 1);
  if (self->of_county)
    job->doc = sd_county_to_doc (county);
  else
    {
      job->doc = sd_plan_to_doc (county, plan_id);
      job->plan_id = g_strdup (plan_id);
    }
  job->check = check != NULL && !self->of_county ? g_object_ref (check) : NULL;
  job->document_id = g_strdup (self->document_id);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, on_made, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);

  return G_SOURCE_REMOVE;
}

/* After the next frame, when all is known that changed before it. */
static void
schedule (SdPreviewMaker *self)
{
  self->stale = TRUE;
  if (self->source == 0 && self->active && self->running == NULL && self->session != NULL)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, on_due, self, NULL);
}

/* What was made is of something else, and so is what is being made. */
static void
forget (SdPreviewMaker *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->layout, sd_layout_unref);
  g_clear_error (&self->error);
  g_signal_emit (self, signals[SIGNAL_MADE], 0);
  schedule (self);
}

static void
follow_plan (SdPreviewMaker *self)
{
  SdPlan *plan = self->session != NULL ? sd_session_get_plan (self->session) : NULL;

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_object (plan, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  forget (self);
}

static void
sd_preview_maker_dispose (GObject *object)
{
  SdPreviewMaker *self = SD_PREVIEW_MAKER (object);

  sd_preview_maker_set_session (self, NULL);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->running);
  g_clear_pointer (&self->layout, sd_layout_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->document_id, g_free);

  G_OBJECT_CLASS (sd_preview_maker_parent_class)->dispose (object);
}

static void
sd_preview_maker_class_init (SdPreviewMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_preview_maker_dispose;

  /**
   * SdPreviewMaker::made:
   * @self: the maker
   *
   * There are other pages, or none.
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", SD_TYPE_PREVIEW_MAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_preview_maker_init (SdPreviewMaker *self)
{
}

/**
 * sd_preview_maker_new:
 *
 * Returns: (transfer full): a maker that has no session yet and is not active
 */
SdPreviewMaker *
sd_preview_maker_new (void)
{
  return g_object_new (SD_TYPE_PREVIEW_MAKER, NULL);
}

/**
 * sd_preview_maker_set_session:
 * @self: a maker
 * @session: (nullable): the session whose plan is followed
 */
void
sd_preview_maker_set_session (SdPreviewMaker *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_county (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::plan", G_CALLBACK (follow_plan), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "counts-changed", G_CALLBACK (schedule), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (sd_session_get_county (session), "changed", G_CALLBACK (schedule),
                               self, G_CONNECT_SWAPPED);
    }
  follow_plan (self);
}

/**
 * sd_preview_maker_set_document:
 * @self: a maker
 * @document_id: (nullable): the type of document that is wanted
 * @of_county: whether it is made of all plans of the county, and of no check
 */
void
sd_preview_maker_set_document (SdPreviewMaker *self, const char *document_id, gboolean of_county)
{
  if (g_strcmp0 (self->document_id, document_id) == 0)
    return;

  g_free (self->document_id);
  self->document_id = g_strdup (document_id);
  self->of_county = of_county;
  forget (self);
}

/**
 * sd_preview_maker_get_document:
 * @self: a maker
 *
 * Returns: (nullable): the type of document that is wanted
 */
const char *
sd_preview_maker_get_document (SdPreviewMaker *self)
{
  return self->document_id;
}

/**
 * sd_preview_maker_is_of_county:
 * @self: a maker
 *
 * Returns: whether the document is made of all plans of the county
 */
gboolean
sd_preview_maker_is_of_county (SdPreviewMaker *self)
{
  return self->of_county;
}

/**
 * sd_preview_maker_set_active:
 * @self: a maker
 * @active: whether anybody looks at the pages; while nobody does, none are made
 */
void
sd_preview_maker_set_active (SdPreviewMaker *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    schedule (self);
  else if (!active)
    g_clear_handle_id (&self->source, g_source_remove);
}

/**
 * sd_preview_maker_get_making:
 * @self: a maker
 *
 * Returns: whether the pages are older than the plan
 */
gboolean
sd_preview_maker_get_making (SdPreviewMaker *self)
{
  return self->stale || self->running != NULL;
}

/**
 * sd_preview_maker_get_layout:
 * @self: a maker
 *
 * Returns: (transfer none) (nullable): the pages that were made last
 */
SdLayout *
sd_preview_maker_get_layout (SdPreviewMaker *self)
{
  return self->layout;
}

/**
 * sd_preview_maker_get_error:
 * @self: a maker
 *
 * Returns: (nullable): why there are no pages
 */
const GError *
sd_preview_maker_get_error (SdPreviewMaker *self)
{
  return self->error;
}
