/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-private.h"

/* The county's departments stand below a tree. The town leads a unit from above, its department
 * from below, and what is led from both sides has a line from each (条块). */

#define BOX_PADDING 10.0
#define BOX_GAP 14.0
#define TRACK_GAP 7.0
#define BAND_GAP 18.0

typedef struct
{
  const char *name;
  GArray *cards; /* guint: cards of the units that it leads */
  PangoLayout *layout;
  double wanted; /* middle of the units */
  double x, width, height;
} Department;

static void
clear_department (gpointer data)
{
  Department *department = data;

  g_array_unref (department->cards);
  g_object_unref (department->layout);
}

/* A department manages a unit daily, or guides its business, or neither. */
static gboolean
leads (SdRow *dispatch, SdChartRole *role)
{
  *role = SD_CHART_ROLE_LINE;
  if (!sd_row_is (dispatch, SD_DISPATCH_DAILY_MANAGER, "town"))
    return TRUE;
  *role = SD_CHART_ROLE_DASHED;

  return !sd_row_is (dispatch, SD_DISPATCH_GUIDE, "town");
}

static SdRow *
get_dispatch (SdChart *self, guint card)
{
  g_autoptr (GPtrArray) dispatches =
      sd_row_set_get_children (SD_ROW_SET (self->plan), SD_TABLE_DISPATCH,
                               sd_row_get_id (sd_chart_card_at (self, card)->unit));

  return dispatches->len > 0 ? dispatches->pdata[0] : NULL;
}

static Department *
find_department (SdChart *self, GArray *departments, const char *name)
{
  Department department = { .name = name };
  int w, h;

  for (guint i = 0; i < departments->len; i++)
    if (g_str_equal (g_array_index (departments, Department, i).name, name))
      return &g_array_index (departments, Department, i);

  department.cards = g_array_new (FALSE, FALSE, sizeof (guint));
  department.layout = sd_chart_make_text (self, name, 0.9, PANGO_WEIGHT_NORMAL, 0);
  pango_layout_get_pixel_size (department.layout, &w, &h);
  department.width = w + 2 * BOX_PADDING;
  department.height = h + BOX_PADDING;
  g_array_append_val (departments, department);

  return &g_array_index (departments, Department, departments->len - 1);
}

/* A line straight down from a card is free where nothing else of its group is below it. */
static gboolean
is_free_below (SdChart *self, guint card)
{
  const SdChartRect *rect = &sd_chart_card_at (self, card)->rect;
  const SdChartLane *lane = sd_chart_lane_at (self, sd_chart_card_at (self, card)->lane);
  const SdChartRect below = { rect->x + rect->width / 2, rect->y + rect->height + 1, 1,
                              self->height - rect->y };

  for (guint i = lane->first; i < lane->first + lane->n_cards; i++)
    if (i != card && sd_chart_rects_meet (&below, &sd_chart_card_at (self, i)->rect))
      return FALSE;

  return sd_chart_card_at (self, card)->n_below == 0 &&
         (sd_chart_card_at (self, card)->next < 0 || sd_chart_card_at (self, card)->upright);
}

static GArray *
collect (SdChart *self)
{
  GArray *departments = g_array_new (FALSE, TRUE, sizeof (Department));

  g_array_set_clear_func (departments, clear_department);
  for (guint i = 0; i < self->cards->len; i++)
    {
      SdRow *dispatch = get_dispatch (self, i);
      const char *name =
          dispatch != NULL ? sd_row_get_text (dispatch, SD_DISPATCH_DEPARTMENT) : NULL;
      SdChartRole role;

      if (name == NULL || !leads (dispatch, &role) || !is_free_below (self, i))
        continue;
      g_array_append_val (find_department (self, departments, name)->cards, i);
    }

  return departments;
}

static double
unit_x (SdChart *self, const Department *department, guint index)
{
  guint card = g_array_index (department->cards, guint, index);
  const SdChartRect *rect = &sd_chart_card_at (self, card)->rect;

  return rect->x + rect->width / 2;
}

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  const Department *one = a, *other = b;

  return (one->wanted > other->wanted) - (one->wanted < other->wanted);
}

/* Each as near below its units as the others leave room. */
static void
spread (SdChart *self, GArray *departments)
{
  double right = 0, limit;

  for (guint i = 0; i < departments->len; i++)
    {
      Department *department = &g_array_index (departments, Department, i);

      department->wanted = 0;
      for (guint j = 0; j < department->cards->len; j++)
        department->wanted += unit_x (self, department, j) / department->cards->len;
    }
  g_array_sort (departments, compare_wanted);
  for (guint i = 0; i < departments->len; i++)
    {
      Department *department = &g_array_index (departments, Department, i);

      department->x = MAX (department->wanted - department->width / 2, right);
      right = department->x + department->width + BOX_GAP;
    }
  limit = MAX (self->width, 0);
  for (guint i = departments->len; i > 0; i--)
    {
      Department *department = &g_array_index (departments, Department, i - 1);
      double least = 0;

      for (guint j = 0; j + 1 < i; j++)
        least += g_array_index (departments, Department, j).width + BOX_GAP;
      department->x = MAX (MIN (department->x, limit - department->width), least);
      limit = department->x - BOX_GAP;
      self->width = MAX (self->width, department->x + department->width);
    }
}

/* From each unit down to the department's own track, along it, and into the box. */
static void
connect (SdChart *self, const Department *department, double track, double box_y)
{
  const double x = department->x + department->width / 2;
  SdChartRole widest = SD_CHART_ROLE_DASHED;
  double left = x, right = x;

  for (guint i = 0; i < department->cards->len; i++)
    {
      guint card = g_array_index (department->cards, guint, i);
      const SdChartRect *rect = &sd_chart_card_at (self, card)->rect;
      const double unit = unit_x (self, department, i);
      SdChartRole role;

      leads (get_dispatch (self, card), &role);
      if (role == SD_CHART_ROLE_LINE)
        widest = role;
      sd_chart_add_line (self->shapes, unit, rect->y + rect->height, unit, track, role);
      left = MIN (left, unit);
      right = MAX (right, unit);
    }
  if (right > left)
    sd_chart_add_line (self->shapes, left, track, right, track, widest);
  sd_chart_add_line (self->shapes, x, track, x, box_y, widest);
}

/*
 * sd_chart_add_departments:
 * @self: a chart laid out as a tree, from 0 on
 *
 * Adds the county's departments below the units that they lead.
 */
void
sd_chart_add_departments (SdChart *self)
{
  g_autoptr (GArray) departments = collect (self);
  const double box_y = self->height + BAND_GAP + TRACK_GAP * departments->len + BAND_GAP / 2;
  double bottom = box_y;

  if (departments->len == 0)
    return;

  spread (self, departments);
  for (guint i = 0; i < departments->len; i++)
    {
      Department *department = &g_array_index (departments, Department, i);

      connect (self, department, self->height + BAND_GAP + TRACK_GAP * i, box_y);
      sd_chart_add_rect (
          self->shapes,
          (SdChartRect){ department->x, box_y, department->width, department->height },
          SD_CHART_ROLE_BOX, 0, 4);
      sd_chart_add_text (self->shapes, g_object_ref (department->layout),
                         department->x + BOX_PADDING, box_y + BOX_PADDING / 2, SD_CHART_ROLE_TEXT);
      bottom = MAX (bottom, box_y + department->height);
    }
  self->height = bottom;
}
