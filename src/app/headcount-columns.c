/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-page-private.h"

#include <glib/gi18n-lib.h>

#define GAUGE_PREFIX "gauge-"

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

void
sd_headcount_page_update_limit (SdHeadcountPage *self, SdHeadcountCell *cell)
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

/* Callbacks */

void
sd_headcount_page_on_cell_gone (gpointer page, GObject *cell)
{
  g_ptr_array_remove_fast (SD_HEADCOUNT_PAGE (page)->cells, cell);
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
  g_signal_connect_object (cell, "move", G_CALLBACK (sd_headcount_page_on_cell_move), self, 0);
  g_ptr_array_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), sd_headcount_page_on_cell_gone, self);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind_figure (GtkSignalListItemFactory *factory, GtkListItem *list_item, SdHeadcountPage *self)
{
  SdHeadcountCell *cell = SD_HEADCOUNT_CELL (gtk_list_item_get_child (list_item));

  g_object_set_data (G_OBJECT (cell), "bound", GINT_TO_POINTER (TRUE));
  sd_headcount_cell_set_item (cell, self->session, gtk_list_item_get_item (list_item));
  sd_headcount_page_update_limit (self, cell);
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
  /* In a narrow window the figures scroll; the names stay. */
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
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

/* Columns */

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
  /* Sums stand beside the names, where they are seen in a narrow window too. */
  if (type == NULL)
    gtk_column_view_insert_column (self->view, about == SD_QUOTA_APPROVED ? 1 : 2, column);
  else
    gtk_column_view_append_column (self->view, column);
  g_ptr_array_add (self->columns, column);
}

void
sd_headcount_page_add_columns (SdHeadcountPage *self)
{
  static const guint abouts[] = { SD_QUOTA_APPROVED, SD_QUOTA_ACTUAL };
  guint n = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens;

  add_name_column (self);
  for (guint i = 0; i < G_N_ELEMENTS (abouts); i++)
    for (guint j = 0; j <= n; j++)
      add_figure_column (self, type_at (j), abouts[i], i == 0);
}
