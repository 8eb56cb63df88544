/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "register/register-structure.h"
#include "unit-chooser.h"

#include <glib/gi18n-lib.h>

/* Single posts: to another unit, which is asked for, or to the bench. */

typedef struct
{
  SdSession *session;
  char *plan_id;
  char *post_id;
} Giving;

static void
giving_free (gpointer data, GClosure *closure)
{
  Giving *giving = data;

  g_object_unref (giving->session);
  g_free (giving->plan_id);
  g_free (giving->post_id);
  g_free (giving);
}

static void
on_holder_chosen (SdUnitChooser *chooser, const char *unit_id, gboolean option, Giving *giving)
{
  sd_register_give_post_async (sd_session_get_register (giving->session), giving->plan_id,
                               giving->post_id, unit_id, NULL, sd_session_on_done,
                               g_object_ref (giving->session));
}

static void
give_post (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdSession *session = SD_WINDOW (widget)->session;
  SdPlan *plan = sd_session_get_plan (session);
  const char *post_id = g_variant_get_string (parameter, NULL);
  SdRow *post =
      plan != NULL ? sd_row_set_get_row (SD_ROW_SET (plan), SD_TABLE_POST, post_id) : NULL;
  const char *except[] = { post != NULL ? sd_row_get_parent_id (post) : NULL, NULL };
  Giving *giving;
  GtkWidget *chooser;

  if (post == NULL)
    return;
  giving = g_new0 (Giving, 1);
  giving->session = g_object_ref (session);
  giving->plan_id = g_strdup (sd_plan_get_id (plan));
  giving->post_id = g_strdup (post_id);
  chooser = sd_unit_chooser_new (GTK_WINDOW (widget), _ ("Move the Post to Which Unit?"),
                                 _ ("_Move"), plan, sd_session_get_stage (session), except);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (on_holder_chosen), giving, giving_free, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
bench_post (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SdSession *session = SD_WINDOW (widget)->session;

  sd_register_give_post_async (sd_session_get_register (session), sd_session_get_plan_id (session),
                               g_variant_get_string (parameter, NULL), NULL, NULL,
                               sd_session_on_done, g_object_ref (session));
}

void
sd_window_install_posts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.give-post", "s", give_post);
  gtk_widget_class_install_action (widget_class, "win.bench-post", "s", bench_post);
}
