/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"

#include <string.h>

#include "app/chart-view.h"
#include "app/commands.h"

/* The shortcuts window tells of every key there is and of no other; what else is reached by keys.
 */

static gboolean
is_mapped (GtkWidget *widget, gpointer unused)
{
  return gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_menu (SdWindow *window)
{
  return app_test_find (GTK_WIDGET (window), GTK_TYPE_POPOVER_MENU, is_mapped, NULL);
}

static gboolean
shows_menu (SdWindow *window)
{
  return find_menu (window) != NULL;
}

/* What Menu and Shift+F10 run. */
static void
test_menu (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWidget *view = app_test_find (GTK_WIDGET (window), SD_TYPE_CHART_VIEW, NULL, NULL);

  sd_session_set_selected_id (sd_window_get_session (window),
                              sd_row_get_id (app_test_unit (window, "党政办公室")));
  g_assert_false (shows_menu (window));
  gtk_widget_activate_action (view, "chart.menu", NULL);
  app_test_wait_for (shows_menu, window);
  gtk_popover_popdown (GTK_POPOVER (find_menu (window)));
  app_test_close (window);
}

/* The shortcuts window */

typedef struct
{
  GHashTable *actions; /* action → title */
  GHashTable *keys;    /* set of "<Alt>Left" and the like */
} Told;

static void
collect_told (GtkWidget *widget, Told *told)
{
  if (G_OBJECT_TYPE (widget) == GTK_TYPE_SHORTCUTS_SHORTCUT)
    {
      g_autofree char *action = NULL, *keys = NULL, *title = NULL;

      g_object_get (widget, "action-name", &action, "accelerator", &keys, "title", &title, NULL);
      if (action != NULL)
        g_hash_table_insert (told->actions, g_steal_pointer (&action), g_steal_pointer (&title));
      else
        {
          g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

          for (char **part = parts; *part != NULL; part++)
            g_hash_table_add (told->keys, g_strdup (*part));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_told (child, told);
}

static void
collect_keys_of (GtkWidget *widget, GHashTable *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          g_hash_table_add (keys,
                            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut)));
        }
    }
}

/* The keys of our own widgets, not those that every button has. */
static void
collect_keys (GtkWidget *widget, GHashTable *keys)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Sd") &&
      (g_type_parent (G_OBJECT_TYPE (widget)) == GTK_TYPE_WIDGET ||
       g_type_parent (G_OBJECT_TYPE (widget)) == ADW_TYPE_BIN))
    collect_keys_of (widget, keys);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_keys (child, keys);
}

static void
check_actions (SdWindow *window, GHashTable *told)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) with_keys = gtk_application_list_action_descriptions (application);
  GHashTableIter iter;
  gpointer action;

  for (char **name = with_keys; *name != NULL; name++)
    {
      g_test_message ("%s has keys", *name);
      g_assert_true (g_hash_table_contains (told, *name));
    }
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &action, NULL))
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);

      g_test_message ("%s is told of", (char *) action);
      g_assert_nonnull (accels[0]);
    }
}

/* The search, the shortcuts window and the menus name a command alike, and no command is missing.
 */
static void
check_titles (GHashTable *told)
{
  guint n;
  const SdCommand *commands = sd_commands_get (&n);

  for (guint i = 0; i < n; i++)
    if (commands[i].accels[0] != NULL)
      g_assert_cmpstr (g_hash_table_lookup (told, commands[i].action), ==, commands[i].title);
}

/* Keys that GTK gives a widget, that depend on what is typed in, or that are a cell's own. */
static const char *const given[] = { "F10",         "Tab",          "<Shift>Tab", "Escape",
                                     "<Control>c",  "<Control>v",   "<Control>a", "<Control>Delete",
                                     "<Shift>Left", "<Shift>Right", "<Shift>Up",  "<Shift>Down",
                                     NULL };

static void
check_keys (SdWindow *window, GHashTable *told)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  collect_keys (GTK_WIDGET (window), keys);
  g_assert_cmpuint (g_hash_table_size (keys), >, 4);
  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_test_message ("%s is a key", (char *) key);
      /* The keypad's keys do what those of the same sign do. */
      g_assert_true (strstr (key, "KP_") != NULL || g_hash_table_contains (told, key));
    }
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_test_message ("%s is told of", (char *) key);
      g_assert_true (g_hash_table_contains (keys, key) || g_strv_contains (given, key));
    }
}

static void
test_shortcuts (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkShortcutsWindow *overlay =
      gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Told told = { actions, keys };

  g_assert_nonnull (overlay);
  collect_told (GTK_WIDGET (overlay), &told);
  check_actions (window, actions);
  check_titles (actions);
  check_keys (window, keys);
  app_test_close (window);
}

/* Every page that the window has can be gone to by a command. */
static void
test_pages (void)
{
  SdWindow *window = app_test_open_sample ();
  GtkWidget *stack = app_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, NULL, NULL);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (ADW_VIEW_STACK (stack));
  guint n;
  const SdCommand *commands = sd_commands_get (&n);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      g_autofree char *action =
          g_strconcat ("win.show-page::", adw_view_stack_page_get_name (page), NULL);
      guint found = 0;

      while (found < n && !g_str_equal (commands[found].action, action))
        found++;
      g_test_message ("%s", action);
      g_assert_cmpuint (found, <, n);
    }
  app_test_close (window);
}

static void
add_tests (void)
{
  app_test_add ("/shortcuts/menu", test_menu);
  app_test_add ("/shortcuts/told", test_shortcuts);
  app_test_add ("/shortcuts/pages", test_pages);
}

int
main (int argc, char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
