/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "settings.h"
#include "unit-move.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Letting units go at a place, or a plaque or post of one. */

static const char *const fates[] = {
  [SD_FATE_ALONG] = "along",
  [SD_FATE_SUPERIOR] = "superior",
  [SD_FATE_BENCH] = "bench",
  NULL,
};

/* What becomes of the units below one that moves: asked once, then remembered. */
gboolean
sd_chart_view_get_fate (SdFate *fate)
{
  g_autofree char *below = sd_settings_get_text ("structure", "below");

  for (guint i = 0; below != NULL && fates[i] != NULL; i++)
    if (g_str_equal (below, fates[i]))
      {
        *fate = (SdFate) i;
        return TRUE;
      }

  *fate = SD_FATE_ALONG;
  return FALSE;
}

typedef struct
{
  SdChartView *view;
  SdPlan *plan;
  GStrv ids;
  char *superior_id;
  SdChartPlace place;
} Dropping;

static void
dropping_free (gpointer data, GClosure *closure)
{
  Dropping *dropping = data;

  g_object_unref (dropping->view);
  g_object_unref (dropping->plan);
  g_strfreev (dropping->ids);
  g_free (dropping->superior_id);
  g_free (dropping);
}

static void
on_fate_chosen (AdwMessageDialog *dialog, const char *response, Dropping *dropping)
{
  SdChartView *self = dropping->view;
  SdFate fate;

  /* The plan may have been left meanwhile. */
  if (!g_strv_contains (fates, response) || self->session == NULL || self->plan != dropping->plan)
    return;
  sd_settings_set_text ("structure", "below", response);
  sd_chart_view_get_fate (&fate);
  sd_rows_move_async (sd_session_get_register (self->session), self->plan, SD_TABLE_UNIT,
                      (const char *const *) dropping->ids, &dropping->place, fate,
                      sd_chart_view_on_edited, g_object_ref (self));
}

static void
ask_fate (SdChartView *self, const char *const *unit_ids, const SdChartPlace *place)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog =
      adw_message_dialog_new (window, _ ("What becomes of the units below?"),
                              _ ("The answer is remembered. It can be changed in the menu of a "
                                 "unit, under “Units Below”."));
  Dropping *dropping = g_new0 (Dropping, 1);

  dropping->view = g_object_ref (self);
  dropping->plan = g_object_ref (self->plan);
  dropping->ids = g_strdupv ((char **) unit_ids);
  dropping->superior_id = g_strdup (place->superior_id);
  dropping->place = *place;
  dropping->place.superior_id = dropping->superior_id;

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "bench",
                                    _ ("To the _Bench"), "superior", _ ("To the Unit Abo_ve"),
                                    "along", _ ("They Go _Along"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "along");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_fate_chosen), dropping, dropping_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Drops rows of a table at a place. */
void
sd_chart_view_move_rows (SdChartView *self,
                         SdTableId table,
                         const char *const *row_ids,
                         const SdChartPlace *place)
{
  SdFate fate;

  if (!sd_rows_would_move (self->plan, table, row_ids, place))
    return;
  if (table == SD_TABLE_UNIT && !sd_chart_view_get_fate (&fate) &&
      sd_units_have_below (self->plan, row_ids))
    {
      ask_fate (self, row_ids, place);
      return;
    }
  sd_chart_view_get_fate (&fate);
  sd_rows_move_async (sd_session_get_register (self->session), self->plan, table, row_ids, place,
                      fate, sd_chart_view_on_edited, g_object_ref (self));
}
