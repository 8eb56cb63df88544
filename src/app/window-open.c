/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dialogs.h"
#include "plan/data-dir.h"
#include "plan/reader.h"
#include "recent.h"

/* A register that is made: its file, and what goes into it. */
typedef struct
{
  SdWindow *window;
  SdRegister *reg;
  GFile *file;
  GFile *source;     /* county XML to be imported; NULL for none */
  char *county_name; /* NULL for that of the content */
  SdCounty *content;
} Making;

/* Helpers */

static void
making_free (Making *making)
{
  g_clear_object (&making->window);
  g_clear_object (&making->reg);
  g_clear_object (&making->file);
  g_clear_object (&making->source);
  g_clear_object (&making->content);
  g_free (making->county_name);
  g_free (making);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Making, making_free)

static gboolean
has_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, suffix);
}

static gboolean
shows_file (SdWindow *self, GFile *file)
{
  g_autoptr (GFile) shown = NULL;

  if (self->opening != NULL && g_file_equal (self->opening, file))
    return TRUE;
  if (self->session == NULL)
    return FALSE;

  g_object_get (sd_session_get_register (self->session), "file", &shown, NULL);

  return shown != NULL && g_file_equal (shown, file);
}

/* The sample is the user's own copy, to be changed at will; it is made anew once it is gone. */
static GFile *
sample_file (void)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "sanding", _ ("Fei County (sample).sanding"), NULL);

  return g_file_new_for_path (path);
}

/* Rules that cannot be read are told of; the work goes on without them. */
static SdChecker *
get_checker (SdWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;
  SdChecker *checker = sd_application_get_checker (SD_APPLICATION (application), &error);

  if (checker != NULL)
    return g_object_ref (checker);

  sd_window_show_error (self, _ ("The Rules Cannot Be Read"), error);
  none = g_ptr_array_new ();

  return sd_checker_new (none);
}

static void
show_session (SdWindow *self, SdRegister *reg)
{
  g_autoptr (SdChecker) checker = get_checker (self);
  g_autoptr (SdSession) session = sd_session_new (reg, checker);

  sd_window_set_session (self, session);
  sd_recent_add (sd_register_get_file (reg));
  if (sd_register_get_read_only (reg))
    sd_window_toast (self, _ ("Opened to be read only: the file cannot be written"));
  sd_window_look_after (self, reg);
}

/* Callbacks */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SdWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdRegister) reg = sd_register_open_finish (result, &error);

  sd_window_end_opening (self, reg, error);
}

static void
open_register (SdWindow *self, GFile *file)
{
  sd_window_begin_opening (self, file);
  sd_register_open_async (file, 0, sd_get_author (), NULL, on_opened, g_object_ref (self));
}

static void
on_content_imported (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (Making) making = data;
  g_autoptr (GError) error = NULL;

  if (sd_register_edit_finish (SD_REGISTER (reg), result, NULL, &error))
    {
      sd_window_end_opening (making->window, making->reg, NULL);
      return;
    }

  /* A register without what it was made for is of no use to anyone. */
  sd_register_close (making->reg);
  g_file_delete (making->file, NULL, NULL);
  sd_window_end_opening (making->window, NULL, error);
}

static void
on_made_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Making) making = data;
  g_autoptr (GError) error = NULL;

  making->reg = sd_register_open_finish (result, &error);
  if (making->reg == NULL || making->content == NULL)
    {
      sd_window_end_opening (making->window, making->reg, error);
      return;
    }

  sd_register_import_async (making->reg, making->content, SD_IMPORT_FILL, NULL, on_content_imported,
                            making);
  g_steal_pointer (&making);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sd_window_end_opening (making->window, NULL, error);
      return;
    }

  /* The task frees its data with itself; the rest of the way goes with a copy. */
  making = g_memdup2 (making, sizeof *making);
  g_object_ref (making->window);
  g_object_ref (making->file);
  if (making->content != NULL)
    g_object_ref (making->content);
  making->county_name = NULL;
  making->source = NULL;
  sd_register_open_async (making->file, 0, sd_get_author (), NULL, on_made_opened, making);
}

static void
make_register (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdRegister) reg = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (making->file);

  if (making->source != NULL)
    {
      making->content = sd_county_read (making->source, &error);
      if (making->content == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  if (making->county_name == NULL)
    making->county_name =
        g_strdup (sd_row_get_text (sd_county_get_row (making->content), SD_COUNTY_NAME));

  g_file_make_directory_with_parents (folder, NULL, NULL);
  reg = sd_register_create (making->file, making->county_name, sd_get_author (), &error);
  if (reg == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sd_register_close (reg);
  g_task_return_boolean (task, TRUE);
}

static void
make_and_open (Making *making)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_made, NULL);

  sd_window_begin_opening (making->window, making->file);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_register);
}

/* Functions of the room */

/* The window in which a file is to be opened: one that shows it, this one while it is free, or a
 * new one. */
SdWindow *
sd_window_for_opening (SdWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (SD_IS_WINDOW (l->data) && shows_file (l->data, file))
      return l->data;

  if (self->session == NULL && self->opening == NULL)
    return self;

  return sd_window_new (SD_APPLICATION (application));
}

void
sd_window_begin_opening (SdWindow *self, GFile *file)
{
  g_autofree char *name = sd_file_get_title (file);
  /* Translators: a file that is being opened. */
  g_autofree char *text = g_strdup_printf (_ ("Opening “%s”…"), name);

  g_set_object (&self->opening, file);
  gtk_label_set_label (self->opening_label, text);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  sd_window_update_actions (self);
}

/* Ends with an open register or with an error. */
void
sd_window_end_opening (SdWindow *self, SdRegister *reg, const GError *error)
{
  gboolean closed = gtk_window_get_application (GTK_WINDOW (self)) == NULL;
  g_autoptr (GFile) file = g_steal_pointer (&self->opening);

  gtk_spinner_stop (self->spinner);
  if (closed)
    {
      if (reg != NULL)
        sd_register_close (reg);
      return;
    }

  if (reg != NULL)
    show_session (self, reg);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      if (g_error_matches (error, SD_REGISTER_ERROR, SD_REGISTER_ERROR_DAMAGED))
        sd_window_show_damaged (self, file, error);
      else
        sd_window_show_error (self, sd_error_get_heading (error), error);
    }

  sd_start_page_refresh (self->start_page);
  sd_window_update_actions (self);
}

/* Public functions */

/**
 * sd_window_open_file:
 * @self: a window
 * @file: a register, or a plan or county as XML
 *
 * Opens a register, in a window of its own if this one is taken; asks where an XML file is to go.
 */
void
sd_window_open_file (SdWindow *self, GFile *file)
{
  SdWindow *window;

  if (has_suffix (file, ".xml"))
    {
      if (self->session != NULL && !sd_session_get_read_only (self->session))
        sd_window_import (self, file);
      else
        sd_window_ask_register_for (self, file);
      return;
    }

  window = sd_window_for_opening (self, file);
  gtk_window_present (GTK_WINDOW (window));
  if (!shows_file (window, file))
    open_register (window, file);
}

/**
 * sd_window_open_sample:
 * @self: a window
 *
 * Opens the user's copy of the sample county, which is made if it is not there.
 */
void
sd_window_open_sample (SdWindow *self)
{
  g_autoptr (GFile) file = sample_file ();
  g_autoptr (GFile) folder = sd_data_dir_get ("samples");
  SdWindow *window = sd_window_for_opening (self, file);
  Making *making;

  gtk_window_present (GTK_WINDOW (window));
  if (shows_file (window, file))
    return;
  if (g_file_query_exists (file, NULL))
    {
      open_register (window, file);
      return;
    }

  making = g_new0 (Making, 1);
  making->window = g_object_ref (window);
  making->file = g_object_ref (file);
  making->source = g_file_get_child (folder, "feixian.xml");
  make_and_open (making);
}

/**
 * sd_window_new_register:
 * @self: a window
 * @file: where the register is to be; a file that is there is refused
 * @county_name: (nullable): name of its county; %NULL takes that of @content
 * @content: (nullable): what goes into it
 *
 * Makes a register and opens it, in a window of its own if this one is taken.
 */
void
sd_window_new_register (SdWindow *self, GFile *file, const char *county_name, SdCounty *content)
{
  Making *making = g_new0 (Making, 1);

  making->window = g_object_ref (sd_window_for_opening (self, file));
  making->file = g_object_ref (file);
  making->county_name = g_strdup (county_name);
  making->content = content != NULL ? g_object_ref (content) : NULL;
  gtk_window_present (GTK_WINDOW (making->window));
  make_and_open (making);
}
