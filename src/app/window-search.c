/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "command-search.h"
#include "preview-place.h"

/* The search over the window, and the way to what it found. */

#define FROM_TOP 42 /* below the header bar */

/* Helpers */

static void
go_to_row (SdWindow *self, SdTarget *target)
{
  SdRow *row;
  const char *page;

  sd_session_go_to_row (self->session, target->plan_id, target->row_id);
  row = sd_session_get_plan (self->session) != NULL
            ? sd_row_set_find_row (SD_ROW_SET (sd_session_get_plan (self->session)), target->row_id)
            : NULL;
  page = sd_preview_page_of (row, NULL);
  if (page != NULL)
    sd_county_view_show_row (self->county_view, page, target->row_id);
}

static void
run_command (SdWindow *self, const SdCommand *command)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) parameter = NULL;

  if (g_action_parse_detailed_name (command->action, &name, &parameter, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, parameter);
}

/* Callbacks */

static void
on_chosen (SdCommandSearch *search, SdTarget *target, SdWindow *self)
{
  if (target->command != NULL)
    run_command (self, target->command);
  else if (self->session == NULL)
    return;
  else if (target->finding != NULL)
    {
      sd_session_go_to_row (self->session, target->plan_id, target->row_id);
      sd_county_view_show_finding (self->county_view, target->finding);
    }
  else if (target->table == SD_TABLE_TOWN)
    sd_county_view_show_town (self->county_view, target->row_id);
  else if (target->table == SD_TABLE_PLAN)
    sd_session_set_plan_id (self->session, target->plan_id);
  else
    go_to_row (self, target);
}

/* Functions of the room */

/* Opens the search in the middle of the window, under its header bar. */
void
sd_window_search (SdWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (self->toasts);

  if (self->search == NULL)
    {
      self->search = sd_command_search_new ();
      gtk_widget_set_parent (self->search, parent);
      g_signal_connect_object (self->search, "chosen", G_CALLBACK (on_chosen), self, 0);
    }

  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->search),
      &(GdkRectangle){ gtk_widget_get_width (parent) / 2, FROM_TOP, 1, 1 });
  sd_command_search_open (SD_COMMAND_SEARCH (self->search), self->session);
}

/* Before the window goes. */
void
sd_window_drop_search (SdWindow *self)
{
  g_clear_pointer (&self->search, gtk_widget_unparent);
}
