/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-page-private.h"

#include <glib/gi18n-lib.h>

#include "name-key.h"
#include "table-item.h"

G_DEFINE_FINAL_TYPE (SdTablePage, sd_table_page, ADW_TYPE_BIN)

/* Lines */

static void
add_row (SdTablePage *self, SdSession *session, GPtrArray *items, SdRow *row)
{
  if (self->view->shows == NULL || self->view->shows (session, row))
    g_ptr_array_add (items, sd_table_item_new (self->view, session, row));
}

/* All rows of the table that the page is about, filtered or not; in the order of
 * the units. */
static GPtrArray *
list_rows (SdTablePage *self, SdSession *session)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  SdPlan *plan = sd_session_get_plan (session);
  gboolean below = sd_table_get (self->view->table)->parent == SD_TABLE_UNIT;
  SdRow *row;

  if (plan == NULL)
    return items;

  SD_FOREACH_ROW (row, plan, below ? SD_TABLE_UNIT : self->view->table)
    {
      g_autoptr (GPtrArray) children = NULL;

      if (!below)
        {
          add_row (self, session, items, row);
          continue;
        }
      children =
          sd_row_set_get_children (SD_ROW_SET (plan), self->view->table, sd_row_get_id (row));
      for (guint i = 0; i < children->len; i++)
        add_row (self, session, items, children->pdata[i]);
    }

  return items;
}

/* Chinese is also found by its readings and their initials. */
static gboolean
reads_as (const char *text, const char *wanted)
{
  g_autoptr (SdNameKey) key = NULL;
  guint cost;

  if (!g_str_is_ascii (wanted) || g_str_is_ascii (text))
    return FALSE;
  key = sd_name_key_new (text);

  return sd_name_key_match (key, wanted, &cost) <= SD_MATCH_CONTIGUOUS;
}

static gboolean
has_text (SdTablePage *self, SdGridItem *item, const char *wanted)
{
  for (guint place = 0; place < self->view->n_columns; place++)
    {
      g_autofree char *text = sd_grid_item_get_text (item, place);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (strstr (folded, wanted) != NULL || reads_as (text, wanted))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
filter_rows (SdTablePage *self, GPtrArray *items)
{
  g_autofree char *wanted =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  GPtrArray *matching = g_ptr_array_new_with_free_func (g_object_unref);

  g_strstrip (wanted);
  for (guint i = 0; i < items->len; i++)
    if (sd_table_filter_matches (self->filter, items->pdata[i]) &&
        (*wanted == '\0' || has_text (self, items->pdata[i], wanted)))
      g_ptr_array_add (matching, g_object_ref (items->pdata[i]));

  return matching;
}

static char *
heading_of (SdTablePage *self, SdGridItem *item)
{
  int group = sd_table_filter_get_group (self->filter);
  const char *section = sd_table_item_get_section (SD_TABLE_ITEM (item));
  g_autofree char *text = NULL;

  if (section != NULL)
    return g_strdup (section);
  if (group < 0)
    return NULL;

  text = sd_grid_item_get_text (item, (guint) group);

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("—");
}

/* What stands apart goes first; then by group, by what the user sorts by, as the plan has it. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer page)
{
  SdTablePage *self = page;
  SdGridItem *item = *(SdGridItem **) a, *other = *(SdGridItem **) b;
  int group = sd_table_filter_get_group (self->filter);
  GtkSorter *sorter = sd_grid_get_sorter (self->grid);
  int order = (sd_table_item_get_section (SD_TABLE_ITEM (item)) == NULL) -
              (sd_table_item_get_section (SD_TABLE_ITEM (other)) == NULL);

  if (order == 0 && group >= 0)
    order = sd_grid_item_compare (item, other, (guint) group);
  if (order == 0)
    order = (int) gtk_sorter_compare (sorter, item, other);

  return order;
}

/* The rows of the lines from @start to before @end. */
static GPtrArray *
take_rows (GPtrArray *items, guint start, guint end)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = start; i < end; i++)
    g_ptr_array_add (rows, g_object_ref (sd_grid_item_get_row (items->pdata[i])));

  return rows;
}

/* Puts a heading above each group, with the number of its rows. */
static GPtrArray *
add_headings (SdTablePage *self, SdSession *session, GPtrArray *items)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len;)
    {
      g_autofree char *heading = heading_of (self, items->pdata[i]);
      guint end = i + 1;

      for (; end < items->len; end++)
        {
          g_autofree char *next = heading_of (self, items->pdata[end]);

          if (g_strcmp0 (heading, next) != 0)
            break;
        }
      if (heading != NULL)
        g_ptr_array_add (lines, sd_table_item_new_heading (self->view, session, heading,
                                                           take_rows (items, i, end)));
      for (; i < end; i++)
        g_ptr_array_add (lines, g_object_ref (items->pdata[i]));
    }

  return lines;
}

static void
update_summary (SdTablePage *self, SdSession *session, guint n, guint matching)
{
  g_autofree char *filter = sd_table_filter_describe (self->filter);
  g_autofree char *summary = self->view->summarize (session);
  g_autofree char *text = NULL;

  if (matching < n)
    /* Translators: how many rows are shown, of how many, and what they are filtered by. */
    text = g_strdup_printf (_ ("Shown: %u of %u%s%s · %s"), matching, n,
                            filter != NULL ? " · " : "", filter != NULL ? filter : "", summary);
  gtk_label_set_label (self->summary_label, text != NULL ? text : summary);
  if (filter != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

/* Callbacks */

static void
update (SdTablePage *self)
{
  SdSession *session = sd_grid_get_session (self->grid);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) matching = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (session == NULL)
    return;

  items = list_rows (self, session);
  sd_table_filter_update (self->filter, items);
  matching = filter_rows (self, items);
  g_ptr_array_sort_with_data (matching, compare_items, self);
  lines = add_headings (self, session, matching);
  sd_grid_update (self->grid, lines);

  if (sd_session_get_plan (session) != NULL)
    update_summary (self, session, items->len, matching->len);
  gtk_widget_set_visible (self->summary_box, items->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !sd_session_get_read_only (session));
  gtk_widget_set_sensitive (self->import_button, !sd_session_get_read_only (session));
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0   ? "table"
                                                 : items->len > 0 ? "nothing"
                                                                  : "empty");
}

static void
on_filter_changed (SdTablePage *self)
{
  update (self);
}

static void
on_stop_search (SdTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_show_all (SdTablePage *self)
{
  sd_table_page_show_all (self);
}

static void
on_line_selected (SdTablePage *self)
{
  SdGridItem *item = sd_grid_get_selected_item (self->grid);

  gtk_widget_set_sensitive (self->delete_button,
                            item != NULL && sd_grid_item_get_row (item) != NULL &&
                                !sd_session_get_read_only (sd_grid_item_get_session (item)));
}

static void
on_delete_clicked (SdTablePage *self)
{
  sd_table_page_delete (self);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        SdTablePage *self)
{
  if (key != GDK_KEY_Delete || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  sd_table_page_delete (self);

  return GDK_EVENT_STOP;
}

static void
on_import_clicked (SdTablePage *self)
{
  sd_table_page_choose_import (self);
}

static void
on_add_shown (SdTablePage *self)
{
  sd_table_page_fill_add (self);
}

static void
on_add_activated (SdTablePage *self)
{
  sd_table_page_add (self);
}

/* Overrides */

static void
sd_table_page_finalize (GObject *object)
{
  g_ptr_array_unref (SD_TABLE_PAGE (object)->units);

  G_OBJECT_CLASS (sd_table_page_parent_class)->finalize (object);
}

static gboolean
sd_table_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SD_TABLE_PAGE (widget)->grid));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, delete_button);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, add_popover);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, unit_choice);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, add_entry);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, summary_box);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, source_button);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, grid);
  gtk_widget_class_bind_template_child (widget_class, SdTablePage, empty_page);
}

static void
sd_table_page_class_init (SdTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sd_table_page_finalize;
  widget_class->grab_focus = sd_table_page_grab_focus;
  g_type_ensure (SD_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/sanding/Sanding/table-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_add_activated);
}

static void
sd_table_page_init (SdTablePage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->units = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), key);
  g_signal_connect_object (self->grid, "stale", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "line-selected", G_CALLBACK (on_line_selected), self,
                           G_CONNECT_SWAPPED);
}

static void
add_columns (SdTablePage *self)
{
  for (guint place = 0; place < self->view->n_columns; place++)
    {
      const SdTableViewColumn *column = &self->view->columns[place];
      SdColumnType type = sd_table_get (self->view->table)->columns[column->column].type;
      gboolean number =
          column->get_text == NULL && (type == SD_TYPE_INTEGER || type == SD_TYPE_REAL);

      sd_grid_add_column (self->grid, sd_table_view_get_title (self->view, place),
                          column->width > 0 ? column->width : -1,
                          SD_GRID_COLUMN_SORTS | (number ? SD_GRID_COLUMN_NUMBER : 0) |
                              (column->width == 0 ? SD_GRID_COLUMN_EXPANDS : 0));
    }
}

/* Functions of the page */

void
sd_table_page_show_all (SdTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  sd_table_filter_reset (self->filter);
  update (self);
}

/* Public functions */

/**
 * sd_table_page_new:
 * @view: what it shows
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
sd_table_page_new (const SdTableView *view)
{
  SdTablePage *self = g_object_new (SD_TYPE_TABLE_PAGE, NULL);
  const char *table = sd_table_get_label (sd_table_get (view->table));
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), table);

  self->view = view;
  self->filter = SD_TABLE_FILTER (sd_table_filter_new (view));
  gtk_popover_set_child (self->filter_popover, GTK_WIDGET (self->filter));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
  adw_status_page_set_icon_name (self->empty_page, view->icon);
  adw_status_page_set_title (self->empty_page, _ ("Nothing Here Yet"));
  adw_status_page_set_description (self->empty_page, _ (view->empty));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->source_button), "u", view->table);
  sd_grid_set_label (self->grid, _ (view->title));
  gtk_widget_set_visible (self->import_button, view->table == SD_TABLE_POWER);
  add_columns (self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sd_grid_get_sorter (self->grid), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sd_table_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan it shows
 */
void
sd_table_page_set_session (SdTablePage *self, SdSession *session)
{
  sd_grid_set_session (self->grid, session);
}

/**
 * sd_table_page_get_grid:
 * @self: a page
 *
 * Returns: (transfer none): its grid
 */
SdGrid *
sd_table_page_get_grid (SdTablePage *self)
{
  return self->grid;
}

/**
 * sd_table_page_show_row:
 * @self: a page
 * @row: a row of its table
 *
 * Selects the row and moves the keyboard there, whatever is filtered by.
 */
void
sd_table_page_show_row (SdTablePage *self, SdRow *row)
{
  SdGridCell *cell;

  sd_table_page_show_all (self);
  cell = sd_grid_show_row (self->grid, row);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}
