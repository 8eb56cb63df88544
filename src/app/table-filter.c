/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-filter.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkDropDown *widget; /* borrowed */
  GPtrArray *values;   /* of texts, in the order of the choices after the first */
  char *wanted;        /* NULL for all */
} Filter;

struct _SdTableFilter
{
  GtkWidget parent_instance;

  const SdTableView *view;
  Filter filters[SD_TABLE_VIEW_MOST_FILTERS];
  GtkDropDown *group; /* borrowed */
  gboolean updating;  /* the choices follow the rows, not the user */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdTableFilter, sd_table_filter, GTK_TYPE_WIDGET)

/* Helpers */

static char *
text_of (SdGridItem *item, guint place)
{
  g_autofree char *text = sd_grid_item_get_text (item, place);

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup ("—");
}

typedef struct
{
  SdGridItem *item;
  guint count;
} Value;

static int
compare_values (gconstpointer a, gconstpointer b, gpointer place)
{
  return sd_grid_item_compare ((*(Value **) a)->item, (*(Value **) b)->item,
                               GPOINTER_TO_UINT (place));
}

/* The texts that stand at a place, in order, with how many rows have each. */
static GPtrArray *
list_values (GPtrArray *items, guint place)
{
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = text_of (items->pdata[i], place);
      Value *value = g_hash_table_lookup (by_text, text);

      if (value == NULL)
        {
          value = g_new0 (Value, 1);
          value->item = items->pdata[i];
          g_ptr_array_add (values, value);
          g_hash_table_insert (by_text, g_steal_pointer (&text), value);
        }
      value->count++;
    }
  g_ptr_array_sort_with_data (values, compare_values, GUINT_TO_POINTER (place));

  return values;
}

static gboolean
models_equal (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                   gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
      return FALSE;

  return TRUE;
}

static void
update_filter (Filter *filter, GPtrArray *items, guint place)
{
  g_autoptr (GPtrArray) values = list_values (items, place);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _ ("All"));
  g_ptr_array_set_size (filter->values, 0);
  for (guint i = 0; i < values->len; i++)
    {
      Value *value = values->pdata[i];
      char *text = text_of (value->item, place);

      g_ptr_array_add (filter->values, text);
      gtk_string_list_take (labels, g_strdup_printf ("%s (%u)", text, value->count));
      if (g_strcmp0 (filter->wanted, text) == 0)
        selected = i + 1;
    }

  if (!models_equal (gtk_drop_down_get_model (filter->widget), G_LIST_MODEL (labels)))
    gtk_drop_down_set_model (filter->widget, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (filter->widget, selected);
  if (selected == 0)
    g_clear_pointer (&filter->wanted, g_free);
}

/* Callbacks */

static void
on_selected (SdTableFilter *self)
{
  if (self->updating)
    return;

  for (guint i = 0; i < self->view->n_filters; i++)
    {
      Filter *filter = &self->filters[i];
      guint selected = gtk_drop_down_get_selected (filter->widget);

      g_free (filter->wanted);
      filter->wanted = selected > 0 && selected <= filter->values->len
                           ? g_strdup (filter->values->pdata[selected - 1])
                           : NULL;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Overrides */

static void
sd_table_filter_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sd_table_filter_parent_class)->dispose (object);
}

static void
sd_table_filter_finalize (GObject *object)
{
  SdTableFilter *self = SD_TABLE_FILTER (object);

  for (guint i = 0; i < SD_TABLE_VIEW_MOST_FILTERS; i++)
    {
      g_clear_pointer (&self->filters[i].values, g_ptr_array_unref);
      g_free (self->filters[i].wanted);
    }

  G_OBJECT_CLASS (sd_table_filter_parent_class)->finalize (object);
}

static void
sd_table_filter_class_init (SdTableFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sd_table_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_table_filter_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_GRID_LAYOUT);

  /**
   * SdTableFilter::changed:
   * @self: the filter
   *
   * The user chose another filter or group.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SD_TYPE_TABLE_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_table_filter_init (SdTableFilter *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_grid_layout_set_row_spacing (GTK_GRID_LAYOUT (layout), 6);
  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), 12);
}

/* Public functions */

static GtkDropDown *
add_choice (SdTableFilter *self, guint line, const char *title, GtkStringList *choices)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *widget = gtk_drop_down_new (G_LIST_MODEL (choices), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_size_request (widget, 200, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_object_set (gtk_layout_manager_get_layout_child (layout, label), "row", (int) line, NULL);
  g_object_set (gtk_layout_manager_get_layout_child (layout, widget), "row", (int) line, "column",
                1, NULL);
  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (on_selected), self);

  return GTK_DROP_DOWN (widget);
}

/**
 * sd_table_filter_new:
 * @view: what the page shows
 *
 * Returns: (transfer floating): its filter
 */
GtkWidget *
sd_table_filter_new (const SdTableView *view)
{
  SdTableFilter *self = g_object_new (SD_TYPE_TABLE_FILTER, NULL);
  GtkStringList *groups = gtk_string_list_new (NULL);

  self->view = view;
  self->updating = TRUE;
  gtk_string_list_append (groups, _ ("No groups"));
  for (guint i = 0; i < view->n_filters; i++)
    {
      const char *title = sd_table_view_get_title (view, view->filters[i]);

      self->filters[i].values = g_ptr_array_new_with_free_func (g_free);
      self->filters[i].widget = add_choice (self, i, title, gtk_string_list_new (NULL));
      gtk_string_list_append (groups, title);
    }
  self->group = add_choice (self, view->n_filters, _ ("Group by"), groups);
  self->updating = FALSE;

  return GTK_WIDGET (self);
}

/**
 * sd_table_filter_update:
 * @self: a filter
 * @items: (element-type SdGridItem): all rows, whether they match or not
 *
 * Offers what there is. A filter by what is gone is taken back.
 */
void
sd_table_filter_update (SdTableFilter *self, GPtrArray *items)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->view->n_filters; i++)
    update_filter (&self->filters[i], items, self->view->filters[i]);
  self->updating = FALSE;
}

/**
 * sd_table_filter_matches:
 * @self: a filter
 * @item: a row
 *
 * Returns: whether it is to be shown
 */
gboolean
sd_table_filter_matches (SdTableFilter *self, SdGridItem *item)
{
  for (guint i = 0; i < self->view->n_filters; i++)
    {
      g_autofree char *text = NULL;

      if (self->filters[i].wanted == NULL)
        continue;
      text = text_of (item, self->view->filters[i]);
      if (!g_str_equal (text, self->filters[i].wanted))
        return FALSE;
    }

  return TRUE;
}

/**
 * sd_table_filter_get_group:
 * @self: a filter
 *
 * Returns: the place that the rows are grouped by; -1 for none
 */
int
sd_table_filter_get_group (SdTableFilter *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  return selected > 0 && selected <= self->view->n_filters ? (int) self->view->filters[selected - 1]
                                                           : -1;
}

/**
 * sd_table_filter_describe:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): what is filtered by; %NULL where all rows match
 */
char *
sd_table_filter_describe (SdTableFilter *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->view->n_filters; i++)
    if (self->filters[i].wanted != NULL)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                              sd_table_view_get_title (self->view, self->view->filters[i]),
                              self->filters[i].wanted);

  return g_string_free (text, text->len == 0);
}

/**
 * sd_table_filter_reset:
 * @self: a filter
 *
 * Has all rows match; groups stay.
 */
void
sd_table_filter_reset (SdTableFilter *self)
{
  for (guint i = 0; i < self->view->n_filters; i++)
    gtk_drop_down_set_selected (self->filters[i].widget, 0);
}
