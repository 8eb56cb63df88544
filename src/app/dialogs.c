/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs.h"

#include <glib/gi18n-lib.h>

#include "plan/error.h"
#include "plan/token.h"
#include "register/error.h"

static const char *
register_heading (int code)
{
  switch (code)
    {
    case SD_REGISTER_ERROR_NOT_A_REGISTER:
      return _ ("This File Is No Register");
    case SD_REGISTER_ERROR_NEWER:
      return _ ("The Register Is of a Newer Version");
    case SD_REGISTER_ERROR_READ_ONLY:
      return _ ("The Register Can Only Be Read");
    case SD_REGISTER_ERROR_BUSY:
      return _ ("The Register Is in Use");
    case SD_REGISTER_ERROR_FULL:
      return _ ("The Disk Is Full");
    case SD_REGISTER_ERROR_DAMAGED:
      return _ ("The Register Is Damaged");
    case SD_REGISTER_ERROR_EXISTS:
      return _ ("There Is Such a File Already");
    case SD_REGISTER_ERROR_NOT_FOUND:
      return _ ("Not Found");
    case SD_REGISTER_ERROR_IO:
      return _ ("The File Could Not Be Read or Written");
    default:
      return _ ("This Cannot Be Done");
    }
}

/**
 * sd_error_get_heading:
 * @error: what went wrong
 *
 * Returns: a heading for a dialog whose text is the error's sentence
 */
const char *
sd_error_get_heading (const GError *error)
{
  if (error->domain == SD_REGISTER_ERROR)
    return register_heading (error->code);
  if (error->domain == SD_PLAN_ERROR)
    return error->code == SD_PLAN_ERROR_IO ? _ ("The File Could Not Be Read or Written")
                                           : _ ("This File Is No Plan");

  return _ ("This Cannot Be Done");
}

/**
 * sd_get_author:
 *
 * Returns: under which name edits are kept in history
 */
const char *
sd_get_author (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                         : g_get_user_name ();
}

/**
 * sd_file_get_title:
 * @file: a file
 *
 * Returns: (transfer full): its name as people see it
 */
char *
sd_file_get_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/**
 * sd_file_chooser_new:
 * @parent: the window that asks
 * @title: its title
 * @action: what is chosen
 *
 * Returns: (transfer full): the system's file dialog
 */
GtkFileChooserNative *
sd_file_chooser_new (GtkWindow *parent, const char *title, GtkFileChooserAction action)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return chooser;
}

/**
 * sd_file_chooser_filter:
 * @chooser: a file dialog
 * @name: name of the filter
 * @patterns: patterns of names, with blanks between
 *
 * Adds a choice of which files are shown; the first one added holds at first.
 */
void
sd_file_chooser_filter (GtkFileChooserNative *chooser, const char *name, const char *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (patterns, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, each[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/**
 * sd_file_with_suffix:
 * @file: a file that the user named
 * @suffix: how its name has to end, with the point
 *
 * Returns: (transfer full): the file, with the suffix added where it lacks
 */
GFile *
sd_file_with_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder == NULL || g_str_has_suffix (name, suffix))
    return g_object_ref (file);

  longer = g_strconcat (name, suffix, NULL);

  return g_file_get_child (folder, longer);
}

static gboolean
popup (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_popover_popup (popover);

  return G_SOURCE_REMOVE;
}

/**
 * sd_menu_popup:
 * @popover: a menu that has just been made, with its parent
 *
 * Pops it up once it is whole. GTK draws the lines between its sections when there is time, and
 * does not make room for them later: shown at once, it would hide its last item.
 */
void
sd_menu_popup (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, popup, g_object_ref (popover), g_object_unref);
}

/**
 * sd_enumeration_to_model:
 * @first: (nullable): what stands before the tokens
 * @enumeration: an #SdEnumerationId
 *
 * Returns: (transfer full): a string list with the labels of the tokens, in order
 */
GListModel *
sd_enumeration_to_model (const char *const *first, guint enumeration)
{
  const SdEnumeration *tokens = sd_enumeration_get (enumeration);
  GtkStringList *list = gtk_string_list_new (first);

  for (guint i = 0; i < tokens->n_tokens; i++)
    gtk_string_list_append (list, sd_token_get_label (&tokens->tokens[i]));

  return G_LIST_MODEL (list);
}
