/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sidebar.h"

#include "sidebar-item.h"
#include "sidebar-row.h"

struct _SdSidebar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *county_label;
  GtkListBox *list;

  /* Owned */
  SdSession *session;
  GPtrArray *items; /* of SdSidebarItem, one a row */
  gboolean updating;
};

enum
{
  SIGNAL_TOWN_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdSidebar, sd_sidebar, ADW_TYPE_BIN)

/* Helpers */

static gboolean
same_items (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!sd_sidebar_item_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static SdSidebarItem *
selected_item (SdSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? sd_sidebar_row_get_item (SD_SIDEBAR_ROW (row)) : NULL;
}

static gboolean
stands_for_plan (SdSidebarItem *item, const char *plan_id)
{
  SdRow *plan = sd_sidebar_item_get_plan (item);

  return plan != NULL && g_strcmp0 (sd_row_get_id (plan), plan_id) == 0;
}

/* The row of the plan that is edited; without one, the row of the town last selected. */
static void
select_current (SdSidebar *self, SdRow *town)
{
  const char *plan_id = sd_session_get_plan_id (self->session);
  int found = -1;

  if (plan_id == NULL && town == NULL && self->items->len > 0)
    town = sd_sidebar_item_get_town (self->items->pdata[0]);
  for (guint i = 0; i < self->items->len && found < 0; i++)
    if (plan_id != NULL ? stands_for_plan (self->items->pdata[i], plan_id)
                        : sd_sidebar_item_get_town (self->items->pdata[i]) == town)
      found = (int) i;

  self->updating = TRUE;
  gtk_list_box_select_row (self->list,
                           found >= 0 ? gtk_list_box_get_row_at_index (self->list, found) : NULL);
  self->updating = FALSE;
}

/* A register that was just opened shows the first town that has a plan; a plan that was just
 * started is shown. */
static void
choose_plan (SdSidebar *self, SdRow *town)
{
  if (sd_session_get_plan_id (self->session) != NULL)
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      SdRow *plan = sd_sidebar_item_get_plan (self->items->pdata[i]);

      if (plan == NULL ||
          (town != NULL && sd_sidebar_item_get_town (self->items->pdata[i]) != town))
        continue;
      sd_session_set_plan_id (self->session, sd_row_get_id (plan));
      return;
    }
}

static gboolean
has_town (GPtrArray *items, SdRow *town)
{
  for (guint i = 0; i < items->len; i++)
    if (sd_sidebar_item_get_town (items->pdata[i]) == town)
      return TRUE;

  return FALSE;
}

/* A town that was just added is what the user wants to go on with. */
static SdRow *
find_added (SdSidebar *self, GPtrArray *items)
{
  for (guint i = items->len; self->items != NULL && i > 0; i--)
    {
      SdRow *town = sd_sidebar_item_get_town (items->pdata[i - 1]);

      if (!has_town (self->items, town))
        return town;
    }

  return NULL;
}

static void
show_items (SdSidebar *self, GPtrArray *items)
{
  GtkWidget *row;

  self->updating = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, sd_sidebar_row_new (self->session, items->pdata[i]));
  self->updating = FALSE;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
}

static void
rebuild (SdSidebar *self)
{
  g_autoptr (GPtrArray) items = sd_sidebar_items_new (sd_session_get_county (self->session));
  SdSidebarItem *selected = selected_item (self);
  SdRow *before = selected != NULL ? sd_sidebar_item_get_town (selected) : NULL;
  SdRow *added = find_added (self, items);
  g_autoptr (SdRow) town = NULL;

  if (self->items != NULL && same_items (self->items, items))
    return;

  if (added != NULL)
    sd_session_set_plan_id (self->session, NULL);
  g_set_object (&town, (added != NULL ? added : before));
  show_items (self, items);
  choose_plan (self, town);
  select_current (self, town);
  g_signal_emit (self, signals[SIGNAL_TOWN_SELECTED], 0);
}

static void
update_county (SdSidebar *self)
{
  SdRow *county = sd_county_get_row (sd_session_get_county (self->session));

  gtk_label_set_label (self->county_label,
                       county != NULL ? sd_row_get_text (county, SD_COUNTY_NAME) : "");
}

/* Callbacks */

static void
on_county_changed (SdSidebar *self)
{
  update_county (self);
  rebuild (self);
}

static void
on_plan_changed (SdSidebar *self)
{
  select_current (self, sd_sidebar_get_town (self));
}

/* The plan that is shown already leads back to its own properties. */
static void
on_row_activated (SdSidebar *self)
{
  if (!self->updating && self->session != NULL)
    sd_session_set_selected_id (self->session, NULL);
}

static void
on_row_selected (SdSidebar *self, GtkListBoxRow *row, GtkListBox *list)
{
  SdRow *plan;

  if (self->updating || row == NULL)
    return;

  plan = sd_sidebar_item_get_plan (sd_sidebar_row_get_item (SD_SIDEBAR_ROW (row)));
  self->updating = TRUE;
  sd_session_set_plan_id (self->session, plan != NULL ? sd_row_get_id (plan) : NULL);
  self->updating = FALSE;
  g_signal_emit (self, signals[SIGNAL_TOWN_SELECTED], 0);
}

/* Overrides */

static void
sd_sidebar_dispose (GObject *object)
{
  SdSidebar *self = SD_SIDEBAR (object);

  sd_sidebar_set_session (self, NULL);

  G_OBJECT_CLASS (sd_sidebar_parent_class)->dispose (object);
}

static void
sd_sidebar_class_init (SdSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_sidebar_dispose;

  /**
   * SdSidebar::town-selected:
   * @self: the sidebar
   *
   * Another town is selected, or the towns are others.
   */
  signals[SIGNAL_TOWN_SELECTED] = g_signal_new ("town-selected", SD_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SdSidebar, county_label);
  gtk_widget_class_bind_template_child (widget_class, SdSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sd_sidebar_init (SdSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sd_sidebar_set_session:
 * @self: a sidebar
 * @session: (nullable): the session whose county it shows
 */
void
sd_sidebar_set_session (SdSidebar *self, SdSession *session)
{
  GtkWidget *row;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_county (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      self->updating = TRUE;
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
        gtk_list_box_remove (self->list, row);
      self->updating = FALSE;
      g_clear_pointer (&self->items, g_ptr_array_unref);
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (sd_session_get_county (session), "changed",
                           G_CALLBACK (on_county_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan-id", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
  on_county_changed (self);
}

/**
 * sd_sidebar_get_town:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the town that is selected
 */
SdRow *
sd_sidebar_get_town (SdSidebar *self)
{
  SdSidebarItem *item = selected_item (self);

  return item != NULL ? sd_sidebar_item_get_town (item) : NULL;
}

/**
 * sd_sidebar_select_town:
 * @self: a sidebar with a session
 * @town_id: a town of the county
 *
 * Selects the town as a click on it does; of several plans it takes the first.
 */
void
sd_sidebar_select_town (SdSidebar *self, const char *town_id)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      SdSidebarItem *item = self->items->pdata[i];

      if (sd_sidebar_item_is_heading (item) ||
          !g_str_equal (sd_row_get_id (sd_sidebar_item_get_town (item)), town_id))
        continue;
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
      return;
    }
}
