/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "finding-row.h"

#include <glib/gi18n-lib.h>

#include "finding-group.h"
#include "severity.h"

struct _SdFindingRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *subject_label;
  GtkLabel *message_label;
  GtkLabel *figures_label;
  GtkLabel *clause_label;
  GtkLabel *exception_label;
  GtkLabel *explanation_label;
  GtkLabel *source_label;
  GtkLabel *wording_label;
  GtkWidget *mend_button;
  GtkWidget *exception_button;
  GtkWidget *document_button;
  GtkRevealer *revealer;

  /* Owned */
  SdFinding *finding;
};

G_DEFINE_FINAL_TYPE (SdFindingRow, sd_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_optional (GtkLabel *label, const char *text)
{
  gboolean given = text != NULL && *text != '\0';

  gtk_label_set_label (label, given ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), given);
}

/* Who let the plan depart from the rule, and why. */
static char *
describe_exception (SdFinding *finding)
{
  const char *reason = sd_finding_get_exception (finding);
  const char *by = sd_finding_get_granted_by (finding);
  const char *document = sd_finding_get_document (finding);

  if (reason == NULL)
    return NULL;

  return g_strdup_printf (_ ("Exception: %s (%s%s%s)"), reason, by != NULL ? by : "",
                          by != NULL && document != NULL ? ", " : "",
                          document != NULL ? document : "");
}

/* A question wants an answer and no exception; what could not be checked can have none. */
static void
offer_exception (SdFindingRow *self)
{
  const char *pack = sd_finding_get_pack (self->finding);
  const char *subject = sd_finding_get_subject (self->finding);
  GtkActionable *button = GTK_ACTIONABLE (self->exception_button);
  gboolean offered = pack != NULL && sd_finding_get_rule (self->finding) != NULL &&
                     sd_finding_get_exception (self->finding) == NULL &&
                     !sd_finding_get_is_failure (self->finding);

  gtk_widget_set_visible (self->exception_button, offered);
  if (!offered)
    return;
  if (sd_finding_get_severity (self->finding) == SD_SEVERITY_QUESTION)
    {
      gtk_button_set_label (GTK_BUTTON (button), _ ("Answer…"));
      gtk_actionable_set_action_name (button, "win.rules");
      return;
    }
  gtk_actionable_set_action_name (button, "win.grant-exception");
  gtk_actionable_set_action_target (button, "(sss)", pack, sd_finding_get_rule (self->finding),
                                    subject != NULL ? subject : "");
}

/* What is excepted needs no mending. */
static void
offer_mend (SdFindingRow *self)
{
  const char *mend = sd_finding_get_mend (self->finding);
  const char *rule = sd_finding_get_rule (self->finding);
  gboolean offered =
      mend != NULL && rule != NULL && sd_finding_get_exception (self->finding) == NULL;

  gtk_widget_set_visible (self->mend_button, offered);
  if (!offered)
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mend_button), "win.mend");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mend_button), "(ss)", rule, mend);
}

/* Where what it is about is printed. */
static void
offer_document (SdFindingRow *self)
{
  const char *subject = sd_finding_get_subject (self->finding);
  const gboolean offered = subject != NULL && *subject != '\0';

  gtk_widget_set_visible (self->document_button, offered);
  if (offered)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->document_button), "s", subject);
}

/* Which document the rule comes from, and what the clause says that it rests on. */
static void
show_source (SdFindingRow *self, SdSession *session)
{
  SdPack *pack = sd_finding_find_pack (session, self->finding);
  const char *clause = sd_finding_get_clause (self->finding);
  g_autofree char *says = NULL;
  g_autofree char *wording = NULL;
  g_autofree char *text = NULL;

  if (pack != NULL)
    text = g_strdup_printf (_ ("Rules: %s"), sd_pack_get_title (pack));
  set_optional (self->source_label, text);

  says = pack != NULL && clause != NULL ? sd_pack_get_clause_text (pack, clause) : NULL;
  if (says != NULL)
    /* Translators: a clause of the source, and what it says. */
    wording = g_strdup_printf (_ ("%s says: %s"), clause, says);
  set_optional (self->wording_label, wording);
}

static void
show_finding (SdFindingRow *self, const char *unit, const char *clause)
{
  SdSeverity severity = sd_finding_get_severity (self->finding);
  const char *explanation = sd_finding_get_explanation (self->finding);
  g_autofree char *figures = sd_finding_get_figures (self->finding);
  g_autofree char *exception = describe_exception (self->finding);

  gtk_image_set_from_icon_name (self->icon, sd_severity_get_icon (severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), sd_severity_get_style (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sd_severity_get_title (severity), -1);
  set_optional (self->subject_label, unit);
  gtk_label_set_label (self->message_label, sd_finding_get_message (self->finding));
  set_optional (self->figures_label, figures);
  set_optional (self->clause_label, clause);
  set_optional (self->exception_label, exception);
  set_optional (self->explanation_label, explanation);
  offer_mend (self);
  offer_exception (self);
  offer_document (self);
}

static void
sd_finding_row_dispose (GObject *object)
{
  g_clear_object (&SD_FINDING_ROW (object)->finding);

  G_OBJECT_CLASS (sd_finding_row_parent_class)->dispose (object);
}

static void
sd_finding_row_class_init (SdFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, subject_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, figures_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, clause_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, exception_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, wording_label);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, mend_button);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, exception_button);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, document_button);
  gtk_widget_class_bind_template_child (widget_class, SdFindingRow, revealer);
}

static void
sd_finding_row_init (SdFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_finding_row_new:
 * @session: a session
 * @finding: a finding of it, what it shows
 * @with_unit: whether it names the unit that the finding is about
 * @with_clause: whether it names the clause that the finding rests on
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sd_finding_row_new (SdSession *session,
                    SdFinding *finding,
                    gboolean with_unit,
                    gboolean with_clause)
{
  SdFindingRow *self = g_object_new (SD_TYPE_FINDING_ROW, NULL);
  SdRow *unit = with_unit ? sd_finding_find_unit (session, finding) : NULL;
  g_autofree char *clause = with_clause ? sd_finding_describe_clause (session, finding) : NULL;

  self->finding = g_object_ref (finding);
  show_finding (self, unit != NULL ? sd_row_get_text (unit, SD_UNIT_NAME) : NULL, clause);
  show_source (self, session);

  return GTK_WIDGET (self);
}

/**
 * sd_finding_row_get_finding:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
SdFinding *
sd_finding_row_get_finding (SdFindingRow *self)
{
  return self->finding;
}

/**
 * sd_finding_row_set_open:
 * @self: a row
 * @open: whether the explanation is shown
 */
void
sd_finding_row_set_open (SdFindingRow *self, gboolean open)
{
  gtk_revealer_set_reveal_child (self->revealer, open);
}

/**
 * sd_finding_get_figures:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): what was measured and what is allowed, if the rule says so
 */
char *
sd_finding_get_figures (SdFinding *finding)
{
  const char *measured = sd_finding_get_measured (finding);
  const char *limit = sd_finding_get_limit (finding);

  if (measured != NULL && limit != NULL)
    return g_strdup_printf (_ ("Measured %s · limit %s"), measured, limit);
  if (measured != NULL)
    return g_strdup_printf (_ ("Measured %s"), measured);
  if (limit != NULL)
    return g_strdup_printf (_ ("Limit %s"), limit);

  return NULL;
}
