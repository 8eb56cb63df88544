/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit-chooser.h"

#include "name-key.h"

#include <glib/gi18n-lib.h>

struct _SdUnitChooser
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *choose_button;
  GtkEditable *search;
  GtkListBox *list;
  GtkCheckButton *option;

  /* Owned */
  char *query;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdUnitChooser, sd_unit_chooser, ADW_TYPE_WINDOW)

static SdNameKey *
get_key (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  SdUnitChooser *self = data;
  guint cost;

  return self->query == NULL || *self->query == '\0' ||
         sd_name_key_match (get_key (row), self->query, &cost) != SD_MATCH_NONE;
}

static GtkListBoxRow *
first_wanted (SdUnitChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_wanted (row, self))
      return row;

  return NULL;
}

static void
on_search_changed (SdUnitChooser *self)
{
  g_free (self->query);
  self->query = g_strdup (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_select_row (self->list, first_wanted (self));
}

static void
on_selected (SdUnitChooser *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_button),
                            gtk_list_box_get_selected_row (self->list) != NULL);
}

static void
on_choose (SdUnitChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "unit"),
                 gtk_check_button_get_active (self->option));
  gtk_window_close (GTK_WINDOW (self));
}

static void
sd_unit_chooser_finalize (GObject *object)
{
  g_free (SD_UNIT_CHOOSER (object)->query);

  G_OBJECT_CLASS (sd_unit_chooser_parent_class)->finalize (object);
}

static void
sd_unit_chooser_class_init (SdUnitChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_unit_chooser_finalize;

  /**
   * SdUnitChooser::chosen:
   * @self: a chooser
   * @unit_id: the unit that was chosen
   * @option: whether what sd_unit_chooser_set_option() offered is wanted
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SD_TYPE_UNIT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/unit-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SdUnitChooser, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SdUnitChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SdUnitChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SdUnitChooser, option);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
}

static void
sd_unit_chooser_init (SdUnitChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}

static void
add_unit (SdUnitChooser *self, SdRow *unit)
{
  const char *name = sd_row_get_text (unit, SD_UNIT_NAME);
  const SdToken *kind = sd_row_get_token (unit, SD_UNIT_KIND);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind != NULL ? sd_token_get_label (kind) : "");
  g_object_set_data_full (G_OBJECT (row), "unit", g_strdup (sd_row_get_id (unit)), g_free);
  g_object_set_data_full (G_OBJECT (row), "key", sd_name_key_new (name),
                          (GDestroyNotify) sd_name_key_free);
  gtk_list_box_append (self->list, row);
}

/**
 * sd_unit_chooser_new:
 * @parent: the window it belongs to
 * @title: what is asked
 * @verb: what choosing does, with an underline
 * @plan: the plan
 * @stage: of which structure the units are
 * @except: (array zero-terminated=1): units that cannot be chosen
 *
 * Returns: (transfer none): the window; see #SdUnitChooser::chosen
 */
GtkWidget *
sd_unit_chooser_new (GtkWindow *parent,
                     const char *title,
                     const char *verb,
                     SdPlan *plan,
                     const char *stage,
                     const char *const *except)
{
  SdUnitChooser *self =
      g_object_new (SD_TYPE_UNIT_CHOOSER, "transient-for", parent, "title", title, NULL);
  SdRow *unit;

  gtk_button_set_label (self->choose_button, verb);
  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    if (sd_row_is (unit, SD_UNIT_STAGE, stage) && !g_strv_contains (except, sd_row_get_id (unit)))
      add_unit (self, unit);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return GTK_WIDGET (self);
}

/**
 * sd_unit_chooser_set_option:
 * @self: a chooser
 * @label: what else can be wanted
 * @active: whether it is at first
 */
void
sd_unit_chooser_set_option (SdUnitChooser *self, const char *label, gboolean active)
{
  gtk_check_button_set_label (self->option, label);
  gtk_check_button_set_active (self->option, active);
  gtk_widget_set_visible (GTK_WIDGET (self->option), TRUE);
}
