/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "pinyin.h"

G_DEFINE_FINAL_TYPE (SdWindow, sd_window, ADW_TYPE_APPLICATION_WINDOW)

/* Helpers */

static void
update_title (SdWindow *self)
{
  SdRow *county =
      self->session != NULL ? sd_county_get_row (sd_session_get_county (self->session)) : NULL;
  const char *name = county != NULL ? sd_row_get_text (county, SD_COUNTY_NAME) : NULL;
  g_autofree char *title = NULL;

  /* Translators: title of the window: the county, then the name of the program. */
  title = name != NULL ? g_strdup_printf (_ ("%s — Sanding"), name) : g_strdup (_ ("Sanding"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Small refusals come and go; what the user must know before going on stays until answered. */
static gboolean
needs_answer (const GError *error)
{
  return g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_FULL) ||
         g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_IO) ||
         g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED) ||
         error->domain != SD_REGISTER_ERROR;
}

/* Callbacks */

static void
on_session_done (SdSession *session, const char *label, SdWindow *self)
{
  sd_window_toast_undo (self, label);
}

static void
on_session_error (SdSession *session, const GError *error, SdWindow *self)
{
  if (g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED))
    sd_window_show_damaged (self, sd_register_get_file (sd_session_get_register (session)), error);
  else if (needs_answer (error))
    sd_window_show_error (self, sd_error_get_heading (error), error);
  else
    sd_window_toast (self, error->message);
}

static void
on_register_changed (SdWindow *self)
{
  sd_window_update_actions (self);
}

static void
on_county_changed (SdWindow *self)
{
  update_title (self);
}

static void
on_toast_button_clicked (AdwToast *toast, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

static void
unref_file (gpointer file, GClosure *closure)
{
  g_object_unref (file);
}

static void
on_start_open_file (SdStartPage *page, GFile *file, SdWindow *self)
{
  sd_window_open_file (self, file);
}

/* Overrides */

static gboolean
sd_window_close_request (GtkWindow *window)
{
  sd_window_set_session (SD_WINDOW (window), NULL);

  return GTK_WINDOW_CLASS (sd_window_parent_class)->close_request (window);
}

static void
sd_window_dispose (GObject *object)
{
  SdWindow *self = SD_WINDOW (object);

  if (self->session != NULL)
    sd_window_set_session (self, NULL);
  sd_window_drop_search (self);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->damaged);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->stepping, g_free);

  G_OBJECT_CLASS (sd_window_parent_class)->dispose (object);
}

static void
sd_window_class_init (SdWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sd_window_close_request;

  g_type_ensure (SD_TYPE_START_PAGE);
  g_type_ensure (SD_TYPE_COUNTY_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SdWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, SdWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SdWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, SdWindow, county_view);
  sd_window_install_actions (widget_class);
}

static void
sd_window_init (SdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->start_page, "open-file", G_CALLBACK (on_start_open_file), self);
  sd_window_update_actions (self);
}

/* Functions of the room */

/* Takes over what the window shows; the register of the session before is closed. */
void
sd_window_set_session (SdWindow *self, SdSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_register (self->session), self);
      g_signal_handlers_disconnect_by_data (sd_session_get_county (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      sd_county_view_set_session (self->county_view, NULL);
      sd_session_close (self->session);
    }

  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "error", G_CALLBACK (on_session_error), self, 0);
      g_signal_connect_object (session, "done", G_CALLBACK (on_session_done), self, 0);
      g_signal_connect_object (session, "notify::plan-id", G_CALLBACK (on_register_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (sd_session_get_register (session), "notify",
                               G_CALLBACK (on_register_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sd_session_get_county (session), "changed",
                               G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
      sd_county_view_set_session (self->county_view, session);
      sd_pinyin_warm_up ();
    }

  gtk_stack_set_visible_child_name (self->stack, session != NULL ? "county" : "start");
  sd_window_update_actions (self);
  update_title (self);
}

/* Public functions */

/**
 * sd_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with the start page
 */
SdWindow *
sd_window_new (SdApplication *application)
{
  return g_object_new (SD_TYPE_WINDOW, "application", application, NULL);
}

/**
 * sd_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what it works on; %NULL on the start page
 */
SdSession *
sd_window_get_session (SdWindow *self)
{
  return self->session;
}

static void
on_toast_dismissed (AdwToast *toast, SdWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static void
add_toast (SdWindow *self, AdwToast *toast)
{
  g_set_weak_pointer (&self->toast, toast);
  self->toast_time = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What is said takes the place of what was said before: a toast that waits its turn would name the
 * wrong step. One that has just come gets the new words, since libadwaita 1.2 does not bear that
 * toasts are dismissed while others still move. */
static void
say (SdWindow *self, const char *text, gboolean can_undo)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  gboolean is_new = g_get_monotonic_time () - self->toast_time < 2 * G_TIME_SPAN_SECOND;
  AdwToast *toast = self->toast;

  if (toast != NULL && !(is_new && self->toast_is_plain))
    {
      if (!is_new)
        adw_toast_dismiss (toast);
      toast = NULL;
    }
  if (toast == NULL)
    {
      toast = adw_toast_new (title);
      add_toast (self, toast);
      self->toast_is_plain = TRUE;
    }
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, can_undo ? _ ("_Undo") : NULL);
  adw_toast_set_action_name (toast, can_undo ? "win.undo" : NULL);
}

/**
 * sd_window_toast:
 * @self: a window
 * @text: what happened
 *
 * Says it in passing.
 */
void
sd_window_toast (SdWindow *self, const char *text)
{
  say (self, text, FALSE);
}

/**
 * sd_window_toast_undo:
 * @self: a window
 * @text: what was done
 *
 * Says it in passing, with a button that undoes it.
 */
void
sd_window_toast_undo (SdWindow *self, const char *text)
{
  say (self, text, TRUE);
}

/**
 * sd_window_toast_file:
 * @self: a window
 * @text: what happened
 * @file: a file that was written
 *
 * Says it in passing, with a button that opens the file.
 */
void
sd_window_toast_file (SdWindow *self, const char *text, GFile *file)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, 8);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_toast_button_clicked),
                         g_object_ref (file), unref_file, 0);
  add_toast (self, toast);
  self->toast_is_plain = FALSE;
}

/**
 * sd_window_show_error:
 * @self: a window
 * @heading: what could not be done
 * @error: why
 *
 * Shows it in a dialog that stays until it is answered.
 */
void
sd_window_show_error (SdWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
