/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "county-view-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SdCountyView, sd_county_view, ADW_TYPE_BIN)

/* Below this width the list of towns goes over the page, which has too little room beside both. */
#define NARROW 1180

/* The pages of single tables, in order. */
static const SdTableView *const table_views[SD_COUNTY_VIEW_N_TABLES] = {
  &sd_table_view_posts,
  &sd_table_view_dispatched,
  &sd_table_view_powers,
  &sd_table_view_duties,
};

/* Helpers */

static void
update_findings_title (SdCountyView *self)
{
  guint n = g_list_model_get_n_items (sd_session_get_findings (self->session));
  /* Translators: title of the list of findings, with their number. */
  g_autofree char *title =
      n > 0 ? g_strdup_printf (_ ("Findings (%u)"), n) : g_strdup (_ ("Findings"));

  adw_view_stack_page_set_title (self->findings_page, title);
}

/* Callbacks */

static void
on_register_notify (SdCountyView *self)
{
  sd_county_view_update_undo (self);
  sd_county_view_update_saved (self);
}

static void
on_county_changed (SdCountyView *self)
{
  sd_county_view_update_plan (self);
}

static void
on_plan_changed (SdCountyView *self)
{
  sd_county_view_update_plan (self);
  sd_county_view_update_content (self);
}

static void
on_stage_changed (SdCountyView *self)
{
  gboolean proposed = g_str_equal (sd_session_get_stage (self->session), "proposed");

  if (!proposed)
    gtk_toggle_button_set_active (self->current_button, TRUE);
  else if (!gtk_toggle_button_get_active (self->changes_button))
    gtk_toggle_button_set_active (self->proposed_button, TRUE);
  sd_county_view_update_gauges (self);
}

static void
on_findings_changed (SdCountyView *self)
{
  update_findings_title (self);
}

static void
on_gauges_changed (SdCountyView *self)
{
  sd_county_view_update_gauges (self);
}

static void
on_town_selected (SdCountyView *self)
{
  if (self->session != NULL)
    sd_county_view_update_content (self);
}

/* Before, after, and what changes between them: the proposed structure in other colours. */
static void
on_stage_toggled (SdCountyView *self)
{
  gboolean changes = gtk_toggle_button_get_active (self->changes_button);

  if (self->session == NULL)
    return;

  if (changes || sd_chart_page_get_coloring (self->chart_page) == SD_CHART_COLORING_CHANGE)
    sd_chart_page_set_coloring (self->chart_page,
                                changes ? SD_CHART_COLORING_CHANGE : SD_CHART_COLORING_KIND);
  sd_session_set_stage (
      self->session, gtk_toggle_button_get_active (self->current_button) ? "current" : "proposed");
}

/* A gauge tells which rows it measures, and which clause sets its limit. */
static void
on_gauge_activated (SdCountyView *self, GtkFlowBoxChild *child, GtkFlowBox *box)
{
  g_autoptr (SdGauge) gauge = g_list_model_get_item (sd_session_get_gauges (self->session),
                                                     (guint) gtk_flow_box_child_get_index (child));

  if (gauge != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.explain-gauge", "s",
                                sd_gauge_get_id (gauge));
}

static void
connect_session (SdCountyView *self, SdSession *session)
{
  const struct
  {
    gpointer object;
    const char *signal;
    void (*callback) (SdCountyView *);
  } signals[] = {
    { sd_session_get_register (session), "notify", on_register_notify },
    { sd_session_get_county (session), "changed", on_county_changed },
    { session, "notify::plan-id", on_plan_changed },
    { session, "notify::stage", on_stage_changed },
    { sd_session_get_findings (session), "items-changed", on_findings_changed },
    { sd_session_get_gauges (session), "items-changed", on_gauges_changed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (signals[i].object, signals[i].signal, G_CALLBACK (signals[i].callback),
                             self, G_CONNECT_SWAPPED);
}

static void
disconnect_session (SdCountyView *self, SdSession *session)
{
  g_signal_handlers_disconnect_by_data (sd_session_get_register (session), self);
  g_signal_handlers_disconnect_by_data (sd_session_get_county (session), self);
  g_signal_handlers_disconnect_by_data (sd_session_get_findings (session), self);
  g_signal_handlers_disconnect_by_data (sd_session_get_gauges (session), self);
  g_signal_handlers_disconnect_by_data (session, self);
}

static void
add_pages (SdCountyView *self)
{
  AdwViewStackPage *page;

  self->chart_page = g_object_new (SD_TYPE_CHART_PAGE, NULL);
  page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->chart_page), "structure",
                                    _ ("Structure"));
  adw_view_stack_page_set_icon_name (page, "sanding-structure-symbolic");

  self->headcount_page = g_object_new (SD_TYPE_HEADCOUNT_PAGE, NULL);
  page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->headcount_page), "headcount",
                                    _ ("Headcount"));
  adw_view_stack_page_set_icon_name (page, "sanding-headcount-symbolic");

  self->flow_page = g_object_new (SD_TYPE_FLOW_PAGE, NULL);
  page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->flow_page), "flow", _ ("Flow"));
  adw_view_stack_page_set_icon_name (page, "sanding-flow-symbolic");

  self->compare_page = g_object_new (SD_TYPE_COMPARE_PAGE, NULL);
  page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->compare_page), "comparison",
                                    _ ("Comparison"));
  adw_view_stack_page_set_icon_name (page, "sanding-comparison-symbolic");

  for (guint i = 0; i < G_N_ELEMENTS (table_views); i++)
    {
      self->table_pages[i] = SD_TABLE_PAGE (sd_table_page_new (table_views[i]));
      page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->table_pages[i]),
                                        table_views[i]->name, _ (table_views[i]->title));
      adw_view_stack_page_set_icon_name (page, table_views[i]->icon);
    }

  self->preview_page = g_object_new (SD_TYPE_PREVIEW_PAGE, NULL);
  page = adw_view_stack_add_titled (self->pages, GTK_WIDGET (self->preview_page), "documents",
                                    _ ("Documents"));
  adw_view_stack_page_set_icon_name (page, "sanding-documents-symbolic");
}

/* Overrides */

static void
sd_county_view_dispose (GObject *object)
{
  SdCountyView *self = SD_COUNTY_VIEW (object);

  if (self->session != NULL)
    disconnect_session (self, self->session);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sd_county_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, pane_flap);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, announcer);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, saved_mark);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, saved_label);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, panes);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, findings_page);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, inspector);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, findings_pane);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, content_stack);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, plan_title);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, plan_subtitle);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, current_button);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, proposed_button);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, changes_button);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, gauges_box);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, pages);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SdCountyView, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_gauge_activated);
}

/* A narrow window */

static gboolean
fold_sidebar (gpointer data)
{
  SdCountyView *self = data;
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (data));
  int width = gtk_widget_get_width (data);

  if (width == 0) /* not laid out yet */
    width = gdk_surface_get_width (surface);
  self->folding = 0;
  adw_flap_set_fold_policy (self->sidebar_flap, width < NARROW ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                               : ADW_FLAP_FOLD_POLICY_NEVER);

  return G_SOURCE_REMOVE;
}

/* Said while the window is being laid out, when nothing may ask for another place. */
static void
on_width_changed (SdCountyView *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add (fold_sidebar, self);
}

static void
sd_county_view_realize (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (sd_county_view_parent_class)->realize (widget);

  surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (on_width_changed), widget,
                           G_CONNECT_SWAPPED);
  on_width_changed (SD_COUNTY_VIEW (widget));
}

static void
sd_county_view_unrealize (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  g_signal_handlers_disconnect_by_data (surface, widget);
  g_clear_handle_id (&SD_COUNTY_VIEW (widget)->folding, g_source_remove);

  GTK_WIDGET_CLASS (sd_county_view_parent_class)->unrealize (widget);
}

static void
sd_county_view_class_init (SdCountyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_county_view_dispose;
  widget_class->realize = sd_county_view_realize;
  widget_class->unrealize = sd_county_view_unrealize;

  g_type_ensure (SD_TYPE_ANNOUNCER);
  g_type_ensure (SD_TYPE_SIDEBAR);
  g_type_ensure (SD_TYPE_INSPECTOR);
  g_type_ensure (SD_TYPE_FINDINGS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/county-view.ui");
  bind_children (widget_class);
}

static void
sd_county_view_init (SdCountyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_use_underline (self->empty_button, TRUE);
  g_signal_connect_object (self->sidebar, "town-selected", G_CALLBACK (on_town_selected), self,
                           G_CONNECT_SWAPPED);
  add_pages (self);
}

/* Public functions */

/**
 * sd_county_view_set_session:
 * @self: a view
 * @session: (nullable): what it shows
 */
void
sd_county_view_set_session (SdCountyView *self, SdSession *session)
{
  if (self->session != NULL)
    disconnect_session (self, self->session);

  g_set_object (&self->session, session);
  sd_chart_page_set_session (self->chart_page, session);
  sd_headcount_page_set_session (self->headcount_page, session);
  sd_flow_page_set_session (self->flow_page, session);
  for (guint i = 0; i < SD_COUNTY_VIEW_N_TABLES; i++)
    sd_table_page_set_session (self->table_pages[i], session);
  sd_compare_page_set_session (self->compare_page, session);
  sd_preview_page_set_session (self->preview_page, session);
  sd_inspector_set_session (self->inspector, session);
  sd_findings_pane_set_session (self->findings_pane, session);
  sd_announcer_set_session (self->announcer, session);
  if (session != NULL)
    {
      connect_session (self, session);
      g_object_bind_property (session, "stage", sd_chart_page_get_view (self->chart_page), "stage",
                              G_BINDING_SYNC_CREATE);
    }

  sd_sidebar_set_session (self->sidebar, session);
  if (session == NULL)
    return;

  sd_county_view_update_undo (self);
  sd_county_view_update_saved (self);
  sd_county_view_update_plan (self);
  sd_county_view_update_content (self);
  sd_county_view_update_gauges (self);
  update_findings_title (self);
  on_stage_changed (self);
}

/**
 * sd_county_view_show_page:
 * @self: a view
 * @name: name of a page, such as "structure" or "powers"
 *
 * Shows a page of the plan, the structure where there is none of that name.
 */
void
sd_county_view_show_page (SdCountyView *self, const char *name)
{
  GtkWidget *page;

  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    name = "structure";
  adw_view_stack_set_visible_child_name (self->pages, name);
  page = adw_view_stack_get_visible_child (self->pages);
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * sd_county_view_show_pane:
 * @self: a view
 * @name: "inspector" or "findings"
 */
void
sd_county_view_show_pane (SdCountyView *self, const char *name)
{
  GtkWidget *pane;

  adw_flap_set_reveal_flap (self->pane_flap, TRUE);
  adw_view_stack_set_visible_child_name (self->panes, name);
  pane = adw_view_stack_get_visible_child (self->panes);
  if (!gtk_widget_grab_focus (pane))
    gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/**
 * sd_county_view_show_row:
 * @self: a view
 * @page: name of a page
 * @row_id: a row of the plan that is edited
 *
 * Shows the row on the page: a table has the keyboard in it, other pages follow the selected unit.
 */
void
sd_county_view_show_row (SdCountyView *self, const char *page, const char *row_id)
{
  SdPlan *plan = sd_session_get_plan (self->session);
  SdRow *row = plan != NULL ? sd_row_set_find_row (SD_ROW_SET (plan), row_id) : NULL;
  GtkWidget *shown;

  sd_county_view_show_page (self, page);
  shown = adw_view_stack_get_visible_child (self->pages);
  if (row != NULL && SD_IS_TABLE_PAGE (shown))
    sd_table_page_show_row (SD_TABLE_PAGE (shown), row);
}

/**
 * sd_county_view_show_in_document:
 * @self: a view
 * @row_id: a row of the plan that is edited
 *
 * Shows where the row is printed.
 */
void
sd_county_view_show_in_document (SdCountyView *self, const char *row_id)
{
  sd_county_view_show_page (self, "documents");
  sd_preview_page_show_row (self->preview_page, row_id);
}

/**
 * sd_county_view_get_preview:
 * @self: a view
 *
 * Returns: (transfer none): the page of the documents
 */
SdPreviewPage *
sd_county_view_get_preview (SdCountyView *self)
{
  return self->preview_page;
}

/**
 * sd_county_view_show_finding:
 * @self: a view
 * @finding: a finding of the plan that is edited
 *
 * Shows the finding in the list of findings.
 */
void
sd_county_view_show_finding (SdCountyView *self, SdFinding *finding)
{
  sd_county_view_show_pane (self, "findings");
  sd_findings_pane_select (self->findings_pane, finding);
}

/**
 * sd_county_view_show_town:
 * @self: a view
 * @town_id: a town of the county
 *
 * Goes to the town, and to its first plan if it has one.
 */
void
sd_county_view_show_town (SdCountyView *self, const char *town_id)
{
  sd_sidebar_select_town (self->sidebar, town_id);
}

/**
 * sd_county_view_toggle_sidebar:
 * @self: a view
 *
 * Shows or hides the list of towns.
 */
void
sd_county_view_toggle_sidebar (SdCountyView *self)
{
  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
}

/**
 * sd_county_view_start_plan:
 * @self: a view
 *
 * Starts a plan for the town that is selected.
 */
void
sd_county_view_start_plan (SdCountyView *self)
{
  SdRow *town = sd_sidebar_get_town (self->sidebar);
  g_autofree char *title = NULL;

  if (town == NULL)
    return;

  /* The title is printed, so it is Chinese whatever the language of the window. */
  title = g_strconcat (sd_row_get_text (town, SD_TOWN_NAME), "行政管理体制改革方案", NULL);
  sd_register_add_plan_async (sd_session_get_register (self->session), sd_row_get_id (town), title,
                              NULL, sd_session_on_done, g_object_ref (self->session));
}
