/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include "settings.h"
#include "split-dialog.h"
#include "unit-chooser.h"
#include "unit-move.h"

#include <glib/gi18n-lib.h>

/* What the office does to the selected unit, by name; each asks only what it must. */

static GtkWindow *
get_window (SdChartView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static SdRegister *
get_register (SdChartView *self)
{
  return sd_session_get_register (self->session);
}

static const char *
get_plan_id (SdChartView *self)
{
  return sd_plan_get_id (self->plan);
}

/* Rank, bench, hand over, separate: nothing is asked. */

static void
on_shift_level (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_register_shift_level_async (get_register (self), get_plan_id (self), sd_row_get_id (unit),
                                   g_str_equal (action, "chart.raise"), NULL,
                                   sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_bench (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);
  const SdChartPlace bench = { .is_bench = TRUE };
  g_auto (GStrv) ids = NULL;

  if (unit == NULL)
    return;
  ids = sd_chart_view_list_chosen (self, unit);
  sd_chart_view_move_rows (self, SD_TABLE_UNIT, (const char *const *) ids, &bench);
}

static void
on_hand_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_register_hand_over_async (get_register (self), get_plan_id (self), sd_row_get_id (unit),
                                 NULL, sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_separate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_register_separate_async (get_register (self), get_plan_id (self), sd_row_get_id (unit), NULL,
                                sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_register_copy_unit_async (get_register (self), get_plan_id (self), sd_row_get_id (unit),
                                 NULL, sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_take_plaque (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);

  if (self->plan != NULL)
    sd_register_take_plaque_async (get_register (self), get_plan_id (self),
                                   g_variant_get_string (parameter, NULL), NULL,
                                   sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_split (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    gtk_window_present (GTK_WINDOW (sd_split_dialog_new (get_window (self), self->session, unit)));
}

/* Merging and co-locating ask with which other unit. */

typedef struct
{
  SdChartView *view;
  SdPlan *plan;
  GStrv ids;
} Choosing;

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->view);
  g_object_unref (choosing->plan);
  g_strfreev (choosing->ids);
  g_free (choosing);
}

static GtkWidget *
open_chooser (SdChartView *self, const char *title, const char *verb, GCallback callback)
{
  SdRow *unit = sd_chart_view_get_selected (self);
  Choosing *choosing = g_new0 (Choosing, 1);
  GtkWidget *chooser;

  choosing->view = g_object_ref (self);
  choosing->plan = g_object_ref (self->plan);
  choosing->ids = sd_chart_view_list_chosen (self, unit);
  chooser = sd_unit_chooser_new (get_window (self), title, verb, self->plan, self->stage,
                                 (const char *const *) choosing->ids);
  g_signal_connect_data (chooser, "chosen", callback, choosing, choosing_free, 0);
  gtk_window_present (GTK_WINDOW (chooser));

  return chooser;
}

/* The plan may have been left while the question was open. */
static gboolean
is_still_shown (Choosing *choosing)
{
  return choosing->view->session != NULL && choosing->view->plan == choosing->plan;
}

static void
on_merge_chosen (SdUnitChooser *chooser,
                 const char *unit_id,
                 gboolean keep_names,
                 Choosing *choosing)
{
  SdChartView *self = choosing->view;

  if (!is_still_shown (choosing))
    return;

  sd_register_merge_units_async (get_register (self), get_plan_id (self), unit_id,
                                 (const char *const *) choosing->ids, keep_names, NULL,
                                 sd_chart_view_on_edited, g_object_ref (self));
  /* The focus goes to what the units are merged into before they go. */
  g_free (self->awaited_id);
  self->awaited_id = g_strdup (unit_id);
  sd_session_set_selected_id (self->session, unit_id);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);

  if (sd_chart_view_get_selected (self) != NULL)
    sd_unit_chooser_set_option (
        SD_UNIT_CHOOSER (open_chooser (self, _ ("Merge into Which Unit?"), _ ("_Merge"),
                                       G_CALLBACK (on_merge_chosen))),
        _ ("Keep the old name as a plaque"), FALSE);
}

static void
on_host_chosen (SdUnitChooser *chooser, const char *unit_id, gboolean option, Choosing *choosing)
{
  SdChartView *self = choosing->view;

  if (is_still_shown (choosing))
    sd_register_co_locate_async (get_register (self), get_plan_id (self), choosing->ids[0], unit_id,
                                 NULL, sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_co_locate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);

  if (sd_chart_view_get_selected (self) != NULL)
    open_chooser (self, _ ("Co-locate with Which Unit?"), _ ("Co-_locate"),
                  G_CALLBACK (on_host_chosen));
}

/* The plaque keeps its row, so that who hung it and when stays known. */
static void
on_plaque_host_chosen (SdUnitChooser *chooser,
                       const char *unit_id,
                       gboolean option,
                       Choosing *choosing)
{
  SdChartView *self = choosing->view;
  const char *plaque_id = g_object_get_data (G_OBJECT (chooser), "plaque");

  if (is_still_shown (choosing))
    sd_register_give_row_async (get_register (self), get_plan_id (self), SD_TABLE_PLAQUE, plaque_id,
                                unit_id, NULL, sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_give_plaque (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  GtkWidget *chooser;

  if (sd_chart_view_get_selected (self) == NULL)
    return;
  chooser = open_chooser (self, _ ("Hang the Plaque on Which Unit?"), _ ("_Hang"),
                          G_CALLBACK (on_plaque_host_chosen));
  g_object_set_data_full (G_OBJECT (chooser), "plaque", g_variant_dup_string (parameter, NULL),
                          g_free);
}

/* Abolishing asks what becomes of what hangs on the unit, if anything does. */

static gboolean
has_people (SdChartView *self, SdRow *unit)
{
  g_autoptr (GPtrArray) posts =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_POST, sd_row_get_id (unit));

  return posts->len > 0 || sd_plan_get_quota (self->plan, sd_row_get_id (unit), NULL) > 0;
}

static void
abolish (SdChartView *self, const char *unit_id, SdFate fate)
{
  sd_register_abolish_unit_async (get_register (self), get_plan_id (self), unit_id, fate, NULL,
                                  sd_chart_view_on_edited, g_object_ref (self));
}

static void
on_abolish_answer (AdwMessageDialog *dialog, const char *response, Choosing *choosing)
{
  if (!is_still_shown (choosing))
    return;
  if (g_str_equal (response, "along"))
    abolish (choosing->view, choosing->ids[0], SD_FATE_ALONG);
  else if (g_str_equal (response, "superior"))
    abolish (choosing->view, choosing->ids[0], SD_FATE_SUPERIOR);
  else if (g_str_equal (response, "bench"))
    abolish (choosing->view, choosing->ids[0], SD_FATE_BENCH);
}

static void
ask_abolish (SdChartView *self, SdRow *unit)
{
  /* Translators: the name of a unit. */
  g_autofree char *heading =
      g_strdup_printf (_ ("Abolish “%s”?"), sd_row_get_text (unit, SD_UNIT_NAME));
  GtkWidget *dialog = adw_message_dialog_new (
      get_window (self), heading,
      _ ("What becomes of its headcount and posts, and of the units below it?"));
  Choosing *choosing = g_new0 (Choosing, 1);
  const char *ids[] = { sd_row_get_id (unit), NULL };

  choosing->view = g_object_ref (self);
  choosing->plan = g_object_ref (self->plan);
  choosing->ids = g_strdupv ((char **) ids);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "along",
                                    _ ("Abolish _All of It"), "superior", _ ("To the Unit Abo_ve"),
                                    "bench", _ ("To the _Bench"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "along",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "bench");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (!sd_row_has (unit, SD_UNIT_SUPERIOR))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "superior", FALSE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_abolish_answer), choosing,
                         choosing_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* In the current structure nothing is abolished: what was entered wrongly is deleted. */
static void
on_delete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);
  const char *ids[] = { unit != NULL ? sd_row_get_id (unit) : NULL, NULL };

  if (unit == NULL)
    return;
  if (!sd_row_is (unit, SD_UNIT_STAGE, "proposed"))
    sd_register_delete_row_async (get_register (self), get_plan_id (self), SD_TABLE_UNIT, ids[0],
                                  NULL, sd_chart_view_on_edited, g_object_ref (self));
  else if (has_people (self, unit) || sd_units_have_below (self->plan, ids))
    ask_abolish (self, unit);
  else
    abolish (self, ids[0], SD_FATE_ALONG);
}

static void
on_below (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sd_settings_set_text ("structure", "below", g_variant_get_string (parameter, NULL));
}

static void
on_fold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_chart_view_set_folded (self, sd_row_get_id (unit),
                              !g_hash_table_contains (self->folded, sd_row_get_id (unit)));
}

static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdChartView *self = SD_CHART_VIEW (widget);
  SdRow *unit = sd_chart_view_get_selected (self);

  if (unit != NULL)
    sd_chart_view_choose (self, sd_row_get_id (unit));
}

void
sd_chart_view_install_operations (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "chart.delete", NULL, on_delete },
    { "chart.raise", NULL, on_shift_level },
    { "chart.lower", NULL, on_shift_level },
    { "chart.bench", NULL, on_bench },
    { "chart.hand-over", NULL, on_hand_over },
    { "chart.separate", NULL, on_separate },
    { "chart.copy", NULL, on_copy },
    { "chart.take-plaque", "s", on_take_plaque },
    { "chart.give-plaque", "s", on_give_plaque },
    { "chart.split", NULL, on_split },
    { "chart.merge", NULL, on_merge },
    { "chart.co-locate", NULL, on_co_locate },
    { "chart.below", "s", on_below },
    { "chart.fold", NULL, on_fold },
    { "chart.choose", NULL, on_choose },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "chart.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "chart.bench",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK,
                                       "chart.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "chart.fold", NULL);
}
