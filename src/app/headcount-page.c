/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-page.h"

#include <glib/gi18n-lib.h>

#include "headcount-cell.h"
#include "headcount-item.h"

#define GAUGE_PREFIX "gauge-"

struct _SdHeadcountPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkColumnView *view;
  GtkCheckButton *actual_button;

  /* Owned */
  SdSession *session;
  SdPlan *plan;
  GListModel *items;
  GtkSingleSelection *selection;
  GPtrArray *columns; /* of GtkColumnViewColumn with figures, in order */
  GPtrArray *cells;   /* SdHeadcountCell that exist, in no order; borrowed */
};

G_DEFINE_FINAL_TYPE (SdHeadcountPage, sd_headcount_page, ADW_TYPE_BIN)

/* Helpers */

static const SdToken *
type_at (guint i)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);

  return i < types->n_tokens ? &types->tokens[i] : NULL;
}

/* The gauge of a type bears its name, such as gauge-administrative. */
static gint64
limit_of (SdHeadcountPage *self, const SdToken *type)
{
  GListModel *gauges = sd_session_get_gauges (self->session);

  for (guint i = 0; type != NULL && i < g_list_model_get_n_items (gauges); i++)
    {
      g_autoptr (SdGauge) gauge = g_list_model_get_item (gauges, i);

      if (g_str_has_prefix (sd_gauge_get_id (gauge), GAUGE_PREFIX) &&
          g_str_equal (sd_gauge_get_id (gauge) + strlen (GAUGE_PREFIX), type->name) &&
          sd_gauge_get_limit (gauge) >= 0)
        return (gint64) sd_gauge_get_limit (gauge);
    }

  return -1;
}

static void
update_limit (SdHeadcountPage *self, SdHeadcountCell *cell)
{
  SdHeadcountItem *item = sd_headcount_cell_get_item (cell);
  gboolean total = item != NULL && sd_headcount_item_get_unit (item) == NULL &&
                   sd_headcount_item_get_kind (item) == NULL;

  if (item != NULL)
    sd_headcount_cell_set_limit (cell,
                                 total && sd_headcount_cell_get_column (cell) == SD_QUOTA_APPROVED
                                     ? limit_of (self, sd_headcount_cell_get_quota_type (cell))
                                     : -1);
}

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

static gboolean
on_cell_move (SdHeadcountCell *cell, int columns, int rows, SdHeadcountPage *self)
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
on_cell_gone (gpointer data, GObject *cell)
{
  g_ptr_array_remove_fast (SD_HEADCOUNT_PAGE (data)->cells, cell);
}

static void
on_setup_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "place"));
  guint per_column = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens + 1;
  GtkWidget *cell =
      sd_headcount_cell_new (type_at ((guint) place % per_column),
                             (guint) place < per_column ? SD_QUOTA_APPROVED : SD_QUOTA_ACTUAL);

  g_object_set_data (G_OBJECT (cell), "place", GINT_TO_POINTER (place));
  g_signal_connect_object (cell, "move", G_CALLBACK (on_cell_move), self, 0);
  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), on_cell_gone, self);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  SdHeadcountCell *cell = SD_HEADCOUNT_CELL (gtk_list_item_get_child (list_item));

  g_object_set_data (G_OBJECT (cell), "bound", GINT_TO_POINTER (TRUE));
  sd_headcount_cell_set_item (cell, self->session, gtk_list_item_get_item (list_item));
  update_limit (self, cell);
}

/* A line is also unbound and bound again when it is selected. What is being edited must outlive
 * that, so a cell gives up its line only for another. */
static void
on_unbind_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "bound", NULL);
}

static void
show_name (SdHeadcountItem *item, GtkLabel *label)
{
  g_autofree char *name = sd_headcount_item_get_name (item);
  gboolean unit = sd_headcount_item_get_unit (item) != NULL;

  gtk_label_set_label (label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), unit ? name : NULL);
  gtk_widget_set_margin_start (GTK_WIDGET (label), unit ? 18 : 0);
  if (unit)
    gtk_widget_remove_css_class (GTK_WIDGET (label), "total");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "total");
}

static void
on_setup_name (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_name (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  SdHeadcountItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  g_signal_connect_object (item, "changed", G_CALLBACK (show_name), label, 0);
  show_name (item, GTK_LABEL (label));
}

static void
on_unbind_name (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_name,
                                        gtk_list_item_get_child (list_item));
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
    update_limit (self, self->cells->pdata[i]);
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

/* Construction */

static void
add_name_column (SdHeadcountPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ ("Unit"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_name), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_name), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_name), self);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
add_figure_column (SdHeadcountPage *self, const SdToken *type, guint about, gboolean visible)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *name = type != NULL ? sd_token_get_label (type) : _ ("Sum");
  const SdColumn *column_about = &sd_table_get (SD_TABLE_QUOTA)->columns[about];
  g_autofree char *actual = g_strdup_printf ("%s (%s)", name, sd_column_get_label (column_about));
  GtkColumnViewColumn *column =
      gtk_column_view_column_new (about == SD_QUOTA_APPROVED ? name : actual, factory);

  g_object_set_data (G_OBJECT (factory), "place", GINT_TO_POINTER ((int) self->columns->len));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_figure), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_figure), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_figure), self);
  gtk_column_view_column_set_visible (column, visible);
  gtk_column_view_append_column (self->view, column);
  g_ptr_array_add (self->columns, column);
}

static void
add_columns (SdHeadcountPage *self)
{
  static const guint abouts[] = { SD_QUOTA_APPROVED, SD_QUOTA_ACTUAL };
  guint n = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens;

  add_name_column (self);
  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    for (guint j = 0; j <= n; j++)
      add_figure_column (self, type_at (j), abouts[i], i == 0);
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
    g_object_weak_unref (self->cells->pdata[i], on_cell_gone, self);
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
  add_columns (self);

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
