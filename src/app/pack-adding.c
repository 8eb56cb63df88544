/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack-adding.h"

#include <glib/gi18n-lib.h>

#include "rules/pack-lint.h"

/* A pack from a folder is looked at before it is added: what cannot be used is refused, and of what
 * is most likely a mistake in it the user is told and decides. Reading and compiling it takes
 * place in a thread. */

#define MOST_SHOWN 200

typedef struct
{
  GtkWindow *parent; /* (owned) */
  GFile *folder;
  GPtrArray *problems;
  SdPackLooked looked;
  gpointer data;
} Look;

static void
look_free (Look *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->folder);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/* The sentence without the folder, which the user has just chosen. */
static const char *
without_folder (Look *self, const char *problem)
{
  g_autofree char *path = g_file_get_parse_name (self->folder);
  const gsize length = strlen (path);

  return g_str_has_prefix (problem, path) && problem[length] == '/' ? problem + length + 1
                                                                    : problem;
}

static GtkWidget *
list_new (Look *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  /* Room for the shadow of the list, which the scroller would cut. */
  gtk_widget_set_margin_start (list, 3);
  gtk_widget_set_margin_end (list, 3);
  gtk_widget_set_margin_top (list, 3);
  gtk_widget_set_margin_bottom (list, 3);
  for (guint i = 0; i < MIN (self->problems->len, MOST_SHOWN); i++)
    {
      GtkWidget *label =
          gtk_label_new (without_folder (self, g_ptr_array_index (self->problems, i)));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), 40);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_end (label, 12);
      gtk_widget_set_margin_top (label, 8);
      gtk_widget_set_margin_bottom (label, 8);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);

  return scroller;
}

static void
on_decided (AdwMessageDialog *dialog, const char *response, Look *self)
{
  g_signal_handlers_disconnect_by_func (dialog, on_decided, self);
  self->looked (g_str_equal (response, "add") ? self->folder : NULL, NULL, self->data);
  look_free (self);
}

static void
ask (Look *self)
{
  const guint n = self->problems->len;
  g_autofree char *body = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "There is %u place in its rules that is most likely a mistake. Tell it to whoever "
          "wrote the pack.",
          "There are %u places in its rules that are most likely mistakes. Tell them to "
          "whoever wrote the pack.",
          n),
      n);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, _ ("Add This Pack?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add",
                                    _ ("_Add Anyway"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list_new (self));
  g_signal_connect (dialog, "response", G_CALLBACK (on_decided), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (SdPack) pack = sd_pack_load (G_FILE (source), &error);
  GPtrArray *problems = pack != NULL ? sd_pack_lint (pack, &error) : NULL;

  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_looked (GObject *folder, GAsyncResult *result, gpointer data)
{
  Look *self = data;
  g_autoptr (GError) error = NULL;

  self->problems = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->problems != NULL && self->problems->len > 0)
    {
      ask (self);
      return;
    }
  self->looked (error == NULL ? self->folder : NULL, error, self->data);
  look_free (self);
}

/**
 * sd_pack_look_at:
 * @parent: the window that the user is in
 * @folder: the folder of a pack
 * @looked: (scope async) (closure data): is called when it is decided
 * @data: for @looked
 *
 * Looks at a pack by its lint, and asks the user where that has something to say.
 */
void
sd_pack_look_at (GtkWindow *parent, GFile *folder, SdPackLooked looked, gpointer data)
{
  Look *self = g_new0 (Look, 1);
  g_autoptr (GTask) task = g_task_new (folder, NULL, on_looked, self);

  self->parent = g_object_ref (parent);
  self->folder = g_object_ref (folder);
  self->looked = looked;
  self->data = data;
  g_task_run_in_thread (task, look_thread);
}
