/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-picture.h"

#include "picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM (25.4 / 96) /* to a unit of a chart */
/* The text area of a page that is turned, in units: what a picture fills if it can. */
#define ROOM_WIDTH 850.0
#define ROOM_HEIGHT 393.0
/* A tree wider than this has letters of less than 5 points on such a page. */
#define WIDEST_TREE 1700.0
#define PNG_WIDTH 640.0 /* in units: 144 dots to the inch on such a page */

struct _SdPlanPicture
{
  GObject parent_instance;

  cairo_surface_t *surface; /* a recording, played back by one at a time */
  GMutex lock;
  GBytes *svg;
  GMutex png_lock;
  GBytes *png; /* (nullable): made when it is asked for */
  double width, height;
};

G_DEFINE_FINAL_TYPE (SdPlanPicture, sd_plan_picture, G_TYPE_OBJECT)

static void
sd_plan_picture_finalize (GObject *object)
{
  SdPlanPicture *self = SD_PLAN_PICTURE (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->png, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->png_lock);

  G_OBJECT_CLASS (sd_plan_picture_parent_class)->finalize (object);
}

static void
sd_plan_picture_class_init (SdPlanPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sd_plan_picture_finalize;
}

static void
sd_plan_picture_init (SdPlanPicture *self)
{
  g_mutex_init (&self->lock);
  g_mutex_init (&self->png_lock);
}

static void
keep (SdPlanPicture *self, const SdPainting *painting)
{
  const cairo_rectangle_t extents = { 0, 0, painting->width, painting->height };
  cairo_t *cr;

  self->width = painting->width;
  self->height = painting->height;
  self->svg = sd_painting_to_svg (painting);
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (self->surface);
  sd_painting_to_cairo (painting, cr);
  cairo_destroy (cr);
}

static void
keep_chart (SdPlanPicture *self, SdCounty *county, const char *plan_id, const char *stage)
{
  const gboolean changes = g_str_equal (stage, "changes");
  SdRow *town = sd_county_get_plan_town (county, plan_id);
  PangoContext *context = sd_picture_create_context ();
  g_autoptr (SdChart) chart =
      sd_chart_new (sd_county_get_plan (county, plan_id), changes ? "proposed" : stage, context);
  SdPainting painting = { sd_chart_paint, chart, 0, 0 };

  g_object_unref (context);
  sd_chart_set_town (chart, town != NULL ? sd_row_get_text (town, SD_TOWN_NAME) : NULL);
  sd_chart_set_compact (chart, TRUE);
  sd_chart_set_chinese (chart, TRUE);
  sd_chart_set_coloring (chart, changes ? SD_CHART_COLORING_CHANGE : SD_CHART_COLORING_KIND);
  sd_chart_set_arrangement (chart, SD_CHART_ARRANGEMENT_TREE);
  sd_chart_layout (chart, ROOM_WIDTH);
  if (sd_chart_get_width (chart) > WIDEST_TREE)
    {
      sd_chart_set_arrangement (chart, SD_CHART_ARRANGEMENT_LANES);
      sd_chart_layout (chart, ROOM_WIDTH);
    }

  painting.width = sd_chart_get_width (chart);
  painting.height = sd_chart_get_height (chart);
  keep (self, &painting);
}

static void
keep_flow (SdPlanPicture *self, SdCounty *county, const char *plan_id, const char *stage)
{
  PangoContext *context = sd_picture_create_context ();
  g_autoptr (SdFlow) flow = sd_flow_new (sd_county_get_plan (county, plan_id), context);
  SdPainting painting = { sd_flow_paint, flow, ROOM_WIDTH, 0 };

  g_object_unref (context);
  sd_flow_set_chinese (flow, TRUE);
  sd_flow_layout (flow, ROOM_WIDTH, ROOM_HEIGHT);
  painting.height = sd_flow_painted_height (flow);
  keep (self, &painting);
}

static const struct
{
  const char *source;
  void (*keep) (SdPlanPicture *self, SdCounty *county, const char *plan_id, const char *stage);
  const char *stage;
} kinds[] = {
  { "chart:current", keep_chart, "current" },
  { "chart:proposed", keep_chart, "proposed" },
  { "chart:changes", keep_chart, "changes" },
  { "flow", keep_flow, NULL },
};

/**
 * sd_plan_picture_list_sources:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the pictures that there are
 */
const char *const *
sd_plan_picture_list_sources (void)
{
  static const char *sources[G_N_ELEMENTS (kinds) + 1];
  static gsize listed = 0;

  if (g_once_init_enter (&listed))
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        sources[i] = kinds[i].source;
      g_once_init_leave (&listed, 1);
    }

  return sources;
}

/**
 * sd_plan_picture_new:
 * @source: a name of sd_plan_picture_list_sources()
 * @county: a county
 * @plan_id: a plan of it that has been loaded
 * @error: return location for %G_IO_ERROR_NOT_FOUND where there is no such picture
 *
 * Lays the picture out. A structure too wide to be read as a tree is set in lanes.
 *
 * Returns: (transfer full): the picture
 */
SdPlanPicture *
sd_plan_picture_new (const char *source, SdCounty *county, const char *plan_id, GError **error)
{
  g_autofree char *known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (source, kinds[i].source) == 0)
      {
        SdPlanPicture *self = g_object_new (SD_TYPE_PLAN_PICTURE, NULL);

        kinds[i].keep (self, county, plan_id, kinds[i].stage);
        return self;
      }

  known = g_strjoinv (", ", (char **) sd_plan_picture_list_sources ());
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("There is no picture “%s”; there are: %s."), source, known);
  return NULL;
}

/**
 * sd_plan_picture_get_size:
 * @self: a picture
 * @width: (out): its width in millimetres, at which its text is 10.5 points
 * @height: (out): its height
 */
void
sd_plan_picture_get_size (SdPlanPicture *self, double *width, double *height)
{
  *width = self->width * MM;
  *height = self->height * MM;
}

/**
 * sd_plan_picture_draw:
 * @self: a picture
 * @cr: where to draw, with the upper left corner at its origin
 * @width: the room, in units of @cr
 * @height: its height
 *
 * Draws the picture as large as the room has place for, in its middle. Text stays text on a PDF.
 */
void
sd_plan_picture_draw (SdPlanPicture *self, cairo_t *cr, double width, double height)
{
  const double scale = MIN (width / self->width, height / self->height);

  g_mutex_lock (&self->lock);
  cairo_save (cr);
  cairo_translate (cr, (width - self->width * scale) / 2, (height - self->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  g_mutex_unlock (&self->lock);
}

/**
 * sd_plan_picture_get_svg:
 * @self: a picture
 *
 * Returns: (transfer none): it as SVG, whose text can be searched
 */
GBytes *
sd_plan_picture_get_svg (SdPlanPicture *self)
{
  return self->svg;
}

/* For cairo only, whose painters all draw into a #cairo_t. */
static void
paint_recording (gpointer subject, const SdPainter *painter, gpointer data)
{
  SdPlanPicture *self = subject;
  const double scale = MIN (1, PNG_WIDTH / self->width);

  sd_plan_picture_draw (self, data, self->width * scale, self->height * scale);
}

/**
 * sd_plan_picture_get_png:
 * @self: a picture
 * @error: return location for a #GIOErrorEnum
 *
 * Any thread may ask for it; it is drawn once.
 *
 * Returns: (transfer none): it as PNG, for programs that read no SVG
 */
GBytes *
sd_plan_picture_get_png (SdPlanPicture *self, GError **error)
{
  const double scale = MIN (1, PNG_WIDTH / self->width);
  const SdPainting painting = { paint_recording, self, self->width * scale, self->height * scale };

  g_mutex_lock (&self->png_lock);
  if (self->png == NULL)
    self->png = sd_painting_to_picture (&painting, SD_PICTURE_PNG, error);
  g_mutex_unlock (&self->png_lock);

  return self->png;
}
