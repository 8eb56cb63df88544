/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gauge-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  STATE_OPEN,
  STATE_FULL,
  STATE_OVER,
  STATE_SHORT,
  STATE_NO_LIMIT,
} State;

struct _SdGaugeView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *measured_label;
  GtkLabel *limit_label;
  GtkImage *state_icon;
  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (SdGaugeView, sd_gauge_view, GTK_TYPE_WIDGET)

static const struct
{
  const char *style;
  const char *icon;
  const char *text;
} states[] = {
  [STATE_OPEN] = { "open", NULL, N_ ("%s: %s of %s, room for more") },
  [STATE_FULL] = { "full", "emblem-ok-symbolic", N_ ("%s: %s of %s, used in full") },
  [STATE_OVER] = { "over", "dialog-error-symbolic", N_ ("%s: %s of %s, above the limit") },
  [STATE_SHORT] = { "over", "dialog-error-symbolic", N_ ("%s: %s of %s, a rule asks for more") },
  [STATE_NO_LIMIT] = { "asks", "dialog-question-symbolic", N_ ("%s: %s, no limit is given") },
};

static State
state_of (double measured, double limit, gboolean broken)
{
  if (limit < 0)
    return STATE_NO_LIMIT;
  if (measured > limit)
    return STATE_OVER;
  if (broken)
    return STATE_SHORT;

  return measured < limit ? STATE_OPEN : STATE_FULL;
}

/* A rule may ask for an exact number; what it says of the same figure goes before the picture. */
static gboolean
is_broken (SdGauge *gauge, GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SdFinding) finding = g_list_model_get_item (findings, i);
      const char *measured = sd_finding_get_measured (finding);
      const char *limit = sd_finding_get_limit (finding);

      if (sd_finding_get_severity (finding) == SD_SEVERITY_ERROR &&
          sd_finding_get_exception (finding) == NULL && measured != NULL && limit != NULL &&
          g_strcmp0 (sd_finding_get_clause (finding), sd_gauge_get_clause (gauge)) == 0 &&
          g_ascii_strtod (measured, NULL) == sd_gauge_get_measured (gauge) &&
          g_ascii_strtod (limit, NULL) == sd_gauge_get_limit (gauge))
        return TRUE;
    }

  return FALSE;
}

/* Whole numbers in full, whatever their size. */
static char *
number_to_text (double number)
{
  return g_strdup_printf (floor (number) == number ? "%.0f" : "%g", number);
}

static char *
tooltip_for (SdGauge *gauge, State state, const char *measured, const char *limit)
{
  const char *clause = sd_gauge_get_clause (gauge);
  const char *label = sd_gauge_get_label (gauge);
  g_autofree char *text = NULL;

  /* The formats come from the table above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = state == STATE_NO_LIMIT ? g_strdup_printf (_ (states[state].text), label, measured)
                                 : g_strdup_printf (_ (states[state].text), label, measured, limit);
#pragma GCC diagnostic pop

  return clause != NULL ? g_strconcat (text, "\n", clause, NULL) : g_steal_pointer (&text);
}

static void
sd_gauge_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sd_gauge_view_parent_class)->dispose (object);
}

static void
sd_gauge_view_class_init (SdGaugeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_gauge_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/gauge-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gauge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_bind_template_child (widget_class, SdGaugeView, name_label);
  gtk_widget_class_bind_template_child (widget_class, SdGaugeView, measured_label);
  gtk_widget_class_bind_template_child (widget_class, SdGaugeView, limit_label);
  gtk_widget_class_bind_template_child (widget_class, SdGaugeView, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SdGaugeView, bar);
}

static void
sd_gauge_view_init (SdGaugeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_gauge_view_new:
 *
 * Returns: (transfer floating): a gauge that shows nothing yet
 */
GtkWidget *
sd_gauge_view_new (void)
{
  return g_object_new (SD_TYPE_GAUGE_VIEW, NULL);
}

/**
 * sd_gauge_view_set_gauge:
 * @self: a view
 * @gauge: what it shows
 * @findings: the #SdFinding of the plan, of which one may be about the gauge
 * @is_elsewhere: whether something else than the proposed structure is looked at, whose figures
 *   these could be taken for
 */
void
sd_gauge_view_set_gauge (SdGaugeView *self,
                         SdGauge *gauge,
                         GListModel *findings,
                         gboolean is_elsewhere)
{
  double measured = sd_gauge_get_measured (gauge), limit = sd_gauge_get_limit (gauge);
  State state = state_of (measured, limit, is_broken (gauge, findings));
  g_autofree char *measured_text = number_to_text (measured);
  g_autofree char *limit_text = number_to_text (limit);
  g_autofree char *limit_shown = limit < 0 ? NULL : g_strconcat ("/ ", limit_text, NULL);
  g_autofree char *tooltip = tooltip_for (gauge, state, measured_text, limit_text);
  /* Translators: what is limited, of the proposed structure. */
  g_autofree char *name =
      g_strdup_printf (is_elsewhere ? _ ("%s (proposed)") : "%s", sd_gauge_get_label (gauge));
  double fraction = limit > 0 ? CLAMP (measured / limit, 0, 1) : measured > 0;

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->measured_label, measured_text);
  gtk_label_set_label (self->limit_label, limit_shown != NULL ? limit_shown : "");
  gtk_image_set_from_icon_name (self->state_icon, states[state].icon);
  gtk_progress_bar_set_fraction (self->bar, fraction);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), states[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), states[state].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, measured,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (limit, measured), -1);
}
