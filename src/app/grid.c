/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid-private.h"

/* In a narrow window the table scrolls; texts that give way to others can still be read. */
#define LEAST_CHARS 16

enum
{
  SIGNAL_STALE,
  SIGNAL_LINE_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdGrid, sd_grid, ADW_TYPE_BIN)

/* Helpers */

/* Whether the focus may go to cells of the column. */
static gboolean
takes_focus (SdGrid *self, int place)
{
  return sd_grid_is_shown (self, place) &&
         (g_array_index (self->flags, SdGridColumnFlags, place) & SD_GRID_COLUMN_TITLE) == 0;
}

/* The place of the next cell to the left or right; past the end of a line the next line begins. */
static void
step_column (SdGrid *self, int step, int *place, int *line)
{
  int n = (int) self->columns->len;

  *place += step;
  while (*place >= 0 && *place < n && !takes_focus (self, *place))
    *place += step;
  if (*place >= 0 && *place < n)
    return;

  *line += step;
  *place = step > 0 ? 0 : n - 1;
  while (!takes_focus (self, *place))
    *place += step;
}

/* The next line that is of a row. */
static SdGridItem *
row_line (SdGrid *self, int *line, int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (; *line >= 0 && *line < n; *line += step)
    {
      g_autoptr (SdGridItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->items), (guint) *line);

      if (sd_grid_item_get_row (item) != NULL)
        return item; /* the list goes on holding it */
    }

  return NULL;
}

/* Callbacks */

static gboolean
on_cell_move (SdGridCell *cell, int columns, int rows, SdGrid *self)
{
  int line = sd_grid_position_of (self, sd_grid_cell_get_item (cell));
  int place = (int) sd_grid_cell_get_place (cell);
  int step = columns + rows > 0 ? 1 : -1;
  SdGridItem *item;
  SdGridCell *target;

  line += rows;
  if (line >= 0 && columns != 0)
    step_column (self, columns, &place, &line);
  item = row_line (self, &line, step);
  if (item == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) line);
  target = sd_grid_find_item_cell (self, item, place);

  return target != NULL && gtk_widget_grab_focus (GTK_WIDGET (target));
}

/* Where the focus is, is what is selected, once one has moved in the table. */
static void
on_cell_focused (SdGridCell *cell, SdGrid *self)
{
  SdGridItem *item = sd_grid_cell_get_item (cell);
  SdRow *unit = item != NULL ? sd_grid_item_get_unit (item) : NULL;
  int line = sd_grid_position_of (self, item);

  sd_grid_drop_range (self);
  if (self->is_entered)
    return;
  if (line >= 0)
    sd_grid_select_line (self, (guint) line);
  if (unit != NULL)
    sd_session_set_selected_id (self->session, sd_row_get_id (unit));
}

static void
on_cell_gone (gpointer grid, GObject *cell)
{
  g_ptr_array_remove_fast (SD_GRID (grid)->cells, cell);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdGrid *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "place"));
  SdGridColumnFlags flags = g_array_index (self->flags, SdGridColumnFlags, place);
  GtkWidget *cell =
      sd_grid_cell_new (place, gtk_column_view_column_get_title (self->columns->pdata[place]),
                        (flags & SD_GRID_COLUMN_NUMBER) != 0,
                        (flags & SD_GRID_COLUMN_EXPANDS) != 0 ? LEAST_CHARS : -1);

  g_signal_connect_object (cell, "move", G_CALLBACK (on_cell_move), self, 0);
  g_signal_connect_object (cell, "focused", G_CALLBACK (on_cell_focused), self, 0);
  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), on_cell_gone, self);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdGrid *self)
{
  SdGridCell *cell = SD_GRID_CELL (gtk_list_item_get_child (list_item));

  sd_grid_cell_set_bound (cell, TRUE);
  sd_grid_cell_set_item (cell, gtk_list_item_get_item (list_item));
  if (!takes_focus (self, (int) sd_grid_cell_get_place (cell)))
    gtk_widget_set_focusable (GTK_WIDGET (cell), FALSE);
  sd_grid_show_range (self, cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdGrid *self)
{
  sd_grid_cell_set_bound (SD_GRID_CELL (gtk_list_item_get_child (list_item)), FALSE);
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, SdGrid *self)
{
  SdGridItem *item = gtk_single_selection_get_selected_item (selection);
  SdRow *unit = item != NULL ? sd_grid_item_get_unit (item) : NULL;

  g_signal_emit (self, signals[SIGNAL_LINE_SELECTED], 0);
  if (unit != NULL && self->session != NULL)
    sd_session_set_selected_id (self->session, sd_row_get_id (unit));
}

static int
on_compare (gconstpointer a, gconstpointer b, gpointer place)
{
  return sd_grid_item_compare ((SdGridItem *) a, (SdGridItem *) b, GPOINTER_TO_UINT (place));
}

/* The grid itself may be hidden by what a page says where it is empty. */
static void
on_parent_changed (SdGrid *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    g_signal_connect_object (parent, "map", G_CALLBACK (sd_grid_refresh), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Overrides */

static void
sd_grid_dispose (GObject *object)
{
  SdGrid *self = SD_GRID (object);

  sd_grid_set_session (self, NULL);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  for (guint i = 0; i < self->cells->len; i++)
    g_object_weak_unref (self->cells->pdata[i], on_cell_gone, self);
  g_ptr_array_set_size (self->cells, 0);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (sd_grid_parent_class)->dispose (object);
}

static void
sd_grid_finalize (GObject *object)
{
  SdGrid *self = SD_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->flags);

  G_OBJECT_CLASS (sd_grid_parent_class)->finalize (object);
}

/* The focus goes to the selected line, or to the first one. Who comes to the table from elsewhere
 * has chosen nothing in it yet: what is selected stays. */
static gboolean
sd_grid_grab_focus (GtkWidget *widget)
{
  SdGrid *self = SD_GRID (widget);
  int line = (int) gtk_single_selection_get_selected (self->selection);
  int place = 0;
  SdGridItem *item;
  SdGridCell *cell;
  gboolean done;

  line = MAX (line, 0);
  while ((guint) place < self->columns->len && !takes_focus (self, place))
    place++;
  item = row_line (self, &line, 1);
  cell = item != NULL ? sd_grid_find_item_cell (self, item, place) : NULL;

  self->is_entered = TRUE;
  done = cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
  self->is_entered = FALSE;

  return done;
}

static gboolean
sd_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SdGrid *self = SD_GRID (widget);
  const gboolean is_outside = gtk_widget_get_focus_child (widget) == NULL;
  gboolean done;

  if (is_outside && gtk_widget_grab_focus (widget))
    return TRUE;
  self->is_entered = is_outside;
  done = GTK_WIDGET_CLASS (sd_grid_parent_class)->focus (widget, direction);
  self->is_entered = FALSE;

  return done;
}

static void
sd_grid_class_init (SdGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_grid_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sd_grid_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = sd_grid_focus;
  sd_grid_install_menu (GTK_WIDGET_CLASS (klass));

  /**
   * SdGrid::stale:
   * @self: the grid
   *
   * The plan, its stage or its gauges are others: the lines are to be made anew.
   */
  signals[SIGNAL_STALE] =
      g_signal_new ("stale", SD_TYPE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SdGrid::line-selected:
   * @self: the grid
   *
   * Another line is selected, or none.
   */
  signals[SIGNAL_LINE_SELECTED] = g_signal_new ("line-selected", SD_TYPE_GRID, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_grid_init (SdGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cells = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->flags = g_array_new (FALSE, TRUE, sizeof (SdGridColumnFlags));
  self->items = g_list_store_new (SD_TYPE_GRID_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, 0);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "grid");
  gtk_widget_add_css_class (scroller, "cut-off");
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect (self, "notify::parent", G_CALLBACK (on_parent_changed), NULL);
  sd_grid_add_clipboard (self);
  sd_grid_add_menu (self);
}

/* Functions of the grid */

/* The lines of a page that is not seen are made when it is: an edit is to be quick. */
void
sd_grid_make_stale (SdGrid *self)
{
  self->is_stale = TRUE;
  sd_grid_refresh (self);
}

void
sd_grid_refresh (SdGrid *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!self->is_stale || self->session == NULL || parent == NULL || !gtk_widget_get_mapped (parent))
    return;

  self->is_stale = FALSE;
  g_signal_emit (self, signals[SIGNAL_STALE], 0);
}

gboolean
sd_grid_is_shown (SdGrid *self, int place)
{
  return place >= 0 && (guint) place < self->columns->len &&
         gtk_column_view_column_get_visible (self->columns->pdata[place]);
}

int
sd_grid_position_of (SdGrid *self, SdGridItem *item)
{
  guint position;

  if (item == NULL || !g_list_store_find (self->items, item, &position))
    return -1;

  return (int) position;
}

/* Public functions */

/**
 * sd_grid_new:
 *
 * Returns: (transfer floating): a grid without columns and lines
 */
GtkWidget *
sd_grid_new (void)
{
  return g_object_new (SD_TYPE_GRID, NULL);
}

/**
 * sd_grid_set_label:
 * @self: a grid
 * @label: what a reader of the screen calls it
 */
void
sd_grid_set_label (SdGrid *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * sd_grid_get_items:
 * @self: a grid
 *
 * Returns: (transfer none): its lines, of #SdGridItem
 */
GListStore *
sd_grid_get_items (SdGrid *self)
{
  return self->items;
}

/**
 * sd_grid_add_column:
 * @self: a grid
 * @title: its title
 * @width: its width in pixels; -1 for what it needs
 * @flags: what it is like
 *
 * Adds a column; its place is the number of those before it.
 *
 * Returns: (transfer none): the column
 */
GtkColumnViewColumn *
sd_grid_add_column (SdGrid *self, const char *title, int width, SdGridColumnFlags flags)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);
  gpointer place = GUINT_TO_POINTER (self->columns->len);
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "place", place);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, (flags & SD_GRID_COLUMN_EXPANDS) != 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  if ((flags & SD_GRID_COLUMN_SORTS) != 0)
    {
      sorter = GTK_SORTER (gtk_custom_sorter_new (on_compare, place, NULL));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_array_append_val (self->flags, flags);
  g_ptr_array_add (self->columns, column);
  gtk_column_view_append_column (self->view, column);

  return column;
}

/**
 * sd_grid_get_n_columns:
 * @self: a grid
 *
 * Returns: how many columns it has
 */
guint
sd_grid_get_n_columns (SdGrid *self)
{
  return self->columns->len;
}

/**
 * sd_grid_get_column:
 * @self: a grid
 * @place: a place
 *
 * Returns: (transfer none): the column there
 */
GtkColumnViewColumn *
sd_grid_get_column (SdGrid *self, guint place)
{
  return self->columns->pdata[place];
}

/**
 * sd_grid_get_sorter:
 * @self: a grid
 *
 * Returns: (transfer none): the order that the titles of the columns were clicked for
 */
GtkSorter *
sd_grid_get_sorter (SdGrid *self)
{
  return gtk_column_view_get_sorter (self->view);
}

/**
 * sd_grid_update:
 * @self: a grid
 * @wanted: (element-type SdGridItem): the lines that it is to show
 *
 * Shows these lines, and keeps what is selected and edited where the line stays.
 */
void
sd_grid_update (SdGrid *self, GPtrArray *wanted)
{
  sd_grid_items_update (self->items, wanted);
  sd_grid_update_selection (self);
}
