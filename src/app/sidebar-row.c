/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "severity.h"

struct _SdSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkBox *badges;

  /* Borrowed */
  SdSession *session;

  /* Owned */
  SdSidebarItem *item;
};

G_DEFINE_FINAL_TYPE (SdSidebarRow, sd_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

/* Notes are for the list of findings; here they would only take the room of what matters. */
static const SdSeverity shown[] = { SD_SEVERITY_ERROR, SD_SEVERITY_WARNING, SD_SEVERITY_QUESTION };

static void
update_labels (SdSidebarRow *self)
{
  SdRow *town = sd_sidebar_item_get_town (self->item);
  SdRow *plan = sd_sidebar_item_get_plan (self->item);
  const SdToken *kind = sd_row_get_token (town, SD_TOWN_KIND);
  const char *name = sd_row_get_text (town, SD_TOWN_NAME);
  const char *detail = kind != NULL ? sd_token_get_label (kind) : NULL;

  if (sd_sidebar_item_is_scenario (self->item))
    {
      name = sd_row_has (plan, SD_PLAN_SCENARIO) ? sd_row_get_text (plan, SD_PLAN_SCENARIO)
                                                 : sd_row_get_text (plan, SD_PLAN_TITLE);
      detail = NULL;
    }

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->kind_label, detail != NULL ? detail : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               plan != NULL ? sd_row_get_text (plan, SD_PLAN_TITLE) : NULL);
}

/* A plan that was checked and is in order differs from one that was not checked. */
static GtkWidget *
clean_mark_new (void)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("emblem-ok-symbolic");

  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_set_tooltip_text (mark, _ ("No findings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("No findings"), -1);

  return mark;
}

static void
update_badges (SdSidebarRow *self)
{
  SdRow *plan = sd_sidebar_item_get_plan (self->item);
  guint notes;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->badges))) != NULL)
    gtk_box_remove (self->badges, child);
  if (plan == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint count = sd_session_get_n_findings (self->session, sd_row_get_id (plan), shown[i]);

      if (count > 0)
        gtk_box_append (self->badges, sd_severity_badge_new (shown[i], count));
    }

  notes = sd_session_get_n_findings (self->session, sd_row_get_id (plan), SD_SEVERITY_INFO);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->badges)) != NULL ||
      !sd_session_is_checked (self->session, sd_row_get_id (plan)))
    return;
  gtk_box_append (self->badges,
                  notes > 0 ? sd_severity_badge_new (SD_SEVERITY_INFO, notes) : clean_mark_new ());
}

static void
on_counts_changed (SdSession *session, const char *plan_id, SdSidebarRow *self)
{
  SdRow *plan = sd_sidebar_item_get_plan (self->item);

  if (plan != NULL && g_str_equal (sd_row_get_id (plan), plan_id))
    update_badges (self);
}

static void
on_row_notify (SdSidebarRow *self)
{
  update_labels (self);
}

static void
sd_sidebar_row_dispose (GObject *object)
{
  SdSidebarRow *self = SD_SIDEBAR_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (sd_sidebar_row_parent_class)->dispose (object);
}

static void
sd_sidebar_row_class_init (SdSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_sidebar_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SdSidebarRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SdSidebarRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, SdSidebarRow, badges);
}

static void
sd_sidebar_row_init (SdSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_sidebar_row_new:
 * @session: the session; it outlives the row
 * @item: what the row stands for
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sd_sidebar_row_new (SdSession *session, SdSidebarItem *item)
{
  SdSidebarRow *self = g_object_new (SD_TYPE_SIDEBAR_ROW, NULL);
  SdRow *plan = sd_sidebar_item_get_plan (item);
  gboolean heading = sd_sidebar_item_is_heading (item);

  self->session = session;
  self->item = g_object_ref (item);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), !heading);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !heading);
  gtk_widget_set_focusable (GTK_WIDGET (self), !heading);
  if (sd_sidebar_item_is_scenario (item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "scenario");

  g_signal_connect_object (session, "counts-changed", G_CALLBACK (on_counts_changed), self, 0);
  g_signal_connect_object (sd_sidebar_item_get_town (item), "notify", G_CALLBACK (on_row_notify),
                           self, G_CONNECT_SWAPPED);
  if (plan != NULL)
    g_signal_connect_object (plan, "notify", G_CALLBACK (on_row_notify), self, G_CONNECT_SWAPPED);
  update_labels (self);
  update_badges (self);

  return GTK_WIDGET (self);
}

/**
 * sd_sidebar_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it stands for
 */
SdSidebarItem *
sd_sidebar_row_get_item (SdSidebarRow *self)
{
  return self->item;
}
