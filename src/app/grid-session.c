/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-private.h"

/* What a grid follows of its session. */

static void
on_plan_changed (SdGrid *self)
{
  SdPlan *plan = sd_session_get_plan (self->session);

  if (plan != self->plan)
    {
      if (self->plan != NULL)
        g_signal_handlers_disconnect_by_data (self->plan, self);
      g_set_object (&self->plan, plan);
      if (plan != NULL)
        g_signal_connect_object (plan, "changed", G_CALLBACK (sd_grid_emit_stale), self,
                                 G_CONNECT_SWAPPED);
    }
  sd_grid_emit_stale (self);
}

static void
disconnect_session (SdGrid *self)
{
  g_signal_handlers_disconnect_by_data (sd_session_get_gauges (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_list_store_remove_all (self->items);
}

/**
 * sd_grid_set_session:
 * @self: a grid
 * @session: (nullable): the session whose plan it shows and whose selection it follows
 */
void
sd_grid_set_session (SdGrid *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    disconnect_session (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::stage", G_CALLBACK (sd_grid_emit_stale), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (sd_grid_update_selection),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sd_session_get_gauges (session), "items-changed",
                           G_CALLBACK (sd_grid_emit_stale), self, G_CONNECT_SWAPPED);
  on_plan_changed (self);
}

/**
 * sd_grid_get_session:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the session
 */
SdSession *
sd_grid_get_session (SdGrid *self)
{
  return self->session;
}
