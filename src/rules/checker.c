/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checker.h"

#include "check-private.h"
#include "plan/writer.h"

#include <glib/gi18n-lib.h>

struct _SdChecker
{
  GObject parent_instance;

  GPtrArray *packs;   /* SdPack */
  guint milliseconds; /* that a document may take; 0 for no bound */
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

/**
 * sd_checker_get_packs:
 * @self: a checker
 *
 * Returns: (transfer none) (element-type SdPack): the packs it chooses among
 */
GPtrArray *
sd_checker_get_packs (SdChecker *self)
{
  return self->packs;
}

/**
 * sd_checker_set_packs:
 * @self: a checker
 * @packs: (element-type SdPack): the packs to choose among from now on
 *
 * A check that is under way goes on with the packs it has.
 */
void
sd_checker_set_packs (SdChecker *self, GPtrArray *packs)
{
  g_ptr_array_ref (packs);
  g_ptr_array_unref (self->packs);
  self->packs = packs;
}

/**
 * sd_checker_set_budget:
 * @self: a checker
 * @milliseconds: the time that a document may take by each pack; 0 for no bound
 */
void
sd_checker_set_budget (SdChecker *self, guint milliseconds)
{
  self->milliseconds = milliseconds;
}

/**
 * sd_checker_has_county_rules:
 * @self: a checker
 *
 * Returns: whether one of its packs has rules for a county as a whole
 */
gboolean
sd_checker_has_county_rules (SdChecker *self)
{
  for (guint i = 0; i < self->packs->len; i++)
    if (sd_pack_get_county_schema (g_ptr_array_index (self->packs, i)) != NULL)
      return TRUE;

  return FALSE;
}

static SdRow *
find_adoption (SdCounty *county, const char *pack_id)
{
  SdRow *row;

  SD_FOREACH_ROW (row, county, SD_TABLE_ADOPTION)
    if (g_strcmp0 (sd_row_get_text (row, SD_ADOPTION_PACK), pack_id) == 0)
      return row;

  return NULL;
}

/**
 * sd_checker_pack_applies:
 * @self: a checker
 * @pack: a pack
 * @county: a county
 * @plan_id: a plan of it
 *
 * Returns: whether the plan is checked by the pack: the county adopted it, or did not decline it
 *   and it is made for such a plan
 */
gboolean
sd_checker_pack_applies (SdChecker *self, SdPack *pack, SdCounty *county, const char *plan_id)
{
  SdRow *adoption = find_adoption (county, sd_pack_get_id (pack));

  if (adoption != NULL)
    return g_strcmp0 (sd_row_get_text (adoption, SD_ADOPTION_STATE), "adopted") == 0;

  return sd_pack_applies (pack, sd_county_get_row (county),
                          sd_county_get_plan_town (county, plan_id),
                          sd_county_get_plan_row (county, plan_id));
}

static gboolean
is_wanted (SdChecker *self, SdPack *pack, SdCounty *county, const char *plan_id, const char *only)
{
  return only != NULL ? g_str_equal (sd_pack_get_id (pack), only)
                      : sd_checker_pack_applies (self, pack, county, plan_id);
}

static gboolean
check_known (SdChecker *self, const char *pack_id, GError **error)
{
  if (pack_id == NULL)
    return TRUE;
  for (guint i = 0; i < self->packs->len; i++)
    if (g_str_equal (sd_pack_get_id (g_ptr_array_index (self->packs, i)), pack_id))
      return TRUE;

  g_set_error (error, SD_PACK_ERROR, SD_PACK_ERROR_UNKNOWN, _ ("There is no pack “%s”."), pack_id);
  return FALSE;
}

/* The packs to run on a plan, decided before a thread takes over, since the rows are not its. */
static GPtrArray *
choose_packs (
    SdChecker *self, SdCounty *county, const char *plan_id, const char *only_pack, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (!check_known (self, only_pack, error))
    return NULL;
  for (guint i = 0; i < self->packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (self->packs, i);

      if (is_wanted (self, pack, county, plan_id, only_pack))
        g_ptr_array_add (chosen, g_object_ref (pack));
    }

  return g_steal_pointer (&chosen);
}

/* The rules for a county are those of the packs that apply to one of its plans at least. */
static GPtrArray *
choose_county_packs (SdChecker *self, SdCounty *county, const char *only_pack, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (!check_known (self, only_pack, error))
    return NULL;
  for (guint i = 0; i < self->packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (self->packs, i);
      gboolean wanted = FALSE;
      SdRow *plan;

      if (sd_pack_get_county_schema (pack) == NULL)
        continue;
      SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
        wanted = wanted || is_wanted (self, pack, county, sd_row_get_id (plan), only_pack);
      if (wanted)
        g_ptr_array_add (chosen, g_object_ref (pack));
    }

  return g_steal_pointer (&chosen);
}

/* A pack need not have every stage; the stages that it lacks are checked in full. */
static const char *
phase_for (SchSchema *schema, const char *phase)
{
  const char *const *phases = sch_schema_get_phases (schema);

  return phase == NULL || *phase == '#' || g_strv_contains (phases, phase) ? phase : "#ALL";
}

static SdCheck *
run_packs (SdChecker *self,
           GPtrArray *packs,
           xmlDoc *doc,
           gboolean for_county,
           const char *phase,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SdCheck) check = sd_check_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      SdPack *pack = g_ptr_array_index (packs, i);
      SchSchema *schema =
          for_county ? sd_pack_get_county_schema (pack) : sd_pack_get_schema (pack);
      const SchOptions options = { .phase = phase_for (schema, phase),
                                   .milliseconds = self->milliseconds };
      SchReport *report = sch_schema_validate (schema, &options, doc, cancellable, error);

      if (report == NULL)
        return NULL;
      sd_check_take_report (check, pack, report, doc);
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

  return packs != NULL ? run_packs (self, packs, doc, FALSE, phase, cancellable, error) : NULL;
}

/**
 * sd_checker_check_county:
 * @self: a checker
 * @county: a county with its plans loaded
 * @phase: (nullable): the stage
 * @only_pack: (nullable): run the county's rules of this pack, whether it applies or not
 * @cancellable: (nullable): to stop, from any thread
 * @error: return location for an error
 *
 * Checks what can only be seen over all towns, such as the sum of a type of headcount. Without a
 * pack that has such rules the check has no packs.
 *
 * Returns: (transfer full): what the packs say of the county
 */
SdCheck *
sd_checker_check_county (SdChecker *self,
                         SdCounty *county,
                         const char *phase,
                         const char *only_pack,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) packs = choose_county_packs (self, county, only_pack, error);
  g_autoptr (xmlDoc) doc = NULL;

  if (packs == NULL)
    return NULL;
  doc = sd_county_to_doc (county);

  return run_packs (self, packs, doc, TRUE, phase, cancellable, error);
}

/**
 * sd_check_schema:
 * @schema: any schema
 * @doc: (type gpointer): any document
 * @phase: (nullable): a phase of the schema
 * @milliseconds: the time that it may take; 0 for no bound
 * @error: return location for an error
 *
 * Checks a document by rules that are in no pack.
 *
 * Returns: (skip) (transfer full): what the rules say
 */
SdCheck *
sd_check_schema (
    SchSchema *schema, xmlDoc *doc, const char *phase, guint milliseconds, GError **error)
{
  const SchOptions options = { .phase = phase, .milliseconds = milliseconds };
  g_autoptr (SdCheck) check = sd_check_new ();
  SchReport *report = sch_schema_validate (schema, &options, doc, NULL, error);

  if (report == NULL)
    return NULL;
  sd_check_take_report (check, NULL, report, doc);

  return g_steal_pointer (&check);
}

/* One live check on its way through a thread. */
typedef struct
{
  GPtrArray *packs;
  xmlDoc *doc;
  gboolean for_county;
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
  SdCheck *check = run_packs (source, work->packs, work->doc, work->for_county, work->phase,
                              cancellable, &error);

  if (check != NULL)
    g_task_return_pointer (task, check, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sd_checker_check_async:
 * @self: a checker
 * @county: the county with the plan loaded
 * @plan_id: (nullable): the plan, or %NULL for what concerns the whole county
 * @phase: (nullable): the stage
 * @cancellable: (nullable): to stop
 * @callback: called when the check is made
 * @data: for @callback
 *
 * Checks a plan or the county as it is now: it is written to a document at once, and the rules run
 * on that in a thread, so that the plan may go on changing.
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

  work->for_county = plan_id == NULL;
  work->packs = work->for_county ? choose_county_packs (self, county, NULL, NULL)
                                 : choose_packs (self, county, plan_id, NULL, NULL);
  work->doc = work->for_county ? sd_county_to_doc (county) : sd_plan_to_doc (county, plan_id);
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
