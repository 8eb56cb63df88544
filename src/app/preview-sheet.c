/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BADGE_GAP 6 /* between the edge of the page and a badge */

struct _SdPreviewSheet
{
  GtkWidget parent_instance;

  SdLayout *layout;
  guint page;
  double scale; /* pixels of the window for a point of the page */
  gboolean shown;

  GdkTexture *texture;    /* what was painted last, perhaps for another scale */
  gboolean is_current;    /* whether it is of this page and scale */
  GCancellable *painting; /* NULL while no worker is at it */

  gboolean has_mark;
  SdRect mark;
  GPtrArray *badges; /* of GtkWidget; children */
  GArray *heights;   /* of double: where on the page each badge is */
};

G_DEFINE_FINAL_TYPE (SdPreviewSheet, sd_preview_sheet, GTK_TYPE_WIDGET)

/* Worker */

typedef struct
{
  SdLayout *layout;
  guint page;
  double scale; /* pixels of the screen for a point */
} Job;

static void
job_free (Job *job)
{
  sd_layout_unref (job->layout);
  g_free (job);
}

static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_page (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  sd_layout_get_page_size (job->layout, job->page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * job->scale),
                                        (int) ceil (height * job->scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, job->scale, job->scale);
  sd_layout_paint (job->layout, job->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_task_return_pointer (task, take_texture (surface), g_object_unref);
}

static void
on_painted (GObject *object, GAsyncResult *result, gpointer data)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (object);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->painting)
    return;

  g_clear_object (&self->painting);
  g_set_object (&self->texture, texture);
  self->is_current = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Main thread */

static void
stop_painting (SdPreviewSheet *self)
{
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

static void
start_painting (SdPreviewSheet *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (!self->shown || self->layout == NULL || self->is_current || self->painting != NULL)
    return;

  job = g_new0 (Job, 1);
  job->layout = sd_layout_ref (self->layout);
  job->page = self->page;
  job->scale = self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->painting = g_cancellable_new ();
  task = g_task_new (self, self->painting, on_painted, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, paint_page);
}

static void
on_scale_factor (SdPreviewSheet *self)
{
  stop_painting (self);
  self->is_current = FALSE;
  start_painting (self);
}

static char *
text_of_page (SdPreviewSheet *self)
{
  GPtrArray *lines = sd_layout_get_lines (self->layout, self->page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SdLayoutLine *line = lines->pdata[i];

      g_string_append (text, line->text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* A screen reader reads the page. */
static void
describe (SdPreviewSheet *self)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Page %u of %u"), self->page + 1, sd_layout_get_n_pages (self->layout));
  g_autofree char *text = text_of_page (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Overrides */

static void
sd_preview_sheet_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (widget);
  double width = 0, height = 0;

  if (self->layout != NULL)
    sd_layout_get_page_size (self->layout, self->page, &width, &height);
  *minimum = *natural =
      (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->scale);
  *minimum_baseline = *natural_baseline = -1;
}

static void
sd_preview_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (widget);

  for (guint i = 0; i < self->badges->len; i++)
    {
      GtkWidget *badge = self->badges->pdata[i];
      GtkRequisition size;

      gtk_widget_get_preferred_size (badge, NULL, &size);
      gtk_widget_size_allocate (
          badge,
          &(GtkAllocation){ BADGE_GAP,
                            (int) (g_array_index (self->heights, double, i) * self->scale),
                            size.width, size.height },
          -1);
    }
}

static void
paint_mark (SdPreviewSheet *self, GtkSnapshot *snapshot)
{
  const float around = 2, scale = (float) self->scale;
  const float widths[4] = { 2, 2, 2, 2 };
  const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) self->mark.x * scale - around,
                                                   (float) self->mark.y * scale - around,
                                                   (float) self->mark.width * scale + 2 * around,
                                                   (float) self->mark.height * scale + 2 * around);
  GskRoundedRect outline;
  GdkRGBA color = { 0.11f, 0.44f, 0.85f, 1 };
  GdkRGBA ground = color;

  ground.alpha = 0.10f;
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 3);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[4]){ color, color, color, color });
}

static void
sd_preview_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));

  if (!self->shown)
    return;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &bounds);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  if (self->has_mark)
    paint_mark (self, snapshot);
  for (guint i = 0; i < self->badges->len; i++)
    gtk_widget_snapshot_child (widget, self->badges->pdata[i], snapshot);
}

static void
sd_preview_sheet_dispose (GObject *object)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (object);

  stop_painting (self);
  sd_preview_sheet_clear_badges (self);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->layout, sd_layout_unref);

  G_OBJECT_CLASS (sd_preview_sheet_parent_class)->dispose (object);
}

static void
sd_preview_sheet_finalize (GObject *object)
{
  SdPreviewSheet *self = SD_PREVIEW_SHEET (object);

  g_ptr_array_unref (self->badges);
  g_array_unref (self->heights);

  G_OBJECT_CLASS (sd_preview_sheet_parent_class)->finalize (object);
}

static void
sd_preview_sheet_class_init (SdPreviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_preview_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_preview_sheet_finalize;
  widget_class->measure = sd_preview_sheet_measure;
  widget_class->size_allocate = sd_preview_sheet_size_allocate;
  widget_class->snapshot = sd_preview_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sd_preview_sheet_init (SdPreviewSheet *self)
{
  self->scale = 1;
  self->badges = g_ptr_array_new ();
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
}

/**
 * sd_preview_sheet_new:
 *
 * Returns: (transfer floating): a sheet without a page
 */
GtkWidget *
sd_preview_sheet_new (void)
{
  return g_object_new (SD_TYPE_PREVIEW_SHEET, NULL);
}

/**
 * sd_preview_sheet_set_page:
 * @self: a sheet
 * @layout: the document
 * @page: number of a page, from 0
 * @scale: pixels for a point
 *
 * Shows the page. What was painted before is seen until it has been painted anew.
 */
void
sd_preview_sheet_set_page (SdPreviewSheet *self, SdLayout *layout, guint page, double scale)
{
  const gboolean same = self->layout == layout && self->page == page;

  if (same && self->scale == scale)
    return;

  stop_painting (self);
  sd_layout_ref (layout);
  g_clear_pointer (&self->layout, sd_layout_unref);
  self->layout = layout;
  self->page = page;
  self->scale = scale;
  self->is_current = FALSE;
  if (!same)
    describe (self);
  start_painting (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sd_preview_sheet_set_shown:
 * @self: a sheet
 * @shown: whether any of it can be seen; else no picture of it is kept
 */
void
sd_preview_sheet_set_shown (SdPreviewSheet *self, gboolean shown)
{
  if (self->shown == shown)
    return;

  self->shown = shown;
  if (shown)
    start_painting (self);
  else
    {
      stop_painting (self);
      g_clear_object (&self->texture);
      self->is_current = FALSE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sd_preview_sheet_is_painted:
 * @self: a sheet
 *
 * Returns: whether the page is seen as it is
 */
gboolean
sd_preview_sheet_is_painted (SdPreviewSheet *self)
{
  return self->is_current;
}

/**
 * sd_preview_sheet_mark:
 * @self: a sheet
 * @rect: (nullable): in points, what is to be framed
 */
void
sd_preview_sheet_mark (SdPreviewSheet *self, const SdRect *rect)
{
  self->has_mark = rect != NULL;
  if (rect != NULL)
    self->mark = *rect;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sd_preview_sheet_add_badge:
 * @self: a sheet
 * @badge: (transfer floating): a small widget
 * @y: points from the upper edge of the page
 *
 * Puts the widget into the left margin.
 */
void
sd_preview_sheet_add_badge (SdPreviewSheet *self, GtkWidget *badge, double y)
{
  gtk_widget_set_parent (badge, GTK_WIDGET (self));
  g_ptr_array_add (self->badges, badge);
  g_array_append_val (self->heights, y);
}

/**
 * sd_preview_sheet_clear_badges:
 * @self: a sheet
 */
void
sd_preview_sheet_clear_badges (SdPreviewSheet *self)
{
  for (guint i = 0; i < self->badges->len; i++)
    gtk_widget_unparent (self->badges->pdata[i]);
  g_ptr_array_set_size (self->badges, 0);
  g_array_set_size (self->heights, 0);
}
