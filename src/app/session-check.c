/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

/* A frame is painted at G_PRIORITY_HIGH_IDLE + 20. Right after it, all that changed before it is
 * known, and one check serves for all of it. */
#define AFTER_FRAME (G_PRIORITY_HIGH_IDLE + 30)

static void schedule_check (SdSession *self);

/* Stands among the ids of plans for the county as a whole. */
#define COUNTY ""

/* Helpers */

/* What has an exception comes last, the county's before it. */
static int
place_of (SdFinding *finding)
{
  if (sd_finding_get_exception (finding) != NULL)
    return 2 * SD_N_SEVERITIES;

  return (int) sd_finding_get_severity (finding) +
         (sd_finding_get_is_of_county (finding) ? SD_N_SEVERITIES : 0);
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer unused)
{
  return place_of (*(SdFinding **) a) - place_of (*(SdFinding **) b);
}

static void
append_items (GPtrArray *items, GListModel *model)
{
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
}

static GPtrArray *
items_of (GListModel *model)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  append_items (items, model);

  return items;
}

/* Changes only what differs, so that lists keep their selection, focus and place. */
static void
show_findings (SdSession *self, GPtrArray *wanted)
{
  g_autoptr (GPtrArray) shown = items_of (G_LIST_MODEL (self->findings));
  guint head = 0, tail = 0;

  while (head < shown->len && head < wanted->len &&
         sd_finding_equal (shown->pdata[head], wanted->pdata[head]))
    head++;
  while (
      tail < shown->len - head && tail < wanted->len - head &&
      sd_finding_equal (shown->pdata[shown->len - 1 - tail], wanted->pdata[wanted->len - 1 - tail]))
    tail++;
  if (head + tail == shown->len && head + tail == wanted->len)
    return;

  g_list_store_splice (self->findings, head, shown->len - head - tail, wanted->pdata + head,
                       wanted->len - head - tail);
}

static void
show_gauges (SdSession *self, GPtrArray *wanted)
{
  g_list_store_splice (self->gauges, 0, g_list_model_get_n_items (G_LIST_MODEL (self->gauges)),
                       wanted->pdata, wanted->len);
}

/* The plan that is edited goes first, then any other, and the county when all plans are known. */
static char *
take_stale (SdSession *self)
{
  GHashTableIter iter;
  gpointer id = NULL;
  char *taken;

  if (self->plan_id != NULL && g_hash_table_contains (self->stale, self->plan_id))
    id = self->plan_id;
  else
    {
      g_hash_table_iter_init (&iter, self->stale);
      while (g_hash_table_iter_next (&iter, &id, NULL) && g_str_equal (id, COUNTY) &&
             g_hash_table_size (self->stale) > 1)
        ;
      if (id == NULL)
        return NULL;
    }

  taken = g_strdup (id);
  g_hash_table_remove (self->stale, taken);

  return taken;
}

/* Callbacks */

static void
on_checked (GObject *checker, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdCheck) check = sd_checker_check_finish (SD_CHECKER (checker), result, &error);
  g_autofree char *plan_id = g_steal_pointer (&self->checking_id);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (check == NULL)
    sd_session_report_error (self, error);
  else
    {
      g_hash_table_replace (self->checks, g_strdup (plan_id), g_object_ref (check));
      if (!g_str_equal (plan_id, COUNTY))
        sd_session_compare_texts (self, plan_id);
      if (g_strcmp0 (plan_id, self->plan_id) == 0 || g_str_equal (plan_id, COUNTY))
        sd_session_publish_check (self);
      if (!g_str_equal (plan_id, COUNTY))
        sd_session_emit_counts_changed (self, plan_id);
    }

  schedule_check (self);
  sd_session_notify_checking (self);
}

static void
on_plan_changed (SdPlan *plan, SdSession *self)
{
  sd_session_queue_check (self, sd_plan_get_id (plan));
}

static void
on_county_changed (SdCounty *county, SdSession *self)
{
  sd_session_follow_county (self);
}

static SdPlan *
watch_plan (SdSession *self, const char *plan_id, GError **error)
{
  SdPlan *plan = sd_register_load_plan (self->reg, plan_id, error);

  if (plan == NULL || g_hash_table_lookup (self->watched, plan_id) == plan)
    return plan;

  g_hash_table_replace (self->watched, g_strdup (plan_id), g_object_ref (plan));
  g_signal_connect_object (plan, "changed", G_CALLBACK (on_plan_changed), self, 0);

  return plan;
}

/* Loads what is to be checked. A plan may have been deleted while it waited. */
static gboolean
prepare_check (SdSession *self, const char *plan_id, GError **error)
{
  SdCounty *county = sd_session_get_county (self);
  SdRow *plan;

  if (!g_str_equal (plan_id, COUNTY))
    return sd_county_get_plan_row (county, plan_id) != NULL &&
           watch_plan (self, plan_id, error) != NULL;

  if (!sd_checker_has_county_rules (self->checker))
    {
      if (g_hash_table_remove (self->checks, COUNTY))
        sd_session_publish_check (self);
      return FALSE;
    }
  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    if (watch_plan (self, sd_row_get_id (plan), error) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
on_check_due (gpointer data)
{
  SdSession *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = take_stale (self);
  gboolean for_county = g_strcmp0 (plan_id, COUNTY) == 0;

  self->check_source = 0;
  if (plan_id == NULL || !prepare_check (self, plan_id, &error))
    {
      if (error != NULL)
        sd_session_report_error (self, error);
      schedule_check (self);
      return G_SOURCE_REMOVE;
    }

  self->checking_id = g_steal_pointer (&plan_id);
  sd_checker_check_async (self->checker, sd_session_get_county (self),
                          for_county ? NULL : self->checking_id, NULL, self->cancellable,
                          on_checked, g_object_ref (self));
  sd_session_notify_checking (self);

  return G_SOURCE_REMOVE;
}

static void
schedule_check (SdSession *self)
{
  gboolean edited;

  if (self->checking_id != NULL || g_hash_table_size (self->stale) == 0)
    return;

  /* What waits for the idle of a plan in the background must not hold up the edited one. */
  g_clear_handle_id (&self->check_source, g_source_remove);
  edited = self->plan_id != NULL && g_hash_table_contains (self->stale, self->plan_id);
  self->check_source =
      g_idle_add_full (edited ? AFTER_FRAME : G_PRIORITY_LOW, on_check_due, self, NULL);
}

/* Functions for session.c */

void
sd_session_init_checks (SdSession *self)
{
  self->findings = g_list_store_new (SD_TYPE_FINDING);
  self->gauges = g_list_store_new (SD_TYPE_GAUGE);
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->texts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

void
sd_session_clear_checks (SdSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->findings);
  g_clear_object (&self->gauges);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->watched, g_hash_table_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_clear_pointer (&self->checking_id, g_free);
}

/* A figure of the county or a town may bear on every plan, so all are checked. */
void
sd_session_follow_county (SdSession *self)
{
  SdCounty *county = sd_session_get_county (self);
  SdRow *plan;

  g_signal_handlers_disconnect_by_func (county, on_county_changed, self);
  g_signal_connect_object (county, "changed", G_CALLBACK (on_county_changed), self, 0);
  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    sd_session_queue_check (self, sd_row_get_id (plan));
}

void
sd_session_queue_check (SdSession *self, const char *plan_id)
{
  g_hash_table_add (self->stale, g_strdup (plan_id));
  g_hash_table_add (self->stale, g_strdup (COUNTY));
  schedule_check (self);
}

/* Shows what is known of the edited plan; until it has been checked that is nothing. */
void
sd_session_publish_check (SdSession *self)
{
  SdCheck *check = sd_session_get_check (self);
  g_autoptr (GPtrArray) findings = items_of (check != NULL ? sd_check_get_findings (check) : NULL);
  g_autoptr (GPtrArray) gauges = items_of (check != NULL ? sd_check_get_gauges (check) : NULL);
  SdCheck *of_county = g_hash_table_lookup (self->checks, COUNTY);
  GPtrArray *texts = check != NULL ? g_hash_table_lookup (self->texts, self->plan_id) : NULL;

  if (check != NULL && of_county != NULL)
    append_items (findings, sd_check_get_findings (of_county));
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    g_ptr_array_add (findings, g_object_ref (texts->pdata[i]));
  g_ptr_array_sort_with_data (findings, compare_findings, NULL);
  show_findings (self, findings);
  show_gauges (self, gauges);
}

/* Public functions */

/**
 * sd_session_close:
 * @self: a session
 *
 * Stops checking and closes the register, once its last edit is on disk.
 */
void
sd_session_close (SdSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->stale);
  g_clear_handle_id (&self->check_source, g_source_remove);
  sd_register_close (self->reg);
}

/**
 * sd_session_recheck:
 * @self: a session
 *
 * Checks all plans anew, since the packs have changed.
 */
void
sd_session_recheck (SdSession *self)
{
  sd_session_follow_county (self);
}

/**
 * sd_session_get_findings:
 * @self: a session
 *
 * Returns: (transfer none): a list of #SdFinding about the edited plan, the severe ones first; the
 *   same list as long as the session lives
 */
GListModel *
sd_session_get_findings (SdSession *self)
{
  return G_LIST_MODEL (self->findings);
}

/**
 * sd_session_get_gauges:
 * @self: a session
 *
 * Returns: (transfer none): a list of #SdGauge of the edited plan; the same list as long as the
 *   session lives
 */
GListModel *
sd_session_get_gauges (SdSession *self)
{
  return G_LIST_MODEL (self->gauges);
}

/**
 * sd_session_get_checking:
 * @self: a session
 *
 * Returns: whether findings and gauges of the edited plan are older than its rows
 */
gboolean
sd_session_get_checking (SdSession *self)
{
  return self->plan_id != NULL && (g_strcmp0 (self->checking_id, self->plan_id) == 0 ||
                                   g_hash_table_contains (self->stale, self->plan_id));
}

/**
 * sd_session_get_check:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the last check of the edited plan
 */
SdCheck *
sd_session_get_check (SdSession *self)
{
  return self->plan_id != NULL ? g_hash_table_lookup (self->checks, self->plan_id) : NULL;
}

/**
 * sd_session_get_plan_check:
 * @self: a session
 * @plan_id: a plan of the county
 *
 * Returns: (transfer none) (nullable): the last check of the plan
 */
SdCheck *
sd_session_get_plan_check (SdSession *self, const char *plan_id)
{
  return g_hash_table_lookup (self->checks, plan_id);
}

/**
 * sd_session_is_checked:
 * @self: a session
 * @plan_id: a plan of the county
 *
 * Returns: whether rules that apply to the plan have been run on it, and on something: one that
 *   proposes nothing yet is not in order
 */
gboolean
sd_session_is_checked (SdSession *self, const char *plan_id)
{
  SdCheck *check = g_hash_table_lookup (self->checks, plan_id);
  SdPlan *plan = sd_county_get_plan (sd_session_get_county (self), plan_id);

  return check != NULL && plan != NULL && sd_plan_proposes (plan) &&
         g_list_model_get_n_items (sd_check_get_packs (check)) > 0;
}

/**
 * sd_session_get_n_findings:
 * @self: a session
 * @plan_id: a plan of the county
 * @severity: a severity
 *
 * Returns: how many findings of that severity there are of the plan: those of its last check, and
 *   those about texts of its documents
 */
guint
sd_session_get_n_findings (SdSession *self, const char *plan_id, SdSeverity severity)
{
  SdCheck *check = g_hash_table_lookup (self->checks, plan_id);
  GPtrArray *texts = check != NULL ? g_hash_table_lookup (self->texts, plan_id) : NULL;
  guint n = check != NULL ? sd_check_get_count (check, severity) : 0;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    n += sd_finding_get_severity (texts->pdata[i]) == severity;

  return n;
}
