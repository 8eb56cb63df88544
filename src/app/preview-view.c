/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preview-view-private.h"

#include <math.h>

#define GAP 16                  /* around each page */
#define SCREEN_POINT (96 / 72.) /* pixels of a point at 100 % */

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SdPreviewView, sd_preview_view, GTK_TYPE_WIDGET)

/* Helpers */

static GtkAdjustment *
down (SdPreviewView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

double
sd_preview_view_get_scale (SdPreviewView *self)
{
  return self->zoom * SCREEN_POINT;
}

guint
sd_preview_view_get_n_pages (SdPreviewView *self)
{
  return self->layout != NULL ? sd_layout_get_n_pages (self->layout) : 0;
}

static int
page_height (SdPreviewView *self, guint page)
{
  double width, height;

  sd_layout_get_page_size (self->layout, page, &width, &height);
  return (int) ceil (height * sd_preview_view_get_scale (self));
}

/* Where a page begins. */
static int
page_top (SdPreviewView *self, guint page)
{
  int top = GAP;

  for (guint i = 0; i < page; i++)
    top += page_height (self, i) + GAP;

  return top;
}

static void
show_mark (SdPreviewView *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    sd_preview_sheet_mark (self->sheets->pdata[i],
                           self->has_chosen && self->chosen.page == i ? &self->chosen.rect : NULL);
}

static void
scroll_to_chosen (SdPreviewView *self)
{
  GtkAdjustment *adjustment = down (self);
  const double top =
      page_top (self, self->chosen.page) + self->chosen.rect.y * sd_preview_view_get_scale (self);

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, top - 2 * GAP,
                               top + self->chosen.rect.height * sd_preview_view_get_scale (self) +
                                   2 * GAP);
}

void
sd_preview_view_set_chosen (SdPreviewView *self, const SdLayoutSpot *spot)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->ref, g_free);
  self->has_chosen = spot != NULL;
  if (spot != NULL)
    {
      self->chosen = *spot;
      self->chosen.key = self->key = g_strdup (spot->key);
      self->chosen.ref = self->ref = g_strdup (spot->ref);
    }
  show_mark (self);
}

void
sd_preview_view_emit_chosen (SdPreviewView *self)
{
  if (self->has_chosen)
    scroll_to_chosen (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

void
sd_preview_view_emit_activated (SdPreviewView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* The same line in other pages, if it is still there. */
static void
choose_again (SdPreviewView *self)
{
  SdLayoutSpot spot;

  if (!self->has_chosen)
    return;
  if (self->layout != NULL && self->key != NULL &&
      (sd_layout_find (self->layout, self->key, self->ref, 0, &spot) ||
       sd_layout_find (self->layout, self->key, NULL, 0, &spot)))
    sd_preview_view_set_chosen (self, &spot);
  else
    sd_preview_view_set_chosen (self, NULL);
}

/* Overrides */

static GtkSizeRequestMode
sd_preview_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sd_preview_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SdPreviewView *self = SD_PREVIEW_VIEW (widget);
  int size = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      int page;

      gtk_widget_measure (self->sheets->pdata[i], orientation, -1, &page, NULL, NULL, NULL);
      size = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (size, page + 2 * GAP)
                                                       : size + page + GAP;
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? size : size + GAP;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sd_preview_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SdPreviewView *self = SD_PREVIEW_VIEW (widget);
  int top = GAP;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      GtkWidget *sheet = self->sheets->pdata[i];
      GtkRequisition size;

      gtk_widget_get_preferred_size (sheet, &size, NULL);
      gtk_widget_size_allocate (
          sheet, &(GtkAllocation){ (width - size.width) / 2, top, size.width, size.height }, -1);
      top += size.height + GAP;
    }
  sd_preview_view_update_shown (self);
}

static void
sd_preview_view_dispose (GObject *object)
{
  sd_preview_view_set_layout (SD_PREVIEW_VIEW (object), NULL);

  G_OBJECT_CLASS (sd_preview_view_parent_class)->dispose (object);
}

static void
sd_preview_view_finalize (GObject *object)
{
  SdPreviewView *self = SD_PREVIEW_VIEW (object);

  g_ptr_array_unref (self->sheets);
  g_free (self->key);
  g_free (self->ref);

  G_OBJECT_CLASS (sd_preview_view_parent_class)->finalize (object);
}

static void
sd_preview_view_class_init (SdPreviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sd_preview_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sd_preview_view_finalize;
  widget_class->get_request_mode = sd_preview_view_get_request_mode;
  widget_class->measure = sd_preview_view_measure;
  widget_class->size_allocate = sd_preview_view_size_allocate;
  sd_preview_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * SdPreviewView::chosen:
   * @self: the view
   *
   * The user has chosen another line, or none.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SD_TYPE_PREVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SdPreviewView::activated:
   * @self: the view
   *
   * The user wants to open what is chosen.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SD_TYPE_PREVIEW_VIEW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sd_preview_view_init (SdPreviewView *self)
{
  self->zoom = 1;
  self->sheets = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  sd_preview_view_init_mouse (self);
}

/* Public functions */

static void
fit_sheets (SdPreviewView *self)
{
  while (self->sheets->len > sd_preview_view_get_n_pages (self))
    {
      gtk_widget_unparent (self->sheets->pdata[self->sheets->len - 1]);
      g_ptr_array_set_size (self->sheets, (int) self->sheets->len - 1);
    }
  while (self->sheets->len < sd_preview_view_get_n_pages (self))
    {
      GtkWidget *sheet = sd_preview_sheet_new ();

      gtk_widget_set_parent (sheet, GTK_WIDGET (self));
      g_ptr_array_add (self->sheets, sheet);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    sd_preview_sheet_set_page (self->sheets->pdata[i], self->layout, i,
                               sd_preview_view_get_scale (self));
}

/**
 * sd_preview_view_set_layout:
 * @self: a view
 * @layout: (nullable): the pages
 *
 * Shows the pages at the place where the ones before were shown; what was chosen is chosen there.
 */
void
sd_preview_view_set_layout (SdPreviewView *self, SdLayout *layout)
{
  if (self->layout == layout)
    return;

  if (layout != NULL)
    sd_layout_ref (layout);
  g_clear_pointer (&self->layout, sd_layout_unref);
  self->layout = layout;
  fit_sheets (self);
  choose_again (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sd_preview_view_get_layout:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the pages
 */
SdLayout *
sd_preview_view_get_layout (SdPreviewView *self)
{
  return self->layout;
}

/**
 * sd_preview_view_set_zoom:
 * @self: a view
 * @zoom: 1 for the size on paper; kept between the least and the most
 */
void
sd_preview_view_set_zoom (SdPreviewView *self, double zoom)
{
  GtkAdjustment *adjustment = down (self);
  double part = 0;

  zoom = CLAMP (zoom, SD_PREVIEW_LEAST_ZOOM, SD_PREVIEW_MOST_ZOOM);
  if (self->zoom == zoom)
    return;

  if (adjustment != NULL)
    part = gtk_adjustment_get_value (adjustment) / MAX (gtk_adjustment_get_upper (adjustment), 1);
  self->zoom = zoom;
  fit_sheets (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (adjustment != NULL && sd_preview_view_get_n_pages (self) > 0)
    {
      const double upper = page_top (self, sd_preview_view_get_n_pages (self));
      const double page = gtk_adjustment_get_page_size (adjustment);

      gtk_adjustment_configure (adjustment, CLAMP (part * upper, 0, MAX (upper - page, 0)), 0,
                                MAX (upper, page), gtk_adjustment_get_step_increment (adjustment),
                                gtk_adjustment_get_page_increment (adjustment), page);
    }
}

/**
 * sd_preview_view_get_zoom:
 * @self: a view
 *
 * Returns: 1 for the size on paper
 */
double
sd_preview_view_get_zoom (SdPreviewView *self)
{
  return self->zoom;
}

/**
 * sd_preview_view_get_page:
 * @self: a view
 *
 * Returns: the page in the upper half of the window, from 0
 */
guint
sd_preview_view_get_page (SdPreviewView *self)
{
  GtkAdjustment *adjustment = down (self);
  double middle;

  if (adjustment == NULL || sd_preview_view_get_n_pages (self) == 0)
    return 0;
  middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 3;
  for (guint i = 0; i + 1 < sd_preview_view_get_n_pages (self); i++)
    if (page_top (self, i + 1) > middle)
      return i;

  return sd_preview_view_get_n_pages (self) - 1;
}

/**
 * sd_preview_view_go_to_page:
 * @self: a view
 * @page: number of a page, from 0
 */
void
sd_preview_view_go_to_page (SdPreviewView *self, guint page)
{
  GtkAdjustment *adjustment = down (self);

  if (adjustment != NULL && page < sd_preview_view_get_n_pages (self))
    gtk_adjustment_set_value (adjustment, page_top (self, page) - GAP);
}

/**
 * sd_preview_view_choose:
 * @self: a view
 * @key: (nullable): key of a block or row; %NULL for any
 * @ref: (nullable): a field; %NULL for the block itself
 *
 * Chooses the place and scrolls there; the "chosen" signal is not sent.
 *
 * Returns: whether it is printed
 */
gboolean
sd_preview_view_choose (SdPreviewView *self, const char *key, const char *ref)
{
  SdLayoutSpot spot;

  if (self->layout == NULL || !sd_layout_find (self->layout, key, ref, 0, &spot))
    return FALSE;

  sd_preview_view_set_chosen (self, &spot);
  scroll_to_chosen (self);
  return TRUE;
}

/**
 * sd_preview_view_get_chosen:
 * @self: a view
 *
 * Returns: (nullable): the place that is chosen
 */
const SdLayoutSpot *
sd_preview_view_get_chosen (SdPreviewView *self)
{
  return self->has_chosen ? &self->chosen : NULL;
}

/**
 * sd_preview_view_update_shown:
 * @self: a view
 *
 * Has the pages that can be seen painted, and lets go of the others.
 */
void
sd_preview_view_update_shown (SdPreviewView *self)
{
  GtkAdjustment *adjustment = down (self);
  const double top = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  const double page = adjustment != NULL ? gtk_adjustment_get_page_size (adjustment) : G_MAXINT;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      graphene_rect_t bounds;
      const gboolean known =
          gtk_widget_compute_bounds (self->sheets->pdata[i], GTK_WIDGET (self), &bounds);

      sd_preview_sheet_set_shown (self->sheets->pdata[i],
                                  known && bounds.origin.y < top + page &&
                                      bounds.origin.y + bounds.size.height > top);
    }
}

/**
 * sd_preview_view_get_sheet:
 * @self: a view
 * @page: number of a page, from 0
 *
 * Returns: (transfer none) (nullable): the widget of the page
 */
SdPreviewSheet *
sd_preview_view_get_sheet (SdPreviewView *self, guint page)
{
  return page < self->sheets->len ? self->sheets->pdata[page] : NULL;
}
