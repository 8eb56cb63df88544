/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "county-view-private.h"

#include <glib/gi18n-lib.h>

#include "gauge-view.h"

static void
set_step_tooltip (GtkWidget *button, const char *format, const char *idle, const char *label)
{
  g_autofree char *text = NULL;

  /* The format is one of the two below. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = label != NULL ? g_strdup_printf (format, label) : g_strdup (idle);
#pragma GCC diagnostic pop
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The tooltips name the edit. */
void
sd_county_view_update_undo (SdCountyView *self)
{
  SdRegister *reg = sd_session_get_register (self->session);

  set_step_tooltip (self->undo_button, _ ("Undo: %s"), _ ("Nothing to undo"),
                    sd_register_get_undo_label (reg));
  set_step_tooltip (self->redo_button, _ ("Redo: %s"), _ ("Nothing to redo"),
                    sd_register_get_redo_label (reg));
}

void
sd_county_view_update_saved (SdCountyView *self)
{
  SdRegister *reg = sd_session_get_register (self->session);
  g_autofree char *name = g_file_get_parse_name (sd_register_get_file (reg));
  const char *icon = "emblem-ok-symbolic", *text = _ ("Saved");
  const char *tooltip = _ ("Every edit is on disk.");

  if (sd_register_get_read_only (reg))
    {
      icon = "changes-prevent-symbolic";
      text = _ ("Read-only");
      tooltip = _ ("The register was opened to be read; it cannot be changed.");
    }
  else if (sd_register_get_saving (reg))
    {
      icon = "content-loading-symbolic";
      text = _ ("Saving…");
      tooltip = _ ("The last edit is being written.");
    }

  g_autofree char *full = g_strdup_printf ("%s\n%s", tooltip, name);
  gtk_image_set_from_icon_name (self->saved_icon, icon);
  gtk_label_set_label (self->saved_label, text);
  gtk_widget_set_tooltip_text (self->saved_mark, full);
}

/* Title, standing and number of the plan that is edited. */
void
sd_county_view_update_plan (SdCountyView *self)
{
  const char *plan_id = sd_session_get_plan_id (self->session);
  SdRow *plan = plan_id != NULL
                    ? sd_county_get_plan_row (sd_session_get_county (self->session), plan_id)
                    : NULL;
  const SdToken *status = plan != NULL ? sd_row_get_token (plan, SD_PLAN_STATUS) : NULL;
  GString *subtitle = g_string_new (status != NULL ? sd_token_get_label (status) : NULL);

  if (plan != NULL && sd_row_has (plan, SD_PLAN_SCENARIO))
    g_string_append_printf (subtitle, " · %s", sd_row_get_text (plan, SD_PLAN_SCENARIO));
  if (plan != NULL && sd_row_has (plan, SD_PLAN_NUMBER))
    g_string_append_printf (subtitle, " · %s", sd_row_get_text (plan, SD_PLAN_NUMBER));

  gtk_label_set_label (self->plan_title, plan != NULL ? sd_row_get_text (plan, SD_PLAN_TITLE) : "");
  gtk_label_set_label (self->plan_subtitle, subtitle->str);
  g_string_free (subtitle, TRUE);
}

/* Views are kept while their number is the same, so that a tooltip or a reader stays where it is.
 */
void
sd_county_view_update_gauges (SdCountyView *self)
{
  GListModel *gauges = sd_session_get_gauges (self->session);
  const gboolean is_elsewhere = !g_str_equal (sd_session_get_stage (self->session), "proposed");
  guint n = g_list_model_get_n_items (gauges);
  GtkFlowBoxChild *child;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      child = gtk_flow_box_get_child_at_index (self->gauges_box, (int) i);
      if (child == NULL)
        {
          child = GTK_FLOW_BOX_CHILD (gtk_flow_box_child_new ());
          gtk_flow_box_child_set_child (child, sd_gauge_view_new ());
          gtk_flow_box_append (self->gauges_box, GTK_WIDGET (child));
        }
      sd_gauge_view_set_gauge (SD_GAUGE_VIEW (gtk_flow_box_child_get_child (child)), gauge,
                               sd_session_get_findings (self->session), is_elsewhere);
    }
  while ((child = gtk_flow_box_get_child_at_index (self->gauges_box, (int) n)) != NULL)
    gtk_flow_box_remove (self->gauges_box, GTK_WIDGET (child));

  gtk_widget_set_visible (GTK_WIDGET (self->gauges_box), n > 0);
}

static void
show_empty (SdCountyView *self,
            const char *icon,
            const char *title,
            const char *description,
            const char *button,
            const char *action)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);

  adw_status_page_set_icon_name (self->empty_page, icon);
  adw_status_page_set_title (self->empty_page, title_markup);
  adw_status_page_set_description (self->empty_page, description);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
  gtk_button_set_label (self->empty_button, button != NULL ? button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
  gtk_stack_set_visible_child_name (self->content_stack, "empty");
}

/* The pages of the plan, or what to do where there is none. */
void
sd_county_view_update_content (SdCountyView *self)
{
  SdRow *town = sd_sidebar_get_town (self->sidebar);
  g_autofree char *title = NULL;

  if (sd_session_get_plan (self->session) != NULL)
    {
      gtk_stack_set_visible_child_name (self->content_stack, "plan");
      return;
    }

  if (town == NULL)
    {
      gboolean read_only = sd_session_get_read_only (self->session);

      show_empty (self, "org.sanding.Sanding-symbolic", _ ("No Towns Yet"),
                  read_only ? _ ("The register can only be read, so none can be added.")
                            : _ ("Add the towns of the county, or import a plan file."),
                  read_only ? NULL : _ ("_Add a Town…"), read_only ? NULL : "win.new-town");
      return;
    }

  title = g_strdup_printf (_ ("%s Has No Plan Yet"), sd_row_get_text (town, SD_TOWN_NAME));
  show_empty (self, "sanding-structure-symbolic", title,
              _ ("A plan holds the structure, the headcount and the text of the reform."),
              _ ("_Start a Plan"), "win.new-plan");
}
