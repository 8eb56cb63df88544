/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-view-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_SESSION = 1,
  PROP_STAGE,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SdChartView, sd_chart_view, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 340
#define TREE_WIDTH 1100 /* a tree is the same in any window; there is zoom and pan for the rest */

/* Layout */

static gboolean
is_tree (SdChartView *self)
{
  return self->arrangement == SD_CHART_ARRANGEMENT_TREE;
}

/* Lays the chart out to fill @width pixels. */
static void
lay_out (SdChartView *self, double width)
{
  guint fonts = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  double wanted = is_tree (self) ? TREE_WIDTH : width / self->zoom;

  if (self->chart == NULL || (self->laid_out_for == wanted && self->fonts == fonts))
    return;

  sd_chart_layout (self->chart, wanted);
  self->laid_out_for = wanted;
  self->fonts = fonts;
}

void
sd_chart_view_ensure_layout (SdChartView *self)
{
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* The plan has changed: the cards are made to fit at once, so that no widget is made or lost while
 * GTK allocates sizes. */
void
sd_chart_view_refresh (SdChartView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->chart == NULL)
    return;

  if (self->coloring == SD_CHART_COLORING_MARK)
    sd_chart_view_update_marks (self);
  sd_chart_view_relist_places (self);
  self->laid_out_for = 0;
  lay_out (self, MAX (width, LEAST_WIDTH));
  sd_chart_view_sync_cards (self);
  sd_chart_view_update_headers (self);
  sd_chart_view_update_badges (self);
  sd_chart_view_update_selected (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* A child is told the size that it has at zoom 1; the transform does the rest. */
static void
allocate (SdChartView *self, GtkWidget *child, double x, double y, int width, int height)
{
  const graphene_point_t corner = { (float) (self->offset + x * self->zoom),
                                    (float) (y * self->zoom) };
  GskTransform *transform = gsk_transform_translate (NULL, &corner);

  if (self->zoom != 1)
    transform = gsk_transform_scale (transform, (float) self->zoom, (float) self->zoom);
  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
allocate_card (SdChartView *self, const SdChartCard *card)
{
  GtkWidget *view = sd_chart_view_get_card (self, sd_row_get_id (card->unit));

  sd_chart_card_view_set_card (SD_CHART_CARD_VIEW (view), card);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  allocate (self, view, card->rect.x, card->rect.y, (int) card->rect.width,
            (int) card->rect.height);
}

/* Across the lane; in a tree as wide as it needs, in the middle. */
static void
allocate_header (SdChartView *self, GtkWidget *header, const SdChartRect *rect)
{
  double x = rect->x;
  int width = (int) rect->width, natural, height = (int) rect->height;

  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (is_tree (self))
    {
      x += (rect->width - natural) / 2;
      width = natural;
    }
  allocate (self, header, x, rect->y, MAX (width, 1), height);
}

static void
sd_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SdChartView *self = SD_CHART_VIEW (widget);

  if (self->chart == NULL)
    return;

  lay_out (self, width);
  self->offset =
      is_tree (self) ? MAX (0, (width - sd_chart_get_width (self->chart) * self->zoom) / 2) : 0;
  for (guint i = 0; i < sd_chart_get_n_cards (self->chart); i++)
    allocate_card (self, sd_chart_get_card (self->chart, i));
  for (guint i = 0; i < self->headers->len; i++)
    allocate_header (self, g_ptr_array_index (self->headers, i),
                     &sd_chart_get_lane (self->chart, i)->header);
  sd_chart_view_allocate_hint (self);
  sd_chart_view_allocate_rename (self);
  if (self->awaited_id != NULL && sd_chart_view_get_card (self, self->awaited_id) != NULL)
    {
      gtk_widget_grab_focus (sd_chart_view_get_card (self, self->awaited_id));
      g_clear_pointer (&self->awaited_id, g_free);
    }
}

static GtkSizeRequestMode
sd_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sd_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SdChartView *self = SD_CHART_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = LEAST_WIDTH;
  if (self->chart == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL || is_tree (self))
    lay_out (self, for_size > 0 ? for_size : LEAST_WIDTH);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) (sd_chart_get_height (self->chart) * self->zoom) + 1;
  else if (is_tree (self))
    *minimum = (int) (sd_chart_get_width (self->chart) * self->zoom) + 1;
  *natural = *minimum;
}

/* What the session shows */

static void
make_chart (SdChartView *self)
{
  SdRow *town =
      sd_county_get_plan_town (sd_session_get_county (self->session), sd_plan_get_id (self->plan));
  GHashTableIter iter;
  gpointer key;

  self->chart =
      sd_chart_new (self->plan, self->stage, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  sd_chart_set_town (self->chart, town != NULL ? sd_row_get_text (town, SD_TOWN_NAME) : NULL);
  sd_chart_set_arrangement (self->chart, self->arrangement);
  sd_chart_set_coloring (self->chart, self->coloring);
  g_hash_table_iter_init (&iter, self->folded);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    sd_chart_set_folded (self->chart, key, TRUE);
}

static void
on_plan_changed (SdSession *session, GParamSpec *pspec, SdChartView *self)
{
  SdPlan *plan = sd_session_get_plan (session);

  sd_chart_view_end_move (self);
  sd_chart_view_end_rename (self);
  g_hash_table_remove_all (self->chosen);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->headers, 0);
  g_clear_object (&self->chart);
  g_set_object (&self->plan, plan);
  self->laid_out_for = 0;

  if (plan != NULL)
    {
      g_signal_connect_swapped (plan, "changed", G_CALLBACK (sd_chart_view_refresh), self);
      make_chart (self);
      sd_chart_view_refresh (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_selected_changed (SdSession *session, GParamSpec *pspec, SdChartView *self)
{
  sd_chart_view_update_selected (self);
}

static void
on_findings_changed (
    GListModel *findings, guint position, guint removed, guint added, SdChartView *self)
{
  if (self->coloring == SD_CHART_COLORING_MARK)
    sd_chart_view_refresh (self);
  else
    sd_chart_view_update_badges (self);
}

static void
sd_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SdChartView *self = SD_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SdChartView *self = SD_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      sd_chart_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_STAGE:
      sd_chart_view_set_stage (self, g_value_get_string (value));
      break;
    case PROP_ZOOM:
      sd_chart_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sd_chart_view_dispose (GObject *object)
{
  SdChartView *self = SD_CHART_VIEW (object);

  sd_chart_view_set_session (self, NULL);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);

  G_OBJECT_CLASS (sd_chart_view_parent_class)->dispose (object);
}

static void
sd_chart_view_finalize (GObject *object)
{
  SdChartView *self = SD_CHART_VIEW (object);

  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->folded);
  g_free (self->awaited_id);
  g_free (self->stage);

  G_OBJECT_CLASS (sd_chart_view_parent_class)->finalize (object);
}

static void
sd_chart_view_class_init (SdChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sd_chart_view_get_property;
  object_class->set_property = sd_chart_view_set_property;
  object_class->dispose = sd_chart_view_dispose;
  object_class->finalize = sd_chart_view_finalize;
  widget_class->get_request_mode = sd_chart_view_get_request_mode;
  widget_class->measure = sd_chart_view_measure;
  widget_class->size_allocate = sd_chart_view_size_allocate;
  widget_class->snapshot = sd_chart_view_paint;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SD_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STAGE] =
      g_param_spec_string ("stage", NULL, NULL, "proposed",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, SD_CHART_LEAST_ZOOM, SD_CHART_MOST_ZOOM, 1,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  sd_chart_view_install_actions (widget_class);
  sd_chart_view_install_operations (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static void
sd_chart_view_init (SdChartView *self)
{
  self->stage = g_strdup ("proposed");
  self->zoom = 1;
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unparent);
  self->headers = g_ptr_array_new_with_free_func (unparent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Structure"), -1);
  sd_chart_view_init_drop (self);
  sd_chart_view_init_move (self);
  sd_chart_view_init_carry (self);
  sd_chart_view_init_click (self);
}

/**
 * sd_chart_view_new:
 *
 * Returns: (transfer floating): a chart that shows nothing yet
 */
GtkWidget *
sd_chart_view_new (void)
{
  return g_object_new (SD_TYPE_CHART_VIEW, NULL);
}

/**
 * sd_chart_view_set_session:
 * @self: a chart view
 * @session: (nullable): the session whose plan is shown and edited
 */
void
sd_chart_view_set_session (SdChartView *self, SdSession *session)
{
  if (self->session == session)
    return;

  sd_chart_view_end_move (self);
  sd_chart_view_end_rename (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (sd_session_get_findings (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      if (self->plan != NULL)
        g_signal_handlers_disconnect_by_data (self->plan, self);
      g_hash_table_remove_all (self->cards);
      g_ptr_array_set_size (self->headers, 0);
      g_clear_object (&self->chart);
      g_clear_object (&self->plan);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_changed), self, 0);
      g_signal_connect_object (session, "notify::selected-id", G_CALLBACK (on_selected_changed),
                               self, 0);
      g_signal_connect_object (sd_session_get_findings (session), "items-changed",
                               G_CALLBACK (on_findings_changed), self, 0);
      on_plan_changed (session, NULL, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * sd_chart_view_set_stage:
 * @self: a chart view
 * @stage: "current" or "proposed"
 */
void
sd_chart_view_set_stage (SdChartView *self, const char *stage)
{
  if (g_strcmp0 (self->stage, stage) == 0)
    return;

  g_free (self->stage);
  self->stage = g_strdup (stage);
  if (self->session != NULL)
    on_plan_changed (self->session, NULL, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STAGE]);
}

/**
 * sd_chart_view_get_stage:
 * @self: a chart view
 *
 * Returns: (transfer none): "current" or "proposed"
 */
const char *
sd_chart_view_get_stage (SdChartView *self)
{
  return self->stage;
}

/**
 * sd_chart_view_focus_selected:
 * @self: a chart view
 *
 * Gives the focus to the card of the selected unit.
 *
 * Returns: whether there is one
 */
gboolean
sd_chart_view_focus_selected (SdChartView *self)
{
  GtkWidget *card = NULL;

  if (self->session != NULL)
    card = sd_chart_view_get_card (self, sd_session_get_selected_id (self->session));

  return card != NULL && gtk_widget_grab_focus (card);
}
