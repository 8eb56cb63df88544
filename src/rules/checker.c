/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checker.h"

#include "check-private.h"
#include "plan/writer.h"

#include <glib/gi18n-lib.h>

struct _SdChecker
{
  GObject parent_instance;

  GPtrArray *packs; /* SdPack */
};

G_DEFINE_FINAL_TYPE (SdChecker, sd_checker, G_TYPE_OBJECT)

static void
sd_checker_finalize (GObject *object)
{
  g_ptr_array_unref (SD_CHECKER (object)->packs);

  G_OBJECT_CLASS (sd_checker_parent_class)->finalize (object);
}

static void
sd_checker_class_init (SdCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_checker_finalize;
}

static void
sd_checker_init (SdChecker *self)
{
}

/**
 * sd_checker_new:
 * @packs: (element-type SdPack): packs, as sd_packs_load_all() gives them
 *
 * Returns: (transfer full): a checker that chooses among them
 */
SdChecker *
sd_checker_new (GPtrArray *packs)
{
  SdChecker *self = g_object_new (SD_TYPE_CHECKER, NULL);

  self->packs = g_ptr_array_ref (packs);
  return self;
}

/* The packs to run on a plan, decided before a thread takes over, since the rows are not its. */
static GPtrArray *
choose_packs (
    SdChecker *self, SdCounty *county, const char *plan_id, const char *only_pack, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (self->packs, i);
      gboolean wanted;

      if (only_pack != NULL)
        wanted = g_str_equal (sd_pack_get_id (pack), only_pack);
      else
        wanted = sd_pack_applies (pack, sd_county_get_row (county),
                                  sd_county_get_plan_town (county, plan_id),
                                  sd_county_get_plan_row (county, plan_id));
      if (wanted)
        g_ptr_array_add (chosen, g_object_ref (pack));
    }
  if (only_pack != NULL && chosen->len == 0)
    {
      g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN, _ ("There is no pack “%s”."),
                   only_pack);
      return NULL;
    }

  return g_steal_pointer (&chosen);
}

/* A pack need not have every stage; the stages that it lacks are checked in full. */
static const char *
phase_for (SdPack *pack, const char *phase)
{
  const char *const *phases = sch_schema_get_phases (sd_pack_get_schema (pack));

  return phase == NULL || *phase == '#' || g_strv_contains (phases, phase) ? phase : "#ALL";
}

static SdCheck *
run_packs (
    GPtrArray *packs, xmlDoc *doc, const char *phase, GCancellable *cancellable, GError **error)
{
  g_autoptr (SdCheck) check = sd_check_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);
      const SchOptions options = { .phase = phase_for (pack, phase) };
      SchReport *report;

      report = sch_schema_validate (sd_pack_get_schema (pack), &options, doc, cancellable, error);
      if (report == NULL)
        return NULL;
      sd_check_take_report (check, pack, report);
    }

  return g_steal_pointer (&check);
}

/**
 * sd_checker_check_doc:
 * @self: a checker
 * @doc: (type gpointer): a plan that stands alone
 * @county: the county with the plan's header, which says which packs apply
 * @plan_id: the plan
 * @phase: (nullable): the stage: draft, review or submission; %NULL for the packs' default
 * @only_pack: (nullable): run this pack, whether it applies or not
 * @cancellable: (nullable): to stop, from any thread
 * @error: return location for an error
 *
 * Returns: (skip) (transfer full): what the packs say
 */
SdCheck *
sd_checker_check_doc (SdChecker *self,
                      xmlDoc *doc,
                      SdCounty *county,
                      const char *plan_id,
                      const char *phase,
                      const char *only_pack,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) packs = choose_packs (self, county, plan_id, only_pack, error);

  return packs != NULL ? run_packs (packs, doc, phase, cancellable, error) : NULL;
}

/**
 * sd_check_schema:
 * @schema: any schema
 * @doc: (type gpointer): any document
 * @phase: (nullable): a phase of the schema
 * @error: return location for an error
 *
 * Checks a document by rules that are in no pack.
 *
 * Returns: (skip) (transfer full): what the rules say
 */
SdCheck *
sd_check_schema (SchSchema *schema, xmlDoc *doc, const char *phase, GError **error)
{
  const SchOptions options = { .phase = phase };
  g_autoptr (SdCheck) check = sd_check_new ();
  SchReport *report = sch_schema_validate (schema, &options, doc, NULL, error);

  if (report == NULL)
    return NULL;
  sd_check_take_report (check, NULL, report);

  return g_steal_pointer (&check);
}

/* One live check on its way through a thread. */
typedef struct
{
  GPtrArray *packs;
  xmlDoc *doc;
  char *phase;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->packs);
  xmlFreeDoc (work->doc);
  g_free (work->phase);
  g_free (work);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  SdCheck *check = run_packs (work->packs, work->doc, work->phase, cancellable, &error);

  if (check != NULL)
    g_task_return_pointer (task, check, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sd_checker_check_async:
 * @self: a checker
 * @county: the county with the plan loaded
 * @plan_id: the plan
 * @phase: (nullable): the stage
 * @cancellable: (nullable): to stop
 * @callback: called when the check is made
 * @data: for @callback
 *
 * Checks a plan as it is now: it is written to a document at once, and the rules run on that in a
 * thread, so that the plan may go on changing.
 */
void
sd_checker_check_async (SdChecker *self,
                        SdCounty *county,
                        const char *plan_id,
                        const char *phase,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->packs = choose_packs (self, county, plan_id, NULL, NULL);
  work->doc = sd_plan_to_doc (county, plan_id);
  work->phase = g_strdup (phase);
  g_task_set_source_tag (task, sd_checker_check_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * sd_checker_check_finish:
 * @self: a checker
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): what the packs say
 */
SdCheck *
sd_checker_check_finish (SdChecker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
