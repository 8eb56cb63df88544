/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-page.h"

#include <glib/gi18n-lib.h>

#include "compare-item.h"

struct _SdComparePage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *summary_label;
  GtkStack *stack;
  SdGrid *grid;
};

G_DEFINE_FINAL_TYPE (SdComparePage, sd_compare_page, ADW_TYPE_BIN)

/* Helpers */

static void
add_columns (SdComparePage *self)
{
  const SdEnumeration *types = sd_enumeration_get (SD_ENUMERATION_QUOTA_TYPE);

  sd_grid_add_column (self->grid, _ ("Current unit"), -1,
                      SD_GRID_COLUMN_EXPANDS | SD_GRID_COLUMN_SORTS);
  sd_grid_add_column (self->grid, _ ("Proposed unit"), -1,
                      SD_GRID_COLUMN_EXPANDS | SD_GRID_COLUMN_SORTS);
  sd_grid_add_column (self->grid, _ ("Sum"), -1, SD_GRID_COLUMN_NUMBER | SD_GRID_COLUMN_SORTS);
  for (guint i = 0; i < types->n_tokens; i++)
    sd_grid_add_column (self->grid, sd_token_get_label (&types->tokens[i]), -1,
                        SD_GRID_COLUMN_NUMBER | SD_GRID_COLUMN_SORTS);
}

/* It closes when all that there are now have a place, and no more than there are. */
static void
update_summary (SdComparePage *self, SdFlow *flow)
{
  SdFlowClosing sum = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < SD_FLOW_N_TYPES; i++)
    {
      SdFlowClosing closing;

      sd_flow_get_closing (flow, i, &closing);
      sum.held += closing.held;
      sum.placed += closing.placed;
      sum.unplaced += closing.unplaced;
      sum.overdrawn += closing.overdrawn;
      sum.open += closing.open;
      sum.crowded += closing.crowded;
    }
  if (sum.overdrawn > 0 || sum.crowded > 0)
    text =
        g_strdup_printf (_ ("⚠ There now: %d · placed: %d · without a place: %d · more than there "
                            "are: %d · more than approved: %d"),
                         (int) sum.held, (int) sum.placed, (int) sum.unplaced, (int) sum.overdrawn,
                         (int) sum.crowded);
  else
    text = g_strdup_printf (_ ("%s There now: %d · placed: %d · without a place: %d · places still "
                               "open: %d"),
                            sd_flow_is_closed (flow) ? "✓" : "⚠", (int) sum.held, (int) sum.placed,
                            (int) sum.unplaced, (int) sum.open);
  gtk_label_set_label (self->summary_label, text);
}

/* Callbacks */

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer sorter)
{
  gboolean sum = sd_grid_item_get_row (*(SdGridItem **) a) == NULL;
  gboolean other_sum = sd_grid_item_get_row (*(SdGridItem **) b) == NULL;

  if (sum || other_sum)
    return other_sum - sum;

  return (int) gtk_sorter_compare (sorter, *(gpointer *) a, *(gpointer *) b);
}

static void
update (SdComparePage *self)
{
  SdSession *session = sd_grid_get_session (self->grid);
  SdPlan *plan = session != NULL ? sd_session_get_plan (session) : NULL;
  g_autoptr (SdFlow) flow = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (plan == NULL)
    return;

  flow = sd_flow_new (plan, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  sd_flow_layout (flow, 0, 0);
  lines = sd_compare_lines (session, flow);
  g_ptr_array_sort_with_data (lines, compare_lines, sd_grid_get_sorter (self->grid));
  sd_grid_update (self->grid, lines);
  update_summary (self, flow);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), lines->len > 0);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0 ? "table" : "empty");
}

/* Overrides */

static gboolean
sd_compare_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SD_COMPARE_PAGE (widget)->grid));
}

static void
sd_compare_page_class_init (SdComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = sd_compare_page_grab_focus;
  g_type_ensure (SD_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/sanding/Sanding/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SdComparePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SdComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SdComparePage, grid);
}

static void
sd_compare_page_init (SdComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sd_grid_set_label (self->grid, _ ("Comparison of the structures"));
  add_columns (self);
  g_signal_connect_object (self->grid, "stale", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sd_grid_get_sorter (self->grid), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/* Public functions */

/**
 * sd_compare_page_set_session:
 * @self: a page
 * @session: (nullable): the session whose plan it shows
 */
void
sd_compare_page_set_session (SdComparePage *self, SdSession *session)
{
  sd_grid_set_session (self->grid, session);
}
