/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "start-page.h"

#include <glib/gi18n-lib.h>

#include "plan/xml.h"
#include "recent.h"

#define MOST_RECENT 5

struct _SdStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

enum
{
  SIGNAL_OPEN_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdStartPage, sd_start_page, ADW_TYPE_BIN)

static GtkWidget *
recent_row_new (GFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = sd_file_get_name (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  g_autofree char *title = g_path_get_basename (name);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (g_str_has_suffix (title, ".sanding"))
    title[strlen (title) - strlen (".sanding")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place != NULL ? place : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);

  return row;
}

static void
on_recent_activated (SdStartPage *self, GtkListBoxRow *row, GtkListBox *list)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_FILE], 0, g_object_get_data (G_OBJECT (row), "file"));
}

static void
sd_start_page_class_init (SdStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * SdStartPage::open-file:
   * @self: the page
   * @file: a register on the list of recent ones
   */
  signals[SIGNAL_OPEN_FILE] = g_signal_new ("open-file", SD_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SdStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated);
}

static void
sd_start_page_init (SdStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_start_page_refresh (self);
}

/**
 * sd_start_page_refresh:
 * @self: the page
 *
 * Reads the list of recent registers again.
 */
void
sd_start_page_refresh (SdStartPage *self)
{
  g_autoptr (GPtrArray) files = sd_recent_list (MOST_RECENT);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->recent_list, recent_row_new (files->pdata[i]));

  gtk_widget_set_visible (self->recent_group, files->len > 0);
}
