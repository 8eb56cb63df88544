/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-page.h"
#include "app/chart-view-private.h"

/* The structure chart in the real window: how it is shown, and moving units with the verdict before
 * the drop. */

typedef struct
{
  SdWindow *window;
  SdChartView *view;
  const char *name;
  const char *kind;
  SdVerdictLevel level;
} Wanted;

static SdChartView *
get_view (SdWindow *window)
{
  return SD_CHART_VIEW (app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL));
}

static void
press (SdWindow *window, const char *tooltip)
{
  GtkWidget *button = app_test_find_tooltip (GTK_WIDGET (window), tooltip);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
}

static void
select_unit (SdWindow *window, const char *name)
{
  SdSession *session = sd_window_get_session (window);
  GtkWidget *card;

  sd_session_set_selected_id (session, sd_row_get_id (app_test_unit (window, name)));
  card = sd_chart_view_get_card (get_view (window), sd_session_get_selected_id (session));
  g_assert_nonnull (card);
  gtk_widget_grab_focus (card);
}

/* A unit of the current structure. */
static SdRow *
current_unit (SdWindow *window, const char *name)
{
  SdRow *unit;

  SD_FOREACH_ROW (unit, sd_session_get_plan (sd_window_get_session (window)), SD_TABLE_UNIT)
    if (sd_row_is (unit, SD_UNIT_STAGE, "current") && sd_row_is (unit, SD_UNIT_NAME, name))
      return unit;

  return NULL;
}

/* A key as the view's controller gets it. */
static gboolean
type_key (SdChartView *view, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

static gboolean
is_of_kind (Wanted *wanted)
{
  SdRow *unit = app_test_unit (wanted->window, wanted->name);

  return unit != NULL && sd_row_is (unit, SD_UNIT_KIND, wanted->kind);
}

static gboolean
has_verdict (Wanted *wanted)
{
  const SdVerdict *verdict = sd_verdicts_get (wanted->view->verdicts, &wanted->view->drop);

  return verdict != NULL && verdict->level == wanted->level;
}

/* As a tree, the bodies stand below the leading bodies, and the county's departments below those
 * that they guide. */
static void
test_tree (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  const char *office = sd_row_get_id (app_test_unit (window, "党政办公室"));
  const char *leading = sd_row_get_id (app_test_unit (window, "探沂镇党委"));
  const SdChartCard *card;
  guint n_boxes = 0;

  press (window, "All under the leading bodies, with who manages and who guides");
  app_test_settle (window);
  card = sd_chart_find_card (sd_chart_view_get_chart (view), office);
  g_assert_true (card->upright);
  g_assert_cmpfloat (sd_chart_find_card (sd_chart_view_get_chart (view), leading)->rect.y, <,
                     card->rect.y);
  for (guint i = 0; i < sd_chart_get_n_shapes (sd_chart_view_get_chart (view)); i++)
    n_boxes += sd_chart_get_shape (sd_chart_view_get_chart (view), i)->role == SD_CHART_ROLE_BOX;
  g_assert_cmpuint (n_boxes, >=, 4);

  press (window, "The kinds one below the other");
  app_test_settle (window);
  g_assert_false (sd_chart_find_card (sd_chart_view_get_chart (view), office)->upright);
  app_test_close (window);
}

static void
test_zoom (void)
{
  static const struct
  {
    const char *action;
    double zoom;
  } steps[] = {
    { "page.zoom-in", 1.2 },
    { "page.zoom-normal", 1 },
    { "page.zoom-out", 1 / 1.2 },
    { "page.zoom-normal", 1 },
  };
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (view), SD_TYPE_CHART_PAGE);
  SdChartRect before, after;
  const char *unit = sd_row_get_id (app_test_unit (window, "党政办公室"));

  press (window, "All under the leading bodies, with who manages and who guides");
  app_test_settle (window);
  g_assert_true (sd_chart_view_get_bounds (view, unit, &before));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_activate_action (page, steps[i].action, NULL);
      app_test_settle (window);
      g_assert_cmpfloat_with_epsilon (sd_chart_view_get_zoom (view), steps[i].zoom, 0.001);
      g_assert_true (sd_chart_view_get_bounds (view, unit, &after));
      g_assert_cmpfloat_with_epsilon (after.width, before.width * steps[i].zoom, 1);
    }

  gtk_widget_activate_action (page, "page.zoom-fit", NULL);
  app_test_settle (window);
  g_assert_cmpfloat (sd_chart_view_get_zoom (view), <, 1);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), <=,
                   gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (view))));
  app_test_close (window);
}

/* Changes: what is gone stands beside what takes its place, and cannot be edited there. */
static void
test_changes (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  SdSession *session = sd_window_get_session (window);
  SdRow *gone;
  GtkWidget *card;

  press (window, "The proposed structure in the colours of what changes, with what is gone");
  app_test_settle (window);
  g_assert_cmpstr (sd_session_get_stage (session), ==, "proposed");
  gone = current_unit (window, "党政综合办公室");
  g_assert_nonnull (gone);
  card = sd_chart_view_get_card (view, sd_row_get_id (gone));
  g_assert_true (sd_chart_card_view_is_ghost (SD_CHART_CARD_VIEW (card)));
  sd_session_set_selected_id (session, sd_row_get_id (gone));
  g_assert_null (sd_chart_view_get_selected (view));

  press (window, "The structure as it is");
  app_test_settle (window);
  g_assert_cmpstr (sd_session_get_stage (session), ==, "current");
  card = sd_chart_view_get_card (view, sd_row_get_id (gone));
  g_assert_false (sd_chart_card_view_is_ghost (SD_CHART_CARD_VIEW (card)));
  app_test_close (window);
}

static void
test_fold (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  const char *office = sd_row_get_id (app_test_unit (window, "党政办公室"));

  sd_chart_view_set_folded (view, "office", TRUE);
  app_test_settle (window);
  g_assert_null (sd_chart_view_get_card (view, office));
  g_assert_nonnull (app_test_find_tooltip (GTK_WIDGET (view), "Unfold"));

  press (window, "Unfold");
  app_test_settle (window);
  g_assert_nonnull (sd_chart_view_get_card (view, office));
  app_test_close (window);
}

/* By keyboard: take up, go to the leading bodies, see that it is an error there, put down
 * elsewhere. */
static void
test_carry (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  Wanted wanted = { window, view, "财经服务中心", "office", SD_VERDICT_ERROR };

  select_unit (window, wanted.name);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.carry", NULL);
  g_assert_true (view->carrying);
  g_assert_true (type_key (view, GDK_KEY_Up));
  g_assert_cmpstr (view->drop.kind->name, ==, "office");
  /* A ninth office is one too many. */
  app_test_wait_for (has_verdict, &wanted);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (view->hint)), "四（一）"));
  g_assert_true (is_of_kind (&(Wanted){ window, view, wanted.name, "center", 0 }));

  g_assert_true (type_key (view, GDK_KEY_Escape));
  g_assert_null (view->moving);
  g_assert_false (type_key (view, GDK_KEY_Escape));

  gtk_widget_activate_action (GTK_WIDGET (view), "chart.carry", NULL);
  g_assert_true (type_key (view, GDK_KEY_Up));
  g_assert_true (type_key (view, GDK_KEY_Return));
  app_test_wait_for (is_of_kind, &wanted);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wanted.kind = "center";
  app_test_wait_for (is_of_kind, &wanted);
  app_test_close (window);
}

/* What would go against nothing is green, and the register is as it was all the while. */
static void
test_nothing_is_written (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  SdRegister *reg = sd_session_get_register (sd_window_get_session (window));
  g_autofree char *before = sd_register_get_head_hash (reg, NULL);
  g_autofree char *after = NULL;
  Wanted wanted = { window, view, "财经服务中心", NULL, SD_VERDICT_GOOD };

  select_unit (window, wanted.name);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.carry", NULL);
  for (guint i = 0; i < 4; i++)
    type_key (view, GDK_KEY_Right);
  app_test_wait_for (has_verdict, &wanted);
  after = sd_register_get_head_hash (reg, NULL);
  g_assert_cmpstr (before, ==, after);
  type_key (view, GDK_KEY_Escape);
  app_test_close (window);
}

/* What lines and places show to the eye, a screen reader says. */
static void
test_told (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  SdRow *unit = app_test_unit (window, "县综合行政执法局派驻探沂镇机构");
  GtkWidget *card = sd_chart_view_get_card (view, sd_row_get_id (unit));

  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "县综合行政执法局派驻探沂镇机构");
  gtk_test_accessible_assert_property (
      card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Enforcement body, co-located with 综合行政执法局, guided by 县综合行政执法局, no findings");
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/structure/tree", test_tree);
  app_test_add ("/structure/zoom", test_zoom);
  app_test_add ("/structure/changes", test_changes);
  app_test_add ("/structure/fold", test_fold);
  app_test_add ("/structure/carry", test_carry);
  app_test_add ("/structure/nothing-is-written", test_nothing_is_written);
  app_test_add ("/structure/told", test_told);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
