/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headcount-page.h"

#include <glib/gi18n-lib.h>

#include "grid.h"
#include "headcount-item.h"

struct _SdHeadcountPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  SdGrid *grid;
  GtkCheckButton *actual_button;
};

G_DEFINE_FINAL_TYPE (SdHeadcountPage, sd_headcount_page, ADW_TYPE_BIN)

/* Helpers */

static void
add_columns (SdHeadcountPage *self)
{
  guint n = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE)->n_tokens;

  /* In a narrow window the figures scroll; the names stay. */
  sd_grid_add_column (self->grid, _ ("Unit"), -1, SD_GRID_COLUMN_EXPANDS | SD_GRID_COLUMN_TITLE);
  for (guint place = 1; place < 3 + 2 * n; place++)
    {
      const SdToken *type;
      guint about;

      sd_headcount_place_get (place, &type, &about);
      const char *name = type != NULL ? sd_token_get_label (type) : _ ("Sum");
      const SdColumn *column_about = &sd_table_get (SD_TABLE_QUOTA)->columns[about];
      g_autofree char *actual =
          g_strdup_printf ("%s (%s)", name, sd_column_get_label (column_about));
      GtkColumnViewColumn *column = sd_grid_add_column (
          self->grid, about == SD_QUOTA_APPROVED ? name : actual, -1, SD_GRID_COLUMN_NUMBER);

      gtk_column_view_column_set_visible (column, about == SD_QUOTA_APPROVED);
    }
}

/* Callbacks */

static void
on_stale (SdHeadcountPage *self)
{
  g_autoptr (GPtrArray) lines = sd_headcount_lines (sd_grid_get_session (self->grid));

  sd_grid_update (self->grid, lines);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "table" : "empty");
}

static void
on_actual_toggled (SdHeadcountPage *self)
{
  gboolean shown = gtk_check_button_get_active (self->actual_button);

  for (guint place = 0; place < sd_grid_get_n_columns (self->grid); place++)
    {
      const SdToken *type;
      guint about;

      if (sd_headcount_place_get (place, &type, &about) && about == SD_QUOTA_ACTUAL)
        gtk_column_view_column_set_visible (sd_grid_get_column (self->grid, place), shown);
    }
}

/* Overrides */

static gboolean
sd_headcount_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SD_HEADCOUNT_PAGE (widget)->grid));
}

static void
sd_headcount_page_class_init (SdHeadcountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = sd_headcount_page_grab_focus;
  g_type_ensure (SD_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/headcount-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SdHeadcountPage, actual_button);
  gtk_widget_class_bind_template_callback (widget_class, on_actual_toggled);
}

static void
sd_headcount_page_init (SdHeadcountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_grid_set_label (self->grid, _ ("Headcount of the units"));
  add_columns (self);
  g_signal_connect_object (self->grid, "stale", G_CALLBACK (on_stale), self, G_CONNECT_SWAPPED);
}

/**
 * sd_headcount_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan it shows
 */
void
sd_headcount_page_set_session (SdHeadcountPage *self, SdSession *session)
{
  sd_grid_set_session (self->grid, session);
}
