/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "commands.h"
#include "plan/data-dir.h"
#include "rules/pack.h"
#include "window.h"

struct _SdApplication
{
  AdwApplication parent_instance;

  /* Owned */
  SdChecker *checker;
};

G_DEFINE_FINAL_TYPE (SdApplication, sd_application, ADW_TYPE_APPLICATION)

/* Helpers */

static SdWindow *
window_of (SdApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (active != NULL && !SD_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);

  return active != NULL ? SD_WINDOW (active) : sd_window_new (self);
}

/* Callbacks */

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name",
                         _ ("Sanding"), "application-icon", SD_APP_ID, "version", SD_VERSION,
                         "developer-name", _ ("The Sanding developers"), "comments",
                         _ ("Drafts a town’s reform plan as a picture and as tables, and shows "
                            "at once which policy clause it breaks."),
                         "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static void
on_open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SdWindow *window = window_of (data);

  gtk_window_present (GTK_WINDOW (window));
  sd_window_open_sample (window);
}

static const GActionEntry actions[] = {
  { "quit", on_quit },
  { "about", on_about },
  { "open-sample", on_open_sample },
};

/* Overrides */

static void
sd_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (window_of (SD_APPLICATION (application))));
}

static void
sd_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      SdWindow *window = window_of (SD_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      sd_window_open_file (window, files[i]);
    }
}

static int
sd_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("sanding %s\n", SD_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "sample"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("sanding: %s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);

  return -1;
}

static void
sd_application_startup (GApplication *application)
{
  guint n;
  const SdCommand *commands = sd_commands_get (&n);

  if (!gtk_init_check ())
    {
      g_printerr (_ ("sanding: there is no display to open a window on. "
                     "sandingctl checks and exports without one.\n"));
      exit (EXIT_FAILURE);
    }
  G_APPLICATION_CLASS (sd_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (SD_APP_ID);
  for (guint i = 0; i < n; i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), commands[i].action,
                                           commands[i].accels);
}

static void
sd_application_finalize (GObject *object)
{
  g_clear_object (&SD_APPLICATION (object)->checker);

  G_OBJECT_CLASS (sd_application_parent_class)->finalize (object);
}

static void
sd_application_class_init (SdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_application_finalize;
  application_class->activate = sd_application_activate;
  application_class->open = sd_application_open;
  application_class->handle_local_options = sd_application_handle_local_options;
  application_class->startup = sd_application_startup;
}

static void
sd_application_init (SdApplication *self)
{
  const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample county"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * sd_application_new:
 *
 * Returns: (transfer full): the program
 */
SdApplication *
sd_application_new (void)
{
  return g_object_new (SD_TYPE_APPLICATION, "application-id", SD_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/sanding/Sanding",
                       NULL);
}

/**
 * sd_application_get_checker:
 * @self: the program
 * @error: return location for a sentence about a pack that cannot be used
 *
 * Loads the rule packs when first asked for.
 *
 * Returns: (transfer none) (nullable): what checks plans
 */
SdChecker *
sd_application_get_checker (SdApplication *self, GError **error)
{
  if (self->checker == NULL)
    {
      g_autoptr (GPtrArray) packs = sd_packs_load_all (error);

      if (packs == NULL)
        return NULL;
      self->checker = sd_checker_new (packs);
    }

  return self->checker;
}
