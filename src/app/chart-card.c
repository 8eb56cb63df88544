/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-card.h"

#include <glib/gi18n.h>

#define CORNER 12.0f
#define BADGE_INSET 6
#define PIP_SLACK 4

struct _SdChartCardView
{
  GtkWidget parent_instance;

  /* Owned */
  SdRow *unit;
  char *context;  /* how it stands to other units, for a screen reader */
  GArray *shapes; /* SdChartShape, shared with the chart's card */
  GtkWidget *badge;
  GtkWidget *badge_icon;
  GtkWidget *badge_label;

  guint n_findings;
  SdSeverity worst;
  gboolean selected;

  /* A card that is drawn as one with another is not rounded where they adjoin. */
  gboolean adjoins_before;
  gboolean adjoins_after;
  gboolean upright;
  gboolean ghost;
};

G_DEFINE_FINAL_TYPE (SdChartCardView, sd_chart_card_view, GTK_TYPE_WIDGET)

/* What a screen reader says: the name, the kind, and how many findings there are. */
static void
update_accessible (SdChartCardView *self)
{
  const SdToken *kind = sd_row_get_token (self->unit, SD_UNIT_KIND);
  g_autofree char *findings = NULL;
  g_autofree char *description = NULL;

  findings = self->n_findings > 0
                 ? g_strdup_printf (ngettext ("%u finding", "%u findings", self->n_findings),
                                    self->n_findings)
                 : g_strdup (_ ("no findings"));
  description = g_strdup_printf ("%s%s, %s", kind != NULL ? sd_token_get_label (kind) : "",
                                 self->context != NULL ? self->context : "", findings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sd_row_get_text (self->unit, SD_UNIT_NAME),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
snapshot_frame (SdChartCardView *self, GtkSnapshot *snapshot, const GskRoundedRect *outline)
{
  const float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_color", &accent))
    return;
  gtk_snapshot_append_border (snapshot, outline, widths,
                              (const GdkRGBA[4]){ accent, accent, accent, accent });
}

static void
make_outline (SdChartCardView *self, GskRoundedRect *outline)
{
  const float before = self->adjoins_before ? 0 : CORNER, after = self->adjoins_after ? 0 : CORNER;
  const graphene_size_t first = GRAPHENE_SIZE_INIT (before, before);
  const graphene_size_t last = GRAPHENE_SIZE_INIT (after, after);

  gsk_rounded_rect_init (
      outline,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                           (float) gtk_widget_get_height (GTK_WIDGET (self))),
      &first, self->upright ? &last : &first, &last, self->upright ? &first : &last);
}

static void
sd_chart_card_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SdChartCardView *self = SD_CHART_CARD_VIEW (widget);
  GskRoundedRect outline;

  make_outline (self, &outline);
  for (guint i = 0; self->shapes != NULL && i < self->shapes->len; i++)
    {
      /* Only the stripe, the first of them, reaches into the rounded corners. */
      if (i == 0)
        gtk_snapshot_push_rounded_clip (snapshot, &outline);
      sd_chart_snapshot_shape (widget, snapshot, &g_array_index (self->shapes, SdChartShape, i));
      if (i == 0)
        gtk_snapshot_pop (snapshot);
    }

  if (self->selected)
    snapshot_frame (self, snapshot, &outline);
  if (self->badge != NULL)
    gtk_widget_snapshot_child (widget, self->badge, snapshot);
}

static void
sd_chart_card_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  /* The chart gives the card its rectangle. */
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sd_chart_card_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SdChartCardView *self = SD_CHART_CARD_VIEW (widget);
  GtkRequisition size;
  GtkAllocation allocation = { .y = BADGE_INSET };

  if (self->badge == NULL)
    return;
  gtk_widget_get_preferred_size (self->badge, NULL, &size);
  allocation.x = width - size.width - BADGE_INSET;
  allocation.width = size.width;
  allocation.height = size.height;
  gtk_widget_size_allocate (self->badge, &allocation, -1);
}

static void
sd_chart_card_view_dispose (GObject *object)
{
  SdChartCardView *self = SD_CHART_CARD_VIEW (object);
  GtkWidget *child;

  /* Popovers that were set on the card go with it. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shapes, g_array_unref);
  g_clear_pointer (&self->context, g_free);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (sd_chart_card_view_parent_class)->dispose (object);
}

static void
sd_chart_card_view_class_init (SdChartCardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sd_chart_card_view_dispose;
  widget_class->snapshot = sd_chart_card_view_snapshot;
  widget_class->measure = sd_chart_card_view_measure;
  widget_class->size_allocate = sd_chart_card_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sd_chart_card_view_init (SdChartCardView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_VISIBLE);
}

/**
 * sd_chart_card_view_new:
 * @unit: the unit on the card
 *
 * Returns: (transfer floating): a card with nothing on it yet
 */
GtkWidget *
sd_chart_card_view_new (SdRow *unit)
{
  SdChartCardView *self = g_object_new (SD_TYPE_CHART_CARD_VIEW, NULL);

  self->unit = g_object_ref (unit);
  update_accessible (self);

  return GTK_WIDGET (self);
}

/**
 * sd_chart_card_view_get_unit:
 * @self: a card
 *
 * Returns: (transfer none): the unit on it
 */
SdRow *
sd_chart_card_view_get_unit (SdChartCardView *self)
{
  return self->unit;
}

/**
 * sd_chart_card_view_is_ghost:
 * @self: a card
 *
 * Returns: whether its unit is gone in the structure that is shown, so that it cannot be edited
 *   there
 */
gboolean
sd_chart_card_view_is_ghost (SdChartCardView *self)
{
  return self->ghost;
}

/* A pip is small: what is within a few pixels of it is taken for it. */
static gboolean
reaches (const SdChartShape *shape, double x, double y)
{
  const double slack = shape->role == SD_CHART_ROLE_PIP ? PIP_SLACK : 0;

  return shape->row != NULL && x >= shape->rect.x - slack && y >= shape->rect.y - slack &&
         x < shape->rect.x + shape->rect.width + slack &&
         y < shape->rect.y + shape->rect.height + slack;
}

/**
 * sd_chart_card_view_pick_row:
 * @self: a card
 * @x: a point of it
 * @y: a point of it
 *
 * Returns: (transfer none) (nullable): the plaque or post that is shown there
 */
SdRow *
sd_chart_card_view_pick_row (SdChartCardView *self, double x, double y)
{
  for (guint i = 0; self->shapes != NULL && i < self->shapes->len; i++)
    if (reaches (&g_array_index (self->shapes, SdChartShape, i), x, y))
      return g_array_index (self->shapes, SdChartShape, i).row;

  return NULL;
}

/**
 * sd_chart_card_view_paint_row:
 * @self: a card
 * @row: a plaque or post of its unit
 *
 * Returns: (transfer full) (nullable): what shows it, on a ground that needs no compositor
 */
GdkPaintable *
sd_chart_card_view_paint_row (SdChartCardView *self, SdRow *row)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA ground = { 1, 1, 1, 1 };
  gboolean found = FALSE;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "window_bg_color", &ground);
  for (guint i = 0; !found && i < self->shapes->len; i++)
    {
      const SdChartShape *shape = &g_array_index (self->shapes, SdChartShape, i);

      if (shape->row != row)
        continue;
      found = TRUE;
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT ((float) -shape->rect.x, (float) -shape->rect.y));
      gtk_snapshot_append_color (snapshot, &ground,
                                 &GRAPHENE_RECT_INIT ((float) shape->rect.x, (float) shape->rect.y,
                                                      (float) shape->rect.width,
                                                      (float) shape->rect.height));
      sd_chart_snapshot_shape (GTK_WIDGET (self), snapshot, shape);
      if (shape->role == SD_CHART_ROLE_TAB)
        sd_chart_snapshot_shape (GTK_WIDGET (self), snapshot, shape + 1);
    }

  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static void
set_class (SdChartCardView *self, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/**
 * sd_chart_card_view_set_card:
 * @self: a card
 * @card: its geometry, newly laid out
 *
 * Takes over what is to be painted.
 */
void
sd_chart_card_view_set_card (SdChartCardView *self, const SdChartCard *card)
{
  if (self->shapes != card->shapes)
    {
      g_clear_pointer (&self->shapes, g_array_unref);
      self->shapes = g_array_ref (card->shapes);
      update_accessible (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->ghost = card->ghost;
  gtk_widget_set_opacity (GTK_WIDGET (self), card->ghost ? 0.55 : 1);
  self->adjoins_before = card->host >= 0;
  self->adjoins_after = card->next >= 0;
  self->upright = card->upright;
  set_class (self, "adjoins-above", self->adjoins_before && !self->upright);
  set_class (self, "adjoins-below", self->adjoins_after && !self->upright);
  set_class (self, "adjoins-left", self->adjoins_before && self->upright);
  set_class (self, "adjoins-right", self->adjoins_after && self->upright);
}

/**
 * sd_chart_card_view_set_context:
 * @self: a card
 * @context: how its unit stands to others, each with a comma before it; what lines and places show
 *   to the eye
 */
void
sd_chart_card_view_set_context (SdChartCardView *self, const char *context)
{
  if (g_strcmp0 (self->context, context) == 0)
    return;

  g_free (self->context);
  self->context = g_strdup (context);
  update_accessible (self);
}

/**
 * sd_chart_card_view_set_selected:
 * @self: a card
 * @selected: whether its unit is the selected one
 */
void
sd_chart_card_view_set_selected (SdChartCardView *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Most cards never have one, and there may be thousands. */
static void
make_badge (SdChartCardView *self)
{
  if (self->badge != NULL)
    return;

  self->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->badge_icon = gtk_image_new ();
  self->badge_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge_label, "caption");
  gtk_widget_add_css_class (self->badge_label, "numeric");
  gtk_box_append (GTK_BOX (self->badge), self->badge_icon);
  gtk_box_append (GTK_BOX (self->badge), self->badge_label);
  gtk_widget_set_parent (self->badge, GTK_WIDGET (self));
}

/**
 * sd_chart_card_view_set_findings:
 * @self: a card
 * @n_findings: how many findings point to the unit
 * @worst: the worst severity among them
 * @messages: (nullable): their messages, a line each
 *
 * Sets the badge: an icon and a number, so that it does not speak by colour alone.
 */
void
sd_chart_card_view_set_findings (SdChartCardView *self,
                                 guint n_findings,
                                 SdSeverity worst,
                                 const char *messages)
{
  static const char *const icons[] = {
    [SD_SEVERITY_ERROR] = "dialog-error-symbolic",
    [SD_SEVERITY_WARNING] = "dialog-warning-symbolic",
    [SD_SEVERITY_QUESTION] = "dialog-question-symbolic",
    [SD_SEVERITY_INFO] = "dialog-information-symbolic",
  };
  static const char *const classes[] = {
    [SD_SEVERITY_ERROR] = "error",
    [SD_SEVERITY_WARNING] = "warning",
    [SD_SEVERITY_QUESTION] = "accent",
    [SD_SEVERITY_INFO] = "dim-label",
  };
  g_autofree char *number = g_strdup_printf ("%u", n_findings);
  const char *style[] = { NULL, NULL };

  if (self->n_findings == n_findings && (n_findings == 0 || self->worst == worst) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), messages) == 0)
    return;

  self->n_findings = n_findings;
  self->worst = worst;
  if (n_findings > 0)
    make_badge (self);
  if (self->badge != NULL)
    gtk_widget_set_visible (self->badge, n_findings > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), messages);
  if (n_findings > 0)
    {
      style[0] = classes[worst];
      gtk_image_set_from_icon_name (GTK_IMAGE (self->badge_icon), icons[worst]);
      gtk_label_set_text (GTK_LABEL (self->badge_label), number);
      gtk_widget_set_css_classes (self->badge, style);
    }
  update_accessible (self);
}
