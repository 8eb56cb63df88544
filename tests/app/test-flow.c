/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <gdk/x11/gdkx.h>

#include "app/flow-page.h"
#include "app/flow-placer.h"
#include "app/flow-view.h"

/* The flow of the sample county, with the mouse and the keyboard that the display has: xdotool
 * moves them, and where it is not installed, tests that need it are skipped. */

#define OFFICE "党政综合办公室"

typedef struct
{
  SdWindow *window;
  SdSession *session;
  SdFlowView *view;
} Fixture;

static Fixture
open_flow (void)
{
  Fixture fixture = { app_test_open_sample (), NULL, NULL };

  fixture.session = sd_window_get_session (fixture.window);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.show-page", "s", "flow");
  fixture.view =
      SD_FLOW_VIEW (app_test_find (GTK_WIDGET (fixture.window), SD_TYPE_FLOW_VIEW, NULL, NULL));
  app_test_wait_for (gtk_widget_get_mapped, fixture.view);

  return fixture;
}

/* What is there */

typedef struct
{
  Fixture *fixture;
  const char *text;
} Wanted;

static gboolean
shows_label (Wanted *wanted)
{
  return app_test_find_label (GTK_WIDGET (wanted->fixture->window), wanted->text) != NULL;
}

static void
wait_for_label (Fixture *fixture, const char *text)
{
  Wanted wanted = { fixture, text };

  app_test_wait ((AppTestCondition) shows_label, &wanted, text);
}

static gboolean
begins_with (GtkWidget *item, gpointer name)
{
  const char *tooltip = gtk_widget_get_tooltip_text (item);
  gsize length = strlen (name);

  return tooltip != NULL && strncmp (tooltip, name, length) == 0 && tooltip[length] == '\n';
}

static GtkWidget *
find_item (Fixture *fixture, const char *name)
{
  return app_test_find (GTK_WIDGET (fixture->view), SD_TYPE_FLOW_ITEM, begins_with,
                        (gpointer) name);
}

static gboolean
shows_item (Wanted *wanted)
{
  return find_item (wanted->fixture, wanted->text) != NULL;
}

static GtkWidget *
wait_for_item (Fixture *fixture, const char *name)
{
  Wanted wanted = { fixture, name };

  app_test_wait ((AppTestCondition) shows_item, &wanted, name);
  return find_item (fixture, name);
}

static GtkWidget *
find_placer (Fixture *fixture)
{
  return app_test_find (GTK_WIDGET (fixture->view), SD_TYPE_FLOW_PLACER, NULL, NULL);
}

static gboolean
is_asking (Fixture *fixture)
{
  GtkWidget *placer = find_placer (fixture);

  return placer != NULL && gtk_widget_get_mapped (placer);
}

static gboolean
is_not_asking (Fixture *fixture)
{
  return find_placer (fixture) == NULL;
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_has_focus (widget);
}

static int
asked_number (Fixture *fixture)
{
  GtkWidget *number = app_test_find (find_placer (fixture), GTK_TYPE_SPIN_BUTTON, NULL, NULL);

  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (number));
}

static gboolean
is_suggested (GtkWidget *button, gpointer unused)
{
  return gtk_widget_has_css_class (button, "suggested-action");
}

static void
answer (Fixture *fixture)
{
  GtkWidget *button = app_test_find (find_placer (fixture), GTK_TYPE_BUTTON, is_suggested, NULL);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_test_wait_for (is_not_asking, fixture);
}

/* The hands of the user */

static gboolean
is_gone (gpointer *process)
{
  return *process == NULL;
}

static void
on_done (GObject *process, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  g_clear_object ((GSubprocess **) data);
}

/* Takes what xdotool is to do, word by word. */
static void
do_by_hand (GStrvBuilder *builder)
{
  g_auto (GStrv) words = g_strv_builder_end (builder);
  GSubprocess *process =
      g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, on_done, &process);
  app_test_wait_for (is_gone, &process);
}

static void add_words (GStrvBuilder *builder, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_words (GStrvBuilder *builder, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  words = g_strsplit (text, " ", -1);
  g_strv_builder_addv (builder, (const char **) words);
}

static gulong
window_id (Fixture *fixture)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window)));
}

static void
press (Fixture *fixture, const char *keys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_words (builder, "xdotool windowfocus --sync %lu key --delay 60 %s", window_id (fixture),
             keys);
  do_by_hand (builder);
}

/* A point of the flow as the window has it. */
static void
to_window (Fixture *fixture, double *x, double *y)
{
  double shadow_x, shadow_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (fixture->view), GTK_WIDGET (fixture->window), *x,
                                    *y, x, y);
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &shadow_x, &shadow_y);
  *x += shadow_x;
  *y += shadow_y;
}

static void
pull (Fixture *fixture, double x1, double y1, const SdFlowNode *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  double x2 = node->bar.x + node->bar.width / 2, y2 = node->bar.y + node->bar.height / 2;
  const gulong id = window_id (fixture);

  to_window (fixture, &x1, &y1);
  to_window (fixture, &x2, &y2);
  add_words (builder, "xdotool mousemove --window %lu %d %d mousedown 1", id, (int) x1, (int) y1);
  for (int i = 1; i <= 12; i++)
    add_words (builder, "sleep 0.02 mousemove --window %lu %d %d", id,
               (int) (x1 + (x2 - x1) * i / 12), (int) (y1 + (y2 - y1) * i / 12));
  add_words (builder, "sleep 0.15 mouseup 1");
  do_by_hand (builder);
}

static gboolean
has_hands (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  /* On a busy machine the pointer is at its goal before the window has seen it set out, so these
   * run where somebody asks for them. */
  if (path == NULL || g_getenv ("SANDING_TEST_HANDS") == NULL)
    {
      g_test_skip ("no xdotool, or SANDING_TEST_HANDS is not set");
      return FALSE;
    }

  return TRUE;
}

static const SdFlowNode *
find_node (Fixture *fixture, SdFlowSide side, const char *name)
{
  SdFlow *flow = sd_flow_view_get_flow (fixture->view);

  for (guint i = 0; i < sd_flow_get_n_nodes (flow); i++)
    {
      const SdFlowNode *node = sd_flow_get_node (flow, i);

      if (node->side == side && g_str_equal (pango_layout_get_text (node->name), name))
        return node;
    }
  g_error ("there is no %s", name);
}

/* Presses near the end that is not what is left over, and lets go at the node. */
static void
pull_ribbon (Fixture *fixture, const char *from, const char *to, const char *target)
{
  SdFlow *flow = sd_flow_view_get_flow (fixture->view);
  const SdFlowNode *left = find_node (fixture, SD_FLOW_CURRENT, from);
  const SdFlowNode *right = find_node (fixture, SD_FLOW_PROPOSED, to);

  for (guint i = 0; i < sd_flow_get_n_ribbons (flow); i++)
    {
      const SdFlowRibbon *ribbon = sd_flow_get_ribbon (flow, i);

      if (ribbon->from != left || ribbon->to != right)
        continue;
      if (left->unit != NULL)
        pull (fixture, ribbon->x1 + 6, ribbon->y1 + ribbon->width / 2,
              find_node (fixture, SD_FLOW_PROPOSED, target));
      else
        pull (fixture, ribbon->x2 - 6, ribbon->y2 + ribbon->width / 2,
              find_node (fixture, SD_FLOW_CURRENT, target));
      return;
    }
  g_error ("no ribbon from %s to %s", from, to);
}

/* Tests */

static void
test_names (void)
{
  Fixture fixture = open_flow ();
  GtkWidget *item;

  wait_for_label (&fixture, "Everybody has a place: each type closes to zero.");
  item = wait_for_item (&fixture, OFFICE " → 党政办公室, Administrative 9");
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       OFFICE " → 党政办公室, Administrative 9");
  item = wait_for_item (&fixture, OFFICE);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Current structure\nAdministrative 20");
  app_test_close (fixture.window);
}

/* Whoever only looks at the flow has nothing else selected, and the same structure, afterwards. */
static void
test_entering (void)
{
  Fixture fixture = open_flow ();
  const char *id = sd_row_get_id (app_test_unit (fixture.window, "社会事务管理局"));

  wait_for_item (&fixture, OFFICE);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  g_assert_null (sd_session_get_selected_id (fixture.session));
  sd_session_set_selected_id (fixture.session, id);
  gtk_widget_grab_focus (GTK_WIDGET (fixture.view));
  g_assert_true (has_focus (find_item (&fixture, "社会事务管理局")));
  g_assert_cmpstr (sd_session_get_selected_id (fixture.session), ==, id);
  g_assert_cmpstr (sd_session_get_stage (fixture.session), ==, "proposed");
  app_test_close (fixture.window);
}

static void
test_focus (void)
{
  static const struct
  {
    GtkDirectionType direction;
    const char *name;
  } steps[] = {
    { GTK_DIR_RIGHT, OFFICE " → 党政办公室, Administrative 9" },
    { GTK_DIR_RIGHT, "党政办公室" },
    { GTK_DIR_DOWN, "党建群团工作办公室" },
    { GTK_DIR_LEFT, OFFICE " → 党建群团工作办公室, Administrative 8" },
    { GTK_DIR_LEFT, OFFICE },
    { GTK_DIR_UP, OFFICE },
    { GTK_DIR_DOWN, "经济发展办公室" },
    { GTK_DIR_TAB_BACKWARD, OFFICE " → 政务服务局, Administrative 3" },
    { GTK_DIR_TAB_FORWARD, "经济发展办公室" },
  };
  Fixture fixture = open_flow ();

  gtk_widget_grab_focus (find_item (&fixture, OFFICE));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture.view), steps[i].direction);
      g_assert_true (
          begins_with (gtk_root_get_focus (GTK_ROOT (fixture.window)), (gpointer) steps[i].name));
    }
  /* The unit with the focus is the one that is selected everywhere. */
  g_assert_cmpstr (sd_row_get_text (sd_session_get_selected_unit (fixture.session), SD_UNIT_NAME),
                   ==, "经济发展办公室");
  app_test_close (fixture.window);
}

static void
test_keyboard (void)
{
  Fixture fixture;

  if (!has_hands ())
    return;
  fixture = open_flow ();
  gtk_widget_grab_focus (find_item (&fixture, OFFICE));
  press (&fixture, "Right Delete");
  wait_for_label (&fixture, "Without a place: Administrative 9");
  wait_for_label (&fixture, "Open in the proposed structure: Administrative 9");
  app_test_settle (fixture.window);
  /* What had the focus is gone, and where its people come from has it. */
  g_assert_true (has_focus (find_item (&fixture, OFFICE)));

  press (&fixture, "Return");
  app_test_wait_for (is_asking, &fixture);
  g_assert_cmpint (asked_number (&fixture), ==, 9);
  press (&fixture, "Tab ctrl+a 4 Return");
  wait_for_label (&fixture, "Without a place: Administrative 5");
  app_test_settle (fixture.window);

  /* More people of the same unit and type make the ribbon wider, and no second one. */
  app_test_wait_for (is_not_asking, &fixture);
  press (&fixture, "Return");
  app_test_wait_for (is_asking, &fixture);
  press (&fixture, "Tab ctrl+a 2 Return");
  wait_for_item (&fixture, OFFICE " → 党政办公室, Administrative 6");
  app_test_settle (fixture.window);
  press (&fixture, "ctrl+z ctrl+z");
  wait_for_label (&fixture, "Without a place: Administrative 9");
  app_test_settle (fixture.window);
  press (&fixture, "ctrl+z");
  wait_for_label (&fixture, "Everybody has a place: each type closes to zero.");
  app_test_settle (fixture.window);
  app_test_close (fixture.window);
}

static void
test_change_number (void)
{
  Fixture fixture = open_flow ();
  GtkWidget *item = find_item (&fixture, OFFICE " → 党政办公室, Administrative 9");
  GtkWidget *number;

  g_signal_emit_by_name (item, "activate");
  app_test_wait_for (is_asking, &fixture);
  number = app_test_find (find_placer (&fixture), GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  g_assert_cmpint (asked_number (&fixture), ==, 9);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), 7);
  g_assert_nonnull (app_test_find_label (find_placer (&fixture), "2 stay without a place"));
  answer (&fixture);
  wait_for_item (&fixture, OFFICE " → 党政办公室, Administrative 7");
  app_test_settle (fixture.window);
  app_test_close (fixture.window);
}

static void
test_mouse (void)
{
  Fixture fixture;

  if (!has_hands ())
    return;
  fixture = open_flow ();
  gtk_widget_grab_focus (find_item (&fixture, OFFICE " → 党政办公室, Administrative 9"));
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "flow.delete", NULL);
  wait_for_item (&fixture, OFFICE " → Without a place, Administrative 9");
  app_test_settle (fixture.window);

  /* To a unit that has no room: all of them, and it is said. */
  pull_ribbon (&fixture, OFFICE, "Without a place", "经济发展局");
  app_test_wait_for (is_asking, &fixture);
  g_assert_cmpint (asked_number (&fixture), ==, 9);
  g_assert_nonnull (
      app_test_find_label (find_placer (&fixture), "9 more than there are open places"));
  gtk_popover_popdown (GTK_POPOVER (find_placer (&fixture)));
  app_test_wait_for (is_not_asking, &fixture);

  pull_ribbon (&fixture, OFFICE, "Without a place", "党政办公室");
  app_test_wait_for (is_asking, &fixture);
  g_assert_cmpint (asked_number (&fixture), ==, 9);
  g_assert_nonnull (app_test_find_label (find_placer (&fixture), "Nobody is left over."));
  answer (&fixture);
  wait_for_label (&fixture, "Everybody has a place: each type closes to zero.");
  app_test_settle (fixture.window);

  /* All of a transfer goes where it is let go. */
  pull_ribbon (&fixture, OFFICE, "党政办公室", "政务服务局");
  wait_for_item (&fixture, OFFICE " → 政务服务局, Administrative 9");
  wait_for_label (&fixture, "Brought to units beyond what they are to have: Administrative 9");
  app_test_settle (fixture.window);

  /* Open places are pulled to who is to fill them; nobody is left there, so it cannot be done. */
  pull_ribbon (&fixture, "Not yet filled", "党政办公室", "经济发展办公室");
  app_test_wait_for (is_asking, &fixture);
  wait_for_label (&fixture, "Nobody of this type is without a place.");
  app_test_close (fixture.window);
}

/* A town with no current structure is told where to begin. */
static void
test_nothing_yet (void)
{
  Fixture fixture = open_flow ();
  SdCounty *county = sd_session_get_county (fixture.session);
  GtkWidget *label;
  SdRow *plan;

  SD_FOREACH_ROW (plan, county, SD_TABLE_PLAN)
    {
      sd_session_set_plan_id (fixture.session, sd_row_get_id (plan));
      if (sd_row_set_get_n_rows (SD_ROW_SET (sd_session_get_plan (fixture.session)),
                                 SD_TABLE_TRANSFER) == 0)
        break;
    }
  g_assert_nonnull (plan);
  wait_for_label (&fixture, "Nobody to Place Yet");
  label = app_test_find_label (GTK_WIDGET (fixture.window), "Show the Current Structure");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (sd_session_get_stage (fixture.session), ==, "current");
  g_assert_false (gtk_widget_get_mapped (label));
  app_test_settle (fixture.window);
  app_test_close (fixture.window);
}

static void
add_tests (void)
{
  app_test_add ("/flow-view/names", test_names);
  app_test_add ("/flow-view/entering", test_entering);
  app_test_add ("/flow-view/focus", test_focus);
  app_test_add ("/flow-view/keyboard", test_keyboard);
  app_test_add ("/flow-view/change-number", test_change_number);
  app_test_add ("/flow-view/mouse", test_mouse);
  app_test_add ("/flow-view/nothing-yet", test_nothing_yet);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
