/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "announcer.h"

#include <glib/gi18n-lib.h>

#include "severity.h"

struct _SdAnnouncer
{
  SdSpeaker parent_instance;

  /* Owned */
  SdSession *session;
  GPtrArray *told; /* of SdFinding, as they were when it last spoke */
  char *told_plan_id;
  gboolean changed; /* the findings are others than told */
};

G_DEFINE_FINAL_TYPE (SdAnnouncer, sd_announcer, SD_TYPE_SPEAKER)

/* Helpers */

static GPtrArray *
get_findings (SdAnnouncer *self)
{
  GListModel *model = sd_session_get_findings (self->session);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (findings, g_list_model_get_item (model, i));

  return findings;
}

static gboolean
contains (GPtrArray *findings, SdFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    if (sd_finding_equal (findings->pdata[i], finding))
      return TRUE;

  return FALSE;
}

/* What has an exception does not count. */
static guint
count (GPtrArray *findings, SdSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (sd_finding_get_severity (findings->pdata[i]) == severity &&
        sd_finding_get_exception (findings->pdata[i]) == NULL)
      n++;

  return n;
}

/* "5 findings: 2 errors, 3 warnings" */
static void
append_counts (GString *text, GPtrArray *findings)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  guint total = 0;

  for (guint i = 0; i < SD_N_SEVERITIES; i++)
    {
      guint n = count (findings, (SdSeverity) i);

      total += n;
      if (n > 0)
        g_ptr_array_add (parts, sd_severity_count_text ((SdSeverity) i, n));
    }
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between counts, as in "2 errors, 3 warnings". */
  joined = g_strjoinv (C_ ("between counts", ", "), (char **) parts->pdata);
  if (total == 0)
    g_string_append (text, _ ("No findings"));
  else
    g_string_append_printf (text, ngettext ("%u finding: %s", "%u findings: %s", total), total,
                            joined);
}

/* One that is new is told in full; of several it is enough to know that they are there. */
static void
append_news (GString *text, GPtrArray *findings, GPtrArray *told)
{
  SdFinding *last = NULL;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    if (!contains (told, findings->pdata[i]))
      {
        last = findings->pdata[i];
        n++;
      }
  if (n == 0)
    return;

  /* Translators: follows the number of findings, as in "5 findings: 5 warnings. New: …". */
  g_string_append (text, _ (". "));
  if (n == 1)
    g_string_append_printf (text, _ ("New: %s"), sd_finding_get_message (last));
  else
    g_string_append_printf (text, ngettext ("%u is new", "%u are new", n), n);
}

static void
tell (SdAnnouncer *self)
{
  const char *plan_id = sd_session_get_plan_id (self->session);
  g_autoptr (GPtrArray) findings = get_findings (self);
  g_autoptr (GString) text = g_string_new (NULL);

  append_counts (text, findings);
  if (g_strcmp0 (plan_id, self->told_plan_id) == 0)
    append_news (text, findings, self->told);
  sd_speaker_say (SD_SPEAKER (self), text->str);

  g_ptr_array_unref (self->told);
  self->told = g_steal_pointer (&findings);
  g_free (self->told_plan_id);
  self->told_plan_id = g_strdup (plan_id);
  self->changed = FALSE;
}

/* Callbacks */

static void
on_findings_changed (SdAnnouncer *self)
{
  self->changed = TRUE;
}

/* Speaks when all is known, so that many edits in a row are told of once. */
static void
on_checking (SdAnnouncer *self)
{
  if (self->changed && !sd_session_get_checking (self->session) &&
      sd_session_get_check (self->session) != NULL)
    tell (self);
}

/* Overrides */

static void
sd_announcer_dispose (GObject *object)
{
  sd_announcer_set_session (SD_ANNOUNCER (object), NULL);

  G_OBJECT_CLASS (sd_announcer_parent_class)->dispose (object);
}

static void
sd_announcer_finalize (GObject *object)
{
  SdAnnouncer *self = SD_ANNOUNCER (object);

  g_ptr_array_unref (self->told);
  g_free (self->told_plan_id);

  G_OBJECT_CLASS (sd_announcer_parent_class)->finalize (object);
}

static void
sd_announcer_class_init (SdAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_announcer_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_announcer_finalize;
}

static void
sd_announcer_init (SdAnnouncer *self)
{
  self->told = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Public functions */

/**
 * sd_announcer_set_session:
 * @self: an announcer
 * @session: (nullable): the session whose findings it tells
 */
void
sd_announcer_set_session (SdAnnouncer *self, SdSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_findings (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                           G_CALLBACK (on_findings_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::checking", G_CALLBACK (on_checking), self,
                           G_CONNECT_SWAPPED);
}
