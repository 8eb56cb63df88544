/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "by-hand.h"

#include "app/chart-view-private.h"
#include "app/settings.h"

/* Each operation of the structure chart by the keys and by the mouse of the display: done as one
 * edit with a name of its own, and undone by the key for that. */

#define CENTER "财经服务中心"
#define ENFORCERS "县综合行政执法局派驻探沂镇机构"
#define MOST_ITEMS 60 /* of a menu, more than there are */

typedef struct
{
  const char *name;
  const char *unit;
  const char *items[2]; /* of the unit's menu */
  const char *keys;     /* then, in what asks for more */
  const char *chosen;   /* the unit that the keys have chosen, where it asks for one */
  const char *label;    /* begin of the name that the edit has */
} Operation;

static const Operation operations[] = {
  { "rename", CENTER, { "Rename…" }, "x Return", NULL, "Rename" },
  { "raise", "探沂镇纪委监委", { "Rank", "Raise by a Step" }, NULL, NULL, "Raise" },
  { "lower", "探沂镇纪委监委", { "Rank", "Lower by a Step" }, NULL, NULL, "Lower" },
  { "hang", CENTER, { "Hang a Plaque…" }, "x Return", NULL, "Hang" },
  { "take", "经济发展局", { "Take a Plaque Off", "财政局" }, NULL, NULL, "Take" },
  { "hang-elsewhere", "经济发展局", { "Hang Elsewhere", "财政局" }, "d z b", "党政办公室", "Move" },
  { "merge", CENTER, { "Merge into…" }, "n y z h", "农业综合服务中心", "Merge" },
  { "split", CENTER, { "Split…" }, "x Return", NULL, "Split" },
  { "co-locate", CENTER, { "Co-locate with…" }, "n y z h", "农业综合服务中心", "Co-locate" },
  { "separate", ENFORCERS, { "Separate" }, NULL, NULL, "Separate" },
  { "hand-over", ENFORCERS, { "Hand Over to the Town" }, NULL, NULL, "Hand" },
  { "to-lane", CENTER, { "Order", "To the Lane Above" }, NULL, NULL, "Move" },
  { "bench", CENTER, { "To the Bench" }, NULL, NULL, "Put" },
  { "carry", CENTER, { "Move to…" }, "Up Return", NULL, "Move" },
  { "abolish", CENTER, { "Abolish…" }, "Return", NULL, "Abolish" },
};

/* Without a menu */
static const Operation shortcuts[] = {
  { "rename", CENTER, { NULL }, "F2 x Return", NULL, "Rename" },
  { "bench", CENTER, { NULL }, "ctrl+b", NULL, "Put" },
  { "to-lane", CENTER, { NULL }, "alt+Up", NULL, "Move" },
  { "carry", CENTER, { NULL }, "ctrl+m Up Return", NULL, "Move" },
  { "menu", CENTER, { "Rename…" }, "x Return", NULL, "Rename" },
};

static SdChartView *
get_view (SdWindow *window)
{
  return SD_CHART_VIEW (app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL));
}

static SdRegister *
get_register (SdWindow *window)
{
  return sd_session_get_register (sd_window_get_session (window));
}

/* The whole chart, above where the window tells what has been done. */
static SdWindow *
open_whole (void)
{
  SdWindow *window = app_test_open_sample ();

  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (get_view (window))),
                              "page.zoom-fit", NULL);
  app_test_settle (window);

  return window;
}

static gboolean
is_ready (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static GtkWidget *
focus_card (SdWindow *window, const char *name)
{
  const char *id = sd_row_get_id (app_test_unit (window, name));
  GtkWidget *card;

  sd_session_set_selected_id (sd_window_get_session (window), id);
  app_test_settle (window);
  card = sd_chart_view_get_card (get_view (window), id);
  g_assert_nonnull (card);
  gtk_widget_grab_focus (card);
  app_test_wait_for (is_ready, card);

  return card;
}

/* The window in front: the one that asks, where there is one. */
static GtkWindow *
get_front (SdWindow *window)
{
  GtkWindow *dialog = app_test_dialog (window, GTK_TYPE_WINDOW);

  return dialog != NULL ? dialog : GTK_WINDOW (window);
}

static gboolean
is_front (SdWindow *window)
{
  return get_front (window) != GTK_WINDOW (window) && is_ready (GTK_WIDGET (get_front (window)));
}

static gboolean
is_item (GtkWidget *widget, gpointer label)
{
  g_autofree char *text = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return FALSE;
  g_object_get (widget, "text", &text, NULL);

  return g_strcmp0 (text, label) == 0 && is_ready (widget);
}

typedef struct
{
  SdWindow *window;
  const char *label;
} Item;

static GtkWidget *
find_item (Item *item)
{
  GtkWidget *popover = get_view (item->window)->popover;

  return popover == NULL
             ? NULL
             : app_test_find (popover, GTK_TYPE_WIDGET, is_item, (gpointer) item->label);
}

static gboolean
has_item (Item *item)
{
  return find_item (item) != NULL;
}

typedef struct
{
  GtkWindow *window;
  GtkWidget *focus; /* where it was */
} Focus;

static gboolean
has_moved (Focus *before)
{
  return gtk_window_get_focus (before->window) != before->focus;
}

static void
choose_item (SdWindow *window, const char *label, gboolean by_mouse)
{
  Item item = { window, label };

  app_test_wait_for (has_item, &item);
  if (by_mouse)
    {
      app_test_click (find_item (&item), 1);
      return;
    }

  for (guint i = 0; TRUE; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      if (focus != NULL && is_item (focus, (gpointer) label))
        break;
      g_assert_cmpuint (i, <, MOST_ITEMS);
      app_test_press (GTK_WINDOW (window), "Down");
      app_test_wait_for (has_moved, &((Focus){ GTK_WINDOW (window), focus }));
    }
  app_test_press (GTK_WINDOW (window), "Return");
}

/* In a list that is searched, the unit stands first before it is taken. */
static gboolean
is_chosen (Item *item)
{
  GtkWidget *list =
      app_test_find (GTK_WIDGET (get_front (item->window)), GTK_TYPE_LIST_BOX, NULL, NULL);
  GtkListBoxRow *row = list != NULL ? gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) : NULL;

  return row != NULL &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), item->label) == 0;
}

typedef struct
{
  SdWindow *window;
  char *undo;
} State;

static gboolean
is_other (State *state)
{
  return g_strcmp0 (sd_register_get_undo_label (get_register (state->window)), state->undo) != 0;
}

static gboolean
is_same (State *state)
{
  return !is_other (state);
}

/* Whether menus and dialogs have gone, so that the keys are the window's again. */
static gboolean
is_bare (SdWindow *window)
{
  return get_view (window)->popover == NULL && get_front (window) == GTK_WINDOW (window) &&
         sd_register_get_can_undo (get_register (window));
}

static gboolean
is_asking (SdChartView *view)
{
  return view->popover != NULL && is_ready (view->popover);
}

static gboolean
is_renaming (SdChartView *view)
{
  return view->renamed != NULL;
}

static void
operate (SdWindow *window, const Operation *operation, gboolean by_mouse)
{
  State state = { window, g_strdup (sd_register_get_undo_label (get_register (window))) };
  GtkWidget *card = focus_card (window, operation->unit);
  g_autofree char *label = NULL;

  g_test_message ("%s by %s", operation->name, by_mouse ? "mouse" : "keys");
  if (operation->items[0] != NULL && by_mouse)
    app_test_click (card, 3);
  else if (operation->items[0] != NULL)
    app_test_press (GTK_WINDOW (window), "Menu");
  for (guint i = 0; i < G_N_ELEMENTS (operation->items) && operation->items[i] != NULL; i++)
    choose_item (window, operation->items[i], by_mouse);
  if (g_strcmp0 (operation->items[0], "Rename…") == 0)
    app_test_wait_for (is_renaming, get_view (window));

  if (operation->chosen != NULL || g_str_equal (operation->name, "split") ||
      g_str_equal (operation->name, "abolish"))
    app_test_wait_for (is_front, window);
  if (operation->keys != NULL)
    app_test_press (get_front (window), operation->keys);
  if (operation->chosen != NULL)
    {
      app_test_wait_for (is_chosen, &((Item){ window, operation->chosen }));
      app_test_press (get_front (window), "Return");
    }

  app_test_wait_for (is_other, &state);
  app_test_settle (window);
  label = g_strdup (sd_register_get_undo_label (get_register (window)));
  g_test_message ("%s", label);
  g_assert_true (g_str_has_prefix (label, operation->label));

  app_test_wait_for (is_bare, window);
  app_test_press (GTK_WINDOW (window), "ctrl+z");
  app_test_wait_for (is_same, &state);
  app_test_settle (window);
  g_assert_cmpstr (sd_register_get_redo_label (get_register (window)), ==, label);
  g_free (state.undo);
}

static void
run_all (const Operation *list, guint n, gboolean by_mouse)
{
  SdWindow *window;

  if (!app_test_has_hands ())
    return;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  sd_settings_set_text ("structure", "below", "along");
  window = by_mouse ? open_whole () : app_test_open_sample ();
  if (!by_mouse)
    app_test_put_mouse_away ();
  for (guint i = 0; i < n; i++)
    operate (window, &list[i], by_mouse);
  app_test_close (window);
}

static void
test_keys (void)
{
  run_all (operations, G_N_ELEMENTS (operations), FALSE);
}

static void
test_mouse (void)
{
  run_all (operations, G_N_ELEMENTS (operations), TRUE);
}

/* A lane has a button for a new unit of its kind. */
static void
set_up (SdWindow *window, gboolean by_mouse)
{
  State state = { window, g_strdup (sd_register_get_undo_label (get_register (window))) };
  GtkWidget *button = app_test_find_tooltip (GTK_WIDGET (get_view (window)), "Set up: Center");

  g_test_message ("set up by %s", by_mouse ? "mouse" : "keys");
  gtk_widget_grab_focus (button);
  app_test_wait_for (is_ready, button);
  if (by_mouse)
    app_test_click (button, 1);
  else
    app_test_press (GTK_WINDOW (window), "space");
  app_test_wait_for (is_asking, get_view (window));
  app_test_press (GTK_WINDOW (window), "x Return");
  app_test_wait_for (is_other, &state);
  g_assert_cmpstr (sd_register_get_undo_label (get_register (window)), ==, "Set up “x”");
  app_test_wait_for (is_bare, window);
  app_test_press (GTK_WINDOW (window), "ctrl+z");
  app_test_wait_for (is_same, &state);
  g_free (state.undo);
}

static void
test_set_up (void)
{
  SdWindow *window;

  if (!app_test_has_hands ())
    return;
  window = open_whole ();
  set_up (window, TRUE);
  app_test_put_mouse_away ();
  set_up (window, FALSE);
  app_test_close (window);
}

static void
test_shortcuts (void)
{
  run_all (shortcuts, G_N_ELEMENTS (shortcuts), FALSE);
}

/* A drag: each movement waits for what the one before brought about. */

static gboolean
is_moving (SdChartView *view)
{
  return view->moving != NULL;
}

static gboolean
is_judged (SdChartView *view)
{
  return view->dropping && sd_verdicts_get (view->verdicts, &view->drop) != NULL;
}

typedef struct
{
  const char *name;
  const char *onto; /* a unit, in its middle; NULL for the bench */
  gboolean several;
} Drag;

static void
drag (SdWindow *window, const Drag *case_)
{
  State state = { window, g_strdup (sd_register_get_undo_label (get_register (window))) };
  SdChartView *view = get_view (window);
  GtkWidget *card = focus_card (window, CENTER);
  SdChartRect from, to;

  g_test_message ("drag %s", case_->name);
  if (case_->several)
    sd_chart_view_choose (view, sd_row_get_id (app_test_unit (window, "网格管理服务中心")));
  g_assert_true (
      sd_chart_view_get_bounds (view, sd_row_get_id (app_test_unit (window, CENTER)), &from));
  g_assert_true (
      sd_chart_view_get_bounds (view, sd_row_get_id (app_test_unit (window, case_->onto)), &to));

  app_test_point (card, 20, 12, "mousedown 1");
  for (guint i = 1; i < MOST_ITEMS && view->moving == NULL; i++)
    app_test_point (card, 20 + 4 * i, 12 + i, "sleep 0");
  app_test_wait_for (is_moving, view);
  g_assert_cmpuint (g_strv_length (view->moving_ids), ==, case_->several ? 2 : 1);
  for (guint i = 1; i < MOST_ITEMS && !is_judged (view); i++)
    app_test_point (GTK_WIDGET (view), to.x + to.width / 2 + i % 3, to.y + 14, "sleep 0");
  app_test_wait_for (is_judged, view);
  g_assert_true (is_same (&state));
  app_test_point (GTK_WIDGET (view), to.x + to.width / 2, to.y + 14, "mouseup 1");

  app_test_wait_for (is_other, &state);
  app_test_settle (window);
  app_test_press (GTK_WINDOW (window), "ctrl+z");
  app_test_wait_for (is_same, &state);
  app_test_settle (window);
  g_free (state.undo);
}

static void
test_drag (void)
{
  static const Drag drags[] = {
    { "onto a parent", "农业综合服务中心", FALSE },
    { "to another lane", "党政办公室", FALSE },
    { "several", "农业综合服务中心", TRUE },
  };
  SdWindow *window;

  if (!app_test_has_hands ())
    return;
  window = open_whole ();
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    drag (window, &drags[i]);
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/hands/shortcuts", test_shortcuts);
  app_test_add ("/hands/set-up", test_set_up);
  app_test_add ("/hands/keys", test_keys);
  app_test_add ("/hands/mouse", test_mouse);
  app_test_add ("/hands/drag", test_drag);
}

int
main (int argc, char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
