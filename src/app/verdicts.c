/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "verdicts.h"

#include <glib/gi18n-lib.h>

struct _SdVerdicts
{
  GObject parent_instance;

  /* Owned */
  SdSession *session;
  SdVerdictsTry try;
  gpointer data;
  GDestroyNotify destroy;
  char *plan_id;
  SdRegister *clone;    /* NULL until it has been made */
  SdPlan *plan;         /* of the clone */
  SdCheck *before;      /* what is found without the move */
  GHashTable *verdicts; /* key of a place → SdVerdict */
  GPtrArray *wanted;    /* Place: the last goes first */
  struct Place *trying; /* what is being tried */
  GCancellable *cancellable;

  gboolean is_stored; /* whether the trial changed anything, so that it is to be taken back */
  gboolean is_failed; /* no clone could be made: nothing is known of any place */
};

/* A place that outlives the layout it is of. */
typedef struct Place
{
  char *key;
  char *superior_id;
  SdChartPlace place; /* with this superior_id */
} Place;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdVerdicts, sd_verdicts, G_TYPE_OBJECT)

static void try_next (SdVerdicts *self);

static void
place_free (gpointer data)
{
  Place *place = data;

  if (place == NULL)
    return;
  g_free (place->key);
  g_free (place->superior_id);
  g_free (place);
}

static void
verdict_free (gpointer data)
{
  g_free (((SdVerdict *) data)->words);
  g_free (data);
}

static char *
make_key (const SdChartPlace *place)
{
  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, place->kind != NULL ? place->kind->name : "",
                          place->superior_id != NULL ? place->superior_id : "", place->rank);
}

static Place *
place_new (const SdChartPlace *from)
{
  Place *place = g_new0 (Place, 1);

  place->key = make_key (from);
  place->superior_id = g_strdup (from->superior_id);
  place->place = *from;
  place->place.superior_id = place->superior_id;

  return place;
}

/* Judging */

static gboolean
was_found (GListModel *before, SdFinding *finding)
{
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr (SdFinding) other = g_list_model_get_item (before, i);

      if (sd_finding_equal (other, finding))
        return TRUE;
    }

  return FALSE;
}

/* The gravest finding that was not there before, leaving out what is excepted. */
static SdFinding *
find_worst (GListModel *before, GListModel *after, guint *n_new)
{
  g_autoptr (SdFinding) worst = NULL;

  *n_new = 0;
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (after, i);

      if (sd_finding_get_exception (finding) != NULL || was_found (before, finding))
        continue;
      (*n_new)++;
      if (worst == NULL || sd_finding_get_severity (finding) < sd_finding_get_severity (worst))
        g_set_object (&worst, finding);
    }

  return g_steal_pointer (&worst);
}

static char *
describe (SdFinding *finding, guint n_new)
{
  const char *clause = sd_finding_get_clause (finding);
  GString *words = g_string_new (sd_finding_get_message (finding));

  if (clause != NULL)
    /* Translators: the clause that a finding rests on, after its message. */
    g_string_append_printf (words, _ (" (%s)"), clause);
  if (n_new > 1)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("And %u more.", "And %u more.", n_new - 1), n_new - 1);

      g_string_append_printf (words, "\n%s", more);
    }

  return g_string_free (words, FALSE);
}

static SdVerdict *
judge (SdVerdicts *self, SdCheck *after)
{
  SdVerdict *verdict = g_new0 (SdVerdict, 1);
  GListModel *found = sd_check_get_findings (self->before);
  guint n_new;
  g_autoptr (SdFinding) worst = find_worst (found, sd_check_get_findings (after), &n_new);

  if (worst == NULL || sd_finding_get_severity (worst) == SD_SEVERITY_INFO)
    {
      verdict->level = SD_VERDICT_GOOD;
      verdict->words = g_strdup (_ ("Nothing against it"));
      return verdict;
    }

  verdict->level =
      sd_finding_get_severity (worst) == SD_SEVERITY_ERROR ? SD_VERDICT_ERROR : SD_VERDICT_WARNING;
  verdict->words = describe (worst, n_new);

  return verdict;
}

static void
store (SdVerdicts *self, SdVerdict *verdict)
{
  g_hash_table_replace (self->verdicts, g_strdup (self->trying->key), verdict);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Trying: the edit, the check, and back again. The object is held while any of them runs. */

static void
on_undone (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdVerdicts) self = data;

  /* What cannot be taken back would be in every verdict after it. */
  if (!sd_register_edit_finish (SD_REGISTER (reg), result, NULL, NULL))
    self->is_failed = TRUE;
  g_clear_pointer (&self->trying, place_free);
  try_next (self);
}

static void
take_back (SdVerdicts *self)
{
  if (self->is_stored)
    {
      sd_register_undo_async (self->clone, NULL, on_undone, g_object_ref (self));
      return;
    }
  g_clear_pointer (&self->trying, place_free);
  try_next (self);
}

static void
on_checked (GObject *checker, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdVerdicts) self = data;
  g_autoptr (SdCheck) check = sd_checker_check_finish (SD_CHECKER (checker), result, NULL);

  if (check != NULL)
    store (self, judge (self, check));
  take_back (self);
}

static void
on_moved (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdVerdicts) self = data;
  g_autoptr (GError) error = NULL;

  if (!sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    {
      SdVerdict *verdict = g_new0 (SdVerdict, 1);

      verdict->level = SD_VERDICT_ERROR;
      verdict->words = g_strdup (error->message);
      store (self, verdict);
      take_back (self);
      return;
    }
  sd_checker_check_async (sd_session_get_checker (self->session),
                          sd_register_get_county (self->clone), self->plan_id, NULL,
                          self->cancellable, on_checked, g_object_ref (self));
}

static void
on_touched (SdRegister *clone,
            const char *plan_id,
            const char *table,
            const char *row_id,
            const char *kind,
            SdVerdicts *self)
{
  self->is_stored = TRUE;
}

static void
try_next (SdVerdicts *self)
{
  if (self->clone == NULL || self->trying != NULL || self->is_failed || self->wanted->len == 0 ||
      g_cancellable_is_cancelled (self->cancellable))
    return;

  self->trying = g_ptr_array_steal_index (self->wanted, self->wanted->len - 1);
  self->is_stored = FALSE;
  self->try (self->clone, self->plan, &self->trying->place, self->data, on_moved,
             g_object_ref (self));
}

static void
on_cloned (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdVerdicts) self = data;

  self->clone = sd_register_clone_finish (SD_REGISTER (reg), result, NULL);
  if (self->clone != NULL)
    g_set_object (&self->plan, sd_register_load_plan (self->clone, self->plan_id, NULL));
  if (self->plan == NULL)
    {
      self->is_failed = TRUE;
      return;
    }
  g_signal_connect_object (self->clone, "touched", G_CALLBACK (on_touched), self, 0);
  try_next (self);
}

/* Overrides */

static void
sd_verdicts_dispose (GObject *object)
{
  g_cancellable_cancel (SD_VERDICTS (object)->cancellable);

  G_OBJECT_CLASS (sd_verdicts_parent_class)->dispose (object);
}

static void
sd_verdicts_finalize (GObject *object)
{
  SdVerdicts *self = SD_VERDICTS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->plan);
  g_clear_object (&self->clone);
  g_clear_object (&self->before);
  g_clear_pointer (&self->trying, place_free);
  g_ptr_array_unref (self->wanted);
  g_hash_table_unref (self->verdicts);
  self->destroy (self->data);
  g_free (self->plan_id);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_verdicts_parent_class)->finalize (object);
}

static void
sd_verdicts_class_init (SdVerdictsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sd_verdicts_dispose;
  object_class->finalize = sd_verdicts_finalize;

  /**
   * SdVerdicts::changed:
   * @self: verdicts
   *
   * One more place has its verdict.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SD_TYPE_VERDICTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_verdicts_init (SdVerdicts *self)
{
  self->verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, verdict_free);
  self->wanted = g_ptr_array_new_with_free_func (place_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * sd_verdicts_new:
 * @session: the session whose plan it is about
 * @try: makes the edit for a place
 * @data: (transfer full): passed to @try
 * @destroy: frees @data
 *
 * Returns: (transfer full): what the rules would say, of which nothing is known yet
 */
SdVerdicts *
sd_verdicts_new (SdSession *session, SdVerdictsTry try, gpointer data, GDestroyNotify destroy)
{
  SdVerdicts *self = g_object_new (SD_TYPE_VERDICTS, NULL);

  self->session = g_object_ref (session);
  self->try = try;
  self->data = data;
  self->destroy = destroy;
  self->plan_id = g_strdup (sd_session_get_plan_id (session));
  g_set_object (&self->before, sd_session_get_check (session));
  /* A plan that was not checked yet has nothing to compare with. */
  self->is_failed = self->before == NULL;
  if (!self->is_failed)
    sd_register_clone_async (sd_session_get_register (session), self->cancellable, on_cloned,
                             g_object_ref (self));

  return self;
}

static void
want (SdVerdicts *self, const SdChartPlace *place, const char *key)
{
  if (self->trying != NULL && g_str_equal (self->trying->key, key))
    return;
  for (guint i = 0; i < self->wanted->len; i++)
    if (g_str_equal (((Place *) self->wanted->pdata[i])->key, key))
      {
        g_ptr_array_add (self->wanted, g_ptr_array_steal_index (self->wanted, i));
        return;
      }
  g_ptr_array_add (self->wanted, place_new (place));
}

/**
 * sd_verdicts_get:
 * @self: verdicts
 * @place: a place
 *
 * Returns: (transfer none) (nullable): what the rules would say; %NULL while that is being found
 *   out, see #SdVerdicts::changed
 */
const SdVerdict *
sd_verdicts_get (SdVerdicts *self, const SdChartPlace *place)
{
  g_autofree char *key = make_key (place);
  const SdVerdict *verdict = g_hash_table_lookup (self->verdicts, key);

  if (verdict != NULL || self->is_failed)
    return verdict;

  want (self, place, key);
  try_next (self);

  return NULL;
}
