/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SdHeadcountPage, sd_headcount_page, ADW_TYPE_BIN)

/* Helpers */

static int
position_of (SdHeadcountPage *self, SdHeadcountItem *wanted)
{
  guint n = g_list_model_get_n_items (self->items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (self->items, i);

      if (item == wanted)
        return (int) i;
    }

  return -1;
}

static SdHeadcountCell *
find_cell (SdHeadcountPage *self, SdHeadcountItem *item, int column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (sd_headcount_cell_get_item (self->cells->pdata[i]) == item &&
        g_object_get_data (self->cells->pdata[i], "bound") != NULL &&
        GPOINTER_TO_INT (g_object_get_data (self->cells->pdata[i], "place")) == column)
      return self->cells->pdata[i];

  return NULL;
}

static gboolean
column_shown (SdHeadcountPage *self, int place)
{
  return place >= 0 && (guint) place < self->columns->len &&
         gtk_column_view_column_get_visible (self->columns->pdata[place]);
}

/* The place of the next cell to the left or right that is shown; past the end of a line the next
 * line begins. */
static gboolean
step_column (SdHeadcountPage *self, int step, int *place, int *line)
{
  *place += step;
  while ((guint) *place < self->columns->len && *place >= 0 && !column_shown (self, *place))
    *place += step;
  if (*place >= 0 && (guint) *place < self->columns->len)
    return TRUE;

  *line += step;
  *place = step > 0 ? 0 : (int) self->columns->len - 1;
  while (!column_shown (self, *place))
    *place += step;

  return TRUE;
}

static SdHeadcountItem *
unit_line (SdHeadcountPage *self, int *line, int step)
{
  int n = (int) g_list_model_get_n_items (self->items);

  for (; *line >= 0 && *line < n; *line += step)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (self->items, (guint) *line);

      if (sd_headcount_item_get_unit (item) != NULL)
        return item; /* the list goes on holding it */
    }

  return NULL;
}

/* The list also moves the focus when it scrolls, so it must not while the focus is in it. */
static void
show_line (SdHeadcountPage *self, guint line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", line);
}

static void
update_selection (SdHeadcountPage *self)
{
  SdRow *unit = sd_session_get_selected_unit (self->session);
  guint n = g_list_model_get_n_items (self->items);

  for (guint i = 0; unit != NULL && i < n; i++)
    {
      g_autoptr (SdHeadcountItem) item = g_list_model_get_item (self->items, i);

      if (sd_headcount_item_get_unit (item) != unit)
        continue;
      if (gtk_single_selection_get_selected (self->selection) != i)
        {
          gtk_single_selection_set_selected (self->selection, i);
          show_line (self, i);
        }
      return;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/* Callbacks */

gboolean
sd_headcount_page_on_cell_move (SdHeadcountCell *cell, int columns, int rows, SdHeadcountPage *self)
{
  int line = position_of (self, sd_headcount_cell_get_item (cell));
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "place"));
  int step = columns + rows > 0 ? 1 : -1;
  SdHeadcountItem *item;
  SdHeadcountCell *target;

  line += rows;
  if (line < 0 || (columns != 0 && !step_column (self, columns, &place, &line)))
    return FALSE;
  item = unit_line (self, &line, step);
  if (item == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) line);
  target = find_cell (self, item, place);

  return target != NULL && gtk_widget_grab_focus (GTK_WIDGET (target));
}

static void
on_rows_changed (SdPlan *plan, SdHeadcountPage *self)
{
  if (self->session == NULL || self->plan != plan)
    return;

  sd_headcount_model_update (self->items, plan, sd_session_get_stage (self->session));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (self->items) > 0 ? "table" : "empty");
  update_selection (self);
}

static void
on_plan_changed (SdHeadcountPage *self)
{
  SdPlan *plan = sd_session_get_plan (self->session);

  if (plan != self->plan)
    {
      if (self->plan != NULL)
        g_signal_handlers_disconnect_by_func (self->plan, on_rows_changed, self);
      g_set_object (&self->plan, plan);
      if (plan != NULL)
        g_signal_connect_object (plan, "changed", G_CALLBACK (on_rows_changed), self, 0);
    }
  if (plan != NULL)
    on_rows_changed (plan, self);
  else
    sd_headcount_model_update (self->items, NULL, "proposed");
}

static void
on_selected_changed (SdHeadcountPage *self)
{
  update_selection (self);
}

static void
on_gauges_changed (SdHeadcountPage *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    sd_headcount_page_update_limit (self, self->cells->pdata[i]);
}

static void
on_row_selected (GtkSingleSelection *selection, GParamSpec *pspec, SdHeadcountPage *self)
{
  SdHeadcountItem *item = gtk_single_selection_get_selected_item (selection);
  SdRow *unit = item != NULL ? sd_headcount_item_get_unit (item) : NULL;

  if (unit != NULL && self->session != NULL)
    sd_session_set_selected_id (self->session, sd_row_get_id (unit));
}

static void
on_actual_toggled (SdHeadcountPage *self)
{
  gboolean shown = gtk_check_button_get_active (self->actual_button);

  for (guint i = self->columns->len / 2; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (self->columns->pdata[i], shown);
}

/* Overrides */

static void
sd_headcount_page_dispose (GObject *object)
{
  SdHeadcountPage *self = SD_HEADCOUNT_PAGE (object);

  sd_headcount_page_set_session (self, NULL);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  for (guint i = 0; i < self->cells->len; i++)
    g_object_weak_unref (self->cells->pdata[i], sd_headcount_page_on_cell_gone, self);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (sd_headcount_page_parent_class)->dispose (object);
}

static void
sd_headcount_page_finalize (GObject *object)
{
  SdHeadcountPage *self = SD_HEADCOUNT_PAGE (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (sd_headcount_page_parent_class)->finalize (object);
}

/* The focus goes to the figures of the selected unit, or of the first one. */
static gboolean
sd_headcount_page_grab_focus (GtkWidget *widget)
{
  SdHeadcountPage *self = SD_HEADCOUNT_PAGE (widget);
  int line = (int) gtk_single_selection_get_selected (self->selection);
  SdHeadcountItem *item;
  SdHeadcountCell *cell;

  line = MAX (line, 0);
  item = unit_line (self, &line, 1);
  cell = item != NULL ? find_cell (self, item, 0) : NULL;

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
sd_headcount_page_class_init (SdHeadcountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_headcount_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_headcount_page_finalize;
  widget_class->grab_focus = sd_headcount_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/headcount-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, view);
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, actual_button);
  gtk_widget_class_bind_template_callback (widget_class, on_actual_toggled);
}

static void
sd_headcount_page_init (SdHeadcountPage *self)
{
  self->cells = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = sd_headcount_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_headcount_page_add_columns (self);

  self->selection = gtk_single_selection_new (g_object_ref (self->items));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_row_selected), self,
                           0);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * sd_headcount_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan it shows
 */
void
sd_headcount_page_set_session (SdHeadcountPage *self, SdSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_gauges (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      if (self->plan != NULL)
        g_signal_handlers_disconnect_by_func (self->plan, on_rows_changed, self);
      g_clear_object (&self->plan);
      sd_headcount_model_update (self->items, NULL, "proposed");
    }

  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::stage", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sd_session_get_gauges (session), "items-changed",
                           G_CALLBACK (on_gauges_changed), self, G_CONNECT_SWAPPED);
  on_plan_changed (self);
}
