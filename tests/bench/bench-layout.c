/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a structure chart takes to be laid out: bench-layout, no display needed. The first
 * layout, one after an edit, and one at another width, of 200, 1,000 and 5,000 cards, in lanes and
 * as a tree. */

#include "chart/chart.h"

#include <locale.h>
#include <pango/pangocairo.h>

static SdRow *
put (SdPlan *plan, SdTableId table, const char *parent)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (SdRow) row = sd_row_new (table, sd_plan_get_id (plan), id, parent,
                                      sd_row_set_get_n_rows (SD_ROW_SET (plan), table));

  sd_row_set_put_row (SD_ROW_SET (plan), row);
  return row;
}

static void
set_text (SdRow *row, guint column, const char *text)
{
  sd_row_set_value (row, column, &(SdValue) SD_VALUE_INIT_TEXT (text));
}

static void
put_unit (SdPlan *plan, guint i)
{
  static const char *const kinds[] = { "leading", "office", "center", "dispatched" };
  static const char *const names[] = { "经济发展和社会事务管理办公室", "便民服务中心",
                                       "综合行政执法局", "规划建设和生态保护局" };
  g_autofree char *name = g_strdup_printf ("第%u%s", i, names[i % 4]);
  SdRow *unit = put (plan, SD_TABLE_UNIT, NULL);
  SdRow *row;

  set_text (unit, SD_UNIT_NAME, name);
  set_text (unit, SD_UNIT_KIND, kinds[i % 4]);
  set_text (unit, SD_UNIT_STAGE, "proposed");
  row = put (plan, SD_TABLE_QUOTA, sd_row_get_id (unit));
  set_text (row, SD_QUOTA_TYPE, i % 2 ? "administrative" : "institutional");
  sd_row_set_value (row, SD_QUOTA_APPROVED, &(SdValue) SD_VALUE_INIT_INTEGER (1 + i % 12));
  row = put (plan, SD_TABLE_POST, sd_row_get_id (unit));
  set_text (row, SD_POST_TITLE, "主任");
  set_text (row, SD_POST_ROLE, "head");
  sd_row_set_value (row, SD_POST_COUNT, &(SdValue) SD_VALUE_INIT_INTEGER (1));
  if (i % 5 == 0)
    set_text (put (plan, SD_TABLE_PLAQUE, sd_row_get_id (unit)), SD_PLAQUE_NAME, "退役军人服务站");
}

static double
lay_out (SdChart *chart, double width)
{
  gint64 begun = g_get_monotonic_time ();

  sd_chart_layout (chart, width);

  return (g_get_monotonic_time () - begun) / 1000.0;
}

static void
measure (guint n, SdChartArrangement arrangement)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (SdPlan) plan = sd_plan_new ("00000000-0000-4000-8000-0000000000ff");
  g_autoptr (SdChart) chart = NULL;
  double first, again, other;
  SdRow *unit;

  for (guint i = 0; i < n; i++)
    put_unit (plan, i);
  chart = sd_chart_new (plan, "proposed", context);
  g_object_unref (context);
  sd_chart_set_arrangement (chart, arrangement);
  first = lay_out (chart, 1600);
  SD_FOREACH_ROW (unit, plan, SD_TABLE_UNIT)
    if (sd_row_get_rank (unit) == 3)
      set_text (unit, SD_UNIT_NAME, "改了名的机构");
  again = lay_out (chart, 1600);
  other = lay_out (chart, 1500);
  g_print ("%5u cards %s: first %.0f ms, after an edit %.0f ms, another width %.0f ms\n", n,
           arrangement == SD_CHART_ARRANGEMENT_TREE ? "tree " : "lanes", first, again, other);
}

int
main (void)
{
  static const guint sizes[] = { 200, 1000, 5000 };

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure (sizes[i], SD_CHART_ARRANGEMENT_LANES);
      measure (sizes[i], SD_CHART_ARRANGEMENT_TREE);
    }

  return 0;
}
