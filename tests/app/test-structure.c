/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include "app/chart-page.h"
#include "app/chart-view-private.h"
#include "register/register-structure.h"

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

/* A plaque or post of a unit, by its name or title. */
static SdRow *
find_row (Wanted *wanted, SdTableId table, guint column)
{
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (wanted->window));
  g_autoptr (GPtrArray) rows = sd_row_set_get_children (
      SD_ROW_SET (plan), table, sd_row_get_id (app_test_unit (wanted->window, wanted->name)));

  for (guint i = 0; i < rows->len; i++)
    if (sd_row_is (rows->pdata[i], column, wanted->kind))
      return rows->pdata[i];

  return NULL;
}

static gboolean
has_plaque (Wanted *wanted)
{
  return find_row (wanted, SD_TABLE_PLAQUE, SD_PLAQUE_NAME) != NULL;
}

/* Whether a unit on the bench has a post. */
static gboolean
waits (Wanted *wanted)
{
  SdPlan *plan = sd_session_get_plan (sd_window_get_session (wanted->window));
  SdRow *post;

  SD_FOREACH_ROW (post, plan, SD_TABLE_POST)
    if (sd_row_is (
            sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_UNIT, sd_row_get_parent_id (post)),
            SD_UNIT_STAGE, "bench"))
      return TRUE;

  return FALSE;
}

static void
hang_plaque (Wanted *wanted)
{
  SdSession *session = sd_window_get_session (wanted->window);

  sd_register_hang_plaque_async (
      sd_session_get_register (session), sd_session_get_plan_id (session),
      sd_row_get_id (app_test_unit (wanted->window, wanted->name)), wanted->kind, NULL, NULL, NULL);
  app_test_wait_for (has_plaque, wanted);
  app_test_settle (wanted->window);
}

static gboolean
is_judged (SdChartView *view)
{
  return sd_verdicts_get (view->verdicts, &view->drop) != NULL;
}

/* By keyboard: the tabulator takes what hangs on the unit instead of it. */
static void
test_carry_plaque (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  Wanted wanted = { window, view, "党政办公室", "武装部", SD_VERDICT_ERROR };

  hang_plaque (&wanted);
  select_unit (window, wanted.name);
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.carry", NULL);
  g_assert_true (view->moving == app_test_unit (window, wanted.name));
  g_assert_true (type_key (view, GDK_KEY_Tab));
  g_assert_true (view->moving == find_row (&wanted, SD_TABLE_PLAQUE, SD_PLAQUE_NAME));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (view->hint)), "武装部"));
  while (g_strcmp0 (view->drop.superior_id,
                    sd_row_get_id (app_test_unit (window, "财经服务中心"))) != 0)
    g_assert_true (type_key (view, GDK_KEY_Right));
  app_test_wait_for (is_judged, view);
  g_assert_true (type_key (view, GDK_KEY_Return));
  wanted.name = "财经服务中心";
  app_test_wait_for (has_plaque, &wanted);

  /* Once round is the unit again. */
  select_unit (window, "党政办公室");
  gtk_widget_activate_action (GTK_WIDGET (view), "chart.carry", NULL);
  g_assert_true (type_key (view, GDK_KEY_ISO_Left_Tab));
  g_assert_true (sd_row_get_table_id (view->moving) == SD_TABLE_POST);
  g_assert_true (type_key (view, GDK_KEY_Tab));
  g_assert_true (view->moving == app_test_unit (window, "党政办公室"));
  app_test_close (window);
}

static const SdChartShape *
find_shape (SdChartView *view, const char *unit_id, SdRow *row)
{
  const SdChartCard *card = sd_chart_find_card (sd_chart_view_get_chart (view), unit_id);

  for (guint i = 0; i < card->shapes->len; i++)
    if (g_array_index (card->shapes, SdChartShape, i).row == row)
      return &g_array_index (card->shapes, SdChartShape, i);

  return NULL;
}

/* By mouse: what the pointer is on is taken, be it a tab or a pip, and dropped onto a card or on
 * the bench. */
static void
test_drag_post (void)
{
  SdWindow *window = app_test_open_sample ();
  SdChartView *view = get_view (window);
  Wanted wanted = { window, view, "党政办公室", "主任", 0 };
  const char *unit_id = sd_row_get_id (app_test_unit (window, wanted.name));
  SdRow *post = find_row (&wanted, SD_TABLE_POST, SD_POST_TITLE);
  const SdChartShape *pip = find_shape (view, unit_id, post);
  SdChartCardView *card = SD_CHART_CARD_VIEW (sd_chart_view_get_card (view, unit_id));
  const SdChartLane *bench;
  const char *ids[] = { sd_row_get_id (post), NULL };
  SdChartPlace place;

  g_assert_true (sd_chart_card_view_pick_row (card, pip->rect.x + 1, pip->rect.y - 1) == post);
  g_assert_null (sd_chart_card_view_pick_row (card, 20, 14));

  bench = sd_chart_get_lane (view->chart, sd_chart_get_n_lanes (view->chart) - 1);
  g_assert_true (
      sd_chart_find_place (view->chart, post, bench->header.x + 9, bench->header.y + 9, &place));
  sd_chart_view_begin_move (view, post);
  sd_chart_view_set_drop (view, &place);
  app_test_wait_for (is_judged, view);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (view->hint)), "主任"));
  sd_chart_view_end_move (view);
  sd_chart_view_move_rows (view, SD_TABLE_POST, ids, &place);
  app_test_wait_for (waits, &wanted);
  app_test_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_test_settle (window);
  g_assert_false (waits (&wanted));
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
  app_test_add ("/structure/carry-plaque", test_carry_plaque);
  app_test_add ("/structure/drag-post", test_drag_post);
  app_test_add ("/structure/nothing-is-written", test_nothing_is_written);
  app_test_add ("/structure/told", test_told);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
